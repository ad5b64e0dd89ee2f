"""Arabic for grids of cells that know no Arabic: visual order and joined letter shapes, for most terminals.

A terminal that does not reorder puts the first letter of an Arabic word on the left and leaves letters
unjoined. `visual` gives the characters as they have to be put down from left to right. It is the Unicode
Bidirectional Algorithm (UAX #9) without its explicit embeddings, and joining by the presentation forms of
Unicode.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from typing import Literal

Direction = Literal["rtl", "ltr"]

#: A glyph: what goes into one cell (a letter with its marks), and where in the text it came from.
Glyph = tuple[str, int]

_MIRROR = {a: b for pair in ("()", "[]", "{}", "<>", "«»", "‹›") for a, b in ((pair[0], pair[1]), (pair[1], pair[0]))}
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c"
)
_LAM = "\u0644"
_TATWEEL = "\u0640"


def visual(text: str, *, base: Direction = "rtl") -> list[Glyph]:
    """The glyphs of one line of text, from left to right, in a paragraph whose direction is `base`."""
    clusters = _join(_clusters(text))
    levels = _levels([_kind(cluster[0][0]) for cluster in clusters], 1 if base == "rtl" else 0)
    order = _reorder(levels)
    return [(_mirrored(clusters[i][0]) if levels[i] % 2 else clusters[i][0], clusters[i][1]) for i in order]


def _clusters(text: str) -> list[Glyph]:
    """Letters with the marks that stand on them; characters that show nothing are left out."""
    found: list[Glyph] = []
    for place, character in enumerate(text):
        if character in _INVISIBLE:
            continue
        if found and unicodedata.bidirectional(character) == "NSM":
            found[-1] = (found[-1][0] + character, found[-1][1])
        else:
            found.append((character, place))
    return found


def _kind(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _mirrored(cluster: str) -> str:
    return _MIRROR.get(cluster, cluster)


def _levels(kinds: list[str], base: int) -> list[int]:
    """The embedding level of each cluster; odd is right to left (rules W1-W7, N1-N2, I1-I2, L1 of UAX #9)."""
    own = "R" if base else "L"
    kinds = _weak(kinds, own)
    trailing = len(kinds)
    while trailing and kinds[trailing - 1] in ("WS", "S", "B"):
        trailing -= 1
    directions = _neutral(["R" if kind == "R" else kind if kind in ("L", "EN", "AN") else "ON" for kind in kinds], own)
    levels = []
    for place, direction in enumerate(directions):
        if place >= trailing:
            levels.append(base)
        elif direction == "R":
            levels.append(1)
        elif direction == "L":
            levels.append(2 if base else 0)
        else:
            levels.append(2)
    return levels


def _weak(kinds: list[str], own: str) -> list[str]:
    """Numbers and what belongs to them."""
    strong, found = own, []
    for kind in kinds:
        if kind in ("L", "R", "AL"):
            strong = kind
        found.append("AN" if kind == "EN" and strong == "AL" else "R" if kind == "AL" else kind)
    for i, kind in enumerate(found):
        around = (found[i - 1], found[i + 1]) if 0 < i < len(found) - 1 else ("", "")
        if (kind == "ES" and around == ("EN", "EN")) or (kind == "CS" and around in (("EN", "EN"), ("AN", "AN"))):
            found[i] = around[0]
    for step in (range(len(found)), range(len(found) - 1, -1, -1)):
        last = ""
        for i in step:
            last = found[i] = "EN" if found[i] == "ET" and last == "EN" else found[i]
    strong = own
    for i, kind in enumerate(found):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            found[i] = "L"
    return found


def _neutral(kinds: list[str], own: str) -> list[str]:
    """What has no direction takes that of both its neighbours, else the paragraph's."""
    found, i = list(kinds), 0
    while i < len(found):
        if found[i] != "ON":
            i += 1
            continue
        end = i
        while end < len(found) and found[end] == "ON":
            end += 1
        before = _side(found[i - 1]) if i else own
        after = _side(found[end]) if end < len(found) else own
        found[i:end] = [before if before == after else own] * (end - i)
        i = end
    return found


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _reorder(levels: Sequence[int]) -> list[int]:
    """Rule L2: from the highest level down to 1, turn round every run of that level or above."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        i = 0
        while i < len(order):
            if levels[order[i]] < level:
                i += 1
                continue
            end = i
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[i:end] = order[i:end][::-1]
            i = end
    return order


@functools.cache
def _forms() -> dict[str, dict[str, str]]:
    """For a letter, or lam with alef, its shapes: isolated, final, initial, medial."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        shape, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if letters and (len(letters) == 1 or code >= 0xFEF5):
            forms.setdefault("".join(chr(int(letter, 16)) for letter in letters), {})[shape.strip("<>")] = chr(code)
    return forms


def _join(clusters: list[Glyph]) -> list[Glyph]:
    """Letters in the shape that their neighbours ask for; lam with alef becomes one glyph."""
    forms, found, before = _forms(), [], False
    i = 0
    while i < len(clusters):
        (cluster, place), size = clusters[i], 1
        letter, marks = cluster[0], cluster[1:]
        following = clusters[i + 1][0] if i + 1 < len(clusters) else ""
        if letter == _LAM and following and _LAM + following[0] in forms:
            letter, marks, size = _LAM + following[0], marks + following[1:], 2
            following = clusters[i + 2][0] if i + 2 < len(clusters) else ""
        shapes = forms.get(letter, {})
        onward = ("initial" in shapes or letter == _TATWEEL) and _takes(following)
        before_me = before and _takes(letter)
        shape = "medial" if before_me and onward else "final" if before_me else "initial" if onward else "isolated"
        found.append((shapes.get(shape, letter) + marks, place))
        before, i = onward, i + size
    return found


def _takes(cluster: str) -> bool:
    """Whether a letter joins the one before it."""
    if not cluster:
        return False
    return cluster[0] == _TATWEEL or "final" in _forms().get(cluster if cluster in _forms() else cluster[0], {})
