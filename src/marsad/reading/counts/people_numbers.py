"""What a number counts: people or things, the killed and the wounded together, or only a part of those before."""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from marsad.knowledge.lexicon import Match
from marsad.model import Span, Tally
from marsad.reading.counts.people_nouns import how_many, is_household, is_vehicle
from marsad.reading.scan import PREPOSITIONS, Counted, Scan
from marsad.reading.word_sets import word_set


class Count(NamedTuple):
    """A tally and the words that it was read from."""

    tally: Tally
    words: range


OF_THEM: Final = word_set("people_numbers", "of_them")

#: "Others" without a noun: a dual is two, a plural two or more.
OTHERS: Final[dict[str, int | None]] = {
    "اخران": 2, "اخرون": None, "اخرين": None, "اخريات": None, "الاخرون": None, "الاخرين": None,
}  # fmt: skip

_AFTER_NUMBER: Final = word_set("people_numbers", "after_number")


#: So many of them are told of people and of no places.
_NO_PLACES: Final = 1000


def _is_place_left(scan: Scan, number: Counted, at: int) -> bool:
    """Whether "from" behind a number tells what they left: مليون من منازلهم، عشرات الآلاف من القرى التي."""
    if scan.words[at - 1].norm != "من":
        return False
    many = number.number.low >= _NO_PLACES
    return scan.words[at].norm.endswith("هم") or (many and any(m.sort == "place_cue" for m in scan.here(at)))


def counts_people(scan: Scan, number: Counted, first: int) -> bool:
    """Whether a number counts people: they follow it, or nothing does that could be counted instead."""
    if number.number.basis in ("percent", "fraction", "share") or is_shared(scan, number):
        return False
    alone = number.first == number.last
    named = any(not place.payload.needs_cue for place in scan.at("place", number.first))
    if alone and named and _may_be_place(scan, number.first):
        return False  # a place that is spelt like a number
    at = number.last + 1
    while at < len(scan.words) and (scan.words[at].norm in ("من", "عدد") or _is_bound(scan, at)):
        at += 1
    if at >= len(scan.words) or set(scan.words[at].before) & set("،,؛)."):
        return True
    if int(number.number.low) == 2 and any(scan.ending(sort, number.first - 1) for sort in ("person", "adjective")):
        return True  # مدنيين اثنين، صينيين اثنين
    norm = scan.words[at].norm
    if norm in OTHERS or norm in _AFTER_NUMBER or norm in OF_THEM or norm in PREPOSITIONS:
        return True
    return _fits_people(scan, number, at, first)


#: Groups of forces that a number of men may be of.
_MANNED: Final = frozenset(("force", "unit", "police", "person_of", "organisation"))

#: From here on what is counted stands in the singular.
SINGULAR: Final = 11


def _fits_people(scan: Scan, number: Counted, at: int, first: int) -> bool:
    """Whether what stands behind a number, from word `at` on, is people or nothing that is counted."""
    norm = scan.words[at].norm
    here = scan.here(at)
    if at == number.last + 2 and _is_place_left(scan, number, at):
        return True
    if norm[0] == "و" and any(m.clitics.lead == "و" and m.sort in ("trigger", "verb") for m in here):
        return True  # استشهاد اثنين وجرح ثالث
    if any(map(is_household, here)):
        return scan.words[number.last + 1].norm == "من"  # خمسة من عائلة واحدة
    if any(m.sort == "trigger" and m.clitics.prep in ("ب", "ل") for m in here):
        return True  # جرح ثلاثة بكمين، اضطر الآلاف للفرار: by what or to what, and so nothing that is counted
    if any(map(is_vehicle, here)):
        return False
    if any(m.sort in ("person", "actor", "adjective", "count") for m in here):
        return True
    if any(m.sort == "force" and m.payload.group == "person_of" for m in here):
        return True
    if any(m.sort in ("weapon", "place_cue", "trigger") for m in here):
        return False
    if any(m.sort == "verb" for m in here) or any(d.first == at for d in scan.dates):
        return True
    if any(m.sort == "force" and m.payload.group in _MANNED for m in here):
        return True
    if any(m.sort == "cue" and m.payload.cue == "thing" for m in here):
        return False
    if number.number.low >= SINGULAR and norm.endswith("ا") and _is_person_and(scan, at + 1):
        return True  # 13 تربويا ومحاميا
    # an unknown noun right behind the toll, or some of a group: 52 داعشيا، أربعة من منظميها
    return number.first - first <= 1 or scan.words[number.last + 1].norm == "من"


def _is_bound(scan: Scan, at: int) -> bool:
    """Whether a word is of "at least" or "at most": ستة على الأقل, but not أجبر ألفا على مغادرة منازلهم."""
    bounds = ("الاقل", "الاكثر")
    return scan.words[at].norm in bounds or (scan.words[at].norm == "علي" and next_norm(scan, at) in bounds)


def _may_be_place(scan: Scan, at: int) -> bool:
    """Whether a place may stand where a number is spelt like one: نزحوا من بليون, but not جرح ثلاثين آخرين."""
    before = scan.words[at - 1].norm if at else ""
    return scan.words[at].norm.startswith("ال") or before in PREPOSITIONS or bool(scan.ending("place_cue", at - 1))


def _is_person_and(scan: Scan, at: int) -> bool:
    """Whether "and" joins a person to what a number counts."""
    return any(m.clitics.lead == "و" and m.form == "sg" for m in scan.at("person", at))


def is_shared(scan: Scan, number: Counted) -> bool:
    """Whether one number stands for the killed and the wounded together: عشرون بين قتيل وجريح، 30 قتيلا وجريحا."""
    return _shared_end(scan, number) > 0


#: How far behind a number "killed and wounded" may stand that share it.
_SHARED_REACH: Final = 8

_FALLEN: Final = word_set("people_numbers", "fallen")
_FELL: Final = word_set("people_numbers", "fell")

#: As what they fell of whom one number is.
_BOTH: Final = ("قتلي وجرحي", "شهداء وجرحي", "جرحي وقتلي")

_AND_THIRD: Final = word_set("people_numbers", "and_third")


def _shared_end(scan: Scan, number: Counted) -> int:
    """The last word of "killed and wounded" that share a number, 0 where none do."""
    if not scan.of("count"):
        return 0
    fallen = number.first and scan.words[number.first - 1].norm.removeprefix("و") in _FALLEN
    for at in range(number.last + 1, min(number.last + _SHARED_REACH, len(scan.words) - 1)):
        if "،" in scan.words[at].before or (_tells_act(scan, at) and not scan.at("count", at)):
            break
        if scan.words[at].norm in ("بين", "مابين") and _is_hurt(scan, at + 1):
            third = scan.norms(at + 3, at + 3) in _AND_THIRD  # بين قتيل وجريح وأسير
            return at + 2 + third
        if fallen and scan.norms(at, at + 1) in _BOTH:
            return at + 1
    one = next((m for gap in (1, 2) for m in scan.at("count", number.last + gap)), None)
    if one is None or one.payload.counts not in ("killed", "wounded") or number.number.low < 3:
        return 0
    both = (m for m in scan.at("count", one.last + 1) if m.clitics.lead == "و" and _are_alike(scan, one, m))
    return next((m.last for m in both if {m.payload.counts, one.payload.counts} == {"killed", "wounded"}), 0)


def _tells_act(scan: Scan, at: int) -> bool:
    """Whether a word tells of more than that people fell: 42 شخصا سقطوا بين قتيل وجريح."""
    return bool(scan.at("trigger", at)) and scan.words[at].norm not in _FELL


def _is_hurt(scan: Scan, at: int) -> bool:
    """Whether a count noun is one of the dead or the hurt; between displaced and refugees all have fled."""
    return any(m.payload.counts in ("killed", "wounded") for m in scan.at("count", at))


def _are_alike(scan: Scan, one: Match, other: Match) -> bool:
    """Whether two nouns may share a number: قتيلا وجريحا, but not شهيدا وإصابة."""
    words = scan.words[one.last], scan.words[other.last]
    return one.form == other.form and (
        one.form != "sg"
        or (words[0].marbuta, words[0].norm.endswith("ا")) == (words[1].marbuta, words[1].norm.endswith("ا"))
    )


@functools.lru_cache(maxsize=2)
def shared_words(scan: Scan) -> frozenset[int]:
    """The words behind numbers that stand for the killed and the wounded together; asked for again by every toll."""
    ends = ((number.last + 1, _shared_end(scan, number)) for number in scan.numbers)
    return frozenset([at for begin, end in ends for at in range(begin, end + 1)])


SUBSETS: Final = word_set("people_numbers", "subsets")

#: How far behind "among them" the number of a part may stand.
_SUBSET_REACH: Final = 9

_FURTHER_HARM: Final = word_set("people_numbers", "further_harm")


def in_subset(scan: Scan, at: int, first: int) -> bool:
    """Whether what stands at a word is only a part of what was counted before."""
    if scan.words[at].norm in _FURTHER_HARM or not scan.has_word(SUBSETS):
        return False
    for back in range(at - 1, max(first, at - _SUBSET_REACH) - 1, -1):
        if scan.words[back + 1].norm[:1] == "و" and _tells_next_toll(scan, back + 1):
            return False  # مقتل خمسة منهم وإصابة ثلاثة
        if scan.words[back].norm in SUBSETS:
            return scan.words[back - 1].norm not in ("وصل", "وصلت")  # مجازر وصل منها للمستشفيات 14 شهيدا
        joint = scan.cue_at("boundary", back)
        if joint is not None and is_adding(scan, joint):
            return False
    return False


def _tells_next_toll(scan: Scan, at: int) -> bool:
    """Whether a word joined by "and" tells on: a verb, or the noun of another toll."""
    return bool(scan.at("verb", at)) or any(m.payload.counts and m.clitics.lead == "و" for m in scan.at("trigger", at))


ADDING: Final = word_set("people_numbers", "adding")


def is_adding(scan: Scan, cue: Match) -> bool:
    """Whether a joint only adds to what was counted before it: بالإضافة إلى مدنيين اثنين."""
    if cue.payload.lemma not in ADDING:
        return False
    at = cue.last + 1
    return at in scan.numerals or bool(scan.at("person", at)) or bool(scan.at("count", at))


def tally_of(scan: Scan, number: Counted, last: int) -> Tally:
    """What a number says, with its words up to word `last`."""
    low = int(number.number.low)
    high = None if number.number.high is None else int(number.number.high)
    return Tally(low, high, span_of(scan, number.first, max(number.last, last)), f"number: {number.number.basis}")


def span_of(scan: Scan, first: int, last: int) -> Span:
    """The code points of words `[first, last]`."""
    return Span(scan.words[first].start, scan.words[last].end)


def is_repeated(scan: Scan, number: Counted) -> bool:
    """Whether a figure in brackets only repeats the number in words right before it: مدني واحد (1)، مدنيين (2)."""
    at = number.first
    if number.last != at or "(" not in scan.words[at].before or not scan.words[at].norm.isdigit():
        return False
    low = int(number.number.low)
    told = any(other.last < at <= other.last + 2 and int(other.number.low) == low for other in scan.numbers)
    return told or (low == 2 and any(how_many(scan, m) == (2, 2) for m in scan.ending("person", at - 1)))


def are_others(scan: Scan, number: Counted) -> bool:
    """Whether a number is of others than those before it: ضابطان أحدهما قائد فرقة وعشرة جنود آخرين."""
    behind = scan.words[number.last + 1 : number.last + 4]
    return scan.words[number.first].norm[:1] == "و" and any(word.norm in OTHERS for word in behind)


_THEIRS: Final = tuple(word_set("people_numbers", "theirs"))


def is_of_theirs(scan: Scan, number: Counted) -> bool:
    """Whether a number is of the people of those before: اثنين من مساعديه."""
    people = scan.words[number.last + 2].norm if number.last + 2 < len(scan.words) else ""
    return next_norm(scan, number.last) == "من" and people.endswith(_THEIRS)


#: What stands between one and those that he is of: أحد من الجنود.
_OF_SOME: Final = OF_THEM | {"من"}


def is_alone(scan: Scan, number: Counted) -> bool:
    """Whether "one" only describes the noun before it: من عائلة واحدة."""
    if int(number.number.low) != 1 or not scan.words[number.first].norm.startswith("واحد"):
        return False
    return scan.words[number.first].marbuta or not (
        scan.at("person", number.last + 1) or next_norm(scan, number.last) in _OF_SOME
    )


def at_least(scan: Scan, last: int) -> bool:
    """Whether "at least" stands behind people who end at a word, no verb before it: قتل مدني وأصيب آخر على الأقل."""
    for at in range(last + 1, min(last + 4, len(scan.words) - 1)):
        if scan.at("verb", at) or scan.at("trigger", at):
            return False
        if scan.norms(at, at + 1) == "علي الاقل":
            return True
    return False


def next_norm(scan: Scan, at: int) -> str:
    """The word behind a word, empty behind the last."""
    return scan.words[at + 1].norm if at + 1 < len(scan.words) else ""
