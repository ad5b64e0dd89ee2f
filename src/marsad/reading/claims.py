"""Stage 10: a group of happenings becomes a claim with all its fields, one for each place that it lists."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from marsad.arabic.calendar import find_dates
from marsad.knowledge.lexicon import Match
from marsad.model import Claim, Modality, Party, Period, Place, Source, Span, Weapon
from marsad.reading import factuality
from marsad.reading.aspects import aspect
from marsad.reading.counts import count_all
from marsad.reading.grouping import Group
from marsad.reading.parties import Mention
from marsad.reading.places import RANK, Map, PlaceMention, carried, resolve
from marsad.reading.roles import Roles, find_roles
from marsad.reading.scan import Dated, Scan
from marsad.reading.triggers import Happening

#: Kinds that lead somewhere: what follows "من" is where it came from.
_MOVING: Final = frozenset(("movement", "patrol"))
#: Kinds that are told of places: one claim for each place that they list.
_LISTED: Final = frozenset(
    (
        "shelling", "air_strike", "attack", "clash", "capture", "raid", "arrest", "protest", "deployment",
        "withdrawal", "patrol", "destruction", "movement",
    )
)  # fmt: skip
#: Kinds that happen between parties: without a place of their own they have none.
_PLACELESS: Final = frozenset(("accusation", "request", "threat", "sanction"))


#: Kinds that are done once: "since 2017" tells when they were.
_ONCE: Final = frozenset(("capture", "handover", "agreement", "withdrawal", "deployment", "operation", "release"))
#: How far before a relative clause the place that it is about may stand, in words.
_ANTECEDENT: Final = 10
#: What somebody does by speaking is done when the report is written, not when what it tells of happened.
_SPEECH: Final = frozenset(("accusation", "request", "threat", "sanction", "meeting", "agreement", "aid"))
#: For how many sentences a place stays in mind.
_CARRIED: Final = 2


@dataclass(slots=True)
class Story:
    """What the report has told so far and later sentences lean on: its day, its last place and time."""

    published: date | None
    chart: Map
    lead_place: Place | None = None
    place: Place | None = None
    placed_in: int = 0
    agent: tuple[Party, ...] = ()
    acted_in: int = -9
    sentence: int = 0
    when: Period | None = None
    used: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sight:
    """One sentence with all that the stages before found in it."""

    scan: Scan
    parties: Sequence[Mention]
    places: Sequence[PlaceMention]
    groups: Sequence[Group]
    requests: Sequence[Happening]


def claims_of(sight: Sight, at: int, story: Story, report_id: str) -> Iterator[Claim]:
    """The claims of one group of a sentence."""
    scan, group = sight.scan, sight.groups[at]
    first, last = _extent(sight, at)
    each = group.lead
    parties = find_roles(scan, group.members, group.voice, sight.parties, first, last)
    polarity = factuality.polarity(scan, each, group.voice)
    modality = factuality.modality(scan, each, group.voice, list(sight.requests))
    counts = count_all(scan, group.members, first, last, group.kind) if polarity == "affirmed" else {}
    harmed = counts or _numbered(scan, first, last) or any(_tells_harm(scan, each) for each in group.members)
    if polarity == "affirmed" and group.only_harm and not harmed:
        _drop(scan, group, "people are spoken of: no count, and no act that harmed them")
        return  # "the number of victims": people are spoken of, no happening is told
    if each.trigger.strength == "weak" and not each.is_verb and not (each.light or parties.initiator or counts):
        _drop(scan, group, "a weak noun that nobody is said to do (triggers.csv, column strength)")
        return  # talks, a deadline, a donation that nobody is said to make
    when = _when(sight, at, first, last, story, modality)
    if not counts and polarity == "affirmed" and modality != "planned" and _is_topic(sight, group, parties, when):
        _drop(scan, group, "only spoken of: no verb, no party, no place and no time of its own")
        return
    if modality == "happened" and factuality.to_come(each, when, story.published):
        modality = "planned"
    places = _places(sight, group, first, last, story, counted=bool(counts))
    weapon = _weapon(scan, next((member.weapon for member in group.members if member.weapon), None))
    evidence = Span(scan.words[first].start, scan.words[last].end)
    initiator = _initiator(scan, group, parties, story)
    trigger = Span(scan.words[each.first].start, scan.words[each.last].end)
    target = tuple([mention.party(scan) for mention in parties.target])
    told_by = _attribution(group, bool(parties.initiator))
    phase = aspect(scan, group, first, last) if polarity == "affirmed" else None
    sites: list[Place | None] = [*places] or [None]
    for place in sites:
        yield Claim(
            id=_claim_id(story, report_id, group.kind, evidence, place),
            kind=group.kind,
            evidence=evidence,
            trigger=trigger,
            initiator=initiator,
            target=target,
            place=place,
            when=when,
            counts=counts,
            weapon=weapon,
            modality=modality,
            polarity=polarity,
            aspect=phase,
            attribution=told_by,
            why=_rule(each),
        )  # fmt: skip


def _tells_harm(scan: Scan, each: Happening) -> bool:
    """Whether a verb tells that somebody was harmed, be they counted or named; not "the one who was killed"."""
    return each.is_verb and not (each.first and scan.words[each.first - 1].norm in _RELATIVES)


def _drop(scan: Scan, group: Group, why: str) -> None:
    for each in group.members:
        scan.doubt(each.match, why)


def _is_topic(sight: Sight, group: Group, parties: Roles, when: Period | None) -> bool:
    """Whether acts are only spoken of: a noun that no verb carries, with nobody who does or suffers it, no place of
    its own and no time.
    """
    if group.kind not in _TOPICAL or any(each.is_verb or each.light for each in group.members):
        return False
    own_time = when is not None and when.span is not None
    placed = any(group.first - 4 <= place.first <= group.last + 10 for place in sight.places)
    return not (own_time or placed or parties.initiator or parties.target)


#: Kinds that papers speak about without telling that they happened.
_TOPICAL: Final = frozenset(
    ("attack", "explosion", "suicide_bombing", "abduction", "clash", "shelling", "air_strike", "capture", "arrest")
)


def _numbered(scan: Scan, first: int, last: int) -> bool:
    return any(first <= number.first <= last for number in scan.numbers)


def _weapon(scan: Scan, match: Match | None) -> Weapon | None:
    if match is None:
        return None
    span = Span(scan.words[match.first].start, scan.words[match.last].end)
    return Weapon(match.payload.label, span.of(scan.text), span)


def _rule(each: Happening) -> str:
    carrier = f" with {each.light.payload.lemma}" if each.light else ""
    return f"{each.trigger.pos} {each.trigger.lemma}{carrier}"


def _initiator(scan: Scan, group: Group, parties: Roles, story: Story) -> tuple[Party, ...]:
    """Who did it; where a verb has no subject of its own, who did what was told right before."""
    found = tuple(mention.party(scan) for mention in parties.initiator)
    if found:
        if any(party.id for party in found):
            story.agent, story.acted_in = found, story.sentence
        return found
    lead = group.lead
    elided = lead.is_verb and lead.match.clitics.lead and not lead.harm and lead.trigger.frame in ("does", "acts")
    if not elided or story.sentence - story.acted_in > 1:
        return ()
    patients = {mention.id for mention in parties.target if mention.id}
    return tuple(
        replace(party, why=f"taken up: {party.why}") for party in story.agent if party.id and party.id not in patients
    )


def _attribution(group: Group, has_initiator: bool) -> tuple[Source, ...]:
    """Who says so. Who asks, accuses or threatens by speaking is the initiator, and no source of it."""
    if group.voice is None:
        return ()
    own_word = group.kind in ("accusation", "request", "threat") and not has_initiator
    return group.voice.chain[1:] if own_word else group.voice.chain


def _claim_id(story: Story, report_id: str, kind: str, evidence: Span, place: Place | None) -> str:
    """Stable over re-reading: the report, the kind, where it stands and the place."""
    key = f"{report_id}|{kind}|{evidence.start}|{place.name if place else ''}"
    count = story.used[key] = story.used.get(key, 0) + 1
    return "c" + hashlib.sha256(f"{key}|{count}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _extent(sight: Sight, at: int) -> tuple[int, int]:
    """The words that belong to one group: up to its neighbours, cut at a joint between them."""
    groups, scan = sight.groups, sight.scan
    group = groups[at]
    first, last = 0, len(scan.words) - 1
    if group.voice is not None and group.voice.at < group.first and group.voice.at >= group.voice.first:
        first = group.voice.at
    if at > 0:
        first = max(first, _joint(scan, groups[at - 1].last, group.first))
    if at + 1 < len(groups):
        following = groups[at + 1]
        last = min(last, _joint(scan, group.last, following.first) - 1)
    return min(first, group.first), max(last, group.last)


def _joint(scan: Scan, low: int, high: int) -> int:
    """The word at which the second of two neighbours begins: a joint, a verb of saying, a comma, else itself."""
    if high <= low:
        return high
    cues = [cue.first for name in ("boundary", "topic") for cue in scan.cue(name) if low < cue.first <= high]
    if cues:
        return max(cues)
    commas = [comma for comma in scan.commas if low < comma <= high]
    leads = [word for word in range(low + 1, high + 1) if scan.words[word].norm[:1] == "و" and word >= high - 2]
    return max(commas) if commas else (max(leads) if leads else high)


def _when(sight: Sight, at: int, first: int, last: int, story: Story, modality: Modality) -> Period | None:
    scan, group = sight.scan, sight.groups[at]
    dated = _nearest_date(scan, first, last, group, only=len(sight.groups) == 1)
    if dated is not None:
        found = _period(scan, dated, group.kind, story.published)
        if modality != "happened" and story.published and dated.date.basis == "weekday" and found.end < story.published:
            week = timedelta(days=7)  # what is planned for Wednesday is for the next
            found = replace(found, start=found.start + week, end=found.end + week)
        if (
            story.when is None
            and modality == "happened"
            and _is_main_day(dated, story.published)
            and not factuality.background(scan, first)
        ):
            story.when = found
        return found
    if modality != "happened" or factuality.habitual(scan, first, last) or factuality.background(scan, first):
        return None
    if story.when is not None and group.kind not in _SPEECH:
        return Period(
            story.when.start,
            story.when.end,
            story.when.precision,
            None,
            "the day of the report's event before",
        )
    if story.published is None:
        return None
    return Period(
        story.published - timedelta(days=1),
        story.published,
        "day",
        None,
        "the day of publication and the day before",
    )


def _period(scan: Scan, dated: Dated, kind: str, published: date | None) -> Period:
    """The time of a date; "since" is the beginning of what is done once, and a stretch up to today of what goes on."""
    words = Span(scan.words[dated.first].start, scan.words[dated.last].end)
    told = dated.date
    if told.basis == "since" and kind in _ONCE:
        inner = find_dates(words.of(scan.text).split(maxsplit=1)[-1], published)
        if inner:
            return Period(inner[0].first, inner[0].last, inner[0].precision, words, "since: when it began")
    before = {word.norm for word in scan.words[max(0, dated.first - 3) : dated.first]}
    if before & {"منذ", "ومنذ"} and kind not in _ONCE and published is not None and told.last < published:
        return Period(told.first, published, "range", words, "since")
    return Period(told.first, told.last, told.precision, words, told.basis)


def _is_main_day(dated: Dated, published: date | None) -> bool:
    """Whether a date may be the time that the report is about: a day that is no old one, or the month just past."""
    if dated.date.precision not in ("day", "part_of_day", "night"):
        month = timedelta(days=27) <= dated.date.last - dated.date.first <= timedelta(days=31)
        return month and published is not None and timedelta(0) <= published - dated.date.last <= timedelta(days=7)
    return published is None or timedelta(-1) <= published - dated.date.last <= timedelta(days=3)


def _nearest_date(scan: Scan, first: int, last: int, group: Group, *, only: bool) -> Dated | None:
    inside = [dated for dated in scan.dates if first <= dated.first <= last]
    if inside:
        return min(inside, key=lambda dated: (_distance(dated, group), dated.date.last - dated.date.first))
    before = [dated for dated in scan.dates if dated.last < first and (only or dated.first <= 6)]
    return before[-1] if before else None


def _distance(dated: Dated, group: Group) -> int:
    if group.first <= dated.first <= group.last:
        return 0
    return min(abs(dated.first - group.last), abs(group.first - dated.last))


def _places(sight: Sight, group: Group, first: int, last: int, story: Story, *, counted: bool) -> list[Place]:
    """Where a claim is: its own places, else those of its sentence, else the place carried over."""
    scan = sight.scan
    begin = first - _ANTECEDENT if _is_relative(scan, group) else first
    inside = [mention for mention in sight.places if begin <= mention.first <= last and _locates(sight, mention, group)]
    if not inside and len(sight.groups) == 1:
        inside = [mention for mention in sight.places if _locates(sight, mention, group)]
    if inside:
        chosen = _listed(scan, inside, group)
        if counted and len(chosen) > 1:  # a toll that cannot be split over its places stands at their common place
            chosen = [next((m for m in inside if m.rank >= RANK["area"] and m.first > chosen[-1].last), chosen[0])]
        found = [resolve(mention, story.chart, _beside(inside, mention), scan) for mention in chosen]
        story.place, story.placed_in = found[0], story.sentence
        story.lead_place = story.lead_place or found[0]
        return found
    if group.kind in _PLACELESS:
        return []
    recent = story.sentence - story.placed_in <= _CARRIED
    place = story.place if story.place and recent else story.lead_place
    return [carried(place)] if place else []


def _beside(inside: Sequence[PlaceMention], mention: PlaceMention) -> list[PlaceMention]:
    return [other for other in inside if other is not mention and abs(other.first - mention.first) <= 12]


def _locates(sight: Sight, mention: PlaceMention, group: Group) -> bool:
    """Whether a place tells where: not where somebody came from, nor a country that acts."""
    if group.kind in _MOVING and mention.prep == "من":
        return False
    if (
        not mention.prep
        and mention.head == mention.first
        and (mention.type == "country" or _is_capital(sight, mention))
    ):
        return not any(party.first <= mention.first <= party.last and not party.prep for party in sight.parties)
    before = sight.scan.words[mention.head - 1].norm if mention.head else ""
    return before not in ("مصدره", "مصدرها", "ابناء", "اهالي", "ابن")


def _is_capital(sight: Sight, mention: PlaceMention) -> bool:
    return bool(sight.scan.at("metonym", mention.first))


def _listed(scan: Scan, inside: list[PlaceMention], group: Group) -> list[PlaceMention]:
    """The places that a claim is about: the most specific near its words, with those of the same rank listed beside."""
    if len(inside) == 1:
        return inside
    relative = _is_relative(scan, group)
    lead = group.lead
    chains = _chains(inside)
    best = min(
        chains,
        key=lambda chain: (
            all(m.rank >= RANK["admin1"] for m in chain),
            chain[0].near,
            (chain[0].first < group.first) != relative,
            abs(chain[0].head - lead.last),
        ),
    )
    inner = [mention for mention in best if not mention.near] or best
    rank = min(mention.rank for mention in inner)
    head = next(mention for mention in inner if mention.rank == rank)
    if group.kind not in _LISTED or rank >= RANK["admin1"] or head.type == "quarter":
        return [head]
    found = [head]
    for mention in inside[inside.index(head) + 1 :]:
        gap = mention.head - found[-1].last - 1
        listed = mention.lead == "و" or (gap <= 0 and mention.first > found[-1].last)
        if mention.rank <= max(rank, RANK["town"]) and listed and _only_places_between(inside, found[-1], mention):
            found.append(mention)
    return found


def _is_relative(scan: Scan, group: Group) -> bool:
    """Whether the happening is told of what stands before it: the town that they took."""
    return any(scan.words[at].norm in _RELATIVES for at in range(max(0, group.first - 2), group.first))


_RELATIVES: Final = frozenset(("التي", "الذي", "اللتين", "حيث", "الذين"))


def _only_places_between(inside: list[PlaceMention], one: PlaceMention, other: PlaceMention) -> bool:
    held = {word for mention in inside for word in range(mention.head, mention.last + 1)}
    return sum(word not in held for word in range(one.last + 1, other.head)) <= 2


def _chains(mentions: list[PlaceMention]) -> list[list[PlaceMention]]:
    """Places nested in one another (في بلدة X بريف Y) as one chain."""
    chains: list[list[PlaceMention]] = []
    for mention in mentions:
        if chains and mention.head - chains[-1][-1].last <= 3:
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains
