"""Stage 7: how many. Numbers, duals and bare plurals of people and vehicles, and what each of them counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import CountNoun, Person
from marsad.knowledge.lexicon import Match
from marsad.model import CountName, Span, Tally
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Counted, Scan
from marsad.reading.triggers import Happening

#: Words after which numbers are parts of a number given before: "11 killed, among them 3 children".
_SUBSETS: Final = frozenset(
    (
        "بينهم", "بينها", "منهم", "منها", "ضمنهم", "بينهن", "منهن", "وبينهم", "بعضهم", "اعمارهم", "عمره", "عمرها",
        "العمر", "غالبيتهم", "معظمهم",
    )
)  # fmt: skip

#: "Others" without a noun: a dual is two, a plural two or more.
_OTHERS: Final[dict[str, int | None]] = {"اخران": 2, "اخرون": None, "اخرين": None, "اخريات": None}

#: Words that lead from "the number of killed" to the number.
_REACHED: Final = frozenset(["بلغ", "بلغت", "الي", "وصل", "وصلت", "بلوغ"])

#: How far a number may stand from the word whose patients it counts.
_REACH: Final = 8
#: Before a verb they may be described at length: خمسة عناصر من التنظيم بينهم قيادي قتلوا.
_REACH_BACK: Final = 14

_FORCES_KINDS: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "exercise"))


def count_all(scan: Scan, happenings: Sequence[Happening], first: int, last: int, kind: str) -> dict[CountName, Tally]:
    """The counts that words `[first, last]` give to the happenings of one claim."""
    found: dict[CountName, Tally] = {}
    used: set[int] = set()
    for name, tally, words in _by_nouns(scan, first, last, kind):
        used.update(words)
        found.setdefault(name, tally)
    paired = _paired(happenings)
    starts = [each.start for each in happenings]
    for each in happenings:
        name_of = each.trigger.counts
        if (
            name_of in (None, "vehicles", "troops")
            or each.first in paired
            or (name_of in found and found[name_of].high is not None)
        ):
            continue
        patients = _patients(scan, each, first, last, starts, used)
        if patients is not None:
            tally, words = patients
            used.update(words)
            if name_of not in found or tally.high is not None or tally.low > found[name_of].low:
                found[name_of] = tally
    return found


def _by_nouns(scan: Scan, first: int, last: int, kind: str) -> Iterator[tuple[CountName, Tally, range]]:
    """Count nouns (قتلى، جرحى، معتقلين، آليات) with the number before them, or as duals and bare plurals."""
    vague = -9
    for match in scan.of("count"):
        if (
            not first <= match.first <= last
            or _in_subset(scan, match.first, first)
            or _absent(scan, match.first, first)
        ):
            continue
        name = _fitting(match.payload, kind)
        if name is None:
            continue
        words = range(match.first, match.last + 1)
        number = (None if match.clitics.lead == "و" else _number_before(scan, match.first)) or _number_reached(
            scan, match, last
        )
        if number is not None:
            if number.number.basis == "vague":
                vague = match.last
                if name in ("troops", "vehicles"):
                    continue
            yield (
                name,
                _tally(scan, number, match.last),
                range(number.first, max(match.last, number.last) + 1),
            )
        elif match.clitics.lead == "و" and match.first - vague == 1:
            yield (
                name,
                Tally(2, None, _span(scan, match.first, match.last), "plural after a vague number"),
                words,
            )
        elif match.form == "du" and not match.clitics.definite:
            yield name, Tally(2, 2, _span(scan, match.first, match.last), "dual"), words
        elif name in ("killed", "wounded") and not match.clitics.definite and not match.clitics.suffix:
            if match.form == "pl":
                yield name, Tally(2, None, _span(scan, match.first, match.last), "plural"), words
            elif match.form == "sg" and _bears_one(scan, match):
                yield name, Tally(1, 1, _span(scan, match.first, match.last), "singular"), words


def _fitting(noun: CountNoun, kind: str) -> CountName | None:
    """What a count noun counts in a claim of this kind: prisoners who are let go are released, not arrested."""
    name = noun.counts
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
    if name == "vehicles" and kind in ("attack", "clash", "accusation", "request", "protest", "meeting"):
        return None
    return name


def _absent(scan: Scan, at: int, first: int) -> bool:
    """No casualties reported: دون إصابات، لم ترد معلومات عن ضحايا."""
    return any(first <= cue.first < at and at - cue.last <= 6 for cue in scan.negations)


def _bears_one(scan: Scan, match: Match) -> bool:
    """A singular counts one where something brought it about: سقوط قتيل, خلف جريحا."""
    before = scan.words[match.first - 1].norm if match.first else ""
    return before in ("سقوط", "سقط", "خلف", "اوقع", "وقوع") or match.first == 0


def _paired(happenings: Sequence[Happening]) -> set[int]:
    """ "N killed and wounded" in one number counts neither: the happenings that share their number."""
    shared: set[int] = set()
    for one, other in pairwise(happenings):
        counted = {one.trigger.counts, other.trigger.counts}
        agreeing = isinstance(one.match.form, VerbForm) and one.match.form.person not in ("3ms", "3fs")
        if agreeing:  # its people stand before it: ثلاثة مدنيين قتلوا وأصيب ...
            continue
        if counted == {"killed", "wounded"} and other.first - one.last == 1 and other.match.clitics.lead == "و":
            shared |= {one.first, other.first}
    return shared


def _patients(
    scan: Scan, each: Happening, first: int, last: int, starts: list[int], used: set[int]
) -> tuple[Tally, range] | None:
    """How many the happening befell: the number, dual, singular or plural of people next to it."""
    stop = min((start for start in starts if start > each.last), default=last + 1) - 1
    begin = _behind_subject(scan, each, min(last, stop))
    after = _people(scan, begin, min(last, stop, begin + _REACH), used, each.trigger.preps)
    if after is not None and after[1].start - each.last <= 3:
        return after
    if each.is_verb and not each.match.clitics.lead and (each.harm or each.trigger.frame == "suffers"):
        begin = max((start for start in starts if start < each.start), default=first - 1) + 1
        begin = max(begin, _clause_start(scan, each.start))
        before = _people(scan, max(begin, first, each.start - _REACH_BACK), each.start - 1, used, unbounded=True)
        if before is not None:
            return before
    return _by_nation(scan, each) or _named(scan, each, min(last, stop)) or after


def _clause_start(scan: Scan, at: int) -> int:
    """The word behind the last "that" before a word; who says it is not told of."""
    return max((back + 1 for back in range(at) if scan.words[back].norm in COMPLEMENTIZERS), default=0)


def _behind_subject(scan: Scan, each: Happening, last: int) -> int:
    """Where the object of a verb may begin: behind the people or the force that are its subject."""
    start = each.last + 1
    if not each.is_verb or each.harm or each.trigger.frame != "does":
        return start
    armed = [m.last for sort in ("force", "actor") for m in scan.at(sort, start)]
    armed += [m.last for m in scan.at("person", start) if m.payload.id != "CIVILIANS"]
    return max(armed) + 1 if armed and start < last and start not in scan.numerals else start


def _by_nation(scan: Scan, each: Happening) -> tuple[Tally, range] | None:
    """People called by their nation alone, right behind: قتل فلسطيني، مقتل سوريين."""
    at = each.last + 1
    adjective = next((m for m in scan.at("adjective", at) if not m.clitics.definite), None)
    if adjective is None or not each.harm or scan.words[at].before:
        return None
    norm = scan.words[at].norm
    if norm.endswith(("يه", "ات")) and isinstance(each.match.form, VerbForm) and each.match.form.person == "3ms":
        return None
    plural = norm.endswith(("ون", "ين", "يات"))
    low, high = (2, 2) if norm.endswith(("ان", "تين")) else (2, None) if plural else (1, 1)
    return Tally(low, high, _span(scan, at, at), "people by their nation"), range(at, at + 1)


def _named(scan: Scan, each: Happening, last: int) -> tuple[Tally, range] | None:
    """One person, where a name that no file knows follows at once: مقتل فلان الفلاني."""
    at = each.last + 1
    patient = each.trigger.frame in ("of", "suffers") or (isinstance(each.match.form, VerbForm) and each.harm)
    plural = isinstance(each.match.form, VerbForm) and each.match.form.person not in ("3ms", "3fs")
    plural = (
        plural or each.match.form == "pl" or each.match.clitics.definite or scan.words[min(at, last)].norm[:1] == "و"
    )
    if not patient or plural or each.trigger.needs or at + 1 > last or scan.words[at].before:
        return None
    norm = scan.words[at].norm
    if norm.startswith("ال") or norm in PREPOSITIONS or len(norm) < 3 or not norm.isalpha():
        return None
    if any(match.sort not in ("place", "local_actor") for match in (*scan.here(at), *scan.here(at + 1))):
        return None
    joined = [m for m in scan.of("person") if at < m.first <= min(last, at + 9) and m.clitics.lead == "و"]
    low = 1 + sum((_how_many(scan, m) or (0, 0))[0] for m in joined)
    end = joined[-1].last if joined else at + 1
    return Tally(low, low, _span(scan, at, end), "people by name"), range(at, end + 1)


def _people(
    scan: Scan, first: int, last: int, used: set[int], preps: tuple[str, ...] = (), *, unbounded: bool = False
) -> tuple[Tally, range] | None:
    """The first people of a stretch: a number of them, or some without a number."""
    stop = last if unbounded else _stop(scan, first, last)
    number = next(
        (
            n
            for n in scan.numbers
            if first <= n.first <= stop
            and n.first not in used
            and _counts_people(scan, n, first)
            and not _in_subset(scan, n.first, first)
        ),
        None,
    )  # fmt: skip
    persons = [
        m
        for m in (*scan.of("person"), *scan.of("count"))
        if first <= m.first <= stop
        and m.first not in used
        and not _in_subset(scan, m.first, first)
        and not _is_household(m)
    ]
    persons.sort(key=lambda m: (m.first, -m.last))
    person = next((m for m in persons if not _behind_preposition(scan, m, first, preps)), None)
    behind = next(
        (n for n in scan.numbers if person is not None and n.first == person.last + 1 and n.number.low == 2),
        None,
    )
    if behind is not None:  # مدنيين اثنين
        return _tally(scan, behind, behind.last), range(behind.first, behind.last + 1)
    if number is not None and (person is None or number.first <= person.first):
        return _with_others(scan, number, persons)
    if person is not None:
        return _unnumbered(scan, person, persons)
    if first <= stop and scan.words[first].norm == "اخر":
        return Tally(1, 1, _span(scan, first, first), "another"), range(first, first + 1)
    for at in range(first, stop + 1):
        if scan.words[at].norm in _OTHERS:
            others = _OTHERS[scan.words[at].norm]
            return Tally(2, others, _span(scan, at, at), "others"), range(at, at + 1)
    return None


def _is_household(match: Match) -> bool:
    """A family is no person: how many it is has to be said (أسرة من ثمانية أفراد)."""
    return type(match.payload) is Person and match.payload.group == "household"


def _with_others(scan: Scan, number: Counted, persons: list[Match]) -> tuple[Tally, range]:
    """A number of people, and those without a number who are joined to them: ثلاثة مدنيين وجنديان."""
    tally = _tally(scan, number, number.last)
    counted = next((m for m in persons if m.first <= number.last + 2 and m.last >= number.last), None)
    joined = next((m for m in persons if counted and m.first > counted.last and _is_added(scan, m)), None)
    if counted is None or joined is None or joined.first - counted.last > _ADDED_REACH or tally.high != tally.low:
        return tally, range(number.first, number.last + 1)
    others = _unnumbered(scan, joined, persons)
    if others is None or any(n.first == joined.first - 1 for n in scan.numbers):
        return tally, range(number.first, number.last + 1)
    more, words = others
    high = None if more.high is None else tally.low + more.high
    span = _span(scan, number.first, words.stop - 1)
    return Tally(tally.low + more.low, high, span, f"{tally.why} and others"), range(number.first, words.stop)


#: How far behind the people counted those may stand who are added to them: ثلاثة عناصر من الدفاع المدني ومدنيان.
_ADDED_REACH: Final = 5


def _is_added(scan: Scan, match: Match) -> bool:
    """Whether people are added to others: "and", "besides"."""
    if match.clitics.lead == "و":
        return True
    before = {word.norm for word in scan.words[max(0, match.first - 2) : match.first]}
    return not before.isdisjoint(("بالاضافه", "اضافه", "فضلا", "علاوه"))


def _unnumbered(scan: Scan, start: Match, persons: list[Match]) -> tuple[Tally, range] | None:
    """People without a number: duals are two, singulars one, indefinite plurals two or more; joined ones add up."""
    low, open_above, last = 0, False, start.last
    for match in persons:
        if match is not start and match.first <= last:
            continue
        if match is not start and not (
            (match.clitics.lead == "و" and match.first - last <= 3) or _is_one_of(scan, match, last)
        ):
            break
        number = _how_many(scan, match)
        if number is None:
            break
        low += number[0]
        open_above = open_above or number[1] is None
        last = match.last
    if not low:
        return None
    why = "people without a number"
    return Tally(low, None if open_above else low, _span(scan, start.first, last), why), range(start.first, last + 1)


def _is_one_of(scan: Scan, match: Match, last: int) -> bool:
    """ "and one of her children": the و stands at أحد."""
    before = scan.words[match.first - 1].norm
    return before in ("واحد", "واحدي") and match.first - last <= 4


def _how_many(scan: Scan, match: Match) -> tuple[int, int | None] | None:
    if type(match.payload) is CountNoun:
        return (
            (2, 2) if match.form == "du" and not match.clitics.definite else (2, None) if match.form == "pl" else None
        )
    person: Person = match.payload
    if any(n.first == match.last + 1 and (n.number.low, n.number.high) == (2, 2) for n in scan.numbers):
        return 2, 2  # مدنيين اثنين
    if match.first and scan.words[match.first - 1].norm in ("احد", "احدي", "واحد", "واحدي"):
        return 1, 1
    if match.form == "du" and not match.clitics.definite:
        return 2, 2
    if match.form == "sg" and person.single:
        return 1, 1
    if match.clitics.definite or person.group == "official":
        return None
    return 2, None


def _behind_preposition(scan: Scan, match: Match, first: int, preps: tuple[str, ...]) -> bool:
    """People of whom something is only told: among the residents, against civilians."""
    if match.clitics.prep in ("ل", "ك"):
        return match.clitics.prep not in preps
    before = scan.words[match.first - 1].norm if match.first else ""
    return match.first > first and before in PREPOSITIONS and before not in preps


def _stop(scan: Scan, first: int, last: int) -> int:
    """Up to where the patients of a happening may stand: the next agent, cause or clause."""
    stops = [m.first for cue in ("agent", "result", "boundary") for m in scan.cue(cue) if first < m.first <= last]
    stops += [m.first for m in scan.of("trigger") if first < m.first <= last and m.payload.strength != "weak"]
    stops += [at for at in range(first, last + 1) if scan.words[at].norm in _CAUSES]
    return min(stops, default=last + 1) - 1


_CAUSES: Final = frozenset(["جراء", "اثر", "نتيجه", "بسبب", "خلال", "عقب", "بعد"])


def _counts_people(scan: Scan, number: Counted, first: int) -> bool:
    """Whether a number counts people: they follow it, or nothing does that could be counted instead."""
    if number.number.basis in ("percent", "fraction", "share"):
        return False
    at = number.last + 1
    while at < len(scan.words) and scan.words[at].norm in ("من", "علي", "الاقل", "الاكثر", "عدد"):
        at += 1
    if at >= len(scan.words) or set(scan.words[at].before) & set("،,؛)."):
        return True
    norm = scan.words[at].norm
    if norm in ("بين", "مابين") and scan.at("count", at + 1):
        return False  # عشرون بين قتيل وجريح: one number for both
    if norm in _OTHERS or norm in ("اخر", "ضحيه", "منهم", "بينهم", "بجروح", "بجراح") or norm in PREPOSITIONS:
        return True
    here = scan.here(at)
    if any(map(_is_household, here)):
        return False
    if any(m.sort == "trigger" and m.clitics.prep == "ب" for m in here):
        return True  # جرح ثلاثة بكمين: by what, and so nothing that is counted
    if any(type(m.payload) is CountNoun and m.payload.counts == "vehicles" for m in here):
        return False
    if any(m.sort in ("person", "actor", "adjective", "count") for m in here):
        return True
    if any(m.sort in ("weapon", "place_cue", "trigger") for m in here):
        return False
    if any(m.sort == "verb" for m in here) or any(d.first == at for d in scan.dates):
        return True
    if any(
        m.sort == "force" and m.payload.group in ("force", "unit", "police", "person_of", "organisation") for m in here
    ):
        return True
    if any((m.sort == "cue" and m.payload.cue == "thing") for m in here):
        return False
    return number.first - first <= 1  # an unknown noun right behind the toll: 52 داعشيا


def _number_before(scan: Scan, at: int) -> Counted | None:
    """The number whose noun stands at a word: right before it, or with من / عدد between."""
    if set(scan.words[at].before) & set("،,؛"):
        return None
    for number in scan.numbers:
        gap = at - number.last - 1
        if gap == 0 or (gap == 1 and scan.words[at - 1].norm in ("من", "عدد")) or (number.first <= at <= number.last):
            return number
    return None


def _number_reached(scan: Scan, match: Match, last: int) -> Counted | None:
    """ "The number of killed ... reached N"."""
    if match.clitics.definite and match.clitics.lead:  # القتلى ستة والجرحى أحد عشر
        return next((number for number in scan.numbers if number.first == match.last + 1), None)
    lead = {scan.words[at].norm.lstrip("وب").removeprefix("ال") for at in range(max(0, match.first - 3), match.first)}
    if not lead & {"عدد", "حصيله", "اعداد"}:
        return None
    for number in scan.numbers:
        if match.last < number.first <= min(last, match.last + 16):
            before = [word.norm for word in scan.words[number.first - 2 : number.first]]
            return number if _REACHED & {norm.removeprefix("و") for norm in before} else None
    return None


def _in_subset(scan: Scan, at: int, first: int) -> bool:
    for back in range(at - 1, max(first, at - 6) - 1, -1):
        if scan.words[back].norm in _SUBSETS:
            return True
        if scan.words[back + 1].norm[:1] == "و" and scan.at("verb", back + 1):
            return False
    return False


def _tally(scan: Scan, number: Counted, last: int) -> Tally:
    low = int(number.number.low)
    high = None if number.number.high is None else int(number.number.high)
    return Tally(low, high, _span(scan, number.first, max(number.last, last)), f"number: {number.number.basis}")


def _span(scan: Scan, first: int, last: int) -> Span:
    return Span(scan.words[first].start, scan.words[last].end)
