"""Clusters under constraints: the strongest links first, and none that would join what must stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.linking.items import Item, forbidden
from marsad.linking.weights import Weigher
from marsad.model import ClaimRef, Link

#: Two groups join only where all pairs across, on the average, speak for one event this much: a link between
#: two claims does not draw together all that hang on them.
_AVERAGE: Final = 5.0


def cluster(items: Sequence[Item], links: Sequence[Link], weigher: Weigher) -> list[list[Item]]:
    """The items in groups, each group and all groups in the order of the items."""
    by_ref: dict[ClaimRef, int] = {item.ref: at for at, item in enumerate(items)}
    bits = {(by_ref[link.first], by_ref[link.second]): link.bits for link in links}
    home = list(range(len(items)))
    members: dict[int, list[int]] = {at: [at] for at in range(len(items))}

    def weight(one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in bits:
            bits[pair] = sum(part.bits for part in weigher.weigh(items[pair[0]], items[pair[1]]))
        return bits[pair]

    def may_join(one: int, other: int) -> bool:
        pairs = [(a, b) for a in members[one] for b in members[other]]
        if any(forbidden(items[a], items[b]) for a, b in pairs):
            return False
        return sum(weight(a, b) for a, b in pairs) >= _AVERAGE * len(pairs)

    for link in links:
        keep, gone = sorted((home[by_ref[link.first]], home[by_ref[link.second]]))
        if keep == gone or not may_join(keep, gone):
            continue
        for at in members[gone]:
            home[at] = keep
        members[keep] = sorted(members[keep] + members.pop(gone))
    return [[items[at] for at in members[name]] for name in sorted(members)]
