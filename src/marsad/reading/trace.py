"""Why a report was read as it was: each sentence with its words, voices, triggers and claims, as plain values.

Nothing is read here a second time: `Reader.looks` gives what the reading itself is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.knowledge.origins import Origins
from marsad.model import Claim, Reading, Report, Span
from marsad.reading import confidence
from marsad.reading.acts.happenings import Happening
from marsad.reading.parties.bystanders import DATELINE
from marsad.reading.reader import Look, Reader
from marsad.reading.scan import Scan
from marsad.reading.voices.voices import Voice

MarkSort = Literal["trigger", "rejected", "voice", "party", "place", "date", "number"]


class Known(msgspec.Struct, frozen=True, gc=False):
    """What the lexicon knows of a word or run of words: the sort, the row's name, what it says, and its file and line.

    `form` is how it is inflected, `clitics` what is written together with it.
    """

    sort: str
    name: str
    says: str
    span: Span
    form: str
    clitics: str
    origin: str


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word as written and folded, with all that the lexicon knows to begin at it."""

    text: str
    norm: str
    span: Span
    known: tuple[Known, ...]


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a sentence that means something: `value` is what, `why` the rule or row."""

    sort: MarkSort
    span: Span
    value: str
    why: str


class Heard(msgspec.Struct, frozen=True, gc=False):
    """A voice with the stretch that it governs. No chain: the outlet's own.

    `mode` is empty, `denied`, `expected`, `excluded` (foreseen not to be) or `rebuts` (denies what was told before).
    """

    span: Span
    chain: tuple[tuple[str, str, str], ...]
    mode: str
    actor: str


class Seen(msgspec.Struct, frozen=True, gc=False):
    """A trigger; with `why` not empty it is no claim of its own, for that reason."""

    span: Span
    kind: str
    lemma: str
    rule: str
    origin: str
    why: str = ""


#: What makes a claim or a field of it more or less sure: signs with their weights in logits, the heaviest first.
Reasons = Mapping[str, Sequence[tuple[str, float]]]


class SentenceTrace(msgspec.Struct, frozen=True, gc=False):
    """A sentence with all that was found in it, and the claims of the settled reading that rest on it.

    `reasons` tells for each of these, by its id, what its confidence rests on.
    """

    span: Span
    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]
    voices: tuple[Heard, ...]
    triggers: tuple[Seen, ...]
    rejected: tuple[Seen, ...]
    claims: tuple[Claim, ...]
    joined: tuple[Claim, ...]
    reasons: Mapping[str, Reasons]


class Trace(msgspec.Struct, frozen=True, gc=False):
    """A reading with its sentences. `joined` claims of a sentence went into others of the report."""

    reading: Reading
    sentences: tuple[SentenceTrace, ...]

    @property
    def report(self) -> Report:
        return self.reading.document


def trace(reader: Reader, report: Report, origins: Origins | None = None) -> Trace:
    """The reading of a report, and why. `origins` may be shared by several reports."""
    origins = origins or Origins(reader.knowledge)
    looks = list(reader.looks(report))
    reading = reader.settled(report, looks)
    kept = {claim.id for claim in reading.claims}
    homes = _homes(looks, reading.claims)
    weights = reader.weights
    reasons = {
        claim.id: {field: confidence.reasons(signs, weights, field) for field in confidence.FIELDS}
        for claim, signs in zip(reading.claims, confidence.signs_of(reading.claims), strict=True)
    }
    sentences = [
        _sentence(look, tuple(claims), tuple([c for c in look.claims if c.id not in kept]), reasons, origins)
        for look, claims in zip(looks, homes, strict=True)
    ]
    return Trace(reading, tuple(sentences))


def _homes(looks: Sequence[Look], claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims by the sentence that their trigger stands in."""
    homes: list[list[Claim]] = [[] for _ in looks]
    for claim in claims:
        before = [at for at, look in enumerate(looks) if look.sight.scan.sentence.start <= claim.trigger.start]
        homes[before[-1] if before else 0].append(claim)
    return homes


def _sentence(
    look: Look,
    claims: tuple[Claim, ...],
    joined: tuple[Claim, ...],
    reasons: Mapping[str, Reasons],
    origins: Origins,
) -> SentenceTrace:
    scan = look.sight.scan
    happened, rejected = _happened(look, origins), tuple(_rejected(look, origins))
    marks = [*_marks(look, happened, rejected)]
    return SentenceTrace(
        Span(scan.sentence.start, scan.sentence.end),
        tuple(_tokens(scan, origins)),
        tuple(sorted(marks, key=lambda mark: mark.span)),
        tuple([_heard(scan, voice) for voice in look.voices]),
        happened,
        rejected,
        claims,
        joined,
        {claim.id: reasons[claim.id] for claim in claims},
    )


def _span(scan: Scan, first: int, last: int) -> Span:
    return Span(scan.words[first].start, scan.words[last].end)


# --- words --------------------------------------------------------------------------------------------------


def _tokens(scan: Scan, origins: Origins) -> Iterator[Token]:
    for at, word in enumerate(scan.words):
        known = dict.fromkeys(_known(scan, match, origins) for match in scan.here(at))
        span = Span(word.start, word.end)
        yield Token(span.of(scan.text), word.norm, span, tuple(known))


def _known(scan: Scan, match: Match, origins: Origins) -> Known:
    name, says = _told(match)
    span = _span(scan, match.first, match.last)
    return Known(match.sort, name, says, span, _form(match.form), _clitics(match), origins.of(match))


def _told(match: Match) -> tuple[str, str]:
    """The name of a row and what it says."""
    each: Any = match.payload
    match type(each).__name__:
        case "Trigger":
            return each.lemma, f"{each.kind}, {each.strength}"
        case "Cue":
            return each.lemma, " ".join(filter(None, (each.cue, each.value)))
        case "LightVerb":
            return each.lemma, "light verb"
        case "Actor":
            return each.name_ar, each.id
        case "LocalActor":
            return each.actor.name_ar, f"{each.actor.id} in {', '.join(sorted(each.countries))}"
        case "Country":
            return each.name_ar, each.id
        case "Force" | "Person":
            return each.lemma, each.group
        case "PlaceRow":
            area = ", ".join(filter(None, (each.admin1, each.country)))
            return each.name, f"{each.type} in {area}" + (", only behind a cue" if each.needs_cue else "")
        case "PlaceCue":
            return each.lemma, f"{each.role} {each.type}".strip()
        case "WeaponWord":
            return each.label, each.kind
        case "CountNoun":
            return "", f"counts {each.counts}"
        case "Outlet":
            return each.name, each.kind
        case _:
            return str(each), "reports nothing"


def _form(form: object) -> str:
    """How a match is inflected: tense, voice and person of a verb, number of a noun."""
    if isinstance(form, tuple):
        return " ".join(str(part) for part in form if part)
    return str(form or "")


def _clitics(match: Match) -> str:
    """What is written together with a word: و+ ب+ ال+ … +ها."""
    worn = match.clitics
    before = [f"{part}+" for part in (worn.lead, worn.prep, "ال" if worn.definite else "") if part]
    return " ".join([*before, f"+{worn.suffix}"] if worn.suffix else before)


# --- findings -----------------------------------------------------------------------------------------------


def _marks(look: Look, happened: Sequence[Seen], rejected: Sequence[Seen]) -> Iterator[Mark]:
    scan = look.sight.scan
    for each in happened:
        yield Mark("trigger", each.span, each.kind, each.rule)
    for doubt in rejected:
        if not any(doubt.span.overlaps(each.span) for each in happened):
            yield Mark("rejected", doubt.span, doubt.kind, f"{doubt.rule}: {doubt.why}")
    for voice in look.voices:
        for source in voice.chain:
            if source.span is not None and _within(scan, source.span):
                yield Mark("voice", source.span, source.kind, source.why)
    for mention in look.sight.parties:
        party = mention.party(scan)
        if party.span is not None and mention.group != DATELINE:
            yield Mark("party", party.span, party.id or "not in the actor files", party.why)
    if not look.happenings:
        for match in (*scan.of("actor"), *scan.of("country")):
            why = f"{match.sort}; roles are not asked for where nothing happens"
            yield Mark("party", _span(scan, match.first, match.last), match.payload.id, why)
    for place in look.sight.places:
        yield Mark("place", _span(scan, place.head, place.last), f"{place.name} ({place.type})", place.why)
    for dated in scan.dates:
        value = f"{dated.date.first}…{dated.date.last}" if dated.date.first != dated.date.last else dated.date.first
        yield Mark("date", _span(scan, dated.first, dated.last), str(value), dated.date.basis)
    for counted in scan.numbers:
        low, high = counted.number.low, counted.number.high
        value = f"{low:g}+" if high is None else f"{low:g}" if low == high else f"{low:g}-{high:g}"
        yield Mark("number", _span(scan, counted.first, counted.last), value, counted.number.basis)


def _within(scan: Scan, span: Span) -> bool:
    return scan.sentence.start <= span.start and span.end <= scan.sentence.end


def _heard(scan: Scan, voice: Voice) -> Heard:
    chain = tuple([(source.name, source.kind, source.why) for source in voice.chain])
    return Heard(_span(scan, voice.first, voice.last), chain, voice.mode, voice.actor or "")


def _rule(each: Happening) -> str:
    carrier = f" with {each.light.payload.lemma}" if each.light else ""
    weapon = f", weapon {each.weapon.payload.label}" if each.weapon else ""
    return f"{each.trigger.pos} {each.trigger.lemma}{carrier}{weapon}"


def _happened(look: Look, origins: Origins) -> tuple[Seen, ...]:
    """The triggers that a claim is made of: those that no stage doubted."""
    scan = look.sight.scan
    doubted = {id(match) for match, _ in scan.doubts}
    return tuple(
        Seen(_span(scan, each.first, each.last), each.kind, each.trigger.lemma, _rule(each), origins.of(each.match))
        for each in look.happenings
        if id(each.match) not in doubted
    )


def _cover(scan: Scan, hidden: Match, origins: Origins) -> str:
    """The longer name or phrase that a trigger is only a part of."""
    for match in scan.matches:
        if match.first <= hidden.first and hidden.last <= match.last and match.last > match.first:
            return f"part of {match.sort} {_told(match)[0]} ({origins.of(match)})"
    return "part of a longer name"


def _rejected(look: Look, origins: Origins) -> Iterator[Seen]:
    """The triggers that are no claim, in their order; each row once at a word."""
    scan = look.sight.scan
    hidden = [(m, _cover(scan, m, origins)) for m in scan.covered if type(m.payload) is Trigger]
    told: set[tuple[Trigger, int, str]] = set()
    for match, why in sorted([*scan.doubts, *hidden], key=lambda doubt: doubt[0].first):
        trigger: Trigger = match.payload
        if (trigger, match.first, why) not in told:
            told.add((trigger, match.first, why))
            span, rule = _span(scan, match.first, match.last), f"{trigger.pos} {trigger.lemma}"
            yield Seen(span, trigger.kind, trigger.lemma, rule, origins.of(match), why)
