"""Stage 8, a part: the subject and the object of a verb are who did it and to whom."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import FIRING, FROM, NOT_BY_CIVILIANS, PASSIVE, SPEECH
from marsad.reading.parties.cast import ARMS, Mention, disagree
from marsad.reading.roles.clauses import NAME_REACH, heads_clause, is_kin_of, is_subset, wears_damma, with_joined
from marsad.reading.roles.objects import is_object
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: Who finds the dead did nothing to them: عثرت القوات على جثة مدني.
_FOUND: Final = "عثر"

_BODIES: Final = tuple(word_set("verb_frames", "bodies"))

#: Who leads is no doer of a passive: قصفت الحركة بقيادة فلان المدينة.
_LED_BY: Final = "بقيادة"


#: Verbs that never lack an object.
_URGING: Final = frozenset(("حث", "حض", "ناشد"))

#: What posts and gates do, and nobody does to them.
_AT_GATES: Final = ("restriction", "arrest", "release")


def _are_bodies(scan: Scan, mention: Mention) -> bool:
    """Whether those are told of whose bodies somebody found: جثة شاب، جثث خمسة مدنيين."""
    at = mention.first - 1
    while at > 0 and at in scan.numerals:
        at -= 1
    return scan.words[at].norm.endswith(_BODIES)


def by_verb(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Subject and object of a verb: subject first behind it, or before it at the head of its clause."""
    frame = each.trigger.frame
    if each.harm and each.trigger.lemma == _FOUND:
        return [], [m for m in after if _are_bodies(scan, m)][:1]
    subject_before, free = _free(scan, each, before, after)
    if subject_before and _is_seized(scan, each):
        return [], with_joined(before, subject_before[-1])
    preps = {*each.trigger.preps, "ضد"} if each.kind == "threat" else each.trigger.preps
    marked = [m for m in after if m.prep and m.prep in preps]
    by_agent = each.kind != "interception" and any(
        each.last < cue.first <= each.last + 8 and cue.payload.lemma != _LED_BY for cue in scan.cue("agent")
    )
    if _is_killed_in_turn(scan, each, free):
        return [], []  # هاجم مسلح حاجزا قبل أن تقتله قوات الأمن
    if frame == "does" and len(free) > 1 and free[0].first == each.last + 1 and is_kin_of(scan, free[1], free[0]):
        return [free[0]], with_joined(after, free[1])  # قتل رجل زوجته
    if each.kind == "arrest" and frame == "acts":  # سلم القيادي نفسه للجيش
        return marked[:1], with_joined(before, subject_before[-1]) if subject_before else free[:1]
    if each.harm and not by_agent and free and free[0].group in ARMS and free[0].first - each.last <= 2:
        rest = [m for m in free[1:] if not m.joined]
        return [free[0]], with_joined(after, rest[0]) if rest else []  # أصابت طائرات التحالف منزلا
    directed = bool(marked) and each.harm and not by_agent  # قضت القوات على مسلحين
    by_agent = by_agent or wears_damma(scan, each.first)  # مُنعوا من السفر
    passive = not directed and _passive(each, subject_before, after, free, by_agent=by_agent)
    if frame in ("suffers", "strikes") or passive:
        return [], marked[:1] if frame == "strikes" else _patients(each, before, after, subject_before, free)
    if len(free) == 1 and not subject_before and _behind_means(scan, each, free[0]):
        return [], free  # استهدفت بالأسلحة الآلية سيارة للجيش
    if (taken := _by_whom_behind(scan, each, before, free)) is not None:
        return taken[0], taken[1] or (marked[:1] if each.kind in SPEECH else [])
    if subject_before:
        objects = (marked or free) if each.kind in SPEECH or each.kind == "handover" else (free or marked)
        did = with_joined(before, subject_before[0]) if len(subject_before) > 1 else subject_before
        return did, with_joined(after, objects[0]) if objects and frame == "does" else []
    if not free:
        return [], marked[:1]
    return _from_first_behind(scan, each, after, free, marked)


def _free(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """The subjects before a verb, and the parties behind it that no preposition leads."""
    subject_before = _told_of(scan, each, before) or [m for m in before if heads_clause(scan, m, each)]
    subject_before = [m for m in subject_before if not is_subset(scan, m, 0)] or subject_before
    if each.trigger.lemma in _BLOWING_UP:  # فجر نفسه على مدخل منزل قائد
        after = [m for m in after if m.prep or not _is_behind_preposition(scan, each.last + 1, m.first)]
    of_them = each.last + (scan.norms(each.last + 1, each.last + 1) in ("منهم", "منها"))  # قتلت منهم القوات سبعة
    free = [m for m in after if not m.prep and not is_subset(scan, m, of_them)]
    free = free or [m for m in after if not m.prep]
    if subject_before and free and _has_subject_behind(scan, each, free[0]):
        subject_before = []
    if each.kind in SPEECH and each.match.clitics.suffix and free and free[0].first > each.last + 1:
        free = []  # اتهمتهم بالتجسس لصالح الحكومة
    return subject_before, free


_BLOWING_UP: Final = frozenset(("فجر نفسه", "فجر نفسها", "فجر"))


def _is_behind_preposition(scan: Scan, low: int, high: int) -> bool:
    return any(scan.words[at].norm in PREPOSITIONS for at in range(low, high))


def _patients(
    each: Happening, before: list[Mention], after: list[Mention], subject_before: list[Mention], free: list[Mention]
) -> list[Mention]:
    """Whom it befell by a verb in the passive, or by one of suffering: its subject."""
    if subject_before:
        first = next((m for m in reversed(subject_before) if not m.joined), None)  # إن ضابطا ومدنيا أصيبا
        return with_joined(before, first or subject_before[-1])
    return with_joined(after, free[0], gap=NAME_REACH if each.harm else 2) if free else []


def _from_first_behind(
    scan: Scan, each: Happening, after: list[Mention], free: list[Mention], marked: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Subject and object of a verb by the first party behind it, which is its subject unless it must be its object."""
    frame = each.trigger.frame
    if is_object(scan, each, free[0]):
        return [], with_joined(after, free[0]) if frame == "does" else []
    subject = with_joined(after, free[0])
    if each.kind == "accusation" and each.match.clitics.lead and len(free) == 1 and not marked:
        return [], subject  # "... and accused X": who accuses is named before
    if each.trigger.lemma in _URGING and each.match.clitics.lead and _is_urged(scan, free):
        return [], subject  # وحثت أجهزة الأمن على التدخل
    named = {m.id for m in subject if m.id}  # دعا الوزير فلان الحكومة
    rest = [m for m in free if m not in subject and m.id not in named] or marked
    told = marked and rest and not rest[0].id and marked[0].first < rest[0].first  # النار على قيادي في قسد ...
    if marked and (each.kind in SPEECH or each.kind == "handover" or told):  # طلبوا من المحافظ إعادة التيار
        rest = [*marked, *rest]
    if free[0].group in PASSIVE and each.kind not in _AT_GATES:  # منعت نقطة تفتيش قافلة، اعتقلت حواجز الجيش
        return [], subject
    return subject, with_joined(after, rest[0]) if rest and frame == "does" else []


def _is_urged(scan: Scan, free: list[Mention]) -> bool:
    """Whether the first of some parties is urged: to what stands right behind it."""
    behind = free[0].last + 1
    return behind < len(scan.words) and scan.words[behind].norm in ("علي", "الي")


#: What opens a relative clause whose subject stands right before it: مع لندن التي أدرجت قائدين.
_WHO: Final = frozenset(("الذي", "التي"))


def _told_of(scan: Scan, each: Happening, before: list[Mention]) -> list[Mention]:
    """The party right before "who" and the verb: مع لندن التي أدرجت قائدين."""
    at = each.first - 2
    if at < 0 or scan.words[at + 1].norm not in _WHO or each.match.clitics.suffix:
        return []
    form = each.match.form
    person = form.person if isinstance(form, VerbForm) else ""
    return [m for m in before if m.last == at and m.prep and m.group != "adjective" and not disagree(person, m.gender)]


def _is_seized(scan: Scan, each: Happening) -> bool:
    """Whether a relative clause tells of a party that it was seized: الخلية التي ألقي القبض عليها."""
    if each.kind != "arrest" or each.start < 1 or scan.words[each.start - 1].norm not in _WHO:
        return False
    return any(word.norm in _SEIZED for word in scan.words[each.start : each.last + 3])


_SEIZED: Final = word_set("verb_frames", "seized")

#: Classes of parties that are hit, where only the means stand between them and a verb.
_HIT: Final = frozenset(("unit", "position", "person_of", "vehicle"))


def _behind_means(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether only with what a verb hits stands between it and men, a post or a vehicle, which are its object."""
    if each.kind not in FROM | {"explosion"} or mention.group not in _HIT or mention.first <= each.last + 1:
        return False
    means = scan.words[each.last + 1 : mention.first]
    if any(word.before.strip() for word in means[1:]) or not means[0].norm.startswith("ب"):
        return False
    return any(m.clitics.prep == "ب" for m in scan.here(each.last + 1)) and not any(w.norm == "من" for w in means)


_OBJECTS_APART: Final = word_set("verb_frames", "objects_apart")


def _has_subject_behind(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether a pronoun right behind a verb takes its object up, and its subject follows: أفرجت عنهم الحكومة."""
    behind = scan.words[each.last + 1].norm if each.last + 1 < len(scan.words) else ""
    return mention.first == each.last + 2 and behind in _OBJECTS_APART


_OBJECTS_WORN: Final = word_set("verb_frames", "objects_worn")


def _by_whom_behind(
    scan: Scan, each: Happening, before: list[Mention], free: list[Mention]
) -> tuple[list[Mention], list[Mention]] | None:
    """Doer and patient of a verb that wears its object and has its subject behind it: مدنيون اختطفتهم الحركة."""
    if each.trigger.frame != "does" or each.match.clitics.suffix not in _OBJECTS_WORN or not free:
        return None
    who = free[0]
    if who.joined or who.id == "CIVILIANS" or who.group in PASSIVE or who.first - each.last > 4:
        return None
    if any(each.last < comma <= who.first for comma in scan.commas):
        return None
    whom = [m for m in before if each.start - m.last <= 5 and m.id != who.id][-1:]
    return [who], whom


def _is_killed_in_turn(scan: Scan, each: Happening, free: list[Mention]) -> bool:
    """Whether a force ended an attack by killing who made it: قبل أن تقتله القوات."""
    if not each.harm or each.match.clitics.suffix not in _OBJECTS_WORN or not free or each.first < 2:
        return False
    before = scan.norms(each.first - 2, each.first - 1)
    return before == "قبل ان" and free[0].first == each.last + 1 and free[0].group in FIRING


#: What civilians suffer and hardly ever do.
_BEFALLS_CIVILIANS: Final = NOT_BY_CIVILIANS | {"abduction", "recruitment", "raid"}


def _passive(
    each: Happening, subject_before: list[Mention], after: list[Mention], free: list[Mention], *, by_agent: bool
) -> bool:
    """Unvocalised, active and passive look alike: passive where an agent is named, or nobody who could have done it."""
    form = each.match.form
    if not isinstance(form, VerbForm) or each.trigger.lemma in ("نفذ", "أوقع"):
        return False  # نفذت السلطات حكم الإعدام في مدانين، أوقعت القوات قتلى في صفوفهم
    if each.harm and each.match.clitics.suffix in _OBJECTS_WORN:
        return False  # قتلته الشرطة
    if by_agent or (form.voice == "passive" and not subject_before):
        return True
    if each.harm and any(m.prep in each.trigger.preps for m in after) and (subject_before or free):
        return False  # قضت وحدة على مسلح
    if each.harm and form.person in ("3md", "3fd") and not free:
        return True  # إن ضابطين، رائدا ونقيبا، قتلا
    if each.harm:
        chain = len(with_joined(after, free[0], gap=NAME_REACH)) if free else 0
        before = sum(not m.joined for m in subject_before) or len(subject_before[:1])  # جنود وانتحاريون قتلوا
        return len(free) - max(0, chain - 1) + before < 2
    if each.trigger.frame != "does" or subject_before:
        return False
    unarmed = bool(free) and (free[0].id or "").split(".")[0] in ("CIVILIANS", "UN")
    return each.kind in _BEFALLS_CIVILIANS and len(free) == 1 and unarmed
