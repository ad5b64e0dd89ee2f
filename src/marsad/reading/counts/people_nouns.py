"""Which words name people, and how many a noun without a number names."""

from __future__ import annotations

import re
from typing import Final

from marsad.knowledge.entries import CountNoun, Person
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

_ONE_OF: Final = word_set("people_nouns", "one_of")


def how_many(scan: Scan, match: Match) -> tuple[int, int | None] | None:
    """How many people a noun without a number names; `None` if it does not say."""
    if match.first and scan.words[match.first - 1].norm in _ONE_OF:
        return 1, 1
    if type(match.payload) is CountNoun:
        return (2, 2) if match.form == "du" else (2, None) if match.form == "pl" else None
    person: Person = match.payload
    if (match.form == "du" or is_dual(scan, match)) and not _are_of_many(scan, match):
        return 2, 2
    if match.form == "sg" and match.clitics.suffix == "ي":
        return 2, None  # مسلحي الجماعة: nobody's own
    if match.form == "sg" and (person.single or match.clitics.suffix):
        return 1, 1
    definite = match.clitics.definite or scan.words[match.first].norm.removeprefix("و").startswith("ال")
    return None if definite or person.group == "official" else (2, None)


def _are_of_many(scan: Scan, match: Match) -> bool:
    """Whether what is spelt as a dual tells what sort the many before it are: ضحايا عسكريين، قتلى مدنيين."""
    before = any(m.form == "pl" and m.last == match.first - 1 for m in scan.ending("count", match.first - 1))
    if not before or scan.words[match.first - 1].norm.endswith("ون"):
        return False  # قتل مسلحون جنديين: whoever did it stands in another case
    return scan.words[match.last].norm.endswith("ين")


#: The vowel that tells a dual from a plural where papers write it: مواطنَين.
_DUAL_VOWEL: Final = re.compile("\u064e\u0651?\u064a\u0652?\u0646")

HIS_TWO: Final = tuple(word_set("people_nouns", "his_two"))
_DUAL_ENDINGS: Final = tuple(word_set("people_nouns", "dual_endings"))


def is_dual(scan: Scan, match: Match) -> bool:
    """Whether a word that the lexicon takes for a singular or plural is a dual: طفلاهما، الأخوين، امرأتان."""
    if match.form == "sg" and match.clitics.suffix:
        return match.clitics.stem.endswith("ا") and not match.payload.lemma.endswith(("ا", "اة", "ى"))
    if match.form == "pl" and not match.clitics.suffix and match.clitics.stem.endswith(HIS_TWO):
        return True
    if match.form == "pl" and _DUAL_VOWEL.search(scan.words_text(match.last, match.last)):
        return True
    return match.form == "pl" and scan.words[match.last].norm.endswith(_DUAL_ENDINGS)


def is_vehicle(match: Match) -> bool:
    """Whether a noun counts vehicles and no people."""
    return type(match.payload) is CountNoun and match.payload.counts == "vehicles"


def is_household(match: Match) -> bool:
    """A family is no person: how many it is has to be said (أسرة من ثمانية أفراد)."""
    return type(match.payload) is Person and match.payload.group == "household"


def tells_of_act(scan: Scan, match: Match) -> bool:
    """Whether "armed" tells of an act before it, and nobody bears arms: كمين مسلح، سطو مسلح, but مقتل مسلح."""
    if match.clitics.stem != "مسلح" or match.form != "sg" or not match.clitics.whole:
        return False
    acts = [m for at in (match.first - 1, match.last) for m in scan.ending("trigger", at) if m.first < match.first]
    return any(m.payload.frame in ("by", "mutual") and m.form in ("sg", "phrase") for m in acts)


ADVERBS: Final = word_set("people_nouns", "adverbs")
_NO_ADJECTIVES: Final = word_set("people_nouns", "no_adjectives")

#: Marks that only close a name.
_CLOSING: Final = frozenset(' "”»)’')


def is_adjective(scan: Scan, match: Match) -> bool:
    """Whether a word for a person only describes the noun before it: جماعة مجهولة، حملة أمنية، جهازها الأمني."""
    if scan.words[match.last].norm in ADVERBS or tells_of_act(scan, match) or _of_the_press(scan, match):
        return True
    if match.form != "sg" or not match.first or match.clitics.lead or match.clitics.prep or match.clitics.suffix:
        return False
    if getattr(match.payload, "group", "") in ("woman", "child"):
        return False
    if getattr(match.payload, "lemma", "") in _NO_ADJECTIVES:
        return False
    if match.clitics.definite and getattr(match.payload, "group", "") == "fighter":
        beside = set(scan.words[match.first].before) <= _CLOSING
        if beside and any(m.payload.id != "UNKNOWN" for m in scan.ending("actor", match.first - 1)):
            return True  # تنظيم الدولة الإرهابي
    word, before = scan.words[match.first], scan.words[match.first - 1]
    if word.before or before.norm in PREPOSITIONS:
        return False
    here = scan.ending("trigger", match.first - 1)
    if any(m.first == m.last and (m.payload.strength == "harm" or m.payload.counts) for m in here):
        return False
    if word.marbuta:
        definite = before.norm.startswith("ال")
        feminine = before.marbuta or definite or before.norm.endswith("ات")  # جماعات إرهابية
        return feminine and match.clitics.definite == definite
    return match.clitics.definite and any(m.clitics.suffix for m in scan.ending("force", match.first - 1))


_PRESS: Final = word_set("people_nouns", "press")
_WORDS: Final = word_set("people_nouns", "words")


def _of_the_press(scan: Scan, match: Match) -> bool:
    """Whether "press" tells of words and nobody: في بيان صحفي."""
    stem = match.clitics.stem
    if stem == "جار" and match.form == "sg" and not (match.clitics.suffix or match.clitics.definite):
        return True  # وجار اتخاذ الإجراءات
    return stem in _PRESS and match.first > 0 and scan.words[match.first - 1].norm.removeprefix("و") in _WORDS
