"""The lines of a text as intake looks at them: the words as written beside their folded form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.stretches import remembered
from marsad.lazy import lazy

_BREAK: Final = re.compile("[\r\u2028\u2029\x85\x0b\x0c]")
_UNREADABLE: Final = re.compile("[\x00\ud800-\udfff]")
_WORD: Final = re.compile(r"\{\{|[©@]|[^\W_]+")
_OTHER: Final = re.compile(r"[\W_]+")
_CLOSERS: Final = " \t\"'»”’›)]"
_CUT_OFF: Final = ("…", "...", "…]", "...]")
_BLANK: Final = " \t\xa0\ufeff\u200b\u200e\u200f"

#: A sentence of this length is running text; without its full stop a line must be longer.
_SENTENCE, _LONG, _LONG_TEASER = 60, 160, 260

#: A line that is as long and begins with more words is in no table.
_LONGEST_NAME, _MOST_WORDS = 300, 30

#: Words of a pattern or a line; every number is written 0, so that a pattern may speak of any number.
Words = tuple[str, ...]


class Line:
    """One line: `text` as written without the blanks around it, and what intake asks of it.

    `closes` tells whether it ends as a sentence does, `is_paragraph` whether it is running text: a sentence of
    some length, or long. `gap` tells of a blank line before it.
    """

    def __init__(self, text: str, *, gap: bool = False) -> None:
        self.text = text
        self.gap = gap
        bare = text.rstrip(_CLOSERS)
        cut_off = text.endswith(_CUT_OFF)
        self.closes = bare[-1:] in (".", "؛", "!", "؟", "?") and not bare.endswith("..")
        sentence = len(text) >= _SENTENCE and self.closes and bare[-1] == "." and not cut_off
        self.is_paragraph = sentence or len(text) >= (_LONG_TEASER if cut_off else _LONG)

    @lazy
    def folded(self) -> str:
        return fold(self.text).strip()

    @lazy
    def words(self) -> Words:
        return words_of(self.text)

    @lazy
    def key(self) -> str:
        """Its letters and digits only: two lines with one key say the same, whatever their marks and spaces."""
        return key_of(self.text)

    @lazy
    def name(self) -> Words | None:
        """Its words, none if it is longer than any name or furniture: what tables of whole lines are asked for."""
        head = self.text[:_LONGEST_NAME]
        return None if len(self.text) > len(head) and len(words_of(head)) > _MOST_WORDS else self.words


def readable(text: str) -> str:
    """`text` with one sort of line break and without NUL and lone surrogates, which no file can hold."""
    return _BREAK.sub("\n", _UNREADABLE.sub("", text).replace("\r\n", "\n"))


def lines_of(text: str) -> list[Line]:
    """The lines of a readable text that hold anything."""
    found: list[Line] = []
    gap = False
    for written in text.split("\n"):
        stripped = written.strip(_BLANK)
        if stripped:
            found.append(Line(stripped, gap=gap))
        gap = not stripped
    return found


def words_of(text: str) -> Words:
    """The folded words of a line or pattern, numbers as 0."""
    return tuple(chain.from_iterable(_words_in(text.split(" "))))


def names_of(names: Iterable[str]) -> frozenset[Words]:
    """The words of each of many names, which would drive those of the news out of memory."""
    return frozenset([tuple(chain.from_iterable(map(_words, name.split(" ")))) for name in names])


def key_of(text: str) -> str:
    """The folded letters and digits of a text, run together."""
    return "".join(keys_of(text.split(" ")))


def keys_of(words: Sequence[str]) -> list[str]:
    """The keys of what stands between blanks."""
    return list(_keys_of(words))


def _words(stretch: str) -> Words:
    """The words of what stands between blanks."""
    folded = fold(stretch)
    if folded.isalpha():
        return (folded,)
    return tuple(["0" if word.isdigit() else word for word in _WORD.findall(folded)])


def _key(stretch: str) -> str:
    folded = fold(stretch)
    return folded if folded.isalpha() else _OTHER.sub("", folded)


_words_in: Final = remembered(_words)
_keys_of: Final = remembered(_key)
