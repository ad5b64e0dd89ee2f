"""Intake: files, pages and streams in, reports out; what cannot be read comes out as an error beside them."""

from __future__ import annotations

import functools

from marsad.intake.cutter import Cutter
from marsad.intake.files import read_paths
from marsad.knowledge import Knowledge
from marsad.model import Report

__all__ = ["Cutter", "read_paths", "report_from_text"]


def report_from_text(
    text: str, *, knowledge: Knowledge, id: str | None = None, title: str | None = None,
    published: str | None = None, outlet: str | None = None, author: str | None = None,
    url: str | None = None, origin: str | None = None,
) -> Report:  # fmt: skip
    """The report in a text or an HTML page.

    Page furniture is left out and listed in `Report.omitted`; the characters of kept lines stay as they are.
    Title, author, outlet and publication date are those given, where usable, or looked for in the text;
    `Report.basis` says which. An outlet of the outlets table gets the name that the table gives it. Raises
    `marsad.errors.InputError` for a text that is empty, not Arabic or longer than any report.
    """
    return _cutter(knowledge).report_from_text(
        text, id=id, title=title, published=published, outlet=outlet, author=author, url=url, origin=origin
    )


@functools.lru_cache(maxsize=2)
def _cutter(knowledge: Knowledge) -> Cutter:
    return Cutter(knowledge)
