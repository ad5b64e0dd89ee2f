"""Stage 4: which places of the files a name may mean, by the words beside it."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.entries import PlaceCue, PlaceRow, Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.places.place_cues import (
    AREAS,
    INTO,
    all_round,
    are_streets,
    distance_told,
    heads_of,
    is_added,
    is_beside,
    is_hosting,
    is_joined,
    is_street,
    own_noun,
    prep_of,
    type_told,
)
from marsad.reading.places.place_lists import ListItem
from marsad.reading.places.place_mentions import RANK, PlaceMention
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def known_place(
    scan: Scan, matches: list[Match], cues: dict[int, Match], before: list[PlaceMention], item: ListItem | None
) -> PlaceMention | None:
    """The place that a name known to the files means, with all that it may be; none where it is no place here.

    `before` are the places found before it in the sentence, `item` what it is of a list behind one word for all.
    """
    match = matches[0]
    every = rows = tuple({m.payload.id: m.payload for m in matches}.values())
    heads = heads_of(scan, match.first, cues)
    if item is not None and not heads and item.cue.last == match.first - 1:
        heads = [item.cue]  # قرى: أ، وب
    listed = item is not None or _goes_on_with_list(scan, before, match, rows)
    cue_type = type_told(heads)
    refused = ""
    if cue_type and (are_streets(heads) or not any(_admits(cue_type, row) for row in rows)):
        refused, cue_type = cue_type, ""
    told = [m.payload for m in heads if m.payload.role == "area" or not all_round(heads)]
    area = next((cue for cue in told if cue.role in ("area", "direction")), None)
    if item is not None and item.cue.payload.role == "area":
        area, item = item.cue.payload, None
    hidden = False
    if not cue_type and not listed:
        open_rows = tuple([row for row in rows if not row.needs_cue])
        hidden = not open_rows and not _is_seat(scan, match) and not _is_countryside(area, rows)
        rows = _best_known(open_rows or rows)
        if hidden and refused == "quarter" and heads[0].last == match.first - 1:
            return None  # حي أ: no place of that name is a quarter, so none of them is meant
        if not heads and not hidden and _is_other_word(scan, match, rows):
            return None
    if not cue_type and (item is not None or (listed and not heads)):
        cue_type = _type_of_list(item, before)
    if cue_type == "road" and all(row.type != "road" for row in rows) and is_street(heads):
        return None  # شارع بغداد is no place in Baghdad
    homes = {m.payload.iso2 for m in scan.at("adjective", match.last + 1)}
    at_home = tuple([row for row in rows if row.country in homes]) if homes else ()
    rows = _of_type(at_home or rows, cue_type or ("admin1" if _is_round_province(area) else "city"))
    kind = _type_as_told(rows, cue_type, area)
    if not cue_type and not listed and not homes:
        rows = _with_others(rows, every)
    cue = cue_type if item is not None or (heads and not heads[0].payload.known_only) else own_noun(scan, match)
    home, in_list = bool(at_home), item is not None
    return _mention(scan, match, heads, rows, kind, told, area, hidden=hidden, cue=cue, sure=home, listed=in_list)


def _goes_on_with_list(scan: Scan, before: list[PlaceMention], match: Match, rows: tuple[PlaceRow, ...]) -> bool:
    """Whether a name goes on with a list of places of its country that the last place found is of."""
    if not before or before[-1].hidden:
        return False
    return _joins_list(scan, before[-1].last, match) and _in_one_country(before[-1].rows, rows)


def _is_countryside(area: PlaceCue | None, rows: tuple[PlaceRow, ...]) -> bool:
    """Whether the land around a place is told that somebody reviewed: بادية أ."""
    return area is not None and area.role == "area" and any(not row.bulk for row in rows)


def _type_of_list(item: ListItem | None, before: list[PlaceMention]) -> str:
    """The sort of the places of a list: by the word that opens it, else that of the place before."""
    if item is not None:
        return str(item.cue.payload.type)
    return before[-1].type if before[-1].type != "area" else ""


def _type_as_told(rows: tuple[PlaceRow, ...], cue_type: str, area: PlaceCue | None) -> str:
    """The sort of a place as the words beside it tell it: a road called after a town, the land around it."""
    called_after = cue_type == "road" and all(row.type != "road" for row in rows)
    kind = "road" if called_after else _wide_type(rows)
    if area is None:
        return kind
    return "area" if RANK.get(kind, 3) < RANK["region"] else "region"


_NEAR: Final = word_set("known_places", "near")


def _mention(
    scan: Scan, match: Match, heads: list[Match], rows: tuple[PlaceRow, ...], kind: str, told: list[PlaceCue],
    area: PlaceCue | None, *, hidden: bool, cue: str, sure: bool, listed: bool,
) -> PlaceMention:  # fmt: skip
    """The mention of a place that may be one of some rows, with all that the words around it tell."""
    outer = heads[-1] if heads else match
    prep, lead = prep_of(scan, outer), outer.clitics.lead
    bearing = next((cue.bearing for cue in told if cue.role == "direction"), None)
    name = scan.words_text(match.first, match.last)
    if match.clitics.prep or match.clitics.lead:
        name = name[max(0, name.find(rows[0].name[:1])) :]
    if not lead and outer.first and is_added(scan, outer.first):
        lead = "و"
    near = prep in _NEAR or any(m.payload.lemma in ("قرب", "جوار", "قبالة") for m in heads)
    away = distance_told(scan, outer.first, match.last, turned=bearing is not None)
    near = near or (away is not None and bearing is None) or is_beside(scan, outer.first)
    return PlaceMention(
        head=outer.first,
        first=match.first,
        last=match.last,
        name=rows[0].name if area is None else f"{area.lemma} {rows[0].name}",
        type=kind,
        rows=rows,
        prep=prep,
        lead=lead,
        modifier=area.role if area is not None else "",
        bearing=bearing,
        near=near,
        hidden=hidden,
        why=f"place {rows[0].id}" + (f" after {heads[0].payload.lemma}" if heads else ""),
        away_km=away,
        written=name,
        sure=sure,
        cue=cue,
        listed=listed,
        hosting=is_hosting(scan, outer.first),
    )


#: Marks that part two names of a list: قرى أ، ب، ج.
_COMMAS: Final = frozenset("،,")


def _joins_list(scan: Scan, last: int, match: Match) -> bool:
    """Whether a name goes on with the list that ends at `last`: أ وب، ج, على أ وعلى ب."""
    if last == match.first - 1:
        return match.clitics.lead == "و" or not _COMMAS.isdisjoint(scan.words[match.first].before)
    return last == match.first - 2 and scan.words[last + 1].norm != "و" and is_joined(scan.words[last + 1].norm)


def _is_round_province(cue: PlaceCue | None) -> bool:
    """Whether a word names the land of a province sooner than that of a town: ريف أ, but ساحل أ."""
    return cue is not None and cue.role == "area" and cue.lemma != "ساحل"


def _in_one_country(rows: tuple[PlaceRow, ...], others: tuple[PlaceRow, ...]) -> bool:
    """Whether two names may be places of one country, as far as the first is known."""
    return not rows or not {row.country for row in rows}.isdisjoint(row.country for row in others)


#: Sorts of places where people live.
_SETTLED: Final = frozenset(("village", "town", "city", "quarter", "camp", "island", "admin1", "admin2", "area"))


def _admits(cue_type: str, row: PlaceRow) -> bool:
    """Whether a noun may introduce a place: a town is no position, and what a table lists is no school."""
    if cue_type == row.type or (cue_type in AREAS and not (row.bulk and row.needs_cue)):
        return True
    if cue_type in _SETTLED:
        return row.type in _SETTLED
    return not row.bulk


def _best_known(rows: tuple[PlaceRow, ...]) -> tuple[PlaceRow, ...]:
    """Of the places of a name that nothing introduces the best known: a country, else what somebody reviewed."""
    if len(rows) == 1:
        return rows
    return (
        tuple([row for row in rows if row.type == "country"])
        or tuple([row for row in rows if not row.bulk or row.type in ("city", "admin1")])
        or rows
    )


#: Prepositions before a place in which something is done, not near it.
_INSIDE: Final = INTO - {"قرب"}


def _is_seat(scan: Scan, match: Match) -> bool:
    """Whether a name is a capital's where something is done: في الرياض, but not الرياض alone."""
    return bool(scan.at("metonym", match.first)) and prep_of(scan, match) in _INSIDE


_OFFICES: Final = word_set("known_places", "offices")
#: Sorts of places of which a table names many after people and things.
_SMALL: Final = frozenset(("village", "town", "quarter", "admin2"))


def _is_other_word(scan: Scan, match: Match, rows: tuple[PlaceRow, ...]) -> bool:
    """A one-word name that is also a verb or person noun here, or that stands where no place can."""
    if match.last > match.first:
        return False
    if any(m.last > match.last for m in scan.here(match.first)):
        return True
    prep = prep_of(scan, match)
    if prep == "ك":
        return True
    if not prep and all(row.bulk and row.type in _SMALL for row in rows):
        return True  # a table names hamlets after people and things
    small = all(row.type in ("village", "quarter") for row in rows)
    if small and not (match.clitics.definite or prep or _is_fired_at(scan, match)):
        return True
    if match.first and scan.words[match.first - 1].norm in _OFFICES:
        return False  # محافظ تعز
    return not prep and any(scan.at(sort, match.first) for sort in ("trigger", "person", "force", "verb"))


#: Kinds whose verbs have the place that is hit as their object.
_FIRE: Final = frozenset(("shelling", "air_strike", "attack"))


def _is_fired_at(scan: Scan, match: Match) -> bool:
    """Whether a name stands where the town does that a weapon or a force hits: قصفت المدفعية عيترون."""
    at = match.first - 1
    at -= bool(scan.at("adjective", at))
    if at < 1 or scan.words[match.first].before.strip():
        return False
    armed = [*scan.ending("weapon", at), *scan.ending("force", at), *scan.ending("actor", at)]
    before = min((m.first for m in armed), default=0) - 1
    return any(isinstance(m.payload, Trigger) and m.payload.kind in _FIRE for m in scan.at("verb", before))


#: Sorts of places that words do not keep apart.
_ALIKE: Final = {
    "village": ("village", "town"),
    "town": ("town", "city", "village"),
    "city": ("city", "town"),
    "capital": ("city",),
    "admin1": ("admin1", "admin2"),
    "admin2": ("admin2", "admin1"),
}


def _of_type(rows: tuple[PlaceRow, ...], wanted: str) -> tuple[PlaceRow, ...]:
    """The rows of a sort where there are any: a name alone means the city, not the governorate called after it."""
    if len(rows) == 1:
        return rows
    kinds = _ALIKE.get(wanted, (wanted,))
    town = wanted in ("village", "town")  # papers call a quarter at the edge of a city a town
    fitting = [row for row in rows if row.type in kinds or (town and row.type == "quarter" and not row.bulk)]
    return tuple(fitting) or _best_known(rows)


def _with_others(rows: tuple[PlaceRow, ...], every: tuple[PlaceRow, ...]) -> tuple[PlaceRow, ...]:
    """Small places with those of their name in other countries: only a city is meant by its name everywhere."""
    if len(every) == len(rows) or any(row.type not in _SMALL for row in rows):
        return rows
    countries = {row.country for row in rows}
    return (*rows, *[row for row in every if row.country not in countries and not row.bulk])


def _wide_type(rows: tuple[PlaceRow, ...]) -> str:
    """The sort of a place that may be one of several: a city sooner than a town, else the narrowest but a quarter."""
    if len(rows) == 1:
        return rows[0].type
    return max(
        (row.type for row in rows),
        key=lambda kind: (kind == "city", kind == "town", kind != "quarter", -RANK.get(kind, 3)),
    )
