"""Stretches of days in the Gregorian and the Hijri calendar. Pure arithmetic; weeks begin on Monday (see `unit`).

Every function may raise ValueError or OverflowError where the calendar has no such day.
"""

from __future__ import annotations

import calendar as civil
from datetime import date, timedelta
from typing import Final, NamedTuple

ONE: Final = timedelta(days=1)
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
#: First and last month of the beginning, the middle and the end of a year.
_YEAR_PARTS: Final = {"start": (1, 3), "middle": (5, 8), "end": (10, 12), "close": (10, 12)}
#: First and last day of the beginning, the middle and the end of a month (0: its last).
_MONTH_PARTS: Final = {
    "start": (1, 10),
    "half": (15, 15),
    "middle": (11, 20),
    "end": (21, 0),
    "close": (21, 0),
}
_WEEK_PARTS: Final = {"start": (0, 2), "middle": (1, 4), "end": (3, 6), "close": (5, 6), "weekend": (5, 6)}


class Period(NamedTuple):
    """From `first` to `last`, both inclusive."""

    first: date
    last: date
    precision: str


def day(when: date) -> Period:
    return Period(when, when, "day")


def night(evening: date) -> Period:
    """The night that begins on the evening of a day."""
    return Period(evening, evening + ONE, "night")


def week(of: date, offset: int = 0) -> Period:
    monday = of - ONE * of.weekday() + 7 * ONE * offset
    return Period(monday, monday + 6 * ONE, "week")


def month(system: str, year: int, number: int) -> Period:
    if system == "hijri":
        from hijridate import Hijri

        first = Hijri(year, number, 1)
        start = _civil(first.to_gregorian())
        return Period(start, start + ONE * (first.month_length() - 1), "month")
    return Period(date(year, number, 1), date(year, number, civil.monthrange(year, number)[1]), "month")


def date_in(system: str, year: int, number: int, day_number: int) -> date:
    """A day of either calendar as a Gregorian date."""
    if system == "hijri":
        from hijridate import Hijri

        return _civil(Hijri(year, number, day_number).to_gregorian())
    return date(year, number, day_number)


def year_month(system: str, when: date) -> tuple[int, int]:
    """The year and the month of a day in one of the calendars."""
    if system == "hijri":
        from hijridate import Gregorian

        hijri = Gregorian(when.year, when.month, when.day).to_hijri()
        return hijri.year, hijri.month
    return when.year, when.month


def year(number: int, system: str = "gregorian") -> Period:
    return Period(month(system, number, 1).first, month(system, number, 12).last, "year")


def decade(number: int) -> Period:
    return Period(date(number, 1, 1), date(number + 9, 12, 31), "decade")


def season(number: int, name: str) -> Period:
    """A season of three whole months; a winter ends in the next year."""
    first = date(number, _SEASONS[name], 1)
    return Period(first, shift(shift(first, "month", 3), "day", -1), "season")


def year_part(number: int, which: int, parts: int) -> Period:
    """One of the quarters or halves of a year."""
    months = 12 // parts
    return Period(date(number, months * (which - 1) + 1, 1), month("gregorian", number, months * which).last, "season")


def unit(name: str, of: date, offset: int) -> Period:
    """The week, month, year, decade or day so many after the one that holds a day."""
    if name == "day":
        return day(of + ONE * offset)
    if name == "week":
        return week(of + ONE if of.isoweekday() == 7 else of, offset)  # papers begin their week on Sunday
    if name == "month":
        there = shift(of.replace(day=1), "month", offset)
        return month("gregorian", there.year, there.month)
    if name == "year":
        return year(of.year + offset)
    return decade(of.year // 10 * 10 + 10 * offset)


def shift(when: date, name: str, count: int) -> date:
    """A day so many units later; the last of a month that is too short. Hours count by whole days."""
    if name == "day":
        return when + ONE * count
    if name == "week":
        return when + 7 * ONE * count
    if name in {"hour", "minute"}:
        hours = abs(count) if name == "hour" else 0
        return when + ONE * ((hours + 12) // 24) * (1 if count > 0 else -1)
    months = when.year * 12 + when.month - 1 + count * {"month": 1, "year": 12, "decade": 120}[name]
    length = civil.monthrange(months // 12, months % 12 + 1)[1]
    return when.replace(year=months // 12, month=months % 12 + 1, day=min(when.day, length))


def part(whole: Period, which: str) -> Period | None:
    """The beginning, the middle or the end of a week, a month or a year."""
    if whole.precision == "week":
        bounds = _WEEK_PARTS.get(which)
        return bounds and Period(whole.first + ONE * bounds[0], whole.first + ONE * bounds[1], "week")
    if whole.precision == "year" and which in _YEAR_PARTS:
        low, high = _YEAR_PARTS[which]
        return Period(
            shift(whole.first, "month", low - 1),
            shift(shift(whole.first, "month", high), "day", -1),
            "season",
        )
    if whole.precision == "month" and which in _MONTH_PARTS:
        low, high = _MONTH_PARTS[which]
        return Period(
            whole.first + ONE * (low - 1),
            whole.first + ONE * (high - 1) if high else whole.last,
            "day" if low == high else "month",
        )
    return None


def on_weekday(whole: Period, weekday: int, which: int) -> Period | None:
    """The first, second, ... or (-1) last Monday (1) to Sunday (7) within a period."""
    first = whole.first + ONE * ((weekday - whole.first.isoweekday()) % 7)
    last = whole.last - ONE * ((whole.last.isoweekday() - weekday) % 7)
    found = last if which < 0 else first + 7 * ONE * (which - 1)
    return day(found) if whole.first <= found <= whole.last else None


def week_in(whole: Period, which: int) -> Period | None:
    """The first, second, ... or (-1) last week within a period, from its first Monday on."""
    if which < 0:
        sunday = on_weekday(whole, 7, -1)
        return sunday and week(sunday.first)
    monday = on_weekday(whole, 1, which)
    return monday and week(monday.first)


def _civil(when: object) -> date:
    return date.fromisoformat(str(when))
