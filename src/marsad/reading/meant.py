"""Which matches of the lexicon in a sentence are meant: none inside a longer name, none that only describes another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.tokens import Word
from marsad.knowledge.entries import Cue
from marsad.knowledge.lexicon import Match
from marsad.reading.word_sets import word_set

#: Sorts of which only the longest match over a word counts: a name inside a longer name is not meant.
_NAMES: Final = frozenset(("actor", "local_actor", "outlet", "place", "country", "trap"))

#: Sorts that are not meant inside a longer name.
_YIELDING: Final = _NAMES | {"force", "person", "trigger", "verb", "weapon", "place_cue", "metonym"}


def longest_names(matches: list[Match], words: Sequence[Word]) -> list[Match]:
    """Drop every match of a name, trigger or other word that lies inside a longer name.

    Where an office serves is a place all the same: وزارة الصحة في غزة.
    """
    long = [match for match in matches if match.last > match.first and match.sort in _NAMES]
    if not long:
        return matches
    covers: dict[int, int] = {}
    called: set[int] = set()
    for match in long:
        size = match.last - match.first
        if match.sort != "trap":
            called.update(range(match.first, match.last + 1))
        for at in range(match.first, match.last + 1):
            if size > covers.get(at, 0):
                covers[at] = size
    return [
        match
        for match in matches
        if (first := match.first) not in covers
        or match.last - first >= covers[first]
        or not (match.sort in _YIELDING or (match.sort == "count" and first in called))
        or (match.sort == "place" and first > 1 and words[first - 1].norm == "في")
    ]


def is_rather_verb(known: Match, match: Match) -> bool:
    """Whether a cue of the same words is a verb with a pronoun, and no bare noun: ما أفاده مصدر is no إفادة."""
    return known.form == "sg" and match.sort == "verb" and match.last == known.last and bool(match.clitics.suffix)


#: Sorts that the word for a country may be of.
_LANDS: Final = ("actor", "country", "place")


def with_nationals(matches: list[Match], text: str, words: Sequence[Word]) -> list[Match]:
    """Countries spelt like so many of their people are these: 12 سوريا، 180 تركياً."""
    named = {m.first for m in matches if m.sort == "country" and m.first == m.last and _counts(m.first, text, words)}
    if not named:
        return matches
    kept = [m for m in matches if m.first not in named or m.sort not in _LANDS]
    of = [m for m in matches if m.first in named and m.sort == "country"]
    return [*kept, *(Match("adjective", m.payload, m.first, m.last, m.clitics, m.form) for m in of)]


#: A number from here on is a year: في عام 2024 تركيا.
_FIRST_YEAR: Final = 1900

#: The mark of an indefinite accusative.
TANWIN: Final = "\N{ARABIC FATHATAN}"

_TENS: Final = word_set("meant", "tens")


def _counts(at: int, text: str, words: Sequence[Word]) -> bool:
    """Whether a word that ends like a nationality in the accusative stands behind a number that asks for one."""
    word = words[at]
    if not at or not word.norm.endswith("يا") or word.norm.startswith("ال") or word.before.strip():
        return False
    number = words[at - 1].norm
    if number.isdigit():
        return 10 < int(number) < _FIRST_YEAR or TANWIN in text[word.end - 2 : word.end]
    return number in _TENS or number.removeprefix("و") in _TENS


def without_adjectives(matches: list[Match], words: Sequence[Word]) -> list[Match]:
    """Drop words for gunmen that only describe the party before them: ميليشيا مسلحة، العناصر المسلحة، رجل مسلح."""
    ends = {match.last: match for match in matches if match.sort in ("force", "person") and not match.clitics.suffix}
    gunmen = [m for m in matches if m.sort in ("force", "person") and m.payload.group == "gunman"]
    described = [m for m in gunmen if _describes(m, ends, words)]
    return [m for m in matches if m not in described] if described else matches


def _describes(match: Match, ends: dict[int, Match], words: Sequence[Word]) -> bool:
    head, word, clitics = ends.get(match.first - 1), words[match.first], match.clitics
    if head is None or head.first == match.first or match.form != "sg" or word.before or clitics.lead or clitics.prep:
        return False
    if clitics.definite != head.clitics.definite or clitics.suffix:
        return False
    if word.norm.endswith("ا") and not words[head.first].norm.endswith("ا"):
        return False  # قتل رجل مسلحا, but not: رجلا مسلحا
    return word.marbuta or not clitics.definite


#: What a paper may be called after a place: إسرائيل اليوم.
_TODAY: Final = frozenset(("اليوم", "يوم"))


def without_todays(matches: list[Match], words: Sequence[Word]) -> list[Match]:
    """Drop the papers called after a place and "today" where nobody speaks or is named a paper: قصفت إسرائيل اليوم."""
    papers = [m for m in matches if m.sort == "outlet" and m.last == m.first + 1 and words[m.last].norm in _TODAY]
    if not papers:
        return matches
    cues = [m for m in matches if type(m.payload) is Cue]
    told = {m.last for m in cues if m.payload.cue in ("say", "according") or m.payload.value in ("agency", "media")}
    none = [
        m
        for m in papers
        if m.first - 1 not in told
        and m.clitics.prep != "ل"
        and (not words[m.first].norm.startswith("ال") or (m.first and words[m.first - 1].norm.startswith("ال")))
    ]  # الجيش المصري اليوم is no paper
    return [match for match in matches if match not in none]
