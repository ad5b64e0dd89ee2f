"""Who speaks where a source stands before a colon, and what it says behind it."""

from __future__ import annotations

from marsad.model import Source
from marsad.reading.scan import Scan
from marsad.reading.voices.addressees import spoken_to
from marsad.reading.voices.names_behind import name_after
from marsad.reading.voices.source_kinds import source_kind
from marsad.reading.voices.sources import Speakers, resolve
from marsad.reading.voices.speech_marks import has_source_head, past_labels
from marsad.reading.voices.voices import Voice


def find_headed(scan: Scan, speakers: Speakers) -> list[Voice]:
    """ "The observatory: five killed": a source, a colon, and what it says."""
    begin = past_labels(scan)
    for at in range(begin + 1, min(begin + 12, len(scan.words))):
        if ":" not in scan.words[at].before:
            continue
        if any(begin < comma < at and _is_town(scan, comma) for comma in scan.commas) and _is_town(scan, begin):
            return []  # a dateline: واشنطن، لندن، دبي:
        if _is_province(scan, begin, at - 1):
            return []  # محافظة حلب: قصف ...
        kind, _ = source_kind(scan, begin, at - 1)
        if kind == "own":
            return [Voice(at, len(scan.words) - 1, (), "", at)]  # مراسلنا: the outlet itself
        issued = scan.cue_at("document", begin) is not None
        if not issued and (kind is None or not has_source_head(scan, begin)):
            return []
        chain = _heading(scan, begin, at, speakers, issued=issued)
        if chain:
            speakers.last = chain
            return [Voice(at, len(scan.words) - 1, chain, "", at)]
    return []


def _is_province(scan: Scan, first: int, last: int) -> bool:
    """Whether a heading is no more than a noun for an area and its name."""
    cues = (m for m in scan.at("place_cue", first) if m.payload.role in ("head", "area") and not m.clitics.definite)
    return any(place.last == last for cue in cues for place in scan.at("place", cue.last + 1))


def _is_town(scan: Scan, at: int) -> bool:
    """Whether a dateline may name its town at a word."""
    return bool(scan.at("metonym", at) or scan.at("place", at))


def _heading(scan: Scan, begin: int, colon: int, speakers: Speakers, *, issued: bool) -> tuple[Source, ...] | None:
    """Who speaks before a colon: a source, one that relays another (رويترز عن مسؤول), or whose statement it is."""
    relayed = next((word for word in range(begin + 1, colon) if scan.words[word].norm == "عن"), None)
    if relayed is not None and not issued:
        outer = resolve(scan, (begin, relayed - 1), speakers, sure=False)
        return outer and (*(resolve(scan, (relayed + 1, colon - 1), speakers, sure=True) or ()), *outer)
    name, _ = name_after(scan, begin, speakers.publisher)
    first, last = (name[0], min(name[1], colon - 1)) if name else (begin, colon - 1)
    chain = resolve(scan, (first, last), speakers, sure=False)
    return chain and (*chain, *spoken_to(scan, last + 1, chain, speakers))
