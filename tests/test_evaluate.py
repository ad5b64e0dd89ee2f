"""The quality of the reading is held: no figure on the project's own gold reports falls below its floor."""

from __future__ import annotations

from pathlib import Path

import evaluate
import pytest

FIGURES = {
    "documents": 2,
    "gold": 10,
    "irrealis": 0.5,
    "precision": 0.8,
    "recall": 0.6,
    "f1": 0.6857,
    "place": 0.9,
    "when": 0.7,
    "counts": 1.0,
    "attribution": 0.75,
    "publishable_f1": 0.4,
    **dict.fromkeys(("placed", "counted", "attributed", "parties_f1"), 0.5),
}


@pytest.mark.parametrize("name", evaluate.OWN)
def test_no_figure_is_below_its_floor(name: str) -> None:
    floors = evaluate.read_floors()[name]
    assert set(floors) == set(evaluate.GUARDED), "set the floors with: make floors"
    assert evaluate.below(evaluate.score(evaluate.own_set(name)), floors) == []


def test_floors_rise_and_never_fall() -> None:
    floors = evaluate.raised(FIGURES, {"f1": 0.9, "recall": 0.1})
    assert floors["f1"] == 0.9
    assert floors["recall"] == 0.6
    assert evaluate.below(FIGURES, floors) == ["f1 0.686 < 0.900"]
    assert evaluate.below(FIGURES, evaluate.raised(FIGURES, {})) == []


def test_the_table_keeps_what_was_not_measured() -> None:
    before = evaluate.table({"a": FIGURES, "b": FIGURES})
    after = evaluate.table({"a": FIGURES | {"f1": 0.99}}, before)
    assert "0.99" in after
    assert after.count("\n") == before.count("\n")
    assert [line for line in after.splitlines() if line.startswith("| b")] == [
        line for line in before.splitlines() if line.startswith("| b")
    ]


def test_sets_that_are_not_there_are_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MARSAD_SHARED", str(tmp_path))
    assert set(evaluate.gold_sets()) == set(evaluate.OWN.values())
