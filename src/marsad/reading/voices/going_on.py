"""With whose voice a verb of saying goes on that names nobody."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Cue
from marsad.knowledge.lexicon import Match
from marsad.model import Source
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.voices.names_before import issuer_before
from marsad.reading.voices.names_behind import name_after
from marsad.reading.voices.saying_verbs import has_damma, is_first_person
from marsad.reading.voices.sources import Speakers, resolve
from marsad.reading.voices.speech_marks import has_source_head
from marsad.reading.voices.voices import Voice
from marsad.reading.word_sets import word_set


def who_goes_on(scan: Scan, match: Match, speakers: Speakers, voices: list[Voice]) -> tuple[Source, ...]:
    """The voice before, which a verb or participle without a name goes on with; or who acts in the sentence."""
    told = [voice for voice in voices if voice.first < match.first and voice.chain]
    if told and match.form == "phrase":
        return told[-1].chain
    if not told and (issuing := _issuer(scan, match, speakers)):
        return issuing
    name = issuer_before(scan, match.first) if not told and match.form == "phrase" else None
    if name is not None and (issuing := resolve(scan, name, speakers, sure=False)):
        return issuing  # أصدرت المنظمة تحقيقا عن الغارتين، مشيرة إلى أن
    if not told and (acting := _subject(scan, match, speakers)):
        return acting
    if _is_impersonal(scan, match):
        return ()
    if speakers.open_quote is not None and is_first_person(match):
        return speakers.open_quote  # إننا نؤكد, in what who is quoted says
    return speakers.going_on(match)


#: Before which word the subject of a sentence stands.
EARLY: Final = 5
IN_IT: Final = word_set("going_on", "in_it")


def _issuer(scan: Scan, match: Match, speakers: Speakers) -> tuple[Source, ...] | None:
    """Who issued what he says something in: أصدرت الوزارة بياناً نفت فيه."""
    after = match.last + 1
    if match.sort != "verb" or after >= len(scan.words):
        return None
    inside = scan.words[after].norm in IN_IT
    if not inside and not (match.first and match.form.tense == "present" and _is_issued(scan, match.first - 1)):
        return None  # أصدرت الوزارة بيانا تؤكد أن
    at = next((word for word in range(1, min(EARLY, match.first)) if _is_actor(scan, word)), None)
    if at is None:
        return None
    ends = (word for word in range(at + 1, match.first) if _is_issued(scan, word))
    name, last = name_after(scan, at, speakers.publisher)
    last = min(last, next(ends, match.first) - 1)
    return resolve(scan, (at, last), speakers, sure=False) if name else None


def _is_issued(scan: Scan, at: int) -> bool:
    """Whether what somebody issued or held begins at a word: بياناً، مؤتمراً صحفياً، توضيحاً."""
    word = scan.words[at]
    known = scan.cue_at("document", at) or scan.cue_at("occasion", at)
    return known is not None or scan.text[word.start : word.end].endswith(("اً", "ًا"))


def _subject(scan: Scan, match: Match, speakers: Speakers) -> tuple[Source, ...] | None:
    """Who acts in a sentence whose later part tells what he says: سيطرت القوات على البلدة، مؤكدة أن ..."""
    verb = next((m for m in scan.of("verb") if m.form.person in ("3ms", "3fs") and not m.clitics.suffix), None)
    if verb is not None and verb.first >= match.first and _is_actor(scan, 1) and not scan.here(0):
        name, last = name_after(scan, 1, speakers.publisher)  # حددت مصادر أمنية رقما أعلى، إذ قالت
        return resolve(scan, name, speakers, sure=False) if name and last < match.first else None
    if verb is None or verb.first > EARLY:
        return None
    at = verb.last + 1
    if not _is_actor(scan, at) or not _fits(match, verb):
        at = next((at + 1 for at, word in enumerate(scan.words[:EARLY]) if word.norm in COMPLEMENTIZERS), at)
    if at >= match.first or not _is_actor(scan, at):
        return None
    name, last = name_after(scan, at, speakers.publisher)
    if name is None or last >= match.first:
        return None
    return resolve(scan, (name[0], before_object(scan, *name)), speakers, sure=False)


def _is_actor(scan: Scan, at: int) -> bool:
    """Whether who acts begins at a word, and no preposition stands before him."""
    return at < len(scan.words) and has_source_head(scan, at) and not scan.here(at)[0].clitics.prep


def before_object(scan: Scan, first: int, last: int) -> int:
    """The last word of a name before whoever is accused or asked: اتهم الناطق باسم الجيش قوات المنطقة."""
    for at in range(first + 1, last + 1):
        before = scan.words[at - 1].norm
        complete = before.startswith("ال") or at - 1 in scan.named
        complete = complete or bool(scan.ending("actor", at - 1) or scan.ending("outlet", at - 1))
        named = scan.at("actor", at) or scan.at("local_actor", at) or scan.at("force", at)
        if complete and named and not scan.words[at].norm.startswith("و"):
            return at - 1
    return last


def _fits(match: Match, verb: Match) -> bool:
    """Whether a verb or participle of saying agrees with the verb before it."""
    person: str = verb.form.person
    if isinstance(match.form, VerbForm):
        return match.form.person == person
    cue: Cue = match.payload
    return cue.lemma.split()[0].endswith("ة") == (person == "3fs")


def _is_impersonal(scan: Scan, match: Match) -> bool:
    """Whether a present passive foresees for nobody in particular: يُتوقع أن."""
    return match.payload.value == "expected" and has_damma(scan, match, "present")
