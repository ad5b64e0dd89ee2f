"""When a report was published: as given, or by the lines at the headline, its address or its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from marsad.arabic.calendar import Date, find_dates
from marsad.arabic.folding import fold, fold_letters
from marsad.intake.lines import Line, words_of
from marsad.model import Basis

_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d))?")
_IN_URL: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([/\-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_LAST_IN_URL: Final = re.compile(r"(?<!\d)(\d\d)-?(\d\d)-?(20\d\d)(?![\d-])")
_MONTH_IN_URL: Final = re.compile(r"/(20\d\d)/(\d\d)/")
#: Thirteen digits and more that count from 2011 to 2033: ordinary numbers of articles have half as many.
_EPOCH: Final = re.compile(r"(?<!\d)(1[3-9]\d{8})\d{3,6}(?!\d)")
_FIRST_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()
_SECONDS_A_DAY: Final = 86_400
_CLOCK: Final = re.compile(
    r"(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d)?(?!\d)\s*(am|pm|م|ص|مساء|صباحا)?(?!\w)"
)
_FULL_DATE: Final = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d")
_TODAY: Final = re.compile(r"(?<!\w)(?:ل?اليوم|ليوم|هذا اليوم)(?!\w)")
_LATE: Final = re.compile(r"(?<!\w)[ول]?امس[ ،,]")
_YESTERDAY: Final = re.compile(r"(?<!\w)(?:امس|الماضي|الفاءت)(?!\w)")
_WEEKDAYS: Final = ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد")
_TODAYS_WEEKDAY: Final = re.compile(rf"(?<!\w)(اليوم|امس)[،,]?\s+({'|'.join(_WEEKDAYS)})(?!\w)")
_UNTIL: Final = re.compile(r"(?<!\w)منذ\s[^.\n]{3,50}\s(?:حتي|لغايه)(?:\s+(?:يوم|مساء|صباح))?\s+$")
_UNTIL_REACH: Final = 80
_POST: Final = re.compile(r"\(@\w+\)\s*([^\n]{6,24})")
#: So many days at most lie between a post that a report shows, or a day that it tells of, and the report.
_SOON: Final = 2
_WEEKDAY_AND_DAY: Final = re.compile(rf"(?<!\w)({'|'.join(_WEEKDAYS)})[\s،,(]+\d{{1,2}}(?![\d.:-]|\s?/\s?\d)")
_DIGEST: Final = re.compile(r"(?<!\w)(?:نشره|حصاد|موجز|ملخص|حصيله|ابرز|اهم)(?!\w)")
_YEAR: Final = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
#: Years after the latest that a report names in which it may have been written: a weekday fits only one of
#: these.
_YEARS_ON: Final = 3
#: The year up to which a report may be from whose text names no year (raised with each release, so that the same
#: report is always read alike), and how far before it. A day falls on the same weekday every five to eleven years.
_LATEST_YEAR: Final = 2026
_YEARS_BACK: Final = 15
_TODAY_REACH: Final = 12
_DASH: Final = re.compile(r"[^\n]{0,24}?[-–—/(]")
_FIRST_YEAR, _LAST_YEAR = 1985, 2100
_LONGEST_STAMP: Final = 90
_HEAD: Final = 25
_LEAD: Final = 600
#: A line of so many words and fewer is no sentence of a report's lead.
_SHORTEST: Final = 6
_NEAR: Final = 5
_OPENING: Final = 60

#: What may stand in a line beside its date without making it a sentence.
_IDLE: Final = frozenset(
    words_of(
        fold(
            "نشر نشرت في يوم تاريخ النشر تم الساعة بتوقيت التوقيت المحلي دمشق مكة غرينتش آخر تحديث"
            " التحديث جرينتش م ص ه هـ مساء صباحا الموافق ل الأحد الاثنين الأثنين الثلاثاء الأربعاء الخميس"
            " الجمعة السبت am pm gmt utc t z published updated last update posted on at by"
        )
    )
)


class Stamp(NamedTuple):
    """A moment of publication (ISO 8601, a day or a minute), how it is known, and the lines that say so.

    `others` are further days that what is written would fit as well, the likeliest first.
    """

    moment: str
    basis: Basis
    lines: tuple[int, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        return date.fromisoformat(self.moment[:10])


#: A line that is a date, and the reason of its label.
DateLine = tuple[Stamp, str | None]


def given_stamp(written: str | None) -> str | None:
    """A date handed in with a report, as ISO 8601; none if it cannot be read. Of several the first counts."""
    if not written or not written.strip():
        return None
    folded = fold(written)
    if match := _ISO.search(folded):
        year, month, day, hour, minute = match.groups()
        clock = f"{hour}:{minute}" if hour and (hour, minute) != ("00", "00") else None
        if moment := _moment(int(year), int(month), int(day), clock):
            return moment
    written = written[:200]
    return next((_at(found.first, _beside(written, found)) for found in _days(written)), None)


def stamp_in_url(url: str | None) -> Stamp | None:
    """The day in an address such as `/2021/06/29/` or `…-29-06-2021`."""
    for match in _IN_URL.finditer(url or ""):
        year, joint, month, day = match.groups()
        moment = _moment(int(year), int(month), int(day), None) if joint or len(month + day) == 4 else None
        if moment:
            return Stamp(moment, "stated")
    for match in _LAST_IN_URL.finditer((url or "").partition("?")[0]):
        day, month, year = map(int, match.groups())
        if moment := _moment(year, month, day, None):
            return Stamp(moment, "stated")
    return None


def stamp_in_number(url: str | None) -> Stamp | None:
    """The day of an article whose number in its address is the moment of its making, in milliseconds."""
    match = _EPOCH.search((url or "").partition("?")[0])
    if not match:
        return None
    day = date.fromordinal(_FIRST_EPOCH_DAY + int(match.group(1)) // _SECONDS_A_DAY)
    return Stamp(day.isoformat(), "inferred")


def stamp_in_title(rest: str) -> Stamp | None:
    """The day in what was cut off from a page's title (`… - 07.10.2023, سبوتنيك عربي`)."""
    found = next(_days(rest), None)
    return Stamp(found.first.isoformat(), "stated") if found else None


def stamp_in_lines(
    dated: Sequence[DateLine], lines: Sequence[Line], reasons: Sequence[str | None], top: int
) -> Stamp | None:
    """The stamp among the date lines of a page.

    Labelled ones come before others, those under the headline before those above it. A menu above the headline often
    shows the day on which the page was fetched: a date there counts only next to the headline, and where the report's
    beginning names no other.
    """
    stamps = [(stamp, label) for stamp, label in dated if label or _is_near(stamp, lines, top)]
    if not stamps:
        return None
    anchors = list(_anchors(_lead(lines, reasons, top)))
    today = [anchor for anchor in anchors if anchor.is_today]
    for wanted in ("date", None, "update"):
        for stamp, label in stamps:
            if label == wanted and stamp.lines[0] > top and (wanted == "date" or _agrees(stamp.day, today)):
                return stamp
    return next((stamp for stamp, _ in stamps if _agrees(stamp.day, anchors)), None)


def _is_near(stamp: Stamp, lines: Sequence[Line], top: int) -> bool:
    """Whether an unlabelled date stands near the headline; near running text, where there is no headline."""
    at = stamp.lines[0]
    return abs(at - top) <= _NEAR if top >= 0 else any(line.is_paragraph for line in lines[at + 1 : at + 1 + _NEAR])


def stamp_in_lead(
    lines: Sequence[Line], reasons: Sequence[str | None], top: int, title: str, url: str | None
) -> Stamp | None:
    """The day that a report itself names: at its opening (حلب 15-4-2017 - …), as today (اليوم 2 آب 2022), in
    the headline of a digest, below its last words, or by the weekday in a year that page or address name.
    """
    lead = _lead(lines, reasons, top)
    found = next(_days(lead[:_OPENING]), None)
    if found and len(words_of(lead[: found.start])) <= 3 and _DASH.match(lead, found.end):
        return Stamp(found.first.isoformat(), "stated")
    for text in (title, lead):
        for anchor in _anchors(text):
            if anchor.is_today:
                return Stamp(anchor.day.isoformat(), "inferred")
    digest = next(_anchors(title), None) if _DIGEST.search(fold_letters(title)) else None
    if digest:
        return Stamp(digest.day.isoformat(), "inferred")
    if signed := _signed_off(lines, reasons, top):
        return signed
    own = _own(lines, reasons, top)
    today = _weekday_of_today(own)
    told = _by_weekday(lead, lines, reasons, url) or _by_weekday(own, lines, reasons, url, told=True)
    if today is None or (told is not None and told.day.weekday() == today):
        return told
    return _of_today(today, lines, url) if told is None else _on_weekday(told.day, today) or told


def _weekday_of_today(text: str) -> int | None:
    """The weekday that a report first calls today, or that of the day behind what it calls yesterday."""
    match = _TODAYS_WEEKDAY.search(fold_letters(text))
    return (_WEEKDAYS.index(match.group(2)) + (match.group(1) == "امس")) % 7 if match else None


def _on_weekday(day: date, weekday: int) -> Stamp | None:
    """The first day from another on that falls on a weekday, if that comes soon."""
    later = (weekday - day.weekday()) % 7
    return Stamp((day + timedelta(days=later)).isoformat(), "inferred") if later <= _SOON else None


def _of_today(weekday: int, lines: Sequence[Line], url: str | None) -> Stamp | None:
    """The day that a report calls today by its weekday alone (اليوم الأحد), as a full date beside it makes clear.

    That is the date of a post that the report shows, or a date line of the page in the month of its address.
    """
    posts = (post.group(1) for line in lines if "@" in line.text for post in _POST.finditer(line.text))
    for found in (day for post in posts for day in _days(post)):
        if stamp := _on_weekday(found.first, weekday):
            return stamp
    month = _MONTH_IN_URL.search(url or "")
    for line in lines if month else ():
        day = next(_days(line.text), None) if "0" in line.words and is_bare(line) else None
        if day and day.first.weekday() == weekday and month and day.first.isoformat()[:7] == "-".join(month.groups()):
            return Stamp(day.first.isoformat(), "inferred")
    return None


def _signed_off(lines: Sequence[Line], reasons: Sequence[str | None], top: int) -> Stamp | None:
    """The date below a statement and the name of the body that makes it."""
    last = max((i for i, line in enumerate(lines) if line.is_paragraph and not reasons[i]), default=len(lines))
    for at in range(last + 2, len(lines)):
        if reasons[at] and reasons[at] != "outlet":
            break
        found = next(_days(lines[at].text), None)
        if found and is_bare(lines[at]) and at > top:
            return Stamp(found.first.isoformat(), "inferred", (at,))
    return None


def date_lines(lines: Sequence[Line], reasons: Sequence[str | None]) -> Iterator[DateLine]:
    """The lines that are a date and little else, each with the reason of its label."""
    for i, line in enumerate(lines):
        label = reasons[i] if reasons[i] in ("date", "update") else None
        if not label and (i >= _HEAD or line.closes or reasons[i] not in (None, "before the headline", "menu")):
            continue
        if len(line.text) > _LONGEST_STAMP or "0" not in line.words or len(line.words) > 18:
            continue
        found = next(_days(line.text), None)
        if found and (label or is_idle(_beside(line.text, found))):
            moment = _at(found.first, _beside(line.text, found))
            if len(moment) == 10 and i + 1 < len(lines) and _is_clock(lines[i + 1]):
                yield Stamp(_at(found.first, lines[i + 1].folded), "stated", (i, i + 1)), label
            else:
                yield Stamp(moment, "stated", (i,)), label


def _moment(year: int, month: int, day: int, clock: str | None) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return f"{found.isoformat()}T{clock}" if clock else found.isoformat()


def _days(text: str) -> Iterator[Date]:
    for found in find_dates(text, None) if _FULL_DATE.search(text) else ():
        if found.first == found.last and _FIRST_YEAR <= found.first.year <= _LAST_YEAR:
            yield found


def _beside(text: str, found: Date) -> str:
    """A text without its date."""
    return fold(f"{text[: found.start]} {text[found.end :]}")


def _at(day: date, beside: str) -> str:
    """The day, with the time of day that stands beside its date."""
    match = _CLOCK.search(beside)
    return f"{day.isoformat()}T{_clock(match)}" if match else day.isoformat()


def _clock(match: re.Match[str]) -> str:
    hour, half = int(match.group(1)), match.group(3)
    if half in ("pm", "م", "مساء") and hour < 12:
        hour += 12
    elif half in ("am", "ص", "صباحا") and hour == 12:
        hour = 0
    return f"{hour:02}:{match.group(2)}"


def _is_clock(line: Line) -> bool:
    match = _CLOCK.search(line.folded) if len(line.text) <= 20 else None
    return bool(match and not words_of(line.folded[: match.start()] + line.folded[match.end() :]))


def is_idle(rest: str, most: int = 4) -> bool:
    """Whether what stands beside a date is at most a place, an outlet or the like."""
    words = words_of(_CLOCK.sub(" ", fold(rest)))
    return sum(word not in _IDLE and word != "0" for word in words) <= most


def is_date(line: Line) -> bool:
    """Whether a line is a date and little else."""
    found = next(_days(line.text), None) if "0" in line.words else None
    return bool(found and is_idle(_beside(line.text, found)))


def is_bare(line: Line) -> bool:
    """Whether a date line holds nothing but its date."""
    found = next(_days(line.text), None)
    return is_idle(_beside(line.text, found) if found else line.folded, most=0)


def _own(lines: Sequence[Line], reasons: Sequence[str | None], top: int) -> str:
    """The sentences of the report."""
    return "\n".join(
        line.text
        for i, line in enumerate(lines)
        if i > top and not reasons[i] and (line.is_paragraph or len(line.words) > _SHORTEST)
    )


def _lead(lines: Sequence[Line], reasons: Sequence[str | None], top: int) -> str:
    """The beginning of the report's own words."""
    own: list[str] = []
    size = 0
    for i, line in enumerate(lines):
        if i > top and not reasons[i] and len(line.words) > _SHORTEST and (line.is_paragraph or own):
            own.append(line.text)
            size += len(line.text)
            if size >= _LEAD:
                break
    return "\n".join(own)[:_LEAD]


class _Anchor(NamedTuple):
    day: date
    is_today: bool


def _anchors(lead: str) -> Iterator[_Anchor]:
    """The full dates that a text names, each with whether it is called today."""
    for found in _days(lead):
        before = fold_letters(lead[max(0, found.start - 25) : found.end])
        yield _Anchor(found.first, bool(_TODAY.search(before)) and not _YESTERDAY.search(before))


def _agrees(day: date, anchors: Sequence[_Anchor]) -> bool:
    """Whether a stamp fits what the lead names: today within some days, else one date not long before it."""
    return not anchors or any(-1 <= (day - it.day).days <= (3 if it.is_today else 31) for it in anchors)


def _by_weekday(
    lead: str, lines: Sequence[Line], reasons: Sequence[str | None], url: str | None, *, told: bool = False
) -> Stamp | None:
    """A date without its year (الثلاثاء 10 من آب), in a year that text, address or page name and it fits.

    Where they name none, "today, Tuesday 10 August" is of the latest year in which that was a Tuesday, and
    "yesterday, Tuesday 10 August" was written the day after. What is counted until a day is counted on it. With `told`,
    only such days count.
    """
    folded = fold_letters(lead)
    undated: Stamp | None = None
    for match in _WEEKDAY_AND_DAY.finditer(folded):
        is_today = bool(
            _TODAY.search(folded, max(0, match.start() - _TODAY_REACH), match.start())
            or _UNTIL.search(folded, max(0, match.start() - _UNTIL_REACH), match.start())
        )
        if told and not is_today:
            continue
        snippet, weekday = lead[match.start() : match.end() + 30], _WEEKDAYS.index(match.group(1))
        near = _fitting(snippet, weekday, _years(lines, reasons, url, is_today=is_today), match.end() - match.start())
        if found := next(near, None):
            return Stamp(found.isoformat(), "inferred")
        late = bool(_LATE.search(folded, max(0, match.start() - _TODAY_REACH), match.start()))
        if (is_today or late) and undated is None:
            first = max(_years_in(lines, [not reason for reason in reasons]), default=_LATEST_YEAR - _YEARS_BACK)
            years = range(_LATEST_YEAR, min(first, _LATEST_YEAR) - 1, -1)
            fits = _fitting(snippet, weekday, years, match.end() - match.start())
            days = [(day + timedelta(days=int(late))).isoformat() for day in fits]
            undated = Stamp(days[0], "inferred", others=tuple(days[1:])) if days else None
    return undated


def _fitting(snippet: str, weekday: int, years: Iterable[int], least: int) -> Iterator[date]:
    """The days that a weekday with day and month names in some years; `least` is where its number ends."""
    for year in years:
        for found in find_dates(snippet, date(year, 12, 31)):
            is_day = found.first == found.last and found.end > least
            if is_day and found.first.year == year and found.first.weekday() == weekday:
                yield found.first
                break


def _years(lines: Sequence[Line], reasons: Sequence[str | None], url: str | None, *, is_today: bool) -> dict[int, None]:
    """The years in which a report may have been written, the likeliest first.

    It names no year after its own as a rule: the latest that it names counts, and the next; where it speaks
    of its own day, so do some more and the year of the rights.
    """
    own = _years_in(lines, [not reason for reason in reasons])
    after = range(1 + (_YEARS_ON if is_today else 1))
    years = [max(own) + more for more in after] if own else []
    years += [int(year) for year in _YEAR.findall(url or "")]
    if is_today:
        years += _years_in(lines, [reason == "copyright" for reason in reasons])
    return dict.fromkeys(years)


def _years_in(lines: Sequence[Line], wanted: Sequence[bool]) -> list[int]:
    return [
        int(year)
        for line, each in zip(lines, wanted, strict=True)
        if each and "0" in line.words
        for year in _YEAR.findall(line.folded)
    ]
