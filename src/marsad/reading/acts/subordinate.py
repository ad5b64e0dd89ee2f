"""Stage 5: which happenings only tell more of another one of the sentence: its motive, its target, how it sounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.acts.happenings import Happening
from marsad.reading.acts.light_verbs import LIGHT_REACH
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set


def without_subordinate(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the happenings that only tell more of another one."""
    found = _without_exchanged(scan, _without_marching_on(scan, found))
    found = _without_motives(scan, _without_accidents(scan, found))
    found = _without_heard(scan, _without_columns(scan, found))
    return _without_targets(scan, found)


def _without_marching_on(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the verb that only tells where those went on to who protest: تجمعوا في الساحة وتوجهوا إلى القصر."""
    kept: list[Happening] = []
    for each in found:
        marching = each.kind == "movement" and each.is_verb and each.match.clitics.lead == "و"
        if marching and kept and kept[-1].kind in ("protest", "riot") and each.match.form.person == "3mp":
            scan.doubt(each.match, "only where those went on to who protest")
        else:
            kept.append(each)
    return kept


def _without_exchanged(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the noun of what two sides exchange, which their verb tells: تبادل الجيش ومسلحون القصف."""
    kept: list[Happening] = []
    for each in found:
        verb = kept[-1] if kept else None
        if verb is not None and verb.is_verb and verb.trigger.lemma == "تبادل" and not each.is_verb:
            near = each.first - verb.last <= LIGHT_REACH and not (each.match.clitics.prep or each.match.clitics.lead)
            if near and not any(verb.last < comma <= each.first for comma in scan.commas):
                scan.doubt(each.match, "what is exchanged")
                continue
        kept.append(each)
    return kept


def _without_accidents(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without those harmed by a crash, a flood or an illness, in a sentence that tells of no other cause."""
    if not scan.cue("accident") or not all(each.harm for each in found):
        return found
    for each in found:
        scan.doubt(each.match, "harmed by accident or nature (cues.csv, cue accident)")
    return []


#: Kinds of what is done in anger.
_OF_ANGER: Final = frozenset(("protest", "riot", "restriction", "sanction", "destruction"))


def _without_motives(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the protest that is only why something is done that is told: أغلقوا الطريق احتجاجا على الغلاء."""
    kept: list[Happening] = []
    for each in found:
        if scan.words[each.first].norm == "احتجاجا" and any(before.kind in _OF_ANGER for before in kept):
            scan.doubt(each.match, "only why they do what is told before it")
        else:
            kept.append(each)
    return kept


#: What a force does once it is in.
_ONCE_IN: Final = frozenset(("raid", "arrest", "capture", "deployment"))


def _without_columns(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the column that is but who came in: توغل رتل من سبع عربات في القرية."""
    kept: list[Happening] = []
    for each in found:
        before = kept[-1] if kept else None
        if before is not None and _is_entry(before) and each.is_verb and each.kind in _ONCE_IN:
            scan.doubt(before.match, "only how what they did there began")
            before = None
            kept.pop()
        if before is not None and _is_column_behind(before, each):
            scan.doubt(each.match, "only who came in")
            continue
        if before is not None and _is_column_before(scan, before, each):
            scan.doubt(before.match, "only who withdraws or comes in")
            kept.pop()
        kept.append(each)
    return kept


def _is_entry(each: Happening) -> bool:
    """Whether a force only enters a town: دخلت القوات البلدة وفتشت منازل."""
    return each.is_verb and each.kind == "movement" and each.trigger.lemma == "دخل"


def _is_column_behind(verb: Happening, column: Happening) -> bool:
    """Whether a column is but the subject of the verb right before it: توغل رتل، نفذت دورية."""
    if column.first != verb.last + 1 or column.is_verb or column.match.clitics.lead:
        return False
    if verb.kind == "raid" and column.kind == "movement":
        return True
    return verb.is_verb and column.kind == "patrol" and verb.trigger.frame in ("does", "acts")


#: How far behind a column the verb may stand of which it is the subject.
_COLUMN_REACH: Final = 8


def _is_column_before(scan: Scan, column: Happening, verb: Happening) -> bool:
    """Whether a column is but the subject of the verb behind it: رتل لقوات أ ينسحب من ب."""
    if column.is_verb or column.kind not in ("movement", "patrol") or column.match.clitics.prep or column.light:
        return False
    if not verb.is_verb or verb.kind not in ("withdrawal", "raid", "movement") or verb.match.clitics.lead:
        return False
    near = verb.first - column.last <= _COLUMN_REACH
    return near and not any(column.last < comma <= verb.first for comma in scan.commas)


_CAUSING: Final = word_set("subordinate", "causing")

#: How far before a strike the word may stand that leads to it from what was heard.
_CAUSE_REACH: Final = 3


def _without_heard(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the blasts that are what a strike sounded like (دوي انفجارات نتيجة القصف) and feared harm."""
    kept: list[Happening] = []
    for each in found:
        blast = kept[-1] if kept else None
        if blast is not None and blast.trigger.lemma.startswith("دوي") and each.kind in ("shelling", "air_strike"):
            between = scan.words[blast.last + 1 : each.first]
            if any(word.norm in _CAUSING for word in between[-_CAUSE_REACH:]):
                scan.doubt(blast.match, "only what the strike behind it sounded like")
                kept.pop()
        if blast is not None and not blast.harm and each.harm and not each.is_verb and _is_feared(scan, each):
            scan.doubt(each.match, "only what is feared of what stands before it")
            continue
        kept.append(each)
    return kept


_FEARS: Final = word_set("subordinate", "fears")


def _is_feared(scan: Scan, each: Happening) -> bool:
    """Whether harm is only what people fear: أثار مخاوف من مقتل كثيرين."""
    at = each.first - 1
    return scan.norms(at, at) == "من" and scan.norms(at - 1, at - 1).removeprefix("ال") in _FEARS


def _without_targets(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the columns and gatherings that are only hit: استهدفوا دورية، كمين لتعزيزات، هجوم على رتل."""
    kept: list[Happening] = []
    for each in found:
        before = kept[-1] if kept else None
        if _tells_of_those_hit(scan, kept, each):
            scan.doubt(each.match, "only tells who or what was hit")
        elif before is not None and _is_kept_from(scan, before, each):
            scan.doubt(each.match, "only what was kept from coming")
        elif before is not None and _is_target(scan, before, each):
            scan.doubt(each.match, "only what the strike before it hits")
        else:
            kept.append(each)
    return kept


#: What moves or stands about, and so may be what a strike hits.
_MOVABLE: Final = frozenset(("movement", "deployment", "patrol", "aid", "protest"))

#: What is done to aid: نهب مسلحون شاحنات إغاثة.
_TAKING_AID: Final = frozenset(("destruction", "restriction"))

#: Kinds of what may have a target.
STRIKING: Final = frozenset(("attack", "shelling", "air_strike", "explosion", "suicide_bombing"))

#: Within how many words behind a strike its target stands; people, and a post that it is done "on", stand farther.
_TARGET_REACH: Final = 3
_FAR_TARGET_REACH: Final = 8


def _is_target(scan: Scan, strike: Happening, each: Happening) -> bool:
    """Whether it is only what a strike hits: استهدفوا دورية، كمين لتعزيزات، هجوم على رتل."""
    if strike.harm or not (strike.kind in STRIKING or (each.kind == "aid" and strike.kind in _TAKING_AID)):
        return False
    people = each.kind == "protest" and bool(scan.at("person", each.first))  # إطلاق النار على متظاهرين
    post = each.trigger.lemma == "كمين" and not each.light  # هجوم على كمين للجيش: a checkpoint in Egypt
    if not (people or post or each.kind in _MOVABLE) or _on_the_way(scan, each):
        return False
    between = scan.words[strike.last + 1 : each.first]
    if each.is_verb and (between or each.match.clitics.lead):
        return False
    far = people or (each.kind == "patrol" and between and between[-1].norm == "علي")  # هجوم نفذه مسلح على دورية
    if len(between) > (_FAR_TARGET_REACH if far else _TARGET_REACH):
        return False
    doers = range(strike.last + 1, each.first)  # هاجم مجهولون دورية
    if strike.is_verb and all(scan.at("person", at) or scan.at("actor", at) for at in doers):
        return True
    if _is_object(strike, each) or each.match.clitics.prep == "ل" or _is_dispersed(scan, strike, each):
        return True
    if not between and (strike.match.clitics.prep == "ب" or strike.trigger.frame == "of"):
        return True
    return any(word.norm in ("علي", "ضد") for word in between[-2:])


#: Nouns for what police do to those who march.
_DISPERSING: Final = frozenset(("قمع", "تفريق"))


def _is_dispersed(scan: Scan, strike: Happening, each: Happening) -> bool:
    """Whether those who disperse a march stand between it and the noun for that: قمع قوات الأمن مظاهرة."""
    if strike.trigger.lemma not in _DISPERSING or each.kind != "protest" or each.match.clitics.lead:
        return False
    apart = any(strike.last < comma <= each.first for comma in scan.commas)
    return not apart and scan.words[each.first - 1].norm not in PREPOSITIONS


def _is_kept_from(scan: Scan, before: Happening, each: Happening) -> bool:
    """Whether what was on its way is only what was foiled: أحبطت محاولة تهريب شحنة أسلحة كانت في طريقها إلى."""
    if before.kind != "interception" or each.kind != "movement" or each.match.clitics.lead:
        return False
    near = not any(before.last < comma <= each.first for comma in scan.commas)
    return near and each.first - before.last <= LIGHT_REACH


_TRYING: Final = word_set("subordinate", "trying")

#: Forms of "was" before what those did whom a strike hits.
_WAS: Final = frozenset(("كان", "كانت", "كانوا"))

#: Verbs of what a vehicle does that a strike hits.
_CARRYING: Final = frozenset(("نقل", "أقل", "حمل"))

#: What those may have done whom a strike hits.
_DOINGS: Final = frozenset(("movement", "restriction"))

#: What hits or stops somebody.
_STRIKES: Final = STRIKING | {"destruction", "interception", "arrest"}


def _tells_of_those_hit(scan: Scan, told: Sequence[Happening], each: Happening) -> bool:
    """Whether a verb only tells what those did whom a strike hits: رتل كان ينقل مقاتلين، فرقت متظاهرين قطعوا الجسر."""
    tried = scan.norms(each.first - 2, each.first - 1).split()
    if tried[-1:] and tried[-1] in _TRYING and tried[0] in _WAS and not each.is_verb:
        return any(strike.kind in _STRIKES and strike.is_verb for strike in told[-2:])  # قوة كانت تحاول التقدم
    if not each.is_verb or each.kind not in _DOINGS or each.match.clitics.lead or each.first < 2:
        return False
    if not any(strike.kind in _STRIKES and not strike.harm for strike in told[-2:]):
        return False
    if each.trigger.lemma in _CARRYING and isinstance(each.match.form, VerbForm) and each.match.form.tense == "present":
        return each.first not in scan.commas  # أثناء مرور عربة تنقل عناصر من الشرطة
    was = scan.words[each.first - 1].norm in _WAS
    at = each.first - 1 - was
    if any(at < comma <= each.first for comma in scan.commas):
        return False
    if was and each.kind == "movement":
        return not scan.cue_within(told[-1].last + 1, each.first - 1, "boundary")
    hit = [m for m in scan.ending("person", at) if not (m.clitics.definite or m.clitics.lead)]
    return any(m.form == "pl" and scan.words[at].norm.endswith("ين") for m in hit)


_GOING: Final = word_set("subordinate", "going")

#: Within how many words behind those who are hit it is told where they were going.
_WAY_REACH: Final = 6


def _on_the_way(scan: Scan, each: Happening) -> bool:
    """Whether a sentence tells where what is hit was going: كمين لتعزيزات كانت متجهة إلى المدينة."""
    after = range(each.last + 1, min(each.last + _WAY_REACH, len(scan.words) - 2))
    return each.kind == "movement" and any(
        scan.words[at].norm in ("كان", "كانت") and scan.words[at + 1].norm in _GOING for at in after
    )


def _is_object(verb: Happening, each: Happening) -> bool:
    """Whether a noun is what a verb does something to: استهدف الطيران رتلاً، فرقت الشرطة مظاهرة."""
    if not verb.is_verb or verb.trigger.frame != "does" or verb.trigger.preps:
        return False
    clitics = each.match.clitics
    return not (each.is_verb or clitics.lead or clitics.prep)
