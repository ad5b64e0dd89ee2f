"""Where in the knowledge files a word comes from: the file and line to open when a reading has to be mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marsad.arabic.folding import fold
from marsad.knowledge import Knowledge, tables
from marsad.knowledge.lexicon import Match, stem
from marsad.knowledge.tables import Row, split

_Key = tuple[str, ...]

#: For each sort of entry its table, and what its rows and its values have in common.
_LEMMA: tuple[Callable[[Row], _Key], Callable[[Any], _Key]] = (
    lambda row: (row["lemma"],),
    lambda payload: (payload.lemma,),
)
_ID: tuple[Callable[[Row], _Key], Callable[[Any], _Key]] = (lambda row: (row["id"],), lambda payload: (payload.id,))
_KEYS: dict[str, tuple[str, Callable[[Row], _Key], Callable[[Any], _Key]]] = {
    "Trigger": (
        "triggers",
        lambda row: (row["kind"], row["pos"], row["lemma"], row["strength"], _folded(row["with"])),
        lambda each: (each.kind, each.pos, each.lemma, each.strength, _wanted(each)),
    ),
    "Cue": (
        "cues",
        lambda row: (row["cue"], row["value"], row["lemma"]),
        lambda each: (each.cue, each.value, each.lemma),
    ),
    "LightVerb": ("light_verbs", *_LEMMA),
    "Force": ("forces", *_LEMMA),
    "Person": ("persons", *_LEMMA),
    "PlaceCue": (
        "place_cues",
        lambda row: (row["lemma"], row["type"], row["role"]),
        lambda each: (each.lemma, each.type, each.role),
    ),
    "PlaceRow": ("places", *_ID),
    "Actor": ("actors", *_ID),
    "LocalActor": ("actors", lambda row: (row["id"],), lambda each: (each.actor.id,)),
    "Country": ("countries", *_ID),
    "Outlet": ("outlets", *_ID),
    "str": ("traps", lambda row: (row["phrase"],), lambda each: (each,)),
}

#: Sorts whose values do not keep their word: the table, and the column and attribute of what they say.
_WORDS = {"WeaponWord": ("weapons", "weapon", "label"), "CountNoun": ("count_nouns", "counts", "counts")}


class Origins:
    """The rows behind matches. A table is read with its lines when a match of it is first asked for."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._folders = knowledge.folders
        self._tables: dict[str, list[tuple[str, Row]]] = {}
        self._keyed: dict[str, dict[_Key, str]] = {}

    def of(self, match: Match) -> str:
        """File and line of the row that a match comes from; only the file where no one row can be told."""
        sort = type(match.payload).__name__
        if sort in _WORDS:
            return self._by_word(match, *_WORDS[sort])
        table, of_row, of_payload = _KEYS[sort]
        keyed = self._keyed.get(sort)
        if keyed is None:
            keyed = self._keyed[sort] = {of_row(row): where for where, row in self._rows(table)}
        return keyed.get(of_payload(match.payload), f"{table}.csv")

    def _by_word(self, match: Match, table: str, column: str, attribute: str) -> str:
        wanted, said = stem(match.clitics.stem), getattr(match.payload, attribute)
        for where, row in reversed(self._rows(table)):
            words = (row["lemma"], row.get("feminine", ""), *split(row["plurals"]))
            if row[column] == said and any(stem(fold(word).split()[0]) == wanted for word in words if fold(word)):
                return where
        return f"{table}.csv"

    def _rows(self, table: str) -> list[tuple[str, Row]]:
        if table not in self._tables:
            self._tables[table] = list(tables.located(table, self._folders))
        return self._tables[table]


def _folded(cell: str) -> str:
    """The words of a cell as a trigger keeps them, in one order."""
    words = [fold(word) for word in split(cell)]
    return "|".join(sorted({form for word in words for form in ((word,) if " " in word else (word, stem(word)))}))


def _wanted(trigger: Any) -> str:
    return "|".join(sorted({*trigger.needs.single, *trigger.needs.runs}))
