"""Marsad (مرصد): Arabic news reports in, attributed claims and events out, all on this machine.

    >>> import marsad
    >>> reading = marsad.read("قصفت قوات النظام بلدة سرمين أمس.", published="2024-03-12")
    >>> [claim.kind for claim in reading.claims]
    ['shelling']

Importing the package is cheap: its parts are loaded when they are first used.
"""

from __future__ import annotations

import functools
import importlib
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.arabic.calendar import find_dates
    from marsad.arabic.numbers import find_numbers
    from marsad.model import (
        Claim,
        ClaimRef,
        Event,
        EventTally,
        FieldWeight,
        Framing,
        Link,
        Omission,
        Party,
        Period,
        Place,
        Reading,
        Report,
        Source,
        Span,
        Tally,
        Voice,
        VoiceTally,
        Weapon,
    )
    from marsad.reading import Reader
    from marsad.store import Store

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "ClaimRef",
    "Confidence",
    "Event",
    "EventTally",
    "FieldWeight",
    "Framing",
    "Link",
    "Omission",
    "Party",
    "Period",
    "Place",
    "Reader",
    "Reading",
    "Report",
    "Source",
    "Span",
    "Store",
    "Tally",
    "Voice",
    "VoiceTally",
    "Weapon",
    "find_dates",
    "find_numbers",
    "read",
]

_HOMES = {
    "find_dates": "marsad.arabic.calendar",
    "find_numbers": "marsad.arabic.numbers",
    "Reader": "marsad.reading",
    "Store": "marsad.store",
}


def read(
    text: str, *, published: str | date | None = None, outlet: str | None = None, title: str | None = None
) -> Reading:
    """What one report claims.

    `text` is the report as published (page furniture is left out), `published` its day or minute in ISO 8601,
    against which "yesterday" is resolved. What is not given is looked for in the text. Spans of the claims
    count code points of `reading.document.text`, which begins with the headline. Raises
    `marsad.errors.InputError` for a text that is no Arabic report. To read many, make one `Reader`, or use
    the command `marsad run`.
    """
    from marsad.intake import report_from_text

    day = published.isoformat() if isinstance(published, date) else published
    reader, knowledge = _tools()
    reading: Reading = reader.read(
        report_from_text(text, title=title, published=day, outlet=outlet, knowledge=knowledge)
    )
    return reading


@functools.cache
def _tools() -> tuple[Any, Any]:
    from marsad.knowledge import Knowledge
    from marsad.reading import Reader

    return Reader(), Knowledge()


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'marsad' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "marsad.model")), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
