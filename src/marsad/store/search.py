"""Search: from the words of a question to the reports that hold them in any form, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from marsad.arabic.lemmas import lemmas
from marsad.errors import UsageError
from marsad.model import Report, Span

_PART: Final = re.compile(r"[\"“”«]([^\"“”»]*)[\"“”»]?|([^\s\"“”«]+)")
_SNIPPET: Final = 240  # characters

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found. `span` and `words` are offsets into the report's text: the stretch that is
    shown as `snippet`, and the words in it that were asked for.
    """

    report_id: str
    title: str | None
    published: str | None
    outlet: str | None
    snippet: str
    span: Span
    words: tuple[Span, ...]


def phrases(question: str) -> list[Phrase]:
    """The lemmas of a question: one tuple for each word, or for each group of words between quotes.

    Raises UsageError (`empty-search`) where there is no word in it.
    """
    parts = (match[1] or match[2] or "" for match in _PART.finditer(question))
    found = [phrase for part in parts if (phrase := tuple(lemma for lemma, _, _ in lemmas(part)))]
    if not found:
        mend = "give a word, several words, or a phrase between quotes"
        raise UsageError("there is nothing to search for", where=repr(question), mend=mend, code="empty-search")
    return found


def expression(wanted: Sequence[Phrase]) -> str:
    """The question in the language of FTS5: every phrase must occur."""
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in wanted)


def indexed(report: Report) -> str:
    """What the index holds of a report: the lemmas of its text, and of a title that is not in the text."""
    text = report.text
    if report.title and report.title not in text:
        text = f"{report.title}\n{text}"
    return " ".join(lemma for lemma, _, _ in lemmas(text))


def hit(report: Report, wanted: Sequence[Phrase]) -> Hit:
    """The report as it is shown: the line that holds most of what was asked for."""
    found = _occurrences(report.text, wanted)
    line = _best_line(report.text, found)
    span = _shortened(report.text, line, [span for span, _ in found])
    words = tuple(sorted({word for word, _ in found if span.start <= word.start and word.end <= span.end}))
    return Hit(report.id, report.title, report.published, report.outlet, span.of(report.text), span, words)


def _occurrences(text: str, wanted: Sequence[Phrase]) -> list[tuple[Span, int]]:
    """Where the phrases stand, in the order of the text, each with its number."""
    tokens = lemmas(text)
    keys = [token[0] for token in tokens]
    found = []
    for number, phrase in enumerate(wanted):
        for at in range(len(keys) - len(phrase) + 1):
            if keys[at] == phrase[0] and tuple(keys[at : at + len(phrase)]) == phrase:
                found.append((Span(tokens[at][1], tokens[at + len(phrase) - 1][2]), number))
    return sorted(found)


def _best_line(text: str, found: Sequence[tuple[Span, int]]) -> Span:
    held: dict[Span, set[int]] = {}
    for span, number in found:
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        held.setdefault(Span(start, len(text) if end < 0 else end), set()).add(number)
    if not held:  # only the title holds the words
        return Span(0, len(text) if "\n" not in text else text.index("\n"))
    return max(held, key=lambda line: (len(held[line]), -line.start))


def _shortened(text: str, line: Span, words: Sequence[Span]) -> Span:
    """The line itself, or so much of it around the first word as fits, cut between words."""
    if line.end - line.start <= _SNIPPET:
        return line
    first = next((word for word in words if line.start <= word.start < line.end), Span(line.start, line.start))
    start = max(line.start, min(first.start - _SNIPPET // 3, line.end - _SNIPPET))
    end = min(line.end, max(start + _SNIPPET, first.end))
    if start > line.start:
        space = text.find(" ", start, first.start)
        start = space + 1 if space >= 0 else first.start
    if end < line.end:
        space = text.rfind(" ", first.end, end)
        end = space if space >= 0 else max(end, first.end)
    return Span(start, end)
