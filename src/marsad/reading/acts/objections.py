"""Stage 5: why a trigger reports nothing where it stands."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.complements import complement_gap, is_complemented
from marsad.reading.acts.figures import is_figurative
from marsad.reading.acts.happenings import word_before
from marsad.reading.acts.nominals import is_nominal
from marsad.reading.acts.states import is_state
from marsad.reading.scan import NOBODY, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set


def objection(scan: Scan, match: Match) -> str:
    """Why a trigger reports nothing where it stands; empty if its complement is there and nothing cancels it."""
    trigger: Trigger = match.payload
    if len(scan.words) < 2 and trigger.strength != "weak":
        return "the sentence is a single word"
    if (trigger.needs.single or trigger.needs.runs) and not is_complemented(scan, match):
        return "none of the words that it needs stands near it (triggers.csv, column with)"
    if why := _misread(scan, match) or _no_event(scan, match) or _somebody(scan, match):
        return why
    if trigger.kind == "request" and match.clitics.prep == "ل":
        return "a motive: what somebody came together or went for (للمطالبة)"
    if _is_to_stop(scan, match):
        return "only what is to stop: بوقف المعاناة وقتل الأطفال"
    if trigger.lemma == "دخل" and "@place" in trigger.needs.single and not _is_entered(scan, match):
        return "nobody but a force moves by entering a town"
    if _said_by_nobody(scan, match):
        return "told before, and nobody claims it"
    cancelled = scan.near(match.first - 6, match.last + 7, trigger.unless)
    return "a word near it cancels it (triggers.csv, column without)" if cancelled else ""


_NO_OBJECT: Final = word_set("objections", "no_object")

#: "And indeed", spelt like "he lost".
_PARTICLES: Final = frozenset(("فقد", "وقد", "لقد"))


def _misread(scan: Scan, match: Match) -> str:
    """Why a word is not the verb, or the noun, that it is read as."""
    if isinstance(match.form, VerbForm):
        if scan.words[match.first].norm in _PARTICLES and _is_verb(scan, match.first + 1):
            return "a particle before a verb: فقد قتل"
        if scan.words[match.first].norm in PREPOSITIONS and not _opens_clause(scan, match):
            return "a preposition: the verb opens a clause and has its subject right behind it"
        if match.clitics.prep == "ل":
            if match.form.tense == "past":
                return "ل before a past: no verb here"
        elif _is_first_person(scan, match):
            return "no past can stand behind it: لن أستسلم"
        elif match.clitics.suffix and match.payload.lemma in _NO_OBJECT:
            return "a noun with a pronoun: a verb of this sense has no object (سيطرتها)"
        elif is_nominal(scan, match):
            return "read as a verb where only a noun can stand"
    elif match.clitics.suffix == "ي" and any(not m.clitics.suffix for m in scan.at("count", match.first)):
        return "people, and not my own act: أسرى"
    return ""


def _no_event(scan: Scan, match: Match) -> str:
    """Why a word tells of no event."""
    if match.last + 1 < len(scan.words) and scan.words[match.last + 1].norm == "نسخه":
        return "who is sent a copy: بيان تلقت «التحرير» نسخة منه"
    if is_state(scan, match):
        return "a state and no event: who holds a place or stands there"
    if _names_street(scan, match):
        return "what a street or square is called: ساحتي التحرير والاستقلال"
    if match.payload.lemma == "نسب" and scan.cue_at("agent", match.first):
        return "only tells who is said to have done what stands before it: هجمات نسبتها إلى"
    if is_figurative(scan, match):
        return "a figure of speech (cues.csv, cues figurative, figurative_adjective and unreal)"
    return ""


_STREETS: Final = word_set("objections", "streets")


def _names_street(scan: Scan, match: Match) -> bool:
    """Whether a definite noun is the name of one of two streets or squares, or of the second: بين شارعي أ والمعونة."""
    if isinstance(match.form, VerbForm) or not match.clitics.definite or match.last > match.first or not match.first:
        return False
    before = match.first - 1
    if match.clitics.lead == "و" and before:
        before -= 1
    return scan.words[before].norm in _STREETS and not scan.words[before + 1].before.strip()


def _somebody(scan: Scan, match: Match) -> str:
    """Why a word names people and nothing that is done."""
    counted = match.first - 1 in scan.numerals
    if match.payload.kind == "request" and counted and scan.at("person", match.first):
        return "so many people: 14 طالبا"
    if match.payload.lemma == "أسر" and counted:
        return "so many families: أربع أسر"
    if match.payload.kind == "request" and _is_student(scan, match):
        return "somebody, and no demand: سجن طالب"
    return ""


def _is_verb(scan: Scan, at: int) -> bool:
    """Whether a word may be a verb that a file knows."""
    return any(isinstance(match.form, VerbForm) for match in scan.here(at))


_SO_MANY: Final = word_set("objections", "so_many")

#: How many words of a number there may be between a verb and those it counts.
_COUNTED_REACH: Final = 4


def _opens_clause(scan: Scan, match: Match) -> bool:
    """Whether what may be a preposition is a verb: it begins a clause and its subject follows (عبر رتل الحدود)."""
    begins = match.first == 0 or bool(match.clitics.lead) or match.first in scan.commas
    gap = complement_gap(scan, match)
    words = range(match.last + 1, match.last + 1 + min(gap, _COUNTED_REACH + 1))
    counted = 0 < gap <= _COUNTED_REACH and all(at in scan.numerals or scan.words[at].norm in _SO_MANY for at in words)
    many = match.last + 1 in scan.numerals or any(m.form == "pl" for m in scan.at("adjective", match.last + 1))
    return begins and (gap == 0 or counted or many)  # عبر نحو 600 لاجئ الحدود، عبر إثيوبيون فارون النهر


_BEFORE_PRESENTS: Final = word_set("objections", "before_presents")


def _is_first_person(scan: Scan, match: Match) -> bool:
    """Whether a word spelt as a past is "I": لن أستسلم."""
    past = isinstance(match.form, VerbForm) and match.form.tense == "past" and not match.clitics.lead
    return past and word_before(scan, match.first) in _BEFORE_PRESENTS


def _is_student(scan: Scan, match: Match) -> bool:
    """Whether a word that may be a student stands behind the noun for what was done to him: اعتقال طالب."""
    if match.clitics.lead or scan.words[match.first].before.strip() or not scan.at("person", match.first):
        return False
    nouns = (m for m in scan.ending("trigger", match.first - 1) if isinstance(m.form, str))
    return any(not (m.clitics.definite or m.clitics.suffix) and m.payload.counts for m in nouns)


#: How far before what is to stop it is told so.
_STOP_REACH: Final = 5
_STOPPING: Final = word_set("objections", "stopping")


def _is_to_stop(scan: Scan, match: Match) -> bool:
    """Whether a noun that is spelt like its verb goes on with what is to stop: طالبت بوقف المعاناة وقتل الأطفال."""
    if match.clitics.lead != "و" or match.last + 1 >= len(scan.words) or match.first in scan.commas:
        return False
    if match.clitics.definite:
        return False  # بوقف القصف والانسحاب الفوري
    if not scan.words[match.last + 1].norm.startswith("ال") or scan.words[match.last + 1].norm.endswith("ون"):
        return False
    before = range(max(0, match.first - _STOP_REACH), match.first)
    stop = next((at for at in reversed(before) if scan.words[at].norm in _STOPPING), None)
    if stop is None or any(stop < comma <= match.first for comma in scan.commas):
        return False
    return any(isinstance(m.form, str) for m in scan.at("trigger", match.first))


#: How far behind the verb the place may stand that is entered.
_ENTERED_REACH: Final = 9
_NOT_INTO: Final = word_set("objections", "not_into")


def _is_entered(scan: Scan, match: Match) -> bool:
    """Whether a force stands right behind "entered", or before it, and a place behind: دخلت القوات الحكومية المدينة."""
    at = match.last + 1
    if not (_is_force(scan, at) or _is_force(scan, at + 1) or any(_is_force(scan, match.first - n) for n in (1, 2, 3))):
        return False
    for place in range(at, min(at + _ENTERED_REACH, len(scan.words))):
        if place in scan.commas:
            return False
        if scan.at("place", place) or scan.at("place_cue", place):
            return scan.words[place - 1].norm not in _NOT_INTO
    return False


#: Types of the parties that fight.
_ARMED: Final = frozenset(("military", "armed_group"))


def _is_force(scan: Scan, at: int) -> bool:
    """Whether a word begins the name of those who fight."""
    if any(m.payload.type in _ARMED and not m.clitics.prep for m in scan.at("actor", at)):
        return True
    return any(m.payload.group in ("force", "unit") and not m.clitics.prep for m in scan.at("force", at))


def _said_by_nobody(scan: Scan, match: Match) -> bool:
    """Whether nobody claims an attack that was told before: لم تتبن أي جهة الهجوم."""
    return bool(match.clitics.definite and scan.cue("say")) and any(
        0 < match.first - cue.last <= 7 and _is_nobody(scan, cue.last + 1) for cue in scan.cue("say")
    )


_SIDES: Final = word_set("objections", "sides")


def _is_nobody(scan: Scan, at: int) -> bool:
    """Whether a negated subject is nobody: أي جهة، أحد; not "any" casualties."""
    word, after = (scan.words[at].norm, scan.norms(at + 1, at + 1))
    return word in NOBODY and (word != "اي" or after in _SIDES)
