"""Page furniture: which lines of a page belong to the report and which to the page around it.

The words are rows of `furniture.csv`; this module knows how they work. Running text is never furniture,
except at the end of a paragraph. When in doubt, a line is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from marsad.arabic.folding import fold
from marsad.intake.lines import Line, Words, words_of

_TAIL: Final = re.compile(r"[.؟!»”\"]\s+(?=[^\s.؟!][^.؟!]{2,200}$)|(?<=[.؟!»”\"])\s*(?=//)")
_ENDING: Final = re.compile(r"(?:\s[-–—|/]|\()\s*([^-–—|/()]{3,30}?)\s*\)?\s*$")
_RELATED_ENDING: Final = re.compile(r"[|(\[]\s*(?:فيديو|صور|بالصور|بالفيديو|شاهد|انفوغراف|إنفوغراف)\s*[)\]]?\s*$")
_LONGEST_RULED: Final = 300

HEADLINE_REPEATED: Final = "headline again"
BEFORE_HEADLINE: Final = "before the headline"
MENU: Final = "menu"
RELATED: Final = "related"

#: Reasons whose rows are only believed where the line holds a figure, too.
_DATED: Final = frozenset({"date", "update"})


class Furniture:
    """The rows of `furniture.csv`, ready to be matched."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._lines: dict[Words, str] = {}
        self._starts: dict[Words, str] = {}
        self._ends: dict[Words, str] = {}
        self._prefixes: dict[str, list[tuple[Words, str]]] = {}
        self._inside: dict[str, list[tuple[Words, str]]] = {}
        self._labels: dict[str, str] = {}
        for row in rows:
            pattern, reason = fold(row["pattern"]), row["reason"]
            words = words_of(pattern)
            if row["match"] == "prefix" and (reason == "byline" or pattern[-1] in ":,"):
                self._labels[pattern] = reason
            elif row["match"] == "prefix":
                self._prefixes.setdefault(words[0], []).append((words, reason))
            elif row["match"] == "contains":
                self._inside.setdefault(words[0], []).append((words, reason))
            else:
                tables = {"line": self._lines, "block_start": self._starts, "block_end": self._ends}
                tables[row["match"]][words] = reason
        patterns = sorted(self._labels, key=len, reverse=True)
        spelled = "|".join(
            rf"{re.escape(p[:-1])}\s*(?=[:：,\-–—|])" if p[-1] in ":," else rf"{re.escape(p)}(?!\w)" for p in patterns
        )
        self._label = re.compile(rf"\W*({spelled})\W*")

    def label(self, line: Line) -> tuple[str, str] | None:
        """The reason of a labelled line (إعداد: …) and what follows the label, or none."""
        if len(line.words) > 12 or not (match := self._label.match(line.folded)):
            return None
        written = match.group(1).strip()
        reason = self._labels.get(written) or self._labels.get(f"{written}:") or self._labels[f"{written},"]
        return reason, _after(line.text, len(words_of(match.group())))

    def of(self, line: Line) -> str | None:
        """Why a line by itself is furniture, or none."""
        words = line.name
        if words is None:
            return None
        if not words or words == ("0",):
            return "decoration"
        if reason := self._lines.get(words):
            return reason
        if len(line.text) > _LONGEST_RULED:
            return None
        for prefix, reason in self._prefixes.get(words[0], ()):
            if words[: len(prefix)] == prefix and (reason not in _DATED or _is_dated(line)):
                return reason
        if not self._inside.keys().isdisjoint(words) and (reason := self._within(line)):
            return reason
        found = self.label(line)
        return found[0] if found else self._credited(line)

    def _credited(self, line: Line) -> str | None:
        """Why a line that ends with whose picture it is is furniture: قصف على البلدة - أرشيف، (متداول)."""
        if len(line.words) < 6 or not _is_caption(line) or not (ending := _ENDING.search(line.text)):
            return None
        reason = self._lines.get(words_of(ending.group(1)))
        return reason if reason == "credit" else None

    def _within(self, line: Line) -> str | None:
        """Why a line is furniture for what stands anywhere in it, or none."""
        for i, word in enumerate(line.words):
            for inside, reason in self._inside.get(word, ()):
                if line.words[i : i + len(inside)] == inside and not (reason == "credit" and not _is_caption(line)):
                    return reason
        return None

    def starts(self, line: Line) -> str | None:
        """Why the lines from this one to the next paragraph are furniture, or none."""
        if line.name and (reason := self._starts.get(line.name)):
            return reason
        before, colon, _ = line.text.partition(":")
        if colon and len(line.text) <= 200:
            return self._starts.get(words_of(before))
        return self._starts.get(words_of(line.text.partition("|")[0])) if "|" in line.text else None

    def ends(self, line: Line) -> str | None:
        """Why the lines before this one are furniture where no paragraph is among them, or none."""
        return self._ends.get(line.name) if line.name else None

    def tail(self, line: Line, headline: str) -> int | None:
        """Where a paragraph stops being the report's (its address or its headline follow), or none."""
        for match in _TAIL.finditer(line.text):
            rest = Line(line.text[match.end() :])
            end_mark = rest.text.startswith("//") and len(rest.text) < 40
            tags = self._starts.get(rest.words[:1]) == "tags"  # … على المدينة. سمات العراق داعش
            if end_mark or tags or (headline and rest.key == headline) or (self.of(rest) or "credit") != "credit":
                return match.end()
        return None

    def sort(self, lines: Sequence[Line], headline: str) -> list[str | None]:
        """For every line of a page why it is left out, or none. `headline` is the key of its headline."""
        reasons = [self.of(line) for line in lines]
        top = _find_headline(lines, reasons, headline)
        for i, line in enumerate(lines):
            if i < top:
                reasons[i] = reasons[i] or BEFORE_HEADLINE
            elif i > top >= 0 and headline and not line.is_paragraph and line.key == headline:
                reasons[i] = HEADLINE_REPEATED
            elif i > top and not line.is_paragraph and _RELATED_ENDING.search(line.text) and line.key != headline:
                reasons[i] = reasons[i] or RELATED
        if top >= 0:
            reasons[top] = None
        self._mark_blocks(lines, reasons, top)
        _mark_menus(lines, reasons, top)
        _mark_tail(lines, reasons, top)
        return reasons

    def _mark_blocks(self, lines: Sequence[Line], reasons: list[str | None], top: int) -> None:
        inside: str | None = None
        for i, line in enumerate(lines):
            if i == top:
                inside = None
            elif started := self.starts(line):
                inside = reasons[i] = started
            elif line.is_paragraph:
                inside = None
            elif inside:
                reasons[i] = reasons[i] or inside
        for i, line in enumerate(lines):
            if ended := self.ends(line):
                above = [n for n in range(i) if n != top]
                if not any(lines[n].is_paragraph and not reasons[n] for n in above):
                    for n in [*above, i]:
                        reasons[n] = reasons[n] or ended
                reasons[i] = ended


def _after(text: str, words: int) -> str:
    """What is left of a line after so many words."""
    spans = list(re.finditer(r"[^\W_]+|[©@]", text))
    return text[spans[words - 1].end() :].strip(" \t:：-–—|,،/") if len(spans) >= words > 0 else ""


def _find_headline(lines: Sequence[Line], reasons: Sequence[str | None], headline: str) -> int:
    """The index of the headline among the lines before the first paragraph, or -1."""
    if not headline:
        return -1
    for i, line in enumerate(lines):
        if line.key == headline:
            return i
        if line.is_paragraph and not reasons[i]:
            return -1
    return -1


def _is_dated(line: Line) -> bool:
    return len(line.text) <= 70 and "0" in line.words


def _is_caption(line: Line) -> bool:
    return len(line.text) <= 130 and not line.closes


def _is_short(line: Line) -> bool:
    return len(line.text) <= 32 and len(line.words) <= 4 and not line.closes and not line.text.endswith((":", "،"))


def _mark_menus(lines: Sequence[Line], reasons: list[str | None], top: int) -> None:
    """Runs of very short lines before the first paragraph and after the last; longer runs anywhere."""
    bodies = [i for i, line in enumerate(lines) if line.is_paragraph and not reasons[i]]
    for start, end in _runs(lines, lambda i: i != top and _is_short(lines[i])):
        if start > 0 and lines[start - 1].text.endswith(":") and not reasons[start - 1]:
            continue
        outside = bool(bodies) and (end <= bodies[0] or start > bodies[-1])
        if end - start >= (3 if outside else 8):
            for i in range(start, end):
                reasons[i] = reasons[i] or MENU


def _mark_tail(lines: Sequence[Line], reasons: list[str | None], top: int) -> None:
    """Headlines after the last paragraph, where the report's own lines end with a stop: other reports'."""
    bodies = [i for i, line in enumerate(lines) if not reasons[i] and (line.is_paragraph or len(line.text) >= 120)]
    if not bodies or sum(lines[i].closes for i in bodies) < 0.8 * len(bodies):
        return
    start = bodies[-1] + 1
    rest = [i for i in range(start, len(lines)) if not reasons[i] and i != top]
    if start < len(lines) and lines[start - 1].text.endswith(":"):
        return
    sure = len(bodies) >= 3 and all(lines[i].closes for i in bodies) and all(_may_head(lines[i]) for i in rest)
    least = 4 if len(bodies) == 1 else 2 if sure else 3
    if len(rest) >= least and not any(_is_sentence(lines[i]) or lines[i].text.endswith(":") for i in rest):
        for i in rest:
            reasons[i] = RELATED


def _may_head(line: Line) -> bool:
    """Whether a line is as long as headlines are, and no signature or date below a statement."""
    return len(line.words) > 4 and line.words.count("0") < 2


def _is_sentence(line: Line) -> bool:
    """Whether a line ends as a sentence of a report does; a headline may ask."""
    return line.closes and not line.text.rstrip("\"'»”’›)] ").endswith(("؟", "?", "!"))


def _runs(lines: Sequence[Line], holds: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Stretches `[start, end)` of lines for whose index something holds."""
    start: int | None = None
    for i in range(len(lines) + 1):
        inside = i < len(lines) and holds(i)
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            yield start, i
            start = None
