"""Pairs: which claims are compared at all, and which of them are linked.

Comparing all with all would grow with the square of the claims. Instead items meet in blocks: those that
share a place and a day, a place and a toll, a day and a toll, or a rare word. A pair without any of these
hardly reaches the threshold, and a block that is too large is left out: what so many share tells nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final

from marsad.forks import share_out
from marsad.linking.clues import Vocabulary
from marsad.linking.items import Item, forbidden
from marsad.linking.weights import Weigher
from marsad.model import Link

#: Two claims of one event reach at least this many bits: of some seven hundred pairs drawn blindly one is
#: right, and a link should be right more often than not.
THRESHOLD: Final = 9.5

#: Blocks of more items are left out.
_LARGEST: Final = 60
#: Of how many of its rarest words an item is found.
_WORDS: Final = 2


def weigh_pairs(items: Sequence[Item], weigher: Weigher, vocabulary: Vocabulary, *, workers: int = 1) -> list[Link]:
    """The links of all pairs that reach the threshold, strongest first."""
    partners = _partners(items, vocabulary)

    def links(one: int) -> list[Link]:
        return [found for other in partners[one] if (found := _link(items[one], items[other], weigher))]

    return sorted(chain.from_iterable(share_out(links, list(partners), workers)), key=_strength)


def _link(one: Item, other: Item, weigher: Weigher) -> Link | None:
    if forbidden(one, other):
        return None
    parts = weigher.weigh(one, other)
    bits = sum(part.bits for part in parts)
    return Link(one.ref, other.ref, round(bits, 2), parts) if bits >= THRESHOLD else None


def _strength(link: Link) -> tuple[float, str, str, str, str]:
    one, other = link.first, link.second
    return -link.bits, one.document, one.claim, other.document, other.claim


def _partners(items: Sequence[Item], vocabulary: Vocabulary) -> dict[int, set[int]]:
    """For items the later ones with which they share a block."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for key in dict.fromkeys(_keys(item, vocabulary)):
            blocks[key].append(at)
    partners: dict[int, set[int]] = defaultdict(set)
    for members in blocks.values():
        if 1 < len(members) <= _LARGEST:
            for rank, one in enumerate(members[:-1], start=1):
                partners[one].update(members[rank:])
    return partners


def _keys(item: Item, vocabulary: Vocabulary) -> Iterator[Hashable]:
    days = [*item.days, item.days[-1] + 1] if item.days else []
    for where in _spots(item):
        for day in days:
            yield where, day
    if item.place:
        for clue in _named_days(item):
            yield item.place, clue
        if item.summary:
            yield item.place, "summary", item.first
    tolls = [(name, tally.low) for name, tally in item.claim.counts.items() if tally.low == tally.high]
    for toll in tolls:
        if item.place and not item.wide:
            yield item.place, toll
        if toll[1] > 2:
            for day in days:
                yield day, toll
    for word in vocabulary.rarest(item.words, _WORDS):
        yield "word", word


def _spots(item: Item) -> Iterator[Hashable]:
    """The name of its place and, as names differ, the squares of some ten kilometres around its point."""
    place = item.claim.place
    if place is None:
        return
    yield item.place
    if place.lat is not None and place.lon is not None and not item.wide:
        yield round(place.lat * 10), round(place.lon * 10)


def _named_days(item: Item) -> Iterator[Hashable]:
    """Weekdays and days of the year by which a dated item meets one with a clue only."""
    if item.clue is not None:
        yield item.clue.month_day or item.clue.weekday
    for ordinal in item.days:
        day = date.fromordinal(ordinal)
        yield day.month, day.day
        yield day.isoweekday()
