"""Agreement: what the voices on an event say alike, where they differ, who denies it, and who only copies."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from marsad.linking.items import WIDE_KM, Item, nested
from marsad.model import (
    COUNT_NAMES,
    CountName,
    Event,
    EventTally,
    Link,
    Party,
    Period,
    Place,
    Status,
    Tally,
    Voice,
    VoiceTally,
)

#: Parties that name no side.
_NOBODY: Final = frozenset(("CIVILIANS", "UNKNOWN"))

#: A time of so many days is that of a happening; a longer one sums up, or is vague.
_DAYS: Final = timedelta(days=2)


def build_event(name: str, items: Sequence[Item], links: Iterable[Link], copies: Mapping[str, str]) -> Event:
    """The event of a group of claims; `links` are those inside the group."""
    told = [item for item in items if item.claim.polarity == "affirmed"] or list(items)
    # A copy is nobody's second voice; where there are only copies here, they speak for what they repeat.
    firsthand = [item for item in told if item.ref.document not in copies] or told
    voices = _voices(items, copies)
    told_counts = {count for item in firsthand for count in item.claim.counts}
    counts = {count: _tally(firsthand, count) for count in COUNT_NAMES if count in told_counts}
    disputed = _disputed(firsthand, counts)
    deniers = tuple(voice.name for voice in voices if voice.denies)
    sources = len({item.voice for item in firsthand})
    return Event(
        id=name,
        kind=_most([item.claim.kind for item in firsthand]),
        when=_when(firsthand),
        place=_place(firsthand),
        initiator=_parties(item.claim.initiator for item in told),
        target=_parties(item.claim.target for item in told),
        counts=counts,
        modality=told[0].claim.modality,
        status=_status(bool(deniers), disputed, sources),
        denied_by=deniers,
        disputed=disputed,
        sources=sources,
        voices=voices,
        claims=tuple(item.ref for item in items),
        links=tuple(links),
    )


def _status(denied: bool, disputed: tuple[str, ...], sources: int) -> Status:
    if denied:
        return "denied"
    if disputed:
        return "disputed"
    return "corroborated" if sources > 1 else "single"


def _voices(items: Sequence[Item], copies: Mapping[str, str]) -> tuple[Voice, ...]:
    by_key: dict[tuple[str, bool], list[Item]] = defaultdict(list)
    for item in items:
        by_key[item.voice, item.claim.polarity == "denied"].append(item)
    return tuple(_voice(members, denies, copies) for (_, denies), members in by_key.items())


def _voice(members: list[Item], denies: bool, copies: Mapping[str, str]) -> Voice:
    chain = members[0].claim.attribution
    outlets = {_outlet(item): None for item in members if item.ref.document not in copies}
    repeating = {_outlet(item): None for item in members if item.ref.document in copies}
    return Voice(
        name=chain[0].name if chain else _outlet(members[0]),
        kind=chain[0].kind if chain else "outlet",
        outlets=tuple(outlets),
        copies=tuple(repeating),
        claims=tuple(item.ref for item in members),
        denies=denies,
    )


def _outlet(item: Item) -> str:
    return item.report.outlet or item.report.id


def _tally(items: Sequence[Item], name: CountName) -> EventTally:
    """What each voice says of a count (its fullest claim), and the value that most voices support."""
    by_voice: dict[str, tuple[str, Tally]] = {}
    for item in items:
        tally = item.claim.counts.get(name)
        if tally is None:
            continue
        label = item.claim.attribution[0].name if item.claim.attribution else _outlet(item)
        held = by_voice.get(item.voice)
        if held is None or tally.low > held[1].low:
            by_voice[item.voice] = (label, tally)
    tallies = [tally for _, tally in by_voice.values()]
    support = Counter(tally.low for tally in tallies)
    best = min(support, key=lambda low: (-support[low], low))
    high = None if any(tally.high is None for tally in tallies) else max(tally.high or 0 for tally in tallies)
    rows = tuple(VoiceTally(label, tally.low, tally.high) for label, tally in by_voice.values())
    return EventTally(min(tally.low for tally in tallies), best, high, rows)


def _disputed(items: Sequence[Item], counts: Mapping[CountName, EventTally]) -> tuple[str, ...]:
    """Fields on which two voices exclude each other; a toll left open contradicts nothing above it."""
    found: list[str] = [name for name, tally in counts.items() if _exclusive(tally.by_voice)]
    sides = {(item.voice, actors) for item in items if (actors := item.initiator - _NOBODY)}
    if any(one[0] != other[0] and _apart(one[1], other[1]) for one in sides for other in sides):
        found.append("initiator")
    return tuple(found)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one & other and not nested(one, other)


def _exclusive(rows: tuple[VoiceTally, ...]) -> bool:
    highest_low = max(row.low for row in rows)
    return highest_low > min(math.inf if row.high is None else row.high for row in rows)


def _most(names: Sequence[str]) -> str:
    """What is named most often; of equals the first by name, whatever the order."""
    if len(names) == 1:
        return names[0]
    votes = Counter(names)
    return min(votes, key=lambda name: (-votes[name], name))


def _when(items: Sequence[Item]) -> Period | None:
    """The time that most claims fit, days before longer stretches.

    Of equals it is what was read from words (not from the day of publication), and of these the narrowest.
    """
    periods = [item.claim.when for item in items if item.claim.when]
    if len(periods) < 2:
        return periods[0] if periods else None
    days = [period for period in periods if period.end - period.start <= _DAYS] or periods
    return min(
        days,
        key=lambda period: (
            -sum(period.start <= other.end and other.start <= period.end for other in days),
            period.span is None,
            period.end - period.start,
            period.start,
        ),
    )


def _place(items: Sequence[Item]) -> Place | None:
    """The place that most claims name: towns before regions, those on the map before mere names."""
    places = [item.claim.place for item in items if item.claim.place]
    if len(places) < 2:
        return places[0] if places else None
    votes = Counter(place.name for place in places)

    def rank(place: Place) -> tuple[bool, bool, int, float, str]:
        radius = place.radius_km or 0
        return radius > WIDE_KM, place.lat is None, -votes[place.name], radius, place.name

    return min(places, key=rank)


def _parties(sides: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """Every actor that a claim names in a role, once; parties without an id where no actor is known."""
    named: dict[str, Party] = {}
    others: dict[str, Party] = {}
    for side in sides:
        for party in side:
            if party.id:
                named.setdefault(party.id, party)
            else:
                others.setdefault(party.text, party)
    return tuple(named.values()) or tuple(others.values())[:1]
