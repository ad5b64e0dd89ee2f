"""Stage 3: which parties are only named for another's sake, or as the place where a report was written."""

from __future__ import annotations

from typing import Final

from marsad.reading.parties.cast import Mention
from marsad.reading.parties.owners import OF_ANOTHER
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: The group of a capital that only tells where a report was written: nobody, nor where anything happened.
DATELINE: Final = "dateline"


def is_idle(scan: Scan, mention: Mention) -> bool:
    """Whether a party is only named for another's sake, and neither does nor suffers anything."""
    if _is_ally(scan, mention) or _only_supports(scan, mention) or _is_helped(scan, mention):
        return True
    return _only_leads(scan, mention) or _is_dress(scan, mention) or _only_describes(scan, mention)


def _only_describes(scan: Scan, mention: Mention) -> bool:
    """Whether one bare noun for somebody only describes the one before it: مدني متعاون، ضابط متقاعد."""
    if mention.number != "sg" or mention.prep or scan.words[mention.first].norm.endswith("ا"):
        return False
    if scan.at("verb", mention.first - 1):  # طالب رئيس البلدية
        return False
    here, before = scan.at("person", mention.first), scan.ending("person", mention.first - 1)
    bare = any(m.form == "sg" and m.clitics.whole for m in here) and mention.first not in scan.commas
    before = [m for m in before if m.form == "sg" and m.payload.group != "body"]  # جثة شاب
    return bare and any(not m.clitics.definite and not m.clitics.suffix for m in before)


_ALLY_PREPS: Final = word_set("bystanders", "ally_preps")
_ALLIED: Final = tuple(word_set("bystanders", "allied"))


def _is_ally(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells on whose side another is: الجماعة، الموالية لتنظيم القاعدة، ..."""
    if mention.prep not in _ALLY_PREPS or not mention.first:
        return False
    back = (mention.first - 1, mention.first - 2)
    return any(at >= 0 and scan.words[at].norm.removeprefix("و").startswith(_ALLIED) for at in back)


_HELPING: Final = word_set("bystanders", "helping")
_HELP: Final = word_set("bystanders", "help")


def _is_helped(scan: Scan, mention: Mention) -> bool:
    """Whether something is only done in support of a party: عملية لدعم الرئيس، دعما للحكومة."""
    at = mention.first - 1
    if at < 0 or mention.group == "adjective":
        return False
    if mention.prep == "من" and at and scan.words[at - 1].norm.removeprefix("و") in _GUARD:
        return True  # بحماية من قوات أ
    return scan.words[at].norm in (_HELPING if mention.prep != "ل" else _HELP)


_GUARD: Final = word_set("bystanders", "guard")
_DRESS: Final = word_set("bystanders", "dress")


def _is_dress(scan: Scan, mention: Mention) -> bool:
    """Whether only the dress of a party is told of: متنكرين بزي الجيش."""
    return mention.first > 0 and scan.words[mention.first - 1].norm.lstrip("بو") in _DRESS


_WHO: Final = frozenset(("التي", "الذي", "الذين"))
_BACKED: Final = word_set("bystanders", "backed")


def _only_supports(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells who is behind another: القوات التي تدعمها الولايات المتحدة."""
    at = mention.first - 1
    return at > 0 and not mention.prep and scan.words[at].norm in _BACKED and scan.words[at - 1].norm in _WHO


_LED_BY: Final = word_set("bystanders", "led_by")


def _only_leads(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells who leads the one named right before it: الحركة بقيادة فلان."""
    at = mention.first if scan.words[mention.first].norm in _LED_BY else mention.first - 1
    return at > 0 and scan.words[at].norm in _LED_BY and bool(scan.ending("actor", at - 1))


_HOLD: Final = word_set("bystanders", "hold")
_HELD: Final = word_set("bystanders", "held")


def only_holds(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells who holds a place, so that it does nothing: محافظة أ الخاضعة لسيطرة الجماعة."""
    at = mention.first - 1
    return at > 0 and scan.words[at].norm in _HOLD and scan.words[at - 1].norm in _HELD


def owns_named(scan: Scan, mention: Mention, found: list[Mention]) -> bool:
    """Whether a party only tells to whom one belongs that has a name of its own: الجبهة الفلانية التابعة للمعارضة."""
    if mention.first < 2 or scan.words[mention.first - 1].norm not in OF_ANOTHER:
        return False
    return any(other.id and other.last == mention.first - 2 for other in found)


#: How far behind a capital the dash of a dateline may stand.
_DATELINE: Final = 10


_DESKS: Final = word_set("bystanders", "desks")


def is_dateline(scan: Scan, mention: Mention) -> bool:
    """Whether a capital only tells where a report was written: بيروت، 21-10-2025 (وكالة) - قتل شخصان."""
    if mention.first or not (mention.group in ("metonym", "country") or scan.norms(0, 1) in _DESKS):
        return False
    ahead = scan.words[mention.last + 1 : mention.last + _DATELINE]
    return any(dash in word.before and not word.norm[0].isdigit() for word in ahead for dash in "-–—ـ")
