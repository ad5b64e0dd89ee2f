"""Stage 3: who is in a sentence: all its parties in their order; their roles come later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.copies import replace
from marsad.reading.parties.bystanders import DATELINE, is_dateline, is_idle, only_holds, owns_named
from marsad.reading.parties.cast import NOBODY, Cast, Mention
from marsad.reading.parties.composing import compose, mention_of_name, told_by_owner
from marsad.reading.parties.countries import only_tells_where
from marsad.reading.parties.joining import join_owners, share_prepositions
from marsad.reading.parties.mentions import word_before
from marsad.reading.parties.nationalities import FLAGS, find_nationalities
from marsad.reading.parties.party_nouns import find_nouns
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def find_parties(scan: Scan, cast: Cast) -> list[Mention]:
    """The parties of a sentence in their order, none inside another."""
    taken: set[int] = set()
    found: list[Mention] = []
    owners = _owners(scan)
    for head in find_nouns(scan):
        if head.first in taken:
            continue
        composed = compose(scan, head, owners)
        if composed and (_is_named_whole(owners.get(head.first), composed[0]) or _is_no_party(scan, head, composed[0])):
            continue
        for mention in composed:
            found.append(mention)
            taken.update(range(mention.first, mention.last + 1))
    for owner in sorted(owners.values(), key=lambda owner: owner.first):
        flown = owner.sort == "country" and word_before(scan, owner.first) in FLAGS  # سفينة ترفع علم ليبيريا
        if owner.first not in taken and owner.sort != "adjective" and not flown and not only_tells_where(scan, owner):
            if owner.last in taken:  # مفارز الاستخبارات is a name, العسكرية only describes it
                found = [m for m in found if m.id or not owner.first < m.first <= owner.last]
            found.append(told_by_owner(scan, mention_of_name(scan, owner)))
            taken.update(range(owner.first, owner.last + 1))
    found.extend(find_nationalities(scan, owners, taken, found))
    found.extend(_latter(scan))
    found = [mention for mention in found if not is_idle(scan, mention)]
    found = [mention for mention in found if not owns_named(scan, mention, found)]
    found = [replace(mention, group="position") if only_holds(scan, mention) else mention for mention in found]
    found.sort(key=lambda mention: mention.first)
    wrote: list[Mention] = []
    if found and is_dateline(scan, found[0]):
        wrote = [replace(m, id=None, group=DATELINE) for m in found if is_dateline(scan, m)]
        found = [mention for mention in found if not is_dateline(scan, mention)]
    return [*wrote, *(_called_terrorists(scan, m) for m in cast.enter(share_prepositions(join_owners(scan, found))))]


_OF_LATTER: Final = word_set("parties", "of_latter")
#: "The latter", with its gender.
_LATTER: Final = {"الاخير": "m", "الاخيره": "f"}


def _latter(scan: Scan) -> Iterator[Mention]:
    """The party named last, by "the latter" behind a verb or "that": وقصفت الأخيرة البلدة, but not الأيام الأخيرة."""
    for at, word in enumerate(scan.words):
        if at and word.norm in _LATTER and not word.before.strip():
            before = scan.words[at - 1].norm
            prep = before if before in _OF_LATTER else ""  # 15 عنصرا من الأخيرة، اشتباكات مع الأخيرة
            behind = prep or before.removeprefix("و") in ("ان", "بان", "لكن")
            if behind or any(isinstance(m.form, VerbForm) for m in scan.ending("verb", at - 1)):
                why, gender = "the party named last", _LATTER[word.norm]
                yield Mention(None, at, at, "force", prep, "", "sg", why, gender=gender, bare="latter")


def _is_named_whole(name: Match | None, composed: Mention) -> bool:
    """Whether the name of an actor begins at a noun for a force that is nobody's without it: القوة المشتركة."""
    if name is None or name.sort != "actor" or name.last < composed.last:
        return False
    if composed.alone or (name.payload.id in NOBODY and composed.bare and name.last - name.first == 1):
        return False  # the army, the occupation are whose the report tells
    return composed.id is None


#: Nouns that are a party only with whose they are: سلاح الجو.
_NEED_OWNERS: Final = frozenset(("سلاح", "جانب", "حملة"))
_RIFLES: Final = tuple(word_set("parties", "rifles"))
#: A centre that is an office, and the middle of a town.
_MIDDLE: Final = "مركز"


def _is_no_party(scan: Scan, head: Match, composed: Mention) -> bool:
    """Whether a noun that needs somebody beside it to be his is another thing: نزع السلاح، جانب الطريق، تعزيز الأمن."""
    one = head.form == "sg" and head.payload.lemma in _NEED_OWNERS and not head.clitics.suffix
    if head.payload.lemma == _MIDDLE and not head.clitics.definite and composed.last == head.last:
        return any(m.payload.role == "head" for m in scan.at("place_cue", head.last + 1))  # مركز مدينة أ
    if head.payload.lemma == "آلية" and head.form == "sg" and head.first:
        return scan.words[head.first - 1].norm.endswith(_RIFLES)  # بالأسلحة الآلية
    if head.payload.lemma == "قوة" and head.form == "sg" and composed.bare == "definite" and head.first:
        return any(use in scan.words[head.first - 1].norm for use in ("ستخد", "ستعم"))  # استخدام القوة
    return one and composed.id is None and composed.last == head.last


#: Parties that are called terrorists wherever they are named.
_OUTLAWS: Final = ("ISIS", "ALQAEDA", "PKK", "UNKNOWN", "SYR.HTS", "YEM.HOUTHI")


def _called_terrorists(scan: Scan, mention: Mention) -> Mention:
    """ "The terrorist elements" are not the force that was named last, but where that is called so everywhere."""
    if not mention.bare or mention.id is None or mention.id.startswith(_OUTLAWS):
        return mention
    words = scan.words[mention.first : mention.last + 2]
    return replace(mention, id=None, bare="") if any("ارهابي" in word.norm for word in words) else mention


def note_actors(scan: Scan, cast: Cast) -> None:
    """Remember the actors of a sentence that reports nothing: later ones may take them up."""
    if scan.of("actor"):
        cast.enter([mention_of_name(scan, owner) for owner in _owners(scan).values() if owner.sort == "actor"])


def _owners(scan: Scan) -> dict[int, Match]:
    """Actors, countries, capitals and nationalities by their first word; the longest at each."""
    found: dict[int, Match] = {}
    for sort in ("adjective", "metonym", "country", "actor"):
        for match in scan.of(sort):
            if sort == "actor" and _is_regime_abroad(scan, match):
                continue
            held = found.get(match.first)
            if held is not None and match.last == held.last and sort == "actor" and match.payload.type == "state":
                continue  # a country is an actor, too
            if held is None or match.last >= held.last:
                found[match.first] = match
    return found


#: "The regime", which by itself is that of Syria.
_REGIME: Final = "النظام"


def _is_regime_abroad(scan: Scan, match: Match) -> bool:
    """Whether "the regime" is that of the country whose adjective follows: قوات النظام السعودي."""
    if scan.words[match.last].norm != _REGIME:
        return False
    country = match.payload.id.partition(".")[0]
    return any(m.clitics.definite and m.payload.id != country for m in scan.at("adjective", match.last + 1))
