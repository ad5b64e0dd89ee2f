"""Stage 3: whether a country or its capital is named as a state that acts, or only tells where something is."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.groups.groups import VIOLENT
from marsad.reading.parties.mentions import word_before
from marsad.reading.rankings import is_ranked
from marsad.reading.scan import PREPOSITIONS, SEATS, Scan
from marsad.reading.word_sets import word_set

_AT: Final = word_set("countries", "at")
_TALKS: Final = word_set("countries", "talks")


def _is_of_blast(scan: Scan, owner: Match) -> bool:
    """Whether the noun of an act of violence stands right before where it happened."""
    if owner.sort != "metonym":
        return False
    return any(m.payload.kind in VIOLENT and isinstance(m.form, str) for m in scan.ending("trigger", owner.first - 1))


def only_tells_where(scan: Scan, owner: Match) -> bool:
    """Whether a country or capital only tells where: ريف دمشق, جنوب تركيا."""
    if owner.sort not in ("country", "metonym"):
        return False
    if word_before(scan, owner.first) in SEATS or word_before(scan, owner.first - 1) in SEATS:
        return True  # منظمة مقرها النرويج، مقرها في بيروت
    if _sees_it(scan, owner):
        return True  # في وقت تعيش فيه أ حربا
    if word_before(scan, owner.first) in _TALKS and not (owner.clitics.lead or owner.clitics.prep):
        return True  # مشاورات السويد، مفاوضات الدوحة
    if owner.clitics.prep == "ب" and (scan.ending("place", owner.first - 1) or _is_of_blast(scan, owner)):
        return True  # في صيدا بلبنان، انفجار بكابل
    places = [place for place in scan.ending("place", owner.first - 1) if place.last > place.first]
    if places and not (owner.clitics.lead == "و" and any(place.payload.type == "country" for place in places)):
        return True  # العاصمة الليبية طرابلس; but الولايات المتحدة وإسرائيل
    if "عاصمه" in word_before(scan, owner.first - 1) and scan.at("adjective", owner.first - 1):
        return True  # العاصمة التشادية نجامينا
    if word_before(scan, owner.first) == "مع" and "حدود" in word_before(scan, owner.first - 1):
        return True  # قرب الحدود مع ليبيا
    if owner.sort == "metonym" and is_ranked(scan, owner.first, owner.last):
        return True  # كانت بغداد الأكثر تضررا
    if _is_marched_in(scan, owner) or _opens_list(scan, owner):
        return True
    if owner.sort == "metonym" and (_is_named_by(scan, owner) or _is_shaken(scan, owner)):
        return True
    if owner.sort == "metonym" and owner.clitics.lead == "و" and _is_next_place(scan, owner):
        return True
    towns = scan.ending("place", owner.first - 1)
    if owner.sort == "metonym" and owner.clitics.lead == "و" and any(town.payload.type != "country" for town in towns):
        return not any(scan.at("metonym", town.first) for town in towns)  # الطريق بين كركوك وبغداد
    cues = scan.ending("place_cue", owner.first - 1)
    return any(
        cue.payload.role != "border" or word_before(scan, cue.first) in (PREPOSITIONS if cue.clitics.definite else _AT)
        for cue in cues
    )


_AMONG: Final = word_set("countries", "among")


def _opens_list(scan: Scan, owner: Match) -> bool:
    """Whether a capital is the first of some towns: مدن من بينها طهران وأصفهان."""
    if owner.clitics.prep or owner.clitics.lead or word_before(scan, owner.first) not in _AMONG:
        return False
    return any(town.clitics.lead == "و" for town in scan.at("place", owner.last + 1))


#: Kinds of nouns behind which a country or a capital is where something was, and nobody who did it.
_OF_STREETS: Final = frozenset(("protest", "riot", "explosion", "suicide_bombing"))


def _is_marched_in(scan: Scan, owner: Match) -> bool:
    """Whether a country or capital is where people march: احتجاجات باريس, but not احتجاج روسيا على القرار."""
    if owner.clitics.prep or owner.clitics.lead or scan.words[owner.first].before.strip():
        return False
    return any(
        m.payload.kind in _OF_STREETS and m.form == "pl" and not (m.clitics.definite or m.clitics.suffix)
        for m in scan.ending("trigger", owner.first - 1)
    )


_SEEING: Final = word_set("countries", "seeing")


def _sees_it(scan: Scan, owner: Match) -> bool:
    """Whether a country is only where something goes on: تشهد أ اشتباكات."""
    if owner.clitics.prep or owner.clitics.lead:
        return False
    at = owner.first - (2 if word_before(scan, owner.first) in ("فيه", "فيها") else 1)
    return at >= 0 and scan.words[at].norm.lstrip("وفس") in _SEEING


#: Kinds of strikes, which hit towns.
_BOMBING: Final = frozenset(("shelling", "air_strike"))


def _is_next_place(scan: Scan, owner: Match) -> bool:
    """Whether a capital is joined to a place where something was: في مشهد وطهران."""
    before = scan.ending("place", owner.first - 1)
    listed = [m for m in before if not (scan.at("metonym", m.first) or m.payload.type == "country")]
    if listed and any(verb.payload.kind in _BOMBING for verb in _acts_before(scan, owner.first)):
        return True  # قصفوا القدس وتل أبيب
    return any(m.clitics.prep in ("ب", "في") or word_before(scan, m.first) in ("في", "بمدينه") for m in before)


#: How far behind a strike the last of some towns may stand that it hits.
_LIST_REACH: Final = 6


def _acts_before(scan: Scan, at: int) -> list[Match]:
    """The verbs and nouns of acts that stand a few words before one."""
    near = range(max(0, at - _LIST_REACH), at)
    return [m for word in near for sort in ("verb", "trigger") for m in scan.at(sort, word) if _is_trigger(m)]


def _is_trigger(match: Match) -> bool:
    """Whether a verb or a noun is of an act that claims are made of."""
    return type(match.payload) is Trigger


_CALLED_BY_PLACE: Final = word_set("countries", "called_by_place")


def _is_named_by(scan: Scan, owner: Match) -> bool:
    """Whether a blast or an attack is called by the capital where it was: تفجير أنقرة, but not هجوم أنقرة على أ."""
    if owner.clitics.prep or owner.clitics.lead:
        return False
    blasts = [m for m in scan.ending("trigger", owner.first - 1) if isinstance(m.form, str) and not m.clitics.definite]
    if not any(m.payload.lemma in _CALLED_BY_PLACE for m in blasts):
        return False
    behind = owner.last + 1
    return not (behind < len(scan.words) and any(m.clitics.prep == "ل" for m in scan.here(behind))) and not (
        behind < len(scan.words) and scan.words[behind].norm in ("علي", "ضد", "ل")
    )


_SHAKING: Final = word_set("countries", "shaking")
#: How far behind the noun of what hits it a capital may stand, its adjectives between.
_SHAKEN_REACH: Final = 4


def _is_shaken(scan: Scan, owner: Match) -> bool:
    """Whether a capital is the city that is hit: هجمات ضربت بغداد، هزت انفجارات عنيفة كييف."""
    if owner.clitics.prep or owner.clitics.lead:
        return False
    if word_before(scan, owner.first) in _SHAKING and not _opens_clause(scan, owner.first - 1):
        return True
    for at in range(owner.first - 1, max(0, owner.first - _SHAKEN_REACH), -1):
        if scan.words[at].before.strip():
            return False
        nouns = [m for sort in ("trigger", "weapon") for m in scan.ending(sort, at) if isinstance(m.form, str)]
        if nouns:
            return any(word_before(scan, m.first) in _SHAKING for m in nouns)
    return False


def _opens_clause(scan: Scan, at: int) -> bool:
    """Whether a verb stands first, so that who does it follows."""
    return at == 0 or bool(scan.words[at].before.strip()) or scan.words[at].norm[0] == "و"
