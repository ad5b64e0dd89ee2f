"""Lemmas for search: one key for the many forms of a word (المدنيين, للمدنيين, مدنيون → مدني).

A form is looked up among those of the nouns and verbs in three files, which hold what no rule can tell:

- `broken_plurals.csv`: nouns with their broken plurals, and with sound ones where another word is near;
- `verbs.csv`: verbs in past and present;
- `whole_words.csv`: words that look as if they had a clitic or an ending (بيان, لبنان, تفاهم).

What they lack goes to a light stemmer. The same is done to a text and to a question, so a name that no file knows
still meets itself. A key is no dictionary word, and homographs share it: طالب is a student and "he demanded", and
سورية a country and an adjective.
"""

from __future__ import annotations

import csv
import functools
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import Final

from marsad.arabic.folding import IGNORED, fold
from marsad.arabic.stems import PRONOUNS, before_pronoun, participle, stem, without_proclitics
from marsad.arabic.tokens import Form, forms

#: Goes up whenever the rules give a word another lemma than before: search indexes are then built anew.
VERSION: Final = "2"

_FILES: Final = ("broken_plurals.csv", "verbs.csv", "whole_words.csv")
_WORD: Final = re.compile(rf"[^\W_]+(?:[{IGNORED}]+[^\W_]+)*[\u064b-\u065f\u0670]*")
_NUMBER: Final = re.compile(r"[وفبكل]{1,2}(\d+)")
_LAST: Final = re.compile(rf"(\w)[{IGNORED}]*$")

_MASCULINE: Final = ("ا", "ان", "ين", "ون", "ات", "ه", "تان", "تين")
_CONSTRUCT: Final = ("ي", "و")
_FEMININE: Final = ("ات", "تان", "تين", "تا", "تي")
_PAST: Final = ("", "ت", "تا", "ا", "وا", "و", "ن", "نا")
_PRESENT: Final = ("", "ان", "ون", "وا", "و", "ن", "ا")


def lemmas(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` as `(lemma, start, end)`, in their order; offsets are code points of `text`."""
    return [(lemma(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


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


def version() -> str:
    """What the lemmas depend on: the rules and the content of the files."""
    return f"{VERSION}/{zlib.crc32(''.join(map(_text, _FILES)).encode()):08x}"


def _looked_up(word: str, *, feminine: bool) -> str | None:
    known = _known()
    for form in forms(word):
        if not _credible(form):
            continue
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
    if form.suffix and (form.suffix not in PRONOUNS or size < 3):
        return False
    if form.prep == "س":
        return form.stem[0] in "يتن" and size > 2
    if form.prep == "ك" and not form.definite:
        return size > 3
    return size > 2 or form.lead != "ف"


@functools.cache
def _known() -> Mapping[str, str]:
    """Folded form → key. A form that is some word itself stands for that word, whatever else it may be of."""
    nouns = [(fold(one), [fold(each) for each in many.split("|")]) for one, many in _rows("broken_plurals.csv")]
    verbs = [(row[0].split("|"), row[1].split("|")) for row in _rows("verbs.csv")]
    verbs.sort(key=lambda verb: fold(verb[0][0]) != fold(verb[1][0])[1:])  # يدخل is of دخل before أدخل
    singulars = [*(one for one, _ in nouns), *(fold(word) for (word,) in _rows("whole_words.csv"))]
    known = {word: word for word in singulars}

    def add(key: str, found: Iterable[str]) -> None:
        for form in found:
            known.setdefault(form, key)

    for one, many in nouns:
        add(one, many)
    for past, _ in verbs:
        add(fold(past[0]), map(fold, past))
    for word in sorted(singulars, key=lambda each: each[-1] != "ه"):  # طائرات are طائرة, not طائر
        add(word, _inflected(word))
    for one, many in nouns:
        add(one, [each + "ا" for each in many])
    for conjugated in (_past, _present, _weak):  # يصل is of وصل, not the jussive of صلى
        for past, present in verbs:
            add(fold(past[0]), conjugated(past, present))
    return known


def _inflected(word: str) -> list[str]:
    """Duals, sound plurals, feminine forms and the accusative of a noun or adjective."""
    if len(word) < 3:
        return []
    if word[-1] == "ه":
        return [word[:-1] + ending for ending in _FEMININE]
    return [word + ending for ending in (*_MASCULINE, *(_CONSTRUCT if participle(word) else ()))]


def _past(past: Sequence[str], present: Sequence[str]) -> Iterator[str]:
    """The past in the third person and "we", also before pronouns (قصفو)."""
    for word in past:
        base = fold(word)
        if word[-1] in "اى":  # نفى, نفت, نفوا
            yield from [base[:-1] + ending for ending in ("ت", "تا", "وا", "و", "يا", "ي")]
        elif word[-1] == "ي":  # بقي, بقوا
            yield from [base[:-1] + ending for ending in ("وا", "و", "ت")]
        yield from [base + ending for ending in _PAST]


def _present(past: Sequence[str], present: Sequence[str]) -> Iterator[str]:
    for word in present:
        rest = fold(word)[1:]
        yield from [prefix + rest + ending for prefix in "يتن" for ending in _PRESENT]


def _weak(past: Sequence[str], present: Sequence[str]) -> Iterator[str]:
    """Forms in which a long vowel changes or goes: the passive of أصاب, ينفون of ينفي, لم يقل of يقول."""
    for base in map(fold, past):
        if len(base) > 3 and base[-2] == "ا":
            yield from [base[:-2] + "ي" + base[-1] + ending for ending in _PAST]
    for rest in (fold(word)[1:] for word in present):
        for prefix in "يتن":
            if rest[-1] in "اوي":
                yield from [prefix + rest[:-1] + ending for ending in _PRESENT]
            elif rest[-2:-1] and rest[-2] in "اوي":
                yield prefix + rest[:-2] + rest[-1]
                yield from [prefix + rest[:-2] + "ا" + rest[-1] + ending for ending in _PRESENT]


def _rows(name: str) -> list[list[str]]:
    return list(csv.reader(_text(name).splitlines()))[1:]


def _text(name: str) -> str:
    return (resources.files("marsad") / "arabic" / "data" / name).read_text("utf-8")
