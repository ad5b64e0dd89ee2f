"""Stage 7b: whom a happening befell: the people next to it, a pronoun, a name, or a nation."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.model import Tally
from marsad.reading.frames import LIVES
from marsad.reading.happenings import Happening
from marsad.reading.nationalities import is_object_of_nation
from marsad.reading.people import find_people, last_people
from marsad.reading.people_nouns import how_many
from marsad.reading.people_numbers import Count, counts_people, span_of, tally_of
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: How far a number may stand from the word whose patients it counts.
_REACH: Final = 8
#: Right behind it they are not looked for before it.
_NEAR: Final = 3
#: Before a verb they may be described at length: خمسة عناصر من التنظيم بينهم قيادي قتلوا.
_REACH_BACK: Final = 14


def find_patients(
    scan: Scan, each: Happening, happenings: list[Happening], first: int, last: int, used: set[int]
) -> Count | None:
    """How many the happening befell: the number, dual, singular or plural of people next to it, or a pronoun."""
    told = _number_of_those(scan, each, last)
    if told is not None:
        return told
    pronoun = _by_pronoun(scan, each)
    if pronoun is not None and each.is_verb:
        return pronoun
    begin = _behind_complement(scan, each) or 0
    act = _subject_act(each, happenings)
    begin = begin or (act.last + 1 if act else 0)
    stop = min((other.start for other in happenings if other.start > max(each.last, begin - 1)), default=last + 1) - 1
    begin = begin or _past_times(scan, each, _behind_subject(scan, each, min(last, stop)), min(last, stop))
    preps = () if each.trigger.frame == "acts" else each.trigger.preps
    after = find_people(scan, begin, min(last, stop, begin + _REACH), used, preps)
    agreeing = isinstance(each.match.form, VerbForm) and each.match.form.person in _AGREEING
    near = 1 + (_next_norm(scan, each.last) in preps) if agreeing else _NEAR
    if _next_norm(scan, each.last) == "مع":
        after = None  # القيادي قتل مع زوجته
    if after is not None and any(w.norm in _WHO for w in scan.words[each.last + 2 : after.words.start]):
        after = None  # هرب إلى البلد الذي استقبل مليون نازح
    if agreeing and after is not None and scan.words[after.words.start].norm.startswith("و"):
        after = None  # أربعة قتلوا وثلاثة أصيبوا
    gap = 0 if after is None else after.words.start - each.last - (0 if agreeing else _timed(scan, each.last, after))
    if after is not None and (begin > each.last + 1 or gap <= near):
        return _made_up(scan, _with_nameless(scan, after, min(last, stop)), last)
    if pronoun is not None:
        return pronoun
    before = _people_before(scan, each, happenings, first, used)
    if before is not None:
        return _with_theirs(scan, each, before)
    aside = _behind_circumstance(scan, each, happenings, last, used) if after is None else None
    found = aside or _by_nation(scan, each) or _named(scan, each, min(last, stop))
    found = found or after or _by_ages(scan, each, last) or _reached(scan, each, last, used)
    found = found or _household(scan, each, min(last, stop))
    found = found or _between_light(scan, each, used) or _the_many(scan, each, min(last, stop, each.last + _REACH))
    found = found or _one_of(scan, each, min(last, stop))
    return _made_up(scan, found, last) if found is not None else _of_body(scan, each, last)


def _number_of_those(scan: Scan, each: Happening, last: int) -> Count | None:
    """How many those are whose number is told: بلغ عدد الذين قتلوا في القصف 75، ارتفع إلى ثمانية عدد من قتلوا."""
    who = each.start - 1
    if who < 1 or scan.words[who].norm not in _THOSE:
        return None
    back = range(who - 1, max(-1, who - _HEAD_REACH), -1)
    head = next((at for at in back if scan.words[at].norm.lstrip("وب").removeprefix("ال") in _NUMBERS_OF), None)
    for number in scan.numbers:
        if number.last == who - 1 and scan.norms(number.first - 1, number.first - 1) == "بين":
            return Count(tally_of(scan, number, number.last), range(number.first, number.last + 1))
        if head is None:
            continue  # but: من بين 300 الذين قتلوا
        before = {word.norm.removeprefix("و") for word in scan.words[max(0, number.first - 2) : number.first]}
        ahead = number.last < head and head - number.last <= _HEAD_REACH + 2 and "الي" in before
        behind = each.last < number.first <= min(last, each.last + _TOLD_REACH) and not before.isdisjoint(_AMOUNTING)
        if (ahead or behind) and counts_people(scan, number, number.first - 1):
            return Count(tally_of(scan, number, number.last), range(number.first, number.last + 1))
    return None


#: Those of whom a relative clause tells, what is said to grow, and how it does.
_THOSE: Final = word_set("patients", "those")
_NUMBERS_OF: Final = word_set("patients", "numbers_of")
_AMOUNTING: Final = word_set("patients", "amounting")
#: How far before the clause they stand, and behind it the number.
_HEAD_REACH: Final = 8
_TOLD_REACH: Final = 24


def _subject_act(each: Happening, happenings: list[Happening]) -> Happening | None:
    """The act that a verb of killing has as its subject right behind it: قتلت غارة جوية سبعة مدنيين."""
    if not each.is_verb or each.trigger.frame != "does" or each.trigger.needs:
        return None
    behind = (other for other in happenings if other.first == each.last + 1 and not other.is_verb and not other.harm)
    return next((act for act in behind if not (act.match.clitics.prep or act.match.clitics.lead)), None)


def _with_theirs(scan: Scan, each: Happening, found: Count) -> Count:
    """People before a verb with those of theirs behind it: القيادي قتل مع زوجته وطفلة له."""
    if _next_norm(scan, each.last) not in ("مع", "هو") or found.tally.high is None:
        return found
    more = find_people(scan, each.last + 2, min(each.last + 4, len(scan.words) - 1), set())
    if more is None or more.tally.high is None or more.tally.why.startswith("number"):
        return found
    low, high = found.tally.low + more.tally.low, found.tally.high + more.tally.high
    return Count(replace(found.tally, low=low, high=high), range(found.words.start, more.words.stop))


def _timed(scan: Scan, low: int, people: Count) -> int:
    """How many words of a time stand between a word and people: نزح خلال الأسبوع الماضي ألف شخص."""
    timed = [cue for cue in scan.cue("time") if low < cue.first <= cue.last < people.words.start]
    spoken = sum(cue.last - cue.first + 1 for cue in timed)  # جرح خلال ذات الفترة سبعون شخصا
    return spoken + sum(at in scan.dated for at in range(low + 1, people.words.start))


def _household(scan: Scan, each: Happening, last: int) -> Count | None:
    """The people of a family that are told one by one: عائلة مؤلفة من رجل وزوجته وأطفالهما الثلاثة."""
    for at in range(each.last + 1, last):
        if scan.words[at].norm in _MADE_OF and any(
            m.payload.group == "household" for m in scan.ending("person", at - 1)
        ):
            found = find_people(scan, at + 1, min(last, at + _REACH), set(), ("من",))
            return found if found is not None and found.tally.high is not None else None
    return None


def _reached(scan: Scan, each: Happening, last: int, used: set[int]) -> Count | None:
    """The people whom a clause behind a noun tells it to have reached: حملة اعتقالات منذ أمس، طالت 25 مواطنا."""
    if each.is_verb or each.harm:
        return None
    verbs = (at for at in range(each.last + 1, min(last, each.last + _REACHED)) if scan.words[at].norm in _REACHING)
    at = next(verbs, None)
    found = None if at is None else find_people(scan, at + 1, min(last, at + _NEAR), used)
    return found if found is not None and found.tally.why.startswith("number") else None


#: How far behind a noun the verb may stand that tells whom it reached.
_REACHED: Final = 22
_REACHING: Final = word_set("patients", "reaching")


def _with_nameless(scan: Scan, found: Count, last: int) -> Count:
    """One who is named with others who are not, and whom nobody counts: القيادي فلان وآخرين من مرافقيه."""
    if found.tally.low != 1 or found.tally.high != 1 or found.tally.why.startswith("number"):
        return found
    for at in range(found.words.stop, min(found.words.stop + _NEAR + 2, last + 1)):
        if scan.words[at].norm in ("واخرين", "واخرون"):
            return Count(Tally(3, None, found.tally.span, f"{found.tally.why}, and others"), found.words)
        if scan.words[at].norm in PREPOSITIONS or scan.at("verb", at) or scan.at("trigger", at):
            break
    return found


def _one_of(scan: Scan, each: Happening, last: int) -> Count | None:
    """One of some whom no file knows: مقتل أحد الصيادين."""
    at = each.last + 1
    if each.harm and not each.is_verb and at not in scan.commas and scan.norms(at, at) in _ONE_OF_THEM:  # مقتل أحدهما
        return Count(Tally(1, 1, span_of(scan, at, at), "one of some"), range(at, at + 1))
    if not each.harm or at >= last or scan.words[at].norm not in ("احد", "احدي"):
        return None
    if at in scan.dated or not scan.words[at + 1].norm.startswith("ال"):
        return None
    return Count(Tally(1, 1, span_of(scan, at, at + 1), "one of some"), range(at, at + 2))


_ONE_OF_THEM: Final = word_set("patients", "one_of_them")


def _made_up(scan: Scan, found: Count, last: int) -> Count:
    """People without a number by that of the body that they are: عناصر خلية إرهابية مكونة من سبعة أشخاص."""
    if found.tally.high is not None:
        return found
    for at in range(found.words.stop, min(found.words.stop + _REACH, last)):
        if scan.words[at].norm in _MADE_OF:
            people = find_people(scan, at + 1, min(last, at + _MADE_OF_REACH), set(), ("من",))
            return people if people is not None and people.tally.why.startswith("number") else found
    return found


def _of_body(scan: Scan, each: Happening, last: int) -> Count | None:
    """The people of a body that was taken: تفكيك خلية موالية للتنظيم، تتكون من سبعة أفراد."""
    heads = (*scan.at("force", each.last + 1), *scan.ending("force", each.last))
    if not any(m.payload.group == "organisation" for m in heads) or each.trigger.counts not in ("arrested", "abducted"):
        return None
    for at in range(each.last + 2, min(each.last + 2 + _BODY_REACH, last)):
        if scan.words[at].norm in _MADE_OF:
            people = find_people(scan, at + 1, min(last, at + _MADE_OF_REACH), set(), ("من",))
            return people if people is not None and people.tally.why.startswith("number") else None
    return None


def _between_light(scan: Scan, each: Happening, used: set[int]) -> Count | None:
    """The people between a verb of suffering and its noun: تعرض خمسة عمال للاختطاف."""
    if each.light is None or each.light.payload.frame != "suffers":
        return None
    return find_people(scan, each.light.last + 1, each.first - 1, used)


#: Of how many a body is: مكونة من سبعة، تضم أربعة.
_MADE_OF: Final = word_set("patients", "made_of")
_MADE_OF_REACH: Final = 4
#: How far behind a body it may be told of how many it is.
_BODY_REACH: Final = 20

#: Persons of a verb that agrees with people who stand before it: إن سبعة جنود قتلوا.
_AGREEING: Final = ("3mp", "3fp", "3md", "3fd")


def _behind_complement(scan: Scan, each: Happening) -> int | None:
    """Where the killed begin behind the lives that something took: أودى انفجار لغم بحياة ثلاثة."""
    if not each.trigger.needs:
        return None
    behind = range(each.last + 1, min(each.last + _REACH_BACK, len(scan.words)))
    return next((at + 1 for at in behind if scan.words[at].norm in LIVES), None)


def _people_before(
    scan: Scan, each: Happening, happenings: list[Happening], first: int, used: set[int]
) -> Count | None:
    """The people before a verb whose subject they are: ثلاثة مدنيين قتلوا، نحو ألف شخص نزحوا."""
    if not each.is_verb and each.trigger.counts == "displaced":
        return _people_made_to(scan, each, first)
    dying = each.harm and each.trigger.frame == "suffers" and each.trigger.pos == "phrase"  # قضوا
    if not (each.is_verb or dying) or each.match.clitics.lead or scan.cue_at("result", each.first - 1):
        return None
    leaving = each.trigger.counts == "displaced" and each.trigger.frame == "acts"
    leaving = leaving or (each.trigger.counts == "arrested" and each.trigger.frame == "acts")  # سلموا أنفسهم
    by_somebody = any(each.last < cue.first <= each.last + 2 for cue in scan.cue("agent"))  # اعتقلوا من قبل القوات
    passive = _is_passive(scan, each) or _is_done_to(scan, each) or by_somebody
    if not (each.harm or leaving or passive or each.trigger.frame == "suffers"):
        return None
    begin = max((other.start for other in happenings if other.start < each.start), default=first - 1) + 1
    clause = _clause_start(scan, each.start)
    begin = max(begin, first, clause)
    if not any(0 <= number.first - begin <= 1 and begin == clause for number in scan.numbers):
        begin = max(begin, each.start - _REACH_BACK)  # but: إن 47 شخصا بينهم ... قتلوا
    if each.start and scan.words[each.start - 1].norm in _WHO:  # شيع المئات الشهيد الذي قضى
        found = last_people(scan, begin, each.start - 2)
    else:
        found = find_people(scan, begin, each.start - 1, used, unbounded=True)
        found = found or _part_before(scan, begin, each.start - 1)
    counted = found is not None and found.tally.why.startswith("number")
    two = isinstance(each.match.form, VerbForm) and each.match.form.person in ("3md", "3fd")
    if found is not None and two and (found.tally.low, found.tally.high) == (2, None):
        return Count(replace(found.tally, high=2), found.words)  # إن شرطيين قتلا
    return found if counted or not leaving else None  # the people of a place left it: no count


def _part_before(scan: Scan, first: int, last: int) -> Count | None:
    """Those of others right before a verb that tells of them alone: من بينهم أربعة لاجئين قضوا جراء القصف."""
    found = last_people(scan, first, last)
    return found if found is not None and last - found.words.stop < _DESCRIBED else None


#: How many words may describe people behind the last of their count.
_DESCRIBED: Final = 2


def _is_done_to(scan: Scan, each: Happening) -> bool:
    """Whether a plural verb tells what was done to those before it, civilians or by whom: خطفوا على يد مسلحين."""
    if each.trigger.frame != "does" or not isinstance(each.match.form, VerbForm):
        return False
    if each.match.form.person not in _AGREEING or each.match.form.tense != "past":
        return False
    if scan.cue_within(each.last + 1, each.last + _REACH, "agent"):
        return True
    return any(m.payload.id == "CIVILIANS" for at in (1, 2) for m in scan.ending("person", each.start - at))


_WHO: Final = word_set("patients", "who")


def _is_passive(scan: Scan, each: Happening) -> bool:
    """Whether a verb is surely one in the passive, by its form or the vowel that papers write: غُيّبوا."""
    form, start = each.match.form, scan.words[each.first].start
    return isinstance(form, VerbForm) and (form.voice == "passive" or _DAMMA in scan.text[start : start + 3])


_DAMMA: Final = "\N{ARABIC DAMMA}"


def _people_made_to(scan: Scan, each: Happening, first: int) -> Count | None:
    """A number of people before what they were made to do: أجبرت المعارك ألف شخص على النزوح، اضطر الآلاف للفرار."""
    joined = each.match.clitics.prep == "ل"
    if not each.start or not (joined or scan.words[each.start - 1].norm in ("علي", "الي")):
        return None
    found = last_people(scan, max(first, each.start - _REACH), each.start - (1 if joined else 2))
    return found if found is not None and found.tally.why.startswith("number") else None


def _behind_circumstance(
    scan: Scan, each: Happening, happenings: list[Happening], last: int, used: set[int]
) -> Count | None:
    """The people behind the act that a verb puts before them: قتل في غارة على البلدة ثلاثة مسلحين."""
    after = [other for other in happenings if other.start > each.last]
    if not each.is_verb or not after or after[0].is_verb or after[0].start - each.last > _CIRCUMSTANCE:
        return None
    act = after[0]
    if act.match.clitics.prep != "ب" and scan.words[act.start - 1].norm not in ("في", "خلال", "اثناء", "عبر", "اثر"):
        return None
    told = len(after) > 1 and scan.words[after[1].start - 1].norm in ("الذي", "التي")  # في الهجوم الذي استهدف المدينة
    after = after[2:] if told else after[1:]
    stop = after[0].start - 1 if after else last
    return find_people(scan, act.last + 1, min(last, stop, act.last + _REACH_BACK), used)


#: How far behind a verb the act may begin in which it was done.
_CIRCUMSTANCE: Final = 6

#: Why a count was read from a pronoun alone: it repeats people told of before.
PRONOUN: Final = "a pronoun"
#: How many a pronoun stands for where nothing more is said.
_PRONOUNS: Final[dict[str, tuple[int, int | None]]] = {"ه": (1, 1), "هما": (2, 2), "هم": (2, None), "هن": (2, None)}
#: Words behind a verb that carry the pronoun for it: أطلق سراحهم، أودى بحياته، أفرج عنهم، قضى عليهم.
_CARRIERS: Final = {"سراح": "", "سبيل": "", "بحيات": "", "عن": "عن", "علي": "علي"}
#: How many words before a pronoun those may stand whom it means.
_ANTECEDENT: Final = 25


def _by_pronoun(scan: Scan, each: Happening) -> Count | None:
    """The people whom a pronoun means that a happening befell: those told of before it, where it is of many."""
    at, suffix = each.last, each.match.clitics.suffix
    if each.trigger.frame not in ("does", "of", "strikes") or (
        each.match.clitics.prep == "ب" and each.trigger.counts == "wounded"
    ):
        return None
    if not suffix:
        behind = range(each.last + 1, min(each.last + 4, len(scan.words)))
        carried = ((at, _carried_pronoun(scan.words[at].norm, each.trigger.preps)) for at in behind)
        at, suffix = next(((at, suffix) for at, suffix in carried if suffix), (at, ""))
    if suffix not in _PRONOUNS:
        return None
    if each.start and scan.words[each.start - 1].norm == "ممن":  # مئات الآلاف ممن هجرهم النظام
        number = next((n for n in scan.numbers if n.last == each.start - 2), None)
        if number is not None:
            return Count(tally_of(scan, number, number.last), range(number.first, each.last + 1))
    low, high = _PRONOUNS[suffix]
    if high is None:
        meant = last_people(scan, max(0, each.start - _ANTECEDENT), each.start - 1)
        if meant is not None and meant.tally.low > 1:
            spelt = meant.tally.high == 2 and not meant.tally.why.startswith("number")  # مخربين ... عليهم are no two
            return Count(replace(meant.tally, high=None) if spelt else meant.tally, range(at, at + 1))
    added = find_people(scan, at + 2, at + 3, set()) if _next_norm(scan, at) == "مع" else None
    if added is not None and high is not None and added.tally.high is not None:
        low, high, at = low + added.tally.low, high + added.tally.high, added.words.stop - 1
    return Count(Tally(low, high, span_of(scan, each.last, at), PRONOUN), range(each.last, at + 1))


def _carried_pronoun(norm: str, preps: tuple[str, ...]) -> str:
    for carrier, prep in _CARRIERS.items():
        if norm.startswith(carrier) and norm[len(carrier) :] in _PRONOUNS and (not prep or prep in preps):
            return norm[len(carrier) :]
    return ""


def _next_norm(scan: Scan, at: int) -> str:
    return scan.words[at + 1].norm if at + 1 < len(scan.words) else ""


def _clause_start(scan: Scan, at: int) -> int:
    """The word behind the last "that" before a word; who says it is not told of."""
    return max((back + 1 for back in range(at) if scan.words[back].norm in COMPLEMENTIZERS), default=0)


def _behind_subject(scan: Scan, each: Happening, last: int) -> int:
    """Where the object of a verb may begin: behind the people or the force that are its subject."""
    start = each.last + 1
    if not each.is_verb or each.trigger.frame != "does" or start >= last or start in scan.numerals:
        return start
    if isinstance(each.match.form, VerbForm) and (
        each.match.form.voice == "passive" or each.match.form.person in _AGREEING
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
    return begin + (begin > start and scan.words[begin].norm in ("اخري", "اخر"))  # أوقفت مفارز أخرى تسعة


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


_HELD_BEHIND: Final = 4


def _past_aside(scan: Scan, begin: int, last: int) -> int:
    """Where the object begins behind brackets that only explain the subject: مفارز للجيش (وحدات خاصة) سبعة."""
    owner = begin < last and any(m.clitics.prep == "ل" for m in scan.here(begin))
    at = max((m.last for m in scan.here(begin)), default=begin) + 1 if owner else begin
    if at > last or "(" not in scan.words[at].before:
        return begin
    closed = (end for end in range(at + 1, min(last, at + _ASIDE) + 1) if ")" in scan.words[end].before)
    return next(closed, begin)


#: How many words brackets behind a subject may hold.
_ASIDE: Final = 6


def _past_times(scan: Scan, each: Happening, begin: int, last: int) -> int:
    """Where the object begins behind times that follow the subject: اعتقلت القوات، منذ أمس، وحتى اليوم، عشرة."""
    at = begin
    while at < last and (at in scan.dated or scan.words[at].norm in _UP_TO):
        at += 1
    return at if each.is_verb and at > begin and at - 1 in scan.dated else begin


_UP_TO: Final = word_set("patients", "up_to")


#: Words by which killers are described before those whom they killed, and how far behind these may stand.
_WHO_KILLERS_ARE: Final = word_set("patients", "who_killers_are")
_ARE_REACH: Final = 12


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
    for at in range(begin, min(last, begin + _REACH) + 1):
        word = scan.words[at]
        led = any(m.clitics.prep for m in scan.here(at))
        if led or word.before or word.norm in PREPOSITIONS or scan.at("trigger", at) or scan.at("verb", at):
            return start
        counted = any(number.first == at and counts_people(scan, number, begin) for number in scan.numbers)
        if counted and not word.norm.startswith("ال"):  # قتل المهاجمون الأربعة
            return start if word.norm.startswith("و") else at  # قتل جندي وأربعة مسلحين
        people = [m for m in scan.at("person", at) if not m.clitics.lead and not m.clitics.definite]
        if people and word.norm.endswith(("ا", "ين")):
            return at
    return start


def _by_nation(scan: Scan, each: Happening) -> Count | None:
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
    two = norm.endswith(("ان", "تين")) or _next_norm(scan, at) in ("اثنين", "اثنتين", "اثنان")
    low, high = (2, 2) if two else (2, None) if plural else (1, 1)
    return Count(Tally(low, high, span_of(scan, at, at), "people by their nation"), range(at, at + 1))


def _the_many(scan: Scan, each: Happening, last: int) -> Count | None:
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


_PLURAL: Final = tuple(word_set("patients", "plural"))


def _named(scan: Scan, each: Happening, last: int) -> Count | None:
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


_COMPARED: Final = word_set("patients", "compared")


def _by_ages(scan: Scan, each: Happening, last: int) -> Count | None:
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


_YEARS: Final = word_set("patients", "years")
#: The age of one is told of whoever is named: where several are given, they are all.
_SEVERAL_AGES: Final = 2


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


_EACH_OF: Final = ("كل من", "كلا من")
#: How far behind an act "each of" and the names may begin.
_LISTED: Final = 10
#: How far the names of people who are joined may reach, and the sorts that are names as often as not.
_NAMES_REACH: Final = 14
_NAMELIKE: Final = ("place", "local_actor", "person")
_NAMES_IN_W: Final = word_set("patients", "names_in_w")
