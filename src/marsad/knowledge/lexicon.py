"""The lexicon: every word and run of words that the knowledge files name, looked up in one pass.

Words are found whatever clitics they wear and however they are inflected; how a word is taken apart is worked
out once per written word and remembered by the lexicon that did it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.tokens import QUOTES, Form, Word, forms

#: Marks that may stand inside a run of words: حقل "العمر" النفطي.
_JOINERS = QUOTES | frozenset("()[]-ـ_.")

#: How many different written words a lexicon remembers before it starts anew; bounds memory on endless text.
_REMEMBERED = 200_000


class Entry(NamedTuple):
    """What a word may be.

    `tail` are the further words. `form` tells which inflected form it is: number of a noun (sg, du, pl) or
    tense, voice and person of a verb. `al` asks for ال (True), for its absence (False), or for neither.
    `joined` is a spelling that stands only before a pronoun. `then` is a proclitic that the word behind must
    begin with (وفقا ل).
    """

    sort: str
    payload: Any
    tail: tuple[str, ...]
    al: bool | None
    form: Any
    loose: bool
    then: str = ""
    joined: bool = False


class Match(NamedTuple):
    """An entry found at words `[first, last]` of a sentence."""

    sort: str
    payload: Any
    first: int
    last: int
    clitics: Form
    form: Any


#: Entries of several words by the stem of their second.
_Runs = dict[str, list[Entry]]


class Heads(NamedTuple):
    """What a written word may begin: entries of that one word, and runs for each way to take the word apart.

    `stem` is what it is where it continues a run.
    """

    single: tuple[tuple[Form, Entry], ...]
    longer: tuple[tuple[Form, _Runs], ...]
    stem: str


class Lexicon:
    """Entries by their first word."""

    def __init__(self) -> None:
        self._heads: dict[str, list[Entry]] = {}
        self._known: dict[str, Heads] = {}
        self._runs: dict[str, _Runs] = {}
        self._stems: dict[str, str] = {}

    def add(
        self,
        sort: str,
        payload: Any,
        phrase: str,
        *,
        al: bool | None = None,
        form: Any = None,
        loose: bool = False,
        joined: bool = False,
    ) -> None:
        """Enter a run of words. With `loose`, its further words match in any inflection."""
        head, *tail = fold(phrase).split()
        if al is not None:
            al = head.startswith("ال") and len(head) > 3
        then = tail.pop() if tail and tail[-1] in ("ل", "ب") else ""
        start = head[2:] if al else head
        ends = tuple(stem(word) if loose else word for word in tail)
        self._heads.setdefault(start, []).append(Entry(sort, payload, ends, al, form, loose, then, joined))

    def add_folded(self, sort: str, payload: Any, word: str, form: Any, *, joined: bool = False) -> None:
        """Enter one word that is folded already, as the many forms of verbs are."""
        self._heads.setdefault(word, []).append(Entry(sort, payload, (), None, form, False, "", joined))

    def __len__(self) -> int:
        return sum(map(len, self._heads.values()))

    def analyse(self, norm: str) -> Heads:
        """All entries that a written word may begin, with the clitics that each leaves over."""
        known = self._known.get(norm)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[norm] = self._analyse(norm)
        return known

    def _analyse(self, norm: str) -> Heads:
        single: list[tuple[Form, Entry]] = []
        longer: list[tuple[Form, _Runs]] = []
        for form in forms(norm, self._heads):
            entries = self._heads[form.stem]
            single.extend((form, entry) for entry in entries if not entry.tail and _fits(form, entry))
            if not form.suffix and (runs := self._runs_of(form.stem)):
                longer.append((form, runs))
        return Heads(tuple(single), tuple(longer), self._stem(norm))

    def _runs_of(self, head: str) -> _Runs:
        """The entries of several words that begin with a stem: few follow any one second word."""
        known = self._runs.get(head)
        if known is None:
            known = self._runs[head] = {}
            for entry in self._heads[head]:
                if entry.tail:
                    second = entry.tail[0] if entry.loose else self._stem(entry.tail[0])
                    known.setdefault(second, []).append(entry)
        return known

    def _stem(self, norm: str) -> str:
        known = self._stems.get(norm)
        if known is None:
            if len(self._stems) > _REMEMBERED:
                self._stems.clear()
            known = self._stems[norm] = stem(norm)
        return known

    def find(self, sentence: Sequence[Word]) -> list[Match]:
        """Every entry found in a sentence, ordered by first word; overlaps are left to the caller."""
        found: list[Match] = []
        append, new, known = found.append, tuple.__new__, self._known  # as in `words`
        begun: tuple[tuple[Form, _Runs], ...] = ()
        for at, word in enumerate(sentence):
            single, longer, second = known.get(word.norm) or self.analyse(word.norm)
            for clitics, runs in begun:
                if second in runs:
                    found.extend(self._run(sentence, at - 1, clitics, runs[second]))
            begun = longer
            for clitics, entry in single:
                if word.marbuta and clitics.suffix:
                    continue
                sort, payload, _, _, form, _, then, _ = entry
                if not then or _goes_on(sentence, at, then):
                    append(new(Match, (sort, payload, at, at, clitics, form)))
        return found

    def _run(self, sentence: Sequence[Word], at: int, clitics: Form, entries: list[Entry]) -> Iterator[Match]:
        """Those of some entries that stand as runs of words from a word on."""
        for entry in entries:
            last = at + len(entry.tail)
            if last >= len(sentence) or not _fits(clitics, entry):
                continue
            if self._continues(sentence, at, entry) and _goes_on(sentence, last, entry.then):
                yield Match(entry.sort, entry.payload, at, last, clitics, entry.form)

    def _continues(self, sentence: Sequence[Word], at: int, entry: Entry) -> bool:
        for offset, wanted in enumerate(entry.tail, 1):
            word = sentence[at + offset]
            if word.before and not _JOINERS.issuperset(word.before):
                return False
            norm = word.norm
            if entry.loose:
                if self._stem(norm) != wanted:
                    return False
            elif norm != wanted and (entry.sort == "place" or (norm != "ال" + wanted and "ال" + norm != wanted)):
                return False
        return True


def _goes_on(sentence: Sequence[Word], at: int, then: str) -> bool:
    return at + 1 < len(sentence) and sentence[at + 1].norm.startswith(then) if then else True


def _fits(form: Form, entry: Entry) -> bool:
    if entry.al is not None and entry.al != form.definite:
        return False
    if entry.joined and not form.suffix:
        return False
    if entry.sort == "verb":
        if form.suffix and (form.suffix == "ي" or entry.form.person not in ("3ms", "3fs", "3mp", "1p")):
            return False
        return not form.definite and form.prep in ("", "س", "ل")
    if form.prep == "س":
        return False
    return not (form.suffix and entry.sort in _BARE)


#: Sorts of entries that never carry a pronoun.
_BARE = frozenset({"place", "actor", "local_actor", "country", "adjective", "outlet", "metonym", "phrase"})

_ENDINGS = frozenset(("تان", "تين", "ات", "ان", "ين", "ون", "ه", "ا", "ت", "ي"))


def stem(norm: str) -> str:
    """A word without ال and the endings of number and case: enough to see that adjectives agree."""
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    for size in range(min(3, len(bare) - 3), 0, -1):
        if bare[-size:] in _ENDINGS:
            return bare[:-size]
    return bare
