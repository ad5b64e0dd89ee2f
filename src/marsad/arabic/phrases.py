"""Fine-grained tokens and tables of phrases: what the grammars of numbers and of dates stand on.

Unlike `tokens.words`, digits part from letters here (`2كانون`, `الـ24`), a figure with its separators is one
token, and each mark of punctuation is one, because grammars of figures need them.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Final, NamedTuple

from marsad.arabic.folding import IGNORED, fold

_DIGIT: Final = "[0-9٠-٩۰-۹]"
_TOKEN: Final = re.compile(
    rf"{_DIGIT}+(?:[{IGNORED}]*[.,،٬٫][{IGNORED}]*{_DIGIT}+)*|(?:[^\W\d_]|[{IGNORED}])+|[^\w\s]|_|\n"
)
#: Folding is the dearest part of scanning, and news repeats its words.
_key: Final = functools.lru_cache(maxsize=32_768)(fold)


class Tokens:
    """The tokens of a text: `keys` are their folded letters, offsets are code points. Line breaks are tokens.

    Only keys are worked out beforehand: a grammar asks for the place of few tokens.
    """

    __slots__ = ("_found", "_text", "keys")

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        keys = [_key(match[0]) for match in found]
        if "" in keys:
            found = [match for match, key in zip(found, keys, strict=True) if key]
            keys = [key for key in keys if key]
        self._found = found
        self._text = text
        self.keys = keys

    def start(self, at: int) -> int:
        return self._found[at].start()

    def end(self, at: int) -> int:
        return self._found[at].end()

    def written(self, at: int) -> str:
        """The token as it stands in the text."""
        return self._found[at][0]

    def glued(self, at: int) -> bool:
        """Whether nothing but marks stands between a token and the one before."""
        return at > 0 and not _key(self._text[self.end(at - 1) : self.start(at)])


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
