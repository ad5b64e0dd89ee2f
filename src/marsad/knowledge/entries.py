"""What the rows of the knowledge files mean to the reader: small values, made once, shared by all matches.

Which of them a match carries is asked with `type(payload) is Cue`: of a struct, `isinstance` takes ten times as long.
"""

from __future__ import annotations

import msgspec

from marsad.model import Aspect, CountName, SourceKind


class Kind(msgspec.Struct, frozen=True, gc=False):
    """A kind of event with its glosses."""

    name: str
    group: str
    gloss_en: str
    gloss_ar: str


class Company(msgspec.Struct, frozen=True, gc=False):
    """Words that a trigger wants or shuns near it: single ones with their stems, and runs of words.

    Among the single ones `@person`, `@place` and `@weapon` stand for all words of that sort.
    """

    single: frozenset[str]
    runs: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.single or self.runs)


class Trigger(msgspec.Struct, frozen=True, gc=False):
    """A word that reports an event of a kind (see the columns of `triggers.csv`)."""

    kind: str
    pos: str
    lemma: str
    frame: str
    preps: tuple[str, ...]
    counts: CountName | None
    strength: str
    needs: Company
    unless: Company


class LightVerb(msgspec.Struct, frozen=True, gc=False):
    """A verb whose noun says what happened; `aspect` tells whether it begins, goes on, ends or happens again.

    `prep` is the preposition that leads over to the noun, where the verb means something else without it; `kinds` are
    those of its nouns, where it has not any.
    """

    lemma: str
    frame: str
    aspect: Aspect | None = None
    prep: str = ""
    kinds: frozenset[str] = frozenset()


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A word that steers: `cue` is its sort, `value` what it says."""

    cue: str
    value: str
    lemma: str


class Actor(msgspec.Struct, frozen=True, gc=False):
    """An actor of the actor files; `nouns` are the nouns that its names begin with (التنظيم, the party)."""

    id: str
    type: str
    country: str
    name_ar: str
    name_en: str
    nouns: frozenset[str]


class LocalActor(msgspec.Struct, frozen=True, gc=False):
    """An actor under a name that means it only in reports on some countries."""

    actor: Actor
    countries: frozenset[str]


class Country(msgspec.Struct, frozen=True, gc=False):
    """A country as a party: `gov` is who its government, army and capital stand for, `army` whose soldiers are in it
    where these are others, `hired` who fights for it abroad, `police` whose the police is in parts of it (admin1) that
    others than the government hold.
    """

    id: str
    iso2: str
    name_ar: str
    gov: str
    army: str
    hired: str
    police: dict[str, str]


class Force(msgspec.Struct, frozen=True, gc=False):
    """A noun that makes a party together with whom it belongs to.

    `alone` is who it is with nobody beside it: an actor, or the "state" where it happens, or its "army". `hired`
    tells that with a country it is those who fight for it.
    """

    lemma: str
    suffix: str
    group: str
    alone: str
    hired: bool


class Person(msgspec.Struct, frozen=True, gc=False):
    """A noun for people: their class, and the actor that they are where nothing else is said.

    `single` tells that it names one of them.
    """

    lemma: str
    group: str
    id: str
    single: bool


class PlaceRow(msgspec.Struct, frozen=True, gc=False):
    """A named place of the place files; `bulk` tells that it is one of the many of a public table."""

    id: str
    name: str
    lat: float
    lon: float
    type: str
    admin1: str
    country: str
    radius_km: float
    needs_cue: bool
    bulk: bool


class Homeland(msgspec.Struct, frozen=True, gc=False):
    """What "the country" and "the capital" mean in a report on a country; its parts by their direction (شرق)."""

    place: PlaceRow
    capital: PlaceRow | None
    parts: dict[str, PlaceRow]


class PlaceCue(msgspec.Struct, frozen=True, gc=False):
    """A word that introduces or qualifies a place name; `bearing` in degrees for directions.

    `known_only` tells that it introduces only names that the files know: "a gathering" is mostly of people.
    """

    lemma: str
    type: str
    role: str
    radius_km: float
    bearing: float | None
    known_only: bool = False


class WeaponWord(msgspec.Struct, frozen=True, gc=False):
    """A weapon, and the kind that an unspecified strike with it is."""

    label: str
    kind: str


class CountNoun(msgspec.Struct, frozen=True, gc=False):
    """A noun that says what a number counts."""

    counts: CountName


class Outlet(msgspec.Struct, frozen=True, gc=False):
    """An outlet or agency as a voice."""

    id: str
    name: str
    kind: str

    @property
    def voice(self) -> SourceKind:
        """What an outlet is as a source."""
        if self.kind in ("agency", "monitor", "official", "armed_group"):
            return self.kind  # type: ignore[return-value]
        return "media"
