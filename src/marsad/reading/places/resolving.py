"""Stage 4, second half: which place a name means, by the other places of the report, and where its point lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from marsad.knowledge.entries import PlaceRow
from marsad.knowledge.geo import kilometres, moved
from marsad.model import Place, PlacePrecision, Span
from marsad.reading.places.chart import Map, is_common, is_foreign, km_to_nearest
from marsad.reading.places.place_mentions import RANK, PlaceMention
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: How exactly a place of a rank is known (see `RANK`).
_PRECISION: Final[dict[int, PlacePrecision]] = {
    0: "exact",
    1: "town",
    2: "town",
    3: "area",
    4: "area",
    5: "area",
}
#: What is larger is no town.
_WIDE_KM: Final = 20.0


def resolve(mention: PlaceMention, chart: Map, near: Sequence[PlaceMention], scan: Scan) -> Place:
    """The place that a mention means, given the area named beside it and the rest of the report."""
    span = Span(scan.words[mention.first].start, scan.words[mention.last].end)
    if not mention.rows:
        return _resolve_unknown(mention, chart, near, scan, span)
    row = mention.rows[0]
    if len(mention.rows) > 1:
        likely = max((_likelihood(each, mention, chart, near), each) for each in mention.rows)
        score, _, closeness, _ = likely[0]
        row = likely[1]
        if score <= 0 and closeness < -150 and mention.rank <= RANK["quarter"]:
            why = f"{mention.why}: which one is open"
            return Place(mention.name, None, None, None, None, "unknown", None, span, why)
    why = mention.why.replace(mention.rows[0].id, row.id, 1)
    small = row.bulk and mention.rank <= RANK["quarter"]
    if (small or row.type == "quarter") and _is_remote(row, chart):
        return _resolve_unknown(mention.unknown(f"{why}, far from all else"), chart, near, scan, span)
    if (row.needs_cue or is_common(mention)) and mention.rank <= RANK["quarter"] and is_foreign(row, chart):
        return _resolve_unknown(mention.unknown(f"{why}, in a country not told of"), chart, near, scan, span)
    if mention.rank <= RANK["admin2"] and any(_lies_far_off(row, mention, other) for other in near):
        return _resolve_unknown(mention.unknown(f"{why}, which lies elsewhere"), chart, near, scan, span)
    if mention.far_end or mention.away_km is not None:
        return _off_point(mention, row, span, why)
    radius = max(row.radius_km, 20.0) if mention.modifier else row.radius_km
    whole = row.type == "country" and not mention.modifier
    precision: PlacePrecision = "country" if whole else _PRECISION.get(mention.rank, "region")
    if radius > _WIDE_KM and precision in ("exact", "town"):
        precision = "area"  # a range of mountains, an island
    admin1 = row.admin1 or (row.name if row.type == "admin1" else None)
    return Place(mention.name, row.lat, row.lon, admin1, row.country or None, precision, radius, span, why)


#: What the nations of the parties weigh at most: less than a place that is named.
_MOST_NATIONS: Final = 2.0


def _likelihood(
    row: PlaceRow, mention: PlaceMention, chart: Map, near: Sequence[PlaceMention]
) -> tuple[float, float, float, str]:
    """How likely a place is meant by its name, with what decides between equals: by the places and parties around."""
    score = 0.0
    for other in near:
        if other is not mention and other.rows:
            beside = other.rows[0]
            if row.admin1 and (beside.name == row.admin1 or beside.admin1 == row.admin1):
                score += 4
            if beside.country == row.country:
                score += 2
            if (
                other.rank > mention.rank
                and kilometres(beside.lat, beside.lon, row.lat, row.lon) <= beside.radius_km + 25
            ):
                score += 3
    if chart.admin1.get(row.admin1):
        score += min(3.0, chart.admin1[row.admin1])
    if chart.country.get(row.country):
        score += min(3.0, chart.country[row.country])
    if chart.nations.get(row.country):
        score += min(_MOST_NATIONS, chart.nations[row.country] / 2)
    distance = km_to_nearest(chart.points, row)
    return (
        score - min(distance, 1000.0) / 100.0,
        RANK.get(row.type, 3) if mention.modifier else -abs(RANK.get(row.type, 3) - 2),
        -distance + (not row.needs_cue),
        row.id,
    )


#: How far from the other places of a report a village is that another of the same name may be.
_REMOTE_KM: Final = 100.0


def _is_remote(row: PlaceRow, chart: Map) -> bool:
    """Whether a village that nobody has reviewed lies far from every other place of the report."""
    others = [point for point in chart.points if point != (row.lat, row.lon)]
    return len(others) > 1 and km_to_nearest(others, row) > _REMOTE_KM


_TOWARDS: Final = word_set("resolving", "towards")
#: How far outside the area named with it a place may lie, and how far from a town that only tells the direction.
_OUTSIDE_KM: Final = 30.0
_FAR_KM: Final = 120.0
#: How wide a part of a country is that has no bounds.
_VAGUE_KM: Final = 90.0


def _lies_far_off(row: PlaceRow, mention: PlaceMention, around: PlaceMention) -> bool:
    """Whether a place is not in the area that is named right behind it (حي أ بمدينة ب): another has its name."""
    if not around.rows or not mention.rank <= around.rank < RANK["country"]:
        return False
    if mention.prep == "من" and mention.type == "city":
        return False  # مسلحون من أ في ب
    if not 0 < around.head - mention.last <= 3 or any(wide.type == "country" for wide in around.rows):
        return False
    beside = around.head == mention.last + 1 and around.head < around.first and not around.lead  # حي أ وسط مدينة ب
    if not (around.modifier or around.prep in ("في", "ب", "ل") or beside):
        return False
    if any(wide.country == row.country and wide.radius_km >= _VAGUE_KM for wide in around.rows):
        return False  # حقل أ جنوب غرب ليبيا
    if around.prep in _TOWARDS:
        return False  # من بلدة أ إلى مدينة ب
    slack = _FAR_KM if around.modifier == "direction" or around.near else _OUTSIDE_KM
    return not any(row.admin1 and row.admin1 in (wide.admin1 or wide.name) for wide in around.rows) and all(
        kilometres(row.lat, row.lon, wide.lat, wide.lon) > wide.radius_km + slack for wide in around.rows
    )


#: A road no longer than this is where the smaller of its ends is.
_SHORT_ROAD_KM: Final = 40.0
#: Beyond this a place told by others around it is no better known than its region.
_AREA_KM: Final = 50.0


def _off_point(mention: PlaceMention, row: PlaceRow, span: Span, why: str) -> Place:
    """A place that is told by its distance from another, or as the road between two."""
    lat, lon, away, bearing = row.lat, row.lon, mention.away_km or 0.0, mention.bearing
    name = mention.name
    if mention.far_end:
        end = min(mention.far_end, key=lambda other: kilometres(lat, lon, other.lat, other.lon))
        radius, why = kilometres(lat, lon, end.lat, end.lon), f"{why}, road to {end.id}"
        if radius <= _SHORT_ROAD_KM:
            narrow = min(row, end, key=lambda other: RANK.get(other.type, 3))
            lat, lon = narrow.lat, narrow.lon
        else:
            lat, lon, radius = (lat + end.lat) / 2, (lon + end.lon) / 2, radius / 2 + 5.0
    elif bearing is None:
        radius = row.radius_km + away
    else:
        lat, lon = moved(lat, lon, bearing, away)
        radius, why = row.radius_km + away / 3, f"{why}, {away:g} km away"
    precision: PlacePrecision = "area" if radius <= _AREA_KM else "region"
    return Place(
        name, round(lat, 4), round(lon, 4), row.admin1 or None, row.country or None, precision, radius, span, why
    )


#: How large a city may be to stand for a quarter of it, a town for a place in it, and how far beyond it such a place
#: may lie.
_CITY_KM: Final = 20.0
_SMALL_TOWN_KM: Final = 8.0
_OUTSKIRTS_KM: Final = 3.0


def _resolve_unknown(mention: PlaceMention, chart: Map, near: Sequence[PlaceMention], scan: Scan, span: Span) -> Place:
    """A place by its name alone; with the point of the town that it is said to lie in (مخيم X في بلدة Y)."""
    around = next((other for other in near if _holds(other, mention)), None)
    if around is not None:
        town = resolve(around, chart, [other for other in near if other is not around], scan)
        largest = _CITY_KM if mention.type == "quarter" or mention.cue == "region" else _SMALL_TOWN_KM
        if town.lat is not None and (town.radius_km or 0.0) <= largest:
            why = f"{mention.why}, in {around.name}"
            radius = (town.radius_km or 0.0) + _OUTSKIRTS_KM
            return replace(town, name=mention.name, precision="area", radius_km=radius, span=span, why=why)
    admin1 = next((row.admin1 for other in near for row in other.rows[:1] if row.admin1), None)
    country = chart.main_country() if chart.country else None
    return Place(mention.name, None, None, admin1, country, "unknown", None, span, mention.why)


def _holds(around: PlaceMention, inner: PlaceMention) -> bool:
    """Whether a place is named right behind another as the town that it lies in."""
    return (
        bool(around.rows)
        and 0 < around.head - inner.last <= 2
        and (around.prep in ("في", "ب") or (around.head == inner.last + 1 and not around.lead))
        and not (around.near or around.modifier)
        and RANK["village"] <= around.rank <= (RANK["admin2"] if inner.cue == "region" else RANK["city"])
    )


def carried(place: Place) -> Place:
    """A place taken over from another clause, the sentence before or the headline."""
    return replace(place, why=f"carried over: {place.why}")
