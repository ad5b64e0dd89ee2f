"""Single days and nights: by distance (أمس), by weekday, by number in a month, in figures."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from marsad.arabic.dates import periods
from marsad.arabic.dates.periods import ONE, Period
from marsad.arabic.dates.spans import Spans
from marsad.arabic.dates.words import ARTICLE, COMMAS, HYPHENS, QUOTES, Hit, Month, day_in, in_week, longest

_YMD: Final = re.compile(r"([0-9]{1,4})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{1,4})(?![0-9]|[-/.][0-9])")
_MONTH_YEAR: Final = re.compile(r"(?:([0-9]{4})/([0-9]{1,2})|([0-9]{1,2})[/-]([0-9]{4}))(?![0-9]|[-/.][0-9])")
_DAY_MONTH: Final = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})(?![0-9]|[-/.,،٫][0-9])")
_ENGLISH_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})


class Days(Spans):
    """Rules for days and nights."""

    __slots__ = ()

    def day(self, at: int) -> Hit | None:
        """Any expression of one day without its part."""
        hits = (self.deictic(at), self.weekday(at), self.dated(at), self.that_day(at), self.nth_weekday(at))
        return longest(hits)

    def deictic(self, at: int) -> Hit | None:
        """اليوم، أمس، غداً, with the weekday and the date that may repeat it."""
        day = self.entry(at, "day")
        if not day or day[1].preposition in {"ل", "ك"}:
            return None
        end = day[0]
        if self.key(end - 1).endswith("اليوم") and (refused := self.other_today(at, end)):
            return refused
        base = self.published + ONE * int(day[1].value) if self.published else None
        return self.repeated(end, base, "deictic")

    def other_today(self, at: int, end: int) -> Hit | None:
        """ "The first day" is no today, nor is the newspaper Al-Yaum."""
        ordinal = self.numerals.ordinal(end)
        if ordinal and not self.numerals.entry(end, "unit"):
            dated = self.dated(end)
            return dated or Hit(ordinal[0], None, "ordinal_day")
        quoted = self.key(at - 1) in QUOTES and self.key(end) in QUOTES
        byline = self.key(end) in HYPHENS and self.key(at - 1) in {"", "\n"}
        return Hit(end, None, "name") if quoted or byline else None

    def repeated(self, at: int, base: date | None, basis: str) -> Hit | None:
        """A day with a weekday and a full date that say the same once more: أمس (الخميس)، 5 آذار."""
        end, value = at, base
        inner = self.enter(end)
        weekday = self.weekday_name(inner)
        if weekday:
            end = self.leave(inner, weekday[0], end)
            if base:
                value = base + ONE * ((weekday[1] - base.isoweekday() + 3) % 7 - 3)
                if self.published and base < self.published < value:
                    value -= 7 * ONE  # yesterday is over when a report appears, however late that was
        dated = self.dated(self.enter(end), weekday[1] if weekday else None)
        if dated and dated.period and (not base or abs((dated.period.first - base).days) <= 3):
            return dated._replace(end=self.leave(self.enter(end), dated.end, end))
        return Hit(end, periods.day(value), basis) if value else None

    def that_day(self, at: int) -> Hit | None:
        """ذلك اليوم، اليوم نفسه، اليوم التالي: never today, so none where the day is unknown."""
        if not (that := self.entry(at, "that_day")):
            return None
        of = self.anchor or (self.published if that[1].value == "1" and self.future(at) else None)
        return Hit(that[0], periods.day(of + ONE * int(that[1].value)) if of else None, "anchor")

    def night(self, at: int) -> Hit | None:
        """الليلة الماضية، ليل أمس الخميس، الليلة ذاتها."""
        if that := self.entry(at, "that_night"):
            return Hit(that[0], periods.night(self.anchor) if self.anchor else None, "anchor")
        last = self.entry(at, "last_night")
        if not last or not self.published:
            return None
        named = self.repeated(last[0], self.published + ONE * int(last[1].value), "night")
        return Hit(named.end, periods.night(named.period.first), "night") if named and named.period else None

    def day_part(self, at: int) -> Hit | None:
        """فجر الثلاثاء، مساء أمس، ليل السبت - الأحد، بعد ظهر 5 آذار."""
        part = self.entry(at, "day_part")
        if not part or part[1].definite:
            return None
        end = part[0] + (self.key(part[0]) == "من")
        hit = self.weekday_pair(end) if part[1].value == "night" else None
        hit = hit or self.day(end)
        if not hit or not hit.period or hit.period.precision != "day":
            return hit if hit and hit.period and hit.period.precision == "night" else None
        if part[1].value == "night":
            return Hit(hit.end, periods.night(hit.period.first), "night")
        return Hit(hit.end, hit.period._replace(precision="part_of_day"), hit.basis)

    def weekday(self, at: int) -> Hit | None:
        name = self.weekday_name(at)
        if name is None:
            bare = self.bare_weekday(at)
            week = self.week(at + 1) if bare else None
            return Hit(week.end, in_week(week, bare), "weekday") if week and bare else None
        end, number = name
        if week := self.week(end + (self.key(end) == "من")):
            hit: Hit | None = Hit(week.end, in_week(week, number), "weekday")
        else:
            hit = self.nth_after(end, number) or self.weekday_dated(end, number) or self.plain_weekday(end, number)
        adverb = self.entry(hit.end, "adverb") if hit else None
        if hit and hit.period and adverb:
            night = adverb[1].value == "night"
            period = periods.night(hit.period.first) if night else hit.period._replace(precision="part_of_day")
            return Hit(adverb[0], period, hit.basis)
        return hit

    def plain_weekday(self, end: int, number: int) -> Hit | None:
        if not (now := self.published):
            return None
        relative = self.entry(end, "relative")
        ahead = (number - now.isoweekday()) % 7
        if relative and relative[1].value in {"-1", "-2", "1"}:
            back = -7 * int(relative[1].value == "-2")
            when = now + ONE * (ahead or 7) if relative[1].value == "1" else now + ONE * (ahead - 7 + back)
            repeated = self.repeated(relative[0], when, "weekday")
            return repeated or Hit(relative[0], periods.day(when), "weekday")
        end = relative[0] if relative and relative[1].value == "0" else end
        when = now + ONE * (ahead if self.future(end - 1) or not ahead else ahead - 7)
        return Hit(end, periods.day(when), "weekday")

    def weekday_dated(self, end: int, number: int) -> Hit | None:
        """الثلاثاء 15 شباط، الخميس الموافق 14 شباط، السبت 23."""
        inner = self.enter(end)
        if dated := self.dated(inner, number):
            return dated._replace(end=self.leave(inner, dated.end, end))
        lone = self.day_number(inner + (self.key(inner) == "في"))
        now = self.published
        if not now or not lone or self.is_word(lone[0]):
            return None
        for month in (now, periods.shift(now, "month", -1), periods.shift(now, "month", 1)):
            try:
                when = month.replace(day=lone[1])
            except ValueError:
                continue
            if when.isoweekday() == number:
                return Hit(lone[0], periods.day(when), "weekday")
        return None

    def nth_after(self, end: int, number: int) -> Hit | None:
        """الثلاثاء الثالث (من أيلول)."""
        which = self.which(end)
        if not which:
            return None
        ahead = which[0] + (self.key(which[0]) in {"من", "في"})
        month = self.month(ahead)
        if not month:
            if which[1] > 5 or ahead > which[0] or not self.published:
                return None
            found = periods.on_weekday(periods.unit("month", self.published, 0), number, which[1])
            return Hit(which[0], found, "weekday") if found and which[1] > 1 else None
        if ahead == which[0] and which[1] > 0 and self.dated(end):
            return None
        found = self.of_month(month, lambda whole: periods.on_weekday(whole, number, which[1]), ahead)
        return Hit(month.end, found, "weekday") if found else None

    def nth_weekday(self, at: int) -> Hit | None:
        """أول جمعة من يوليو، ثالث يوم ثلاثاء في أيلول."""
        which = self.which(at)
        if not which:
            return None
        begin = which[0] + bool(self.entry(which[0], "weekday_cue"))
        name = self.weekday_name(begin)
        number = name[1] if name else self.bare_weekday(begin)
        end = name[0] if name else begin + 1
        ahead = end + (self.key(end) in {"من", "في"})
        month = self.month(ahead) if number else None
        if not month or not number:
            return None
        found = self.of_month(month, lambda whole: periods.on_weekday(whole, number, which[1]), ahead)
        return Hit(month.end, found, "weekday") if found else None

    def weekday_pair(self, at: int) -> Hit | None:
        """Two days that share a night: ليل السبت - الأحد، ليل الاثنين الثلاثاء، ليل الخميس على الجمعة."""
        first = self.weekday_name(at)
        if not first:
            return None
        end = first[0] + (self.key(first[0]) in HYPHENS or self.key(first[0]) in {"/", "و", "الي", "علي"})
        second = self.weekday_name(end)
        if not second or (second[1] - first[1]) % 7 != 1:
            return None
        later = self.weekday(end)
        if not later or not later.period:
            return None
        return Hit(later.end, Period(later.period.first - ONE, later.period.first, "night"), "night")

    def dated_after_cue(self, at: int) -> Hit | None:
        """يوم 5 آذار."""
        cue = self.entry(at, "weekday_cue")
        return self.dated(cue[0]) if cue else None

    def dated(self, at: int, weekday: int | None = None) -> Hit | None:
        """A day by its number in a month, with the same day in the other calendar beside it."""
        hit = self.figures(at, weekday) or self.numbered(at, weekday)
        if not hit or not hit.period or hit.period.precision != "day":
            return hit
        inner = self.enter(hit.end)
        if inner == hit.end and self.key(inner) == "/":
            inner += 1
        if inner > hit.end and (other := self.figures(inner, None) or self.numbered(inner, None)):
            period = other.period
            if period and period.precision == "day" and abs((period.first - hit.period.first).days) <= 1:
                sure = period if self.is_hijri(at, hit.end) else hit.period
                return hit._replace(end=self.leave(inner, other.end, hit.end), period=sure)
        return hit

    def is_hijri(self, begin: int, end: int) -> bool:
        """Whether a day is one of the lunar calendar, which sightings of the moon shift by a day."""
        found = (self.entry(at, "month", "era") for at in range(begin, end))
        return any(entry and entry[1].value.startswith("hijri") for entry in found)

    def numbered(self, at: int, weekday: int | None) -> Hit | None:
        number = self.day_number(at)
        if number:
            end, day = number
            marked = self.key(end) in {"-", "/", "."} or self.key(end) in {"من", "في"}
            month = self.month(end + marked)
            if month and month.end > end + marked:
                found = self.of_month(month, lambda whole: day_in(whole, day), at, weekday)
                return Hit(month.end, found, "day_month") if found else None
            return self.this_month(end, day)
        return self.month_first(at, weekday)

    def this_month(self, end: int, day: int) -> Hit | None:
        """25 الجاري."""
        relative = self.plain(end, "relative")
        if not relative or relative[1].value != "0" or not self.published or self.key(end) in {"الحاليه", "الجاريه"}:
            return None
        return Hit(relative[0], day_in(periods.unit("month", self.published, 0), day), "day_month")

    def month_first(self, at: int, weekday: int | None) -> Hit | None:
        """يناير الثاني والعشرين، 2018 and, with a year, سبتمبر 26, 2021."""
        name = self.month_name(at)
        if not name:
            return None
        ordinal = self.numerals.ordinal(name.end)
        if not ordinal:
            return self.month_day_year(name)
        if not ordinal[1] <= 31 or self.key(ordinal[0]) == "من":
            return None
        month = self.dated_month(name._replace(end=ordinal[0]))
        found = self.of_month(month, lambda whole: day_in(whole, ordinal[1]), at, weekday)
        return Hit(month.end, found, "day_month") if found else None

    def month_day_year(self, name: Month) -> Hit | None:
        """The order of English bylines: a month, a day in figures, a year."""
        begin = name.end + (self.key(name.end) == ".")
        number = self.day_number(begin) if self.is_figure(begin) else None
        ahead = number[0] + (self.key(number[0]) in _ENGLISH_ENDINGS) if number else begin
        ahead += self.key(ahead) in COMMAS
        said = self.year_number(ahead, name.system, cued=False) if number and self.is_figure(ahead) else None
        if not number or not said:
            return None
        found = day_in(periods.month(name.system, said[1], name.number), number[1])
        return Hit(said[0], found, "day_month") if found else None

    def day_number(self, at: int) -> tuple[int, int] | None:
        """The index after a day's number (figure, ordinal or words) and the number."""
        if self.key(at) in ARTICLE and self.glued(at + 1):
            at += 1
        if self.is_figure(at):
            key = self.key(at)
            return (at + 1, int(key)) if key.isdigit() and len(key) <= 2 and 1 <= int(key) <= 31 else None
        if not self.numerals.entries(at):
            return None
        if ordinal := self.numerals.ordinal(at):
            return ordinal if ordinal[1] <= 31 else None
        cardinal = self.numerals.cardinal(at) if self.numerals.entry(at, "unit", "ten", "joint") else None
        return (cardinal.end, int(cardinal.value)) if cardinal and 1 <= cardinal.value <= 31 else None

    def figures(self, at: int, weekday: int | None) -> Hit | None:
        """2021.06.29، 29-10-2022، 2022/2، and with a cue 22/4."""
        if not self.is_figure(at) or (self.glued(at) and self.key(at - 1) in {"-", "/", ".", ":"}):
            return None
        folded, start = self.folded_text(), self.tokens.start(at)
        if match := _YMD.match(folded, start):
            return self.ymd(at, match)
        if match := _MONTH_YEAR.match(folded, start):
            year, month = (match[1], match[2]) if match[1] else (match[4], match[3])
            if 1900 <= int(year) <= 2199 and 1 <= int(month) <= 12:
                return Hit(self.index(match.end(), at), periods.month("gregorian", int(year), int(month)), "figures")
            return None
        match = _DAY_MONTH.match(folded, start)
        return self.day_month(at, match, weekday) if match else None

    def ymd(self, at: int, match: re.Match[str]) -> Hit | None:
        one, two, three = match[1], match[3], match[4]
        end = self.index(match.end(), at)
        if len(one) >= 3 and len(three) <= 2:
            year, month, day = int(one), int(two), int(three)
        elif len(one) <= 2 and (len(three) == 4 or (len(three) == 2 and match[2] != ".")):
            year, month, day = int(three) + (2000 if len(three) == 2 else 0), int(two), int(one)
        else:
            return None
        if month > 12 >= day:
            month, day = day, month
        era = self.entry(end, "era")
        system = "hijri" if 1300 <= year <= 1500 else "gregorian"
        if not 1300 <= year <= 2199 or (system == "gregorian" and year < 1800):
            return None
        when = periods.date_in(system, year, month, day)
        return Hit(era[0] if era else end, periods.day(when), "figures")

    def day_month(self, at: int, match: re.Match[str], weekday: int | None) -> Hit | None:
        """A day and a month in figures look like a fraction or a score: they need a cue."""
        end = self.index(match.end(), at)
        slash = "/" in match.group()
        cue = (
            weekday is not None
            or self.key(at - 1) in {"في", "وفي", "يوم", "بتاريخ", "الموافق", "حتي"}
            or self.entry(at - 1, "weekday", "weekday_cue")
            or self.whole(at, end)
            or (slash and self.future(at) and not self.is_word(end))
        )
        day, month = int(match[1]), int(match[2])
        said = self.year_after(end, "gregorian") if self.key(end) in COMMAS else None
        if month > 12 >= day or said:
            day, month = month, day
        if said:
            return Hit(said[0], periods.day(date(said[1], month, day)), "figures")
        if not cue or (self.is_word(end) and not slash) or not 1 <= month <= 12:
            return None
        named = Month(end, "gregorian", month, None, "", True)
        found = self.of_month(named, lambda whole: day_in(whole, day), at, weekday)
        return Hit(end, found, "figures") if found else None
