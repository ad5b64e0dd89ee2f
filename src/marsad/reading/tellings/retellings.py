"""Which claim before a claim tells again: in other words, of a toll, of a part, of where it was."""

from __future__ import annotations

from typing import Final

from marsad.model import Claim
from marsad.reading.groups.groups import VIOLENT
from marsad.reading.tellings.likeness import (
    STRIKES,
    are_neighbours,
    covers,
    differ,
    has_own_place,
    letters_of,
    oppose,
    same_place,
    same_sort,
    same_time,
    same_voice,
    spans_long,
    tolls,
)
from marsad.reading.tellings.told import Told

#: Kinds of which a toll in the next words is told; its own kind is theirs.
_TAKING_TOLL: Final = VIOLENT - {"destruction"}


def may_be_toll_of(claim: Claim, act: Claim) -> bool:
    """Whether a toll without a cause and a place of its own is that of the act told right before it."""
    told_alike = act.modality == claim.modality == "happened" and act.polarity == claim.polarity
    return (
        act.kind in _TAKING_TOLL
        and told_alike
        and same_sort(act, claim)
        and not has_own_place(claim)
        and same_time(act, claim)
        and same_place(act.place, claim.place)
    )


def tolled(found: list[Claim], toll: Claim) -> Claim | None:
    """The act told shortly before that a toll is of which rose: at no other place, if it has one of its own."""
    for act in reversed(found[-3:]):
        real = act.modality == "happened" and act.polarity == "affirmed"
        if act.kind in _TAKING_TOLL and real:
            return act if not has_own_place(toll) or same_place(act.place, toll.place) else None
    return None


def echoed(found: list[Claim], claim: Claim) -> int | None:
    """The claim before that an echo belongs to: of the same voice, violent if it is, with no other toll."""
    for at in range(len(found) - 1, max(-1, len(found) - 4), -1):
        known = found[at]
        if not same_sort(known, claim) or known.modality != claim.modality or known.polarity != claim.polarity:
            continue
        if not same_voice(known, claim):
            continue
        if not same_place(known.place, claim.place) or differ(known, claim, loosely=True):
            continue
        if not same_time(known, claim):
            continue
        if oppose(known.initiator, claim.initiator):
            continue
        if spans_long(claim) and not spans_long(known):
            continue  # the toll of months is not that of one day in them
        return at
    return None


def told_again(found: list[Claim], claim: Claim) -> int | None:
    """The claim before of the same voice with the very toll that an echo without a place of its own repeats."""
    toll = {name: (tally.low, tally.high) for name, tally in tolls(claim).items()}
    if has_own_place(claim) or all(low != high or low < 2 for low, high in toll.values()):
        return None
    for at in range(len(found) - 1, max(-1, len(found) - 6), -1):
        known = found[at]
        told = {name: (tally.low, tally.high) for name, tally in tolls(known).items()}
        alike = same_sort(known, claim) and same_voice(known, claim) and known.modality == claim.modality
        if alike and told == toll:
            return at
    return None


def detailed_toll(found: list[Claim], claim: Claim) -> int | None:
    """The claim before of the same voice with the very toll of an area in which a claim tells the place."""
    toll = {name: (tally.low, tally.high) for name, tally in tolls(claim).items()}
    if claim.kind not in VIOLENT or all(low < 2 for low, _ in toll.values()):
        return None
    for at in range(len(found) - 1, max(-1, len(found) - 4), -1):
        known = found[at]
        told = {name: (tally.low, tally.high) for name, tally in tolls(known).items()}
        alike = known.kind == claim.kind and same_voice(known, claim) and known.modality == claim.modality
        if alike and told == toll and same_time(known, claim) and covers(known.place, claim.place):
            return None if oppose(known.initiator, claim.initiator) or oppose(known.target, claim.target) else at
    return None


#: A toll of more than these is told in parts that are claims of their own.
_FEW: Final = 20


def told_in_part(found: list[Claim], claim: Claim) -> int | None:
    """The claim right before of the same voice of whose toll a definite act ("the blast hurt a guard") tells a part."""
    if not found or claim.why.startswith("verb") or not tolls(claim):
        return None
    act = found[-1]
    alike = act.kind == claim.kind and same_voice(act, claim) and act.modality == claim.modality
    if not alike or not same_place(act.place, claim.place) or not same_time(act, claim):
        return None
    whole, part = tolls(act), tolls(claim)
    smaller = part.keys() <= whole.keys() and all(part[name].low <= whole[name].low <= _FEW for name in part)
    return len(found) - 1 if smaller else None


def retold(told: Told, claim: Claim, echo: bool) -> int | None:
    """The strike before, of the same voice, that a claim tells more of in other words.

    A strike that no word tells the sort of (استهدفت منزلا في أ) is that which hit the very place; a definite noun
    (الغارات) tells where in an area it was.
    """
    if claim.kind not in VIOLENT:
        return None
    for at in range(len(told.claims) - 1, max(-1, len(told.claims) - 5), -1):
        known = told.claims[at]
        if told.is_of_list(at) or not (_is_vague(known, claim) or (echo and _is_nearer(known, claim))):
            continue
        told_alike = (known.modality, known.polarity) == (claim.modality, claim.polarity)
        if told_alike and same_voice(known, claim) and same_time(known, claim) and not differ(known, claim):
            return None if oppose(known.initiator, claim.initiator) else at
    return None


def _is_vague(known: Claim, claim: Claim) -> bool:
    """Whether a claim leaves open what sort of strike it was that hit the place of another."""
    unplaced = claim.kind == "attack" and not claim.why.startswith("verb") and not has_own_place(claim)
    if unplaced and known.kind in STRIKES and letters_of(known) == letters_of(claim):
        return True  # وأدى استهداف الدراجة إلى
    if None in (known.place, claim.place) or not has_own_place(claim) or not same_place(known.place, claim.place):
        return False
    if claim.kind == "attack":
        return known.kind in STRIKES and claim.why.startswith("verb استهدف")
    return claim.kind == "shelling" and known.kind == "air_strike" and not (claim.weapon or claim.initiator)


def _is_nearer(known: Claim, claim: Claim) -> bool:
    """Whether a claim of the same sort is told of a place in the area of another."""
    one, other = known.place, claim.place
    if one is None or other is None or known.kind != claim.kind or not has_own_place(claim):
        return False
    return covers(one, other) or covers(other, one)


def goes_on(found: list[Claim], claim: Claim) -> bool:
    """Whether a toll in a sentence of its own goes on with what another voice told in the one before."""
    if not found or claim.attribution or not claim.counts or (claim.when is not None and claim.when.span is not None):
        return False
    act = found[-1]
    return are_neighbours(act, claim) and may_be_toll_of(claim, act) and not act.counts.keys() & claim.counts.keys()


def raided(found: list[Claim], claim: Claim) -> int | None:
    """The raid before that arrests belong to, or the arrests before that a raid belongs to: one claim together."""
    if claim.kind not in ("raid", "arrest"):
        return None
    for at in range(len(found) - 1, max(-1, len(found) - 3), -1):
        known = found[at]
        told_alike = known.modality == claim.modality and known.polarity == claim.polarity
        if {known.kind, claim.kind} != {"raid", "arrest"} or not told_alike or differ(known, claim):
            continue
        if not same_voice(known, claim):
            continue
        if same_place(known.place, claim.place) and same_time(known, claim):
            return None if oppose(known.initiator, claim.initiator) else at
    return None
