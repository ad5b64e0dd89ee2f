"""Stage 13: how sure each claim and each of its fields is.

A claim has signs (its trigger is a verb, its place stands near, it has no time of its own). The file
`confidence.csv` gives each sign a weight for the claim as a whole and for its fields, in logits; their sum is the
chance that a careful annotator agrees. `scripts/fit_confidence.py` works the weights out from gold reports.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.knowledge import Knowledge
from marsad.model import Claim, Confidence, Party, Period, Place, Span

#: What each sign weighs for the claim and its fields, in the order of `Confidence`.
Weights = Mapping[str, tuple[float, ...]]

#: `claim`, and the fields.
FIELDS: Final = Confidence.__struct_fields__
_NOTHING: Final = (0.0,) * len(FIELDS)

#: The sign that every claim has.
ALWAYS = "always"


def weights_of(knowledge: Knowledge) -> Weights:
    """The weights of the knowledge files, with those of the user."""
    found: dict[str, list[float]] = {}
    for row in knowledge.rows("confidence"):
        found.setdefault(row["sign"], [*_NOTHING])[FIELDS.index(row["field"])] = float(row["weight"])
    return {sign: tuple(weights) for sign, weights in found.items()}


def rated(claims: Sequence[Claim], weights: Weights) -> tuple[Claim, ...]:
    """The claims of one report with their confidence."""
    return tuple(
        replace(claim, confidence=confidence(signs, weights))
        for claim, signs in zip(claims, signs_of(claims), strict=True)
    )


def confidence(signs: Sequence[str], weights: Weights) -> Confidence:
    """The chances that signs give, rounded to hundredths (as a whole number of them: digits cost ten times as much)."""
    known = [found for sign in signs if (found := weights.get(sign)) is not None] or [_NOTHING]
    return Confidence(*[round(100 / (1 + math.exp(-sum(column)))) / 100 for column in zip(*known, strict=True)])


def reasons(signs: Sequence[str], weights: Weights, field: str) -> list[tuple[str, float]]:
    """The signs that set a claim apart for one field, with their weights, the heaviest first."""
    at = FIELDS.index(field)
    own = [sign for sign in signs if sign in weights and sign != ALWAYS]
    known = [(sign, weights[sign][at]) for sign in own if weights[sign][at]]
    return sorted(known, key=lambda each: -abs(each[1]))


def signs_of(claims: Sequence[Claim]) -> Iterator[tuple[str, ...]]:
    """The signs of each claim of a report, in its order."""
    told: Counter[str] = Counter()
    shared = Counter(claim.evidence.start for claim in claims)
    for at, claim in enumerate(claims):
        yield tuple(_signs(claim, at, told[claim.kind], shared[claim.evidence.start]))
        told[claim.kind] += 1


def _signs(claim: Claim, at: int, told: int, shared: int) -> list[str]:
    found = [ALWAYS, f"kind {claim.kind}", f"trigger {claim.why.partition(' ')[0]}"]
    if " with " in claim.why:
        found.append("trigger carried by a verb")
    if at == 0:
        found.append("first claim")
    if told:
        found.append("kind told before")
    if shared > 1:
        found.append("several claims in one clause")
    length = claim.evidence.end - claim.evidence.start
    if length < 60:
        found.append("short clause")
    elif length > 220:
        found.append("long clause")
    if claim.evidence.end - claim.trigger.end < 15:
        found.append("trigger last")
    found.append(f"modality {claim.modality}")
    if claim.polarity == "denied":
        found.append("denied")
    if claim.weapon is not None:
        found.append("weapon")
    found += _source_signs(claim)
    found += _place_signs(claim.place, claim.trigger)
    found += _time_signs(claim.when, claim.trigger)
    found += _count_signs(claim)
    found += _party_signs("initiator", claim.initiator)
    found += _party_signs("target", claim.target)
    return found


def _source_signs(claim: Claim) -> list[str]:
    if not claim.attribution:
        return ["outlet's own voice"]
    first = claim.attribution[0]
    found = [f"source {first.kind}"]
    if len(claim.attribution) > 1:
        found.append("chain of sources")
    if len(first.name) > 40:
        found.append("long name of a source")
    if first.span is not None and not (claim.evidence.start - 80 <= first.span.start <= claim.evidence.end + 40):
        found.append("source from a sentence before")
    return found


def _place_signs(place: Place | None, trigger: Span) -> list[str]:
    if place is None:
        return ["no place"]
    if place.span is None or place.why.startswith("carried over"):
        how = "place carried over"
    else:
        how = "place far" if abs(place.span.start - trigger.end) > 60 else "place near"
    return [f"place {place.precision}", how]


def _time_signs(when: Period | None, trigger: Span) -> list[str]:
    if when is None:
        return ["no time"]
    if when.span is None:
        return ["time of the report" if when.why.startswith("the day of publication") else "time carried over"]
    return [f"time {when.precision}", "time near" if abs(when.span.start - trigger.end) <= 60 else "time far"]


def _count_signs(claim: Claim) -> list[str]:
    if not claim.counts:
        return ["no count"]
    found = []
    for name, tally in claim.counts.items():
        found.append(f"count {name}")
        if tally.high is None:
            found.append("open count")
    if len(claim.counts) > 1:
        found.append("several counts")
    return found


def _party_signs(role: str, parties: Sequence[Party]) -> list[str]:
    if not parties:
        return [f"no {role}"]
    found = [f"known {role}" if all(party.id for party in parties) else f"unknown {role}"]
    if len(parties) > 1:
        found.append(f"several in {role}")
    if any(party.why.startswith("taken up") for party in parties):
        found.append(f"{role} taken up")
    return found
