"""Stage 3, first part: a party at its words: the preposition before it, its gender, the nouns that take it up."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.knowledge.entries import Actor, Force, Person
from marsad.knowledge.lexicon import Match
from marsad.reading.parties.cast import ARMS, Mention
from marsad.reading.scan import AT_LEAST, MARKS, Scan
from marsad.reading.word_sets import word_set

#: Whose occupation it is is told once: الاحتلال التركي, then قوات الاحتلال.
OCCUPATION: Final = "الاحتلال"


def mention_at(
    scan: Scan, match: Match, last: int, actor: str | None, why: str, head: Match | None = None, *,
    bare: str = "", alone: str = "", whose: Match | None = None,
) -> Mention:  # fmt: skip
    """A mention at a match; `head` is the noun that it shares with the mention before it, `whose` the force that its
    own noun is part of.
    """
    noun = head or match
    payload = noun.payload
    group = payload.group if type(payload) in (Force, Person) else noun.sort
    number = match.form if isinstance(match.form, str) else ""
    prep = "" if head else _prep(scan, match)
    return Mention(
        actor, match.first, last, payload.type if type(payload) is Actor else group, prep, match.clitics.lead,
        number, why, _is_added(scan, match), *_nouns(scan, whose or noun, last), _gender(scan, noun), bare, alone,
    )  # fmt: skip


def _nouns(scan: Scan, match: Match, last: int) -> tuple[str, frozenset[str]]:
    """The noun by which a later "the army" takes a party up, of an occupier's army the occupation; and those that the
    names of its actor begin with.
    """
    names = [m.payload.nouns for m in scan.ending("actor", last) if match.first <= m.first]
    called = frozenset().union(*names) if names else _NO_NOUNS
    for word in scan.words[match.first : last + 1]:
        if word.norm.endswith((OCCUPATION, "العدو")):
            return OCCUPATION, called
    several = match.sort == "force" and " " in match.payload.lemma
    return match.payload.lemma if several else match.clitics.stem, called


_NO_NOUNS: Final[frozenset[str]] = frozenset()


def _gender(scan: Scan, match: Match) -> str:
    """The gender of a noun as verbs and pronouns agree with it; that of the pronoun for one that wears it: قواتها."""
    if match.clitics.suffix:
        return "f" if match.clitics.suffix == "ها" else "m"
    if match.sort in ("country", "metonym"):
        called = scan.words[match.first].norm.lstrip("و").removeprefix("ال") in _OCCUPIER
        if called or match.payload.id in _MASCULINE:
            return "m"
        return "f"
    word = scan.words[match.first]
    if match.first > 1 and scan.words[match.first - 1].norm == "من" and _is_part_of(scan, match.first - 2):
        return ""  # مجموعة من المستوطنين اقتحمت: the verb agrees with the group
    if word.norm.lstrip("وبل") in _MEN:
        return ""
    if word.marbuta or word.norm.endswith("ات"):
        return "f"
    behind = scan.words[match.first + 1] if match.last > match.first else word
    if match.clitics.definite and behind.marbuta and behind.norm.startswith("ال"):
        return "f"  # الأمم المتحدة: its adjective tells
    if match.sort == "actor" and word.norm.removeprefix("ل").removeprefix("ال") in _MASCULINE_BODIES:
        return "m"
    nouns = [match] if match.sort in ("force", "person") else [*scan.at("force", match.first)]
    if not nouns or nouns[0].last > nouns[0].first:
        return ""
    people = nouns[0].sort == "person" or nouns[0].payload.group == "person_of"
    if nouns[0].form == "pl":
        return "m" if word.norm.endswith(("ون", "ين")) else "" if people else "f"
    if nouns[0].form == "du" and nouns[0].payload.lemma.endswith("ة"):
        return "f"  # مدمرتان
    return "" if fold(nouns[0].payload.lemma).endswith("ا") else "m"


_OCCUPIER: Final = word_set("mentions", "occupier")

_MEN: Final = word_set("mentions", "men")

_MASCULINE_BODIES: Final = word_set("mentions", "masculine_bodies")

#: Countries that are masculine.
_MASCULINE: Final = frozenset(("IRQ", "LBN", "SDN", "YEM", "JOR", "MAR", "SOM", "NER"))


def _prep(scan: Scan, match: Match) -> str:
    """The preposition before a match, as a clitic or as a word (over a number or بعض, عدد من).

    صفوف where the party is whom a toll is of (قتلى في صفوف الجيش).
    """
    if match.clitics.prep:
        return match.clitics.prep
    at = match.first - 1
    fires = match.sort == "force" and match.payload.group in ARMS
    if fires and match.clitics.lead == "و" and any(m.clitics.prep == "ب" for m in scan.ending("weapon", at)):
        return "ب"  # بالمدفعية والطيران الحربي
    if at >= 0 and match.sort in ("country", "metonym") and scan.words[at].norm == "من":
        return "من"  # في أنحاء عدة من لبنان
    return _prep_up_to(scan, at)


def _prep_up_to(scan: Scan, at: int) -> str:
    """The nearest preposition up to a word, over what tells how many a party is, of whom, and where they sit."""
    while at >= 0:
        word = scan.words[at]
        if word.norm == "من" and _is_part_of(scan, at - 1):
            at -= 1
            if scan.words[at].norm[0] in "بل" and scan.words[at].norm[1:] in _SOME:
                return scan.words[at].norm[0]  # نصب كمينا لمجموعة من الجنود
        elif word.norm in ("من", "عن") and at and (sent := _sent(scan.words[at - 1].norm)) is not None:
            if sent:
                return sent
            at -= 1
        elif word.norm == "صفوف":
            return word.norm
        elif word.norm[0] in "بل" and word.norm[1:] in _HOLDERS:
            return word.norm[0]
        elif at and scan.words[at - 1].norm in AT_LEAST:
            return ""  # ما لا يقل عن 14 مواطنا
        elif word.norm in PREPS and at not in scan.numerals:
            return word.norm
        elif word.norm[:1] == "و" and word.norm[1:] in PREPS:
            return word.norm[1:]
        elif word.norm in _ENVOYS:
            pass  # بين ممثلين عن الجيش والحركة
        elif word.norm not in _PASSED_OVER and word.norm not in _SOME and word.norm not in _HOLDERS:
            if at not in scan.numerals:
                return ""
            if word.norm[:1] in "بل" and len(word.norm) > 3:
                return word.norm[0]
        elif not MARKS.isdisjoint(word.before):
            return ""
        at -= 1
    return ""


#: What stands between two names of one party that are two actors: ي ب ك/ بي كا كا.
_SLASH: Final = "/"


def _is_added(scan: Scan, match: Match) -> bool:
    """Whether و or a slash joins a party to the one before, its number between: ضابط وثلاثة جنود."""
    at = match.first - 1
    if (
        match.clitics.lead == "و"
        or _SLASH in scan.words[match.first].before
        or (at >= 0 and scan.words[at].norm == "و")
    ):
        return True
    if at > 0 and scan.words[at].norm == "من":
        some = scan.words[at - 1].norm.removeprefix("و") in _SOME
        at -= some or at - 1 in scan.numerals  # وعدد من جنوده، و13 من مرافقيه
    while at >= 0 and (at in scan.numerals or scan.words[at].norm.removeprefix("و") in _SOME):
        if scan.words[at].norm[0] == "و" and not scan.words[at].norm.startswith("واحد"):
            return True
        at -= 1
    return False


def word_before(scan: Scan, at: int) -> str:
    """The folded word before one; empty before the first."""
    return scan.words[at - 1].norm if at > 0 else ""


def _sent(norm: str) -> str | None:
    """The preposition on a word for those who stand for somebody (بممثلين عن الحركة); None where it is none."""
    if norm in _ENVOYS or norm.removeprefix("و") in _ENVOYS:
        return ""
    return norm[0] if norm[0] in "بل" and norm[1:] in _ENVOYS else None


_ENVOYS: Final = word_set("mentions", "envoys")


def _is_part_of(scan: Scan, at: int) -> bool:
    """Whether من behind a word tells of whom some are: 40 من مسلحي, العديد من, جرحى من."""
    if at < 0:
        return False
    norm = scan.words[at].norm
    if norm in _SOME or at in scan.numerals or (norm[0] in "بل" and norm[1:] in _SOME):
        return True
    return any(m.payload.group == "body" or m.payload.lemma in _HARMED for m in scan.ending("person", at))


_HARMED: Final = word_set("mentions", "harmed")

_SOME: Final = word_set("mentions", "some")

_HOLDERS: Final = word_set("mentions", "holders")

_PASSED_OVER: Final = word_set("mentions", "passed_over")

PREPS: Final = word_set("mentions", "preps")
