"""Who wrote a report: labels (إعداد: …), datelines (حلب / فلان الفلاني / الأناضول), a name at the date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from marsad.arabic.folding import fold
from marsad.intake.furniture import Furniture
from marsad.intake.lines import Line, words_of
from marsad.intake.outlets import SORTS, Outlets
from marsad.model import Basis

_JOINT: Final = re.compile(r"\s*[-/|–—]\s*|\s+ـ\s*|\s*\(\s*|\s*\)\s*")
_NAME_ENDS: Final = re.compile(r"\s*[–—|/،,(]|\s*-\s|\s-\s*|Role")
_OTHER_SIGNS: Final = re.compile(r"[0-9A-Za-z٠-٩@#©:.؟?!\"“«-]")
#: Words that stand in no name of a person.
_NO_NAME: Final = frozenset(
    map(fold, ("من", "على", "في", "إلى", "عن", "أن", "متابعات", "خاص", "وكالات", "تقرير"))
)
_HEAD: Final = 8


class Byline(NamedTuple):
    """An author, how known, and the line that says so."""

    author: str
    basis: Basis
    line: int


class Dateline(NamedTuple):
    """What a dateline says: its outlet and its author, each or none."""

    outlet: str | None
    author: str | None


def labelled(lines: Sequence[Line], reasons: Sequence[str | None], furniture: Furniture) -> Byline | None:
    """The author that a line names with a label."""
    for i, line in enumerate(lines):
        if reasons[i] == "byline" and (found := furniture.label(line)):
            name = _NAME_ENDS.split(found[1], maxsplit=1)[0].strip(" :.-")
            if 1 < len(name) <= 60 and 1 <= len(words_of(fold(name))) <= 5:
                return Byline(name, "stated", i)
    return None


def dateline(line: Line, outlets: Outlets, is_place: Callable[[str], bool]) -> Dateline | None:
    """What a line such as `إدلب / فلان الفلاني / الأناضول` says; none where it names no outlet."""
    if len(line.words) > 9 or len(line.text) > 80 or line.closes:
        return None
    parts = [part for part in _JOINT.split(line.text) if part]
    known = [outlets.named(words_of(fold(part))) for part in parts]
    outlet = next((name for name in known if name), None)
    if not outlet:
        return None
    others = [part for part, name in zip(parts, known, strict=True) if not name]
    names = [part for part in others if is_name(part, outlets) and not is_place(part)]
    return Dateline(outlet, names[0] if names else None)


def beside_date(
    lines: Sequence[Line], reasons: Sequence[str | None], top: int, stamp_line: int, outlets: Outlets,
    is_place: Callable[[str], bool],
) -> Byline | None:  # fmt: skip
    """A line right before or after the date line, under the headline, that is nothing but a name."""
    for i in (stamp_line - 1, stamp_line + 1):
        if top < i < len(lines) and i <= top + _HEAD and not reasons[i]:
            text = lines[i].text
            if is_name(text, outlets) and not is_place(text):
                return Byline(text, "inferred", i)
    return None


def is_name(text: str, outlets: Outlets) -> bool:
    """Whether some words may be a person's name: two to four, in Arabic letters, no outlet."""
    words = words_of(fold(text))
    if not 2 <= len(words) <= 4 or len(text) > 40 or words[0].startswith("ال") or _OTHER_SIGNS.search(text):
        return False
    return not outlets.named(words) and words[0] not in SORTS and _NO_NAME.isdisjoint(words)
