"""Whom a happening befell, where no number or word for people tells it: names, ages, a nation, a plural."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.model import Tally
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.people_nouns import how_many
from marsad.reading.counts.people_numbers import Count, span_of
from marsad.reading.parties.nationalities import is_object_of_nation
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

_ONE_OF_THEM: Final = word_set("named_people", "one_of_them")


def one_of(scan: Scan, each: Happening, last: int) -> Count | None:
    """One of some whom no file knows: مقتل أحد الصيادين."""
    at = each.last + 1
    if each.harm and not each.is_verb and at not in scan.commas and scan.norms(at, at) in _ONE_OF_THEM:  # مقتل أحدهما
        return Count(Tally(1, 1, span_of(scan, at, at), "one of some"), range(at, at + 1))
    if not each.harm or at >= last or scan.words[at].norm not in ("احد", "احدي"):
        return None
    if at in scan.dated or not scan.words[at + 1].norm.startswith("ال") or scan.at("weapon", at + 1):
        return None
    return Count(Tally(1, 1, span_of(scan, at, at + 1), "one of some"), range(at, at + 2))


def by_nation(scan: Scan, each: Happening) -> Count | None:
    """People called by their nation alone, right behind or behind who did it: قتل فلسطيني، قتل الجيش فلسطينيا."""
    objects = (m for m in scan.of("adjective") if each.last < m.first and is_object_of_nation(scan, m))
    adjective = next((m for m in scan.at("adjective", each.last + 1) if each.harm and not m.clitics.definite), None)
    adjective = adjective or next(objects, None)
    if adjective is None or scan.words[adjective.first].before.strip():
        return None
    at = adjective.first
    norm = scan.words[at].norm
    if norm.endswith(("يه", "ات")) and isinstance(each.match.form, VerbForm) and each.match.form.person == "3ms":
        return None
    plural = norm.endswith(("ون", "ين", "يات"))
    two = norm.endswith(("ان", "تين")) or scan.norms(at + 1, at + 1) in ("اثنين", "اثنتين", "اثنان")
    low, high = (2, 2) if two else (2, None) if plural else (1, 1)
    return Count(Tally(low, high, span_of(scan, at, at), "people by their nation"), range(at, at + 1))


_PLURAL: Final = tuple(word_set("named_people", "plural"))


def the_many(scan: Scan, each: Happening, last: int) -> Count | None:
    """Two or more where people are held or let go whom a definite plural names: الإفراج عن المحتجزين."""
    if each.trigger.counts not in ("arrested", "abducted", "released") or each.trigger.frame == "by":
        return None
    held = [
        m
        for sort in ("person", "count", "adjective")
        for m in scan.of(sort)
        if each.last < m.first <= last and m.clitics.definite and scan.words[m.first].norm.endswith(_PLURAL)
    ]
    first = min((m.first for m in held), default=last + 1)
    wanted = ("من", *each.trigger.preps)
    if first > last or (first > each.last + 1 and scan.words[first - 1].norm not in wanted):
        return None
    return Count(Tally(2, None, span_of(scan, first, first), "people without a number"), range(first, first + 1))


#: How far behind an act "each of" and the names may begin.
_LISTED: Final = 10

#: What opens a list of names: قتل كل من فلان وفلان.
_EACH_OF: Final = ("كل من", "كلا من")

_COMPARED: Final = word_set("named_people", "compared")

#: How far the names of people who are joined may reach.
_NAMES_REACH: Final = 14


def named(scan: Scan, each: Happening, last: int) -> Count | None:
    """People by names that no file knows, where they follow at once: مقتل فلان الفلاني وفلان، قتل كل من فلان وفلان."""
    at = each.last + 1
    patient = each.trigger.frame in ("of", "suffers") or (isinstance(each.match.form, VerbForm) and each.harm)
    listed = (word for word in range(at, min(at + _LISTED, last)) if scan.norms(word, word + 1) in _EACH_OF)
    behind = next(listed, None)
    each_of = behind is not None
    at = at if behind is None else behind + 2
    patient = patient or each_of
    plural = isinstance(each.match.form, VerbForm) and each.match.form.person not in ("3ms", "3fs")
    plural = (
        plural or each.match.form == "pl" or each.match.clitics.definite or scan.words[min(at, last)].norm[:1] == "و"
    )
    marks = scan.words[at].before.strip() if at + 1 <= last else ""
    if not patient or plural or each.trigger.needs or at + 1 > last or (marks and not (each_of and marks == ":")):
        return None
    norm = scan.words[at].norm
    if norm.startswith("ال") or norm in PREPOSITIONS or len(norm) < 3 or not norm.isalpha() or norm in _COMPARED:
        return None
    known = (match.sort not in ("place", "local_actor") for match in (*scan.here(at), *scan.here(at + 1)))
    if not each_of and any(known):
        return None
    joined = _joined_names(scan, at + 1, min(last, at + _NAMES_REACH), surely=each_of, parted=":" in marks)
    low = 1 + sum((how_many(scan, m) or (0, 0))[0] if m else 1 for _, m in joined)
    end = joined[-1][0] if joined else at + 1
    return Count(Tally(low, low, span_of(scan, at, end), "people by name"), range(at, end + 1))


_YEARS: Final = word_set("named_people", "years")

#: The age of one is told of whoever is named: where several are given, they are all.
_SEVERAL_AGES: Final = 2


def by_ages(scan: Scan, each: Happening, last: int) -> Count | None:
    """Those whose ages are given behind their names: أصيب في القصف: فلان (20 عاما)، فلان (45 عاما)."""
    if not each.harm:
        return None
    ages = [
        number.first
        for number in scan.numbers
        if each.last < number.first < last
        and "(" in scan.words[number.first].before
        and scan.words[number.last + 1].norm in _YEARS
    ]
    if len(ages) < _SEVERAL_AGES:
        return None
    span = span_of(scan, ages[0], ages[-1] + 1)
    return Count(Tally(len(ages), len(ages), span, "people by name and age"), range(ages[0], ages[-1] + 2))


_NAMES_IN_W: Final = word_set("named_people", "names_in_w")

#: Sorts of matches that are names of people as often as not.
_NAMELIKE: Final = ("place", "local_actor", "person")


def _joined_names(
    scan: Scan, first: int, last: int, *, surely: bool, parted: bool = False
) -> list[tuple[int, Match | None]]:
    """Where people are joined to one who is named: by a name of their own, or by what they are (وزوجته).

    `surely` tells that names must follow, so that words that are verbs too are none; `parted` that commas part them.
    """
    found: list[tuple[int, Match | None]] = []
    for at in range(first, last + 1):
        word = scan.words[at]
        if word.norm in PREPOSITIONS or scan.at("trigger", at) or word.norm[:1] == "ب":
            break
        if scan.at("verb", at) and not surely:
            break
        if parted and "،" in word.before and (word.norm[:1] != "و" or word.norm in _NAMES_IN_W):
            if word.norm.startswith("ال") or not word.norm.isalpha() or scan.cue_at("say", at):
                break
            found.append((at, None))
        if word.norm[:1] != "و" or word.norm in _NAMES_IN_W:
            continue
        person = next((m for m in scan.at("person", at) if m.clitics.lead == "و"), None)
        known = not surely and any(m.sort not in _NAMELIKE for m in scan.here(at))
        if person is None and (known or len(word.norm) < 4):
            break
        found.append((at, person))
    return found
