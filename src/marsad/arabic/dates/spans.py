"""Weeks, parts of periods, and amounts of time that are reckoned from the day of publication."""

from __future__ import annotations

from datetime import date
from typing import Final

from marsad.arabic.dates import periods
from marsad.arabic.dates.months import Months
from marsad.arabic.dates.periods import ONE, Period
from marsad.arabic.dates.words import ARTICLE, COMMAS, HYPHENS, Amount, Duration, Hit, in_week, spanning

#: A duration has years, months, weeks and days at most.
_MOST_UNITS: Final = 4
#: What "days", "weeks", "months" without a number are worth.
_VAGUE: Final = {"hour": 12, "day": 5, "week": 3, "month": 3}


class Spans(Months):
    """Rules for weeks, for the beginning and end of periods, and for the last and next so many days."""

    __slots__ = ()

    def week(self, at: int) -> Hit | None:
        hit = self.unit_period(at)
        return hit if hit and hit.period and hit.period.precision == "week" else None

    def week_day(self, at: int) -> Hit | None:
        """الأسبوع الماضي الأحد، الأسبوع المقبل يوم الجمعة، الأسبوع المقبل بين الأربعاء والجمعة."""
        week = self.week(at)
        if not week:
            return None
        cue = self.plain(week.end, "from", "between")
        day = self.weekday_name(cue[0] if cue else week.end)
        if not day or not cue:
            return Hit(day[0], in_week(week, day[1]), "weekday") if day else None
        link = self.link(day[0], ("to", "and"))
        other = self.weekday_name(link) if link is not None else None
        if not other or other[1] <= day[1]:
            return None
        return Hit(other[0], spanning(in_week(week, day[1]).first, in_week(week, other[1]).last), "range")

    def nth_week(self, at: int) -> Hit | None:
        """الأسبوع الأول من تشرين الأول: weeks of a month begin with its first Monday."""
        unit = self.entry(at, "unit")
        which = self.which(unit[0]) if unit and unit[1].value == "week" and unit[1].definite else None
        if not which or self.key(which[0]) not in {"من", "في"}:
            return None
        ahead = which[0] + 1
        if month := self.month(ahead):
            found = self.of_month(month, lambda whole: periods.week_in(whole, which[1]), ahead)
            return Hit(month.end, found, "week") if found else None
        year = self.year(ahead, loose=True) or self.unit_period(ahead)
        if not year or not year.period or year.period.precision != "year":
            return None
        found = periods.week_in(year.period, which[1])
        return Hit(year.end, found, "week") if found else None

    def part(self, at: int) -> Hit | None:
        """مطلع آب المقبل، نهاية العام الجاري، منتصف الأسبوع."""
        part = self.entry(at, "part")
        if not part or part[1].definite:
            return None
        ahead, which = part[0] + (self.key(part[0]) in {"من", "في"}), part[1].value
        if month := self.month(ahead):
            narrow = lambda whole: periods.part(whole, which)  # noqa: E731
            found = self.of_month(month, narrow, at)
            return Hit(month.end, found, "part") if found else None
        whole = self.unit_period(ahead) or self.year(ahead, loose=True) or self.this_unit(ahead)
        if not whole or not whole.period or not (found := self.part_of(whole.period, which)):
            return None
        bare = whole.basis == "this_unit"
        if bare and which in {"close", "weekend"} and self.published and found.first > self.published:
            past = not self.future(at) and found.precision == "week"
            found = Period(found.first - 7 * ONE, found.last - 7 * ONE, "week") if past else found
        return Hit(whole.end, found, "part")

    def part_of(self, whole: Period, which: str) -> Period | None:
        """A part by its name, or what lies before or after the day of publication."""
        now = self.published
        if which not in {"rest", "later", "earlier"}:
            return periods.part(whole, which)
        if now and whole.precision == "week" and now == whole.first - ONE:  # what is left of a week ends on its Sunday
            whole = periods.week(now)
        if not now or not whole.first <= now <= whole.last:
            return None
        if which == "earlier":
            return spanning(whole.first, now)
        return spanning(min(now + ONE, whole.last) if which == "later" else now, whole.last)

    def this_unit(self, at: int) -> Hit | None:
        """A definite week, month or year after "the beginning of": the current one."""
        unit = self.entry(at, "unit", "my_unit")
        if not unit or not self.published or unit[1].value not in {"week", "month", "year"}:
            return None
        if not unit[1].definite and unit[1].role == "unit":
            return None
        return Hit(unit[0], periods.unit(unit[1].value, self.published, 0), "this_unit")

    def rolling(self, at: int) -> Hit | None:
        """الأيام الثلاثة الماضية، الساعات الـ24 الأخيرة، اليومين المقبلين، آخر ثلاث سنوات."""
        now = self.published
        latest = self.plain(at, "latest")
        span = self.duration(latest[0] if latest else at)
        if not span or not now or not span.known:
            return None
        if from_now := self.entry(span.end, "from_now"):
            there = self.ahead(now, span) if self.future(at) else self.back(now, span)
            return Hit(from_now[0], periods.day(there), "ahead" if there > now else "ago")
        way, end = ("-1", span.end) if latest and not span.vague else (span.relative, span.end)
        if way == "-1":
            if span.vague and self.key(end) == "من":
                return None
            return Hit(end, spanning(self.back(now, span), now), "rolling")
        if way == "1" and span.units[0][0] in {"hour", "minute"}:
            return Hit(end, spanning(now, self.ahead(now, span)), "rolling")
        if way == "1" and not (span.vague and not span.few):
            return Hit(end, spanning(now + ONE, self.ahead(now, span)), "rolling")
        return None

    def duration(self, at: int) -> Duration | None:
        """An amount of time, with the الماضية or المقبلة that belongs to it."""
        bound = self.numerals.entry(at, "about", "more_than", "less_than", "at_least")
        end = bound[0] if bound else at
        amounts: list[tuple[str, int]] = []
        vague = few = False
        relative = ""
        while len(amounts) < _MOST_UNITS and (amount := self.amount(end)):
            end, unit, count = amount.end, amount.unit, amount.number
            vague, few, relative = vague or amount.vague, few or amount.few, relative or amount.relative
            amounts.append((unit, count))
            ahead = end + 1 if self.key(end) in COMMAS else self.link(end, ("and",))
            if relative or ahead is None or self.key(end) in HYPHENS or not self.amount(ahead):
                break
            end = ahead
        return Duration(end, tuple(amounts), vague, few, relative) if amounts else None

    def amount(self, at: int) -> Amount | None:
        """One number with its unit, in any order: ثلاثة أيام، الأيام الثلاثة، الـ48 ساعة، يومين، أسبوع."""
        start = at + (self.key(at) in ARTICLE and self.is_figure(at + 1))
        if number := self.count(start):
            unit = self.entry(number[0], "unit", "units")
            if not unit or unit[1].preposition:
                return None
            return self.qualified(unit[0], unit[1].value, number[1], vague=False)
        if two := self.entry(at, "two"):
            return self.qualified(two[0], two[1].value, 2, vague=False)
        unit = self.entry(at, "unit", "units")
        if not unit or unit[1].preposition:
            return None
        if unit[1].role == "unit" and unit[1].definite and unit[1].value in {"week", "month", "year"}:
            last = self.plain(unit[0], "last")  # خلال الأسبوع الأخير; but not الأسبوع الأخير من آب
            return (
                self.qualified(unit[0], unit[1].value, 1, vague=False) if last and self.key(last[0]) != "من" else None
            )
        if unit[1].role == "unit" and not unit[1].definite:
            one = self.numerals.entry(unit[0], "unit")
            end = one[0] if one and one[1].value == "1" else unit[0]
            return self.qualified(end, unit[1].value, 1, vague=False)
        if unit[1].role == "units":
            return self.qualified(unit[0], unit[1].value, None, vague=True)
        return None

    def count(self, at: int) -> tuple[int, int] | None:
        cardinal = self.numerals.cardinal(at)
        if not cardinal or not cardinal.value.is_integer() or not 0 < cardinal.value < 10_000:
            return None
        return cardinal.end, int(cardinal.value)

    def qualified(self, end: int, unit: str, count: int | None, *, vague: bool) -> Amount:
        """The amount with the adjectives after it: a number, القليلة, الماضية."""
        few, relative = False, ""
        while end < self.size:
            start = end + (self.key(end) in ARTICLE and self.is_figure(end + 1))
            number = self.count(start) if count is None else None
            if number and (start > end or (self.numerals.entries(end)[:1] and self.numerals.entries(end)[0].definite)):
                end, count, vague = number[0], number[1], False
            elif word := self.plain(end, "few"):
                end, few = word[0], True
            elif not relative and (way := self.plain(end, "relative", "last")) and way[1].value in {"-1", "1"}:
                end, relative = way[0], way[1].value
            else:
                break
        worth = count if count is not None else 3 if few else _VAGUE.get(unit, 0)
        if few and unit == "hour" and count is None:
            worth = _VAGUE["hour"]
        return Amount(end, unit, worth, vague, few, relative)

    def back(self, now: date, span: Duration) -> date:
        for unit, count in span.units:
            now = periods.shift(now, unit, -count)
        return now

    def ahead(self, now: date, span: Duration) -> date:
        for unit, count in span.units:
            now = periods.shift(now, unit, count)
        return now
