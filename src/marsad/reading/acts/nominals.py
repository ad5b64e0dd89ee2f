"""Stage 5: whether a word that may be verb or noun stands where only a noun can: بعد قصف البلدة."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Cue, LightVerb
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

SITES: Final = word_set("nominals", "sites")

BEFORE_NOUNS: Final = word_set("nominals", "before_nouns")


def is_nominal(scan: Scan, match: Match) -> bool:
    """Whether a word that may be verb or noun stands where only a noun can: behind a preposition or with ال."""
    if match.clitics.definite or match.clitics.prep in ("ب", "ك"):
        return True
    past = isinstance(match.form, VerbForm) and (match.form.tense, match.form.person) == ("past", "3ms")
    if past and match.payload.kind == "shelling" and _is_of_force(scan, match.last + 1):
        return True  # قصف للجيش على القرية
    if match.first == 0:
        return False
    if (
        past
        and match.payload.kind in ("deployment", "protest")
        and not match.clitics.lead
        and scan.words[match.first - 1].norm in SITES
    ):
        return True  # مناطق تحصن المتمردين
    before = scan.words[match.first - 1].norm
    if before in PREPOSITIONS or _behind_a_verb(scan, match) or _behind_that(scan, match):
        return True
    if past and not match.clitics.lead and (before in BEFORE_NOUNS or _is_phased(scan, match.first)):
        return True  # بعد قصف البلدة، بعد سيطرته عليها
    if past and (_is_said(scan, match) or _shares_genitive(scan, match) or _is_aim_besides(scan, match)):
        return True
    return bool(scan.at("place", match.first)) and any(
        cue.payload.role == "head" and not cue.clitics.suffix
        for cue in scan.ending("place_cue", match.first - 1)  # مدني is no town
    )


def _is_of_force(scan: Scan, at: int) -> bool:
    """Whether a force stands there behind ل, as whose act a noun is."""
    forces = (m for sort in ("force", "actor") for m in scan.at(sort, at))
    return any(m.clitics.prep == "ل" for m in forces)


_DOING: Final = word_set("nominals", "doing")


def _is_phased(scan: Scan, at: int) -> bool:
    """Whether a bare noun stands before that tells how far an act is: قررت مواصلة قصف المدينة، نية نشر قوات."""
    if scan.words[at - 1].norm in _DOING:
        return True
    phase = scan.cue_at("aspect", at - 1)
    return phase is not None and isinstance(phase.form, str) and not (phase.clitics.definite or phase.clitics.suffix)


_BEFORE_ACTS: Final = word_set("nominals", "before_acts")


def _behind_that(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too stands right behind أنّ, where no past can; not in "after that"."""
    if not isinstance(match.form, VerbForm) or match.form.tense != "past" or match.clitics.lead or match.first < 2:
        return False
    that, before = scan.words[match.first - 1].norm, scan.words[match.first - 2].norm
    noun = any(isinstance(m.form, str) for m in scan.at("trigger", match.first))
    return noun and that in ("ان", "بان") and before not in _BEFORE_ACTS


def _behind_a_verb(scan: Scan, match: Match) -> bool:
    """Whether the word before is a verb in the past, behind which no other follows unjoined: أسفر قصف عن."""
    if match.clitics.lead:
        return False
    verbs = [] if scan.words[match.first].before else scan.ending("verb", match.first - 1)
    if any(m.form.tense == "past" and _carries_a_noun(m.payload) for m in verbs):
        return True
    return isinstance(match.form, VerbForm) and match.form.tense == "past" and _in_phase(scan, match)


def _carries_a_noun(payload: object) -> bool:
    """Whether a verb has the noun of an act behind it: a light verb, or one of saying or of consequence."""
    return type(payload) is LightVerb or (type(payload) is Cue and payload.cue in ("result", "say"))


#: How far before a noun the verb that carries it may stand.
_PHASE_REACH: Final = 9


def _in_phase(scan: Scan, match: Match) -> bool:
    """Whether a verb that carries nouns stands before with its subject: عاودت الطائرات قصف، تبنت الجماعة قصف."""
    if not any(isinstance(m.form, str) for m in scan.at("trigger", match.first)):
        return False
    for verb in scan.of("verb"):
        near = match.first - _PHASE_REACH < verb.first < match.first - 1 and type(verb.payload) is LightVerb
        if near and verb.payload.frame == "does":
            commas = sum(verb.first < comma <= match.first for comma in scan.commas)
            apart = COMPLEMENTIZERS.intersection(word.norm for word in scan.words[verb.first : match.first])
            return commas in (0, 2) and not apart  # two of them set something off
    return False


#: How far behind a verb of saying its object may stand.
_SAID: Final = 6


def _is_said(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too is the object of a verb of saying: أكدت مصادر عسكرية قصف القوات مواقع."""
    if match.clitics.lead or not any(isinstance(m.form, str) for m in scan.at("trigger", match.first)):
        return False
    said = next((cue for cue in reversed([*scan.cue("say")]) if cue.last < match.first), None)
    if said is None or said.payload.value or not isinstance(said.form, VerbForm) or match.first - said.last > _SAID:
        return False
    between = scan.words[said.last + 1 : match.first]
    if not between or any(word.norm in COMPLEMENTIZERS or ":" in word.before for word in between):
        return False
    return not any(said.last < comma <= match.first for comma in scan.commas)


def _shares_genitive(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too is joined to a bare noun of an act, with one object: ملاحقة وضبط الجناة."""
    if match.clitics.lead != "و" or match.last + 1 >= len(scan.words) or scan.words[match.first].before.strip():
        return False
    if not scan.words[match.last + 1].norm.startswith("ال") or match.last + 1 in scan.numerals:
        return False
    nouns = any(isinstance(m.form, str) for m in scan.at("trigger", match.first))
    return nouns and any(
        isinstance(m.form, str) and not (m.clitics.definite or m.clitics.suffix)
        for m in scan.ending("trigger", match.first - 1)
    )


#: How far before a further aim the word may stand that tells of aims.
_AIM_REACH: Final = 6

AIMING: Final = word_set("nominals", "aiming")


def _is_aim_besides(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too is a further aim: تهدف التحركات لاستنزاف القوات وضرب الوجود الأمريكي."""
    if match.clitics.lead != "و" or match.first in scan.commas:
        return False
    if not any(isinstance(m.form, str) for m in scan.at("trigger", match.first)):
        return False
    return any(word.norm in AIMING for word in scan.words[max(0, match.first - _AIM_REACH) : match.first])
