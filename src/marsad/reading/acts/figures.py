"""Stage 5: which triggers are figures of speech, and which acts are only supposed."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.nominals import BEFORE_NOUNS
from marsad.reading.scan import Scan

#: Sorts of cues that make a figure of speech.
_FIGURES: Final = frozenset(("unreal", "supposed", "figurative", "figurative_adjective", "abstract"))

#: Of these the sort that names what cannot be hit.
_ABSTRACT: Final = frozenset(("abstract",))

#: Kinds whose words papers use of things that are not fought with weapons.
_BODILY: Final = frozenset(
    (
        "clash", "attack", "shelling", "air_strike", "explosion", "suicide_bombing", "abduction", "capture",
        "restriction", "withdrawal", "agreement", "arrest", "raid", "operation", "threat",
    )
)  # fmt: skip


def is_figurative(scan: Scan, match: Match) -> bool:
    """Whether nothing of the sort happened: what is fought is the drought, or "had it not been for"."""
    if not scan.has_cue(_FIGURES):
        return False
    if any(0 <= match.first - cue.last - 1 <= 8 for cue in scan.cue("unreal")):
        return True
    if match.payload.kind not in _BODILY:
        return False
    if any(_is_supposed(scan, cue, match) for cue in scan.cue("supposed")):
        return True
    if scan.cue_at("figurative_adjective", match.last + 1) and not _of_person(scan, match):
        return True
    if scan.has_cue(_ABSTRACT) and (_hits_nothing(scan, match) or _is_told_to(scan, match)):
        return True
    near = (cue for cue in scan.cue("figurative") if -3 <= cue.first - match.last <= 4 and cue.first != match.first)
    return any(not _is_in_name(scan, cue) for cue in near)


def _is_in_name(scan: Scan, cue: Match) -> bool:
    """Whether a word is only part of a name: عملية بركان الغضب."""
    return cue.first in scan.named or any(m.first < cue.first for m in scan.ending("trigger", cue.last))


#: How far behind the words by which an act is only supposed it may stand.
_SUPPOSED_REACH: Final = 6


def _is_supposed(scan: Scan, cue: Match, match: Match) -> bool:
    """Whether an act is only supposed: لا يمكن شن هجوم; not in لا يمكن العودة بعد قصف القرية."""
    if not 0 <= match.first - cue.last - 1 <= _SUPPOSED_REACH:
        return False
    between = [word.norm for word in scan.words[cue.last + 1 : match.first]]
    return not any(norm in BEFORE_NOUNS or norm in ("منذ", "فقد", "فان") for norm in between)


def _of_person(scan: Scan, match: Match) -> bool:
    """Whether the word behind a verb of harm is somebody: قتل دبلوماسي, but no هجوم دبلوماسي."""
    harms = match.payload.kind == "attack" and isinstance(match.form, VerbForm)
    return harms and bool(scan.at("person", match.last + 1))


def _is_told_to(scan: Scan, match: Match) -> bool:
    """Whether a relative clause tells that an act hits nothing that can be hit: الهجوم الذي استهدف سجله."""
    if scan.norms(match.last + 1, match.last + 1) not in ("الذي", "التي"):
        return False
    return any(_hits_nothing(scan, m) for m in scan.at("verb", match.last + 2) if type(m.payload) is Trigger)


#: Prepositions of what an attack is directed at.
_AGAINST: Final = frozenset(("علي", "ضد"))


def _hits_nothing(scan: Scan, match: Match) -> bool:
    """Whether what an act is done to cannot be hit: استهدف سجله، هجوم عنيف على سياسة الحكومة، ضرب مساعي السلام."""
    at = match.last + 1
    if any(scan.words[word].norm in _AGAINST for word in range(at, min(at + 2, len(scan.words)))):
        at += 1 + (scan.words[at].norm not in _AGAINST)
    elif match.payload.frame not in ("does", "of"):
        return False
    what = scan.cue_at("abstract", at)
    if what is None or what.clitics.prep or what.clitics.lead:
        return False
    return not (scan.at("person", at) or scan.at("force", at))
