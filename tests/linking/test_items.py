"""A claim as the linking sees it, and what keeps two apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.linking.items import FAMILIES, Item, actor_ids, compatible, days_apart, distance_km, place_key
from marsad.model import Party, Place, Reading

Tell = Callable[..., Reading]


def item(reading: Reading) -> Item:
    return Item.of(reading.claims[0], reading.document)


@pytest.mark.parametrize(
    ("ids", "wanted"),
    [
        (("USA", "USA.MIL", "USA.GOV"), {"USA"}),
        (("SYR.SDF.YPG", "SYR.SDF"), {"SYR.SDF"}),
        (("SYR.GOV.ARMY",), {"SYR"}),
        ((None, "ISIS"), {"ISIS"}),
        ((None,), set()),
    ],
)
def test_actors_on_the_two_levels_on_which_papers_agree(ids: tuple[str | None, ...], wanted: set[str]) -> None:
    assert actor_ids([Party(id, "", None, "test") for id in ids]) == wanted


def test_kinds_of_one_family_may_tell_of_one_happening() -> None:
    assert compatible("shelling", "attack")
    assert compatible("arrest", "raid")
    assert not compatible("clash", "explosion"), "both may be an attack, but not one another"
    assert not compatible("protest", "meeting")
    assert compatible("meeting", "meeting")
    for family in FAMILIES:
        assert all(compatible(one, other) and compatible(other, one) for one in family for other in family)


@pytest.mark.parametrize(
    ("one", "other"),
    [("البوكمال", "البو كمال"), ("إدلب", "ادلب"), ("الرقة", "رقه"), ("دَرعا", "درعا")],
)
def test_names_of_places_as_papers_spell_them(one: str, other: str) -> None:
    def key(name: str) -> str:
        return place_key(Place(name, None, None, None, None, "town", None, None, "test"))

    assert key(one) == key(other) != ""
    assert place_key(None) == ""


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (("2021-09-28", None), ("2021-09-28", None), 0),
        (("2021-09-26", None), ("2021-09-28", None), 2),
        (("2021-09-28", None), ("2021-09-26", None), 2),
        (("2021-09-01", "2021-09-30"), ("2021-09-12", None), 0),
        ((None, None), ("2021-09-12", None), 0),
    ],
)
def test_days_between_two_times(
    tell: Tell, one: tuple[str | None, str | None], other: tuple[str | None, str | None], days: int
) -> None:
    assert days_apart(item(tell("a", day=one[0], until=one[1])), item(tell("b", day=other[0], until=other[1]))) == days


def test_distances_need_two_points(tell: Tell) -> None:
    sarmin, tadmur, unknown = (tell("a", place=name).claims[0].place for name in ("سرمين", "تدمر", "تل العصافير"))
    assert distance_km(sarmin, tadmur) == pytest.approx(206, abs=5)
    assert distance_km(sarmin, sarmin) == 0
    assert distance_km(sarmin, unknown) is None
    assert distance_km(sarmin, None) is None


def test_a_long_stretch_is_a_summary(tell: Tell) -> None:
    assert item(tell("a", day="2021-09-01", until="2021-09-30")).summary
    assert not item(tell("a", day="2021-09-28", until="2021-09-29")).summary
    assert not item(tell("a", day=None)).summary
