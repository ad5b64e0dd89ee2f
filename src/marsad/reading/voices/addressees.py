"""To which outlet somebody spoke, which carries what he says."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.model import Source
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.voices.source_kinds import source_kind
from marsad.reading.voices.sources import Speakers, resolve
from marsad.reading.voices.speech_marks import CLOSING, addressed, opens_speech_at
from marsad.reading.voices.voices import OUTLETS

#: Verbs whose object is who is spoken to: a name before them is who speaks (مصدر طبي أبلغ المرصد بأن).
TELLING: Final = frozenset(("أبلغ", "أخبر"))


def told_to(scan: Scan, match: Match, behind: int, chain: tuple[Source, ...], speakers: Speakers) -> tuple[Source, ...]:
    """The other outlet to which a source spoke and which carries it outwards: قال مصدر لوكالة الأناضول."""
    head = scan.cue_at("source", behind)
    given = head is not None and head.payload.value == "agency" and match.sort == "verb" and not head.clitics.prep
    if match.payload.lemma in TELLING or given:
        return _informed(scan, behind, chain, speakers)
    fronted = match.last + 1
    if fronted < behind and addressed(scan, fronted):  # كشف لـ«المدينة» مصدر أمني
        return spoken_to(scan, fronted, chain, speakers)
    return spoken_to(scan, behind, chain, speakers) or _spoken_before(scan, match.first, chain, speakers)


#: How many words may tell of the occasion before the verb.
_OCCASION: Final = 12


def _spoken_before(scan: Scan, verb: int, chain: tuple[Source, ...], speakers: Speakers) -> tuple[Source, ...]:
    """The outlet to which a source spoke on an occasion told before the verb: وفي تصريح لوكالة أ، أوضح مصدر أمني."""
    back = range(verb - 1, max(-1, verb - _OCCASION), -1)
    at = next((at for at in back if scan.words[at].norm in ("في", "وفي")), None)
    if at is None or verb not in scan.commas or not scan.cue_at("occasion", at + 1):
        return ()
    return spoken_to(scan, at + 2, chain, speakers)


#: How far behind a name stands to whom it was said, in words: في تصريح خاص لقناة.
_FAR: Final = 4


def _informed(scan: Scan, at: int, chain: tuple[Source, ...], speakers: Speakers) -> tuple[Source, ...]:
    """Who carries outwards what he was told: أبلغ مصدر أمني وكالة الأناضول أن."""
    ends = (word for word in range(at + 1, min(at + _FAR + 1, len(scan.words))) if opens_speech_at(scan, word))
    last = next(ends, max((m.last for m in scan.at("outlet", at)), default=at) + 1) - 1
    kind, _ = source_kind(scan, at, last) if at < len(scan.words) else (None, "")
    found = resolve(scan, (at, last), speakers, sure=False) if kind in OUTLETS else ()
    return tuple([source for source in found or () if source not in chain])


#: To whom everybody speaks: no outlet that carries it (قال الوزير للصحفيين).
_PRESS: Final = frozenset(("صحفي", "صحافي", "إعلامي"))


def spoken_to(scan: Scan, at: int, chain: tuple[Source, ...], speakers: Speakers) -> tuple[Source, ...]:
    """The outlet to which it was said a little behind a word, if it is another than the one that writes."""
    at = _past_aside(scan, at)
    for word in range(at, min(at + _FAR, len(scan.words))):
        if opens_speech_at(scan, word) or not chain:
            return ()
        if addressed(scan, word):
            first = word + 1 if scan.words[word].norm == "ل" else word
            head = scan.cue_at("source", first)
            if head is not None and head.payload.lemma in _PRESS:
                return ()
            called = scan.cue_at("addressee", first)
            last = max((m.last for m in scan.at("outlet", first)), default=called.last if called else -1)
            if called and _is_part_of(speakers.publisher, scan.norms(first, last)):
                return ()
            if head is not None and head.payload.value in OUTLETS:
                named = max((m.last for m in scan.at("outlet", head.last + 1)), default=last)
                last = named if named >= 0 else _outlet_end(scan, head.last)
            found = resolve(scan, (first, last), speakers, sure=False, according=True) if last >= first else None
            return tuple([each for each in found or () if each not in chain and each.kind in OUTLETS])
    return ()


def _is_part_of(publisher: frozenset[str], name: str) -> bool:
    """Whether the outlet that writes is meant by a part of its name: قال مصدر للجزيرة, on its own site."""
    name = f"ا{name[1:]}" if name.startswith("لل") else name.removeprefix("ل")
    return any(f" {name} " in f" {known} " for known in publisher)


#: How many words may be told of who speaks.
_ASIDE: Final = 12


def _past_aside(scan: Scan, at: int) -> int:
    """Where it goes on behind what is told between commas of who speaks: المصدر، الذي طلب عدم ذكر اسمه، لوكالة."""
    if at not in scan.commas or not scan.cue_at("name_stop", at):
        return at
    return next((comma for comma in scan.commas if at < comma <= at + _ASIDE), at)


def _outlet_end(scan: Scan, head: int) -> int:
    """The last word of an outlet's name that no file knows: what stands between its noun and what is said."""
    for at in range(head + 1, min(head + 5, len(scan.words))):
        if at > head + 1 and not CLOSING.isdisjoint(scan.words[at].before):
            return at - 1
        ends = scan.words[at].norm in COMPLEMENTIZERS or scan.cue_at("name_stop", at) or scan.at("trigger", at)
        if ends or scan.words[at].before.strip("\"«»“”'") or at in scan.dated:
            return at - 1
    return head
