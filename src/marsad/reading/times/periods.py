"""The period that a date stands for: as its tense allows, as long as what began then lasts, or so long before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from marsad.arabic.calendar import Amount, find_amount, find_dates
from marsad.arabic.inflection import VerbForm
from marsad.arabic.numbers import find_ordinal
from marsad.knowledge.entries import LightVerb
from marsad.model import Modality, Period, Span
from marsad.reading.groups.groups import Group
from marsad.reading.scan import BEGINNINGS, Dated, Scan
from marsad.reading.times.clock import DAY, WEEK, Clock
from marsad.reading.word_sets import word_set

SINCE: Final = frozenset(("منذ", "ومنذ"))
MONTH: Final = timedelta(days=31)


def period_of(scan: Scan, dated: Dated, published: date | None, *, once: bool) -> Period:
    """The time of a date; "since" is the beginning of what is done once, and a stretch up to today of what goes on."""
    words = Span(scan.words[dated.first].start, scan.words[dated.last].end)
    told = dated.date
    if told.basis == "since" and once:
        began = dated.first + (scan.words[dated.first].norm in SINCE)  # منذ تموز, but منذ سيطرة القوات في تموز
        inner = find_dates(scan.words_text(began, dated.last), published)
        if inner:
            return Period(inner[0].first, inner[0].last, inner[0].precision, words, "since: when it began")
    before = [word.norm for word in scan.words[max(0, dated.first - 3) : dated.first]]
    since = not SINCE.isdisjoint(before) or _since_what_was(scan, dated)
    if since and not once and published is not None and told.last < published:
        return Period(told.first, published, "range", words, "since")
    if published is not None and published - told.last > MONTH and _broke_out(scan, dated):
        return Period(told.first, published, "range", words, "since: what broke out then and took its toll")
    if before[-1:] == ["بعد"] and told.precision == "day" and published is not None and told.last < published:
        return Period(told.first, published, "range", words, "after")
    return Period(told.first, told.last, told.precision, words, told.basis)


#: What began once, or its beginning: behind "since" it is an event whose day is not told.
BEGUN: Final = BEGINNINGS | {"بدات", "اندلعت", "الحرب"}

#: The noun of ceasing, which is spelt like a verb.
_ENDED: Final = frozenset(("وقف",))

#: How far before a date "since" may stand, or the verb of breaking out.
SINCE_REACH: Final = 14


def _since_what_was(scan: Scan, dated: Dated) -> bool:
    """Whether a date is that of an event since which something goes on: منذ الإطاحة بالرئيس في تموز."""
    for at in range(dated.first - 1, max(-1, dated.first - SINCE_REACH), -1):
        if at + 1 in scan.commas and at + 2 < dated.first:
            return False
        if scan.words[at].norm not in _ENDED and (verbs := scan.at("verb", at)):
            begins = any(isinstance(m.payload, LightVerb) and m.payload.aspect == "start" for m in verbs)
            return begins and scan.norms(at - 2, at - 1) in ("منذ ان", "ومنذ ان")  # منذ أن بدأت القوات حملتها في تموز
        if scan.words[at].norm in SINCE:
            noun = any(scan.words[each].norm.startswith("ال") for each in range(at + 1, min(at + 5, dated.first)))
            noun = noun or scan.words[at + 1].norm in BEGUN | _ENDED  # منذ سقوط النظام في، منذ إعلان وقف النار في
            return noun and at + 1 not in scan.dated
    return False


_BREAKING_OUT: Final = word_set("periods", "breaking_out")

#: How far before a war or behind its day what it cost is told.
_COST_REACH: Final = 5


def _broke_out(scan: Scan, dated: Dated) -> bool:
    """Whether a war is told by when it began and what it cost: الحرب التي اندلعت في نيسان، أسفرت عن مقتل الآلاف."""
    low = max(1, dated.first - SINCE_REACH)
    began = (at for at in range(dated.first - 1, low, -1) if scan.words[at].norm in _BREAKING_OUT)
    at = next(began, 0)
    if not at or scan.words[at - 1].norm not in ("التي", "الذي"):
        return False
    near = (*range(max(0, at - _COST_REACH), at), *range(dated.last + 1, dated.last + _COST_REACH))
    return any(cue.first in near for cue in scan.cue("result"))


#: Kinds that are done once: "since 2017" tells when they were, and they do not last.
_ONCE: Final = frozenset(("capture", "handover", "agreement", "withdrawal", "deployment", "operation", "release"))

#: How far behind a word the number may stand of what it was done to: تسلم الجيش منذ مطلع الشهر 11 موقعا.
_SEVERAL: Final = 10


def is_once(scan: Scan, group: Group) -> bool:
    """Whether something was done once; what somebody is doing, or did to so many, may go on since long."""
    verb = group.lead.verb
    goes_on = verb is not None and isinstance(verb.form, VerbForm) and verb.form.tense == "present"
    behind = range(group.last + 1, min(group.last + _SEVERAL, len(scan.words)))
    several = any(at in scan.numerals and at not in scan.dated for at in behind)
    return group.kind in _ONCE and not (goes_on or (several and group.kind != "agreement"))


#: How exact the words of whole weeks, months and years are.
WHOLE: Final = frozenset(("week", "month", "season", "year", "decade"))


def in_tense(found: Period, dated: Dated, modality: Modality, published: date | None) -> Period:
    """A time as its tense allows: nothing happened after the report, no plan is for last Wednesday."""
    if published is None:
        return found
    if modality == "happened":
        if dated.date.basis == "within" and found.start == published < found.end:
            return replace(found, start=published - (found.end - published), end=published)  # الثاني في غضون أيام
        return (
            replace(found, end=published)
            if dated.date.precision in WHOLE and found.start <= published < found.end
            else found
        )
    if dated.date.basis == "weekday" and found.end < published:
        return replace(found, start=found.start + WEEK, end=found.end + WEEK)
    if dated.date.basis == "within" and found.end == published:
        return replace(found, start=published, end=published + (published - found.start))
    return found


#: What the ordinal of a cue counts: لليوم الثالث، للأسبوع الثاني.
_NTH: Final = {"nth_day": DAY, "nth_week": WEEK}


def with_duration(scan: Scan, first: int, last: int, group: Group, found: Period) -> Period:
    """A time with how long what began or ended then lasts: لمدة 48 ساعة، استمر خمسة أيام، لليوم الثالث."""
    if found.end - found.start > WEEK:
        return found
    for cue in scan.cue("lasting"):
        if not first <= cue.first <= last or cue.last + 1 >= len(scan.words):
            continue
        if group.kind in _ONCE and cue.payload.value not in _NTH:
            continue
        rest = scan.text[scan.words[cue.last + 1].start : scan.words[-1].end]
        if cue.payload.value in _NTH:
            nth = find_ordinal(rest)
            back = ((nth or 1) - 1) * _NTH[cue.payload.value]
            return replace(found, start=found.end - back, precision="range") if back else found
        amount = find_amount(rest, found.end)
        if amount is None or not amount.days:
            continue
        if cue.payload.value == "past":
            return replace(found, start=found.end - (amount.days - 1) * DAY, precision="range")
        more = amount.days - (found.precision not in ("part_of_day", "night"))
        return replace(found, end=found.start + more * DAY, precision="range")
    return found


_GOING_ON: Final = word_set("periods", "going_on")


def with_end(scan: Scan, dated: Dated, found: Period) -> Period:
    """A day on which something began with the day up to which it goes on: انطلق أمس ويستمر حتى الخميس المقبل."""
    for other in scan.dates:
        if other.date.basis != "until" or other.first <= dated.last or found.end >= other.date.last:
            continue
        if any(word.norm.removeprefix("و") in _GOING_ON for word in scan.words[dated.last + 1 : other.first]):
            return replace(found, end=other.date.last, precision="range")
    return found


#: How far before a happening "three days after" may stand, in words: بعد ثلاثة أيام من إعلان الطرفين هدنة.
_OFFSET_REACH: Final = 14

#: How long before the day that is named what "the morrow of" leads to was.
DAY_BEFORE: Final = Amount(0, 1)

#: So many that nobody counts: بعد بضعة أيام من كمين.
_SOME: Final = frozenset(("بضعه", "عده"))


def amount_before(scan: Scan, group: Group) -> Amount | None:
    """How long before something else a happening was: بعد ثلاثة أيام من هجوم على القاعدة، غداة قصف البلدة."""
    for at in range(max(0, group.first - _OFFSET_REACH), group.first):
        word = scan.words[at].norm.removeprefix("و")
        if word not in ("بعد", "عقب", "غداه") or any(at < comma <= group.first for comma in scan.commas):
            continue
        if word == "غداه":
            return DAY_BEFORE
        begin = scan.words[at + (2 if scan.words[at + 1].norm in _SOME else 1)].start
        amount = scan.published and find_amount(scan.text[begin : scan.words[group.first].start], scan.published)
        after = scan.word_at(begin + amount.end) + 1 if amount else 0
        if amount and any(word.norm in ("من", "علي") for word in scan.words[after : after + 2]):
            return amount
    return None


#: What goes on for days.
_WENT_ON: Final = frozenset(("clash", "restriction", "protest", "shelling"))


def so_long_before(scan: Scan, group: Group, amount: Amount, clock: Clock, told: Dated | None) -> Period | None:
    """The day so long before the report's event, or before the day that is `told` with it.

    Of what lasted so long, all days up to it: بعد أيام من القتال.
    """
    now = clock.main.end if clock.main else clock.published
    if told is not None:
        now = period_of(scan, told, clock.published, once=True).end
    if amount.days is None or now is None:
        return None
    day = now - amount.days * DAY
    lasted = group.kind in _WENT_ON and scan.words[group.first - 1].norm == "من" and group.lead.match.clitics.definite
    return Period(day, now if lasted else day, "range" if lasted else "day", None, "so long before the report's event")
