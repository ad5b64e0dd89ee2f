"""What leaves the house names no private person.

A name of a victim can stand in a sentence, a headline, the words of a party, or as the voice of a claim.
Redaction takes out all four and keeps what an analyst counts with: kinds, days, places, numbers, actors of
the actor files, and who of the public voices says so. Offsets stay: whoever has the report can look up every
sentence.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from marsad.model import Claim, Event, EventTally, Framing, Party, Reading, Source, Voice, VoiceTally

#: Actors who are private persons, whatever words the report has for them.
CIVILIANS = "CIVILIANS"
CIVILIAN_WORD = "civilian"
UNKNOWN_WORD = "unidentified"
PERSON_WORD = "a named person"


def redact_reading(reading: Reading) -> Reading:
    """The reading without its text, its headline, its author and the words of private parties."""
    document = replace(reading.document, text="", title=None, author=None, omitted=(), origin=None)
    return Reading(document, tuple(map(redact_claim, reading.claims)))


def redact_claim(claim: Claim) -> Claim:
    """The claim with parties and voices that may be private persons replaced by their class."""
    return replace(
        claim,
        initiator=tuple(map(_party, claim.initiator)),
        target=tuple(map(_party, claim.target)),
        attribution=tuple(map(_source, claim.attribution)),
        framing=tuple(map(_framing, claim.framing)),
    )


def redact_event(event: Event) -> Event:
    """The event with parties and voices that may be private persons replaced by their class."""
    private = {voice.name for voice in event.voices if voice.kind == "person"}
    return replace(
        event,
        initiator=tuple(map(_party, event.initiator)),
        target=tuple(map(_party, event.target)),
        counts={name: _tally(tally, private) for name, tally in event.counts.items()},
        denied_by=tuple(PERSON_WORD if name in private else name for name in event.denied_by),
        voices=tuple(map(_voice, event.voices)),
    )


def _party(party: Party) -> Party:
    if party.id is None:
        return replace(party, text=UNKNOWN_WORD, why="")
    if re.split(r"[.:]", party.id)[0] == CIVILIANS:
        return replace(party, text=CIVILIAN_WORD, why="")
    return party


def _source(source: Source) -> Source:
    return replace(source, name=PERSON_WORD, why="") if source.kind == "person" else source


def _framing(framing: Framing) -> Framing:
    """Fixed phrases stay; what was set in quotation marks may name somebody."""
    return replace(framing, text="") if framing.sort == "quoted" else framing


def _voice(voice: Voice) -> Voice:
    return replace(voice, name=PERSON_WORD) if voice.kind == "person" else voice


def _tally(tally: EventTally, private: set[str]) -> EventTally:
    by_voice = tuple(
        VoiceTally(PERSON_WORD, said.low, said.high) if said.voice in private else said for said in tally.by_voice
    )
    return replace(tally, by_voice=by_voice)
