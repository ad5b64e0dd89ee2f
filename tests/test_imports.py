"""Imports run downwards only, third-party imports are declared, and importing costs nothing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parent.parent / "src" / "marsad"

#: From the top of the house down. A room may import from rooms below its own floor, and from itself.
FLOORS = [
    {"__init__", "__main__"},
    {"cli"},
    {"explain"},
    {"terminal", "desk"},
    {"diagnosis"},
    {"engines", "intake", "exports", "linking", "store"},
    {"reading"},
    {"knowledge"},
    {"arabic"},
    {"model"},
    {"cache", "compiling", "forks", "lazy"},
    {"errors"},
]
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
FILES = sorted(SRC.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SRC).with_suffix("").parts[0]


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}, line {node.lineno}: imports are absolute"
            # `from marsad import terminal` imports a room, `from marsad.model import Claim` a name of one.
            names = [f"marsad.{alias.name}" for alias in node.names] if node.module == "marsad" else [node.module or ""]
            yield from names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_run_downwards(path: Path) -> None:
    room = room_of(path)
    assert room in FLOOR, f"{room} has no floor in the house: add it to FLOORS and to the design"
    for name in imports_of(path):
        if not name.startswith("marsad."):
            continue
        other = name.split(".")[1]
        if other in FLOOR and other != room:
            assert FLOOR[other] > FLOOR[room], f"{room} imports {name}, which is not below it"


def test_no_module_reads_a_file_or_the_clock_at_import() -> None:
    """None but the words of the rules (`word_set`), which are constants that happen to stand in a table."""
    reading = {"open", "read_text", "read_bytes", "now", "today", "listdir", "iterdir"}
    for path in FILES:
        body = ast.parse(path.read_text("utf-8")).body
        statements = [node for node in body if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.If)]
        for call in (node for statement in statements for node in ast.walk(statement) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            assert name not in reading, f"{path.name}, line {call.lineno} calls {name} at import"


_CHECKED_ONLY = {"mypy_extensions"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=\[ ]", line)[0].lower().replace("_", "-") for line in project["dependencies"]}
    homes = metadata.packages_distributions()
    used: set[str] = set()
    for path in FILES:
        tops = {name.split(".")[0] for name in imports_of(path)} - set(sys.stdlib_module_names) - {"marsad"}
        tops -= _CHECKED_ONLY  # names of the type checker's, which no run imports
        for top in tops:
            assert top in homes, f"{path.name} imports {top}, which is not installed"
            used |= {home.lower().replace("_", "-") for home in homes[top]}
    assert used - declared == set()
    # trafilatura needs lxml_html_clean without importing it by that name; mazini makes our verb forms.
    assert declared - used <= {"lxml-html-clean", "mazini"}


def test_importing_the_package_is_cheap() -> None:
    code = "import sys, marsad; print(*sorted(name.split('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environ())
    assert not {"sqlalchemy", "lxml", "rich", "trafilatura"} & set(done.stdout.split())


def _environ() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(SRC.parent)}
