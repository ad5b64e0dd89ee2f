"""Clues in the wording of reports: days that are named without a year, and words that few reports share.

A report whose day of publication is unknown still says "today, Wednesday" or "on 27 October": that agrees
with one day in seven or in 365, and contradicts all others. And the names of victims, camps and streets are
shared by reports on one event and by hardly any others.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from marsad.arabic.calendar import find_dates
from marsad.arabic.folding import IGNORED, fold
from marsad.arabic.phrases import table
from marsad.arabic.stretches import remembered
from marsad.model import Reading, Span

#: A day from which to reckon: of what is found only weekday, or month and day, are used, which it does not change.
_SOME_DAY: Final = date(2000, 12, 31)

#: How far into a report, in characters, a named day is the day of its main event.
_LEAD: Final = 800

#: A word of more than one report in so many is everybody's.
_COMMON: Final = 6

_WORD: Final = re.compile(rf"[^\W\d_]+(?:[{IGNORED}]+[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Clue:
    """A day as far as the claim (`own`) or its report names it: a weekday (1 is Monday), or month and day."""

    weekday: int | None
    month_day: tuple[int, int] | None
    own: bool = True

    def fits(self, day: date) -> bool:
        """Whether the clue may mean a day."""
        if self.month_day:
            return (day.month, day.day) == self.month_day
        return day.isoweekday() == self.weekday


def find_clues(reading: Reading, wording: Wording) -> dict[str, Clue]:
    """For claims without a time, in a report of unknown day, the day that they or the report's lead name."""
    report = reading.document
    silent = [] if report.published else [claim for claim in reading.claims if claim.when is None]
    own: dict[Span, Clue | None] = {}
    for span in sorted({claim.evidence for claim in silent}):
        dated = not _calendar_words().isdisjoint(wording.of(span))
        own[span] = _clue(span.of(report.text)) if dated else None
    lead = next((clue for span, clue in own.items() if clue and span.start < _LEAD), None)
    carried = Clue(lead.weekday, lead.month_day, own=False) if lead else None
    return {claim.id: clue for claim in silent if (clue := own[claim.evidence] or carried)}


def _clue(text: str) -> Clue | None:
    """The day that a text names without its year: of the year, else of the week."""
    weekday = None
    for found in find_dates(text, _SOME_DAY):
        if found.first != found.last:
            continue
        named = {part for word in words_of(text[found.start : found.end]) for part in (word, word[1:], word[2:])}
        if found.basis == "figures" or not _names("months.csv").isdisjoint(named):
            return Clue(None, (found.first.month, found.first.day))
        if not _names("weekdays.csv").isdisjoint(named):
            weekday = weekday or found.first.isoweekday()
    return Clue(weekday, None) if weekday else None


@functools.cache
def _names(file: str) -> frozenset[str]:
    """The first words, without article, of the names of weekdays, or of months that are the same days in every year."""
    rows = [row for row in table(file) if row.get("calendar") != "hijri"]
    return frozenset(fold(row["name"]).split()[0].removeprefix("ال") for row in rows)


@functools.cache
def _calendar_words() -> frozenset[str]:
    """The stems of all of them: without one there is no day to be named."""
    return frozenset(map(_stem, _names("months.csv") | _names("weekdays.csv")))


class Wording:
    """The longer words of one text and of some spans of it, without article and conjunction."""

    __slots__ = ("_of_spans", "stems")

    def __init__(self, text: str, words: Iterable[str], spans: Iterable[Span]) -> None:
        self.stems = _stems(words)
        self._of_spans = {span: _stems(words_of(span.of(text))) for span in spans}

    def of(self, span: Span) -> frozenset[str]:
        """Those of a span."""
        return self._of_spans[span]


def words_of(text: str) -> list[str]:
    """The words of a text in their order, folded."""
    return list(chain.from_iterable(_words_in(text.split(" "))))


def _words(stretch: str) -> tuple[str, ...]:
    if stretch.isalpha():
        return (fold(stretch),)
    return tuple(filter(str.isalpha, map(fold, _WORD.findall(stretch))))


_words_in: Final = remembered(_words)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(_stem, words)))


class Vocabulary:
    """The words of a set of reports and how few share each, in bits: log2 of all reports over its own."""

    def __init__(self, wordings: Mapping[str, Wording]) -> None:
        self._wordings = wordings
        held = Counter(chain.from_iterable(wording.stems for wording in wordings.values()))
        total = len(wordings)
        self._bits = {
            word: math.log2(total / count)
            for word, count in held.items()
            if count > 1 and (count == 2 or count * _COMMON <= total)
        }
        rarest_first = sorted(self._bits, key=lambda word: (-self._bits[word], word))
        self._rank = {word: at for at, word in enumerate(rarest_first)}
        self._telling = {name: wording.stems & self._bits.keys() for name, wording in wordings.items()}
        # A word of one report alone is shared with none, but makes that report unlike all others.
        alone = math.log2(max(2, total))
        weights = self._bits | {word: alone for word, count in held.items() if count == 1}
        self._length = {
            name: math.sqrt(math.fsum(map(weights.__getitem__, wording.stems & weights.keys())))
            for name, wording in wordings.items()
        }

    def telling(self, report: str, span: Span, place: str) -> frozenset[str]:
        """The words of a span that some reports share and not all use, without those of a place's name."""
        told = self._wordings[report].of(span) & self._bits.keys()
        return told - frozenset(map(_stem, fold(place).split()))

    def bits(self, words: Iterable[str]) -> float:
        """How much shared words tell."""
        return math.fsum(map(self._bits.__getitem__, words))

    def rarest(self, words: Iterable[str], count: int) -> list[str]:
        """Those of the words that the fewest reports use."""
        return sorted(words, key=self._rank.__getitem__)[:count]

    def likeness(self, one: str, other: str) -> float:
        """How alike two reports are in their telling words: from 0 to 1 (the cosine, weighted by `bits`)."""
        length = self._length[one] * self._length[other]
        return self.bits(self._telling[one] & self._telling[other]) / length if length else 0.0


@functools.lru_cache(maxsize=32_768)
def _stem(key: str) -> str:
    """A word without article and conjunction; nothing of what is no word or a short one."""
    if len(key) < 3 or not key.isalpha():
        return ""
    for article in ("وال", "بال", "فال", "ال", "لل"):
        if key.startswith(article) and len(key) - len(article) >= 3:
            return key[len(article) :]
    return key[1:] if key[0] in "وبفل" and len(key) > 4 else key
