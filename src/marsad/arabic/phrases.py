"""Fine-grained tokens and tables of phrases: what the grammars of numbers and of dates stand on.

Unlike `tokens.words`, digits part from letters here (`2كانون`, `الـ24`), a figure with its separators is one
token, and each mark of punctuation is one, because grammars of figures need them.
"""

from __future__ import annotations

import csv
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import Final, NamedTuple

from marsad.arabic.folding import IGNORED, fold

_DIGIT: Final = "[0-9٠-٩۰-۹]"
_TOKEN: Final = re.compile(
    rf"{_DIGIT}+(?:[{IGNORED}]*[.,،٬٫][{IGNORED}]*{_DIGIT}+)*|(?:[^\W\d_]|[{IGNORED}])+|[^\w\s]|_|\n"
)
#: Longer stretches without a blank are no words of the language, and not worth remembering.
_LONGEST: Final = 40


def _split(stretch: str) -> list[tuple[str, int, int]]:
    return [(key, *match.span()) for match in _TOKEN.finditer(stretch) if (key := fold(match[0]))]


def _keys(stretch: str) -> tuple[str, ...]:
    return tuple(key for key, _, _ in _split(stretch))


def _places(stretch: str) -> tuple[tuple[int, int, bool], ...]:
    """Where the tokens begin and end, and whether nothing but marks stands between one and the one before."""
    places: list[tuple[int, int, bool]] = []
    last = 0
    for _, start, end in _split(stretch):
        places.append((start, end, bool(places) and not fold(stretch[last:start])))
        last = end
    return tuple(places)


#: No token holds a blank, and news repeats what stands between blanks.
_known_keys: Final = functools.lru_cache(maxsize=32_768)(_keys)
_known_places: Final = functools.lru_cache(maxsize=8192)(_places)


class Tokens:
    """The tokens of a text: `keys` are their folded letters, offsets are code points. Line breaks are tokens.

    Only keys are worked out beforehand: most sentences hold neither a number nor a date, and need no places.
    """

    __slots__ = ("_places", "_stretches", "_text", "keys")

    def __init__(self, text: str) -> None:
        self._text = text
        self._stretches = text.split(" ")
        keys = _known_keys if max(map(len, self._stretches)) <= _LONGEST else _keys
        self.keys = list(itertools.chain.from_iterable(map(keys, self._stretches)))
        self._places: list[tuple[int, int, bool]] | None = None

    def _place(self, at: int) -> tuple[int, int, bool]:
        if self._places is None:
            self._places = []
            offset = 0
            for stretch in self._stretches:
                places = (_known_places if len(stretch) <= _LONGEST else _places)(stretch)
                self._places += [(offset + start, offset + end, glued) for start, end, glued in places]
                offset += len(stretch) + 1
        return self._places[at]

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
    plain: dict[str, list[Entry]] = {}
    joined: dict[str, list[Entry]] = {}
    banned: set[str] = set()
    for words, role, value in rows:
        keys = tuple(Tokens(words).keys)
        if role == "never":
            banned.add(keys[0])
            continue
        plain.setdefault(keys[0], []).append(Entry(role, value, keys[1:], *_PLAIN))
        for form, clitics in _with_clitics(keys[0]):
            joined.setdefault(form, []).append(Entry(role, value, keys[1:], *clitics))
    for form in banned - plain.keys():
        joined.pop(form, None)
    merged = {form: plain.get(form, []) + joined.get(form, []) for form in plain.keys() | joined.keys()}
    return {form: tuple(sorted(found, key=lambda entry: -len(entry.rest))) for form, found in merged.items()}


def _with_clitics(word: str) -> Iterator[tuple[str, tuple[bool, str, bool]]]:
    if not word[0].isalpha():
        return
    stem, has_article = (word[2:], True) if word.startswith("ال") and len(word) > 4 else (word, False)
    for proclitic, conjunction, preposition, definite in _PROCLITICS:
        if proclitic and (definite or not has_article) and proclitic + stem != word:
            yield proclitic + stem, (conjunction, preposition, definite)


#: The tokens that may begin an expression, with those of which one must follow; none: whatever follows.
Openings = dict[str, frozenset[str] | None]


def openings(
    known: Lexicon, follow: Mapping[str, frozenset[str] | None], otherwise: frozenset[str] | None = None
) -> Openings:
    """What the phrases of a lexicon begin with. `follow` holds what must come after a phrase, by its role.

    A role after which nothing may come begins nothing; `otherwise` holds for roles that are not in `follow`.
    """
    found: Openings = {}
    for form, entries in known.items():
        sets = {_after(entry, follow.get(entry.role, otherwise)) for entry in entries} - {frozenset()}
        if sets:
            found[form] = functools.reduce(_either, sets)
    return found


def _after(entry: Entry, may: frozenset[str] | None) -> frozenset[str] | None:
    return frozenset(entry.rest[:1]) if entry.rest and may != frozenset() else may


@functools.lru_cache(maxsize=512)
def _either(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The union, one object for all forms that share it: there are thousands of them."""
    if one is None or other is None:
        return None
    return one if one >= other else other if other >= one else one | other


def opening(keys: Sequence[str], known: Openings) -> list[int]:
    """Where expressions may begin, all figures among them: a cheap look that spares most tokens the grammar.

    A figure may follow any token.
    """
    # As strings, figures sort between "0" and the character after "9".
    maybe = [at for at, key in enumerate(keys) if key in known or "0" <= key < ":"]
    last = len(keys) - 1
    return [
        at
        for at in maybe
        if (follow := known.get(keys[at])) is None
        or (at < last and ((after := keys[at + 1]) in follow or "0" <= after < ":"))
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
