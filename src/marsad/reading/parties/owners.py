"""Stage 3, second part: whose a force is, or of which people: next to it, behind adjectives or a preposition."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.knowledge.entries import Person
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import MARKS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: How many adjectives may stand between a force and its nationality: طائرات حربية مسيرة روسية.
_REACH: Final = 3

#: Kinds whose nouns are forces themselves: رتل, دورية, تعزيزات.
OF_FORCES: Final = frozenset(("movement", "patrol", "deployment"))


#: Words behind a party that tell to whom it belongs.
OF_ANOTHER: Final = frozenset(("التابع", "التابعه", "التابعين"))


def owner_of(scan: Scan, head: Match, owners: dict[int, Match]) -> Match | None:
    """The name that a head noun belongs to: next to it, behind adjectives, or behind ل, من, تابعة ل."""
    if head.clitics.suffix not in ("", "ي") and head.payload.lemma != _COUNTERPART:  # فصيلي العمشات
        return None
    words = scan.words
    linked = False
    for at in range(head.last + 1, min(head.last + 2 + _REACH, len(words))):
        word = words[at]
        if head.payload.group in _CRAFT and _is_of_model(scan, at):
            continue  # طائرات إف 16 العراقية
        if not MARKS.isdisjoint(word.before) or _is_counted(scan, at) or _is_joined(scan, at):
            return None
        owner = owners.get(at)
        if owner is not None and at == head.last + 1 and _is_of_people(head, owner):
            return owner
        if _is_object_of_another(scan, head, at, linked=linked) or (not linked and _is_force_beside(head, owner)):
            return None
        if owner is not None:
            return owner if _may_own(scan, head, owner, linked=linked) else None
        if word.norm in _FLAGS and head.payload.group == "unit":
            linked = True  # رتل يرفع أعلام الحركة، عربات تحمل العلم الروسي
            continue
        if _is_means_or_event(scan, at):
            return None
        called = at == head.last + 1 and at + 1 < len(words) and words[at + 1].norm in OF_ANOTHER
        if called and head.payload.group in _CALLED and not scan.at("verb", at):
            continue  # لواء الفجر التابع للجيش الفلاني
        if word.norm in LINKS:
            if word.norm == "في" and not _in_actor(head, owners.get(at + 1)):
                return None
            linked = True
        elif _ends_party(scan, at):
            return None
    return None


def _is_of_model(scan: Scan, at: int) -> bool:
    """Whether a word is of the name of a model of craft, or its number: إف 16."""
    if scan.words[at].norm in _MODELS:
        return True
    return at in scan.numerals and scan.words[at - 1].norm in _MODELS


def _may_own(scan: Scan, head: Match, owner: Match, *, linked: bool) -> bool:
    """Whether a name can be that of whom a head noun is; `linked` tells that a word before it says so."""
    if owner.clitics.lead or (owner.sort == "metonym" and not linked):
        return False
    if linked:
        return not _is_beside_whole(scan, owner)
    if owner.clitics.prep == "ل" or (owner.clitics.prep == "ب" and _serves(head, owner)):
        return True
    return not owner.clitics.prep and _governs(scan, head, owner)


#: Groups of nouns for what flies.
_CRAFT: Final = frozenset(("aircraft", "drone"))
_MODELS: Final = word_set("owners", "models")


_FLAGS: Final = word_set("owners", "flags")


def _is_of_people(head: Match, owner: Match) -> bool:
    """Whether the name of a people tells who men are: مقاتلون أكراد، المسلحين الدروز."""
    people = owner.sort == "actor" and owner.payload.type == "civil" and head.payload.group == "person_of"
    clitics = owner.clitics
    return (
        people
        and head.form == "pl"
        and not (clitics.prep or clitics.lead)
        and clitics.definite == head.clitics.definite
    )


def _serves(head: Match, owner: Match) -> bool:
    """Whether ب tells whose somebody is: قائد ميداني بالجيش الوطني."""
    named = owner.sort == "actor" and owner.payload.type != "state"
    return named and head.payload.group == "person_of" and not (head.clitics.definite or head.clitics.suffix)


def _is_force_beside(head: Match, owner: Match | None) -> bool:
    """Whether a force is named beside people who are none of it: رشق فتية جنود الاحتلال."""
    if owner is None or owner.sort != "actor" or owner.clitics.prep or type(head.payload) is not Person:
        return False
    if head.payload.group in _KIN and owner.payload.type == "government":
        return owner.first - head.last > 1  # طالب أهالي المفقودين الحكومة
    people = head.payload.id and head.payload.group not in _KIN
    return bool(people) and owner.payload.type in _ARMIES and owner.last > owner.first


_ARMIES: Final = frozenset(("military", "armed_group", "police"))


def _is_object_of_another(scan: Scan, head: Match, at: int, *, linked: bool) -> bool:
    """Whether a word cannot tell of a noun, by its case or article: هاجم مسلحون ثكنة للجيش، سلمت القوات مواقعها."""
    word, noun = scan.words[at], scan.words[head.last]
    forces = scan.at("force", at)
    nouns = [*forces, *scan.at("person", at)]
    begins = bool(nouns) and not word.norm.startswith("ال") and any(not m.clitics.prep for m in nouns)
    if head.clitics.definite and any(m.clitics.prep == "ل" and not m.clitics.definite for m in nouns):
        return True  # قصف القوات المشتركة لمجاميع من الجماعة
    if begins and any(word.norm == f"{fold(m.payload.lemma)}ا" for m in forces):
        return True  # اعترض حاجز للجيش رتلا لقوات
    if begins and at > head.first + 1 and scan.words[at - 1].norm.startswith("ال"):
        return True  # مقاتلون من العشائر مواقع لقسد، رئيس المجلس المحلي قوات النظام
    if linked:
        return False
    if at == head.last + 1 and head.form != "du" and _are_others(scan, head, at):
        return True
    if head.payload.group in _CRAFT and _is_hit(scan, at):
        return True  # استهدفت طائرة مسيرة قافلة تابعة للجيش
    if begins and type(head.payload) is Person and any(m.payload.group == "unit" for m in forces):
        return True  # اعترض أهال دورية
    accusative = _TANWIN in scan.text[word.start : word.end] and word.norm not in LINKS
    if accusative and _TANWIN not in scan.text[scan.words[head.first].start : noun.end]:
        return True
    return begins and (head.clitics.definite or (noun.norm.endswith("ون") and not word.norm.endswith("ون")))


def _are_others(scan: Scan, head: Match, at: int) -> bool:
    """Whether two men behind people are none of them: احتجز شبان ضابطين; but أهالي ضابطين are theirs."""
    if type(head.payload) is not Person or head.payload.group in _KIN or head.payload.id != "CIVILIANS":
        return False
    two = [m for sort in ("force", "person") for m in scan.at(sort, at) if m.form == "du" and not m.clitics.prep]
    return bool(two) and scan.words[at].norm.endswith("ين")


def _is_hit(scan: Scan, at: int) -> bool:
    """Whether a word without ال is a noun for what aircraft hit: vehicles, columns, positions."""
    if scan.words[at].norm.startswith("ال"):
        return False
    if any(m.payload.counts == "vehicles" for m in scan.at("count", at)):
        return True
    hit = any(m.payload.group in ("unit", "position", "person_of") for m in scan.at("force", at))
    return hit or any(m.payload.kind in OF_FORCES or m.payload.kind == "aid" for m in scan.at("trigger", at))


#: People who are told by whose they are.
_KIN: Final = frozenset(("family", "household", "resident", "prisoner"))


_TANWIN: Final = "\N{ARABIC FATHATAN}"


def _is_counted(scan: Scan, at: int) -> bool:
    """Whether a number begins another party; عدة only says that there are some."""
    return at in scan.numerals and scan.words[at].norm != "عده"


def _is_joined(scan: Scan, at: int) -> bool:
    """Whether و joins another party: مدنيان وعنصر من الشرطة."""
    return scan.words[at].norm[:1] == "و" and any(
        m.clitics.lead for sort in ("force", "person") for m in scan.at(sort, at)
    )


def _is_beside_whole(scan: Scan, owner: Match) -> bool:
    """Whether a name stands behind a force that is whole: اتهم المتحدث باسم الحكومة المليشيات."""
    if owner.sort != "actor" or owner.clitics.prep or not owner.clitics.definite:
        return False
    return any(m.clitics.definite for m in scan.ending("force", owner.first - 1))


def _governs(scan: Scan, head: Match, owner: Match) -> bool:
    """Whether a name right behind a noun can be its genitive or adjective: none behind ال or the ending ون is."""
    word, noun = scan.words[owner.first].norm, scan.words[head.last].norm
    if owner.sort == "actor" and word[-2:] == noun[-2:] and word[-2:] in ("ون", "ين"):
        return owner.clitics.definite == head.clitics.definite  # مسلحون حوثيون
    behind = scan.words[owner.first - 1]
    told = owner.first - 1 > head.last and behind.norm.endswith(("يه", "ي")) and not behind.norm.startswith("ال")
    if told and word.startswith("ال") and not scan.ending("force", owner.first - 1):
        return False  # منظمة حقوقية الجيش
    if noun.endswith("ون") and word.endswith("ين"):
        return False  # خطف مسلحون صينيين
    far = owner.last > owner.first > head.last + 1
    if owner.sort == "actor" and far and behind.norm.startswith("ال") and not word.startswith("ال"):
        return False  # طالبت هيئة الأسرى سلطات الجماعة
    apart = owner.first - head.last > 1 and noun.endswith("ون")
    if owner.sort == "adjective" and apart and word.endswith("يه"):
        return False  # هاجم مستوطنون مركبات فلسطينية
    if owner.sort == "adjective" and head.clitics.definite and not owner.clitics.definite:
        return False  # الدفاعات الجوية لصواريخ إسرائيلية
    if owner.sort == "adjective" or (owner.first == owner.last and owner.clitics.definite and head.clitics.definite):
        return True
    return not head.clitics.definite and not scan.words[head.last].norm.endswith(("ون", "ين", "ان"))


#: Forces that have names of their own.
_CALLED: Final = frozenset(("unit", "force", "organisation"))

#: His opposite number: وزير الخارجية ونظيره الأردني.
_COUNTERPART: Final = "نظير"

LINKS: Final = word_set("owners", "links")

#: Words behind which another matter begins: prepositions too, but for those that link a force to its owner.
_PARTING: Final = (PREPOSITIONS - LINKS) | word_set("owners", "parting")


def _in_actor(head: Match, owner: Match | None) -> bool:
    """Whether في tells whose somebody is: قيادي في حزب الله, not مدني في سوريا."""
    people = head.payload.group == "person_of" or (type(head.payload) is Person and not head.payload.id)
    people = people or (head.payload.lemma == "قيادة" and head.form == "pl")  # قيادات في قسد
    return people and owner is not None and owner.sort == "actor"


def _is_means_or_event(scan: Scan, at: int) -> bool:
    """Whether a word is a means (بصاروخ) or an event."""
    if scan.words[at].norm[:1] == "ب" and any(m.clitics.prep == "ب" for m in scan.here(at)):
        return True
    triggers = scan.at("trigger", at)
    return bool(triggers) and any(m.payload.kind not in OF_FORCES for m in triggers)


def _ends_party(scan: Scan, at: int) -> bool:
    """Whether a word can stand neither in the name of a force nor between it and its owner."""
    if scan.at("verb", at) or any(m.clitics.prep == "ب" for m in scan.at("weapon", at)):
        return True  # طفل برصاص الاحتلال is no child of theirs
    if scan.at("force", at) and not scan.at("person", at):
        return False
    if scan.words[at].norm in _PARTING or any(cue.clitics.suffix != "ي" for cue in scan.at("place_cue", at)):
        return True  # قائد ميداني is of no square
    if any(not place.payload.needs_cue for place in scan.at("place", at)):
        return True
    return scan.cue_at("boundary", at) is not None or scan.cue_at("agent", at) is not None
