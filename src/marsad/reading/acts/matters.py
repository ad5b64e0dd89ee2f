"""Stage 5b: acts that a court, a law, a book or a film is about, and attacks of words. Neither is a claim."""

from __future__ import annotations

import itertools
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.arabic.stretches import remembered
from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.word_sets import word_set

#: Sorts of cues for what tells of acts and is none.
_WORKS: Final = frozenset(("culture", "law", "ancient"))


def only_matters(scan: Scan, found: list[Happening]) -> dict[int, str]:
    """Why some happenings, by their place in `found`, are only what something is about."""
    why: dict[int, str] = {}
    for at, each in enumerate(found):
        if reason := _of_itself(scan, each, found):
            why[at] = reason
    why |= _in_court(scan, found)
    why |= {
        at: "what a report is about: في تقريره عن الأعمال القتالية"
        for at, each in enumerate(found)
        if _is_of_paper(scan, each)
    }
    why |= dict.fromkeys(
        _courses(scan, found), "only in the course of what people were harmed: في عمليات التفتيش والاعتقال"
    )
    pairs = enumerate(itertools.pairwise(found))
    why |= {at: "only who was harmed: مئة متظاهر قتلوا" for at, (each, next_) in pairs if _are_harmed(each, next_)}
    if scan.has_cue(_WORKS):
        why |= _in_works(scan, found)
    if scan.cue("topical"):
        why |= _topics(scan, found)
    return why


def _of_itself(scan: Scan, each: Happening, found: list[Happening]) -> str:
    """Why the words around a happening make it no claim; empty if they do not."""
    if _is_slogan(scan, each):
        return "what a march is for: مظاهرة تطالب"
    if _is_sentence(scan, each):
        return "a sentence of a court, and no arrest"
    if _names_body(scan, each):
        return "what a body is named by: لجنة الإفراج"
    if _is_no_aim(scan, each):
        return "what it is not for: ليس لشن هجوم"
    if _is_reckoned(scan, each):
        return "only which of several it is: هذا الهجوم هو واحد من عدة هجمات"
    if _is_epithet(scan, each):
        return "only who is told to speak: قال تحالف يقاتل في البلاد إن"
    if _is_asked(scan, each):
        return "asked, not told: متى تبدأ المعركة"
    if _is_blow(scan, each):
        return "a blow to a trade or a party"
    return "an attack of words" if _is_of_words(scan, each, found) else ""


#: Words for attacks that may be fought with words.
_ATTACKS: Final = ("هاجم", "مهاجم", "هجوم")

#: Within how many words of an attack of arms these stand.
_ARMED: Final = 6

_LAUNCHING: Final = word_set("matters", "launching")

#: Within how many words behind such an attack it is told what was said.
_SPEECH: Final = 16
_SAYING: Final = word_set("matters", "saying")


def _is_of_words(scan: Scan, each: Happening, found: list[Happening]) -> bool:
    """Whether an attack is one of words: شن النائب هجوما على الوزير، هاجمت الكاتبة الحكومة قائلة."""
    if each.kind != "attack" or each.harm or not each.trigger.lemma.startswith(_ATTACKS):
        return False
    if any(other.harm for other in found) or any(
        abs(weapon.first - each.first) <= _ARMED for weapon in scan.of("weapon")
    ):
        return False
    verb = each.verb
    launched = each.light is None or each.light.payload.lemma in _LAUNCHING
    if verb is not None and launched and scan.cue_at("speaker", verb.last + 1):
        return each.is_verb or not _leads_fighters(scan, range(verb.last + 2, min(verb.last + 4, each.first)))
    if any(cue.last == each.start - 1 for cue in scan.cue("claims")):
        return False  # أعلنت الحركة مسؤوليتها عن الهجوم قائلة
    if each.light is not None and launched and _is_named_speaker(scan, range(each.light.last + 1, each.first)):
        return True
    after = scan.words[each.last + 1 : each.last + 1 + _SPEECH]
    return any(word.norm in _SAYING for word in after)


#: Within how many words behind the verb the office of somebody named is told.
_NAMED: Final = 5


def _is_named_speaker(scan: Scan, between: range) -> bool:
    """Whether who launches it is named, the office told behind: شنت ليلى تشيمني النائبة السابقة هجوما."""
    office = next(
        (at for at in between[1:_NAMED] if (cue := scan.cue_at("speaker", at)) and cue.clitics.definite), None
    )
    if office is None:
        return False
    known = ("person", "force", "actor", "country", "adjective", "metonym")
    return not any(scan.at(sort, at) for at in range(between.start, office) for sort in known)


#: Groups of men at arms.
_FIGHTING: Final = frozenset(("force", "unit", "organisation"))


def _leads_fighters(scan: Scan, near: range) -> bool:
    """Whether who speaks otherwise leads men at arms: شن نائب قائد الفصيل هجوما."""
    words = (word for word in near if not scan.cue_at("speaker", word))  # رئيس النقابة leads none
    return any(force.payload.group in _FIGHTING for word in words for force in scan.at("force", word))


def _is_blow(scan: Scan, each: Happening) -> bool:
    """Whether a blow is one to a trade or a party: شبكات التهريب تلقت ضربات شديدة."""
    taken = each.light is not None and each.light.payload.lemma == "تلقى"
    return taken and each.kind == "attack" and each.trigger.lemma == "ضربة" and not scan.of("weapon")


def _is_asked(scan: Scan, each: Happening) -> bool:
    """Whether it is only asked when or whether it will be: السؤال هو متى تبدأ المعركة."""
    verb = each.verb
    if verb is None or not verb.first or not isinstance(verb.form, VerbForm) or verb.form.tense != "present":
        return False
    return scan.words[verb.first - 1].norm in ("متي", "هل")


_COPULAS: Final = word_set("matters", "copulas")
_RECKONED: Final = word_set("matters", "reckoned")


def _is_reckoned(scan: Scan, each: Happening) -> bool:
    """Whether a known act is only said to be one of several: هذا الهجوم هو الثالث من نوعه."""
    at = each.last + 1
    if each.is_verb or each.light is not None or not each.match.clitics.definite or at + 1 >= len(scan.words):
        return False
    return scan.words[at].norm in _COPULAS and scan.words[at + 1].norm in _RECKONED


#: Within how many words of a present verb its speaker's verb and "that" stand.
_EPITHET_REACH: Final = 9


def _is_epithet(scan: Scan, each: Happening) -> bool:
    """Whether a verb in the present only tells who somebody is, between his verb of saying and "that"."""
    form = each.match.form
    if not each.is_verb or not isinstance(form, VerbForm) or form.tense != "present":
        return False
    low, high = each.first - _EPITHET_REACH, each.last + 1 + _EPITHET_REACH
    said = any(
        low <= cue.last < each.first and cue.sort == "verb" and cue.form.tense == "past" for cue in scan.cue("say")
    )
    if not said or scan.words[each.first - 1].norm in COMPLEMENTIZERS:
        return False
    low, that = max(0, low), [word.norm for word in scan.words[each.last + 1 : high]]
    between = [word.norm for word in scan.words[low : each.first]]
    return "ان" in that and COMPLEMENTIZERS.isdisjoint(between) and not any(low < c < high for c in scan.commas)


IS_NOT: Final = word_set("matters", "is_not")


def _is_no_aim(scan: Scan, each: Happening) -> bool:
    """Whether something else is said not to be done for it: لجمع الحقائق، وليس لشن هجوم."""
    leading = each.light if each.light is not None and each.light.first < each.first else each.match
    if leading.clitics.prep != "ل" or not leading.first:
        return False
    return scan.words[leading.first - 1].norm in IS_NOT


_BODIES: Final = word_set("matters", "bodies")

#: How many words of the name of a body stand before what it works for.
_NAME: Final = 4


def _names_body(scan: Scan, each: Happening) -> bool:
    """Whether a body has its name from what it works for: اللجنة الوطنية للإفراج عن المعتقلين."""
    clitics = each.match.clitics
    if each.is_verb or each.light is not None or clitics.prep != "ل" or not clitics.definite:
        return False
    at = each.first - 1
    while at > 0 and scan.words[at].norm.startswith("ال") and scan.words[at].norm not in _BODIES:
        at -= 1
    named = at >= max(0, each.first - _NAME) and scan.words[at].norm.removeprefix("و") in _BODIES
    asked = any(0 < at - cue.last <= _NAME or cue.first in (at, at + 1) for cue in scan.cue("requested"))
    asking = any(m.payload.kind == "request" for back in (1, 2) for m in scan.ending("verb", at - back) if _tells(m))
    return named and not (asked or asking)


def _tells(match: Match) -> bool:
    """Whether a verb is one of the trigger file."""
    return type(match.payload) is Trigger


_JUDGING: Final = word_set("matters", "judging")
_LIFELONG: Final = word_set("matters", "lifelong")
_UNTRIED: Final = word_set("matters", "untried")

#: Nouns and verbs of prison.
_PRISON: Final = frozenset(("سجن", "حبس", "أدان"))

#: How far before the prison the court stands, and how far behind it its term.
_JUDGING_REACH: Final = 14
_TERM_REACH: Final = 8


def _is_sentence(scan: Scan, each: Happening) -> bool:
    """Whether a court only punishes somebody: قضت المحكمة بسجن ناشط عاما، حكم عليه بالسجن المؤبد."""
    if each.kind not in ("arrest", "raid") or each.trigger.lemma not in _PRISON:
        return False
    low = max(0, each.first - _JUDGING_REACH)
    judged = any(scan.words[at].norm.removeprefix("و") in _JUDGING for at in range(low, each.first))
    after = {word.norm for word in scan.words[each.last + 1 : each.last + _TERM_REACH]}
    if not after.isdisjoint(_UNTRIED):
        return False
    return judged or not after.isdisjoint(_LIFELONG)


_SLOGANS: Final = word_set("matters", "slogans")


def _is_slogan(scan: Scan, each: Happening) -> bool:
    """Whether a march or what is written and shouted in it asks, and not somebody: هتافات تطالب برحيل الحكومة."""
    if each.kind != "request" or each.match.clitics.lead or not each.first:
        return False
    form = each.match.form
    asking = form.tense == "present" and form.person in ("3fs", "3ms") if isinstance(form, VerbForm) else True
    near = scan.words[max(0, each.first - 3) : each.first]
    return asking and any(word.norm.removeprefix("ال") in _SLOGANS for word in near)


_OF_COURTS: Final = tuple(word_set("matters", "of_courts"))
_CONVICTING: Final = tuple(word_set("matters", "convicting"))

#: How many words of courts make a sentence one about what a court holds; one fewer where it convicts.
_SURELY: Final = 3

#: What courts order themselves.
_OF_JUSTICE: Final = frozenset(("release", "arrest", "sanction", "accusation", "protest", "riot"))


def _is_of_courts(norm: str) -> bool:
    return norm.lstrip("وبل").startswith(_OF_COURTS)


_are_of_courts: Final = remembered(_is_of_courts)


def _in_court(scan: Scan, found: list[Happening]) -> dict[int, str]:
    """What a court tells of whom it punishes: قضت المحكمة بإدانة المتهم بالشروع في تفجير مجمع واختطاف ضابط."""
    said = [at for at, told in enumerate(_are_of_courts([word.norm for word in scan.words])) if told]
    convicting = any(scan.words[at].norm.lstrip("وبل").startswith(_CONVICTING) for at in said)
    if len({scan.words[at].norm for at in said}) < _SURELY - convicting:
        return {}
    first = said[1]
    if found and found[0].is_verb and found[0].first < said[0]:
        return {}
    why = "what a court tells of whom it punishes"
    return {
        at: why
        for at, each in enumerate(found)
        if each.first > first
        and each.kind not in _OF_JUSTICE
        and (each.light is None or each.light.first < first)
        and (_is_noun(scan, each) or each.kind in ("request", "restriction"))
        and not _is_detailed(scan, each)
    }


_PAPERS: Final = word_set("matters", "papers")
_ABOUT: Final = word_set("matters", "about")
_STANDING_IN: Final = word_set("matters", "standing_in")

#: How far before an act the word stands that leads to it from a paper, and how far before that the paper.
_ABOUT_REACH: Final = 7
_PAPER_REACH: Final = 4


def _is_of_paper(scan: Scan, each: Happening) -> bool:
    """Whether it is only what the paper is about in which something is said: في تقريره عن الأعمال القتالية، إلى أن."""
    if each.is_verb or any(each.last < number.first <= each.last + 2 for number in scan.numbers):
        return False
    for at in range(each.first - 1, max(1, each.first - _ABOUT_REACH), -1):
        if at + 1 in scan.commas or scan.at("verb", at):
            return False
        if scan.words[at].norm in _ABOUT:
            near = range(max(1, at - _PAPER_REACH), at)
            if any(scan.words[word - 1].norm in _STANDING_IN for word in near):
                return False  # نفت ما ورد في بيان الحركة عن القصف
            return any(scan.words[word].norm in _PAPERS and scan.words[word - 1].norm == "في" for word in near)
    return False


def _courses(scan: Scan, found: list[Happening]) -> list[int]:
    """Raids in general, and arrests, in the course of which a verb tells that people were harmed."""
    courses: list[int] = []
    for at, each in enumerate(found):
        first = each.first
        if each.kind not in ("raid", "arrest") or each.is_verb or not (at and first):
            continue
        joined = bool(courses) and courses[-1] == at - 1 and each.match.clitics.lead == "و"
        general = scan.words[first].norm in ("عمليات", "حملات") and scan.norms(first + 1, first + 1).startswith("ال")
        led = scan.words[first - 1].norm in ("في", "خلال", "اثناء") and found[at - 1].harm and found[at - 1].is_verb
        if (joined and each.match.clitics.definite) or (general and led):
            courses.append(at)
    return courses


def _are_harmed(each: Happening, harm: Happening) -> bool:
    """Whether protesters are only those of whom a verb right behind tells that they were harmed."""
    return each.kind == "protest" and not each.is_verb and harm.harm and harm.is_verb and harm.start == each.last + 1


#: Kinds that courts, laws and books are about.
_MATTERS: Final = frozenset(
    ("attack", "explosion", "suicide_bombing", "abduction", "clash", "shelling", "air_strike", "destruction")
)


def _in_works(scan: Scan, found: list[Happening]) -> dict[int, str]:
    """What a law, a film or a book tells, and what is history; but not what a verb before them tells."""
    works = [cue.first for cue in scan.cue("culture")]
    about = works if len(works) > 1 else []
    about += [cue.first for cue in scan.cue("law")]
    if found and found[0].is_verb and about and found[0].first < min(about):
        about = []
    past = bool(scan.cue("ancient"))
    why = "what a law, a film, a book or history tells (cues.csv, cues culture, law and ancient)"
    return {
        at: why
        for at, each in enumerate(found)
        if each.kind in _MATTERS and (past or (about and each.first > min(about)))
    }


def _topics(scan: Scan, found: list[Happening]) -> dict[int, str]:
    """What a court, a law, a book or a film is about, and what is joined to it: تهم القتل والخطف."""
    why: dict[int, str] = {}
    before: Happening | None = None
    for at, each in enumerate(found):
        topical = each.kind in _MATTERS and _is_noun(scan, each)
        if topical and (_is_topic(scan, each) or (before is not None and _is_joined(scan, before, each))):
            why[at] = "what a court, a law, a book or a film is about (cues.csv, cue topical)"
            before = each
        else:
            before = None
    return why


def _is_noun(scan: Scan, each: Happening) -> bool:
    """Whether a happening is told by a noun, or by what may be one: قضية خطف إمام."""
    if not isinstance(each.match.form, VerbForm):
        return True
    past = each.match.form.tense == "past" and each.match.form.person == "3ms"
    return past and any(isinstance(match.form, str) for match in scan.at("trigger", each.first))


def _is_topic(scan: Scan, each: Happening) -> bool:
    """Whether a word for a topic has the act as what it is about, and no more is told of the act."""
    return not _is_detailed(scan, each) and any(_governs(scan, cue, each) for cue in scan.cue("topical"))


#: Within how many words behind an act its day or its toll is its own.
_DETAIL: Final = 8


def _is_detailed(scan: Scan, each: Happening) -> bool:
    """Whether its day, or how many it harmed, is told behind it: المتهم بالوقوف خلف العملية التي وقعت في 20 تموز."""
    behind = range(each.last + 1, each.last + _DETAIL)
    if scan.norms(each.last + 1, each.last + 1) in ("الذي", "التي") and any(at in scan.dated for at in behind):
        return True
    return each.harm and any(number.first in behind for number in scan.numbers)


#: Within how many words behind a topic its act stands: قضية مقتل, لائحة اتهام في اغتيال.
_NEAR: Final = 2

#: The same behind who charges somebody, the charged between them: أدانت المحكمة شابا يبلغ الثلاثين بقتل جاره.
_CHARGED: Final = 9

_BY: Final = word_set("matters", "by")

_APART: Final = word_set("matters", "apart")

#: Verbs by which one tells what one did oneself.
_CONFESSING: Final = frozenset(("اعترف", "أقر"))


def _governs(scan: Scan, cue: Match, each: Happening) -> bool:
    """Whether the word for a topic has an act as what it is about: قضية مقتل، اتهمه بقتل جاره."""
    gap = each.first - cue.last - 1
    charging = cue.payload.value == "ب"
    if not 0 <= gap <= (_CHARGED if charging else _NEAR):
        return False
    if each.light is not None and cue.last < each.light.first < each.first:
        return False
    if any(cue.last < comma <= each.first and not _is_quote(scan, comma) for comma in scan.commas):
        return False
    between = [word.norm for word in scan.words[cue.last + 1 : each.first]]
    if cue.first and (said := scan.cue_at("say", cue.first - 1)) and said.payload.lemma in _CONFESSING:
        return False  # اعترف المتهم بقتل جاره
    if charging:
        return each.match.clitics.prep == "ب" or not _BY.isdisjoint(between)
    if not _APART.isdisjoint(between):
        return False
    return not any(match.form.tense for match in scan.of("verb") if cue.last < match.first < each.first)


def _is_quote(scan: Scan, at: int) -> bool:
    """Whether what parts a word from the one before is only a quotation mark."""
    return any(mark in scan.words[at].before for mark in '«“"')


#: Within how many words further acts are joined to one that is a topic: تهم القتل والخطف والاغتصاب.
_JOINED: Final = 3

_AND: Final = word_set("matters", "and")


def _is_joined(scan: Scan, before: Happening, each: Happening) -> bool:
    """Whether an act is joined to one before it that is a topic: تهم القتل والخطف والاغتصاب."""
    gap = each.first - before.last - 1
    if not 0 <= gap <= _JOINED:
        return False
    joined = bool(each.match.clitics.lead) or any(
        word.norm in _AND or word.norm.startswith("و") for word in scan.words[before.last + 1 : each.first]
    )
    return joined and not any(before.last < match.first < each.first for match in scan.of("verb"))
