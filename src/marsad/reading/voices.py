"""Stage 2: who speaks. For every sentence the words that a voice governs, and whether it tells, denies or foresees.

Verbs of saying govern from themselves to the end of the sentence; "according to X" governs all of it; "he added" goes
on with the voice before; a sentence without any sign is the outlet's own (GUIDELINES, section 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import msgspec
from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.entries import Actor, Cue, Outlet
from marsad.knowledge.lexicon import Match, stem
from marsad.model import Source, SourceKind, Span
from marsad.reading.scan import COMPLEMENTIZERS, NOBODY, PREPOSITIONS, Scan

#: How many voices "the source" may point back to.
_REMEMBERED: Final = 30

#: The longest name of a source, in words.
_LONGEST_NAME: Final = 14

#: Actors whose "forces", in their own words, are theirs.
_ARMED: Final = frozenset(("armed_group", "state", "government", "military", "police"))

_ACTOR_VOICES: Final[dict[str, SourceKind]] = {
    "armed_group": "armed_group",
    "monitor": "monitor",
    "international": "monitor",
    "civil": "local",
    "tribal": "local",
    "media_body": "media",
    "religious": "official",
    "political": "official",
    "state": "official",
    "government": "official",
    "military": "official",
    "police": "official",
}


class Voice(msgspec.Struct, frozen=True, gc=False):
    """Words `[first, last]` of a sentence are told by `chain`; `mode` is empty, `denied` or `expected`.

    `at` is the verb of saying, `actor` the actor that the nearest source is or speaks for.
    """

    first: int
    last: int
    chain: tuple[Source, ...]
    mode: str
    at: int
    actor: str | None = None


@dataclass(slots=True)
class Speakers:
    """What the report has told so far of its voices."""

    publisher: frozenset[str] = frozenset()
    last: tuple[Source, ...] = ()
    known: list[Source] = field(default_factory=list)
    actors: dict[str, str] = field(default_factory=dict)
    open_quote: tuple[Source, ...] | None = None


def find_voices(scan: Scan, speakers: Speakers) -> list[Voice]:
    """The voices of a sentence, in their order; `speakers` remembers them for the sentences after."""
    voices = _sayings(scan, speakers)
    voices = [*voices, *_accordings(scan, speakers, voices)]
    if not voices:
        voices = [*_headed(scan, speakers), *_passive(scan)]
    if not voices and speakers.open_quote is not None:
        voices = [Voice(0, len(scan.words) - 1, speakers.open_quote, "", 0)]
    _follow_quotes(scan, speakers, voices)
    found = [_with_actor(each, speakers) for each in _bounded(scan, voices)]
    return sorted(found, key=lambda voice: voice.first)


def _with_actor(voice: Voice, speakers: Speakers) -> Voice:
    actor = speakers.actors.get(voice.chain[0].name) if voice.chain else None
    return replace(voice, actor=actor) if actor else voice


def voice_at(voices: Sequence[Voice], word: int) -> Voice | None:
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
            speakers.last = ()
            taken.update(range(topic.first, topic.last + 1))
    for match in scan.cue("say"):
        if match.first in taken or _is_other_noun(match) or match.first in scan.numerals:
            continue
        if match.first and scan.words[match.first - 1].norm == "عدم":
            continue  # فضل عدم ذكر اسمه
        cue: Cue = match.payload
        if match.form == "phrase":  # "adding that": the voice before goes on
            after_name, name_end = None, match.last
        else:
            after_name, name_end = _name_after(scan, match.last + 1)
        before = None if after_name or match.form == "phrase" else _name_before(scan, match.first)
        opens = _opens_speech(scan, name_end + 1 if after_name else match.last + 1, strict=cue.value == "soft")
        name = after_name or before
        if name and scan.words[name[0]].norm in NOBODY:
            continue
        if cue.value == "soft" and not opens and not (name and _has_source_head(scan, name[0], known=True)):
            continue
        chain = _resolve(scan, name, speakers, sure=opens or cue.value == "denied")
        if cue.value == "soft" and chain and chain[0].kind == "person" and chain[0] not in speakers.last:
            continue
        if chain is None and not (opens or cue.value == "denied"):
            continue
        if chain is None and match.form == "phrase" and voices:
            chain = voices[-1].chain
        elif chain is None:
            chain = speakers.last if cue.value != "relay" else ()
        chain = _relayed(scan, match, name_end, chain, speakers)
        first = 0 if _reports_what_precedes(scan, match) else (before[0] if before else match.first)
        mode = cue.value if cue.value in ("denied", "expected") else ""
        voices.append(Voice(first, end, chain, mode, match.first))
        speakers.last = chain
        taken.update(range(match.first, name_end + 1))
    return voices


def _is_other_noun(match: Match) -> bool:
    """A noun such as قول counts only with a pronoun: قولها إن; a verb not behind a preposition."""
    if match.form in ("sg", "du", "pl"):
        return not match.clitics.suffix
    if match.sort != "verb":
        return False
    return match.clitics.prep == "ل" or (match.payload.value == "soft" and bool(match.clitics.suffix))


def _opens_speech(scan: Scan, at: int, *, strict: bool) -> bool:
    """Whether what follows is what is said: that ..., a colon, a quotation; if not strict, after إلى/عن/على."""
    for offset, word in enumerate(scan.words[at : at + 8]):
        if word.norm in COMPLEMENTIZERS or ":" in word.before:
            return True
        if offset > 3:
            continue
        if not strict and (word.norm in ("الي", "عن", "علي") or any(mark in QUOTES for mark in word.before)):
            return True
    return False


def _name_after(scan: Scan, start: int) -> tuple[tuple[int, int] | None, int]:
    """The words of the name that follows a verb of saying, and the last word looked at."""
    words = scan.words
    dated = scan.dated
    adverbs = {at for cue in scan.cue("adverb") for at in range(cue.first, cue.last + 1)}
    at = start
    while at < len(words) and (at in dated or at in adverbs):
        at += 1
    first = at
    while at < len(words) and at - first < _LONGEST_NAME:
        if at in scan.named and at > first:
            at += 1
            continue
        if at in dated or scan.cue_at("name_stop", at) or words[at].norm in COMPLEMENTIZERS or _is_his(scan, at):
            break
        if _ends_name(scan, at, first):
            at = _apposed(scan, at) if at > first else at
            break
        if _addressed(scan, at) or (_begins_event(scan, at) if at > first else _denied_act(scan, at)):
            break
        at += 1
    return ((first, at - 1) if at > first else None), max(at - 1, start - 1)


_COMMAS: Final = frozenset("،,")
_PARTING: Final = frozenset("،,؛;–—(")


def _apposed(scan: Scan, at: int) -> int:
    """Where a name ends that goes on behind a comma: قال المتحدث باسم الجيش، العميد فلان الفلاني، إن."""
    if _COMMAS.isdisjoint(scan.words[at].before):
        return at
    for end in range(at, min(at + 8, len(scan.words))):
        word = scan.words[end]
        if word.norm in COMPLEMENTIZERS or ":" in word.before or (end > at + 1 and not _COMMAS.isdisjoint(word.before)):
            return end
        if end in scan.dated or word.norm in PREPOSITIONS or (end == at and word.norm[:1] == "و"):
            return at
        if _ends_apposition(scan, end):
            return at
    return at


def _ends_apposition(scan: Scan, at: int) -> bool:
    if any(scan.cue_at(name, at) for name in ("name_stop", "say", "boundary", "topic", "adverb")):
        return True
    strong = [m for m in scan.at("verb", at) if type(m.payload) is not Cue]
    return any(m.form.tense == "past" and not m.clitics.prep for m in strong)


def _ends_name(scan: Scan, at: int, first: int) -> bool:
    """Marks and prepositions before which a name ends."""
    word = scan.words[at]
    if word.norm in PREPOSITIONS and (at == first or _on_occasion(scan, at)):
        return True
    if ":" in word.before:
        return True
    if at == first:
        return False
    if not _PARTING.isdisjoint(word.before):
        return True
    if scan.text[word.start : word.end].endswith(("ًا", "اً")) and scan.words[first].norm.startswith("ال"):
        return True  # an adverb: نفى المصدر نفياً قاطعاً
    return any(mark in QUOTES for mark in word.before) and _long_quote(scan, at)


def _on_occasion(scan: Scan, at: int) -> bool:
    """ "in a statement", "in an interview": not part of a name."""
    if scan.words[at].norm != "في":
        return False
    return at + 1 in scan.dated or scan.cue_at("occasion", at + 1) is not None


def _strong_verbs(scan: Scan) -> list[Match]:
    return [match for match in scan.of("verb") if type(match.payload) is not Cue]


def _begins_event(scan: Scan, at: int) -> bool:
    """Whether an event begins at a word: not inside a name, at a place (عدن) nor with ال (لجنة المصالحة).

    Behind an actor or the name of an office what is told begins, with ال or without: نفى التنظيم الهجوم.
    """
    verbs = scan.at("verb", at)
    if not scan.at("trigger", at) and all(type(match.payload) is Cue for match in verbs):
        return False
    if scan.at("place", at) or at in scan.named:
        return False
    return not scan.words[at].norm.startswith("ال") or bool(scan.ending("actor", at - 1))


def _denied_act(scan: Scan, at: int) -> bool:
    """Whether an act stands where a name might: نفى اعتقال أي متظاهرة."""
    acts = [match for match in scan.at("trigger", at) if match.form in ("sg", "pl") and not match.clitics.definite]
    return bool(acts) and not _has_source_head(scan, at) and not scan.at("person", at)


def _is_his(scan: Scan, at: int) -> bool:
    """Whether a word tells what somebody says or means to do: نفيه، عزمها."""
    return any((cue := scan.cue_at(name, at)) and cue.clitics.suffix for name in ("say", "planned"))


def _addressed(scan: Scan, at: int) -> bool:
    """Whether the outlet that is spoken to begins at a word: قال المصدر لـ"بيروت اليوم"، لوكالة سانا، لشبكتنا."""
    if scan.words[at].norm == "ل" or any(match.clitics.prep == "ل" for match in scan.at("outlet", at)):
        return True
    source = scan.cue_at("source", at)
    return source is not None and source.clitics.prep == "ل" and source.payload.value in ("agency", "media", "own")


def _long_quote(scan: Scan, at: int) -> bool:
    return any(first == at and last - first >= 4 for first, last in scan.quoted)


def _name_before(scan: Scan, verb: int) -> tuple[int, int] | None:
    """The words of a name that stands before its verb of saying, at the head of a clause."""
    first = verb
    stops = set(scan.commas)
    while first > 0 and verb - first < _LONGEST_NAME:
        if first in stops and first != verb:
            break
        first -= 1
    while first < verb and scan.words[first].norm in (
        "وكان",
        "وكانت",
        "كان",
        "كانت",
        "فيما",
        "حيث",
        "بينما",
        "وقد",
        "قد",
    ):
        first += 1
    if first >= verb or not _has_source_head(scan, first):
        return None
    busy = any(first <= dated.first < verb for dated in scan.dates) or any(
        first < m.first < verb and m.form.tense == "past" and not m.clitics.suffix and m.clitics.prep == ""
        for m in _strong_verbs(scan)
    )
    if busy:
        return None
    adverbs = {at for cue in scan.cue("adverb") for at in range(cue.first, cue.last + 1)}
    last = verb - 1
    while last > first and last in adverbs:  # الدفاع المدني بدوره قال
        last -= 1
    return first, last


def _has_source_head(scan: Scan, at: int, *, known: bool = False) -> bool:
    """Whether a word heads a source; `known` asks for one that reports by trade or has been a voice before."""
    if scan.cue_at("source", at) or scan.at("outlet", at):
        return True
    if not known:
        return bool(scan.at("actor", at) or scan.at("metonym", at))
    taken_up = scan.cue_at("same_voice", at)
    if taken_up is not None and taken_up.clitics.definite:
        return True
    return any(m.payload.type in ("monitor", "international", "civil") for m in scan.at("actor", at))


def _resolve(
    scan: Scan, name: tuple[int, int] | None, speakers: Speakers, *, sure: bool, according: bool = False
) -> tuple[Source, ...] | None:
    """The chain that a name stands for; none where the words name nobody."""
    if name is None:
        return None
    first, last = name
    if (scan.words[first].norm.startswith("لل") and not according) or scan.words[first].norm == "الخبر":
        return None  # نُقل للمستشفى، نشرت الخبر: no voices
    kind, why = source_kind(scan, first, last)
    if kind == "own":
        return ()
    text = scan.words_text(first, last)
    if earlier := _said_before(scan, first, last, speakers):
        return (earlier, *speakers.last[1:]) if speakers.last and speakers.last[0] == earlier else (earlier,)
    if kind is None:
        if not sure or last - first > 8 or not _may_be_a_name(scan, first, last):
            return None
        kind, why = "person", "a name that the files do not know"
    if fold(text) in speakers.publisher:
        return ()
    start = scan.words[first].start
    if according and scan.words[first].norm.startswith("لل"):  # وفقا للمنظمة: the article has lost its alef
        text = "ا" + text[1:]
    elif according and _has_to(scan, first):
        start, text = start + 1, text[1:]
    found = Source(text, kind, Span(start, scan.words[last].end), why)
    speakers.known = [*speakers.known[-_REMEMBERED:], found]
    for match in scan.of("actor"):
        if first <= match.first <= last and match.payload.type in _ARMED:
            speakers.actors.setdefault(found.name, match.payload.id)
    return (found,)


def _has_to(scan: Scan, at: int) -> bool:
    """Whether ل is written together with a name: وفقا لمصدر."""
    return scan.text[scan.words[at].start] == "ل" and any(
        m.clitics.prep == "ل" for m in scan.here(at) if m.sort in ("cue", "actor", "outlet", "person", "metonym")
    )


def _may_be_a_name(scan: Scan, first: int, last: int) -> bool:
    """Whether words that no file knows may be somebody's name: no thing (سبب، صحة), and speech follows them at once."""
    if scan.words[first].norm.endswith(("هم", "هن", "ها")) or any(cue.first == first for cue in scan.cue("thing")):
        return False
    return _opens_speech(scan, last + 1, strict=True)


def _said_before(scan: Scan, first: int, last: int, speakers: Speakers) -> Source | None:
    """The voice that "the source", "the agency" takes up again: a short definite name of a known one."""
    if last - first > 1 or not speakers.known:
        return None
    named = {stem(word.norm) for word in scan.words[first : last + 1]}
    for source in reversed(speakers.known):
        if named <= set(map(stem, fold(source.name).split())):
            return source
    same = scan.cue_at("same_voice", first)
    named_in_full = any(first < m.last for m in (*scan.at("actor", first), *scan.at("outlet", first)))
    if same is None or not same.clitics.definite or named_in_full:
        return None
    head = fold(same.payload.lemma)
    for source in reversed(speakers.known):
        if any(word.endswith(head) or head in word for word in fold(source.name).split()):
            return source
    return speakers.last[0] if speakers.last else None


#: Numbers and quantities of people who speak: اثنان من سكان البلدة.
_SOME: Final = frozenset(("احد", "احدي", "واحد", "اثنان", "اثنين", "اثنتان", "ثلاثه", "عدد", "عده", "بعض", "عشرات"))


def source_kind(scan: Scan, first: int, last: int) -> tuple[SourceKind | Literal["own"] | None, str]:
    """What kind of source words `[first, last]` name (`own` for the outlet's correspondent), and by which rule."""
    if first + 2 <= last and scan.words[first].norm in _SOME and scan.words[first + 1].norm == "من":
        first += 2
    inside = scan.inside(first, last)
    outlet = next((m for m in inside if m.sort == "outlet" and m.first <= first + 2), None)
    heads = [m for m in inside if type(m.payload) is Cue and m.payload.cue == "source" and m.first <= first + 1]
    head = heads[0] if heads else None
    actor = next((m.payload for m in inside if m.sort == "actor"), None)
    if any(m.payload.value == "own" for m in heads):
        return "own", "the outlet's own reporter"
    if head is None or head.payload.value in ("agency", "media"):
        if outlet is not None:
            found: Outlet = outlet.payload
            agency = head is not None and head.payload.value == "agency"
            return "agency" if agency else found.voice, f"outlet {found.id}"
        if head is not None and actor is not None and actor.type == "international":
            return _ACTOR_VOICES[actor.type], f"actor {actor.id}"  # وكالة الأونروا
        if head is not None:
            return head.payload.value, f"source noun {head.payload.lemma}"
    owned = {at for m in inside if m.sort in ("actor", "outlet") for at in range(m.first, m.last + 1)}
    qualities = [
        m.payload
        for m in inside
        if type(m.payload) is Cue and m.payload.cue == "source_quality" and m.first > first and m.first not in owned
    ]
    house = [
        m.payload
        for m in inside
        if type(m.payload) is Cue and m.payload.cue == "source" and m.first > first + 1 and m.first not in owned
    ]
    if head is not None and head.payload.value == "anonymous":
        return _of_anonymous([*qualities, *house], actor)
    if head is not None and head.payload.value == "official" and actor is None:
        for value in ("medical", "monitor"):
            if any(cue.value == value for cue in house):  # مدير مشفى المدينة
                return value, f"head of what is {value}"
    if head is None and scan.cue_at("report", first):
        return (_ACTOR_VOICES[actor.type], f"report of actor {actor.id}") if actor else ("unspecified", "report noun")
    if actor is not None and (head is None or head.payload.value == "official"):
        return _ACTOR_VOICES[actor.type], f"actor {actor.id}"
    if head is not None:
        return head.payload.value, f"source noun {head.payload.lemma}"
    if any(m.sort in ("metonym", "country") and m.first == first for m in inside):
        return "official", "capital or country"
    person = next((m.payload for m in inside if m.sort == "person" and m.first == first), None)
    if person is not None and person.id == "CIVILIANS":
        return "local", f"people: {person.lemma}"
    return None, ""


def _of_anonymous(qualities: list[Cue], actor: Actor | None) -> tuple[SourceKind, str]:
    """A source without a name: what its adjectives say, and whose it is."""
    values = [cue.value for cue in qualities]
    if any(cue.lemma in ("مقرب", "مجهول") for cue in qualities) or values == ["anonymous"]:
        return "anonymous", "close to or informed"
    if actor is not None and ("official" in values or not values):
        return _ACTOR_VOICES[actor.type], f"source of actor {actor.id}"
    for value in ("official", "medical", "media", "local", "monitor"):
        if value in values:
            return value, f"source called {value}"
    return "anonymous", "unnamed source"


def _relayed(
    scan: Scan, match: Match, name_end: int, chain: tuple[Source, ...], speakers: Speakers
) -> tuple[Source, ...]:
    """ "X relayed from Y": Y, then X."""
    if match.payload.value != "relay":
        return chain
    for at in range(match.last + 1, min(name_end + 8, len(scan.words))):
        if scan.words[at].norm == "عن":
            name, _ = _name_after(scan, at + 1)
            nearer = _resolve(scan, name, speakers, sure=True)
            if nearer:
                return (nearer[0], *chain)
    return chain


def _reports_what_precedes(scan: Scan, match: Match) -> bool:
    """ "..., as X reports": the verb stands behind حسبما, كما, وفق ما."""
    if match.first == 0:
        return False
    before = scan.words[match.first - 1].norm
    if before in ("حسبما", "وفقما", "كما") or (
        before == "ما"
        and match.first > 1
        and scan.words[match.first - 2].norm in ("بحسب", "حسب", "وفق", "وفقا", "علي", "لما")
    ):
        return match.first > 3
    return before == "لما"


def _accordings(scan: Scan, speakers: Speakers, sayings: list[Voice]) -> list[Voice]:
    voices: list[Voice] = []
    end = len(scan.words) - 1
    for match in scan.cue("according"):
        name, _ = _name_after(scan, match.last + 1)
        if name is None and match.clitics.prep:
            continue
        said = [m for m in scan.cue("say") if match.last < m.first <= match.last + 3]
        if said:
            continue
        chain = _resolve(scan, name, speakers, sure=False, according=True)
        if chain is None:
            continue
        relayer = next((v for v in sayings if v.at < match.first <= v.at + 10), None)
        if match.payload.value == "relay" and relayer is not None:  # "the agency said, quoting the director"
            chain = (*chain, *(source for source in relayer.chain if source not in chain))
            speakers.last = chain
            voices.append(Voice(relayer.first, relayer.last, chain, relayer.mode, match.first))
            continue
        speakers.last = chain
        voices.append(Voice(0, end, chain, match.payload.value if match.payload.value == "denied" else "", match.first))
    return voices


def _headed(scan: Scan, speakers: Speakers) -> list[Voice]:
    """ "The observatory: five killed": a source, a colon, and what it says."""
    if ":" not in scan.text[scan.sentence.start : scan.sentence.end]:
        return []
    begin = next((at for at, word in enumerate(scan.words) if not word.norm.isdigit()), 0)
    for at, word in enumerate(scan.words[:12]):
        if at > begin and ":" in word.before:
            kind, _ = source_kind(scan, begin, at - 1)
            if kind in (None, "own") or not _has_source_head(scan, begin):
                return []
            last = next(
                (o.first - 1 for o in scan.of("outlet") if begin < o.first < at and o.clitics.prep == "ل"),
                at - 1,
            )
            relayed = next((word for word in range(begin + 1, last) if scan.words[word].norm == "عن"), None)
            chain = _resolve(scan, (begin, relayed - 1 if relayed else last), speakers, sure=False)
            if chain and relayed:  # رويترز عن مسؤول: ...
                chain = (*(_resolve(scan, (relayed + 1, last), speakers, sure=True) or ()), *chain)
            if chain:
                speakers.last = chain
                return [Voice(at, len(scan.words) - 1, chain, "", at)]
    return []


def _passive(scan: Scan) -> list[Voice]:
    for match in scan.cue("say_passive"):
        if match.payload.value == "unspecified":
            span = Span(scan.words[match.first].start, scan.words[match.last].end)
            source = Source(span.of(scan.text), "unspecified", span, "passive report")
            return [Voice(match.first, len(scan.words) - 1, (source,), "", match.first)]
    return []


def _follow_quotes(scan: Scan, speakers: Speakers, voices: list[Voice]) -> None:
    """Remember whether a quotation stays open at the end of the sentence: the next one then goes on with it."""
    stretch = scan.text[scan.sentence.start : scan.sentence.end]
    opened, closed = stretch.count("«") + stretch.count("“"), stretch.count("»") + stretch.count("”")
    if opened > closed and voices:
        speakers.open_quote = voices[-1].chain
    elif closed > opened or not voices:
        speakers.open_quote = None if closed > opened else speakers.open_quote


def _bounded(scan: Scan, voices: list[Voice]) -> list[Voice]:
    """Hearsay inside a sentence ("amid reports of ...") joins the voices: it governs its own clause only."""
    found = list(voices)
    for match in scan.cue("report"):
        at = match.last + 1
        if at >= len(scan.words) or match.clitics.definite or match.clitics.suffix:
            continue
        if any(0 <= match.first - cue.last - 1 <= 3 for cue in scan.cue("negation")):
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
        ) and not (follows in PREPOSITIONS and follows == "من"):
            continue
        last = next((comma - 1 for comma in scan.commas if comma > at), len(scan.words) - 1)
        span = Span(scan.words[match.first].start, scan.words[match.last].end)
        outer = voice_at(voices, match.first)
        source = Source(span.of(scan.text), "unspecified", span, f"report noun {match.payload.lemma}")
        found.append(Voice(match.first, last, (source, *(outer.chain if outer else ())), "", match.first))
    return found
