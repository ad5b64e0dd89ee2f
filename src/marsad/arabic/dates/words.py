"""The words of dates, and what every rule needs: their meaning, where dates begin, how they are joined."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Final, NamedTuple

from marsad.arabic.dates import periods
from marsad.arabic.dates.periods import ONE, Period
from marsad.arabic.folding import fold_letters
from marsad.arabic.numbers import Numerals
from marsad.arabic.phrases import Entry, Lexicon, Openings, Reader, Tokens, lexicon, opening, openings, table
from marsad.cache import cached, checksum

ARTICLE: Final = frozenset({"ال", "وال", "فال", "بال", "لل"})
HYPHENS: Final = frozenset("-–—‐‑−")
COMMAS: Final = frozenset("،,")
QUOTES: Final = frozenset("«»\"“”'‹›")
_STOPS: Final = frozenset(".؟?!؛\n")
#: Words behind which no verb stands: قرية سيتينجا, في سيئون.
_BEFORE_NAMES: Final = frozenset(
    ("في", "من", "الي", "علي", "قرب", "قريه", "بلده", "مدينه", "منطقه", "مخيم", "حي", "محيط", "ريف", "محافظه", "ولايه")
)

_FUTURE_VERB: Final = re.compile("س[يتن][ء-ي]{2,}")
#: How far before a date, in tokens, a word may stand that puts it into the future.
_FUTURE_REACH: Final = 12
#: Roles of words that are a date, or none, by themselves; that only go on with one; that need one after them; of
#: number words in dates.
_ALONE: Final = (
    "day", "that_day", "last_night", "that_night", "weekday", "month", "adverb", "name", "decade", "holiday", "my_unit"
)  # fmt: skip
_INNER: Final = (
    "relative", "last", "few", "in", "era", "to", "future", "past", "not_future", "matching", "from_now", "century",
    "moment", "bare_weekday",
)  # fmt: skip
_BOUNDING: Final = (
    "from", "between", "day_part", "since", "until", "ago", "after", "within", "within_next", "called"
)  # fmt: skip
_COUNTING: Final = frozenset(("ordinal", "unit", "joint", "ten", "about", "more_than", "less_than", "at_least"))


class Hit(NamedTuple):
    """What the tokens up to `end` mean; no period: they hold no date, whatever their parts look like."""

    end: int
    period: Period | None
    basis: str

    def days(self) -> Period:
        assert self.period is not None
        return self.period


class Month(NamedTuple):
    """A month as named: in `year`, or narrowed by `relative`; `alone` if it is one beyond doubt."""

    end: int
    system: str
    number: int
    year: int | None
    relative: str
    alone: bool


class Amount(NamedTuple):
    """A number of one unit of time; `few` says القليلة, the rest is as in `Duration`."""

    end: int
    unit: str
    number: int
    vague: bool
    few: bool
    relative: str


class Duration(NamedTuple):
    """Amounts of units: `vague` without a number, `relative` -1 or 1 with الماضية or المقبلة."""

    end: int
    units: tuple[tuple[str, int], ...]
    vague: bool
    few: bool
    relative: str

    @property
    def known(self) -> bool:
        """Whether it bounds anything: "years" does not."""
        return all(count for _, count in self.units)

    @property
    def precision(self) -> str:
        finest = min((unit for unit, _ in self.units), key=list(_PRECISION).index)
        return _PRECISION[finest]


_PRECISION: Final = {
    "minute": "day",
    "hour": "day",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
}


def longest(hits: Iterable[Hit | None]) -> Hit | None:
    """The hit that reaches furthest, of several the first."""
    best: Hit | None = None
    for hit in hits:
        if hit is not None and (best is None or hit.end > best.end):
            best = hit
    return best


def spanning(first: date, last: date) -> Period:
    return Period(min(first, last), max(first, last), "range")


def in_week(week: Hit, weekday: int) -> Period:
    return periods.day(week.days().first + ONE * (weekday - 1))


def day_in(whole: Period, number: int) -> Period | None:
    """A day of a month by its number, if the month has it."""
    when = whole.first + ONE * (number - 1)
    return periods.day(when) if when <= whole.last else None


class _Tables(NamedTuple):
    """What the files say: `known` are all words, `yearly` those with which years and decades begin.

    `openings` are the tokens, figures apart, that an expression may begin with, and what must follow them; `inside`
    those that may follow its first. `not_future` are beginnings of words that look like verbs of the future.
    """

    known: Lexicon
    inside: frozenset[str]
    openings: Openings
    yearly: frozenset[str]
    not_future: tuple[str, ...]


@functools.cache
def _tables() -> _Tables:
    return cached("dates", checksum([Path(__file__).parent.parent]), _Tables, _made_tables)


def _made_tables() -> _Tables:
    rows = [(row["word"], row["role"], row["value"]) for row in table("date_words.csv")]
    rows += [(row["name"], "month", f"{row['calendar']}-{row['month']}-{row['alone']}") for row in table("months.csv")]
    for row in table("weekdays.csv"):
        rows += [(row["name"], "weekday", row["weekday"]), (row["name"][2:], "bare_weekday", row["weekday"])]
    known, numerals = lexicon(rows), Numerals.lexicon()
    rest = {key for entries in known.values() for entry in entries for key in entry.rest}
    inside = frozenset({*known, *numerals, *rest, *ARTICLE, *COMMAS, "(", ".", "و"})
    yearly = _bearing(known, "decade") | _bearing(numerals, "dual", "scale", "hundred", "hundreds")
    not_future = tuple(form for form, entries in known.items() if any(e.role == "not_future" for e in entries))
    return _Tables(known, inside, _openings(known, numerals, inside), yearly, not_future)


def _bearing(words: Lexicon, *roles: str) -> frozenset[str]:
    """The forms that have one of some roles."""
    return frozenset([form for form, entries in words.items() if any(each[0] in roles for each in entries)])


def _openings(known: Lexicon, numerals: Lexicon, inside: frozenset[str]) -> Openings:
    inner = frozenset(_INNER)
    first = {form: entries for form, entries in known.items() if {each.role for each in entries} - inner}
    for form, entries in numerals.items():
        if form in first or any(each.role in _COUNTING for each in entries):
            first[form] = first.get(form, ()) + tuple(each for each in entries if inside.issuperset(each.rest[:1]))
    span = frozenset({*first, *numerals, *ARTICLE})
    follow: dict[str, frozenset[str] | None] = dict.fromkeys(_INNER, frozenset())
    follow |= dict.fromkeys(_ALONE) | dict.fromkeys(_BOUNDING, span | _bearing(known, "moment"))
    follow |= {"part": span | {"من", "في"}, "this": _bearing(known, "unit")}
    # An ordinal that may belong to a name as well (أول أمس) may have anything after it: الأول - الثالث من أيار.
    alone = _bearing(known, *_ALONE)
    either = dict.fromkeys(alone & {form for form, entries in numerals.items() if _is_day(entries)})
    return openings(first, follow, inside) | dict.fromkeys(ARTICLE, (inside,)) | either


def tells_year(keys: Sequence[str]) -> bool:
    """Whether a year may be named: where no day is known to reckon from, there is no date without one."""
    return not _tables().yearly.isdisjoint(keys) or any(
        "0" <= key < ":" and (len(key) > 2 or after in {"-", "/"}) for key, after in zip_longest(keys, keys[1:])
    )


def may_date(norm: str) -> bool:
    """Whether a folded word may be part of a date, by itself."""
    return norm in _tables().inside or not norm.isalpha()


def _is_day(entries: Iterable[Entry]) -> bool:
    return any(not each.rest and each.role in {"ordinal", "unit", "joint", "ten"} for each in entries)


def starts(tokens: Tokens) -> list[int]:
    """The indexes where an expression may begin."""
    keys, tables = tokens.keys, _tables()
    return [
        at
        for at in opening(tokens, tables.openings)
        if not "0" <= (key := keys[at]) < ":"
        or (after := keys[at + 1] if at + 1 < len(keys) else "") in tables.inside
        or "0" <= after < ":"
        or _stands(key, after)
    ]


def _stands(figure: str, after: str) -> bool:
    """Whether a figure may be a date, or begin one, whatever follows: a year, 2021.06.29, 29-10."""
    return len(figure) == 4 or len(figure) >= 6 or after in {"-", "/", "–"}


class Cues(Reader):
    """A text to be read for dates. Every rule takes the index of a token and gives what begins there."""

    __slots__ = ("_content", "_text_folded", "anchor", "numerals", "published", "tense", "text")

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        published: date | None,
        anchor: date | None,
        tense: str | None,
    ) -> None:
        super().__init__(tokens, _tables().known)
        self.text = text
        self._text_folded: str | None = None
        self._content: int | None = None
        self.numerals = Numerals(tokens)
        self.published = published
        self.anchor = anchor
        self.tense = tense

    def plain(self, at: int, *roles: str) -> tuple[int, Entry] | None:
        """An entry that stands without a preposition or an article that the row does not have."""
        found = self.entry(at, *roles)
        return found if found and not found[1].preposition and not found[1].definite else None

    def whole(self, start: int, end: int) -> bool:
        """Whether the tokens are all there is, marks apart."""
        if self._content is None:
            self._content = sum([key[0].isalnum() for key in self.keys])
        return sum([key[0].isalnum() for key in self.keys[start:end]]) == self._content

    def future(self, at: int) -> bool:
        """Whether the sentence up to `at` speaks of the future."""
        if self.tense is not None:
            return self.tense == "future"
        for before in range(at - 1, max(-1, at - 1 - _FUTURE_REACH), -1):
            key = self.key(before)
            if key in _STOPS:
                return False
            if self.entries(before):
                if self.entry(before, "past"):
                    return False
                if self.entry(before, "future"):
                    return True
            if self.future_verb(before):
                return True
        return False

    def future_verb(self, at: int) -> bool:
        word = self.key(at).removeprefix("و").removeprefix("ف")
        if not word.startswith("س") or (at > 0 and self.key(at - 1) in _BEFORE_NAMES):
            return False
        if word.startswith("سا"):
            return "سأ" in self.tokens.written(at) and not word.startswith("سال")
        return _FUTURE_VERB.fullmatch(word) is not None and not word.startswith(_tables().not_future)

    def link(self, at: int, links: tuple[str, ...]) -> int | None:
        if self.key(at) in HYPHENS:
            return at + 1
        at += self.key(at) in COMMAS
        if "to" in links and (to := self.plain(at, "to")):
            return to[0]
        if "and" in links:
            if self.key(at) == "و":
                return at + 1
            entries = self.entries(at) or self.numerals.entries(at)
            return at if entries and entries[0].conjunction else None
        return None

    def enter(self, at: int) -> int:
        """The index after a comma, a bracket or "corresponding to" between two names of a day."""
        while self.key(at) in {"(", *COMMAS, *HYPHENS} or self.entry(at, "matching"):
            at += 1
        return at

    def leave(self, begin: int, end: int, before: int) -> int:
        """The index after the bracket that `_open` went into."""
        opened = any(self.key(at) == "(" for at in range(before, begin))
        return end + 1 if opened and self.key(end) == ")" else end

    def which(self, at: int) -> tuple[int, int] | None:
        """An ordinal, or -1 for the last."""
        if last := self.entry(at, "last", "latest"):
            return last[0], -1
        return self.numerals.ordinal(at)

    def weekday_name(self, at: int) -> tuple[int, int] | None:
        """The index after a weekday, and its number; after يوم it may lack the article."""
        cue = self.entry(at, "weekday_cue")
        begin = cue[0] if cue else at
        if name := self.entry(begin, "weekday"):
            return name[0], int(name[1].value)
        bare = self.bare_weekday(begin) if cue and not cue[1].definite else None  # اختطفوا اليوم اثنين من الرعاة
        return (begin + 1, bare) if bare else None

    def bare_weekday(self, at: int) -> int | None:
        """A weekday without its article: ثالث ثلاثاء."""
        bare = self.plain(at, "bare_weekday")
        return int(bare[1].value) if bare and not bare[1].conjunction else None

    def folded_text(self) -> str:
        if self._text_folded is None:
            self._text_folded = fold_letters(self.text)
        return self._text_folded

    def index(self, offset: int, at: int) -> int:
        """The index of the first token from `at` on that begins at or after an offset of the text."""
        while at < self.size and self.tokens.start(at) < offset:
            at += 1
        return at
