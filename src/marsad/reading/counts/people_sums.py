"""Which people are added to the first ones of a stretch, and how many they all are."""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.model import Tally
from marsad.reading.counts.people_numbers import SINGULAR, Count, are_others, at_least, next_norm, span_of, tally_of
from marsad.reading.scan import PREPOSITIONS, Counted, Scan
from marsad.reading.word_sets import word_set


class Item(NamedTuple):
    """A number of people or people without one, at words `[first, last]`; tied to those before by a pronoun or not."""

    low: int
    high: int | None
    first: int
    last: int
    number: Counted | None
    tied: bool

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


#: How many words may part people from those added to them.
ADDED: Final = 3

#: Behind a number more: its noun and whose they are stand between (ثلاثة عناصر من الدفاع المدني ومدنيان).
_ADDED_TO_NUMBER: Final = 6


def added_up(scan: Scan, items: list[Item]) -> Count | None:
    """The first of some people and those that are joined to them by "and" or "besides"."""
    start = items[0]
    if not start.low:
        return None
    taken, last = [start], start.last
    if len(items) > 1 and (both := _both_at_least(scan, start, items[1])) is not None:
        return both
    for item in items[1:] if start.is_exact or start.number is None else ():
        if _is_of_one_number(scan, taken[-1], item) or _is_some_of(scan, start, item):
            continue
        reach = _ADDED_TO_NUMBER if taken[-1].number else ADDED
        if is_joined(scan, item, last, reach) and item.low and (item.high is not None or item.number is None):
            taken.append(item)
        elif not _only_describes(scan, item, last):
            break
        last = item.last
    last = taken[-1].last
    words = range(start.first, last + 1)
    if start.number is not None and len(taken) == 1:
        return Count(tally_of(scan, start.number, last), words)
    vague = [item for item in taken if item.number is not None and item.number.number.basis == "vague"]
    if vague and len(taken) > 1 and all(item.high is not None for item in taken):  # اثنين من أفرادها وعشرات من المسلحين
        high = sum(item.high or 0 for item in taken)
        return Count(Tally(sum(item.low for item in taken), high, span_of(scan, start.first, last), "numbers"), words)
    low = sum(item.low for item in taken if item.is_exact)
    some = any(not item.is_exact for item in taken)
    bare = some or at_least(scan, last)
    why = "people without a number" if start.number is None else f"number: {start.number.number.basis}, and others"
    return Count(Tally(low + 2 * some, None if bare else low, span_of(scan, start.first, last), why), words)


#: How exact two numbers are that "at least" makes one.
_SUMMED: Final = frozenset(("exact", "at_least"))


def _both_at_least(scan: Scan, one: Item, other: Item) -> Count | None:
    """Two numbers that "and" joins, told together to be the least: خمسة جنود ومدنيان على الأقل, but not عشرات."""
    if one.number is None or other.number is None or scan.words[other.first].norm[:1] != "و":
        return None
    if (one.is_exact and other.is_exact) or not {one.number.number.basis, other.number.number.basis} <= _SUMMED:
        return None
    bounds = (at + 1 for at in range(one.last + 1, one.last + 4) if scan.norms(at, at + 1) == "علي الاقل")
    if not 0 <= other.first - next(bounds, one.last) - 1 <= 1 or scan.words[other.first].before.strip():
        return None
    words = range(one.first, other.last + 1)
    span = span_of(scan, one.first, other.last)
    return Count(Tally(one.low + other.low, None, span, "number: at_least, and others"), words)


BESIDES: Final = word_set("people_sums", "besides")
RECOVERING: Final = word_set("people_sums", "recovering")
_AND_ONE_OF: Final = word_set("people_sums", "and_one_of")
_TOGETHER: Final = word_set("people_sums", "together")

#: Behind "besides" still more.
_BESIDES_REACH: Final = 9


def is_joined(scan: Scan, item: Item, last: int, reach: int) -> bool:
    """Whether people are added to others that end at word `last`, so many words before at the most."""
    if any(":" in scan.words[at].before for at in range(last + 1, item.first + 1)):
        return False  # ثلاثة أشخاص: رجل وزوجته وطفلهما
    if _has_own_place(scan, item, last):
        return False  # 36 مدنيا في أ، و22 في ب
    before = {word.norm for word in scan.words[max(last + 1, item.first - 3) : item.first]}
    besides = not before.isdisjoint(BESIDES)
    if any(norm.removeprefix("و") in RECOVERING for norm in before):
        return False  # استشهاد 80 شخصا، إضافة إلى انتشال 40 جثة
    together = (item.tied or item.number is not None) and not before.isdisjoint(_TOGETHER)
    led = item.number is not None and scan.words[item.first].norm[:1] == "و"
    if item.number is not None and led and ("،" in scan.words[item.first].before or are_others(scan, item.number)):
        reach = _BESIDES_REACH  # 11 من عناصر القوات والميليشيات الموالية لها، وثمانية من الفصائل
    if item.first - last - 1 > (_BESIDES_REACH if besides else _ADDED_TO_NUMBER if item.tied or together else reach):
        return False
    if besides or together or (scan.words[item.first].norm[:1] == "و" and _leads(scan, item)):
        return True
    norm = scan.words[item.first - 1].norm
    return norm in _AND_ONE_OF  # the و stands at "one of": وأحد أطفالها


MORE: Final = word_set("people_sums", "more")


def _has_own_place(scan: Scan, item: Item, last: int) -> bool:
    """Whether a number is told of another place than the people before it: و22 في ب، وثلاثة آخرين من محافظة ج."""
    behind = item.last + 1
    if item.number is None:
        return False
    behind += scan.norms(behind, behind) in MORE
    if scan.norms(behind, behind) not in ("في", "ب", "من"):
        return False
    if not (scan.at("place", behind + 1) or (scan.at("place_cue", behind + 1) and scan.at("place", behind + 2))):
        return False
    return any(scan.at("place", at) for at in range(last + 1, item.first))


def _leads(scan: Scan, item: Item) -> bool:
    """Whether the و at the beginning of people is "and"."""
    if item.number is not None:
        return True
    return any(m.clitics.lead == "و" for sort in ("person", "count", "adjective") for m in scan.at(sort, item.first))


def _is_of_one_number(scan: Scan, before: Item, item: Item) -> bool:
    """Whether two singulars share the number before them: 18 ناشطا وصحفيا."""
    if before.number is None or before.low < SINGULAR or item.number is not None or item.first - before.last > 3:
        return False
    return item.low == 1 and not item.tied and scan.words[item.first].norm.endswith("ا")


def _is_some_of(scan: Scan, start: Item, item: Item) -> bool:
    """Whether a number takes some of several sorts of people, none of them counted: ثمانية من الناشطين والصحفيين."""
    if start.number is None or item.number is not None or next_norm(scan, start.number.last) != "من":
        return False
    owner = min(item.last + 1, len(scan.words) - 1)  # الصحفيين، رجال الدين، جنود الجيش
    definite = any(scan.words[at].norm.removeprefix("و").startswith("ال") for at in (item.last, owner))
    definite = definite or start.number.last + 2 < item.first - 1
    return definite and not item.is_exact and scan.words[item.first].norm[:1] == "و"


def _only_describes(scan: Scan, item: Item, last: int) -> bool:
    """Whether people only tell more of those before: of the guards, by rank a colonel."""
    if item.number is not None or item.first - last > _ADDED_TO_NUMBER:
        return False
    before = scan.words[item.first - 1].norm
    definite = scan.words[item.first].norm.startswith("ال")
    return definite or before in PREPOSITIONS or before in ("برتبه", "بينهم") or item.first - last == 1
