"""Readings and events in the layouts that other programs open: one module a layout.

Exports are made to leave the house, so by default they carry no sentence, no headline and no name of a
private person (`marsad.exports.privacy`). Every layout is a stream of lines: nothing is held in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from marsad.errors import UsageError
from marsad.model import ClaimRef, Event, Reading

Format = Literal["jsonl", "csv", "geojson"]
FORMATS: tuple[Format, ...] = ("jsonl", "csv", "geojson")

__all__ = ["FORMATS", "Format", "claims", "events"]


def claims(
    readings: Iterable[Reading],
    *,
    layout: str,
    with_text: bool = False,
    events: Mapping[ClaimRef, str] | None = None,
) -> Iterator[str]:
    """The lines of a file of claims. `events` names each claim's event. Raises UsageError for the layout."""
    from marsad.exports import geojson, jsonl, privacy, table

    kept = readings if with_text else map(privacy.redact_reading, readings)
    owners = events or {}
    match layout:
        case "jsonl":
            return jsonl.claims(kept, owners)
        case "csv":
            return table.claims(kept, owners)
        case "geojson":
            return geojson.claims(kept, owners)
    raise _unknown(layout)


def events(found: Iterable[Event], *, layout: str, with_text: bool = False) -> Iterator[str]:
    """The lines of a file of events. Raises UsageError for the layout."""
    from marsad.exports import geojson, jsonl, privacy, table

    kept = found if with_text else map(privacy.redact_event, found)
    match layout:
        case "jsonl":
            return jsonl.events(kept)
        case "csv":
            return table.events(kept)
        case "geojson":
            return geojson.events(kept)
    raise _unknown(layout)


def _unknown(layout: str) -> UsageError:
    return UsageError(f"no layout {layout!r}", mend=f"one of {', '.join(FORMATS)}", code="unknown-layout")
