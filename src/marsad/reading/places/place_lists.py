"""Stage 4: which names stand in a list behind one word for all of them: قرى أ وب، وج."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from marsad.arabic.lemmas import is_word
from marsad.knowledge.lexicon import Match
from marsad.reading.places.place_names import (
    NAME_HEADS,
    NO_NAME,
    begins_other_name,
    describes,
    ends_names,
    goes_on,
    is_no_name,
    is_time_of_day,
)
from marsad.reading.scan import Scan


class ListItem(msgspec.Struct, frozen=True, gc=False):
    """A name in a list behind a plural (قرى أ وب، وج): its words up to `last`, and the word that opens the list."""

    last: int
    cue: Match


#: Sorts of places that are told in lists of names.
LISTED_BY_NAME: Final = frozenset(("village", "town", "city", "quarter"))
#: Sorts, or "area" for what lies around places (ريفا أ وب), of which only names that a file knows are told so.
_LISTED_IF_KNOWN: Final = frozenset(("admin2", "front", "area"))


def find_listed(scan: Scan, chosen: dict[int, list[Match]], cues: dict[int, Match]) -> dict[int, ListItem]:
    """The names that stand in lists behind "villages", "towns" or "quarters", by their first words."""
    found: dict[int, ListItem] = {}
    for cue in cues.values():
        sort = cue.payload.type if cue.payload.role == "head" else cue.payload.role
        listing = cue.form in ("du", "pl") and (sort in LISTED_BY_NAME or sort in _LISTED_IF_KNOWN)
        if listing and not (cue.clitics.definite or cue.clitics.suffix):
            found.update(_items(scan, cue, chosen, cues))
    return found


#: A list of places is no longer than this.
_MOST_ITEMS: Final = 25


def _items(
    scan: Scan, cue: Match, chosen: dict[int, list[Match]], cues: dict[int, Match]
) -> Iterator[tuple[int, ListItem]]:
    """The names of the list behind one word, each with its first word, as far as the list goes on."""
    at = cue.last + 1
    for number in range(_MOST_ITEMS):
        if at < len(scan.words) and scan.words[at].norm == "و":
            at += 1
        word = scan.words[at].norm if at < len(scan.words) else ""
        if number == 0 and at not in chosen and word[:1] == "و" and is_word(word[1:]):
            return  # محلات وبنوك
        if at < len(scan.words) and is_time_of_day(scan, at):
            return  # عدة مدن صباح الأربعاء
        known = at in chosen and (at not in cues or chosen[at][0].last > at or (number and at + 1 not in chosen))
        known = known or (at in chosen and _is_named_alike(scan, at, cues))
        if known and not begins_other_name(scan, chosen[at][0]):
            last: int | None = chosen[at][0].last
        elif cue.payload.type not in LISTED_BY_NAME:
            return
        else:
            last = _item_end(scan, at, first=number == 0)
            last = _bridged(scan, at, chosen, cues) if last is None else last
        if last is None:
            return
        yield at, ListItem(last, cue)
        at = last + 1
        if at >= len(scan.words) or not goes_on(scan, at):
            return


def _is_named_alike(scan: Scan, at: int, cues: dict[int, Match]) -> bool:
    """Whether the first name of a list is spelt like a noun for places: قريتي المزرعة والكفر."""
    definite = cues[at].clitics.definite and not cues[at].clitics.prep
    return definite and at + 1 < len(scan.words) and scan.words[at + 1].norm[0] == "و" and goes_on(scan, at + 1)


#: Sorts of words that are parties sooner than places: تجمعات مسلحي أ والفصائل.
_ACTING: Final = ("force", "actor", "person")
#: An unknown name in a list has no more words than this.
LONGEST_ITEM: Final = 3


def _bridged(scan: Scan, at: int, chosen: dict[int, list[Match]], cues: dict[int, Match]) -> int | None:
    """The last word of a list's first name that looks like another word, where a known place goes on with the list."""
    for last in range(at, min(at + LONGEST_ITEM, len(scan.words) - 1)):
        word = scan.words[last]
        if word.norm in NO_NAME or word.norm.isdigit() or scan.cue_at("no_name", last):
            return None
        if last in cues and not cues[last].clitics.definite:  # القصر may be a name
            return None
        following = last + 1
        if goes_on(scan, following):
            acting = any(m.sort in _ACTING for m in scan.here(following))
            return last if following in chosen and following not in cues and not acting else None
    return None


def _item_end(scan: Scan, at: int, *, first: bool) -> int | None:
    """The last word of an unknown name in a list: three words at most, up to a comma, an "and" or a preposition."""
    for last in range(at, min(at + LONGEST_ITEM, len(scan.words))):
        if last < at + 2 and scan.words[last].norm.removeprefix("و") in NAME_HEADS:
            continue
        second = last == at + 1 and scan.words[at].norm.removeprefix("و") in NAME_HEADS
        if is_no_name(scan, last, second=second) or (last == at and describes(scan, last, alone=first)):
            return None
        following = last + 1
        if following == len(scan.words) or goes_on(scan, following) or ends_names(scan, following):
            return last
    return None
