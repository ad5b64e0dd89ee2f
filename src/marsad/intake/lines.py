"""The lines of a text as intake looks at them: the words as written beside their folded form."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final, NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.stretches import remembered

_BREAK: Final = re.compile("[\r\u2028\u2029\x85\x0b\x0c]")
_UNREADABLE: Final = re.compile("[\x00\ud800-\udfff]")
_WORD: Final = re.compile(r"\{\{|[©@]|[^\W_]+")
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
    return _BREAK.sub("\n", _UNREADABLE.sub("", text).replace("\r\n", "\n"))


def lines_of(text: str) -> list[Line]:
    """The lines of a readable text that hold anything."""
    found: list[Line] = []
    gap = False
    for written in text.split("\n"):
        stripped = written.strip(_BLANK)
        if stripped:
            found.append(line_of(stripped, gap=gap))
        gap = not stripped
    return found


def line_of(text: str, *, gap: bool = False) -> Line:
    """A text as a line."""
    folded, words, keys = zip(*_looks_of(text.split(" ")), strict=True)
    bare = text.rstrip(_CLOSERS)
    closes = bare[-1:] in (".", "؛", "!", "؟", "?") and not bare.endswith("..")
    size = len(text)
    cut_off = text.endswith(_CUT_OFF)
    long = size >= (_LONG_TEASER if cut_off else _LONG)
    sentence = size >= _SENTENCE and closes and bare[-1] == "." and not cut_off
    return Line(
        text, " ".join(folded).strip(), tuple(chain.from_iterable(words)), "".join(keys), closes, long or sentence, gap
    )


def words_of(text: str) -> Words:
    """The folded words of a line or pattern, numbers as 0."""
    return tuple(chain.from_iterable([words for _, words, _ in _looks_of(text.split(" "))]))


def key_of(text: str) -> str:
    """The folded letters and digits of a text, run together."""
    return "".join([key for _, _, key in _looks_of(text.split(" "))])


def _look(stretch: str) -> tuple[str, Words, str]:
    """What stands between blanks: as folded, its words and its key."""
    folded = fold(stretch)
    if folded.isalpha():
        return folded, (folded,), folded
    words = ["0" if word.isdigit() else word for word in _WORD.findall(folded)]
    return folded, tuple(words), _OTHER.sub("", folded)


_looks_of: Final = remembered(_look)
