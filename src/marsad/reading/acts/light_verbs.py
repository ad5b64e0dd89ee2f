"""Stage 5: which verbs say that what a noun names was done or befell somebody: شن غارة، تعرض لقصف، اندلعت اشتباكات."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.knowledge.entries import LightVerb
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening, word_before
from marsad.reading.acts.nominals import AIMING
from marsad.reading.scan import BEGINNINGS, COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set


def with_light_verbs(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Join each light verb to the first event noun that follows it, and leave out what only carries or does that."""
    lights = _light_verbs(scan)
    if not lights or not found:
        return found
    doers: set[int] = set()
    carried = _carried(scan, lights, found, doers)
    busy = {light.first for light in carried.values()} - {each.first for each in found if each.trigger.needs}
    joined = [Happening(each.match, each.kind, carried[at]) if at in carried else each for at, each in enumerate(found)]
    if busy:
        for each in joined:
            if each.first in busy:
                scan.doubt(each.match, "only carries the noun behind it (light_verbs.csv)")
    return [each for each in joined if each.first not in busy and each.first not in doers]


_OBJECTLESS: Final = word_set("light_verbs", "objectless")


def _light_verbs(scan: Scan) -> list[Match]:
    """The words of a sentence that are light verbs there, and nothing that is spelt alike."""
    lights = [m for m in scan.of("verb") if type(m.payload) is LightVerb and m.clitics.prep in ("", "س", "ل")]
    lights = [m for m in lights if m.form.person != "3fp" and not m.clitics.definite]  # لجان are committees
    lights = [m for m in lights if not (_lies_there(scan, m) or (m.clitics.suffix and m.payload.lemma in _OBJECTLESS))]
    if not lights:
        return lights
    dated = scan.dated  # مارس is March
    return [m for m in lights if m.first not in dated and not _is_town(scan, m.first)]


def _is_town(scan: Scan, at: int) -> bool:
    """Whether a word is a place that needs no word for a place before it, and so no verb: سرت, but not وتبنى."""
    places = scan.at("place", at)
    return any(not (each.payload.needs_cue or each.clitics.lead or each.clitics.prep) for each in places)


_WHEREABOUTS: Final = PREPOSITIONS | word_set("light_verbs", "whereabouts")


def _lies_there(scan: Scan, light: Match) -> bool:
    """Whether a verb only tells where something lies: نفق يقع تحت السياج."""
    if light.payload.lemma != "وقع" or light.form.tense != "present" or light.last + 1 >= len(scan.words):
        return False
    return scan.words[light.last + 1].norm in _WHEREABOUTS


_ALONGSIDE: Final = word_set("light_verbs", "alongside")


def _carried(scan: Scan, lights: list[Match], found: list[Happening], doers: set[int]) -> dict[int, Match]:
    """Which light verb carries which noun of `found`; `doers` takes the words that are the subjects of the verbs."""
    carried: dict[int, Match] = {}
    for light in lights:
        for at, each in enumerate(found):
            if light.last < each.first and not each.is_verb and _within_reach(scan, light.last, each.first):
                if word_before(scan, each.first) in _ALONGSIDE:
                    continue
                if _is_who_does(light, each, found[at + 1 :]):
                    doers.add(each.first)
                    continue
                carries = _led(scan, light, each) and not _is_aim_of(scan, light, each)
                if carries and not _parted(scan, light.last, each.first):
                    farther = carried.get(at)
                    if farther is None or _begins_clause(scan, farther.last, light.first):
                        carried[at] = light  # توقع أن يشن التنظيم هجمات
                break
            if each.first > light.last:
                break
    for light in lights:
        if light.payload.frame == "occurs" and not light.clitics.lead and light not in carried.values():
            subject = _subject_before(scan, light, found)
            if subject is not None:
                carried.setdefault(subject, light)
    return carried


#: Within how many words after a light verb its noun stands.
LIGHT_REACH: Final = 13


def _within_reach(scan: Scan, low: int, high: int) -> bool:
    """Whether few enough words stand between a light verb and its noun; when it was does not count."""
    return high - low <= LIGHT_REACH or sum(at not in scan.dated for at in range(low + 1, high + 1)) <= LIGHT_REACH


#: Words for people who march, and how far behind a light verb they may stand as its subject: عمد عدد من المحتجين.
_MARCHERS: Final = frozenset(("متظاهر", "محتج", "معتصم"))
_MARCHERS_REACH: Final = 4


def _is_who_does(light: Match, each: Happening, after: Sequence[Happening]) -> bool:
    """Whether who stands right behind a light verb does what its noun tells: شنت دوريات حملة، عمد محتجون إلى قطع."""
    marching = each.trigger.lemma in _MARCHERS and bool(light.payload.prep)
    gap = _MARCHERS_REACH if marching else 1
    beside = (each.kind == "patrol" or marching) and light.payload.frame == "does" and each.first - light.last <= gap
    return beside and bool(after) and not after[0].is_verb and after[0].first - light.last <= LIGHT_REACH


def _led(scan: Scan, light: Match, each: Happening) -> bool:
    """Whether a light verb has such nouns, and its preposition leads over to it: أقدم المسلحون على قتل."""
    prep, kinds = light.payload.prep, light.payload.kinds
    if kinds and each.kind not in kinds:
        return False
    return not prep or any(word.norm == prep for word in scan.words[light.last + 1 : each.first])


_WHEN: Final = word_set("light_verbs", "when")


def _is_aim_of(scan: Scan, light: Match, each: Happening) -> bool:
    """Whether a noun tells what for or when something else is done: تجري تحقيقات لاعتقال المنفذين."""
    if light.payload.frame == "suffers" or each.first - light.last <= 1:
        return False
    if each.match.clitics.prep == "ب" and (light.payload.frame == "occurs" or light.payload.lemma == "وقع"):
        return True  # اتفاق وقع في تشرين الأول بانسحاب القوات: neither its subject nor what was signed
    return scan.words[each.first - 1].norm in _WHEN or (each.match.clitics.prep == "ل" and each.first - light.last > 2)


#: Within how many words after a light verb its noun stands where a comma parts them.
_REACH_OVER_COMMAS: Final = 7

FINDING_OUT: Final = word_set("light_verbs", "finding_out")

_RECORDING: Final = word_set("light_verbs", "recording")

_CIRCUMSTANCES: Final = word_set("light_verbs", "circumstances")


def _parted(scan: Scan, first: int, last: int) -> bool:
    """Whether a verb does not carry a noun further on: تسود مخاوف من اندلاع اشتباكات، لن تتوقف حتى استعادة المدينة."""
    if any(first < comma <= last and ":" in scan.words[comma].before for comma in scan.commas):
        return True
    inside = [comma for comma in scan.commas if first < comma <= last]
    commas = len(inside)
    if commas > 2 and any(comma in scan.dated for comma in inside):  # a phrase and a day are set off
        commas -= 1
    if commas % 2 and last - first > _REACH_OVER_COMMAS and not _is_object_behind(scan, inside, last):
        return True  # two of them only set something off
    between = scan.words[first + 1 : last]
    begun = bool(between) and between[-1].norm in BEGINNINGS
    if any(word.norm in _CIRCUMSTANCES for word in between[-1 - begun :]):
        return True
    if scan.cue_within(last - 2, last - 1, "matter"):
        return True
    if any(word.norm in FINDING_OUT for word in between) and not scan.words[last].norm.startswith("و"):
        return True
    if any(word.norm in AIMING for word in between):
        return True
    if between and between[-1].norm in _RECORDING:
        return True  # استطاع الفريق توثيق مقتل ثلاثة
    return scan.cue_within(first + 1, last - 1, "expected") or any(word.norm == "حتي" for word in between)


def _is_object_behind(scan: Scan, commas: list[int], last: int) -> bool:
    """Whether the only comma stands right before a bare noun: نفذت الشرطة في محافظة حمص، عملية أمنية."""
    return commas == [last] and not scan.words[last].norm.startswith(("و", "ال", "ف", "ب", "ل"))


def _begins_clause(scan: Scan, low: int, high: int) -> bool:
    """Whether "that" stands between two words."""
    return any(scan.words[at].norm in COMPLEMENTIZERS for at in range(low + 1, high))


#: Within how many words after its subject a light verb stands.
_SUBJECT_REACH: Final = 3


def _subject_before(scan: Scan, light: Match, found: list[Happening]) -> int | None:
    """Which event noun right before a light verb is its subject: القصف تجدد على أطراف القرية."""
    for at, each in enumerate(found):
        if 0 < light.first - each.last <= _SUBJECT_REACH and not each.is_verb:
            if any(each.last < comma <= light.first for comma in scan.commas):
                return None
            return at
    return None
