"""Stage 7b: whom a happening befell: the people next to it, a pronoun, a name, or a nation."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from marsad.arabic.inflection import VerbForm
from marsad.model import Tally
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.named_people import by_ages, by_nation, named, one_of, the_many
from marsad.reading.counts.object_starts import AGREEING, PEOPLE_REACH, behind_subject, past_agent, past_times
from marsad.reading.counts.people import find_people, last_people
from marsad.reading.counts.people_numbers import Count, counts_people, span_of, tally_of
from marsad.reading.roles.clauses import LIVES, wears_damma
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: People within so many words behind a happening are those whom it befell; none are looked for before it.
_NEAR: Final = 3

_WHO: Final = word_set("patients", "who")


def find_patients(
    scan: Scan, each: Happening, happenings: list[Happening], first: int, last: int, used: set[int]
) -> Count | None:
    """How many the happening befell: the number, dual, singular or plural of people next to it, or a pronoun."""
    told = _number_of_those(scan, each, last)
    if told is not None:
        return told
    if each.is_verb and each.harm and _is_thing_struck(scan, each.last + 1):
        return None  # أصابت القذيفة منزل الشيخ
    if not each.is_verb and each.match.clitics.suffix and _is_well_aimed(scan, each):
        return None  # استهداف السفينتين وإصابتهما إصابة مباشرة
    pronoun = _by_pronoun(scan, each)
    if pronoun is not None and each.is_verb:
        return pronoun
    if scan.cue_at("agent", each.last + 1) is not None and (told := _between_light(scan, each, used)) is not None:
        return told  # تعرض ثلاثة أطباء للخطف على يد مسلحين
    begin = _behind_complement(scan, each) or 0
    act = _subject_act(each, happenings)
    begin = begin or (act.last + 1 if act else 0)
    stop = min((other.start for other in happenings if other.start > max(each.last, begin - 1)), default=last + 1) - 1
    begin = begin or past_times(scan, each, behind_subject(scan, each, min(last, stop)), min(last, stop))
    begin = past_agent(scan, begin, last)
    preps = () if each.trigger.frame == "acts" else each.trigger.preps
    after = find_people(scan, begin, min(last, stop, begin + PEOPLE_REACH), used, preps)
    agreeing = isinstance(each.match.form, VerbForm) and each.match.form.person in AGREEING
    near = 1 + (scan.norms(each.last + 1, each.last + 1) in preps) if agreeing else _NEAR
    if agreeing and after is not None and each.trigger.frame == "does" and _is_one_object(scan, after):
        near = _NEAR  # مسلحين اغتالوا بكواتم الصوت شرطيا
    if scan.norms(each.last + 1, each.last + 1) == "مع":
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
    found = aside or _farther(scan, each, after, min(last, stop), last, used)
    return _made_up(scan, found, last) if found is not None else _of_body(scan, each, last)


def _farther(scan: Scan, each: Happening, after: Count | None, end: int, last: int, used: set[int]) -> Count | None:
    """People who are told in other words than those next to a happening; `after` are those who stand farther off."""
    found = by_nation(scan, each) or named(scan, each, end)
    found = found or after or by_ages(scan, each, last) or _reached(scan, each, last, used)
    found = found or _household(scan, each, end) or _between_light(scan, each, used)
    return found or the_many(scan, each, min(end, each.last + PEOPLE_REACH)) or one_of(scan, each, end)


_THOSE: Final = word_set("patients", "those")

#: How far before a relative clause the noun for the number of its people may stand.
_HEAD_REACH: Final = 8

_NUMBERS_OF: Final = word_set("patients", "numbers_of")

#: How far behind the clause the number may stand.
_TOLD_REACH: Final = 24

_AMOUNTING: Final = word_set("patients", "amounting")


def _is_well_aimed(scan: Scan, each: Happening) -> bool:
    """Whether something was hit as it was aimed at: إصابتها بشكل مباشر، إصابتهما إصابة دقيقة."""
    behind = scan.words[each.last + 1 : each.last + 3]
    return each.trigger.counts == "wounded" and any(word.norm in _STRAIGHT for word in behind)


_STRAIGHT: Final = word_set("patients", "straight")


def _is_one_object(scan: Scan, found: Count) -> bool:
    """Whether somebody without a number ends as only an object does: شرطيا، تاجرا."""
    return (found.tally.low, found.tally.high) == (1, 1) and scan.words[found.words.start].norm.endswith("ا")


#: What is hit and is nobody, right behind a verb of harm; whose it is stands behind it.
_STRUCK: Final = word_set("patients", "struck")


def _is_thing_struck(scan: Scan, at: int) -> bool:
    """Whether a thing stands there as what was hit, behind the weapon that hit it or at once."""
    hit_by = next((m.last for m in scan.at("weapon", at) if not m.clitics.prep), at - 1)
    return scan.norms(hit_by + 1, hit_by + 1) in _STRUCK


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


def _subject_act(each: Happening, happenings: list[Happening]) -> Happening | None:
    """The act that a verb of killing has as its subject right behind it: قتلت غارة جوية سبعة مدنيين."""
    if not each.is_verb or each.trigger.frame != "does" or each.trigger.needs:
        return None
    behind = (other for other in happenings if other.first == each.last + 1 and not other.is_verb and not other.harm)
    return next((act for act in behind if not (act.match.clitics.prep or act.match.clitics.lead)), None)


def _with_theirs(scan: Scan, each: Happening, found: Count) -> Count:
    """People before a verb with those of theirs behind it: القيادي قتل مع زوجته وطفلة له."""
    if scan.norms(each.last + 1, each.last + 1) not in ("مع", "هو") or found.tally.high is None:
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


_MADE_OF: Final = word_set("patients", "made_of")


def _household(scan: Scan, each: Happening, last: int) -> Count | None:
    """The people of a family that are told one by one: عائلة مؤلفة من رجل وزوجته وأطفالهما الثلاثة."""
    for at in range(each.last + 1, last):
        if scan.words[at].norm in _MADE_OF and any(
            m.payload.group == "household" for m in scan.ending("person", at - 1)
        ):
            found = find_people(scan, at + 1, min(last, at + PEOPLE_REACH), set(), ("من",))
            return found if found is not None and found.tally.high is not None else None
    return None


#: How far behind a noun the verb may stand that tells whom it reached.
_REACHED: Final = 22

_REACHING: Final = word_set("patients", "reaching")


def _reached(scan: Scan, each: Happening, last: int, used: set[int]) -> Count | None:
    """The people whom a clause behind a noun tells it to have reached: حملة اعتقالات منذ أمس، طالت 25 مواطنا."""
    if each.is_verb or each.harm:
        return None
    verbs = (at for at in range(each.last + 1, min(last, each.last + _REACHED)) if scan.words[at].norm in _REACHING)
    at = next(verbs, None)
    found = None if at is None else find_people(scan, at + 1, min(last, at + _NEAR), used)
    return found if found is not None and found.tally.why.startswith("number") else None


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


#: How far behind a word for being made up of people their number may stand.
_MADE_OF_REACH: Final = 4


def _made_up(scan: Scan, found: Count, last: int) -> Count:
    """People without a number by that of the body that they are: عناصر خلية إرهابية مكونة من سبعة أشخاص."""
    if found.tally.high is not None:
        return found
    for at in range(found.words.stop, min(found.words.stop + PEOPLE_REACH, last)):
        if scan.words[at].norm in _MADE_OF:
            people = find_people(scan, at + 1, min(last, at + _MADE_OF_REACH), set(), ("من",))
            return people if people is not None and people.tally.why.startswith("number") else found
    return found


#: How far behind a body it may be told of how many it is.
_BODY_REACH: Final = 20


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


#: How far before a verb people may stand, described at length: خمسة عناصر من التنظيم بينهم قيادي قتلوا.
_REACH_BACK: Final = 14


#: What tells whom somebody found dead, behind "on", and how far behind the verb that stands.
_FINDING: Final = "عثر"
_FOUND_REACH: Final = 7


def _behind_complement(scan: Scan, each: Happening) -> int | None:
    """Where the killed begin behind the lives that something took: أودى انفجار لغم بحياة ثلاثة."""
    if each.is_verb and each.trigger.lemma == _FINDING:  # عثر الأهالي على جثة شاب
        near = range(each.last + 1, min(each.last + _FOUND_REACH, len(scan.words) - 1))
        return next((at + 1 for at in near if scan.words[at].norm == "علي"), None)
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
        begin = _behind_other_verb(scan, begin, each.start)
        found = find_people(scan, begin, each.start - 1, used, unbounded=True)
        found = found or _part_before(scan, begin, each.start - 1)
    if found is None and each.harm:
        return _named_before(scan, each)
    if found is not None and each.trigger.lemma == "سقط" and _are_hurt(scan, found):
        return None  # عدد من الجرحى سقطوا
    counted = found is not None and found.tally.why.startswith("number")
    two = isinstance(each.match.form, VerbForm) and each.match.form.person in ("3md", "3fd")
    if found is not None and two and (found.tally.low, found.tally.high) == (2, None):
        return Count(replace(found.tally, high=2), found.words)  # إن شرطيين قتلا
    return found if counted or not leaving else None  # the people of a place left it: no count


def _are_hurt(scan: Scan, found: Count) -> bool:
    """Whether people are only told of as wounded."""
    return any(m.payload.counts == "wounded" and m.first in found.words for m in scan.of("count"))


#: A name before a verb has no more words than this.
_LONGEST_NAME: Final = 4


def _named_before(scan: Scan, each: Happening) -> Count | None:
    """One whose name alone stands between "that" and the verb: وأوضح أن الفلاني قتل في وسط المدينة."""
    form = each.match.form
    if not isinstance(form, VerbForm) or form.person not in ("3ms", "3fs") or each.trigger.counts != "killed":
        return None
    first = _clause_start(scan, each.start)
    words = range(first, each.start)
    if not first or not 0 < len(words) <= _LONGEST_NAME or any(at in scan.commas for at in words[1:]):
        return None
    if any(True for at in words for _ in scan.here(at)) or not all(scan.words[at].norm.isalpha() for at in words):
        return None
    return Count(Tally(1, 1, span_of(scan, first, each.start - 1), "people by name"), words)


#: How many words may describe people behind the last of their count.
_DESCRIBED: Final = 2


def _behind_other_verb(scan: Scan, begin: int, end: int) -> int:
    """Where the people right before a verb begin, behind another verb whose own they are not: عالج ستة أصيبوا."""
    verbs = [m.last + 1 for m in scan.of("verb") if begin < m.first < end - 1 and m.clitics.lead == "و"]
    near = [at for at in verbs if at in scan.numerals or scan.at("person", at)]
    return near[-1] if near else begin


def _part_before(scan: Scan, first: int, last: int) -> Count | None:
    """Those of others right before a verb that tells of them alone: من بينهم أربعة لاجئين قضوا جراء القصف."""
    found = last_people(scan, first, last)
    return found if found is not None and last - found.words.stop < _DESCRIBED else None


def _is_done_to(scan: Scan, each: Happening) -> bool:
    """Whether a plural verb tells what was done to those before it, civilians or by whom: خطفوا على يد مسلحين."""
    if each.trigger.frame != "does" or not isinstance(each.match.form, VerbForm):
        return False
    if each.match.form.person not in AGREEING or each.match.form.tense != "past":
        return False
    if scan.cue_within(each.last + 1, each.last + PEOPLE_REACH, "agent"):
        return True
    return any(m.payload.id == "CIVILIANS" for at in (1, 2) for m in scan.ending("person", each.start - at))


def _is_passive(scan: Scan, each: Happening) -> bool:
    """Whether a verb is surely one in the passive, by its form or the vowel that papers write: غُيّبوا."""
    form = each.match.form
    return isinstance(form, VerbForm) and (form.voice == "passive" or wears_damma(scan, each.first))


def _people_made_to(scan: Scan, each: Happening, first: int) -> Count | None:
    """A number of people before what they were made to do: أجبرت المعارك ألف شخص على النزوح، اضطر الآلاف للفرار."""
    joined = each.match.clitics.prep == "ل"
    if not each.start or not (joined or scan.words[each.start - 1].norm in ("علي", "الي")):
        return None
    found = last_people(scan, max(first, each.start - PEOPLE_REACH), each.start - (1 if joined else 2))
    return found if found is not None and found.tally.why.startswith("number") else None


#: How far behind a verb the act may begin in which it was done.
_CIRCUMSTANCE: Final = 6


_CIRCUMSTANCES: Final = word_set("patients", "circumstance")


def _behind_circumstance(
    scan: Scan, each: Happening, happenings: list[Happening], last: int, used: set[int]
) -> Count | None:
    """The people behind the act that a verb puts before them: قتل في غارة على البلدة ثلاثة مسلحين."""
    after = [other for other in happenings if other.start > each.last]
    if not each.is_verb or not after or after[0].is_verb or after[0].start - each.last > _CIRCUMSTANCE:
        return None
    act = after[0]
    if act.match.clitics.prep != "ب" and scan.words[act.start - 1].norm not in _CIRCUMSTANCES:
        return None
    told = len(after) > 1 and scan.words[after[1].start - 1].norm in ("الذي", "التي")  # في الهجوم الذي استهدف المدينة
    after = after[2:] if told else after[1:]
    stop = after[0].start - 1 if after else last
    return find_people(scan, act.last + 1, min(last, stop, act.last + _REACH_BACK), used)


#: How many a pronoun stands for where nothing more is said.
_PRONOUNS: Final[dict[str, tuple[int, int | None]]] = {"ه": (1, 1), "هما": (2, 2), "هم": (2, None), "هن": (2, None)}

#: How many words before a pronoun those may stand whom it means.
_ANTECEDENT: Final = 25

DYING_OF: Final = word_set("patients", "dying_of")
#: Why a count was read from a pronoun alone: it repeats people told of before.
PRONOUN: Final = "a pronoun"


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
    if each.trigger.counts == "wounded" and each.start and scan.words[each.start - 1].norm in DYING_OF:
        return None  # قتل جراء إصابته برصاصة
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
    added = find_people(scan, at + 2, at + 3, set()) if scan.norms(at + 1, at + 1) == "مع" else None
    if added is not None and high is not None and added.tally.high is not None:
        low, high, at = low + added.tally.low, high + added.tally.high, added.words.stop - 1
    return Count(Tally(low, high, span_of(scan, each.last, at), PRONOUN), range(each.last, at + 1))


#: Words behind a verb that carry the pronoun for it: أطلق سراحهم، أودى بحياته، أفرج عنهم، قضى عليهم.
_CARRIERS: Final = {"سراح": "", "سبيل": "", "بحيات": "", "عن": "عن", "علي": "علي"}


def _carried_pronoun(norm: str, preps: tuple[str, ...]) -> str:
    for carrier, prep in _CARRIERS.items():
        if norm.startswith(carrier) and norm[len(carrier) :] in _PRONOUNS and (not prep or prep in preps):
            return norm[len(carrier) :]
    return ""


def _clause_start(scan: Scan, at: int) -> int:
    """The word behind the last "that" before a word; who says it is not told of."""
    return max((back + 1 for back in range(at) if scan.words[back].norm in COMPLEMENTIZERS), default=0)
