"""Stage 3: who is in a sentence. Names, and names composed of a force and whom it belongs to; their roles come later.

القوات الروسية is force + nationality, عناصر من داعش force + actor, ثلاثة مدنيين people; a force alone (القوات، التنظيم)
stands for the last party of its sort that the report named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import msgspec

from marsad.knowledge.entries import Actor, Country, Force, Person
from marsad.knowledge.lexicon import Match
from marsad.model import Party, Span
from marsad.reading.scan import Scan

#: How many adjectives may stand between a force and its nationality: طائرات حربية مسيرة روسية.
_REACH: Final = 3

#: Kinds whose nouns are forces themselves: رتل, دورية, تعزيزات.
_OF_FORCES: Final = frozenset(("movement", "patrol", "deployment"))

#: How many parties back "the organisation" may point.
_REMEMBERED: Final = 60


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A party at words `[first, last]`; `group` is the class of its head, `prep` the preposition before it."""

    id: str | None
    first: int
    last: int
    group: str
    prep: str
    lead: str
    number: str
    why: str

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


@dataclass(slots=True)
class Cast:
    """The parties that the report has named so far, the latest last."""

    seen: list[Mention] = field(default_factory=list)

    def antecedent(self, group: str) -> str | None:
        """The actor that a bare "the organisation", "the forces" stands for."""
        wanted = _STANDS_FOR.get(group, ())
        for mention in reversed(self.seen[-_REMEMBERED:]):
            if mention.id and mention.group in wanted and mention.id not in ("CIVILIANS", "UNKNOWN"):
                return mention.id
        return None


_STANDS_FOR: Final = {
    "organisation": ("armed_group", "organisation", "political"),
    "force": ("force", "military", "government", "police", "aircraft"),
    "unit": ("force", "military", "government", "police"),
    "aircraft": ("aircraft", "military", "force"),
    "drone": ("aircraft", "drone", "military", "force"),
    "government": ("government", "state"),
    "police": ("police", "government"),
}

_UNARMED: Final = "CIVILIANS"


def find_parties(scan: Scan, cast: Cast) -> list[Mention]:
    """The parties of a sentence in their order, none inside another."""
    taken: set[int] = set()
    found: list[Mention] = []
    owners = _owners(scan)
    events = {m.first for m in scan.of("trigger") if m.payload.kind not in _OF_FORCES} | {
        m.first for m in scan.of("weapon") if m.payload.kind not in ("air_strike", "")
    }
    heads = [m for m in scan.of("force") if m.first not in events]
    heads += [m for m in scan.of("person") if m.payload.group != "body"]
    heads.sort(key=lambda m: (m.first, -m.last))
    for head in heads:
        if head.first in taken or (head.sort == "force" and _is_verb_here(scan, head)):
            continue
        mention = _composed(scan, head, owners, cast)
        if mention is not None:
            found.append(mention)
            taken.update(range(mention.first, mention.last + 1))
    for owner in owners.values():
        if owner.first not in taken and owner.sort != "adjective":
            found.append(_named(scan, owner))
            taken.update(range(owner.first, owner.last + 1))
    found.extend(_adjectives(scan, owners, taken))
    found.sort(key=lambda mention: mention.first)
    cast.seen.extend(mention for mention in found if mention.id)
    return found


def note_actors(scan: Scan, cast: Cast) -> None:
    """Remember the actors of a sentence that reports nothing: later ones may take them up."""
    cast.seen.extend(_named(scan, owner) for owner in _owners(scan).values() if owner.sort == "actor")


def _owners(scan: Scan) -> dict[int, Match]:
    """Actors, countries, capitals and nationalities by their first word; the longest at each."""
    found: dict[int, Match] = {}
    for sort in ("adjective", "metonym", "country", "actor"):
        for match in scan.of(sort):
            held = found.get(match.first)
            if held is None or match.last >= held.last:
                found[match.first] = match
    return found


def _is_verb_here(scan: Scan, head: Match) -> bool:
    if head.clitics.suffix or head.form != "sg":
        return False
    verbs = scan.at("verb", head.first)
    return bool(verbs) and any(m.form.tense == "present" for m in verbs)


def _composed(scan: Scan, head: Match, owners: dict[int, Match], cast: Cast) -> Mention | None:
    """A force or people with whom they belong to, or alone."""
    payload: Force | Person = head.payload
    group = payload.group
    owner = _owner_of(scan, head, owners)
    if owner is not None:
        actor = _identify(owner, payload)
        last = owner.last
        if type(payload) is Person and payload.id == _UNARMED and owner.sort == "adjective":
            actor = _UNARMED
        return _mention(scan, head, last, actor, group, f"{payload.lemma} + {owner.sort} {actor}")
    if type(payload) is Person:
        return _mention(scan, head, head.last, payload.id or None, group, f"people: {payload.lemma}")
    if head.clitics.suffix or head.clitics.definite:
        known = cast.antecedent(group)
        return _mention(scan, head, head.last, known, group, f"{payload.lemma}: the last such party named")
    return _mention(scan, head, head.last, None, group, f"{payload.lemma} of nobody named")


def _owner_of(scan: Scan, head: Match, owners: dict[int, Match]) -> Match | None:
    """The name that a head noun belongs to: next to it, behind adjectives, or behind ل, من, تابعة ل."""
    if head.clitics.suffix:
        return None
    words = scan.words
    linked = False
    for at in range(head.last + 1, min(head.last + 2 + _REACH, len(words))):
        word = words[at]
        if set(word.before) & set("،,؛:;"):
            return None
        owner = owners.get(at)
        if owner is not None:
            if owner.clitics.lead or (owner.sort == "metonym" and not linked):
                return None
            if owner.clitics.prep in ("", "ل") or linked:
                return owner
            return None
        if _no_adjective(scan, at):
            return None
        if word.norm in _LINKS:
            if word.norm == "في" and type(head.payload) is not Person and head.payload.group != "person_of":
                return None
            linked = True
        elif _ends_party(scan, at):
            return None
    return None


#: Words behind which the owner of a force stands.
_LINKS: Final = frozenset(
    (
        "من", "تابعه", "تابع", "تابعين", "التابعه", "التابع", "تنظيم", "في", "لتنظيم", "باسم", "ميليشيا", "مليشيا",
    )
)  # fmt: skip

#: Words behind which another matter begins.
_PARTING: Final = frozenset(("علي", "الي", "عن", "بين", "ضد", "مع", "ان", "التي", "الذي", "الذين"))


def _no_adjective(scan: Scan, at: int) -> bool:
    """Whether a word is a means (بصاروخ) or an event."""
    if scan.words[at].norm[:1] == "ب" and any(m.clitics.prep == "ب" for m in scan.here(at)):
        return True
    triggers = scan.at("trigger", at)
    return bool(triggers) and any(m.payload.kind not in _OF_FORCES for m in triggers)


def _ends_party(scan: Scan, at: int) -> bool:
    """Whether a word can stand neither in the name of a force nor between it and its owner."""
    if scan.at("verb", at):
        return True
    if scan.at("force", at) and not scan.at("person", at):
        return False
    if scan.words[at].norm in _PARTING or scan.at("place", at) or scan.at("place_cue", at):
        return True
    return scan.cue_at("boundary", at) is not None


def _identify(owner: Match, head: Force | Person) -> str:
    if owner.sort == "actor":
        actor: Actor = owner.payload
        return actor.id
    country: Country = owner.payload
    suffix = head.suffix if type(head) is Force else ""
    if country.gov and (suffix or type(head) is Force):
        return country.gov
    return f"{country.id}.{suffix}" if suffix else country.id


def _mention(scan: Scan, head: Match, last: int, actor: str | None, group: str, why: str) -> Mention:
    first = head.first
    number = head.form if isinstance(head.form, str) else ""
    return Mention(actor, first, last, group, _prep(scan, head), head.clitics.lead, number, why)


def _prep(scan: Scan, match: Match) -> str:
    """The preposition before a match, as a clitic or as a word (over a number or بعض, عدد من)."""
    if match.clitics.prep:
        return match.clitics.prep
    at = match.first - 1
    while at >= 0:
        word = scan.words[at]
        if word.norm in _PREPS:
            return word.norm
        if word.norm[:1] == "و" and word.norm[1:] in _PREPS:
            return word.norm[1:]
        if word.norm not in _PASSED_OVER:
            if at not in scan.numerals:
                return ""
            if word.norm[:1] in "بل" and len(word.norm) > 3:
                return word.norm[0]
        at -= 1
    return ""


#: Words that may stand between a preposition and its party.
_PASSED_OVER: Final = frozenset(
    (
        "احد", "بعض", "جميع", "كل", "عدد", "صفوف", "مواقع", "عناصر", "تنظيم", "ميليشيا", "نحو",
    )
)  # fmt: skip

_PREPS: Final = frozenset(
    (
        "في",
        "علي",
        "من",
        "الي",
        "عن",
        "مع",
        "بين",
        "ضد",
        "تجاه",
        "حول",
        "قرب",
        "نحو",
        "باتجاه",
        "لدي",
        "عند",
        "حتي",
        "منذ",
    )
)


def _named(scan: Scan, owner: Match) -> Mention:
    if owner.sort == "actor":
        actor: Actor = owner.payload
        return _mention(scan, owner, owner.last, actor.id, actor.type, f"actor {actor.id}")
    country: Country = owner.payload
    who = country.gov or country.id
    if owner.sort == "country":
        who = country.id if not country.gov else country.gov
    return _mention(scan, owner, owner.last, who, owner.sort, f"{owner.sort} {country.name_ar}")


def _adjectives(scan: Scan, owners: dict[int, Match], taken: set[int]) -> list[Mention]:
    """A nationality right behind an event or a weapon names its party: غارة تركية، صاروخ إيراني."""
    found = []
    free = [owner for owner in owners.values() if owner.sort == "adjective" and owner.first not in taken]
    if not free:
        return []
    heads = {m.last for m in (*scan.of("trigger"), *scan.of("weapon"))}
    heads |= {m.last for m in scan.of("verb") if m.form.tense == "past"}
    for owner in free:
        back = owner.first - 1
        while back >= 0 and back not in heads and owner.first - back < 3 and scan.words[back].norm not in _PREPS:
            back -= 1
        if back in heads and not owner.clitics.prep:
            country: Country = owner.payload
            who = country.gov or country.id
            found.append(_mention(scan, owner, owner.last, who, "adjective", f"nationality {country.name_ar}"))
    return found
