"""Sentences of news text: lines and full stops, without breaking initials (أ.ف.ب) and decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from marsad.arabic.tokens import Word, words

_END: Final = re.compile(r"[.!?؟…]+[\"»”’›)\]]*|\n+|\.{2,}")
_INITIAL: Final = re.compile(r"(?:^|[\s.\"«“(])\w$")

#: A longer stretch without a full stop is cut at a comma, so that work stays linear in the length of the text.
_LONGEST: Final = 3000


class Sentence(NamedTuple):
    """Code points `[start, end)` of the text, its words, and the number of the line on which it stands."""

    start: int
    end: int
    words: tuple[Word, ...]
    line: int


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences that hold at least one word, in order."""
    for start, end, line in _stretches(text):
        found = words(text, start, end)
        if found:
            yield Sentence(found[0].start, end, tuple(found), line)


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    start = line = 0
    for match in _END.finditer(text):
        at, to = match.span()
        if text[at] != "\n" and not _closes(text, at, to):
            continue
        yield from _cut(text, start, to, line)
        start = to
        line += match.group().count("\n")
    yield from _cut(text, start, len(text), line)


def _closes(text: str, at: int, to: int) -> bool:
    if text[at] != ".":
        return True
    after = text[to : to + 1]
    if text[at - 1 : at] == "\u0640" or after == "\u0640":
        return False
    if after.isdigit() or (after.isascii() and after.isalnum()):
        return False
    return not _INITIAL.search(text, max(0, at - 2), at)


def _cut(text: str, start: int, end: int, line: int) -> Iterator[tuple[int, int, int]]:
    while end - start > _LONGEST:
        comma = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in "،,؛; ")
        cut = comma + 1 if comma > start else start + _LONGEST
        yield start, cut, line
        start = cut
    if start < end:
        yield start, end, line
