"""The project's own gold reports are sound, and the examples are what the gold set says they are."""

from __future__ import annotations

import csv
import html
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from score import COUNTS

Json = dict[str, Any]

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "reports"
SOURCES = {
    "official", "armed_group", "agency", "media", "monitor",
    "local", "medical", "anonymous", "unspecified", "person",
}  # fmt: skip


@cache
def gold() -> tuple[Json, ...]:
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "tests" / "gold").glob("*.jsonl")))
    return tuple(json.loads(line) for text in texts for line in text.splitlines())


def kinds() -> set[str]:
    with (ROOT / "src/marsad/knowledge/data/kinds.csv").open(encoding="utf-8", newline="") as handle:
        return {row["kind"] for row in csv.DictReader(handle)}


def claims() -> list[tuple[Json, Json]]:
    return [(doc, claim) for doc in gold() for claim in doc["claims"]]


def words(text: str) -> str:
    return " ".join(text.split())


def decoded(path: Path) -> str:
    """The words of an example file, tags and encoding taken away."""
    encoding = "cp1256" if "windows-1256" in path.name else "utf-8"
    text = path.read_bytes().decode(encoding)
    return words(html.unescape(re.sub(r"<[^>]+>", " ", text)) if path.suffix == ".html" else text)


def test_ids_are_unique_and_dates_are_given() -> None:
    assert max(Counter(doc["id"] for doc in gold()).values()) == 1
    assert all(2023 <= date.fromisoformat(doc["published"][:10]).year <= 2025 for doc in gold())
    assert all(doc["outlet"] and doc["text"].strip() == doc["text"] for doc in gold())


def test_every_quote_is_verbatim_and_within_a_line() -> None:
    for doc, claim in claims():
        quote = claim["quote"]
        assert quote in f"{doc['title'] or ''}\n{doc['text']}", (doc["id"], quote)
        assert quote
        assert "\n" not in quote


def test_all_kinds_occur_and_no_other() -> None:
    assert {claim["kind"] for _, claim in claims()} == kinds()


def test_fields_are_valid() -> None:
    for doc, claim in claims():
        at = doc["id"], claim["quote"]
        assert claim["modality"] in {"happened", "planned", "expected", "requested"}, at
        assert claim["polarity"] in {"affirmed", "denied"}, at
        assert all(voice["kind"] in SOURCES for voice in claim["attribution"]), at
        assert set(claim["counts"]) <= set(COUNTS), at
        for count in claim["counts"].values():
            assert count["low"] >= 1, at
            assert count["high"] is None or count["high"] >= count["low"], at


def test_times_are_intervals_that_what_has_happened_does_not_leave() -> None:
    for doc, claim in claims():
        if claim["when"]:
            first, last = (date.fromisoformat(claim["when"][end]) for end in ("start", "end"))
            assert first <= last, claim
            if claim["modality"] == "happened" and claim["kind"] not in ("exercise", "restriction"):
                assert last <= date.fromisoformat(doc["published"][:10]), claim


def test_places_parties_and_voices_are_written_in_the_report() -> None:
    for doc, claim in claims():
        text = f"{doc['title'] or ''}\n{doc['text']}"
        named = [claim["place"]] if claim["place"] else []
        written = [place["name"] for place in named] + [voice["name"] for voice in claim["attribution"]]
        written += [party["text"] for party in claim["initiator"] + claim["target"]]
        assert all(name in text for name in written), (doc["id"], written)
        for place in named:
            assert -90 <= place["lat"] <= 90, place
            assert -180 <= place["lon"] <= 180, place
            assert place["tolerance_km"] >= 10, place


def test_the_traps_hold_no_claim() -> None:
    assert [doc["id"] for doc in gold() if not doc["claims"]] == ["short-16", "short-17", "test-b-22"]


@pytest.mark.parametrize("doc", [d for d in gold() if d["id"].startswith("example-")], ids=lambda d: d["id"])
def test_examples_are_those_of_the_gold_set(doc: Json) -> None:
    name = doc["id"].removeprefix("example-")
    files = [path for path in EXAMPLES.iterdir() if path.name.split(".")[0] == name]
    if files:
        text = decoded(files[0])
        assert all(words(line) in text for line in doc["text"].splitlines())
    else:
        lines = (EXAMPLES / "reports.jsonl").read_text("utf-8").splitlines()
        (row,) = [row for row in map(json.loads, lines) if row["id"] == name]
        assert {key: row[key] for key in ("title", "outlet", "published", "text")} == {
            key: doc[key] for key in ("title", "outlet", "published", "text")
        }


def test_every_example_file_has_its_gold_report() -> None:
    names = {doc["id"].removeprefix("example-") for doc in gold()}
    files = {path.name.split(".")[0] for path in EXAMPLES.iterdir() if path.suffix != ".jsonl"}
    assert files <= names
    assert len(files) == 15
    assert sum(doc["id"].startswith("example-") for doc in gold()) == 19


def test_the_copy_is_word_for_word() -> None:
    bodies = []
    for name in ("idlib-market-1.txt", "idlib-market-copy.txt"):
        paragraphs = (EXAMPLES / name).read_text("utf-8").split("\n\n")
        bodies.append(max(paragraphs, key=len))
    assert bodies[0] == bodies[1]
