"""Stage 2: who speaks. For every sentence the words that a voice governs, and whether it tells, denies or foresees.

Verbs of saying govern from themselves to the end of the sentence; "according to X" governs all of it; "he added" goes
on with the voice before; a sentence without any sign is the outlet's own (GUIDELINES, section 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.entries import Cue, Trigger
from marsad.knowledge.lexicon import Match
from marsad.model import Source, Span
from marsad.reading.denials import REBUTS, is_denied_news, mode_of
from marsad.reading.scan import COMPLEMENTIZERS, NOBODY, PREPOSITIONS, Scan
from marsad.reading.source_names import (
    CLOSING,
    OPENING,
    Name,
    addressed,
    has_source_head,
    is_label,
    issuer_before,
    joined_before,
    name_after,
    name_before,
    name_behind_act,
    opens_speech,
    opens_speech_at,
    unknown_before,
)
from marsad.reading.sources import Speakers, resolve, source_kind
from marsad.reading.word_sets import word_set

#: Those who rather do than say what "record" or "publish" tells of them: نشرت الشرطة حاجزين.
_ACTING: Final = ("person", "official", "armed_group")

#: Verbs that mean speech of whoever does it: تحدث الناطق باسم الجيش عن.
_SPEAKING: Final = ("تحدث", "كتب", "قدر")

#: The longest rest of a quotation that is looked through for its end, in code points.
_LONGEST_QUOTE: Final = 1500

_NOT: Final = word_set("voices", "not")

#: Before which word the subject of a sentence stands.
_EARLY: Final = 5

_IN_IT: Final = word_set("voices", "in_it")

#: How far behind a name stands to whom it was said, in words: في تصريح خاص لقناة.
_FAR: Final = 4

#: How far behind a verb the toll may stand that it tells anew: رفعت وزارة الصحة في القطاع حصيلة القتلى.
_TOLL_REACH: Final = 9


#: To whom everybody speaks: no outlet that carries it (قال الوزير للصحفيين).
_PRESS: Final = frozenset(("صحفي", "صحافي", "إعلامي"))

#: What stands before a noun that is spelt like a verb of saying.
_BEFORE_NOUNS: Final = PREPOSITIONS | {"تم", "جري", "بعد", "قبل", "خلال", "منذ", "اثر", "عقب"}

_BUT_HE: Final = word_set("voices", "but_he")

#: Verbs whose object is who is spoken to: a name before them is who speaks (مصدر طبي أبلغ المرصد بأن).
_TELLING: Final = frozenset(("أبلغ", "أخبر"))


_AND_THAT: Final = word_set("voices", "and_that")

_TORN_OFF: Final = word_set("voices", "torn_off")

_WHO: Final = word_set("voices", "who")


#: Who is carried by an agency that is named behind what they say: أضافت الوزارة أن، بحسب وكالة الأنباء.
_CARRIED: Final = frozenset(("official", "armed_group", "monitor", "medical"))


class Voice(msgspec.Struct, frozen=True, gc=False):
    """Words `[first, last]` of a sentence are told by `chain`; `mode` is empty, `denied`, `expected`, `excluded`
    (foreseen not to be) or `rebuts`.

    `at` is the verb of saying, `actor` the actor that the nearest source is or speaks for.
    """

    first: int
    last: int
    chain: tuple[Source, ...]
    mode: str
    at: int
    actor: str | None = None


def find_voices(scan: Scan, speakers: Speakers) -> list[Voice]:
    """The voices of a sentence, in their order; `speakers` remembers them for the sentences after."""
    voices = _sayings(scan, speakers)
    accordings = _accordings(scan, speakers, voices)
    voices = [*voices, *accordings]
    if not voices:
        voices = _headed(scan, speakers)
    voices = [*_carried_out(voices, accordings), *_passive(scan, alone=not voices)]
    if not voices:
        _note_speaker(scan, speakers)
    _end_quote(scan, speakers)
    if not voices and speakers.open_quote is not None:
        voices = [Voice(0, len(scan.words) - 1, speakers.open_quote, "", 0)]
    if not voices and speakers.last and scan.words[0].norm in _AND_THAT:
        voices = [Voice(0, len(scan.words) - 1, speakers.last, "", 0)]  # وأن قوات أخرى دخلت
    if not voices and speakers.governing and scan.words[0].norm in _TORN_OFF:
        voices = [Voice(0, len(scan.words) - 1, speakers.governing, "", 0)]
    _follow_quotes(scan, speakers, voices)
    voices = _bounded(scan, _without_asides(scan, voices))
    found = [_with_actor(each, speakers) for each in (*voices, *_occasions(scan, voices))]
    ending = voice_at(found, len(scan.words) - 1)
    speakers.governing = ending.chain if ending is not None and not ending.mode else ()
    return sorted(found, key=lambda voice: voice.first)


def _note_speaker(scan: Scan, speakers: Speakers) -> None:
    """Remember who accuses, demands or threatens: what goes on behind is his (اتهم المتحدث الجيش ... وأضاف أن)."""
    verb = next((m for m in scan.of("verb") if m.first <= _EARLY), None)
    if verb is None or scan.cue("according"):
        return
    at = verb.first
    speech = any(type(m.payload) is Trigger and m.payload.kind in _SPEECH for m in scan.at("verb", at))
    if not speech or verb.form.tense != "past" or verb.form.person not in ("3ms", "3fs") or verb.clitics.suffix:
        return
    name, _ = name_after(scan, verb.last + 1, speakers.publisher)
    if name is not None and has_source_head(scan, name[0]) and not scan.words[name[0]].norm.startswith("ل"):
        chain = resolve(scan, (name[0], _before_object(scan, *name)), speakers, sure=False)
        if chain:
            speakers.last = chain


def _before_object(scan: Scan, first: int, last: int) -> int:
    """The last word of a name before whoever is accused or asked: اتهم الناطق باسم الجيش قوات المنطقة."""
    for at in range(first + 1, last + 1):
        before = scan.words[at - 1].norm
        complete = before.startswith("ال") or at - 1 in scan.named
        complete = complete or bool(scan.ending("actor", at - 1) or scan.ending("outlet", at - 1))
        named = scan.at("actor", at) or scan.at("local_actor", at) or scan.at("force", at)
        if complete and named and not scan.words[at].norm.startswith("و"):
            return at - 1
    return last


_SPEECH: Final = ("accusation", "request", "threat")


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
    return any(word.norm in COMPLEMENTIZERS for word in scan.words[low + 1 : high])


def _with_actor(voice: Voice, speakers: Speakers) -> Voice:
    actor = speakers.actors.get(voice.chain[0].name) if voice.chain else None
    return replace(voice, actor=actor) if actor else voice


def voice_at(voices: list[Voice], word: int) -> Voice | None:
    """The voice that governs a word: the one that began last before it."""
    governing = [voice for voice in voices if voice.first <= word <= voice.last]
    if len(governing) < 2:
        return governing[0] if governing else None
    return max(governing, key=lambda voice: (voice.first, voice.at))


def _sayings(scan: Scan, speakers: Speakers) -> list[Voice]:
    voices: list[Voice] = []
    end = len(scan.words) - 1
    taken: set[int] = set()
    for topic in scan.cue("topic"):
        if topic.payload.value == "own":  # "it is worth mentioning": nobody else's words
            voices.append(Voice(topic.first, end, (), "", topic.first))
            speakers.last, speakers.aside = (), True
            taken.update(range(topic.first, topic.last + 1))
    for match in scan.cue("say"):
        if match.first in taken or not _is_saying(scan, match) or is_denied_news(scan, match, _denied_at(voices)):
            continue
        if _tells_report(scan, match):
            continue
        before, after, behind = _names(scan, match, speakers)
        chain = _chain(scan, match, before or after, behind, speakers, voices)
        if chain is None:
            continue
        relays = match.payload.value.startswith("relay") or match.payload.lemma in _PUBLISHING
        if match.clitics.suffix and relays and voices and voices[-1].chain:
            chain = _joined(voices[-1].chain, chain)
            voices[-1] = replace(voices[-1], chain=chain)  # نفى المصدر، في تصريح نقلته الوكالة
        else:
            chain = (*chain, *_told_to(scan, match, behind, chain, speakers))
            if voices and _passes_on(scan, match, chain, voices[-1]):
                chain = (*voices[-1].chain, *(source for source in chain if source not in voices[-1].chain))
                if voices[-1].mode:
                    voices[-1] = replace(voices[-1], chain=chain)  # نفت الوزارة القصف، بحسب ما ذكرته الوكالة
                    continue
            inserted = _insertion_end(scan, match.first)
            mode = mode_of(scan, match, behind)
            if inserted is not None:
                voices.append(Voice(match.first, inserted, chain, mode, match.first))
                continue  # عناصر من المجموعة -وهي مليشيا يقول خصومها إنها تابعة له- هاجموا
            begin = _begin(scan, match, before, behind)
            if begin == 0 and not mode and voices and voices[-1].mode and not voices[-1].chain:
                voices[-1] = replace(voices[-1], first=0, chain=chain)  # محذرين من أن ...، وفق ما نقلته الوكالة عنهم
            else:
                voices.append(Voice(begin, end, chain, mode, match.first))
        speakers.last, speakers.aside = chain, False
        taken.update(range(match.first, behind))
    return voices


def _joined(said: tuple[Source, ...], chain: tuple[Source, ...]) -> tuple[Source, ...]:
    """Who speaks with whoever carries him outwards; or whom he quotes: قالت الهيئة، وفق ما نقلته عن مسؤولين."""
    if chain and chain[0].kind not in ("agency", "media"):
        return (*(source for source in chain if source not in said), *said)
    return (*said, *(source for source in chain if source not in said))


def _insertion_end(scan: Scan, verb: int) -> int | None:
    """The last word of what is inserted between two dashes around a verb of saying."""
    near = range(max(1, verb - _INSERTED), min(verb + _INSERTED, len(scan.words)))
    dashed = [at for at in near if _is_dashed(scan, at)]
    closed = next((at for at in dashed if at > verb), None)
    return closed - 1 if closed is not None and dashed[0] <= verb else None


def _is_dashed(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    return bool(word.before) and word.start - scan.words[at - 1].end > 1 and not _DASHES.isdisjoint(word.before)


_DASHES: Final = frozenset("-–—")

#: How far from a verb of saying the dashes stand between which it is inserted, in words.
_INSERTED: Final = 16


def _passes_on(scan: Scan, match: Match, chain: tuple[Source, ...], said: Voice) -> bool:
    """Whether an outlet named at the end carries who speaks before: قالت الوزارة إن ...، وفق ما نقلت الوكالة."""
    if not (chain and said.chain) or said.mode == REBUTS or chain[0].kind not in ("agency", "media"):
        return False
    return said.chain[0].kind in _CARRIED and _reports_what_precedes(scan, match)


#: Verbs by which an outlet passes on what others said: في بيان أوردته القناة.
_PUBLISHING: Final = frozenset(("أورد", "أذاع"))


def _told_to(
    scan: Scan, match: Match, behind: int, chain: tuple[Source, ...], speakers: Speakers
) -> tuple[Source, ...]:
    """The other outlet to which a source spoke and which carries it outwards: قال مصدر لوكالة الأناضول."""
    head = scan.cue_at("source", behind)
    given = head is not None and head.payload.value == "agency" and match.sort == "verb" and not head.clitics.prep
    if match.payload.lemma in _TELLING or given:
        return _informed(scan, behind, chain, speakers)
    fronted = match.last + 1
    if fronted < behind and addressed(scan, fronted):  # كشف لـ«المدينة» مصدر أمني
        return _spoken_to(scan, fronted, chain, speakers)
    return _spoken_to(scan, behind, chain, speakers)


def _informed(scan: Scan, at: int, chain: tuple[Source, ...], speakers: Speakers) -> tuple[Source, ...]:
    """Who carries outwards what he was told: أبلغ مصدر أمني وكالة الأناضول أن."""
    ends = (word for word in range(at + 1, min(at + _FAR + 1, len(scan.words))) if opens_speech_at(scan, word))
    last = next(ends, max((m.last for m in scan.at("outlet", at)), default=at) + 1) - 1
    kind, _ = source_kind(scan, at, last) if at < len(scan.words) else (None, "")
    found = resolve(scan, (at, last), speakers, sure=False) if kind in ("agency", "media") else ()
    return tuple([source for source in found or () if source not in chain])


def _spoken_to(scan: Scan, at: int, chain: tuple[Source, ...], speakers: Speakers) -> tuple[Source, ...]:
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
            if head is not None and head.payload.value in ("agency", "media"):
                named = max((m.last for m in scan.at("outlet", head.last + 1)), default=last)
                last = named if named >= 0 else _outlet_end(scan, head.last)
            found = resolve(scan, (first, last), speakers, sure=False, according=True) if last >= first else None
            return tuple([each for each in found or () if each not in chain and each.kind in ("agency", "media")])
    return ()


def _is_part_of(publisher: frozenset[str], name: str) -> bool:
    """Whether the outlet that writes is meant by a part of its name: قال مصدر للجزيرة, on its own site."""
    name = f"ا{name[1:]}" if name.startswith("لل") else name.removeprefix("ل")
    return any(f" {name} " in f" {known} " for known in publisher)


def _past_aside(scan: Scan, at: int) -> int:
    """Where it goes on behind what is told between commas of who speaks: المصدر، الذي طلب عدم ذكر اسمه، لوكالة."""
    if at not in scan.commas or not scan.cue_at("name_stop", at):
        return at
    return next((comma for comma in scan.commas if at < comma <= at + _ASIDE), at)


#: How many words may be told of who speaks.
_ASIDE: Final = 12


def _denied_at(voices: list[Voice]) -> int | None:
    """The verb of the last voice, where that denies."""
    return voices[-1].at if voices and voices[-1].mode == "denied" else None


def _outlet_end(scan: Scan, head: int) -> int:
    """The last word of an outlet's name that no file knows: what stands between its noun and what is said."""
    for at in range(head + 1, min(head + 5, len(scan.words))):
        if at > head + 1 and not CLOSING.isdisjoint(scan.words[at].before):
            return at - 1
        ends = scan.words[at].norm in COMPLEMENTIZERS or scan.cue_at("name_stop", at) or scan.at("trigger", at)
        if ends or scan.words[at].before.strip("\"«»“”'") or at in scan.dated:
            return at - 1
    return head


def brings_toll(scan: Scan, verb: int) -> bool:
    """Whether casualties stand behind a verb, or behind the fights that are its subject: توقع المواجهات ضحايا."""
    at = verb + 1
    if any(
        m.payload.kind in _FIGHTS and isinstance(m.form, str) and m.clitics.definite for m in scan.at("trigger", at)
    ):
        return any(scan.at("count", behind) for behind in range(at + 1, min(at + _TOLL_BEHIND, len(scan.words))))
    return bool(scan.at("count", at))


#: What brings casualties about, and how far behind it they may stand.
_FIGHTS: Final = frozenset(("clash", "attack", "shelling", "air_strike", "explosion"))
_TOLL_BEHIND: Final = 6


def _is_saying(scan: Scan, match: Match) -> bool:
    """Whether a word is meant as saying: a noun such as قول only with a pronoun, a verb not behind a preposition."""
    if scan.is_numeral(match.first) or (match.first and scan.words[match.first - 1].norm == "عدم"):
        return False  # فضل عدم ذكر اسمه
    if match.first in scan.named:
        return False  # حركة جيل زاد
    if scan.cue_at("according", match.first) or scan.at("country", match.first):
        return False  # نقلا عن، نيجيريا وتشاد
    if match.first and scan.words[match.first - 1].norm in _WHO and scan.cue_within(0, match.first - 2, "according"):
        return False  # بحسب تقارير، التي قالت إن
    if match.payload.value in ("", "denied") and match.first and scan.words[match.first - 1].norm in _NOT:
        return False
    if scan.words[match.first].norm in PREPOSITIONS and (
        not _that_follows(scan, match.last) or _is_between(scan, match.first)
    ):
        return False  # اشتباكات بين قبيلتين
    if any(not place.payload.needs_cue for place in scan.at("place", match.first)):
        return False  # في تعز
    if scan.words[match.first].norm in _WORTH and not _that_follows(scan, match.last):
        return False  # لم تواجه مقاومة تذكر
    if match.payload.lemma == "توقع" and match.form != "sg" and brings_toll(scan, match.last):
        return False  # هجمات متفرقة توقع قتلى، توقع المواجهات ضحايا
    if scan.words[match.first].norm in ("يقل", "تقل") and scan.words[match.first - 1].norm != "لم":
        return False  # لا تقل ضراوة عن
    if match.payload.value == "toll":
        return any("حصيله" in word.norm for word in scan.words[match.last + 1 : match.last + _TOLL_REACH])
    if match.form in ("sg", "du", "pl"):
        if match.payload.value == "denied" and _doer(scan, match):
            return True
        return bool(match.clitics.suffix) or (match.form == "sg" and _announces(scan, match))
    if match.sort != "verb":
        return True
    if match.form.tense == "present" and match.first and scan.words[match.first - 1].norm in ("ان", "بان"):
        return False  # توقعت المصادر أن يعلن الجيش هدنة
    if match.payload.lemma == "ادعى" and match.form.tense == "present":
        return opens_speech(scan, match.last + 1, strict=True) and not _is_called(scan, match)
    soft = match.payload.value == "soft"
    if soft and match.first and scan.words[match.first - 1].norm in _BEFORE_NOUNS:
        return False  # متخصص في رصد الانتهاكات، تم نشر قوات
    if soft and match.clitics.suffix and not _according_to(scan, match.first):
        return False
    return not match.clitics.prep


def _doer(scan: Scan, match: Match) -> Name | None:
    """Who does what a verbal noun of denial tells: قامت الوزارة بنفي، سارع الجيش إلى نفي."""
    if match.clitics.suffix or match.clitics.definite:
        return None
    glued = match.clitics.prep == "ب" or (match.first > 1 and scan.words[match.first - 1].norm == "الي")
    for at in range(match.first - 1, max(-1, match.first - _DOING_REACH), -1):
        if glued and scan.words[at].norm.removeprefix("و") in _DOING and has_source_head(scan, at + 1):
            name, _ = name_after(scan, at + 1)
            return (name[0], min(name[1], match.first - 1)) if name else None
    return None


#: Verbs whose verbal noun tells what is done, and how far before it they stand.
_DOING: Final = word_set("voices", "doing")
_DOING_REACH: Final = 8


def _announces(scan: Scan, match: Match) -> bool:
    """Whether a noun of saying has who says it behind it, and what he says: بعد إعلان التحالف أنه."""
    clitics, at = match.clitics, match.last + 1
    if clitics.definite or clitics.lead or at >= len(scan.words) or not has_source_head(scan, at):
        return False
    before = scan.words[match.first - 1].norm if match.first else ""
    return before in _WITH_WORDS and _that_follows(scan, match.last)


_WITH_WORDS: Final = word_set("voices", "with_words")


def _is_between(scan: Scan, at: int) -> bool:
    """Whether "between" tells the sides of what stands before it, whatever follows: اشتباكات بين أ وب، ورغم أن."""
    return any(m.payload.frame == "mutual" for m in scan.ending("trigger", at - 1))


def _that_follows(scan: Scan, at: int) -> bool:
    """Whether what is said begins a little behind a word, with "that" or a colon."""
    said = next((cue.first for cue in scan.cue("say") if cue.first > at + 1 and cue.sort == "verb"), len(scan.words))
    following = scan.words[at + 1 : min(at + 1 + _SAID_REACH, said)]
    return any(
        (word.norm in COMPLEMENTIZERS and scan.words[here - 1].norm not in _BUT) or ":" in word.before
        for here, word in enumerate(following, at + 1)
    )


_BUT: Final = word_set("voices", "but")


#: "Worth telling", which a noun is.
_WORTH: Final = frozenset(("تذكر", "يذكر"))

#: Within how many words behind a verb of saying that is spelt like a preposition "that" must stand.
_SAID_REACH: Final = 10


def _is_called(scan: Scan, match: Match) -> bool:
    """Whether a verb gives somebody's name, and no claim of his: شاب يدعى فلان."""
    following = scan.words[match.last + 1]
    return following.norm not in COMPLEMENTIZERS and scan.text[scan.words[match.last].end - 1] == "ى"


def _names(scan: Scan, match: Match, speakers: Speakers) -> tuple[Name | None, Name | None, int]:
    """The name before a verb of saying or the one behind it, and the word at which what is said may begin."""
    behind = match.last + 1
    if match.form == "phrase" or _is_first_person(match):  # "adding that", "we deny": the voice before goes on
        return None, None, behind
    if match.form == "sg" and match.payload.value == "denied" and (doer := _doer(scan, match)):
        return doer, None, behind
    relay, _, preposition = match.payload.value.partition(" ")
    until = fold(preposition) if relay == "relay" else ""
    told = match.payload.lemma in _TELLING
    after, last = name_after(scan, behind, speakers.publisher, until=until, telling=told)
    before = None if match.clitics.lead == "و" else name_before(scan, match.first) or _foreseer(scan, match)
    if match.clitics.lead == "و" and after is None and opens_speech(scan, behind, strict=True):
        before = issuer_before(scan, match.first)
    soft = match.payload.value == "soft"
    if soft and before is not None and _is_told(scan, before) and not opens_speech(scan, behind, strict=True):
        before = None  # said that the police went on searching
    denied = match.payload.value == "denied"
    if denied and before is None and match.last + 1 == len(scan.words):
        before = joined_before(scan, match.first)
    if before is not None and (told or (denied and scan.cue_at("report", behind))):
        return before, None, behind
    if after is not None and (before is None or _is_speaker(scan, after)):
        return None, after, last + 1
    if before is None and after is None and not match.clitics.lead and opens_speech(scan, behind, strict=True):
        before = unknown_before(scan, match.first, speakers.known)
    if before is None and after is None and not match.clitics.suffix:
        after, last = name_behind_act(scan, behind)
    return (before, None, behind) if before is not None else (None, after, last + 1)


def _foreseer(scan: Scan, match: Match) -> Name | None:
    """Of whom "according to" is said and a verb behind him: بحسب مصدر عسكري توقع كذلك أن."""
    if match.sort != "verb" or match.clitics.suffix:
        return None
    near = (cue.last + 1 for cue in scan.cue("according") if match.first - _NAMELESS <= cue.last + 1 < match.first)
    first = next(near, None)
    if first is None or not scan.cue_at("source", first) or scan.cue_at("document", first):
        return None
    between = range(first, match.first)
    plain = not any(scan.words[at].norm.startswith("ال") or at in scan.commas for at in between)
    return (first, match.first - 1) if plain else None


#: How many words a source without a name has at the most: مصدر عسكري حكومي رفيع.
_NAMELESS: Final = 4


def _is_first_person(match: Match) -> bool:
    """Whether "we" say it; a past may be "he told us", spelt alike."""
    return isinstance(match.form, VerbForm) and match.form.person[0] == "1" and match.form.tense == "present"


def _is_told(scan: Scan, name: Name) -> bool:
    """Whether a name stands where somebody else's speech begins: قالت الوكالة إن الجيش أعلن."""
    before = name[0] - 1
    if before < 0 or scan.words[before].norm not in COMPLEMENTIZERS:
        return False
    return not any(cue.last == before for cue in scan.cue("boundary"))  # غير أن


def _is_speaker(scan: Scan, name: Name) -> bool:
    """Whether words behind a verb of saying are its subject: a source, or somebody whose speech follows at once."""
    first, last = name
    if has_source_head(scan, first) or scan.at("person", first):
        return True
    return opens_speech(scan, last + 1, strict=True)


def _chain(
    scan: Scan, match: Match, name: Name | None, behind: int, speakers: Speakers, voices: list[Voice]
) -> tuple[Source, ...] | None:
    """Who says it, from the nearest outwards; none where nothing is said or nobody says it."""
    cue: Cue = match.payload
    if name and scan.words[name[0]].norm in NOBODY and (name[0] == name[1] or scan.words[name[0]].norm == "اي"):
        return None
    relay, _, preposition = cue.value.partition(" ")
    soft = cue.value == "soft"
    opens = opens_speech(scan, behind, strict=soft or relay == "relay")
    inside = match.last + 1 < len(scan.words) and scan.words[match.last + 1].norm in _IN_IT
    sure = opens or cue.value == "denied" or (inside and not name) or (name is None and _is_but_he(scan, match))
    if cue.lemma in _ONGOING and not opens:
        return None  # واصل السائق القيادة
    heard = name is not None and (inside or has_source_head(scan, name[0], known=True) or _is_called_so(scan, name))
    if soft and not opens and not heard:
        return None
    if name is None and _nobody_says(scan, match, speakers):
        return None
    if _tells_of_what_is_before(match) and not (opens or _according_to(scan, match.first)):
        return None
    chain = resolve(scan, name, speakers, sure=sure)
    doing = not opens and cue.lemma not in _SPEAKING
    if soft and chain and chain[0] not in speakers.last and chain[0].kind in (_ACTING if doing else ("person",)):
        return None
    if relay == "relay" and match.clitics.suffix and voices and not _according_to(scan, match.first):
        return chain if chain and chain[0].kind in ("agency", "media") else None  # في تصريح نقلته الوكالة
    if relay == "relay":
        return _relayed(scan, match, behind, preposition, chain, speakers)
    if chain is None and not sure:
        return None
    if chain is None:
        return _going_on(scan, match, speakers, voices)
    if name and voices and name[0] < match.first and _is_told(scan, name):
        return (*chain, *(source for source in voices[-1].chain if source not in chain))
    return chain


def _is_but_he(scan: Scan, match: Match) -> bool:
    """Whether "but he" stands before a verb of saying: whoever acts before goes on (لم يعلن الجيش حصيلة، لكنه أكد)."""
    return match.first > 0 and match.sort == "verb" and scan.words[match.first - 1].norm in _BUT_HE


def _is_called_so(scan: Scan, name: Name) -> bool:
    """Whether a toll or an account is called official or the like, or somebody's: حصيلة رسمية، دراسة أعدتها جامعة."""
    if scan.cue_at("document", name[0]) is None or name[0] == name[1]:
        return False
    behind = scan.words[name[0] + 1]
    issued = behind.norm.endswith("ها") and name[0] + 1 < name[1]
    return issued or scan.cue_at("source_quality", name[0] + 1) is not None


#: Verbs of going on, with speech or with anything else.
_ONGOING: Final = frozenset(("واصل", "تابع"))


def _nobody_says(scan: Scan, match: Match, speakers: Speakers) -> bool:
    """Whether a verb without a name is a passive that names nobody: قيل إن, and ذكر أن where nobody has spoken."""
    passive = scan.cue_at("say_passive", match.first)
    if passive is None or passive.payload.value != "unspecified":
        return _has_damma(scan, match) and not match.payload.value.startswith("relay")
    return not speakers.last or passive.last == passive.first or _has_damma(scan, match)


def _has_damma(scan: Scan, match: Match) -> bool:
    """Whether a past verb is written with the vowel of the passive: ذُكر، أُعلن."""
    if not isinstance(match.form, VerbForm) or match.form.tense != "past":
        return False
    at = scan.words[match.first].start + len(match.clitics.lead) + 1
    return scan.text[at : at + 1] == "\u064f"


def _tells_of_what_is_before(match: Match) -> bool:
    """Whether a verb with a pronoun only says who told what stands before it: الهدنة التي أعلنتها الهيئة."""
    return match.sort == "verb" and bool(match.clitics.suffix) and match.payload.value == ""


def _going_on(scan: Scan, match: Match, speakers: Speakers, voices: list[Voice]) -> tuple[Source, ...]:
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
    if speakers.open_quote is not None and _is_first_person(match):
        return speakers.open_quote  # إننا نؤكد, in what who is quoted says
    return speakers.going_on(match)


def _issuer(scan: Scan, match: Match, speakers: Speakers) -> tuple[Source, ...] | None:
    """Who issued what he says something in: أصدرت الوزارة بياناً نفت فيه."""
    after = match.last + 1
    if match.sort != "verb" or after >= len(scan.words):
        return None
    inside = scan.words[after].norm in _IN_IT
    if not inside and not (match.first and match.form.tense == "present" and _is_issued(scan, match.first - 1)):
        return None  # أصدرت الوزارة بيانا تؤكد أن
    at = next((word for word in range(1, min(_EARLY, match.first)) if _is_actor(scan, word)), None)
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


def _is_impersonal(scan: Scan, match: Match) -> bool:
    """Whether a present passive foresees for nobody in particular: يُتوقع أن."""
    if match.payload.value != "expected" or not isinstance(match.form, VerbForm) or match.form.tense != "present":
        return False
    at = scan.words[match.first].start + len(match.clitics.lead) + 1
    return scan.text[at : at + 1] == "\u064f"


def _subject(scan: Scan, match: Match, speakers: Speakers) -> tuple[Source, ...] | None:
    """Who acts in a sentence whose later part tells what he says: سيطرت القوات على البلدة، مؤكدة أن ..."""
    verb = next((m for m in scan.of("verb") if m.form.person in ("3ms", "3fs") and not m.clitics.suffix), None)
    if verb is not None and verb.first >= match.first and _is_actor(scan, 1) and not scan.here(0):
        name, last = name_after(scan, 1, speakers.publisher)  # حددت مصادر أمنية رقما أعلى، إذ قالت
        return resolve(scan, name, speakers, sure=False) if name and last < match.first else None
    if verb is None or verb.first > _EARLY:
        return None
    at = verb.last + 1
    if not _is_actor(scan, at) or not _fits(match, verb):
        at = next((at + 1 for at, word in enumerate(scan.words[:_EARLY]) if word.norm in COMPLEMENTIZERS), at)
    if at >= match.first or not _is_actor(scan, at):
        return None
    name, last = name_after(scan, at, speakers.publisher)
    if name is None or last >= match.first:
        return None
    return resolve(scan, (name[0], _before_object(scan, *name)), speakers, sure=False)


def _is_actor(scan: Scan, at: int) -> bool:
    return at < len(scan.words) and has_source_head(scan, at) and not scan.here(at)[0].clitics.prep


def _fits(match: Match, verb: Match) -> bool:
    """Whether a verb or participle of saying agrees with the verb before it."""
    person: str = verb.form.person
    if isinstance(match.form, VerbForm):
        return match.form.person == person
    cue: Cue = match.payload
    return cue.lemma.split()[0].endswith("ة") == (person == "3fs")


def _begin(scan: Scan, match: Match, before: Name | None, behind: int) -> int:
    """The first word that a verb of saying governs."""
    if _reports_what_precedes(scan, match) or _ends_sentence(scan, match, behind):
        return 0
    return before[0] if before else match.first


def _ends_sentence(scan: Scan, match: Match, behind: int) -> bool:
    """Whether who says it comes last: قتل ثلاثة في انفجار، قال مسؤولون."""
    return behind >= len(scan.words) and match.first in scan.commas and match.sort == "verb" and not match.clitics.lead


def _relayed(
    scan: Scan, match: Match, behind: int, preposition: str, chain: tuple[Source, ...] | None, speakers: Speakers
) -> tuple[Source, ...] | None:
    """ "X relayed from Y": Y, then X. A verb that also means something else relays only with a Y or with speech."""
    wanted = fold(preposition)
    if chain and chain[0].kind == "person":  # who relays is an outlet; who learns something mostly the one that writes
        chain = () if wanted == "من" else (replace(chain[0], kind="media", why="an outlet that the files do not know"),)
    for at in range(match.last + 1, min(behind + 7, len(scan.words))):
        if scan.words[at].norm == wanted:
            name, last = name_after(scan, at + 1, speakers.publisher)
            if wanted == "الي" and not opens_speech(scan, last + 1, strict=True):
                continue  # نسب الهجوم إلى مجهولين
            nearer = resolve(scan, name, speakers, sure=True)
            if nearer:
                return (nearer[0], *(source for source in chain or () if source != nearer[0]))
    return chain if opens_speech(scan, behind, strict=True) or _according_to(scan, match.first) else None


def _according_to(scan: Scan, verb: int) -> bool:
    """Whether "according to" stands before a verb, with no more than what was said between: وفق حصيلة أعلنها."""
    document = verb - 1
    if document in scan.commas and scan.cue_at("document", document) and not scan.words[document].norm.startswith("و"):
        return True  # قتل ثلاثة، حصيلة أعلنتها الوزارة
    return any(
        verb - 3 <= cue.last < verb and not any(cue.last < comma <= verb for comma in scan.commas)
        for cue in scan.cue("according")
    )


def _reports_what_precedes(scan: Scan, match: Match) -> bool:
    """ "..., as X reports": the verb stands behind حسبما, كما, وفق ما, وفق حصيلة, حصيلة."""
    if match.first == 0:
        return False
    if _according_to(scan, match.first):
        return True
    before = scan.words[match.first - 1].norm
    if before == "كما" and _has_complement(scan, match):
        return False  # كما حذرت من أعمال القتل
    if before in ("حسبما", "وفقما", "كما"):
        return match.first > 3
    return before == "لما"


def _has_complement(scan: Scan, match: Match) -> bool:
    """Whether a verb of saying has its matter behind it, right there or behind who speaks: كما قال الوزير إن."""
    reach = match.last + 1 + _SAID_REACH
    behind = scan.words[match.last + 1 : next((comma for comma in scan.commas if comma > match.last), reach)]
    if behind and behind[0].norm in _OF_MATTER:
        return True
    return any(word.norm in COMPLEMENTIZERS or word.norm in ("عن", "الي") for word in behind[:_SAID_REACH])


_OF_MATTER: Final = word_set("voices", "of_matter")


def _accordings(scan: Scan, speakers: Speakers, sayings: list[Voice]) -> list[Voice]:
    voices: list[Voice] = []
    end = len(scan.words) - 1
    for match in scan.cue("according"):
        if scan.words[min(match.last + 1, end)].norm in _CAME_IN:
            continue
        owned = match.payload.lemma.endswith("ا ل")  # وفقا لوكالة, not: في تصريح لوكالة
        begin = match.last + 1 + _is_seen(scan, match.last)
        name, _ = name_after(scan, begin, speakers.publisher, owned=owned)
        if (name is None and match.clitics.prep) or scan.norms(match.last + 1, match.last + 1) in _HIS:
            continue  # في بيان لها اتهمت اللجنة
        denied = _denied_at([voice for voice in sayings if voice.at < match.first])
        if denied is not None and scan.words[match.first - 1].norm == "ما":
            continue  # نفت الوزارة ما ورد في بيان الحركة
        if _says_behind(scan, match) or (name and _is_lead(scan, name, match)):
            continue
        chain = resolve(scan, name, speakers, sure=False, according=True)
        if chain is None:
            continue
        if match.payload.value == "relay" and name is not None:
            chain = (*_quoted_by(scan, name, speakers), *chain, *_quoting(scan, match, name, speakers))
        relayer = next((v for v in (*sayings, *voices) if v.at < match.first <= v.at + 10), None)
        if (
            match.payload.value in ("relay", "grounds") and relayer is not None
        ):  # "the agency said, quoting the director"
            chain = _through(match, chain, relayer.chain)
            speakers.last = chain
            voices.append(Voice(relayer.first, relayer.last, chain, relayer.mode, match.first))
            continue
        if _carries_mode(match, chain, sayings):
            continue
        said = next((v for v in reversed(sayings) if v.at < match.first and v.chain and v.mode == ""), None)
        if said is not None and chain and chain[0].kind in ("agency", "media") and said.chain[0].kind in _CARRIED:
            chain = (*said.chain, *(source for source in chain if source not in said.chain))
        chain = _passed_on(scan, name, chain, sayings)
        speakers.last = chain
        mode = "denied" if match.payload.value == "denied" else ""
        begin, last = _clause_of(scan, match, sayings), _end_of(scan, match, name) or end
        nameless = next((i for i, v in enumerate(sayings) if v.mode and not v.chain and v.at < match.first), None)
        if nameless is not None:  # محذرين من أن ...، بحسب مسؤولين
            sayings[nameless] = replace(sayings[nameless], first=begin, chain=chain)
            continue
        voices.append(Voice(begin, last, chain, mode, match.first))
    return voices


def _is_seen(scan: Scan, at: int) -> bool:
    """Whether a verb stands between "according to what" and who saw it: وفق ما شاهده مصور الوكالة."""
    seen = at + 2 < len(scan.words) and scan.words[at].norm in ("ما", "لما") and scan.words[at + 1].norm.endswith("ه")
    return seen and any(has_source_head(scan, at + ahead) for ahead in (2, 3)) and not has_source_head(scan, at + 1)


def _end_of(scan: Scan, match: Match, name: Name | None) -> int | None:
    """The last word of what "according to" governs where another matter follows it: وفقا لمصدر أمني، في حين قصفت."""
    if name is None or match.first <= _FRONT:
        return None
    joint = next((cue for cue in scan.cue("boundary") if cue.first == name[1] + 1), None)
    return name[1] if joint is not None and joint.payload.lemma in _WHEREAS else None


#: Up to which word "according to" stands in front, and speaks of all that follows.
_FRONT: Final = 2

#: Joints behind which what is told stands against what was told before.
_WHEREAS: Final = frozenset(("في حين", "في المقابل", "بينما"))


def _quoted_by(scan: Scan, name: Name, speakers: Speakers) -> tuple[Source, ...]:
    """Whom an outlet that is quoted quotes itself: نقلا عن القناة عن مصدر حكومي."""
    if scan.norms(name[1] + 1, name[1] + 1) != "عن":
        return ()
    nearer, _ = name_after(scan, name[1] + 2, speakers.publisher)
    return resolve(scan, nearer, speakers, sure=False) or ()


def _quoting(scan: Scan, match: Match, name: Name, speakers: Speakers) -> tuple[Source, ...]:
    """The outlet at the head of a heading that quotes another: سانا نقلا عن مصدر: ..."""
    begin, end = _past_tags(scan), match.first - 1
    headed = any(":" in word.before for word in scan.words[name[1] + 1 : name[1] + _HEADED])
    if not (headed and begin <= end < begin + _ADDRESSED and has_source_head(scan, begin)):
        return ()
    return resolve(scan, (begin, end), speakers, sure=False) or ()


#: The longest name before "quoting" in a heading, and how far behind who is quoted its colon may stand, in words.
_ADDRESSED: Final = 4
_HEADED: Final = 8

_HIS: Final = word_set("voices", "his")


def _carries_mode(match: Match, chain: tuple[Source, ...], sayings: list[Voice]) -> bool:
    """Whether an outlet at the end only carries who denies or foresees: نفت الوزارة القصف، بحسب وكالة الأنباء.

    It joins the chain of that voice.
    """
    at = next((i for i in range(len(sayings) - 1, -1, -1) if sayings[i].at < match.first), None)
    if at is None or not chain or chain[0].kind not in ("agency", "media"):
        return False
    said = sayings[at]
    if said.mode not in ("denied", "expected", "excluded") or not said.chain or said.chain[0].kind not in _CARRIED:
        return False
    sayings[at] = replace(said, chain=(*said.chain, *(source for source in chain if source not in said.chain)))
    return True


def _carried_out(voices: list[Voice], accordings: list[Voice]) -> list[Voice]:
    """With the outlet by which a sentence is said to be carried: بحسب وكالة الأنباء، قال قائد الشرطة إن."""
    outlets = ("agency", "media")
    fronted = next((v for v in accordings if v.at <= 1 and v.chain and v.chain[0].kind in outlets), None)
    if fronted is None:
        return voices
    carried = []
    for voice in voices:
        if voice.at > fronted.at + 1 and voice.chain and voice.chain[0].kind in _CARRIED:
            chain = (*voice.chain, *(source for source in fronted.chain if source not in voice.chain))
            voice = replace(voice, chain=chain)
        carried.append(voice)
    return carried


def _passed_on(scan: Scan, name: Name | None, chain: tuple[Source, ...], sayings: list[Voice]) -> tuple[Source, ...]:
    """With who spoke first, where an outlet at the end only passes it on: قالت الوزارة ...، بحسب الوكالة."""
    outlets = ("agency", "media")
    if name is None or name[1] < len(scan.words) - 1 or not chain or chain[0].kind not in outlets or not sayings:
        return chain
    said = sayings[-1].chain
    return (*said, *chain) if said and all(each.kind not in outlets for each in said) else chain


_CAME_IN: Final = word_set("voices", "came_in")


def _is_lead(scan: Scan, name: Name, match: Match) -> bool:
    """Whether forces act on what is named: بناء على معلومات دقيقة، وفق معلومات استخبارية."""
    if match.payload.value == "grounds" and scan.words[name[0]].norm in _ORDERS:
        return True
    document = scan.cue_at("document", name[0])
    if document is None or document.payload.lemma != "معلومة":
        return False
    return match.payload.value == "grounds" or _INTELLIGENCE in scan.norms(*name)


_ORDERS: Final = word_set("voices", "orders")

_INTELLIGENCE: Final = " استخبار"


_MEANWHILE: Final = word_set("voices", "meanwhile")


def _clause_of(scan: Scan, match: Match, sayings: list[Voice]) -> int:
    """Where what "according to" governs begins: the sentence, or the last clause where that tells another matter.

    Behind a comma it speaks of the whole sentence, but for what others say in it.
    """
    joints = (cue.first for cue in scan.cue("boundary") if cue.payload.lemma in _MEANWHILE and cue.first < match.first)
    joint = max(joints, default=0)
    apart = match.first not in scan.commas or any(voice.at < joint for voice in sayings)
    return joint if apart else 0


def _says_behind(scan: Scan, match: Match) -> bool:
    """Whether a verb of saying carries "according to" (وفق ما أعلنت), not one that only tells of the source."""
    behind = match.last + 1
    nameless = has_source_head(scan, behind) and not scan.cue_at("document", behind)
    return any(
        match.last < m.first <= match.last + 3
        and scan.words[m.first - 1].norm not in ("التي", "الذي", "الذين")
        and not (nameless and m.first > behind and not m.clitics.suffix)  # بحسب مصدر عسكري توقع تقدماً
        for m in scan.cue("say")
    )


def _through(match: Match, chain: tuple[Source, ...], outer: tuple[Source, ...]) -> tuple[Source, ...]:
    """Who is quoted, then who quotes him; an institution that speaks by its spokesman is one voice with him."""
    if match.payload.lemma == "على لسان" and outer and outer[0].kind not in ("agency", "media"):
        return outer
    return (*chain, *(source for source in outer if source not in chain))


def _headed(scan: Scan, speakers: Speakers) -> list[Voice]:
    """ "The observatory: five killed": a source, a colon, and what it says."""
    begin = _past_tags(scan)
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
    return bool(scan.at("metonym", at) or scan.at("place", at))


def _past_tags(scan: Scan) -> int:
    """The first word that is neither a time of day nor a label: 20:40، عاجل |."""
    return next((at for at in range(len(scan.words)) if not is_label(scan, at)), 0)


def _heading(scan: Scan, begin: int, colon: int, speakers: Speakers, *, issued: bool) -> tuple[Source, ...] | None:
    """Who speaks before a colon: a source, one that relays another (رويترز عن مسؤول), or whose statement it is."""
    relayed = next((word for word in range(begin + 1, colon) if scan.words[word].norm == "عن"), None)
    if relayed is not None and not issued:
        outer = resolve(scan, (begin, relayed - 1), speakers, sure=False)
        return outer and (*(resolve(scan, (relayed + 1, colon - 1), speakers, sure=True) or ()), *outer)
    name, _ = name_after(scan, begin, speakers.publisher)
    first, last = (name[0], min(name[1], colon - 1)) if name else (begin, colon - 1)
    chain = resolve(scan, (first, last), speakers, sure=False)
    return chain and (*chain, *_spoken_to(scan, last + 1, chain, speakers))


def _passive(scan: Scan, *, alone: bool) -> list[Voice]:
    """Reports that name nobody; beside other voices only where what is said follows at once: فيما قيل إن ..."""
    for match in scan.cue("say_passive"):
        says = match.last == match.first and opens_speech(scan, match.last + 1, strict=True)
        if match.payload.value == "unspecified" and (alone or says):
            return [_unspecified(scan, match, "passive report")]
    if not alone:
        return []
    damma = (m for m in scan.cue("say") if _has_damma(scan, m) and opens_speech(scan, m.last + 1, strict=False))
    return [_unspecified(scan, match, "passive verb") for match in damma]


def _unspecified(scan: Scan, match: Match, why: str) -> Voice:
    span = Span(scan.words[match.first].start, scan.words[match.last].end)
    source = Source(span.of(scan.text), "unspecified", span, why)
    return Voice(match.first, len(scan.words) - 1, (source,), "", match.first)


def _end_quote(scan: Scan, speakers: Speakers) -> None:
    """A quotation that was left open ends with its line, unless the next begins with a mark or closes it."""
    if speakers.open_quote is None or scan.sentence.line == speakers.quoted_on:
        return
    if any(mark in _marks(scan) for mark in "»”") or any(mark in QUOTES for mark in scan.words[0].before):
        speakers.quoted_on = scan.sentence.line
    else:
        speakers.open_quote = None


def _closes_later(scan: Scan) -> bool:
    """Whether a closing mark comes before the next opening one."""
    rest = scan.text[scan.sentence.end : scan.sentence.end + _LONGEST_QUOTE]
    return next((mark in "»”" for mark in rest if mark in "«“»”"), False)


def _marks(scan: Scan) -> str:
    """All punctuation of a sentence."""
    return "".join([word.before for word in scan.words]) + scan.text[scan.words[-1].end : scan.sentence.end]


def _follow_quotes(scan: Scan, speakers: Speakers, voices: list[Voice]) -> None:
    """Remember whether a quotation stays open at the end of the sentence: the next one then goes on with it."""
    marks = _marks(scan)
    opened, closed = marks.count("«") + marks.count("“"), marks.count("»") + marks.count("”")
    if marks.count('"') % 2:
        opened, closed = (opened, closed + 1) if speakers.open_quote is not None else (opened + 1, closed)
    if opened > closed and voices and (marks.count('"') % 2 or _closes_later(scan)):
        speakers.open_quote, speakers.quoted_on = _quoted(scan, voices).chain, scan.sentence.line
    elif closed > opened:
        speakers.open_quote = None


def _tells_report(scan: Scan, match: Match) -> bool:
    """Whether the subject of a verb of saying are reports that nobody owns: تقارير متداولة أشارت إلى أن."""
    if match.sort != "verb" or match.payload.value == "denied" or match.clitics.suffix:
        return False
    if match.first > 1 and scan.words[match.first - 1].norm in _WHO:  # التقارير التي تفيد بإصابته
        return any(cue.last == match.first - 2 for cue in scan.cue("report"))
    return any(
        match.first - _QUALITIES <= cue.last < match.first
        and not (cue.clitics.definite or cue.clitics.suffix or cue.form == "phrase")
        and _past_qualities(scan, cue.last + 1) == match.first
        for cue in scan.cue("report")
    )


#: How many adjectives a noun for reports may have.
_QUALITIES: Final = 4


def _quoted(scan: Scan, voices: list[Voice]) -> Voice:
    """Whose words the last opening mark opens: قال الحزب: "ذكرت وسائل إعلام أن ..."."""
    opens = max((at for at, word in enumerate(scan.words) if any(mark in OPENING for mark in word.before)), default=-1)
    return max((v for v in voices if v.at < opens), key=lambda v: v.at, default=voices[-1])


#: Within how many words behind a verb of denial the report stands that it denies.
_DENIED_REACH: Final = 6


def _bounded(scan: Scan, voices: list[Voice]) -> list[Voice]:
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


def _is_published(voice: Voice, report: Match) -> bool:
    """Whether a piece of news is the object of the verb by which an outlet brings it."""
    near = 0 < report.first - voice.at <= _PUBLISHED_REACH
    return near and bool(voice.chain) and voice.chain[0].kind in ("media", "agency")


_PUBLISHED: Final = frozenset(("خبر", "تقرير", "نبأ"))
#: How far behind the verb its object may stand, the name of the outlet between.
_PUBLISHED_REACH: Final = 7


def _occasions(scan: Scan, voices: list[Voice]) -> Iterator[Voice]:
    """On what occasion somebody speaks nobody says but the outlet: قال الوزير، لدى زيارته البلدة، إن."""
    for voice in voices:
        behind = range(voice.at + 1, min(voice.at + _SPEECH_REACH, len(scan.words)))
        opens = next((at for at in behind if scan.words[at].norm in _SPEECH_OPENS), -1)
        begins = next((at for at in behind if scan.words[at].norm in _OCCASIONS), opens)
        if begins < opens and not voice.mode and not any(begins < cue.first < opens for cue in scan.cue("say")):
            yield Voice(begins, opens - 1, (), "", begins)


#: What leads over to the occasion of a speech, what opens the speech, and how far behind its verb that may stand.
_OCCASIONS: Final = word_set("voices", "occasions")
_SPEECH_OPENS: Final = COMPLEMENTIZERS | {"عن"}
_SPEECH_REACH: Final = 40


def _past_qualities(scan: Scan, at: int) -> int:
    """The word behind the adjectives of a report noun: معلومات أولية غير مؤكدة بأن."""
    while at < len(scan.words) and (scan.words[at].marbuta or scan.words[at].norm == "غير"):
        at += 1
    return at
