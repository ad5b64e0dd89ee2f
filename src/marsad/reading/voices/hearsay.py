"""What is told and nobody says: passives, and reports, news and rumours that nobody owns."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.model import Source, Span
from marsad.reading.scan import Scan
from marsad.reading.voices.saying_verbs import RELATIVES, has_damma
from marsad.reading.voices.speech_marks import opens_speech
from marsad.reading.voices.voices import Voice, is_outlet, voice_at
from marsad.reading.word_sets import word_set


def passives(scan: Scan, *, alone: bool) -> list[Voice]:
    """Reports that name nobody; beside other voices only where what is said follows at once: فيما قيل إن ..."""
    for match in scan.cue("say_passive"):
        says = match.last == match.first and opens_speech(scan, match.last + 1, strict=True)
        if match.payload.value == "unspecified" and (alone or says):
            return [_unspecified(scan, match, "passive report")]
    if not alone:
        return []
    said = (m for m in scan.cue("say") if has_damma(scan, m) and m.form.person in _IMPERSONAL)
    damma = (m for m in said if opens_speech(scan, m.last + 1, strict=False))
    return [_unspecified(scan, match, "passive verb") for match in damma]


#: Persons of a passive that says what is told: ذُكر أن; but those who نُقلوا إلى a hospital say nothing.
_IMPERSONAL: Final = ("3ms", "3fs")


def _unspecified(scan: Scan, match: Match, why: str) -> Voice:
    """The voice of nobody, from a word to the end of the sentence."""
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


def with_hearsay(scan: Scan, voices: list[Voice]) -> list[Voice]:
    """Hearsay inside a sentence ("amid reports of ...") joins the voices: it governs its own clause only."""
    found = list(voices)
    for match in scan.cue("report"):
        at = _past_qualities(scan, match.last + 1)
        if not _is_hearsay(scan, match, at):
            continue
        outer = voice_at(voices, match.first)
        if outer is not None and _is_anothers(outer, match):
            continue
        last = next((comma - 1 for comma in scan.commas if comma > at), len(scan.words) - 1)
        span = Span(scan.words[match.first].start + len(match.clitics.lead), scan.words[match.last].end)
        source = Source(span.of(scan.text), "unspecified", span, f"report noun {match.payload.lemma}")
        found.append(Voice(match.first, last, (source, *(outer.chain if outer else ())), "", match.first))
    return found


_OF_NEWS: Final = word_set("hearsay", "of_news")


def _is_hearsay(scan: Scan, report: Match, at: int) -> bool:
    """Whether a noun for reports brings news of its own, which begins at a word: أنباء عن مقتل، تقارير تفيد بأن."""
    if at >= len(scan.words) or report.clitics.definite or report.clitics.suffix:
        return False
    if any(0 <= report.first - cue.last - 1 <= 3 for cue in scan.cue("negation")):
        return False
    if not report.first and not _DASHES.isdisjoint(scan.words[at].before):
        return False  # نبأ – أعلن: an outlet
    if any(cue.last == report.first - 1 and cue.payload.value == "grounds" for cue in scan.cue("according")):
        return False
    if scan.words[at].norm not in _OF_NEWS and not scan.cue_at("say", at):
        return False
    # ما ذكرته القناة عن لقاء في العاصمة لا أساس له
    return not any(cue.first > report.last for cue in scan.cue("deny_noun"))


#: Within how many words behind a verb of denial the report stands that it denies.
_DENIED_REACH: Final = 6
_DASHES: Final = frozenset("-–—|/")
_PUBLISHED: Final = frozenset(("خبر", "تقرير", "نبأ"))


def _is_anothers(voice: Voice, report: Match) -> bool:
    """Whether a voice denies a report or brings it as its own: كذبت الوزارة ما نشر، أوردت الصحيفة خبرا عن مقتل فلان."""
    if voice.mode == "denied" and report.first - voice.at <= _DENIED_REACH:
        return True
    return report.payload.lemma in _PUBLISHED and _is_published(voice, report)


#: How far behind the verb its object may stand, the name of the outlet between.
_PUBLISHED_REACH: Final = 7


def _is_published(voice: Voice, report: Match) -> bool:
    """Whether a piece of news is the object of the verb by which an outlet brings it."""
    near = 0 < report.first - voice.at <= _PUBLISHED_REACH
    return near and is_outlet(voice.chain)


def _past_qualities(scan: Scan, at: int) -> int:
    """The word behind the adjectives of a report noun: معلومات أولية غير مؤكدة بأن."""
    while at < len(scan.words) and (scan.words[at].marbuta or scan.words[at].norm == "غير"):
        at += 1
    return at
