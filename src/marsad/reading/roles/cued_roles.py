"""Who did it and whom it befell by cues of their own: على يد، من قبل، تبنتها، في صفوف، من قبضة."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import BOTH_SIDES
from marsad.reading.parties.cast import Mention
from marsad.reading.roles.clauses import with_joined
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set


def named_by_cues(
    scan: Scan, group: list[Happening], inside: list[Mention], first: int, last: int
) -> tuple[list[Mention], list[Mention]]:
    """Who did it behind على يد، من قبل، نفذتها ..., and whom a toll is of (قتلى في صفوف الجيش)."""
    did = behind_cue(scan, inside, "agent", first, last, apart=all(each.is_verb for each in group))
    did += behind_cue(scan, inside, "claims", group[-1].last + 1, last, back=True)
    suffered = [mention for mention in inside if mention.prep == "صفوف"]
    if group[0].kind == "capture":
        suffered += [mention for mention in inside if is_holder(scan, mention)]
    if group[0].kind in BOTH_SIDES:
        return did + suffered, []
    if group[0].kind == "interception":
        return [], did  # الصواريخ التي أطلقها
    return did, suffered


_GRIPS: Final = word_set("cued_roles", "grips")
_FALLING: Final = word_set("cued_roles", "falling")
_UNDER: Final = tuple(word_set("cued_roles", "under"))


#: How far before somebody's grip it may be told that a place fell into it.
_FALLEN: Final = 6


def is_holder(scan: Scan, mention: Mention) -> bool:
    """Whether a party is who held what is taken: من قبضة التنظيم، الخاضعة لسيطرة الجماعة."""
    at = mention.first - 1
    if at < 1 or scan.words[at].before.strip():
        return False
    hold, before = scan.words[at].norm, scan.words[at - 1].norm
    if hold in _GRIPS:
        falls = any(word.norm in _FALLING for word in scan.words[max(0, at - _FALLEN) : at - 1])
        return before in ("من", "في", "تحت") and not falls  # باتت البلدة تحت سيطرة الجيش
    return hold in ("لسيطره", "لنفوذ") and before.endswith(_UNDER)


def behind_cue(
    scan: Scan,
    inside: list[Mention],
    cue: str,
    first: int,
    last: int,
    *,
    back: bool = False,
    apart: bool = False,
) -> list[Mention]:
    """Parties right behind a cue, or before it, with those joined to them by و.

    `apart` tells that a relative clause tells of something else: فرقت الشرطة محتجين على الانقلاب الذي نفذه الجيش.
    """
    found: list[Mention] = []
    for each in scan.cue(cue):
        if apart and each.first and scan.words[each.first - 1].norm in ("الذي", "التي"):
            continue
        if first <= each.first <= last:
            if back:  # تفجير أعلنت الحركة مسؤوليتها عنه
                found.extend([m for m in inside if 0 < each.first - m.last <= 5 and not m.prep and m.id][-1:])
                continue
            nearest = [m for m in inside if each.last < m.first <= each.last + 4]
            between = scan.words[each.last + 1 : nearest[0].first] if nearest else []
            # بقيادة السعودية غارات على
            apart = any(word.norm in PREPOSITIONS and word.norm != "من" for word in between)
            if nearest and not apart and not any(each.last < comma < nearest[0].first for comma in scan.commas):
                found.extend(with_joined(inside, nearest[0]))
    return found
