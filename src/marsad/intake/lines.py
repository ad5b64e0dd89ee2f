"""The lines of a text as intake looks at them: the words as written beside their folded form."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from marsad.arabic.folding import fold

_BREAK: Final = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_UNREADABLE: Final = re.compile("[\x00\ud800-\udfff]")
_WORD: Final = re.compile(r"\{\{|[©@]|[^\W_]+")
_NUMBER: Final = re.compile(r"\d+")
_OTHER: Final = re.compile(r"[\W_]+")
_CLOSERS: Final = " \t\"'»”’›)]"
_CUT_OFF: Final = ("…", "...", "…]", "...]")
_BLANK: Final = " \t\xa0\ufeff\u200b\u200e\u200f"

#: A sentence of this length is running text; without its full stop a line must be longer.
_SENTENCE, _LONG, _LONG_TEASER = 60, 160, 260

#: Words of a pattern or a line; every number is written 0, so that a pattern may speak of any number.
Words = tuple[str, ...]


class Line(NamedTuple):
    """One line: `text` as written without the blanks around it, and what intake asks of it.

    `key` is its letters and digits only: two lines with one key say the same, whatever their marks and
    spaces. `closes` tells whether it ends as a sentence does, `is_paragraph` whether it is running text: a
    sentence of some length, or long. `gap` tells of a blank line before it.
    """

    text: str
    folded: str
    words: Words
    key: str
    closes: bool
    is_paragraph: bool
    gap: bool


def readable(text: str) -> str:
    """`text` with one sort of line break and without NUL and lone surrogates, which no file can hold."""
    return _BREAK.sub("\n", _UNREADABLE.sub("", text))


def lines_of(text: str) -> list[Line]:
    """The lines of a readable text that hold anything."""
    found: list[Line] = []
    gap = False
    for written, folded in zip(text.split("\n"), fold(text).split("\n"), strict=True):
        stripped = written.strip(_BLANK)
        if stripped:
            found.append(line_of(stripped, folded.strip(), gap=gap))
        gap = not stripped
    return found


def line_of(text: str, folded: str | None = None, *, gap: bool = False) -> Line:
    """A text as a line."""
    folded = fold(text) if folded is None else folded
    bare = text.rstrip(_CLOSERS)
    closes = bare[-1:] in (".", "؛", "!", "؟", "?") and not bare.endswith("..")
    size = len(text)
    cut_off = text.endswith(_CUT_OFF)
    long = size >= (_LONG_TEASER if cut_off else _LONG)
    sentence = size >= _SENTENCE and closes and bare[-1] == "." and not cut_off
    return Line(text, folded, words_of(folded), key_of(folded), closes, long or sentence, gap)


def words_of(folded: str) -> Words:
    """The folded words of a line or pattern, numbers as 0."""
    found = _WORD.findall(folded)
    if not _NUMBER.search(folded):
        return tuple(found)
    return tuple("0" if word[0].isdigit() and word.isdigit() else word for word in found)


def key_of(folded: str) -> str:
    """The letters and digits of a folded text, run together."""
    return _OTHER.sub("", folded)
