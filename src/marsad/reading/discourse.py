"""Stage 11: what the report says twice it claims once; a headline only repeats what the text tells."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.model import Claim, Place

_VIOLENT: Final = frozenset(
    ("clash", "air_strike", "shelling", "explosion", "suicide_bombing", "attack", "destruction")
)
_STRIKES: Final = frozenset(("air_strike", "shelling", "explosion", "suicide_bombing"))
_BEARING: Final = _VIOLENT | {"raid", "arrest", "operation", "capture"}


def settle(claims: list[Claim], headline_end: int, echoes: frozenset[str]) -> list[Claim]:
    """The claims of a report, each once, in the order of the text.

    `echoes` are the ids of claims that only take up what was told before ("the shelling", a toll with no cause).
    """
    body = [claim for claim in claims if claim.evidence.start >= headline_end]
    head = [claim for claim in claims if claim.evidence.start < headline_end]
    found: list[Claim] = []
    shelled = any(claim.kind == "shelling" for claim in body)
    for told in body:
        claim = _kind_in_context(told, found, shelled, echoes)
        if claim.id in echoes and _adds_nothing(claim) and any(_same_sort(known, claim) for known in found):
            continue
        same = next((at for at, known in enumerate(found) if _repeats(known, claim)), None)
        if same is None and claim.id in echoes:
            same = _echoed(found, claim)
        if same is None:
            same = _raided(found, claim)
        if same is None:
            found.append(claim)
        else:
            found[same] = _fuller(found[same], claim)
    kept = [claim for claim in head if not any(_headlines(claim, other) for other in found)]
    return [*_once(kept), *found]


def _kind_in_context(claim: Claim, found: list[Claim], shelled: bool, echoes: frozenset[str]) -> Claim:
    """The kind of an unspecified strike: that of the strike it takes up, or shelling in a report on shelling."""
    if claim.kind == "shelling" and claim.id in echoes and claim.weapon is None:
        strikes = [
            known
            for known in found
            if known.kind in ("shelling", "air_strike") and _same_place(known.place, claim.place)
        ]
        return replace(claim, kind=strikes[-1].kind) if strikes else claim
    if claim.kind != "attack" or (claim.counts.keys() and claim.id in echoes):
        return claim
    if claim.id in echoes:
        strikes = [known for known in found if known.kind in _STRIKES and _same_place(known.place, claim.place)]
        return replace(claim, kind=strikes[-1].kind) if strikes else claim
    if shelled and claim.weapon is None and claim.why.startswith("verb استهدف"):
        return replace(claim, kind="shelling")
    return claim


def _adds_nothing(claim: Claim) -> bool:
    """Whether a claim that takes up another tells nothing of its own: no toll, no place, no time, no denial."""
    own_place = claim.place is not None and not claim.place.why.startswith(("carried over", "taken up"))
    own_time = claim.when is not None and claim.when.span is not None
    plain = claim.modality == "happened" and claim.polarity == "affirmed"
    return plain and not (claim.counts or own_place or own_time)


def _same_voice(one: Claim, other: Claim) -> bool:
    """Whether the source nearest to the event is the same."""
    return [source.name for source in one.attribution[:1]] == [source.name for source in other.attribution[:1]]


def _same_sort(known: Claim, claim: Claim) -> bool:
    return known.kind == claim.kind or (known.kind in _BEARING and claim.kind in _VIOLENT)


def _echoed(found: list[Claim], claim: Claim) -> int | None:
    """The claim before that an echo belongs to: of the same voice, violent if it is, with no other toll."""
    for at in range(len(found) - 1, max(-1, len(found) - 4), -1):
        known = found[at]
        if not _same_sort(known, claim) or known.modality != claim.modality or known.polarity != claim.polarity:
            continue
        if not _same_voice(known, claim):
            continue
        if not _same_place(known.place, claim.place) or _differ(known, claim) or not _same_time(known, claim):
            continue
        return at
    return None


def _raided(found: list[Claim], claim: Claim) -> int | None:
    """The raid before that arrests belong to, or the arrests before that a raid belongs to: one claim together."""
    if claim.kind not in ("raid", "arrest"):
        return None
    for at in range(len(found) - 1, max(-1, len(found) - 3), -1):
        known = found[at]
        told_alike = known.modality == claim.modality and known.polarity == claim.polarity
        if {known.kind, claim.kind} != {"raid", "arrest"} or not told_alike or _differ(known, claim):
            continue
        if not _same_voice(known, claim):
            continue
        if _same_place(known.place, claim.place) and _same_time(known, claim):
            return None if _clash(known.initiator, claim.initiator) else at
    return None


def _differ(one: Claim, other: Claim) -> bool:
    shared = one.counts.keys() & other.counts.keys()
    return any((one.counts[k].low, one.counts[k].high) != (other.counts[k].low, other.counts[k].high) for k in shared)


def _once(claims: list[Claim]) -> list[Claim]:
    found: list[Claim] = []
    for claim in claims:
        if not any(_headlines(claim, known) for known in found):
            found.append(claim)
    return found


def _headlines(head: Claim, claim: Claim) -> bool:
    """Whether a headline's claim is told by a claim of the text."""
    return head.kind == claim.kind or (head.kind in _VIOLENT and claim.kind in _VIOLENT)


def _repeats(one: Claim, other: Claim) -> bool:
    """Whether two claims of one report are the same thing said by the same voice."""
    if one.kind != other.kind or one.modality != other.modality or one.polarity != other.polarity:
        return False
    if not _same_voice(one, other):
        return False
    if not _same_time(one, other) or not _same_place(one.place, other.place):
        return False
    if _differ(one, other):
        return False
    shared = one.counts.keys() & other.counts.keys()
    if _clash(one.initiator, other.initiator) or _clash(one.target, other.target):
        return False
    return not (one.counts and other.counts and not shared)


def _clash(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    if not one or not other:
        return False
    ids = [{party.id for party in side if party.id} for side in (one, other)]  # type: ignore[attr-defined]
    return bool(ids[0] and ids[1]) and not ids[0] & ids[1]


def _same_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return True
    if one.name == other.name or fold(one.name) == fold(other.name):
        return True
    return other.why.startswith("carried over") or one.why.startswith("carried over")


def _same_time(one: Claim, other: Claim) -> bool:
    if one.when is None or other.when is None:
        return one.when is other.when
    return one.when.start <= other.when.end and other.when.start <= one.when.end


def _fuller(one: Claim, other: Claim) -> Claim:
    """The claim with the fuller sentence, filled up from the other."""
    arrests = other.kind == "arrest" and one.kind == "raid"
    fuller = one.kind == other.kind and _weight(other) > _weight(one)
    full, spare = (other, one) if fuller or arrests else (one, other)
    return replace(
        full,
        initiator=full.initiator or spare.initiator,
        target=full.target or spare.target,
        place=full.place or spare.place,
        counts={**spare.counts, **full.counts},
        weapon=full.weapon or spare.weapon,
    )


def _weight(claim: Claim) -> int:
    placed = claim.place is not None and not claim.place.why.startswith("carried over")
    return 3 * len(claim.counts) + 2 * placed + bool(claim.initiator) + bool(claim.target)
