"""Who did it where no frame tells: whence it came, who goes on, plans, must, sends, answers or is there."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.acts.answers import ANSWERING
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import FIRING, FROM, OF_PEOPLE, ONE_SIDED
from marsad.reading.parties.cast import Mention, disagree
from marsad.reading.roles.clauses import ALL_OF_THEM, REACH, SUBSET, with_joined
from marsad.reading.roles.subjects import who_is_told_of
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.word_sets import word_set


def from_elsewhere(scan: Scan, group: list[Happening], inside: list[Mention], parties: list[Mention]) -> list[Mention]:
    """Who did it where no frame tells: whence it came, who goes on, plans, sends or is there."""
    return (
        _from_where(scan, group, inside)
        or _subject_of_sentence(scan, group, parties)
        or _who_plans(scan, group, inside)
        or _who_sends(scan, group, inside)
        or _who_answers(scan, group, parties)
        or _who_is_there(group, parties)
        or _whose_deed(group, inside)
        or who_is_told_of(scan, group, parties)
    )


def _from_where(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who did what comes from them: سقوط قذيفة من مواقع النظام، مصدره مناطق تسيطر عليها الحركة."""
    if group[0].kind not in FROM and group[0].trigger.kind not in FROM:  # fire that is answered is a fight
        return []
    for cue in scan.cue("origin"):
        held = [m for m in inside if cue.last < m.first <= cue.last + REACH and m.id and _holds(scan, m)]
        if held and abs(cue.first - group[0].last) <= REACH:
            return with_joined(inside, held[0])
    for each in group:
        for m in inside:
            fires = m.group in FIRING or m.id == "UNKNOWN"
            fires = fires and not (_is_near(scan, m) or _is_of_them(scan, m))
            if m.prep == "من" and 0 < m.first - each.last <= 8 and fires:
                return with_joined(inside, m)
    return []


_HOLDING: Final = word_set("initiators", "holding")


def _holds(scan: Scan, mention: Mention) -> bool:
    """Whether a party is told to be in control: تخضع لسيطرة قوات النظام، تسيطر عليها الحركة."""
    norm = scan.words[mention.first - 1].norm if mention.first else ""
    return norm in _HOLDING or (norm in ("عليها", "عليه") and scan.words[mention.first - 2].norm.endswith("سيطر"))


_HE: Final = word_set("initiators", "he")


def _is_of_them(scan: Scan, mention: Mention) -> bool:
    """Whether من tells of whom somebody is one: مقتل فلان، وهو من قادة الفصيل."""
    return mention.first > 1 and scan.words[mention.first - 2].norm.removeprefix("و") in _HE


#: What one side plans and does.
_PLANNED: Final = (FROM | ONE_SIDED | {"operation", "raid", "restriction", "release", "arrest"}) - OF_PEOPLE


def _who_plans(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who intends what a noun tells: تعتزم القوات الروسية إنشاء قاعدة، التحالف يعتزم سحب جنوده."""
    each = group[0]
    if each.is_verb or each.harm or each.kind not in _PLANNED:
        return []
    for cue in scan.cue("planned"):
        if not (cue.last < each.first <= cue.last + 8 and isinstance(cue.form, VerbForm)):
            continue
        for m in inside:
            beside = m.first == cue.last + 1 or m.last == cue.first - 1
            if beside and not m.prep and m.first < each.first and m.group in FIRING | {"country", "metonym", "state"}:
                return with_joined(inside, m)
    return []


def who_must(scan: Scan, each: Happening, parties: list[Mention], did: list[Mention]) -> list[Mention]:
    """Who is told to do it, where nobody is named behind the verb: ينبغي للسلطات أن تفرج عنه، على أ أن تسحب قواتها."""
    if any(m.id for m in did):
        return []
    for m in parties:
        if not (m.prep in ("ل", "علي") and m.id != "CIVILIANS" and 0 < each.start - m.last <= REACH):
            continue
        cue = next(
            (c for c in scan.cue("requested") if c.payload.value == "duty" and c.last < m.first <= c.last + 2), None
        )
        noun = each.start == m.last + 1 and not each.is_verb and each.match.clitics.definite
        upon = m.prep == "علي" and (noun or scan.words[m.last + 1].norm == "ان")
        if cue is not None or (upon and (m.first < 2 or scan.words[m.first - 2].norm in COMPLEMENTIZERS)):
            return with_joined(parties, m)
    return []


#: How far behind a verb of sending what is sent may be told to move.
_SENT_REACH: Final = 8

_SENDING: Final = word_set("initiators", "sending")


def _who_sends(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who pushes what is told to move by its noun: دفعت الحركة بتعزيزات، الحركة زجت بمقاتلين."""
    each = group[0]
    if each.is_verb or each.kind != "movement" or each.match.clitics.prep != "ب":
        return []
    for at in range(max(0, each.first - _SENT_REACH), each.first):
        if scan.words[at].norm.removeprefix("و") in _SENDING:
            beside = [m for m in inside if at in (m.last + 1, m.first - 1) and not m.prep]
            return with_joined(inside, beside[0]) if beside else []
    return []


#: How far behind a verb of answering the act may stand by which somebody answers.
_ANSWER_REACH: Final = 10


def _who_answers(scan: Scan, group: list[Happening], parties: list[Mention]) -> list[Mention]:
    """Who answers an act with another: رد الحزب على الغارات بإطلاق صواريخ."""
    acts = (each for each in group if not each.is_verb and each.match.clitics.prep == "ب" and each.kind in _PLANNED)
    first = next((each.first for each in acts), 0)
    for at in range(max(0, first - _ANSWER_REACH), first):
        if scan.words[at].norm.lstrip("وف") in ANSWERING:
            beside = [m for m in parties if m.first == at + 1 and not m.prep]
            return with_joined(parties, beside[0]) if beside else []
    return []


def _who_is_there(group: list[Happening], parties: list[Mention]) -> list[Mention]:
    """The force right before a participle that tells where it stands: القوات المشتركة المرابطة في الجبهة."""
    each = group[0]
    if each.is_verb or each.kind != "deployment" or not each.match.clitics.definite:
        return []
    return [m for m in parties if m.last == each.first - 1 and m.group in FIRING]


#: The gender of whom a pronoun on a noun stands for.
_PRONOUNS: Final = {"ها": "f", "ه": "m", "هم": "m"}


def _whose_deed(group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whose a deed is by the pronoun on its noun, of those whom its clause names: انهيار قوات اللواء وانسحابها."""
    each = group[0]
    gender = _PRONOUNS.get(each.match.clitics.suffix, "")
    if each.is_verb or not gender or each.kind != "withdrawal":
        return []
    named = [m for m in inside if m.first < each.first and m.id and m.group in FIRING and m.gender in (gender, "")]
    return named[-1:]


def _subject_of_sentence(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who came before did it, where the sentence goes on with him: دخلت دورية البلدة، وفتشت منازل."""
    each = group[0]
    form = each.match.form
    if not each.is_verb or each.harm or each.match.clitics.lead != "و" or not isinstance(form, VerbForm):
        return []
    if form.voice == "passive" or each.trigger.frame not in ("does", "acts"):
        return []
    free = [m for m in inside if m.first < each.first and not m.prep]
    if not free or free[0].group not in FIRING or disagree(form.person, free[0].gender):
        return []
    if any(m.group in FIRING for m in free[1:]):
        return []  # but: لاحقت الشرطة محتجين واعتقلت خمسة
    opening = free[0].first == 1 or scan.words[free[0].first - 1].norm in COMPLEMENTIZERS
    return free[:1] if opening else []


_NEAR_FROM: Final = word_set("initiators", "near_from")


def _is_near(scan: Scan, mention: Mention) -> bool:
    """Whether من only tells near whom: بالقرب من قوات النظام."""
    before = [scan.words[at].norm for at in range(max(0, mention.first - 3), mention.first)]
    if before[:1] and before[0] in _NEAR_FROM and before[1:2] == ["من"]:
        return True  # بالقرب من منزل ضابط
    return any(norm in _NEAR_FROM or norm in ALL_OF_THEM or norm in SUBSET for norm in before[-2:])
