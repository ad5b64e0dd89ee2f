"""Which date of its sentence is that of an act, and not of what was said, published or done before."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.entries import LightVerb
from marsad.reading.groups.groups import Group
from marsad.reading.kinds import OF_PEOPLE
from marsad.reading.scan import BEGINNINGS, COMPLEMENTIZERS, Dated, Scan
from marsad.reading.times.clock import WEEK
from marsad.reading.times.periods import SINCE, SINCE_REACH, WHOLE
from marsad.reading.word_sets import word_set


def nearest_date(scan: Scan, first: int, last: int, group: Group, *, only: bool) -> Dated | None:
    """The date of a group's own words; one behind a verb of saying tells when it was said, where another stands."""
    inside = [dated for dated in scan.dates if first <= dated.first <= last and not _of_earlier(scan, group, dated)]
    inside = [dated for dated in inside if not (_names_treaty(scan, dated) or _begins_later(scan, group, dated))]
    inside = [d for d in inside if not (_is_told_aside(scan, group, d) or is_of_what_it_saw(scan, group, d))]
    inside = [d for d in inside if not _is_of_relative(scan, group, d)]
    inside = [dated for dated in inside if not _is_of_death(scan, group, dated)]
    if inside:
        later = [dated for dated in inside if not is_of_saying(scan, group, dated)]
        return min(later or inside, key=lambda dated: (_distance(dated, group), dated.date.last - dated.date.first))
    before = [dated for dated in scan.dates if dated.last < first and (only or dated.first <= 6)]
    before = [dated for dated in before if not is_of_publishing(scan, dated)]
    return before[-1] if before else None


#: How far before a date the aside may begin that it stands in.
_ASIDE_REACH: Final = 14


def _is_told_aside(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date stands in an aside on who speaks or acts: قال اللواء، الذي تشكل في آب الماضي، إن."""
    if dated.last >= group.first or not any(dated.last < comma <= group.first for comma in scan.commas):
        return False
    back = range(max(0, dated.first - _ASIDE_REACH), dated.first)
    return any(at in scan.commas and scan.words[at].norm in ("الذي", "التي", "الذين") for at in back)


_SAW: Final = word_set("own_dates", "saw")


def is_of_what_it_saw(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date is that of what a place saw before, told besides: أفرجوا عنهم من السجن الذي شهد تمردا في آب."""
    for at in range(dated.first - 1, max(0, dated.first - _ASIDE_REACH), -1):
        if at + 1 in scan.commas:
            return False
        if scan.words[at].norm in _SAW and scan.words[at - 1].norm in ("الذي", "التي"):
            told_of = at <= group.first and not any(dated.last < comma <= group.first for comma in scan.commas)
            return not told_of and bool(scan.at("place_cue", at - 2) or not scan.at("trigger", at - 2))
    return False


_DEATHS: Final = word_set("own_dates", "deaths")
_BEHIND: Final = word_set("own_dates", "behind")


def _is_of_death(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date is that of the death after which people march: احتجاجات بعد وفاة فلان في منتصف الشهر الماضي."""
    if group.kind not in OF_PEOPLE or dated.last < group.last:
        return False
    for at in range(group.last + 2, dated.first):
        if scan.words[at].norm in _DEATHS and scan.words[at - 1].norm in _BEHIND:
            return not any(at < comma <= dated.first for comma in scan.commas)
    return False


_BEGINNING: Final = word_set("own_dates", "beginning")


def _is_of_relative(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether an old or long time is that of a clause on something else: توقيف مطلوب في القائمة التي أعلنت قبل عام."""
    if scan.published is None or scan.published - dated.date.last <= WEEK >= dated.date.last - dated.date.first:
        return False
    for at in range(dated.first - 1, group.last + _BESIDE_ACT, -1):
        if at + 1 in scan.commas:
            return False
        if scan.words[at].norm in _WHICH:
            verbs = [m for m in scan.at("verb", at + 1) if not isinstance(m.payload, LightVerb)]
            return bool(verbs) and not any(each.first == at + 1 for each in group.members)
    return False


_WHICH: Final = frozenset(("الذي", "التي", "الذين"))
#: A relative clause so near behind an act is on the act.
_BESIDE_ACT: Final = 2


def _begins_later(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a day is that on which what was agreed will begin: توصلوا إلى هدنة تبدأ مساء الاثنين."""
    before = {word.norm for word in scan.words[max(group.last + 1, dated.first - 2) : dated.first]}
    return group.kind == "agreement" and not before.isdisjoint(_BEGINNING)


#: Before a year that tells which treaty is meant.
_OF_YEAR: Final = frozenset(("لعام", "لسنه", "للعام"))


def _names_treaty(scan: Scan, dated: Dated) -> bool:
    """Whether an old year only tells which of its sort is meant: اتفاق الهدنة لعام 1949."""
    if dated.date.precision != "year" or scan.published is None:
        return False
    return scan.words[dated.first].norm in _OF_YEAR and dated.date.last.year < scan.published.year - 1


def is_of_saying(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date tells when something was said: أعلنت الوزارة أمس مقتل ..."""
    if group.voice is None or not group.voice.at < dated.first < group.first:
        return False
    between = scan.words[group.voice.at + 1 : dated.first]
    return not any(word.norm in COMPLEMENTIZERS for word in between)


_EARLIER: Final = word_set("own_dates", "earlier")

#: Reckonings back from today before which it may be told how rare an act is: الأكبر خلال الأسابيع الأخيرة.
_REACHING_BACK: Final = frozenset(("since", "within", "rolling"))

#: How far before a stretch that reaches back "the first" may stand: أول زيارة رسمية للعراق منذ 13 عاما.
_FIRST_REACH: Final = 6


def _of_earlier(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date belongs to what had been before: بموجب عفو كان قد صدر في آب، لأول مرة منذ آب."""
    before = scan.words[max(0, dated.first - _FIRST_REACH) : dated.first]
    if dated.date.basis in _REACHING_BACK and any(tells_which(word.norm) for word in before):
        return True
    if _is_rarest_since(scan, group, dated) or is_of_publishing(scan, dated):
        return True
    between = range(group.last + 1, dated.first)
    return any(scan.words[at].norm in _EARLIER or _is_reckoned(scan, at, dated) for at in between)


_FIRST: Final = word_set("own_dates", "first")


def tells_which(norm: str) -> bool:
    """Whether a word tells which of its sort an act is: هي الأولى، الجريمة الـ 70."""
    return norm.removeprefix("ب") in _FIRST or norm == "ال" or (norm.startswith("ال") and norm[2:].isdigit())


_RECKONING: Final = word_set("own_dates", "reckoning")


def _is_reckoned(scan: Scan, at: int, dated: Dated) -> bool:
    """Whether a month or year is that of what another act is reckoned from: قبيل سيطرة القوات على أ في تموز 2018."""
    if scan.words[at].norm not in _RECKONING or scan.words[at + 1].norm not in BEGINNINGS:
        return False
    return dated.date.precision in WHOLE and not any(at < comma <= dated.first for comma in scan.commas)


MOST: Final = tuple(word_set("own_dates", "most"))

#: How far before "since" it stands that an act is the first or worst of its sort.
COMPARED_REACH: Final = 5


def _is_rarest_since(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether an act is told to be the worst of its sort since then: الأشد دموية منذ انهيار الهدنة في تموز."""
    for at in range(dated.first - 1, max(-1, dated.first - SINCE_REACH), -1):
        if at + 1 in scan.commas:
            return False
        if scan.words[at].norm in SINCE:
            low = max(0, at - COMPARED_REACH)
            return group.first < at and any(
                word.norm in _FIRST or word.norm.startswith(MOST) for word in scan.words[low:at]
            )
    return False


#: How far before a date the word of publishing may stand.
_PUBLISHED_REACH: Final = 7
_PUBLISHING: Final = word_set("own_dates", "publishing")
_DOCUMENTS: Final = tuple(word_set("own_dates", "documents"))


def is_of_publishing(scan: Scan, dated: Dated) -> bool:
    """Whether a date is that of a report or a statement: أصدرت الشبكة أمس تقريرا، في حصيلة نشرتها الوزارة الأحد."""
    for at in range(dated.first - 1, max(-1, dated.first - _PUBLISHED_REACH), -1):
        if scan.words[at].norm.removeprefix("و") in _PUBLISHING:
            near = (*scan.words[max(0, at - 3) : at], *scan.words[dated.last + 1 : dated.last + 4])
            near = (*near, *scan.words[at + 1 : dated.first])
            return any(word.norm.removeprefix("ال").startswith(_DOCUMENTS) for word in near)
        if scan.at("trigger", at) or scan.at("verb", at):
            return False
    return False


def _distance(dated: Dated, group: Group) -> int:
    """How many words part a date from a group, 0 for one within it."""
    if group.first <= dated.first <= group.last:
        return 0
    return min(abs(dated.first - group.last), abs(group.first - dated.last))
