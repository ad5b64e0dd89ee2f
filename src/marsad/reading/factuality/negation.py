"""Whether the words say that something did not happen."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.factuality.governing import PREPOSITION_REACH, joint_between, just_before
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.word_sets import word_set

ANY: Final = word_set("negation", "any")
#: Of a party it is said that it did not do it, of an act that it is another: الاعتقالات لا علاقة لها بحملة التجنيد.
_UNRELATED: Final = ("لا علاقة ل", "لا صلة ل", "لا دخل ل")
_ITS: Final = word_set("negation", "its")
#: How far behind "untrue" what is untrue may stand.
_DENIED_REACH: Final = 6
#: How far before "any" of something the negation stands: لم تشهد البلدة منذ أسابيع أي قصف.
_ANY_REACH: Final = 12


def negated(scan: Scan, each: Happening) -> bool:
    """Whether a negation stands right before a happening (لم تقصف، دون وقوع إصابات، عدم سقوط ضحايا)."""
    if not (each.is_verb and each.match.clitics.lead == "ف"):  # لم يصل إلى هدفه ففجر نفسه
        for cue in scan.negations:
            if _reaches(scan, cue, each) and _negates(scan, cue, each):
                return True
    definite = each.match.clitics.definite and not each.is_verb
    if not definite and each.start and scan.words[each.start - 1].norm in ANY:  # "has seen no shelling"
        return any(
            0 < each.start - cue.last <= _ANY_REACH and not _tolerates(scan, cue.last + 1) for cue in scan.negations
        )
    return bool(scan.cue("deny_noun")) and any(
        (0 <= each.start - cue.last - 1 <= _DENIED_REACH and not _says_between(scan, cue.last, each.start))
        or (cue.first > each.last and _rumoured(scan, each))
        or _is_untrue(scan, cue, each)
        for cue in scan.cue("deny_noun")
        if not (cue.payload.lemma in _UNRELATED and scan.words[cue.last + 1].norm in _ITS)
    )


_TOLERATING: Final = tuple(word_set("negation", "tolerating"))


def _tolerates(scan: Scan, at: int) -> bool:
    """Whether a negation says what will not be borne: لن نتهاون مع أي هجوم."""
    return at < len(scan.words) and scan.words[at].norm.startswith(_TOLERATING)


#: Refusals that are why people march or strike.
_MOTIVES: Final = frozenset(("رفضا", "ورفضا"))
_KEEPING: Final = word_set("negation", "keeping")
_WITHOUT: Final = word_set("negation", "without")


#: How far behind a negated verb "but" may stand that turns the two into "only".
_BUT_REACH: Final = 3


def _is_only(scan: Scan, verb: int) -> bool:
    """Whether "but" behind a negated verb makes it "only"; "but that" begins another matter."""
    for at in range(verb + 1, min(verb + _BUT_REACH, len(scan.words) - 1)):
        if scan.words[at].before.strip():
            return False
        if scan.words[at].norm == "الا":
            return scan.words[at + 1].norm not in COMPLEMENTIZERS
    return False


def _reaches(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether what a negation denies may be a happening behind it, and nothing else between the two."""
    gap = each.start - cue.last - 1
    if gap < 0 or (cue.payload.lemma in _WITHOUT and _goes_on(each) and each.first in scan.commas):
        return False  # من دون وقوع إصابات، وتوغلت
    if joint_between(scan, cue.last, each.start) or just_before(scan, each.start, ("حتي",)):
        return False
    if cue.payload.value and (each.kind not in cue.payload.value.split("|") or scan.words[cue.first].norm in _MOTIVES):
        return False  # who refuses an attack condemns it, who refuses to withdraw stays, who marches رفضا is against it
    if cue.payload.lemma == "غير" and gap:
        return False  # "not final" says nothing of what follows
    if each.is_verb and gap <= 1 and _is_only(scan, each.last):
        return False  # لا تستهدف إلا السفن الحربية
    if scan.cue_at("still", cue.first) or scan.cue_at("cease", cue.last + 1):
        return False  # "still" does not negate, "did not cease" affirms
    # عدم التزام الطرفين بالهدنة: there is one
    return each.kind != "agreement" or not any(w.norm in _KEEPING for w in scan.words[cue.last + 1 : each.start])


def _goes_on(each: Happening) -> bool:
    """Whether a verb with "and" goes on with something else: دون إصابات، وتوغلت."""
    return each.is_verb and each.match.clitics.lead == "و"


_BEHIND_LACKS: Final = COMPLEMENTIZERS | word_set("negation", "behind_lacks")
#: How far behind a noun of lacking stands what is lacking, and behind one of refusing what is refused.
_LACK_REACH: Final = 3
_REFUSAL_REACH: Final = 6
PARTICLES: Final = word_set("negation", "particles")


def _negates(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether a negation stands near enough before a happening: a particle before its verb, a noun before its noun."""
    gap = each.start - cue.last - 1
    if cue.payload.lemma in PARTICLES:
        if (said := scan.cue_at("say", cue.last + 1)) and said.payload.value != "soft":
            return False  # what nobody confirmed or denied is not denied: لم ينف قصف الموقع
        if (each.verb is not None and gap <= 1) or (each.harm and gap <= _LACK_REACH):
            return True
        return cue.payload.lemma == "لا" and gap == 0 and not each.match.clitics.definite  # لا انسحاب من البلدة
    # عدم وقوع إصابات, not عدم ذكر اسمه أن المفاوضات, عدم الاستقرار نتيجة الاغتيالات
    return gap <= (_REFUSAL_REACH if cue.payload.value else _LACK_REACH) and _BEHIND_LACKS.isdisjoint(
        word.norm for word in scan.words[cue.last + 1 : each.start]
    )


#: How far behind news that is called untrue stands what it is about.
_ABOUT_REACH: Final = 12
_ABOUT: Final = word_set("negation", "about")


def _is_untrue(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether it is what news is about that is called untrue: لا صحة للأنباء التي يروج لها المسلحون حول سيطرتهم."""
    news = scan.cue_at("report", cue.last + 1)
    before = scan.words[max(0, each.start - PREPOSITION_REACH) : each.start]
    return (
        news is not None
        and 0 < each.start - news.last <= _ABOUT_REACH
        and any(word.norm in _ABOUT for word in before)
        and not _says_between(scan, news.last, each.start)
    )


def _says_between(scan: Scan, low: int, high: int) -> bool:
    """Whether a speech begins anew between two words: هذه الادعاءات كاذبة، مضيفا أن الاشتباكات مستمرة."""
    return any(low < cue.first < high and cue.payload.value != "soft" for cue in scan.cue("say"))


#: How far before a happening the news of it may stand that is called untrue.
_RUMOUR_REACH: Final = 8


def _rumoured(scan: Scan, each: Happening) -> bool:
    """Whether a happening is what reports are about: الأنباء عن ... غير صحيحة."""
    return scan.cue_within(each.start - _RUMOUR_REACH, each.start - 1, "report")


def absent(scan: Scan, each: Happening) -> bool:
    """Whether something is only said to be missing (دون قتال، بدون اعتقالات): no claim, not even a denied one."""
    for cue in scan.negations:
        if (
            cue.payload.lemma in _WITHOUT
            and 0 <= each.start - cue.last - 1 <= 3
            and not joint_between(scan, cue.last, each.start)
            and not _goes_on(each)
            and COMPLEMENTIZERS.isdisjoint(word.norm for word in scan.words[cue.last + 1 : each.start])
        ):
            return True  # but not: قال دون تفاصيل إنه أسقط طائرة
        if cue.payload.lemma in _WITHOUT and each.is_verb and scan.norms(cue.last + 1, each.start - 1) == "ان":
            return True  # دون أن تعتقل أحدا
        if cue.payload.lemma in _WITHOUT and _is_not_reported(scan, cue, each):
            return True
        if cue.payload.lemma in _WITHOUT and each.harm and _in_vain(scan, cue, each):
            return True
    return _is_without_news(scan, each)


_REPORTED: Final = word_set("negation", "reported")
#: How far behind "without that it was reported" what was not reported may stand.
_UNREPORTED_REACH: Final = 4


def _is_not_reported(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether nobody reported it or it did not come about: دون أن يبلغ عن مواجهات، دون أن تقع اشتباكات."""
    told = cue.last + 2
    if each.is_verb or scan.norms(cue.last + 1, told - 1) != "ان" or not told < each.start <= told + _UNREPORTED_REACH:
        return False
    return scan.words[told].norm in _REPORTED and not joint_between(scan, told, each.start)


#: How far behind "without" the harm may stand that nobody managed to do.
_MANAGED: Final = 6


def _in_vain(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether nobody managed to: دون أن يتمكنوا من إصابته."""
    if not 0 < each.start - cue.last <= _MANAGED or scan.norms(cue.last + 1, cue.last + 1) != "ان":
        return False
    return any(stem in scan.words[cue.last + 2].norm for stem in ("تمكن", "نجح", "ستطيع"))


_OF_TOLL: Final = word_set("negation", "of_toll")
#: How far behind a negation news may be told that there is none of.
_NEWS_REACH: Final = 6


def _is_without_news(scan: Scan, each: Happening) -> bool:
    """Whether there is no news of a toll: لم ترد أي معلومات مؤكدة عن سقوط ضحايا."""
    first = each.first
    while first and scan.words[first - 1].norm in _OF_TOLL:
        first -= 1
    if each.is_verb or first < 1 or scan.words[first - 1].norm not in ("عن", "حول", "بشان"):
        return False
    news = next((at for at in range(first - 2, max(-1, first - 7), -1) if _is_news(scan.words[at].norm)), -1)
    cues = [
        cue for cue in scan.negations if each.harm or cue.payload.lemma in _NOT
    ]  # عدم صحة أنباء عن اعتقال denies it
    return any(0 < news - cue.last <= _NEWS_REACH and not joint_between(scan, cue.last, news) for cue in cues)


#: Negations of the verb that brings news.
_NOT: Final = frozenset(("لم", "لن"))

_NO_NEWS: Final = word_set("negation", "no_news")


def _is_news(norm: str) -> bool:
    """Whether a word is one for news, with ال or without."""
    return norm.removeprefix("ال") in _NO_NEWS
