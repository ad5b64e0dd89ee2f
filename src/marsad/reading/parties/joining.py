"""Stage 3: what parties beside one another tell of each other: whose they are, and the preposition they share."""

from __future__ import annotations

from typing import Final

from marsad.reading.copies import replace
from marsad.reading.parties.cast import ARMS, Mention
from marsad.reading.parties.composing import BELONGING
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

_OF_WHOM: Final = word_set("joining", "of_whom")
#: One member, of whom the party behind tells: فرد من عناصر الشرطة.
_MEMBER: Final = "فرد"
#: Groups of men who may be armed.
_MEN: Final = frozenset(("man", "civilian", "force"))


def join_owners(scan: Scan, found: list[Mention]) -> list[Mention]:
    """Who is told to be one of a party, or gunmen to be somebody's, is that party's: عناصر مسلحة تابعة لجماعة أ."""
    kept: list[Mention] = []
    for mention in found:
        if mention.group in _MEN and not mention.prep and _wear_arms(scan, mention):
            mention = replace(mention, id="UNKNOWN", group="gunman")
        if kept and kept[-1].id == "UNKNOWN" and mention.id:
            gap = range(kept[-1].last + 1, mention.first)
            words = " ".join(scan.words[at].norm for at in gap)
            if words in BELONGING or words in _OF_WHOM:  # ينتمون إلى قبيلة
                kept[-1] = replace(kept[-1], id=mention.id, last=mention.last, why=mention.why)
                continue
        if kept and mention.group == "adjective" and _is_supposed(scan, kept[-1], mention):
            kept[-1] = replace(kept[-1], id=mention.id, why=f"{kept[-1].why}: supposed to be {mention.why}")
            continue
        if kept and _is_of_owner(scan, kept[-1], mention):
            head = kept[-1]
            kept[-1] = replace(
                mention, first=head.first, prep=head.prep, group=head.group, gender=head.gender, number=head.number
            )
            continue  # طائرة مسيرة تابعة للجيش
        if kept and kept[-1].noun == _MEMBER and mention.prep == "من" and mention.first == kept[-1].last + 2:
            kept[-1] = replace(mention, first=kept[-1].first, prep=kept[-1].prep)
            continue
        kept.append(mention)
    return kept


_UNDER_ARMS: Final = word_set("joining", "under_arms")


def _wear_arms(scan: Scan, mention: Mention) -> bool:
    """Whether men are armed though nothing else tells of it: رجال يرتدون زيا عسكريا، أشخاص ملثمون، قوات غير معروفة."""
    behind = [word.norm for word in scan.words[mention.last + 1 : mention.last + 3]]
    if behind and (behind[0] in _UNDER_ARMS or behind[0].startswith("مجهول")):
        return not behind[0].endswith("ا") or scan.words[mention.last].norm.endswith("ا")  # قتل رجل مسلحا
    return len(behind) > 1 and behind[0] == "غير" and behind[1].startswith("معروف")


def _is_of_owner(scan: Scan, head: Mention, owner: Mention) -> bool:
    """Whether nobody's men or craft are said to belong to those told behind: طائرة مسيرة تابعة للجيش."""
    if head.id or owner.id or owner.prep != "ل" or owner.bare != "definite":
        return False
    return owner.first - head.last == 2 and scan.words[owner.first - 1].norm in BELONGING


#: How far behind a craft the nationality stands that it is supposed to be of.
_SUPPOSED_GAP: Final = 3
_SUPPOSING: Final = word_set("joining", "supposing")
_THAT_IT: Final = word_set("joining", "that_it")


def _is_supposed(scan: Scan, craft: Mention, nation: Mention) -> bool:
    """Whether a craft is said to be of a nation, as it seems: طائرة مسيرة يعتقد أنها أمريكية."""
    if craft.id or craft.group not in ("drone", "aircraft", "ship") or nation.first - craft.last != _SUPPOSED_GAP:
        return False
    supposed, it = scan.words[craft.last + 1].norm, scan.words[craft.last + 2].norm
    return supposed in _SUPPOSING and it in _THAT_IT


def share_prepositions(found: list[Mention]) -> list[Mention]:
    """Parties joined by و share the preposition before the first: من قوات النظام والميليشيات."""
    shared: list[Mention] = []
    for mention in found:
        if shared and _is_name_of(shared[-1], mention):
            shared[-1] = replace(shared[-1], id=mention.id, last=mention.last)
            continue
        if mention.joined and not mention.prep and shared and mention.first - shared[-1].last <= 2:
            mention = replace(mention, prep=shared[-1].prep)
            if mention.group == "country" and shared[-1].id and shared[-1].group not in ("country", "metonym"):
                mention = replace(mention, group="government")  # قصف من قوات النظام وروسيا: no place
        if shared and mention.joined and _serves_with(shared[-1], mention):
            mention = replace(mention, id=shared[-1].id, bare="")  # المدفعية التركية والطيران الحربي
        shared.append(mention)
    return shared


def _serves_with(one: Mention, other: Mention) -> bool:
    """Whether an arm of nobody named is of the same forces as the arm before it that it is joined to."""
    arms = one.group in ARMS and other.group in ARMS and other.first - one.last <= 2
    return arms and one.id is not None and other.bare == "definite" and other.why != one.why


def _is_name_of(office: Mention, name: Mention) -> bool:
    """Whether a party is the name of who holds the office right before it: المبعوث الدولي فلان."""
    if name.first != office.last + 1 or name.joined or name.prep or not (office.id and name.id):
        return False
    return office.group not in ("country", "metonym", "adjective") and name.id.startswith(f"{office.id}.")
