"""A claim as the linking sees it, and what keeps two claims apart whatever else speaks for them."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import Final

import msgspec

from marsad.arabic.folding import fold
from marsad.knowledge.geo import kilometres
from marsad.linking.clues import Clue
from marsad.model import Claim, ClaimRef, Party, Place, Report, Tally

#: Kinds that different papers use of one happening.
FAMILIES: Final = (
    frozenset(("shelling", "air_strike", "attack", "explosion", "destruction")),
    frozenset(("explosion", "suicide_bombing", "attack")),
    frozenset(("clash", "attack")),
    frozenset(("arrest", "raid", "operation")),
    frozenset(("movement", "deployment")),
    frozenset(("protest", "riot")),
    frozenset(("abduction", "arrest")),
    frozenset(("capture", "handover", "withdrawal")),
)

#: Places known no better than this are held by name; their points are too vague to measure from.
WIDE_KM: Final = 20.0
#: How far apart, beside their own radii, two places of one happening may lie: a village and its outskirts.
_BESIDE_KM: Final = 5.0
_KM_PER_DEGREE: Final = 111.2
#: A claim on more days than this sums up a stretch of time; a single happening is no part of such an event.
_SUMMARY_DAYS: Final = 11
#: Of so many days each is looked at by itself.
_FEW_DAYS: Final = 4
#: Letters of a country code; all other actors have longer ids.
_COUNTRY: Final = 3
#: Sources without a name of their own: each outlet has others.
_NAMELESS: Final = frozenset(("anonymous", "local", "unspecified", "medical"))


class Item(msgspec.Struct, frozen=True, gc=False):
    """A claim in its report.

    `first` and `last` are the days of its time as ordinals, `days` is all of them where these are few, and
    `summary` tells that they are very many. `clue` is a day without a year, `words` are the telling words of
    its evidence; `wide` tells that its place is more than a town.
    """

    ref: ClaimRef
    claim: Claim
    report: Report
    first: int | None
    last: int | None
    days: range
    summary: bool
    clue: Clue | None
    initiator: frozenset[str]
    target: frozenset[str]
    voice: str
    place: str
    wide: bool
    words: frozenset[str]

    @staticmethod
    def of(claim: Claim, report: Report, *, clue: Clue | None = None, words: frozenset[str] = frozenset()) -> Item:
        when, place = claim.when, claim.place
        time = range(when.start.toordinal(), when.end.toordinal() + 1) if when else range(0)
        return Item(
            ClaimRef(report.id, claim.id),
            claim,
            report,
            time.start if when else None,
            time.stop - 1 if when else None,
            time if len(time) <= _FEW_DAYS else range(0),
            len(time) > _SUMMARY_DAYS,
            None if when else clue,
            actor_ids(claim.initiator),
            actor_ids(claim.target),
            voice_key(claim, report),
            place_key(place),
            place is not None and (place.radius_km or 0) > WIDE_KM,
            words,
        )

    @property
    def order(self) -> tuple[str, str]:
        """By what items are sorted, so that no result depends on the order of the readings."""
        return self.ref.document, self.ref.claim


def actor_ids(parties: Sequence[Party]) -> frozenset[str]:
    """The actors among parties, on the two levels on which papers agree; a country and its army are one."""
    ids = (party.id.split(".")[:2] for party in parties if party.id)
    return frozenset(".".join(part for part in levels if part not in ("GOV", "MIL")) for levels in ids)


def nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether an actor of one side is part of one of the other; a state does not hold its rebels."""
    return any(_holds(a, b) or _holds(b, a) for a in one for b in other)


def _holds(whole: str, part: str) -> bool:
    return len(whole) != _COUNTRY and part.startswith(whole + ".")


def voice_key(claim: Claim, report: Report) -> str:
    """Who says it: an institution is the same voice in every paper, an unnamed source another one in each."""
    outlet = fold(report.outlet or report.id)
    if not claim.attribution:
        return outlet
    source = claim.attribution[0]
    name = fold(source.name)
    return f"{name} @ {outlet}" if source.kind in _NAMELESS else name


def place_key(place: Place | None) -> str:
    """A place's name without article and spaces, which papers set as they like; empty without a place."""
    return "".join(part.removeprefix("ال") for part in fold(place.name).split()) if place else ""


@functools.cache
def compatible(one: str, other: str) -> bool:
    """Whether two kinds may tell of one happening."""
    return one == other or any(one in family and other in family for family in FAMILIES)


def forbidden(one: Item, other: Item) -> bool:
    """Whether what no evidence outweighs keeps two items apart.

    That is another kind or modality, times or places too far apart, or one report that tells them apart.
    """
    this, that = one.claim, other.claim
    return (
        not compatible(this.kind, that.kind)
        or this.modality != that.modality
        or days_apart(one, other) > 1
        or (one.summary != other.summary and bool(one.days or other.days))
        or (one.ref.document == other.ref.document and _told_apart(one, other))
        or _far(this.place, that.place)
    )


def _told_apart(one: Item, other: Item) -> bool:
    """Whether their report tells of them as two: at other places, or with other tolls by one voice."""
    if one.place and other.place and one.place != other.place:
        return True
    if one.voice != other.voice:
        return False
    tolls = other.claim.counts
    return any(exclusive(tally, tolls[name]) for name, tally in one.claim.counts.items() if name in tolls)


def exclusive(one: Tally, other: Tally) -> bool:
    """Whether no number is in both."""
    return max(one.low, other.low) > min(top(one), top(other))


def top(tally: Tally) -> float:
    """The highest number that a tally admits."""
    return math.inf if tally.high is None else tally.high


def days_apart(one: Item, other: Item) -> int:
    """The days between the nearest ends of two times; 0 where they touch or one is unknown."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, max(one.first, other.first) - min(one.last, other.last))


def distance_km(one: Place | None, other: Place | None) -> float | None:
    """How far apart two places lie, where both have a point."""
    if one is None or other is None or one.lat is None or other.lat is None:
        return None
    if one.lon is None or other.lon is None:
        return None
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def _far(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.lat is None or other.lat is None:
        return False
    reach = (one.radius_km or 0) + (other.radius_km or 0) + _BESIDE_KM
    if abs(one.lat - other.lat) * _KM_PER_DEGREE > reach:  # spares most pairs the sphere
        return True
    distance = distance_km(one, other)
    return distance is not None and distance > reach
