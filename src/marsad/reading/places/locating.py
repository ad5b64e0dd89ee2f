"""Where a claim is: whether a place tells where something was, and not who acts or where somebody is from."""

from __future__ import annotations

from typing import Final

from marsad.reading.groups.same_acts import AMID_WAR
from marsad.reading.places.place_mentions import PlaceMention
from marsad.reading.rankings import is_ranked
from marsad.reading.scan import PREPOSITIONS, SEATS, Scan
from marsad.reading.story import Sight
from marsad.reading.word_sets import word_set

_LED_BY: Final = word_set("locating", "led_by")


def locates(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a place tells where: not a country that acts, nor where people hail from."""
    beside = _stands_beside(sight.scan, mention) or _names_outlet(sight.scan, mention)
    if beside or _is_one_side(sight, mention) or _is_one_of_states(sight, mention):
        return False
    if mention.prep == "خارج" or (mention.prep == "ضد" and mention.type == "country"):
        return False  # للقتال خارج البلاد، هجمات ضد الولايات المتحدة
    if mention.type == "country" and mention.prep == "من" and _are_nationals(sight.scan, mention.head - 2):
        return False  # تظاهر أكراد من تركيا
    if mention.type == "country" and mention.head and sight.scan.words[mention.head - 1].norm in _LED_BY:
        return False  # التحالف بقيادة الولايات المتحدة
    if _is_of_war(sight.scan, mention) or _is_seat(sight.scan, mention) or _is_reporters(sight.scan, mention):
        return False
    if _is_in_title(sight.scan, mention) or _names_case(sight.scan, mention):
        return False
    if (
        not mention.prep
        and mention.head == mention.first
        and (mention.type == "country" or _is_capital(sight, mention))
    ):
        if (
            mention.hosting
            or _is_whole(sight.scan, mention)
            or _is_visited(sight, mention)
            or _saw(sight.scan, mention)
            or is_ranked(sight.scan, mention.first, mention.last)
        ):
            return True
        return not any(party.first <= mention.first <= party.last and not party.prep for party in sight.parties)
    return True


def _are_nationals(scan: Scan, at: int) -> bool:
    """Whether a word is for people, not joined to a place: أكراد من تركيا، مهاجرون من مالي."""
    return any(m.form == "pl" and not m.clitics.definite for sort in ("person", "adjective") for m in scan.at(sort, at))


_ALL: Final = word_set("locating", "all")


def _is_whole(scan: Scan, mention: PlaceMention) -> bool:
    """Whether all of a country is told of, which is no party then: استعادة كامل اليمن."""
    return mention.head > 0 and scan.words[mention.head - 1].norm in _ALL


_VISITING: Final = word_set("locating", "visiting")
#: How far behind the verb the place of a visit stands.
_VISIT_REACH: Final = 8


def _is_visited(sight: Sight, mention: PlaceMention) -> bool:
    """Whether somebody goes there: يزور وفد أمني دمشق, but not زار وزير خارجية إيران دمشق of Iran."""
    scan = sight.scan
    for at in range(mention.head - 1, max(-1, mention.head - _VISIT_REACH), -1):
        word = scan.words[at]
        if word.norm.lstrip("وفس") in _VISITING:
            return not any(other.first == mention.last + 1 for other in sight.places)
        if (word.norm in PREPOSITIONS and word.norm != "من") or at + 1 in scan.commas:
            return False
    return False


_SEEING: Final = word_set("locating", "seeing")
_SEEN: Final = word_set("locating", "seen")
_HIT: Final = frozenset(("ضربت",))
_NEGATING: Final = frozenset(("لم", "قد", "لا"))


def _saw(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a country is the place of what it saw: العراق لم يشهد أي هجوم، التي شهدها العراق."""
    if mention.head and scan.words[mention.head - 1].norm in _SEEN:
        before = mention.head - 1  # ضربت إسرائيل مواقع: who stands behind a verb that comes first does it
        first = scan.words[before].norm not in _HIT or (before and not scan.words[before].before.strip())
        return bool(first)
    behind = [word.norm for word in scan.words[mention.last + 1 : mention.last + 3]]
    saw = next((at for at, norm in enumerate(behind) if norm.lstrip("وفس") in _SEEING), None)
    return saw == 0 or (saw == 1 and behind[0] in _NEGATING)


_OUTLETS: Final = word_set("locating", "outlets")


def _names_outlet(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place begins the name of an outlet: السويداء برس، عدن تايم."""
    after = mention.last + 1
    return after < len(scan.words) and not scan.words[after].before.strip() and scan.words[after].norm in _OUTLETS


_TITLED: Final = word_set("locating", "titled")
#: How many words a title may have behind its first.
_LONGEST_TITLE: Final = 3


def _is_in_title(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place is only a part of what something is called, in quotation marks: حملة "صوت أ"، شبكة "أخبار أ"."""
    for first, last in scan.quoted:
        if first < mention.head and mention.last == last and last - first <= _LONGEST_TITLE:
            return first > 0 and scan.words[first - 1].norm.lstrip("وبل") in _TITLED
    return False


def _names_case(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place only tells what a case is called: قضية خلية الجيزة."""
    at = mention.head - 1
    return at >= 0 and not mention.prep and scan.words[at].norm.lstrip("وبل") == "خليه"


#: Places on which no war is waged.
_HAMLETS: Final = frozenset(("town", "village", "quarter", "camp", "site", "base"))
_THE_WAR: Final = frozenset(("الحرب", "القتال", "العدوان"))
_WARS: Final = frozenset(("الحرب", "العدوان"))
_TOLLS: Final = word_set("locating", "tolls")


def _is_of_war(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it only names a war: ضد الحرب على غزة, احتجاجا على العدوان الإسرائيلي على غزة."""
    if mention.prep == "في" and mention.head >= 3 and scan.words[mention.head - 2].norm in _THE_WAR:
        return scan.norms(mention.head - 3, mention.head - 3) in AMID_WAR  # هجمات على أ وسط الحرب في ب
    if mention.prep != "علي" or mention.head < 2 or mention.type in _HAMLETS:
        return False  # العدوان على بلدة أ is an attack
    words = [word.norm for word in scan.words[max(0, mention.head - 4) : mention.head - 1]]
    war = next((at for at, norm in enumerate(words) if norm in _WARS), None)
    if war and words[war - 1] in _TOLLS:
        return False  # ضحايا الحرب على أ
    return war is not None and all(norm.startswith("ال") for norm in words[war:])


def _is_seat(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it only tells where an organisation sits: منظمة مقرها في جنيف."""
    if not scan.has_word(SEATS):
        return False
    return any(word.norm in SEATS for word in scan.words[max(0, mention.head - 2) : mention.first])


def _is_reporters(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a country only tells where a reporter works: مراسل الوكالة في العراق."""
    if mention.type != "country":
        return False
    return any("مراسل" in word.norm for word in scan.words[max(0, mention.head - 4) : mention.head])


def _is_one_side(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a state is only one of two sides: محادثات بين واشنطن وطهران."""
    if not is_state(sight, mention):
        return False
    at = mention.head  # بين حزب الله وإسرائيل
    if any(party.prep == "بين" and party.last == at - 1 and mention.lead == "و" for party in sight.parties):
        return True
    if mention.prep == "بين" and any(party.first == mention.last + 1 and party.joined for party in sight.parties):
        return True
    if mention.prep == "بين":
        return any(
            other.head == mention.last + 1 and other.lead == "و" and is_state(sight, other) for other in sight.places
        )
    return mention.lead == "و" and any(
        other.last == mention.head - 1 and other.prep == "بين" and is_state(sight, other) for other in sight.places
    )


def _is_one_of_states(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a country is only the next of some that act together: وزراء خارجية مصر والإمارات والولايات المتحدة."""
    if mention.lead != "و" or mention.prep or mention.type != "country" or mention.head != mention.first:
        return False
    acting = (party.last for party in sight.parties if not party.prep and party.first < mention.first)
    return mention.first - 1 in acting


def is_state(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a place may stand for a state: a country or a capital that nothing introduces."""
    bare = mention.head == mention.first and not mention.far_end
    return bare and (mention.type == "country" or _is_capital(sight, mention))


def _is_capital(sight: Sight, mention: PlaceMention) -> bool:
    """Whether the name of a place is that of a capital."""
    return bool(sight.scan.at("metonym", mention.first))


_BORDERING: Final = word_set("locating", "bordering")
_COMING: Final = word_set("locating", "coming")
_SIDING: Final = tuple(word_set("locating", "siding"))


_BACKED: Final = ("مدعوم", "ممول", "مسنود")


def _stands_beside(scan: Scan, mention: PlaceMention) -> bool:
    """Whether somebody is only with a place or for it: المتحالفة مع إيران، تضامنا مع غزة، but الحدود مع لبنان."""
    if mention.prep in ("ل", "") and mention.head and scan.words[mention.head - 1].norm in _BORDERING:
        return True
    if mention.lead == "و" and mention.head > 1 and scan.words[mention.head - 2].norm in _BORDERING:
        return True
    if mention.prep == "ل" and mention.head and scan.words[mention.head - 1].norm.endswith(_SIDING):
        return True  # الحزب المعارض لأنقرة
    if mention.prep == "من" and mention.head > 1 and scan.words[mention.head - 2].norm in _COMING:
        return True
    if mention.head and scan.words[mention.head - 1].norm in ("نصره", "لنصره", "ونصره"):
        return True
    if mention.prep == "من" and mention.head > 1 and any(by in scan.words[mention.head - 2].norm for by in _BACKED):
        return True  # المدعومة من إيران
    if mention.prep != "مع" or mention.head < 2:
        return False
    before = scan.words[mention.head - 2].norm
    return not before.endswith(("حدود", "الحدوديه", "حدودي")) and not before.startswith("الحدود")
