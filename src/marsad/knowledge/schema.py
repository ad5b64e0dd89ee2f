"""The tables of the knowledge folder. `docs` and `marsad knowledge check` agree, because both read this."""

from __future__ import annotations

from marsad.knowledge.tables import Column, Table
from marsad.model import ASPECTS, COUNT_NAMES, Confidence

_ARABIC = r"[^A-Za-z]+"
_CONFIDENT = (*Confidence.__struct_fields__,)
_COUNTS = (*COUNT_NAMES,)
_PLACE_TYPES = (
    "country", "region", "admin1", "admin2", "city", "town", "village", "quarter", "camp", "field", "base",
    "crossing", "dam", "airport", "port", "road", "mountain", "valley", "river", "island", "prison",
    "junction", "front", "site",
)  # fmt: skip


def _text(name: str) -> Column:
    return Column(name)


def _needed(name: str, *choices: str) -> Column:
    return Column(name, required=True, choices=choices)


def _choice(name: str, *choices: str) -> Column:
    return Column(name, choices=choices)


# fmt: off
_ALL = (
    Table(
        "kinds",
        "the kinds of events, with their glosses and their place in other schemes",
        (
            _needed("kind"), _needed("group"), _needed("gloss_en"), _needed("gloss_ar"),
            _text("acled_event_type"),
            _text("acled_sub_event_type"), _text("plover"),
        ),
        ("kind",),
    ),
    Table(
        "triggers",
        "words that report an event of a kind",
        (
            _needed("kind"), _needed("pos", "verb", "noun", "phrase"), Column("lemma", True, pattern=_ARABIC),
            _text("root"), _text("pattern"), _text("plurals"), _text("with"), _text("without"),
            _needed("frame", "does", "acts", "suffers", "mutual", "strikes", "by", "of", "none"),
            _text("target_prep"), _choice("counts", *_COUNTS),
            _needed("strength", "strong", "generic", "harm", "weak"), _text("note"),
        ),
    ),
    Table(
        "light_verbs",
        "verbs that say little but whose noun says what happened (launched a raid)",
        (
            Column("lemma", True, pattern=_ARABIC), _text("root"), _text("pattern"),
            _needed("frame", "does", "suffers", "scene", "occurs"), _choice("aspect", *ASPECTS),
            _text("prep"), _text("kinds"), _text("note"),
        ),
        ("lemma", "frame"),
    ),
    Table(
        "weapons",
        "weapons and means, and the kind that an unspecified strike with them is",
        (
            Column("lemma", True, pattern=_ARABIC), _text("plurals"), _text("kind"), _needed("weapon"),
            _text("note"),
        ),
        ("lemma",),
    ),
    Table(
        "count_nouns",
        "nouns that say what a number counts",
        (
            Column("lemma", True, pattern=_ARABIC), _text("feminine"), _text("plurals"),
            _needed("counts", *_COUNTS),
            _text("note"),
        ),
        ("lemma",),
    ),
    Table(
        "traps",
        "runs of words in which no trigger counts",
        (Column("phrase", True), _text("note")),
        ("phrase",),
    ),
    Table(
        "cues",
        "words by which a report tells voices, negation, certainty and the joints of a sentence",
        (
            _needed("cue"), _needed("pos", "verb", "noun", "phrase"), Column("lemma", True, pattern=_ARABIC),
            _text("root"), _text("pattern"), _text("plurals"), _text("value"), _text("note"),
        ),
        ("cue", "pos", "lemma", "pattern"),
    ),
    Table(
        "actors",
        "actors with their hierarchy and all their names",
        (
            Column("id", True, pattern=r"[A-Z][A-Z0-9_]*(\.[A-Z0-9_]+)*"), _text("parent"),
            _needed(
                "type", "state", "government", "military", "police", "armed_group", "political",
                "international", "alliance",
                "monitor", "tribal", "civil", "religious", "media_body",
            ),
            Column("country", pattern="[A-Z]{2}"), _needed("name_ar"), _text("name_en"), _text("aliases"),
            _text("note"),
        ),
        ("id",),
    ),
    Table(
        "countries",
        "countries, their adjectives, their capitals, and the names that stand for their governments",
        (
            Column("id", True, pattern="[A-Z]{3}"), Column("iso2", True, pattern="[A-Z]{2}"),
            _needed("name_ar"),
            _needed("name_en"), _text("aliases"), _text("adjectives"), _text("capital"), _text("metonyms"),
            _text("actor_gov"), _text("actor_army"), _text("actor_hired"), _text("actor_police"),
        ),
        ("id",),
    ),
    Table(
        "forces",
        "nouns that make a party together with a nationality, a country or an actor",
        (
            Column("lemma", True, pattern=_ARABIC), _text("plurals"), _choice("suffix", "MIL", "GOV"),
            _needed(
                "class", "force", "unit", "aircraft", "drone", "artillery", "ship", "government", "police",
                "position", "organisation", "person_of",
            ),
            _text("alone"), _choice("hired", "yes"), _text("note"),
        ),
        ("lemma",),
    ),
    Table(
        "persons",
        "nouns for people in the news",
        (
            Column("lemma", True, pattern=_ARABIC), _text("feminine"), _text("plurals"), _needed("class"),
            _text("id"), _text("note"),
        ),
        ("lemma",),
    ),
    Table(
        "places",
        "named places",
        (
            _needed("id"), Column("name_ar", True), _text("name_en"), Column("lat", True, number=(-90, 90)),
            Column("lon", True, number=(-180, 180)), _needed("type", *_PLACE_TYPES), _text("admin1"),
            Column("country", pattern="[A-Z]{2}"), Column("radius_km", True, number=(0, 5000)),
            _text("aliases"),
            _choice("flags", "cue"), _text("source"),
        ),
        ("id",),
    ),
    Table(
        "place_cues",
        "words that introduce or qualify the name of a place",
        (
            Column("lemma", True, pattern=_ARABIC), _text("plurals"), _text("type"),
            _needed("role", "head", "part", "area", "direction", "border"), _text("radius_km"), _text("note"),
        ),
    ),
    Table(
        "outlets",
        "outlets and agencies",
        (
            _needed("id"), _needed("name_ar"), _text("name_en"), _text("aliases"), _text("domains"),
            _needed("kind", "agency", "media", "state_media", "monitor", "official", "armed_group"),
            _text("country"),
            _text("note"),
        ),
        ("id",),
    ),
    Table(
        "furniture",
        "lines of a page that are not part of a report",
        (
            _needed("pattern"), _needed("match", "line", "prefix", "contains", "block_start", "block_end"),
            _needed("reason"), _text("note"),
        ),
        ("pattern", "match"),
    ),
    Table(
        "confidence",
        "what each sign of a claim weighs, in logits, for the claim and its fields (scripts/fit_confidence.py)",
        (
            _needed("field", *_CONFIDENT), _needed("sign"), Column("weight", True, number=(-9, 9)),
        ),
        ("field", "sign"),
    ),
    Table("common_words", "words that are no place name without a cue", (Column("word", True),), ("word",)),
)
# fmt: on

#: Every table by its name.
TABLES: dict[str, Table] = {table.name: table for table in _ALL}
