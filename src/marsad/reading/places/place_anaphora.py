"""Stage 4, in between: the place that a noun takes up, as the town, the capital or the east of the country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from marsad.knowledge.entries import Homeland
from marsad.knowledge.lexicon import Match
from marsad.reading.copies import replace
from marsad.reading.places.place_cues import heads_of, prep_of
from marsad.reading.places.place_mentions import RANK, PlaceMention
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: How many names of places a report is taken to have in mind.
_REMEMBERED: Final = 60


@dataclass(slots=True)
class Named:
    """The places that a report has named so far, by their types: how often each, and which of all last.

    `lands` tells what "the country" and "the capital" mean by country, `country` which one a sentence is about.
    """

    lands: Mapping[str, Homeland]
    country: str | None
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    latest: dict[tuple[str, str], PlaceMention] = field(default_factory=dict)
    last: tuple[str, str] = ("", "")
    here: set[tuple[str, str]] = field(default_factory=set)

    def add_all(self, mentions: Sequence[PlaceMention]) -> None:
        """Note the mentions of a sentence in which no noun takes up a place."""
        self.here.clear()
        for mention in mentions:
            self.add(mention)

    def add(self, mention: PlaceMention) -> None:
        """Note a mention; one that is told by its direction from a place names no such place."""
        if not mention.modifier:
            self._note((mention.type, mention.name), mention)
            if mention.cue not in ("", "site", mention.type):  # معسكر أ، a town: the camp is there
                self._note((mention.cue, mention.name), mention)
            if len(self.latest) > _REMEMBERED:
                oldest = next(iter(self.latest))
                del self.latest[oldest], self.counts[oldest]

    def _note(self, key: tuple[str, str], mention: PlaceMention) -> None:
        self.last = key
        self.counts[key] += 1
        self.latest.pop(key, None)  # the order is that of the last mentions
        self.latest[key] = mention
        self.here.add(key)

    def meant_by(self, types: tuple[str, ...]) -> PlaceMention | None:
        """What a definite noun takes up: a place of its sentence, else the one named most often, or last.

        "The town" is a city only where no town is named.
        """
        keys = [key for key in self.counts if key[0] in types and (key[0] != "city" or types[0] == "city")]
        if types == ("admin1",):  # وفي أ ... في المحافظة
            keys += [key for key in self.here if key[0] == "city" and self._is_seat(key)]
        keys = keys or [key for key in self.counts if key[0] in types]
        if not keys:
            return None
        order = {key: at for at, key in enumerate(self.latest)}

        def weight(key: tuple[str, str]) -> tuple[bool, bool, int, int]:
            here = key in self.here
            return here, here and not self.latest[key].near, self.counts[key] + (key == self.last), order[key]

        return self.latest[max(keys, key=weight)]

    def told_before(self, at: int) -> str | None:
        """The country that the sentence has named as where it is: في مالي ... في وسط البلاد."""
        lands = (self.latest[key] for key in self.here if key[0] == "country")
        found = [each for each in lands if each.first < at and each.prep in ("في", "ب") and each.rows]
        return found[0].rows[0].country if len(found) == 1 else None

    def called(self, noun: str) -> PlaceMention | None:
        """The region named last that is called so: القطاع is قطاع غزة."""
        found = (one for (_, name), one in reversed(self.latest.items()) if name.startswith(f"{noun} "))
        return next(found, None)

    def _is_seat(self, key: tuple[str, str]) -> bool:
        """Whether a city has the name of its governorate."""
        return any(row.admin1 == row.name for row in self.latest[key].rows)


def may_take_up(scan: Scan) -> bool:
    """Whether any noun of a sentence may take up a place."""
    return any(_may_be_taken_up(noun) or _is_of_nation(scan, noun) for noun in scan.of("place_cue"))


def _may_be_taken_up(noun: Match) -> bool:
    """Whether a noun is of the form of one that takes up a place: الحي."""
    return noun.clitics.definite and noun.form == "sg" and noun.payload.role == "head"


def take_up(scan: Scan, mentions: list[PlaceMention], named: Named) -> list[PlaceMention]:
    """The mentions of a sentence with those that a definite noun takes up (في المدينة); `named` is kept up to date."""
    nouns = [m for m in scan.of("place_cue") if _is_taken_up(scan, m, mentions)]
    abroad = list(_of_nations(scan, mentions, named))
    if not nouns:
        named.add_all(mentions)
        return sorted([*mentions, *abroad], key=lambda mention: mention.first) if abroad else mentions
    named.here.clear()
    found = [*mentions, *abroad]
    noted = 0
    for noun in nouns:
        while noted < len(mentions) and mentions[noted].first < noun.first:
            named.add(mentions[noted])
            noted += 1
        one = _meant(scan, noun, named)
        if one is not None:
            found.append(one)
    for mention in mentions[noted:]:
        named.add(mention)
    return sorted(found, key=lambda mention: mention.first)


def _of_nations(scan: Scan, mentions: list[PlaceMention], named: Named) -> Iterator[PlaceMention]:
    """The countries whose towns are told of without their names: بلدات إسرائيلية، القرى اللبنانية."""
    for noun in scan.of("place_cue"):
        if not _is_of_nation(scan, noun) or any(m.head <= noun.first <= m.last for m in mentions):
            continue
        land = named.lands.get(scan.at("adjective", noun.last + 1)[0].payload.iso2)
        if land is not None:
            first, after, row = noun.first, noun.last + 1, land.place
            why = _why(scan, noun, f"place {row.id}")
            prep, lead = prep_of(scan, noun), noun.clitics.lead
            yield PlaceMention(first, after, after, row.name, row.type, (row,), prep, lead, "", None, False, False, why)


_SETTLEMENTS: Final = word_set("place_anaphora", "settlements")


def _is_of_nation(scan: Scan, noun: Match) -> bool:
    """Whether a noun for several settlements goes with a nationality: بلدات إسرائيلية."""
    several = noun.form in ("pl", "du") and noun.payload.lemma in _SETTLEMENTS
    return several and bool(scan.at("adjective", noun.last + 1))


#: What "the town", "the camp" may take up: the place of one of these types that was named last.
_TAKEN_UP: Final = {
    "city": ("city", "town", "island"), "town": ("town", "village", "city"), "village": ("village", "town"),
    "quarter": ("quarter",), "camp": ("camp",), "airport": ("airport",), "base": ("base", "airport"),
    "field": ("field",), "prison": ("prison",), "crossing": ("crossing",), "dam": ("dam",), "port": ("port",),
    "island": ("island",),
    "mountain": ("mountain",), "admin1": ("admin1",), "admin2": ("admin2",), "valley": ("valley",), "site": ("site",),
    "country": (), "capital": (), "region": (),
}  # fmt: skip

#: Sorts of places that are told by the town in which they lie.
_OF_TOWNS: Final = frozenset(("base", "camp", "field", "prison", "crossing", "airport", "port", "site"))


def _is_taken_up(scan: Scan, noun: Match, mentions: list[PlaceMention]) -> bool:
    """Whether a noun takes up a place, and is no part of one that is named or of an office."""
    if not _may_be_taken_up(noun):
        return False
    if noun.payload.type == "admin2" and not (prep_of(scan, noun) or heads_of(scan, noun.first, _cues(scan))):
        return False  # السلطة المحلية، مجلس القضاء
    if noun.payload.type == "region" and scan.norms(noun.last + 1, noun.last + 1).startswith("ال"):
        return False  # القطاع الصحي
    if noun.payload.type not in _TAKEN_UP or any(m.head <= noun.first <= m.last for m in mentions):
        return False
    if noun.payload.type in _OF_TOWNS and any(
        m.prep in ("في", "ب") and 0 < m.head - noun.last <= 3 and m.rank < RANK["area"] for m in mentions
    ):
        return False  # القاعدة الأمريكية في أ
    return not scan.cue_at("other_place", noun.last + 1)


def _meant(scan: Scan, noun: Match, named: Named) -> PlaceMention | None:
    """The place that a definite noun takes up, as a mention at its words."""
    if noun.payload.type in ("country", "capital"):
        return _of_homeland(scan, noun, named)
    region = noun.payload.type == "region"
    one = named.called(noun.payload.lemma) if region else named.meant_by(_TAKEN_UP[noun.payload.type])
    if one is None:
        return None
    at = noun.first
    why = _why(scan, noun, one.why)
    return replace(one, head=at, first=at, last=noun.last, prep=prep_of(scan, noun), lead=noun.clitics.lead, why=why)


def _cues(scan: Scan) -> dict[int, Match]:
    """The words for places by the word that they end at, the longest one at each."""
    return {m.last: m for m in sorted(scan.of("place_cue"), key=lambda m: m.last - m.first)}  # جنوب شرق is one


def _why(scan: Scan, noun: Match, what: str) -> str:
    """What a mention says of how it was found."""
    return f"taken up by {scan.words_text(noun.first, noun.last)}: {what}"


def _of_homeland(scan: Scan, noun: Match, named: Named) -> PlaceMention | None:
    """The capital, or a part of the country: في العاصمة، شرقي البلاد، أنحاء البلاد; "the country" alone is no place."""
    belonging = [m.payload.iso2 for m in scan.at("adjective", noun.last + 1)]  # العاصمة الليبية
    land = named.lands.get(belonging[0] if belonging else named.told_before(noun.first) or named.country or "")
    if land is None:
        return None
    heads = heads_of(scan, noun.first, _cues(scan))
    first = heads[-1] if heads else noun
    direction = next((m.payload for m in heads if m.payload.role == "direction"), None)
    if noun.payload.type == "capital":
        row, part = land.capital, None
    else:
        row = land.place if heads else None
        part = next((land.parts[m.payload.lemma] for m in heads if m.payload.lemma in land.parts), None)
    if row is None:
        return None
    row = part or row
    beside = direction if part is None else None  # a part that no file knows: the whole, and the direction
    return PlaceMention(
        head=first.first,
        first=noun.first,
        last=noun.last,
        name=f"{beside.lemma} {row.name}" if beside else row.name,
        type=row.type if beside is None else "area" if noun.payload.type == "capital" else "region",
        rows=(row,),
        prep=prep_of(scan, first),
        lead=first.clitics.lead,
        modifier="direction" if beside else "",
        bearing=beside.bearing if beside else None,
        near=False,
        hidden=False,
        why=_why(scan, noun, f"place {row.id}"),
    )
