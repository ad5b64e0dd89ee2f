"""Stage 8, a part: who did it where the clause of a verb leaves its subject out and the one before it tells of him."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import FIRING, NOT_BY_CIVILIANS
from marsad.reading.parties.cast import Mention, disagree
from marsad.reading.roles.clauses import with_joined
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set


def who_went_on(scan: Scan, group: list[Happening], parties: list[Mention], did: list[Mention]) -> list[Mention]:
    """Who did it, where the one party behind a joined verb is whom it befell: هاجمت مجموعة نقطة، واستهدفت القوات فيها.

    The verb agrees with the subject of the verb before it, and nothing else behind it could be its object.
    """
    each = group[0]
    form = each.match.form
    if not isinstance(form, VerbForm) or each.match.clitics.lead != "و" or each.trigger.frame != "does" or each.harm:
        return []
    if form.voice == "passive" or not did or did[0].first != each.last + 1 or did[0].id in (None, "UNKNOWN"):
        return []
    if any(m not in with_joined(parties, did[0]) for m in did) or not _ends_clause(scan, did[-1].last + 1):
        return []
    before = _subject_before(scan, each.first, form, parties)
    return [] if not before or before[0].id == did[0].id else before


_SOME: Final = word_set("subjects", "some")


def _subject_before(scan: Scan, at: int, form: VerbForm, parties: list[Mention]) -> list[Mention]:
    """The party that last stood before a word as the subject of a verb like this one, or at the head of its clause."""
    for m in reversed(parties):
        some = m.first > 1 and scan.words[m.first - 1].norm == "من" and scan.words[m.first - 2].norm in _SOME
        head = m.first - 2 * some  # مجموعة من التنظيم
        if m.first >= at or (m.prep and not some) or m.joined or m.group not in FIRING:
            continue
        if head == m.first and disagree(form.person, m.gender):
            continue
        if head == 1 or _is_verb(scan, head - 1, form) or scan.norms(head - 1, head - 1) in COMPLEMENTIZERS:
            return with_joined(parties, m)
    return []


def _is_verb(scan: Scan, at: int, like: VerbForm) -> bool:
    verbs = (m.form for sort in ("verb", "trigger") for m in scan.ending(sort, at))
    return any(isinstance(form, VerbForm) and form.person == like.person for form in verbs)


#: How many words a clause is looked at.
_CLAUSE: Final = 8


def _ends_clause(scan: Scan, begin: int) -> bool:
    """Whether no noun that may be an object stands in the rest of a clause: القوات المتمركزة فيها، القوات بقذائف."""
    loose = True  # an adjective or what is bare right behind a party may be its object
    for at in range(begin, min(begin + _CLAUSE, len(scan.words))):
        word = scan.words[at]
        if at in scan.commas or word.norm.startswith("و") or scan.at("verb", at):
            return True
        prep = word.norm in PREPOSITIONS or any(m.clitics.prep for m in scan.here(at))
        told = any(scan.at(sort, at) for sort in ("place", "place_cue", "person", "force", "count"))
        if loose and not prep and (told or not _is_adjective(word.norm)):
            return False
        loose = not prep and not word.norm.startswith("ال")
    return True


_ADJECTIVE_ENDINGS: Final = tuple(word_set("subjects", "adjective_endings"))


def _is_adjective(norm: str) -> bool:
    return norm.startswith("ال") and norm.endswith(_ADJECTIVE_ENDINGS)


_HAD: Final = word_set("subjects", "had")

#: How far behind "but it" its deed may stand.
_BUT_REACH: Final = 5

#: What one side does.
_BY_ONE: Final = frozenset(("capture", "withdrawal", "shelling", "air_strike", "attack", "raid", "movement", "arrest"))


def who_is_told_of(scan: Scan, group: list[Happening], parties: list[Mention]) -> list[Mention]:
    """Who did it where a clause only takes up who the sentence tells of: ب التي تحاصرها، إلا أنها لم تتمكن من."""
    each = group[0]
    form = each.match.form
    if each.is_verb and isinstance(form, VerbForm) and _is_of_place(scan, each):
        return _opening(scan, parties, each.first, "m" if form.person == "3ms" else "f")
    if each.is_verb and each.first > 2 and scan.words[each.first - 1].norm == "قد":  # كان مسلحون قد خطفوهم
        had = [m for m in parties if m.last == each.first - 2 and scan.words[m.first - 1].norm in _HAD]
        if had:
            return had
    but = next((at for at in range(max(1, each.start - _BUT_REACH), each.start) if _takes_up(scan, at)), 0)
    if not but or each.kind not in _BY_ONE or any(but < m.first < each.first and not m.prep for m in parties):
        return []
    return _opening(scan, parties, but, "f" if scan.words[but].norm.endswith("ها") else "m")


def _is_of_place(scan: Scan, each: Happening) -> bool:
    """Whether a relative clause on a place leaves its subject out: البلدة التي تحاصرها منذ عام."""
    if each.harm or each.start < 2 or scan.words[each.start - 1].norm not in ("التي", "الذي"):
        return False
    worn = each.match.clitics.suffix in ("ها", "ه") or scan.norms(each.last + 1, each.last + 1) in ("عليها", "عليه")
    return worn and bool(scan.ending("place", each.start - 2))


def _takes_up(scan: Scan, at: int) -> bool:
    norm = scan.words[at].norm
    return norm in ("لكنها", "لكنه") or (norm in ("انها", "انه") and scan.words[at - 1].norm in ("الا", "غير", "بيد"))


def _opening(scan: Scan, parties: list[Mention], end: int, gender: str) -> list[Mention]:
    """The first party of a sentence that can fire, and agrees with what takes it up."""
    for m in parties:
        if m.first < end and not m.prep and m.group in FIRING and m.gender in (gender, ""):
            return with_joined(parties, m) if scan.words[m.first].norm not in PREPOSITIONS else []
    return []


_BLAMING: Final = word_set("subjects", "blaming")

#: How far behind a verb of blaming whoever is blamed may stand.
_BLAMED_REACH: Final = 6


def who_is_blamed(scan: Scan, group: list[Happening], inside: list[Mention]) -> tuple[int, list[Mention]]:
    """The verb behind an act that lays it at somebody's door, and whose: هجوم نسبته الحكومة إلى الجماعة."""
    if group[0].kind not in NOT_BY_CIVILIANS:
        return 0, []
    for at in range(group[0].last + 1, len(scan.words)):
        if scan.words[at].norm.removeprefix("و") not in _BLAMING:
            continue
        whom = next((m for m in inside if at < m.first <= at + _BLAMED_REACH and m.prep in ("الي", "ل")), None)
        return (at, with_joined(inside, whom)) if whom is not None else (0, [])
    return 0, []
