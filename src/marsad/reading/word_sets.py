"""The words that rules of reading ask for, as sets: kept in `data/word_sets.csv`, where a linguist can mend them.

Each row is one set: the `module` and the `name` that its rule knows it by, the `sort` of what stands in it, the
words, and what is meant by them. The sorts: `spellings` are words of the text, as folding leaves them; `parts` are
their beginnings, endings or other parts; `lemmas` are those that the knowledge files write.

A module takes its sets when it is imported, as it takes its own constants.
"""

from __future__ import annotations

import csv
import functools
import pkgutil
from typing import Final

from marsad.arabic.folding import fold

_FILE: Final = "data/word_sets.csv"


def word_set(module: str, name: str) -> frozenset[str]:
    """The words of one set: spellings and their parts folded, lemmas as they are written."""
    return _sets()[module, name]


@functools.cache
def _sets() -> dict[tuple[str, str], frozenset[str]]:
    text = (pkgutil.get_data("marsad.reading", _FILE) or b"").decode("utf-8")
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        listed = row["words"].split("|")
        found[row["module"], row["name"]] = frozenset(listed if row["sort"] == "lemmas" else map(fold, listed))
    return found
