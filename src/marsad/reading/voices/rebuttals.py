"""Stage 10, its second part: what somebody denies that another told before: وهو ما نفته الوزارة، ونفى الجيش ذلك."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.model import Claim, Span
from marsad.reading.claims import claim_id
from marsad.reading.kinds import SPEECH
from marsad.reading.scan import Scan
from marsad.reading.story import Story
from marsad.reading.voices.denials import REBUTS
from marsad.reading.voices.voices import Voice


def rebuttals(
    scan: Scan, voices: Sequence[Voice], told: Sequence[Claim], before: Sequence[Claim], story: Story, report_id: str
) -> Iterator[Claim]:
    """The denials of what was `told` in this sentence or, where nothing was, in the one `before`."""
    for voice in voices:
        if voice.mode != REBUTS or not voice.chain:
            continue
        at = scan.words[voice.at].start
        meant = _last_statement([claim for claim in told if claim.trigger.start < at] or before)
        span = _clause(scan, voice)
        for claim in meant:
            if _may_be_denied(claim, voice):
                yield replace(
                    claim,
                    id=claim_id(story, report_id, claim.kind, span, claim.place),
                    evidence=span,
                    trigger=Span(at, scan.words[voice.at].end),
                    counts={},
                    polarity="denied",
                    attribution=voice.chain,
                    why=f"denied by another voice: {claim.why}",
                    framing=(),
                )  # fmt: skip


def _last_statement(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the last statement: those of one trigger, which may list places."""
    return [claim for claim in claims if claim.trigger == claims[-1].trigger]


def _may_be_denied(claim: Claim, voice: Voice) -> bool:
    """Whether a claim is another's, and told as true: who denies an accusation denies what is none of the claims."""
    if claim.kind in SPEECH or claim.polarity == "denied":
        return False
    return not claim.attribution or claim.attribution[0] != voice.chain[0]


#: Cues at which another clause begins.
_JOINTS: Final = ("boundary", "topic")


def _clause(scan: Scan, voice: Voice) -> Span:
    """The words of the denial: from the mark before its verb to the next joint or the end of the sentence."""
    first = max((comma for comma in scan.commas if comma <= voice.at), default=voice.first)
    joints = [cue.first for name in _JOINTS for cue in scan.cue(name) if cue.first > voice.at + 1]
    last = min([*joints, voice.last + 1]) - 1
    return Span(scan.words[first].start, scan.words[max(last, voice.at)].end)
