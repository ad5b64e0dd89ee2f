"""Stage 8, second half: who did it to whom in a claim: by its cues, the frames of its happenings, and its kind."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.compiling import mypyc_attr
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import BOTH_SIDES, ONE_SIDED, SPEECH
from marsad.reading.parties.bystanders import DATELINE
from marsad.reading.parties.cast import Mention
from marsad.reading.roles.candidates import candidates, names_voice
from marsad.reading.roles.cued_roles import behind_cue, named_by_cues
from marsad.reading.roles.frames import by_frame
from marsad.reading.roles.initiators import from_elsewhere, who_must
from marsad.reading.roles.kind_roles import allowed_by_kind, told_by_kind
from marsad.reading.roles.sides import sides
from marsad.reading.roles.subjects import who_is_blamed, who_went_on
from marsad.reading.roles.targets import (
    civilians_told,
    is_fallen,
    of_organisation,
    serving,
    who_is_waited_for,
    who_underwent,
    who_was_taken,
    whose_vehicle,
)
from marsad.reading.scan import Scan
from marsad.reading.voices.voices import Voice


@mypyc_attr(acyclic=True)
class Roles:
    """The parties of a claim."""

    __slots__ = ("initiator", "target")

    def __init__(self, initiator: tuple[Mention, ...] = (), target: tuple[Mention, ...] = ()) -> None:
        self.initiator: Final = initiator
        self.target: Final = target


def find_roles(
    scan: Scan,
    group: list[Happening],
    voice: Voice | None,
    parties: list[Mention],
    first: int,
    last: int,
) -> Roles:
    """The roles of the parties within words `[first, last]` in the happenings of one claim."""
    parties = [mention for mention in parties if mention.group != DATELINE]
    inside = candidates(scan, group, voice, [mention for mention in parties if first <= mention.first <= last])
    verb, blamed = who_is_blamed(scan, group, parties)
    inside = [m for m in inside if not blamed or not verb < m.first < blamed[0].first]
    did, suffered = named_by_cues(scan, group, inside, first, last)
    did += [m for m in blamed if m not in did]
    helpers = behind_cue(scan, inside, "jointly", first, last) if group[0].kind not in SPEECH else []
    helpers = helpers or [m for m in inside if m.prep == "مع" and group[0].kind in ONE_SIDED and _is_shared(scan, m)]
    inside = [mention for mention in inside if mention not in helpers and mention not in suffered]
    _add_by_frames(scan, group, inside, did, suffered)
    if voice is not None and scan.cue_within(voice.at, group[0].start, "claims"):  # أعلنت الحركة مسؤوليتها عن الهجوم
        did = [mention for mention in parties if names_voice(scan, mention, voice)] or did
    if not suffered and _speaker_goes_on(scan, group, voice, did):
        did, suffered = [], did  # قالت البعثة إن ...، ودعت السلطات إلى التحقيق
    if not suffered and (subject := who_went_on(scan, group, parties, did)):
        did, suffered = subject, did  # هاجمت مجموعة النقطة، واستهدفت القوات المتمركزة فيها
    did = did or from_elsewhere(scan, group, inside, parties)
    if must := who_must(scan, group[0], parties, did):
        did, suffered = must, [m for m in suffered if m not in must]
    if posts := who_is_waited_for(scan, group, inside):
        did, suffered = [m for m in did if m not in posts], suffered or posts
    suffered = of_organisation(scan, group, parties, suffered)
    suffered = civilians_told(scan, group, inside, did, suffered)
    did, suffered = told_by_kind(scan, group, inside, parties, did, suffered)
    suffered = [serving(group, inside, did, mention) for mention in suffered]
    did, suffered = _with_undergone(scan, group, inside, did, suffered)
    suffered = suffered or who_was_taken(scan, group[0], voice, parties, did) or whose_vehicle(scan, group, inside)
    did, suffered = allowed_by_kind(
        scan, group, [*did, *helpers], [mention for mention in suffered if mention not in did]
    )
    return Roles(tuple(_unique(did)), tuple(_unique(suffered)))


def _add_by_frames(
    scan: Scan, group: list[Happening], inside: list[Mention], did: list[Mention], suffered: list[Mention]
) -> None:
    """Add who acts and who is acted upon in each happening, and the sides of those that both sides do."""
    for each in group:
        answered = each.kind == "clash" and each.trigger.kind == "attack"  # أطلقوا النار على دورية فردت عليهم
        if each.trigger.frame == "mutual" or (each.kind in BOTH_SIDES and not answered):
            did.extend(mention for mention in sides(scan, each, inside) if mention not in did)
            continue
        acting, acted = by_frame(scan, each, inside, group)
        did.extend(mention for mention in acting if mention not in did and mention not in suffered)
        suffered.extend(mention for mention in acted if mention not in did and mention not in suffered)


def _with_undergone(
    scan: Scan, group: list[Happening], inside: list[Mention], did: list[Mention], suffered: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Who did it and whom it befell, with those told to undergo it or to have fallen, who did nothing."""
    if undergone := who_underwent(scan, group, inside):
        told = [m for m in suffered if m.id not in (None, "UNKNOWN") and m not in undergone]
        did, suffered = [m for m in did if m not in undergone], [*undergone, *told]
    if fell := [m for m in did if is_fallen(scan, group, m)]:
        did, suffered = [m for m in did if m not in fell], [*fell, *suffered]
    return did, suffered


_SHARED: Final = "مشترك"


def _is_shared(scan: Scan, mention: Mention) -> bool:
    """Whether a party stands behind "joint with": دورية مشتركة مع الجانب التركي."""
    return any(_SHARED in scan.words[at].norm for at in range(max(0, mention.first - 3), mention.first))


def _unique(mentions: list[Mention]) -> list[Mention]:
    """The mentions without the later ones of an actor who is mentioned before."""
    found: dict[tuple[str | None, int], Mention] = {}
    ids: set[str] = set()
    for mention in mentions:
        if mention.id is not None and mention.id in ids:
            continue
        ids.add(mention.id or "")
        found[mention.id, mention.first] = mention
    return list(found.values())


def _speaker_goes_on(scan: Scan, group: list[Happening], voice: Voice | None, did: list[Mention]) -> bool:
    """Whether who speaks goes on to ask or accuse: the party behind a verb that agrees with the one before is asked."""
    each = group[0]
    form = each.match.form
    if each.kind not in ("request", "accusation") or voice is None or not isinstance(form, VerbForm):
        return False
    if each.match.clitics.lead != "و" or not voice.at < each.first or len(did) != 1:
        return False
    said = [m.form for m in scan.at("verb", voice.at) if isinstance(m.form, VerbForm)]
    beside = did[0].first == each.last + 1 and not did[0].prep
    return beside and any(verb.person == form.person for verb in said)
