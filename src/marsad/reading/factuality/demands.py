"""Whether something is only asked for, or somebody's duty."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.factuality.governing import begin_behind, is_past, joint_between
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.word_sets import word_set

_LOOKED_INTO: Final = tuple(word_set("demands", "looked_into"))


def is_requested(scan: Scan, each: Happening, requests: list[Happening]) -> bool:
    """Whether a happening is only asked for, by one of the `requests` before it or by a cue: دعا إلى وقف القتال."""
    before = scan.norms(max(0, each.start - 2), each.start - 1)
    if not each.is_verb and before.endswith(_LOOKED_INTO):
        return False  # دعت المنظمة إلى التحقيق في ضربة
    if each.match.clitics.prep == "ب" and before.endswith("تحقيق"):
        return False  # طالبوا بالتحقيق بمقتل ابنهم
    for request in requests:
        if request.is_verb is False and any(request.last < comma <= each.start for comma in scan.commas):
            continue  # احتجاجات مطالبة بالعمل، لتتحول إلى اشتباكات
        if request.first and request.match.clitics.definite and scan.cue_at("planned", request.first - 1):
            continue  # ينص المقترح على تبادل الأسرى
        if _tells_on(scan, request.last, each.start):
            continue  # دعا إلى هدنة حيث تعاني البلاد من القتال
        if request.last < each.start and each is not request and not joint_between(scan, request.last, each.start):
            return not is_past(each) or _spelt_as_noun(each)
    if is_past(each):
        return False
    return any(_is_wanted(scan, cue, each) for cue in scan.cue("requested")) or _is_upon(scan, each)


def _tells_on(scan: Scan, low: int, high: int) -> bool:
    """Whether "where" and a present between two words tell what is so: دعا إلى هدنة حيث تعاني البلاد من القتال."""
    return any(scan.words[at].norm == "حيث" and scan.words[at + 1].norm[0] in "تي" for at in range(low + 1, high - 1))


_SPELT_AS_NOUNS: Final = word_set("demands", "spelt_as_nouns")


def _spelt_as_noun(each: Happening) -> bool:
    """Whether a bare past is spelt as its noun, which is what stands behind a request: طلب من الشرطة فرض حظر تجول."""
    light = each.light
    return light is not None and not light.clitics.lead and light.payload.lemma in _SPELT_AS_NOUNS


#: How far before what is asked for a cue of asking stands, and one of duty.
_ASKED: Final = 3
_DUTY_REACH: Final = 16
#: What joins an act to a word of duty.
_THAT_ONE: Final = frozenset(("ان", "وان", "الا"))


def _is_wanted(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether a cue asks for a happening; one of duty names before it whose it is: ينبغي للسلطات أن تفرج عنهم."""
    start = begin_behind(each, cue)
    gap = start - cue.last - 1
    if cue.payload.value != "duty" or gap < 0:
        return 0 <= gap <= _ASKED
    if each.verb is None:
        demanded = all(word.norm not in _THAT_ONE for word in scan.words[cue.last + 1 : start])
    else:
        demanded = start > 0 and scan.words[start - 1].norm in _THAT_ONE
    return demanded and gap <= _DUTY_REACH and not joint_between(scan, cue.last, start)


#: How far before what somebody has to do "upon" stands: على إسرائيل أن ترفع الحصار.
_UPON_REACH: Final = 8


def _is_upon(scan: Scan, each: Happening) -> bool:
    """Whether somebody is told that he has to: على إسرائيل أن ترفع الحصار."""
    if each.verb is None:
        return not each.harm and _is_noun_upon(scan, each.first)
    start = each.verb.first
    if start < 3 or scan.words[start - 1].norm != "ان":
        return False
    for at in range(start - 3, max(-1, start - _UPON_REACH), -1):
        if at + 1 in scan.commas or scan.at("verb", at + 1):
            return False
        if scan.words[at].norm in ("علي", "وعلي"):
            opens = at == 0 or bool(scan.words[at].before.strip()) or scan.words[at - 1].norm in COMPLEMENTIZERS
            return opens or scan.words[at].norm[0] == "و"
    return False


def _is_noun_upon(scan: Scan, start: int) -> bool:
    """Whether a noun is what a party has to do: قال إن على إسرائيل الانسحاب."""
    for at in range(start - 2, max(0, start - 5), -1):
        if scan.words[at].norm in ("علي", "وعلي"):
            party = any(m.last == start - 1 for sort in ("country", "actor", "metonym") for m in scan.at(sort, at + 1))
            return party and scan.words[at - 1].norm in COMPLEMENTIZERS
    return False
