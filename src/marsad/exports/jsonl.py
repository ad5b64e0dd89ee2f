"""JSON Lines, lossless: one claim or one event a line, in the form that `marsad schema` publishes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from marsad.model import ClaimRef, Event, Reading, to_json, to_json_text


def claims(readings: Iterable[Reading], events: Mapping[ClaimRef, str]) -> Iterator[str]:
    """A claim with `document` (where it was published), `event` (an id, or null) and `evidence_text`."""
    for reading in readings:
        report = reading.document
        document = {
            "id": report.id,
            "title": report.title,
            "outlet": report.outlet,
            "published": report.published,
            "url": report.url,
        }
        for claim in reading.claims:
            line: dict[str, Any] = {"document": document, "event": events.get(ClaimRef(report.id, claim.id))}
            line |= to_json(claim)
            line["evidence_text"] = claim.evidence.of(report.text) or None
            yield json.dumps(line, ensure_ascii=False) + "\n"


def events(found: Iterable[Event]) -> Iterator[str]:
    """An event, as `marsad events --json` gives it."""
    return (to_json_text(event) + "\n" for event in found)
