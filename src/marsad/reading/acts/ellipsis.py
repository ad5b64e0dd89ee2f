"""Stage 5b: acts that a clause leaves out, as the one before told them: كما تعرّضت قريتا أ وب."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.knowledge.entries import Company, LightVerb
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.people_numbers import SUBSETS
from marsad.reading.groups.groups import Group
from marsad.reading.groups.same_acts import spreads
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: Kinds that places undergo one after the other.
_UNDERGONE: Final = frozenset(("shelling", "air_strike", "attack", "raid"))

#: What no word needs beside it.
_NOTHING: Final = Company(frozenset(), ())


def with_left_out(scan: Scan, found: Sequence[Happening], before: Sequence[Group]) -> list[Happening]:
    """The happenings of a sentence with those whose noun it leaves out; `before` are the acts of the one before."""
    added = [*_spread(scan, found, before), *_at_other_hands(scan, found)]
    for verb in scan.of("verb"):
        if type(verb.payload) is LightVerb and verb.payload.lemma == "تعرض" and _goes_on(scan, verb):
            found = [_without_aside(scan, each, verb) for each in found]
            if any(each.start <= verb.first <= each.last for each in found):
                continue
            end = next((each.start for each in found if each.start > verb.first), len(scan.words))
            told = [each for each in found if each.last < verb.first] or _acts(before)
            if told and told[-1].kind in _UNDERGONE and not _is_complete(scan, verb, end):
                trigger = replace(told[-1].trigger, frame="suffers", strength="strong", needs=_NOTHING, pos="verb")
                added.append(Happening(verb, told[-1].kind, trigger=trigger))
    return sorted((*found, *added), key=lambda each: each.first) if added else list(found)


_ON: Final = word_set("ellipsis", "on")


def _goes_on(scan: Scan, verb: Match) -> bool:
    """Whether a verb stands right behind a word that goes on with what was told: كما، كذلك، فيما."""
    return verb.first > 0 and scan.words[verb.first - 1].norm in _ON


def _without_aside(scan: Scan, each: Happening, verb: Match) -> Happening:
    """A noun behind a comma is nothing that the verb before it carries: كما تعرضت قرية أ، دون وقوع إصابات."""
    if each.light is not verb or not any(verb.last < comma <= each.first for comma in scan.commas):
        return each
    return Happening(each.match, each.kind, weapon=each.weapon, trigger=each.trigger)


def _acts(groups: Sequence[Group]) -> list[Happening]:
    """What groups tell, each in the word that names its kind."""
    return [group.lead.of_kind(group.kind) for group in groups]


def _is_complete(scan: Scan, verb: Match, end: int) -> bool:
    """Whether it is told what a place underwent (تعرضت لأضرار), or no place is named that underwent anything."""
    behind = range(verb.last + 1, min(end + 1, len(scan.words)))
    if any(scan.words[at].norm == "الي" or _is_for(scan, at) for at in behind):
        return True
    return not any(verb.last < match.first < end for match in scan.of("place"))


def _is_for(scan: Scan, at: int) -> bool:
    """Whether a word has the preposition of the complement: لقصف; not the name of a place."""
    return scan.words[at].norm.startswith("ل") and not scan.at("place", at)


#: Nouns that tell only that much was done, and of what sorts it may have been.
_CAMPAIGNS: Final = frozenset(("حملة", "عملية", "هجوم"))
_CAMPAIGNED: Final = frozenset(("arrest", "raid", "operation", "air_strike", "shelling", "attack", "restriction"))


def _spread(scan: Scan, found: Sequence[Happening], before: Sequence[Group]) -> Iterator[Happening]:
    """The campaign or operation told before that is said to reach another place: اتسعت الحملة لتشمل بلدة أ."""
    read = {each.first for each in found}
    for cue in scan.cue("spread"):
        for at in range(cue.first - 2, cue.first + 4):
            nouns = [match for match in scan.at("trigger", at) if match.payload.lemma in _CAMPAIGNS and at not in read]
            earlier = (*_acts(before), *(each for each in found if each.last < at))
            told = next((each for each in reversed(earlier) if each.kind in _CAMPAIGNED), None)
            if told and nouns and nouns[0].clitics.definite and spreads(scan, nouns[0]):
                trigger = replace(nouns[0].payload, kind=told.kind, needs=_NOTHING)
                yield Happening(nouns[0], told.kind, trigger=trigger)
                return


#: How many words may stand between a number of people and "at the hands of".
_BY_WHOM: Final = 8


def _at_other_hands(scan: Scan, found: Sequence[Happening]) -> Iterator[Happening]:
    """The toll told before that others took of more people: قتل سبعة على يد القوات، وثلاثة على يد التنظيم."""
    low = -1
    for cue in scan.cue("agent"):
        told = next((each for each in reversed(found) if each.last < cue.first), None)
        if cue.payload.lemma not in _HANDS or told is None:
            continue
        if low <= told.last and told.is_verb and any(scan.at(sort, told.last + 1) for sort in ("force", "actor")):
            low = next(
                (n.last for n in scan.numbers if told.last < n.first), cue.last
            )  # قتلت القوات سبعة، وثلاثة بيد
        if low > told.last and told.trigger.counts in _TAKEN and _counts_more(scan, low, cue.first):
            trigger = replace(told.trigger, frame="suffers", strength="harm", needs=_NOTHING, pos="phrase")
            yield Happening(cue, told.kind, trigger=trigger)
        low = cue.last


_HANDS: Final = word_set("ellipsis", "hands")
_TAKEN: Final = ("killed", "wounded", "arrested", "abducted")


def _counts_more(scan: Scan, low: int, high: int) -> bool:
    """Whether a number of more people stands between two words, joined by "and" and with no verb behind it."""
    for number in scan.numbers:
        joined = scan.words[number.first].norm[:1] == "و" or scan.norms(number.first - 1, number.first - 1) == "الي"
        if low < number.first and 0 < high - number.last <= _BY_WHOM and joined:
            verbs = (m.first for m in scan.of("verb") if number.last < m.first < high)
            return all(scan.words[at].norm in SUBSETS for at in verbs)
    return False


def is_left_out(each: Happening) -> bool:
    """Whether it is told by a verb alone whose noun its clause leaves out."""
    return type(each.match.payload) is LightVerb
