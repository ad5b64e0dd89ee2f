"""Where a sentence goes on to another matter, and where to what an act led."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.people_numbers import ADDING, is_adding
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

_HARD: Final = word_set("joints", "hard")


def parted(scan: Scan, low: int, high: int, *, hard: bool = False, besides: bool = True) -> bool:
    """Whether a joint of the sentence stands between two words; hard ones begin another matter.

    `besides` tells whether "besides" is one where no people follow it.
    """
    if scan.cue_within(low + 1, high, "topic"):
        return True
    joints = [cue for cue in scan.cue("boundary") if low < cue.first <= high and not _tells_when(scan, cue)]
    if not hard:
        return any(not is_adding(scan, cue) and (besides or cue.payload.lemma not in ADDING) for cue in joints)
    return any(cue.payload.lemma in _HARD for cue in joints)


_IN_WHICH: Final = word_set("joints", "in_which")


def _tells_when(scan: Scan, cue: Match) -> bool:
    """Whether a joint only leads to the act in which something was done: مقتل سبعة، وذلك خلال اشتباكات."""
    after = cue.last + 1
    return cue.payload.lemma == "وذلك" and after < len(scan.words) and scan.words[after].norm in _IN_WHICH


_TURNING: Final = word_set("joints", "turning")


def behind_joint(scan: Scan, each: Happening) -> bool:
    """Whether another matter may begin right before a verb: فيما، بينما، كما."""
    return any(0 < each.start - cue.last <= 2 and cue.payload.lemma in _TURNING for cue in scan.cue("boundary"))


MEANWHILE: Final = word_set("joints", "meanwhile")


def result_between(scan: Scan, low: int, high: int) -> bool:
    """Whether it is told right before a word to what an act led, and nothing else since."""
    begin = max(low + 1, high - 8)
    led = [c.last for c in scan.cue("result") if begin <= c.first and c.last <= high and not c.clitics.definite]
    if not led:
        return False
    joints = [cue.first for cue in scan.cue("boundary") if cue.payload.lemma in MEANWHILE and cue.first < high]
    return not any(led[-1] < joint for joint in joints)  # دون أن يؤدي إلى خسائر، في حين أصيب رجل في بلدة أخرى
