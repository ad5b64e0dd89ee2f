"""How a party stands in its clause: parted from an act or not, at its head, joined to others, one of them."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.parties.cast import Mention
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.word_sets import word_set

ALL_OF_THEM: Final = word_set("clauses", "all_of_them")

#: How far from a happening its parties may stand, in words.
REACH: Final = 14

OF_HIMSELF: Final = word_set("clauses", "of_himself")
BEFORE_NOUNS: Final = word_set("clauses", "before_nouns")
LIVES: Final = word_set("clauses", "lives")

#: How far behind somebody who is named by name those may be joined who were harmed with him: القيادي فلان ومرافقه.
NAME_REACH: Final = 5


def cut(scan: Scan, low: int, high: int, others: list[int]) -> bool:
    """Whether another happening, a result or a joint of the sentence stands between two words."""
    if others and any(low < at < high for at in others):
        return True
    if scan.cue_within(low + 1, high - 1, "result", "boundary"):
        return True
    if any(low < comma <= high and scan.words[comma].norm in _NEGATED for comma in scan.commas):
        return True  # وقعت اشتباكات، ولم تعلن السلطات حصيلة
    # أحرقت المباني، وقال رئيس البلدية: who speaks behind it did nothing
    return any(low < cue.first < high and cue.first in scan.commas and cue.clitics.lead for cue in scan.cue("say"))


_NEGATED: Final = word_set("clauses", "negated")

_OWN_CLAUSE: Final = word_set("clauses", "own_clause")
_OPENING: Final = word_set("clauses", "opening")


def heads_clause(scan: Scan, mention: Mention, each: Happening) -> bool:
    """Whether a party stands as subject before its verb: behind أن, or first in its sentence or clause."""
    if mention.prep or each.match.clitics.lead:
        return False
    if any(scan.words[at].norm in _OWN_CLAUSE for at in range(mention.last + 1, each.start)):
        return False
    before = mention.first - 1
    while before in scan.numerals or (before >= 0 and scan.words[before].norm in ("احدي", "احد")):
        before -= 1
    named = before < 0 or scan.words[before].norm in COMPLEMENTIZERS or scan.words[before].norm in _OPENING
    if not named and any(mention.last < comma <= each.start for comma in scan.commas[:-1]):
        return False
    return named or mention.first in scan.commas or each.start - mention.last <= 3


def with_joined(inside: list[Mention], start: Mention, *, gap: int = 2) -> list[Mention]:
    """A party and those that و joins to it."""
    found = [start]
    for mention in inside:
        reach = gap if mention.joined else 1
        if mention.first == start.first and mention is not start:
            found.append(mention)  # الطرفان are two
            continue
        beside = mention.joined or mention.why.endswith("beside it")
        near = mention.first > found[-1].last and mention.first - found[-1].last <= reach
        if beside and near:
            found.append(mention)
        elif near and not mention.prep:
            break  # دعت أ وب ج ود: whom they ask
    return found


#: The vowel of the first letter of a passive.
_DAMMA: Final = "\N{ARABIC DAMMA}"


def wears_damma(scan: Scan, at: int) -> bool:
    """Whether a verb wears the vowel that papers write on a passive: مُنعوا، غُيّبوا."""
    start = scan.words[at].start
    return _DAMMA in scan.text[start : start + 3]


SUBSET: Final = word_set("clauses", "subset")


def is_subset(scan: Scan, mention: Mention, low: int) -> bool:
    """Whether somebody is only named as one of those told of before, behind word `low`: قتل خمسة، بينهم ضابط."""
    return any(scan.words[at].norm in SUBSET for at in range(max(low + 1, mention.first - 3), mention.first))


def is_kin_of(scan: Scan, mention: Mention, other: Mention) -> bool:
    """Whether somebody is told right behind another as one of his people: رجل زوجته; not رجل وزوجته."""
    known = any(m.clitics.definite for m in scan.at("person", other.first))
    return other.id == "CIVILIANS" and not known and mention.first == other.last + 1 and is_kin(scan, mention)


def is_kin(scan: Scan, mention: Mention) -> bool:
    """Whether somebody is told as one of another's people: زوجته، والدها، صديقه."""
    return any(
        m.clitics.suffix in ("ه", "ها") and not (m.clitics.lead or m.clitics.prep)
        for m in scan.at("person", mention.first)
    )
