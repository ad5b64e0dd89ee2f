"""Copies: reports that repeat another's text. They are kept and shown, and confirm nothing."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from marsad.arabic.tokens import words
from marsad.model import Report

#: Words in a shingle, and one of how many shingles is kept (chosen by its hash, so the same in every report).
_SHINGLE: Final = 6
_SAMPLED: Final = 4

#: Share of the shorter text's shingles that must stand in the longer one.
_CONTAINED: Final = 0.7

#: A shingle that stands in more reports than this is furniture or formula.
_COMMON: Final = 30


def find_copies(reports: Mapping[str, Report]) -> dict[str, str]:
    """For each copy the report it repeats: the earliest published of those alike, then the smallest id."""
    sketches = {name: _sketch(report.text) for name, report in reports.items()}
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


def _sketch(text: str) -> frozenset[int]:
    norms = [word.norm for word in words(text)]
    hashes = (
        zlib.crc32(" ".join(norms[at : at + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(norms) - _SHINGLE + 1))
    )
    return frozenset(value for value in hashes if value % _SAMPLED == 0)


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
