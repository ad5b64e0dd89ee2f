"""What "the country", "the east of the country" and "the capital" mean, for each country that a report may be about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.knowledge.entries import Homeland, PlaceRow
from marsad.knowledge.tables import Row, split

#: A place with all its names.
NamedPlace = tuple[PlaceRow, Sequence[str]]


def homelands(countries: Sequence[Row], directions: Sequence[str], places: Sequence[NamedPlace]) -> dict[str, Homeland]:
    """The homelands by the ISO code of the country; of places that stand in several files the first counts."""
    known = {row["iso2"]: row for row in countries}
    of_country: dict[str, list[NamedPlace]] = {}
    for place, names in places:
        if place.country in known and place.type in ("country", "region", "city", "town"):
            of_country.setdefault(place.country, []).append((place, names))
    found = {}
    for iso2, inside in of_country.items():
        land = next((place for place, _ in inside if place.type == "country"), None)
        if land is not None:
            row = known[iso2]
            names = (row["name_ar"], *split(row["aliases"]))
            capital = next((p for p, named in inside if p.type in ("city", "town") and row["capital"] in named), None)
            found[iso2] = Homeland(land, capital, dict(_parts(names, directions, inside)))
    return found


def _parts(
    names: Sequence[str], directions: Sequence[str], inside: Sequence[NamedPlace]
) -> Iterator[tuple[str, PlaceRow]]:
    """The parts of a country that the files know, by their direction: شمال العراق."""
    for direction in directions:
        wanted = {f"{direction} {name}" for name in names}
        part = next((place for place, named in inside if place.type == "region" and wanted & set(named)), None)
        if part is not None:
            yield direction, part
