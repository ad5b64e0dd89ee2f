"""Lemmas for search: one key for the many forms of a word (المدنيين, للمدنيين, مدنيون → مدني).

A form is looked up among those of the nouns and verbs in three files, which hold what no rule can tell:

- `broken_plurals.csv`: nouns with their broken plurals, and with sound ones where another word is near;
- `verbs.csv`: verbs in past and present;
- `whole_words.csv`: words that look as if they had a clitic or an ending (بيان, لبنان, تفاهم).

What they lack goes to a light stemmer. The same is done to a text and to a question, so a name that no file
knows still meets itself. A key is no dictionary word, and homographs share it: طالب is a student and "he
demanded", سورية a country and an adjective.
"""

from __future__ import annotations

import csv
import functools
import pkgutil
import re
import zlib
from collections.abc import Mapping
from typing import Final

from marsad.arabic.folding import IGNORED, fold, fold_letters
from marsad.arabic.stems import PRONOUNS, before_pronoun, stem, without_proclitics
from marsad.arabic.tokens import Form, forms

#: Goes up whenever the rules give a word another lemma than before: search indexes are then built anew.
VERSION: Final = "2"

_FILES: Final = ("broken_plurals.csv", "verbs.csv", "whole_words.csv")
_WORD: Final = re.compile(rf"[^\W_]+(?:[{IGNORED}]+[^\W_]+)*[\u064b-\u065f\u0670]*")
_NUMBER: Final = re.compile(r"[وفبكل]{1,2}(\d+)")
_LAST: Final = re.compile(rf"(\w)[{IGNORED}]*$")

#: Plurals that have no accusative in ا: مزارعا is a farmer.
_DIPTOTE: Final = re.compile("..ا.ي?.")
_MASCULINE: Final = ("ا", "ان", "ين", "ون", "ات", "ه", "تان", "تين")
_FEMININE: Final = ("ات", "تان", "تين", "تا", "تي")
_PAST: Final = ("", "ت", "تا", "ا", "وا", "و", "نا")
_PRESENT: Final = ("", "ان", "ون", "وا", "و", "ا")


def lemmas(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` as `(lemma, start, end)`, in their order; offsets are code points of `text`."""
    found = ((lemma(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))
    return [each for each in found if each[0]]  # a tatweel that stands alone is no word


@functools.lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The search key of one word: the same for its ordinary forms, however they are spelled and joined."""
    folded = fold(word)
    if folded.isascii():
        return folded
    if number := _NUMBER.fullmatch(folded):
        return number[1]
    last = match[1] if (match := _LAST.search(word)) else ""
    feminine = last == "ة"
    if found := _looked_up(folded, feminine=feminine):
        return found
    bare = without_proclitics(folded)
    if last == "ى":  # مرتضى has no plural ending
        return bare
    return stem(bare, feminine=feminine, verb=folded.removesuffix(bare)[-2:] not in ("ال", "لل"))


def is_word(folded: str) -> bool:
    """Whether a folded spelling is a form of a noun or verb that the files know."""
    return folded in _known() or folded in _further_nouns()


@functools.cache
def _further_nouns() -> frozenset[str]:
    """Nouns of the morphology, which no search key needs."""
    return frozenset(word for (word,) in _rows("morphology_nouns.csv"))


def version() -> str:
    """What the lemmas depend on: the rules and the content of the files."""
    return f"{VERSION}/{zlib.crc32(''.join(map(_text, _FILES)).encode()):08x}"


def _looked_up(word: str, *, feminine: bool) -> str | None:
    known = _known()
    if word in known:
        return known[word]
    for form in sorted(filter(_credible, forms(word)), key=_hides_article):
        if not form.suffix:
            found = known.get(form.stem)
        elif feminine:  # no pronoun: كبيرة is of كبير, but مظاهرة not of مظاهر, the plural of مظهر
            found = form.stem if known.get(form.stem) == form.stem else None
        else:
            found = next((known[each] for each in before_pronoun(form.stem) if each in known), None)
        if found:
            return found
    return None


def _credible(form: Form) -> bool:
    """Whether the clitics of a form are what they look like: many words begin or end with such letters."""
    size = len(form.stem)
    if form.suffix and (form.suffix not in PRONOUNS or (size < 3 and form.suffix not in ("ه", "ها"))):
        return False
    if form.prep == "س":
        return form.stem[0] in "يتن" and size > 2
    if form.prep == "ك" and not form.definite:
        return size > 3
    return size > 2 or form.lead != "ف"


def _hides_article(form: Form) -> bool:
    """Whether a form takes the article for a letter of its stem (للأزمة: of أزمة before لازمة)."""
    return form.prep == "ل" and not form.definite and form.stem[0] == "ل"


@functools.cache
def _known() -> Mapping[str, str]:
    """Folded form → key. What comes later wins: a word's own spelling over any form of another word."""
    nouns = {one: many.split("|") for one, many in _rows("broken_plurals.csv")}
    singulars = [*nouns, *(word for (word,) in _rows("whole_words.csv"))]
    singulars.sort(key=lambda word: word[-1] == "ه")  # طائرات is of طائرة, not of طائر
    verbs = sorted(_rows("verbs.csv"), key=lambda verb: -len(verb[0]))  # يدخل is of دخل, not of أدخل
    known: dict[str, str] = {}
    for past, present in verbs:
        known |= dict.fromkeys(_weak(past, present), past)
    for past, present in verbs:
        known |= dict.fromkeys([prefix + present[1:] + ending for prefix in "يتن" for ending in _PRESENT], past)
    for past, _ in verbs:
        known |= dict.fromkeys(_past(past), past)
    for one, many in nouns.items():
        known |= dict.fromkeys([each + "ا" for each in many if not _DIPTOTE.fullmatch(each)], one)
    for word in singulars:
        known |= dict.fromkeys(_inflected(word), word)
    known |= {past: past for past, _ in verbs}
    for one, many in nouns.items():
        known |= dict.fromkeys(many, one)
    known |= {word: word for word in singulars}
    return known


def _inflected(word: str) -> list[str]:
    """Duals, sound plurals, feminine forms and the accusative that the stemmer would not lead to the noun."""
    if len(word) < 3:
        return []
    if word[-1] == "ه":
        return [word[:-1] + ending for ending in _FEMININE]
    return [word + ending for ending in _MASCULINE] if word[0] in "وبلي" or word[-1] == "ن" else []


def _past(past: str) -> list[str]:
    """The past in the third person and "we", also as it stands before a pronoun (قصفو)."""
    found = [past + ending for ending in _PAST]
    if past[-1] in "اي":  # نفى, نفت, نفوا
        found += [past[:-1] + ending for ending in ("ت", "تا", "وا", "و", "يا", "ي")]
    return found


def _weak(past: str, present: str) -> list[str]:
    """Forms in which a long vowel changes or goes: أصيب of أصاب, ينفون of ينفي, لم يقل and يقال of يقول."""
    found = []
    if len(past) > 3 and past[-2] == "ا":
        found += [past[:-2] + "ي" + past[-1] + ending for ending in _PAST]
    if present[-1] in "اوي":
        found += [prefix + present[1:-1] + ending for prefix in "يتن" for ending in _PRESENT]
    elif len(present) > 3 and present[-2] in "اوي":
        stems = [prefix + present[1:-2] for prefix in "يتن"]
        found += [stem + present[-1] for stem in stems]
        found += [stem + "ا" + present[-1] + ending for stem in stems for ending in _PRESENT]
    return found


def _rows(name: str) -> list[list[str]]:
    return list(csv.reader(fold_letters(_text(name)).splitlines()))[1:]


def _text(name: str) -> str:
    # importing importlib.resources takes longer than all else that is done here
    return (pkgutil.get_data("marsad", f"arabic/data/{name}") or b"").decode("utf-8")
