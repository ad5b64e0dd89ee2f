"""The claims of a report found so far, and where those stand that a further one may repeat."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Hashable, Iterable
from heapq import merge

from marsad.arabic.folding import fold
from marsad.model import Claim, Place
from marsad.reading.groups.groups import VIOLENT
from marsad.reading.tellings.likeness import ATTACKS, is_carried, sides_of


class _Places:
    """Where claims stand in a list, by where they happened; one without a place of its own may be anywhere."""

    def __init__(self) -> None:
        self._all: list[int] = []
        self._open: list[int] = []
        self._at: defaultdict[str, list[int]] = defaultdict(list)

    def _lists(self, place: Place | None) -> tuple[list[int], list[int]]:
        return self._all, self._open if place is None or is_carried(place) else self._at[fold(place.name)]

    def add(self, place: Place | None, at: int) -> None:
        for each in self._lists(place):
            insort(each, at)

    def remove(self, place: Place | None, at: int) -> None:
        for each in self._lists(place):
            del each[bisect_left(each, at)]

    def meeting(self, place: Place | None) -> tuple[list[int], ...]:
        """The claims that `same_place` holds of, in ordered lists."""
        if place is None or is_carried(place):
            return (self._all,)
        return self._open, self._at.get(fold(place.name), [])


class Told:
    """The claims found so far, in order, and where those stand that a further one may repeat.

    A long text makes tens of thousands: each is compared with those of its kind, voice and place only.
    """

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._by: defaultdict[Hashable, _Places] = defaultdict(_Places)
        self._kinds: defaultdict[str, int] = defaultdict(int)
        self._fighting: set[str] = set()

    def add(self, claim: Claim) -> None:
        """Put a claim behind those found so far."""
        self.claims.append(claim)
        self._enter(claim, len(self.claims) - 1)

    def change(self, at: int, claim: Claim) -> None:
        """Put a fuller claim in the place of one."""
        before, self.claims[at] = self.claims[at], claim
        for key in _keys(before):
            self._by[key].remove(before.place, at)
        self._kinds[before.kind] -= 1
        self._enter(claim, at)

    def _enter(self, claim: Claim, at: int) -> None:
        for key in _keys(claim):
            self._by[key].add(claim.place, at)
        self._kinds[claim.kind] += 1
        if claim.kind == "clash":
            self._fighting |= sides_of(claim)

    def alike(self, claim: Claim) -> Iterable[int]:
        """Where claims of one kind, reality, voice and place with this one stand."""
        key, _ = _keys(claim)
        lists = [each for each in self._by[key].meeting(claim.place) if each]
        return merge(*lists) if len(lists) > 1 else lists[0] if lists else ()

    def last(self, kinds: Iterable[str], place: Place | None) -> Claim | None:
        """The latest claim of one of these kinds at a place."""
        found = (at[-1] for kind in kinds for at in self._by[kind].meeting(place) if at)
        latest = max(found, default=None)
        return None if latest is None else self.claims[latest]

    def lacks_fight(self, claim: Claim) -> bool:
        """Whether a fight of two sides is told (المعارك بين أ وب) of whom no fight was told yet."""
        sides = sides_of(claim)
        return claim.kind == "clash" and len(sides) > 1 and not sides & self._fighting

    def is_of_list(self, at: int) -> bool:
        """Whether a claim is one of several that a sentence tells of several places."""
        claim = self.claims[at]
        near = self.claims[max(0, at - 1) : at] + self.claims[at + 1 : at + 2]
        return any(other.kind == claim.kind and other.evidence == claim.evidence for other in near)

    def has_sort_of(self, claim: Claim) -> bool:
        """Whether any claim is of the same sort."""
        kinds = ATTACKS | {claim.kind} if claim.kind in VIOLENT else (claim.kind,)
        return any(self._kinds.get(kind) for kind in kinds)


def _keys(claim: Claim) -> tuple[Hashable, Hashable]:
    """What two claims must share to be one, and the kind alone."""
    voiced = bool(claim.attribution)
    return (claim.kind, claim.modality, claim.polarity, voiced), claim.kind
