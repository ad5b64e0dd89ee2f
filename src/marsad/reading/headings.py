"""Headings between the paragraphs of a report: what they sum up is told below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.sentences import Extent

#: A paragraph has more words than a heading has at the most.
_LONGEST: Final = 12

#: So many paragraphs, all of which close with a stop, show that a line without one is a heading.
_ENOUGH: Final = 3

_STOPS: Final = frozenset(".؟?!…:؛")
_BEHIND: Final = " \t\n\"'»”’›)]"


def headings(text: str, told: Sequence[Extent]) -> frozenset[int]:
    """Which sentences of a text, by their numbers, are headings: short lines among paragraphs that close with stops."""
    lines: dict[int, list[int]] = {}
    for at, sentence in enumerate(told):
        lines.setdefault(sentence.line, []).append(at)
    short: list[int] = []
    paragraphs = 0
    last = -1
    for numbers in lines.values():
        final = told[numbers[-1]]
        closed = text[final.start : final.end].rstrip(_BEHIND)[-1:] in _STOPS
        words = sum(told[at].size for at in numbers)
        if words > _LONGEST:
            if not closed:
                return frozenset()
            paragraphs, last = paragraphs + 1, numbers[0]
        elif len(numbers) == 1 and not closed:
            short.append(numbers[0])
    return frozenset(at for at in short if 0 < at < last) if paragraphs >= _ENOUGH else frozenset()
