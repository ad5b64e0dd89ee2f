"""What a verb of saying makes of what is said, and of what was told before it: denials, forecasts, rebuttals."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.entries import Cue
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: The mode of a voice that denies what was told before it: وهو ما نفته الوزارة.
REBUTS: Final = "rebuts"


def mode_of(scan: Scan, match: Match, behind: int) -> str:
    """What a verb of saying makes of what is said: it is told (empty), denied, foreseen, ruled out ..."""
    cue: Cue = match.payload
    if cue.value == "denied" and _denies_before(scan, match, behind):
        return REBUTS
    if cue.value == "excluded":  # لم يستبعد
        doubted = match.first and scan.words[match.first - 1].norm.removeprefix("و") in ("لم", "لا", "لن")
        return "expected" if doubted else "excluded"
    return cue.value if cue.value in ("denied", "expected") else ""


_POINTING: Final = word_set("denials", "pointing")
_MATTERS: Final = word_set("denials", "matters")


def _denies_before(scan: Scan, match: Match, behind: int) -> bool:
    """Whether what is denied was told before: وهو ما نفته الوزارة، الأمر الذي نفاه، ونفى ذلك، نفت هذه الأنباء."""
    if match.clitics.suffix and match.first:
        return _is_related(scan, match.first)
    if any(word.norm == "ذلك" for word in scan.words[match.last + 1 : behind + 2]):
        return True
    at = behind
    if at < len(scan.words) and scan.words[at].norm == "صحه":
        at += 1
    if at >= len(scan.words) or (at in scan.commas and at == match.last + 1):
        return at == behind  # الحركة تعلن قصف المدينة، والجيش ينفي
    norm = scan.words[at].norm
    if norm in _POINTING:
        return not scan.at("trigger", at + 1)
    named = norm in _MATTERS or (norm[:2] == "ال" and any(cue.first == at for cue in scan.cue("report")))
    return named and (at + 1 == len(scan.words) or at + 1 in scan.commas)


_ACCUSATIONS: Final = word_set("denials", "accusations")


def _is_related(scan: Scan, verb: int) -> bool:
    """Whether a verb with a pronoun tells of what stands before it: وهو ما نفاه، الأمر الذي نفاه، وهي أنباء نفتها."""
    before = scan.words[verb - 1].norm
    if before in ("الذي", "التي"):
        noun = verb - 2
        return noun >= 0 and (scan.words[noun].norm in _MATTERS or scan.cue_at("report", noun) is not None)
    if before in ("ما", "وما"):
        return True
    return scan.cue_at("report", verb - 1) is not None or before in _ACCUSATIONS


_WHAT: Final = word_set("denials", "what")
#: How far behind a denial it may be told who spread what is denied, in words.
_LONGEST_DENIAL: Final = 12


def is_denied_news(scan: Scan, match: Match, denied_at: int | None) -> bool:
    """Whether a verb only tells who spread what is denied: نفى ما أوردته صفحات، ما ذكرته القناة لا أساس له.

    `denied_at` is the verb of denial before it.
    """
    if not (match.clitics.suffix and match.first and scan.words[match.first - 1].norm in _WHAT):
        return False
    if any(cue.first > match.last for cue in scan.cue("deny_noun")):
        return True
    return denied_at is not None and match.first - denied_at <= _LONGEST_DENIAL
