"""Whether a claim tells of the start, the going on, the end or a repetition of what happens.

Light verbs tell it (اندلعت، تواصل، توقفت، عاودت), nouns before the event (استمرار القصف), adjectives right behind it
(القصف المتواصل) and adverbs of its clause (للمرة الثالثة). An event that ended or began anew is a claim like any other.
"""

from __future__ import annotations

from typing import Final

from marsad.knowledge.entries import LightVerb
from marsad.knowledge.lexicon import Match
from marsad.model import Aspect
from marsad.reading.acts.happenings import Happening
from marsad.reading.groups.groups import Group
from marsad.reading.scan import Scan


def aspect(scan: Scan, group: Group, first: int, last: int) -> Aspect | None:
    """The phase of a claim whose words are `[first, last]`; None where the text tells none."""
    lead = group.lead
    for each in (lead, *group.members):
        if light := _phase_verb(scan, each):
            return _of_verb(scan, light)
    return _of_cue(scan, lead, first, last)


#: Within how many words before a verb stands the verb that tells its phase (بدأت القوات تتقدم), and "still".
_VERB_REACH: Final = 5


def _phase_verb(scan: Scan, each: Happening) -> Match | None:
    """The verb that tells the phase: the light verb of a noun, or one before a verb in the present."""
    if each.light is not None:
        return each.light if each.light.payload.aspect else None
    if not each.is_verb or each.match.form.tense != "present" or each.match.clitics.lead:
        return None
    for match in scan.of("verb"):
        near = each.first - _VERB_REACH <= match.first < each.first
        if near and type(match.payload) is LightVerb and match.payload.aspect:
            joined = not any(match.first < comma <= each.first for comma in scan.commas)
            if joined and match.form.tense == "past":
                return match
    return None


def _of_verb(scan: Scan, light: Match) -> Aspect | None:
    """The phase that a light verb tells, turned round where it is negated."""
    told: Aspect | None = light.payload.aspect
    negated = any(0 <= light.first - cue.last - 1 <= 1 for cue in scan.negations)
    if not negated:
        return told
    return "continuation" if told == "end" else None  # what has not stopped goes on


#: Within how many words before an event its noun of phase stands (استمرار حملة المداهمات).
_NOUN_REACH: Final = 2

#: How far from an event an adverb of repetition may stand.
_ADVERB_REACH: Final = 14

#: Sorts of cues that tell a phase.
_CUES: Final = frozenset(("aspect", "aspect_adjective", "aspect_adverb", "still"))


def _of_cue(scan: Scan, lead: Happening, first: int, last: int) -> Aspect | None:
    """The phase that a noun before an event, an adjective behind it, "still" or an adverb tells."""
    if not scan.has_cue(_CUES):
        return None
    for cue in scan.cue("aspect"):
        if 0 <= lead.first - cue.last - 1 <= _NOUN_REACH and not lead.is_verb:
            return _value(cue)
    for cue in scan.cue("aspect_adjective"):
        if 0 <= cue.first - lead.last - 1 <= 1 and not lead.is_verb:
            return _value(cue)
    if any(0 <= lead.first - cue.last - 1 < _VERB_REACH for cue in scan.cue("still")):
        return "continuation"
    near = [
        cue
        for cue in scan.cue("aspect_adverb")
        if first <= cue.first <= last and abs(cue.first - lead.last) <= _ADVERB_REACH
    ]
    return _value(min(near, key=lambda cue: abs(cue.first - lead.last))) if near else None


def _value(cue: Match) -> Aspect:
    """The phase that a cue tells."""
    told: Aspect = cue.payload.value
    return told
