"""Copies: reports that repeat another's text. They are kept and shown, and confirm nothing."""

from __future__ import annotations

import functools
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from marsad.model import Report

Sketch = frozenset[int]

#: Words in a shingle, and one of how many is kept (chosen by its first word, so the same in every report).
_SHINGLE: Final = 6
_SAMPLED: Final = 4

#: Share of the shorter text's shingles that must stand in the longer one.
_CONTAINED: Final = 0.7

#: A shingle that stands in more reports than this is furniture or formula.
_COMMON: Final = 30


def find_copies(reports: Mapping[str, Report], sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each copy the report it repeats: the earliest published of those alike, then the smallest id."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches):
        for shingle in sketches[name]:
            holders[shingle].append(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        if 1 < len(names) <= _COMMON:
            for at, one in enumerate(names):
                for other in names[at + 1 :]:
                    shared[one, other] += 1
    parent: dict[str, str] = {}
    for (one, other), count in sorted(shared.items()):
        if count >= _CONTAINED * min(len(sketches[one]), len(sketches[other])) and count >= 3:
            _join(parent, one, other, reports)
    return {name: origin for name in parent if (origin := _root(parent, name)) != name}


def sketch(words: Sequence[str]) -> Sketch:
    """Of the words of a text the shingles that begin with a sampled word: the same begin them in every report."""
    last = max(1, len(words) - _SHINGLE + 1)
    return frozenset(
        zlib.crc32(" ".join(words[at : at + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for at, word in enumerate(words[:last])
        if _sampled(word)
    )


@functools.lru_cache(maxsize=32_768)
def _sampled(word: str) -> bool:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % _SAMPLED == 0


def _root(parent: dict[str, str], name: str) -> str:
    while parent.get(name, name) != name:
        name = parent[name]
    return name


def _join(parent: dict[str, str], one: str, other: str, reports: Mapping[str, Report]) -> None:
    first, second = _root(parent, one), _root(parent, other)
    if first == second:
        return
    origin, copy = sorted((first, second), key=lambda name: (reports[name].published or "9999", name))
    parent.setdefault(origin, origin)
    parent[copy] = origin
