"""Months and years by name, number and distance, and the periods that are named by them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from marsad.arabic.dates import periods
from marsad.arabic.dates.periods import Period
from marsad.arabic.dates.words import COMMAS, HYPHENS, Cues, Hit, Month, day_in

#: Days. A day without a year is the coming one where the last was that long ago and the next is that near.
_LONG_AGO: Final = 240
_SOON: Final = 60
#: How far before a date, in tokens, "since" may stand: منذ اندلاع الحرب في السابع من تشرين الأول.
_SINCE_REACH: Final = 7

#: Days. A day of the month just past whose weekday is named one off is a slip, and no day of another year.
_SLIP: Final = 10

#: Days. No sentence about the future speaks of a date without a year that is further ahead.
_FAR_AHEAD: Final = 300


def _is_slip(when: date, weekday: int, now: date) -> bool:
    """Whether a day that has just passed has its weekday told one off: الثلاثاء 1 أغسطس, a Monday, on the Wednesday."""
    off = (when.isoweekday() - weekday) % 7
    return 0 <= (now - when).days <= _SLIP and off in (1, 6)


class Months(Cues):
    """Rules for months, years, seasons, decades and holidays."""

    __slots__ = ()

    def month_name(self, at: int) -> Month | None:
        """A month's name, with its name in another nomenclature: تشرين الأول/أكتوبر، يناير (كانون الثاني)."""
        cue = self.entry(at, "month_cue")
        begin = cue[0] if cue and not cue[1].definite else at
        name = self.entry(begin, "month")
        if not name or name[1].definite:
            said = begin > at and self.key(at - 1) in {"من", "في"} and not self.is_figure(begin)
            numbered = self.numerals.cardinal(begin) if said else None
            if not numbered or not 1 < numbered.value <= 12:
                return None
            return Month(numbered.end, "gregorian", int(numbered.value), None, "", True)
        system, number, alone = name[1].value.split("-")
        end, sure = name[0], alone == "yes" or begin > at or self.has_madda(begin)
        inner = end + (self.key(end) in {"/", "-", "–", "(", "\\"} or self.key(end) in COMMAS)
        other = self.entry(inner, "month")
        if other and other[1].value.split("-")[:2] == [system, number]:
            end, sure = self.leave(inner, other[0], end), True
        return Month(end, system, int(number), None, "", sure)

    def has_madda(self, at: int) -> bool:
        """Whether it is آب, the month, and not أب, a father, or إب, a town."""
        return self.key(at).endswith("اب") and "آ" in self.tokens.written(at)

    def month(self, at: int) -> Month | None:
        """A month with its year, or one that is named by its distance (الشهر الماضي)."""
        if name := self.month_name(at):
            return self.dated_month(name)
        hit = self.unit_period(at)
        if hit and hit.period and hit.period.precision == "month":
            first = hit.period.first
            return Month(hit.end, "gregorian", first.month, first.year, "", True)
        return None

    def dated_month(self, month: Month) -> Month:
        """The month with what tells its year: a year, الماضي, من العام الماضي."""
        if said := self.year_after(month.end, month.system):
            return month._replace(end=said[0], year=said[1], alone=True)
        relative = self.plain(month.end, "relative", "last")
        if relative and self.published:
            return month._replace(end=relative[0], relative=relative[1].value, alone=True)
        ahead = month.end + (self.key(month.end) in {"من", "في"})
        hit = self.unit_period(ahead)
        if hit and hit.period and hit.period.precision == "year" and month.system == "gregorian":
            return month._replace(end=hit.end, year=hit.period.first.year, alone=True)
        return month

    def of_month(
        self, month: Month, pick: Callable[[Period], Period | None], at: int, weekday: int | None = None
    ) -> Period | None:
        """What `pick` takes from the month in the year that is meant."""
        if month.year is not None:
            return pick(periods.month(month.system, month.year, month.number))
        if not (now := self.published):
            return None
        here = periods.year_month(month.system, now)[0]
        found = []
        for year in range(here - 5 if month.number == 2 else here - 2, here + 3):
            try:
                period = pick(periods.month(month.system, year, month.number))
            except (ValueError, OverflowError):
                continue
            if period:
                found.append(period)
        if weekday:
            fitting = [one for one in found if one.first.isoweekday() == weekday and abs(one.first - now).days < 400]
            if not any(abs(one.first - now).days < _LONG_AGO for one in fitting):
                fitting = [one for one in found if _is_slip(one.first, weekday, now)] or fitting
            found = [min(fitting, key=lambda one: abs(one.first - now))] if fitting else found
        return self.nearest(found, month.relative, now, at) if found else None

    def nearest(self, found: list[Period], relative: str, now: date, at: int) -> Period | None:
        past = [one for one in found if one.first <= now]
        coming = [one for one in found if one.last >= now]
        if relative in {"-1", "-2"}:
            over = [one for one in found if one.last < now]
            return over[-1 if relative == "-1" else -2] if len(over) > 1 else over[0] if over else None
        if relative == "1":
            return next((one for one in found if one.first > now), None)
        if relative == "same":
            of = self.anchor or now
            return min(found, key=lambda one: abs((one.first - of).days))
        if relative == "0":
            return min(found, key=lambda one: abs((one.first - now).days))
        if coming and (not past or self.is_coming(past[-1], coming[0], now, at)):
            return coming[0]
        return past[-1] if past else None

    def is_coming(self, past: Period, coming: Period, now: date, at: int) -> bool:
        """Whether a date without a year is the next such rather than the last."""
        if self.tense is not None:
            return self.tense == "future"
        if coming.first > now and (coming.first.year, coming.first.month) == (now.year, now.month):
            return True  # قبل نهاية حزيران, in that month
        since, until = (now - past.last).days, (coming.first - now).days
        if until < _FAR_AHEAD and self.future(at):
            return True
        begun = any(self.entry(before, "since") for before in range(at - 1, max(-1, at - 1 - _SINCE_REACH), -1))
        return since > _LONG_AGO and until < _SOON and coming.precision == "day" and not begun

    def month_alone(self, at: int) -> Hit | None:
        month = self.month(at)
        if not month or not month.alone:
            return None
        found = self.of_month(month, lambda whole: whole, at)
        return Hit(month.end, found, "month") if found else None

    def unit_period(self, at: int) -> Hit | None:
        """الشهر الماضي، هذا الأسبوع، العام المقبل، الشهر ذاته."""
        this = self.plain(at, "this")
        unit = self.entry(this[0] if this else at, "unit")
        if not unit or not unit[1].definite or unit[1].value in {"hour", "minute"} or (unit[1].value == "day" and this):
            return None
        relative = self.entry(unit[0], "relative")
        of, offset = self.published, 0
        if relative and not relative[1].conjunction:
            if relative[1].value == "same":
                of = self.anchor
            else:
                offset = int(relative[1].value)
        elif not this:
            return None
        end = relative[0] if relative else unit[0]
        if not of or unit[1].value == "day":
            return None
        return Hit(end, periods.unit(unit[1].value, of, offset), unit[1].value)

    def year_after(self, at: int, system: str) -> tuple[int, int] | None:
        """A year right after a month: أيلول 2014، أيلول من عام 2014، أيلول، 2014."""
        end = at + (self.key(at) in COMMAS or self.key(at) in {".", "/", "-"})
        end += self.key(end) in {"من", "في", "ل"}
        cue = self.entry(end, "year_cue")
        return self.year_number(cue[0] if cue else end, system, cued=cue is not None)

    def year_number(self, at: int, system: str, *, cued: bool) -> tuple[int, int] | None:
        """The index after a year in figures or words, and the year in the calendar `system`."""
        key = self.key(at)
        if self.is_figure(at):
            short = cued and len(key) == 3 and not self.is_word(at + 1) and not self.is_figure(at + 1)
            if not key.isdigit() or (len(key) != 4 and not short):
                return None
            end, value = at + 1, int(key)
        else:
            if not self.numerals.entry(at, "dual", "scale", "hundred", "hundreds"):
                return None
            words = self.numerals.cardinal(at)
            if not words or not words.value.is_integer() or not (100 if cued else 1000) <= words.value <= 2199:
                return None
            end, value = words.end, int(words.value)
        if value > 2199:
            return None
        era = self.plain(end, "era")
        if era and (era[1].value == "gregorian" or 1300 <= value <= 1500):
            hijri = era[1].value == "hijri"
            if hijri == (system == "hijri"):
                return era[0], value
            return (era[0], periods.month("hijri", value, 6).first.year) if hijri else None
        if system == "hijri" and not 1300 <= value <= 1500:
            return None
        return end, value

    def year(self, at: int, *, loose: bool) -> Hit | None:
        """عام 2018، منذ 2013، 2014-2018; a lone figure only with a cue or as the whole text."""
        cue = self.entry(at, "year_cue")
        begin = cue[0] if cue else at
        if not cue:
            figure = self.is_figure(at) and len(self.key(at)) == 4 and 1900 <= int(self.key(at)[:4].zfill(4)) <= 2199
            cued = loose or self.key(at - 1) in {
                "في",
                "وفي",
                "منذ",
                "ومنذ",
                "بحلول",
                "حتي",
                "خلال",
                "صيف",
                "شتاء",
            }
            if (not self.is_figure(at) and not loose) or (self.is_figure(at) and not figure):
                return None
            linked = self.key(at + 1) in HYPHENS and self.is_figure(at + 2) and len(self.key(at + 2)) == 4
            if not cued and not linked and not self.whole(at, at + 1) and self.key(at - 1) not in HYPHENS:
                return None
        said = self.year_number(begin, "gregorian", cued=cue is not None)
        if not said or self.entry(said[0], "unit", "units") or self.key(said[0]) in {"%", "٪", "/", ":"}:
            return None
        if self.key(at - 1) in {"مواليد", "المواليد"}:
            return Hit(said[0], None, "name")
        system = "hijri" if cue and 1300 <= said[1] <= 1500 else "gregorian"
        return Hit(said[0], periods.year(said[1], system), "year")

    def season(self, at: int) -> Hit | None:
        """صيف 2014، الصيف الماضي."""
        name = self.entry(at, "season")
        if not name:
            return None
        kind = name[1].value
        cue = self.entry(name[0], "year_cue")
        said = self.year_number(cue[0] if cue else name[0], "gregorian", cued=cue is not None)
        if said:
            return Hit(said[0], periods.season(said[1], kind), "season")
        relative = self.plain(name[0], "relative")
        if not relative or not (now := self.published) or relative[1].value == "same" or not name[1].definite:
            hit = self.unit_period(name[0] + (self.key(name[0]) == "من"))
            if hit and hit.period and hit.period.precision == "year":
                return Hit(hit.end, periods.season(hit.period.first.year, kind), "season")
            return None
        near = [periods.season(year, kind) for year in range(now.year - 3, now.year + 3)]
        over = [one for one in near if one.last < now]
        coming = [one for one in near if one.first > now]
        step = int(relative[1].value)
        current = next((one for one in near if one.first <= now <= one.last), over[-1])
        return Hit(relative[0], over[step] if step < 0 else coming[0] if step else current, "season")

    def decade(self, at: int) -> Hit | None:
        name = self.entry(at, "decade")
        if not name:
            return None
        century = self.entry(name[0], "century")
        return Hit(century[0] if century else name[0], periods.decade(int(name[1].value)), "decade")

    def quarter(self, at: int) -> Hit | None:
        """الربع الثالث (من عام) 2016، النصف الأول من العام الجاري."""
        name = self.entry(at, "quarter")
        which = self.which(name[0]) if name and name[1].definite else None
        if not name or not which or which[1] > (parts := int(name[1].value)):
            return None
        ahead = which[0] + (self.key(which[0]) in {"من", "في"})
        cue = self.entry(ahead, "year_cue")
        said = self.year_number(cue[0] if cue else ahead, "gregorian", cued=cue is not None)
        year = periods.year(said[1]) if said else None
        hit = Hit(said[0], year, "year") if said else self.unit_period(ahead)
        if not hit or not hit.period or hit.period.precision != "year":
            return None
        part = periods.year_part(hit.period.first.year, which[1] if which[1] > 0 else parts, parts)
        return Hit(hit.end, part, "quarter")

    def holiday(self, at: int) -> Hit | None:
        name = self.entry(at, "holiday")
        if not name:
            return None
        system, month, day = name[1].value.split("-")
        end = name[0]
        of = self.year_after(end, "gregorian")
        if of:
            for year in {periods.year_month(system, date(of[1], month_of, 28))[0] for month_of in (1, 12)}:
                when = periods.date_in(system, year, int(month), int(day))
                if when.year == of[1]:
                    return Hit(of[0], periods.day(when), "holiday")
            return None
        if not self.whole(at, end) and not self.entry(at - 1, "weekday_cue", "within", "in", "day_part", "since"):
            return None
        named = Month(end, system, int(month), None, "", True)
        found = self.of_month(named, lambda whole: day_in(whole, int(day)), at)
        return Hit(end, found, "holiday") if found else None
