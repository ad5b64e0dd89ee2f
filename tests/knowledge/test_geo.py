"""Distances on the globe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.knowledge.geo import kilometres

LAT = st.floats(-90, 90)
LON = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((33.51, 36.29), (36.20, 37.16), 309),  # Damascus, Aleppo
        ((30.04, 31.24), (15.50, 32.56), 1623),  # Cairo, Khartoum
        ((0, 179.5), (0, -179.5), 111),
        ((90, 0), (90, 120), 0),
    ],
)
def test_known_distances(one: tuple[float, float], other: tuple[float, float], wanted: float) -> None:
    assert kilometres(*one, *other) == pytest.approx(wanted, abs=5)


@given(LAT, LON, LAT, LON)
def test_a_distance_is_the_same_both_ways_and_never_longer_than_half_the_globe(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    there, back = kilometres(lat1, lon1, lat2, lon2), kilometres(lat2, lon2, lat1, lon1)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 20016
    assert kilometres(lat1, lon1, lat1, lon1) == pytest.approx(0, abs=1e-6)
