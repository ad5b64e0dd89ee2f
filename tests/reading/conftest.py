"""Sentences that the reader gets wrong today stand in `known_gaps.csv`; the tests say what is right."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

GAPS = Path(__file__).parent / "known_gaps.csv"


def known_gaps() -> dict[tuple[str, str], str]:
    """Test and sentence → what goes wrong."""
    with GAPS.open(encoding="utf-8", newline="") as file:
        return {(row["test"], row["sentence"]): row["cause"] for row in csv.DictReader(file)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    gaps = known_gaps()
    for item in items:
        call = getattr(item, "callspec", None)
        if call and (cause := gaps.get((item.name.partition("[")[0], call.params.get("text")))):
            item.add_marker(pytest.mark.xfail(strict=False, reason=cause))
