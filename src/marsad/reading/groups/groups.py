"""What the happenings of one claim make together: its kind, its words and its voice."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.voices.voices import Voice

#: Kinds of acts of violence.
VIOLENT: Final = frozenset(("clash", "air_strike", "shelling", "explosion", "suicide_bombing", "attack", "destruction"))

#: Kinds of acts in which people may come to harm.
HARMFUL: Final = VIOLENT.union(
    ("raid", "arrest", "operation", "protest", "riot", "capture", "abduction", "restriction")
)

#: The noun for a whole war, which is more than one fight.
WAR: Final = "حرب"


class Group:
    """The happenings of one claim and the words that they span; `anew` is a toll whose cause is its own.

    `lead` is the happening that names the kind; `only_harm` tells that all its happenings are tolls.
    """

    __slots__ = ("anew", "first", "kind", "last", "lead", "members", "only_harm", "voice")

    def __init__(self, one: Happening, voice: Voice | None, *, anew: bool) -> None:
        self.members = [one]
        self.voice: Final = voice
        self.kind = one.kind
        self.first = one.start
        self.last = one.last
        self.anew: Final = anew
        self.lead = one
        self.only_harm = one.harm

    @property
    def echo(self) -> bool:
        """Whether it only takes up what was told before: a toll without a cause, or a definite noun (القصف)."""
        lead = self.lead
        if self.only_harm:
            return not self.anew
        return not lead.is_verb and (lead.match.clitics.definite or bool(lead.match.clitics.suffix))

    def take(self, each: Happening, kind: str) -> None:
        """Add a happening, which makes the group one of a kind."""
        self.members.append(each)
        self.kind = kind
        self.first, self.last = min(self.first, each.start), max(self.last, each.last)
        named = [each for each in self.members if not each.harm and each.kind == self.kind]
        self.lead = min(named, key=lambda each: each.trigger.strength == "weak", default=self.members[0])
        self.only_harm = all(each.harm for each in self.members)


def same_voice(one: Voice | None, other: Voice | None) -> bool:
    """Whether two stretches are told by the same chain in the same way ("..., adding that ..." goes on)."""
    if one is None or other is None:
        return one is other
    return one.chain == other.chain and one.mode == other.mode


def counts_of(group: Group) -> set[str | None]:
    """What the tolls of a group count."""
    return {member.trigger.counts for member in group.members}
