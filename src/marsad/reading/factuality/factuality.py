"""Stage 6: did it happen, relative to who says so. Negation, denial, plans, forecasts, requests, the past."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.model import Modality, Polarity
from marsad.reading.acts.happenings import Happening
from marsad.reading.factuality.attempts import STOPPING, is_in_vain
from marsad.reading.factuality.demands import is_requested
from marsad.reading.factuality.governing import (
    COMPLEMENT_REACH,
    REACH,
    is_past,
    is_perhaps,
    is_to_be,
    joint_between,
    just_before,
)
from marsad.reading.factuality.negation import PARTICLES, negated
from marsad.reading.factuality.plan_cues import (
    CONTAINING,
    COVERING,
    carries_plan,
    cued,
    followed,
    is_governed,
    is_of_plan,
)
from marsad.reading.factuality.plans import LIST_REACH, NO_FACTS, goes_on_to_come, is_planned, is_possible
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.voices.voices import Voice
from marsad.reading.word_sets import word_set


def polarity(scan: Scan, each: Happening, voice: Voice | None) -> Polarity:
    """Denied where the voice denies, or where the words negate; a denial denied is not read."""
    if voice is not None and voice.mode == "denied" and each.first > voice.at:
        return "denied" if _first_clause(scan, voice, each) else "affirmed"
    if voice is not None and voice.mode == "excluded" and each.first > voice.at:
        return "denied"
    return "denied" if negated(scan, each) or is_in_vain(scan, each) or _unmeant(scan, each) else "affirmed"


_CONTRASTS: Final = word_set("factuality", "contrasts")


def _first_clause(scan: Scan, voice: Voice, each: Happening) -> bool:
    """A denial reaches up to the next verb of saying or a contrast."""
    if each.is_verb and each.match.clitics.lead and is_past(each):
        return False
    if each.match.clitics.definite and not each.is_verb and just_before(scan, each.start, ("جراء", "نتيجه", "بسبب")):
        return False  # نفى وقوع خسائر جراء القصف
    if _acts_between(scan, voice.at, each.start):
        return False
    for cue in (*scan.cue("say"), *scan.cue("boundary")):
        if cue.payload.value == "soft" or (cue.payload.cue == "say" and cue.clitics.suffix):
            continue  # نفى المصدر، في تصريح نقلته الوكالة، قصف السوق
        if voice.at + 1 < cue.first < each.start and (
            (cue.payload.cue == "say" and cue.form != "sg") or cue.payload.lemma in _CONTRASTS
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


#: What foresees that something will not be.
_UNLIKELY: Final = ("من المستبعد", "من غير المرجح", "من غير المتوقع")


def _unmeant(scan: Scan, each: Happening) -> bool:
    """Whether nobody means to do it, or it is unlikely: لا ينوي الانسحاب، من المستبعد شن هجوم."""
    if each.is_verb and not (isinstance(each.match.form, VerbForm) and each.match.form.tense == "present"):
        return False
    cues = [*(cue for cue in scan.cue("expected") if cue.payload.lemma in _UNLIKELY), *_negated_plans(scan)]
    return any(
        0 <= each.start - cue.last - 1 <= REACH and not joint_between(scan, cue.last, each.start) for cue in cues
    )


#: What negates a plan right behind it.
_DENYING: Final = PARTICLES | {"عدم", "نفي"}


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


_THERE_IS: Final = tuple(word_set("factuality", "there_is"))


def _is_plan(scan: Scan, plan: Match) -> bool:
    """Whether a plan is a thing that one has or that there is, though its plural is spelt like a verb (خطط)."""
    return plan.sort != "verb" or scan.words[plan.first - 1].norm.startswith(_THERE_IS)


def modality(scan: Scan, each: Happening, voice: Voice | None, requests: list[Happening]) -> Modality:
    """What a happening is to its source: told, planned, foreseen, or asked for. A plan by hearsay is foreseen."""
    found = _modality(scan, each, voice, requests)
    hearsay = voice is not None and bool(voice.chain) and voice.chain[0].kind == "unspecified"
    return "expected" if found == "planned" and hearsay else found


_FACTUAL: Final = word_set("factuality", "factual")


def _modality(scan: Scan, each: Happening, voice: Voice | None, requests: list[Happening]) -> Modality:
    """The modality of a happening whoever tells it: the first that any of the signs before or behind it shows."""
    if each.start and scan.words[each.start - 1].norm in _FACTUAL and not is_to_be(each):
        return "expected" if followed(scan, each, "expected") else "happened"
    if _is_to_stop(scan, each) or _is_to_end(scan, each) or _had_effect(scan, each):
        return "happened"
    if is_requested(scan, each, requests):
        return "requested"
    if voice is not None and voice.mode in ("expected", "excluded") and each.first > voice.at:
        return _foreseen(scan, each, voice)
    present = _of_present(scan, each, voice)
    if present is not None:
        return present
    if any(cue.form == "phrase" and cue.first < each.start == cue.last for cue in scan.cue("expected")):
        return "expected"  # قرب تعرض المدينة لقصف
    told = is_past(each) and not _behind_if(scan, each) and not carries_plan(scan, each)
    if told and (each.match.clitics.lead or not is_governed(scan, each)):
        return "happened"
    if cued(scan, each, "expected") or followed(scan, each, "expected") or is_possible(scan, each):
        return "expected"
    if cued(scan, each, "planned") or is_planned(scan, each):
        return "planned"
    return _listed(scan, each, requests)


#: What parts a past verb from the voice that foresees something: رجحت مصادر أن مسلحين أطلقوا النار.
_THAT: Final = COMPLEMENTIZERS | {"بعدما"}
_GOING_ON: Final = word_set("factuality", "going_on")
_FEARED: Final = word_set("factuality", "feared")


def _foreseen(scan: Scan, each: Happening, voice: Voice) -> Modality:
    """What a happening is to a voice that foresees or warns: expected, but for what goes on already or is past."""
    between = [word.norm for word in scan.words[voice.at + 1 : each.first]]
    if not each.is_verb and not _GOING_ON.isdisjoint(between) and _FEARED.isdisjoint(between):
        return "happened"  # حذرت المنظمة من استمرار القصف
    told = any(word.norm in _THAT for word in scan.words[voice.at + 1 : each.start])
    return "happened" if told and is_past(each) else "expected"


def _of_present(scan: Scan, each: Happening, voice: Voice | None) -> Modality | None:
    """What the particles before a present make of a happening: كي يهاجموا، قد يهاجمون، سيهاجمون؛ none without."""
    verb = each.verb
    if verb is None or not isinstance(verb.form, VerbForm) or verb.form.tense != "present":
        return None
    if just_before(scan, verb.first, ("كي", "لكي")):
        return "planned"
    if is_perhaps(scan, verb.first):
        return "expected"
    if verb.clitics.prep == "س" or just_before(scan, verb.first, ("سوف", "لن")):
        rumour = voice is not None and voice.chain and voice.chain[0].kind == "unspecified"
        return "expected" if rumour or cued(scan, each, "expected") else "planned"  # معلومات بأنهم سيهاجمون
    return "planned" if goes_on_to_come(scan, verb) else None


def _is_to_stop(scan: Scan, each: Happening) -> bool:
    """Whether what goes on is only to be stopped: دعا إلى وقف القصف الذي تتعرض له البلدة، تعهد بإنهاء الحصار."""
    if each.is_verb or not each.match.clitics.definite or not each.first:
        return False
    return scan.words[each.first - 1].norm.lstrip("ولب") in STOPPING


def _is_to_end(scan: Scan, each: Happening) -> bool:
    """Whether something else goes on until it ends: لن نتوقف حتى ينتهي العدوان."""
    light = each.light
    ends = light is not None and light.payload.aspect == "end" and light.form.tense == "present"
    return ends and light is not None and just_before(scan, light.first, ("حتي",))


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


def _behind_if(scan: Scan, each: Happening) -> bool:
    """Whether "if" stands right before a happening."""
    return just_before(scan, each.start, ("اذا", "لو", "ان"))


_BESIDES: Final = word_set("factuality", "besides")
#: Adverbs that do the same.
_ALSO: Final = frozenset(("وكذلك", "كذلك", "وايضا"))
#: The names of the cues that govern a list whose points did not happen.
_UNREAL: Final[tuple[Modality, ...]] = ("planned", "expected", "requested")


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
            if cue.payload.lemma in COVERING and not is_of_plan(scan, cue):
                continue
            if cue.last < each.start and (isinstance(cue.form, VerbForm) or cue.payload.lemma in CONTAINING):
                begin = _complement(scan, cue, each.start)
                if begin is not None:
                    governing.append((cue.last, begin, name))
    if not governing:
        return "happened"
    at, begin, found = max(governing)
    if each.start - at > LIST_REACH or _tells_between(scan, begin, each.start):
        return "happened"
    return found


def _complement(scan: Scan, cue: Match, stop: int) -> int | None:
    """Where the complement of a cue begins: at the preposition that it asks for, if it does."""
    wanted = cue.payload.value
    if not wanted:
        return int(cue.last)
    preps = [fold(prep) for prep in wanted.split("|")]
    for at in range(cue.last + 1, min(stop, cue.last + COMPLEMENT_REACH)):
        norm = scan.words[at].norm
        if norm in preps or any(len(prep) == 1 and norm.startswith(prep) for prep in preps):
            return at
    return None


_RELATIVES: Final = word_set("factuality", "relatives")


def _tells_between(scan: Scan, low: int, high: int) -> bool:
    """Whether something is told as a fact between two words: a finite verb, but not of a relative clause, or بعد."""
    joints = (*scan.cue("boundary"), *scan.cue("result"), *scan.cue("topic"))
    if any(low < cue.first < high and cue.payload.lemma not in NO_FACTS for cue in joints):
        return True
    if any(scan.words[at].norm in _FACTUAL for at in range(low + 1, high)):
        return True
    return any(
        low < verb.first < high
        and scan.words[verb.first - 1].norm not in _RELATIVES
        and all(place.payload.needs_cue for place in scan.at("place", verb.first))  # تعز is a town
        for verb in scan.of("verb")
    )


def is_past_cause(scan: Scan, each: Happening) -> bool:
    """Whether a toll is what something is asked for after: طالبت بوقفه بعد إصابة 30 شخصا."""
    return not each.is_verb and each.start > 0 and scan.words[each.start - 1].norm in ("بعد", "عقب", "اثر")
