"""What Marsad knows of the world: the files under `data/` and those that a user adds."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.arabic.inflection import Tense, VerbForm, Voice, conjugate, noun_forms, unpack
from marsad.arabic.lemmas import is_word
from marsad.cache import cached, checksum
from marsad.errors import KnowledgeError
from marsad.knowledge import tables
from marsad.knowledge.entries import (
    Actor,
    Company,
    CountNoun,
    Country,
    Cue,
    Force,
    Homeland,
    Kind,
    LightVerb,
    LocalActor,
    Outlet,
    Person,
    PlaceCue,
    PlaceRow,
    Trigger,
    WeaponWord,
)
from marsad.knowledge.geo import kilometres
from marsad.knowledge.homelands import homelands
from marsad.knowledge.lexicon import Lexicon, stem
from marsad.knowledge.tables import Row, split

__all__ = ["Knowledge"]

#: The packages whose modules and tables make the lexicon.
_MADE_FROM = (Path(__file__).parent.parent / "arabic", Path(__file__).parent)


class Knowledge:
    """The knowledge files, read when first asked for. `folders` are a user's own, later ones win."""

    def __init__(self, folders: Sequence[Path | str] = ()) -> None:
        self.folders = tuple(Path(folder) for folder in folders)
        for folder in self.folders:
            if not folder.is_dir():
                raise KnowledgeError("no such folder", where=str(folder), mend="give the folder of your CSV files")
        self._rows: dict[str, list[Row]] = {}

    def __reduce__(self) -> tuple[type[Knowledge], tuple[tuple[Path, ...]]]:
        """Another process is sent the folders, and reads the files itself."""
        return Knowledge, (self.folders,)

    def rows(self, name: str) -> list[Row]:
        """All rows of a table, the package's and the user's."""
        if name not in self._rows:
            self._rows[name] = tables.rows(name, self.folders)
        return self._rows[name]

    @functools.cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kinds by name."""
        return {
            row["kind"]: Kind(row["kind"], row["group"], row["gloss_en"], row["gloss_ar"]) for row in self.rows("kinds")
        }

    @functools.cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors by id."""
        return {
            row["id"]: Actor(row["id"], row["type"], row["country"], row["name_ar"], row["name_en"], _nouns(row))
            for row in self.rows("actors")
        }

    @functools.cached_property
    def countries(self) -> dict[str, Country]:
        """The countries by id."""
        return {
            row["id"]: Country(
                row["id"],
                row["iso2"],
                row["name_ar"],
                row["actor_gov"],
                row["actor_army"],
                row["actor_hired"],
                dict(pair.split("=", 1) for pair in row["actor_police"].split("|") if pair),
            )
            for row in self.rows("countries")
        }

    @functools.cached_property
    def lexicon(self) -> Lexicon:
        """Every word of every file, ready to be looked up."""
        return cached("lexicon", self.version(), Lexicon, self._made_lexicon)

    @functools.cached_property
    def homelands(self) -> dict[str, Homeland]:
        """What "the country" and "the capital" mean in reports on each country, by its ISO code."""
        return cached("homelands", self.version(), dict, self._made_homelands)

    def _made_homelands(self) -> dict[str, Homeland]:
        directions = [row["lemma"] for row in self.rows("place_cues") if row["role"] in ("direction", "part")]
        places = [(_place_of(row), _names(row)) for row in sorted(self.rows("places"), key=_is_bulk)]
        return homelands(self.rows("countries"), directions, places)

    def version(self, *others: Path) -> str:
        """A checksum of all that the lexicon is made from: our modules and tables, the user's, and other modules."""
        return checksum((*_MADE_FROM, *self.folders, *others))

    def _made_lexicon(self) -> Lexicon:
        lexicon = Lexicon()
        add_nouns(lexicon, "force", _forces(self), loose=True)
        add_nouns(lexicon, "person", _persons(self), loose=True)
        add_nouns(lexicon, "count", _count_nouns(self), loose=True)
        add_nouns(lexicon, "weapon", _weapons(self), loose=True, people=False)
        add_nouns(lexicon, "place_cue", _place_cues(self), people=False)
        _add_triggers(lexicon, self.rows("triggers"))
        _add_cues(lexicon, self.rows("cues"))
        _add_light_verbs(lexicon, self.rows("light_verbs"))
        for row in self.rows("traps"):
            lexicon.add("trap", row["phrase"], row["phrase"], loose=True)
        _add_names(lexicon, self)
        _add_places(lexicon, self.rows("places"), _common(self), _introducing(self))
        return lexicon


def add_nouns(
    lexicon: Lexicon,
    sort: str,
    nouns: Iterator[tuple[Row, object]],
    *,
    loose: bool = False,
    people: bool = True,
) -> None:
    """Enter nouns with all their forms; a noun of several words is inflected in its first."""
    for row, payload in nouns:
        head, _, tail = row["lemma"].partition(" ")
        given = split(row.get("plurals", ""))
        phrases = [plural for plural in given if " " in plural]
        plurals = tuple(plural for plural in given if " " not in plural)
        feminine = row.get("feminine", "").partition(" ")[0]
        seen = set()
        # ة is written ت before a pronoun only: قتلت is no killers
        joined = {fold(word)[:-1] + "ت" for word in (head, feminine, *plurals) if word.endswith("ة")}
        construct = {fold(head) + ending for ending in ("ا", "ي")} if tail and not feminine else set()
        given_too = {fold(plural) for plural in plurals}
        sound = {form for form in given_too if form.endswith("ين") and form[:-2] + "ون" in given_too}
        for form, number in noun_forms(head, plurals=plurals, feminine=feminine, people=people):
            if form not in seen and form not in construct:
                seen.add(form)
                phrase = f"{form} {tail}" if tail else form
                told = "pl" if form in sound else number  # ناشطين, though there is نشطاء
                lexicon.add(sort, payload, phrase, form=told, loose=loose, joined=form in joined)
        for form, number in _before_pronouns(head, plurals) if not tail else ():
            lexicon.add(sort, payload, form, form=number, loose=loose, joined=True)
        if plurals and not tail and getattr(payload, "group", "") in _KIN:  # وطفليها, ونجليه
            lexicon.add(sort, payload, f"{fold(head)}ي", form="du", loose=loose, joined=True)
        for form in sorted(construct):  # ضابطا شرطة, ضابطي شرطة
            lexicon.add(sort, payload, f"{form} {tail}", form="du", loose=loose)
        if construct and _is_adjective(tail):  # هجوما صاروخيا
            lexicon.add(sort, payload, f"{fold(head)}ا {tail}ا", form="sg", loose=loose)
        for phrase in phrases:
            if fold(phrase).partition(" ")[0] not in construct:
                lexicon.add(sort, payload, phrase, form="pl", loose=loose)


def _before_pronouns(head: str, plurals: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Nouns in ـاء as they are written before a pronoun, by their case: لقائه، لقاؤه، أبنائها."""
    for word, number in ((head, "sg"), *((plural, "pl") for plural in plurals)):
        if word.endswith("اء"):
            yield from ((fold(word)[:-1] + seat, number) for seat in ("ي", "و"))


#: Groups of people who are told of by those whom they belong to.
_KIN: Final = frozenset(("child", "family"))


def _is_adjective(tail: str) -> bool:
    """Whether what follows a noun is one word that agrees with it in the accusative: صاروخي, but not المدينة, نارية."""
    return tail.endswith("ي") and " " not in tail and not tail.startswith("ال")


def _forces(knowledge: Knowledge) -> Iterator[tuple[Row, Force]]:
    for row in knowledge.rows("forces"):
        yield row, Force(row["lemma"], row["suffix"], row["class"], row["alone"], bool(row["hired"]))


def _persons(knowledge: Knowledge) -> Iterator[tuple[Row, Person]]:
    for row in knowledge.rows("persons"):
        single = bool(row["plurals"] or row["feminine"]) or row["lemma"].endswith("ي") or row["class"] == "soldier"
        single = single and row["lemma"] not in ("أهالي", "أسرى", "قتلى", "جرحى", "مرضى")
        yield row, Person(row["lemma"], row["class"], row["id"], single)


def _count_nouns(knowledge: Knowledge) -> Iterator[tuple[Row, CountNoun]]:
    for row in knowledge.rows("count_nouns"):
        yield row, CountNoun(row["counts"])  # type: ignore[arg-type]


def _weapons(knowledge: Knowledge) -> Iterator[tuple[Row, WeaponWord]]:
    for row in knowledge.rows("weapons"):
        yield row, WeaponWord(row["weapon"], row["kind"])


def _place_cues(knowledge: Knowledge) -> Iterator[tuple[Row, PlaceCue]]:
    for row in knowledge.rows("place_cues"):
        degrees = re.search(r"\d+(\.\d+)?", row["note"]) if row["role"] == "direction" else None
        radius = float(row["radius_km"] or 0)
        bearing = float(degrees.group()) if degrees else None
        known_only = _KNOWN_ONLY in row["note"]
        yield row, PlaceCue(row["lemma"], row["type"], row["role"], radius, bearing, known_only)


#: What the note of a cue says that introduces only names that the files know.
_KNOWN_ONLY = "قبل اسم مكان معروف"


def _add_verb(lexicon: Lexicon, sort_payload: object, row: Row) -> None:
    _, _, tail = row["lemma"].partition(" ")
    entered = set()
    for form in verb_forms(row["root"], row["pattern"], reduced="reduced" in row["note"].split()):
        spellings = [form.form]
        if form.form.endswith("وا"):  # قصفوا loses its alef before a pronoun: قصفوها
            spellings.append(form.form[:-1])
        if form.form.endswith("ي") and form.person == "3ms":  # رمى becomes رما before one
            spellings.append(form.form[:-1] + "ا")
        for spelling in spellings:
            # unvocalised, active and passive and several persons are spelt alike: the first (active) stands for all
            if (spelling, form.tense) in entered:
                continue
            entered.add((spelling, form.tense))
            joined, inflection = spelling != form.form, _inflection(form.tense, form.voice, form.person)
            if tail:
                lexicon.add("verb", sort_payload, f"{spelling} {tail}", form=inflection, joined=joined)
            else:
                lexicon.add_folded("verb", sort_payload, spelling, inflection, joined=joined)


@functools.cache
def _inflection(tense: Tense, voice: Voice, person: str) -> VerbForm:
    """How a verb is inflected, one object for all verbs: a match knows by its words how it is spelt."""
    return VerbForm("", tense, voice, person)


@functools.cache
def _kept_forms() -> dict[tuple[str, str, bool], str]:
    file = resources.files("marsad.knowledge") / "data" / "verb_forms.csv"
    rows = csv.DictReader(tables.opened(file))
    return {(row["root"], row["pattern"], bool(row["reduced"])): row["forms"] for row in rows}


def verb_forms(root: str, pattern: str, *, reduced: bool) -> Iterator[VerbForm]:
    """The forms of a verb: kept ones where the package knows the verb, else made now."""
    cell = _kept_forms().get((root, pattern, reduced))
    yield from unpack(cell) if cell is not None else conjugate(root, pattern, reduced=reduced)


#: Words of closed classes that the stems of others are spelt like: آلية and إلى, كمائن and كما, قبلي and قبل.
_CLOSED: Final = frozenset(("الي", "علي", "كما", "قبل", "اثر", "بعد", "عن", "من", "في", "لدي", "نحو", "ضد"))


def _company(cell: str) -> Company:
    """The words of a cell; `@person` and the like stand for all words of a sort and are kept as they are."""
    written = split(cell)
    words = [fold(word) for word in written if not word.startswith("@")]
    single = {form for word in words if " " not in word for form in (word, stem(word)) if form not in _CLOSED}
    single.update(word for word in words if word in _CLOSED)
    single.update(word for word in written if word.startswith("@"))
    return Company(frozenset(single), tuple(word for word in words if " " in word))


def _add_triggers(lexicon: Lexicon, found: list[Row]) -> None:
    for row in found:
        trigger = Trigger(
            row["kind"], row["pos"], row["lemma"], row["frame"], tuple(map(fold, split(row["target_prep"]))),
            row["counts"] or None, row["strength"], _company(row["with"]),  # type: ignore[arg-type]
            _company(row["without"]),
        )  # fmt: skip
        if row["pos"] == "verb":
            _add_verb(lexicon, trigger, row)
        else:
            add_nouns(lexicon, "trigger", iter([(row, trigger)]), loose=True, people=False)


def _add_cues(lexicon: Lexicon, found: list[Row]) -> None:
    for row in found:
        cue = Cue(row["cue"], row["value"], row["lemma"])
        if row["pos"] == "verb":
            _add_verb(lexicon, cue, row)
        elif row["pos"] == "noun":
            feminine = row["lemma"] + "ة" if row["cue"] == "source_quality" else ""
            add_nouns(lexicon, "cue", iter([(row | {"feminine": feminine}, cue)]), loose=True)
        else:
            lexicon.add("cue", cue, row["lemma"], form="phrase")


def _add_light_verbs(lexicon: Lexicon, found: list[Row]) -> None:
    for row in found:
        if row["root"]:
            aspect, kinds = row["aspect"] or None, frozenset(split(row["kinds"]))
            light = LightVerb(row["lemma"], row["frame"], aspect, fold(row["prep"]), kinds)  # type: ignore[arg-type]
            _add_verb(lexicon, light, row)


def _nouns(row: Row) -> frozenset[str]:
    """The nouns that the names of several words of an actor begin with, without ال."""
    heads = {fold(name).split()[0] for name in _names(row) if " " in name}
    return frozenset(head[2:] if head.startswith("ال") else head for head in heads)


#: The part of an actor's note that holds names by country: `in YE,SA: التحالف|قوات التحالف; ...`.
_LOCAL_NAMES = re.compile(r"\bin ([A-Z]{2}(?:,[A-Z]{2})*): ([^;]+)")


def _add_names(lexicon: Lexicon, knowledge: Knowledge) -> None:
    for row in knowledge.rows("actors"):
        actor = knowledge.actors[row["id"]]
        for name in _names(row):
            lexicon.add("actor", actor, name, al=True)
        for where, names in _LOCAL_NAMES.findall(row["note"]):
            local = LocalActor(actor, frozenset(where.split(",")))
            for name in split(names):
                lexicon.add("local_actor", local, name, al=True)
    for row in knowledge.rows("countries"):
        country = knowledge.countries[row["id"]]
        for name in _names(row):
            lexicon.add("country", country, name, al=True)
        for adjective in split(row["adjectives"]):
            lexicon.add("adjective", country, adjective)
        for name in split(row["metonyms"]):
            lexicon.add("metonym", country, name, al=True)
    for row in knowledge.rows("outlets"):
        outlet = Outlet(row["id"], row["name_ar"], row["kind"])
        for name in _names(row):
            lexicon.add("outlet", outlet, name, al=True)


def _names(row: Row) -> list[str]:
    """The Arabic names of a row, each once, in one order in every run."""
    return list(dict.fromkeys(filter(None, (row["name_ar"], *split(row["aliases"])))))


def _common(knowledge: Knowledge) -> frozenset[str]:
    """Words that mean something else so often that they are no place without a cue."""
    found = {fold(row["word"]) for row in knowledge.rows("common_words")}
    for table in (
        "cues",
        "triggers",
        "persons",
        "forces",
        "weapons",
        "count_nouns",
        "place_cues",
        "light_verbs",
    ):
        for row in knowledge.rows(table):
            if row.get("pos") == "verb":
                found.add(fold(row["lemma"]))  # no verb has a dual: طهر is not طهران
            elif " " not in row["lemma"]:
                found.update(form for form, _ in noun_forms(row["lemma"], plurals=tuple(split(row.get("plurals", "")))))
    return frozenset(found | {"ال" + word for word in found})


def _introducing(knowledge: Knowledge) -> frozenset[str]:
    """The nouns that tell what sort of place a name is of: مدينة، حقل; every town has a square of the same name."""
    heads = (row for row in knowledge.rows("place_cues") if row["role"] == "head")
    return frozenset(fold(row["lemma"]) for row in heads if row["type"] not in ("site", "road", "junction", "country"))


def _add_places(lexicon: Lexicon, found: list[Row], common: frozenset[str], introducing: frozenset[str]) -> None:
    held = _Held()
    others: list[tuple[str, PlaceRow]] = []
    introduced: list[tuple[str, PlaceRow]] = []
    for row in sorted(found, key=_is_bulk):  # reviewed rows first: a public table only adds what they lack
        wide = row["type"] in _WELL_KNOWN
        place = _place_of(row)
        hidden, shown = replace(place, needs_cue=True), replace(place, needs_cue=False)
        for name in _names(row):
            folded = fold(name)
            if held.has(folded, place):
                continue
            first, _, more = folded.partition(" ")
            if more and first in introducing:  # مدينة الباب brings its cue along
                entered = shown
                introduced.append((folded, place))
            elif not wide and (folded in common or (place.bulk and _is_doubtful(folded, place, held))):
                entered = hidden
            else:
                entered = place
            lexicon.add("place", entered, name, al=True)
            if place.type in _SMALL:
                others += [
                    (other, entered if joins else replace(hidden, bulk=True)) for other, joins in _respelt(folded)
                ]
    for other, entered in others:
        if other not in held:
            lexicon.add("place", entered, other, al=True)
    for name, place in introduced:  # حي الخالدية of one city brings in those of the others
        for namesake in held.namesakes(name.partition(" ")[2], place):
            lexicon.add("place", replace(namesake, needs_cue=False), name, al=True)


def _place_of(row: Row) -> PlaceRow:
    return PlaceRow(
        row["id"], row["name_ar"], float(row["lat"]), float(row["lon"]), row["type"], row["admin1"],
        row["country"], float(row["radius_km"]), row["flags"] == "cue", _is_bulk(row),
    )  # fmt: skip


def _respelt(folded: str) -> Iterator[tuple[str, bool]]:
    """Other spellings of the folded name of a small place, and whether it is only joined or parted (كفرنبل)."""
    head, _, rest = folded.partition(" ")
    if rest:
        if head in _JOINED and " " not in rest:
            yield head + rest, True
        return
    for head in _JOINED:
        if folded.startswith(head) and len(folded) > len(head) + 2:
            yield f"{head} {folded[len(head) :]}", True
    if folded.startswith("ال") and len(folded) > 5:
        yield folded[2:], False
    elif len(folded) > 3:
        yield "ال" + folded, False
    if len(folded) > 3 and folded[-1] in "اه":
        yield folded[:-1] + ("ه" if folded[-1] == "ا" else "ا"), False


#: First words of names that are written together with the second or apart.
_JOINED = ("كفر", "تل", "دير", "بيت", "عين", "معره", "خربه", "جب", "راس")


def _is_doubtful(name: str, place: PlaceRow, held: _Held) -> bool:
    """Whether a name of a public table is an ordinary word, or one that is doubtful where it was reviewed."""
    if held.is_doubtful(name):
        return True
    return place.type in _SMALL and (is_word(name) or (name[-1] == "ه" and is_word(name[:-1])))


def _is_bulk(row: Row) -> bool:
    return row["source"] in _BULK


class _Held:
    """The names of places that were entered, to tell when a public table names one of them again."""

    def __init__(self) -> None:
        self._held: dict[str, list[PlaceRow]] = {}

    def is_doubtful(self, name: str) -> bool:
        """Whether a reviewed place of the name counts only behind a cue."""
        return any(place.needs_cue and not place.bulk for place in self._held[name])

    def __contains__(self, name: str) -> bool:
        return name in self._held

    def namesakes(self, name: str, place: PlaceRow) -> list[PlaceRow]:
        """The other reviewed places of its sort that have a name."""
        rows = self._held.get(name, ())
        return [row for row in rows if row.type == place.type and row.id != place.id and not row.bulk]

    def has(self, name: str, place: PlaceRow) -> bool:
        """Whether the place was entered under the name; if not it is now."""
        held = self._held.setdefault(name, [])
        again = place.bulk and any(_is_same(place, other) for other in held)
        if not again:
            held.append(place)
        return again


def _is_same(one: PlaceRow, other: PlaceRow) -> bool:
    if one.type in _DIVISIONS or other.type in _DIVISIONS:
        return one.type == other.type and one.country == other.country
    return kilometres(one.lat, one.lon, other.lat, other.lon) <= _SAME_PLACE_KM


#: Public tables: they list every hamlet, and under names that are ordinary words.
_BULK = frozenset(("geonames", "cod"))

#: Types of places that are named by ordinary words where nobody has reviewed their names.
_SMALL = frozenset(("village", "town", "quarter"))

#: Types of places that are told apart by what they are, not by where their points lie.
_DIVISIONS = frozenset(("country", "region", "admin1"))

#: Two places of one name are the same where their points lie no further apart.
_SAME_PLACE_KM = 12.0

#: Types whose names are places whatever else the word may mean.
_WELL_KNOWN = frozenset(("country", "region"))
