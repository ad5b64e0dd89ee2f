"""Inflected forms of verbs and nouns, folded as they stand in print.

Verbs come from a root and a pattern through `mazini`, which takes some milliseconds a verb: the forms of the
verbs of the package's own knowledge files are kept beside them (`verb_forms.csv`, written by
`scripts/build_forms.py`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from marsad.arabic.folding import fold

Voice = Literal["active", "passive"]
Tense = Literal["past", "present"]


class VerbForm(NamedTuple):
    """One inflected form: `person` is 3ms, 3fs, 3mp, ...; the moods of the present mostly look the same."""

    form: str
    tense: Tense
    voice: Voice
    person: str


_THIRD: Final = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp")
_SLOTS: Final[tuple[tuple[str, Tense, Voice], ...]] = (
    ("past", "past", "active"),
    ("past_pass", "past", "passive"),
    ("ind", "present", "active"),
    ("sub", "present", "active"),
    ("juss", "present", "active"),
    ("ind_pass", "present", "passive"),
    ("sub_pass", "present", "passive"),
    ("juss_pass", "present", "passive"),
)


@functools.cache
def conjugate(root: str, pattern: str, *, reduced: bool = False) -> tuple[VerbForm, ...]:
    """The folded forms that news uses of a verb: third persons and "we", active and passive, both tenses.

    `root` is three or four letters, `pattern` a wazn such as `فعَل يفعُل`, `استفعل`; `reduced` is the
    assimilated VIII form (اتخذ). Raises ValueError where there is no such verb.
    """
    import mazini

    try:
        slots = mazini.conjugate(root, pattern, reduced=reduced, passive=True).slots
    except mazini.MaziniError:
        try:
            slots = mazini.conjugate(root, pattern, reduced=reduced).slots
        except mazini.MaziniError as error:
            raise ValueError(f"no verb of root {root} and pattern {pattern}: {error}") from error
    found: dict[VerbForm, None] = {}
    for slot, tense, voice in _SLOTS:
        for person in (*_THIRD, "1p") if slot in ("past", "ind") else _THIRD:
            for form in slots.get(f"{slot}_{person}", ()):
                folded = fold(form.form)
                if not (voice == "passive" and folded.startswith("وو")):  # ووصلت is "and arrived"
                    found[VerbForm(folded, tense, voice, person)] = None
    return tuple(found)


def noun_forms(
    lemma: str, *, plurals: tuple[str, ...] = (), feminine: str = "", people: bool = True
) -> Iterator[tuple[str, str]]:
    """Folded forms of a noun with their number (`sg`, `du`, `pl`), in all cases, without ال and suffixes.

    Sound plurals and duals are made; broken plurals are given, and where there is one, ـين is the dual. Only
    nouns for `people` have the plural in ـون.
    """
    for base in filter(None, (lemma, feminine)):
        yield from _singular(fold(base), broken=bool(plurals) or not people)
    for plural in plurals:
        form = fold(plural)
        yield form, "pl"
        if not form.endswith(("ات", "ون", "ين", "ا", "ي")):
            yield form + "ا", "pl"
        if form.endswith("ه"):
            yield form[:-1] + "ت", "pl"


def _singular(form: str, *, broken: bool) -> Iterator[tuple[str, str]]:
    yield form, "sg"
    if form.endswith("ه"):
        stem = form[:-1]
        yield stem + "ت", "sg"
        yield from ((stem + ending, "du") for ending in ("تان", "تين", "تا", "تي"))
        yield stem + "ات", "pl"
        return
    if not form.endswith("ا"):
        yield form + "ا", "sg"
    yield form + "ان", "du"
    yield form + "ين", "du" if broken else "pl"
    if not broken:
        yield from ((form + ending, "pl") for ending in ("ون", "ي", "و"))
    yield form + "ات", "pl"


def pack(found: tuple[VerbForm, ...]) -> str:
    """Forms of one verb as one cell of `verb_forms.csv`."""
    return " ".join(f"{form.form}:{form.tense[:2]}{form.voice[:2]}{form.person}" for form in found)


def unpack(cell: str) -> Iterator[VerbForm]:
    """The forms that `pack` wrote."""
    for item in cell.split():
        form, code = item.split(":")
        yield VerbForm(form, _TENSES[code[:2]], _VOICES[code[2:4]], code[4:])


_TENSES: Final[dict[str, Tense]] = {"pa": "past", "pr": "present"}
_VOICES: Final[dict[str, Voice]] = {"ac": "active", "pa": "passive"}
