"""Pair weights: how strongly two claims look like the same happening, in bits for each field.

A field's weight is the log2 ratio of how often its outcome is met among claims of one event and among claims at large
(Fellegi and Sunter 1969). A rare place says more than a common one; a field on which one claim is silent says nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.arabic.folding import fold
from marsad.knowledge.geo import kilometres
from marsad.model import Claim, ClaimRef, FieldWeight, Link, Place, Report

#: Two claims of one event reach at least this many bits.
THRESHOLD: Final = 5.0

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
)  # fmt: skip

#: Claims whose place is known no better than this are compared by name, not by distance.
_WIDE_KM: Final = 50.0


@dataclass(frozen=True, slots=True)
class Item:
    """A claim in its report, as the linking sees it."""

    ref: ClaimRef
    claim: Claim
    report: Report
    first: int | None
    last: int | None
    initiator: frozenset[str]
    target: frozenset[str]
    voice: str

    @staticmethod
    def of(claim: Claim, report: Report) -> Item:
        when = claim.when
        return Item(
            ClaimRef(report.id, claim.id),
            claim,
            report,
            when.start.toordinal() if when else None,
            when.end.toordinal() if when else None,
            actor_ids(claim.initiator),
            actor_ids(claim.target),
            voice_key(claim, report),
        )

    @property
    def real(self) -> bool:
        """Whether it is told as happened (or denied to have): plans and forecasts never merge with it."""
        return self.claim.modality == "happened"


def actor_ids(parties: Sequence[object]) -> frozenset[str]:
    """The actors among parties on the two levels on which papers agree; a country and its army count as one."""
    found = set()
    for party in parties:
        actor = getattr(party, "id", None)
        if actor:
            found.add(".".join(part for part in actor.split(".")[:2] if part not in ("GOV", "MIL")))
    return frozenset(found)


def voice_key(claim: Claim, report: Report) -> str:
    """Who says it: an institution is the same voice in every paper, an unnamed source is another one in each."""
    outlet = fold(report.outlet or report.id)
    if not claim.attribution:
        return outlet
    source = claim.attribution[0]
    if source.kind in ("anonymous", "local", "unspecified", "medical"):
        return f"{fold(source.name)} @ {outlet}"
    return fold(source.name)


def weigh_pairs(items: Sequence[Item]) -> list[Link]:
    """The links of all pairs that reach the threshold, strongest first."""
    frequency = Counter(_place_key(item.claim.place) for item in items if item.claim.place)
    total = max(2, len(items))
    found = []
    for one, other in _candidates(items):
        if forbidden(one, other):
            continue
        parts = weigh(one, other, frequency, total)
        bits = sum(part.bits for part in parts)
        if bits >= THRESHOLD:
            found.append(Link(one.ref, other.ref, round(bits, 2), parts))
    return sorted(found, key=lambda link: (-link.bits, link.first.document, link.first.claim, link.second.document, link.second.claim))


def _candidates(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs that share a stretch of days and a place or an actor; the rest cannot reach the threshold."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for key in _keys(item):
            blocks[key].append(at)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > 400:
            continue
        for i, one in enumerate(members):
            for other in members[i + 1 :]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen:
                    seen.add(pair)
                    yield items[pair[0]], items[pair[1]]


def _keys(item: Item) -> Iterator[tuple[object, ...]]:
    if item.first is None or item.last is None or item.last - item.first > 10:
        days: list[int | None] = [None]
    else:
        days = list(range(item.first - 1, item.last + 2))
    place = item.claim.place
    for day in days:
        if place is not None:
            yield day, _place_key(place)
            if place.lat is not None and place.lon is not None:
                yield day, round(place.lat * 4), round(place.lon * 4)
        elif item.initiator:
            yield day, item.claim.kind, *sorted(item.initiator)


def _place_key(place: Place | None) -> str:
    if place is None:
        return ""
    name = fold(place.name)
    return name[2:] if name.startswith("ال") else name


def compatible(one: str, other: str) -> bool:
    """Whether two kinds may tell of one happening."""
    return one == other or any(one in family and other in family for family in FAMILIES)


def forbidden(one: Item, other: Item) -> bool:
    """What no evidence outweighs: other sorts of happening, too far apart in time or space, told apart by one report."""
    if one.real != other.real or not compatible(one.claim.kind, other.claim.kind):
        return True
    if not one.real and one.claim.modality != other.claim.modality:
        return True
    if _days_apart(one, other) > 1:
        return True
    if one.ref.document == other.ref.document and (one.voice == other.voice or one.claim.kind != other.claim.kind):
        return True
    return _far(one.claim.place, other.claim.place)


def _days_apart(one: Item, other: Item) -> int:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, max(one.first, other.first) - min(one.last, other.last))


def _far(one: Place | None, other: Place | None) -> bool:
    distance = _distance(one, other)
    if distance is None or one is None or other is None:
        return False
    return distance > (one.radius_km or 0) + (other.radius_km or 0) + 12


def _distance(one: Place | None, other: Place | None) -> float | None:
    if one is None or other is None or one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return None
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def weigh(one: Item, other: Item, frequency: Counter[str], total: int) -> tuple[FieldWeight, ...]:
    """The evidence of each field on which both claims speak."""
    parts = [
        _kind(one.claim.kind, other.claim.kind),
        _time(one, other),
        _place(one.claim.place, other.claim.place, frequency, total),
        _parties("initiator", one.initiator, other.initiator),
        _parties("target", one.target, other.target),
        *_counts(one.claim, other.claim),
        _weapon(one.claim, other.claim),
    ]
    return tuple(part for part in parts if part is not None)


def _kind(one: str, other: str) -> FieldWeight:
    if one == other:
        return FieldWeight("kind", "same", 1.5)
    return FieldWeight("kind", "may be one", 0.0)


def _time(one: Item, other: Item) -> FieldWeight | None:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return None
    wide = max(one.last - one.first, other.last - other.first)
    apart = _days_apart(one, other)
    if apart:
        return FieldWeight("when", "a day apart", 0.0)
    if wide <= 1:
        return FieldWeight("when", "same day", 2.5)
    return FieldWeight("when", "overlapping", 1.0 if wide <= 7 else 0.3)


def _place(one: Place | None, other: Place | None, frequency: Counter[str], total: int) -> FieldWeight | None:
    if one is None or other is None:
        return None
    rarity = math.log2(total / max(1, max(frequency[_place_key(one)], frequency[_place_key(other)])))
    if _place_key(one) == _place_key(other):
        return FieldWeight("place", "same name", round(min(7.0, max(1.0, 0.7 * rarity)), 2))
    distance = _distance(one, other)
    if distance is None:
        return FieldWeight("place", "other name", -1.5)
    narrow = max(one.radius_km or 0, other.radius_km or 0) < _WIDE_KM
    if narrow and distance <= 3:
        return FieldWeight("place", f"{distance:.0f} km apart", round(min(5.0, max(1.0, 0.5 * rarity)), 2))
    if narrow:
        return FieldWeight("place", f"{distance:.0f} km apart", 0.0 if distance <= 8 else -1.5)
    return FieldWeight("place", "one may hold the other", 0.7)


def _parties(name: str, one: frozenset[str], other: frozenset[str]) -> FieldWeight | None:
    if not one or not other:
        return None
    if one & other:
        common = (one & other) <= {"CIVILIANS", "UNKNOWN"}
        return FieldWeight(name, "shared", 0.4 if common else 1.3)
    if any(a.startswith(b + ".") or b.startswith(a + ".") for a in one for b in other):
        return FieldWeight(name, "one holds the other", 0.6)
    return FieldWeight(name, "different", -1.2)


def _counts(one: Claim, other: Claim) -> Iterator[FieldWeight]:
    for name in ("killed", "wounded", "arrested", "abducted", "displaced", "released", "vehicles"):
        a, b = one.counts.get(name), other.counts.get(name)  # type: ignore[call-overload]
        if a is None or b is None:
            continue
        if a.low == b.low and a.high == b.high and a.high is not None:
            yield FieldWeight(name, "equal", round(min(4.0, 1.2 + 0.5 * math.log2(max(1, a.low))), 2))
            continue
        high_a = math.inf if a.high is None else a.high
        high_b = math.inf if b.high is None else b.high
        ratio = max(a.low, b.low) / max(1, min(a.low, b.low))
        if max(a.low, b.low) <= min(high_a, high_b):
            yield FieldWeight(name, "overlapping", 0.4)
        else:
            yield FieldWeight(name, "different", -0.4 if ratio <= 2 else -1.5)


def _weapon(one: Claim, other: Claim) -> FieldWeight | None:
    if one.weapon is None or other.weapon is None:
        return None
    same = one.weapon.label == other.weapon.label
    return FieldWeight("weapon", "same" if same else "different", 0.8 if same else -0.4)
