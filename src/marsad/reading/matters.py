"""Stage 5b: acts that a court, a law, a book or a film is about, and attacks of words. Neither is a claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import Scan
from marsad.reading.triggers import Happening

#: Kinds that courts, laws and books are about.
_MATTERS: Final = frozenset(
    ("attack", "explosion", "suicide_bombing", "abduction", "clash", "shelling", "air_strike", "destruction")
)

#: Within how many words behind a topic its act stands: قضية مقتل, لائحة اتهام في اغتيال.
_NEAR: Final = 2

#: The same behind who charges somebody, the charged between them: أدانت المحكمة شابا يبلغ الثلاثين بقتل جاره.
_CHARGED: Final = 9

#: Within how many words further acts are joined to one that is a topic: تهم القتل والخطف والاغتصاب.
_JOINED: Final = 3

#: Words by which a charge may be joined to what somebody is charged with, beside ب itself.
_BY: Final = frozenset(
    (
        "بالتورط", "بالضلوع", "بالوقوف", "بالمشاركه", "بالتخطيط", "بالتحريض", "بارتكاب", "بتنفيذ", "بمحاوله",
    )
)  # fmt: skip

#: Words that lead over from what somebody does to when or where: ألقى كلمة بعد التفجير.
_APART: Final = frozenset(("بعد", "قبل", "عقب", "خلال", "اثناء", "اثر", "جراء", "منذ", "رغم", "امام", "قرب", "وسط"))
_CONFESSING: Final = frozenset(("اعترف", "أقر"))

#: Words that make two nouns one topic.
_AND: Final = frozenset(("و", "او", "ام", "علي"))


def only_matters(scan: Scan, found: Sequence[Happening]) -> dict[int, str]:
    """Why some happenings, by their place in `found`, are only what something is about."""
    why = {at: "an attack of words" for at, each in enumerate(found) if _is_of_words(scan, each, found)}
    why |= {at: "a blow to a trade or a party" for at, each in enumerate(found) if _is_blow(scan, each)}
    why |= {at: "asked, not told: متى تبدأ المعركة" for at, each in enumerate(found) if _is_asked(scan, each)}
    why |= {at: "what it is not for: ليس لشن هجوم" for at, each in enumerate(found) if _is_no_aim(scan, each)}
    why |= _in_works(scan, found)
    if not scan.cue("topical"):
        return why
    before: Happening | None = None
    for at, each in enumerate(found):
        topical = each.kind in _MATTERS and _is_noun(scan, each)
        if topical and (_is_topic(scan, each) or (before is not None and _is_joined(scan, before, each))):
            why[at] = "what a court, a law, a book or a film is about (cues.csv, cue topical)"
            before = each
        else:
            before = None
    return why


def _in_works(scan: Scan, found: Sequence[Happening]) -> dict[int, str]:
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


def _is_noun(scan: Scan, each: Happening) -> bool:
    """Whether a happening is told by a noun, or by what may be one: قضية خطف إمام."""
    if not isinstance(each.match.form, VerbForm):
        return True
    past = each.match.form.tense == "past" and each.match.form.person == "3ms"
    return past and any(isinstance(match.form, str) for match in scan.at("trigger", each.first))


def _is_topic(scan: Scan, each: Happening) -> bool:
    return not _is_detailed(scan, each) and any(_governs(scan, cue, each) for cue in scan.cue("topical"))


def _is_detailed(scan: Scan, each: Happening) -> bool:
    """Whether its day, or how many it harmed, is told behind it: المتهم بالوقوف خلف العملية التي وقعت في 20 تموز."""
    behind = range(each.last + 1, each.last + _DETAIL)
    if scan.norms(each.last + 1, each.last + 1) in ("الذي", "التي") and any(at in scan.dated for at in behind):
        return True
    return each.harm and any(number.first in behind for number in scan.numbers)


#: Within how many words behind an act its day or its toll is its own.
_DETAIL: Final = 8


def _governs(scan: Scan, cue: Match, each: Happening) -> bool:
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
    return any(mark in scan.words[at].before for mark in '«“"')


def _is_joined(scan: Scan, before: Happening, each: Happening) -> bool:
    gap = each.first - before.last - 1
    if not 0 <= gap <= _JOINED:
        return False
    joined = bool(each.match.clitics.lead) or any(
        word.norm in _AND or word.norm.startswith("و") for word in scan.words[before.last + 1 : each.first]
    )
    return joined and not any(before.last < match.first < each.first for match in scan.of("verb"))


def _is_of_words(scan: Scan, each: Happening, found: Sequence[Happening]) -> bool:
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
    if each.light is not None and launched and _is_named_speaker(scan, range(each.light.last + 1, each.first)):
        return True
    after = scan.words[each.last + 1 : each.last + 1 + _SPEECH]
    return any(word.norm in _SAYING for word in after)


def _is_named_speaker(scan: Scan, between: range) -> bool:
    """Whether who launches it is named, the office told behind: شنت ليلى تشيمني النائبة السابقة هجوما."""
    office = next(
        (at for at in between[1:_NAMED] if (cue := scan.cue_at("speaker", at)) and cue.clitics.definite), None
    )
    if office is None:
        return False
    known = ("person", "force", "actor", "country", "adjective", "metonym")
    return not any(scan.at(sort, at) for at in range(between.start, office) for sort in known)


#: Within how many words behind the verb the office of somebody named is told.
_NAMED: Final = 5


def _leads_fighters(scan: Scan, near: range) -> bool:
    """Whether who speaks otherwise leads men at arms: شن نائب قائد الفصيل هجوما."""
    words = (word for word in near if not scan.cue_at("speaker", word))  # رئيس النقابة leads none
    return any(force.payload.group in _FIGHTING for word in words for force in scan.at("force", word))


_FIGHTING: Final = frozenset(("force", "unit", "organisation"))


def _is_asked(scan: Scan, each: Happening) -> bool:
    """Whether it is only asked when or whether it will be: السؤال هو متى تبدأ المعركة."""
    verb = each.verb
    if verb is None or not verb.first or not isinstance(verb.form, VerbForm) or verb.form.tense != "present":
        return False
    return scan.words[verb.first - 1].norm in ("متي", "هل")


def _is_no_aim(scan: Scan, each: Happening) -> bool:
    """Whether something else is said not to be done for it: لجمع الحقائق، وليس لشن هجوم."""
    leading = each.light if each.light is not None and each.light.first < each.first else each.match
    if leading.clitics.prep != "ل" or not leading.first:
        return False
    return scan.words[leading.first - 1].norm in ("ليس", "وليس", "ليست", "وليست")


def _is_blow(scan: Scan, each: Happening) -> bool:
    """Whether a blow is one to a trade or a party: شبكات التهريب تلقت ضربات شديدة."""
    taken = each.light is not None and each.light.payload.lemma == "تلقى"
    return taken and each.kind == "attack" and each.trigger.lemma == "ضربة" and not scan.of("weapon")


#: Words for attacks that may be fought with words.
_ATTACKS: Final = ("هاجم", "مهاجم", "هجوم")

#: Within how many words of an attack of arms these stand.
_ARMED: Final = 6

#: Verbs by which one carries out an attack, of words or of arms.
_LAUNCHING: Final = frozenset(("شن", "وجه", "واصل", "جدد", "كرر", "صعد"))

#: Within how many words behind such an attack it is told what was said.
_SPEECH: Final = 16
_SAYING: Final = frozenset(
    (
        "قايلا", "قايله", "قايلين", "واصفا", "واصفه", "واصفين", "معتبرا", "معتبره", "معتبرين", "متهما", "متهمه",
        "متهمين", "منتقدا", "منتقده", "ساخرا", "ساخره", "واتهمه", "واتهمها", "واتهمهم", "واتهموه", "واتهموها", "ووصفه",
        "ووصفها", "ووصفهم",
    )
)  # fmt: skip
