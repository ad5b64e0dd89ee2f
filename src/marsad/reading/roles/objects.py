"""Whether the first party behind a verb is its object, and no subject: by case, gender, and what stands around."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import FROM, SPEECH, TAKEN, TAKING
from marsad.reading.meant import TANWIN
from marsad.reading.parties.cast import Mention, disagree
from marsad.reading.roles.clauses import OF_HIMSELF
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

_OBLIQUE: Final = tuple(word_set("objects", "oblique"))
_IN_IT: Final = word_set("objects", "in_it")

#: Between a verb of calling and who calls, what people are called to.
_CALLED_TO: Final = frozenset(("اليها", "اليه", "لها"))


def is_object(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether the first party behind a verb cannot be its subject: by its case or gender (طالبت المجلس)."""
    form = each.match.form
    if not isinstance(form, VerbForm) or each.match.clitics.suffix:
        return False
    if _has_its_subject(scan, each) or _is_of_bomb(scan, each):
        return True
    if any(isinstance(noun.form, str) for noun in scan.at("trigger", each.first)):
        # spelt like its noun, which agrees with nobody: بسبب قصف القوات; but أسر 35 من عناصر الميليشيا
        return each.kind in TAKING and each.last + 1 in scan.numerals
    between = range(each.last + 1, mention.first)
    if each.kind in ("arrest", "release") and each.last + 1 in scan.numerals and mention.group != "gunman":
        return all(at in scan.numerals for at in between)  # أوقف 21 عنصر دعم
    if any(scan.words[at].norm == "عددا" for at in between):
        return True
    bare_plural = mention.first not in scan.numerals and mention.first - 1 not in scan.numerals
    if bare_plural and mention.first == each.last + 1 and scan.words[mention.first].norm.endswith(_OBLIQUE):
        return True  # استهدف عسكريين ورعاة
    if mention.first == each.last + 1 and _is_accusative(scan, mention):
        return True  # كما اتهمت ضباطا
    if between and mention.group in TAKEN and all(scan.words[at].norm in _IN_IT for at in between):
        return True  # شنت قوة حملة اعتقلت خلالها المطلوبين
    if each.kind in SPEECH and (_is_of_march(scan, each) or (between and _has_own_subject(scan, between))):
        return True
    if each.kind == "interception" and mention.group in ("aircraft", "drone"):
        return not scan.words[mention.first].norm.startswith("ال")  # الدفاعات أسقطت طائرة للحركة
    if each.kind in SPEECH and any(scan.at("outlet", at) for at in between):
        return True  # اتهمت وكالة أ الحركة
    wears = any(m.clitics.suffix not in ("", "ي") for m in scan.at("person", mention.first))  # طالبت ذويه
    wears = wears and not scan.words[mention.first].norm.startswith("ذوو")
    if wears or (form.person == "3fs" and mention.gender == "m" and mention.number == "pl"):
        return True
    clash = all(at in scan.numerals for at in between) and disagree(form.person, mention.gender)
    return form.person in ("3mp", "3fp", "1p") or clash or is_oblique(scan, mention)


def _is_accusative(scan: Scan, mention: Mention) -> bool:
    """Whether people are indefinite and end as only an object does: ضباطا، صحفيا, but not ضحايا."""
    norm = scan.words[mention.first].norm
    if not norm.endswith("ا") or norm.endswith("ايا"):
        return False
    nouns = (m for sort in ("person", "force") for m in scan.at(sort, mention.first))
    nouns = (m for m in nouns if m.form in ("sg", "pl") and not m.clitics.suffix)
    return any(not fold(m.payload.lemma).endswith("ا") for m in nouns)


def _has_its_subject(scan: Scan, each: Happening) -> bool:
    """Whether the subject of a verb stands right before it: القصف استهدف مقاتلين, قال إنها قصفت."""
    before = each.start - 1
    if before < 0 or each.match.clitics.lead or each.trigger.frame != "does":
        return False
    if scan.words[before].norm in OF_HIMSELF or _is_operation(scan, each, before):
        return True
    before -= scan.words[before].norm in ("الذي", "التي")
    strikes = (m for m in scan.ending("trigger", before) if m.payload.kind in FROM and m.payload.frame == "by")
    return each.kind in FROM and any(not m.clitics.suffix and may_be_subject(scan, m, each) for m in strikes)


def _is_operation(scan: Scan, each: Happening, at: int) -> bool:
    """Whether a verb of hitting has an operation for its subject, or one of several: الأولى استهدفت سفينة."""
    if each.harm or each.trigger.strength != "generic" or each.first in scan.commas:
        return False
    for back in range(at, max(-1, at - _QUALIFIED), -1):
        norm = scan.words[back].norm.removeprefix("و")
        if norm in _OPERATIONS:
            return True
        if not norm.startswith("ال") or scan.words[back].before.strip():
            return False
    return False


_OPERATIONS: Final = word_set("objects", "operations")
#: Of how many words an operation is told with its adjectives: العملية العسكرية الثانية.
_QUALIFIED: Final = 3


def may_be_subject(scan: Scan, strike: Match, each: Happening) -> bool:
    """Whether a verb agrees with the noun of a strike: غارات استهدفت, but not بعد القصف استهدفت الفصائل."""
    form = each.match.form
    if not isinstance(form, VerbForm) or not isinstance(strike.form, str) or strike.form == "du":
        return False
    feminine = strike.form == "pl" or scan.words[strike.first].marbuta
    return form.person == ("3fs" if feminine else "3ms")


def _is_of_bomb(scan: Scan, each: Happening) -> bool:
    """Whether a bomb right before a verb is what hit: تفجير عبوة ناسفة استهدفت دورية."""
    if each.harm or each.match.clitics.lead or each.trigger.strength != "generic" or each.first in scan.commas:
        return False
    return any(m.payload.kind in ("explosion", "suicide_bombing") for m in scan.ending("weapon", each.first - 1))


def is_oblique(scan: Scan, mention: Mention) -> bool:
    """Whether a party stands in the accusative (جندياً، رتلا); one that is counted says nothing (17 مواطناً)."""
    word = scan.words[mention.first]
    if mention.first - 1 in scan.numerals:
        return False
    heads = (m for sort in ("force", "person") for m in scan.at(sort, mention.first))
    return TANWIN in scan.text[word.start : word.end] or any(word.norm == f"{fold(m.payload.lemma)}ا" for m in heads)


def _is_of_march(scan: Scan, each: Happening) -> bool:
    """Whether a verb tells what a march wants: مظاهرة تطالب الحكومة."""
    if not each.first or scan.norms(each.last + 1, each.last + 1) in _CALLED_TO:
        return False
    return any(m.payload.kind == "protest" for m in scan.ending("trigger", each.first - 1))


def _has_own_subject(scan: Scan, between: range) -> bool:
    """Whether words that name no party known are who speaks to the one behind them: طالب مجلس القضاء الحكومة."""
    at = between[0]
    first = scan.words[at].norm
    if first in _CALLED_TO:
        return False  # مظاهرات دعت إليها حركة شبابية
    if first in _IN_IT:
        return True  # شكوى اتهمت فيها إسرائيل
    if at in scan.dated or first in PREPOSITIONS or any(m.clitics.prep for m in scan.here(at)):
        return False
    if scan.words[between[-1] + 1].before.strip() or any(scan.at("trigger", each) for each in between):
        return False
    return any(scan.words[each].norm.startswith("ال") for each in between[:3])
