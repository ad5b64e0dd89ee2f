"""Whom it befell where no frame tells: whose vehicle was hit, who was held before, of whom the dead are."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.copies import replace
from marsad.reading.kinds import NOT_BY_CIVILIANS
from marsad.reading.parties.cast import NOBODY, Mention
from marsad.reading.roles.candidates import names_voice
from marsad.reading.roles.clauses import ALL_OF_THEM, BEFORE_NOUNS, REACH, SUBSET, cut, with_joined
from marsad.reading.scan import Scan
from marsad.reading.voices.voices import Voice
from marsad.reading.word_sets import word_set


def whose_vehicle(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whose the vehicle is that was hit: استهدفت مسيرة سيارة لحزب أ."""
    each = group[0]
    if each.kind not in NOT_BY_CIVILIANS or not each.is_verb or each.harm:
        return []
    for m in inside:
        back = (m.first - 1, m.first - 2)
        near = m.prep == "ل" and each.last < back[1] + 1 and m.id is not None and m.id not in NOBODY
        nouns = (c for at in back for c in scan.ending("count", at))
        if near and any(c.payload.counts == "vehicles" and not c.clitics.prep for c in nouns):
            return with_joined(inside, m)
    return []


def who_is_waited_for(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """For whom an ambush is laid, or whose checkpoint is hit: نصبوا كمينا لقافلة، هاجموا كمينا للجيش."""
    if any("كمين" in each.trigger.lemma and not _lies_in_wait(scan, each) for each in group):
        return []
    if any(each.trigger.lemma in ("وقع", "أوقع") for each in group):
        return []  # وقعوا في كمين للجيش
    return [
        m for m in inside if m.prep == "ل" and any("كمين" in w.norm for w in scan.words[max(0, m.first - 2) : m.first])
    ]


def _lies_in_wait(scan: Scan, each: Happening) -> bool:
    """Whether somebody is told to lay an ambush."""
    laid = any("نصب" in word.norm for word in scan.words[max(0, each.first - 4) : each.first])
    return each.light is not None or (each.is_verb and not each.harm) or laid


_THROUGH: Final = word_set("targets", "through")


def is_fallen(scan: Scan, group: list[Happening], mention: Mention) -> bool:
    """Whether someone right behind a verb of harm was killed by what follows: قتل رجل أمن إثر تعرض دورية لإطلاق نار."""
    after = scan.norms(mention.last + 1, mention.last + 1)
    if after == "الهويه" and any(each.harm and mention.first == each.last + 1 for each in group):
        return True  # استشهاد شخصين مجهولي الهوية
    return after in _THROUGH and any(each.harm and each.is_verb and mention.first == each.last + 1 for each in group)


#: Acts that befall people who were told of before.
_HELD: Final = frozenset(("arrest", "abduction", "release"))

_WHO: Final = word_set("targets", "who")

#: Pronouns for those told of before who are held: أطلق سراحهم.
_MANY: Final = frozenset(("هم", "هن", "هما"))

#: How far before an act those may stand whom its pronoun stands for.
_TAKEN_REACH: Final = 12

#: Classes of people, besides civilians, who are held or let go.
_TAKEN_ONES: Final = frozenset(("prisoner", "gunman", "fighter", "person_of"))

#: What people are held as: احتجزوهم رهائن.
_AS_WHAT: Final = frozenset(("رهينه", "رهاين", "رهينتين"))


def who_was_taken(
    scan: Scan, each: Happening, voice: Voice | None, parties: list[Mention], did: list[Mention]
) -> list[Mention]:
    """Those told of before who were held or let go: المتظاهرين الذين اعتقلوا، ناشطون تم توقيفهم، أطلق سراحهم."""
    if each.kind not in _HELD or each.trigger.frame not in ("does", "of"):
        return []
    worn = each.match.clitics.suffix or _carried(scan, each)
    told = each.is_verb and each.start > 0 and scan.words[each.start - 1].norm in _WHO
    if not (told or worn in _MANY):
        return []
    last = each.start - (2 if told else 1)
    found = [m for m in parties if last - (3 if told else _TAKEN_REACH) <= m.last <= last and m not in did]
    found = [m for m in found if (m.id == "CIVILIANS" or m.group in _TAKEN_ONES) and m.prep != "ك"]  # كرهائن
    found = [m for m in found if m.noun not in _AS_WHAT and scan.words[m.first - 1].norm not in SUBSET]
    found = [m for m in found if m.number != "sg" and not (voice is not None and names_voice(scan, m, voice))]
    return found[-1:]


#: Beginnings of words that wear the pronoun for the object of a verb: أطلقت سراحهم، أفرجت عنهم.
_CARRIERS: Final = ("سراح", "سبيل", "عن")


def _carried(scan: Scan, each: Happening) -> str:
    """The pronoun that a word right behind an act wears for it: أطلقت سراحهم، أفرجت عنهم."""
    behind = scan.words[each.last : each.last + 3]
    return next((word.norm[len(stem) :] for word in behind for stem in _CARRIERS if word.norm.startswith(stem)), "")


_AFTER: Final = word_set("targets", "after")

#: How far behind a fight its other side may stand.
_FOUGHT_REACH: Final = 9


def who_was_fought(scan: Scan, group: list[Happening], parties: list[Mention], did: list[Mention]) -> list[Mention]:
    """From whom a place is taken after a fight with him: سيطر الجيش على البلدة بعد معارك مع الحركة."""
    if group[0].kind != "capture":
        return []
    doers = {mention.id for mention in did}
    for fight in scan.of("trigger"):
        near = 0 < fight.first - group[0].last <= REACH and scan.words[fight.first - 1].norm in _AFTER
        if fight.payload.kind != "clash" or not near:
            continue
        for m in parties:
            faced = m.prep in ("مع", "ضد") or (did and (m.prep in ("من", "صفوف") or m.group == "person_of"))
            other = m.id and m.id not in doers | NOBODY and faced
            if other and fight.last < m.first <= fight.last + _FOUGHT_REACH:
                return with_joined(parties, m)
    return []


def who_was_hit(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whom a strike hits that is the subject of its verb: استهدفت غارة تركية مقرا، طال القصف مواقع."""
    for each in group:
        reaching = any(verb.is_verb and verb.trigger.frame == "does" and verb.last + 1 == each.first for verb in group)
        light = each.light.payload.lemma if each.light else ""
        if each.is_verb or not (reaching or light == "طال"):
            continue
        for m in inside:
            hit = not m.prep and m.group != "adjective" and 0 < m.first - each.last <= 6
            if hit and not cut(scan, each.last, m.first, []):
                return with_joined(inside, m)
    return []


_UNDERGOING: Final = word_set("targets", "undergoing")


def who_underwent(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whom it befell behind the noun for undergoing it: أفاد بتعرض دورية لهجوم، إثر تعرض نقطة إلى قصف."""
    each = group[0]
    if each.kind not in NOT_BY_CIVILIANS:
        return []
    for at in range(max(0, each.first - REACH), each.first):
        norm = scan.words[at].norm
        behind = at > 0 and scan.words[at - 1].norm in BEFORE_NOUNS
        if norm in ("بتعرض", "لتعرض") or (norm == "تعرض" and behind):
            return [m for m in inside if m.first == at + 1][:1]
    behind_acts = {at for act in (each, group[-1]) for at in range(act.last + 1, act.last + 4)}
    for at in sorted(at for at in behind_acts if at + 1 < len(scan.words)):  # هجوم تعرضت له دورية
        escaped = scan.words[at].norm in ("نجا", "نجت") and scan.words[at + 1].norm in ("منه", "منها")
        if escaped or (scan.words[at].norm in _UNDERGOING and scan.words[at + 1].norm in ("له", "لها", "لهم")):
            return [m for m in inside if m.first == at + 2][:1]
    return []


#: Classes of the harmed for whom civilians named behind them may stand.
_HARMED: Final = frozenset(("body", "civilian"))

_DEAD: Final = tuple(word_set("targets", "dead"))
_WITHOUT: Final = word_set("targets", "without")


def civilians_told(
    scan: Scan, group: list[Happening], inside: list[Mention], did: list[Mention], suffered: list[Mention]
) -> list[Mention]:
    """The dead and wounded are those of whom it is told: عشرات الجرحى بين المدنيين، 23 جريحا جميعهم مدنيون."""
    if group[0].kind not in NOT_BY_CIVILIANS or any(m.id or m.group not in _HARMED for m in suffered):
        return suffered
    for m in inside:
        before = scan.words[m.first - 1].norm if m.first else ""
        back = 2 if before == "من" else 1  # القتلى والجرحى من المدنيين، جرحى مدنيين
        dead = m.first >= back and scan.words[m.first - back].norm.endswith(_DEAD)
        told = (m.prep == "بين" and m.first > group[0].first) or before in ALL_OF_THEM or dead
        if m.id == "CIVILIANS" and told and m not in did:
            nobody = any(word.norm in _WITHOUT for word in scan.words[max(0, m.first - 6) : m.first])
            return suffered if nobody else [m]
    return suffered


#: Classes of forces that are hit.
_FORCES: Final = frozenset(("force", "unit", "position", "military", "armed_group", "police", "government"))

_AT: Final = word_set("targets", "at") | {""}


def serving(group: list[Happening], inside: list[Mention], did: list[Mention], mention: Mention) -> Mention:
    """Men of nobody named who are harmed where a force was hit are its own: قرب حاجز للجيش ... إصابة عنصرين."""
    if mention.id or mention.group != "person_of" or group[0].kind not in NOT_BY_CIVILIANS:
        return mention
    doers = {m.id for m in did}
    hit = [
        m for m in inside
        if m.id and m.group in _FORCES and m.first < mention.first and m.prep in _AT and m.id not in doers
    ]  # fmt: skip
    if len({m.id for m in hit}) != 1:
        return mention
    return replace(mention, id=hit[0].id, why=f"{mention.why}: of whom was hit")


_SUSPECTS: Final = word_set("targets", "suspects")


def of_organisation(
    scan: Scan, group: list[Happening], parties: list[Mention], suffered: list[Mention]
) -> list[Mention]:
    """Suspects who are arrested as members of an organisation are it: 17 شخصا يشتبه في انتمائهم لداعش."""
    if group[0].kind != "arrest" or (suffered and suffered[0].noun not in _SUSPECTS):
        return suffered
    behind_it = range(group[0].last + 1, min(group[0].last + 5, len(scan.words)))
    named_so = next((at for at in behind_it if scan.words[at].norm in _SUSPECTS), -1)
    if not suffered and named_so < 0:
        return suffered
    low = suffered[0].last if suffered else named_so
    joins = [at for at in range(low + 1, min(low + 8, len(scan.words))) if _tells_of_whom(scan.words[at].norm)]
    behind = [m for m in parties if joins and joins[0] < m.first <= joins[0] + 4 and m.prep in ("ل", "الي", "ب", "")]
    named = behind and not behind[0].bare and behind[0].id not in (None, "CIVILIANS")
    return behind[:1] if named else suffered


#: A part of the noun for joining an organisation: بالانتماء، انتمائهم.
_JOINING: Final = "انتما"

_BELONGING: Final = tuple(word_set("targets", "belonging"))
_TIED: Final = tuple(word_set("targets", "tied"))


def _tells_of_whom(norm: str) -> bool:
    """Whether a word tells of a membership or a tie: بالانتماء، ينتمون، لصلتهم، ارتباطهم."""
    return _JOINING in norm or norm.removeprefix("ال").startswith(_BELONGING) or norm.endswith(_TIED)
