"""Fire that is answered is a fight of two sides: أطلق مسلحون النار على دورية للجيش، فرد عناصرها على مصادر النيران."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: Within how many words behind fire it is answered.
_REACH: Final = 22

#: Within how many words behind a verb it is told what is fired or answered.
_NEAR: Final = 5


def with_answers(scan: Scan, found: list[Happening]) -> list[Happening]:
    """The happenings, fire that is answered as a fight and without the answer as an act of its own."""
    kept: list[Happening] = []
    until = -1
    for at, each in enumerate(found):
        if each.first <= until and not each.harm:
            scan.doubt(each.match, "only the answer in a fight that is told")
            continue
        if each.kind != "attack" or each.harm:
            kept.append(each)
            continue
        end = next((other.first for other in found[at + 1 :] if not other.harm), len(scan.words))
        high = min(end + 1, each.last + _REACH, len(scan.words))
        answer = _answer(scan, each.last + 1, high, fired=_is_of_fire(scan, each))
        if answer is not None:
            until = answer + _NEAR
        kept.append(each if answer is None else each.of_kind("clash"))
    return kept


_FIRE: Final = word_set("answers", "fire")


def _is_of_fire(scan: Scan, each: Happening) -> bool:
    """Whether an attack is one with guns that are fired."""
    return any(word.norm in _FIRE for word in scan.words[each.first : each.last + _NEAR])


ANSWERING: Final = word_set("answers", "answering")
_DOING: Final = word_set("answers", "doing")
_GIVING_BACK: Final = tuple(word_set("answers", "giving_back"))

#: Whence fire comes, which those answer who are shot at.
_SOURCE: Final = _FIRE | {"مصادر", "مصدر"}


def _answer(scan: Scan, low: int, high: int, *, fired: bool) -> int | None:
    """Where those who are attacked, or `fired` at, fire back."""
    for at in range(low, high):
        norm = scan.words[at].norm
        joined = norm[:1] in "وف" and len(norm) > 1
        if joined and norm[1:] in ANSWERING and (_at_fire(scan, at) if fired else _is_of_words(scan, at, _SOURCE)):
            return at
        if joined and fired and norm[1:] in _DOING and "بالرد" in scan.norms(at + 1, at + _NEAR).split():
            return at
        if joined and norm[1:].startswith(_GIVING_BACK) and _is_of_words(scan, at, _FIRE):
            return at
    return None


_AT_FIRE: Final = _SOURCE | word_set("answers", "in_kind")


def _at_fire(scan: Scan, verb: int) -> bool:
    """Whether those behind a verb answer fire, or no more than that they answer is told: وردت القوات."""
    if _is_of_words(scan, verb, _AT_FIRE):
        return True
    who = [m.last for sort in ("force", "actor", "person") for m in scan.at(sort, verb + 1) if not m.clitics.prep]
    behind = max(who, default=len(scan.words)) + 1
    return behind == len(scan.words) or behind in scan.commas or scan.cue_at("result", behind) is not None


def _is_of_words(scan: Scan, verb: int, words: frozenset[str]) -> bool:
    """Whether one of some words stands behind a verb."""
    return any(word.norm in words for word in scan.words[verb + 1 : verb + 1 + _NEAR])
