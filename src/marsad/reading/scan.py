"""Stage 1: a sentence with everything in it that the lexicon, the calendar and the number grammar know."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Final

from marsad.arabic.calendar import Date, find_dates
from marsad.arabic.numbers import Number, find_numbers, may_count
from marsad.arabic.sentences import Sentence
from marsad.arabic.tokens import QUOTES, Word
from marsad.compiling import mypyc_attr
from marsad.knowledge.entries import Company, Cue
from marsad.knowledge.lexicon import Lexicon, Match
from marsad.reading.meant import (
    TANWIN,
    is_rather_verb,
    longest_names,
    with_nationals,
    without_adjectives,
    without_todays,
)
from marsad.reading.word_sets import word_set

#: What stands before "party", "side" or "group" where nobody speaks: لم تتبن أي جهة.
NOBODY: Final = frozenset(("اي", "احد"))

PREPOSITIONS: Final = word_set("scan", "prepositions")
BEGINNINGS: Final = word_set("scan", "beginnings")
SEATS: Final = word_set("scan", "seats")

#: Marks behind which no name goes on.
MARKS: Final = frozenset("،,؛:;")

AT_LEAST: Final = word_set("scan", "at_least")
COMPLEMENTIZERS: Final = word_set("scan", "complementizers")


@mypyc_attr(acyclic=True)
class Counted:
    """A number with the words it covers."""

    __slots__ = ("first", "last", "number")

    def __init__(self, number: Number, first: int, last: int) -> None:
        self.number: Final = number
        self.first: Final = first
        self.last: Final = last


@mypyc_attr(acyclic=True)
class Dated:
    """A date with the words it covers."""

    __slots__ = ("date", "first", "last")

    def __init__(self, date: Date, first: int, last: int) -> None:
        self.date: Final = date
        self.first: Final = first
        self.last: Final = last


#: Words for aircraft that in the singular are adjectives too.
_FIGHTERS: Final = frozenset(("مقاتلة",))

#: Sorts among which the countries of a report decide.
_ACTORS: Final = frozenset(("actor", "local_actor"))

_start: Final[Callable[[Word], int]] = attrgetter("start")

#: Sorts that the columns `with` and `without` of the triggers may ask for as a whole.
_LABELS: Final = {sort: frozenset(("@" + sort,)) for sort in ("person", "place", "weapon")}

#: What is given where there is no match; nobody adds to it.
_NONE: Final[list[Match]] = []

_first: Final[Callable[[Match], int]] = attrgetter("first")

_PARTICLES: Final = word_set("scan", "particles")
_NO_VERBS: Final = word_set("scan", "no_verbs")
_CALLED_AFTER_DAYS: Final = word_set("scan", "called_after_days")

#: Within how many words behind "since" and a beginning its day stands.
_BEGUN_REACH: Final = 9

_ORDERED: Final = word_set("scan", "ordered")
_NUMBERED: Final = word_set("scan", "numbered")
_ANNIVERSARIES: Final = word_set("scan", "anniversaries")

#: How far behind a negation "but" may stand that leaves something of it.
_BUT_REACH: Final = 6

#: Marks that part clauses.
_PARTING: Final = frozenset("،,؛;:()–—…")


class Scan:
    """One sentence of a report, looked through once; the later stages only ask."""

    def __init__(self, text: str, sentence: Sentence, lexicon: Lexicon, published: date | None) -> None:
        self.text = text
        self.sentence = sentence
        self.words: tuple[Word, ...] = sentence.words
        self.published = published
        self._heads = lexicon.heads(sentence.words)
        found = without_todays(lexicon.find(sentence.words, self._heads), sentence.words)
        if text.find(TANWIN, sentence.start, sentence.end) >= 0:
            found = [match for match in found if match.sort != "verb" or not self._is_declined(match)]
        self._found = with_nationals(found, text, sentence.words)
        self.doubts: list[tuple[Match, str]] = []
        # Worked out when first asked for: few sentences need all of it.
        self._aircraft: list[Match] | None = None
        self._norms: str | None = None
        self._norm_set: frozenset[str] | None = None
        self._stems: list[frozenset[str]] | None = None
        self._cues: dict[str, dict[int, Match]] | None = None
        self._cue_lists: dict[str, list[Match]] = {}
        self._dates: list[Dated] | None = None
        self._dated: frozenset[int] | None = None
        self._numbers: list[Counted] | None = None
        self._numerals: frozenset[int] | None = None
        self._negations: list[Match] | None = None
        self._named: frozenset[int] | None = None
        self._commas: list[int] | None = None
        self._quoted: list[tuple[int, int]] | None = None
        self._sort(longest_names(self._found, self.words))
        if any(person.payload.group == "gunman" for person in self.of("person")):
            self._sort(without_adjectives(self.matches, sentence.words))

    def _sort(self, matches: list[Match]) -> None:
        self.matches = matches
        by_sort: dict[str, list[Match]] = {}
        for match in matches:
            sort = match.sort
            if sort in by_sort:
                by_sort[sort].append(match)
            else:
                by_sort[sort] = [match]
        self._by_sort = by_sort

    def _is_declined(self, match: Match) -> bool:
        """Whether a word that is spelt like a verb is none, as it bears a nunation: هجوماً غادراً."""
        word = self.words[match.last]
        return word.norm[-1] == "ا" and TANWIN in self.text[word.end - 2 : word.end]

    def doubt(self, match: Match, why: str) -> None:
        """Note that a trigger was seen and is no claim of its own: nothing is read from it, but it can be explained."""
        self.doubts.append((match, why))

    @property
    def covered(self) -> list[Match]:
        """The matches that are not meant, as they lie inside a longer name."""
        kept = {id(match) for match in self.matches}
        return [match for match in self._found if id(match) not in kept and match.sort != "local_actor"]

    @property
    def aircraft(self) -> list[Match]:
        """Words for aircraft, those inside the name of an air force included."""
        if self._aircraft is None:
            found = [m for m in self._found if m.sort == "force" and m.payload.group in ("aircraft", "drone")]
            found = [
                m for m in found if m.clitics.suffix != "هم" or not self.words[m.first].norm.endswith("تهم")
            ]  # a march
            self._aircraft = [m for m in found if m.payload.lemma not in _FIGHTERS or not self._describes_fighters(m)]
        return self._aircraft

    def _describes_fighters(self, match: Match) -> bool:
        """Whether a word is no aircraft but what fighters are called: فصائل إسلامية ومقاتلة، الكتائب المقاتلة."""
        return match.form == "sg" and (bool(match.clitics.lead) or match.clitics.definite or match.first > 0)

    def localise(self, countries: frozenset[str], main: str | None) -> None:
        """Decide the names that mean one actor here and another there (الجيش الوطني), by the report's countries.

        A name of one word (الجيش) goes by the `main` one: so many others have it.
        """
        if "local_actor" not in self._by_sort:
            return
        decided = []
        here: set[tuple[int, int]] = set()
        for match in self._found:  # what lies inside a name that is none here is meant after all
            if match.sort != "local_actor":
                decided.append(match)
            elif (match.last > match.first or main in match.payload.countries) and match.payload.countries & countries:
                actor = match.payload.actor
                decided.append(Match("actor", actor, match.first, match.last, match.clitics, match.form))
                here.add((match.first, match.last))
        if here:  # النظام is another one in Bahrain
            own = {id(match) for match in self._found}
            decided = [m for m in decided if m.sort != "actor" or (m.first, m.last) not in here or id(m) not in own]
        before = self._without_actors()
        self._sort(without_adjectives(longest_names(decided, self.words), self.words))
        self._named = self._negations = None
        if self._without_actors() != before:  # a name covers others, or does no longer
            self._cues = self._stems = self._dates = self._dated = self._numbers = self._numerals = None

    def _without_actors(self) -> list[Match]:
        return [match for match in self.matches if match.sort not in _ACTORS]

    def word_at(self, offset: int) -> int:
        """The index of the word at or before a code point of the text."""
        return max(0, bisect_right(self.words, offset, key=_start) - 1)

    def words_text(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, as written."""
        return self.text[self.words[first].start : self.words[last].end]

    def norms(self, first: int, last: int) -> str:
        """The folded words of a stretch, parted by blanks; of words that the sentence lacks nothing."""
        if first == last:
            return self.words[first].norm if 0 <= first < len(self.words) else ""
        return " ".join([word.norm for word in self.words[first : last + 1]])

    def has_word(self, words: frozenset[str]) -> bool:
        """Whether any of some folded words stands in the sentence: where none does, nobody need look for its place."""
        if self._norm_set is None:
            self._norm_set = frozenset([word.norm for word in self.words])
        return not words.isdisjoint(self._norm_set)

    @property
    def stems(self) -> list[frozenset[str]]:
        """For each word its folded form and stem, with and without a proclitic, and `@` with the sort that it is of."""
        if self._stems is None:
            found = [heads.stems for heads in self._heads]
            for sort, label in _LABELS.items():
                for match in self.of(sort):
                    found[match.first] = found[match.first] | label
            self._stems = found
        return self._stems

    def near(self, first: int, last: int, wanted: Company) -> bool:
        """Whether any of some words stands in a stretch."""
        apart = wanted.single.isdisjoint
        stems = self.stems if self._stems is None else self._stems
        if not all(map(apart, stems[max(0, first) : last + 1])):
            return True
        if not wanted.runs:
            return False
        if self._norms is None:
            self._norms = self.norms(0, len(self.words))
        runs = [run for run in wanted.runs if run in self._norms]
        if not runs:
            return False
        stretch = self.norms(max(0, first), last)
        return any(run in stretch for run in runs)

    def of(self, sort: str) -> list[Match]:
        """The matches of a sort in their order."""
        return self._by_sort.get(sort, _NONE)

    def has_any(self, sorts: frozenset[str]) -> bool:
        """Whether there is any match of some sorts."""
        return not sorts.isdisjoint(self._by_sort)

    def has_cue(self, names: frozenset[str]) -> bool:
        """Whether there is any cue of some sorts."""
        return not names.isdisjoint(self.cues)

    def at(self, sort: str, word: int) -> list[Match]:
        """The matches of a sort that begin at a word."""
        found = self._by_sort.get(sort, _NONE)  # so few that an index of them would cost more than it saves
        for match in found:
            if match.first == word:
                return [each for each in found if each.first == word]
        return _NONE

    def ending(self, sort: str, word: int) -> list[Match]:
        """The matches of a sort that end at a word."""
        found = self._by_sort.get(sort, _NONE)
        for match in found:
            if match.last == word:
                return [each for each in found if each.last == word]
        return _NONE

    def here(self, word: int) -> list[Match]:
        """The matches of all sorts that begin at a word."""
        begin = bisect_left(self.matches, word, key=_first)
        return self.matches[begin : bisect_right(self.matches, word, key=_first)]

    def inside(self, first: int, last: int) -> list[Match]:
        """The matches of all sorts that lie within a stretch of words."""
        begin, end = bisect_left(self.matches, first, key=_first), bisect_right(self.matches, last, key=_first)
        return [match for match in self.matches[begin:end] if match.last <= last]

    @property
    def cues(self) -> dict[str, dict[int, Match]]:
        """Cue matches by their sort of cue and first word; verbs among them included; of two at one word the longer."""
        if self._cues is None:
            self._cues = self._by_cue()
            self._cue_lists = {}
        return self._cues

    def _by_cue(self) -> dict[str, dict[int, Match]]:
        found: dict[str, dict[int, Match]] = {}
        cues = [match for match in self.matches if type(match.payload) is Cue]
        whole = {m.first for m in cues if not (m.clitics.prep or m.clitics.suffix or m.clitics.definite)}
        for match in cues:
            payload = match.payload
            name, first, clitics = payload.cue, match.first, match.clitics
            if (clitics.prep or (clitics.suffix and match.sort != "verb")) and first in whole:
                continue  # بعدما is no "with" + "lack"
            if clitics.suffix and payload.lemma in _PARTICLES:
                continue  # لأي is no "not" + "my"
            if match.sort == "verb" and first and self.words[first - 1].norm in _NO_VERBS:
                continue  # في نوى is nobody who intended
            if name == "boundary" and first and self.words[first - 1].norm in PREPOSITIONS:
                continue  # no clause begins right behind a preposition: من وسط المدينة
            if name == "boundary" and payload.lemma == "وسط" and self._is_amid(match.last + 1):
                continue  # "in the middle of": وسط مدينة أ، إصابات وسط المدنيين
            if name == "boundary" and self.norms(match.last + 1, match.last + 1) == "ذلك":
                continue  # أطلقت القوات عقب ذلك عملية
            if match.sort == "verb" and self.is_numeral(first):
                continue  # تسع غارات is nine, no "seeks"
            at = found.get(name)
            if at is None:
                found[name] = {first: match}
            elif first not in at or at[first].last < match.last or is_rather_verb(at[first], match):
                at[first] = match
        return found

    def _is_amid(self, word: int) -> bool:
        """Whether something is in the middle of a place, or among people."""
        if any(match.sort in ("place", "place_cue") for match in self.here(word)):
            return True
        return any(match.form == "pl" and match.clitics.definite for match in self.at("person", word))

    def cue(self, name: str) -> list[Match]:
        """The cues of a sort in their order."""
        cues = self._cues
        if name not in (self.cues if cues is None else cues):
            return _NONE
        found = self._cue_lists.get(name)  # asked for again and again, and a list is gone through the quickest
        if found is None:
            found = self._cue_lists[name] = list(self.cues[name].values())
        return found

    def cue_at(self, name: str, word: int) -> Match | None:
        """The cue of a sort that begins at a word."""
        cues = self._cues
        found = (self.cues if cues is None else cues).get(name)
        return found.get(word) if found else None

    def cue_within(self, low: int, high: int, *names: str) -> bool:
        """Whether a cue of one of these sorts begins at a word of `[low, high]`."""
        cues = self.cues
        for name in names:
            if name in cues:
                for first in cues[name]:
                    if low <= first <= high:
                        return True
        return False

    @property
    def dates(self) -> list[Dated]:
        """The dates of the sentence, resolved against the day of publication."""
        if self._dates is None:
            start, end = self.sentence.start, self.sentence.end
            found = find_dates(_unwrapped(self.text[start:end]), self.published)
            dated = [
                Dated(each, self.word_at(start + each.start), self.word_at(start + each.end - 1)) for each in found
            ]
            papers = [match for match in self.of("outlet") if match.last > match.first] if dated else ()
            self._dates = [  # صحيفة عدن الغد is no tomorrow
                self._since(each)
                for each in dated
                if not (self._is_called(each) or any(paper.first <= each.first <= paper.last for paper in papers))
            ]
        return self._dates

    def _is_called(self, dated: Dated) -> bool:
        """Whether a day is what a street, town or movement is called after: مدينة 6 أكتوبر، شارع 26 يوليو."""
        return dated.first > 0 and self.words[dated.first - 1].norm in _CALLED_AFTER_DAYS

    def _since(self, each: Dated) -> Dated:
        """The time from the day on which something began: منذ بدء الهجوم البري في 20 كانون الثاني."""
        if self.published is None or each.first < 2 or self.words[each.first - 1].norm not in ("في", "الموافق"):
            return each
        for at in range(each.first - 3, max(-1, each.first - _BEGUN_REACH), -1):
            if self.words[at + 1].before.strip():
                break
            begun = self.words[at].norm == "منذ" and self.words[at + 1].norm in BEGINNINGS
            if begun and each.date.first <= self.published:
                span = dataclasses.replace(each.date, last=self.published, precision="range", basis="since")
                return Dated(span, each.first, each.last)
        return each

    @property
    def dated(self) -> frozenset[int]:
        """The words that are part of a date."""
        if self._dated is None:
            self._dated = frozenset([word for each in self.dates for word in range(each.first, each.last + 1)])
        return self._dated

    @property
    def numbers(self) -> list[Counted]:
        """The numbers of the sentence that are not part of a date or of a name."""
        if self._numbers is None:
            start, end = self.sentence.start, self.sentence.end
            dated = self.dated
            self._numbers = []
            for number in find_numbers(_unwrapped(self.text[start:end])):
                first, last = self.word_at(start + number.start), self.word_at(start + number.end - 1)
                if first in dated and last not in dated and (rest := self._behind_date(first, last)):
                    self._numbers.append(rest)
                if first not in dated and last not in dated and not self._is_names(number, first):
                    self._numbers.append(Counted(number, first, last))
        return self._numbers

    def _behind_date(self, first: int, last: int) -> Counted | None:
        """The number that stands right behind a year: عام 2021 آلاف المدنيين."""
        begin = next(at for at in range(first, last + 1) if at not in self.dated)
        offset = self.words[begin].start - self.sentence.start
        found = find_numbers(_unwrapped(self.text[self.words[begin].start : self.words[last].end]))
        if len(found) != 1:
            return None
        number = replace(found[0], start=found[0].start + offset, end=found[0].end + offset)
        return Counted(number, begin, last)

    def _is_names(self, number: Number, first: int) -> bool:
        """Whether a number tells which unit, road or article is meant: اللواء 444، الكيلو 40، القرار 2254."""
        if first and self.words[first - 1].norm in _ANNIVERSARIES and self.words[first].norm.startswith("ال"):
            return True  # الذكرى الأربعين لقتلى المدينة
        if number.basis != "exact" or not first or not self.words[first].norm[0].isdigit():
            return False
        if self.words[first - 1].norm == "ال" and self.norms(first - 2, first - 2) in _ORDERED:
            return True  # لليوم الـ 197
        return first in self.named or (not self.words[first].before and self.words[first - 1].norm in _NUMBERED)

    @property
    def numerals(self) -> frozenset[int]:
        """The words that are part of a number."""
        if self._numerals is None:
            self._numerals = frozenset([word for each in self.numbers for word in range(each.first, each.last + 1)])
        return self._numerals

    def is_numeral(self, word: int) -> bool:
        """Whether a word is part of a number; asked of words that mostly are none, it spares a sentence the grammar."""
        return may_count(self.words[word].norm) and word in self.numerals

    @property
    def negations(self) -> list[Match]:
        """The words that negate; those inside a number or a name do not (ما لا يقل عن سبعين، أطباء بلا حدود)."""
        if self._negations is None:
            inside = self.numerals | self.named
            cues = [cue for cue in self.cue("negation") if cue.first not in inside and not self._is_denying(cue)]
            self._negations = [cue for cue in cues if not self._leaves_some(cue)]
        return self._negations

    def _is_denying(self, negation: Match) -> bool:
        """Whether the noun of denying is the verb, which tells who denies: نفى الجيش مقتل جنود."""
        denying = negation.payload.lemma == "نفي" and not negation.clitics.suffix
        return denying and self.cue_at("say", negation.first) is not None

    def _leaves_some(self, negation: Match) -> bool:
        """Whether all but something is negated, which is thus affirmed: لم تشن سوى غارة واحدة."""
        return any(word.norm == "سوي" for word in self.words[negation.last + 1 : negation.last + _BUT_REACH])

    @property
    def named(self) -> frozenset[int]:
        """The words inside the names of actors and outlets, but for the first of each."""
        if self._named is None:
            names = (*self.of("actor"), *self.of("outlet"))
            self._named = frozenset([word for match in names for word in range(match.first + 1, match.last + 1)])
        return self._named

    @property
    def commas(self) -> list[int]:
        """Words before which a mark stands that parts clauses."""
        if self._commas is None:
            self._commas = [
                at for at, word in enumerate(self.words) if word.before and at and not _PARTING.isdisjoint(word.before)
            ]
        return self._commas

    @property
    def quoted(self) -> list[tuple[int, int]]:
        """Stretches of words between quotation marks, first and last included."""
        if self._quoted is None:
            self._quoted = _between_quotes(self.words)
        return self._quoted


def _unwrapped(text: str) -> str:
    """The same text on one line: a sentence may run over lines of a wrapped file, and so may a date."""
    return text.replace("\n", " ")


def _between_quotes(words: Sequence[Word]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for at, word in enumerate(words):
        for mark in word.before:
            if mark not in QUOTES:
                continue
            if opened is None or mark in "«“‹„":
                opened = at
            else:
                if at > opened:
                    found.append((opened, at - 1))
                opened = None
    if opened is not None:
        found.append((opened, len(words) - 1))
    return found
