"""Dates in Arabic news: which days an expression means, seen from the day of publication.

Months: Levantine, Gregorian, Maghrebi and Hijri (Umm al-Qura), double names (تشرين الأول/أكتوبر), figures in
all orders. Conventions where the language leaves room:

| words | days |
| --- | --- |
| a weekday | the latest one up to the day of publication; the next one in a sentence about the future |
| a day or month without a year | the latest; in a sentence about the future the next |
| a day over eight months back without a year | the next, if less than two months ahead |
| last night (الليلة الماضية، ليل أمس) | the day before and the day itself |
| the night of Monday | Monday and Tuesday |
| since X | X to the day of publication |
| in the last n days | n days before, to the day of publication |
| in the next n days | the day after, to n days after |
| n days ago | that one day, however large the unit |
| days ago | five days to one day before |
| beginning, middle, end of a month | 1 to 10, 11 to 20, 21 to the end |
| beginning, middle, end of a year | January to March, May to August, October to December |
| a week | Monday to Sunday |

Relative expressions need the day of publication; without it they are left out.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from marsad.arabic.dates import periods
from marsad.arabic.dates.days import Days
from marsad.arabic.dates.periods import ONE, Period
from marsad.arabic.dates.words import ARTICLE, COMMAS, HYPHENS, Hit, longest, spanning, starts, tells_year
from marsad.arabic.phrases import Tokens, scan

__all__ = ["Amount", "Date", "find_amount", "find_dates"]


@dataclass(slots=True, unsafe_hash=True)  # never changed; `frozen` takes three times as long to make
class Date:
    """A date as written at code points `[start, end)`: the days from `first` to `last`, both inclusive.

    `precision` is how exact the words are: day, part_of_day, night, week, month, season, year, decade, range.
    `basis` names the rule; `bare_part` is a part of a day with no day named (فجراً).
    """

    start: int
    end: int
    first: date
    last: date
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of time (ثلاثة أيام، أسبوعين، 48 ساعة) that ends at code point `end`.

    `days` it lasts, reckoned back from a day, none for some hours; None where the words leave it open (أيام، سنوات).
    """

    end: int
    days: int | None


def find_amount(text: str, until: date) -> Amount | None:
    """The amount of time with which `text` begins, as it lies before the day `until`."""
    tokens = scan(text)
    grammar = _Grammar(text, tokens, until, None, None)
    span = grammar.duration(0)
    if span is None or span.relative:
        return None
    hours = span.units[0][0] in {"hour", "minute"}
    days = (until - grammar.back(until, span)).days if span.known and not span.vague else 0 if hours else None
    return Amount(tokens.end(span.end - 1), days)


def find_dates(
    text: str, published: date | None, *, anchor: date | None = None, tense: str | None = None
) -> list[Date]:
    """All dates of `text`, in the order in which they stand; they never overlap.

    `published` is the day from which relative expressions are reckoned. `anchor` is the day of which the text
    before speaks (for ذلك اليوم and bare فجراً); without it, the date before in `text`. `tense`, "past" or
    "future", is that of the text, for weekdays and dates without a year; without it, the words decide.
    """
    tokens = scan(text)
    openings = starts(tokens)
    if not openings or (published is anchor is None and not tells_year(tokens.keys)):
        return []
    grammar = _Grammar(text, tokens, _day_of(published), _day_of(anchor), tense)
    found: list[Date] = []
    bare: list[Date] = []
    free = 0
    for at in openings:
        hit = grammar.expression(at) if at >= free else None
        if hit is None:
            continue
        free = hit.end
        if hit.period:
            one = Date(tokens.start(at), tokens.end(hit.end - 1), *hit.period, hit.basis)
            (bare if hit.basis == "bare_part" else found).append(one)
            if hit.basis != "bare_part" and anchor is None:
                grammar.anchor = one.first
    return found or bare


def _day_of(when: date | None) -> date | None:
    return when.date() if isinstance(when, datetime) else when


class _Grammar(Days):
    """Whole expressions: what bounds a day or a period, and ranges of them."""

    __slots__ = ("_spans",)

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        published: date | None,
        anchor: date | None,
        tense: str | None,
    ) -> None:
        super().__init__(text, tokens, published, anchor, tense)
        self._spans: dict[tuple[int, bool], Hit | None] = {}

    def expression(self, at: int) -> Hit | None:
        """The longest expression at `at`, with what bounds it."""
        hits = []
        for rule in self.rules(at):
            # A day that the calendar lacks (31 June), or one beyond all calendars, is no date.
            try:
                hits.append(rule(at))
            except (ValueError, OverflowError):
                continue
        return longest(hits)

    def rules(self, at: int) -> list[Callable[[int], Hit | None]]:
        found: list[Callable[[int], Hit | None]] = []
        for entry in self.entries(at):
            plain = not entry.preposition or entry.role == "called"  # لكتيبة 14 أكتوبر
            if (rule := _PREFIXES.get(entry.role)) and plain and not entry.definite:
                found.append(functools.partial(rule, self))
        found.append(self.stretch)
        if self.entry(at, "adverb"):
            found.append(self.bare_part)
        return found

    def no_date(self, at: int) -> Hit | None:
        name = self.entry(at, "name")
        return Hit(name[0], None, "name") if name else None

    def named_after(self, at: int) -> Hit | None:
        """شارع 21 أكتوبر، ثورة 25 يناير: a day that something is called after; with its year it is a day."""
        called = self.entry(at, "called")
        hit = self.dated(called[0]) if called else None
        if hit is None or hit.basis != "day_month" or self.key(hit.end - 1).isdigit():
            return None
        return Hit(hit.end, None, "name")

    def bare_part(self, at: int) -> Hit | None:
        """فجراً، ليلاً with no day: the day that the text speaks of."""
        adverb = self.entry(at, "adverb")
        of = self.anchor or self.published
        if not adverb or not of:
            return None
        if adverb[1].value == "night":
            return Hit(adverb[0], periods.night(of - ONE if of == self.published else of), "bare_part")
        return Hit(adverb[0], Period(of, of, "part_of_day"), "bare_part")

    def since(self, at: int) -> Hit | None:
        begin = self.plain(at, "since")
        now = self.published
        if not begin or not now:
            return None
        end = begin[0]
        if self.entry(end, "moment"):
            return Hit(end + 1, periods.day(now), "since")
        hit = self.span(end, loose=True)
        span = self.duration(end)
        from_now = self.entry(span.end, "from_now") if span else None
        if span and from_now:
            return Hit(from_now[0], periods.day(self.back(now, span)), "ago")
        if span and not (hit and hit.end > span.end):
            first = self.back(now, span)
            return Hit(span.end, Period(first, now, "range"), "since") if span.known else None
        if self.key(end) == "ذلك" and self.key(end + 1) in {"الحين", "الوقت", "التاريخ"}:
            return (self.anchor and Hit(end + 2, spanning(self.anchor, now), "since")) or None
        if hit is None or hit.period is None:
            return None
        first = hit.period.first
        if hit.basis == "part" and hit.period.precision == "month" and first.day == 11:
            first += 4 * ONE
        if until := self.until_after(hit.end):
            return Hit(until.end, spanning(first, until.days().last), "range")
        return Hit(hit.end, spanning(first, now), "since") if first <= now else hit

    def until_after(self, at: int) -> Hit | None:
        to = self.plain(at + (self.key(at) in COMMAS), "until", "to")
        return self.span(to[0], loose=True) if to else None

    def until(self, at: int) -> Hit | None:
        until = self.plain(at, "until")
        if not until:
            return None
        hit = self.span(until[0], loose=True)
        if not hit or not hit.period:
            return None
        now = self.published
        if now and hit.period == periods.day(now):
            return Hit(hit.end, None, "until_now")
        return Hit(hit.end, spanning(now, hit.period.last), "until") if now and hit.period.last > now else None

    def ago(self, at: int) -> Hit | None:
        ago = self.plain(at, "ago")
        now = self.published
        if not ago:
            return None
        if self.entry(ago[0], "moment"):
            return (now and Hit(ago[0] + 1, periods.day(now), "ago")) or None
        if span := self.duration(ago[0]):
            from_now = self.entry(span.end, "from_now")
            if not from_now and self.key(span.end) == "من":
                return Hit(span.end, None, "before_something")
            if not now or not span.known:
                return None
            first, last = self.back(now, span), now
            last = now - ONE if span.vague and span.units[0][0] != "hour" else first
            end = from_now[0] if from_now else span.end
            return Hit(end, Period(first, last, "range" if span.vague else span.precision), "ago")
        hit = self.span(ago[0], loose=True)
        if not hit or not hit.period or not now:
            return None
        if hit.period.last < now:
            return Hit(hit.end, None, "before")
        if hit.period.first < now and hit.period.precision in {"night", "part_of_day"}:
            return hit
        return Hit(hit.end, spanning(now, hit.period.last), "before")

    def after(self, at: int) -> Hit | None:
        after = self.plain(at, "after")
        span = self.duration(after[0]) if after else None
        if not after or not span:
            return None
        from_now = self.entry(span.end, "from_now")
        sure = from_now or self.future(at) or self.whole(at, span.end)
        if not sure or (self.key(span.end) == "من" and not from_now):
            return Hit(span.end, None, "after_something")
        if not self.published or not span.known or span.vague:
            return None
        there = self.ahead(self.published, span)
        return Hit(from_now[0] if from_now else span.end, periods.day(there), "ahead")

    def within(self, at: int) -> Hit | None:
        within = self.plain(at, "within", "within_next")
        if not within:
            return None
        end = within[0]
        inner = self.stretch(end)
        if inner and inner.period:
            return inner
        span = self.duration(end)
        if not span or not self.published or not span.known or (span.vague and span.units[0][0] != "hour"):
            return None
        if span.units[0] in {("day", 1), ("hour", 1)} or span.units[0][0] == "minute":
            return None
        if within[1].role == "within_next" or self.future(at):
            return Hit(span.end, spanning(self.published, self.ahead(self.published, span)), "within")
        return Hit(span.end, spanning(self.back(self.published, span), self.published), "within")

    def from_to(self, at: int) -> Hit | None:
        opened = self.plain(at, "from", "between")
        if not opened:
            return None
        span = self.duration(opened[0]) if opened[1].role == "from" and not self.is_word(at - 1) else None
        if span and span.known and not span.vague and self.published and not self.is_word(span.end):
            return Hit(span.end, periods.day(self.back(self.published, span)), "ago")
        links = ("to", "and") if opened[1].role == "between" else ("to",)
        return self.pair(opened[0], links, loose=True)

    def stretch(self, at: int) -> Hit | None:
        """A span with what may follow it: another, so that both make a range."""
        pair = self.pair(at, ("to",), loose=False)
        single = self.span(at, loose=False)
        return pair if pair and (not single or pair.end > single.end) else single

    def pair(self, at: int, links: tuple[str, ...], *, loose: bool) -> Hit | None:
        """Two days or periods joined to a range; the first may lack the month: من 3 إلى 12 أيلول."""
        begin = self.span(at, loose=loose)
        if begin and begin.period and begin.basis != "since":
            ahead = self.link(begin.end, links)
            other = self.span(ahead, loose=loose or begin.period.precision == "year") if ahead is not None else None
            if other and other.period and other.period.last > begin.period.first and _alike(begin.period, other.period):
                return Hit(other.end, spanning(begin.period.first, other.period.last), "range")
            if other and other.period and begin.period.first.replace(year=other.period.first.year) < other.period.first:
                return Hit(
                    other.end,
                    spanning(begin.period.first.replace(year=other.period.first.year), other.period.last),
                    "range",
                )
        number = self.day_number(at)
        ahead = self.link(number[0], (*links, "and")) if number else None
        other = self.dated(ahead) if ahead else None
        if not number or not other or not other.period or (self.is_word(at - 1) and not loose and not self.day_cue(at)):
            return None
        last = other.period.last
        if not last.day - number[1] > 0:
            return None
        if ahead and self.key(ahead - 1) == "و" and not loose and last.day - number[1] > 1:
            return None
        return Hit(other.end, spanning(last - ONE * (last.day - number[1]), last), "range")

    def day_cue(self, at: int) -> bool:
        return self.key(at - 1) in {"يومي", "ايام", "في", "وفي", "من", "بين", "يوم"} or self.key(at + 1) in HYPHENS

    def two_days(self, at: int) -> Hit | None:
        """يومي الجمعة والسبت، يومي 3 و4 أيار."""
        pair = self.plain(at, "day_pair")
        if not pair:
            return None
        return self.two_weekdays(pair[0]) or self.pair(pair[0], ("and",), loose=True)

    def two_weekdays(self, at: int) -> Hit | None:
        """The last two such days, the second bounding the first: on a Friday it is that of the week before."""
        first = self.weekday_name(at)
        ahead = self.link(first[0], ("and",)) if first else None
        second = self.weekday_name(ahead) if ahead is not None else None
        if not first or not second or ahead is None:
            return None
        last = self.weekday(ahead)
        if not last or not last.period or last.period.precision != "day":
            return None
        back = (second[1] - first[1]) % 7
        return Hit(last.end, spanning(last.period.first - ONE * back, last.period.last), "range") if back else None

    def two_years(self, at: int) -> Hit | None:
        pair = self.plain(at, "year_pair")
        return self.pair(pair[0], ("and",), loose=True) if pair else None

    def span(self, at: int, *, loose: bool) -> Hit | None:
        """A day, a part of it, or a period. `loose`: a lone year is one, as a cue stands before."""
        if (at, loose) not in self._spans:
            self._spans[at, loose] = self.read_span(at, loose=loose)
        return self._spans[at, loose]

    def read_span(self, at: int, *, loose: bool) -> Hit | None:
        if self.is_figure(at) or self.key(at) in ARTICLE:
            hits = [self.dated(at), self.rolling(at), self.year(at, loose=loose), self.season(at)]
        elif not self.entries(at):
            if not self.numerals.entries(at):
                return self.year(at, loose=True) if loose else None
            hits = [self.dated(at), self.nth_weekday(at), self.rolling(at), self.weekday(at)]
            hits += [self.year(at, loose=True)] if loose else []
        else:
            rules = dict.fromkeys([rule for entry in self.entries(at) for rule in _SPANS.get(entry.role, ())])
            hits = [rule(self, at) for rule in rules]
            hits += [self.dated(at), self.nth_weekday(at)] if self.numerals.entries(at) else []
            hits += [self.year(at, loose=loose)] if loose or self.entry(at, "year_cue") else []
        return longest(hits)


#: Rules for words that bound what follows them.
_PREFIXES: Final = {
    "name": _Grammar.no_date,
    "called": _Grammar.named_after,
    "since": _Grammar.since,
    "ago": _Grammar.ago,
    "after": _Grammar.after,
    "within": _Grammar.within,
    "within_next": _Grammar.within,
    "until": _Grammar.until,
    "from": _Grammar.from_to,
    "between": _Grammar.from_to,
}

#: Rules for words that a stretch of days may begin with, by role.
_SPANS: Final = {
    "day": (_Grammar.deictic,),
    "that_day": (_Grammar.that_day,),
    "last_night": (_Grammar.night,),
    "that_night": (_Grammar.night,),
    "day_part": (_Grammar.day_part,),
    "weekday": (_Grammar.weekday,),
    "bare_weekday": (_Grammar.weekday,),
    "weekday_cue": (_Grammar.weekday, _Grammar.dated_after_cue),
    "day_pair": (_Grammar.two_days,),
    "month": (_Grammar.dated, _Grammar.month_alone),
    "month_cue": (_Grammar.dated, _Grammar.month_alone),
    "unit": (_Grammar.unit_period, _Grammar.week_day, _Grammar.nth_week, _Grammar.rolling),
    "units": (_Grammar.rolling,),
    "two": (_Grammar.rolling,),
    "latest": (_Grammar.rolling, _Grammar.nth_weekday),
    "this": (_Grammar.unit_period, _Grammar.week_day),
    "part": (_Grammar.part,),
    "season": (_Grammar.season,),
    "decade": (_Grammar.decade,),
    "quarter": (_Grammar.quarter,),
    "holiday": (_Grammar.holiday,),
    "year_pair": (_Grammar.two_years,),
}


def _alike(one: Period, other: Period) -> bool:
    """Whether two periods may form a range: a year goes with years, a day with days and months."""
    return (one.precision == "year") == (other.precision == "year") or other.precision in {"day", "month"}
