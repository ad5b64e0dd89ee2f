"""When a claim was: its own time words, those that it shares with others, or the day of the report's event."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from marsad.arabic.calendar import Amount, find_amount, find_dates
from marsad.arabic.inflection import VerbForm
from marsad.arabic.numbers import find_ordinal
from marsad.knowledge.entries import LightVerb
from marsad.model import Modality, Period, Span
from marsad.reading import factuality
from marsad.reading.groups import Group
from marsad.reading.scan import BEGINNINGS, COMPLEMENTIZERS, Dated, Scan
from marsad.reading.word_sets import word_set

#: Kinds that are done once: "since 2017" tells when they were, and they do not last.
_ONCE: Final = frozenset(("capture", "handover", "agreement", "withdrawal", "deployment", "operation", "release"))
#: What somebody does by speaking is done when the report is written, not when what it tells of happened.
_IN_WORDS: Final = frozenset(("accusation", "request", "threat", "sanction", "meeting", "agreement", "aid"))
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
#: What a report may be about as a whole: خلال شهر آذار، في عشرة أشهر. What goes on since long is not it.
_STRETCHES: Final = frozenset(("month", "within", "rolling", "range"))
#: How exact the words of whole weeks, months and years are.
_WHOLE: Final = frozenset(("week", "month", "season", "year", "decade"))
#: What the ordinal of a cue counts: لليوم الثالث، للأسبوع الثاني.
_NTH: Final = {"nth_day": _DAY, "nth_week": _WEEK}
#: Words behind which it is told what had been, or what all comes to.
_EARLIER: Final = word_set("times", "earlier")
#: Words before "since" that tell how rare something is, and not how long it goes on.
_FIRST: Final = word_set("times", "first")
#: Reckonings back from today that such words may stand before: الأعنف منذ أشهر، الأكبر خلال الأسابيع الأخيرة.
_REACHING_BACK: Final = frozenset(("since", "within", "rolling"))
_AFTER: Final = word_set("times", "after")
#: How far before a happening "three days after" may stand, in words: بعد ثلاثة أيام من إعلان الطرفين هدنة.
_OFFSET_REACH: Final = 14
_SHARED: Final = "shared: the time that its sentence names"


_SAID: Final = "when it was said"


def is_said(when: Period | None) -> bool:
    """Whether words tell only when something was said: أعلنت الوزارة اليوم مقتل خمسة."""
    return when is not None and when.why == _SAID


def is_own(when: Period | None) -> bool:
    """Whether words of a claim's own bound its time."""
    return when is not None and when.span is not None and when.why != _SHARED


@dataclass(slots=True)
class Clock:
    """The times that a report has named so far: the day it appeared, and the times of what it told.

    `honoured` are the kinds of acts that somebody is praised or mourned for, on a day that nobody tells.
    """

    published: date | None
    main: Period | None = None
    last: Period | None = None
    stretch: Period | None = None
    kinds: dict[str, Period] = field(default_factory=dict)
    honoured: set[str] = field(default_factory=set)

    def note(self, kind: str, found: Period) -> None:
        """Keep a time that words named: later sentences take it up (خلالها، هذه الفترة، القصف)."""
        self.last = found
        if found.end - found.start > _WEEK:
            self.stretch = found
        else:
            self.kinds[kind] = found


def note_stretch(scan: Scan, clock: Clock) -> None:
    """Keep the time that a report on what was done within it names at its head: حصيلة العمليات من 3 إلى 9 آذار."""
    if clock.main is not None or not scan.cue("document"):
        return
    for dated in scan.dates:
        monthly = dated.date.basis == "month" and _is_just_over(dated, clock.published)
        if monthly or (dated.date.basis in _STRETCHES and _is_main(scan, dated, clock.published)):
            clock.main = clock.stretch = _period(scan, dated, clock.published, once=False)
            return


def _is_just_over(dated: Dated, published: date | None) -> bool:
    """Whether a month ended a fortnight ago at most, when accounts of it appear."""
    return published is not None and timedelta(0) <= published - dated.date.last <= 2 * _WEEK


def time_of(
    scan: Scan, groups: list[Group], at: int, extent: tuple[int, int], clock: Clock, modality: Modality
) -> Period | None:
    """When one group of a sentence, with the words that belong to it, was or will be."""
    group, (first, last) = groups[at], extent
    dated = _nearest_date(scan, first, last, group, only=len(groups) == 1)
    if dated is not None and modality != "happened" and _of_saying(scan, group, dated):
        dated = None  # قالوا، مساء الأربعاء، إنه من المتوقع أن
    if dated is not None and modality == "requested" and at and groups[at - 1].first < dated.first < group.first:
        dated = None  # أغلق محتجون صباح الاثنين الطريق للمطالبة بالإفراج عن
    taken_up = _taken_up(scan, first, last, clock)
    if taken_up is not None and (dated is None or _of_saying(scan, group, dated)):
        return taken_up
    after = _amount_before(scan, group) if dated is None or dated.last < group.first else None
    if after is not None and after.days != 0:
        return _so_long_before(scan, group, after, clock) if modality == "happened" else None
    if dated is None:
        return _undated(scan, group, extent, clock, modality)
    found = _period(scan, dated, clock.published, once=_is_once(scan, group))
    found = _in_tense(found, dated, modality, clock.published)
    found = _until(scan, dated, _lasting(scan, first, last, group, found))
    if _of_saying(scan, group, dated):
        found = replace(found, why=_SAID)
    if modality == "happened":
        clock.note(group.kind, found)
        if (
            (clock.main is None or _is_nearer(found, clock.main))
            and _is_main(scan, dated, clock.published)
            and not _told_besides(scan, group, first)
        ):
            clock.main = found
    return found


def _undated(scan: Scan, group: Group, extent: tuple[int, int], clock: Clock, modality: Modality) -> Period | None:
    """When a group was that has no time words of its own."""
    first, last = extent
    told = min(last, group.last + _SPOKEN) if group.kind in _IN_WORDS else last  # طالب بوقف الخروق اليومية
    if modality != "happened" or factuality.habitual(scan, first, told) or _is_wont(scan, group):
        return None
    if group.echo and group.kind in clock.kinds:
        return replace(clock.kinds[group.kind], span=None, why="the time of what it takes up")
    if _open_since(scan, group) or _since_something(scan, last) or _is_honoured(scan, group, clock):
        return None
    if factuality.background(scan, first):
        return _of_sentence(scan, group, len(scan.words), clock, modality)
    if _is_unbounded(scan, group, extent):
        stretch = clock.main if clock.main is not None and clock.main.end - clock.main.start > _WEEK else None
        return replace(stretch, span=None, why="the stretch that the report is about") if stretch else None
    if (shared := _of_sentence(scan, group, first, clock, modality)) is not None:
        return shared
    if not scan.dates and group.lead.is_verb and (before := _taken_up(scan, 0, first - 1, clock)) is not None:
        return replace(before, span=None, why=_SHARED)  # في الفترة نفسها أيضا، وألقت القوات القبض
    if factuality.aside(scan):
        return None
    usual = _default(group, clock)
    return _lasting(scan, first, last, group, usual) if usual else None


def _of_sentence(scan: Scan, group: Group, first: int, clock: Clock, modality: Modality) -> Period | None:
    """The one time that a sentence names before a word: كان خمسة قد قتلوا أمس، كما قتل اثنان في أ."""
    if len(scan.dates) != 1 or scan.dates[0].last >= first or group.kind in _IN_WORDS:
        return None
    if _of_publishing(scan, scan.dates[0]) or _is_of_what_it_saw(scan, group, scan.dates[0]):
        return None
    shared = _period(scan, scan.dates[0], clock.published, once=_is_once(scan, group))
    return replace(_in_tense(shared, scan.dates[0], modality, clock.published), why=_SHARED)


def _broke_out(scan: Scan, dated: Dated) -> bool:
    """Whether a war is told by when it began and what it cost: الحرب التي اندلعت في نيسان، أسفرت عن مقتل الآلاف."""
    low = max(1, dated.first - _SINCE_REACH)
    began = (at for at in range(dated.first - 1, low, -1) if scan.words[at].norm in _BREAKING_OUT)
    at = next(began, 0)
    if not at or scan.words[at - 1].norm not in ("التي", "الذي"):
        return False
    near = (*range(max(0, at - _COST_REACH), at), *range(dated.last + 1, dated.last + _COST_REACH))
    return any(cue.first in near for cue in scan.cue("result"))


_BREAKING_OUT: Final = word_set("times", "breaking_out")
#: How far before a war or behind its day what it cost is told.
_COST_REACH: Final = 5


#: How far behind a speech act its own adverbs stand; what is spoken of goes on.
_SPOKEN: Final = 2


def _is_wont(scan: Scan, group: Group) -> bool:
    """Whether a sentence tells what somebody does time and again: وتشن جماعات مسلحة هجمات على قرى حدودية."""
    lead = group.lead
    verb = lead.verb
    if lead.is_verb or verb is None or verb.first or verb.clitics.lead != "و" or scan.dates:
        return False
    present = isinstance(verb.form, VerbForm) and verb.form.tense == "present" and not verb.clitics.prep
    many = lead.match.form == "pl" and not lead.match.clitics.definite
    return present and many and not any(word.norm in _NOWADAYS for word in scan.words)


_NOWADAYS: Final = word_set("times", "nowadays")


def _open_since(scan: Scan, group: Group) -> bool:
    """Whether something is only named as what a state goes back to: منذ سيطرت جماعة على العاصمة، ممن هجرهم القصف."""
    before = [word.norm for word in scan.words[max(0, group.first - 2) : group.first]]
    return before[-1:] in (["منذ"], ["ومنذ"], ["ممن"]) or before == ["منذ", "ان"]


def _is_honoured(scan: Scan, group: Group, clock: Clock) -> bool:
    """Whether an act is only what somebody is praised or mourned for: أشاد بدورهم في تحرير أ، نعى من قاتل في أ."""
    if group.lead.is_verb or group.kind in clock.kinds:
        return False
    near = range(max(0, group.first - _PART_REACH), group.lead.match.first)
    part = next((at for at in near if scan.words[at].norm.lstrip("وبل").startswith(_PART)), -1)
    if part > 0 and any(word.norm.removeprefix("و") in _HONOURING for word in scan.words[:part]):
        clock.honoured.add(group.kind)
    return group.kind in clock.honoured


#: How far before an act it is told that somebody had a part in it, and the words for that.
_PART_REACH: Final = 6
_PART: Final = tuple(word_set("times", "part"))
_HONOURING: Final = word_set("times", "honouring")


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
        and any(word.norm.lstrip("و") in _DOCUMENTING for word in scan.words[: group.first])
        and any(scan.norms(at, at + 1) in _UP_TO_NOW for at in range(max(0, group.first - _NOW_REACH), last))
    ):
        return True
    return not group.lead.is_verb and scan.norms(group.first - 2, group.first - 1) in _GROUNDS


#: Words for a short while ago that bound nothing, and how far from an act they stand.
_OF_LATE: Final = frozenset(("موخرا", "الاونه"))
_OF_LATE_REACH: Final = 8
_DOCUMENTING: Final = word_set("times", "documenting")
_UP_TO_NOW: Final = word_set("times", "up_to_now")
_NOW: Final = frozenset([words.split()[-1] for words in _UP_TO_NOW])
_NOW_REACH: Final = 12
#: What leads to an earlier act for which something is done: على خلفية استهداف رتل.
_GROUNDS: Final = ("علي خلفيه", "ردا علي", "انتقاما ل")


def _since_something(scan: Scan, last: int) -> bool:
    """Whether words reckon from an event whose day they do not tell: منذ بدء الحرب، منذ سريان الهدنة."""
    return scan.has_word(_SINCE) and any(
        word.norm in _SINCE and scan.words[at + 1].norm in _BEGUN and at <= last and not _is_compared(scan, at)
        for at, word in enumerate(scan.words[:-1])
    )


def _is_compared(scan: Scan, since: int) -> bool:
    """Whether an act is only told to be the first or worst of its sort since then: وهو الأعنف منذ بدء الحرب."""
    before = [word.norm for word in scan.words[max(0, since - _COMPARED_REACH) : since]]
    return any(norm.startswith(_MOST) or _tells_which(norm) for norm in before)


_MOST: Final = tuple(word_set("times", "most"))
_COMPARED_REACH: Final = 5


#: Of what began once.
_BEGUN: Final = BEGINNINGS | {"بدات", "اندلعت", "الحرب"}


def _default(group: Group, clock: Clock) -> Period | None:
    """The day of the report's event; for one that names none the day of publication and the day before."""
    if clock.main is not None and group.kind not in _IN_WORDS:
        return replace(clock.main, span=None, why="the day of the report's event before")
    if clock.published is None:
        return None
    return Period(clock.published - _DAY, clock.published, "day", None, "the day of publication and the day before")


def _told_besides(scan: Scan, group: Group, first: int) -> bool:
    """Whether something is only the background of what is told: كان قد، بعد أن."""
    before = scan.words[max(first, group.first - 3) : group.first]
    return factuality.background(scan, first) or any(word.norm in _AFTER for word in before)


def _in_tense(found: Period, dated: Dated, modality: Modality, published: date | None) -> Period:
    """A time as its tense allows: nothing happened after the report, no plan is for last Wednesday."""
    if published is None:
        return found
    if modality == "happened":
        if dated.date.basis == "within" and found.start == published < found.end:
            return replace(found, start=published - (found.end - published), end=published)  # الثاني في غضون أيام
        return (
            replace(found, end=published)
            if dated.date.precision in _WHOLE and found.start <= published < found.end
            else found
        )
    if dated.date.basis == "weekday" and found.end < published:
        return replace(found, start=found.start + _WEEK, end=found.end + _WEEK)
    if dated.date.basis == "within" and found.end == published:
        return replace(found, start=published, end=published + (published - found.start))
    return found


def _taken_up(scan: Scan, first: int, last: int, clock: Clock) -> Period | None:
    """The time named before that words take up: خلالها، في الفترة نفسها، منذ ذلك الحين."""
    for cue in scan.cue("time"):
        if not first <= cue.first <= last:
            continue
        sort = cue.payload.value
        found = clock.stretch if sort == "stretch" else clock.last
        if found is None:
            return None
        words = Span(scan.words[cue.first].start, scan.words[cue.last].end)
        if sort == "since" and clock.published is not None:
            return Period(found.start, max(found.end, clock.published), "range", words, "since a time named before")
        return replace(found, span=words, why="a time named before")
    return None


def _amount_before(scan: Scan, group: Group) -> Amount | None:
    """How long before something else a happening was: بعد ثلاثة أيام من هجوم على القاعدة، غداة قصف البلدة."""
    for at in range(max(0, group.first - _OFFSET_REACH), group.first):
        word = scan.words[at].norm.removeprefix("و")
        if word not in ("بعد", "عقب", "غداه") or any(at < comma <= group.first for comma in scan.commas):
            continue
        if word == "غداه":
            return Amount(0, 1)
        begin = scan.words[at + (2 if scan.words[at + 1].norm in _SOME else 1)].start
        amount = scan.published and find_amount(scan.text[begin : scan.words[group.first].start], scan.published)
        after = scan.word_at(begin + amount.end) + 1 if amount else 0
        if amount and any(word.norm in ("من", "علي") for word in scan.words[after : after + 2]):
            return amount
    return None


#: So many that nobody counts: بعد بضعة أيام من كمين.
_SOME: Final = frozenset(("بضعه", "عده"))


def _so_long_before(scan: Scan, group: Group, amount: Amount, clock: Clock) -> Period | None:
    """The day so long before the report's event; of what lasted so long, all days up to it: بعد أيام من القتال."""
    now = clock.main.end if clock.main else clock.published
    if amount.days is None or now is None:
        return None
    day = now - amount.days * _DAY
    lasted = group.kind in _WENT_ON and scan.words[group.first - 1].norm == "من" and group.lead.match.clitics.definite
    return Period(day, now if lasted else day, "range" if lasted else "day", None, "so long before the report's event")


#: What goes on for days.
_WENT_ON: Final = frozenset(("clash", "restriction", "protest", "shelling"))


def _lasting(scan: Scan, first: int, last: int, group: Group, found: Period) -> Period:
    """A time with how long what began or ended then lasts: لمدة 48 ساعة، استمر خمسة أيام، لليوم الثالث."""
    if found.end - found.start > _WEEK:
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
            return replace(found, start=found.end - (amount.days - 1) * _DAY, precision="range")
        more = amount.days - (found.precision not in ("part_of_day", "night"))
        return replace(found, end=found.start + more * _DAY, precision="range")
    return found


def _until(scan: Scan, dated: Dated, found: Period) -> Period:
    """A day on which something began with the day up to which it goes on: انطلق أمس ويستمر حتى الخميس المقبل."""
    for other in scan.dates:
        if other.date.basis != "until" or other.first <= dated.last or found.end >= other.date.last:
            continue
        if any(word.norm.removeprefix("و") in _GOING_ON for word in scan.words[dated.last + 1 : other.first]):
            return replace(found, end=other.date.last, precision="range")
    return found


_GOING_ON: Final = word_set("times", "going_on")


def _is_once(scan: Scan, group: Group) -> bool:
    """Whether something was done once; what somebody is doing, or did to so many, may go on since long."""
    verb = group.lead.verb
    goes_on = verb is not None and isinstance(verb.form, VerbForm) and verb.form.tense == "present"
    behind = range(group.last + 1, min(group.last + _SEVERAL, len(scan.words)))
    several = any(at in scan.numerals and at not in scan.dated for at in behind)
    return group.kind in _ONCE and not (goes_on or (several and group.kind != "agreement"))


#: How far behind a word the number may stand of what it was done to: تسلم الجيش منذ مطلع الشهر 11 موقعا.
_SEVERAL: Final = 10


def _period(scan: Scan, dated: Dated, published: date | None, *, once: bool) -> Period:
    """The time of a date; "since" is the beginning of what is done once, and a stretch up to today of what goes on."""
    words = Span(scan.words[dated.first].start, scan.words[dated.last].end)
    told = dated.date
    if told.basis == "since" and once:
        began = dated.first + (scan.words[dated.first].norm in _SINCE)  # منذ تموز, but منذ سيطرة القوات في تموز
        inner = find_dates(scan.words_text(began, dated.last), published)
        if inner:
            return Period(inner[0].first, inner[0].last, inner[0].precision, words, "since: when it began")
    before = [word.norm for word in scan.words[max(0, dated.first - 3) : dated.first]]
    since = not _SINCE.isdisjoint(before) or _since_what_was(scan, dated)
    if since and not once and published is not None and told.last < published:
        return Period(told.first, published, "range", words, "since")
    if published is not None and published - told.last > _MONTH and _broke_out(scan, dated):
        return Period(told.first, published, "range", words, "since: what broke out then and took its toll")
    if before[-1:] == ["بعد"] and told.precision == "day" and published is not None and told.last < published:
        return Period(told.first, published, "range", words, "after")
    return Period(told.first, told.last, told.precision, words, told.basis)


def _since_what_was(scan: Scan, dated: Dated) -> bool:
    """Whether a date is that of an event since which something goes on: منذ الإطاحة بالرئيس في تموز."""
    for at in range(dated.first - 1, max(-1, dated.first - _SINCE_REACH), -1):
        if at + 1 in scan.commas:
            return False
        if verbs := scan.at("verb", at):
            begins = any(isinstance(m.payload, LightVerb) and m.payload.aspect == "start" for m in verbs)
            return begins and scan.norms(at - 2, at - 1) in ("منذ ان", "ومنذ ان")  # منذ أن بدأت القوات حملتها في تموز
        if scan.words[at].norm in _SINCE:
            noun = any(scan.words[each].norm.startswith("ال") for each in (at + 1, at + 2))  # منذ سقوط النظام في
            noun = noun or scan.words[at + 1].norm in _BEGUN | {"وقف"}
            return noun and at + 1 not in scan.dated
    return False


_SINCE: Final = frozenset(("منذ", "ومنذ"))
_SINCE_REACH: Final = 14


def _is_account(scan: Scan) -> bool:
    """Whether a sentence is of an account of what was documented: رصدت الشبكة خلال أسبوع."""
    return bool(scan.cue("document")) or any(word.norm.lstrip("و") in _DOCUMENTING for word in scan.words)


def _is_nearer(found: Period, main: Period) -> bool:
    """Whether a day is told behind the months or years that an account spans: what follows is of that day."""
    return found.end - found.start <= timedelta(days=2) and main.end - main.start > _MONTH


_MONTH: Final = timedelta(days=31)


def _is_main(scan: Scan, dated: Dated, published: date | None) -> bool:
    """Whether a date may be the time that the report is about: a day that is no old one, or a stretch up to now.

    Days that only a toll comes from are not: مقتل 150 شخصا خلال عشرة أيام.
    """
    told = dated.date
    if told.precision in ("day", "part_of_day", "night"):
        return published is None or -_DAY <= published - told.last <= timedelta(days=3)
    if told.basis in ("within", "rolling") and told.last - told.first <= 2 * _WEEK and not _is_account(scan):
        return False
    return told.basis in _STRETCHES and published is not None and timedelta(0) <= published - told.last <= _WEEK


def _nearest_date(scan: Scan, first: int, last: int, group: Group, *, only: bool) -> Dated | None:
    """The date of a group's own words; one behind a verb of saying tells when it was said, where another stands."""
    inside = [dated for dated in scan.dates if first <= dated.first <= last and not _of_earlier(scan, group, dated)]
    inside = [dated for dated in inside if not (_names_treaty(scan, dated) or _begins_later(scan, group, dated))]
    inside = [d for d in inside if not (_is_told_aside(scan, group, d) or _is_of_what_it_saw(scan, group, d))]
    if inside:
        later = [dated for dated in inside if not _of_saying(scan, group, dated)]
        return min(later or inside, key=lambda dated: (_distance(dated, group), dated.date.last - dated.date.first))
    before = [dated for dated in scan.dates if dated.last < first and (only or dated.first <= 6)]
    before = [dated for dated in before if not _of_publishing(scan, dated)]
    return before[-1] if before else None


def _is_told_aside(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date stands in an aside on who speaks or acts: قال اللواء، الذي تشكل في آب الماضي، إن."""
    if dated.last >= group.first or not any(dated.last < comma <= group.first for comma in scan.commas):
        return False
    back = range(max(0, dated.first - _ASIDE_REACH), dated.first)
    return any(at in scan.commas and scan.words[at].norm in ("الذي", "التي", "الذين") for at in back)


#: How far before a date the aside may begin that it stands in.
_ASIDE_REACH: Final = 14


def _is_of_what_it_saw(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date is that of what a place saw before, told besides: أفرجوا عنهم من السجن الذي شهد تمردا في آب."""
    for at in range(dated.first - 1, max(0, dated.first - _ASIDE_REACH), -1):
        if at + 1 in scan.commas:
            return False
        if scan.words[at].norm in _SAW and scan.words[at - 1].norm in ("الذي", "التي"):
            told_of = at <= group.first and not any(dated.last < comma <= group.first for comma in scan.commas)
            return not told_of and bool(scan.at("place_cue", at - 2) or not scan.at("trigger", at - 2))
    return False


_SAW: Final = word_set("times", "saw")


def _begins_later(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a day is that on which what was agreed will begin: توصلوا إلى هدنة تبدأ مساء الاثنين."""
    before = {word.norm for word in scan.words[max(group.last + 1, dated.first - 2) : dated.first]}
    return group.kind == "agreement" and not before.isdisjoint(_BEGINNING)


_BEGINNING: Final = word_set("times", "beginning")


def _names_treaty(scan: Scan, dated: Dated) -> bool:
    """Whether an old year only tells which of its sort is meant: اتفاق الهدنة لعام 1949."""
    if dated.date.precision != "year" or scan.published is None:
        return False
    return scan.words[dated.first].norm in _OF_YEAR and dated.date.last.year < scan.published.year - 1


_OF_YEAR: Final = frozenset(("لعام", "لسنه", "للعام"))


def _of_saying(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date tells when something was said: أعلنت الوزارة أمس مقتل ..."""
    if group.voice is None or not group.voice.at < dated.first < group.first:
        return False
    between = scan.words[group.voice.at + 1 : dated.first]
    return not any(word.norm in COMPLEMENTIZERS for word in between)


#: How far before a stretch that reaches back "the first" may stand: أول زيارة رسمية للعراق منذ 13 عاما.
_FIRST_REACH: Final = 6


def _of_earlier(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether a date belongs to what had been before: بموجب عفو كان قد صدر في آب، لأول مرة منذ آب."""
    before = scan.words[max(0, dated.first - _FIRST_REACH) : dated.first]
    if dated.date.basis in _REACHING_BACK and any(_tells_which(word.norm) for word in before):
        return True
    if _is_rarest_since(scan, group, dated) or _of_publishing(scan, dated):
        return True
    between = range(group.last + 1, dated.first)
    return any(scan.words[at].norm in _EARLIER or _is_reckoned(scan, at, dated) for at in between)


def _tells_which(norm: str) -> bool:
    """Whether a word tells which of its sort an act is: هي الأولى، الجريمة الـ 70."""
    return norm.removeprefix("ب") in _FIRST or norm == "ال" or (norm.startswith("ال") and norm[2:].isdigit())


def _is_reckoned(scan: Scan, at: int, dated: Dated) -> bool:
    """Whether a month or year is that of what another act is reckoned from: قبيل سيطرة القوات على أ في تموز 2018."""
    if scan.words[at].norm not in _RECKONING or scan.words[at + 1].norm not in BEGINNINGS:
        return False
    return dated.date.precision in _WHOLE and not any(at < comma <= dated.first for comma in scan.commas)


_RECKONING: Final = word_set("times", "reckoning")


def _is_rarest_since(scan: Scan, group: Group, dated: Dated) -> bool:
    """Whether an act is told to be the worst of its sort since then: الأشد دموية منذ انهيار الهدنة في تموز."""
    for at in range(dated.first - 1, max(-1, dated.first - _SINCE_REACH), -1):
        if at + 1 in scan.commas:
            return False
        if scan.words[at].norm in _SINCE:
            low = max(0, at - _COMPARED_REACH)
            return group.first < at and any(
                word.norm in _FIRST or word.norm.startswith(_MOST) for word in scan.words[low:at]
            )
    return False


def _of_publishing(scan: Scan, dated: Dated) -> bool:
    """Whether a date is that of a report or a statement: أصدرت الشبكة أمس تقريرا، في حصيلة نشرتها الوزارة الأحد."""
    for at in range(dated.first - 1, max(-1, dated.first - _PUBLISHED_REACH), -1):
        if scan.words[at].norm.removeprefix("و") in _PUBLISHING:
            near = (*scan.words[max(0, at - 3) : at], *scan.words[dated.last + 1 : dated.last + 4])
            near = (*near, *scan.words[at + 1 : dated.first])
            return any(word.norm.removeprefix("ال").startswith(_DOCUMENTS) for word in near)
        if scan.at("trigger", at) or scan.at("verb", at):
            return False
    return False


_PUBLISHED_REACH: Final = 7
_PUBLISHING: Final = word_set("times", "publishing")
_DOCUMENTS: Final = tuple(word_set("times", "documents"))


def _distance(dated: Dated, group: Group) -> int:
    if group.first <= dated.first <= group.last:
        return 0
    return min(abs(dated.first - group.last), abs(group.first - dated.last))
