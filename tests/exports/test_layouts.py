"""Each layout opens in the programs that it is for."""

from __future__ import annotations

import csv
import io
import json

import pytest
from msgspec.structs import replace

from marsad import exports
from marsad.errors import UsageError
from marsad.exports.table import CLAIM_COLUMNS, EVENT_COLUMNS
from marsad.model import Claim, ClaimRef, Event, Reading, from_json, from_json_text


def test_jsonl_claims_are_whole(sample_reading: Reading) -> None:
    owners = {ClaimRef("r1", "c1"): "e1f00d"}
    lines = [
        json.loads(line) for line in exports.claims([sample_reading], layout="jsonl", with_text=True, events=owners)
    ]
    assert [line["event"] for line in lines] == ["e1f00d", None]
    assert lines[0]["document"]["outlet"] == "وكالة البيان"
    assert lines[1]["evidence_text"] == "ونفت وزارة الدفاع القصف"
    fields = set(Claim.__struct_fields__)
    again = [from_json(Claim, {key: value for key, value in line.items() if key in fields}) for line in lines]
    assert tuple(again) == sample_reading.claims


def test_jsonl_events_are_whole(sample_event: Event) -> None:
    [line] = exports.events([sample_event], layout="jsonl", with_text=True)
    assert from_json_text(Event, line) == sample_event


def rows(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def test_csv_claims(sample_reading: Reading) -> None:
    told, denied = rows(list(exports.claims([sample_reading], layout="csv", with_text=True)))
    assert tuple(told) == CLAIM_COLUMNS
    assert (told["date_start"], told["killed_low"], told["latitude"]) == ("2024-03-11", "1", "35.9036")
    assert told["target_ids"] == "CIVILIANS"
    assert told["target"] == "المدني سعيد الحمصي|مروان الخطيب"
    assert (denied["polarity"], denied["source"], denied["killed_low"]) == ("denied", "وزارة الدفاع", "")


def test_csv_events(sample_event: Event) -> None:
    [row] = rows(list(exports.events([sample_event], layout="csv")))
    assert tuple(row) == EVENT_COLUMNS
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == ("1", "1", "3")
    assert (row["status"], row["denied_by"], row["disputed_fields"]) == (
        "denied",
        "وزارة الدفاع",
        "killed|polarity",
    )
    assert (row["claims"], row["reports"], row["independent_sources"]) == ("2", "1", "2")


def test_a_spreadsheet_takes_no_cell_for_a_formula(sample_reading: Reading) -> None:
    document = replace(sample_reading.document, title='=HYPERLINK("http://example.org")')
    lines = exports.claims([Reading(document, sample_reading.claims)], layout="csv", with_text=True)
    assert rows(list(lines))[0]["title"].startswith("'=")


def test_geojson_follows_rfc_7946(sample_reading: Reading, sample_event: Event) -> None:
    nowhere = replace(sample_event, id="e2", place=None)
    data = json.loads("".join(exports.events([sample_event, nowhere], layout="geojson")))
    assert data["type"] == "FeatureCollection"
    assert "crs" not in data
    located, lost = data["features"]
    assert located["geometry"] == {"type": "Point", "coordinates": [36.7264, 35.9036]}
    assert located["id"] == "e1f00d"
    assert located["properties"]["radius_km"] == 2.0
    assert "geometry" in lost
    assert lost["geometry"] is None
    claims = json.loads("".join(exports.claims([sample_reading], layout="geojson")))
    assert [feature["id"] for feature in claims["features"]] == ["r1/c1", "r1/c2"]


@pytest.mark.parametrize("layout", exports.FORMATS)
def test_nothing_to_export_is_still_a_file(layout: str) -> None:
    written = "".join(exports.events([], layout=layout))
    if layout == "geojson":
        assert json.loads(written)["features"] == []
    assert written.count("\n") == {"jsonl": 0, "csv": 1, "geojson": 2}[layout]


def test_an_unknown_layout_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no layout 'xls'"):
        exports.events([], layout="xls")
