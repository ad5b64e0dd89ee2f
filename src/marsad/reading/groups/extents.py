"""Which words of its sentence belong to one group of happenings: up to its neighbours, cut at a joint between."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.reading.groups.groups import Group
from marsad.reading.rankings import is_next_place
from marsad.reading.scan import Scan
from marsad.reading.story import Sight
from marsad.reading.voices.names_before import joined_before
from marsad.reading.word_sets import word_set

#: How many words behind its last word the toll of a happening takes at the least.
_TOLL: Final = 3


def extent_of(sight: Sight, at: int) -> tuple[int, int]:
    """The words that belong to one group: up to its neighbours, cut at a joint between them."""
    groups, scan = sight.groups, sight.scan
    group = groups[at]
    first, last = 0, len(scan.words) - 1
    if group.voice is not None and group.voice.at < group.first and group.voice.at >= group.voice.first:
        first = group.voice.at
    if group.voice is not None and not group.voice.chain:
        last = group.voice.last
    denies = _who_denies(scan)
    if denies is not None and denies > group.last:
        last = min(last, denies - 1)
    if at > 0:
        first = max(first, _joint(scan, groups[at - 1].last, group.first))
    following = next((each for each in groups[at + 1 :] if not _is_inside(scan, group, each)), None)
    if following is not None and following.first > group.last:
        last = min(last, _joint(scan, group.last, following.first) - 1)
    elif following is None:
        last = min(last, _other_clause(scan, group.last) - 1)
    elif following is not None:  # told inside this group, whose toll still stands behind its last word
        last = min(last, group.last + _TOLL)
    return min(first, group.first), max(last, group.last)


def _who_denies(scan: Scan) -> int | None:
    """Where those begin who deny at the end what is told before: الحركة تعلن قصف المدينة، والجيش ينفي."""
    end = len(scan.words) - 1
    verb = next((cue for cue in scan.cue("say") if cue.last == end and cue.payload.value == "denied"), None)
    name = joined_before(scan, verb.first) if verb is not None else None
    return name[0] if name is not None else None


def _is_inside(scan: Scan, group: Group, other: Group) -> bool:
    """Whether an act behind another one parts nothing: it may be none, or tell by whom or in what it was done."""
    how = other.kind == "operation" and scan.words[other.first - 1].norm == "في"  # استولت على القرية في عملية عسكرية
    return _is_faint(other) or _is_subject(group, other) or (how and not (other.lead.is_verb or other.lead.light))


def _is_faint(group: Group) -> bool:
    """Whether a group is but a definite noun that may tell of no act (الاحتلال): it parts nothing."""
    lead = group.lead
    return not (lead.is_verb or lead.light) and lead.trigger.strength == "weak" and lead.match.clitics.definite


def _is_subject(group: Group, act: Group) -> bool:
    """Whether an act is the subject of the verb that tells what it made people do: شردت المعارك ألف شخص."""
    verb, noun = group.lead, act.lead
    near = 0 < noun.first - verb.last <= 2 and verb.is_verb and not noun.is_verb
    return group.kind == "displacement" and verb.trigger.frame == "does" and near and not noun.match.clitics.prep


_MEANWHILE: Final = word_set("extents", "meanwhile")


def _other_clause(scan: Scan, low: int) -> int:
    """Where a clause begins behind the last act that tells of nothing known: ...، بينما تسبب تلوث المياه في تسمم."""
    for cue in scan.cue("boundary"):
        behind = cue.last + 1
        if cue.first > low and cue.first in scan.commas and cue.payload.lemma in _MEANWHILE and scan.at("verb", behind):
            return cue.first
    return len(scan.words)


#: What sets off a name within a clause: القوات الحكومية (الجيش) عن.
_PARENS: Final = frozenset('()" «»“”')

#: Behind these a clause begins with its subject: بعد إعلان الوزارة أن ثلاثة جنود قتلوا.
_SAID_THAT: Final = frozenset(("ان", "بان"))

_DOING: Final = word_set("extents", "doing")


def _joint(scan: Scan, low: int, high: int) -> int:
    """The word at which the second of two neighbours begins: a joint, a verb of saying, a comma, else itself."""
    if high <= low or (scan.words[high].norm[:1] == "و" and scan.at("verb", high)) or _wears_object(scan, high):
        return high
    listed = [word for word in range(low + 1, high) if is_next_place(scan, word)]
    if listed:
        return listed[0]
    joints = (cue for name in ("boundary", "topic") for cue in scan.cue(name) if low < cue.first <= high)
    cues = [cue.first for cue in joints if not _tells_day(scan, cue)]
    if cues:
        return max(cues)
    begun = [word for word in range(low + 1, high) if _begins_past(scan, word) or scan.words[word].norm in _DOING]
    if begun:
        return max(begun)
    marks = (comma for comma in scan.commas if low < comma <= high)
    commas = [comma for comma in marks if not _PARENS.issuperset(scan.words[comma].before)]
    leads = [word for word in range(max(low + 1, high - 2), high + 1) if scan.words[word].norm[:1] == "و"]
    leads = [word for word in leads if word == high or not scan.at("place", word)]  # في أ وب للمطالبة ب
    thats = [word for word in range(low + 1, high) if scan.words[word].norm in _SAID_THAT]
    return max(commas) if commas else max(leads or thats or [high])


_THEM: Final = word_set("extents", "them")


def _wears_object(scan: Scan, at: int) -> bool:
    """Whether a verb tells more of people right before it whom it wears: حررت الشرطة 21 تلميذا خطفهم مسلحون."""
    verbs = [m for m in scan.at("verb", at) if m.clitics.suffix in _THEM and not m.clitics.lead]
    return bool(verbs) and at not in scan.commas and bool(scan.ending("person", at - 1))


def _tells_day(scan: Scan, cue: Match) -> bool:
    """Whether a joint only leads to the day of what stands before it: نزح ألف شخص، وذلك خلال يومي 11 و12 تموز."""
    return cue.payload.lemma == "وذلك" and any(cue.last < dated.first <= cue.last + 3 for dated in scan.dates)


def _begins_past(scan: Scan, at: int) -> bool:
    """Whether a clause begins that tells what happened before: ستة تجار كانت قد اختطفتهم."""
    return scan.words[at].norm in ("كان", "كانت", "كانوا") and scan.words[at + 1].norm == "قد"
