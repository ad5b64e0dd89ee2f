"""Stage 1: a sentence with everything in it that the lexicon, the calendar and the number grammar know."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from marsad.arabic.calendar import Date, find_dates
from marsad.arabic.numbers import Number, find_numbers
from marsad.arabic.sentences import Sentence
from marsad.arabic.tokens import QUOTES, Word
from marsad.knowledge.entries import Cue
from marsad.knowledge.lexicon import Lexicon, Match, stem

#: Sorts of which only the longest match over a word counts: a name inside a longer name is not meant.
_NAMES = frozenset(("actor", "local_actor", "outlet", "place", "country", "trap"))

#: Prepositions as words of their own, folded.
#: What stands before "party", "side" or "group" where nobody speaks: لم تتبن أي جهة.
NOBODY = frozenset(("اي", "احد"))

PREPOSITIONS = frozenset(
    (
        "في", "علي", "من", "الي", "عن", "مع", "بين", "ضد", "نحو", "باتجاه", "صوب", "قرب", "لدي", "عند", "تجاه",
        "حول", "داخل", "خارج", "وسط", "عبر", "مقابل", "ازاء",
    )
)  # fmt: skip

#: Words after which a clause begins that says what somebody says.
COMPLEMENTIZERS = frozenset(
    ("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "لان", "وان", "وبان", "انهما")
)


@dataclass(slots=True, frozen=True)
class Counted:
    """A number with the words it covers."""

    number: Number
    first: int
    last: int


@dataclass(slots=True, frozen=True)
class Dated:
    """A date with the words it covers."""

    date: Date
    first: int
    last: int


class Scan:
    """One sentence of a report, looked through once; the later stages only ask."""

    def __init__(self, text: str, sentence: Sentence, lexicon: Lexicon, published: date | None) -> None:
        self.text = text
        self.sentence = sentence
        self.words: tuple[Word, ...] = sentence.words
        self.published = published
        self._starts = [word.start for word in sentence.words]
        found = lexicon.find(sentence.words)
        #: Words for aircraft, those inside the name of an air force included.
        self.aircraft = [m for m in found if m.sort == "force" and m.payload.group in ("aircraft", "drone")]
        self._sort(_longest_names(found))

    def _sort(self, matches: list[Match]) -> None:
        self.matches = matches
        self.by_sort: dict[str, list[Match]] = {}
        for match in matches:
            self.by_sort.setdefault(match.sort, []).append(match)

    def localise(self, countries: frozenset[str]) -> None:
        """Decide the names that mean one actor here and another there (الجيش الوطني), by the report's countries."""
        if "local_actor" not in self.by_sort:
            return
        decided = []
        for match in self.matches:
            if match.sort != "local_actor":
                decided.append(match)
            elif match.payload.countries & countries:
                decided.append(match._replace(sort="actor", payload=match.payload.actor))
        self._sort(_longest_names(decided))

    def word_at(self, offset: int) -> int:
        """The index of the word at or before a code point of the text."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def words_text(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, as written."""
        return self.text[self.words[first].start : self.words[last].end]

    def norms(self, first: int, last: int) -> str:
        """The folded words of a stretch, parted by blanks."""
        return " ".join(word.norm for word in self.words[first : last + 1])

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        """For each word its folded form and stem, with and without a proclitic."""
        return [_stems_of(word.norm) for word in self.words]

    def of(self, sort: str) -> list[Match]:
        return self.by_sort.get(sort, [])

    @cached_property
    def cues(self) -> dict[str, list[Match]]:
        """Cue matches by their sort of cue; verbs among them included; of two at one word the longer."""
        whole = {match.first for match in self.matches if isinstance(match.payload, Cue) and not any(match.clitics[2:])}
        found: dict[str, dict[int, Match]] = {}
        for match in self.matches:
            if not isinstance(match.payload, Cue):
                continue
            if match.first in whole and any(match.clitics[2:]):
                continue  # بعدما is no "with" + "lack"
            at = found.setdefault(match.payload.cue, {})
            if match.first not in at or at[match.first].last < match.last:
                at[match.first] = match
        return {cue: list(at.values()) for cue, at in found.items()}

    def cue(self, name: str) -> list[Match]:
        return self.cues.get(name, [])

    @cached_property
    def dates(self) -> list[Dated]:
        """The dates of the sentence, resolved against the day of publication."""
        start, end = self.sentence.start, self.sentence.end
        found = find_dates(_unwrapped(self.text[start:end]), self.published)
        return [Dated(each, self.word_at(start + each.start), self.word_at(start + each.end - 1)) for each in found]

    @cached_property
    def numbers(self) -> list[Counted]:
        """The numbers of the sentence that are not part of a date."""
        start, end = self.sentence.start, self.sentence.end
        dated = {word for each in self.dates for word in range(each.first, each.last + 1)}
        found = []
        for number in find_numbers(_unwrapped(self.text[start:end])):
            first, last = self.word_at(start + number.start), self.word_at(start + number.end - 1)
            if first not in dated and last not in dated:
                found.append(Counted(number, first, last))
        return found

    @cached_property
    def numerals(self) -> frozenset[int]:
        """The words that are part of a number."""
        return frozenset(word for each in self.numbers for word in range(each.first, each.last + 1))

    @cached_property
    def commas(self) -> list[int]:
        """Words before which a mark stands that parts clauses."""
        return [at for at, word in enumerate(self.words) if at and set(word.before) & _PARTING]

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Stretches of words between quotation marks, first and last included."""
        found: list[tuple[int, int]] = []
        opened: int | None = None
        for at, word in enumerate(self.words):
            marks = [mark for mark in word.before if mark in QUOTES]
            for mark in marks:
                if opened is None or mark in "«“‹„":
                    opened = at
                else:
                    if at > opened:
                        found.append((opened, at - 1))
                    opened = None
        if opened is not None:
            found.append((opened, len(self.words) - 1))
        return found


def _unwrapped(text: str) -> str:
    """The same text on one line: a sentence may run over lines of a wrapped file, and so may a date."""
    return text.replace("\n", " ")


@lru_cache(maxsize=50_000)
def _stems_of(norm: str) -> frozenset[str]:
    bare = {norm, stem(norm)}
    if norm[:1] in "وبلف" and len(norm) > 3:
        bare |= {norm[1:], stem(norm[1:])}
    return frozenset(bare)


_PARTING = frozenset("،,؛;:()–—…")


def _longest_names(matches: list[Match]) -> list[Match]:
    """Drop every match of a name, trigger or other word that lies inside a longer name."""
    covers: dict[int, tuple[int, int]] = {}
    for match in matches:
        if match.sort in _NAMES and match.last > match.first:
            for at in range(match.first, match.last + 1):
                held = covers.get(at)
                if held is None or match.last - match.first > held[1] - held[0]:
                    covers[at] = (match.first, match.last)
    if not covers:
        return matches
    return [match for match in matches if not _inside(match, covers)]


def _inside(match: Match, covers: dict[int, tuple[int, int]]) -> bool:
    held = covers.get(match.first)
    if held is None:
        return False
    first, last = held
    if match.sort in _NAMES or match.sort in ("force", "person", "trigger", "verb", "weapon", "place_cue"):
        return match.last - match.first < last - first
    return False
