"""Stage 5: which happenings only tell more of another one of the sentence: its motive, its target, how it sounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.happenings import Happening
from marsad.reading.light_verbs import LIGHT_REACH
from marsad.reading.objections import ENTER
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def without_marching_on(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the verb that only tells where those went on to who protest: تجمعوا في الساحة وتوجهوا إلى القصر."""
    kept: list[Happening] = []
    for each in found:
        marching = each.kind == "movement" and each.is_verb and each.match.clitics.lead == "و"
        if marching and kept and kept[-1].kind in ("protest", "riot") and each.match.form.person == "3mp":
            scan.doubt(each.match, "only where those went on to who protest")
        else:
            kept.append(each)
    return kept


_EXCHANGE: Final = "تبادل"


def without_exchanged(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the noun of what two sides exchange, which their verb tells: تبادل الجيش ومسلحون القصف."""
    kept: list[Happening] = []
    for each in found:
        verb = kept[-1] if kept else None
        if verb is not None and verb.is_verb and verb.trigger.lemma == _EXCHANGE and not each.is_verb:
            near = each.first - verb.last <= LIGHT_REACH and not (each.match.clitics.prep or each.match.clitics.lead)
            if near and not any(verb.last < comma <= each.first for comma in scan.commas):
                scan.doubt(each.match, "what is exchanged")
                continue
        kept.append(each)
    return kept


def without_accidents(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without those harmed by a crash, a flood or an illness, in a sentence that tells of no other cause."""
    if not scan.cue("accident") or not all(each.harm for each in found):
        return found
    for each in found:
        scan.doubt(each.match, "harmed by accident or nature (cues.csv, cue accident)")
    return []


_IN_PROTEST: Final = "احتجاجا"
_OF_ANGER: Final = frozenset(("protest", "riot", "restriction", "sanction", "destruction"))


def without_motives(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the protest that is only why something is done that is told: أغلقوا الطريق احتجاجا على الغلاء."""
    kept: list[Happening] = []
    for each in found:
        if scan.words[each.first].norm == _IN_PROTEST and any(before.kind in _OF_ANGER for before in kept):
            scan.doubt(each.match, "only why they do what is told before it")
        else:
            kept.append(each)
    return kept


#: What a force does once it is in.
_ONCE_IN: Final = frozenset(("raid", "arrest", "capture", "deployment"))


def without_columns(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the column that is but who came in: توغل رتل من سبع عربات في القرية."""
    kept: list[Happening] = []
    for each in found:
        before = kept[-1] if kept else None
        if before is not None and _is_entry(before) and each.is_verb and each.kind in _ONCE_IN:
            scan.doubt(before.match, "only how what they did there began")
            before = None
            kept.pop()
        subject = (
            before is not None
            and each.first == before.last + 1
            and (
                (before.kind == "raid" and each.kind == "movement")
                or (before.is_verb and each.kind == "patrol" and before.trigger.frame in ("does", "acts"))
            )
        )
        if subject and not (each.is_verb or each.match.clitics.lead):
            scan.doubt(each.match, "only who came in")
            continue
        if before is not None and _is_column_before(scan, before, each):
            scan.doubt(before.match, "only who withdraws or comes in")
            kept.pop()
        kept.append(each)
    return kept


def _is_entry(each: Happening) -> bool:
    """Whether a force only enters a town: دخلت القوات البلدة وفتشت منازل."""
    return each.is_verb and each.kind == "movement" and each.trigger.lemma == ENTER


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


#: Words that lead from what was heard to what it came from, and how far before that they stand.
_CAUSING: Final = word_set("subordinate", "causing")
_HEARD: Final = 3


def without_heard(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the blasts that are what a strike sounded like: دوي انفجارات نتيجة القصف."""
    kept: list[Happening] = []
    for each in found:
        blast = kept[-1] if kept else None
        if blast is not None and blast.trigger.lemma.startswith("دوي") and each.kind in ("shelling", "air_strike"):
            between = scan.words[blast.last + 1 : each.first]
            if any(word.norm in _CAUSING for word in between[-_HEARD:]):
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


#: What moves or stands about, and so may be what a strike hits.
_MOVABLE: Final = frozenset(("movement", "deployment", "patrol", "aid", "protest"))
_TAKING_AID: Final = frozenset(("destruction", "restriction"))
STRIKING: Final = frozenset(("attack", "shelling", "air_strike", "explosion", "suicide_bombing"))


_AMBUSH: Final = "كمين"


def without_targets(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the columns and gatherings that are only hit: استهدفوا دورية، كمين لتعزيزات، هجوم على رتل."""
    kept: list[Happening] = []
    for each in found:
        before = kept[-1] if kept else None
        if _tells_of_those_hit(scan, kept, each):
            scan.doubt(each.match, "only tells who or what was hit")
            continue
        people = each.kind == "protest" and bool(scan.at("person", each.first))  # إطلاق النار على متظاهرين
        post = each.trigger.lemma == _AMBUSH and not each.light  # هجوم على كمين للجيش: a checkpoint in Egypt
        hittable = (people or post or each.kind in _MOVABLE) and not _on_the_way(scan, each)
        if before is not None and _is_kept_from(scan, before, each):
            scan.doubt(each.match, "only what was kept from coming")
            continue
        struck = before is not None and (
            before.kind in STRIKING or (each.kind == "aid" and before.kind in _TAKING_AID)  # نهب مسلحون شاحنات إغاثة
        )
        if before is None or not hittable or not struck or before.harm:
            kept.append(each)
            continue
        between = scan.words[before.last + 1 : each.first]
        if each.is_verb and (between or each.match.clitics.lead):
            kept.append(each)
            continue
        doers = range(before.last + 1, each.first)  # هاجم مجهولون دورية
        subject = all(scan.at("person", at) or scan.at("actor", at) for at in doers)
        hit = (before.is_verb and subject) or _is_object(before, each)
        hit = hit or (not between and (before.match.clitics.prep == "ب" or before.trigger.frame == "of"))
        hit = hit or each.match.clitics.prep == "ل" or any(word.norm in ("علي", "ضد") for word in between[-2:])
        far = people or (each.kind == "patrol" and between and between[-1].norm == "علي")  # هجوم نفذه مسلح على دورية
        if not hit or len(between) > (8 if far else 3):
            kept.append(each)
        else:
            scan.doubt(each.match, "only what the strike before it hits")
    return kept


def _is_kept_from(scan: Scan, before: Happening, each: Happening) -> bool:
    """Whether what was on its way is only what was foiled: أحبطت محاولة تهريب شحنة أسلحة كانت في طريقها إلى."""
    if before.kind != "interception" or each.kind != "movement" or each.match.clitics.lead:
        return False
    near = not any(before.last < comma <= each.first for comma in scan.commas)
    return near and each.first - before.last <= LIGHT_REACH


_CARRYING: Final = frozenset(("نقل", "أقل", "حمل"))
_TRYING: Final = word_set("subordinate", "trying")


#: What those may have done whom a strike hits, and what hits them.
_DOINGS: Final = frozenset(("movement", "restriction"))
_STRIKES: Final = STRIKING | {"destruction", "interception", "arrest"}


def _tells_of_those_hit(scan: Scan, told: Sequence[Happening], each: Happening) -> bool:
    """Whether a verb only tells what those did whom a strike hits: رتل كان ينقل مقاتلين، فرقت متظاهرين قطعوا الجسر."""
    tried = scan.norms(each.first - 2, each.first - 1).split()
    if tried[-1:] and tried[-1] in _TRYING and tried[0] in ("كان", "كانت", "كانوا") and not each.is_verb:
        return any(strike.kind in _STRIKES and strike.is_verb for strike in told[-2:])  # قوة كانت تحاول التقدم
    if not each.is_verb or each.kind not in _DOINGS or each.match.clitics.lead or each.first < 2:
        return False
    if not any(strike.kind in _STRIKES and not strike.harm for strike in told[-2:]):
        return False
    if each.trigger.lemma in _CARRYING and isinstance(each.match.form, VerbForm) and each.match.form.tense == "present":
        return each.first not in scan.commas  # أثناء مرور عربة تنقل عناصر من الشرطة
    was = scan.words[each.first - 1].norm in ("كان", "كانت", "كانوا")
    at = each.first - 1 - was
    if any(at < comma <= each.first for comma in scan.commas):
        return False
    if was and each.kind == "movement":
        return not scan.cue_within(told[-1].last + 1, each.first - 1, "boundary")
    hit = [m for m in scan.ending("person", at) if not (m.clitics.definite or m.clitics.lead)]
    return any(m.form == "pl" and scan.words[at].norm.endswith("ين") for m in hit)


_ON_THE_WAY: Final = 6
_GOING: Final = word_set("subordinate", "going")


def _on_the_way(scan: Scan, each: Happening) -> bool:
    """Whether a sentence tells where what is hit was going: كمين لتعزيزات كانت متجهة إلى المدينة."""
    after = range(each.last + 1, min(each.last + _ON_THE_WAY, len(scan.words) - 2))
    return each.kind == "movement" and any(
        scan.words[at].norm in ("كان", "كانت") and scan.words[at + 1].norm in _GOING for at in after
    )


def _is_object(verb: Happening, each: Happening) -> bool:
    """Whether a noun is what a verb does something to: استهدف الطيران رتلاً، فرقت الشرطة مظاهرة."""
    if not verb.is_verb or verb.trigger.frame != "does" or verb.trigger.preps:
        return False
    clitics = each.match.clitics
    return not (each.is_verb or clitics.lead or clitics.prep)
