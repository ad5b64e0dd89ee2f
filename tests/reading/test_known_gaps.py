"""The list of known gaps names only sentences that some test reads."""

from __future__ import annotations

import csv
from pathlib import Path


def test_every_known_gap_is_the_sentence_of_a_test() -> None:
    here = Path(__file__).parent
    tests = "\n".join(path.read_text(encoding="utf-8") for path in sorted(here.glob("test_*.py")))
    with (here / "known_gaps.csv").open(encoding="utf-8", newline="") as file:
        gaps = list(csv.DictReader(file))
    assert all(f'"{gap["sentence"]}"' in tests and f"def {gap['test']}(" in tests for gap in gaps)
    assert all(gap["cause"] for gap in gaps)
    assert len({(gap["test"], gap["sentence"]) for gap in gaps}) == len(gaps)
