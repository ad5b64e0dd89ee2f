"""When an act was that has no time words of its own, if anything tells it."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.model import Modality, Period, Span
from marsad.reading.factuality.background import is_aside, is_background, is_habitual
from marsad.reading.groups.groups import Group
from marsad.reading.scan import Scan
from marsad.reading.times.clock import DAY, SHARED, WEEK, Clock
from marsad.reading.times.own_dates import COMPARED_REACH, MOST, is_of_publishing, is_of_what_it_saw, tells_which
from marsad.reading.times.periods import BEGUN, SINCE, in_tense, is_once, period_of, with_duration
from marsad.reading.word_sets import word_set

#: What somebody does by speaking is done when the report is written, not when what it tells of happened.
_IN_WORDS: Final = frozenset(("accusation", "request", "threat", "sanction", "meeting", "agreement", "aid"))

#: How far behind a speech act its own adverbs stand; what is spoken of goes on.
_SPOKEN: Final = 2


def time_without_date(
    scan: Scan, group: Group, extent: tuple[int, int], clock: Clock, modality: Modality
) -> Period | None:
    """When a group was that has no time words of its own."""
    first, last = extent
    told = min(last, group.last + _SPOKEN) if group.kind in _IN_WORDS else last  # طالب بوقف الخروق اليومية
    if modality != "happened" or is_habitual(scan, first, told) or _is_wont(scan, group):
        return None
    if group.echo and group.kind in clock.kinds:
        return replace(clock.kinds[group.kind], span=None, why="the time of what it takes up")
    if _open_since(scan, group) or _since_something(scan, last) or _is_honoured(scan, group, clock):
        return None
    if is_background(scan, first):
        return _of_sentence(scan, group, len(scan.words), clock, modality)
    if _is_unbounded(scan, group, extent):
        stretch = clock.main if clock.main is not None and clock.main.end - clock.main.start > WEEK else None
        return replace(stretch, span=None, why="the stretch that the report is about") if stretch else None
    if (shared := _of_sentence(scan, group, first, clock, modality)) is not None:
        return shared
    if not scan.dates and group.lead.is_verb and (before := period_taken_up(scan, 0, first - 1, clock)) is not None:
        return replace(before, span=None, why=SHARED)  # في الفترة نفسها أيضا، وألقت القوات القبض
    if is_aside(scan):
        return None
    usual = _default(group, clock)
    return with_duration(scan, first, last, group, usual) if usual else None


def _of_sentence(scan: Scan, group: Group, first: int, clock: Clock, modality: Modality) -> Period | None:
    """The one time that a sentence names before a word: كان خمسة قد قتلوا أمس، كما قتل اثنان في أ."""
    if len(scan.dates) != 1 or scan.dates[0].last >= first or group.kind in _IN_WORDS:
        return None
    if is_of_publishing(scan, scan.dates[0]) or is_of_what_it_saw(scan, group, scan.dates[0]):
        return None
    shared = period_of(scan, scan.dates[0], clock.published, once=is_once(scan, group))
    return replace(in_tense(shared, scan.dates[0], modality, clock.published), why=SHARED)


_NOWADAYS: Final = word_set("undated", "nowadays")


def _is_wont(scan: Scan, group: Group) -> bool:
    """Whether a sentence tells what somebody does time and again: وتشن جماعات مسلحة هجمات على قرى حدودية."""
    lead = group.lead
    verb = lead.verb
    if lead.is_verb or verb is None or verb.first or verb.clitics.lead != "و" or scan.dates:
        return False
    present = isinstance(verb.form, VerbForm) and verb.form.tense == "present" and not verb.clitics.prep
    many = lead.match.form == "pl" and not lead.match.clitics.definite
    return present and many and not any(word.norm in _NOWADAYS for word in scan.words)


def _open_since(scan: Scan, group: Group) -> bool:
    """Whether something is only named as what a state goes back to: منذ سيطرت جماعة على العاصمة، ممن هجرهم القصف."""
    before = [word.norm for word in scan.words[max(0, group.first - 2) : group.first]]
    return before[-1:] in (["منذ"], ["ومنذ"], ["ممن"]) or before == ["منذ", "ان"]


#: How far before an act it is told that somebody had a part in it.
_PART_REACH: Final = 6

_PART: Final = tuple(word_set("undated", "part"))
_HONOURING: Final = word_set("undated", "honouring")


def _is_honoured(scan: Scan, group: Group, clock: Clock) -> bool:
    """Whether an act is only what somebody is praised or mourned for: أشاد بدورهم في تحرير أ، نعى من قاتل في أ."""
    if group.lead.is_verb or group.kind in clock.kinds:
        return False
    near = range(max(0, group.first - _PART_REACH), group.lead.match.first)
    part = next((at for at in near if scan.words[at].norm.lstrip("وبل").startswith(_PART)), -1)
    if part > 0 and any(word.norm.removeprefix("و") in _HONOURING for word in scan.words[:part]):
        clock.honoured.add(group.kind)
    return group.kind in clock.honoured


#: Words for a short while ago, which bound nothing.
_OF_LATE: Final = frozenset(("موخرا", "الاونه"))

#: How far from an act such words stand.
_OF_LATE_REACH: Final = 8
DOCUMENTING: Final = word_set("undated", "documenting")
_UP_TO_NOW: Final = word_set("undated", "up_to_now")

#: Their last words, which a sentence has to have before more is asked.
_NOW: Final = frozenset([words.split()[-1] for words in _UP_TO_NOW])

#: How far before an act it may be told up to when an account goes.
_NOW_REACH: Final = 12

#: What leads to an earlier act for which something is done: على خلفية استهداف رتل.
_GROUNDS: Final = ("علي خلفيه", "ردا علي", "انتقاما ل")


def _is_unbounded(scan: Scan, group: Group, extent: tuple[int, int]) -> bool:
    """Whether words say of the time only that it is long or short ago: مؤخرا، منذ بداية الأزمة، وثقت حتى اليوم."""
    first, last = extent
    if scan.has_word(_OF_LATE) and any(
        scan.words[at].norm in _OF_LATE and abs(at - group.lead.first) <= _OF_LATE_REACH
        for at in range(first, last + 1)
    ):
        return True
    if (
        scan.has_word(_NOW)
        and any(word.norm.lstrip("و") in DOCUMENTING for word in scan.words[: group.first])
        and any(scan.norms(at, at + 1) in _UP_TO_NOW for at in range(max(0, group.first - _NOW_REACH), last))
    ):
        return True
    return not group.lead.is_verb and scan.norms(group.first - 2, group.first - 1) in _GROUNDS


def _since_something(scan: Scan, last: int) -> bool:
    """Whether words reckon from an event whose day they do not tell: منذ بدء الحرب، منذ سريان الهدنة."""
    return scan.has_word(SINCE) and any(
        word.norm in SINCE and scan.words[at + 1].norm in BEGUN and at <= last and not _is_compared(scan, at)
        for at, word in enumerate(scan.words[:-1])
    )


def _is_compared(scan: Scan, since: int) -> bool:
    """Whether an act is only told to be the first or worst of its sort since then: وهو الأعنف منذ بدء الحرب."""
    before = [word.norm for word in scan.words[max(0, since - COMPARED_REACH) : since]]
    return any(norm.startswith(MOST) or tells_which(norm) for norm in before)


def _default(group: Group, clock: Clock) -> Period | None:
    """The day of the report's event; for one that names none the day of publication and the day before."""
    if clock.main is not None and group.kind not in _IN_WORDS:
        return replace(clock.main, span=None, why="the day of the report's event before")
    if clock.published is None:
        return None
    return Period(clock.published - DAY, clock.published, "day", None, "the day of publication and the day before")


def period_taken_up(scan: Scan, first: int, last: int, clock: Clock) -> Period | None:
    """The time named before that words take up: خلالها، في الفترة نفسها، منذ ذلك الحين."""
    for cue in scan.cue("time"):
        if not first <= cue.first <= last:
            continue
        sort = cue.payload.value
        if (day := _day_of_month(scan, cue, clock)) is not None:
            return day
        found = clock.stretch if sort == "stretch" else clock.last
        if found is None:
            return None
        words = Span(scan.words[cue.first].start, scan.words[cue.last].end)
        if sort == "since" and clock.published is not None:
            return Period(found.start, max(found.end, clock.published), "range", words, "since a time named before")
        return replace(found, span=words, why="a time named before")
    return None


def _day_of_month(scan: Scan, cue: Match, clock: Clock) -> Period | None:
    """The day that is told of a month named before: في 18 من الشهر نفسه."""
    at = cue.first - 1 - (scan.words[cue.first - 1].norm in ("من", "ال"))
    number = next((each for each in scan.numbers if each.last == at and at > 0), None)
    months = "شهر" in scan.norms(cue.first, cue.last)
    if clock.last is None or number is None or not months or number.number.high != number.number.low:
        return None
    day = int(number.number.low)
    if not 1 <= day <= _SHORTEST_MONTH:
        return None
    told = clock.last.start.replace(day=day)
    words = Span(scan.words[number.first].start, scan.words[cue.last].end)
    return Period(told, told, "day", words, "a day of the month named before")


#: Of so many days is every month.
_SHORTEST_MONTH: Final = 28
