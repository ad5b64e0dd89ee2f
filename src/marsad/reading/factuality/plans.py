"""Whether something is still to come, as the grammar of its sentence tells without a word for plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import LightVerb
from marsad.knowledge.lexicon import Match
from marsad.model import Period
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.people_numbers import ADDING
from marsad.reading.factuality.governing import (
    COMPLEMENT_REACH,
    REACH,
    is_past,
    is_perhaps,
    is_to_be,
    joint_between,
    just_before,
)
from marsad.reading.factuality.plan_cues import PLANS
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: How far before a further point of a list what governs the list may stand.
LIST_REACH: Final = 40


def goes_on_to_come(scan: Scan, verb: Match) -> bool:
    """Whether a present goes on with what is still to come: سيسلم المسلحون أسلحتهم ويعيد الجيش انتشاره."""
    if verb.clitics.lead != "و":
        return False
    to_come = max((m.last for m in scan.of("verb") if m.clitics.prep == "س" and m.first < verb.first), default=-1)
    return to_come >= 0 and verb.first - to_come <= LIST_REACH and not _tells_past(scan, to_come, verb.first)


#: Joints behind which no fact of its own is told.
NO_FACTS: Final = frozenset(("حتى", "حيث", "كذلك", *ADDING))


def _tells_past(scan: Scan, low: int, high: int) -> bool:
    """Whether another clause begins between two words, or something is told in the past."""
    if any(low < cue.first < high and cue.payload.lemma not in NO_FACTS for cue in scan.cue("boundary")):
        return True
    return any(low < cue.first < high for cue in scan.cue("say")) or any(
        low < m.first < high and m.form.tense == "past" and m.clitics.lead == "و" for m in scan.of("verb")
    )


def is_possible(scan: Scan, each: Happening) -> bool:
    """Whether a happening is what something else may lead to, or may come."""
    return _may_result(scan, each) or _may_come(scan, each)


def _may_result(scan: Scan, each: Happening) -> bool:
    """Whether it is what something may lead to: قد يؤدي القتال إلى نزوح."""
    return any(
        isinstance(cue.form, VerbForm)
        and cue.form.tense == "present"
        and (is_perhaps(scan, cue.first) or cue.clitics.prep == "س" or _may_be(scan, cue.first))
        and cue.last < each.start <= cue.last + COMPLEMENT_REACH
        for cue in scan.cue("result")
    )


def _may_be(scan: Scan, at: int) -> bool:
    """Whether a verb is what may or is expected to be: من شأن القرار أن يؤدي."""
    return scan.words[at - 1].norm == "ان" and scan.cue_within(at - REACH, at - 2, "expected")


def _may_come(scan: Scan, each: Happening) -> bool:
    """Whether a verb behind an act tells that it may come: الضربات ضد مواقع التنظيم قد تنطلق في أي وقت."""
    if each.is_verb or each.match.clitics.prep:
        return False
    return any(
        isinstance(verb.payload, LightVerb)
        and verb.payload.frame == "occurs"
        and isinstance(verb.form, VerbForm)
        and verb.form.tense == "present"
        and each.last < verb.first <= each.last + COMPLEMENT_REACH
        and is_perhaps(scan, verb.first)
        and not joint_between(scan, each.last, verb.first)
        for verb in scan.of("verb")
    )


def is_planned(scan: Scan, each: Happening) -> bool:
    """Whether a happening is announced, ordered, agreed upon, or what somebody goes on or comes for."""
    if _will_be_done(scan, each) or _is_goal(scan, each) or _is_warrant(each) or _is_come_for(scan, each):
        return True
    return _is_within(scan, each) or _is_announced_for(scan, each) or _is_agreed(scan, each)


_BEGINS: Final = word_set("plans", "begins")


_BEFORE_NOUNS: Final = word_set("plans", "before_nouns")


def _will_be_done(scan: Scan, each: Happening) -> bool:
    """A noun whose verb follows in the future (لقاء ... سيعقد), or is done in return: ستفرج عنهم مقابل إطلاق عشرة."""
    if each.is_verb:
        return False
    back = scan.words[max(0, each.start - 3) : each.start]
    if each.kind == "release" and any(word.norm == "مقابل" for word in back):
        return any(m.clitics.prep == "س" and m.first < each.start for m in scan.of("verb"))
    if any(word.norm in _BEGINS for word in scan.words[each.last + 1 : each.last + 4]):
        return True
    future = [
        m.first
        for m in scan.of("verb")
        if (m.clitics.prep == "س" or just_before(scan, m.first, ("لن", "سوف")))
        and not m.clitics.lead
        and each.last < m.first <= each.last + 8
        and scan.words[m.first - 1].norm not in _BEFORE_NOUNS  # أثناء سيرهم
    ]  # not: لا يشارك في القتال، وسيواصل
    return any(
        first not in scan.numerals and not scan.at("place", first) and not joint_between(scan, each.last, first)
        for first in future
    )


def _is_goal(scan: Scan, each: Happening) -> bool:
    """Whether somebody will not stop before it: لن تتوقف حتى استعادة المدينة."""
    if each.is_verb or not just_before(scan, each.start, ("حتي",)):
        return False
    to_be = any(match.clitics.prep == "س" and match.last < each.start for match in scan.of("verb"))
    return to_be or any(cue.last < each.start for cue in scan.cue("future"))


def _is_warrant(each: Happening) -> bool:
    """Whether it is only ordered: أصدرت المحكمة مذكرة توقيف."""
    return each.kind == "arrest" and each.trigger.pos == "phrase" and each.trigger.lemma.startswith(("مذكرة", "مذكرات"))


_COME_FOR: Final = tuple(word_set("plans", "come_for"))


def _is_come_for(scan: Scan, each: Happening) -> bool:
    """Whether it is a meeting that somebody only came for: وصل المبعوث للقاء المحافظ، لإجراء محادثات."""
    if each.kind != "meeting":
        return False
    if each.light is not None and each.light.clitics.prep == "ل":
        return True  # جهود لعقد مؤتمر حوار
    if each.verb is not None:
        return False
    return each.match.clitics.prep == "ل" or just_before(scan, each.start, _COME_FOR)


def _is_within(scan: Scan, each: Happening) -> bool:
    """Whether it is to be done in so many days: تنسحب القوات من المدينة في غضون 48 ساعة."""
    verb = each.verb
    if verb is None or not isinstance(verb.form, VerbForm) or verb.form.tense != "present":
        return False
    return any(word.norm == "غضون" for word in scan.words[each.last + 1 :])


#: How far behind a verb the day stands on which something will be.
_WEEKDAY_REACH: Final = 7
_ONGOING: Final = word_set("plans", "ongoing")
_NO_ANNOUNCEMENT: Final = word_set("plans", "no_announcement")
_LAST_DAYS: Final = tuple(word_set("plans", "last_days"))


def _is_announced_for(scan: Scan, each: Happening) -> bool:
    """Whether a present with a bare weekday tells when a meeting or a march will be: تستضيف الدوحة الخميس جولة."""
    verb = each.verb
    if each.kind not in ("meeting", "protest") or verb is None or verb.clitics.lead or scan.published is None:
        return False
    if not isinstance(verb.form, VerbForm) or verb.form.tense != "present" or verb.payload.lemma in _ONGOING:
        return False
    if verb.first and scan.words[verb.first - 1].norm in _NO_ANNOUNCEMENT:
        return False
    for dated in scan.dates:
        near = verb.last < dated.first <= verb.last + _WEEKDAY_REACH
        if near and dated.date.basis == "weekday" and dated.date.last != scan.published:
            words = scan.words[dated.first : dated.last + 2]
            return not any(word.norm.startswith(_LAST_DAYS) for word in words)
    return False


#: Kinds of acts upon which sides agree that are still to be done.
_AGREED: Final = frozenset(("withdrawal", "handover", "release", "displacement", "aid", "deployment", "movement"))
#: How far before what an agreement is for it may stand.
_AGREED_REACH: Final = 14


def _is_agreed(scan: Scan, each: Happening) -> bool:
    """Whether it is what an agreement or talks are for: توصلوا إلى اتفاق لترحيل المقاتلين، مفاوضات لسحب القوات."""
    if each.verb is not None or each.kind in ("agreement", "meeting"):
        return False
    if each.match.clitics.prep != "ل":
        return each.kind in _AGREED and _is_agreed_upon(scan, each)
    before = range(max(0, each.first - _AGREED_REACH), each.first)
    treaty = max((at for at in before if _talks(scan, at)), default=None)
    if treaty is None or any(treaty < comma <= each.first for comma in scan.commas):
        return False
    return not any(treaty < m.first < each.first and m.clitics.lead == "و" for m in scan.of("verb"))


_TREATIES: Final = word_set("plans", "treaties")
#: How far before "upon" the agreement stands, with whom it is between.
_DONE_UPON: Final = 7


def _is_agreed_upon(scan: Scan, each: Happening) -> bool:
    """Whether a noun tells upon what somebody agreed: اتفاق مع الحركة على الانسحاب من المدينة."""
    if each.start < 2 or scan.words[each.start - 1].norm != "علي":
        return False
    at = each.start - 2
    near = range(at, max(-1, at - _DONE_UPON), -1)
    treaty = next((word for word in near if scan.words[word].norm.removeprefix("ال") in _TREATIES), None)
    if treaty is None or any(treaty < comma <= each.start for comma in scan.commas):
        return False
    return treaty == at or scan.words[treaty + 1].norm in ("مع", "بين")


_TALKS: Final = word_set("plans", "talks")


def _talks(scan: Scan, at: int) -> bool:
    """Whether a word is an agreement, a plan of one, or talks on it."""
    norm = scan.words[at].norm.removeprefix("و").removeprefix("ال")
    return norm in PLANS or norm in _TALKS


def to_come(told: Sequence[Happening], when: Period | None, published: date | None) -> bool:
    """Whether a day after the publication is named for an act, and no past verb tells of it: يلتقي الوفدان غداً."""
    if when is None or published is None or when.start <= published:
        return False
    return not any(is_past(each) for each in told)


_CONDITIONS: Final = word_set("plans", "conditions")
#: How far before "before" it may stand that something will not be done.
_CONDITION_REACH: Final = 14


def supposed(scan: Scan, each: Happening) -> bool:
    """Whether something is only supposed to happen: إذا هاجم الجيش المدينة، في حال شن غارات، لن تنسحب قبل تسليمها."""
    if not each.is_verb and just_before(scan, each.start, ("قبل",)):
        near = range(each.start - _CONDITION_REACH, each.start)
        if any(cue.first in near for cue in scan.cue("future")):
            return True
    if is_to_be(each):
        return False  # حال التوصل إلى اتفاق ستنسحب القوات
    if each.is_verb and scan.norms(each.start - 2, each.start - 1) == "ما لم":
        return True  # ما لم تفرج عن الأسرى
    return any(
        0 <= each.start - cue.last - 1 <= REACH and not any(cue.last < comma <= each.start for comma in scan.commas)
        for cue in scan.cue("expected")
        if cue.payload.lemma in _CONDITIONS
    )


_UNDERGONE: Final = tuple(word_set("plans", "undergone"))
_GOING_ON: Final = word_set("plans", "going_on")


#: How far before what is tried the noun may stand that tells so, with who tries between.
_ATTEMPT_BY: Final = 8


def _is_tried_by(scan: Scan, each: Happening) -> bool:
    """Whether a noun before it tells that it is being tried, and by whom: في محاولة من النظام استعادة البلدة."""
    for at in range(each.first - 1, max(-1, each.first - _ATTEMPT_BY), -1):
        if scan.words[at].norm.lstrip("لب") in ("محاوله", "محاولات"):
            return True
        if scan.words[at + 1].before.strip() or scan.at("verb", at):
            return False
    return False


def is_aim(scan: Scan, each: Happening) -> bool:
    """Whether a noun is only what something else is done for: حشدت قواتها لمهاجمة المدينة."""
    if not each.is_verb and each.kind == "capture" and _is_tried_by(scan, each):
        return True
    if each.is_verb or each.light or each.match.clitics.prep != "ل":
        return False
    if each.start and scan.words[each.start - 1].norm in _GOING_ON:
        return False  # قتلوا في استمرار للقصف
    return not any(told in word.norm for word in scan.words[: each.first] for told in _UNDERGONE)
