"""Whether two happenings are one act that is told with two words, or the second is another one."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.acts.weapons import BEYOND
from marsad.reading.factuality.negation import negated
from marsad.reading.factuality.plan_cues import CONTAINING
from marsad.reading.groups.groups import VIOLENT, WAR, Group
from marsad.reading.groups.joints import parted
from marsad.reading.scan import BEGINNINGS, COMPLEMENTIZERS, Scan
from marsad.reading.word_sets import word_set


def are_compatible(one: str, other: str) -> bool:
    """Whether words of two kinds may tell one act."""
    if one == other:
        return True
    pair = {one, other}
    if pair <= VIOLENT:
        return bool(pair & {"attack"}) or pair <= {"explosion", "suicide_bombing"} or pair <= {"air_strike", "shelling"}
    return pair in (
        {"raid", "arrest"},
        {"operation", "raid"},
        {"operation", "arrest"},
        {"movement", "deployment"},
    )


_IN_RETURN: Final = frozenset(("مقابل", "لقاء"))

#: How far behind an act a definite noun may take it up.
_KNOWN_REACH: Final = 20


def are_one_act(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether two happenings of compatible kinds are one act told with two words."""
    last = group.members[-1]
    if each.kind == "agreement" and only_provides(scan, group):
        return False
    if group.kind != each.kind and (is_amid_war(scan, each) or _is_since(scan, each)):
        return False
    if each.is_verb and last.is_verb and not each.match.clitics.suffix and _is_other_deed(scan, group, each):
        return False
    if {group.kind, each.kind} == {"release"} and any(w.norm in _IN_RETURN for w in scan.words[last.last : each.start]):
        return False  # أفرجت الحركة عن أسير مقابل إطلاق سراح عشرة
    if _is_told_aside(scan, group, each):
        return False
    gap = each.start - last.last - 1
    if _is_another(scan, each) and not (last.is_verb and gap == 0):  # استهدفت غارة ثانية: the noun is its subject
        return False
    if each.match.clitics.definite and not each.light and gap <= _KNOWN_REACH:
        return gap <= 1 or not is_restricted(scan, each)
    return not parted(scan, last.last, each.start) and _are_near(scan, group, each, gap)


def _is_other_deed(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a verb behind a verb tells another deed: denied or not, behind another "that", or of whom they met."""
    last = group.members[-1]
    if negated(scan, each) != negated(scan, last):
        return True  # لم تستهدف المدنيين وقصفت مواقع عسكرية
    if group.kind in VIOLENT and any(word.norm in COMPLEMENTIZERS for word in scan.words[last.last + 1 : each.start]):
        return True  # قال إن صاروخا استهدف معسكرا، مضيفا أن آخر استهدف مطارا
    joined = each.match.clitics.lead == "و" or scan.words[each.start - 1].norm == "حيث"
    return each.kind == "meeting" and joined  # وصل الوزير إلى القاهرة حيث التقى نظيره


def _are_near(scan: Scan, group: Group, each: Happening, gap: int) -> bool:
    """Whether the two words of an act, with `gap` words between, are as near as their kinds and forms ask."""
    last = group.members[-1]
    kinds = {group.kind, each.kind}
    if kinds == {"explosion", "suicide_bombing"} and not each.is_verb and gap <= 6:
        return True  # فجّر انتحاري من داعش سيارة مفخخة
    if kinds == {"raid", "arrest"}:
        return gap <= 12
    if last.is_verb and gap == 0 and not (each.is_verb or each.match.clitics.prep or each.match.clitics.lead):
        return True  # استهدف انتحاريان مسجدا: the subject of the verb
    if each.match.clitics.prep in ("ب", "ل") and gap <= 8:
        return True
    between = range(last.last + 1, each.start)
    if between and not (last.is_verb or counted_anew(scan, each)) and all(at in scan.numerals for at in between):
        return True  # قصف أربع غارات
    if each.match.clitics.lead == "و" and each.is_verb:
        if group.kind == "air_strike" and each.kind == "shelling" and not last.is_verb and _has_no_subject(scan, each):
            return True  # شن التحالف غارات قرب المدينة وقصفت مواقع
        return group.kind == each.kind and bool(each.match.clitics.suffix) and gap <= 10  # زرعوا عبوة وفجروها
    if group.kind == each.kind or "attack" in kinds:
        return gap <= (10 if not (each.match.clitics.lead or counted_anew(scan, each)) else 2)
    return each.is_verb and not last.is_verb and gap <= 8


def _is_since(scan: Scan, each: Happening) -> bool:
    """Whether an act is only since when something else is told: الأعنف منذ اندلاع الاشتباكات."""
    begun, since = scan.norms(each.start - 1, each.start - 1), scan.norms(each.start - 2, each.start - 2)
    return not each.is_verb and begun in BEGINNINGS and since == "منذ"


def is_restricted(scan: Scan, noun: Happening) -> bool:
    """Whether a clause tells which act of somebody is meant: ضربات التحالف التي نفذت هذا الأسبوع."""
    if noun.match.clitics.prep == "ب":
        return False  # ردت القوات بقصف المناطق التي
    behind = range(noun.last + 1, min(noun.last + 4, len(scan.words)))
    return any(scan.words[at].norm in ("الذي", "التي") and not scan.words[at].before.strip() for at in behind)


AMID_WAR: Final = word_set("same_acts", "amid_war")
_OUTBREAK: Final = word_set("same_acts", "outbreak")


def is_amid_war(scan: Scan, each: Happening) -> bool:
    """Whether a war is only the time in which something else was done: وسط الحرب في الإقليم، منذ اندلاع الحرب."""
    if each.is_verb or each.trigger.lemma != WAR or not each.match.clitics.definite:
        return False
    at = each.first - 1
    broke_out = scan.norms(at, at) in _OUTBREAK and scan.norms(at - 1, at - 1) in AMID_WAR
    return broke_out or scan.norms(at, at) in AMID_WAR


def _has_no_subject(scan: Scan, verb: Happening) -> bool:
    """Whether nobody who could do it stands right behind a verb of things: وقصفت مواقع."""
    if not isinstance(verb.match.form, VerbForm) or verb.match.form.person != "3fs":
        return False
    behind = verb.last + 1
    if any(m.payload.group != "position" for m in scan.at("force", behind)):
        return False
    return not any(scan.at(sort, behind) for sort in ("actor", "country", "adjective", "weapon"))


def only_provides(scan: Scan, group: Group) -> bool:
    """Whether a known agreement only provides for what follows: يقضي الاتفاق بوقف إطلاق النار، تتضمن الهدنة تبادل."""
    lead = group.lead
    if group.kind != "agreement" or lead.is_verb or not (group.first and lead.match.clitics.definite):
        return False
    near = (scan.cue_at("planned", at) for at in (group.first - 1, lead.last + 1, lead.last + 2))
    return any(cue and (cue.payload.value or cue.payload.lemma in CONTAINING) for cue in near)


def _is_told_aside(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether an act stands in an aside and another verb goes on behind it: الحركة، التي تقاتل الحكومة، شنت هجوما."""
    verb, main = group.lead.verb, each.verb
    if verb is None or main is None or not verb.first or main.first not in scan.commas or main.clitics.lead:
        return False
    return scan.words[verb.first - 1].norm in ("التي", "الذي", "الذين") and verb.first - 1 in scan.commas


_ANOTHER: Final = word_set("same_acts", "another")


def _is_another(scan: Scan, each: Happening) -> bool:
    """Whether words beside an act tell that it is another one: في هجوم آخر، في قصف مماثل، انتقلت المواجهات إلى."""
    answered = _follows(scan, each) or _is_claimed(scan, each) or _is_answered(scan, each)
    if answered or spreads(scan, each.match) or _is_earlier(scan, each):
        return True
    if each.match.clitics.prep == "ب" and is_answer(scan, each):
        return True
    after = range(each.last + 1, min(each.last + 3, len(scan.words)))
    return not each.is_verb and any(scan.words[at].norm in _ANOTHER for at in after)


#: How far before an act it may stand that it is an answer to one that is told between.
_ANSWER_REACH: Final = 10

_ANSWERING: Final = word_set("same_acts", "answering")


def is_answer(scan: Scan, each: Happening) -> bool:
    """Whether an act is the answer to another: ورد الجيش بقصف مواقع، رد الحزب على الغارات بإطلاق صواريخ."""
    for at in range(max(0, each.start - _ANSWER_REACH), each.start):
        norm = scan.words[at].norm
        if norm[0] in "وف" and norm[1:] in _ANSWERING and each.start - at <= _ANSWER_REACH // 2:
            return True
        if norm.lstrip("وف") in _ANSWERING and any(word.norm == "علي" for word in scan.words[at + 1 : each.start]):
            return True
    return False


_ANSWERS: Final = word_set("same_acts", "answers")


def _is_answered(scan: Scan, each: Happening) -> bool:
    """Whether an act is what another answers: أطلقت صواريخ ردا على الغارات، قالت إنها ترد على غارات."""
    before = scan.norms(each.start - 2, each.start - 1)
    if before in ("ردا علي", "انتقاما من") or scan.norms(each.start - 1, each.start - 1) == "انتقاما":
        return True
    answer, _, on = before.partition(" ")
    return on == "علي" and answer.removeprefix("و").removeprefix("ف") in _ANSWERS


_FOLLOWING: Final = word_set("same_acts", "following")


def _follows(scan: Scan, each: Happening) -> bool:
    """Whether an act is said to have followed the one before: تبعه إلقاء براميل، تلتها غارات."""
    return not each.harm and each.start > 0 and scan.words[each.start - 1].norm.removeprefix("و") in _FOLLOWING


def _is_claimed(scan: Scan, each: Happening) -> bool:
    """Whether somebody claims an act: أعلنت الحركة، التي تقود تمردا منذ أعوام، مسؤوليتها عن الهجوم."""
    return not each.is_verb and any(cue.last == each.start - 1 for cue in scan.cue("claims"))


def _is_earlier(scan: Scan, each: Happening) -> bool:
    """Whether a strike is told before or after which another was: قصفت القوات البلدة بعد ساعات من قصف مواقعها."""
    clitics, before = each.match.clitics, scan.norms(max(0, each.start - 4), each.start - 1).split()
    if each.is_verb or each.harm or each.kind not in VIOLENT or clitics.definite or clitics.prep or len(before) < 3:
        return False
    return before[-1] in BEYOND or (before[-1] == "من" and not BEYOND.isdisjoint(before[:-1]))


#: How far behind an act that spreads the place may stand that it reaches, in words.
_NEW_PLACE_REACH: Final = 6


def spreads(scan: Scan, noun: Match) -> bool:
    """Whether an act is told to reach another place: اتسعت تلك الحملات لتشمل أ، الاشتباكات امتدت إلى ب."""
    verb = next((cue for cue in scan.cue("spread") if -2 <= cue.first - noun.first <= 3), None)
    if verb is None or isinstance(noun.form, VerbForm):
        return False
    after = max(verb.last, noun.last) + 1
    return any(scan.at("place", at) for at in range(after, min(after + _NEW_PLACE_REACH, len(scan.words))))


def counted_anew(scan: Scan, each: Happening) -> bool:
    """Whether "and" stands before the number of an act: غارتان على أ وثلاث غارات على ب."""
    before = each.start - 1
    return before in scan.numerals and scan.words[before].norm[0] == "و"
