"""The linking: from the claims of all reports to events. `link` is a function; who keeps its result is the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad.linking.agreement import build_event
from marsad.linking.clusters import cluster
from marsad.linking.copies import find_copies
from marsad.linking.pairs import Item, weigh_pairs
from marsad.model import ClaimRef, Event, Reading

__all__ = ["link"]


def link(readings: Iterable[Reading], *, previous: Mapping[ClaimRef, str] | None = None) -> list[Event]:
    """The events of a set of readings, newest first; the order of the readings does not matter.

    `previous` are the event ids that claims had before: an event keeps the id that most of its claims had.
    """
    items = sorted(
        (Item.of(claim, reading.document) for reading in readings for claim in reading.claims),
        key=lambda item: (item.ref.document, item.ref.claim),
    )
    copies = find_copies({item.ref.document: item.report for item in items})
    links = weigh_pairs(items)
    groups = cluster(items, links)
    ids = _ids(groups, previous or {})
    events = [build_event(ids[at], group, links, copies) for at, group in enumerate(groups)]
    return sorted(events, key=lambda event: (-(event.when.end.toordinal() if event.when else 0), event.id))


def _ids(groups: list[list[Item]], previous: Mapping[ClaimRef, str]) -> list[str]:
    """One id an event: the one that most of its claims had, the larger event first; else made of its first claim."""
    taken: dict[int, str] = {}
    used: set[str] = set()
    for at in sorted(range(len(groups)), key=lambda at: (-len(groups[at]), groups[at][0].ref.claim)):
        votes: dict[str, int] = {}
        for item in groups[at]:
            if item.ref in previous:
                votes[previous[item.ref]] = votes.get(previous[item.ref], 0) + 1
        for name in sorted(votes, key=lambda name: (-votes[name], name)):
            if name not in used:
                taken[at] = name
                used.add(name)
                break
    for at, group in enumerate(groups):
        if at not in taken:
            anchor = min(group, key=lambda item: (item.report.published or "9999", item.ref.document, item.ref.claim))
            taken[at] = "e" + anchor.ref.claim[1:]
            while taken[at] in used:
                taken[at] += "x"
            used.add(taken[at])
    return [taken[at] for at in range(len(groups))]
