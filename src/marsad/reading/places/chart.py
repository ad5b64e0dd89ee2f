"""Stage 4: which countries and areas a report is about, by the places and the parties that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from marsad.knowledge.entries import PlaceRow
from marsad.knowledge.geo import kilometres
from marsad.knowledge.lexicon import Match
from marsad.reading.places.place_mentions import RANK, PlaceMention
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


class State(NamedTuple):
    """The country of the institutions that a sentence names, and whether these are such as stay at home."""

    country: str
    at_home: bool


#: How often a country is named by its places where there is no doubt that a report is about it.
_SURE: Final = 3


@dataclass(slots=True)
class Map:
    """The places that a report has named: what a name of many places most likely means here.

    `home` is the country of the outlet: where a report names no country and no town of only one, it means that one.
    `nations` counts the countries whose parties it names: الجيش المالي، الدعم السريع. `common` are the quarters and
    the small places with names that many countries have: they tell a country only where nothing else does.
    """

    home: str | None = None
    admin1: Counter[str] = field(default_factory=Counter)
    country: Counter[str] = field(default_factory=Counter)
    points: list[tuple[float, float]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    common: list[PlaceMention] = field(default_factory=list)
    nations: Counter[str] = field(default_factory=Counter)

    def countries(self) -> frozenset[str]:
        """The countries that the report is about: those named about as often as the one named most."""
        if not self.country:
            return frozenset((self.home,) if self.home else ())
        most = max(self.country.values())
        return frozenset([country for country, count in self.country.items() if 3 * count >= most])

    def homeland(self, state: State | None) -> str | None:
        """What "the country" is in a sentence with an institution of one state: that, where the report is about it.

        An army goes abroad: it tells only where the places of the report do not.
        """
        main = self.main_country()
        if state is None or main is None or state.country == main:
            return main
        if state.at_home:
            return state.country if 3 * self._weight(state.country) >= self._weight(main) else main
        return state.country if self.country[main] < _SURE else main

    def _weight(self, country: str) -> float:
        """How much a report is about a country: its parties count half of its places."""
        return self.country[country] + self.nations[country] / 2

    def main_country(self) -> str | None:
        """The country that the report names most; its outlet's where it names none, or that of most parties."""
        for told in (self.country, {self.home: 1} if self.home else {}, self.nations):
            if told:
                return max(told, key=lambda country: told[country])
        return None


def km_to_nearest(points: list[tuple[float, float]], row: PlaceRow) -> float:
    """How far a place is from the nearest of some points; 0 where there are none."""
    return min((kilometres(lat, lon, row.lat, row.lon) for lat, lon in points), default=0.0)


def note_places(mentions: Sequence[PlaceMention], chart: Map) -> None:
    """Remember what the places of a sentence tell of the area that the report is about: unambiguous names count."""
    for mention in mentions:
        if mention.hidden or (mention.rows and mention.is_quarter_called_so):
            continue
        if mention.type == "quarter" and all(row.needs_cue for row in mention.rows):
            continue  # every country has a square of victory
        if mention.head < mention.first:
            chart.named.update(row.id for row in mention.rows)
        if is_common(mention) and mention.rows:
            chart.common.append(mention)
        else:
            _note_area(mention, chart)


def note_common(chart: Map) -> None:
    """Count the common names too, once all sentences are seen: those in countries that the report tells of."""
    at_home = [mention for mention in chart.common if not is_foreign(mention.rows[0], chart)]
    for mention in at_home:
        _note_area(mention, chart)


def is_common(mention: PlaceMention) -> bool:
    """Whether a place has a name that other countries have for places of theirs: حي السلام."""
    if mention.rank > RANK["quarter"]:
        return False
    return "quarter" in (mention.type, mention.cue) or all(row.needs_cue for row in mention.rows)


def is_foreign(row: PlaceRow, chart: Map) -> bool:
    """Whether a place lies in a country that a report names nothing of, while it names others."""
    named = chart.country if chart.country else chart.nations
    return bool(named) and row.country not in named and row.country not in chart.nations and row.country != chart.home


#: How many points of a report are weighed when a name has several places.
_REMEMBERED: Final = 40


def _note_area(mention: PlaceMention, chart: Map) -> None:
    """Count the province and the country of a place that can lie in only one of them."""
    areas = {(row.admin1, row.country) for row in mention.rows}
    if len(areas) != 1:
        return
    ((admin1, country),) = areas
    if country:
        chart.country[country] += 1
    if admin1:
        chart.admin1[admin1] += 3 if mention.type in ("admin1", "area", "region") else 1
    row = mention.rows[0]
    if mention.rank <= RANK["admin1"] and (row.lat, row.lon) not in chart.points[-_REMEMBERED:]:
        chart.points = [*chart.points[-_REMEMBERED:], (row.lat, row.lon)]


_AT_HOME: Final = word_set("chart", "at_home")


def note_nations(scan: Scan, chart: Map) -> None:
    """Remember whose parties a sentence names: they tell which place of a name is meant where places do not.

    A police or a capital is nobody else's: where they are told of, so is their country.
    """
    for match in scan.of("adjective"):
        chart.nations[match.payload.iso2] += 1
        if _is_after(scan, match, _AT_HOME):
            chart.country[match.payload.iso2] += 1
    for match in scan.of("country"):
        chart.nations[match.payload.iso2] += 1
    for match in scan.of("actor"):
        if match.payload.country:
            chart.nations[match.payload.country] += 1


#: Types of actors that belong to a state.
_OF_STATE: Final = frozenset(("government", "military", "police"))
_ABROAD: Final = word_set("chart", "abroad")


def state_of(scan: Scan) -> State | None:
    """The one state whose institutions a sentence names: الجيش المالي، وزارة الداخلية التشادية."""
    home = {m.payload.iso2 for m in scan.of("adjective") if _is_after(scan, m, _AT_HOME)}
    actors = (m for m in scan.of("actor") if m.last > m.first)  # النظام alone may be that of any state
    armed = {m.payload.country for m in actors if m.payload.type in _OF_STATE and m.payload.country}
    armed |= {m.payload.iso2 for m in scan.of("adjective") if _is_after(scan, m, _ABROAD)}
    found = home or armed
    return State(next(iter(found)), bool(home)) if len(found) == 1 else None


def _is_after(scan: Scan, match: Match, nouns: frozenset[str]) -> bool:
    """Whether a word stands right behind one of some nouns."""
    return bool(match.first) and not match.clitics.prep and scan.words[match.first - 1].norm in nouns
