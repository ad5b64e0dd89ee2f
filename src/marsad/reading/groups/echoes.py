"""How a group of happenings takes up what was told before: the act itself, its toll, one like it or the next."""

from __future__ import annotations

from typing import Final, Literal

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.groups.groups import Group
from marsad.reading.groups.own_tolls import RISING, is_besides
from marsad.reading.groups.same_acts import is_restricted
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: How a claim takes up what was told: a toll of it, a toll that rose, the act itself (القصف), one like it (هجوم مماثل),
#: or not at all, as words lead to another matter (في سياق آخر).
TakingUp = Literal["toll", "risen", "known", "alike", "next", "besides"]

_ALIKE: Final = word_set("echoes", "alike")


def taking_up(scan: Scan, group: Group) -> TakingUp | None:
    """How a group only takes up what was told before, if it does."""
    if group.anew and is_besides(scan, group.members[0]):
        return "besides"
    if _rises(scan, group):
        return "risen"
    if is_claimed(scan, group):
        return None
    if group.only_harm:
        return None if group.anew else "toll"
    lead = group.lead
    if _is_next_in_number(scan, lead):
        return "besides"
    if _is_sequel(scan, lead):
        return "next"
    if scan.norms(lead.last + 1, lead.last + 1) in _ALIKE or _is_second_alike(scan, lead):
        return "alike"
    if lead.is_verb:
        return "known" if _comes_down(scan, group) or _hits(group) else None
    if lead.light and lead.light.payload.frame == "does" and (lead.match.clitics.suffix or _grows(lead.light)):
        return None  # كثف التنظيم هجماته، زادت القوات من القصف
    known = lead.match.clitics.definite or lead.match.clitics.suffix or _comes(scan, group) or is_restricted(scan, lead)
    return "known" if known and not _is_renewed(scan, lead) else None


def _is_next_in_number(scan: Scan, lead: Happening) -> bool:
    """Whether a verb tells of one more of the same, by its number: استهدفت الغارة الثانية منزلا، غارة ثالثة أصابت."""
    noun = lead.match
    if lead.is_verb or lead.harm or scan.norms(noun.last + 1, noun.last + 1) not in _NEXT_ONES:
        return False
    near = (noun.first - 1, noun.last + 2)
    beside = (m for at in near for sort in ("verb", "trigger") for m in scan.ending(sort, at))
    return any(isinstance(m.form, VerbForm) and m.form.tense == "past" for m in beside)


_NEXT_ONES: Final = word_set("echoes", "next_ones")


def _is_sequel(scan: Scan, lead: Happening) -> bool:
    """Whether an act is told to have come after the one before it: قصف على أ تلاه قصف على ب."""
    cues = (scan.cue_at("sequel", lead.start - 1), scan.cue_at("sequel", lead.start - 2))
    return any(cue is not None and cue.last == lead.start - 1 for cue in cues)


def _is_second_alike(scan: Scan, lead: Happening) -> bool:
    """Whether a verb has for its subject one more of what was told before: استهدفت ضربة ثانية مماثلة."""
    return lead.is_verb and any(scan.norms(at, at) in _ALIKE for at in (lead.last + 2, lead.last + 3))


_RENEWING: Final = word_set("echoes", "renewing")


def _is_renewed(scan: Scan, lead: Happening) -> bool:
    """Whether an act is told to have begun again: تجدد الاشتباكات في المحور الشمالي."""
    return lead.start > 0 and scan.words[lead.start - 1].norm in _RENEWING


_STEPPING_UP: Final = word_set("echoes", "stepping_up")


def _grows(light: Match) -> bool:
    """Whether a verb tells that there is more of an act than before."""
    return light.payload.lemma in _STEPPING_UP


#: How far before an act the words stand by which somebody says that he did it.
_CLAIMED: Final = 6


def is_claimed(scan: Scan, group: Group) -> bool:
    """Whether somebody says that he did it: a claim beside what others tell of it (تبنى التنظيم الهجوم)."""
    light = group.lead.light
    if light is not None and light.payload.lemma == "تبنى":
        return True
    return scan.cue_within(group.first - _CLAIMED, group.first - 1, "claims")


#: How far from its verb what came down may stand, in words.
_SUBJECT_REACH: Final = 2


def _hits(group: Group) -> bool:
    """Whether a verb only tells what was hit by strikes that are known: استهدفت الضربات مواقع أ."""
    verb = group.lead
    return verb.trigger.strength == "generic" and any(
        not each.is_verb and each.match.clitics.definite and 0 < each.first - verb.last <= _SUBJECT_REACH
        for each in group.members
    )


#: How far behind an act it may be told that it came, in words.
_COMING_REACH: Final = 5

_COMING: Final = word_set("echoes", "coming")


def _comes(scan: Scan, group: Group) -> bool:
    """Whether it is only told when or why an act came: ويأتي قصف البلدة بعد يوم من، أن هجمات المقاومة جاءت ردا على."""
    near = (group.lead.start - 1, *range(group.last + 1, group.last + _COMING_REACH))
    return any(0 <= at < len(scan.words) and scan.words[at].norm.removeprefix("و") in _COMING for at in near)


def _comes_down(scan: Scan, group: Group) -> bool:
    """Whether what was fired or laid before is told to have come down: سقطت إحدى القذائف على منزل، العبوة انفجرت."""
    lead = group.lead
    fired = next((each.weapon for each in group.members if each.weapon), None)
    if fired is None or fired.payload.kind == "air_strike" or fired.clitics.prep:
        return False
    if not (_part_of(scan, fired.first) or (fired.clitics.definite and lead.trigger.frame == "strikes")):
        return False
    return 0 < lead.first - fired.last <= _SUBJECT_REACH or 0 < fired.first - lead.last <= _SUBJECT_REACH


def _part_of(scan: Scan, at: int) -> bool:
    """Whether one of several is told of: أحد الصواريخ، إحدى القذائف."""
    return at > 0 and scan.words[at - 1].norm in ("احد", "احدي")


#: How far before a toll it is told that it rose, in words.
_RISE_REACH: Final = 10


def _rises(scan: Scan, group: Group) -> bool:
    """Whether a toll is told as one that rose from what was told before: ارتفعت الحصيلة إلى خمسة قتلى."""
    if not group.only_harm:
        return False
    near = scan.words[max(0, group.first - _RISE_REACH) : group.last + 4]
    return any("حصيله" in word.norm for word in near) and any(word.norm.lstrip("ولف") in RISING for word in near)
