"""Stage 4: which words can be the name of a place, and where a name that no file knows ends."""

from __future__ import annotations

from typing import Final

from marsad.arabic.lemmas import is_word
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.lexicon import Match
from marsad.reading.places.place_cues import PARTING
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

_TIMES_OF_DAY: Final = word_set("place_names", "times_of_day")


def is_time_of_day(scan: Scan, at: int) -> bool:
    """Whether a word that is a place elsewhere tells when: صباح الأربعاء."""
    return at in scan.dated and scan.words[at].norm in _TIMES_OF_DAY


def is_taken_apart(scan: Scan, match: Match) -> bool:
    """Whether a word of its own is only read as a place behind a letter that it begins with: باب is no "in Ibb"."""
    clitics = match.clitics
    if match.last > match.first or clitics.definite or not (clitics.prep or clitics.lead):
        return False
    norm = scan.words[match.first].norm
    if clitics.prep == "ك":
        return True  # كريمة is no "like Rima"
    if any(cue.last == match.first for cue in scan.at("cue", match.first)):  # بصدد is no "in Sadad"
        return True
    return is_word(norm) or (bool(clitics.lead and clitics.prep) and is_word(norm.removeprefix("و")))


NAME_HEADS: Final = word_set("place_names", "name_heads")


def begins_other_name(scan: Scan, match: Match) -> bool:
    """Whether a place of one word is but the beginning of a name that no file knows: برج رحال is no برج."""
    if match.last > match.first or match.clitics.definite or match.clitics.stem not in NAME_HEADS:
        return False
    after = match.first + 1
    if after >= len(scan.words) or ends_names(scan, after) or is_no_name(scan, after, second=True):
        return False
    return scan.words[after].norm[0] != "و"


#: Particles, of which no name consists.
NO_NAME: Final = COMPLEMENTIZERS | PREPOSITIONS


def ends_names(scan: Scan, at: int) -> bool:
    """Whether no name goes on with a word: behind a mark, a particle, a verb or another noun for places."""
    word = scan.words[at]
    if word.before or word.norm in NO_NAME:
        return True
    return bool(scan.at("place_cue", at) or scan.at("verb", at) or scan.cue_at("boundary", at))


#: Sorts of words that stand behind a noun for places and are no name: قواعد للمتمردين.
_NO_NAMES: Final = frozenset(("verb", "place_cue", "adjective", "person", "force", "actor", "trigger", "cue"))


#: Pronouns that no name behind "for" wears.
_WORN: Final = ("ها", "هم", "هما")


def _is_for_it(norm: str) -> bool:
    """Whether a word tells what something is for: مزارع لتخزينها."""
    return norm.startswith("ل") and norm.endswith(_WORN)


def is_no_name(scan: Scan, at: int, *, second: bool = False) -> bool:
    """Whether a word can be no part of an unknown name: a verb, a person, a force, a cue.

    The `second` word of a name that needs one may be a person: تل أمير.
    """
    word = scan.words[at]
    if word.norm in NO_NAME or word.norm.isdigit() or _is_for_it(word.norm):
        return True
    barred = _NO_NAMES - {"person", "force"} if second else _NO_NAMES
    return any(m.first <= at <= m.last and m.sort in barred for m in scan.matches)


def describes(scan: Scan, at: int, *, alone: bool) -> bool:
    """Whether a word behind "villages" describes them instead of naming one: قرى حدودية، قرى مجاورة."""
    norm = scan.words[at].norm
    if scan.cue_at("no_name", at):
        return True
    return alone and norm.endswith(("يه", "ي")) and not norm.startswith("ال")


def goes_on(scan: Scan, at: int) -> bool:
    """Whether a list goes on at a word: it stands behind a comma or begins with "and"."""
    word = scan.words[at]
    joined = word.norm[0] == "و" and (len(word.norm) > 3 or word.norm[1:] in {"", *NAME_HEADS})
    return joined or not PARTING.isdisjoint(word.before)


#: Marks before a word that part it from what introduces a name.
_OPENING: Final = PARTING | {"("}
#: A name in quotation marks has no more words than this.
_LONGEST: Final = 3


#: Sorts of words that name a quarter where they are definite behind the noun for it: حي المزرعة، حي الضباط.
_QUARTER_NAMES: Final = frozenset(("place", "place_cue", "adjective", "person", "force"))


def names_quarter(scan: Scan, cue: Match) -> bool:
    """Whether a definite word behind "quarter" is its name, whatever else it means: no adjective agrees with it so."""
    at = cue.last + 1
    if cue.payload.type != "quarter" or cue.form != "sg" or at >= len(scan.words) or scan.words[at].before.strip():
        return False
    norm, sorts = scan.words[at].norm, {m.sort for m in scan.here(at)}
    return norm.startswith("ال") and bool(sorts) and sorts <= _QUARTER_NAMES


def name_end(scan: Scan, first: int) -> int | None:
    """The last word of an unknown name: one word, two where the second goes with it (كفر نبل, الشيخ سليمان)."""
    words = scan.words
    word = words[first]
    quoted = all(mark in QUOTES for mark in word.before)
    called = word.norm == "علي" and scan.text[word.end - 1] == "ي" and not word.before  # قرية علي أ
    if called and first + 1 < len(words) and not is_no_name(scan, first + 1, second=True):
        return first + 1
    if word.norm in NAME_HEADS and first + 1 < len(words) and not words[first + 1].before and quoted:
        return first + 1 + (words[first + 1].norm in NAME_HEADS and first + 2 < len(words))
    if word.norm.endswith(("يه", "ي")) and not word.norm.startswith("ال"):
        return None  # an adjective: معسكرات تدريبية
    if word.norm in PREPOSITIONS or not _OPENING.isdisjoint(word.before) or word.norm.isdigit():
        return None
    if any(m.sort in _NO_NAMES for m in scan.here(first)) or word.norm.startswith("لل") or _is_for_it(word.norm):
        return None
    if word.before and (last := next((b for a, b in scan.quoted if a == first and b < first + _LONGEST), 0)) > first:
        inside = range(first + 1, last + 1)
        return last if not any(words[at].before.strip() or scan.at("place_cue", at) for at in inside) else first
    joined = first + 1 < len(words) and scan.text[word.end : words[first + 1].start] == "-"
    return first + 1 if joined else first  # تين-أكوف
