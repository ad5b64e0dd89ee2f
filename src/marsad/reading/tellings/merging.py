"""One claim out of two that tell the same: the fuller one, filled up from the other."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, CountName, Party, Period, Place, Span, Tally
from marsad.reading.tellings.likeness import (
    are_neighbours,
    covers,
    has_own_place,
    is_carried,
    is_placed,
    is_some,
    tolls,
)
from marsad.reading.times.clock import is_own, is_said


def merge_claims(one: Claim, other: Claim, *, taken_up: bool) -> Claim:
    """The claim with the fuller sentence, filled up from the other, which may only take it up."""
    arrests = other.kind == "arrest" and one.kind == "raid"
    fuller = one.kind == other.kind and _weight(other) > _weight(one)
    full, spare = (other, one) if fuller or arrests else (one, other)
    return replace(
        full,
        evidence=evidence_of_both(one, other, full) if taken_up or _adds(spare, full) else full.evidence,
        initiator=_who(full, spare),
        target=full.target or spare.target,
        place=_nearer(full.place, spare.place),
        when=_closer(full.when, spare.when, echo=full is other and _is_bare(other)),
        counts=_counts_of_both(full, spare),
        weapon=full.weapon or spare.weapon,
        framing=tuple(sorted({*full.framing, *spare.framing}, key=lambda framing: framing.span or full.trigger)),
        aspect=full.aspect or spare.aspect,
    )


def _counts_of_both(full: Claim, spare: Claim) -> dict[CountName, Tally]:
    """The counts of a claim filled up from another's; how many goes before "some" and before "at least"."""
    merged = {**spare.counts, **full.counts}
    for name, tally in spare.counts.items():
        closer = merged[name].high is None and tally.high is not None and tally.high >= merged[name].low
        if is_some(merged[name]) or closer:
            merged[name] = tally
    return merged


def _who(full: Claim, spare: Claim) -> tuple[Party, ...]:
    """Who did it; who visited somebody, where both are told of a meeting: وصل الوزير حيث التقى نظيره."""
    if full.kind == "meeting" and {party.id for party in full.initiator} < {party.id for party in spare.initiator}:
        return spare.initiator
    return full.initiator or spare.initiator


def _is_bare(claim: Claim) -> bool:
    """Whether a claim rests on a noun that no verb carries: وأثار هجوم القوات على العاصمة إدانات."""
    return claim.why.startswith("noun ") and " with " not in claim.why


def _closer(full: Period | None, spare: Period | None, *, echo: bool) -> Period | None:
    """The time that words of its own tell, where they tell as closely: one that is only taken over gives way to it.

    That of a bare noun, an `echo`, without time words gives way to any: تشن منذ نيسان هجوما ... وأثار الهجوم إدانات.
    """
    if is_said(full) and spare is not None:
        return spare
    if full is None or spare is None or is_own(full) or not is_own(spare):
        return full
    return spare if echo or spare.end - spare.start <= full.end - full.start else full


def _adds(spare: Claim, full: Claim) -> bool:
    """Whether a claim tells what the fuller one lacks: a toll, who did it, to whom, or where."""
    return (
        bool(spare.counts.keys() - full.counts.keys())
        or any(mine and not theirs for mine, theirs in ((spare.initiator, full.initiator), (spare.target, full.target)))
        or (has_own_place(spare) and not has_own_place(full))
    )


#: How many characters two neighbours may have together.
_LONGEST: Final = 800


def evidence_of_both(one: Claim, other: Claim, full: Claim) -> Span:
    """The words of an act and of its toll, where they are neighbours: what a claim tells rests on both."""
    both = Span(one.evidence.start, other.evidence.end)
    return both if are_neighbours(one, other) and both.end - both.start <= _LONGEST else full.evidence


def _nearer(one: Place | None, other: Place | None) -> Place | None:
    """The place that lies inside the other, or else the first that is told."""
    if one is None or other is None or is_carried(other):
        return one or other
    if is_carried(one):
        return other
    return other if covers(one, other) and not covers(other, one) else one


def _weight(claim: Claim) -> int:
    """How much a claim tells: above all tolls, then where it was and who did it to whom."""
    counted = tolls(claim).values()
    exact = sum(tally.high is not None for tally in counted)
    return 3 * len(counted) + exact + 2 * is_placed(claim) + bool(claim.initiator) + bool(claim.target)
