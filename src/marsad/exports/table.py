"""CSV for spreadsheets and data frames: a row a claim or event, ISO dates, an empty cell for what is unknown.

Lists inside a cell are separated by `|`. A text that a spreadsheet would take for a formula gets an
apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from marsad.model import COUNT_NAMES, Claim, ClaimRef, Confidence, Event, Party, Period, Place, Reading, Report

Cell = str | int | float | None

_WHEN: Final = ("date_start", "date_end", "date_precision")
_WHERE: Final = ("place", "latitude", "longitude", "admin1", "country", "place_precision", "radius_km")
_WHO: Final = ("initiator_ids", "initiator", "target_ids", "target")

CLAIM_COLUMNS: Final = (
    *("document", "claim", "event", "kind", "modality", "polarity", "aspect"),
    *_WHEN,
    *_WHERE,
    *_WHO,
    *(f"{name}_{end}" for name in COUNT_NAMES for end in ("low", "high")),
    *("weapon", "source", "source_kind", "attribution", "attribution_kinds"),
    *(f"confidence_{name}" for name in Confidence.__struct_fields__),
    *("outlet", "published", "url", "title", "evidence_start", "evidence_end", "evidence_text"),
    "framing",
)
EVENT_COLUMNS: Final = (
    *("event", "kind", "modality", "status", "disputed_fields", "denied_by"),
    *_WHEN,
    *_WHERE,
    *_WHO,
    *(f"{name}_{end}" for name in COUNT_NAMES for end in ("low", "best", "high")),
    *("independent_sources", "voices", "outlets", "claims", "reports"),
)


def claims(readings: Iterable[Reading], events: Mapping[ClaimRef, str]) -> Iterator[str]:
    """The lines of the table of claims, header first."""
    rows = (
        claim_row(reading.document, claim, events.get(ClaimRef(reading.document.id, claim.id)))
        for reading in readings
        for claim in reading.claims
    )
    return _lines(CLAIM_COLUMNS, rows)


def events(found: Iterable[Event]) -> Iterator[str]:
    """The lines of the table of events, header first."""
    return _lines(EVENT_COLUMNS, map(event_row, found))


def _lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield _line(header)
    for row in rows:
        yield _line([_harmless(cell) for cell in row])


def _line(cells: Sequence[Cell]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _joined(values: Iterable[str | None]) -> str:
    return "|".join(dict.fromkeys(value for value in values if value))


def _when(period: Period | None) -> list[Cell]:
    if period is None:
        return [None, None, None]
    return [period.start.isoformat(), period.end.isoformat(), period.precision]


def _where(place: Place | None) -> list[Cell]:
    if place is None:
        return [None] * len(_WHERE)
    return [place.name, place.lat, place.lon, place.admin1, place.country, place.precision, place.radius_km]


def _who(initiator: Sequence[Party], target: Sequence[Party]) -> list[Cell]:
    return [
        _joined(value)
        for parties in (initiator, target)
        for value in ((party.id for party in parties), (party.text for party in parties))
    ]


def claim_row(report: Report, claim: Claim, event: str | None) -> list[Cell]:
    counts: list[Cell] = []
    for name in COUNT_NAMES:
        tally = claim.counts.get(name)
        counts += [tally.low, tally.high] if tally else [None, None]
    chain = claim.attribution
    return [
        *(report.id, claim.id, event, claim.kind, claim.modality, claim.polarity, claim.aspect),
        *_when(claim.when),
        *_where(claim.place),
        *_who(claim.initiator, claim.target),
        *counts,
        *(claim.weapon.label if claim.weapon else None, chain[0].name if chain else None),
        *(chain[0].kind if chain else None, "|".join(s.name for s in chain), "|".join(s.kind for s in chain)),
        *(getattr(claim.confidence, name, None) for name in Confidence.__struct_fields__),
        *(report.outlet, report.published, report.url, report.title),
        *(claim.evidence.start, claim.evidence.end, claim.evidence.of(report.text) or None),
        _joined(f"{framing.sort}: {framing.text}" if framing.text else framing.sort for framing in claim.framing),
    ]


def event_row(event: Event) -> list[Cell]:
    counts: list[Cell] = []
    for name in COUNT_NAMES:
        tally = event.counts.get(name)
        counts += [tally.low, tally.best, tally.high] if tally else [None, None, None]
    return [
        *(
            event.id,
            event.kind,
            event.modality,
            event.status,
            "|".join(event.disputed),
            _joined(event.denied_by),
        ),
        *_when(event.when),
        *_where(event.place),
        *_who(event.initiator, event.target),
        *counts,
        *(event.sources, _joined(voice.name for voice in event.voices)),
        _joined(outlet for voice in event.voices for outlet in voice.outlets),
        *(len(event.claims), len({ref.document for ref in event.claims})),
    ]
