"""Stage 8, a part: the sides of a fight, of talks or of an agreement, all of whom do it."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.parties.cast import Mention
from marsad.reading.roles.clauses import REACH, cut, heads_clause, with_joined
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

_CAPTIVES: Final = tuple(word_set("sides", "captives"))

#: Classes of parties that are no side of a fight.
_BYSTANDERS: Final = frozenset(
    ("civilian", "child", "woman", "family", "household", "resident", "medic", "official", "position")
)

TALKED: Final = word_set("sides", "talked")

#: Who takes a call has it from the other side.
_CALLED: Final = "تلقى"

_WITH: Final = word_set("sides", "with")

_CONTAINING: Final = word_set("sides", "containing")

#: Kinds of fights: who stands behind the side that somebody fought with is none.
_FOUGHT: Final = frozenset(("clash", "riot"))


def is_contained(scan: Scan, each: Happening) -> bool:
    """Whether somebody only ends a fight, who is none of its sides: تمكنت السلطات من احتواء الاقتتال."""
    if each.kind not in _FOUGHT:
        return False
    return any(word.norm.lstrip("ولب") in _CONTAINING for word in scan.words[max(0, each.first - 2) : each.first])


def sides(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """The sides of a fight or of talks: those it is between, or who does it and with whom."""
    able = [m for m in inside if m.group != "prisoner" and not m.noun.removeprefix("ال").startswith(_CAPTIVES)]
    if each.kind == "clash":
        able = [m for m in able if m.group not in _BYSTANDERS and m.id != "CIVILIANS"]
    after = [m for m in able if each.last < m.first <= each.last + REACH + 4 and not cut(scan, each.last, m.first, [])]
    before = [m for m in able if each.start - REACH <= m.first < each.first and not m.prep]
    if is_contained(scan, each):
        before = []
    partners: list[Mention] = []
    if each.kind == "agreement":
        after = [m for m in after if m.group != "metonym" or m.first > each.last + 1]  # اتفاق الرياض
        before = [m for m in before if m.first == 0 or scan.words[m.first - 1].norm != "عبر"]  # عبر الوسيط
        back = range(max(0, each.start - REACH), each.start)
        if any("توصل" in scan.words[at].norm for at in back):  # التوصل مع الحركة إلى اتفاق
            partners = [m for m in able if m.first in back and m.prep == "مع"]
    if each.kind == "meeting":
        behind = range(each.last + 1, len(scan.words))
        about = next((at for at in behind if scan.words[at].norm.removeprefix("و") in TALKED), len(scan.words))
        after = [m for m in after if m.first < about or m.prep in ("مع", "بين")]
    between = [m for m in after if m.prep == "بين"]
    if between:
        return with_joined(after, between[0], gap=8)
    called = each.light is not None and each.light.payload.lemma == _CALLED  # تلقى اتصالا من نظيره
    others = [m for m in after if m.prep in _WITH or (called and m.prep == "من")]
    partner = min((m.first for m in inside if m.prep == "مع" and m.first > each.last), default=len(scan.words))
    free = [m for m in after if not m.prep and (m.first < partner or each.kind not in _FOUGHT)]
    subject = (
        before
        if before and not free
        else [m for m in before if m.first > each.start or heads_clause(scan, m, each)] + free
    )
    return [*subject, *partners, *(joined for m in others for joined in with_joined(after, m))]
