"""The linking: from the claims of all reports to events. `link` is a function; the store keeps its result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from marsad.forks import share_out
from marsad.linking.agreement import build_event
from marsad.linking.clues import Clue, Vocabulary, Wording, find_clues, words_of
from marsad.linking.clusters import cluster
from marsad.linking.copies import Sketch, find_copies, sketch
from marsad.linking.items import Item
from marsad.linking.pairs import weigh_pairs
from marsad.linking.weights import Weigher
from marsad.model import ClaimRef, Event, Link, Reading

__all__ = ["link"]

#: So few readings are linked sooner than another process is forked.
_FEW: Final = 100


class _Look(NamedTuple):
    """What is taken from one reading by itself."""

    wording: Wording
    clues: dict[str, Clue]
    sketch: Sketch


def link(
    readings: Iterable[Reading], *, previous: Mapping[ClaimRef, str] | None = None, workers: int = 1
) -> list[Event]:
    """The events of a set of readings, newest first; the order of the readings does not matter.

    `previous` are the event ids that claims had before: an event keeps the id that most of its claims had.
    With more than one of `workers` and many readings other processes help, where the platform can fork them.
    """
    readings = sorted((each for each in readings if each.claims), key=lambda each: each.document.id)
    reports = {reading.document.id: reading.document for reading in readings}
    workers = workers if len(readings) > _FEW else 1
    looks = dict(zip(reports, share_out(_look, readings, workers), strict=True))
    vocabulary = Vocabulary({name: look.wording for name, look in looks.items()})
    items = sorted(
        (item for each in readings for item in _items(each, looks[each.document.id].clues, vocabulary)),
        key=lambda item: item.order,
    )
    weigher = Weigher(items, vocabulary)
    links = weigh_pairs(items, weigher, vocabulary, workers=workers)
    groups = cluster(items, links, weigher)
    copies = find_copies(reports, {name: look.sketch for name, look in looks.items()})
    ids = _ids(groups, previous or {})
    held = _links_of(groups, links)
    events = [build_event(ids[at], group, held[at], copies) for at, group in enumerate(groups)]
    return sorted(events, key=lambda event: (-(event.when.end.toordinal() if event.when else 0), event.id))


def _look(reading: Reading) -> _Look:
    words = words_of(reading.document.text)
    wording = Wording(reading.document.text, words, {claim.evidence for claim in reading.claims})
    return _Look(wording, find_clues(reading, wording), sketch(words))


def _items(reading: Reading, clues: Mapping[str, Clue], vocabulary: Vocabulary) -> Iterator[Item]:
    report = reading.document
    for claim in reading.claims:
        place = claim.place.name if claim.place else ""
        words = vocabulary.telling(report.id, claim.evidence, place)
        yield Item.of(claim, report, clue=clues.get(claim.id), words=words)


def _links_of(groups: Sequence[Sequence[Item]], links: Iterable[Link]) -> list[list[Link]]:
    """For each group the links inside it."""
    home = {item.ref: at for at, group in enumerate(groups) for item in group}
    held: list[list[Link]] = [[] for _ in groups]
    for each in links:
        if home[each.first] == home[each.second]:
            held[home[each.first]].append(each)
    return held


def _ids(groups: list[list[Item]], previous: Mapping[ClaimRef, str]) -> list[str]:
    """An id for each event: what most of its claims had, larger events first; else its first claim's."""
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
            anchor = min(group, key=lambda item: (item.report.published or "9999", *item.order))
            taken[at] = "e" + anchor.ref.claim[1:]
            while taken[at] in used:
                taken[at] += "x"
            used.add(taken[at])
    return [taken[at] for at in range(len(groups))]
