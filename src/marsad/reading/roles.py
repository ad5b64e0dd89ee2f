"""Stage 8: who did it to whom. The parties around a happening get their roles from its frame and the words between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from marsad.arabic.inflection import VerbForm
from marsad.reading.cast import Mention
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.triggers import Happening
from marsad.reading.voices import Voice

_REACH: Final = 14

#: Classes of heads that act, and classes that are acted upon.
_ACTING: Final = frozenset(("aircraft", "drone", "artillery", "ship"))
_PASSIVE: Final = frozenset(("position",))

_BYSTANDERS: Final = frozenset(
    ("civilian", "child", "woman", "family", "household", "resident", "medic", "official", "position")
)

#: Kinds that somebody does and that befall nobody.
_ONE_SIDED: Final = frozenset(
    (
        "movement",
        "deployment",
        "withdrawal",
        "patrol",
        "protest",
        "displacement",
        "riot",
        "capture",
        "operation",
    )
)

#: What civilians do not do: those who stand where its doer would are whom it befell.
_NOT_BY_CIVILIANS: Final = frozenset(
    ("shelling", "air_strike", "suicide_bombing", "arrest", "interception", "attack", "explosion")
)

_BOTH_SIDES: Final = frozenset(("clash", "meeting", "agreement", "exercise"))


class Roles(msgspec.Struct, frozen=True, gc=False):
    """The parties of a claim."""

    initiator: tuple[Mention, ...] = ()
    target: tuple[Mention, ...] = ()


def find_roles(
    scan: Scan,
    group: Sequence[Happening],
    voice: Voice | None,
    parties: Sequence[Mention],
    first: int,
    last: int,
) -> Roles:
    """The roles of the parties within words `[first, last]` in the happenings of one claim."""
    inside = [mention for mention in parties if first <= mention.first <= last]
    if voice is not None:
        claimed = any(each.light and each.light.first == voice.at for each in group)  # تبنى داعش هجوما
        inside = [_of_speaker(m, voice) for m in inside if claimed or not _names_voice(scan, m, voice)]
    did: list[Mention] = _agents(scan, inside, first, last)
    suffered: list[Mention] = []
    for each in group:
        if each.trigger.frame == "mutual" or each.kind in _BOTH_SIDES:
            did.extend(mention for mention in _sides(each, inside) if mention not in did)
            continue
        acting, acted = _by_frame(scan, each, inside, group)
        did.extend(mention for mention in acting if mention not in did and mention not in suffered)
        suffered.extend(mention for mention in acted if mention not in did and mention not in suffered)
    if voice is not None and scan.cue_within(voice.at, group[0].start, "claims"):  # أعلنت الحركة مسؤوليتها عن الهجوم
        did = [mention for mention in parties if _names_voice(scan, mention, voice)] or did
        suffered = [mention for mention in suffered if mention not in did]
    did = [mention for mention in did if mention not in suffered]
    if group[0].kind in _ONE_SIDED and not did:
        did, suffered = suffered, []
    if any(each.kind in _NOT_BY_CIVILIANS for each in group):
        civilians = [mention for mention in did if mention.id == "CIVILIANS"]
        did = [mention for mention in did if mention.id != "CIVILIANS"]
        suffered = suffered or civilians
    return Roles(tuple(_unique(did)), tuple(_unique(suffered)))


def _names_voice(scan: Scan, mention: Mention, voice: Voice) -> bool:
    """Whether a party only stands in the name of who speaks (the spokesman of the army)."""
    if not voice.chain:
        return False
    start, end = scan.words[mention.first].start, scan.words[mention.last].end
    return any(
        source.span is not None and source.span.start <= start and end <= source.span.end for source in voice.chain
    )


def _of_speaker(mention: Mention, voice: Voice) -> Mention:
    """ "Its forces", "the force" in the words of a ministry are the ministry's."""
    if voice.actor is None or mention.group not in ("force", "unit", "aircraft", "drone", "police"):
        return mention
    bare = mention.first == mention.last and (mention.id is None or "last such party" in mention.why)
    return replace(mention, id=voice.actor, why=f"of the speaker {voice.actor}") if bare else mention


def _sides(each: Happening, inside: Sequence[Mention]) -> list[Mention]:
    """The sides of a fight or of talks: no bystanders in a fight."""
    if each.kind != "clash":
        return list(inside)
    return [m for m in inside if m.id != "CIVILIANS" and m.group not in _BYSTANDERS]


def _unique(mentions: list[Mention]) -> list[Mention]:
    found: dict[tuple[str | None, int], Mention] = {}
    ids: set[str] = set()
    for mention in mentions:
        if mention.id is not None and mention.id in ids:
            continue
        ids.add(mention.id or "")
        found[mention.id, mention.first] = mention
    return list(found.values())


def _agents(scan: Scan, inside: Sequence[Mention], first: int, last: int) -> list[Mention]:
    """Parties behind على يد، من قبل، نفذتها ..., with those joined to them by و."""
    found: list[Mention] = []
    for cue in scan.cue("agent"):
        if first <= cue.first <= last:
            nearest = [m for m in inside if cue.last < m.first <= cue.last + 4]
            if nearest:
                found.extend(_with_joined(inside, nearest[0]))
    return found


def _with_joined(inside: Sequence[Mention], start: Mention) -> list[Mention]:
    """A party and those that و joins to it."""
    found = [start]
    for mention in inside:
        if mention.lead == "و" and mention.first > found[-1].last and mention.first - found[-1].last <= 2:
            found.append(mention)
    return found


def _by_frame(
    scan: Scan, each: Happening, inside: Sequence[Mention], group: Sequence[Happening]
) -> tuple[list[Mention], list[Mention]]:
    others = [other.first for other in group if other is not each]
    last, start = each.last, each.start
    after = [m for m in inside if last < m.first <= last + _REACH and not _cut(scan, last, m.first, others)]
    before = [m for m in inside if start - _REACH <= m.first < start]
    if each.light is not None:
        return _light(scan, each, before, after, inside)
    if each.is_verb:
        return _verbal(scan, each, before, after)
    return _nominal(each, after)


def _cut(scan: Scan, low: int, high: int, others: list[int]) -> bool:
    if others and any(low < at < high for at in others):
        return True
    return scan.cue_within(low + 1, high - 1, "result", "boundary")


def _verbal(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Subject and object of a verb: subject first behind it, or before it at the head of its clause."""
    frame = each.trigger.frame
    subject_before = [m for m in before if _heads_clause(scan, m, each)]
    preps = each.trigger.preps
    free = [m for m in after if not m.prep]
    marked = [m for m in after if m.prep and m.prep in preps]
    by_agent = scan.cue_within(each.last + 1, each.last + 8, "agent")
    if frame in ("suffers", "strikes") or _passive(each, subject_before, free, by_agent=by_agent):
        patients = subject_before[:1] or (_with_joined(after, free[0]) if free else [])
        return [], patients if frame != "strikes" else marked[:1]
    if subject_before:
        return subject_before[-1:], (free[:1] or marked[:1]) if frame == "does" else []
    if not free:
        return [], marked[:1]
    subject = _with_joined(after, free[0])
    if each.kind == "accusation" and each.match.clitics.lead and len(free) == 1:
        return [], subject  # "... and accused X": who accuses is named before
    rest = [m for m in free if m not in subject] or marked
    if free[0].group in _PASSIVE:
        return [], subject
    return subject, _with_joined(after, rest[0]) if rest and frame == "does" else []


def _heads_clause(scan: Scan, mention: Mention, each: Happening) -> bool:
    """A party that stands as subject before its verb: behind أن, or first in its sentence or clause."""
    if mention.prep or (each.match.clitics.lead and each.start - mention.last > 1):
        return False
    if any(mention.last < comma <= each.start for comma in scan.commas[:-1]):
        return False
    at = mention.first
    return at == 0 or (
        at - 1 >= 0
        and (scan.words[at - 1].norm in COMPLEMENTIZERS or at in scan.commas or each.start - mention.last <= 3)
    )


def _passive(each: Happening, subject_before: list[Mention], free: list[Mention], *, by_agent: bool) -> bool:
    """Unvocalised, active and passive look alike: passive where an agent is named, or nobody who could have done it."""
    form = each.match.form
    if not isinstance(form, VerbForm):
        return False
    if by_agent or (form.voice == "passive" and not subject_before):
        return True
    if each.harm:
        return len(free) + len(subject_before) < 2
    if each.trigger.frame != "does" or subject_before:
        return False
    return bool(free) and free[0].id == "CIVILIANS" and len(free) == 1


def _nominal(each: Happening, after: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The genitive of a noun is who did it (قصف النظام) or whom it befell (مقتل مدني), by its frame."""
    preps = each.trigger.preps
    genitive = [m for m in after if (not m.prep or m.prep == "ل") and m.first - each.last <= 5]
    marked = [m for m in after if m.prep in preps and m.prep != "ل"]
    if each.trigger.frame == "of" and genitive and genitive[0].group in _ACTING:
        rest = [m for m in after if m.first > genitive[0].last and not m.prep]
        return [genitive[0]], rest[:1]
    if each.trigger.frame == "of":
        whom = _with_joined(after, genitive[0]) if genitive else marked[:1]
        return [], whom
    if each.trigger.frame == "none":
        return [], marked[:1]
    who = _with_joined(after, genitive[0]) if genitive else []
    if not who and each.kind in ("shelling", "air_strike", "attack"):
        who = [m for m in after if m.prep == "من"][:1]
    if who and who[0].group in _PASSIVE | {"civilian", "child", "woman"}:
        return [], who
    return who, _with_joined(after, marked[0]) if marked else []


def _light(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention], inside: Sequence[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Parties of a noun that a verb carries: the verb's subject acts (شنّ) or suffers (تعرض ل)."""
    light = each.light
    assert light is not None
    between = [m for m in inside if light.last < m.first < each.first and not m.prep]
    subject = _with_joined(inside, between[0]) if between else [m for m in before if _heads_clause(scan, m, each)][-1:]
    marked = [m for m in after if m.prep in each.trigger.preps and m.prep != "ل"]
    frame = light.payload.frame
    if frame == "suffers":
        acting, _ = _nominal(each, after)
        return acting, subject
    if frame == "does" and subject:
        return subject, _with_joined(after, marked[0]) if marked else []
    return _nominal(each, after)
