"""What nouns that count people and vehicles tell: with a number before or behind them, or as duals and bare plurals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from marsad.knowledge.entries import CountNoun, Trigger
from marsad.knowledge.lexicon import Match
from marsad.model import CountName, Tally
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.people import find_people
from marsad.reading.counts.people_numbers import (
    Count,
    counts_people,
    in_subset,
    is_shared,
    shared_words,
    span_of,
    tally_of,
)
from marsad.reading.counts.people_sums import RECOVERING
from marsad.reading.scan import Counted, Scan
from marsad.reading.word_sets import word_set


def sum_of(one: Tally, other: Tally) -> Tally:
    """Two tallies of different people as one."""
    high = None if one.high is None or other.high is None else one.high + other.high
    return Tally(one.low + other.low, high, one.span, f"{one.why}, and others")


def counts_of_nouns(
    scan: Scan, happenings: list[Happening], first: int, last: int, kind: str
) -> Iterator[tuple[CountName, Count]]:
    """Count nouns (قتلى، جرحى، معتقلين، آليات) with their numbers, or as duals and bare plurals."""
    vague = -9
    nouns = scan.of("count")
    shared = shared_words(scan) if nouns else frozenset()
    for match in nouns:
        if not first <= match.first <= last or match.first in shared or _tells_no_toll(scan, match, first):
            continue
        if match.first in scan.numerals or (match.clitics.definite and _is_of_pair(scan, match)):
            continue  # مئتي is no dead man
        name = _counted_here(scan, happenings, match, kind)
        if name is None:
            continue
        number = _number_of(scan, match, last)
        words = range(match.first, match.last + 1)
        if number is not None and (_counts_others(scan, number, match) or is_shared(scan, number)):
            continue  # حصيلة ضحايا التفجير بلغت 20 مصابا
        if number is not None and _are_recovered(scan, happenings, match, number):
            continue
        if number is not None:
            vague = match.last if number.number.basis == "vague" else vague
            several = number.number.basis == "vague" and number.number.high is None
            if not (several and name in ("troops", "vehicles")):
                end = max(match.last, number.last)
                yield name, _with_besides(scan, Count(tally_of(scan, number, match.last), range(number.first, end + 1)))
        elif match.clitics.lead == "و" and match.first - vague == 1:
            why = "plural after a vague number"
            yield name, Count(Tally(2, None, span_of(scan, match.first, match.last), why), words)
        elif (bare := _bare(scan, match, name)) is not None:
            low, high, why = bare
            yield name, Count(Tally(low, high, span_of(scan, match.first, match.last), why), words)


#: How the word behind a vehicle begins that was made a bomb.
_RIGGED: Final = ("مفخخ", "ملغ", "ملغوم")


def _counted_here(scan: Scan, happenings: list[Happening], match: Match, kind: str) -> CountName | None:
    """What a count noun counts in a claim of this kind; `None` where those whom it names are only spoken of."""
    name = _fitting(match.payload, kind)
    if name == "displaced" and _are_hosted(scan, match):
        return None
    if name != "vehicles":
        return name
    if scan.norms(match.last + 1, match.last + 1).startswith(_RIGGED):
        return None
    return name if _are_told_of(scan, happenings, match, kind) else None


def _number_of(scan: Scan, match: Match, last: int) -> Counted | None:
    """The number of a count noun: before it, before the people whom it describes, or behind it."""
    before = None if match.clitics.lead == "و" else _number_before(scan, match.first)
    return (
        before
        or _number_of_persons(scan, match)
        or _number_reached(scan, match, last)
        or _number_of_bodies(scan, match)
    )


_BODIES: Final = word_set("count_nouns", "bodies")


def _are_recovered(scan: Scan, happenings: list[Happening], match: Match, number: Counted) -> bool:
    """Whether bodies were recovered besides those who are told as killed: استشهاد 80 وانتشال 40 جثة."""
    if scan.words[match.first].norm not in _BODIES or not any(
        word.norm.removeprefix("و") in RECOVERING for word in scan.words[max(0, number.first - 3) : number.first]
    ):
        return False
    dead = (each for each in happenings if each.trigger.counts == "killed" and each.last < number.first)
    return any(each.last < other.first < number.first for each in dead for other in scan.numbers)


_HOLDING: Final = word_set("count_nouns", "holding")

#: How far before the people the verb may stand that tells who holds them.
_HELD_REACH: Final = 6


def _are_hosted(scan: Scan, match: Match) -> bool:
    """Whether people are told as those whom a country or a camp holds: البلد الذي استقبل مليون نازح."""
    return any(
        word.norm.lstrip("و") in _HOLDING for word in scan.words[max(0, match.first - _HELD_REACH) : match.first]
    )


def _counts_others(scan: Scan, number: Counted, match: Match) -> bool:
    """Whether a number behind a count noun has a noun of its own that counts something else."""
    own = scan.at("count", number.last + 1) if number.first > match.last else []
    if own and is_shared(scan, number):
        return True  # بلغ عدد الضحايا 90 قتيلا وجريحا
    return any(m.payload.counts != match.payload.counts for m in own)


#: What those told besides may be counted as, and then they are no more of the same.
_HURT: Final = ("killed", "wounded", "arrested", "abducted")


def _with_besides(scan: Scan, found: Count) -> Count:
    """A number with those who are told besides: 53 قتيلا إضافة إلى مدني واحد; but not besides twelve wounded."""
    tally, words = found
    at = words.stop + bool(scan.at("count", words.stop))  # ارتفع عدد القتلى إلى 53 قتيلا إضافة إلى مدني
    if tally.high is None or scan.norms(at, at) not in ("اضافه", "بالاضافه"):
        return found
    more = find_people(scan, at + 2, min(at + 4, len(scan.words) - 1), set())
    stop = 0 if more is None else more.words.stop
    hurt = any(m.payload.counts in _HURT for word in range(at + 2, stop + 1) for m in scan.at("count", word))
    if more is None or hurt or more.tally.high is None:
        return found
    return Count(sum_of(tally, more.tally), range(words.start, more.words.stop))


def _number_of_persons(scan: Scan, match: Match) -> Counted | None:
    """The number before people whom a count noun describes: 15 جنديا قتيلا."""
    people = scan.ending("person", match.first - 1)
    described = bool(people) and match.form == "sg" and not (match.clitics.lead or match.clitics.prep)
    return _number_before(scan, people[0].first) if described else None


def _number_of_bodies(scan: Scan, match: Match) -> Counted | None:
    """The number behind the dead: استقبل المستشفى جثث 18 شخصا، جثامين ستة مقاتلين."""
    if match.form != "pl" or match.payload.counts != "killed" or match.clitics.definite:
        return None
    behind = (number for number in scan.numbers if number.first == match.last + 1)
    return next((number for number in behind if counts_people(scan, number, match.last)), None)


def _bare(scan: Scan, match: Match, name: CountName) -> tuple[int, int | None, str] | None:
    """How many a count noun without a number tells of: duals are two, plurals two or more."""
    if match.form == "du" and not match.clitics.definite:
        return 2, 2, "dual"
    if name not in ("killed", "wounded") or match.clitics.definite or match.clitics.suffix:
        return None
    if match.form == "pl":
        known = any(m.clitics.definite for m in scan.at("count", match.last + 1))  # جثث الضحايا: those told of before
        return None if known else (2, None, "plural")
    return (1, 1, "singular") if match.form == "sg" and _bears_one(scan, match) else None


#: What tells that something was hit and nobody harmed.
_OF_AIM: Final = word_set("count_nouns", "of_aim")

_DYING: Final = word_set("count_nouns", "dying")


def _tells_no_toll(scan: Scan, match: Match, first: int) -> bool:
    """Whether a count noun is a part of another toll, absent, or says who died: وفاة جريحين."""
    if _absent(scan, match.first, first) or (in_subset(scan, match.first, first) and not _is_set_off(scan, match)):
        return True
    if match.last + 1 < len(scan.words) and scan.words[match.last + 1].norm in _OF_AIM:
        return True  # حقق إصابات مباشرة
    before = match.first - 1
    some = match.clitics.definite and match.payload.counts == "wounded" and scan.norms(before, before) == "من"
    if some and any(n.last == before - 1 and n.number.low == n.number.high for n in scan.numbers):
        return True  # ثلاثة من الجرحى حالتهم خطرة
    while before > first and (before in scan.numerals or scan.words[before].norm in ("من", "احد", "احدي")):
        before -= 1  # بعد وفاة اثنين من المصابين
    dying = () if match.clitics.lead else scan.ending("trigger", before)
    return any(m.payload.lemma in _DYING and match.payload.counts != "killed" for m in dying)


def _is_set_off(scan: Scan, match: Match) -> bool:
    """Whether a number goes on with the toll, behind a comma or with the hurt: ثلاثة قتلى بينهم طفل وستة جرحى."""
    number = _number_before(scan, match.first)
    hurt: bool = match.payload.counts in ("killed", "wounded")
    if number is None or not hurt or scan.words[number.first].norm[:1] != "و":
        return False
    tolls = [m for m in scan.of("count") if m.first < number.first and m.payload.counts in ("killed", "wounded")]
    return "،" in scan.words[number.first].before or (bool(tolls) and tolls[-1].payload.counts != match.payload.counts)


#: Kinds in which troops are counted.
_FORCES_KINDS: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "exercise"))

#: Kinds that harm nobody: the dead are only spoken of.
_HARMLESS: Final = frozenset(("meeting", "agreement", "sanction", "request", "aid", "recruitment", "handover"))


def _fitting(noun: CountNoun, kind: str) -> CountName | None:
    """What a count noun counts in a claim of this kind: prisoners who are let go are released, not arrested."""
    name = noun.counts
    if kind == "release" and name in ("killed", "wounded"):
        return None  # تسليم جثامين 18 أسيرا
    if kind == "release" and name in ("arrested", "abducted", "released"):
        return "released"
    if kind == "abduction" and name == "arrested":
        return "abducted"
    if name in ("arrested", "released", "abducted") and kind not in ("arrest", "abduction", "release"):
        return None
    if name == "troops" and kind not in _FORCES_KINDS:
        return None
    if name == "displaced" and kind != "displacement":
        return None
    if name == "vehicles" and kind in ("accusation", "request", "protest", "meeting"):
        return None
    if name in ("killed", "wounded") and kind in _HARMLESS:
        return None  # زار المدينة للتعزية بالضحايا
    return name


#: Kinds in which vehicles are only what was hit or spoken of, unless they are destroyed.
_UNCOUNTING: Final = frozenset(("attack", "clash", "agreement", "threat"))

#: How far before vehicles it is told that they are destroyed or ridden.
_DESTROYED_REACH: Final = 4


def _are_told_of(scan: Scan, happenings: list[Happening], match: Match, kind: str) -> bool:
    """Whether vehicles are those of a claim: what is destroyed is of the claim that tells so (ودمرت سبع عربات)."""
    near = range(match.first - _DESTROYED_REACH, match.first)
    wrecks = [
        m.first
        for sort in ("trigger", "verb")
        for m in scan.of(sort)
        if m.last in near and type(m.payload) is Trigger and m.payload.kind == "destruction" and not m.clitics.suffix
    ]
    if wrecks:
        return kind == "destruction" or any(each.first in wrecks for each in happenings)
    ridden = any(word.norm == "متن" for word in scan.words[max(0, match.first - _DESTROYED_REACH) : match.first])
    return ridden or kind not in _UNCOUNTING  # هاجمت قوة على متن ثلاثين عربة القرية


def _absent(scan: Scan, at: int, first: int) -> bool:
    """Whether it is told that there were no casualties: دون إصابات، لم ترد معلومات عن ضحايا."""
    negations = (cue for cue in scan.negations if cue.payload.lemma != "غير")  # حصيلة غير نهائية
    return any(first <= cue.first < at and at - cue.last <= 6 for cue in negations)


_BRINGING: Final = word_set("count_nouns", "bringing")
_HARM_ITSELF: Final = word_set("count_nouns", "harm_itself")


def _bears_one(scan: Scan, match: Match) -> bool:
    """Whether a singular counts one, as something brought it about: سقوط قتيل, خلف جريحا."""
    if not match.first:
        return scan.words[0].norm not in _HARM_ITSELF  # "the wounding of", and no wounded man
    if match.clitics.lead and scan.at("trigger", match.first):
        return False  # سبعة قتلى وإصابة آخرين
    before = scan.words[match.first - 1].norm
    return not _BRINGING.isdisjoint((before, before[1:])) or any(
        m.payload.counts in ("killed", "wounded") for m in scan.ending("count", match.first - 1) if match.clitics.lead
    )


_MANY: Final = word_set("count_nouns", "many")


def _number_before(scan: Scan, at: int) -> Counted | None:
    """The number whose noun stands at a word: right before it, or with من / عدد between."""
    if set(scan.words[at].before) & set("،,؛"):
        return None
    for number in scan.numbers:
        gap = at - number.last - 1
        if gap == 0 and scan.words[number.last].norm in _MANY:
            continue  # شيع المئات جثمانه
        if gap == 0 or (gap == 1 and scan.words[at - 1].norm in ("من", "عدد")) or (number.first <= at <= number.last):
            return number
    return None


#: How far behind the killed and wounded the number may stand that is of both.
_PAIR_REACH: Final = 3


def _is_of_pair(scan: Scan, match: Match) -> bool:
    """Whether one number is of the killed and the wounded together: بلغ عدد القتلى والجرحى 52."""
    beside = scan.at("count", match.last + 1) if not match.clitics.lead else scan.ending("count", match.first - 1)
    joined = (m.clitics.lead == "و" or match.clitics.lead == "و" for m in beside if m.clitics.definite)
    end = match.last if match.clitics.lead else match.last + 1
    number = next((n for n in scan.numbers if 0 < n.first - end <= _PAIR_REACH), None)
    return any(joined) and number is not None and scan.norms(number.last + 1, number.last + 1)[:1] != "و"


_REACHED: Final = word_set("count_nouns", "reached")
_TOLLS: Final = word_set("count_nouns", "tolls")
_GROWING: Final = word_set("count_nouns", "growing")
_EXCEEDING: Final = word_set("count_nouns", "exceeding")

#: How far behind a toll its number may stand.
_TOLL_REACH: Final = 22


def _number_reached(scan: Scan, match: Match, last: int) -> Counted | None:
    """The number that a toll reached or rose to: "the number of killed reached N", "the toll rose to N"."""
    if match.clitics.definite and match.clitics.lead:  # القتلى ستة والجرحى أحد عشر
        at = match.last + 1 + (scan.norms(match.last + 1, match.last + 1) == "الي")
        return next((number for number in scan.numbers if number.first == at), None)
    heads = (at for at in range(max(0, match.first - 3), match.first) if _bare_norm(scan, at) in _TOLLS)
    head = next(heads, None)
    if head is None:
        return None
    verbs = {scan.words[at].norm.lstrip("ولف") for at in range(max(0, head - 4), head)}
    exceeds = not _EXCEEDING.isdisjoint(verbs)
    grows = exceeds or not _GROWING.isdisjoint(verbs)
    for number in scan.numbers:
        before = {word.norm.removeprefix("و") for word in scan.words[max(0, number.first - 2) : number.first]}
        if number.last < head and head - number.last <= 3 and grows and "الي" in before:
            return number  # ارتفعت إلى سبعة حصيلة القتلى
        if match.last < number.first <= min(last, match.last + _TOLL_REACH):
            if "من" in before and number.number.high and number.number.high > number.number.low:
                reached = replace(number.number, low=number.number.high)  # ارتفع العدد من خمسة إلى تسعة
                return Counted(reached, number.first, number.last)
            if _REACHED & before:
                return number
            if any(scan.words[at].norm in _EXCEEDING for at in range(number.first, number.last)):
                return number  # عدد القتلى يتجاوز الثلاثين
            if exceeds and number.number.basis == "exact":
                more = replace(number.number, low=number.number.low + 1, high=None, basis="more_than")
                return Counted(more, number.first, number.last)
            if grows and "من" not in before and not in_subset(scan, number.first, match.last):
                return number if counts_people(scan, number, match.last) else None
    return None


def _bare_norm(scan: Scan, at: int) -> str:
    """A word without "and", "by" and the article."""
    return scan.words[at].norm.lstrip("وب").removeprefix("ال")
