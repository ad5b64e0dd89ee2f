"""Whether a toll is another than that before it: of others, elsewhere, or with a cause of its own."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.people_numbers import SUBSETS
from marsad.reading.groups.groups import VIOLENT, Group, counts_of
from marsad.reading.groups.joints import MEANWHILE, behind_joint
from marsad.reading.rankings import is_next_place
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def is_own_toll(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll is another than that before it, of others or by other means."""
    if _is_brought_by(scan, group.last, each) or _has_further_means(scan, group, each):
        return True
    if _is_in_other_town(scan, group, each) or _is_running_total(scan, group, each):
        return True
    if _has_other_killers(scan, group, each) or _is_of_next_place(scan, group, each):
        return True
    return group.only_harm and each.trigger.counts in counts_of(group) and _has_killers(scan, each)


#: Within how many words behind "brought about" the toll stands.
_CAUSED: Final = 7


def _is_brought_by(scan: Scan, low: int, each: Happening) -> bool:
    """Whether others brought a toll about than the act before it: وثق مقتل سبعة، تسببت الميليشيا بمقتل ثلاثة منهم."""
    if each.is_verb:
        return False
    for at in range(each.first - 2, max(low, each.first - _CAUSED), -1):
        if scan.words[at].norm.removeprefix("و").startswith("تسبب"):
            heads = [m for sort in ("force", "actor", "person") for m in scan.at(sort, at + 1)]
            return any(not (m.clitics.prep or m.clitics.lead) for m in heads)
    return False


#: How far behind a toll that rose the days or the act stand of which it is.
_TOTAL_REACH: Final = 5

_OVER: Final = word_set("own_tolls", "over")
RISING: Final = word_set("own_tolls", "rising")


def _is_running_total(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll that rose is that of more than the act before it, which has its own.

    قتل اثنان إثر هجوم، وبذلك يرتفع عدد القتلى أمس إلى سبعة; but not ليرتفع عدد قتلى الهجوم إلى سبعة.
    """
    if each.is_verb or each.trigger.counts not in counts_of(group):
        return False
    if " " not in each.trigger.lemma:
        return _is_grand_total(scan, group, each)
    if not any(
        word.norm.lstrip("ولف") in RISING for word in scan.words[max(group.last + 1, each.first - 2) : each.first]
    ):
        return False
    behind = range(each.last + 1, min(each.last + _TOTAL_REACH, len(scan.words)))
    if any(
        match.payload.kind in VIOLENT and match.clitics.definite and not match.payload.needs
        for at in behind
        for match in scan.at("trigger", at)
    ):
        return False
    over = any(at in scan.dated or scan.words[at].norm in _OVER for at in behind)
    return over or (not group.only_harm and any(not member.harm and _is_act(member.match) for member in group.members))


_WHOLE: Final = word_set("own_tolls", "whole")

#: How far before the dead it may be told that their whole number rose.
_WHOLE_REACH: Final = 6


def _is_grand_total(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether the dead are all that there have been: قتل اثنان، ليرتفع العدد الإجمالي إلى 25 قتيلا."""
    near = range(max(group.last + 1, each.first - _WHOLE_REACH), each.first)
    rose = next((at for at in near if scan.words[at].norm.lstrip("ولف") in RISING), None)
    return rose is not None and any(scan.words[at].norm in _WHOLE for at in range(rose + 1, each.first))


#: Within how many words behind a toll its town stands.
_TOWN_REACH: Final = 8


def _is_in_other_town(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll is told of a town of its own: مقتل مدني في بنغازي، ووفاة ناشط في طرابلس."""
    if not group.only_harm or not (_opens_with_and(scan, each) if each.is_verb else _is_listed(scan, group, each)):
        return False
    one, other = _towns(scan, group.last + 1, each.start), _towns(scan, each.last + 1, each.last + _TOWN_REACH)
    return bool(one) and bool(other) and one.isdisjoint(other)


def _is_listed(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a noun for a toll goes on behind a comma with one of the same sort."""
    joined = each.match.clitics.lead == "و" and each.first in scan.commas
    return joined and each.trigger.counts in counts_of(group)


#: How far behind the comma that opens its clause a verb may stand: the time stands between.
_OPENING_REACH: Final = 3


def _opens_with_and(scan: Scan, each: Happening) -> bool:
    """Whether a verb opens a clause with "and" or another joint: وأصيب آخر في ب، وبعد ساعات أصيب آخر في ب."""
    if behind_joint(scan, each):
        return True
    near = range(each.start, max(-1, each.start - _OPENING_REACH - 1), -1)
    comma = next((at for at in near if at in scan.commas), -1)
    return comma >= 0 and scan.words[comma].norm[0] == "و"


def _towns(scan: Scan, low: int, high: int) -> set[str]:
    """The places in which something is told to be between two words, up to a comma."""
    found: set[str] = set()
    for at in range(low, min(high, len(scan.words))):
        if at > low and at in scan.commas:
            break
        before = scan.norms(max(0, at - 2), at - 1).split()
        if "في" in before:
            found |= {m.payload.id for m in scan.at("place", at)}
    return found


#: How far behind a toll its own cause may stand.
_CAUSE_REACH: Final = 13


def _has_further_means(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll of the same sort has means of its own: قتل اثنان بقذيفة، وقتل مدني برصاص قناص."""
    joined = each.match.clitics.lead == "و" or behind_joint(scan, each)
    if not each.is_verb or not joined or each.trigger.counts not in counts_of(group):
        return False
    tolls = [m for m in group.members if m.is_verb and m.harm and m.trigger.counts == each.trigger.counts]
    end = min(_next_verb(scan, each), each.last + _CAUSE_REACH)
    if not tolls or not _has_means(scan, each.last + 1, end):
        return False
    before = tolls[-1].last + 1
    return _has_means(scan, before, each.start) or bool(scan.cue_within(before, each.start - 1, "agent"))


_BY_WHAT: Final = word_set("own_tolls", "by_what")


def _has_means(scan: Scan, low: int, high: int) -> bool:
    """Whether it is told between two words by what people were killed: بشظايا قذيفة، برصاص قناص، دهسا."""
    for at in range(low, high):
        if scan.words[at].norm in _BY_WHAT:
            return True
        if any(m.clitics.prep == "ب" for m in scan.at("weapon", at)):
            return True
        acts = (m for m in scan.at("trigger", at) if _is_violence(m) and not m.clitics.definite)
        if any(m.clitics.prep == "ب" or at - 1 in _causes(scan) for m in acts):
            return True
    return False


def _causes(scan: Scan) -> frozenset[int]:
    """The last words of what leads to a cause."""
    return frozenset([cue.last for cue in scan.cue("cause")])


_BEFORE_KILLERS: Final = word_set("own_tolls", "before_killers")

#: Within how many words behind those who killed the killed stand.
_KILLERS_REACH: Final = 7


def _has_killers(scan: Scan, each: Happening) -> bool:
    """Whether those who did it stand right behind a verb, and the killed behind them: قتلت منهم القوات 14 مدنيا."""
    form, at = each.match.form, each.last + 1
    if each.trigger.frame != "does" or each.match.clitics.suffix or not isinstance(form, VerbForm):
        return False
    while at < len(scan.words) and scan.words[at].norm in _BEFORE_KILLERS:
        at += 1
    ends = [m.last for sort in ("force", "actor") for m in scan.at(sort, at) if not (m.clitics.prep or m.clitics.lead)]
    begin = max(ends, default=-1) + 1
    for behind in range(begin, min(begin + _KILLERS_REACH, len(scan.words)) if begin else 0):
        word = scan.words[behind]
        if "،" in word.before or scan.at("trigger", behind) or scan.at("verb", behind):
            return False
        if behind in scan.numerals:
            return word.norm[:1] != "و"
        if word.norm.endswith("ا") and any(not m.clitics.lead for m in scan.at("person", behind)):
            return True
    return False


#: How far behind a toll "at the hands of" may stand.
_BY_WHOM: Final = 10


def _has_other_killers(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a further toll of the same sort names who did it: فيما قتل سبعة على يد القوات."""
    left_out = each.match.sort == "cue"
    joined = left_out or each.match.clitics.lead == "و" or behind_joint(scan, each)
    if not joined or not (group.only_harm or left_out) or each.trigger.counts not in counts_of(group):
        return False
    end = min(_next_verb(scan, each), each.last + _BY_WHOM)
    agents = [cue.first for cue in scan.cue("agent") if each.first <= cue.first < end]
    return bool(agents) and any(at in scan.numerals for at in range(each.start))


def _next_verb(scan: Scan, each: Happening) -> int:
    """Where the next verb stands behind a happening; "among them" is spelt like one."""
    verbs = (m.first for m in scan.of("verb") if m.first > each.last)
    return next((at for at in verbs if scan.words[at].norm not in SUBSETS), len(scan.words))


#: How far before a toll the place stands that comes next in a list.
_NEXT_REACH: Final = 8


def _is_of_next_place(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll is that of the place that comes next: بلغ عدد القتلى في أ تسعة، تلتها ب بسبعة قتلى."""
    if not group.only_harm or each.trigger.counts not in counts_of(group):
        return False
    return any(is_next_place(scan, at) for at in range(max(group.last + 1, each.start - _NEXT_REACH), each.start))


_DEATHS: Final = word_set("own_tolls", "deaths")
AFTER: Final = word_set("own_tolls", "after")
_AT_ONCE: Final = word_set("own_tolls", "at_once")


def came_before(scan: Scan, each: Happening) -> bool:
    """Whether a toll is of what was before the act, or besides it at the same time.

    اندلعت اشتباكات بعد مقتل شاب، استأنف عملياته عقب مقتل جنديين.
    """
    before = scan.words[each.start - 1].norm if each.start else ""
    if before == "مع" and each.start > 1 and scan.words[each.start - 2].norm.removeprefix("و") in _AT_ONCE:
        return True  # دوي انفجار في أ، تزامنا مع إصابة ثلاثة في ب
    return each.trigger.lemma in _DEATHS and not each.match.clitics.prep and before in AFTER


#: How far behind words that lead to another matter the verb stands; the time stands between.
_MATTER_REACH: Final = 5


def is_besides(scan: Scan, each: Happening) -> bool:
    """Whether a sentence begins with words that lead to another matter, right before who fell: في سياق آخر، قتل شاب."""
    leads = (cue for cue in scan.cue("topic") if cue.payload.value == "apart" and cue.first <= 1)
    return each.is_verb and any(0 < each.start - cue.last <= _MATTER_REACH for cue in leads)


_BECAUSE: Final = word_set("own_tolls", "because")


def starts_anew(scan: Scan, each: Happening) -> bool:
    """Whether a toll begins a claim of its own, as it has its own cause: وقتل ثلاثة في غارة، فيما أصيب شاب برصاص."""
    if not each.is_verb:
        return came_before(scan, each) or is_announced_besides(scan, each)
    if has_own_act(scan, each) or is_elsewhere(scan, each) or is_done_there(scan, each):
        return True
    behind = range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words)))
    causes = [m for m in scan.cue("cause") if m.first in behind]
    if any(m.payload.lemma in _BECAUSE and not _is_told(scan, m.last + 1) for m in causes):
        return each.match.clitics.lead == "و" or behind_joint(scan, each)
    return behind_joint(scan, each) and any(
        m.clitics.prep == "ب" and not m.clitics.definite and m.first in behind
        for m in (*scan.of("trigger"), *scan.of("weapon"))
        if m.sort == "weapon" or m.payload.strength not in ("harm", "weak")  # بإصابات بليغة is no cause
    )


#: How far behind "they also announced" the toll stands.
_SAID_REACH: Final = 6

_BESIDES: Final = word_set("own_tolls", "besides")


def is_announced_besides(scan: Scan, each: Happening) -> bool:
    """Whether a toll is announced besides another, with a cause of its own: كما أعلنت مقتل ثالث في غارة على ب."""
    said = next((cue for cue in reversed([*scan.cue("say")]) if cue.last < each.start <= cue.last + _SAID_REACH), None)
    if said is None or any(said.last < comma <= each.start for comma in scan.commas):
        return False
    joint = next((cue for cue in scan.cue("boundary") if cue.last < said.first <= cue.last + 2), None)
    if joint is None or joint.payload.lemma not in _BESIDES:
        return False
    behind = range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words)))
    if scan.cue_within(behind.start, behind.stop - 1, "agent"):
        return True  # فيما أعلنت استشهاد سبعة على يد القوات
    acts = (m for at in behind for m in scan.at("trigger", at))
    return any(_is_violence(m) and not m.clitics.definite for m in acts)


_IN_THE_COURSE: Final = word_set("own_tolls", "in_the_course")


def has_own_act(scan: Scan, each: Happening) -> bool:
    """Whether a toll that goes on with "and" tells of another act: قتل اثنان بقصف على أ وأصيب ثالث في قصف على ب.

    So does one behind what was meanwhile: فيما تتواصل المعارك، قتل عشرة في قصف على ب.
    """
    joined = each.match.clitics.lead == "و" or (each.is_verb and (behind_joint(scan, each) or _is_main(scan, each)))
    if not joined:
        return False
    for at in range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words))):
        apart = any(mark not in QUOTES for mark in scan.words[at].before) and scan.words[at].norm not in _IN_THE_COURSE
        if apart and not (at in scan.dated or at - 1 in scan.dated):
            return False
        for match in scan.at("trigger", at):
            if _is_violence(match):
                told = match.clitics.definite or match.clitics.suffix
                inside = match.clitics.prep == "ب" or scan.words[at - 1].norm in _IN_THE_COURSE
                return inside and not told
        if scan.at("verb", at):
            return False
    return False


_FRONTING: Final = word_set("own_tolls", "fronting")


def _is_main(scan: Scan, each: Happening) -> bool:
    """Whether a verb opens the main clause behind the first comma of a sentence that begins with what was meanwhile."""
    fronted = scan.words[0].norm.removeprefix("و") in _FRONTING
    return fronted and each.start in scan.commas and not any(comma < each.start for comma in scan.commas)


def _is_act(match: Match) -> bool:
    """Whether it is an act that is told here for the first time."""
    told = match.clitics.definite or match.clitics.suffix
    return _is_violence(match) and not told


def _is_violence(match: Match) -> bool:
    """Whether a word is for an act of violence and not only for the harm that it does."""
    return match.payload.kind in VIOLENT and match.payload.strength not in ("harm", "weak")


#: How far before a toll the words may stand that tell of which part it is.
_PART_REACH: Final = 5


def is_of_part(scan: Scan, low: int, each: Happening) -> bool:
    """Whether a toll is that of some of those before, with an act of its own: سبعة قضوا، بينهم أربعة قضوا في قصف."""
    near = range(max(low + 1, each.start - _PART_REACH), each.start)
    if each.match.clitics.lead or not any(scan.words[at].norm in SUBSETS for at in near):
        return False
    behind = range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words)))
    return any(_is_act(m) for at in behind for m in scan.at("trigger", at))


def is_other_toll(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a further toll of the dead is that of others: قتل 15 مدنيا، في حين بلغ عدد ضحايا الجيش 57 قتيلا."""
    low = group.members[-1].last
    others = any(low < cue.first < each.start and cue.payload.lemma in MEANWHILE for cue in scan.cue("boundary"))
    return others and each.trigger.counts in counts_of(group)


def is_done_there(scan: Scan, each: Happening) -> bool:
    """Whether a relative clause tells what else was done in a place: الحي الذي أعدم فيه مدنيون أمس."""
    before = scan.words[each.start - 1].norm if each.start else ""
    behind = scan.norms(each.last + 1, each.last + 1)
    return before in ("الذي", "التي") and behind in ("فيه", "فيها")


_IN_TOWN: Final = word_set("own_tolls", "in_town")


def is_elsewhere(scan: Scan, each: Happening) -> bool:
    """Whether a toll behind a joint has a town of its own: أصيب خمسة في بلدة أ، كما أصيب اثنان آخران في مدينة ب."""
    if not behind_joint(scan, each):
        return False
    before = {m.payload.id for m in scan.of("place") if m.first < each.start}
    for at in range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words))):
        if scan.words[at].before.strip():
            return False
        told = [m for m in scan.at("place", at) if scan.words[at - 1].norm in _IN_TOWN]
        if told and bool(before):
            return before.isdisjoint(m.payload.id for m in told)
    return False


def _is_told(scan: Scan, at: int) -> bool:
    """Whether a cause is one told of before: جراء القصف."""
    return any(m.clitics.definite for m in scan.at("trigger", at))
