"""Where a claim is: the most specific of places that lie in one another, with those listed beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from marsad.reading.counts.people_sums import MORE
from marsad.reading.groups.groups import Group
from marsad.reading.places.place_mentions import RANK, PlaceMention
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: Kinds that are told of places: one claim for each place that they list.
_LISTED: Final = frozenset(
    (
        "shelling", "air_strike", "attack", "clash", "capture", "raid", "arrest", "protest", "deployment",
        "withdrawal", "patrol", "destruction", "movement", "restriction", "recruitment", "riot",
    )
)  # fmt: skip


def most_specific(scan: Scan, inside: list[PlaceMention], group: Group) -> list[PlaceMention]:
    """The places that a claim is about: the most specific near its words, with those of the same rank listed beside."""
    if len(inside) == 1:
        return inside
    inner = _inner(_nearest_chain(scan, inside, group))
    rank = _rank_told_of(scan, inner, group)
    head = next(mention for mention in inner if _rank(scan, mention) == rank)
    if group.kind not in _LISTED or head.prep == "بين":
        return [head]
    several = _tells_several(scan, head)
    one = rank >= RANK["admin1"] or (several and head.cue == "admin1")  # provinces are told of together
    if one or head.type == "quarter":
        after = inside[inside.index(head) + 1 :]
        more = (m for m in after if _is_next_target(scan, group, head, m) or counted_anew(scan, head, m))
        return [head, *[*more][:1]]
    widest = RANK["admin2"] if several and head.cue == "admin2" else max(rank, RANK["city"])
    return _with_listed(scan, inside, group, head, widest)


def _nearest_chain(scan: Scan, inside: list[PlaceMention], group: Group) -> list[PlaceMention]:
    """The chain of places in one another that is nearest to the words of a claim, on the side that they tell of."""
    relative = is_relative(scan, group)
    lead = group.lead
    chains = _chains(scan, inside)
    best = min(
        chains,
        key=lambda chain: (
            all(_is_wide(m) for m in chain),
            chain[0].near,
            (chain[0].first < group.first) != relative,
            min(abs(chain[0].head - lead.last), abs(chain[0].head - lead.start)),
        ),
    )
    while (at := chains.index(best)) and counted_anew(scan, chains[at - 1][-1], best[0]):
        best = chains[at - 1]  # ست غارات في محافظة أ، وثلاث في ب
    return best


def _rank_told_of(scan: Scan, inner: list[PlaceMention], group: Group) -> int:
    """The rank of the places in a chain that a claim is about: the narrowest, in a list that of its first item."""
    if group.kind in _LISTED:
        if inner[0].cue == "admin1" and _tells_several(scan, inner[0]):
            return _rank(scan, inner[0])  # محافظات أ وب: their towns are not meant
        first = next((at for at, mention in enumerate(inner) if at and mention.lead == "و"), len(inner))
        item = min(_rank(scan, mention) for mention in inner[:first])  # with what the first item lies in
        if item <= RANK["admin2"]:
            return item
    return min(_rank(scan, mention) for mention in inner)


def _with_listed(
    scan: Scan, inside: list[PlaceMention], group: Group, head: PlaceMention, widest: int
) -> list[PlaceMention]:
    """A place with those that a list or a further target adds to it, none wider than `widest`."""
    found = [head]
    for mention in inside[inside.index(head) + 1 :]:
        anew = counted_anew(scan, found[-1], mention)
        if (_rank(scan, mention) > widest and not anew) or mention.near or _is_far_side(mention, inside):
            continue
        listed = _is_listed_after(scan, found[-1], mention)
        listed = anew or (listed and _only_places_between(scan, inside, found[-1], mention))
        if listed or _is_other(scan, mention) or _is_next_target(scan, group, found[-1], mention):
            found.append(mention)
    return found


def _is_listed_after(scan: Scan, one: PlaceMention, mention: PlaceMention) -> bool:
    """Whether "and" or a comma adds a place to the one before it: أ وب، ج; but not قرية أ، شمالي ب."""
    if mention.lead == "و":
        return True
    if mention.head - one.last > 1 or mention.first <= one.last:
        return False
    if mention.prep in ("ب", "في") or mention.modifier == "direction" or "(" in scan.words[mention.head].before:
        return False  # قرية أ (ب)
    return _rank(scan, mention) <= _rank(scan, one) or mention.head in scan.commas  # جسر أ وسط مدينة ب


def counted_anew(scan: Scan, one: PlaceMention, mention: PlaceMention) -> bool:
    """Whether only a further number of the same acts stands between two places: تسع غارات على أ، وأربع على ب."""
    begin = one.last + 1
    if begin >= len(scan.words) or scan.words[begin].norm[:1] != "و":
        return False
    begin += scan.words[begin].norm == "و"  # و(22) في ب
    return begin in scan.numerals and all(
        at in scan.numerals or scan.words[at].norm in PREPOSITIONS or scan.words[at].norm in MORE
        for at in range(begin, mention.head)
    )


#: Within how many words behind a place the next target's may stand.
_TARGET_REACH: Final = 9
_ALSO: Final = word_set("nesting", "also")


def _is_next_target(scan: Scan, group: Group, one: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a further target is told with a place of its own: غارات على مواقع في أ وعلى مقرات في ب."""
    between = range(one.last + 1, mention.head)
    if "علي" not in group.lead.trigger.preps or len(between) > _TARGET_REACH:
        return False
    if any(scan.at("trigger", at) or scan.at("verb", at) for at in between):
        return False
    norms = [scan.words[at].norm for at in between]
    return "وعلي" in norms or any(onto == "علي" and also in _ALSO for also, onto in pairwise(norms))


#: Sorts of cue words for provinces and their districts.
DISTRICTS: Final = frozenset(("admin1", "admin2"))


def _rank(scan: Scan, mention: PlaceMention) -> int:
    """How wide a place is as it is told: ناحية أ is no town, شرق حي أ no region; of several none is wider.

    The villages of a province are all over it: قرى دير الزور والحسكة.
    """
    if mention.cue == "village" and any(row.type == "admin1" for row in mention.rows):
        return RANK["admin1"]
    if mention.cue in DISTRICTS and not (mention.modifier or _tells_several(scan, mention)):
        return max(mention.rank, RANK[mention.cue])
    if mention.modifier and mention.rows and RANK.get(mention.rows[0].type, 3) <= RANK["village"]:
        return min(mention.rank, RANK["city"])
    return mention.rank


_PLURAL_ENDINGS: Final = tuple(word_set("nesting", "plural_endings"))


def _tells_several(scan: Scan, mention: PlaceMention) -> bool:
    """Whether one word introduces several places: محافظات أ وب وج، مديريتي أ وب."""
    return mention.head < mention.first and scan.words[mention.head].norm.endswith(_PLURAL_ENDINGS)


#: How wide a valley is that is a region of its own.
_WIDE_KM: Final = 40.0


def _is_wide(mention: PlaceMention) -> bool:
    """Whether a place is so wide that another in its sentence tells better where: في وادي أ ... قرب ب."""
    if mention.rank >= RANK["area"]:
        return True
    return mention.type == "valley" and bool(mention.rows) and mention.rows[0].radius_km >= _WIDE_KM


def _is_far_side(mention: PlaceMention, inside: list[PlaceMention]) -> bool:
    """Whether it is the second of two that something lies between: قرية أ الواقعة بين ب وج."""
    return mention.lead == "و" and any(m.prep == "بين" and m.last == mention.head - 1 for m in inside)


def _chains(scan: Scan, mentions: list[PlaceMention]) -> list[list[PlaceMention]]:
    """Places nested in one another (في بلدة X بريف Y) as one chain."""
    chains: list[list[PlaceMention]] = []
    for mention in mentions:
        near = bool(chains) and mention.head - chains[-1][-1].last <= 3
        if near and not counted_anew(scan, chains[-1][-1], mention):
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains


def _inner(chain: list[PlaceMention]) -> list[PlaceMention]:
    """The places of a chain in which something lies; what it is only near to counts where that is told first or best.

    في بلدة أ قرب ب, but قرب بلدة أ شمالي ب and إلى لبنان قرب أ.
    """
    inner = [mention for mention in chain if not mention.near]
    inner = [m for at, m in enumerate(inner) if not (at and _is_seat_of_district(inner[at - 1], m))]
    if not inner or chain[0].near or min(mention.rank for mention in inner) >= RANK["admin1"]:
        return chain
    return inner


def _is_seat_of_district(district: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a city right behind a district stands for the province that this is in: قضاء أ بالسليمانية."""
    behind = mention.head - district.last <= (1 if mention.prep == "ب" else 2)
    named = district.cue in DISTRICTS and not district.modifier and mention.head == mention.first
    return named and behind and mention.prep in ("ب", "في") and mention.type == "city"


_OTHERS: Final = word_set("nesting", "others")


def _is_other(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a further target is told of: غارة على أ وأخرى على ب, مواقع في أ ومواقع أخرى في ب."""
    at = mention.head - 1
    own_word = at > 0 and scan.words[at].norm in PREPOSITIONS
    return bool(mention.prep) and at > 0 and scan.words[at - own_word].norm.removeprefix("و") in _OTHERS


RELATIVES: Final = word_set("nesting", "relatives")


def is_relative(scan: Scan, group: Group) -> bool:
    """Whether the happening is told of what stands before it: the town that they took."""
    return any(word.norm in RELATIVES for word in scan.words[max(0, group.first - 2) : group.first])


def _only_places_between(scan: Scan, inside: list[PlaceMention], one: PlaceMention, other: PlaceMention) -> bool:
    """Whether no more than two words stand between two places but those of other places and "and"."""
    held = {word for mention in inside for word in range(mention.head, mention.last + 1)}
    return sum(word not in held and scan.words[word].norm != "و" for word in range(one.last + 1, other.head)) <= 2
