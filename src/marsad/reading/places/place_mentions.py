"""Stage 4: a place as a sentence names it, and whether the report can mean the place that the name is known for."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from marsad.compiling import mypyc_attr
from marsad.knowledge.entries import PlaceRow
from marsad.reading.copies import replace
from marsad.reading.places.place_cues import INTO
from marsad.reading.scan import Scan

#: From the narrow to the wide: which of several nested places is the most specific.
RANK: Final = {
    "site": 0, "prison": 0, "base": 0, "crossing": 0, "field": 0, "camp": 0, "dam": 0, "junction": 0, "airport": 0,
    "port": 0, "village": 1, "town": 1, "quarter": 1, "front": 2, "city": 2, "island": 2, "mountain": 2,
    "valley": 3, "river": 4, "road": 4, "admin2": 4, "area": 5, "admin1": 6, "region": 7, "country": 9,
}  # fmt: skip
#: Sorts of places whose names the files need not know.
NAMED_BY_CUE: Final = frozenset(
    (
        "village", "town", "city", "quarter", "camp", "field", "crossing", "mountain", "dam", "island", "valley",
        "prison",
    )
)  # fmt: skip


@mypyc_attr(acyclic=True)
class PlaceMention:
    """A place at words `[first, last]`, its introducing words included from `head` on.

    `away_km` is how far from it something is said to be; `far_end` the other end of a road; `by_name` tells
    that the name is a noun for places, which means it only where the report has named it. `written` is the name as
    the report writes it, where `name` is that of the file; `cue` is the sort of place that a noun before it
    says. `sure` tells that its country is named with it (مدينة القائم العراقية), `listed` that it
    is one of several behind one word for all (قرى أ وب وج), `hosting` that a verb before it tells what it saw.
    """

    __slots__ = (
        "away_km", "bearing", "by_name", "cue", "far_end", "first", "head", "hidden", "hosting", "last", "lead",
        "listed", "modifier", "name", "near", "prep", "rows", "sure", "type", "why", "written",
    )  # fmt: skip

    def __init__(
        self, head: int, first: int, last: int, name: str, type: str, rows: tuple[PlaceRow, ...], prep: str,
        lead: str, modifier: str, bearing: float | None, near: bool, hidden: bool, why: str,
        away_km: float | None = None, far_end: tuple[PlaceRow, ...] = (), by_name: bool = False, written: str = "",
        cue: str = "", sure: bool = False, listed: bool = False, hosting: bool = False,
    ) -> None:  # fmt: skip
        self.head = head
        self.first = first
        self.last = last
        self.name = name
        self.type = type
        self.rows = rows
        self.prep = prep
        self.lead = lead
        self.modifier = modifier
        self.bearing = bearing
        self.near = near
        self.hidden = hidden
        self.why = why
        self.away_km = away_km
        self.far_end = far_end
        self.by_name = by_name
        self.written = written
        self.cue = cue
        self.sure = sure
        self.listed = listed
        self.hosting = hosting

    def copy(self) -> PlaceMention:
        return PlaceMention(
            self.head, self.first, self.last, self.name, self.type, self.rows, self.prep, self.lead, self.modifier,
            self.bearing, self.near, self.hidden, self.why, self.away_km, self.far_end, self.by_name, self.written,
            self.cue, self.sure, self.listed, self.hosting,
        )  # fmt: skip

    @property
    def rank(self) -> int:
        """How wide the place is (see `RANK`)."""
        return RANK.get(self.type, 3)

    @property
    def is_quarter_called_so(self) -> bool:
        """Whether a quarter is named that has the name of a city or a province only: حي عدن."""
        return self.cue == "quarter" and all(RANK.get(row.type, 3) >= RANK["city"] for row in self.rows)

    def _shown(self, countries: frozenset[str], named: Set[str], heard: Set[str]) -> bool:
        """Whether a name that is also a common word is meant: introduced before, or a town of the country."""
        if self.prep and any(row.id in named for row in self.rows):
            return True
        if self.by_name:
            return False
        if any(row.type == "country" for row in self.rows):  # في مالي, شمالي مالي
            return (
                self.prep in ("في", "ب") or self.head < self.first or any(row.country in countries for row in self.rows)
            )
        towns = [row for row in self.rows if row.type in ("city", "town", "admin1") and not row.bulk]
        if towns and self.modifier == "direction":  # جنوب الخليل
            return True
        if self.hosting and any(row.type == "city" for row in towns):
            return True
        if not countries:  # nothing else in the report is a place
            called = self.prep == "ب" and any(row.type == "city" and row.name.startswith("ال") for row in towns)
            return bool(towns) and (self.near or self.hosting or self.prep == "في" or called)
        led = self.prep in INTO or self.prep == "بين" or self.modifier == "direction"  # جنوب غربي الحديدة
        led = led or self.near or self.hosting
        if (led or self.head < self.first) and self.rank in (RANK["area"], RANK["region"]):  # داخل المنطقة العازلة
            return any(row.country in countries and not row.bulk for row in self.rows)
        if self.prep == "في" and any(row.type == "city" and row.country in heard for row in towns):
            return True
        if self.prep == "من" and any(row.type == "city" and row.country in countries for row in towns):
            return True  # اعتقلوا شابين من الخليل
        cities = [row for row in self.rows if row.type == "city" and row.bulk]
        return led and any(row.country in countries for row in (*towns, *cities))

    def within(self, countries: frozenset[str], named: Set[str], heard: Set[str]) -> PlaceMention | None:
        """The mention as a report on these countries means it; none where its name is a place only elsewhere.

        A name that is also a common word counts where the report has introduced it before (`named`). What is
        introduced (قرية أ) and known only elsewhere is a place of that name that no file knows. `heard` are the
        countries whose parties the report names.
        """
        if self.hidden and not self._shown(countries, named, heard):
            return None
        if self.cue == "region" and self.rank == RANK["admin1"] and not self._lies_in(countries | heard):
            return self.unknown("a name that is known only in other countries")  # منطقة أ is no province abroad
        if self.is_quarter_called_so and not self._lies_in(countries):
            return self.unknown("a quarter with the name of a place abroad")
        if self.sure or not self.rows or not countries or self.rank > RANK["admin2"]:
            return self
        rows = tuple(row for row in self.rows if row.country in countries)
        if rows:
            return self if len(rows) == len(self.rows) else replace(self, rows=rows)
        if self.type in ("city", "airport", "port"):
            return self if self.prep or not self.lead else None  # وزاريا is no "and Zaria"
        called = self.cue in NAMED_BY_CUE or self.cue == "region"
        if not self.listed and (not called or self.rank > RANK["quarter"]):
            return None
        return self.unknown("a name that is known only in other countries")

    def _lies_in(self, countries: Set[str]) -> bool:
        """Whether one of the places of its name is in some countries, where these are told."""
        return not countries or any(row.country in countries for row in self.rows)

    def unknown(self, why: str) -> PlaceMention:
        """The same words as a place that no file knows."""
        return replace(self, name=self.written or self.name, rows=(), why=why)


def is_head(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place stands before a colon at the beginning of a sentence: حلب: قصف مدفعي على ..."""
    if mention.head or mention.prep:
        return False
    after = mention.last + 1
    if after < len(scan.words):
        return ":" in scan.words[after].before
    return ":" in scan.text[scan.words[-1].end : scan.sentence.end + 2]
