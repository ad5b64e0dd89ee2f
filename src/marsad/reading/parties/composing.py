"""Stage 3: who a noun for a force or people is, with whom it belongs to or with nobody beside it.

القوات الروسية is force + nationality, عناصر من داعش force + actor, ثلاثة مدنيين people; a force alone (القوات، التنظيم)
stands for a party that the report named before (see `cast`).
"""

from __future__ import annotations

from typing import Final

from marsad.knowledge.entries import Actor, Country, Force, Person
from marsad.knowledge.lexicon import Match
from marsad.reading.copies import replace
from marsad.reading.parties.cast import CIVILIANS, HIRED, STATE, Mention
from marsad.reading.parties.mentions import OCCUPATION, PREPS, mention_at
from marsad.reading.parties.owners import LINKS, owner_of
from marsad.reading.scan import MARKS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: An arm of the forces, which weapons are too.
_ARM: Final = "سلاح"
#: Peoples and communities that actors.csv knows as actors.
_PEOPLES: Final = frozenset(("KURD", "DRUZE", "ALAWITES", "CHRISTIANS", "IRQ.YAZIDI", "MMR.ROHINGYA"))


def compose(scan: Scan, head: Match, owners: dict[int, Match]) -> list[Mention]:
    """A force or people with whom they belong to, or alone; of two nationalities one each."""
    payload: Force | Person = head.payload
    owner = owner_of(scan, head, owners)
    if owner is None and payload.lemma == _ARM:
        return []  # المنزوعة السلاح
    if owner is None:
        called = owners.get(head.first)
        if called is not None and _is_called(head, called):
            return [mention_of_name(scan, called)]  # الثوار، الحرس الوطني
        return [_alone(scan, head)]
    actor, last = _identify(owner, payload), owner.last
    # محتجزون من أبناء العشائر، ناشطون أكراد
    tribal = owner.sort == "actor" and (owner.payload.type == "tribal" or owner.payload.id in _PEOPLES)
    if type(payload) is Person and payload.id == CIVILIANS and (owner.sort != "actor" or tribal):
        actor = CIVILIANS
    found = [mention_at(scan, head, last, actor, f"{payload.lemma} + {owner.sort} {actor}")]
    beside = owners.get(last + 1)
    if owner.sort == "adjective" and beside is not None and beside.sort == "adjective" and not beside.clitics.prep:
        other = _identify(beside, payload)
        if actor != other and actor != CIVILIANS:  # القوات الروسية والتركية
            found.append(
                mention_at(scan, beside, beside.last, other, f"{payload.lemma} + adjective {other} beside it", head)
            )
    return found


#: Classes of nouns that are somebody's name in a country.
_CALLED: Final = frozenset(("person_of", "force"))


def _is_called(head: Match, name: Match) -> bool:
    """Whether a noun for a force is the name of an armed group in the country of the report: الثوار، الحرس الوطني."""
    if name.sort != "actor" or name.payload.type != "armed_group" or name.last != head.last:
        return False
    return head.payload.group in _CALLED and bool(head.clitics.definite)


#: One of two sides.
_SIDE: Final = "طرف"


def _alone(scan: Scan, head: Match) -> Mention:
    """A force or people with nobody beside them."""
    payload: Force | Person = head.payload
    seat = _seat_of(scan, head)
    if seat is not None:
        state: Country = seat.payload
        why = f"{payload.lemma} in the capital of {state.name_ar}"
        return mention_at(scan, head, seat.last, state.gov or state.id, why)
    inner = _inner(scan, head)
    if inner is not None:
        bare = _bare(inner)
        why = f"{payload.lemma} of {inner.payload.lemma}"
        return mention_at(scan, head, inner.last, None, why, bare=bare, alone=inner.payload.alone, whose=inner)
    whose = _of_pronoun(scan, head)
    if whose is not None:
        mention = mention_at(scan, head, whose, None, f"{payload.lemma} of whom a pronoun tells", bare="pronoun")
        return replace(mention, gender="f" if scan.words[whose].norm == "لها" else "m")
    both = scan.words[head.last].norm.endswith(("طرفا", "طرفي"))  # طرفا النزاع, طرفي النزاع
    both = both and not scan.at("adjective", head.last + 2)  # طرفا النزاع السوداني are named by it
    if payload.lemma == _SIDE and both and _is_conflict(scan, head.last + 1):
        return mention_at(scan, head, head.last + 1, None, "both sides", bare="both")
    if isinstance(payload, Force) and not payload.alone and _is_of_government(scan, head):
        return mention_at(
            scan, head, head.last + 1, None, f"{payload.lemma} of the government", bare="state", alone="state"
        )
    people = _people(scan, head)
    if people is not None:
        return mention_at(scan, head, _last_of(scan, head), people.id or None, f"people: {people.lemma}")
    assert isinstance(payload, Force)
    bare = _bare(head)
    why = f"{payload.lemma} of nobody named"
    who = payload.alone if not bare and payload.alone not in STATE else None
    alone = HIRED if payload.hired and bare == "pronoun" else payload.alone
    return mention_at(scan, head, head.last, who or None, why, bare=bare, alone=alone)


def _seat_of(scan: Scan, head: Match) -> Match | None:
    """The capital that a government is told by: الحكومة الجديدة في دمشق، السلطات في كابل."""
    if head.payload.group != "government" or not head.clitics.definite:
        return None
    at = head.last + 1
    at += at < len(scan.words) and scan.words[at].norm.startswith("ال") and not scan.words[at].before.strip()
    if scan.norms(at, at) != "في" or scan.words[at].before.strip():
        return None
    return next(iter(scan.at("metonym", at + 1)), None)


def _is_of_government(scan: Scan, head: Match) -> bool:
    """Whether an adjective tells that a force is the government's: فرق حكومية."""
    behind = head.last + 1
    return behind < len(scan.words) and scan.words[behind].norm.removeprefix("ال").startswith("حكومي")


BELONGING: Final = word_set("composing", "belonging")


def _of_pronoun(scan: Scan, head: Match) -> int | None:
    """The word that tells by a pronoun whose a force is: دورية تابعة لها، كتيبة مدرعة تابعة له."""
    if type(head.payload) is Person and head.payload.id:
        return None
    for at in range(head.last + 1, min(head.last + 4, len(scan.words) - 1)):
        if scan.words[at].norm in BELONGING:
            return at + 1 if scan.words[at + 1].norm in ("له", "لها", "لهم") else None
        if scan.words[at].norm in PREPOSITIONS or scan.words[at].before.strip():
            return None
    return None


#: A settler, whom the name of his settlement tells.
_SETTLER: Final = "مستوطن"


def _last_of(scan: Scan, head: Match) -> int:
    """Where people end who are named by others: عائلات المعتقلين."""
    if head.payload.lemma == _SETTLER and scan.words[head.last].norm.endswith(("ي", "و")):
        where = scan.at("force", head.last + 1)  # مستوطني مستوطنة أ
        return where[0].last if where and where[0].payload.group == "position" else head.last
    if head.clitics.definite or head.clitics.suffix or head.payload.group not in ("household", "family", "resident"):
        return head.last
    for other in scan.at("person", head.last + 1):
        clitics = other.clitics
        if clitics.definite and not (clitics.prep or clitics.lead or scan.words[other.first].before):
            return other.last
    return head.last


_BODIES: Final = word_set("composing", "bodies")
#: Nouns for one of two sides, which in the dual are both.
_SIDES: Final = frozenset((_SIDE, "جانب"))


#: The pronoun by which a force is the speaker's own: نفذت وحداتنا.
_OURS: Final = "نا"


def _bare(head: Match) -> str:
    """How a force with nobody beside it asks who it is (see `Mention.bare`)."""
    if head.payload.lemma in _SIDES and head.form == "du" and head.clitics.definite:
        return "both"
    if head.clitics.suffix:
        return "ours" if head.clitics.suffix == _OURS else "pronoun"
    if head.clitics.definite or OCCUPATION in head.payload.lemma:
        return "definite"
    several = head.form == "pl" and head.payload.group == "government" and head.payload.lemma in _BODIES
    if several or head.payload.alone not in STATE:
        return ""
    return "state"


_CONFLICTS: Final = word_set("composing", "conflicts")


def _is_conflict(scan: Scan, at: int) -> bool:
    """Whether a word is what two sides are told to be of: طرفا النزاع."""
    return at < len(scan.words) and scan.words[at].norm in _CONFLICTS


def _spoken_for(scan: Scan, head: Match) -> Match | None:
    """The bare force in whose name somebody speaks: اتهم المتحدث باسم الحكومة المليشيات."""
    if head.last + 2 >= len(scan.words) or scan.words[head.last + 1].norm != "باسم":
        return None
    bodies = (m for m in scan.at("force", head.last + 2) if m.clitics.definite and m.payload.group != "position")
    return max(bodies, key=lambda m: m.last, default=None)


_MORE: Final = word_set("composing", "more")


def _inner(scan: Scan, head: Match) -> Match | None:
    """The bare force that a head belongs to, next to it or behind من or ل: وحدات من الجيش, عناصر التنظيم."""
    if spoken := _spoken_for(scan, head):
        return spoken
    if head.clitics.suffix or head.clitics.definite or (type(head.payload) is Person and head.payload.id):
        return None
    at = head.last + 1
    at += at < len(scan.words) and scan.words[at].norm in _MORE  # قوة أخرى للاحتلال
    inside = "في" if head.payload.group == "person_of" else ""
    if at < len(scan.words) and (scan.words[at].norm in ("من", inside) or scan.words[at].norm in BELONGING):
        at += 1  # راجمات تابعة للجيش
    elif scan.words[head.last].norm.endswith("ون"):
        return None  # خطف مسلحون عناصر الأمن
    if at >= len(scan.words) or not MARKS.isdisjoint(scan.words[at].before):
        return None
    for match in sorted(scan.at("force", at), key=lambda m: -m.last):
        serves = match.clitics.prep == "ب" and head.payload.group == "person_of" and match.first == head.last + 1
        if match.clitics.lead or match.payload.group == "position":
            continue
        if match.clitics.prep and match.payload.group == "drone":
            continue  # قمع جيش الاحتلال للمسيرة: people march
        man = match.payload.group == "person_of" and not scan.words[match.last].norm.endswith(("ون", "ين"))
        if man and head.payload.group == "force" and match.first == head.last + 1:
            continue  # اغتال جيش الاحتلال القيادي
        if match.clitics.prep not in ("", "ل") and not serves:  # ضابط بالجيش
            continue
        named = match.clitics.definite or match.clitics.suffix or " ال" in match.payload.lemma  # مديرية الأمن
        if named or OCCUPATION in match.payload.lemma:
            return match
    return None


def _people(scan: Scan, head: Match) -> Person | None:
    """The people that a head with nobody beside it is: of a word for both, as no force is named, the people."""
    if type(head.payload) is Person:
        return head.payload
    if head.payload.group != "person_of" or head.clitics.suffix or head.payload.alone:
        return None
    people = [m.payload for m in scan.at("person", head.first) if m.last == head.last and m.payload.id]
    return people[0] if people else None


def _identify(owner: Match, head: Force | Person) -> str:
    """The id of the party that a noun and the name of whom it belongs to are: of a country its government."""
    if owner.sort == "actor":
        actor: Actor = owner.payload
        return actor.id
    country: Country = owner.payload
    if type(head) is Force and head.hired and country.hired:
        return country.hired
    suffix = head.suffix if type(head) is Force else ""
    if country.gov and (suffix or type(head) is Force):
        return country.gov
    return f"{country.id}.{suffix}" if suffix else country.id


def mention_of_name(scan: Scan, owner: Match) -> Mention:
    """The party that a name is without a noun for a force: an actor, or the government of a country."""
    if owner.sort == "actor":
        actor: Actor = owner.payload
        named = mention_at(scan, owner, owner.last, actor.id, f"actor {actor.id}")
        return replace(named, group="position") if actor.id == CIVILIANS else named  # منازل المدنيين
    country: Country = owner.payload
    return mention_at(scan, owner, owner.last, country.gov or country.id, f"{owner.sort} {country.name_ar}")


def told_by_owner(scan: Scan, mention: Mention) -> Mention:
    """A name behind تابعة ل that no noun for a force was found before: ضد منصات إطلاق تابعة للحوثيين."""
    if mention.prep != "ل" or not mention.first or scan.words[mention.first - 1].norm not in BELONGING:
        return mention
    if any(isinstance(m.form, str) and m.clitics.prep for m in scan.ending("trigger", mention.first - 2)):
        return replace(mention, group="force")  # غارة لمسيرة تابعة للحركة
    prep = ""
    for at in range(mention.first - 2, max(-1, mention.first - 8), -1):
        norm = scan.words[at].norm
        if norm in PREPS or (scan.at("verb", at) and norm not in LINKS):
            prep = norm if norm in PREPS else ""
            break
    return replace(mention, prep=prep, group="position")
