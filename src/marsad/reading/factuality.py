"""Stage 6: did it happen, relative to who says so. Negation, denial, plans, forecasts, requests, the past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import LightVerb, Trigger
from marsad.knowledge.lexicon import Match
from marsad.model import Modality, Period, Polarity
from marsad.reading.people_numbers import ADDING
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.triggers import FINDING_OUT, Happening
from marsad.reading.voices import Voice, brings_toll
from marsad.reading.word_sets import word_set

#: How far before a trigger a cue may stand that takes away its reality, in words.
_REACH: Final = 6

#: The same for a cue whose complement a preposition joins to it, and how far before the trigger that may stand.
_COMPLEMENT_REACH: Final = 12
_PREPOSITION_REACH: Final = 3

#: How far before a happening the news of it may stand that is called untrue.
_RUMOUR_REACH: Final = 8

#: How far before "on that" the verb may stand that stresses it.
_STRESSED: Final = 6

#: How far behind an attempt it may stand that it failed.
_TRIED_REACH: Final = 16

_WITHOUT: Final = word_set("factuality", "without")

_PARTICLES: Final = word_set("factuality", "particles")
ANY: Final = word_set("factuality", "any")
#: What negates a plan right behind it.
_DENYING: Final = _PARTICLES | {"عدم", "نفي"}


def negated(scan: Scan, each: Happening) -> bool:
    """Whether a negation stands right before a happening (لم تقصف، دون وقوع إصابات، عدم سقوط ضحايا)."""
    for cue in scan.negations:
        gap = each.start - cue.last - 1
        if each.is_verb and each.match.clitics.lead == "ف":
            continue  # لم يصل إلى هدفه ففجر نفسه
        if (
            cue.payload.lemma in _WITHOUT
            and each.is_verb
            and each.match.clitics.lead == "و"
            and each.first in scan.commas
        ):
            continue  # من دون وقوع إصابات، وتوغلت
        if gap < 0 or _joint_between(scan, cue.last, each.start) or _just_before(scan, each.start, ("حتي",)):
            continue
        if cue.payload.value and (
            each.kind not in cue.payload.value.split("|") or scan.words[cue.first].norm in _MOTIVES
        ):
            continue  # who refuses an attack condemns it, who refuses to withdraw stays, who marches رفضا is against it
        if (
            (cue.payload.lemma == "غير" and gap)
            or scan.cue_at("still", cue.first)
            or scan.cue_at("cease", cue.last + 1)
        ):
            continue  # "not final" says nothing of what follows; "still" does not negate, "did not cease" affirms
        if each.kind == "agreement" and any(w.norm in _KEEPING for w in scan.words[cue.last + 1 : each.start]):
            continue  # عدم التزام الطرفين بالهدنة: there is one
        particle = cue.payload.lemma in _PARTICLES
        if particle and (said := scan.cue_at("say", cue.last + 1)) and said.payload.value != "soft":
            continue  # what nobody confirmed or denied is not denied: لم ينف قصف الموقع
        if particle and each.verb is not None and gap <= 1:
            return True
        if cue.payload.lemma == "لا" and gap == 0 and not each.match.clitics.definite:
            return True  # لا انسحاب من البلدة
        if (
            not particle
            and gap <= (6 if cue.payload.value else 3)
            and _BEHIND_LACKS.isdisjoint(w.norm for w in scan.words[cue.last + 1 : each.start])
        ):
            return True  # عدم وقوع إصابات, not عدم ذكر اسمه أن المفاوضات, عدم الاستقرار نتيجة الاغتيالات
        if particle and each.harm and gap <= 3:
            return True
    definite = each.match.clitics.definite and not each.is_verb
    if not definite and each.start and scan.words[each.start - 1].norm in ANY:  # "has seen no shelling"
        return any(0 < each.start - cue.last <= 12 for cue in scan.negations)
    return bool(scan.cue("deny_noun")) and any(
        (0 <= each.start - cue.last - 1 <= _DENIED_REACH and not _says_between(scan, cue.last, each.start))
        or (cue.first > each.last and _rumoured(scan, each))
        or _is_untrue(scan, cue, each)
        for cue in scan.cue("deny_noun")
        if not (cue.payload.lemma in _UNRELATED and scan.words[cue.last + 1].norm in _ITS)
    )


#: Of a party it is said that it did not do it, of an act that it is another: الاعتقالات لا علاقة لها بحملة التجنيد.
_UNRELATED: Final = ("لا علاقة ل", "لا صلة ل", "لا دخل ل")
_ITS: Final = word_set("factuality", "its")


#: How far behind "untrue" what is untrue may stand, and how far behind news that is called so what it is about.
_DENIED_REACH: Final = 6
_ABOUT_REACH: Final = 12


def _is_untrue(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether it is what news is about that is called untrue: لا صحة للأنباء التي يروج لها المسلحون حول سيطرتهم."""
    news = scan.cue_at("report", cue.last + 1)
    before = scan.words[max(0, each.start - _PREPOSITION_REACH) : each.start]
    return (
        news is not None
        and 0 < each.start - news.last <= _ABOUT_REACH
        and any(word.norm in _ABOUT for word in before)
        and not _says_between(scan, news.last, each.start)
    )


_ABOUT: Final = word_set("factuality", "about")


def _says_between(scan: Scan, low: int, high: int) -> bool:
    """Whether a speech begins anew between two words: هذه الادعاءات كاذبة، مضيفا أن الاشتباكات مستمرة."""
    return any(low < cue.first < high and cue.payload.value != "soft" for cue in scan.cue("say"))


#: Words behind which that is told which there was, where something else is lacking.
_BEHIND_LACKS: Final = COMPLEMENTIZERS | {"نتيجه", "جراء", "بسبب", "اثر", "عقب"}

#: Refusals that are why people march or strike.
_MOTIVES: Final = frozenset(("رفضا", "ورفضا"))


_KEEPING: Final = word_set("factuality", "keeping")


def _rumoured(scan: Scan, each: Happening) -> bool:
    """Whether a happening is what reports are about: الأنباء عن ... غير صحيحة."""
    return scan.cue_within(each.start - _RUMOUR_REACH, each.start - 1, "report")


def absent(scan: Scan, each: Happening) -> bool:
    """Whether something is only said to be missing (دون قتال، بدون اعتقالات): no claim, not even a denied one."""
    for cue in scan.negations:
        if (
            cue.payload.lemma in _WITHOUT
            and 0 <= each.start - cue.last - 1 <= 3
            and not _joint_between(scan, cue.last, each.start)
            and not (each.is_verb and each.match.clitics.lead == "و")  # دون إصابات، وتوغلت
            and COMPLEMENTIZERS.isdisjoint(word.norm for word in scan.words[cue.last + 1 : each.start])
        ):
            return True  # but not: قال دون تفاصيل إنه أسقط طائرة
        if cue.payload.lemma in _WITHOUT and each.is_verb and scan.norms(cue.last + 1, each.start - 1) == "ان":
            return True  # دون أن تعتقل أحدا
        if cue.payload.lemma in _WITHOUT and each.harm and _in_vain(scan, cue, each):
            return True
    return each.harm and _is_without_news(scan, each)


def _in_vain(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether nobody managed to: دون أن يتمكنوا من إصابته."""
    if not 0 < each.start - cue.last <= _MANAGED or scan.norms(cue.last + 1, cue.last + 1) != "ان":
        return False
    return any(stem in scan.words[cue.last + 2].norm for stem in ("تمكن", "نجح", "ستطيع"))


#: How far behind "without" the harm may stand that nobody managed to do.
_MANAGED: Final = 6


def _is_without_news(scan: Scan, each: Happening) -> bool:
    """Whether there is no news of a toll: لم ترد أي معلومات مؤكدة عن سقوط ضحايا."""
    first = each.first
    while first and scan.words[first - 1].norm in _OF_TOLL:
        first -= 1
    if each.is_verb or first < 1 or scan.words[first - 1].norm not in ("عن", "حول", "بشان"):
        return False
    news = next((at for at in range(first - 2, max(-1, first - 7), -1) if _is_news(scan.words[at].norm)), -1)
    return any(
        0 < news - cue.last <= _NEWS_REACH and not _joint_between(scan, cue.last, news) for cue in scan.negations
    )


_OF_TOLL: Final = word_set("factuality", "of_toll")


def _is_news(norm: str) -> bool:
    return norm.removeprefix("ال") in _NO_NEWS


_NO_NEWS: Final = word_set("factuality", "no_news")


#: How far behind a negation news may be told that there is none of.
_NEWS_REACH: Final = 6


def polarity(scan: Scan, each: Happening, voice: Voice | None) -> Polarity:
    """Denied where the voice denies, or where the words negate; a denial denied is not read."""
    if voice is not None and voice.mode == "denied" and each.first > voice.at:
        return "denied" if _first_clause(scan, voice, each) else "affirmed"
    if voice is not None and voice.mode == "excluded" and each.first > voice.at:
        return "denied"
    return "denied" if negated(scan, each) or _failed(scan, each) or _unmeant(scan, each) else "affirmed"


def _unmeant(scan: Scan, each: Happening) -> bool:
    """Whether nobody means to do it, or it is unlikely: لا ينوي الانسحاب، من المستبعد شن هجوم."""
    if each.is_verb and not (isinstance(each.match.form, VerbForm) and each.match.form.tense == "present"):
        return False
    cues = [*(cue for cue in scan.cue("expected") if cue.payload.lemma in _UNLIKELY), *_negated_plans(scan)]
    return any(
        0 <= each.start - cue.last - 1 <= _REACH and not _joint_between(scan, cue.last, each.start) for cue in cues
    )


def _negated_plans(scan: Scan) -> list[Match]:
    """Words for plans right behind a negation: لا ينوي، ليست لديه خطط."""
    negations = {cue.last for cue in scan.negations if cue.payload.lemma in _DENYING}
    if not negations:
        return []
    return [
        plan
        for plan in scan.cue("planned")
        if not negations.isdisjoint(range(plan.first - (4 if _is_plan(scan, plan) else 1), plan.first))
    ]


def _is_plan(scan: Scan, plan: Match) -> bool:
    """Whether a plan is a thing that one has or that there is, though its plural is spelt like a verb (خطط)."""
    return plan.sort != "verb" or scan.words[plan.first - 1].norm.startswith(("توجد", "يوجد", "هناك", "لدي"))


#: What foresees that something will not be.
_UNLIKELY: Final = ("من المستبعد", "من غير المرجح", "من غير المتوقع")


def _failed(scan: Scan, each: Happening) -> bool:
    """Whether it was tried in vain: فشلت القوات في السيطرة على المدينة، حاولت التقدم دون أن تنجح."""
    for cue in scan.cue("fail"):
        if any(word.norm in FINDING_OUT for word in scan.words[cue.last + 1 : each.start]):
            continue  # لم تتمكن الوكالة من التحقق من توقيت وقوع الغارة
        if scan.norms(each.start - 1, each.start - 1).lstrip("ولب") in STOPPING:
            continue  # لم تفلح في إيقاف هجمات
        if cue.payload.value != "after":
            tried = scan.norms(cue.last + 1, cue.last + 1) in ("محاوله", "محاولات") and each.start - cue.last <= 3
            if _governs(scan, cue, each) or tried:  # فشلت محاولة تسلل
                return True
        elif each.last < cue.first <= each.last + _TRIED_REACH and _tried(scan, each):
            return True
    return False


def is_tried(scan: Scan, each: Happening) -> bool:
    """Whether right before it stands that it was tried, and so nobody is told to be killed: حاول مسلحون اغتيال ضابط."""
    for at in range(max(0, each.first - _ATTEMPT_REACH), each.first):
        norm = scan.words[at].norm
        if "محاول" in norm and (at == each.first - 1 or (at == each.first - 2 and each.match.clitics.prep == "ل")):
            return True  # محاولة إسرائيلية لاغتيال القائد
        if norm.removeprefix("و") in _TRYING and not any(
            scan.at("trigger", word) for word in range(at + 1, each.first)
        ):
            return True
    return False


#: How far before what was tried the verb may stand, with who tried between.
_ATTEMPT_REACH: Final = 5
_TRYING: Final = word_set("factuality", "trying")


def _tried(scan: Scan, each: Happening) -> bool:
    """Whether it is an attempt: حاول اقتحام المقر، محاولة اغتيال."""
    return any("حاول" in word.norm for word in scan.words[max(0, each.start - _REACH) : each.first + 1])


def _begin(each: Happening, cue: Match) -> int:
    """Where a happening begins, seen from a cue: at its noun if the cue carries it or stands behind what does."""
    return each.first if each.light is not None and cue.last >= each.light.first else each.start


def _governs(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether a happening is joined to a cue by one of the prepositions that the cue asks for, its subject between."""
    wanted = cue.payload.value.split("|")
    start = _begin(each, cue)
    if not 0 <= start - cue.last - 1 <= _COMPLEMENT_REACH or _joint_between(scan, cue.last, start):
        return False
    if any(m.clitics.lead and isinstance(m.form, VerbForm) and cue.last < m.first < start for m in scan.of("verb")):
        return False  # قضى ثلاثة وأصيب أربعة بتفجير
    leading = each.light if each.light and each.light.first == start else each.match
    if leading.clitics.prep and leading.clitics.prep in wanted:
        return True
    before = [word.norm for word in scan.words[max(cue.last + 1, start - _PREPOSITION_REACH) : start]]
    if not set(before).isdisjoint(map(fold, wanted)):
        return True
    letters = tuple(prep for prep in wanted if len(prep) == 1)  # مستعدة للمشاركة في عملية، وجه بسرعة الإفراج عنهم
    return bool(letters) and any(word.startswith(letters) and len(word) > _SHORT for word in before[-2:])


#: A word of no more letters begins with no preposition.
_SHORT: Final = 4


def _first_clause(scan: Scan, voice: Voice, each: Happening) -> bool:
    """A denial reaches up to the next verb of saying or a contrast."""
    if each.is_verb and each.match.clitics.lead and _past(each):
        return False
    if each.match.clitics.definite and not each.is_verb and _just_before(scan, each.start, ("جراء", "نتيجه", "بسبب")):
        return False  # نفى وقوع خسائر جراء القصف
    if _acts_between(scan, voice.at, each.start):
        return False
    for cue in (*scan.cue("say"), *scan.cue("boundary")):
        if cue.payload.value == "soft" or (cue.payload.cue == "say" and cue.clitics.suffix):
            continue  # نفى المصدر، في تصريح نقلته الوكالة، قصف السوق
        if voice.at + 1 < cue.first < each.start and (
            (cue.payload.cue == "say" and cue.form != "sg")
            or cue.payload.lemma in ("لكن", "ولكن", "إلا أن", "غير أن", "بيد أن", "فيما", "في ما", "بينما", "في حين")
        ):
            return False
    return True


def _acts_between(scan: Scan, low: int, high: int) -> bool:
    """Whether who denies goes on to do something: نفت مسؤوليتها عن الهجوم، وردت على القصف بقصف."""
    acts = (
        m.first
        for m in scan.of("verb")
        if low + 1 < m.first < high and m.first in scan.commas and m.clitics.lead == "و" and m.form.tense == "past"
    )
    first = next(acts, None)
    return first is not None and COMPLEMENTIZERS.isdisjoint(word.norm for word in scan.words[low + 1 : first])


_THAT: Final = COMPLEMENTIZERS | {"بعدما"}


def modality(scan: Scan, each: Happening, voice: Voice | None, requests: list[Happening]) -> Modality:
    """What a happening is to its source: told, planned, foreseen, or asked for. A plan by hearsay is foreseen."""
    found = _modality(scan, each, voice, requests)
    hearsay = voice is not None and bool(voice.chain) and voice.chain[0].kind == "unspecified"
    return "expected" if found == "planned" and hearsay else found


def _modality(scan: Scan, each: Happening, voice: Voice | None, requests: list[Happening]) -> Modality:
    if each.start and scan.words[each.start - 1].norm in _FACTUAL and not _to_be(each):
        return "expected" if _followed(scan, each, "expected") else "happened"
    if _is_to_stop(scan, each) or _is_to_end(scan, each) or _had_effect(scan, each):
        return "happened"
    if _requested(scan, each, requests):
        return "requested"
    if voice is not None and voice.mode in ("expected", "excluded") and each.first > voice.at:
        between = [word.norm for word in scan.words[voice.at + 1 : each.first]]
        if not each.is_verb and not _GOING_ON.isdisjoint(between) and _FEARED.isdisjoint(between):
            return "happened"  # حذرت المنظمة من استمرار القصف
        told = any(word.norm in _THAT for word in scan.words[voice.at + 1 : each.start])
        return "happened" if told and _past(each) else "expected"  # رجحت مصادر أن مسلحين أطلقوا النار
    verb = each.verb
    if verb is not None and isinstance(verb.form, VerbForm) and verb.form.tense == "present":
        if _just_before(scan, verb.first, ("كي", "لكي")):
            return "planned"
        if _perhaps(scan, verb.first):
            return "expected"
        if verb.clitics.prep == "س" or _just_before(scan, verb.first, ("سوف", "لن")):
            rumour = voice is not None and voice.chain and voice.chain[0].kind == "unspecified"
            return "expected" if rumour or _cued(scan, each, "expected") else "planned"  # معلومات بأنهم سيهاجمون
        if _goes_on_to_come(scan, verb):
            return "planned"
    if any(cue.form == "phrase" and cue.first < each.start == cue.last for cue in scan.cue("expected")):
        return "expected"  # قرب تعرض المدينة لقصف
    told = _past(each) and not _behind_if(scan, each) and not _carries_plan(scan, each)
    if told and (each.match.clitics.lead or not _governed(scan, each)):
        return "happened"
    if _cued(scan, each, "expected") or _followed(scan, each, "expected") or _may_result(scan, each):
        return "expected"
    if _may_come(scan, each):
        return "expected"
    if _cued(scan, each, "planned") or _will_be_done(scan, each) or _is_goal(scan, each) or _is_warrant(each):
        return "planned"
    if _is_come_for(scan, each) or _is_within(scan, each) or _is_announced_for(scan, each) or _is_agreed(scan, each):
        return "planned"
    return _listed(scan, each, requests)


def _goes_on_to_come(scan: Scan, verb: Match) -> bool:
    """Whether a present goes on with what is still to come: سيسلم المسلحون أسلحتهم ويعيد الجيش انتشاره."""
    if verb.clitics.lead != "و":
        return False
    to_come = max((m.last for m in scan.of("verb") if m.clitics.prep == "س" and m.first < verb.first), default=-1)
    return to_come >= 0 and verb.first - to_come <= _LIST_REACH and not _tells_past(scan, to_come, verb.first)


def _tells_past(scan: Scan, low: int, high: int) -> bool:
    """Whether another clause begins between two words, or something is told in the past."""
    if any(low < cue.first < high and cue.payload.lemma not in _NO_FACTS for cue in scan.cue("boundary")):
        return True
    return any(low < cue.first < high for cue in scan.cue("say")) or any(
        low < m.first < high and m.form.tense == "past" and m.clitics.lead == "و" for m in scan.of("verb")
    )


def _is_come_for(scan: Scan, each: Happening) -> bool:
    """Whether it is a meeting that somebody only came for: وصل المبعوث للقاء المحافظ، لإجراء محادثات."""
    if each.kind != "meeting":
        return False
    if each.light is not None and each.light.clitics.prep == "ل":
        return True  # جهود لعقد مؤتمر حوار
    if each.verb is not None:
        return False
    return each.match.clitics.prep == "ل" or _just_before(scan, each.start, ("لاجراء", "لعقد", "لاستكمال", "لاستيناف"))


def _is_announced_for(scan: Scan, each: Happening) -> bool:
    """Whether a present with a bare weekday tells when a meeting or a march will be: تستضيف الدوحة الخميس جولة."""
    verb = each.verb
    if each.kind not in ("meeting", "protest") or verb is None or verb.clitics.lead or scan.published is None:
        return False
    if not isinstance(verb.form, VerbForm) or verb.form.tense != "present" or verb.payload.lemma in _ONGOING:
        return False
    if verb.first and scan.words[verb.first - 1].norm in ("كان", "كانت", "كانوا", "منذ", "التي", "الذي", "حيث"):
        return False
    for dated in scan.dates:
        near = verb.last < dated.first <= verb.last + _WEEKDAY_REACH
        if near and dated.date.basis == "weekday" and dated.date.last != scan.published:
            words = scan.words[dated.first : dated.last + 2]
            return not any(word.norm.startswith(("الماض", "المنصرم", "الفايت", "امس")) for word in words)
    return False


#: How far behind a verb the day stands on which something will be, and verbs of what goes on already.
_WEEKDAY_REACH: Final = 7
_ONGOING: Final = word_set("factuality", "ongoing")


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


#: Upon what sides agree that is still to be done, and the words for what they reach.
_AGREED: Final = frozenset(("withdrawal", "handover", "release", "displacement", "aid", "deployment", "movement"))
_TREATIES: Final = word_set("factuality", "treaties")
_DONE_UPON: Final = 7


def _talks(scan: Scan, at: int) -> bool:
    norm = scan.words[at].norm.removeprefix("و").removeprefix("ال")
    return norm in _PLANS or norm in ("مفاوضات", "محادثات", "مباحثات", "اتفاقيه")


#: How far before what an agreement is for it may stand.
_AGREED_REACH: Final = 14


def _is_within(scan: Scan, each: Happening) -> bool:
    """Whether it is to be done in so many days: تنسحب القوات من المدينة في غضون 48 ساعة."""
    verb = each.verb
    if verb is None or not isinstance(verb.form, VerbForm) or verb.form.tense != "present":
        return False
    return any(word.norm == "غضون" for word in scan.words[each.last + 1 :])


def _is_warrant(each: Happening) -> bool:
    """Whether it is only ordered: أصدرت المحكمة مذكرة توقيف."""
    return each.kind == "arrest" and each.trigger.pos == "phrase" and each.trigger.lemma.startswith(("مذكرة", "مذكرات"))


#: How far before a further point of a list what governs the list may stand.
_LIST_REACH: Final = 40


def _listed(scan: Scan, each: Happening, requests: list[Happening]) -> Modality:
    """What a further point of a list is: يقضي الاتفاق بوقف القتال وإدخال مساعدات والإفراج عن المعتقلين."""
    clitics = each.match.clitics
    besides = scan.norms(each.start - 2, each.start - 1) in _BESIDES
    besides = besides or scan.norms(each.start - 1, each.start - 1) in _ALSO
    if each.is_verb or each.light is not None or not (clitics.lead == "و" or besides):
        return "happened"
    if each.start in scan.commas and clitics.definite:
        return "happened"  # أمر بنشر الجيش، والقصف مستمر
    requests = [m for m in requests if m.is_verb or not m.match.clitics.definite]
    governing: list[tuple[int, int, Modality]] = [
        (m.last, m.last, "requested") for m in requests if m.last < each.start
    ]
    for name in _UNREAL:
        for cue in scan.cue(name):
            if cue.payload.lemma in _COVERING and not _is_of_plan(scan, cue):
                continue
            if cue.last < each.start and (isinstance(cue.form, VerbForm) or cue.payload.lemma in CONTAINING):
                begin = _complement(scan, cue, each.start)
                if begin is not None:
                    governing.append((cue.last, begin, name))
    if not governing:
        return "happened"
    at, begin, found = max(governing)
    if each.start - at > _LIST_REACH or _tells_between(scan, begin, each.start):
        return "happened"
    return found


#: What joins a further point of a list.
_BESIDES: Final = word_set("factuality", "besides")
_ALSO: Final = frozenset(("وكذلك", "كذلك", "وايضا"))
_UNREAL: Final[tuple[Modality, ...]] = ("planned", "expected", "requested")


def _complement(scan: Scan, cue: Match, stop: int) -> int | None:
    """Where the complement of a cue begins: at the preposition that it asks for, if it does."""
    wanted = cue.payload.value
    if not wanted:
        return int(cue.last)
    preps = [fold(prep) for prep in wanted.split("|")]
    for at in range(cue.last + 1, min(stop, cue.last + _COMPLEMENT_REACH)):
        norm = scan.words[at].norm
        if norm in preps or any(len(prep) == 1 and norm.startswith(prep) for prep in preps):
            return at
    return None


#: Joints behind which no fact of its own is told.
_NO_FACTS: Final = frozenset(("حتى", "حيث", "كذلك", *ADDING))


def _tells_between(scan: Scan, low: int, high: int) -> bool:
    """Whether something is told as a fact between two words: a finite verb, but not of a relative clause, or بعد."""
    joints = (*scan.cue("boundary"), *scan.cue("result"), *scan.cue("topic"))
    if any(low < cue.first < high and cue.payload.lemma not in _NO_FACTS for cue in joints):
        return True
    if any(scan.words[at].norm in _FACTUAL for at in range(low + 1, high)):
        return True
    return any(
        low < verb.first < high
        and scan.words[verb.first - 1].norm not in _RELATIVES
        and all(place.payload.needs_cue for place in scan.at("place", verb.first))  # تعز is a town
        for verb in scan.of("verb")
    )


_RELATIVES: Final = word_set("factuality", "relatives")


def _is_to_stop(scan: Scan, each: Happening) -> bool:
    """Whether what goes on is only to be stopped: دعا إلى وقف القصف الذي تتعرض له البلدة، تعهد بإنهاء الحصار."""
    if each.is_verb or not each.match.clitics.definite or not each.first:
        return False
    return scan.words[each.first - 1].norm.lstrip("ولب") in STOPPING


def _had_effect(scan: Scan, each: Happening) -> bool:
    """Whether a relative clause tells of what came of it: يصعب تحديد منفذي الهجوم الذي أسفر عن قتلى."""
    at = each.last + 1
    if each.is_verb or not each.match.clitics.definite or at + 1 >= len(scan.words):
        return False
    if scan.words[at].norm not in ("الذي", "التي"):
        return False
    while at + 1 < len(scan.words) and scan.words[at + 1].norm in ("كان", "كانت", "قد"):
        at += 1
    results = (cue.form for cue in scan.cue("result") if cue.first == at + 1)
    return any(isinstance(form, VerbForm) and form.tense == "past" for form in results)


STOPPING: Final = word_set("factuality", "stopping")


def _is_to_end(scan: Scan, each: Happening) -> bool:
    """Whether something else goes on until it ends: لن نتوقف حتى ينتهي العدوان."""
    light = each.light
    ends = light is not None and light.payload.aspect == "end" and light.form.tense == "present"
    return ends and light is not None and _just_before(scan, light.first, ("حتي",))


#: What is warned of as going on already, and what is feared to begin.
_GOING_ON: Final = word_set("factuality", "going_on")
_FEARED: Final = word_set("factuality", "feared")

_FACTUAL: Final = word_set("factuality", "factual")


def is_past_cause(scan: Scan, each: Happening) -> bool:
    """Whether a toll is what something is asked for after: طالبت بوقفه بعد إصابة 30 شخصا."""
    return not each.is_verb and each.start > 0 and scan.words[each.start - 1].norm in ("بعد", "عقب", "اثر")


def _to_be(each: Happening) -> bool:
    """Whether a verb tells what is still to come: التي ستعقد."""
    return each.verb is not None and each.verb.clitics.prep == "س"


def _may_result(scan: Scan, each: Happening) -> bool:
    """Whether it is what something may lead to: قد يؤدي القتال إلى نزوح."""
    return any(
        isinstance(cue.form, VerbForm)
        and cue.form.tense == "present"
        and (_perhaps(scan, cue.first) or cue.clitics.prep == "س" or _may_be(scan, cue.first))
        and cue.last < each.start <= cue.last + _COMPLEMENT_REACH
        for cue in scan.cue("result")
    )


def _may_come(scan: Scan, each: Happening) -> bool:
    """Whether a verb behind an act tells that it may come: الضربات ضد مواقع التنظيم قد تنطلق في أي وقت."""
    if each.is_verb or each.match.clitics.prep:
        return False
    return any(
        isinstance(verb.payload, LightVerb)
        and verb.payload.frame == "occurs"
        and isinstance(verb.form, VerbForm)
        and verb.form.tense == "present"
        and each.last < verb.first <= each.last + _COMPLEMENT_REACH
        and _perhaps(scan, verb.first)
        and not _joint_between(scan, each.last, verb.first)
        for verb in scan.of("verb")
    )


def _may_be(scan: Scan, at: int) -> bool:
    """Whether a verb is what may or is expected to be: من شأن القرار أن يؤدي."""
    return scan.words[at - 1].norm == "ان" and scan.cue_within(at - _REACH, at - 2, "expected")


def _is_goal(scan: Scan, each: Happening) -> bool:
    """Whether somebody will not stop before it: لن تتوقف حتى استعادة المدينة."""
    if each.is_verb or not _just_before(scan, each.start, ("حتي",)):
        return False
    to_be = any(match.clitics.prep == "س" and match.last < each.start for match in scan.of("verb"))
    return to_be or any(cue.last < each.start for cue in scan.cue("future"))


def to_come(told: Sequence[Happening], when: Period | None, published: date | None) -> bool:
    """Whether a day after the publication is named for an act, and no past verb tells of it: يلتقي الوفدان غداً."""
    if when is None or published is None or when.start <= published:
        return False
    return not any(_past(each) for each in told)


_BEGINS: Final = word_set("factuality", "begins")


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
        if (m.clitics.prep == "س" or _just_before(scan, m.first, ("لن", "سوف")))
        and not m.clitics.lead
        and each.last < m.first <= each.last + 8
    ]  # not: لا يشارك في القتال، وسيواصل
    return any(
        first not in scan.numerals and not scan.at("place", first) and not _joint_between(scan, each.last, first)
        for first in future
    )


def _past(each: Happening) -> bool:
    """Whether a verb in the past tells it; behind ل no past stands, but a noun spelt alike (لشن هجوم)."""
    verb = each.verb
    return (
        verb is not None and isinstance(verb.form, VerbForm) and verb.form.tense == "past" and verb.clitics.prep != "ل"
    )


def _governed(scan: Scan, each: Happening) -> bool:
    """Whether a verb of planning or foreseeing governs it: what looks like a past is its noun (يعتزم فرض عقوبات)."""
    if each.start and (plan := scan.cue_at("planned", each.start - 1)) and plan.clitics.suffix:
        return True  # نيته سحب قواته
    return any(
        0
        <= each.start - cue.last - 1
        <= _REACH
        * (cue.payload.lemma in CONTAINING or (isinstance(cue.form, VerbForm) and cue.form.tense == "present"))
        and (isinstance(cue.form, VerbForm) or cue.payload.lemma.startswith(("من ال", *CONTAINING)))
        and not any(cue.last < comma <= each.start for comma in scan.commas)
        for name in ("planned", "expected")
        for cue in scan.cue(name)
    )


#: What an agreement or a plan does with its points.
CONTAINING: Final = ("يتضمن", "تتضمن", "يشمل", "تشمل")
#: The same words for what else may take in something, and what tells that it is a plan.
_COVERING: Final = ("يشمل", "تشمل")
_PLANS: Final = word_set("factuality", "plans")


def _is_of_plan(scan: Scan, cue: Match) -> bool:
    """Whether what takes something in is an agreement or a plan of one: المقترح يشمل، تشمل المرحلة الأولى."""
    near = scan.words[max(0, cue.first - _REACH) : cue.last + 3]
    return any(word.norm.lstrip("ولب").removeprefix("ال") in _PLANS for word in near)


def _carries_plan(scan: Scan, each: Happening) -> bool:
    """Whether what its light verb carries is only a plan of it, or a danger: بدأ الاستعدادات لاقتحام المدينة."""
    light = each.light
    if light is None:
        return False
    plans = (*scan.cue("planned"), *(cue for cue in scan.cue("expected") if light.payload.frame == "suffers"))
    return any(
        light.first <= cue.first < each.first and (not cue.payload.value or _governs(scan, cue, each)) for cue in plans
    )


def _behind_if(scan: Scan, each: Happening) -> bool:
    return _just_before(scan, each.start, ("اذا", "لو", "ان"))


def _requested(scan: Scan, each: Happening, requests: list[Happening]) -> bool:
    if not each.is_verb and scan.norms(max(0, each.start - 2), each.start - 1).endswith(_LOOKED_INTO):
        return False  # دعت المنظمة إلى التحقيق في ضربة
    for request in requests:
        if request.is_verb is False and any(request.last < comma <= each.start for comma in scan.commas):
            continue  # احتجاجات مطالبة بالعمل، لتتحول إلى اشتباكات
        if request.first and request.match.clitics.definite and scan.cue_at("planned", request.first - 1):
            continue  # ينص المقترح على تبادل الأسرى
        if _tells_on(scan, request.last, each.start):
            continue  # دعا إلى هدنة حيث تعاني البلاد من القتال
        if request.last < each.start and each is not request and not _joint_between(scan, request.last, each.start):
            return not _past(each) or _spelt_as_noun(each)
    if _past(each):
        return False
    return any(_is_wanted(scan, cue, each) for cue in scan.cue("requested")) or _is_upon(scan, each)


_LOOKED_INTO: Final = tuple(word_set("factuality", "looked_into"))


def _tells_on(scan: Scan, low: int, high: int) -> bool:
    """Whether "where" and a present between two words tell what is so: دعا إلى هدنة حيث تعاني البلاد من القتال."""
    return any(scan.words[at].norm == "حيث" and scan.words[at + 1].norm[0] in "تي" for at in range(low + 1, high - 1))


def _is_wanted(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether a cue asks for a happening; one of duty names before it whose it is: ينبغي للسلطات أن تفرج عنهم."""
    start = _begin(each, cue)
    gap = start - cue.last - 1
    if cue.payload.value != "duty" or gap < 0:
        return 0 <= gap <= _ASKED
    if each.verb is None:
        demanded = all(word.norm not in _THAT_ONE for word in scan.words[cue.last + 1 : start])
    else:
        demanded = start > 0 and scan.words[start - 1].norm in _THAT_ONE
    return demanded and gap <= _DUTY_REACH and not _joint_between(scan, cue.last, start)


def _is_upon(scan: Scan, each: Happening) -> bool:
    """Whether somebody is told that he has to: على إسرائيل أن ترفع الحصار."""
    if each.verb is None:
        return each.match.clitics.definite and _is_noun_upon(scan, each.first)
    start = each.verb.first
    if start < 3 or scan.words[start - 1].norm != "ان":
        return False
    for at in range(start - 3, max(-1, start - _UPON_REACH), -1):
        if at + 1 in scan.commas or scan.at("verb", at + 1):
            return False
        if scan.words[at].norm in ("علي", "وعلي"):
            opens = at == 0 or bool(scan.words[at].before.strip()) or scan.words[at - 1].norm in COMPLEMENTIZERS
            return opens or scan.words[at].norm[0] == "و"
    return False


def _is_noun_upon(scan: Scan, start: int) -> bool:
    """Whether a noun is what a party has to do: قال إن على إسرائيل الانسحاب."""
    for at in range(start - 2, max(0, start - 5), -1):
        if scan.words[at].norm in ("علي", "وعلي"):
            party = any(m.last == start - 1 for sort in ("country", "actor", "metonym") for m in scan.at(sort, at + 1))
            return party and scan.words[at - 1].norm in COMPLEMENTIZERS
    return False


#: How far before what is asked for stand a cue of asking, one of duty, and "upon".
_ASKED: Final = 3
_DUTY_REACH: Final = 16
_UPON_REACH: Final = 8
_THAT_ONE: Final = frozenset(("ان", "وان", "الا"))


def _spelt_as_noun(each: Happening) -> bool:
    """Whether a bare past is spelt as its noun, which is what stands behind a request: طلب من الشرطة فرض حظر تجول."""
    light = each.light
    return light is not None and not light.clitics.lead and light.payload.lemma in ("فرض", "شن", "نشر", "سحب", "وقف")


def _perhaps(scan: Scan, at: int) -> bool:
    return _just_before(scan, at, ("قد", "ربما"))


def _just_before(scan: Scan, at: int, wanted: tuple[str, ...]) -> bool:
    return at > 0 and scan.words[at - 1].norm.removeprefix("و") in wanted


def _cued(scan: Scan, each: Happening, name: str) -> bool:
    for cue in scan.cue(name):
        if _is_deadly(scan, cue):
            continue  # قضى أربعة جنود بكمين
        if cue.payload.lemma in CONTAINING and each.start == cue.last + 1 and each.match.clitics.definite:
            continue  # تتضمن الهدنة تبادل الأسرى
        if cue.payload.lemma == "توقع" and brings_toll(scan, cue.last):
            continue  # توقع المواجهات ضحايا
        if cue.payload.lemma in _COVERING and not _is_of_plan(scan, cue):
            continue  # شملت الحملة
        if cue.payload.value:
            if _governs(scan, cue, each) and (not _is_enacted(cue, each) or _is_allowed(scan, cue)):
                return True
            continue
        if _is_enacted(cue, each) or (cue.payload.lemma == "أمر" and cue.clitics.definite):
            continue  # مبينا أن الأمر لا يعدو كونه توقيف شخصين
        if cue.sort != "verb" and isinstance(cue.form, str) and (_moved(scan, cue, each) or _is_closed(scan, cue)):
            continue
        if cue.payload.lemma == "على أن" and scan.cue_within(cue.first - _STRESSED, cue.first - 1, "say"):
            continue  # شدد المتحدث على أن
        start = _begin(each, cue)
        reach = _REACH + 4 if isinstance(cue.form, VerbForm) else _REACH
        if 0 <= start - cue.last - 1 <= reach and not _joint_between(scan, cue.last, start):
            return True
    return False


def _moved(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether somebody did it because of what was foreseen: تحذيرات دفعت الجيش إلى تعزيز قواته."""
    return any(
        cue.last < m.first < each.start and m.form.tense == "past" and scan.words[m.first].norm in _MOVING
        for m in scan.of("verb")
    )


def _is_closed(scan: Scan, cue: Match) -> bool:
    """Whether a warning was told before, and nothing is said of its matter: جاء هذا التحذير في ظل تهديدات."""
    if cue.payload.lemma not in _WARNINGS or not cue.clitics.definite:
        return False
    after = scan.norms(cue.last + 1, cue.last + 1)
    return not (after in _OF_WHAT or after.startswith("ب"))


_WARNINGS: Final = ("تحذير", "تهديد")
_OF_WHAT: Final = word_set("factuality", "of_what")

_MOVING: Final = word_set("factuality", "moving")


def _is_enacted(cue: Match, each: Happening) -> bool:
    """Whether to decide on something is to do it: who agrees to a truce has agreed, sanctions decided are imposed."""
    return cue.clitics.prep != "س" and each.kind in _ENACTED.get(cue.payload.lemma, ())


def _is_allowed(scan: Scan, cue: Match) -> bool:
    """Whether it is an agreement that allows something: يسمح الاتفاق للمقاتلين بالمغادرة."""
    present = isinstance(cue.form, VerbForm) and cue.form.tense == "present"
    return present and cue.payload.lemma == "سمح" and _is_of_plan(scan, cue)


_ENACTED: Final = {
    "وافق": ("agreement", "sanction"), "صادق": ("agreement", "sanction"), "موافقة": ("agreement", "sanction"),
    "قرر": ("sanction",), "قرار": ("sanction",),
    "سمح": ("aid", "displacement", "release", "movement", "withdrawal", "protest", "meeting"),
}  # fmt: skip


def _is_deadly(scan: Scan, cue: Match) -> bool:
    """Whether a verb of ruling is one of dying here, as who stands behind it tells: قضى أربعة جنود، not قضى بسجنهم."""
    first, last = cue.last + 1, cue.last + _REACH
    ruled = first < len(scan.words) and scan.words[first].norm[0] == "ب"
    if ruled or not isinstance(cue.form, VerbForm) or cue.form.tense != "past":
        return False
    deaths = (m.payload for m in scan.at("verb", cue.first) if type(m.payload) is Trigger)
    return any(
        each.counts == "killed" and scan.near(first, last, each.needs) and not scan.near(first, last, each.unless)
        for each in deaths
    )


def _followed(scan: Scan, each: Happening, name: str) -> bool:
    """An adjective behind the noun, perhaps behind others: هجوم محتمل، ضربة جوية أميركية محتملة."""
    if each.is_verb or not scan.cue(name):
        return False
    for at in range(each.last + 1, min(each.last + _ADJECTIVES, len(scan.words))):
        if at in scan.commas:
            return False
        if (cue := scan.cue_at(name, at)) is not None:
            return cue.clitics.lead != "و"  # اعتداءات وتهديدات
        if at > each.last + 1 and not scan.words[at].norm.endswith(("ه", "ي", "يا", "او")):
            return False
    return False


#: Within how many words behind a noun the last of its adjectives stands.
_ADJECTIVES: Final = 5


def _joint_between(scan: Scan, low: int, high: int) -> bool:
    results = (cue for cue in scan.cue("result") if not cue.clitics.definite)  # المتسببين في مقتلهم are people
    joints = (*scan.cue("boundary"), *results, *scan.cue("topic"))
    if any(low < cue.first < high and cue.payload.lemma not in ("حتى", "حيث") for cue in joints):
        return True
    return any(low < comma <= high for comma in scan.commas) and any(
        low < m.first < high and isinstance(m.form, VerbForm) and m.form.tense == "past" for m in scan.of("verb")
    )


def background(scan: Scan, first: int) -> bool:
    """Whether words from `first` on are told as earlier than the report's own time (كانت قد، سبق أن)."""
    if scan.words[0].norm in ("وكان", "وكانت", "كان", "كانت"):
        said = any(cue.first < first and cue.first <= _SAID_REACH for cue in scan.cue("say"))
        return not said or scan.cue_within(first - 8, first + 3, "background")  # كان التنظيم أعلن مقتل 15 جنديا
    return scan.cue_within(first - 8, first + 3, "background")


#: How far behind "had" the verb stands by which something had been said.
_SAID_REACH: Final = 6


def habitual(scan: Scan, first: int, last: int) -> bool:
    """Whether something is told as going on again and again."""
    habits = [cue for cue in scan.cue("habit") if first - 6 <= cue.first <= last]
    return any(scan.norms(cue.first - 1, cue.first - 1) not in _WARS for cue in habits)


_WARS: Final = word_set("factuality", "wars")


def aside(scan: Scan) -> bool:
    """Whether a sentence tells what is known anyway, at its end or in between: يشار إلى أن، يذكر أن."""
    return any(cue.payload.value == "own" and cue.first <= 2 for cue in scan.cue("topic"))


_CONDITIONS: Final = word_set("factuality", "conditions")

#: How far before "before" it may stand that something will not be done.
_CONDITION_REACH: Final = 14

_UNDERGONE: Final = tuple(word_set("factuality", "undergone"))


def supposed(scan: Scan, each: Happening) -> bool:
    """Whether something is only supposed to happen: إذا هاجم الجيش المدينة، في حال شن غارات، لن تنسحب قبل تسليمها."""
    if not each.is_verb and _just_before(scan, each.start, ("قبل",)):
        near = range(each.start - _CONDITION_REACH, each.start)
        if any(cue.first in near for cue in scan.cue("future")):
            return True
    if _to_be(each):
        return False  # حال التوصل إلى اتفاق ستنسحب القوات
    if each.is_verb and scan.norms(each.start - 2, each.start - 1) == "ما لم":
        return True  # ما لم تفرج عن الأسرى
    return any(
        0 <= each.start - cue.last - 1 <= _REACH and not any(cue.last < comma <= each.start for comma in scan.commas)
        for cue in scan.cue("expected")
        if cue.payload.lemma in _CONDITIONS
    )


def is_aim(scan: Scan, each: Happening) -> bool:
    """Whether a noun is only what something else is done for: حشدت قواتها لمهاجمة المدينة."""
    if each.is_verb or each.light or each.match.clitics.prep != "ل":
        return False
    return not any(told in word.norm for word in scan.words[: each.first] for told in _UNDERGONE)
