"""Who is meant where a report does not say it again: the organisation, its forces, the army, the police.

A bare noun takes up the last party of its sort that the report named; what states have (an army, a police) is,
where nobody is named, that of the country where the claim is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from marsad.compiling import mypyc_attr
from marsad.knowledge.entries import Country
from marsad.model import Party, Span
from marsad.reading.copies import replace
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: How many parties back "the organisation" may point, and how many "its forces".
_REMEMBERED: Final = 60
_NEAR: Final = 12

#: What a bare noun is that only a state has: in `forces.csv`, column `alone`.
STATE: Final = frozenset(("state", "army"))

#: What mercenaries are: others than those whose they are.
HIRED: Final = "hired"

#: People who are of no party: civilians, and those of whom nobody knows whose they are.
CIVILIANS: Final = "CIVILIANS"
NOBODY: Final = frozenset((CIVILIANS, "UNKNOWN"))

#: What armies fire with, as classes of heads.
ARMS: Final = frozenset(("aircraft", "drone", "artillery", "ship"))


@mypyc_attr(acyclic=True)
class Mention:
    """A party at words `[first, last]`; `group` is the class of its head, `prep` the preposition before it.

    `joined` tells that و joins it to the party before, `gender` is `m`, `f` or empty. A later "the army" takes it up
    by its `noun`, or by one that the names of its actor begin with (`called`). `bare` tells how it needs the report to
    say who it is: `definite` (القوات), `state` (جنديان), by the `pronoun` that it wears (قواتها), or as `both`
    (الطرفان); `alone` is who it may be where the report names nobody (see `forces.csv`).
    """

    __slots__ = (
        "alone", "bare", "called", "first", "gender", "group", "id", "joined", "last", "lead", "noun", "number", "prep",
        "why",
    )  # fmt: skip

    def __init__(
        self, id: str | None, first: int, last: int, group: str, prep: str, lead: str, number: str, why: str,
        joined: bool = False, noun: str = "", called: frozenset[str] = frozenset(), gender: str = "", bare: str = "",
        alone: str = "",
    ) -> None:  # fmt: skip
        self.id = id
        self.first = first
        self.last = last
        self.group = group
        self.prep = prep
        self.lead = lead
        self.number = number
        self.why = why
        self.joined = joined
        self.noun = noun
        self.called = called
        self.gender = gender
        self.bare = bare
        self.alone = alone

    def copy(self) -> Mention:
        return Mention(
            self.id, self.first, self.last, self.group, self.prep, self.lead, self.number, self.why, self.joined,
            self.noun, self.called, self.gender, self.bare, self.alone,
        )  # fmt: skip

    def party(self, scan: Scan) -> Party:
        """The party as an argument of a claim."""
        span = Span(scan.words[self.first].start + self._proclitics(scan), scan.words[self.last].end)
        return Party(self.id, span.of(scan.text), span, self.why)

    def _proclitics(self, scan: Scan) -> int:
        """The letters before the party's own first: لقوات, وبقوات; للجيش is written as one and stays."""
        word = scan.words[self.first]
        written = scan.text[word.start : word.end]
        glued = self.lead + (self.prep if self.prep in ("ل", "ب", "ك") else "")
        return len(glued) if written.startswith(glued) and not written[len(self.lead) :].startswith("لل") else 0


def disagree(person: str, gender: str) -> bool:
    """Whether a verb of some person cannot have a subject of some gender, as far as both are known."""
    return (person == "3fs" and gender == "m") or (person == "3ms" and gender == "f")


def _is_state(mention: Mention, root: str) -> bool:
    """Whether a party is a state, or a government or army in it."""
    if mention.id is None or mention.id.split(".")[0] != root:
        return False
    return mention.group in ("government", "military", "police") or (
        mention.group in _OF_STATE and side(mention.id) == root
    )


def _one_noun(mention: Mention, named: Mention) -> bool:
    """Whether two parties are called by one noun, men in any case or state: مسلحو التنظيم، المسلحين."""
    if mention.noun == named.noun:
        return True
    men = mention.group == named.group == "person_of"
    return men and bool(mention.noun) and _bare_plural(mention.noun) == _bare_plural(named.noun)


def _bare_plural(noun: str) -> str:
    """A noun for men without the ending of its sound plural."""
    return next((noun.removesuffix(end) for end in ("ون", "ين", "و", "ي") if noun.endswith(end)), noun)


def _may_be(named: Mention, mention: Mention) -> bool:
    """Whether police or rulers may be those of a party named before: of a government, not of a corps or of an army."""
    if mention.group == "government" and named.group in ("military", "police"):
        return False  # السلطات are not the guard that was named last
    if mention.group != "government" and (named.id or "").rpartition(".")[2] in _UNARMED_BODIES:
        return False  # القوات الأمنية are not those of the court that was named last
    police = mention.alone == "state" and (mention.group == "police" or _POLICE in mention.noun)
    return not (police and named.group == "military")


#: Bodies of a state that have no forces, by the last part of their ids.
_UNARMED_BODIES: Final = frozenset(("JUDICIARY", "PARLIAMENT"))


def _is_body_of(mention: Mention, named: Mention) -> bool:
    """Whether a noun is that of one body of many that a government has: الجهاز, المجلس."""
    return named.group == "government" and mention.noun in _BODIES


_BODIES: Final = word_set("cast", "bodies")


def _acts(mention: Mention) -> bool:
    """Whether a country or its capital is named as one who acts, not as a place."""
    return mention.group in ("country", "metonym") and mention.prep in ("", "ل")


def side(who: str) -> str:
    """The party that an actor is of: a country with its army, or a party in it."""
    root, _, rest = who.partition(".")
    branch = rest.split(".")[0]
    return root if branch in ("", "GOV", "MIL") else f"{root}.{branch}"


#: What a bare noun of a class takes up.
_STANDS_FOR: Final = {
    "organisation": ("armed_group", "organisation", "political"),
    "force": ("force", "military", "government", "police", "aircraft"),
    "aircraft": ("aircraft", "military", "force"),
    "drone": ("aircraft", "drone", "military", "force"),
    "government": ("government", "state"),
    "police": ("police", "government"),
    "position": (),
    "person_of": ("armed_group",),
}

_OFFICES: Final = word_set("cast", "offices")

_MANY: Final = word_set("cast", "many")

#: Nouns of those who keep order.
_POLICE: Final = "شرط"

#: Parties that are, or belong to, a state.
_OF_STATE: Final = frozenset(("government", "military", "police", "force", "aircraft", "person_of", "artillery"))

#: Parties that have no forces of their own.
_UNARMED: Final = frozenset(
    ("monitor", "media_body", "metonym", "country", "adjective", "religious", "civil", "international")
)


def _between(known: list[Mention]) -> tuple[str, str] | None:
    """The two sides that something was last told to be between: اشتباكات بين الجيش ومقاتليه من جهة وقوات الحركة."""
    for one in reversed(known):
        if one.prep != "بين" or one.joined or not one.id or one.id in NOBODY or one.group in _UNARMED:
            continue
        others = [
            each.id for each in known
            if each.joined and each.id and each.id not in NOBODY and each.group not in _UNARMED
            and one.first < each.first <= one.last + _BETWEEN and side(each.id) != side(one.id)
        ]  # fmt: skip
        return (one.id, others[-1]) if others else None
    return None


#: How far behind the first side the second may stand.
_BETWEEN: Final = 12


def _as_one(known: list[Mention]) -> Iterator[tuple[str, str]]:
    """Two names of one party that are two actors: تنظيم ي ب ك/ بي كا كا."""
    for one, other in pairwise(known):
        slashed = other.joined and not other.lead and other.first == one.last + 1
        if slashed and one.id and other.id and one.id != other.id and NOBODY.isdisjoint((one.id, other.id)):
            yield one.id, other.id
            yield other.id, one.id


_OF_SECURITY: Final = word_set("cast", "of_security")


def _of_ministry(mention: Mention, beside: list[Mention]) -> Mention:
    """A bare minister as that of the ministry that his sentence names: قال المتحدث باسم الخارجية إن الوزير سيزور."""
    for each in reversed(beside):
        if each.id and ".GOV" in each.id and each.group in ("person_of", "government"):
            return replace(mention, id=each.id, why=f"{mention.why}: of the ministry that is named")
    return mention


_MINISTER: Final = "وزير"


_MANY_OFFICES: Final = tuple(word_set("cast", "many_offices"))


def _are_of_many(mention: Mention) -> bool:
    """Whether those who hold an office are several, and so of several states: وزراء خارجية الدول العربية."""
    return mention.number == "pl" and mention.noun.startswith(_MANY_OFFICES)


#: Countries over which only others fly to war.
_WITHOUT_AIRCRAFT: Final = frozenset(("LB", "PS"))
#: Classes of parties that have aircraft.
_FLYING: Final = frozenset(("military", "aircraft", "drone"))


def _flies(mention: Mention, besides: str) -> bool:
    """Whether a party named before may be whose aircraft are told of, besides the state over which they fly."""
    return mention.group in _FLYING and (mention.id or "").split(".")[0] != besides


def _force_of(state: Country, mention: Mention) -> str:
    """What "the army" or "the government" is in a state."""
    return (mention.alone == "army" and state.army) or state.gov or state.id


@dataclass(slots=True)
class Cast:
    """The last parties that the report has named, the latest last; `states` are countries by their codes.

    `roots` are the first levels of the ids of all that it has named, `facing` the two sides that something was last
    told to be between, `also` parties that are named as one with another, `watching` those who only tell of it.
    """

    states: Mapping[str, Country] = field(default_factory=dict)
    seen: list[Mention] = field(default_factory=list)
    roots: set[str] = field(default_factory=set)
    facing: tuple[str, str] | None = None
    also: dict[str, str] = field(default_factory=dict)
    watching: set[str] = field(default_factory=set)

    def enter(self, mentions: list[Mention]) -> list[Mention]:
        """The parties of a sentence, in their order, each with who it is as far as the report has told it."""
        known: list[Mention] = []
        for mention in mentions:
            if mention.bare == "both":
                self.facing = _between(known) or self.facing
                known += self._both(mention, known)
                continue
            if mention.bare == "latter":
                known += self._latter(mention, known)
                continue
            army = known[-1] if known and mention.bare == "pronoun" else None
            if (
                army is not None
                and army.id is None
                and army.alone in STATE
                and army.first < mention.first <= army.last + 5
            ):
                known.append(replace(mention, bare="definite", alone=army.alone))  # الجيش ... سبعة من جنوده
                continue
            if _is_of_joined(mention, known):
                mention = replace(mention, id=known[-1].id, why=f"{mention.why}: of whom they are joined to")
            told = self._known(mention) if mention.bare and mention.id is None else mention
            if told.id is None and mention.bare == "definite" and mention.noun == _MINISTER:
                told = _of_ministry(told, known)
            if mention.bare == "definite" and (other := self.also.get(str(told.id))):
                known.append(replace(told, id=other, why=f"{told.why}: named as one with it"))
            known.append(told)
            if told.id and told.group in ("monitor", "media_body"):
                self.watching.add(told.id)
            if told.id and told.id not in NOBODY:
                self.seen.append(told)
                self.roots.add(told.id.split(".")[0])
        del self.seen[:-_REMEMBERED]
        self.facing = _between(known) or self.facing
        self.also.update(_as_one(known))
        return known

    def _latter(self, mention: Mention, beside: list[Mention]) -> list[Mention]:
        """The party that was named last, in its sentence or before."""
        last = next(
            (each for each in (*reversed(beside), *self._lately(_NEAR)) if each.id and self._fights(each)), None
        )
        return [] if last is None or last.id in NOBODY else [replace(mention, id=last.id, group=last.group, bare="")]

    def _both(self, mention: Mention, beside: list[Mention]) -> list[Mention]:
        """The two sides of a fight or of talks: those of its sentence, else the last two parties named."""
        here = [each.id for each in beside if each.id and self._fights(each) and each.id != CIVILIANS]
        named = [each.id for each in self._lately(_NEAR) if each.id and self._fights(each)]
        sides = list({side(who): who for who in reversed(named)}.values())[-2:]
        why = "the last two parties named"
        if len(told := list({side(who): who for who in here}.values())) == 2:
            sides, why = told, "the two of its sentence"
        elif self.facing:
            sides, why = list(self.facing), "between whom it was told before"
        if len(sides) < 2:
            return [mention]
        return [replace(mention, id=who, why=f"both sides: {why}") for who in sides]

    def _fights(self, mention: Mention) -> bool:
        """Whether a party may be a side of a fight: one that is armed and not only watches."""
        return mention.group not in _UNARMED and mention.id not in self.watching

    def _known(self, mention: Mention) -> Mention:
        """A bare party with who it is by what the report has told, if it has."""
        if mention.bare == "pronoun":
            who, why = self._of_owner(mention), "whose they are: the last party named"
        elif mention.bare == "definite":
            who, why = self._taken_up(mention), "the last such party named"
        else:
            return mention
        if who is None and mention.alone not in STATE and mention.alone != HIRED:
            who, why = mention.alone or None, "nobody named"
        return replace(mention, id=who, why=f"{mention.why}: {why}") if who else mention

    def _taken_up(self, mention: Mention) -> str | None:
        """The party named with the same noun before (الجيش: the army named last), else one of its class."""
        for each in self._lately():
            if not each.bare and _one_noun(mention, each) and each.group not in _UNARMED:
                return each.id
        if mention.alone in STATE:
            return None  # the country where it happens tells it sooner than another party of the report
        for each in self._lately():
            if not each.bare and mention.noun in each.called and not _is_body_of(mention, each):
                return each.id
        if mention.alone and mention.alone not in NOBODY:
            return self._other_occupier(mention.alone)  # who is always meant by it, unless only another is told of
        if mention.noun in _MANY or mention.noun in _OFFICES:
            return None  # aid groups, an envoy are not the group named before
        wanted = _STANDS_FOR.get(mention.group, ())
        return next((each.id for each in self._lately() if each.group in wanted), None)

    def _other_occupier(self, usual: str) -> str | None:
        """The state that has men hired where it fights, in a report that tells of it and not of the usual occupier."""
        if usual.split(".")[0] in self.roots:
            return None
        there = (state for state in self.states.values() if state.hired and state.id in self.roots)
        return next((state.army or state.id for state in there), None)

    def _of_owner(self, mention: Mention) -> str | None:
        """Whom the forces of a party named before are: the party, or for mercenaries those who fight for it."""
        owner = self._owner(mention)
        if owner is None or mention.alone != HIRED:
            return owner
        root = owner.split(".")[0]
        return next((state.hired for state in self.states.values() if state.id == root and state.hired), None)

    def _owner(self, mention: Mention) -> str | None:
        """Whom a pronoun on a force stands for: the last party named that agrees with it, else the last."""
        armed = [each for each in self._lately(_NEAR) if each.group not in _UNARMED or _acts(each)]
        agreeing = (each.id for each in armed if each.gender in (mention.gender, ""))
        return next(agreeing, armed[0].id if armed else None)

    def _lately(self, reach: int = _REMEMBERED) -> Iterator[Mention]:
        """The parties named last, the latest first."""
        return reversed(self.seen[-reach:])

    def _own_state(self, mention: Mention) -> str | None:
        """The state whose parties alone the report names: of a union in Tunis "the government" is Tunisia's."""
        told = [state for state in self.states.values() if state.id in self.roots]
        return _force_of(told[0], mention) if len(told) == 1 else None

    def army_of(self, speaker: str | None, name: str) -> tuple[str, None] | None:
        """The country of whose army or police a speaker of some name is one, with no part of it named."""
        root, _, branch = (speaker or "").partition(".")
        kept = branch.split(".")[0]
        serves = kept == "GOV" and any(word in name for word in _OF_SECURITY)
        if kept != "MIL" and not serves:
            return None
        return next(((code, None) for code, state in self.states.items() if state.id == root), None)

    def of_state(self, mention: Mention, country: str | None, area: str | None) -> Mention:
        """A bare army, police or government as that of a country, or of the side of it that the report named last."""
        if mention.id is not None or mention.alone not in STATE or _are_of_many(mention):
            return mention
        state = self.states.get(country or "")
        if state is not None and country in _WITHOUT_AIRCRAFT and mention.group in ("aircraft", "drone"):
            who = next((each.id for each in self._lately() if each.id and _flies(each, besides=state.id)), None)
            return replace(mention, id=who, why=f"{mention.why}: the last who has aircraft") if who else mention
        if state is None:
            wanted = ("military", "government", "police", "force", "aircraft", "state")
            last = self._own_state(mention) or next((each.id for each in self._lately() if each.group in wanted), None)
            return replace(mention, id=last, why=f"{mention.why}: the last such party named") if last else mention
        if mention.group == "police" and area in state.police:
            return replace(mention, id=state.police[area], why=f"{mention.why}: of those who hold {area}")
        who = _force_of(state, mention)
        root = who.split(".")[0]
        ours = (each.id for each in self._lately() if each.id and _is_state(each, root) and _may_be(each, mention))
        return replace(mention, id=next(ours, who), why=f"{mention.why}: of the country where it happened")


def _is_of_joined(mention: Mention, known: list[Mention]) -> bool:
    """Whether men are told as those of the party to which "and" joins them: قوات النظام وميليشياته."""
    if mention.bare != "pronoun" or not mention.joined or mention.id or mention.alone == HIRED or not known:
        return False
    return bool(known[-1].id) and known[-1].last == mention.first - 1 and known[-1].group not in _UNARMED
