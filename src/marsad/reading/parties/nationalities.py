"""Stage 3: when a nationality without a noun for a force names a party: غارة تركية، ثلاثة سوريين."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from marsad.knowledge.entries import Country, Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.copies import replace
from marsad.reading.parties.cast import CIVILIANS, Mention
from marsad.reading.parties.mentions import PREPS, mention_at, word_before
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

FLAGS: Final = word_set("nationalities", "flags")


def find_nationalities(
    scan: Scan, owners: dict[int, Match], taken: set[int], found: list[Mention]
) -> Iterator[Mention]:
    """A nationality right behind an event or a weapon names its party (غارة تركية); people of it are civilians."""
    free = [owner for owner in owners.values() if owner.sort == "adjective" and owner.first not in taken]
    if not free:
        return
    ends = {mention.last: mention for mention in found}
    heads = {m.last: m for m in (*scan.of("weapon"), *scan.of("trigger"))}
    heads |= {m.last: m for m in scan.of("verb") if m.form.tense == "past"}
    for owner in free:
        if owner.clitics.prep or _tells_of_place(scan, owner) or word_before(scan, owner.first) in FLAGS:
            continue
        before = ends.get(owner.first - 1)
        country: Country = owner.payload
        named = before is not None and before.id and before.id != CIVILIANS
        if before is not None and named and owner.clitics.definite:  # الجيش الأردني والأميركي
            if str(before.id).split(".")[0] == country.id:
                continue
            who = country.gov or country.id
            beside = mention_at(scan, owner, owner.last, who, f"nationality {country.name_ar} beside it")
            yield replace(beside, group=before.group, prep="")
            continue
        counted = owner.first - 1 - (scan.words[owner.first - 1].norm == "من") in scan.numerals
        if counted and (not owner.clitics.definite or is_people(scan, owner.last)):  # ثلاثة سوريين، آلاف السوريين
            yield mention_at(scan, owner, owner.last, CIVILIANS, "so many of a nationality: civilians")
            continue
        if is_object_of_nation(scan, owner):
            yield mention_at(scan, owner, owner.last, CIVILIANS, "taken or harmed, of a nationality: civilians")
            continue
        if _is_named_by(scan, owner):
            yield mention_at(scan, owner, owner.last, CIVILIANS, "a person of a nationality, named behind it")
            continue
        back = owner.first - 1
        while back >= 0 and back not in heads and owner.first - back < 3 and scan.words[back].norm not in PREPS:
            back -= 1
        if back in heads and (back == owner.first - 1 or not _is_genitive(scan, owner)):
            yield _of_nationality(scan, owner, heads[back])


def _is_named_by(scan: Scan, owner: Match) -> bool:
    """Whether a nationality is that of a person who is named behind it: عرف منهم السوري غالب العلي."""
    behind = owner.last + 1
    if not owner.clitics.definite or scan.words[owner.first].marbuta or behind + 1 >= len(scan.words):
        return False
    if scan.words[owner.first - 1].norm.startswith(("ال", "وال")) or scan.ending("trigger", owner.first - 1):
        return False
    word = scan.words[behind]
    return not (word.before.strip() or word.norm.startswith("ال") or scan.here(behind) or behind in scan.numerals)


def is_people(scan: Scan, at: int) -> bool:
    """Whether a nationality is a noun for many of it: السوريون، سوريين."""
    return scan.words[at].norm.endswith(("يون", "يين", "يات"))


def _is_genitive(scan: Scan, owner: Match) -> bool:
    """Whether a plural only tells whose the thing before it is: منعت مركبات الفلسطينيين."""
    return owner.clitics.definite and scan.words[owner.first].norm.endswith("يين")


_BACKED_BY: Final = tuple(word_set("nationalities", "backed_by"))
_OBJECTS: Final = tuple(word_set("nationalities", "objects"))
#: How far behind its verb a nationality may stand that is its object.
_OBJECT_REACH: Final = 7
#: What verbs count that tell what was done to people.
_PEOPLE_TAKEN: Final = frozenset(("killed", "wounded", "arrested", "abducted", "released"))


def is_object_of_nation(scan: Scan, nation: Match) -> bool:
    """Whether a nationality is whom somebody harmed or took, behind who did it: قتل الجيش الإسرائيلي فلسطينيا."""
    word, before = scan.words[nation.first], scan.words[nation.first - 1]
    if nation.clitics.definite or word.before.strip() or not word.norm.endswith(_OBJECTS):
        return False
    nominative = before.norm.endswith("ون") and word.norm.endswith("ين")  # خطف مسلحون صينيين
    if not (before.norm.startswith("ال") or nominative) or before.norm.startswith(_BACKED_BY):
        return False  # المدعومة أمريكيا
    for at in range(nation.first - 2, max(-1, nation.first - _OBJECT_REACH), -1):
        verbs = [m for m in scan.at("verb", at) if type(m.payload) is Trigger and m.form.voice != "passive"]
        if verbs:
            return any(m.payload.counts in _PEOPLE_TAKEN for m in verbs)
        if scan.words[at].norm in PREPS or scan.words[at + 1].before.strip():
            return False
    return False


def _tells_of_place(scan: Scan, owner: Match) -> bool:
    """Whether a nationality is that of a town or land: تعرض بلدة القصر اللبنانية لقصف، هاجمت العاصمة الليبية."""
    if not owner.clitics.definite:
        return False
    beside = [*scan.ending("place_cue", owner.first - 1), *scan.ending("place", owner.last)]
    if any(m.first < owner.first and (m.sort == "place" or m.clitics.definite) for m in beside):
        return True
    cues = (m for at in (owner.first - 2, owner.first - 3) for m in scan.ending("place_cue", at))
    return any(m.payload.role == "head" and not m.clitics.definite for m in cues)


def _of_nationality(scan: Scan, owner: Match, head: Match) -> Mention:
    """The party that a nationality behind an event or a weapon is: civilians where it is who was harmed."""
    country: Country = owner.payload
    if _is_harm(head) and owner.first == head.last + 1:
        return mention_at(scan, owner, owner.last, CIVILIANS, "harmed, of a nationality: civilians")
    return mention_at(scan, owner, owner.last, country.gov or country.id, f"nationality {country.name_ar}")


def _is_harm(head: Match) -> bool:
    """Whether a word tells that somebody was harmed."""
    return getattr(head.payload, "strength", "") == "harm"
