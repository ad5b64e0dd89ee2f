"""How strongly each field speaks for or against one happening. Signs and order are tested, not constants."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.linking import link
from marsad.model import FieldWeight, Reading

Tell = Callable[..., Reading]


@pytest.fixture
def weigh(tell: Tell) -> Callable[..., dict[str, FieldWeight]]:
    """The parts of the link between two claims that share enough to be linked whatever the field says."""

    def parts(one: dict[str, object], other: dict[str, object], *crowd: Reading) -> dict[str, FieldWeight]:
        sure = {"wounded": 40, "displaced": 350}
        readings = [tell("a", **(sure | one)), tell("b", **(sure | other)), *crowd]
        (found,) = (
            each
            for event in link(readings)
            for each in event.links
            if {each.first.document, each.second.document} == {"a", "b"}
        )
        return {part.field: part for part in found.parts}

    return parts


def test_the_sum_of_the_parts_is_what_the_link_shows(tell: Tell) -> None:
    (event,) = link([tell("a", killed=5), tell("b", killed=5)])
    (found,) = event.links
    assert found.bits == pytest.approx(sum(part.bits for part in found.parts), abs=0.01)
    assert {"kind", "when", "place", "initiator", "killed"} <= {part.field for part in found.parts}


def test_a_field_on_which_one_claim_is_silent_says_nothing(
    weigh: Callable[..., dict[str, FieldWeight]],
) -> None:
    parts = weigh({"killed": 5}, {"initiator": ()})
    assert "killed" not in parts
    assert "initiator" not in parts


def test_the_same_kind_says_more_than_a_related_one(weigh: Callable[..., dict[str, FieldWeight]]) -> None:
    assert weigh({}, {})["kind"].bits > weigh({}, {"kind": "attack"})["kind"].bits >= 0


def test_a_large_toll_told_alike_says_more_than_a_small_one(
    weigh: Callable[..., dict[str, FieldWeight]],
) -> None:
    small, large = (
        weigh({"killed": 2}, {"killed": 2})["killed"],
        weigh({"killed": 47}, {"killed": 47})["killed"],
    )
    assert 0 < small.bits < large.bits
    assert small.level == large.level == "equal"


def test_tolls_that_exclude_each_other_speak_against(weigh: Callable[..., dict[str, FieldWeight]]) -> None:
    assert weigh({"killed": 5}, {"killed": 50})["killed"].bits < 0
    assert weigh({"killed": 5}, {"killed": 50})["killed"].bits < weigh({"killed": 5}, {"killed": 6})["killed"].bits


def test_a_toll_left_open_neither_fits_exactly_nor_contradicts(
    weigh: Callable[..., dict[str, FieldWeight]],
) -> None:
    part = weigh({"killed": (5, None)}, {"killed": 7})["killed"]
    assert part.level == "overlapping"
    assert 0 <= part.bits < weigh({"killed": 7}, {"killed": 7})["killed"].bits


def test_shared_actors_speak_for_and_different_ones_against(
    weigh: Callable[..., dict[str, FieldWeight]],
) -> None:
    def bits(*initiator: str) -> float:
        return weigh({"initiator": ("SYR.GOV",)}, {"initiator": initiator})["initiator"].bits

    assert bits("SYR.GOV") > 0 > bits("TUR")
    everybody = weigh({"initiator": ("UNKNOWN",)}, {"initiator": ("UNKNOWN",)})["initiator"].bits
    assert bits("SYR.GOV") > everybody, "unknown gunmen are in every report"


def test_a_rare_place_says_more_than_a_common_one(tell: Tell, weigh: Callable[..., dict[str, FieldWeight]]) -> None:
    crowd = [tell(f"x{at}", kind="protest", initiator=(), day=f"2019-{at % 12 + 1:02}-01") for at in range(200)]
    assert weigh({}, {}, *crowd)["place"].bits < weigh({}, {})["place"].bits
