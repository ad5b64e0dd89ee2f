"""GeoJSON (RFC 7946) for maps: one feature a claim or an event, in WGS 84, longitude first.

What has no point keeps its place in the collection with a null geometry. `radius_km` says how far the truth
may lie.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from marsad.exports.table import CLAIM_COLUMNS, EVENT_COLUMNS, Cell, claim_row, event_row
from marsad.model import ClaimRef, Event, Place, Reading

_HEAD = '{"type": "FeatureCollection", "features": ['
_GEOMETRY = ("latitude", "longitude")


def claims(readings: Iterable[Reading], events: Mapping[ClaimRef, str]) -> Iterator[str]:
    """The lines of a collection of claims; a feature's properties are the columns of the CSV layout."""
    return _collection(
        _feature(
            f"{reading.document.id}/{claim.id}",
            claim.place,
            CLAIM_COLUMNS,
            claim_row(reading.document, claim, events.get(ClaimRef(reading.document.id, claim.id))),
        )
        for reading in readings
        for claim in reading.claims
    )


def events(found: Iterable[Event]) -> Iterator[str]:
    """The lines of a collection of events; a feature's properties are the columns of the CSV layout."""
    return _collection(_feature(event.id, event.place, EVENT_COLUMNS, event_row(event)) for event in found)


def _feature(name: str, place: Place | None, columns: Iterable[str], row: Iterable[Cell]) -> dict[str, Any]:
    known = {key: value for key, value in zip(columns, row, strict=True) if value not in (None, "")}
    geometry = None
    if place and place.lat is not None and place.lon is not None:
        geometry = {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]}
    properties = {key: value for key, value in known.items() if key not in _GEOMETRY}
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}


def _collection(features: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A feature a line, so that a large file can be read, and compared, line by line."""
    yield _HEAD
    before = "\n"
    for feature in features:
        yield before + json.dumps(feature, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"
