"""Stage 2: who speaks. For every sentence the words that a voice governs, and whether it tells, denies or foresees.

Verbs of saying govern from themselves to the end of the sentence; "according to X" governs all of it; "he added" goes
on with the voice before; a sentence without any sign is the outlet's own (GUIDELINES, section 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from marsad.knowledge.entries import Trigger
from marsad.reading.copies import replace
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.voices.accordings import find_accordings, with_carrier
from marsad.reading.voices.going_on import EARLY, before_object
from marsad.reading.voices.headed import find_headed
from marsad.reading.voices.hearsay import passives, with_hearsay
from marsad.reading.voices.names_behind import name_after
from marsad.reading.voices.open_quotes import end_quote, follow_quotes
from marsad.reading.voices.sayings import find_sayings
from marsad.reading.voices.sources import Speakers, resolve
from marsad.reading.voices.speech_marks import has_source_head
from marsad.reading.voices.voices import Voice, voice_at
from marsad.reading.word_sets import word_set

_AND_THAT: Final = word_set("who_speaks", "and_that")
_TORN_OFF: Final = word_set("who_speaks", "torn_off")


def find_voices(scan: Scan, speakers: Speakers) -> list[Voice]:
    """The voices of a sentence, in their order; `speakers` remembers them for the sentences after."""
    voices = find_sayings(scan, speakers)
    accordings = find_accordings(scan, speakers, voices)
    voices = [*voices, *accordings]
    if not voices:
        voices = find_headed(scan, speakers)
    voices = [*with_carrier(voices, accordings), *passives(scan, alone=not voices)]
    if not voices:
        _note_speaker(scan, speakers)
    end_quote(scan, speakers)
    if not voices and speakers.open_quote is not None:
        voices = [Voice(0, len(scan.words) - 1, speakers.open_quote, "", 0)]
    if not voices and speakers.last and scan.words[0].norm in _AND_THAT:
        voices = [Voice(0, len(scan.words) - 1, speakers.last, "", 0)]  # وأن قوات أخرى دخلت
    if not voices and speakers.governing and scan.words[0].norm in _TORN_OFF:
        voices = [Voice(0, len(scan.words) - 1, speakers.governing, "", 0)]
    follow_quotes(scan, speakers, voices)
    voices = with_hearsay(scan, _without_asides(scan, voices))
    found = [_with_actor(each, speakers) for each in (*voices, *_occasions(scan, voices))]
    ending = voice_at(found, len(scan.words) - 1)
    speakers.governing = ending.chain if ending is not None and not ending.mode else ()
    return sorted(found, key=lambda voice: voice.first)


#: Acts of speech whose doer speaks on in the sentences behind.
_SPEECH: Final = ("accusation", "request", "threat")


def _note_speaker(scan: Scan, speakers: Speakers) -> None:
    """Remember who accuses, demands or threatens: what goes on behind is his (اتهم المتحدث الجيش ... وأضاف أن)."""
    verb = next((m for m in scan.of("verb") if m.first <= EARLY), None)
    if verb is None or scan.cue("according"):
        return
    at = verb.first
    speech = any(type(m.payload) is Trigger and m.payload.kind in _SPEECH for m in scan.at("verb", at))
    if not speech or verb.form.tense != "past" or verb.form.person not in ("3ms", "3fs") or verb.clitics.suffix:
        return
    name, _ = name_after(scan, verb.last + 1, speakers.publisher)
    if name is not None and has_source_head(scan, name[0]) and not scan.words[name[0]].norm.startswith("ل"):
        chain = resolve(scan, (name[0], before_object(scan, *name)), speakers, sure=False)
        if chain:
            speakers.last = chain


def _without_asides(scan: Scan, voices: list[Voice]) -> list[Voice]:
    """Without a verb that only tells to whom somebody spoke who denies or foresees: نفى قيادي، تحدث إلى الوكالة، أن."""
    ordered = sorted(voices, key=lambda voice: voice.at)
    kept: list[Voice] = []
    for voice in ordered:
        before = kept[-1] if kept else None
        aside = before is not None and before.mode and not voice.mode and voice.chain == before.chain
        aside = aside and scan.words[voice.at].norm[:1] != "و"  # نفى المصدر الهجوم وقال
        if before is None or not aside or _that_between(scan, before.at, voice.at):
            kept.append(voice)
    return kept


def _that_between(scan: Scan, low: int, high: int) -> bool:
    """Whether what is said begins between two words."""
    return any(word.norm in COMPLEMENTIZERS for word in scan.words[low + 1 : high])


_OCCASIONS: Final = word_set("who_speaks", "occasions")
#: What opens the speech behind its occasion, and how far behind the verb of saying that may stand.
_SPEECH_OPENS: Final = COMPLEMENTIZERS | {"عن"}
_SPEECH_REACH: Final = 40


def _occasions(scan: Scan, voices: list[Voice]) -> Iterator[Voice]:
    """On what occasion somebody speaks nobody says but the outlet: قال الوزير، لدى زيارته البلدة، إن."""
    for voice in voices:
        behind = range(voice.at + 1, min(voice.at + _SPEECH_REACH, len(scan.words)))
        opens = next((at for at in behind if scan.words[at].norm in _SPEECH_OPENS), -1)
        begins = next((at for at in behind if scan.words[at].norm in _OCCASIONS), opens)
        if any(":" in scan.words[at].before for at in range(voice.at + 1, begins + 1)):
            continue  # قال العميد: "خلال العملية وقع اشتباك أسفر عن ..."
        if begins < opens and not voice.mode and not any(begins < cue.first < opens for cue in scan.cue("say")):
            yield Voice(begins, opens - 1, (), "", begins)


def _with_actor(voice: Voice, speakers: Speakers) -> Voice:
    """A voice with the actor that its nearest source is or speaks for."""
    actor = speakers.actors.get(voice.chain[0].name) if voice.chain else None
    return replace(voice, actor=actor) if actor else voice
