"""Which people stand in a stretch of words and how many: numbers of them, duals, singulars and bare plurals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.model import Tally
from marsad.reading.counts.people_nouns import HIS_TWO, how_many, is_adjective, is_household, is_vehicle
from marsad.reading.counts.people_numbers import (
    OF_THEM,
    OTHERS,
    SINGULAR,
    Count,
    are_others,
    at_least,
    counts_people,
    in_subset,
    is_adding,
    is_alone,
    is_of_theirs,
    is_repeated,
    next_norm,
    shared_words,
    span_of,
)
from marsad.reading.counts.people_sums import ADDED, BESIDES, Item, added_up, is_joined
from marsad.reading.scan import AT_LEAST, PREPOSITIONS, Counted, Scan
from marsad.reading.word_sets import word_set

#: What stands between a verb and those whom it befell: أطلقت سراح أحدهما.
_LEADING: Final = ("سراح", "سبيل")


def find_people(
    scan: Scan, first: int, last: int, used: set[int], preps: tuple[str, ...] = (), *, unbounded: bool = False
) -> Count | None:
    """The first people of a stretch with all that are added to them: a number of them, or some without a number."""
    stop = last if unbounded else _stop(scan, first, last)
    led = first < stop and (scan.words[first].norm in preps or scan.words[first].norm in _LEADING)
    head = first + led  # أفرجت عن أحدهما
    others = _others(scan, head, min(head, stop))
    if others is not None:
        return others
    items = _items(scan, first, stop, used, preps)
    if not items:
        return _others(scan, first, stop)
    found, start = added_up(scan, items), items[0]
    kin = start.number is None and start.tied and start.is_exact and scan.words[start.first].norm[:1] == "و"
    if found is None or not kin or start.first == first or found.tally.high is None:
        return found
    one_more = Tally(found.tally.low + 1, found.tally.high + 1, found.tally.span, f"{found.tally.why}, and a name")
    return Count(one_more, found.words)


_ANOTHER: Final = word_set("people", "another")
_MANY: Final = word_set("people", "many")

#: What stands behind "a number" that is one of others, or of those told of: عدد آخر، عدد منهم.
_OF_A_NUMBER: Final = frozenset(("اخر", "منهم", "منهن"))


def _others(scan: Scan, first: int, stop: int) -> Count | None:
    """People called "another" or "others", without a noun."""
    apart = first <= stop and bool(scan.words[first].before.strip())  # جريحين، أحدهما طفل
    if first <= stop and not apart and scan.words[first].norm in _ANOTHER and first not in scan.dated:
        return Count(Tally(1, 1, span_of(scan, first, first), "another"), range(first, first + 1))
    for at in range(first, stop + 1):
        norm = scan.words[at].norm
        if norm in OTHERS:
            high = None if at_least(scan, at) else OTHERS[norm]
            return Count(Tally(2, high, span_of(scan, at, at), "others"), range(at, at + 1))
        if norm in _MANY:
            return Count(Tally(2, None, span_of(scan, at, at), "many"), range(at, at + 1))
        if norm in ("عدد", "عددا") and at < stop and scan.words[at + 1].norm in _OF_A_NUMBER:
            return Count(Tally(2, None, span_of(scan, at, at + 1), "others"), range(at, at + 2))
    return None


def last_people(scan: Scan, first: int, last: int) -> Count | None:
    """The people told of last in a stretch, whom a pronoun behind it means."""
    items = [item for item in _items(scan, first, last, set(), (), parts=True) if item.low]
    begin = len(items) - 1
    while begin > 0 and is_joined(scan, items[begin], items[begin - 1].last, ADDED):
        begin -= 1
    return added_up(scan, items[begin:]) if items else None


def _items(
    scan: Scan, first: int, stop: int, used: set[int], preps: tuple[str, ...], *, parts: bool = False
) -> list[Item]:
    """The numbers of people and the people without one in a stretch, in order; of parts of others only if asked."""
    numbers = _numbers(scan, first, stop, used, parts=parts)
    others = _unnumbered(scan, numbers, first, stop, used, preps, parts=parts)
    found = [*numbers, *_of_other_nations(scan, numbers), *others]
    kept: list[Item] = []
    for item in sorted(found, key=lambda item: (item.first, -item.last, not item.tied)):
        if not kept or item.first > kept[-1].last:
            kept.append(item)
    return kept


_TWO: Final = word_set("people", "two")


def _numbers(scan: Scan, first: int, stop: int, used: set[int], *, parts: bool) -> list[Item]:
    """The numbers of people in a stretch; those of parts of others only if asked."""
    found: list[Item] = []
    for number in scan.numbers:
        if not first <= number.first <= stop or number.first in used or not counts_people(scan, number, first):
            continue
        if is_repeated(scan, number):
            continue
        part = (in_subset(scan, number.first, first) and not are_others(scan, number)) or (
            number.first - first > 1 and next_norm(scan, number.last) in OF_THEM
        )
        behind = scan.words[number.first].norm.startswith("ال") and scan.ending("person", number.first - 1)
        if (parts or not part) and not behind and not is_alone(scan, number):
            low, high = int(number.number.low), number.number.high
            high = None if high is None else int(high)
            begin = number.first
            if scan.words[begin].norm in _TWO:  # ثلاثة ضباط ومجندين اثنين
                begin = min((m.first for m in scan.ending("person", begin - 1)), default=begin)
            found.append(Item(low, high, begin, number.last, number, is_of_theirs(scan, number)))
    return found


_NOT_ONE_MAN: Final = tuple(word_set("people", "not_one_man"))


def _of_other_nations(scan: Scan, numbers: Sequence[Item]) -> list[Item]:
    """One more who is told by his nation behind others of a nation: ثلاثة لبنانيين وسوري."""
    behind = (item.last + 2 for item in numbers if scan.at("adjective", item.last + 1))
    more = (m for at in behind for m in scan.at("adjective", at) if m.clitics.lead == "و" and not m.clitics.definite)
    return [Item(1, 1, m.first, m.last, None, True) for m in more if not scan.words[m.last].norm.endswith(_NOT_ONE_MAN)]


def _unnumbered(
    scan: Scan,
    numbers: list[Item],
    first: int,
    stop: int,
    used: set[int],
    preps: tuple[str, ...],
    *,
    parts: bool,
) -> list[Item]:
    """The people of a stretch whom none of its numbers counts."""
    found: list[Item] = []
    shared = shared_words(scan)
    for match in (*scan.of("person"), *scan.of("count")):
        if not first <= match.first <= stop or match.first in used or match.first in shared or is_household(match):
            continue
        if match.first in scan.numerals or is_vehicle(match):
            continue  # مئتي is no dead man
        if match.form == "sg" and match.clitics.suffix == "ي":
            continue  # موظفي المنظمة: the employees of, and not "my employee"
        if _is_counted(scan, match, numbers) or is_adjective(scan, match) or _are_bodies(match, numbers):
            continue
        if parts or not (in_subset(scan, match.first, first) or _behind_preposition(scan, match, first, preps)):
            low, high = how_many(scan, match) or (0, None)
            these = _numbered_behind(scan, match)
            if these is not None:
                low = high = int(these.number.low)
            elif _is_least(scan, match.first):
                high = None
            last = match.last if these is None else these.last
            found.append(Item(low, high, match.first, last, None, _is_tied(match)))
    return found


def _are_bodies(match: Match, numbers: Sequence[Item]) -> bool:
    """Whether a noun only tells of the dead that a number right behind it counts: جثث تسعة أشخاص."""
    return match.form == "pl" and any(item.first == match.last + 1 for item in numbers)


_THEIR_NUMBER: Final = word_set("people", "their_number")

#: Within how many words behind people it is told what their number is.
_TOLD_BEHIND: Final = 4


def _numbered_behind(scan: Scan, match: Match) -> Counted | None:
    """The number behind people: أطفالها الثلاثة، المختطفين الأربعة، مدنيين اثنين، المهاجمين البالغ عددهم عشرة."""
    behind = match.last + 1
    if match.form == "pl":
        told = next((at for at in range(behind, behind + _TOLD_BEHIND) if scan.norms(at, at) in _THEIR_NUMBER), None)
        if told is not None:
            return next((number for number in scan.numbers if number.first == told + 1), None)
    if match.form == "pl" and behind < len(scan.words) and scan.words[behind].norm in ("اثنين", "اثنان"):
        return next((number for number in scan.numbers if number.first == behind == number.last), None)
    if match.form != "pl" or not scan.words[min(behind, len(scan.words) - 1)].norm.startswith("ال"):
        return None
    if scan.at("adjective", behind) and scan.norms(behind + 1, behind + 1).startswith("ال"):
        behind += 1  # المهندسين المصريين الأربعة
    return next((number for number in scan.numbers if number.first == behind), None)


def _is_tied(match: Match) -> bool:
    """Whether people belong to those before: "his brother", or another who is named (الطفل فلان والشاب فلان)."""
    if match.clitics.suffix or (match.form == "pl" and match.clitics.stem.endswith(HIS_TWO)):
        return True
    return bool(match.clitics.definite and match.form == "sg" and getattr(match.payload, "id", "") == "CIVILIANS")


def _is_counted(scan: Scan, match: Match, numbers: Sequence[Item]) -> bool:
    """Whether a number counts these people already: it stands before them, or is a two behind a dual."""
    for item in numbers:
        if item.first <= match.last and match.first <= item.last:
            return True
        if item.first == match.last + 1 and _only_stresses(scan, item):
            return True  # مدنيين اثنين
        if _is_of_both_sexes(scan, item, match):
            return True  # 12 ناشطا وناشطة
        gap = match.first - item.last - 1
        if (
            0 <= gap <= 2
            and not match.clitics.lead
            and all(
                scan.words[at].norm in ("من", "عدد") or scan.at("force", at) or scan.at("person", at)
                for at in range(item.last + 1, match.first)
            )
        ):
            return True
    return False


def _is_of_both_sexes(scan: Scan, item: Item, match: Match) -> bool:
    """Whether the men and the women of one noun share a number above ten: 12 ناشطا وناشطة."""
    if item.low <= SINGULAR or match.first != item.last + 2 or match.clitics.lead != "و" or match.form != "sg":
        return False
    return any(m.payload is match.payload for m in scan.at("person", item.last + 1))


def _only_stresses(scan: Scan, item: Item) -> bool:
    """Whether a one or two behind people is their own number: مدنيين اثنين, but not أب واثنين من أبنائه."""
    if item.low == 2:
        return not scan.words[item.first].norm.startswith("و")
    return item.low == 1 and not scan.at("person", item.last + 1)


def _behind_preposition(scan: Scan, match: Match, first: int, preps: tuple[str, ...]) -> bool:
    """Whether something is only told of people, behind a preposition: among the residents, against civilians."""
    if match.first and scan.words[match.first - 1].norm in BESIDES:
        return False
    if match.clitics.prep in ("ل", "ك", "ب"):
        return match.clitics.prep not in preps
    before = scan.words[match.first - 1].norm if match.first else ""
    led = match.first > first and before in PREPOSITIONS and before not in preps
    return led and not _is_least(scan, match.first)


def _is_least(scan: Scan, at: int) -> bool:
    """Whether "no less than" stands before people without a number: ما لا يقل عن جنديين."""
    return at > 1 and scan.words[at - 1].norm == "عن" and scan.words[at - 2].norm in AT_LEAST


_CAUSES: Final = word_set("people", "causes")


def _stop(scan: Scan, first: int, last: int) -> int:
    """Up to where the patients of a happening may stand: the next agent, cause or clause."""
    stops = [
        m.first
        for cue in ("agent", "result", "boundary")
        for m in scan.cue(cue)
        if first < m.first <= last and not is_adding(scan, m)
    ]
    stops += [m.first for m in scan.of("trigger") if first < m.first <= last and m.payload.strength != "weak"]
    causes = [at for at in range(first, last + 1) if scan.words[at].norm in _CAUSES]
    stops += [at for at in causes if at + 1 not in scan.dated and not scan.cue_within(at, at + 1, "time")]
    return min(stops, default=last + 1) - 1
