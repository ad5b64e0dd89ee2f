"""How many people stand next to a word: numbers of them, duals, singulars and bare plurals, and what adds up."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from marsad.knowledge.entries import CountNoun, Person
from marsad.knowledge.lexicon import Match
from marsad.model import Span, Tally
from marsad.reading.scan import AT_LEAST, PREPOSITIONS, Counted, Scan
from marsad.reading.word_sets import word_set

#: Words after which numbers are parts of a number given before: "11 killed, among them 3 children".
SUBSETS: Final = word_set("people", "subsets")
#: Right behind a number they tell the same: "four of them in a grave state".
_OF_THEM: Final = word_set("people", "of_them")
#: What stands between one and those that he is of: أحد من الجنود.
_OF_SOME: Final = _OF_THEM | {"من"}
#: How far a part may stand behind such a word.
_SUBSET_REACH: Final = 9

#: "Others" without a noun: a dual is two, a plural two or more.
OTHERS: Final[dict[str, int | None]] = {
    "اخران": 2, "اخرون": None, "اخرين": None, "اخريات": None, "الاخرون": None, "الاخرين": None,
}  # fmt: skip

_ANOTHER: Final = word_set("people", "another")

#: Words that only look like people: عدد كبير جداً، مناطق أكثر أماناً، لجان الأحياء.
ADVERBS: Final = word_set("people", "adverbs")
#: The vowel that tells a dual from a plural where papers write it: مواطنَين.
_DUAL_VOWEL: Final = re.compile("\u064e\u0651?\u064a\u0652?\u0646")

#: Joints of a sentence that only add to what was counted where a number or people follow at once.
ADDING: Final = word_set("people", "adding")
_BESIDES: Final = word_set("people", "besides")

_TOGETHER: Final = word_set("people", "together")

_CAUSES: Final = word_set("people", "causes")

#: How many words may part people from those added to them; the noun of a number and whose they are stand between:
#: ثلاثة عناصر من الدفاع المدني ومدنيان.
_ADDED: Final = 3
_ADDED_TO_NUMBER: Final = 6
_BESIDES_REACH: Final = 9


class Count(NamedTuple):
    """A tally and the words that it was read from."""

    tally: Tally
    words: range


class _Item(NamedTuple):
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
    found, start = _added_up(scan, items), items[0]
    kin = start.number is None and start.tied and start.is_exact and scan.words[start.first].norm[:1] == "و"
    if found is None or not kin or start.first == first or found.tally.high is None:
        return found
    one_more = Tally(found.tally.low + 1, found.tally.high + 1, found.tally.span, f"{found.tally.why}, and a name")
    return Count(one_more, found.words)


#: What stands between a verb and those whom it befell: أطلقت سراح أحدهما.
_LEADING: Final = ("سراح", "سبيل")


def _others(scan: Scan, first: int, stop: int) -> Count | None:
    """People called "another" or "others", without a noun."""
    apart = first <= stop and bool(scan.words[first].before.strip())  # جريحين، أحدهما طفل
    if first <= stop and not apart and scan.words[first].norm in _ANOTHER and first not in scan.dated:
        return Count(Tally(1, 1, span_of(scan, first, first), "another"), range(first, first + 1))
    for at in range(first, stop + 1):
        norm = scan.words[at].norm
        if norm in OTHERS:
            high = None if _at_least(scan, at) else OTHERS[norm]
            return Count(Tally(2, high, span_of(scan, at, at), "others"), range(at, at + 1))
        if norm in _MANY:
            return Count(Tally(2, None, span_of(scan, at, at), "many"), range(at, at + 1))
        if norm in ("عدد", "عددا") and at < stop and scan.words[at + 1].norm in _OF_A_NUMBER:
            return Count(Tally(2, None, span_of(scan, at, at + 1), "others"), range(at, at + 2))
    return None


_MANY: Final = word_set("people", "many")

#: What stands behind "a number" that is one of others, or of those told of: عدد آخر، عدد منهم.
_OF_A_NUMBER: Final = frozenset(("اخر", "منهم", "منهن"))


def last_people(scan: Scan, first: int, last: int) -> Count | None:
    """The people told of last in a stretch, whom a pronoun behind it means."""
    items = [item for item in _items(scan, first, last, set(), (), parts=True) if item.low]
    begin = len(items) - 1
    while begin > 0 and _is_joined(scan, items[begin], items[begin - 1].last, _ADDED):
        begin -= 1
    return _added_up(scan, items[begin:]) if items else None


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
    if norm in OTHERS or norm in ("اخر", "ضحيه", "بجروح", "بجراح", "ممن") or norm in _OF_THEM or norm in PREPOSITIONS:
        return True
    here = scan.here(at)
    if norm[0] == "و" and any(m.clitics.lead == "و" and m.sort in ("trigger", "verb") for m in here):
        return True  # استشهاد اثنين وجرح ثالث
    if any(map(_is_household, here)):
        return scan.words[number.last + 1].norm == "من"  # خمسة من عائلة واحدة
    if any(m.sort == "trigger" and m.clitics.prep in ("ب", "ل") for m in here):
        return True  # جرح ثلاثة بكمين، اضطر الآلاف للفرار: by what or to what, and so nothing that is counted
    if any(map(_is_vehicle, here)):
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
    if number.number.low >= _SINGULAR and norm.endswith("ا") and _is_person_and(scan, at + 1):
        return True  # 13 تربويا ومحاميا
    # an unknown noun right behind the toll, or some of a group: 52 داعشيا، أربعة من منظميها
    return number.first - first <= 1 or scan.words[number.last + 1].norm == "من"


def _is_bound(scan: Scan, at: int) -> bool:
    """Whether a word is of "at least" or "at most": ستة على الأقل, but not أجبر ألفا على مغادرة منازلهم."""
    bounds = ("الاقل", "الاكثر")
    return scan.words[at].norm in bounds or (scan.words[at].norm == "علي" and _next_norm(scan, at) in bounds)


def _may_be_place(scan: Scan, at: int) -> bool:
    """Whether a place may stand where a number is spelt like one: نزحوا من بليون, but not جرح ثلاثين آخرين."""
    before = scan.words[at - 1].norm if at else ""
    return scan.words[at].norm.startswith("ال") or before in PREPOSITIONS or bool(scan.ending("place_cue", at - 1))


def _is_person_and(scan: Scan, at: int) -> bool:
    """Whether "and" joins a person to what a number counts."""
    return any(m.clitics.lead == "و" and m.form == "sg" for m in scan.at("person", at))


#: How far behind a number "killed and wounded" may stand that share it.
_SHARED_REACH: Final = 8
_MANNED: Final = frozenset(("force", "unit", "police", "person_of", "organisation"))


def is_shared(scan: Scan, number: Counted) -> bool:
    """Whether one number stands for the killed and the wounded together: عشرون بين قتيل وجريح، 30 قتيلا وجريحا."""
    return _shared_end(scan, number) > 0


def _shared_end(scan: Scan, number: Counted) -> int:
    """The last word of "killed and wounded" that share a number, 0 where none do."""
    if not scan.of("count"):
        return 0
    fallen = number.first and scan.words[number.first - 1].norm.removeprefix("و") in _FALLEN
    for at in range(number.last + 1, min(number.last + _SHARED_REACH, len(scan.words) - 1)):
        if "،" in scan.words[at].before or (scan.at("trigger", at) and not scan.at("count", at)):
            break
        if scan.words[at].norm in ("بين", "مابين") and _is_hurt(scan, at + 1):
            third = scan.norms(at + 3, at + 3) in ("واسير", "ومفقود", "وموقوف", "ومعتقل")  # بين قتيل وجريح وأسير
            return at + 2 + third
        if fallen and scan.norms(at, at + 1) in _BOTH:
            return at + 1
    one = next((m for gap in (1, 2) for m in scan.at("count", number.last + gap)), None)
    if one is None or one.payload.counts not in ("killed", "wounded") or number.number.low < 3:
        return 0
    both = (m for m in scan.at("count", one.last + 1) if m.clitics.lead == "و" and _are_alike(scan, one, m))
    return next((m.last for m in both if {m.payload.counts, one.payload.counts} == {"killed", "wounded"}), 0)


#: Those who fell, and as what: سقط العشرات من عناصر التنظيم قتلى وجرحى.
_FALLEN: Final = word_set("people", "fallen")
_BOTH: Final = ("قتلي وجرحي", "شهداء وجرحي", "جرحي وقتلي")


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


_FURTHER_HARM: Final = word_set("people", "further_harm")


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


def how_many(scan: Scan, match: Match) -> tuple[int, int | None] | None:
    """How many people a noun without a number names; `None` if it does not say."""
    if match.first and scan.words[match.first - 1].norm in ("احد", "احدي", "واحد", "واحدي"):
        return 1, 1
    if type(match.payload) is CountNoun:
        return (2, 2) if match.form == "du" else (2, None) if match.form == "pl" else None
    person: Person = match.payload
    if (match.form == "du" or _is_dual(scan, match)) and not _are_of_many(scan, match):
        return 2, 2
    if match.form == "sg" and match.clitics.suffix == "ي":
        return 2, None  # مسلحي الجماعة: nobody's own
    if match.form == "sg" and (person.single or match.clitics.suffix):
        return 1, 1
    definite = match.clitics.definite or scan.words[match.first].norm.removeprefix("و").startswith("ال")
    return None if definite or person.group == "official" else (2, None)


def _are_of_many(scan: Scan, match: Match) -> bool:
    """Whether what is spelt as a dual tells what sort the many before it are: ضحايا عسكريين، قتلى مدنيين."""
    before = any(m.form == "pl" and m.last == match.first - 1 for m in scan.ending("count", match.first - 1))
    return before and scan.words[match.last].norm.endswith("ين")


def _is_dual(scan: Scan, match: Match) -> bool:
    """Whether a word that the lexicon takes for a singular or plural is a dual: طفلاهما، الأخوين، امرأتان."""
    if match.form == "sg" and match.clitics.suffix:
        return match.clitics.stem.endswith("ا") and not match.payload.lemma.endswith(("ا", "اة", "ى"))
    if match.form == "pl" and not match.clitics.suffix and match.clitics.stem.endswith(_HIS_TWO):
        return True
    if match.form == "pl" and _DUAL_VOWEL.search(scan.words_text(match.last, match.last)):
        return True
    return match.form == "pl" and scan.words[match.last].norm.endswith(("تان", "تين", "اخوين", "زوجين", "توامين"))


def _of_other_nations(scan: Scan, numbers: Sequence[_Item]) -> list[_Item]:
    """One more who is told by his nation behind others of a nation: ثلاثة لبنانيين وسوري."""
    behind = (item.last + 2 for item in numbers if scan.at("adjective", item.last + 1))
    more = (m for at in behind for m in scan.at("adjective", at) if m.clitics.lead == "و" and not m.clitics.definite)
    return [
        _Item(1, 1, m.first, m.last, None, True)
        for m in more
        if not scan.words[m.last].norm.endswith(("ون", "ين", "ان", "ات", "يه"))
    ]


_HIS_TWO: Final = tuple(word_set("people", "his_two"))


def _items(
    scan: Scan, first: int, stop: int, used: set[int], preps: tuple[str, ...], *, parts: bool = False
) -> list[_Item]:
    """The numbers of people and the people without one in a stretch, in order; of parts of others only if asked."""
    numbers: list[_Item] = []
    for number in scan.numbers:
        if not first <= number.first <= stop or number.first in used or not counts_people(scan, number, first):
            continue
        if _is_repeated(scan, number):
            continue
        part = (in_subset(scan, number.first, first) and not _are_others(scan, number)) or (
            number.first - first > 1 and _next_norm(scan, number.last) in _OF_THEM
        )
        behind = scan.words[number.first].norm.startswith("ال") and scan.ending("person", number.first - 1)
        if (parts or not part) and not behind and not _is_alone(scan, number):
            low, high = int(number.number.low), number.number.high
            high = None if high is None else int(high)
            begin = number.first
            if scan.words[begin].norm in _TWO:  # ثلاثة ضباط ومجندين اثنين
                begin = min((m.first for m in scan.ending("person", begin - 1)), default=begin)
            numbers.append(_Item(low, high, begin, number.last, number, _is_of_theirs(scan, number)))
    found = [*numbers, *_of_other_nations(scan, numbers)]
    shared = shared_words(scan)
    for match in (*scan.of("person"), *scan.of("count")):
        if not first <= match.first <= stop or match.first in used or match.first in shared or _is_household(match):
            continue
        if match.first in scan.numerals or _is_vehicle(match):
            continue  # مئتي is no dead man
        if match.form == "sg" and match.clitics.suffix == "ي":
            continue  # موظفي المنظمة: the employees of, and not "my employee"
        if _is_counted(scan, match, numbers) or _is_adjective(scan, match) or _are_bodies(match, numbers):
            continue
        if parts or not (in_subset(scan, match.first, first) or _behind_preposition(scan, match, first, preps)):
            low, high = how_many(scan, match) or (0, None)
            these = _numbered_behind(scan, match)
            if these is not None:
                low = high = int(these.number.low)
            elif _is_least(scan, match.first):
                high = None
            last = match.last if these is None else these.last
            found.append(_Item(low, high, match.first, last, None, _is_tied(match)))
    kept: list[_Item] = []
    for item in sorted(found, key=lambda item: (item.first, -item.last, not item.tied)):
        if not kept or item.first > kept[-1].last:
            kept.append(item)
    return kept


def _is_repeated(scan: Scan, number: Counted) -> bool:
    """Whether a figure in brackets only repeats the number in words right before it: مدني واحد (1)، مدنيين (2)."""
    at = number.first
    if number.last != at or "(" not in scan.words[at].before or not scan.words[at].norm.isdigit():
        return False
    low = int(number.number.low)
    told = any(other.last < at <= other.last + 2 and int(other.number.low) == low for other in scan.numbers)
    return told or (low == 2 and any(how_many(scan, m) == (2, 2) for m in scan.ending("person", at - 1)))


_TWO: Final = word_set("people", "two")


def _are_others(scan: Scan, number: Counted) -> bool:
    """Whether a number is of others than those before it: ضابطان أحدهما قائد فرقة وعشرة جنود آخرين."""
    behind = scan.words[number.last + 1 : number.last + 4]
    return scan.words[number.first].norm[:1] == "و" and any(word.norm in OTHERS for word in behind)


def _are_bodies(match: Match, numbers: Sequence[_Item]) -> bool:
    """Whether a noun only tells of the dead that a number right behind it counts: جثث تسعة أشخاص."""
    return match.form == "pl" and any(item.first == match.last + 1 for item in numbers)


def _is_of_theirs(scan: Scan, number: Counted) -> bool:
    """Whether a number is of the people of those before: اثنين من مساعديه."""
    people = scan.words[number.last + 2].norm if number.last + 2 < len(scan.words) else ""
    return _next_norm(scan, number.last) == "من" and people.endswith(("ه", "هم", "هما", "ها"))


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


#: "Whose number is", and within how many words behind people it stands.
_THEIR_NUMBER: Final = word_set("people", "their_number")
_TOLD_BEHIND: Final = 4


def _is_tied(match: Match) -> bool:
    """Whether people belong to those before: "his brother", or another who is named (الطفل فلان والشاب فلان)."""
    if match.clitics.suffix or (match.form == "pl" and match.clitics.stem.endswith(_HIS_TWO)):
        return True
    return bool(match.clitics.definite and match.form == "sg" and getattr(match.payload, "id", "") == "CIVILIANS")


def _is_alone(scan: Scan, number: Counted) -> bool:
    """Whether "one" only describes the noun before it: من عائلة واحدة."""
    if int(number.number.low) != 1 or not scan.words[number.first].norm.startswith("واحد"):
        return False
    return scan.words[number.first].marbuta or not (
        scan.at("person", number.last + 1) or _next_norm(scan, number.last) in _OF_SOME
    )


def _is_counted(scan: Scan, match: Match, numbers: Sequence[_Item]) -> bool:
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


def _is_of_both_sexes(scan: Scan, item: _Item, match: Match) -> bool:
    """Whether the men and the women of one noun share a number above ten: 12 ناشطا وناشطة."""
    if item.low <= _SINGULAR or match.first != item.last + 2 or match.clitics.lead != "و" or match.form != "sg":
        return False
    return any(m.payload is match.payload for m in scan.at("person", item.last + 1))


def _only_stresses(scan: Scan, item: _Item) -> bool:
    """Whether a one or two behind people is their own number: مدنيين اثنين, but not أب واثنين من أبنائه."""
    if item.low == 2:
        return not scan.words[item.first].norm.startswith("و")
    return item.low == 1 and not scan.at("person", item.last + 1)


def _added_up(scan: Scan, items: list[_Item]) -> Count | None:
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
        reach = _ADDED_TO_NUMBER if taken[-1].number else _ADDED
        if _is_joined(scan, item, last, reach) and item.low and (item.high is not None or item.number is None):
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
    bare = some or _at_least(scan, last)
    why = "people without a number" if start.number is None else f"number: {start.number.number.basis}, and others"
    return Count(Tally(low + 2 * some, None if bare else low, span_of(scan, start.first, last), why), words)


def _both_at_least(scan: Scan, one: _Item, other: _Item) -> Count | None:
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


_SUMMED: Final = frozenset(("exact", "at_least"))


def _at_least(scan: Scan, last: int) -> bool:
    """Whether "at least" stands behind people who end at a word, no verb before it: قتل مدني وأصيب آخر على الأقل."""
    for at in range(last + 1, min(last + 4, len(scan.words) - 1)):
        if scan.at("verb", at) or scan.at("trigger", at):
            return False
        if scan.norms(at, at + 1) == "علي الاقل":
            return True
    return False


def _is_joined(scan: Scan, item: _Item, last: int, reach: int) -> bool:
    """Whether people are added to others that end at word `last`, so many words before at the most."""
    if any(":" in scan.words[at].before for at in range(last + 1, item.first + 1)):
        return False  # ثلاثة أشخاص: رجل وزوجته وطفلهما
    if _has_own_place(scan, item, last):
        return False  # 36 مدنيا في أ، و22 في ب
    before = {word.norm for word in scan.words[max(last + 1, item.first - 3) : item.first]}
    besides = not before.isdisjoint(_BESIDES)
    together = (item.tied or item.number is not None) and not before.isdisjoint(_TOGETHER)
    led = item.number is not None and scan.words[item.first].norm[:1] == "و"
    if item.number is not None and led and ("،" in scan.words[item.first].before or _are_others(scan, item.number)):
        reach = _BESIDES_REACH  # 11 من عناصر القوات والميليشيات الموالية لها، وثمانية من الفصائل
    if item.first - last - 1 > (_BESIDES_REACH if besides else _ADDED_TO_NUMBER if item.tied or together else reach):
        return False
    if besides or together or (scan.words[item.first].norm[:1] == "و" and _leads(scan, item)):
        return True
    norm = scan.words[item.first - 1].norm
    return norm in ("واحد", "واحدي", "وعدد", "وكذلك")  # the و stands at "one of": وأحد أطفالها


def _has_own_place(scan: Scan, item: _Item, last: int) -> bool:
    """Whether a bare number is told of another place than the people before it."""
    behind = item.last + 1
    if item.number is None or scan.norms(behind, behind) not in ("في", "ب") or not scan.at("place", behind + 1):
        return False
    return any(scan.at("place", at) for at in range(last + 1, item.first))


def _leads(scan: Scan, item: _Item) -> bool:
    """Whether the و at the beginning of people is "and"."""
    if item.number is not None:
        return True
    return any(m.clitics.lead == "و" for sort in ("person", "count", "adjective") for m in scan.at(sort, item.first))


def _is_of_one_number(scan: Scan, before: _Item, item: _Item) -> bool:
    """Whether two singulars share the number before them: 18 ناشطا وصحفيا."""
    if before.number is None or before.low < _SINGULAR or item.number is not None or item.first - before.last > 3:
        return False
    return item.low == 1 and not item.tied and scan.words[item.first].norm.endswith("ا")


def _is_some_of(scan: Scan, start: _Item, item: _Item) -> bool:
    """Whether a number takes some of several sorts of people, none of them counted: ثمانية من الناشطين والصحفيين."""
    if start.number is None or item.number is not None or _next_norm(scan, start.number.last) != "من":
        return False
    owner = min(item.last + 1, len(scan.words) - 1)  # الصحفيين، رجال الدين، جنود الجيش
    definite = any(scan.words[at].norm.removeprefix("و").startswith("ال") for at in (item.last, owner))
    definite = definite or start.number.last + 2 < item.first - 1
    return definite and not item.is_exact and scan.words[item.first].norm[:1] == "و"


#: From here on what is counted stands in the singular.
_SINGULAR: Final = 11


def _only_describes(scan: Scan, item: _Item, last: int) -> bool:
    """Whether people only tell more of those before: of the guards, by rank a colonel."""
    if item.number is not None or item.first - last > _ADDED_TO_NUMBER:
        return False
    before = scan.words[item.first - 1].norm
    definite = scan.words[item.first].norm.startswith("ال")
    return definite or before in PREPOSITIONS or before in ("برتبه", "بينهم") or item.first - last == 1


def _is_vehicle(match: Match) -> bool:
    return type(match.payload) is CountNoun and match.payload.counts == "vehicles"


def _is_household(match: Match) -> bool:
    """A family is no person: how many it is has to be said (أسرة من ثمانية أفراد)."""
    return type(match.payload) is Person and match.payload.group == "household"


def tells_of_act(scan: Scan, match: Match) -> bool:
    """Whether "armed" tells of an act before it, and nobody bears arms: كمين مسلح، سطو مسلح, but مقتل مسلح."""
    if match.clitics.stem != "مسلح" or match.form != "sg" or not match.clitics.whole:
        return False
    acts = [m for at in (match.first - 1, match.last) for m in scan.ending("trigger", at) if m.first < match.first]
    return any(m.payload.frame in ("by", "mutual") and m.form in ("sg", "phrase") for m in acts)


def _is_adjective(scan: Scan, match: Match) -> bool:
    """Whether a word for a person only describes the noun before it: جماعة مجهولة، حملة أمنية، جهازها الأمني."""
    if scan.words[match.last].norm in ADVERBS or tells_of_act(scan, match) or _of_the_press(scan, match):
        return True
    if match.form != "sg" or not match.first or match.clitics.lead or match.clitics.prep or match.clitics.suffix:
        return False
    if getattr(match.payload, "group", "") in ("woman", "child"):
        return False
    if getattr(match.payload, "lemma", "") in _NO_ADJECTIVES:
        return False
    if match.clitics.definite and getattr(match.payload, "group", "") == "fighter":
        beside = set(scan.words[match.first].before) <= _CLOSING
        if beside and any(m.payload.id != "UNKNOWN" for m in scan.ending("actor", match.first - 1)):
            return True  # تنظيم الدولة الإرهابي
    word, before = scan.words[match.first], scan.words[match.first - 1]
    if word.before or before.norm in PREPOSITIONS:
        return False
    here = scan.ending("trigger", match.first - 1)
    if any(m.first == m.last and (m.payload.strength == "harm" or m.payload.counts) for m in here):
        return False
    if word.marbuta:
        definite = before.norm.startswith("ال")
        return (before.marbuta or definite) and match.clitics.definite == definite
    return match.clitics.definite and any(m.clitics.suffix for m in scan.ending("force", match.first - 1))


_NO_ADJECTIVES: Final = word_set("people", "no_adjectives")

#: Marks that only close a name.
_CLOSING: Final = frozenset(' "”»)’')


def _of_the_press(scan: Scan, match: Match) -> bool:
    """Whether "press" tells of words and nobody: في بيان صحفي."""
    stem = match.clitics.stem
    if stem == "جار" and match.form == "sg" and not (match.clitics.suffix or match.clitics.definite):
        return True  # وجار اتخاذ الإجراءات
    return stem in _PRESS and match.first > 0 and scan.words[match.first - 1].norm.removeprefix("و") in _WORDS


_PRESS: Final = word_set("people", "press")
_WORDS: Final = word_set("people", "words")


def _behind_preposition(scan: Scan, match: Match, first: int, preps: tuple[str, ...]) -> bool:
    """People of whom something is only told: among the residents, against civilians."""
    if match.first and scan.words[match.first - 1].norm in _BESIDES:
        return False
    if match.clitics.prep in ("ل", "ك", "ب"):
        return match.clitics.prep not in preps
    before = scan.words[match.first - 1].norm if match.first else ""
    led = match.first > first and before in PREPOSITIONS and before not in preps
    return led and not _is_least(scan, match.first)


def _is_least(scan: Scan, at: int) -> bool:
    """Whether "no less than" stands before people without a number: ما لا يقل عن جنديين."""
    return at > 1 and scan.words[at - 1].norm == "عن" and scan.words[at - 2].norm in AT_LEAST


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


def _next_norm(scan: Scan, at: int) -> str:
    return scan.words[at + 1].norm if at + 1 < len(scan.words) else ""
