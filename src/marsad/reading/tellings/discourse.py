"""Stage 11: what the report says twice it claims once; a headline only repeats what the text tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, Place
from marsad.reading.groups.echoes import TakingUp
from marsad.reading.groups.groups import VIOLENT
from marsad.reading.kinds import SPEECH
from marsad.reading.tellings.likeness import (
    STRIKES,
    covers,
    differ,
    has_own_place,
    is_another_murder,
    is_by_hand,
    letters_of,
    oppose,
    same_place,
    same_time,
    same_voice,
    spans_long,
    tolls,
)
from marsad.reading.tellings.merging import evidence_of_both, merge_claims
from marsad.reading.tellings.retellings import (
    detailed_toll,
    echoed,
    goes_on,
    may_be_toll_of,
    raided,
    retold,
    told_again,
    told_in_part,
    tolled,
)
from marsad.reading.tellings.told import Told
from marsad.reading.times.clock import is_own


def settle(claims: list[Claim], headline_end: int, echoes: Mapping[str, TakingUp]) -> list[Claim]:
    """The claims of a report, each once, in the order of the text; those of a headline where nothing else claims any.

    `echoes` are claims that take up what was told before ("the shelling", a toll with no cause), come next to it
    ("that was followed by shelling") or surely do not ("in another matter"), by their ids.
    """
    body = [claim for claim in claims if claim.evidence.start >= headline_end]
    head = [claim for claim in claims if claim.evidence.start < headline_end]
    named = [claim for claim in head if claim.kind in STRIKES]
    headed = named[0] if len({claim.kind for claim in named}) == 1 else None
    told = Told()
    listed = Counter((claim.kind, claim.evidence) for claim in body)
    shelled = any(claim.kind == "shelling" for claim in body)
    for each in body:
        how = echoes.get(each.id)
        if how == "besides":
            told.add(each)
        else:
            claim = _in_context(each, told, shelled, how, headed)
            _tell(told, claim, how, alone=listed[each.kind, each.evidence] == 1)
    return told.claims or _once(head)


def _tell(told: Told, claim: Claim, how: TakingUp | None, *, alone: bool) -> None:
    """Add a claim to those told, or fill up with it the one that it tells again."""
    if how == "alike" or (how == "toll" and told.claims and is_another_murder(told.claims[-1], claim)):
        how = None  # another act, of the same sort
    if how == "next":
        told.add(claim)
        return
    if how is not None and _is_idle(told, claim, how):
        return
    last = len(told.claims) - 1
    same = _same(told, claim, how, alone=alone)
    if how is not None and (same is None or not told.claims[same].counts) and _is_of_last(told, claim):
        same = None
    if same is not None:
        told.change(same, merge_claims(told.claims[same], claim, taken_up=how is not None))
    elif how is not None and goes_on(told.claims, claim) and not told.is_of_list(last):
        act = told.claims[last]
        whole = evidence_of_both(act, claim, act)
        told.change(last, replace(act, evidence=whole, counts={**claim.counts, **act.counts}))
    else:
        told.add(claim)


def _is_of_last(told: Told, claim: Claim) -> bool:
    """Whether a toll is told of the act before it in its word, whoever told of that: أسفر الهجوم الصاروخي عن قتلى."""
    last = len(told.claims) - 1
    if last < 0 or told.is_of_list(last) or told.claims[last].counts:
        return False
    act = told.claims[last]
    return act.kind == claim.kind and letters_of(act) == letters_of(claim) and goes_on(told.claims, claim)


def _same(told: Told, claim: Claim, how: TakingUp | None, *, alone: bool) -> int | None:
    """Where the claim stands that a claim tells again; `alone` unless it is one of several places of a sentence."""
    found = told.claims
    same = next((at for at in told.alike(claim) if _repeats(found[at], claim)), None)
    if same is None and alone:
        same = detailed_toll(found, claim)
    if same is None and how is not None:
        finders = (finder(found, claim) for finder in (echoed, told_again, told_in_part))
        same = next((at for at in finders if at is not None), None)
    if same is None and alone:
        same = retold(told, claim, how is not None)
    if same is not None and claim.counts and told.is_of_list(same) and not has_own_place(claim):
        same = None  # a toll that no one of several places has
    if same is not None and is_another_murder(found[same], claim):
        return None
    return raided(found, claim) if same is None else same


#: How many claims back what a claim takes up may stand.
_LATE: Final = 8


def _is_idle(told: Told, claim: Claim, how: TakingUp) -> bool:
    """Whether a claim that takes up what was told adds nothing, and no new voice tells it, of nobody new."""
    if not (_adds_nothing(claim) and told.has_sort_of(claim)) or told.lacks_fight(claim):
        return False
    fell = how == "known" and claim.why.startswith("verb")
    return not fell or any(same_voice(known, claim) for known in told.claims[-_LATE:])


def _in_context(claim: Claim, told: Told, shelled: bool, how: TakingUp | None, headed: Claim | None) -> Claim:
    """A claim with what it has from those before: a toll that rose its act, an unspecified strike its kind."""
    if how == "risen" and not spans_long(claim) and (act := tolled(told.claims, claim)) is not None:
        return replace(claim, kind=act.kind, when=act.when)
    if claim.kind == "movement" and _is_of_convoy(claim, told):
        return replace(claim, kind="aid")
    if claim.kind == "attack":
        return replace(claim, kind=_kind_of_attack(claim, told, shelled, how, headed))
    kinds: tuple[str, ...] = ()
    if claim.kind == "shelling" and how is not None and claim.weapon is None:
        kinds = ("shelling", "air_strike")
    elif claim.kind == "explosion" and how == "known":
        kinds = ("explosion", "suicide_bombing")
    strike = told.last(kinds, claim.place) if kinds else None
    return replace(claim, kind=strike.kind) if strike else claim


#: How many claims before a convoy the aid may be told that it brings.
_CONVOY_REACH: Final = 2


def _is_of_convoy(claim: Claim, told: Told) -> bool:
    """Whether what moves is the aid that was told of before, and no party of its own: قافلة ثانية ستنطلق."""
    lately = told.claims[-_CONVOY_REACH:]
    return not any(party.id for party in claim.initiator) and any(each.kind == "aid" for each in lately)


def _kind_of_attack(claim: Claim, told: Told, shelled: bool, how: TakingUp | None, headed: Claim | None) -> str:
    """The kind of an unspecified strike: that of the strike it takes up, or shelling in a report on shelling."""
    if is_by_hand(claim):
        return "attack"
    if how is None:
        hit = shelled and claim.weapon is None and claim.why.startswith("verb استهدف")
        return "shelling" if hit else "attack"
    if claim.modality != "happened":
        return "attack"
    if how == "alike":
        strike = told.last(STRIKES, None)
        return strike.kind if strike else "attack"
    if headed and not told.claims:  # the attacks of a lead are the strikes of its headline
        return headed.kind if _may_be_at(headed.place, claim.place) else "attack"
    if claim.counts:
        act = told.claims[-1] if told.claims else None
        if act is not None and may_be_toll_of(claim, act):
            return act.kind
        if how != "known" or has_own_place(claim) or is_own(claim.when) or _is_of_attack(told.claims, claim):
            return "attack"
    strike = _in_the_same_word(told.claims, claim) or told.last(STRIKES, claim.place)
    return strike.kind if strike else "attack"


def _is_of_attack(found: list[Claim], claim: Claim) -> bool:
    """Whether an attack that no word told the sort of was told of late in the word that takes it up."""
    letters = letters_of(claim)
    return any(known.kind == "attack" and letters_of(known) == letters for known in found[-_LATE:])


def _may_be_at(one: Place | None, other: Place | None) -> bool:
    return covers(one, other) or covers(other, one)


def _in_the_same_word(found: list[Claim], claim: Claim) -> Claim | None:
    """The strike told of late in the word that takes it up: استهدفت طائرة سيارة ... الاستهداف."""
    letters = letters_of(claim)
    near = (known for known in reversed(found[-_LATE:]) if known.kind in STRIKES and letters_of(known) == letters)
    return next((known for known in near if same_place(known.place, claim.place)), None)


def _adds_nothing(claim: Claim) -> bool:
    """Whether a claim that takes up another tells nothing of its own: no toll, no place, no time, no denial."""
    plain = claim.modality == "happened" and claim.polarity == "affirmed"
    return plain and not (claim.counts or has_own_place(claim) or is_own(claim.when))


def _once(claims: list[Claim]) -> list[Claim]:
    """The claims of headlines, each kind once."""
    found: list[Claim] = []
    for claim in claims:
        if not any(_headlines(claim, known) for known in found):
            found.append(claim)
    return found


def _headlines(head: Claim, claim: Claim) -> bool:
    """Whether a headline's claim is told by a claim of the text."""
    return head.kind == claim.kind or (head.kind in VIOLENT and claim.kind in VIOLENT)


#: Within how many characters two speech acts are two verbs of one breath.
_BREATH: Final = 100


def _repeats(one: Claim, other: Claim) -> bool:
    """Whether two claims of one report are the same thing said by the same voice."""
    if one.kind != other.kind or one.modality != other.modality or one.polarity != other.polarity:
        return False
    if not same_voice(one, other):
        return False
    if not same_time(one, other) or not same_place(one.place, other.place):
        return False
    if one.kind in SPEECH and 0 <= other.evidence.start - one.evidence.end <= _BREATH:
        return False  # طالبت الجيش بالتدخل، وناشدت المنظمات
    if differ(one, other):
        return False
    if oppose(one.initiator, other.initiator) or oppose(one.target, other.target):
        return False
    ones, others = tolls(one).keys(), tolls(other).keys()
    return not ones or not others or bool(ones & others)
