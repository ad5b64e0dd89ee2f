"""Stage 10: a group of happenings becomes a claim with all its fields, one for each place that it lists."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.compiling import mypyc_attr
from marsad.knowledge.lexicon import Match
from marsad.model import Claim, CountName, Modality, Period, Place, Polarity, Source, Span, Tally, Weapon
from marsad.reading.acts.aspects import aspect
from marsad.reading.acts.complements import OWNED
from marsad.reading.acts.happenings import Happening
from marsad.reading.acts.topics import is_explained, is_matter, spoken_of
from marsad.reading.counts.counts import count_all
from marsad.reading.counts.patients import PRONOUN
from marsad.reading.counts.people_numbers import tally_of
from marsad.reading.factuality import factuality
from marsad.reading.factuality.attempts import is_tried
from marsad.reading.factuality.plans import is_aim, supposed, to_come
from marsad.reading.groups.extents import extent_of
from marsad.reading.groups.groups import Group
from marsad.reading.kinds import SPEECH
from marsad.reading.parties.cast import Mention
from marsad.reading.places.nesting import RELATIVES
from marsad.reading.places.siting import places_of, shares_of
from marsad.reading.roles.candidates import names_voice
from marsad.reading.roles.roles import Roles, find_roles
from marsad.reading.scan import Scan
from marsad.reading.story import Sight, Story
from marsad.reading.times.clock import is_own
from marsad.reading.times.times import time_of
from marsad.reading.voices.framing import find_framing
from marsad.reading.voices.speech_marks import has_source_head
from marsad.reading.word_sets import word_set


@mypyc_attr(acyclic=True)
class _Draft:
    """What one group of a sentence tells, at words `[first, last]`, before it is decided whether that is a claim."""

    __slots__ = ("at", "counts", "first", "group", "last", "modality", "parties", "polarity", "sight")

    def __init__(
        self, sight: Sight, at: int, first: int, last: int, parties: Roles, polarity: Polarity, modality: Modality,
        counts: dict[CountName, Tally],
    ) -> None:  # fmt: skip
        self.sight: Final = sight
        self.at: Final = at
        self.first: Final = first
        self.last: Final = last
        self.parties: Final = parties
        self.polarity: Final = polarity
        self.modality: Final = modality
        self.counts: Final = counts
        self.group: Final = sight.groups[at]

    def planned(self) -> _Draft:
        """The same as what is to come."""
        return _Draft(self.sight, self.at, self.first, self.last, self.parties, self.polarity, "planned", self.counts)

    @property
    def tolled(self) -> bool:
        """Whether it bears a toll of its own."""
        return any(tally.why != PRONOUN for tally in self.counts.values())


def claims_of(sight: Sight, at: int, story: Story, report_id: str) -> Iterator[Claim]:
    """The claims of one group of a sentence."""
    draft = _drafted(sight, at)
    scan, group = sight.scan, draft.group
    if objection := _objection(draft):
        _drop(scan, group, objection)
        return
    when = time_of(scan, sight.groups, at, (draft.first, draft.last), story.clock, draft.modality)
    told = draft.counts and (_numbered(scan, draft.first, draft.last) or not is_matter(scan, group))
    topic = "" if told or draft.polarity != "affirmed" else spoken_of(sight, at, draft.parties, when, draft.modality)
    if topic:
        _drop(scan, group, topic)
        return
    if draft.modality == "happened" and to_come(group.members, when, story.clock.published):
        draft = draft.planned()
    yield from _placed(draft, when, story, report_id)


def _drafted(sight: Sight, at: int) -> _Draft:
    """What a group tells: its extent, its parties, how real it is, and its counts."""
    scan, group = sight.scan, sight.groups[at]
    first, last = extent_of(sight, at)
    parties = find_roles(scan, group.members, group.voice, sight.parties, first, last)
    if group.kind == "interception" and not parties.target:
        parties = Roles(parties.initiator, _who_fired(sight, at + 1))
    if group.only_harm and not parties.initiator:
        parties = Roles(_who_raided(sight, at + 1), parties.target)
    polarity = factuality.polarity(scan, group.lead, group.voice)
    modality = _modality(sight, group)
    counts = count_all(scan, group.members, first, last, group.kind) if polarity == "affirmed" else {}
    if "killed" in counts and any(_is_attempt(each) and each.harm for each in group.members):
        counts = {name: tally for name, tally in counts.items() if name != "killed"}
    return _Draft(sight, at, first, last, parties, polarity, modality, counts)


def _modality(sight: Sight, group: Group) -> Modality:
    """How real a group is to its source: as its lead is, or the verb before it of the same act (قد تضطر إلى النزوح)."""
    scan, requests = sight.scan, list(sight.requests)
    found = factuality.modality(scan, group.lead, group.voice, requests)
    verbs = (each for each in group.members if each.is_verb and not each.harm and each.start < group.lead.start)
    for verb in verbs if found == "happened" else ():
        found = factuality.modality(scan, verb, group.voice, requests)
    told = found == "requested" and any(factuality.is_past_cause(scan, each) for each in group.members if each.harm)
    return "happened" if told else found


#: Kinds that are ordered of others, whom the noun need not name: أمر السكان بإخلاء منازلهم.
_ORDERED: Final = frozenset(("displacement", "withdrawal", "handover", "release", "restriction"))

#: Kinds of which "for" tells a purpose: a search that forces set out for was made, a battle was not.
_AIMS: Final = frozenset(
    (
        "attack", "explosion", "abduction", "clash", "shelling", "air_strike", "capture", "destruction", "arrest",
        "release",
    )
)  # fmt: skip


def _objection(draft: _Draft) -> str:
    """Why what a group tells is no claim; empty where it is one."""
    scan, group, each = draft.sight.scan, draft.group, draft.group.lead
    harmed = draft.tolled or _numbered(scan, draft.first, draft.last)
    harmed = harmed or any(_tells_harm(scan, member) or _is_attempt(member) for member in group.members)
    if group.only_harm and not each.is_verb and scan.norms(each.first - 2, each.first - 1).endswith("من بين"):
        return "only which of the dead are meant: من بين القتلى سبعة أطفال"
    harmed = harmed or is_tried(scan, each)  # حاول مسلحون اغتيال ضابط
    harmed = harmed or (each.light is not None and bool(draft.parties.initiator))  # أقدم مسلحون على قتل صاحب متجر
    if draft.polarity == "affirmed" and group.only_harm and not harmed:  # "the number of victims"
        return "people are spoken of: no count, and no act that harmed them"
    named = draft.parties.initiator or (group.kind in SPEECH and draft.parties.target)
    ordered = draft.modality in ("planned", "requested") and group.kind in _ORDERED
    carried = each.light or named or draft.counts or ordered or len(group.members) > 1
    carried = carried or (group.kind in OWNED and bool(each.match.clitics.suffix))
    carried = carried or (group.kind == "protest" and _is_crowd(scan, each))
    carried = carried or (draft.polarity == "denied" and group.kind not in SPEECH)
    if each.trigger.strength == "weak" and not each.is_verb and not carried:  # talks, a deadline, a donation
        return "a weak noun that nobody is said to do (triggers.csv, column strength)"
    if supposed(scan, each):
        return "only supposed: if, in case (cues.csv, cue expected)"
    # عملية لاعتقال ثلاثة مطلوبين: with a number it is told
    taken = group.kind == "arrest" and _numbered(scan, each.last, draft.last)
    if draft.modality == "happened" and group.kind in _AIMS and not taken and is_aim(scan, each):
        return "only what something else is for: ل before it"
    return ""


def _is_crowd(scan: Scan, each: Happening) -> bool:
    """Whether protesters are told in number, whatever they do: جاب مئات المتظاهرين شوارع المدينة."""
    before = each.first - 1
    return bool(scan.at("person", each.first)) and before in scan.numerals and scan.words[before].norm != "بعض"


def _placed(draft: _Draft, when: Period | None, story: Story, report_id: str) -> Iterator[Claim]:
    """The claims of a draft, one for each place that it tells of."""
    sight, group, first, last = draft.sight, draft.group, draft.first, draft.last
    scan = sight.scan
    local = group.kind in SPEECH and any(_is_local(party) for party in draft.parties.initiator)
    real = draft.modality == "happened" and draft.polarity == "affirmed"
    real = real and not (group.kind == "agreement" and _is_old(when, story))
    places = places_of(sight, group, first, last, story, counted=draft.tolled, local=local, real=real)
    timed = when is not None and is_own(when)
    if not (timed or draft.counts) and (_is_known_and_wished(draft) or (not places and _is_vague(draft))):
        _drop(scan, group, "only spoken of: nowhere, at no time and with no toll")
        return
    claim = _claim(draft, when, _country(places, story), story)
    sites: list[Place | None] = [*places] or [None]
    for place in sites:
        yield replace(claim, id=claim_id(story, report_id, group.kind, claim.evidence, place), place=place)
    numbered = [name for name, tally in draft.counts.items() if tally.why.startswith("number")]
    if len(places) == 1 and draft.tolled and len(numbered) == 1:
        for place, number in shares_of(sight, first, last, story):
            counts = dict.fromkeys(numbered, tally_of(scan, number, number.last))
            yield replace(
                claim, id=claim_id(story, report_id, group.kind, claim.evidence, place), place=place, counts=counts
            )


def _claim(draft: _Draft, when: Period | None, where: tuple[str | None, str | None], story: Story) -> Claim:
    """What a draft claims, without its place and its id; `where` is the country and its part."""
    sight, group, first, last = draft.sight, draft.group, draft.first, draft.last
    scan, lead = sight.scan, group.lead
    _hear(sight, group, story, where)
    parties = _of_states(draft.parties, where, story, group)
    initiator = story.doers.initiator(scan, group, parties, story.sentence, draft.modality)
    return Claim(
        id="",
        kind=group.kind,
        evidence=Span(scan.words[first].start, scan.words[last].end),
        trigger=Span(scan.words[lead.first].start, scan.words[lead.last].end),
        initiator=initiator,
        target=story.doers.target(scan, group, parties, story.sentence, initiator),
        when=when,
        counts=draft.counts,
        weapon=_weapon(scan, next((member.weapon for member in group.members if member.weapon), None)),
        modality=draft.modality,
        polarity=draft.polarity,
        aspect=aspect(scan, group, first, last) if draft.polarity == "affirmed" else None,
        attribution=_attribution(scan, group, bool(parties.initiator)),
        why=_rule(lead),
        framing=find_framing(scan, group, first, last, alone=draft.at + 1 == len(sight.groups)),
    )


#: Within how many words before an act and behind it the spot stands that it is told of.
_SPOT_BEFORE: Final = 4

_SPOT_BEHIND: Final = 10

#: Kinds of violence of which papers talk as much as they tell.
_TALKED_OF: Final = frozenset(
    ("attack", "explosion", "suicide_bombing", "abduction", "clash", "shelling", "air_strike")
)


def _is_vague(draft: _Draft) -> bool:
    """Whether an act of violence is told of as in talk: by a noun that no verb carries, as what is not yet, or by a
    verb with nobody who does it or has it done (الأسلحة تقتل). One that heads a report, or that names a spot, is none.
    """
    group, scan = draft.group, draft.sight.scan
    lead = group.lead
    low, high = group.first - _SPOT_BEFORE, group.last + _SPOT_BEHIND
    if group.kind not in _TALKED_OF or any(low <= head.first <= high for head in scan.of("place_cue")):
        return False
    bare = not any(each.is_verb or each.light for each in group.members)
    if bare and group.first <= 1 and not lead.match.clitics.definite:
        return False  # a headline
    if is_explained(scan, group):
        return False
    if lead.is_verb and lead.match.form.tense == "present" and scan.norms(lead.first - 1, lead.first - 1) in RELATIVES:
        return True  # الشبان الذين يطلقون الصواريخ
    return bare or draft.modality != "happened" or not (draft.parties.initiator or draft.parties.target)


def _is_known_and_wished(draft: _Draft) -> bool:
    """Whether an act that is known is what something is wished of: تعهد بحمايتهم من الاعتداءات التي تطالهم."""
    lead = draft.group.lead
    bare = not any(each.is_verb or each.light for each in draft.group.members)
    return (
        draft.group.kind in _TALKED_OF
        and draft.modality in ("planned", "requested")
        and bool(lead.match.clitics.definite)
        and bare
        and not draft.parties.initiator
    )


def _is_local(party: Mention) -> bool:
    """Whether a party is people where they live or gather: المتظاهرون، الأهالي."""
    return party.id == "CIVILIANS" and party.group != "family"  # ذووهما


def _who_fired(sight: Sight, at: int) -> tuple[Mention, ...]:
    """Those against whom an interception is: who fired what it stops (صاروخا أطلقه الحوثيون)."""
    group = sight.groups[at] if at < len(sight.groups) else None
    if group is None or not (group.lead.is_verb and group.lead.match.clitics.suffix):
        return ()
    return find_roles(sight.scan, group.members, group.voice, sight.parties, *extent_of(sight, at)).initiator


def _who_raided(sight: Sight, at: int) -> tuple[Mention, ...]:
    """Those in whose raid people were hurt and others taken: أصيب شاب واعتقل آخرون خلال اقتحام الجيش البلدة."""
    group = sight.groups[at] if at < len(sight.groups) else None
    if group is None or group.kind != "arrest" or not (group.lead.is_verb and group.lead.match.clitics.lead == "و"):
        return ()
    words = sight.scan.words
    raids = (each for each in group.members if each.kind == "raid" and not each.is_verb)
    if not any(words[each.start - 1].norm in ("خلال", "اثناء") for each in raids):
        return ()
    return find_roles(sight.scan, group.members, group.voice, sight.parties, *extent_of(sight, at)).initiator


#: An agreement of more days ago than these was not made where the report's acts are.
_OLD_DAYS: Final = 14


def _is_old(when: Period | None, story: Story) -> bool:
    """Whether words of its own put an act weeks before the report."""
    day = story.clock.published
    return when is not None and is_own(when) and day is not None and (day - when.end).days > _OLD_DAYS


def _country(places: Sequence[Place], story: Story) -> tuple[str | None, str | None]:
    """The country where a claim is and the part of it (admin1), as far as its place or the report tells."""
    place = places[0] if places else story.lead_place
    told_of = story.chart.countries()
    country = place.country if place else None
    if country not in told_of and len(told_of) == 1:
        (country,) = told_of
    return country, place.admin1 if place and place.country == country else None


def _of_states(parties: Roles, where: tuple[str | None, str | None], story: Story, group: Group) -> Roles:
    """The parties of a claim, a bare army or police being that of the country where the claim is.

    What an army tells that its air defences did is its own deed wherever it is.
    """
    source = group.voice.chain[0] if group.voice is not None and group.voice.chain else None
    own = story.cast.army_of(story.doers.who(group), fold(source.name)) if source is not None else None
    initiator = tuple([story.cast.of_state(each, *(own or where)) for each in parties.initiator])
    return Roles(initiator, tuple([story.cast.of_state(each, *where) for each in parties.target]))


def _tells_harm(scan: Scan, each: Happening) -> bool:
    """Whether a verb tells that somebody was harmed, be they counted or named; not "the one who was killed".

    What tells by whom tells an act: الشاب الذي قتلته الشرطة.
    """
    of_whom = bool(each.first) and scan.words[each.first - 1].norm in RELATIVES
    return each.is_verb and not (of_whom and not each.match.clitics.suffix)


def _is_attempt(each: Happening) -> bool:
    """Whether somebody only tried to kill: حاول مجهولون اغتيال القيادي."""
    return each.light is not None and each.light.payload.lemma == "حاول"


def _drop(scan: Scan, group: Group, why: str) -> None:
    """Note why a group is no claim."""
    for each in group.members:
        scan.doubt(each.match, why)


def _numbered(scan: Scan, first: int, last: int) -> bool:
    """Whether a number stands between two words."""
    return any(first <= number.first <= last for number in scan.numbers)


def _weapon(scan: Scan, match: Match | None) -> Weapon | None:
    """The weapon of a claim, as its words name it."""
    if match is None:
        return None
    span = Span(scan.words[match.first].start, scan.words[match.last].end)
    return Weapon(match.payload.label, span.of(scan.text), span)


def _rule(each: Happening) -> str:
    """The word that a claim rests on, and the verb that carries it."""
    carrier = f" with {each.light.payload.lemma}" if each.light else ""
    return f"{each.trigger.pos} {each.trigger.lemma}{carrier}"


def _hear(sight: Sight, group: Group, story: Story, where: tuple[str | None, str | None]) -> None:
    """Remember which party the speaker is; a bare ministry is that of the country where the claim is."""
    voice = group.voice
    if voice is not None and voice.chain:
        named = [mention for mention in sight.parties if names_voice(sight.scan, mention, voice)]
        named = [story.cast.of_state(mention, *where) for mention in named]
        story.doers.hear(sight.scan, voice, tuple(named), story.sentence)


def _attribution(scan: Scan, group: Group, has_initiator: bool) -> tuple[Source, ...]:
    """Who says so. Who asks, accuses or threatens by speaking is the initiator, and no source of it."""
    voice = group.voice
    if voice is None:
        return ()
    if group.kind not in SPEECH:
        return _each_once(voice.chain) if len(voice.chain) > 1 else voice.chain
    if voice.at < group.first and _turns(scan, voice.at, group):
        return ()
    goes_on = group.lead.is_verb and bool(group.lead.match.clitics.lead or group.lead.match.form.person == "1p")
    return voice.chain[1:] if goes_on and not has_initiator and voice.at < group.first else voice.chain


_MARKS: Final = str.maketrans("", "", "\"«»“”'‘’")


def _each_once(chain: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources of a chain, without one that is named again in other marks: وكالة "أ"، وكالة أ."""
    found: dict[str, Source] = {}
    for source in chain:
        found.setdefault(source.name.translate(_MARKS), source)
    return tuple(found.values())


_MEANWHILE: Final = word_set("claims", "meanwhile")


def _turns(scan: Scan, low: int, group: Group) -> bool:
    """Whether somebody else than the voice before asks or threatens (فيما هدد المحتجون), or he himself (مطالبا)."""
    if any(
        low < cue.last < group.first <= cue.last + 2 and cue.payload.lemma in _MEANWHILE for cue in scan.cue("boundary")
    ):
        return group.lead.is_verb
    if group.lead.is_verb and group.first and scan.words[group.first - 1].norm == "كما":
        return has_source_head(scan, group.lead.last + 1)  # كما اتهم رئيس الأركان
    word = scan.words[group.lead.first]
    return not group.lead.is_verb and scan.text[word.start : word.end].endswith(("اً", "ًا", "ةً"))


def claim_id(story: Story, report_id: str, kind: str, evidence: Span, place: Place | None) -> str:
    """Stable over re-reading: the report, the kind, where it stands and the place."""
    key = f"{report_id}|{kind}|{evidence.start}|{place.name if place else ''}"
    count = story.used[key] = story.used.get(key, 0) + 1
    return "c" + hashlib.sha256(f"{key}|{count}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
