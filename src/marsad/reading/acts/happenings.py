"""Stage 5: what a happening is: words that report an event, with the light verb that carries them and the weapon."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.compiling import mypyc_attr
from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import Scan


@mypyc_attr(acyclic=True)
class Happening:
    """A trigger at words `[first, last]` of a sentence; `light` is the verb that carries its noun.

    `start` is the first word, the light verb included; `verb` is what carries it, if a verb does; `trigger` is that of
    the words unless they stand for others that are left out. All is worked out once: it is asked for many times.
    """

    __slots__ = ("first", "harm", "is_verb", "kind", "last", "light", "match", "start", "trigger", "verb", "weapon")

    def __init__(
        self,
        match: Match,
        kind: str,
        light: Match | None = None,
        weapon: Match | None = None,
        trigger: Trigger | None = None,
    ) -> None:
        trigger = match.payload if trigger is None else trigger
        assert trigger is not None
        self.match: Final = match
        self.trigger: Final = trigger
        self.kind: Final = kind
        self.first: Final = match.first
        self.last: Final = match.last
        self.light: Final = light
        self.weapon: Final = weapon
        self.start: Final = min(match.first, light.first) if light else match.first
        self.is_verb: Final = isinstance(match.form, VerbForm)
        self.verb: Final = match if self.is_verb else light
        self.harm: Final = trigger.strength == "harm" or (
            trigger.kind == "attack" and trigger.counts in ("killed", "wounded")
        )

    def of_kind(self, kind: str) -> Happening:
        """The same happening as one of another kind."""
        return Happening(self.match, kind, self.light, self.weapon, self.trigger)


def word_before(scan: Scan, at: int) -> str:
    """The word before the one at `at`; empty before the first."""
    return scan.words[at - 1].norm if at else ""
