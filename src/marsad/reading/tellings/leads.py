"""Stage 12: what the lead of a report sums up and its body details is claimed once, by the detail.

News is told twice: the first sentence gives the gist (four killed in strikes on the countryside), what follows gives
the acts (a strike on a market, two killed). Only claims of one source are joined so: a lead in the outlet's own
voice stands beside an attributed account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.model import Claim, CountName, Party, Source, Tally
from marsad.reading.parties.cast import side
from marsad.reading.tellings.likeness import OFFICES, covers, is_another_murder, is_carried, is_placed, same_time


def detailed(claims: Sequence[Claim], lead_end: int) -> list[Claim]:
    """The claims, without those of the lead (that begin before `lead_end`) that a later one tells more fully."""
    lead = [claim for claim in claims if claim.evidence.start < lead_end]
    body = [claim for claim in claims if claim.evidence.start >= lead_end]
    kept = []
    told_of = Counter((claim.kind, claim.evidence) for claim in claims)
    for claim in lead:
        listed = told_of[claim.kind, claim.evidence] > 1  # one of several places, which no toll of all details
        told = next((at for at, other in enumerate(body) if _tells(claim, other)), len(body))
        fuller = (
            at
            for at, other in enumerate(body[:told])
            if _sums_up(claim, other)
            and (is_placed(other) or not listed)
            and not (claim.counts and not other.counts and told_of[other.kind, other.evidence] > 1)
        )
        at = next(fuller, None)
        if at is None:
            kept.append(claim)
        elif claim.counts and not body[at].counts:
            kept.append(replace(claim, place=body.pop(at).place))
        else:
            body[at] = _filled(body[at], claim)
    return [*kept, *body]


#: An account of more days than these beyond those of the lead sums up more than the lead tells.
_SPREAD: Final = 3


def _sums_up(lead: Claim, detail: Claim) -> bool:
    """Whether a claim of the lead is the gist of a later one: of its kind, source, day and area, with no other toll."""
    return (
        (lead.kind == detail.kind or _is_sort_of(detail, lead))
        and (lead.modality, lead.polarity) == (detail.modality, detail.polarity)
        and _same_source(lead.attribution, detail.attribution)
        and same_time(lead, detail)
        and _days(detail) - _days(lead) <= _SPREAD
        and covers(lead.place, detail.place)
        and not _is_of_another(lead, detail)
        and _bears(lead.counts, detail.counts)
        and (bool(detail.counts) or not lead.counts or _places(lead, detail))
        and not _apart(lead, detail)
        and not is_another_murder(lead, detail)
    )


def _days(claim: Claim) -> int:
    """How long the time of a claim is, in days."""
    return (claim.when.end - claim.when.start).days if claim.when else 0


def _is_of_another(lead: Claim, detail: Claim) -> bool:
    """Whether a detail lets its place be understood from what was told before it, which is not where the lead was."""
    if not is_placed(lead) or detail.place is None or not is_carried(detail.place):
        return False
    return not covers(lead.place, replace(detail.place, why=""))


#: Kinds that a lead may use for more special ones of the body.
_WIDE: Final = {
    "operation": ("raid", "arrest"),
    "raid": ("arrest",),
    "attack": ("shelling", "air_strike", "explosion", "suicide_bombing"),
}


def _is_sort_of(detail: Claim, lead: Claim) -> bool:
    """Whether a claim of the lead leaves its kind open, and a later one tells it; هجوم بري is no shelling."""
    told = lead.kind == "attack" and lead.why.startswith("phrase")
    return not told and detail.kind in _WIDE.get(lead.kind, ()) and is_placed(detail)


def _tells(lead: Claim, account: Claim) -> bool:
    """Whether a source tells what the lead tells in the outlet's own voice: the lead is a claim beside it."""
    return (
        not lead.attribution
        and bool(account.attribution)
        and lead.kind == account.kind
        and (lead.modality, lead.polarity) == (account.modality, account.polarity)
        and same_time(lead, account)
        and covers(lead.place, account.place)
    )


def _places(lead: Claim, detail: Claim) -> bool:
    """Whether a detail with no toll tells where in its area that of the lead was suffered."""
    wide, narrow = lead.place, detail.place
    return (
        lead.kind == detail.kind
        and wide is not None
        and narrow is not None
        and (wide.radius_km or 0) > (narrow.radius_km or 0)
    )


def _same_source(lead: Sequence[Source], detail: Sequence[Source]) -> bool:
    """Whether the lead names the source of the detail, itself or as the one that relays it."""
    if not lead or not detail:
        return not lead and not detail
    return any(_one_source(lead[0], source) for source in detail)


def _one_source(one: Source, other: Source) -> bool:
    """Whether two sources are one: their names are the same, or share a word that is no office."""
    if one.name == other.name:
        return True
    names = [set(fold(source.name).split()) - OFFICES for source in (one, other)]
    return one.kind == other.kind and bool(names[0] & names[1])


def _bears(lead: Mapping[CountName, Tally], detail: Mapping[CountName, Tally]) -> bool:
    """Whether the toll of a lead is the detail's: the same, or left open below it."""
    if not lead or not detail:
        return True
    shared = lead.keys() & detail.keys()
    return bool(shared) and all(_holds(lead[name], detail[name]) for name in shared)


def _holds(lead: Tally, detail: Tally) -> bool:
    """Whether a tally lies within another."""
    return lead.low <= detail.low and (lead.high is None or (detail.high is not None and detail.high <= lead.high))


def _apart(one: Claim, other: Claim) -> bool:
    """Whether two known doers, or two known targets, exclude each other."""
    return _exclude(one.initiator, other.initiator) or _exclude(one.target, other.target)


def _exclude(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Whether known parties are of no one side."""
    ids = [{party.id for party in each if party.id} for each in (one, other)]
    return all(ids) and not any(_one_side(a, b) for a in ids[0] for b in ids[1])


def _one_side(one: str, other: str) -> bool:
    """Whether two actors are one side, or one of them is of the other."""
    return side(one) == side(other) or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _filled(detail: Claim, lead: Claim) -> Claim:
    """The detail, with what only the lead tells."""
    return replace(
        detail,
        initiator=detail.initiator or lead.initiator,
        target=detail.target or lead.target,
        weapon=detail.weapon or lead.weapon,
        aspect=detail.aspect or lead.aspect,
        when=lead.when if lead.when and lead.when.span and not (detail.when and detail.when.span) else detail.when,
    )
