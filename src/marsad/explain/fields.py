"""The fields of a claim as rows that page and terminal show alike: what it says, in which words, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from marsad.model import COUNT_NAMES, Claim, Confidence, Place, Report, Span
from marsad.reading.trace import Reasons, Seen
from marsad.terminal import day, number


class Field(msgspec.Struct, frozen=True, gc=False):
    """One field: its name in both languages, its value, the words it was read from (none: inferred), and why."""

    name: str
    name_ar: str
    value: str
    words: str
    why: str


def fields_of(claim: Claim, report: Report, reasons: Reasons) -> Iterator[Field]:
    """The fields of a claim in the order in which people ask: who, whom, where, when, how many, says who, how sure."""

    def words(span: Span | None) -> str:
        return " ".join(span.of(report.text).split()) if span is not None else ""

    yield Field("trigger", "الدليل", claim.kind, words(claim.trigger), claim.why)
    for party in claim.initiator:
        yield Field("who", "الفاعل", party.id or "not in the actor files", words(party.span) or party.text, party.why)
    for party in claim.target:
        yield Field(
            "to whom", "المتأثر", party.id or "not in the actor files", words(party.span) or party.text, party.why
        )
    if claim.place is not None:
        yield Field("where", "المكان", _place(claim.place), words(claim.place.span), claim.place.why)
    if claim.when is not None:
        value = f"{day(claim.when)} ({claim.when.precision})"
        yield Field("when", "الزمان", value, words(claim.when.span), claim.when.why)
    for name in COUNT_NAMES:
        if name in claim.counts:
            tally = claim.counts[name]
            yield Field(name, _COUNTS_AR[name], number(tally.low, tally.high), words(tally.span), tally.why)
    if claim.weapon is not None:
        yield Field("with", "الوسيلة", claim.weapon.label, words(claim.weapon.span), "weapons.csv")
    if claim.aspect is not None:
        yield Field("aspect", "الطور", claim.aspect, "", "light_verbs.csv, column aspect, and cues.csv, cues aspect")
    for framing in claim.framing:
        yield Field("at a distance", "بتحفظ", framing.sort, words(framing.span) or framing.text, framing.why)
    for source in claim.attribution:
        yield Field("says", "بحسب", source.kind, words(source.span) or source.name, source.why)
    if not claim.attribution:
        yield Field("says", "بحسب", "the outlet itself", report.outlet or "", "no other voice governs the trigger")
    if claim.confidence is not None:
        yield from _sureness(claim.confidence, reasons)


#: A field that is right less often than this is shown with its reasons; the claim as a whole always is.
_SURE = 0.75
#: How many reasons are shown.
_SHOWN = 4


def _sureness(confidence: Confidence, reasons: Reasons) -> Iterator[Field]:
    for name in Confidence.__struct_fields__:
        chance = getattr(confidence, name)
        if name == "claim" or chance < _SURE:
            why = "; ".join(f"{sign} {weight:+.2f}" for sign, weight in reasons.get(name, ())[:_SHOWN])
            yield Field("how sure", "الثقة", f"{name} {chance:.2f}", "", why)


def _place(place: Place) -> str:
    area = ", ".join(part for part in (place.admin1, place.country) if part and part != place.name)
    point = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon is not None else "no point"
    radius = f" ±{place.radius_km:g} km" if place.radius_km else ""
    return f"{place.name}" + (f" ({area})" if area else "") + f" [{point}{radius}, {place.precision}]"


_COUNTS_AR = {
    "killed": "قتلى",
    "wounded": "جرحى",
    "arrested": "معتقلون",
    "abducted": "مخطوفون",
    "displaced": "نازحون",
    "released": "مفرج عنهم",
    "vehicles": "آليات",
    "troops": "جنود",
}


def joined(seen: Sequence[Seen]) -> list[Seen]:
    """Triggers with those of one word and one reason in one row: a verb that stands in the file for several kinds."""
    groups: dict[tuple[Span, str], list[Seen]] = {}
    for each in seen:
        groups.setdefault((each.span, each.why), []).append(each)
    return [
        replace(
            group[0],
            kind=_each_once(each.kind for each in group),
            rule=_each_once(each.rule for each in group),
            origin=_each_once(_short(each.origin, at) for at, each in enumerate(group)),
        )
        for group in groups.values()
    ]


def _each_once(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(values))


def _short(origin: str, at: int) -> str:
    """Our file is named once, before the first of its lines."""
    return origin.removeprefix("triggers.csv, line ") if at else origin
