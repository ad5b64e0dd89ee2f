"""Lemmas for search: one key for the many forms of a word (المدنيين, للمدنيين, مدنيون → مدني).

A form is looked up in simplemma's Arabic dictionary by its folded spelling; what the dictionary lacks is
freed from clitics and endings until it is found or nothing more can go. The same is done to a text and to a
question, so a name that no dictionary knows still meets itself.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from marsad.arabic.folding import IGNORED, fold

#: Goes up whenever a word may get another lemma than before: search indexes are then built anew.
VERSION: Final = "1"

_WORD: Final = re.compile(rf"[^\W_]+(?:[{IGNORED}]+[^\W_]+)*[\u064b-\u065f\u0670]*")
_NUMBER: Final = re.compile(r"[وفبكل]{1,2}(\d+)")

#: Pronouns that end a word; what is left may have an ending of its own (مقاتليها).
_PRONOUNS: Final = ("هما", "هم", "هن", "ها", "كم", "نا", "ه")

#: Endings of plurals, duals and adjectives that the dictionary lacks; the longer come first.
_LONG: Final = ("تين", "تان", "ات", "ون", "ين", "ان", "وا", "يه")
_SHORT: Final = ("ه", "ي", "ا", "و", "ت")

#: A verbal noun of the second form (تفجير): its verb, which the dictionary gives, looks like dawn (فجر).
_VERBAL_NOUN: Final = re.compile(r"ت..ي.")


def lemmas(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` as `(lemma, start, end)`, in their order; offsets are code points of `text`."""
    return [(lemma(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


@functools.lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The search key of one word: folded, without clitics, in the singular where the dictionary knows it."""
    folded = fold(word)
    if folded.isascii():
        return folded
    if number := _NUMBER.fullmatch(folded):
        return number[1]
    forms = list(_without_proclitics(folded))
    stems = [stem for form in forms for stem in _without(form, (*_PRONOUNS, *_LONG, *_SHORT))]
    rests = [rest for form in forms for stem in _without(form, _PRONOUNS) for rest in _without(stem, _SHORT)]
    for form in (*forms, *stems, *rests):
        if found := _known(form):
            return found
    bare = next(form for form in reversed(forms) if len(form) > 2 or form == folded)
    for endings in (_PRONOUNS[:-1], _LONG, _SHORT):
        bare = next(_without(bare, endings), bare)
    return bare


def _known(form: str) -> str | None:
    if _VERBAL_NOUN.fullmatch(form):
        return form
    table = _dictionary()
    if form.endswith("ات") and table.get(single := form[:-2] + "ه") == single:
        return single  # بلدات is of بلدة, where the dictionary says بلد
    if found := table.get(form):
        return found
    # fa, ka and sa begin names (فيصل, كركوك): they go only where a longer word is known
    return table.get(form[1:]) if form[:1] in ("ف", "ك", "س") and len(form) > 4 else None


def _without_proclitics(word: str) -> Iterator[str]:
    """The word, then what is left as one proclitic after the other goes; the article is the last."""
    yield word
    while len(word) > 2:
        if word.startswith(("فال", "كال")) and len(word) > 5:
            yield word[3:]
            return
        if word.startswith(("ال", "لل")) and len(word) > 3:
            yield word[2:]
            return
        if not (word[0] == "و" or (word[0] in "بل" and len(word) > 3)):
            return
        word = word[1:]
        yield word


def _without(word: str, endings: Sequence[str]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            yield stem
            if stem.endswith("ت"):  # مدينتهم: the feminine ending opens before a pronoun
                yield stem[:-1] + "ه"


@functools.cache
def _dictionary() -> Mapping[str, str]:
    """Folded form → folded lemma. A form that is some word's own lemma stands for that word."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    found: dict[str, str] = {}
    definite: dict[str, str] = {}
    folded = functools.cache(fold)  # the lemmas repeat
    for form, value in DefaultDictionaryFactory().get_dictionary("ar").items():
        if form.startswith("ال"):
            definite[form] = value
            continue
        key, known = fold(form), folded(value)
        if key == known or key not in found:
            found[key] = known
    for form, value in definite.items():
        if (key := fold(form))[2:] not in found:  # الغربي is of غربي, where the dictionary says أغرب
            found.setdefault(key, folded(value))
    return found
