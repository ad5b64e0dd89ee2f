"""Stage 5: which words report events: verbs, verbal nouns and phrases of the trigger file, with their light verbs."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.complements import complement_gap
from marsad.reading.acts.happenings import Happening
from marsad.reading.acts.light_verbs import with_light_verbs
from marsad.reading.acts.nominals import is_nominal
from marsad.reading.acts.objections import objection
from marsad.reading.acts.speaking_on import goes_on_speaking
from marsad.reading.acts.subordinate import STRIKING, without_subordinate
from marsad.reading.acts.weapons import with_weapon
from marsad.reading.scan import Scan


def find_happenings(scan: Scan) -> list[Happening]:
    """The happenings of a sentence in their order, one a word."""
    triggers = [match for match in (*scan.of("trigger"), *scan.of("verb")) if type(match.payload) is Trigger]
    if not triggers:
        return []
    if idle := _tells_nothing(scan):
        for match in triggers:
            scan.doubt(match, idle)
        return []
    found = without_subordinate(scan, _one_a_word(scan, _meant(scan, triggers)))
    return [with_weapon(scan, each) for each in with_light_verbs(scan, found)]


def _tells_nothing(scan: Scan) -> str:
    """Why a sentence as a whole reports nothing; empty where it may."""
    if len(scan.cue("sport")) > 1 and not _is_armed(scan):
        return "the sentence is about sport (cues.csv, cue sport)"
    return "the sentence is a question" if _is_question(scan) else ""


def _is_armed(scan: Scan) -> bool:
    """Whether gunmen or explosives are named: اختطف مسلحون مدرب المنتخب."""
    if any(match.payload.lemma == "مسلح" for match in scan.of("person")):
        return True
    weapons = scan.of("weapon")
    if any(match.payload.kind == "explosion" for match in weapons):
        return True
    matches = (*scan.of("trigger"), *scan.of("verb"))
    told = [match.payload for match in matches if type(match.payload) is Trigger]
    killed = any(trigger.strength == "harm" and trigger.counts == "killed" for trigger in told)
    return killed and (
        bool(weapons) or any(trigger.kind in STRIKING and trigger.strength != "harm" for trigger in told)
    )


def _is_question(scan: Scan) -> bool:
    """Whether a sentence ends in a question mark, whatever closes behind it."""
    return scan.text[scan.sentence.start : scan.sentence.end].rstrip('"»”’ )').endswith("؟")


#: Sorts of which one must stand in a sentence that a weak trigger makes report something.
_PARTIES: Final = frozenset(("actor", "country", "metonym", "adjective", "person", "force", "outlet"))


def _meant(scan: Scan, triggers: list[Match]) -> dict[int, Match]:
    """Which of the triggers at each word is meant there, if any."""
    trapped = [trap for trap in scan.of("trap") if not _is_his_capture(scan, trap)]
    traps = {at for trap in trapped for at in range(trap.first, trap.last + 1)}
    begun = {trap.first: trap.last for trap in trapped}
    peopled = scan.has_any(_PARTIES) or bool(scan.cue("source"))
    best: dict[int, Match] = {}
    for match in triggers:
        longer = match.last > begun.get(match.first, match.last)  # هجرة السكان, no هجرة
        near = () if longer else traps
        if why := _out_of_place(match, near, peopled or goes_on_speaking(scan, match)) or objection(scan, match):
            scan.doubt(match, why)
            continue
        rival = best.get(match.first)
        if rival is None:
            best[match.first] = match
            continue
        better = _preference(scan, match) < _preference(scan, rival)
        best[match.first], beaten = (match, rival) if better else (rival, match)
        scan.doubt(beaten, "another reading of the word is preferred")
    return best


#: A word that may be "his family" or "that he took prisoner", and how far before it stands who says so.
_HIS_CAPTURE: Final = "اسره"
_ANNOUNCING: Final = 5


def _is_his_capture(scan: Scan, trap: Match) -> bool:
    """Whether what is spelt like a family is whom somebody says to have taken: أعلن التنظيم أسره طيارا."""
    word = scan.words[trap.first]
    if word.norm != _HIS_CAPTURE or word.marbuta or trap.first == len(scan.words) - 1:
        return False
    said = scan.cue_within(trap.first - _ANNOUNCING, trap.first - 1, "say")
    return said and (scan.words[trap.first + 1].norm.endswith("ا") or trap.first + 1 in scan.numerals)


def _out_of_place(match: Match, traps: Collection[int], peopled: bool) -> str:
    """What the sentence has against a trigger before it is looked at."""
    if match.first in traps:
        return "inside a phrase that reports nothing (traps.csv)"
    if match.payload.strength == "weak" and not peopled:
        return "weak, and the sentence names no party (triggers.csv, column strength)"
    return ""


#: Of readings alike in all else the one is meant that reports the most on its own.
_STRENGTH: Final = {"strong": 0, "generic": 1, "harm": 2, "weak": 3}


def _preference(scan: Scan, match: Match) -> tuple[int, int, bool, int, int]:
    """Which of several readings of a word is meant: the least of these."""
    trigger: Trigger = match.payload
    nominal = is_nominal(scan, match)
    fits = isinstance(match.form, VerbForm) != nominal
    taken_apart = bool(match.clitics.suffix) + bool(match.clitics.lead)
    return (
        match.first - match.last,
        complement_gap(scan, match),
        not fits,
        taken_apart,
        _STRENGTH[trigger.strength],
    )


def _one_a_word(scan: Scan, meant: dict[int, Match]) -> list[Happening]:
    """What the triggers report, without those inside of a longer one before them."""
    found: list[Happening] = []
    end = -1
    for first in sorted(meant):
        match = meant[first]
        if first > end:
            found.append(Happening(match, match.payload.kind))
            end = match.last
        else:
            scan.doubt(match, "part of a longer trigger")
    return found
