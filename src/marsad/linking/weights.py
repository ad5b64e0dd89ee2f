"""Field weights: how strongly each field of two claims says that they tell of one happening, in bits.

A weight is the log2 ratio of how often its outcome is met among claims of one event and among claims at
large (Fellegi and Sunter 1969). A field on which one claim is silent says nothing. The constants were set on
half of a set of incidents that several outlets reported, and rounded; where one outcome of a field is rarer
than another (places, days, words), its weight follows from how rare it is among the claims at hand.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from marsad.linking.clues import Vocabulary
from marsad.linking.items import Item, days_apart, distance_km, exclusive, nested
from marsad.model import FieldWeight, Tally

#: Claims that we have not seen, at other places and days: a small set must not take itself for all there is.
_UNSEEN: Final = 3000

#: What a place and a day are worth at most: two happenings on one day in one village are not unheard of. A
#: region's name says next to nothing.
_PLACE_MOST: Final = 5.0
_PLACE_WIDE: Final = 0.3
_DAY_MOST: Final = 6.0

#: A contradicting clue in the claim's own words is nearly sure; one lent by the lead may be of another day.
_CLUE_AGAINST: Final = -5.0
_LEAD_AGAINST: Final = -4.0

#: Bits for each bit of shared words: words come in phrases, so that most repeat what others have said.
_WORDS_SHARE: Final = 0.15
_WORDS_MOST: Final = 4.0
#: What is left of the weight of shared words where one outlet wrote both: it has its own turns of phrase.
_ONE_HAND: Final = 0.5
_LIKENESS: Final = ((0.3, 2.5), (0.2, 2.0), (0.15, 1.0), (0.1, 0.0), (0.05, -0.5), (0.0, -1.0))

#: The same few outcomes are met in pair after pair.
_weight: Final = functools.lru_cache(maxsize=4096)(FieldWeight)


class Weigher:
    """Weighs pairs of items against what is common in all of them."""

    def __init__(self, items: Sequence[Item], vocabulary: Vocabulary) -> None:
        self._total = len(items) + _UNSEEN
        self._places = Counter(item.place for item in items)
        self._days = Counter(day for item in items for day in item.days)
        self._vocabulary = vocabulary
        self._reports: dict[tuple[str, str], FieldWeight | None] = {}

    def weigh(self, one: Item, other: Item) -> tuple[FieldWeight, ...]:
        """The weights of all fields of which both claims speak."""
        apart = one.ref.document != other.ref.document
        parts = (
            _kind(one, other),
            self._when(one, other),
            self._place(one, other),
            _actors("initiator", one.initiator, other.initiator),
            _actors("target", one.target, other.target),
            *_counts(one, other),
            _weapon(one, other),
            self._words(one, other) if apart else None,
            self._report(one, other) if apart else None,
        )
        return tuple(filter(None, parts))

    def _when(self, one: Item, other: Item) -> FieldWeight | None:
        if one.first is None or other.first is None or one.last is None or other.last is None:
            return self._clues(one, other)
        if days_apart(one, other):
            return _weight("when", "a day apart", 1.0)
        if one.days and other.days:
            shared = max(self._days[day] for day in one.days if day in other.days)
            return _weight("when", "same day", self._rarity(shared, 0.8, _DAY_MOST))
        if one.summary and other.summary:
            same = (one.first, one.last) == (other.first, other.last)
            level = "same stretch" if same else "overlapping stretches"
            return _weight("when", level, 2.0 if same else -1.0)
        return _weight("when", "within", 1.0)

    def _clues(self, one: Item, other: Item) -> FieldWeight | None:
        """Of one or both only a weekday or a day of a month is known."""
        if one.clue is None or other.clue is None:
            silent, dated = (one, other) if one.first is None else (other, one)
            if silent.clue is None or not dated.days:
                return None
            fits = any(silent.clue.fits(date.fromordinal(day)) for day in dated.days)
            clue, own = silent.clue, silent.clue.own
        else:
            clue, own = one.clue, one.clue.own and other.clue.own
            if (clue.month_day is None) != (other.clue.month_day is None):
                return None
            fits = (clue.weekday, clue.month_day) == (other.clue.weekday, other.clue.month_day)
        level = "day of the year" if clue.month_day else "weekday"
        if not fits:
            return _weight("when", f"another {level}", _CLUE_AGAINST if own else _LEAD_AGAINST)
        return _weight("when", f"same {level}", 5.0 if clue.month_day else 2.5)

    def _place(self, one: Item, other: Item) -> FieldWeight | None:
        if not one.place or not other.place:
            return None
        most = _PLACE_WIDE if one.wide or other.wide else _PLACE_MOST
        common = max(self._places[one.place], self._places[other.place])
        if one.place == other.place:
            return _weight("place", "same name", self._rarity(common, 0.6, most))
        distance = distance_km(one.claim.place, other.claim.place)
        if distance is None:
            return _weight("place", "other name", -1.5)
        if one.wide or other.wide:
            return _weight("place", "one may hold the other", 0.5)
        near = self._rarity(common, 0.3, most) if distance <= 3 else 0.0
        return _weight("place", f"{distance:.0f} km apart", near)

    def _rarity(self, count: int, share: float, most: float) -> float:
        """Bits of an outcome that `count` items have."""
        return round(max(0.3, min(most, share * math.log2(self._total / (count + 1)))), 2)

    def _words(self, one: Item, other: Item) -> FieldWeight | None:
        share = _WORDS_SHARE * (_ONE_HAND if _one_outlet(one, other) else 1.0)
        found = round(min(_WORDS_MOST, share * self._vocabulary.bits(one.words & other.words)), 2)
        return _weight("words", "rare ones shared", found) if found >= 0.5 else None

    def _report(self, one: Item, other: Item) -> FieldWeight | None:
        """How alike the reports are as wholes: those on one happening name the same people and spots."""
        names = (one.ref.document, other.ref.document)
        if names not in self._reports:
            self._reports[names] = self._likeness(*names, one_hand=_one_outlet(one, other))
        return self._reports[names]

    def _likeness(self, one: str, other: str, *, one_hand: bool) -> FieldWeight | None:
        alike = self._vocabulary.likeness(one, other)
        bits = next(bits for floor, bits in _LIKENESS if alike >= floor)
        if bits > 0 and one_hand:
            bits *= _ONE_HAND
        return _weight("report", f"{alike:.0%} alike", bits) if bits else None


def _one_outlet(one: Item, other: Item) -> bool:
    return one.report.outlet is not None and one.report.outlet == other.report.outlet


def _kind(one: Item, other: Item) -> FieldWeight:
    same = one.claim.kind == other.claim.kind
    return _weight("kind", "same" if same else "may be one", 1.0 if same else 0.4)


def _actors(name: str, one: frozenset[str], other: frozenset[str]) -> FieldWeight | None:
    if not one or not other:
        return None
    if one & other:
        return _weight(name, "shared", 0.5 if (one & other) <= {"CIVILIANS", "UNKNOWN"} else 1.0)
    if nested(one, other):
        return _weight(name, "one holds the other", 0.5)
    return _weight(name, "different", -0.5)


def _counts(one: Item, other: Item) -> Iterator[FieldWeight]:
    told = other.claim.counts
    for name, tally in one.claim.counts.items():
        if name in told:
            yield _weight(name, *_agreement(tally, told[name]))


def _agreement(one: Tally, other: Tally) -> tuple[str, float]:
    """A large number told alike is hardly chance; "some wounded" is in every report; first tolls grow."""
    if exclusive(one, other):
        ratio = max(one.low, other.low) / max(1, min(one.low, other.low))
        return ("near", 0.7) if ratio <= 2 else ("different", -1.5)
    if (one.low, one.high) == (other.low, other.high) and one.low == one.high:
        return "equal", round(min(4.0, 1.8 + 0.6 * math.log2(max(1, one.low))), 2)
    return "overlapping", 0.7


def _weapon(one: Item, other: Item) -> FieldWeight | None:
    if one.claim.weapon is None or other.claim.weapon is None:
        return None
    same = one.claim.weapon.label == other.claim.weapon.label
    return _weight("weapon", "same" if same else "different", 0.8 if same else -0.2)
