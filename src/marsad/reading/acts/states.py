"""Stage 5: which triggers tell a state and no event: who holds a place, stands there or besieges it."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import LightVerb
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import word_before
from marsad.reading.acts.nominals import SITES
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

_WHO: Final = word_set("states", "who")
_NO_STATE: Final = word_set("states", "no_state")

#: Kinds whose present tense tells a state: who holds a place, stands there, or calls somebody terrorist.
_STATES: Final = frozenset(("capture", "deployment", "sanction"))


def is_state(scan: Scan, match: Match) -> bool:
    """Who holds a place or stands there is a state, no event: مناطق سيطرة المعارضة، التي تتمركز فيها قوات."""
    form, kind = match.form, match.payload.kind
    noun = not isinstance(form, VerbForm)
    if kind == "deployment" and noun and not match.clitics.definite and word_before(scan, match.first) in SITES:
        return True  # مواقع انتشار المسلحين
    if match.payload.lemma == "محاصرة" and noun:
        return _is_besieged(scan, match)
    if match.payload.lemma in ("متهم", "متهمة"):
        return match.clitics.definite  # الحزب المتهم بالوقوف خلف العملية
    if kind == "clash" and not noun and form.tense == "present":
        return word_before(scan, match.first) in _WHO  # القوات التي تقاتل المتمردين
    if kind == "arrest" and not noun and match.clitics.suffix:
        return form.tense == "present" and word_before(scan, match.first) in _WHO  # الذين تحتجزهم
    if kind not in _STATES or match.payload.lemma == "حشد":
        return False  # who masses troops does something
    return _is_state_noun(scan, match) if noun else _is_state_verb(scan, match)


def _is_state_verb(scan: Scan, match: Match) -> bool:
    """Whether a verb in the present tells what is so, or one in the past which places are meant."""
    wished = match.clitics.prep in ("س", "ل") or word_before(scan, match.first) in _NO_STATE
    state = match.form.tense == "present" and not wished and not _is_headline(scan, match)
    return state or _tells_whose(scan, match)


_HOLDINGS: Final = word_set("states", "holdings")


def _tells_whose(scan: Scan, match: Match) -> bool:
    """Whether a clause only tells which towns are meant, and names none: انسحابهم من المدن التي سيطروا عليها."""
    if match.payload.kind != "capture" or word_before(scan, match.first) not in _WHO:
        return False
    before, farther = (word_before(scan, match.first - back).removeprefix("و") for back in (1, 2))
    return before in _HOLDINGS or f"ال{farther}" in _HOLDINGS


#: How many words a headline has at the most.
_HEADLINE: Final = 18

#: How many words the subject of a headline has at the most.
_SUBJECT: Final = 6


def _is_headline(scan: Scan, match: Match) -> bool:
    """Whether a headline tells who took a place: its subject stands first, and a named place behind على."""
    if match.payload.lemma != "سيطر" or match.clitics.lead or scan.norms(match.last + 1, match.last + 1) != "علي":
        return False
    if len(scan.words) > _HEADLINE or not 0 < match.first <= _SUBJECT:
        return False
    after = range(match.last + 2, min(match.last + 4, len(scan.words)))
    if not any(scan.at("place", at) for at in after):
        return False
    party = {at for sort in ("actor", "force", "adjective") for m in scan.of(sort) for at in range(m.first, m.last + 1)}
    return all(at in party for at in range(match.first))


_SINCE: Final = word_set("states", "since")

#: How far before the noun of a state the light verb may stand that makes an event of it, times not counted.
_LIGHT_REACH: Final = 5


def _is_state_noun(scan: Scan, match: Match) -> bool:
    """Whether a noun tells what is so, and nobody does, announces or denies it: مناطق سيطرة المعارضة."""
    if match.payload.kind == "sanction" or (match.payload.lemma != "سيطرة" and match.form != "pl"):
        return False
    if scan.cue("deny_noun") or _is_announced(scan, match.first):
        return False
    if word_before(scan, match.first) in _SINCE:
        return False  # منذ سيطرة القوات على المدينة
    lights = (m for m in scan.of("verb") if type(m.payload) is LightVerb and m.first < match.first)
    carried = any(sum(at not in scan.dated for at in range(m.first, match.first)) <= _LIGHT_REACH for m in lights)
    following = scan.norms(match.last + 1, match.last + 1)
    return not carried and not (match.clitics.definite and following in ("علي", "الكامله"))


#: How far before a noun its denial may stand.
_DENIED_REACH: Final = 12

#: How far before a noun the word may stand that announces it.
_NEWS_REACH: Final = 6

#: How far before a noun the verb that announces it may stand where an insertion parts them.
_INSERT_REACH: Final = 14


def _is_announced(scan: Scan, at: int) -> bool:
    """Whether a noun is what somebody announces or denies, or what there is news of: أعلن سيطرة قواته."""
    if any(cue.payload.value == "denied" and 0 < at - cue.first <= _DENIED_REACH for cue in scan.cue("say")):
        return True
    near = [cue for name in ("say", "report") for cue in scan.cue(name) if 0 < at - cue.last <= _NEWS_REACH]
    if any(
        cue.sort == "verb" and 0 < at - cue.last <= _INSERT_REACH and _is_inserted(scan, cue.last, at)
        for cue in scan.cue("say")
    ):
        return True
    return any(
        not any(word.norm in COMPLEMENTIZERS for word in scan.words[cue.last + 1 : at])
        and not any(cue.last < comma <= at for comma in scan.commas)
        for cue in near
    )


def _is_inserted(scan: Scan, low: int, at: int) -> bool:
    """Whether one insertion between two commas stands before a noun: أعلن الجيش، صباح اليوم، سيطرة قواته."""
    commas = [comma for comma in scan.commas if low < comma <= at]
    return len(commas) == 2 and commas[-1] == at and COMPLEMENTIZERS.isdisjoint(w.norm for w in scan.words[low:at])


def _is_besieged(scan: Scan, match: Match) -> bool:
    """Whether "besieged" only says of a place what it is: مضايا المحاصرة، بلدات محاصرة منذ أشهر."""
    if match.clitics.definite:
        return True
    after = match.last + 1
    open_end = after == len(scan.words) or bool(scan.words[after].before.strip())
    return (open_end or scan.words[after].norm in PREPOSITIONS) and word_before(scan, match.first) != "غير"
