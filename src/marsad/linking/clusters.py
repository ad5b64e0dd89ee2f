"""Clusters under constraints: the strongest links first, and none that would join what must stay apart."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.linking.pairs import Item, forbidden
from marsad.model import ClaimRef, Link


def cluster(items: Sequence[Item], links: Sequence[Link]) -> list[list[Item]]:
    """The items in groups, each group and all groups in the order of the items.

    A link joins two groups only where no pair across them is forbidden, so that claims do not chain through others.
    """
    by_ref: dict[ClaimRef, int] = {item.ref: at for at, item in enumerate(items)}
    home = list(range(len(items)))
    members: dict[int, list[int]] = {at: [at] for at in range(len(items))}
    for link in links:
        one, other = home[by_ref[link.first]], home[by_ref[link.second]]
        if one == other:
            continue
        if any(forbidden(items[a], items[b]) for a in members[one] for b in members[other]):
            continue
        keep, gone = min(one, other), max(one, other)
        for at in members[gone]:
            home[at] = keep
        members[keep] = sorted(members[keep] + members.pop(gone))
    return [[items[at] for at in members[name]] for name in sorted(members)]
