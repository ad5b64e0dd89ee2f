"""Which act a toll is of: one that is told before it, or one behind it that is named as its cause."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.acts.weapons import BEYOND
from marsad.reading.groups.groups import HARMFUL, WAR, Group, counts_of
from marsad.reading.groups.joints import behind_joint, parted, result_between
from marsad.reading.groups.own_tolls import (
    AFTER,
    came_before,
    has_own_act,
    is_announced_besides,
    is_done_there,
    is_elsewhere,
    is_of_part,
    is_other_toll,
    is_own_toll,
    starts_anew,
)
from marsad.reading.groups.same_acts import is_answer
from marsad.reading.scan import BEGINNINGS, Scan
from marsad.reading.word_sets import word_set

_GUNFIRE: Final = word_set("toll_acts", "gunfire")


def _is_shot(scan: Scan, low: int, high: int) -> bool:
    """Whether somebody was shot, as words between two others tell."""
    return any(word.norm in _GUNFIRE for word in scan.words[low + 1 : high])


_PRECEDED: Final = word_set("toll_acts", "preceded")
_OF_DEEDS: Final = word_set("toll_acts", "of_deeds")
_CULPRITS: Final = word_set("toll_acts", "culprits")


def is_toll_of(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll is that of the act before it: unless something new begins between."""
    if group.kind not in HARMFUL or _is_aim(group):
        return False
    last = group.members[-1].last
    if is_own_toll(scan, group, each) or _only_tells_who(scan, group):
        return False
    if result_between(scan, last, each.start):
        return True
    if group.kind == "protest" and each.is_verb and _is_shot(scan, each.last, min(each.last + 6, len(scan.words))):
        return False
    if is_why(scan, each):
        return False
    if scan.words[each.start - 1].norm in _OF_DEEDS and any(
        scan.words[at].norm in _CULPRITS for at in range(max(0, each.start - 3), each.start)
    ):
        return False  # حملة للبحث عن المتورطين في مقتل ضابط في انفجار: the toll of another act
    if parted(scan, last, each.start, hard=True) or _is_so_long_after(scan, each):
        return False
    if any(scan.words[at].norm in _PRECEDED for at in range(last + 1, each.start)):
        return False  # هذه المعارك سبقها قبل أيام مقتل أربعين مدنيا
    if not each.is_verb:
        before = not group.only_harm and (came_before(scan, each) or has_own_act(scan, each))
        return not (before or is_other_toll(scan, group, each) or is_announced_besides(scan, each))
    if group.only_harm and is_of_part(scan, last, each):
        return False
    alike = group.only_harm and behind_joint(scan, each) and each.trigger.counts in counts_of(group)
    if (alike or not group.only_harm) and (has_own_act(scan, each) or is_elsewhere(scan, each)):
        return False  # قتل ضابط برصاص قناص، فيما قتل جنديان في هجوم
    if not group.only_harm and is_done_there(scan, each):
        return False
    if group.only_harm or (each.match.clitics.lead == "و" and any(m.harm for m in group.members)):
        return each.start - last <= 12
    return each.start - last <= 16 and not starts_anew(scan, each)


def _only_tells_who(scan: Scan, group: Group) -> bool:
    """Whether blocking a road only tells who those are whom the sentence tells of: اشتباكات مع محتجين قطعوا الطريق."""
    if group.kind == "protest" and group.lead.trigger.strength == "weak" and len(group.members) == 1:
        return not group.lead.is_verb and not group.lead.light  # those who march, and no march
    if group.kind != "restriction" or not group.lead.is_verb or not group.first:
        return False
    before = scan.words[group.first - 1].norm
    return before in ("الذين", "الذي", "التي") or (
        before.endswith("ين") and bool(scan.ending("person", group.first - 1)) and group.first > 1
    )


#: What forces set out for, and which takes no toll while the act does in which they are caught.
_AIMED_AT: Final = frozenset(("capture", "release", "raid"))


def _is_aim(group: Group) -> bool:
    """Whether a group only tells what forces set out for: فجر نفسه أثناء تقدم القوات لتحرير البلدة، ما أسفر عن."""
    lead = group.lead
    noun = not (lead.is_verb or lead.light)
    return noun and group.kind in _AIMED_AT and lead.match.clitics.prep == "ل" and len(group.members) == 1


#: How far before a toll it may stand that people protest.
_WHY_REACH: Final = 3

MOTIVES: Final = word_set("toll_acts", "motives")


def is_why(scan: Scan, each: Happening) -> bool:
    """Whether an act or a toll is what people protest against: تظاهروا تنديدا بمقتل صحفي."""
    near = scan.words[max(0, each.start - _WHY_REACH) : each.start]
    return not each.is_verb and any(word.norm.removeprefix("و") in MOTIVES for word in near)


#: Three words at the least: بعد يومين من.
_LEAST_BEFORE: Final = 3


def _is_so_long_after(scan: Scan, each: Happening) -> bool:
    """Whether something was done so long after a toll: وجاءت الهجمات بعد يومين من اغتيال الوزير."""
    if each.is_verb or each.match.clitics.prep or each.start < _LEAST_BEFORE:
        return False
    before = scan.norms(max(0, each.start - 4), each.start - 1).split()
    return before[-1] == "من" and not BEYOND.isdisjoint(before[:-2])


#: Strikes from afar, amid which people fall and whose blasts are heard.
FROM_AFAR: Final = frozenset(("shelling", "air_strike"))

_ONCE_TAKEN: Final = word_set("toll_acts", "once_taken")


def is_act_of_toll(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether an act told behind a toll is what brought it about."""
    before = scan.words[each.start - 1].norm
    if each.kind == "protest":
        return False  # قتل ثلاثة خلال احتجاجات: who marches kills nobody
    if each.kind in FROM_AFAR and before == "وسط":
        return True  # قتل سبعة وسط قصف عنيف على المدينة
    if each.match.clitics.prep == "ب" and is_answer(scan, each):
        return False  # ردت الحركة على مقتل قائدها بقصف البلدة
    if each.kind in ("arrest", "abduction") and before in _ONCE_TAKEN:
        return False  # مقتلهم بعد اعتقالهم
    toll = group.members[-1]
    return each.kind in HARMFUL and (
        _is_told_after(scan, each)
        or _is_manner(scan, toll, each)
        or (_is_cause_of(scan, each, group) and not parted(scan, toll.last, each.start, besides=False))
    )


_WHEN: Final = word_set("toll_acts", "when")


_OF_THEM: Final = frozenset(("ه", "هم", "هما", "ها"))


def _is_told_after(scan: Scan, each: Happening) -> bool:
    """Whether a clause tells what brought a toll before it about: أصيب ثلاثة بعدما أطلق مسلحون النار عليهم."""
    worn = each.match.clitics.suffix in _OF_THEM  # قتل الضابط، حيث استهدفه مسلحون
    return (each.is_verb or each.light is not None) and any(
        0 < each.start - cue.last <= 2 and (cue.payload.lemma in _WHEN or (worn and cue.payload.lemma == "حيث"))
        for cue in scan.cue("boundary")
    )


def _is_manner(scan: Scan, toll: Happening, each: Happening) -> bool:
    """Whether an indefinite accusative tells how somebody was killed: قتلوا جنديين قنصا."""
    bare = each.first == each.last and not (each.match.clitics.lead or each.match.clitics.prep)
    if not toll.is_verb or each.is_verb or not bare:
        return False
    word = scan.words[each.first].norm
    return word.endswith("ا") and not each.trigger.lemma.endswith("ا") and not parted(scan, toll.last, each.start)


_CAUSES: Final = word_set("toll_acts", "causes")
_FEARS: Final = word_set("toll_acts", "fears")


def _is_cause_of(scan: Scan, each: Happening, group: Group) -> bool:
    """Whether an act is what a toll names as its cause: في قصف، جراء غارة، بانفجار لغم."""
    if _is_added(each) or (each.kind in ("arrest", "abduction") and each.match.clitics.suffix):
        return False  # توفي تحت التعذيب بعد سنوات من اعتقاله
    if each.kind in ("raid", "capture") and each.match.clitics.suffix and scan.words[each.start - 1].norm in AFTER:
        return False  # قتل المئات بعد اقتحامه البلدة
    if any(scan.words[at].norm == "منذ" and at not in scan.dated for at in range(group.last + 1, each.start - 1)):
        return _is_since_fighting(scan, each)  # not قتل المئات منذ أن أمرت السلطات بقمع الاحتجاجات
    if each.match.clitics.prep == "ب" or each.first - group.last <= 1:
        return True
    if each.match.clitics.definite and _tolled_before(scan, each.first, direct=each.match.clitics.prep != "ل"):
        return True  # في حصيلة أولية للغارات، حصيلة الغارات
    if each.start - 2 == group.last and _tolled_before(scan, each.start, direct=True):
        return True  # ارتفعت إلى سبعة قتلى حصيلة تفجير
    if each.start - 1 in scan.numerals and scan.words[each.start - 1].norm[:1] == "ب":
        return True  # جرح مدنيون بثلاث غارات
    back = range(max(group.last + 1, each.start - 4), each.start)
    if any(scan.words[at].norm in _FEARS for at in back):
        return False  # قتل سبعة، ما جعل الأهالي يفرون خوفا من اعتقالهم
    return any(scan.words[at].norm in _CAUSES or scan.words[at].norm.removeprefix("و") in _CAUSES for at in back) or (
        each.is_verb and each.start - group.last <= 8 and not each.match.clitics.lead
    )


def _is_since_fighting(scan: Scan, each: Happening) -> bool:
    """Whether people fell since two sides began to fight, and so in the fight: قتل سبعة منذ اندلاع الاشتباكات.

    A war is more than its fights.
    """
    fight = each.kind == "clash" and not each.is_verb and each.trigger.lemma != WAR
    return fight and scan.norms(each.start - 1, each.start - 1) in BEGINNINGS


def _is_added(each: Happening) -> bool:
    """Whether an act begins with "and", and is no cause of what stands before it."""
    first = each.light or each.match
    return first.clitics.lead == "و" and first.first == each.start


def _tolled_before(scan: Scan, at: int, *, direct: bool) -> bool:
    """Whether the toll of an act stands before it, right before it where no preposition joins the two."""
    return any(word.norm.endswith(("حصيله", "محصله")) for word in scan.words[max(0, at - (1 if direct else 3)) : at])
