"""Whether a word for plans, forecasts or requests governs a happening."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.factuality.governing import REACH, begin_behind, governs, joint_between
from marsad.reading.scan import Scan
from marsad.reading.voices.saying_verbs import brings_toll
from marsad.reading.word_sets import word_set

#: How far before "on that" the verb may stand that stresses it.
_STRESSED: Final = 6
CONTAINING: Final = word_set("plan_cues", "containing")
#: Those of them that other things than plans do, too: شملت الحملة.
COVERING: Final = ("يشمل", "تشمل")


def cued(scan: Scan, each: Happening, name: str) -> bool:
    """Whether one of the cues called `name` (planned, expected) governs a happening: يعتزم الجيش الانسحاب."""
    for cue in scan.cue(name):
        if _is_deadly(scan, cue):
            continue  # قضى أربعة جنود بكمين
        if cue.payload.lemma in CONTAINING and each.start == cue.last + 1 and each.match.clitics.definite:
            continue  # تتضمن الهدنة تبادل الأسرى
        if cue.payload.lemma == "توقع" and brings_toll(scan, cue.last):
            continue  # توقع المواجهات ضحايا
        if cue.payload.lemma in COVERING and not is_of_plan(scan, cue):
            continue  # شملت الحملة
        if cue.payload.value:
            if governs(scan, cue, each) and (not _is_enacted(cue, each) or _is_allowed(scan, cue)):
                return True
            continue
        if _is_enacted(cue, each) or (cue.payload.lemma == "أمر" and cue.clitics.definite):
            continue  # مبينا أن الأمر لا يعدو كونه توقيف شخصين
        if cue.sort != "verb" and isinstance(cue.form, str) and (_moved(scan, cue, each) or _is_closed(scan, cue)):
            continue
        if cue.payload.lemma == "على أن" and scan.cue_within(cue.first - _STRESSED, cue.first - 1, "say"):
            continue  # شدد المتحدث على أن
        start = begin_behind(each, cue)
        reach = REACH + 4 if isinstance(cue.form, VerbForm) else REACH
        if 0 <= start - cue.last - 1 <= reach and not joint_between(scan, cue.last, start):
            return True
    return False


_MOVING: Final = word_set("plan_cues", "moving")


def _moved(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether somebody did it because of what was foreseen: تحذيرات دفعت الجيش إلى تعزيز قواته."""
    return any(
        cue.last < m.first < each.start and m.form.tense == "past" and scan.words[m.first].norm in _MOVING
        for m in scan.of("verb")
    )


#: Nouns of foreseeing that may only point back to what was foreseen.
_WARNINGS: Final = ("تحذير", "تهديد")
_OF_WHAT: Final = word_set("plan_cues", "of_what")


def _is_closed(scan: Scan, cue: Match) -> bool:
    """Whether a warning was told before, and nothing is said of its matter: جاء هذا التحذير في ظل تهديدات."""
    if cue.payload.lemma not in _WARNINGS or not cue.clitics.definite:
        return False
    after = scan.norms(cue.last + 1, cue.last + 1)
    return not (after in _OF_WHAT or after.startswith("ب"))


#: Kinds of acts that are done by deciding on them, by the lemma of the decision.
_ENACTED: Final = {
    "وافق": ("agreement", "sanction"), "صادق": ("agreement", "sanction"), "موافقة": ("agreement", "sanction"),
    "قرر": ("sanction",), "قرار": ("sanction",),
    "سمح": ("aid", "displacement", "release", "movement", "withdrawal", "protest", "meeting"),
}  # fmt: skip


def _is_enacted(cue: Match, each: Happening) -> bool:
    """Whether to decide on something is to do it: who agrees to a truce has agreed, sanctions decided are imposed."""
    return cue.clitics.prep != "س" and each.kind in _ENACTED.get(cue.payload.lemma, ())


def _is_allowed(scan: Scan, cue: Match) -> bool:
    """Whether it is an agreement that allows something: يسمح الاتفاق للمقاتلين بالمغادرة."""
    present = isinstance(cue.form, VerbForm) and cue.form.tense == "present"
    return present and cue.payload.lemma == "سمح" and is_of_plan(scan, cue)


PLANS: Final = word_set("plan_cues", "plans")


def is_of_plan(scan: Scan, cue: Match) -> bool:
    """Whether what takes something in is an agreement or a plan of one: المقترح يشمل، تشمل المرحلة الأولى."""
    near = scan.words[max(0, cue.first - REACH) : cue.last + 3]
    return any(word.norm.lstrip("ولب").removeprefix("ال") in PLANS for word in near)


def _is_deadly(scan: Scan, cue: Match) -> bool:
    """Whether a verb of ruling is one of dying here, as who stands behind it tells: قضى أربعة جنود، not قضى بسجنهم."""
    first, last = cue.last + 1, cue.last + REACH
    ruled = first < len(scan.words) and scan.words[first].norm[0] == "ب"
    if ruled or not isinstance(cue.form, VerbForm) or cue.form.tense != "past":
        return False
    deaths = (m.payload for m in scan.at("verb", cue.first) if type(m.payload) is Trigger)
    return any(
        each.counts == "killed" and scan.near(first, last, each.needs) and not scan.near(first, last, each.unless)
        for each in deaths
    )


#: Within how many words behind a noun the last of its adjectives stands.
_ADJECTIVES: Final = 5


def followed(scan: Scan, each: Happening, name: str) -> bool:
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


#: With what those cues begin that govern a happening as a verb does: من المتوقع.
_FORESEEING: Final = ("من ال", *CONTAINING)


def is_governed(scan: Scan, each: Happening) -> bool:
    """Whether a verb of planning or foreseeing governs it: what looks like a past is its noun (يعتزم فرض عقوبات)."""
    if each.start and (plan := scan.cue_at("planned", each.start - 1)) and plan.clitics.suffix:
        return True  # نيته سحب قواته
    return any(
        0
        <= each.start - cue.last - 1
        <= REACH * (cue.payload.lemma in CONTAINING or (isinstance(cue.form, VerbForm) and cue.form.tense == "present"))
        and (isinstance(cue.form, VerbForm) or cue.payload.lemma.startswith(_FORESEEING))
        and not any(cue.last < comma <= each.start for comma in scan.commas)
        for name in ("planned", "expected")
        for cue in scan.cue(name)
    )


def carries_plan(scan: Scan, each: Happening) -> bool:
    """Whether what its light verb carries is only a plan of it, or a danger: بدأ الاستعدادات لاقتحام المدينة."""
    light = each.light
    if light is None:
        return False
    plans = (*scan.cue("planned"), *(cue for cue in scan.cue("expected") if light.payload.frame == "suffers"))
    return any(
        light.first <= cue.first < each.first and (not cue.payload.value or governs(scan, cue, each)) for cue in plans
    )
