"""Keeping readings and events, and finding them again."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from marsad.errors import InputError, StoreError, UsageError
from marsad.model import Claim, ClaimRef, Event, Party, Period, Place, Reading, Report, Span, Voice
from marsad.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "marsad.db") as store:
        yield store


def reading(id: str = "r1", text: str = "قصفت الطائرات قرية الزيتون", kind: str = "air_strike") -> Reading:
    return Reading(Report(id, text, origin="reports.jsonl, line 1"), (Claim("c1", kind, Span(0, 9), Span(0, 4)),))


def test_a_reading_comes_back_as_it_was(store: Store, sample_reading: Reading) -> None:
    assert store.keep(sample_reading) == "new"
    assert store.reading("r1") == sample_reading
    assert list(store.readings()) == [sample_reading]
    assert store.counts() == {"reports": 1, "claims": 2, "events": 0, "skipped": 0}


def test_an_unknown_report_is_a_wrong_question(store: Store) -> None:
    with pytest.raises(UsageError, match="no such report"):
        store.reading("r9")


def test_keeping_twice_changes_nothing(store: Store) -> None:
    batch = [reading(f"r{i}") for i in range(5)]
    assert store.keep_many(batch) == ["new"] * 5
    before = dump(store)
    assert store.keep_many(batch) == ["known"] * 5
    assert dump(store) == before


def dump(store: Store) -> list[str]:
    with sqlite3.connect(store.path) as raw:
        lines = list(raw.iterdump())
    raw.close()
    return lines


def test_another_reader_replaces_the_claims(store: Store) -> None:
    store.keep(reading(), reader_version="1")
    assert store.keep(reading(), reader_version="2") == "known"
    assert store.keep(reading(kind="shelling"), reader_version="3") == "reread"
    assert [claim.kind for claim in store.reading("r1").claims] == ["shelling"]
    assert store.counts()["claims"] == 1
    assert store.check() == []


def test_a_corrected_date_is_read_anew(store: Store) -> None:
    first = reading()
    dated = replace(first, document=replace(first.document, published="2024-03-12"))
    store.keep(first)
    assert store.has(first.document)
    assert not store.has(dated.document)
    assert store.keep(dated) == "reread"
    assert store.reading("r1").document.published == "2024-03-12"


def test_has_knows_report_text_and_reader(store: Store) -> None:
    store.keep(reading(), reader_version="1")
    assert store.has(reading().document, reader_version="1")
    assert not store.has(reading().document, reader_version="2")
    assert not store.has(reading(text="نص آخر").document, reader_version="1")
    assert not store.has(reading("r2").document, reader_version="1")


def test_where_a_report_was_found_does_not_matter(store: Store) -> None:
    store.keep(reading())
    elsewhere = replace(reading().document, origin="other.jsonl, line 7")
    assert store.has(elsewhere)
    assert store.keep(Reading(elsewhere, reading().claims)) == "known"


def test_a_duplicate_id_keeps_the_first_and_stops_nobody(store: Store) -> None:
    results = store.keep_many([reading("a"), reading("a", "نص آخر"), reading("b"), reading("a")])
    assert [result for result in results if isinstance(result, str)] == ["new", "new", "known"]
    error = results[1]
    assert isinstance(error, InputError)
    assert (error.code, error.where) == ("duplicate-id", "reports.jsonl, line 1")
    assert store.reading("a") == reading("a")
    with pytest.raises(InputError, match="another report"):
        store.keep(reading("a", "نص ثالث"))


def test_text_that_cannot_be_written_is_an_input_error(store: Store) -> None:
    results = store.keep_many([reading("a", "قصف \ud800"), reading("b")])
    assert isinstance(results[0], InputError)
    assert results[0].code == "broken-text"
    assert results[1] == "new"


def test_readings_come_in_the_order_of_ids_while_others_are_kept(store: Store) -> None:
    store.keep_many([reading(id) for id in "cab"])
    seen = []
    for one in store.readings():
        seen.append(one.document.id)
        store.keep(reading("z" + one.document.id))
    assert seen == ["a", "b", "c"]


def test_keeping_is_quick(store: Store) -> None:
    batch = [reading(f"r{i}") for i in range(1000)]
    start = time.perf_counter()
    store.keep_many(batch)
    assert time.perf_counter() - start < 2  # 1,500 a second are wanted; a busy machine gets some patience


def test_readers_go_on_while_somebody_writes(store: Store) -> None:
    store.keep_many([reading(f"r{i}") for i in range(50)])
    failures: list[BaseException] = []
    done = threading.Event()

    def look() -> None:
        try:
            with Store(store.path) as other:
                while not done.is_set():
                    assert sum(1 for _ in other.readings()) >= 50
        except BaseException as error:
            failures.append(error)

    looking = threading.Thread(target=look)
    looking.start()
    for start in range(50, 350, 20):
        store.keep_many([reading(f"r{i}") for i in range(start, start + 20)])
    done.set()
    looking.join()
    assert failures == []


def test_a_full_disk_loses_nothing_that_was_kept(store: Store) -> None:
    store.keep(reading("kept"))
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreError) as caught:
        store.keep_many([reading(f"r{i}", "نص طويل " * 500) for i in range(50)])
    assert caught.value.code == "disk-full"
    assert caught.value.mend
    assert [one.document.id for one in store.readings()] == ["kept"]
    assert store.check() == []


# Events


def event(
    id: str,
    *,
    day: str | None = "2024-03-12",
    kind: str = "shelling",
    at: tuple[float, float] | None = None,
    parties: tuple[Party, ...] = (),
    disputed: tuple[str, ...] = (),
    voices: int = 1,
    claims: tuple[ClaimRef, ...] = (),
) -> Event:
    when = Period(date.fromisoformat(day), date.fromisoformat(day), "day", None, "") if day else None
    lat, lon = at or (None, None)
    place = Place("سرمين", lat, lon, None, "SY", "town", 2.0, None, "") if at else None
    voice = Voice("المرصد", "monitor", (), (), (), False)
    return Event(
        id, kind, when, place, parties[:1], parties[1:], {}, "happened", "disputed" if disputed else "single",
        (), disputed, 1, (voice,) * voices, claims, (),
    )  # fmt: skip


def ids(events: list[Event]) -> list[str]:
    return [event.id for event in events]


def party(id: str | None, text: str) -> Party:
    return Party(id, text, None, "")


def test_events_come_back_as_they_were(store: Store, sample_event: Event) -> None:
    store.replace_events([sample_event])
    assert store.events() == [sample_event]
    assert store.event(sample_event.id) == sample_event
    assert store.event_ids() == dict.fromkeys(sample_event.claims, sample_event.id)


def test_events_are_replaced_whole(store: Store) -> None:
    store.replace_events([event("e1", claims=(ClaimRef("r1", "c1"),)), event("e2")])
    store.replace_events([event("e3", claims=(ClaimRef("r1", "c1"),))])
    assert ids(store.events()) == ["e3"]
    assert store.event_ids() == {ClaimRef("r1", "c1"): "e3"}


def test_events_that_cannot_be_written_leave_the_old_ones(store: Store) -> None:
    store.replace_events([event("e1")])
    with pytest.raises(StoreError):
        store.replace_events([event("e2"), event("e2")])
    assert ids(store.events()) == ["e1"]


def test_the_newest_come_first_then_those_with_most_voices(store: Store) -> None:
    found = [event("old", day="2024-03-01"), event("one"), event("three", voices=3), event("none", day=None)]
    store.replace_events(found)
    assert ids(store.events()) == ["three", "one", "old", "none"]
    assert ids(store.events(limit=2)) == ["three", "one"]


def test_events_are_found_by_time(store: Store) -> None:
    store.replace_events([event(f"e{day}", day=f"2024-03-{day}") for day in (10, 11, 12)] + [event("x", day=None)])
    assert ids(store.events(since=date(2024, 3, 11))) == ["e12", "e11"]
    assert ids(store.events(until=date(2024, 3, 10))) == ["e10"]
    assert ids(store.events(since=date(2024, 3, 11), until=date(2024, 3, 11))) == ["e11"]


def test_events_are_found_by_kind_dispute_and_status(store: Store) -> None:
    store.replace_events([event("e1", kind="raid"), event("e2", disputed=("killed",))])
    assert ids(store.events(kind="raid")) == ["e1"]
    assert ids(store.events(disputed=True)) == ["e2"]
    assert ids(store.events(status="single")) == ["e1"]
    assert store.events(kind="no such kind") == []


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        ("SYR", ["gov", "sdf"]),
        ("syr.sdf", ["sdf"]),
        ("SY", []),
        ("قوات سوريا", ["sdf"]),
        ("قوّات النظام", ["gov"]),
        ("الصيادين", ["free"]),
        ("%", []),
    ],
)
def test_events_are_found_by_actor(store: Store, actor: str, found: list[str]) -> None:
    store.replace_events(
        [
            event("sdf", parties=(party("TUR", "الجيش التركي"), party("SYR.SDF", "لقوات سوريا الديمقراطية"))),
            event("gov", parties=(party("SYR", "قوات النظام"),)),
            event("free", parties=(party(None, "جمعية الصيادين"),)),
        ]
    )
    assert sorted(ids(store.events(actor=actor))) == found


def test_events_are_found_by_nearness(store: Store) -> None:
    places = {
        "sarmin": (35.90, 36.73),
        "idlib": (35.93, 36.63),
        "fiji": (-17.0, 179.95),
        "pole": (89.5, 10.0),
    }
    store.replace_events([event(name, at=at) for name, at in places.items()] + [event("nowhere")])
    assert ids(store.events(near=(35.90, 36.73, 5))) == ["sarmin"]
    assert sorted(ids(store.events(near=(35.90, 36.73, 15)))) == ["idlib", "sarmin"]
    assert ids(store.events(near=(-17.0, -179.95, 50))) == ["fiji"]
    assert ids(store.events(near=(89.5, -170.0, 200))) == ["pole"]
    assert ids(store.events(near=(35.90, 36.73, 15), limit=1)) == ["idlib"]


def test_an_event_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    store.replace_events([event("abc123"), event("abd456"), event("abc1")])
    assert store.event("abd").id == "abd456"
    assert store.event("abc1").id == "abc1"
    with pytest.raises(UsageError) as several:
        store.event("ab")
    assert several.value.code == "ambiguous-event"
    with pytest.raises(UsageError) as none:
        store.event("abd457")
    assert none.value.code == "unknown-event"
    assert "abd456" in none.value.mend
    with pytest.raises(UsageError):
        store.event("")
    with pytest.raises(UsageError):
        store.event("%")


# What was skipped, and checks


def test_what_was_skipped_is_noted_once(store: Store) -> None:
    error = InputError("no text", where="a.jsonl, line 3", mend="add it", code="no-text")
    odd = InputError("unreadable", where="\udcff.txt", code="unreadable")
    store.log_skipped([error, odd])
    store.log_skipped([error])
    assert [(one.what, one.where, one.mend, one.code) for one in store.skipped()] == [
        ("no text", "a.jsonl, line 3", "add it", "no-text"),
        ("unreadable", "?.txt", "", "unreadable"),
    ]
    assert store.counts()["skipped"] == 2


def test_check_tells_of_events_older_than_their_readings(store: Store) -> None:
    store.keep(reading())
    store.replace_events([event("e1", claims=(ClaimRef("r1", "c1"),)), event("e2", claims=(ClaimRef("r1", "c9"),))])
    [fault] = store.check()
    assert fault.startswith("1 claims of events")


def test_check_tells_of_a_hole_in_the_index(store: Store) -> None:
    store.keep_many([reading("a"), reading("b")])
    store.index()
    with store._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = 1")
    assert store.check() == ["1 reports are missing from the search index"]
