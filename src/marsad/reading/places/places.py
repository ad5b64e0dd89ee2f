"""Stage 4: where. The places of a sentence, with the words that introduce them."""

from __future__ import annotations

from typing import Final

from marsad.arabic.dates.words import may_date
from marsad.knowledge.lexicon import Match
from marsad.reading.copies import replace
from marsad.reading.places.known_places import known_place
from marsad.reading.places.place_cues import INTO, is_introduced, prep_of
from marsad.reading.places.place_lists import find_listed
from marsad.reading.places.place_mentions import RANK, PlaceMention
from marsad.reading.places.place_names import NO_NAME, begins_other_name, is_taken_apart, is_time_of_day
from marsad.reading.places.unknown_places import find_unknown, in_longer_quotes, longer_name
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def find_places(scan: Scan) -> list[PlaceMention]:
    """The places of a sentence in their order, the longest name at each word."""
    # قريتي is "the two villages of" sooner than "my village", and شمال غرب is one direction.
    cues = {m.last: m for m in sorted(scan.of("place_cue"), key=lambda m: (not m.clitics.suffix, m.last - m.first))}
    chosen = _longest_names(scan)
    if not chosen and not cues:
        return []
    blocked = _blocked(scan, chosen) if chosen else set()
    listing = find_listed(scan, chosen, cues)
    found: list[PlaceMention] = []
    end = -1
    for first, matches in sorted(chosen.items()):
        match = matches[0]
        if first <= end or first in blocked or _is_other_word(scan, match, cues, listed=first in listing):
            continue
        mention = in_longer_quotes(scan, match, cues)
        if mention is None:
            if _leads_to(scan, first) or _is_neighbour(scan, match):
                continue
            if match.clitics.prep == "ك" and first - 1 in cues:
                continue  # قرية كومبو
            if begins_other_name(scan, match):
                if first - 1 not in cues and prep_of(scan, match) in INTO:
                    mention = longer_name(scan, match)
            else:
                mention = known_place(scan, matches, cues, found, listing.get(first))
                if mention is not None and _is_by_noun(mention, match, cues) and first not in listing:
                    mention = replace(mention, hidden=True, by_name=True)
        if mention is not None:
            _add(scan, found, mention)
            end = mention.last
    unknown = find_unknown(scan, cues, found, listing)
    if unknown:
        found = sorted([*found, *unknown], key=lambda mention: mention.first)
    return _with_roads(scan, found)


def _is_by_noun(mention: PlaceMention, match: Match, cues: dict[int, Match]) -> bool:
    """Whether nothing introduces a place whose name is a noun for places: القريتين."""
    return mention.head == match.first == match.last and match.first in cues


def _longest_names(scan: Scan) -> dict[int, list[Match]]:
    """The places of the longest name at each word, by its first word."""
    chosen: dict[int, list[Match]] = {}
    for match in scan.of("place"):
        held = chosen.get(match.first)
        if held is None or match.last > held[0].last:
            chosen[match.first] = [match]
        elif match.last == held[0].last:
            held.append(match)
    return chosen


_OF_NAMES: Final = word_set("places", "of_names")


def _is_other_word(scan: Scan, match: Match, cues: dict[int, Match], *, listed: bool) -> bool:
    """Whether a word that is spelt like a place is none: a noun for places, a particle, a time, somebody's name."""
    first = match.first
    introduced = is_introduced(cues.get(first - 1))
    is_noun = match.last == first and first in cues  # القريتين, a town or two villages
    if is_noun and not listed and not introduced and cues[first].form != "du":
        return True
    if match.last == first and scan.words[first].norm in NO_NAME and not introduced:
        return True  # but: مدينة بانه
    if is_taken_apart(scan, match) or is_time_of_day(scan, first):
        return True
    if scan.norms(first - 1, first - 1) in _OF_NAMES:
        return True
    return is_noun and cues[first].payload.role == "direction" and not match.clitics.definite  # في قرية شمال أ


def _add(scan: Scan, found: list[PlaceMention], mention: PlaceMention) -> None:
    """Add a place to those before it, or its words to the last where it only says that again."""
    if found and _is_same(scan, found[-1], mention):
        found[-1] = replace(found[-1], last=mention.last)
    else:
        found.append(mention)


def _is_same(scan: Scan, before: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a name only says again what stands right before it: غرب العاصمة الليبية طرابلس."""
    if mention.first != before.last + 1 or mention.head != mention.first or mention.prep or mention.lead:
        return False
    if scan.words[mention.first].before.strip() or not (before.rows and mention.rows):
        return False
    return before.rows[0].id == mention.rows[0].id


_LEADING: Final = word_set("places", "leading")


def _leads_to(scan: Scan, first: int) -> bool:
    """Whether a word only tells where a road leads: الطرق المؤدية إلى أ."""
    return scan.words[first].norm in _LEADING


def _is_neighbour(scan: Scan, match: Match) -> bool:
    """Whether a country only tells which border is meant: قرب الحدود مع النيجر."""
    if match.payload.type != "country" or scan.words[match.first - 1].norm != "مع":
        return False
    return any("حدود" in word.norm for word in scan.words[max(0, match.first - 3) : match.first - 1])


def _with_roads(scan: Scan, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions with the two ends of a road made one: طريق دمشق – درعا، الطريق الواصل بين الرقة ودير الزور."""
    if len(mentions) < 2 or not any(m.payload.type == "road" for m in scan.of("place_cue")):
        return mentions
    found: list[PlaceMention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and _is_road(scan, before) and _is_far_end(scan, before, mention):
            name = scan.words_text(before.first, mention.last)
            found[-1] = replace(before, last=mention.last, name=name, type="road", far_end=mention.rows, hidden=False)
        else:
            found.append(mention)
    return found


def _is_road(scan: Scan, mention: PlaceMention) -> bool:
    """Whether the first end of a road is named: طريق أ, الطريق الدولي بين أ."""
    if not mention.rows or mention.far_end or mention.modifier or mention.rank >= RANK["admin1"]:
        return False
    if mention.cue == "quarter" and mention.prep in ("في", "ب"):
        return False  # شارع في حي أ
    back = range(max(0, mention.head - 4), mention.first)
    return any(m.payload.type == "road" and m.payload.role == "head" for at in back for m in scan.at("place_cue", at))


#: Marks that stand between the two ends of a road.
_DASHES: Final = frozenset("-–—/")


def _is_far_end(scan: Scan, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place is the other end of the road of which one end stands before it: طريق أ – ب, من أ إلى ب."""
    if not other.rows or other.modifier or other.rank >= RANK["admin1"] or other.head != other.first:
        return False
    gap = other.first - one.last - 1
    if gap == 0:
        return (other.lead != "و" or one.prep not in ("في", "ب")) and _DASHES.issuperset(scan.words[other.first].before)
    return gap == 1 and scan.words[other.first - 1].norm in ("الي", "باتجاه", "نحو")


def _blocked(scan: Scan, chosen: dict[int, list[Match]]) -> set[int]:
    """The words that are no place here: parts of a longer name, of an outlet, or of a date."""
    blocked = {
        at
        for sort in ("actor", "local_actor", "outlet")
        for m in scan.of(sort)
        if (m.last > m.first or sort == "outlet") and not _is_entered(scan, m, chosen)
        for at in range(m.first, m.last + 1)
        if not _serves_there(scan, m, at)
    }
    if any(matches[0].payload.needs_cue for matches in chosen.values()) and any(
        may_date(scan.words[at].norm) for at in chosen
    ):
        blocked |= scan.dated  # الأربعاء is a day, and a town
    return blocked


def _serves_there(scan: Scan, match: Match, at: int) -> bool:
    """Whether an office is named after where it serves: وزارة الصحة في غزة counts the dead of Gaza."""
    if at <= match.first + 1 or scan.words[at - 1].norm != "في":
        return False
    return any(actor.payload.type == "government" for actor in scan.at("actor", match.first))


_PARTS_OF: Final = word_set("places", "parts_of")


def _is_entered(scan: Scan, match: Match, chosen: dict[int, list[Match]]) -> bool:
    """Whether the name of a party is the place where something is done: في إقليم كردستان، على قاعدة حميميم."""
    places = chosen.get(match.first)
    if places is None or places[0].last < match.last:
        return False
    if match.sort == "outlet":  # مدينة الميادين is no television
        return any(cue.payload.role == "head" for cue in scan.ending("place_cue", match.first - 1))
    at = match.first - 1
    if match.sort == "actor" and match.payload.type == "state" and (at < 0 or scan.ending("place_cue", at)):
        return True  # شمال بوركينا فاسو
    if match.clitics.prep == "ب" or (match.first > 0 and scan.words[match.first - 1].norm in INTO):
        return True
    if at > 0 and scan.words[at].norm == "من" and scan.words[at - 1].norm in _PARTS_OF:
        return True  # القرى الشمالية من بوركينا فاسو
    return places[0].payload.type in ("base", "airport") and prep_of(scan, places[0]) in ("من", "باتجاه", "نحو")
