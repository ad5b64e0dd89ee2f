"""The lexicon: every word and run of words that the knowledge files name, looked up in one pass.

Words are found whatever clitics they wear and however they are inflected; how a word is taken apart is worked
out once per written word and remembered by the lexicon that did it.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.tokens import QUOTES, Form, Word, forms
from marsad.compiling import mypyc_attr

#: Marks that may stand inside a run of words: حقل "العمر" النفطي.
_JOINERS: Final = QUOTES | frozenset("()[]-ـ_.")

#: How many different written words a lexicon remembers before it starts anew; bounds memory on endless text.
_REMEMBERED: Final = 200_000


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


@mypyc_attr(acyclic=True)
class Match:
    """An entry found at words `[first, last]` of a sentence; written out for the same reason as `Word`."""

    __slots__ = ("clitics", "first", "form", "last", "payload", "sort")

    def __init__(self, sort: str, payload: Any, first: int, last: int, clitics: Form, form: Any) -> None:
        self.sort: Final = sort
        self.payload: Final = payload
        self.first: Final = first
        self.last: Final = last
        self.clitics: Final = clitics
        self.form: Final = form


#: An entry of one word: the fields of its match, the place left out, and what the word behind must begin with.
_Single = tuple[str, Any, Form, Any, str]

#: Entries of several words by the stem of their second.
_Runs = dict[str, list[Entry]]


@dataclass(slots=True)
class Heads:
    """What a written word may begin: entries of that one word, and runs for each way to take the word apart.

    `bare` are the entries that leave over no pronoun: all that a word may be that is written with ة. `stem` is
    what it is where it continues a run, `stems` are its folded form and stem, with and without a proclitic.
    """

    single: tuple[_Single, ...]
    bare: tuple[_Single, ...]
    longer: tuple[tuple[Form, _Runs], ...]
    stem: str
    stems: frozenset[str]


#: An entry as it is kept: plain values, with payload and form by their index in a list of all.
_Kept = tuple[str, int, tuple[str, ...], bool | None, int, bool, str, bool]


class Lexicon:
    """Entries by their first word.

    Of the many that it has a report needs few, so only those that are met are made.
    """

    def __init__(self) -> None:
        self._kept: dict[str, list[_Kept]] = {}
        self._values: list[Any] = []
        self._indexes: dict[int, int] = {}
        self._heads: dict[str, list[Entry]] = {}
        self._known: dict[str, Heads] = {}
        self._runs: dict[tuple[str, str, bool], _Runs] = {}
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
        self._keep(start, sort, payload, ends, al, form, loose, then, joined)

    def add_folded(self, sort: str, payload: Any, word: str, form: Any, *, joined: bool = False) -> None:
        """Enter one word that is folded already, as the many forms of verbs are."""
        self._keep(word, sort, payload, (), None, form, False, "", joined)

    def _keep(
        self, start: str, sort: str, payload: Any, tail: tuple[str, ...], al: bool | None, form: Any, loose: bool,
        then: str, joined: bool,
    ) -> None:  # fmt: skip
        kept = (sort, self._index_of(payload), tail, al, self._index_of(form), loose, then, joined)
        self._kept.setdefault(start, []).append(kept)

    def _index_of(self, value: Any) -> int:
        index = self._indexes.get(id(value))
        if index is None:
            index = self._indexes[id(value)] = len(self._values)
            self._values.append(value)
        return index

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process needs: the entries, and nothing that is worked out of them."""
        return _restored, (marshal.dumps(self._kept), self._values)

    def _entries(self, start: str) -> list[Entry]:
        """The entries that begin with a word."""
        found = self._heads.get(start)
        if found is None:
            values = self._values
            found = self._heads[start] = [
                Entry(sort, values[payload], tail, al, values[form], loose, then, joined)
                for sort, payload, tail, al, form, loose, then, joined in self._kept.get(start, ())
            ]
        return found

    def __len__(self) -> int:
        return sum(map(len, self._kept.values()))

    def phrases(self) -> Iterator[str]:
        """The folded words of the entries, each once; with `loose`, further words are stems."""
        runs = {(start, *entry[2]) for start, entries in self._kept.items() for entry in entries}
        return (" ".join(run) for run in sorted(runs))

    def analyse(self, norm: str) -> Heads:
        """All entries that a written word may begin, with the clitics that each leaves over."""
        known = self._known.get(norm)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[norm] = self._analyse(norm)
        return known

    def _analyse(self, norm: str) -> Heads:
        single: list[_Single] = []
        longer: list[tuple[Form, _Runs]] = []
        for form in forms(norm, self._kept):
            for entry in self._entries(form.stem):
                if not entry.tail and _fits(form, entry):
                    single.append((entry.sort, entry.payload, form, entry.form, entry.then))
            if not form.suffix and (runs := self._runs_of(form)):
                longer.append((form, runs))
        every, bare = tuple(single), tuple([each for each in single if not each[2].suffix])
        return Heads(
            every, every if len(bare) == len(every) else bare, tuple(longer), self._stem(norm), self._stems_of(norm)
        )

    def _stems_of(self, norm: str) -> frozenset[str]:
        if norm[0] in "وبلف" and len(norm) > 3:
            bare = "ا" + norm[1:] if norm.startswith("لل") else norm[1:]  # للهلال is ل + الهلال
            return frozenset((norm, self._stem(norm), bare, stem(bare)))
        return frozenset((norm, self._stem(norm)))

    def _runs_of(self, form: Form) -> _Runs:
        """The entries of several words that may begin with a form: few follow any one second word."""
        key = form.stem, form.prep, form.definite
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = {}
            for entry in self._entries(form.stem):
                if entry.tail and _fits(form, entry):
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

    def heads(self, sentence: Sequence[Word]) -> list[Heads]:
        """What each word of a sentence may begin."""
        known = self._known
        return [known.get(word.norm) or self.analyse(word.norm) for word in sentence]

    def find(self, sentence: Sequence[Word], heads: Sequence[Heads] | None = None) -> list[Match]:
        """Every entry found in a sentence, ordered by first word; overlaps are left to the caller."""
        found: list[Match] = []
        begun: tuple[tuple[Form, _Runs], ...] = ()
        for at, each in enumerate(self.heads(sentence) if heads is None else heads):
            for clitics, runs in begun:
                if each.stem in runs:
                    found += self._run(sentence, at - 1, clitics, runs[each.stem])
            begun = each.longer
            singles = each.single
            if singles is not each.bare and sentence[at].marbuta:
                singles = each.bare
            for sort, payload, clitics, form, then in singles:
                if not then or _goes_on(sentence, at, then):
                    found.append(Match(sort, payload, at, at, clitics, form))
        return found

    def _run(self, sentence: Sequence[Word], at: int, clitics: Form, entries: list[Entry]) -> list[Match]:
        """Those of some entries that stand as runs of words from a word on, given the stem of their second."""
        found: list[Match] = []
        second = sentence[at + 1]
        if second.before and not _JOINERS.issuperset(second.before):
            return found
        norm = second.norm
        for sort, payload, tail, _, form, loose, then, _ in entries:
            if not loose and norm != tail[0] and not _same_but_article(sort, norm, tail[0]):
                continue
            last = at + len(tail)
            if last > at + 1 and not self._continues(sentence[at + 2 : last + 1], sort, tail[1:], loose=loose):
                continue
            if not then or _goes_on(sentence, last, then):
                found.append(Match(sort, payload, at, last, clitics, form))
        return found

    def _continues(self, following: Sequence[Word], sort: str, rest: tuple[str, ...], *, loose: bool) -> bool:
        """Whether the rest of a run follows."""
        if len(following) < len(rest):
            return False
        for at, wanted in enumerate(rest):
            norm, before = following[at].norm, following[at].before
            if before and not _JOINERS.issuperset(before):
                return False
            if loose:
                if self._stem(norm) != wanted:
                    return False
            elif norm != wanted and not _same_but_article(sort, norm, wanted):
                return False
        return True


def _same_but_article(sort: str, norm: str, wanted: str) -> bool:
    """Whether a word of a run is the wanted one with ال or without; names of places keep it."""
    if sort == "place" or abs(len(norm) - len(wanted)) != 2:
        return False
    return norm == "ال" + wanted or "ال" + norm == wanted


def _goes_on(sentence: Sequence[Word], at: int, then: str) -> bool:
    return at + 1 < len(sentence) and sentence[at + 1].norm.startswith(then) if then else True


def _fits(form: Form, entry: Entry) -> bool:
    if entry.al is not None and entry.al != form.definite:
        return False
    if entry.joined and (not form.suffix or (form.suffix == "ي" and form.stem.endswith("اي"))):
        return False  # قضائي is an adjective
    if entry.sort == "verb":
        if form.suffix and (form.suffix == "ي" or entry.form.person not in ("3ms", "3fs", "3mp", "1p")):
            return False
        if form.prep == "س" and entry.form.tense == "past":  # وسجلت is no سـ + جلت
            return False
        return not form.definite and form.prep in ("", "س", "ل") and form.suffix != "ك"
    if form.prep == "س":
        return False
    return not (form.suffix and entry.sort in _BARE)


def _restored(kept: bytes, values: list[Any]) -> Lexicon:
    lexicon = Lexicon()
    lexicon._kept, lexicon._values = marshal.loads(kept), values
    return lexicon


#: Sorts of entries that never carry a pronoun.
_BARE: Final = frozenset({"place", "actor", "local_actor", "country", "adjective", "outlet", "metonym", "phrase"})

_ENDINGS: Final = frozenset(("تان", "تين", "ات", "ان", "ين", "ون", "ه", "ا", "ت", "ي"))


def stem(norm: str) -> str:
    """A word without ال and the endings of number and case: enough to see that adjectives agree."""
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    for size in range(min(3, len(bare) - 3), 0, -1):
        if bare[-size:] in _ENDINGS:
            return bare[:-size]
    return bare
