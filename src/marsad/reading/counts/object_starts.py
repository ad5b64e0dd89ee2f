"""Where the object of a verb may begin: behind the people or the force that are its subject, and behind times."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.people_numbers import counts_people
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: Persons of a verb that agrees with people who stand before it: إن سبعة جنود قتلوا.
AGREEING: Final = ("3mp", "3fp", "3md", "3fd")


def behind_subject(scan: Scan, each: Happening, last: int) -> int:
    """Where the object of a verb may begin: behind the people or the force that are its subject."""
    start = each.last + 1
    if not each.is_verb or each.trigger.frame != "does" or start >= last or start in scan.numerals:
        return start
    if isinstance(each.match.form, VerbForm) and (
        each.match.form.voice == "passive" or each.match.form.person in AGREEING
    ):
        return start  # مسلحون اغتالوا ضابطا: whoever did it stands before
    if each.trigger.strength == "harm":  # the passive is spelt alike: قتل مسلحون
        of_them = start + (scan.words[start].norm in ("منهم", "منها"))  # قتلت منهم القوات سبعة
        begin = _behind_killers(scan, of_them, last)
        return begin if begin > of_them else start
    armed = [m.last for sort in ("force", "actor") for m in scan.at(sort, start)]
    armed += [m.last for m in scan.at("person", start) if m.payload.id != "CIVILIANS" or _hold_others(scan, m, last)]
    begin = max(armed, default=start - 1) + 1
    begin = _past_aside(scan, begin, last) if begin > start else begin
    if start < begin < len(scan.words) and scan.words[begin].norm in ("اخري", "اخر"):
        begin += 1  # أوقفت مفارز أخرى تسعة
    return begin


#: How far behind people who hold others these may stand.
_HELD_BEHIND: Final = 4


def _hold_others(scan: Scan, people: Match, last: int) -> bool:
    """Whether people behind a verb are who did it, as a number or two men behind them are its object: شبان ضابطين."""
    if people.form != "pl" or people.clitics.prep or people.clitics.definite:
        return False
    for at in range(people.last + 1, min(last, people.last + _HELD_BEHIND) + 1):
        word = scan.words[at]
        if word.before.strip() or word.norm[:1] == "و" or scan.at("trigger", at) or scan.at("verb", at):
            return False
        counted = at in scan.numerals and scan.words[at - 1].norm not in PREPOSITIONS
        if counted or any(m.form == "du" and word.norm.endswith("ين") for m in scan.at("force", at)):
            return True
    return False


#: How many words brackets behind a subject may hold.
_ASIDE: Final = 6


def _past_aside(scan: Scan, begin: int, last: int) -> int:
    """Where the object begins behind brackets that only explain the subject: مفارز للجيش (وحدات خاصة) سبعة."""
    owner = begin < last and any(m.clitics.prep == "ل" for m in scan.here(begin))
    at = max((m.last for m in scan.here(begin)), default=begin) + 1 if owner else begin
    if at > last or "(" not in scan.words[at].before:
        return begin
    closed = (end for end in range(at + 1, min(last, at + _ASIDE) + 1) if ")" in scan.words[end].before)
    return next(closed, begin)


_UP_TO: Final = word_set("object_starts", "up_to")


def past_times(scan: Scan, each: Happening, begin: int, last: int) -> int:
    """Where the object begins behind times that follow the subject: اعتقلت القوات، منذ أمس، وحتى اليوم، عشرة."""
    at = begin
    while at < last and (at in scan.dated or scan.words[at].norm in _UP_TO):
        at += 1
    return at if each.is_verb and at > begin and at - 1 in scan.dated else begin


_COMING_TO: Final = word_set("object_starts", "coming_to")


def past_agent(scan: Scan, begin: int, last: int) -> int:
    """Where those are counted whom somebody harmed who is told right behind the verb: استشهد على يد القوات سبعة."""
    if not any(cue.first == begin for cue in scan.cue("agent")):
        return begin
    for at in range(begin + 1, min(last, begin + PEOPLE_REACH) + 1):
        word, before = scan.words[at], scan.words[at - 1].norm
        told = before in _COMING_TO  # الذين قتلوا على يد القوات، وبلغت حصيلتهم 81
        if at in scan.numerals and word.norm[:1] != "و" and (told or before not in PREPOSITIONS):
            return at
        if word.before.strip() and word.norm not in _COMING_TO:
            return begin
    return begin


_WHO_KILLERS_ARE: Final = word_set("object_starts", "who_killers_are")

#: How far behind such a description those whom they killed may stand.
_ARE_REACH: Final = 12

#: How far a number of people may stand from the word for what befell them.
PEOPLE_REACH: Final = 8


def _behind_killers(scan: Scan, start: int, last: int) -> int:
    """Where the killed begin behind those who killed them: others follow unjoined, as a number or an accusative."""
    killers = [m for sort in ("person", "force", "actor") for m in scan.at(sort, start) if not m.clitics.prep]
    killers = [m for m in killers if m.sort != "person" or m.payload.id != "CIVILIANS"]
    if not killers or scan.words[start].norm.endswith("ين"):
        return start
    begin = max(m.last for m in killers) + 1
    if scan.norms(begin, begin) in _WHO_KILLERS_ARE:  # قتل مسلحون يعتقد أنهم من الجماعة 43 شخصا
        ahead = (n.first for n in scan.numbers if begin < n.first <= min(last, begin + _ARE_REACH))
        at = next((at for at in ahead if not scan.words[at].norm.startswith("و")), None)
        return start if at is None or any(begin <= comma <= at for comma in scan.commas) else at
    for at in range(begin, min(last, begin + PEOPLE_REACH) + 1):
        word = scan.words[at]
        if at in scan.dated or _tells_where(scan, at):
            continue  # قتل مسلحون في حمص، أمس الأحد، ثلاثة مزارعين
        led = any(m.clitics.prep for m in scan.here(at))
        parted = word.before and at - 1 not in scan.dated
        if led or parted or word.norm in PREPOSITIONS or scan.at("trigger", at) or scan.at("verb", at):
            return start
        counted = any(number.first == at and counts_people(scan, number, begin) for number in scan.numbers)
        if counted and scan.norms(at + 1, at + 1) in ("منهم", "منهن"):
            return start  # قتل مسلحون، ثلاثة منهم أجانب
        if counted and not word.norm.startswith("ال"):  # قتل المهاجمون الأربعة
            return start if word.norm.startswith("و") else at  # قتل جندي وأربعة مسلحين
        people = [m for m in scan.at("person", at) if not m.clitics.lead and not m.clitics.definite]
        if people and word.norm.endswith(("ا", "ين")):
            return at
    return start


def _tells_where(scan: Scan, at: int) -> bool:
    """Whether a word is of a place behind "in", or that word itself."""
    if scan.words[at].norm == "في":
        return at + 1 < len(scan.words) and bool(scan.at("place", at + 1))
    return scan.words[at - 1].norm == "في" and bool(scan.at("place", at))
