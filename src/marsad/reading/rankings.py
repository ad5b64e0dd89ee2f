"""Places that an account ranks by their tolls: كانت أ الأشد تضررا، تلتها ب بسبعة قتلى، ثم ج."""

from __future__ import annotations

from typing import Final

from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

_NEXT: Final = word_set("rankings", "next")
_MOST: Final = word_set("rankings", "most")
_BEING: Final = word_set("rankings", "being")

#: Within how many words behind "next comes" the place stands.
_NEXT_REACH: Final = 4


def is_next_place(scan: Scan, at: int) -> bool:
    """Whether a word leads to the place that comes next in a list: تلتها محافظة أ."""
    if scan.words[at].norm.removeprefix("و") not in _NEXT:
        return False
    behind = range(at + 1, min(at + _NEXT_REACH, len(scan.words)))
    return any(scan.at("place", place) for place in behind)


def is_ranked(scan: Scan, first: int, last: int) -> bool:
    """Whether a place is told of by its rank: كانت أ الأشد تضررا، تلتها ب."""
    if first and is_next_place(scan, first - 1):
        return True
    behind = last + 1 + (scan.norms(last + 1, last + 1) in _BEING)
    return scan.norms(behind, behind) in _MOST
