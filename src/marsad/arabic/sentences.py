"""Sentences of news text: lines and full stops, without breaking initials (أ.ف.ب) and decimals.

A line break ends a sentence, except in text that was wrapped at a fixed width: there it says nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from marsad.arabic.tokens import Word, words

#: Stops with what closes after them, or line breaks; begun by one set of characters, it is looked for fast.
_END: Final = re.compile(r"[.!?؟…\n](?:(?<=\n)\n*|[.!?؟…]*[\"»”’›)\]]*)")
_INITIAL: Final = re.compile(r"(?:^|[\s.\"«“(])\w$")
#: What follows the dot in the name of a site: المدينة.نت.
_DOMAIN: Final = re.compile(r"(?:نت|كوم|[أا]ورغ|[أا]ونلاين)\b")

#: Code points that a line of wrapped text may have.
_NARROW, _WIDE = 50, 120
#: So many lines must be as full as their width allows, and so large a share of those that end no sentence.
_FULL_LINES: Final = 3
_FULL_SHARE: Final = 0.8
_STOP: Final = re.compile(r"[^.\s][.؟]\s")
_CLOSED: Final = re.compile(r"[.!?؟…:؛][\"»”’›)\]\s]*$")
#: How an item of a list or a section of a digest begins: a mark, a number with a dot, a head with its colon.
_ITEM: Final = re.compile(r"\s*(?:[^\w\s\"'«“‘(\[]|\d{1,3}\s?[.)\-–]\s|\w+(?: \w+){0,2}\s?::?(?:\s|$))")

#: A longer stretch without a full stop is cut at a comma, so that work stays linear in the length of the
#: text.
_LONGEST: Final = 3000


class Sentence(NamedTuple):
    """Code points `[start, end)` of the text, its words, and the number of the line on which it stands."""

    start: int
    end: int
    words: tuple[Word, ...]
    line: int

    @property
    def extent(self) -> Extent:
        """Where it stands and how long it is: what remains of a sentence of a long text."""
        return Extent(self.start, self.end, len(self.words), self.line)


class Extent(NamedTuple):
    """Code points `[start, end)` of a sentence, the number of its words, and that of its line."""

    start: int
    end: int
    size: int
    line: int


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences that hold at least one word, in order."""
    wrapped = _wrapped(text)
    for start, end, line in _stretches(text, wrapped):
        found = words(text, start, end)
        if found:
            if wrapped:
                found = [_unbroken(word) if at else word for at, word in enumerate(found)]
            yield Sentence(found[0].start, end, tuple(found), line)


def _unbroken(word: Word) -> Word:
    """A word for which the line break before it is none."""
    if "\n" not in word.before:
        return word
    return Word(word.start, word.end, word.norm, word.before.replace("\n", ""), word.marbuta)


def _wrapped(text: str) -> frozenset[int]:
    """The offsets of line breaks that are there for want of room only."""
    found: list[int] = []
    block: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if len(line) > _WIDE:
            found += _breaks(block)
            block = []
        else:
            block.append((at, line.rstrip()))
        at += len(line) + 1
    return frozenset(found + _breaks(block))


def _breaks(block: list[tuple[int, str]]) -> list[int]:
    """The breaks inside sentences among lines of a wrapped text; none where the lines have no one width.

    A wrapped line is full: the first word of the next would not have fitted. Headlines in a list are not,
    nor do they have full stops.
    """
    if sum([len(line) >= _NARROW for _, line in block]) < _FULL_LINES:
        return []
    width = max((len(line) for _, line in block if not _ITEM.match(line)), default=0)
    if width < _NARROW or not any(_STOP.search(f"{line}\n") for _, line in block):
        return []
    full: list[int] = []
    loose = 0
    for (_, line), (start, after) in itertools.pairwise(block):
        if not _NARROW <= len(line) <= width or not after or _CLOSED.search(line):
            continue
        if len(line) + 1 + len(after.split(maxsplit=1)[0]) < width:
            loose += 1
        elif not _ITEM.match(after):
            full.append(start - 1)
    return full if len(full) >= _FULL_LINES and len(full) >= _FULL_SHARE * (len(full) + loose) else []


def _stretches(text: str, wrapped: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    start = line = 0
    for match in _END.finditer(text):
        at, to = match.span()
        if text[at] == "\n" and at in wrapped:
            line += 1
            continue
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
    return not (_INITIAL.search(text, max(0, at - 2), at) or (to == at + 1 and _DOMAIN.match(text, to)))


def _cut(text: str, start: int, end: int, line: int) -> Iterator[tuple[int, int, int]]:
    while end - start > _LONGEST:
        comma = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in "،,؛; ")
        before = len(text[start : comma + 1].rstrip(" ")) + start
        if before - start > 1 and text[before - 1] == "و" and not text[before - 2].isalpha():
            comma = before - 2  # a loose "and" is of the word behind it
        cut = comma + 1 if comma > start else start + _LONGEST
        yield start, cut, line
        start = cut
    if start < end and not text[start:end].isspace():
        yield start, end, line
