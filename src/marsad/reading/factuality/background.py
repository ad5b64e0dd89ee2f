"""Whether something is told of the time before the report, or of what is wont to be."""

from __future__ import annotations

from typing import Final

from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: How far behind "had" the verb stands by which something had been said.
_SAID_REACH: Final = 6
_HAD: Final = word_set("background", "had")


def is_background(scan: Scan, first: int) -> bool:
    """Whether words from `first` on are told as earlier than the report's own time (كانت قد، سبق أن)."""
    if scan.words[0].norm in _HAD and not _ranks(scan):
        said = any(cue.first < first and cue.first <= _SAID_REACH for cue in scan.cue("say"))
        return not said or scan.cue_within(first - 8, first + 3, "background")  # كان التنظيم أعلن مقتل 15 جنديا
    return scan.cue_within(first - 8, first + 3, "background")


_RANKING: Final = word_set("background", "ranking")

#: How far behind "was" it may stand which place was hit hardest.
_RANKED: Final = 5


def _ranks(scan: Scan) -> bool:
    """Whether "was" only tells what part of a toll told before was where or whose: وكانت حلب الأكثر تضررا."""
    return any(word.norm in _RANKING for word in scan.words[1 : 1 + _RANKED])


_WARS: Final = word_set("background", "wars")


def is_habitual(scan: Scan, first: int, last: int) -> bool:
    """Whether something is told as going on again and again."""
    habits = [cue for cue in scan.cue("habit") if first - 6 <= cue.first <= last]
    return any(scan.norms(cue.first - 1, cue.first - 1) not in _WARS for cue in habits)


def is_aside(scan: Scan) -> bool:
    """Whether a sentence tells what is known anyway, at its end or in between: يشار إلى أن، يذكر أن."""
    return any(cue.payload.value == "own" and cue.first <= 2 for cue in scan.cue("topic"))
