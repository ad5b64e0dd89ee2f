"""The one way in which every format ends: a text with what is known of it becomes a report."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from marsad.cache import cached
from marsad.errors import InputError
from marsad.intake import bylines, stamps
from marsad.intake.decoding import COMMON
from marsad.intake.furniture import Furniture
from marsad.intake.lines import Line, key_of, lines_of, names_of, readable, words_of
from marsad.intake.outlets import Outlets
from marsad.intake.pages import Page, looks_like_page, read_page
from marsad.intake.titles import Headline, headline, opening
from marsad.knowledge import Knowledge
from marsad.knowledge.tables import split
from marsad.model import Basis, Omission, Report

#: A longer text is no report but a file of many.
LONGEST: Final = 5_000_000
_LEAST_ARABIC: Final = 0.3
_ARABIC: Final = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_MOJIBAKE: Final = re.compile("[ØÙÚÛ][\x80-\xbf§¨©ª«¬®¯±²³´µ¶¸¹º»†‡ˆ‰Š‹Œ]")
_NEAR_HEADLINE: Final = 8
_PARAGRAPH: Final = 80
_SHORT: Final = 60


@dataclass(frozen=True, slots=True)
class Given:
    """What came with a text."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None


class Cutter:
    """Takes texts apart: keeps the report, leaves out the page, finds title, author, outlet and date.

    Make one for a run; it holds the outlets and the furniture of the knowledge files.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.outlets = Outlets(knowledge.rows("outlets"))
        self.furniture = Furniture(knowledge.rows("furniture"))

    @functools.cached_property
    def _places(self) -> frozenset[tuple[str, ...]]:
        def made() -> frozenset[tuple[str, ...]]:
            rows = self._knowledge.rows("places")
            return names_of(name for row in rows for name in (row["name_ar"], *split(row["aliases"])))

        return cached("place-names", self._knowledge.version(Path(__file__).parent), frozenset, made)

    def is_place(self, name: str, *, exact: bool = False) -> bool:
        """Whether a name is one of the place files; unless `exact`, one word may lead it (ريف حلب)."""
        words = words_of(name)
        return words in self._places or (not exact and len(words) > 1 and words[1:] in self._places)

    def report_from_text(
        self, text: str, *, id: str | None = None, title: str | None = None, published: str | None = None,
        outlet: str | None = None, author: str | None = None, url: str | None = None,
        origin: str | None = None,
    ) -> Report:  # fmt: skip
        """The report in a text or an HTML page; see `marsad.intake.report_from_text`."""
        given = Given(id, *(_stated(value) for value in (title, published, outlet, author, url)))
        page = read_page(text) if looks_like_page(text) else Page(text, text)
        text = readable(page.text)
        _check(text, given.title or page.title or "")
        return self._cut(text, given, page, origin)

    def _cut(self, text: str, given: Given, page: Page, origin: str | None) -> Report:
        basis: dict[str, Basis] = {}
        lines = lines_of(text)
        raw = given.title or page.title or opening(lines, self._is_apart)
        head = headline(raw, lines, self.outlets) if raw else None
        basis["title"] = "given" if given.title else "stated" if head else "unknown"
        key = _key(head)
        reasons = self.furniture.sort(lines, key)
        top = _top(lines, reasons, key)
        date_lines = list(stamps.date_lines(lines, reasons))
        stamp = self._stamp(date_lines, lines, reasons, top, given, page, head)
        dated = [found for found, _ in date_lines]
        author, outlet = self._voices(lines, reasons, top, given, page, head, dated, basis)
        basis["published"] = stamp.basis if stamp else "unknown"
        for i in (i for found in dated for i in found.lines):
            if i != top and stamps.is_bare(lines[i]):
                reasons[i] = reasons[i] or "date"
        if not head and all(reasons) and lines:
            reasons = [None] * len(lines)
        kept, omitted = self._split(lines, reasons, key)
        if head and top < 0:
            kept = "\n".join(filter(None, (head.text, kept)))
        moment = stamp.moment if stamp else None
        return Report(
            id=given.id or _id(text, given), text=kept, title=head.text if head else None, author=author,
            outlet=outlet, published=moment, url=given.url or page.url, basis=basis, omitted=omitted,
            origin=origin, candidates=stamp.others if stamp else (),
        )  # fmt: skip

    def _is_apart(self, line: Line) -> bool:
        """Whether a line at the head of a text is no headline and no sentence."""
        return bool(
            (len(line.text) <= _SHORT and stamps.is_date(line))
            or self.furniture.of(line)
            or self.outlets.named(line.words)
            or bylines.dateline(line, self.outlets, self.is_place)
            or bylines.standing_alone(line, self.outlets, self.is_place)
            or (len(line.text) <= _SHORT and bylines.is_name(line.text, self.outlets))
            or (not line.closes and len(line.words) <= 4)
        )

    def _stamp(
        self, dated: Sequence[stamps.DateLine], lines: Sequence[Line], reasons: Sequence[str | None], top: int,
        given: Given, page: Page, head: Headline | None,
    ) -> stamps.Stamp | None:  # fmt: skip
        if moment := stamps.given_stamp(given.published):
            return stamps.Stamp(moment, "given")
        if moment := stamps.given_stamp(page.published):
            return stamps.Stamp(moment, "stated")
        return (
            stamps.stamp_in_lines(dated, lines, reasons, top)
            or (stamps.stamp_in_title(head.rest) if head else None)
            or stamps.stamp_in_url(given.url or page.url)
            or self._stamp_of_page(page, head)
            or stamps.stamp_in_lead(lines, reasons, top, head.text if head else "", given.url or page.url)
            or stamps.stamp_in_number(given.url or page.url)
        )

    def _stamp_of_page(self, page: Page, head: Headline | None) -> stamps.Stamp | None:
        """The date line that the page shows and its extracted body lacks."""
        if page.lines == page.text:
            return None
        lines = lines_of(readable(page.lines))
        key = _key(head)
        reasons = self.furniture.sort(lines, key)
        dated = list(stamps.date_lines(lines, reasons))
        found = stamps.stamp_in_lines(dated, lines, reasons, _top(lines, reasons, key))
        return stamps.Stamp(found.moment, found.basis) if found else None

    def _voices(
        self, lines: Sequence[Line], reasons: list[str | None], top: int, given: Given, page: Page,
        head: Headline | None, dated: Sequence[stamps.Stamp], basis: dict[str, Basis],
    ) -> tuple[str | None, str | None]:  # fmt: skip
        """Author and outlet. Their lines are marked as left out; `basis` learns how each is known."""
        near = range(max(top, 0), min(len(lines), max(top, 0) + _NEAR_HEADLINE))
        read = functools.partial(bylines.dateline, outlets=self.outlets, is_place=self.is_place)
        datelines = [found for i in near if not reasons[i] and (found := read(lines[i]))]
        for i, line in enumerate(lines):
            if i != top and not reasons[i] and line.name and self.outlets.named(line.name):
                reasons[i] = "outlet"
        alone = self._alone(lines, reasons, top, dated)
        byline = bylines.labelled(lines, reasons, self.furniture)
        if not byline and dated:
            byline = bylines.beside_date(lines, reasons, top, dated[0].lines[0], self.outlets, self.is_place)
            if byline and not given.author:
                reasons[byline.line] = "byline"
        signed = next((found.author for found in datelines if found.author), None)
        author, basis["author"] = _pick(
            (given.author, "given"), (page.author, "stated"), (signed, "stated"),
            (byline and byline.author, byline.basis if byline else "unknown"),
        )  # fmt: skip
        outlet, basis["outlet"] = _pick(
            (given.outlet and self.outlets.canonical(given.outlet), "given"),
            (page.outlet and self.outlets.canonical(page.outlet), "stated"),
            (head and head.outlet, "stated"),
            (self.outlets.at(given.url or page.url or ""), "inferred"),
            (next((found.outlet for found in datelines), None), "stated"),
            (alone, "stated"),
            (bylines.credited(lines, reasons, self.outlets), "stated"),
        )  # fmt: skip
        return author, outlet

    def _alone(
        self, lines: Sequence[Line], reasons: list[str | None], top: int, dated: Sequence[stamps.Stamp]
    ) -> str | None:
        """The outlet whose name, unknown to the table, fills a line beside the date line; it is left out."""
        for at in {at for found in dated[:1] for at in (found.lines[0] - 1, found.lines[-1] + 1)}:
            if not 0 <= at < len(lines) or at == top or reasons[at] or at > max(top, 0) + _NEAR_HEADLINE:
                continue
            if bylines.standing_alone(lines[at], self.outlets, self.is_place):
                reasons[at] = "outlet"
                return lines[at].text
        return None

    def _split(
        self, lines: Sequence[Line], reasons: Sequence[str | None], headline_key: str
    ) -> tuple[str, tuple[Omission, ...]]:
        kept: list[str] = []
        omitted: list[tuple[str, str]] = []
        for line, reason in zip(lines, reasons, strict=True):
            if reason:
                if omitted and omitted[-1][1] == reason:
                    omitted[-1] = (f"{omitted[-1][0]}\n{line.text}", reason)
                else:
                    omitted.append((line.text, reason))
                continue
            text = line.text
            if len(text) >= _PARAGRAPH and (cut := self.furniture.tail(line, headline_key)):
                omitted.append((text[cut:], "end of a paragraph"))
                text = text[:cut].rstrip()
            kept.append(("\n" if line.gap and kept else "") + text)
        return "\n".join(kept), tuple(Omission(text, reason) for text, reason in omitted)


def _top(lines: Sequence[Line], reasons: Sequence[str | None], key: str) -> int:
    """The index of the headline among the lines, or -1."""
    return next((i for i, line in enumerate(lines) if key and not reasons[i] and line.key == key), -1)


def _key(head: Headline | None) -> str:
    return key_of(head.text) if head else ""


def _stated(value: str | None) -> str | None:
    value = readable(value).strip() if value else ""
    return value or None


def _pick(*found: tuple[str | None, Basis]) -> tuple[str | None, Basis]:
    return next(((value, basis) for value, basis in found if value), (None, "unknown"))


def _check(text: str, title: str) -> None:
    """Raises InputError for what is no Arabic report."""
    if not text.strip() and not title:
        raise InputError("no text", code="empty", mend="give a report with text")
    if len(text) > LONGEST:
        raise InputError(
            f"a text of {len(text) / 1e6:.1f} million characters is longer than any report",
            code="too-long",
            mend="give many reports as JSON lines, one report a line",
        )
    sample = f"{title}\n{text[:200_000]}"
    if sum(map(sample.count, COMMON)) >= _LEAST_ARABIC * len(sample):
        return  # far quicker to tell than the share of all letters
    letters = sum(map(len, _LETTERS.findall(sample)))
    if letters and sum(map(len, _ARABIC.findall(sample))) >= _LEAST_ARABIC * letters:
        return
    if len(_MOJIBAKE.findall(sample)) > 0.2 * letters:
        raise InputError("Arabic read in a wrong encoding", code="encoding", mend="save the text as UTF-8 again")
    raise InputError("not an Arabic text", code="not-arabic", mend="leave it out; Marsad reads Arabic only")


def _id(text: str, given: Given) -> str:
    """An id for a report that has none: the same text with the same data has the same."""
    parts = (text, given.title, given.published, given.outlet, given.author, given.url)
    return hashlib.sha256("\0".join(part or "" for part in parts).encode()).hexdigest()[:12]
