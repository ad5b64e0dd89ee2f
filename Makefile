# Two commands to begin with: make demo, make test.
# A command is repeated only when what it depends on has changed, so a second `make demo` takes seconds.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check
MARSAD ?= $(BIN)/marsad
PYTEST ?= $(BIN)/python -m pytest
STORE  := build/demo.db
WHEEL  := pyproject.toml $(shell find src -type f ! -name '*.pyc')
CODE   := src tests scripts benchmarks

.PHONY: demo test lint eval floors readme bench compiled wheel clean

## make demo: install, run the main job on the examples, and print what happened
demo: $(VENV)/installed
	@mkdir -p build && rm -f $(STORE) $(STORE)-wal $(STORE)-shm
	$(MARSAD) run examples/reports --store $(STORE)
	@echo
	@echo "Where the sources contradict each other, one event in full:"
	@event=$$($(MARSAD) events --disputed --limit 1 --json --store $(STORE) | sed -E 's/^\{"id": ?"([^"]+)".*/\1/'); \
	test -z "$$event" || $(MARSAD) show "$$event" --store $(STORE)

## make test: install what the tests need, and run them all
test: $(VENV)/test-ready
	$(PYTEST) -n auto $(ARGS)

## make lint: style, formatting, types
lint: $(VENV)/dev-ready
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/python -m mypy --strict src

## make eval: how well Marsad reads, on its own gold reports (and on ../shared where that is present)
eval: $(VENV)/installed
	$(BIN)/python scripts/evaluate.py

## make floors: raise the floors that the tests hold the quality to; refuses to lower one
floors: $(VENV)/installed
	$(BIN)/python scripts/evaluate.py --raise-floors

## make readme: write the figures and the demo's output into README.md
readme: $(VENV)/installed
	$(BIN)/python scripts/refresh_readme.py

## make bench: how fast Marsad reads, and whether time grows with the length of the text alone
bench: $(VENV)/bench-ready
	$(BIN)/python benchmarks/reading.py $(ARGS)

## make compiled: the same code, the reader compiled by mypyc (takes a C compiler and minutes); `make bench` then measures it
# The modules make one library: told so, the compiler lets them call each other directly, which gains a twentieth.
compiled: LINKED := -O2 -flto=auto -fvisibility=hidden -fno-semantic-interposition -fno-plt
compiled: $(VENV)/bench-ready
	$(PIP) build
	rm -rf build/compiled
	HATCH_BUILD_HOOKS_ENABLE=1 CFLAGS="$(LINKED)" LDFLAGS="$(LINKED)" $(BIN)/python -m build --wheel --outdir build/compiled
	$(PIP) --force-reinstall --no-deps build/compiled/*.whl

wheel: $(VENV)/dev-ready
	$(PIP) build
	$(BIN)/python -m build --wheel --outdir dist

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(WHEEL) | $(BIN)/python
	@echo "Installing Marsad into $(VENV) ..."
	$(PIP) .
	@touch $@

$(VENV)/test-ready: pyproject.toml $(VENV)/installed
	$(PIP) ".[test]"
	@touch $@

$(VENV)/dev-ready: pyproject.toml $(VENV)/test-ready
	$(PIP) ".[test,dev]"
	@touch $@

$(VENV)/bench-ready: pyproject.toml $(VENV)/installed
	$(PIP) ".[bench]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
