"""What `make compiled` compiles is there, and fit for it."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WHEEL = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
HOOK = WHEEL["hooks"]["mypyc"]


def test_the_pure_reader_is_what_is_installed_unless_asked_otherwise() -> None:
    assert HOOK["enable-by-default"] is False


@pytest.mark.parametrize("pattern", [*HOOK["include"], *HOOK["exclude"]])
def test_what_is_compiled_exists_and_keeps_nothing_in_a_dict_of_its_own(pattern: str) -> None:
    files = list(ROOT.glob(pattern.removeprefix("/")))
    assert files
    for file in files:  # a compiled class has no `__dict__` for `lazy` or `vars` to work with
        code = file.read_text("utf-8")
        assert "@lazy" not in code
        assert "vars(" not in code


@pytest.mark.parametrize("pattern", HOOK["include"])
def test_nothing_is_sought_in_a_tuple_with_a_star_which_the_compiler_cannot_take(pattern: str) -> None:
    for file in ROOT.glob(pattern.removeprefix("/")):
        compared = (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Compare))
        tuples = (each for node in compared for each in node.comparators if isinstance(each, ast.Tuple))
        starred = [each.lineno for each in tuples if any(isinstance(part, ast.Starred) for part in each.elts)]
        assert not starred, f"{file.name}: {starred}"
