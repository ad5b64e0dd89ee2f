"""Stage 4: what the words before the name of a place tell of it: its sort, its direction, its distance."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: Sorts of cue words that name an area after any place in it.
AREAS: Final = frozenset(("admin1", "admin2", "region", "front", "road"))
#: Marks that part a name from the word before it.
PARTING: Final = frozenset("،,؛:")
#: Sorts of cue words that are definite before a name too: الحدود التركية، العاصمة دمشق.
_PART_OF_NAME: Final = frozenset(("road", "front", "capital"))


def heads_of(scan: Scan, first: int, cues: dict[int, Match]) -> list[Match]:
    """The introducing words right before a name, the nearest first: محيط بلدة X, إلى الشرق من بلدة X."""
    found: list[Match] = []
    at = first - 1
    if at in cues and cues[at].payload.role == "direction" and _is_added_name(scan, first):
        return found  # ولايتا شمال وجنوب كردفان
    while at >= 0 and PARTING.isdisjoint(scan.words[at + 1].before):
        cue = cues.get(at)
        if cue is None and scan.words[at].norm == "من":  # الشرق من بلدة X
            cue = cues.get(at - 1)
            if cue is None or cue.payload.role != "direction" or not cue.clitics.definite:
                break
        elif cue is None or (
            cue.payload.role == "head"
            and cue.clitics.definite
            and (cue.form == "pl" or not _PART_OF_NAME & {cue.payload.type})
        ):
            break  # the towns that lie outside: what is definite introduces no name
        if cue.clitics.suffix and cue.payload.role == "head":
            break  # مدني is a civilian sooner than "my towns"
        found.append(cue)
        at = cue.first - 1
        if cue.clitics.lead and cue.payload.role != "direction":
            break  # بذات الريف وأطراف قرية أ
    return found


def _is_added_name(scan: Scan, first: int) -> bool:
    """Whether a name of more words than one is joined to what stands before it: وجنوب كردفان."""
    return any(m.clitics.lead == "و" and m.last > m.first for m in scan.at("place", first))


def all_round(heads: list[Match]) -> bool:
    """Whether several sides of a place are told, which are all of it: شمالي وشرقي المدينة."""
    sides = [m for m in heads if m.payload.role == "direction"]
    return any(m.clitics.lead == "و" for m in sides[:-1])


def type_told(heads: list[Match]) -> str:
    """The sort of place that the words before a name say it is; empty where they say none."""
    for cue in heads:
        if cue.payload.role == "head":
            return str(cue.payload.type)
        if cue.payload.role in ("area", "direction"):
            break  # قرى ريف أ are not أ
    return ""


#: Nouns for places that are a part of their names.
_OWN_NOUNS: Final = {"حي": "quarter", "مخيم": "camp"}


def own_noun(scan: Scan, match: Match) -> str:
    """The sort of a place whose name begins with the noun for it: حي الزهور."""
    if match.last == match.first:
        return ""
    return _OWN_NOUNS.get(scan.words[match.first].norm.removeprefix("و").removeprefix("ب"), "")


def is_introduced(cue: Match | None) -> bool:
    """Whether a cue word says that a settlement's name follows: بلدة المركز."""
    if cue is None or cue.form != "sg":
        return False
    return cue.payload.role == "head" and cue.payload.type in ("village", "town", "city", "admin1")


#: Further words behind which a place is where something is done.
_ABOVE: Final = frozenset(("فوق", "ضواحي", "مشارف"))


def prep_of(scan: Scan, match: Match) -> str:
    """The preposition before a name or the word that introduces it; empty where there is none."""
    if match.clitics.prep:
        return match.clitics.prep
    if match.first == 0:
        return ""
    before = scan.words[match.first - 1].norm
    if before == "علي" and _is_given_name(scan, match.first - 1):
        return ""
    if before[:1] in "وف" and before[1:] in PREPOSITIONS:
        before = before[1:]
    return before if before in PREPOSITIONS or before in _ABOVE else ""


def _is_given_name(scan: Scan, at: int) -> bool:
    """Whether a word is Ali, in a text that writes the preposition otherwise: محمد علي العروي."""
    return scan.text[scan.words[at].end - 1] == "ي" and " على " in scan.text


#: "In it", between a verb and the place where something was.
_THEREIN: Final = frozenset(("فيه", "فيها"))
HOSTING: Final = word_set("place_cues", "hosting")


def is_hosting(scan: Scan, head: int) -> bool:
    """Whether a verb right before a name tells what happens there: شهدت الحديدة مسيرة، تستضيف مسقط محادثات."""
    if head == 0 or scan.words[head].before:
        return False
    at = head - 1 - (head > 1 and scan.words[head - 1].norm in _THEREIN)  # في وقت تشهد فيه أ
    return scan.words[at].norm.lstrip("وفس") in HOSTING


INTO: Final = word_set("place_cues", "into")
_AND_ALSO: Final = word_set("place_cues", "and_also")


def is_joined(norm: str) -> bool:
    """Whether a word before a place adds it to others: و, وفي, وعلى."""
    return norm in _AND_ALSO or norm == "و" or (norm[0] == "و" and norm[1:] in INTO)


def is_added(scan: Scan, head: int) -> bool:
    """Whether the word before a place, or the one before its preposition, adds it to others: ثم في أ."""
    before = scan.words[head - 1].norm
    return is_joined(before) or (before in INTO and head > 1 and scan.words[head - 2].norm == "ثم")


def lead_before(scan: Scan, head: int) -> str:
    """The "and" that a word right before a place brings: وكذلك قرية أ."""
    if head and scan.words[head - 1].norm in _AND_ALSO:
        return "و"
    return ""


def is_beside(scan: Scan, head: int) -> bool:
    """Whether a place is told as what another lies in or near: القرية التابعة لناحية أ."""
    return any(cue.first < head <= cue.last + 1 for cue in scan.cue("beside"))


def is_street(heads: list[Match]) -> bool:
    """Whether a street is introduced: شارع بغداد."""
    return any(m.payload.lemma in ("شارع", "جادة") for m in heads)


def are_streets(heads: list[Match]) -> bool:
    """Whether the streets are those of the place: في شوارع صنعاء."""
    return any(m.payload.lemma == "شارع" and m.form == "pl" for m in heads)


def distance_told(scan: Scan, head: int, last: int, *, turned: bool) -> float | None:
    """How far from a place something is: على بعد 25 كم شرق أ, تبعد 25 كم عن أ, شرق أ بنحو 25 كم."""
    for unit in scan.cue("length"):
        behind = turned and last < unit.first <= last + 4
        if not behind and not (unit.last < head <= unit.last + 2 and _leads_on(scan, unit.last + 1, head, turned)):
            continue
        for number in scan.numbers:
            if unit.first - 1 <= number.last <= unit.last and number.number.low and (not behind or number.first > last):
                return number.number.low * float(unit.payload.value)
    return None


_DISTANCE_FROM: Final = word_set("place_cues", "distance_from")


def _leads_on(scan: Scan, first: int, head: int, turned: bool) -> bool:
    """Whether a distance is told from a place: right before its direction, or with "from" between."""
    between = [scan.words[at].norm for at in range(first, head)]
    if not between:
        return turned
    return len(between) == 1 and between[0] in _DISTANCE_FROM
