"""What has to be known of a whole report before its first sentence is read: where it is set, and how it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from marsad.arabic.sentences import Extent
from marsad.knowledge.entries import Homeland
from marsad.knowledge.lexicon import Lexicon
from marsad.reading.headings import headings
from marsad.reading.places.chart import Map, State, note_common, note_nations, note_places, state_of
from marsad.reading.places.place_anaphora import Named, may_take_up, take_up
from marsad.reading.places.place_mentions import PlaceMention, is_head
from marsad.reading.places.places import find_places
from marsad.reading.scans import Scans


class Survey:
    """The sentences of a report with the places of each; the report's `chart` is filled.

    `extents` is where the sentences stand, `headings` which of them are told below, `sections` the places at the heads
    of the parts of a digest; the latter by the numbers of their sentences.
    """

    def __init__(
        self, text: str, lexicon: Lexicon, published: date | None, chart: Map, lands: Mapping[str, Homeland]
    ) -> None:
        self.scans = Scans(text, lexicon, published)
        self.extents: list[Extent] = []
        self.places: list[list[PlaceMention]] = []
        undecided: dict[int, State | None] = {}
        state: State | None = None
        for scan in self.scans:
            found = find_places(scan)
            note_places(found, chart)
            note_nations(scan, chart)
            if may_take_up(scan) or any(is_head(scan, each) for each in found):
                state = state_of(scan) or state
                undecided[len(self.extents)] = state
            self.extents.append(scan.sentence.extent)
            self.places.append(found)
        note_common(chart)
        self.headings = headings(text, self.extents)
        self.sections = _of_many(self._settle(chart, Named(lands, None), undecided))

    def _settle(self, chart: Map, named: Named, undecided: dict[int, State | None]) -> dict[int, PlaceMention]:
        """Keep the places that are meant in this report; gives those that stand before colons.

        Only the words of `undecided` sentences are needed again: of those where a noun may take a place up, or with a
        place before a colon.
        """
        countries = chart.countries()
        self.scans.localise(countries, chart.main_country())
        heads: dict[int, PlaceMention] = {}
        scans = self.scans.some(undecided.keys())
        for at, mentions in enumerate(self.places):
            kept = [each.within(countries, chart.named, chart.nations.keys()) for each in mentions]
            found = self.places[at] = [each for each in kept if each is not None]
            if at not in undecided:
                named.add_all(found)
                continue
            scan = next(scans)
            named.country = chart.homeland(undecided[at])
            found = self.places[at] = take_up(scan, found, named)
            if found and is_head(scan, found[0]):
                heads[at] = found[0]
        return heads


def _of_many(heads: dict[int, PlaceMention]) -> dict[int, PlaceMention]:
    """The heads of the parts of a digest; a place before one colon alone is a dateline."""
    return heads if len({head.name for head in heads.values()}) > 1 else {}
