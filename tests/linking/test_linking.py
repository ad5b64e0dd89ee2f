"""From claims to events: what becomes one event, what never does, and which id it bears."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from marsad.linking import link
from marsad.linking.items import Item, forbidden
from marsad.model import ClaimRef, Event, Reading

Tell = Callable[..., Reading]


def refs(event: Event) -> set[str]:
    return {ref.document for ref in event.claims}


def partition(readings: list[Reading]) -> set[frozenset[str]]:
    """Which reports' claims stand together."""
    return {frozenset(refs(event)) for event in link(readings)}


def ids(events: list[Event]) -> dict[ClaimRef, str]:
    return {ref: event.id for event in events for ref in event.claims}


def test_nothing_gives_no_event(tell: Tell) -> None:
    assert link([]) == []
    assert link([replace(tell("a"), claims=())]) == []


def test_one_claim_is_one_event(tell: Tell) -> None:
    reading = tell("a", killed=5, target=("CIVILIANS",))
    (event,) = link([reading])
    (claim,) = reading.claims
    assert (event.kind, event.place, event.when) == (claim.kind, claim.place, claim.when)
    assert (event.initiator, event.target) == (claim.initiator, claim.target)
    assert (event.status, event.sources, event.links) == ("single", 1, ())
    assert event.claims == (ClaimRef("a", "c-a"),)


def test_two_outlets_on_one_happening(tell: Tell) -> None:
    (event,) = link([tell("a", killed=5), tell("b", killed=5)])
    assert refs(event) == {"a", "b"}
    assert (event.status, event.sources, event.disputed) == ("corroborated", 2, ())


@pytest.mark.parametrize(
    "other",
    [
        {"place": "تدمر"},
        {"place": "الباب"},
        {"day": "2021-09-21"},
        {"day": "2021-10-01"},
        {"kind": "protest"},
        {"kind": "arrest"},
        {"kind": "meeting"},
        {"modality": "planned"},
        {"modality": "expected"},
        {"modality": "requested"},
    ],
    ids=str,
)
def test_what_no_evidence_joins(tell: Tell, other: dict[str, str]) -> None:
    assert partition([tell("a", killed=5), tell("b", killed=5, **other)]) == {frozenset("a"), frozenset("b")}


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "attack"},
        {"kind": "air_strike"},
        {"day": "2021-09-27"},
        {"until": "2021-09-29"},
        {"initiator": ()},
        {"initiator": ("SYR.GOV.ARMY",)},
        {"killed": 6},
        {"published": "2021-10-03"},
    ],
    ids=str,
)
def test_what_papers_tell_differently_of_one_happening(tell: Tell, other: dict[str, object]) -> None:
    more = {"killed": 5, "wounded": 12} | other
    assert partition([tell("a", killed=5, wounded=12), tell("b", **more)]) == {frozenset("ab")}


def test_plans_of_one_thing_join_among_themselves(tell: Tell) -> None:
    plan = {
        "kind": "meeting",
        "modality": "planned",
        "initiator": ("TUR",),
        "target": ("RUS",),
        "day": "2021-10-02",
    }
    text = "سيلتقي الوزيران في سرمين السبت المقبل لبحث المعابر والهدنة وملف النازحين"
    readings = [tell("a", **plan, text=text), tell("b", **plan, text=f"{text} وقضايا أخرى كثيرة")]
    (event,) = link(readings)
    assert event.modality == "planned"


def test_claims_of_one_report_on_other_places_stay_apart(tell: Tell) -> None:
    one, two = tell("a", killed=5).claims[0], tell("a", place="آفس", killed=5).claims[0]
    reading = replace(tell("a"), claims=(replace(one, id="c1"), replace(two, id="c2")))
    assert len(link([reading])) == 2


def test_claims_do_not_chain_through_others(tell: Tell) -> None:
    """A report that tells of two tolls is about two happenings, however alike a third is to both."""
    one, two = tell("a", killed=5, wounded=9).claims[0], tell("a", killed=15, wounded=40).claims[0]
    apart = replace(tell("a"), claims=(replace(one, id="c1"), replace(two, id="c2")))
    events = link([apart, tell("b", killed=5, wounded=9), tell("d", killed=15, wounded=40)])
    for event in events:
        assert not {"c1", "c2"} <= {ref.claim for ref in event.claims}


def test_events_come_newest_first(tell: Tell) -> None:
    days = ("2021-09-20", "2021-09-28", "2021-09-24")
    events = link([tell(str(at), day=day, published=day) for at, day in enumerate(days)] + [tell("x", day=None)])
    assert [event.when.end.day if event.when else None for event in events] == [28, 24, 20, None]


SOME = (
    {},
    {"killed": 5},
    {"killed": 6},
    {"killed": (5, None)},
    {"place": "آفس"},
    {"place": "تدمر"},
    {"place": "سوريا"},
    {"place": None},
    {"place": "تل العصافير"},
    {"day": "2021-09-27"},
    {"day": "2021-09-01", "until": "2021-09-30"},
    {"day": None},
    {"kind": "attack"},
    {"kind": "clash"},
    {"kind": "protest", "initiator": ("CIVILIANS",)},
    {"polarity": "denied", "source": ("وزارة الدفاع", "official")},
    {"modality": "planned"},
    {"source": ("المرصد", "monitor")},
    {"source": ("مصدر", "anonymous"), "killed": 7},
    {"initiator": ("TUR",)},
    {"published": None},
)


@st.composite
def sets_of_reports(draw: st.DrawFn) -> list[tuple[str, dict[str, object]]]:
    chosen = draw(st.lists(st.sampled_from(SOME), min_size=1, max_size=14))
    return [(f"r{at}", more) for at, more in enumerate(chosen)]


@settings(max_examples=60, deadline=None)
@given(made=sets_of_reports(), seed=st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(
    tell: Tell, made: list[tuple[str, dict[str, object]]], seed: object
) -> None:
    readings = [tell(name, **more) for name, more in made]
    shuffled = list(readings)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(shuffled) == link(readings)


@settings(max_examples=60, deadline=None)
@given(made=sets_of_reports())
def test_every_claim_stands_in_one_event_and_beside_none_that_is_forbidden(
    tell: Tell, made: list[tuple[str, dict[str, object]]]
) -> None:
    readings = [tell(name, **more) for name, more in made]
    items = {Item.of(c, r.document).ref: Item.of(c, r.document) for r in readings for c in r.claims}
    events = link(readings)
    assert sorted(ref.document for event in events for ref in event.claims) == sorted(name for name, _ in made)
    assert len({event.id for event in events}) == len(events)
    for event in events:
        for one in event.claims:
            for other in event.claims:
                assert one == other or not forbidden(items[one], items[other])
        for each in event.links:
            assert {each.first, each.second} <= set(event.claims)
            assert each.bits == pytest.approx(sum(part.bits for part in each.parts), abs=0.01)


@settings(max_examples=40, deadline=None)
@given(made=sets_of_reports(), cut=st.integers(0, 14))
def test_an_event_keeps_its_id_when_reports_are_added(
    tell: Tell, made: list[tuple[str, dict[str, object]]], cut: int
) -> None:
    readings = [tell(name, **more) for name, more in made]
    before = ids(link(readings[:cut]))
    after = ids(link(readings, previous=before))
    kept = {before[ref] for ref in before}
    for old in kept:
        members = {ref for ref in before if before[ref] == old}
        assert len({after[ref] for ref in members}) > 1 or {after[ref] for ref in members} <= kept
    assert ids(link(readings, previous=after)) == after, "linking again changes nothing"


def test_a_growing_event_keeps_its_id_and_a_new_one_has_its_own(tell: Tell) -> None:
    first = link([tell("m", killed=5), tell("n", killed=5)])
    # a report that comes first in every order, and one on something else
    more = [tell("a", killed=5, published="2021-09-28"), tell("b", kind="protest", place="تدمر")]
    later = link([*more, tell("m", killed=5), tell("n", killed=5)], previous=ids(first))
    assert {frozenset(refs(event)): event.id for event in later}[frozenset("amn")] == first[0].id
    assert len({event.id for event in later}) == 2


def test_of_two_events_that_become_one_the_larger_keeps_its_id(tell: Tell) -> None:
    readings = [tell(name, killed=5) for name in "abc"]
    previous = {ClaimRef("a", "c-a"): "small", ClaimRef("b", "c-b"): "large", ClaimRef("c", "c-c"): "large"}
    (event,) = link(readings, previous=previous)
    assert event.id == "large"


def test_of_an_event_that_falls_apart_only_one_part_keeps_the_id(tell: Tell) -> None:
    readings = [tell("a", killed=5), tell("b", killed=5), tell("c", place="تدمر")]
    previous = {ClaimRef(name, f"c-{name}"): "one" for name in "abc"}
    events = {frozenset(refs(event)): event.id for event in link(readings, previous=previous)}
    assert events[frozenset("ab")] == "one"
    assert events[frozenset("c")] != "one"


def test_ids_do_not_depend_on_other_events(tell: Tell) -> None:
    (alone,) = link([tell("a", killed=5)])
    both = link([tell("a", killed=5), tell("b", kind="protest", place="تدمر")])
    assert alone.id in {event.id for event in both}


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_the_events_do_not_depend_on_the_number_of_processes(tell: Tell) -> None:
    days = [f"2021-09-{day:02}" for day in range(1, 31)]
    readings = [tell(f"r{at:03}", day=days[at % 30], killed=at % 4 + 1) for at in range(150)]
    assert link(readings, workers=2) == link(readings)
