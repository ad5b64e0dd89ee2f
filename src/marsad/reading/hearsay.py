"""What is told and nobody says: passives, and reports, news and rumours that nobody owns."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.model import Source, Span
from marsad.reading.saying_verbs import RELATIVES, has_damma
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.speech_marks import opens_speech
from marsad.reading.voices import Voice, voice_at


def passives(scan: Scan, *, alone: bool) -> list[Voice]:
    """Reports that name nobody; beside other voices only where what is said follows at once: فيما قيل إن ..."""
    for match in scan.cue("say_passive"):
        says = match.last == match.first and opens_speech(scan, match.last + 1, strict=True)
        if match.payload.value == "unspecified" and (alone or says):
            return [_unspecified(scan, match, "passive report")]
    if not alone:
        return []
    damma = (m for m in scan.cue("say") if has_damma(scan, m) and opens_speech(scan, m.last + 1, strict=False))
    return [_unspecified(scan, match, "passive verb") for match in damma]


def _unspecified(scan: Scan, match: Match, why: str) -> Voice:
    span = Span(scan.words[match.first].start, scan.words[match.last].end)
    source = Source(span.of(scan.text), "unspecified", span, why)
    return Voice(match.first, len(scan.words) - 1, (source,), "", match.first)


#: How many adjectives a noun for reports may have.
_QUALITIES: Final = 4


def tells_report(scan: Scan, match: Match) -> bool:
    """Whether the subject of a verb of saying are reports that nobody owns: تقارير متداولة أشارت إلى أن."""
    if match.sort != "verb" or match.payload.value == "denied" or match.clitics.suffix:
        return False
    if match.first > 1 and scan.words[match.first - 1].norm in RELATIVES:  # التقارير التي تفيد بإصابته
        return any(cue.last == match.first - 2 for cue in scan.cue("report"))
    return any(
        match.first - _QUALITIES <= cue.last < match.first
        and not (cue.clitics.definite or cue.clitics.suffix or cue.form == "phrase")
        and _past_qualities(scan, cue.last + 1) == match.first
        for cue in scan.cue("report")
    )


#: Within how many words behind a verb of denial the report stands that it denies.
_DENIED_REACH: Final = 6
_PUBLISHED: Final = frozenset(("خبر", "تقرير", "نبأ"))


def with_hearsay(scan: Scan, voices: list[Voice]) -> list[Voice]:
    """Hearsay inside a sentence ("amid reports of ...") joins the voices: it governs its own clause only."""
    found = list(voices)
    for match in scan.cue("report"):
        at = _past_qualities(scan, match.last + 1)
        if at >= len(scan.words) or match.clitics.definite or match.clitics.suffix:
            continue
        if any(0 <= match.first - cue.last - 1 <= 3 for cue in scan.cue("negation")):
            continue
        if any(cue.last == match.first - 1 and cue.payload.value == "grounds" for cue in scan.cue("according")):
            continue
        follows = scan.words[at].norm
        if follows not in (
            "عن",
            "تفيد",
            "يفيد",
            "تشير",
            "تتحدث",
            "حول",
            "بان",
            "تحدثت",
            "افادت",
            "تقول",
            "اشارت",
        ) and not (scan.cue_at("say", at) or (follows in PREPOSITIONS and follows == "من")):
            continue
        last = next((comma - 1 for comma in scan.commas if comma > at), len(scan.words) - 1)
        span = Span(scan.words[match.first].start + len(match.clitics.lead), scan.words[match.last].end)
        outer = voice_at(voices, match.first)
        if outer is not None and outer.mode == "denied" and match.first - outer.at <= _DENIED_REACH:
            continue  # كذبت الوزارة ما نشر عن اعتقالهم: what is denied is the report
        if any(cue.first > match.last for cue in scan.cue("deny_noun")):
            continue  # ما ذكرته القناة عن لقاء في العاصمة لا أساس له
        if outer is not None and match.payload.lemma in _PUBLISHED and _is_published(outer, match):
            continue  # أوردت الصحيفة خبرا عن مقتل فلان: it is hers
        source = Source(span.of(scan.text), "unspecified", span, f"report noun {match.payload.lemma}")
        found.append(Voice(match.first, last, (source, *(outer.chain if outer else ())), "", match.first))
    return found


#: How far behind the verb its object may stand, the name of the outlet between.
_PUBLISHED_REACH: Final = 7


def _is_published(voice: Voice, report: Match) -> bool:
    """Whether a piece of news is the object of the verb by which an outlet brings it."""
    near = 0 < report.first - voice.at <= _PUBLISHED_REACH
    return near and bool(voice.chain) and voice.chain[0].kind in ("media", "agency")


def _past_qualities(scan: Scan, at: int) -> int:
    """The word behind the adjectives of a report noun: معلومات أولية غير مؤكدة بأن."""
    while at < len(scan.words) and (scan.words[at].marbuta or scan.words[at].norm == "غير"):
        at += 1
    return at
