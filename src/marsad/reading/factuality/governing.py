"""Whether a cue reaches a happening: how far apart they stand, and what joins or parts them."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.scan import Scan

#: How far before a trigger a cue may stand that takes away its reality, in words.
REACH: Final = 6
#: The same for a cue whose complement a preposition joins to it.
COMPLEMENT_REACH: Final = 12
#: How far before the trigger that preposition may stand.
PREPOSITION_REACH: Final = 3
#: A word of no more letters begins with no preposition.
_SHORT: Final = 4


def governs(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether a happening is joined to a cue by one of the prepositions that the cue asks for, its subject between."""
    wanted = cue.payload.value.split("|")
    start = begin_behind(each, cue)
    if not 0 <= start - cue.last - 1 <= COMPLEMENT_REACH or joint_between(scan, cue.last, start):
        return False
    if any(m.clitics.lead and isinstance(m.form, VerbForm) and cue.last < m.first < start for m in scan.of("verb")):
        return False  # قضى ثلاثة وأصيب أربعة بتفجير
    leading = each.light if each.light and each.light.first == start else each.match
    if leading.clitics.prep and leading.clitics.prep in wanted:
        return True
    before = [word.norm for word in scan.words[max(cue.last + 1, start - PREPOSITION_REACH) : start]]
    if not set(before).isdisjoint(map(fold, wanted)):
        return True
    letters = tuple(prep for prep in wanted if len(prep) == 1)  # مستعدة للمشاركة في عملية، وجه بسرعة الإفراج عنهم
    return bool(letters) and any(word.startswith(letters) and len(word) > _SHORT for word in before[-2:])


def begin_behind(each: Happening, cue: Match) -> int:
    """Where a happening begins, seen from a cue: at its noun if the cue carries it or stands behind what does."""
    return each.first if each.light is not None and cue.last >= each.light.first else each.start


def joint_between(scan: Scan, low: int, high: int) -> bool:
    """Whether another clause begins between two words: a conjunction, a result, a past verb behind a comma."""
    results = (cue for cue in scan.cue("result") if not cue.clitics.definite)  # المتسببين في مقتلهم are people
    joints = (*scan.cue("boundary"), *results, *scan.cue("topic"))
    if any(low < cue.first < high and cue.payload.lemma not in ("حتى", "حيث") for cue in joints):
        return True
    return any(low < comma <= high for comma in scan.commas) and any(
        low < m.first < high and isinstance(m.form, VerbForm) and m.form.tense == "past" for m in scan.of("verb")
    )


def just_before(scan: Scan, at: int, wanted: tuple[str, ...]) -> bool:
    """Whether one of the wanted words stands right before a word, with "and" or without."""
    return at > 0 and scan.words[at - 1].norm.removeprefix("و") in wanted


def is_perhaps(scan: Scan, at: int) -> bool:
    """Whether "may" or "perhaps" stands before a present: قد يؤدي."""
    return just_before(scan, at, ("قد", "ربما"))


def is_past(each: Happening) -> bool:
    """Whether a verb in the past tells it; behind ل no past stands, but a noun spelt alike (لشن هجوم)."""
    verb = each.verb
    return (
        verb is not None and isinstance(verb.form, VerbForm) and verb.form.tense == "past" and verb.clitics.prep != "ل"
    )


def is_to_be(each: Happening) -> bool:
    """Whether a verb tells what is still to come: التي ستعقد."""
    return each.verb is not None and each.verb.clitics.prep == "س"
