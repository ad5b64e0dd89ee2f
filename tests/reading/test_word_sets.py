"""The words that rules ask for stand in one file, each set is asked for by its module, and code holds none."""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path

import marsad.reading
from marsad.arabic.folding import fold
from marsad.reading.word_sets import word_set

HOME = Path(marsad.reading.__file__).parent
ROWS = list(csv.DictReader((HOME / "data" / "word_sets.csv").read_text("utf-8").splitlines()))
KEYS = [(row["module"], row["name"]) for row in ROWS]
TREES = {path.stem: ast.parse(path.read_text("utf-8")) for path in HOME.rglob("*.py") if path.stem != "__init__"}

#: A handful of particles is grammar and may stand in the code; more words are knowledge.
MOST_IN_CODE = 3


def test_every_set_is_asked_for_by_its_module_and_every_one_asked_for_is_kept() -> None:
    asked = [
        (module, call.args[0], call.args[1])
        for module, tree in TREES.items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "word_set"
    ]
    names = [(module, ast.literal_eval(of), ast.literal_eval(name)) for module, of, name in asked]
    assert all(module == of for module, of, _ in names), "a set belongs to the module that asks for it"
    assert sorted((of, name) for _, of, name in names) == sorted(KEYS)
    assert len(set(KEYS)) == len(KEYS)


def test_no_two_modules_of_the_reading_are_called_alike() -> None:
    stems = [path.stem for path in HOME.rglob("*.py") if path.stem != "__init__"]
    assert sorted(stems) == sorted(set(stems))


def test_the_words_of_a_set_are_told_apart_by_what_they_are_compared_with() -> None:
    for row in ROWS:
        where = f"{row['module']}.{row['name']}"
        listed = row["words"].split("|")
        assert row["sort"] in ("spellings", "parts", "lemmas"), where
        assert all(re.fullmatch(r"[\u0621-\u064a]+( [\u0621-\u064a]+)*", word) for word in listed), where
        compared = [word if row["sort"] == "lemmas" else fold(word) for word in listed]
        assert len(set(compared)) == len(compared), f"{where} has a word twice"
        assert word_set(row["module"], row["name"]) == frozenset(compared)


def test_no_module_of_the_reading_holds_a_set_of_words_itself() -> None:
    for module, tree in TREES.items():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "frozenset":
                words = [
                    each.value
                    for each in ast.walk(call)
                    if isinstance(each, ast.Constant) and re.search("[\u0621-\u064a]{2}", str(each.value))
                ]
                assert len(words) <= MOST_IN_CODE, f"{module}, line {call.lineno}: these belong into word_sets.csv"
