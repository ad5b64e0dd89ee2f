"""What a voice is, and which of a sentence's voices governs a word."""

from __future__ import annotations

from typing import Final

from marsad.compiling import mypyc_attr
from marsad.model import Source


@mypyc_attr(acyclic=True)
class Voice:
    """Words `[first, last]` of a sentence are told by `chain`; `mode` is empty, `denied`, `expected`, `excluded`
    (foreseen not to be) or `rebuts`.

    `at` is the verb of saying, `actor` the actor that the nearest source is or speaks for.
    """

    __slots__ = ("actor", "at", "chain", "first", "last", "mode")

    def __init__(
        self, first: int, last: int, chain: tuple[Source, ...], mode: str, at: int, actor: str | None = None
    ) -> None:
        self.first = first
        self.last = last
        self.chain = chain
        self.mode = mode
        self.at = at
        self.actor = actor

    def copy(self) -> Voice:
        return Voice(self.first, self.last, self.chain, self.mode, self.at, self.actor)


def voice_at(voices: list[Voice], word: int) -> Voice | None:
    """The voice that governs a word: the one that began last before it."""
    governing = [voice for voice in voices if voice.first <= word <= voice.last]
    if len(governing) < 2:
        return governing[0] if governing else None
    return max(governing, key=lambda voice: (voice.first, voice.at))


def denied_at(voices: list[Voice]) -> int | None:
    """The verb of the last voice, where that denies."""
    return voices[-1].at if voices and voices[-1].mode == "denied" else None


#: Kinds of sources that carry outwards what others say.
OUTLETS: Final = ("agency", "media")


def is_outlet(chain: tuple[Source, ...]) -> bool:
    """Whether an outlet speaks, which may only carry what another says."""
    return bool(chain) and chain[0].kind in OUTLETS


#: Who is carried by an agency that is named behind what they say: أضافت الوزارة أن، بحسب وكالة الأنباء.
_CARRIED: Final = frozenset(("official", "armed_group", "monitor", "medical"))


def is_carried(chain: tuple[Source, ...]) -> bool:
    """Whether somebody speaks whom outlets carry."""
    return bool(chain) and chain[0].kind in _CARRIED


def carried(said: tuple[Source, ...], chain: tuple[Source, ...]) -> tuple[Source, ...]:
    """Who speaks, with those who carry him outwards, each of them once."""
    return (*said, *(source for source in chain if source not in said))
