"""What a report has told so far, and one sentence of it with all that was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from marsad.model import Place
from marsad.reading.acts.happenings import Happening
from marsad.reading.groups.groups import Group
from marsad.reading.parties.cast import Cast, Mention
from marsad.reading.places.chart import Map
from marsad.reading.places.place_mentions import PlaceMention
from marsad.reading.roles.doers import Doers
from marsad.reading.scan import Scan
from marsad.reading.times.clock import Clock


@dataclass(slots=True)
class Story:
    """What the report has told so far and later sentences lean on: its times, its last place.

    `section` is the place at the head of the part of a digest that is being read.
    """

    clock: Clock
    chart: Map
    cast: Cast
    lead_place: Place | None = None
    place: Place | None = None
    placed_in: int = 0
    line: int = 0
    section: Place | None = None
    doers: Doers = field(default_factory=Doers)
    sentence: int = 0
    used: dict[str, int] = field(default_factory=dict)


class Sight:
    """One sentence with all that the stages before found in it."""

    __slots__ = ("groups", "parties", "places", "requests", "scan")

    def __init__(
        self,
        scan: Scan,
        parties: list[Mention],
        places: list[PlaceMention],
        groups: list[Group],
        requests: list[Happening],
    ) -> None:
        self.scan: Final = scan
        self.parties: Final = parties
        self.places: Final = places
        self.groups: Final = groups
        self.requests: Final = requests
