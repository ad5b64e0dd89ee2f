"""The package's own knowledge files: they fit their schema, agree with one another, and are broad enough."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from pathlib import Path

import build_forms
import pytest

from marsad.arabic.folding import fold
from marsad.arabic.inflection import conjugate
from marsad.knowledge import Knowledge, tables, verb_forms
from marsad.knowledge.schema import TABLES
from marsad.knowledge.tables import Row, split
from marsad.model import COUNT_NAMES, SOURCE_KINDS

#: Tables with verbs, and of how many verbs one is conjugated anew here; `build_forms --check` does all.
VERBS = ("triggers", "light_verbs", "cues")
ONE_OF = 25

#: Harakat, direction marks, and a tatweel that carries no figure or Latin name (الـ55).
MARKS = re.compile(r"[\u064b-\u0650\u0652\u200e\u200f\u202a-\u202e]|\u0640(?! ?[\dA-Z])")

#: South, north, west, east in degrees, territorial waters and islands included.
BOXES = {
    "AE": (22.5, 26.2, 51.0, 56.6),
    "BH": (25.5, 26.5, 50.2, 51.0),
    "DJ": (10.8, 12.8, 41.6, 43.6),
    "DZ": (18.9, 37.4, -8.8, 12.1),
    "EG": (21.9, 31.9, 24.6, 37.0),
    "IL": (29.4, 33.4, 34.1, 35.95),
    "IQ": (29.0, 37.5, 38.7, 49.0),
    "IR": (24.8, 39.9, 44.0, 63.4),
    "JO": (29.1, 33.5, 34.8, 39.4),
    "KW": (28.4, 30.2, 46.5, 49.1),
    "LB": (33.0, 34.8, 35.0, 36.7),
    "LY": (19.4, 33.3, 9.2, 25.3),
    "MA": (20.7, 36.0, -17.2, -0.9),
    "ML": (10.1, 25.1, -12.3, 4.3),
    "MR": (14.7, 27.4, -17.2, -4.8),
    "NE": (11.6, 23.6, 0.1, 16.1),
    "OM": (16.5, 26.5, 51.9, 60.0),
    "PS": (31.1, 32.6, 34.1, 35.7),
    "QA": (24.4, 26.3, 50.6, 51.8),
    "SA": (16.2, 32.3, 34.4, 55.8),
    "SD": (8.6, 22.3, 21.8, 38.8),
    "SO": (-1.8, 12.1, 40.9, 51.5),
    "SS": (3.4, 12.3, 23.9, 36.0),
    "SY": (32.2, 37.4, 35.5, 42.5),
    "TD": (7.4, 23.5, 13.4, 24.1),
    "TN": (30.1, 37.6, 7.4, 11.7),
    "TR": (35.7, 42.2, 25.6, 44.9),
    "YE": (12.0, 19.1, 41.8, 54.6),
    "AF": (29.3, 38.6, 60.4, 75.0),
    "BF": (9.3, 15.2, -5.6, 2.5),
    "ER": (12.3, 18.1, 36.4, 43.2),
    "ET": (3.3, 15.0, 32.9, 48.1),
    "KE": (-4.8, 5.1, 33.8, 42.0),
    "NG": (4.0, 14.0, 2.6, 14.8),
    "PK": (23.6, 37.2, 60.8, 77.9),
    "UA": (44.0, 52.5, 22.0, 40.3),
}


def ids(knowledge: Knowledge, table: str, column: str = "id") -> set[str]:
    return {row[column] for row in knowledge.rows(table)}


def twice(rows: list[Row], *columns: str) -> list[tuple[str, ...]]:
    found = Counter(tuple(row[column] for column in columns) for row in rows)
    return [key for key, count in found.items() if count > 1]


def test_every_file_fits_its_schema(root: Path) -> None:
    assert [str(fault) for fault in tables.check(root / "src/marsad/knowledge/data")] == []


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.key])
def test_keys_are_unique_over_all_files_of_a_table(knowledge: Knowledge, name: str) -> None:
    assert twice(knowledge.rows(name), *TABLES[name].key) == []


def test_no_trigger_is_listed_twice(knowledge: Knowledge) -> None:
    columns = ("kind", "pos", "lemma", "root", "pattern", "with", "without")
    assert twice(knowledge.rows("triggers"), *columns) == []


@pytest.mark.parametrize("name", sorted(TABLES))
def test_cells_hold_no_marks_and_no_stray_blanks(knowledge: Knowledge, name: str) -> None:
    letters = {
        "plurals",
        "aliases",
        "with",
        "without",
        "adjectives",
        "metonyms",
        "lemma",
        "name_ar",
        "phrase",
    }
    for row in knowledge.rows(name):
        for column in letters & row.keys():
            for value in row[column].split("|"):
                assert value == " ".join(value.split()), (name, row)
                assert not MARKS.search(value), (name, row)


@pytest.mark.parametrize("name", ["triggers", "weapons", "count_nouns", "light_verbs", "persons", "forces", "traps"])
def test_no_value_of_a_list_is_empty(knowledge: Knowledge, name: str) -> None:
    for row in knowledge.rows(name):
        for column in {"plurals", "with", "without", "target_prep"} & row.keys():
            assert not row[column] or all(value.strip() for value in row[column].split("|")), row


def test_kinds_and_their_words(knowledge: Knowledge) -> None:
    kinds = set(knowledge.kinds)
    used = Counter(row["kind"] for row in knowledge.rows("triggers"))
    assert len(kinds) == 32
    assert set(used) == kinds, "every trigger has a kind and every kind a trigger"
    assert min(used.values()) >= 20, used.most_common()[-3:]
    assert {row["kind"] for row in knowledge.rows("weapons")} - {""} <= kinds
    for kind in kinds:
        forms = {row["pos"] for row in knowledge.rows("triggers") if row["kind"] == kind}
        assert {"verb", "noun"} <= forms or {"verb", "phrase"} <= forms, kind


def test_the_kinds_are_those_of_the_gold(knowledge: Knowledge, shared: Path) -> None:
    lines = (shared / "gold" / "kinds.csv").read_text(encoding="utf-8").splitlines()
    assert {line.partition(",")[0] for line in lines[1:]} == set(knowledge.kinds)


def test_actors_have_their_parents(knowledge: Knowledge) -> None:
    known = ids(knowledge, "actors")
    assert len(known) >= 250
    for row in knowledge.rows("actors"):
        assert not row["parent"] or row["parent"] in known, row["id"]
        head = row["id"].rpartition(".")[0]
        assert not head or head in known, f"{row['id']}: no {head}"
        assert not row["parent"] or not head or row["parent"] == head, row["id"]


def test_other_tables_name_actors_that_exist(knowledge: Knowledge) -> None:
    known = ids(knowledge, "actors")
    assert {row["actor_gov"] for row in knowledge.rows("countries")} - {""} <= known
    assert ids(knowledge, "countries") <= known
    assert {row["id"] for row in knowledge.rows("persons")} - {""} <= known
    assert {"CIVILIANS", "UNKNOWN", "ISIS", "COALITION", "SYR.GOV", "SYR.SDF", "USA", "RUS", "TUR"} <= known


@pytest.mark.parametrize(
    "table",
    [
        "actors",
        "outlets",
        "places",
    ],
)
def test_countries_of_other_tables_exist(knowledge: Knowledge, table: str) -> None:
    known = ids(knowledge, "countries", "iso2")
    assert {row["country"] for row in knowledge.rows(table)} - {""} - known == set()


def test_every_capital_is_a_city_of_its_country(knowledge: Knowledge) -> None:
    wanted = {row["iso2"] for row in knowledge.rows("countries") if row["capital"]}
    assert wanted == {iso2 for iso2, land in knowledge.homelands.items() if land.capital}


def test_no_country_is_listed_twice(knowledge: Knowledge) -> None:
    assert twice(knowledge.rows("countries"), "iso2") == []


def test_no_name_means_two_actors(knowledge: Knowledge) -> None:
    """Names that mean one actor here and another there stand in the notes, not in the aliases."""
    owners: dict[str, set[str]] = {}
    for row in knowledge.rows("actors"):
        for name in {row["name_ar"], *split(row["aliases"])}:
            owners.setdefault(fold(name), set()).add(row["id"])
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_outlets(knowledge: Knowledge) -> None:
    rows = knowledge.rows("outlets")
    assert len(rows) >= 120
    assert len({row["kind"] for row in rows}) >= 4
    domains = [domain for row in rows for domain in split(row["domains"])]
    assert len(domains) == len(set(domains))
    assert all("/" not in domain and domain == domain.lower() and "." in domain for domain in domains)


def test_what_cues_and_nouns_say_is_known(knowledge: Knowledge) -> None:
    assert {row["counts"] for row in knowledge.rows("count_nouns")} <= set(COUNT_NAMES)
    voices = {row["value"] for row in knowledge.rows("cues") if row["cue"] == "source"}
    assert voices <= {*SOURCE_KINDS, "own"}


def test_the_number_of_places(knowledge: Knowledge) -> None:
    rows = knowledge.rows("places")
    assert sum(row["source"] == "curated" for row in rows) >= 1000
    assert len({row["country"] for row in rows if row["source"] == "geonames"}) == 28
    assert {row["country"] for row in rows if row["source"] == "geonames"} <= BOXES.keys()


@pytest.mark.parametrize("country", sorted(BOXES))
def test_places_lie_in_their_country(knowledge: Knowledge, country: str) -> None:
    south, north, west, east = BOXES[country]
    outside = [
        (row["id"], row["name_ar"], row["lat"], row["lon"])
        for row in knowledge.rows("places")
        if row["country"] == country and not (south <= float(row["lat"]) <= north and west <= float(row["lon"]) <= east)
    ]
    assert outside == []


def test_radii_fit_the_size_of_places(knowledge: Knowledge) -> None:
    radii: dict[str, list[float]] = {}
    for row in knowledge.rows("places"):
        radii.setdefault(row["type"], []).append(float(row["radius_km"]))
    assert min(min(found) for found in radii.values()) > 0
    assert max(max(radii[name]) for name in ("village", "quarter", "town", "camp", "base", "crossing")) <= 60
    middle = {name: statistics.median(found) for name, found in radii.items()}
    assert (
        middle["quarter"]
        <= middle["village"]
        <= middle["town"]
        <= middle["city"]
        < middle["admin1"]
        < middle["country"]
    )


def verbs(knowledge: Knowledge) -> list[Row]:
    return [row for table in VERBS for row in knowledge.rows(table) if row["root"]]


def test_every_verb_has_a_root_and_a_pattern(knowledge: Knowledge) -> None:
    for table in VERBS:
        for row in knowledge.rows(table):
            if row.get("pos", "verb") == "verb" and " " not in row["lemma"]:
                assert bool(row["root"]) == bool(row["pattern"]), row
                assert row["root"] or table == "light_verbs", row


def test_the_lemma_of_every_verb_is_among_its_forms(knowledge: Knowledge) -> None:
    for row in verbs(knowledge):
        forms = {
            form.form for form in verb_forms(row["root"], row["pattern"], reduced="reduced" in row["note"].split())
        }
        assert fold(row["lemma"].partition(" ")[0]) in forms, row


def test_kept_forms_are_those_that_are_made(knowledge: Knowledge) -> None:
    distinct = sorted({(row["root"], row["pattern"], "reduced" in row["note"].split()) for row in verbs(knowledge)})
    assert len(distinct) > 500
    for root, pattern, reduced in distinct[::ONE_OF]:
        assert tuple(verb_forms(root, pattern, reduced=reduced)) == conjugate(root, pattern, reduced=reduced)


def test_the_file_of_forms_is_up_to_date() -> None:
    assert build_forms.TARGET.read_text(encoding="utf-8") == build_forms.build()


def test_words_of_the_guidelines_are_known(knowledge: Knowledge) -> None:
    """Words that the annotation guidelines decide on by name."""
    kinds: dict[str, set[str]] = {}
    for row in knowledge.rows("triggers"):
        kinds.setdefault(row["lemma"], set()).add(row["kind"])
    assert "raid" in kinds["إنزال جوي"]
    assert "air_strike" in {row["kind"] for row in knowledge.rows("weapons") if row["lemma"].startswith("برميل")}
    assert "attack" in kinds["اغتال"]
    assert "displacement" in kinds["نزح"]


def test_whose_the_police_is_in_parts_of_a_country() -> None:
    knowledge = Knowledge()
    areas = {row["admin1"] for row in knowledge.rows("places")}
    for country in knowledge.countries.values():
        assert set(country.police) <= areas
        assert set(country.police.values()) <= set(knowledge.actors)
