"""Headlines: crawled titles repeat themselves and carry the outlet's name; the headline is what is left."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from marsad.intake.lines import Line, key_of, keys_of, words_of
from marsad.intake.outlets import Outlets

_JOINT: Final = re.compile(r"\s*\|\s*|\s+[-–—ـ•»·.]\s*(?=\S)")
_AT_JOINT: Final = re.compile(r"^[|\-–—ـ•»·.]")
_CAPTION: Final = re.compile(r"\((?!فيديو|صور|بالفيديو|بالصور)[^()]*\)$")
_LONGEST: Final = 300
_HEAD: Final = 60
_MOST_WORDS: Final = 400
#: So many lines may stand before a headline, or between it and its report.
_MOST_APART: Final = 6
#: So much longer is a paragraph than a headline right above it; lines of wrapped text are of one length.
_LONGER: Final = 1.3
#: So many words of a menu may stand before the first repetition.
_MOST_BEFORE: Final = 3


class Headline(NamedTuple):
    """A headline, the outlet that its title names (or none), and what was cut off from it."""

    text: str
    outlet: str | None
    rest: str


def headline(title: str, lines: Sequence[Line], outlets: Outlets) -> Headline | None:
    """The headline in a page's title, spelled as in the text if it stands there; none for an empty title."""
    whole = " ".join((html.unescape(title) if "&" in title else title).split())
    bare, before = _without_first(whole, outlets)
    first, once = _once(bare)
    text, after = _without_last(first, outlets)
    if len(once) < len(text):
        text, _ = _without_last(once, outlets)
    outlet = after or before
    if not text:
        return None
    if (line := _in_text(key_of(text), key_of(whole), lines)) is not None:
        text = line.text
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0]
    return Headline(text, outlet, first.replace(text, " ", 1).strip())


def opening(lines: Sequence[Line], is_apart: Callable[[Line], bool]) -> str | None:
    """The headline with which a text opens that has no other: a line that stands alone before its report.

    `is_apart` tells of lines that belong to no headline and no sentence: dates, names, furniture.
    """
    start = next((i for i, line in enumerate(lines[:_MOST_APART]) if not is_apart(line)), None)
    if start is None or not _is_headline(lines[start]):
        return None
    first, after = lines[start], start + 1
    while after < min(len(lines), start + _MOST_APART) and is_apart(lines[after]):
        after += 1
    if after == len(lines) or not (lines[after].is_paragraph and lines[after].closes):
        return None
    longer = len(lines[after].text) >= _LONGER * len(first.text)
    return first.text if longer or after > start + 1 or lines[after].gap else None


def _is_headline(line: Line) -> bool:
    """Whether a line is made as headlines are: some words, no full stop; no menu, caption or sentence."""
    text = line.text
    if not 4 <= len(line.words) <= 25 or len(text) > 150 or text[-1] in ".؛:،…" or _CAPTION.search(text):
        return False
    return text.count("|") < 2 and text.count(":") < 2 and text.count("،") < 2


def _once(title: str) -> tuple[str, str]:
    """The first of the repetitions that a crawled title is made of, and the same cut to what all share."""
    words = title.split(" ")
    keys = keys_of(words[:_MOST_WORDS])
    solid = [i for i, key in enumerate(keys) if key]
    again = _repeated([keys[i] for i in solid])
    if not again:
        return title, title
    starts = [solid[n] for n in again]
    if again[0] > _MOST_BEFORE:  # what comes again is the outlet's motto
        cut = " ".join(words[: starts[0]])
        return cut, cut
    units = [words[i:j] for i, j in zip(starts, [*starts[1:], len(words)], strict=True)]
    once = units[0]
    for unit in units[1:]:
        if len(unit) < len(once) and _AT_JOINT.match(once[len(unit)]) and _same(unit, once[: len(unit)]):
            once = unit
    return " ".join(units[0]), " ".join(once)


def _repeated(keys: Sequence[str]) -> list[int]:
    """Where the first three words that come again stand, each time; empty if none do."""
    threes = list(zip(keys, keys[1:], keys[2:], strict=False))
    if len(set(threes)) == len(threes):
        return []
    where: dict[tuple[str, ...], list[int]] = {}
    for n, three in enumerate(threes):
        where.setdefault(three, []).append(n)
    return next((places for places in where.values() if len(places) > 1 and places[1] - places[0] > 2), [])


def _same(a: Sequence[str], b: Sequence[str]) -> bool:
    return key_of(" ".join(a)) == key_of(" ".join(b))


def _without_last(title: str, outlets: Outlets) -> tuple[str, str | None]:
    """The title without the outlets and sections that follow its last joints, and the outlet among them."""
    outlet: str | None = None
    while joints := list(_JOINT.finditer(title)):
        head, tail = title[: joints[-1].start()], title[joints[-1].end() :]
        words = words_of(tail)
        name = outlets.named(words) or (outlets.named(words[-2:]) if "0" in words else None)
        name = name or outlets.in_figures(tail)
        if not name and not outlets.looks_like_one(words) and not _begins_with_outlet(tail, outlets):
            break
        if len(words_of(head)) < 2:
            break
        title, outlet = head, outlet or name or (tail if words and not tail.isascii() else None)
    return title.strip(), outlet


def _without_first(title: str, outlets: Outlets) -> tuple[str, str | None]:
    """The title without an outlet before its first joint, and that outlet."""
    joint = _JOINT.search(title)
    name = outlets.named(words_of(title[: joint.start()])) if joint else None
    if not joint or not name or len(words_of(title[joint.end() :])) < 3:
        return title, None
    return title[joint.end() :], name


def _begins_with_outlet(tail: str, outlets: Outlets) -> bool:
    words = words_of(tail)
    return len(words) <= 8 and any(outlets.named(words[:n]) for n in (2, 3) if len(words) > n)


def _in_text(key: str, whole: str, lines: Sequence[Line]) -> Line | None:
    """The line near the beginning that is the headline, or most of it."""
    if len(key) < 8:
        return None
    for line in lines[:_HEAD]:
        if abs(len(line.text) - len(key)) > len(key) or len(line.text) > _LONGEST:
            continue
        own = line.key
        if own == key:
            return line
        shared = min(len(own), len(key))
        one_begins_other = own.startswith(key) or key.startswith(own)
        if one_begins_other and shared >= 0.6 * max(len(own), len(key)) and own in whole:
            return line
    return None
