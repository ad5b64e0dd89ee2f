"""Fine-grained tokens and tables of phrases: what the grammars of numbers and of dates stand on.

Unlike `tokens.words`, digits part from letters here (`2كانون`, `الـ24`), a figure with its separators is one
token, and each mark of punctuation is one, because grammars of figures need them.
"""

from __future__ import annotations

import bisect
import csv
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Final, NamedTuple

from marsad.arabic.folding import IGNORED, fold
from marsad.arabic.stretches import LONGEST, remembered

_DIGIT: Final = "[0-9٠-٩۰-۹]"
_TOKEN: Final = re.compile(
    rf"{_DIGIT}+(?:[{IGNORED}]*[.,،٬٫][{IGNORED}]*{_DIGIT}+)*|(?:[^\W\d_]|[{IGNORED}])+|[^\w\s]|_|\n"
)

#: Marks that follow words most often.
_CLOSING: Final = frozenset('،.؛:)»"')


def _split(stretch: str) -> list[tuple[str, int, int]]:
    return [(key, *match.span()) for match in _TOKEN.finditer(stretch) if (key := fold(match[0]))]


def _keys(stretch: str) -> tuple[str, ...]:
    word, mark = (stretch[:-1], (stretch[-1],)) if stretch[-1:] in _CLOSING else (stretch, ())
    if word.isalpha() and (key := fold(word)):
        return (key, *mark)
    return tuple([key for key, _, _ in _split(stretch)])


def _places(stretch: str) -> tuple[tuple[int, int, bool], ...]:
    """Where the tokens begin and end, and whether nothing but marks stands between one and the one before."""
    places: list[tuple[int, int, bool]] = []
    last = 0
    for _, start, end in _split(stretch):
        places.append((start, end, bool(places) and not fold(stretch[last:start])))
        last = end
    return tuple(places)


_keys_of: Final = remembered(_keys)  # no token holds a blank
_known_places: Final = functools.lru_cache(maxsize=8192)(_places)


class Tokens:
    """The tokens of a text: `keys` are their folded letters, offsets are code points. Line breaks are tokens.

    `figures` are the indexes of those that begin with a digit.

    Only keys are worked out beforehand: a grammar asks for the place of few tokens.
    """

    __slots__ = ("_counts", "_long", "_offsets", "_stretches", "_text", "figures", "keys")

    def __init__(self, text: str) -> None:
        self._text = text
        self._stretches = text.split(" ")
        self.keys = list(itertools.chain.from_iterable(_keys_of(self._stretches)))
        # As strings, figures sort between "0" and the character after "9", and letters of Arabic behind both.
        self.figures = [at for at, key in enumerate(self.keys) if key < ":" and key >= "0"]
        self._counts: list[int] | None = None
        self._offsets: list[int] = []
        self._long: dict[int, tuple[tuple[int, int, bool], ...]] = {}  # of stretches too long to remember for good

    def _place(self, at: int) -> tuple[int, int, bool]:
        if self._counts is None:
            self._counts = [0, *itertools.accumulate(map(len, _keys_of(self._stretches)))]
            self._offsets = [0, *itertools.accumulate(map(len, self._stretches))]
        number = bisect.bisect_right(self._counts, at) - 1
        stretch = self._stretches[number]
        if len(stretch) <= LONGEST:
            places = _known_places(stretch)
        elif number in self._long:
            places = self._long[number]
        else:
            places = self._long[number] = _places(stretch)
        start, end, glued = places[at - self._counts[number]]
        offset = self._offsets[number] + number
        return offset + start, offset + end, glued

    def start(self, at: int) -> int:
        return self._place(at)[0]

    def end(self, at: int) -> int:
        return self._place(at)[1]

    def written(self, at: int) -> str:
        """The token as it stands in the text."""
        start, end, _ = self._place(at)
        return self._text[start:end]

    def glued(self, at: int) -> bool:
        """Whether nothing but marks stands between a token and the one before."""
        return self._place(at)[2]


@functools.lru_cache(maxsize=8)
def scan(text: str) -> Tokens:
    """The tokens of `text`; the last are remembered, as a sentence is read for its numbers and its dates."""
    return Tokens(text)


class Entry(NamedTuple):
    """One reading of a token: the row's `role` and `value`, the keys that must follow, and its clitics."""

    role: str
    value: str
    rest: tuple[str, ...]
    conjunction: bool
    preposition: str
    definite: bool


Lexicon = dict[str, tuple[Entry, ...]]
Row = tuple[str, str, str]

_PLAIN: Final = (False, "", False)
_PROCLITICS: Final = (
    *((lead + prep, bool(lead), prep, False) for lead in ("", "و", "ف") for prep in ("", "ب", "ل", "ك")),
    *((lead + prep + "ال", bool(lead), prep, True) for lead in ("", "و", "ف") for prep in ("", "ب", "ك")),
    *((lead + "لل", bool(lead), "ل", True) for lead in ("", "و", "ف")),
)


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of this package's own data files."""
    path = resources.files("marsad.arabic") / "data" / name
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def lexicon(rows: Iterable[Row]) -> Lexicon:
    """Phrases (words, role, value) by their first token, with all proclitics; longer phrases come first.

    A row of the role `never` takes a written form away that would arise by clitics but is another word.
    """
    known: dict[str, list[Entry]] = {}
    plain: list[tuple[str, Entry]] = []
    banned: set[str] = set()
    for words, role, value in rows:
        first, *rest = Tokens(words).keys
        if role == "never":
            banned.add(first)
            continue
        entry = Entry(role, value, tuple(rest), *_PLAIN)
        plain.append((first, entry))
        known.setdefault(first, []).append(entry)
    banned -= known.keys()
    for first, (role, value, following, *_) in plain:
        for form, clitics in _with_clitics(first):
            if form not in banned:
                known.setdefault(form, []).append(Entry(role, value, following, *clitics))
    return {form: tuple(sorted(found, key=_shortness) if found[1:] else found) for form, found in known.items()}


def _shortness(entry: Entry) -> int:
    return -len(entry.rest)


def _with_clitics(word: str) -> Iterator[tuple[str, tuple[bool, str, bool]]]:
    if not word[0].isalpha():
        return
    stem, has_article = (word[2:], True) if word.startswith("ال") and len(word) > 4 else (word, False)
    for proclitic, conjunction, preposition, definite in _PROCLITICS:
        if proclitic and (definite or not has_article) and proclitic + stem != word:
            yield proclitic + stem, (conjunction, preposition, definite)


#: The tokens that may begin an expression, with sets of those of which one must follow; none: whatever follows.
Openings = dict[str, tuple[frozenset[str], ...] | None]


def openings(
    known: Lexicon, follow: Mapping[str, frozenset[str] | None], otherwise: frozenset[str] | None = None
) -> Openings:
    """What the phrases of a lexicon begin with. `follow` holds what must come after a phrase, by its role.

    A role after which nothing may come begins nothing; `otherwise` holds for roles that are not in `follow`.
    """
    found: Openings = {}
    kinds: dict[frozenset[tuple[str, ...]], tuple[frozenset[str], ...] | None] = {}  # thousands of forms share few
    for form, entries in known.items():
        kind = frozenset([(entry[0], *entry[2][:1]) for entry in entries])
        if kind not in kinds:
            kinds[kind] = _follow(kind, follow, otherwise)
        if kinds[kind] != ():
            found[form] = kinds[kind]
    return found


def _follow(
    kind: Iterable[tuple[str, ...]], follow: Mapping[str, frozenset[str] | None], otherwise: frozenset[str] | None
) -> tuple[frozenset[str], ...] | None:
    found: dict[frozenset[str], None] = {}
    words = set[str]()
    for role, *rest in kind:
        after = follow.get(role, otherwise)
        if rest and after != frozenset():
            words.update(rest)
        elif after is None:
            return None
        else:
            found[after] = None
    return tuple(filter(None, (*found, frozenset(words))))


def opening(tokens: Tokens, known: Openings) -> list[int]:
    """Where expressions may begin, all figures among them: a cheap look that spares most tokens the grammar.

    A figure may follow any token.
    """
    keys = tokens.keys
    maybe = [at for at, key in enumerate(keys) if key in known]
    if tokens.figures:
        maybe = sorted({*maybe, *tokens.figures})
    last = len(keys) - 1
    return [
        at
        for at in maybe
        if (follow := known.get(keys[at])) is None
        or (at < last and ("0" <= (after := keys[at + 1]) < ":" or any(after in each for each in follow)))
    ]


class Reader:
    """A text's tokens with what a lexicon says of each: the base of a grammar that reads from the start."""

    __slots__ = ("keys", "known", "size", "tokens")

    def __init__(self, tokens: Tokens, known: Lexicon) -> None:
        self.tokens = tokens
        self.keys = tokens.keys
        self.size = len(tokens.keys)
        self.known = known

    def entries(self, at: int) -> tuple[Entry, ...]:
        return self.known.get(self.keys[at], ()) if 0 <= at < self.size else ()

    def entry(self, at: int, *roles: str) -> tuple[int, Entry] | None:
        """The longest phrase at `at` that has one of `roles`, with the index after it."""
        if 0 <= at < self.size:
            for entry in self.known.get(self.keys[at], ()):
                if entry[0] in roles and (not entry[2] or self._follows(at + 1, entry[2])):
                    return at + 1 + len(entry[2]), entry
        return None

    def _follows(self, at: int, rest: tuple[str, ...]) -> bool:
        return tuple(self.keys[at : at + len(rest)]) == rest

    def key(self, at: int) -> str:
        """The folded token at `at`, empty outside of the text."""
        return self.keys[at] if 0 <= at < self.size else ""

    def glued(self, at: int) -> bool:
        """Whether the token at `at` follows the one before with nothing between."""
        return 0 < at < self.size and self.tokens.glued(at)

    def is_figure(self, at: int) -> bool:
        return 0 <= at < self.size and "0" <= self.keys[at][0] <= "9"

    def is_word(self, at: int) -> bool:
        return 0 <= at < self.size and self.keys[at][0].isalpha()
