"""Numbers in Arabic text: figures and words, exact, bounded, rounded and vague.

A number that a text leaves open is an interval. The conventions:

| words | low | high |
| --- | --- | --- |
| at least n, n or more | n | none |
| more than n | n + 1 | none |
| about n, nearly n | n | n |
| less than n | 1 | n - 1 |
| up to n, at most n | 1 | n |
| dozens, hundreds, thousands | 20, 200, 2000 | 99, 999, 9999 |
| a few (بضعة) | 3 | 9 |
| several, a number of | 2 | none |

Duals and singulars of counted nouns (قتيلان) are not numbers here: that takes a list of nouns.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from marsad.arabic.phrases import (
    Entry,
    Lexicon,
    Openings,
    Reader,
    Tokens,
    lexicon,
    opening,
    openings,
    scan,
    table,
)

__all__ = ["Number", "find_numbers", "parse_number_words"]

#: No count has more digits; longer runs are identifiers.
_LONGEST: Final = 18
#: So many words may stand between a number and the "at least" that comes after its noun.
_REACH: Final = 4
_SEPARATORS: Final = re.compile("[.,،٬٫]")
_BEFORE: Final = ("at_least", "more_than", "about", "less_than", "at_most")
_NEXT: Final = ("unit", "ten", "hundred", "scale", *_BEFORE)
_AFTER: Final = {"at_least_after": "at_least", "at_most_after": "at_most", "about_after": "about"}
_HYPHENS: Final = frozenset("-–—‐‑−")


@dataclass(slots=True, unsafe_hash=True)  # never changed; `frozen` takes three times as long to make
class Number:
    """A number at code points `[start, end)`: at least `low`, at most `high` (none: open above).

    Whole values are `int`. `basis` names the rule: exact, range, about, at_least, more_than, less_than,
    at_most, vague, percent, fraction, share (`1 of 3`). Only the first eight are counts of things.
    """

    start: int
    end: int
    low: int | float  # said in full: compiled, a `float` takes no `int`
    high: int | float | None
    basis: str


class Cardinal(NamedTuple):
    """A number read up to token `end`; `unit` is the largest scale word in it (1: none)."""

    end: int
    value: float
    unit: float


class _Quantity(NamedTuple):
    end: int
    low: float
    high: float | None
    basis: str


def find_numbers(text: str) -> list[Number]:
    """All numbers of `text` in the order in which they stand; they never overlap.

    Words that bound a number (`أكثر من`, `على الأقل`) belong to its span where they stand right beside it.
    Figures in names (`M4`, `إف-16`), clock times, dotted or dashed codes and dates and ordinals are left out.
    """
    tokens = scan(text)
    starts = opening(tokens, _openings())
    found: list[Number] = []
    if not starts:
        return found
    numerals = Numerals(tokens)
    free = 0
    for at in starts:
        if at < free:
            continue
        if skipped := numerals.not_a_number(at):
            free = skipped
        elif quantity := numerals.quantity(at):
            low, high = _whole(quantity.low), None if quantity.high is None else _whole(quantity.high)
            found.append(Number(tokens.start(at), tokens.end(quantity.end - 1), low, high, quantity.basis))
            free = quantity.end
    return found


def parse_number_words(words: Sequence[str]) -> tuple[int, int | float] | None:
    """How many of `words`, from the first on, form one number, and its value; none if there is none."""
    tokens = Tokens(" ".join(words))
    cardinal = Numerals(tokens).cardinal(0) if tokens.keys else None
    if cardinal is None:
        return None
    last, length = tokens.end(cardinal.end - 1), 0
    for used, word in enumerate(words, start=1):
        length += len(word) + 1
        if last < length:
            return used, _whole(cardinal.value)
    return None


def find_ordinal(text: str) -> int | None:
    """The ordinal with which `text` begins, in words or figures: الثالث، الحادي والعشرين، الـ12."""
    tokens = scan(text)
    numerals = Numerals(tokens)
    at = int(numerals.key(0) == "ال")
    if numerals.is_figure(at):
        return int(numerals.key(at)) if numerals.key(at).isdigit() else None
    ordinal = numerals.ordinal(at)
    return ordinal[1] if ordinal else None


@functools.cache
def _known() -> Lexicon:
    return lexicon((row["word"], row["role"], row["value"]) for row in table("number_words.csv"))


def may_count(norm: str) -> bool:
    """Whether a folded word may be part of a number, by itself: of most words a quick look tells that they are not."""
    return norm in _parts() or not norm.isalpha()


@functools.cache
def _parts() -> frozenset[str]:
    return frozenset([part for form, entries in _known().items() for each in entries for part in (form, *each.rest)])


@functools.cache
def _openings() -> Openings:
    """The tokens, figures apart, that a number may begin with, and what must follow them."""
    marks = (*_HYPHENS, ".", "٫")
    number = frozenset({*_known(), *marks, "و", "("})
    follow = dict.fromkeys((*_BEFORE, "between", "minus", "joint", "ordinal"), number)
    follow |= dict.fromkeys(("to", "percent", "point", "parts", *_AFTER), frozenset())
    return openings(_known(), follow | {"piece": frozenset({"من"})}) | dict.fromkeys(marks, ())


class Numerals(Reader):
    """The grammar of Arabic numerals over the tokens of one text."""

    __slots__ = ()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens, _known())

    @staticmethod
    def lexicon() -> Lexicon:
        """What is known of number words, by form."""
        return _known()

    # -- where numbers stand -----------------------------------------------------------------------------

    def not_a_number(self, at: int) -> int | None:
        """The index after a code, a clock time or an ordinal that begins at `at`."""
        if self.is_figure(at):
            return self._code(at)
        return self.ordinal_compound(at)

    def _code(self, at: int) -> int | None:
        if _letters_before(self, at):
            return at + 1
        end, parts = at + 1, 1
        while (
            self.key(end) in {"-", "/", ":", "."}
            and self.glued(end)
            and self.glued(end + 1)
            and self.is_figure(end + 1)
        ):
            parts += 1
            clock = self.key(end) == ":"
            end += 2
            if clock:
                return end
        return end if parts > 2 or (parts == 1 and _figure(self.key(at)) is None) else None

    def ordinal_compound(self, at: int) -> int | None:
        """The index after an ordinal of two words (الحادي والعشرين، الثالث عشر)."""
        ordinal = self.ordinal(at)
        return ordinal[0] if ordinal and ordinal[0] > at + 1 else None

    def ordinal(self, at: int) -> tuple[int, int] | None:
        """The index after an ordinal of one or two words at `at`, and its value."""
        if not (first := self.entry(at, "ordinal")):
            return None
        end, value = first[0], int(first[1].value)
        after = self.entry(end, "unit")
        if value < 10 and after and after[1].value == "10" and not after[1].conjunction:
            return after[0], value + 10
        ten_at = self._after_and(end)
        ten = self.entry(ten_at, "ten") if ten_at is not None else None
        if value < 10 and ten and ten[1].definite == first[1].definite:
            return ten[0], value + int(ten[1].value)
        return end, value

    # -- quantities --------------------------------------------------------------------------------------

    def quantity(self, at: int) -> _Quantity | None:
        """The number with all that bounds it at `at`."""
        bound = self.entry(at, *_BEFORE)
        if bound and not self._goes_on(bound[0]):
            inner = self._bracketed(bound[0]) or self._unbounded(bound[0])
            return _bounded(inner, bound[1].role) if inner else None
        return self._unbounded(at)

    def _bracketed(self, at: int) -> _Quantity | None:
        """A figure in brackets of its own, as in communiqués: أكثر من (100) مواطن، نحو (15) ألفا."""
        figure = self._figure(at + 1) if self.key(at) == "(" and self.is_figure(at + 1) else None
        if figure is None or self.key(figure.end) != ")":
            return None
        scale = self.entry(figure.end + 1, "scale", "scales")
        if scale and _bare(scale[1]):
            value = figure.value * float(scale[1].value)
            return _Quantity(scale[0], value, value, "exact")
        return _Quantity(figure.end + 1, figure.value, figure.value, "exact")

    def _goes_on(self, at: int) -> bool:
        """Whether a further number is joined there, so that a bound belongs to the one before: 15 على الأقل وأربعة."""
        key = self.key(at)
        return key.startswith("و") and not key.startswith("واحد")

    def _unbounded(self, at: int) -> _Quantity | None:
        words = None if self.is_figure(at) else self._vague(at) or self._between(at)
        quantity = words or self._value(at)
        if quantity is None or quantity.basis not in {"exact", "vague"}:
            return quantity
        if after := self.entry(quantity.end, *_AFTER):
            return _bounded(quantity._replace(end=after[0]), _AFTER[after[1].role])
        return _bounded(quantity, "at_least") if self._bounded_later(quantity.end) else quantity

    def _bounded_later(self, at: int) -> bool:
        """Whether "at least" follows the counted noun: أربعة أشخاص على الأقل، 15 مدنيا، على الأقل."""
        for ahead in range(at, min(at + _REACH, self.size)):
            known = bool(self.entries(ahead))
            if known and self.entry(ahead, "at_least_after"):
                return True
            if self.key(ahead) == "،" and self.entry(ahead + 1, "at_least_after"):
                return True
            if not self.is_word(ahead) or (known and self.entry(ahead, *_NEXT)):
                return False
        return False

    def _vague(self, at: int) -> _Quantity | None:
        """بضعة، عدد من، عشرات، مئات الآلاف، ملايين."""
        if several := self.entry(at, "several"):
            return _Quantity(several[0], 2, None, "vague")
        low, high, end = 2.0, 9.0, at
        few = self.entry(at, "few")
        if few:
            low, end = 3.0, few[0]
        unit = 1.0
        while word := self.entry(end, "tens", "scales", *(("hundred", "scale") if end > at else ())):
            if word[1].conjunction and end > at:
                break
            end, unit = word[0], unit * float(word[1].value)
        if end == at:
            return None
        if few and unit == 1 and (teen := self.entry(end, "unit")) and teen[1].value == "10":
            return _Quantity(teen[0], 13, 19, "vague")
        return _Quantity(end, low * unit, (high + 1) * unit - 1, "vague")

    def _between(self, at: int) -> _Quantity | None:
        if not (between := self.entry(at, "between")) or not (low := self.cardinal(between[0], alone=True)):
            return None
        ahead = self._after_and(low.end)
        if ahead is None:
            to = self.entry(low.end, "to")
            ahead = to[0] if to else low.end + 1 if self.key(low.end) in _HYPHENS else None
        high = self.cardinal(ahead) if ahead is not None else None
        return _interval(low, high) if high else None

    def _value(self, at: int) -> _Quantity | None:
        start, sign = self._sign(at)
        cardinal = self.cardinal(start)
        if scaled := self._part_of_scale(start, cardinal):
            return _Quantity(scaled.end, sign * scaled.value, sign * scaled.value, "exact")
        if fraction := self._fraction(start, cardinal):
            return _Quantity(fraction.end, sign * fraction.value, sign * fraction.value, "fraction")
        if (
            (piece := self.entry(start, "piece"))
            and self.key(piece[0]) == "من"
            and (below := self.cardinal(piece[0] + 1))
        ):
            return _Quantity(below.end, 1 / below.value, 1 / below.value, "share") if below.value else None
        if cardinal is None:
            return None
        if sign < 0 and start == at + 1 and self.key(at) in _HYPHENS and self.is_word(cardinal.end):
            return None
        if share := self._share(at, cardinal):
            return share
        if sign > 0 and (interval := self._to(cardinal)):
            return interval
        value = sign * cardinal.value
        percent = self.entry(cardinal.end, "percent")
        return _Quantity(percent[0] if percent else cardinal.end, value, value, "percent" if percent else "exact")

    def _sign(self, at: int) -> tuple[int, int]:
        if minus := self.entry(at, "minus"):
            return minus[0], -1
        if self.key(at) in _HYPHENS and not self.glued(at) and self.is_figure(at + 1) and self.glued(at + 1):
            return at + 1, -1
        return at, 1

    def _to(self, low: Cardinal) -> _Quantity | None:
        to = self.entry(low.end, "to")
        if to and not to[1].conjunction and not to[1].preposition:
            high = self.cardinal(to[0])
            return _interval(low, high) if high and high.value > low.value else None
        if self.key(low.end) in _HYPHENS and self.is_figure(low.end + 1) and (high := self.cardinal(low.end + 1)):
            return _interval(low, high)
        return None

    # -- fractions ---------------------------------------------------------------------------------------

    def _fraction(self, at: int, count: Cardinal | None) -> Cardinal | None:
        """نصف، ثلثا، خمس الفطيرة، ثلاثة أرباع، عشرون وثلاثة أخماس، خمسة وربع، 3/4."""
        if part := self.entry(at, "part", "two_parts"):
            top = 1 if part[1].role == "part" else 2
            return Cardinal(part[0], top / float(part[1].value), 1)
        if (thin := self.entry(at, "thin_part")) and self._whole_thing(thin[0]):
            return Cardinal(thin[0], 1 / float(thin[1].value), 1)
        if count is None:
            return None
        if self.key(count.end) == "/" and self.glued(count.end) and self.is_figure(count.end + 1):
            below = self.cardinal(count.end + 1)
            return Cardinal(below.end, count.value / below.value, 1) if below and below.value else None
        if parts := self._parts(count):
            return parts
        ahead = self._after_and(count.end)
        if ahead is None:
            return None
        if part := self.entry(ahead, "part", "two_parts") or (
            (count.value < 10 and self.entry(ahead, "thin_part")) or None
        ):
            top = 2 if part[1].role == "two_parts" else 1
            return Cardinal(part[0], count.value + top / float(part[1].value), 1)
        more = self.cardinal(ahead)
        fraction = self._parts(more) if more else None
        return Cardinal(fraction.end, count.value + fraction.value, 1) if fraction else None

    def _part_of_scale(self, at: int, count: Cardinal | None) -> Cardinal | None:
        """نصف مليون، مليون ونصف المليون، ثلاثة ملايين ونصف: parts of a scale are whole numbers."""
        ahead = at if count is None else self._after_and(count.end)
        part = self.entry(ahead, "part") if ahead is not None else None
        if part is None:
            return None
        scale = self.entry(part[0], "scale")
        unit = float(scale[1].value) if scale and not scale[1].conjunction and not scale[1].preposition else 0
        if count is None:
            return Cardinal(scale[0], _tidy(unit / float(part[1].value)), unit) if scale and unit else None
        if count.unit < 1000 or unit not in (0, count.unit):
            return None
        end = scale[0] if scale and unit else part[0]
        return Cardinal(end, _tidy(count.value + count.unit / float(part[1].value)), count.unit)

    def _parts(self, count: Cardinal) -> Cardinal | None:
        parts = self.entry(count.end, "parts", "thin_part")
        if not parts or parts[1] != parts[1]._replace(conjunction=False, preposition="", definite=False):
            return None
        last = self.entry(count.end - 1, "unit", "ten")
        if parts[1].role == "thin_part" and last is None:
            return None
        return Cardinal(parts[0], count.value / float(parts[1].value), 1)

    def _whole_thing(self, at: int) -> bool:
        """Whether a singular noun follows, so that خمس means a fifth: خمس المساحة, but خمس السيارات."""
        key = self.key(at)
        return key.startswith("ال") and key.endswith("ه")

    def _share(self, at: int, count: Cardinal) -> _Quantity | None:
        """واحد من ثلاثة، ثلاثة أجزاء من عشرة. A share is less than the whole: 203/100 is 200 + 3/100."""
        piece = self.entry(count.end, "piece")
        end = piece[0] if piece else count.end
        opens = not self.is_word(at - 1) and not self.is_figure(at - 1)
        over = self.key(end) == "علي" and (opens and (count.value == 1 or not self.is_figure(at)))
        of = self.key(end) == "من" and (piece is not None or (opens and count.value == 1 and not self.is_figure(at)))
        below = self.cardinal(end + 1) if over or of else None
        if below is None or (below.value <= count.value and not piece) or not below.value:
            return None
        whole = count.value // 100 * 100 if count.value > below.value else 0
        value = whole + (count.value - whole) / below.value
        return _Quantity(below.end, value, value, "share")

    # -- cardinals ---------------------------------------------------------------------------------------

    def cardinal(self, at: int, *, alone: bool = False) -> Cardinal | None:
        """The number at `at`, scale by scale: مليون ومئتا ألف وخمسة. `alone`: "and" adds to scales only."""
        total, room, unit, end = 0.0, math.inf, 1.0, at
        while room > 1:
            start = at if end == at else self._after_and(end)
            if start is None:
                start = end if self._hundred_follows(end) else None
            part = self._scaled(start, first=end == at) if start is not None else None
            if part is None or part.value >= room or (alone and end > at and part.unit == 1 and unit == 1):
                break
            total, room, end = total + part.value, part.unit, part.end
            unit = max(unit, part.unit)
        return Cardinal(end, total, unit) if end > at else None

    def _hundred_follows(self, at: int) -> bool:
        return self.is_figure(at) and self.entry(at + 1, "hundred") is not None

    def _scaled(self, at: int, *, first: bool) -> Cardinal | None:
        """A number below a thousand with the scale words that multiply it, or a scale word alone."""
        base = self._below_thousand(at, first=first)
        if base is None:
            word = self.entry(at, "scale", "dual", "scale_or_dual")
            if not word or (not first and word[1].preposition):
                return None
            unit = float(word[1].value)
            two = word[1].role == "dual" or (word[1].role == "scale_or_dual" and not self._part_follows(word[0]))
            base = Cardinal(word[0], 2 * unit if two else unit, unit)
        end, value, unit = base
        while (word := self.entry(end, "scale", "scales", "scale_or_dual")) and _bare(word[1]):
            end, unit = word[0], unit * float(word[1].value)
            value *= float(word[1].value)
        return Cardinal(end, _tidy(value), unit)

    def _part_follows(self, at: int) -> bool:
        """Whether "and a half" tells that one thousand or million stands before it: مليونا ونصف المليون."""
        ahead = self._after_and(at)
        return ahead is not None and self.entry(ahead, "part") is not None

    def _below_thousand(self, at: int, *, first: bool) -> Cardinal | None:
        if self.is_figure(at) or self.key(at) in {".", "٫"}:
            figure = self._figure(at)
            hundred = self.entry(figure.end, "hundred") if figure else None
            if figure and hundred and _bare(hundred[1]):
                return self._rest(hundred[0], figure.value * 100)
            return figure
        word = self.entry(at, "zero", "unit", "joint", "ten", "hundred", "hundreds")
        if not word or (not first and word[1].preposition):
            return None
        end, entry = word
        value = float(entry.value)
        if entry.role in {"hundred", "hundreds"}:
            return self._rest(end, value)
        return self._below_hundred(end, value, entry.role)

    def _below_hundred(self, end: int, value: float, role: str) -> Cardinal | None:
        if role in {"zero", "ten"}:
            return Cardinal(end, value, 1)
        after = self.entry(end, "unit", "hundred", "tens")
        if after and _bare(after[1]) and value < 10:
            if after[1].value == "10" and after[1].role == "unit":
                return Cardinal(after[0], value + 10, 1)
            if after[1].value == "100" and role == "unit":
                return self._rest(after[0], value * 100)
        ten_at = self._after_and(end)
        ten = self.entry(ten_at, "ten") if ten_at is not None and value < 10 else None
        if ten and not ten[1].preposition:
            return Cardinal(ten[0], value + float(ten[1].value), 1)
        return None if role == "joint" else Cardinal(end, value, 1)

    def _rest(self, end: int, hundreds: float) -> Cardinal:
        """What an "and" adds to hundreds."""
        at = self._after_and(end)
        more = self._below_thousand(at, first=False) if at is not None else None
        if more and more.value < 100:
            return Cardinal(more.end, hundreds + more.value, 1)
        return Cardinal(end, hundreds, 1)

    def _after_and(self, at: int) -> int | None:
        """Where the number goes on after "and", a word of its own or written with the next one."""
        if self.key(at) == "و":
            return at + 1
        entries = self.entries(at)
        return at if entries and entries[0].conjunction else None

    def _figure(self, at: int) -> Cardinal | None:
        if self.key(at) in {".", "٫"}:
            opens = self.is_figure(at + 1) and self.glued(at + 1) and not self.glued(at)
            value = _figure("0." + self.key(at + 1)) if opens else None
            return Cardinal(at + 2, value, 1) if value is not None else None
        value = None if _letters_before(self, at) else _figure(self.key(at))
        if value is None:
            return None
        return self._spaced(at, value) or self._power(at, value) or self._point(at) or Cardinal(at + 1, value, 1)

    def _spaced(self, at: int, value: float) -> Cardinal | None:
        """`1 234 567`: at least two groups of three after blanks."""
        if not 0 < value < 1000:
            return None
        end, total = at + 1, value
        while self.is_figure(end) and not self.glued(end) and len(self.key(end)) == 3 and self.key(end).isdigit():
            total, end = total * 1000 + int(self.key(end)), end + 1
        return Cardinal(end, total, 1) if end > at + 2 else None

    def _power(self, at: int, value: float) -> Cardinal | None:
        """`1e10` and `1.1^23`."""
        mark = self.key(at + 1).lower()
        if mark not in {"e", "^"} or not self.glued(at + 1):
            return None
        signed = self.key(at + 2) in {"+", "-"}
        last = at + (3 if signed else 2)
        if not self.is_figure(last) or not self.glued(last) or not self.key(last).isdigit() or len(self.key(last)) > 3:
            return None
        exponent = int(self.key(last)) * (-1 if signed and self.key(at + 2) == "-" else 1)
        try:
            result = value * 10.0**exponent if mark == "e" else float(value) ** exponent
        except (OverflowError, ZeroDivisionError):
            return None
        return Cardinal(last + 1, result, 1) if math.isfinite(result) else None

    def _point(self, at: int) -> Cardinal | None:
        """`1 فاصلة 5`."""
        if not self.entry(at + 1, "point") or not self.key(at + 2).isdigit() or not self.key(at).isdigit():
            return None
        decimal = _figure(f"{self.key(at)}.{self.key(at + 2)}") if len(self.key(at + 2)) != 3 else None
        return Cardinal(at + 3, decimal, 1) if decimal is not None else None


def _bare(entry: Entry) -> bool:
    return not entry.conjunction and not entry.preposition


def _letters_before(reader: Reader, at: int) -> bool:
    """Whether a figure is part of a name: Latin letters stuck to it (`M4`), or any and a hyphen (`إف-16`)."""
    if not reader.glued(at):
        return False
    before = reader.key(at - 1)
    if before in _HYPHENS:
        return reader.glued(at - 1) and reader.is_word(at - 2)
    return before.isascii() and (before.isalpha() or before == "_")


def _figure(key: str) -> float | None:
    """The value of digits with separators: 1,234,567 and 6,6 and 26.013,94; none if they form no number."""
    groups = _SEPARATORS.split(key)
    if len(key) > _LONGEST + 6:
        return None
    if len(groups) == 1:
        return int(key)
    marks = _SEPARATORS.findall(key)
    thirds = [len(group) == 3 for group in groups[1:]]
    grouped = len(groups[0]) <= 3 and groups[0][0] != "0"
    if grouped and all(thirds) and len(set(marks)) == 1 and marks != ["٫"]:
        return int("".join(groups))
    if len(groups) == 2 or (grouped and all(thirds[:-1]) and len(set(marks[:-1])) == 1 and marks[-1] != marks[0]):
        return float(f"{''.join(groups[:-1])}.{groups[-1]}")
    return None


def _tidy(value: float) -> float:
    return round(value, 6) if value < 1e15 else value


def _whole(value: float) -> int | float:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _interval(low: Cardinal, high: Cardinal) -> _Quantity:
    """Both ends; a scale word that only the second bears holds for the first too: 5 إلى 7 آلاف."""
    first = low.value
    if low.unit == 1 < high.unit and first < high.value / high.unit:
        first *= high.unit
    return _Quantity(high.end, min(first, high.value), max(first, high.value), "range")


def _bounded(inner: _Quantity, bound: str) -> _Quantity:
    if inner.basis in {"percent", "fraction", "share"}:
        return inner
    low, high = inner.low, inner.high
    step = 1 if low == int(low) else 0
    if bound == "about":
        return inner._replace(basis="about" if inner.basis == "exact" else inner.basis)
    if bound == "at_least":
        return inner._replace(high=None, basis=bound)
    if bound == "more_than":
        return inner._replace(low=low + (step if inner.basis == "exact" else 0), high=None, basis=bound)
    top = low if high is None else high
    if bound == "less_than":
        top -= step
    return inner._replace(low=min(1, top), high=top, basis=bound)
