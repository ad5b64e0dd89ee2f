"""Who a name stands for: a source that is new, or one that has spoken before."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.lexicon import Match, stem
from marsad.model import Source, SourceKind, Span
from marsad.reading.scan import Scan
from marsad.reading.voices.source_kinds import source_kind
from marsad.reading.voices.speech_marks import Name, has_source_head, is_joined, opens_speech
from marsad.reading.word_sets import word_set


@dataclass(slots=True)
class Speakers:
    """What the report has told so far of its voices.

    `publisher` are the names of its outlet. `actors` are the armed ones and states for which a source speaks, `ids` the
    actor inside its name, `persons` the persons of a verb that may go on with it, all by the name of the source.
    `aside` is whether the outlet itself only reminded of something since; `open_quote` whose quotation is open, and
    `governing` whose words the last sentence ended with.
    """

    publisher: frozenset[str] = frozenset()
    last: tuple[Source, ...] = ()
    known: list[Source] = field(default_factory=list)
    actors: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    persons: dict[str, frozenset[str]] = field(default_factory=dict)
    open_quote: tuple[Source, ...] | None = None
    quoted_on: int = 0
    aside: bool = False
    governing: tuple[Source, ...] = ()

    def going_on(self, verb: Match) -> tuple[Source, ...]:
        """The voice that a verb without a name goes on with: the last, or the last one that it agrees with."""
        told = bool(self.last) or self.aside  # يذكر أن المنظمة ... وأكدت أنها: as before the aside
        if not told or not isinstance(verb.form, VerbForm) or (self.last and self._agrees(self.last[0], verb.form)):
            return self.last
        for source in reversed(self.known):
            if source.name in self.persons and self._agrees(source, verb.form):
                return (source,)
        return self.last

    def _agrees(self, source: Source, form: VerbForm) -> bool:
        """Whether a verb has one of the persons in which a source goes on; any where none is known."""
        wanted = self.persons.get(source.name)
        return wanted is None or form.person in wanted


_COUNTED: Final = word_set("sources", "counted")
_THE_SAME: Final = word_set("sources", "the_same")


def resolve(
    scan: Scan, name: Name | None, speakers: Speakers, *, sure: bool, according: bool = False
) -> tuple[Source, ...] | None:
    """The chain that a name stands for; none where the words name nobody."""
    if name is None:
        return None
    first, last = name
    if (scan.words[first].norm.startswith("لل") and not according) or scan.words[first].norm == "الخبر":
        return None  # نُقل للمستشفى، نشرت الخبر: no voices
    owner = _past_document(scan, first, last)
    owned, first = owner != first, owner
    if _is_of_another(scan, first, last, speakers) or (first < last and scan.words[first].norm in _THE_SAME):
        first += 1
    if (told := scan.cue_at("report", first)) and told.clitics.suffix == "نا":
        return speakers.last or None  # تشير معلوماتنا: who speaks goes on
    kind, why = source_kind(scan, first, last)
    if kind == "own":
        return ()
    if earlier := _said_before(scan, first, last, speakers, kind, owned=owned):
        speakers.known = [*(each for each in speakers.known if each is not earlier), earlier]
        return (earlier, *speakers.last[1:]) if speakers.last and speakers.last[0] == earlier else (earlier,)
    account = scan.cue_at("document", first) if kind is None and not according else None
    if account is not None and account.payload.lemma in _COUNTED:
        kind, why = "unspecified", "a toll that nobody is said to give"
    if kind is None:
        if not sure or last - first > 8 or not _may_be_a_name(scan, first, last):
            return None
        kind, why = "person", "a name that the files do not know"
    joined = according or owned or any(cue.last == first - 1 for cue in scan.cue("according"))
    found = _source(scan, first, last, kind, why, joined=joined)
    if _bare(found.name) in speakers.publisher:
        return ()
    _remember(scan, first, last, found, speakers)
    return (found,)


def _is_of_another(scan: Scan, first: int, last: int, speakers: Speakers) -> bool:
    """Whether a correspondent is that of another outlet than the one that writes: أفاد مراسل المرصد."""
    head = scan.cue_at("source", first)
    if head is None or head.payload.value != "own" or head.last != first or first == last or not speakers.publisher:
        return False
    if fold(scan.words_text(first + 1, last)) in speakers.publisher or head.clitics.suffix:
        return False
    return bool(scan.at("outlet", first + 1)) or has_source_head(scan, first + 1, known=True)


def _past_document(scan: Scan, first: int, last: int) -> int:
    """Where whose statement, toll or account it is begins (بيان لوزارة الدفاع، حصيلة أعدتها الوكالة); else `first`."""
    if not scan.cue_at("document", first):
        return first
    for at in range(first + 1, min(first + 3, last) + 1):
        head = scan.cue_at("source", at)
        if head is not None and head.payload.value == "own":
            return first
        if scan.cue_at("source_quality", at):
            return first  # تقرير أمني
        if has_source_head(scan, at) and (at == first + 1 or scan.words[at - 1].norm.endswith(("ه", "ها"))):
            return at
    return first


def _may_be_a_name(scan: Scan, first: int, last: int) -> bool:
    """Whether words that no file knows may be somebody's name: no thing (سبب، صحة), and speech follows them at once."""
    if scan.words[first].norm.endswith(("هم", "هن", "ها")) or any(cue.first == first for cue in scan.cue("thing")):
        return False
    return opens_speech(scan, last + 1, strict=True)


#: What the voice before may be that a definite noun of some value takes up.
_KINDRED: Final[dict[str, tuple[SourceKind, ...]]] = {
    "official": ("official", "armed_group", "person", "monitor"),
    "agency": ("agency", "media"),
    "media": ("agency", "media"),
    "armed_group": ("armed_group",),
    "monitor": ("monitor",),
    "local": ("local", "anonymous", "person"),
    "medical": ("medical",),
}


def _said_before(
    scan: Scan, first: int, last: int, speakers: Speakers, kind: SourceKind | None, *, owned: bool
) -> Source | None:
    """The voice that "the source", "the agency" takes up again: a short definite name of a known one.

    A party is no source close to it: a name of one `kind` takes up no other, but for offices and nameless sources.

    With `owned`, the name is that of whose statement it is, and any known voice of that actor is meant.
    """
    if not speakers.known:
        return None
    if owned and (same := _of_same_actor(scan, first, last, speakers)):
        return same
    if last - first > 1:
        return None
    if first == last and (surnamed := _surnamed(scan, first, speakers)):
        return surnamed
    head = scan.cue_at("source", first)
    document = scan.cue_at("document", first)
    if speakers.last and document is not None and first == last and document.clitics.definite:
        return speakers.last[0]  # the statement is that of who spoke last
    named = {stem(word.norm) for word in scan.words[first : last + 1]}
    if head is not None and not (head.clitics.definite or _is_definite(scan, last)):
        words = scan.norms(first, last)  # "informed sources" are others than "informed security sources" before
        return next((each for each in reversed(speakers.known) if f"{_bare(each.name)} ".startswith(f"{words} ")), None)
    wanted = _KINDRED.get(kind, ()) if kind and kind != "official" else ()
    for source in reversed(speakers.known):
        if wanted and source.kind not in wanted:
            continue
        if named <= _stems(source.name):
            return source
    return _same_voice(scan, first, head, speakers)


def _same_voice(scan: Scan, first: int, head: Match | None, speakers: Speakers) -> Source | None:
    """The voice that a noun such as "the source" points back to: one called so, else the last of its kind."""
    same_voice = scan.cue_at("same_voice", first)
    named_in_full = any(first < m.last for m in (*scan.at("actor", first), *scan.at("outlet", first)))
    if same_voice is None or not same_voice.clitics.definite or named_in_full:
        return None
    lemma = fold(same_voice.payload.lemma)
    for source in reversed(speakers.known):
        if any(word.endswith(lemma) or lemma in word for word in _bare(source.name).split()):
            return source
    if same_voice.payload.value == "named":
        return None
    before = speakers.last[0] if speakers.last else None
    kinds = _KINDRED.get(head.payload.value, ()) if head is not None else ()
    return before if before is not None and (not kinds or before.kind in kinds) else None


#: Of so many words at the least is the name of an office with its holder's.
_FULL_NAME: Final = 4


def _surnamed(scan: Scan, at: int, speakers: Speakers) -> Source | None:
    """Whose name ends with a word that is a title, too: المتحدث باسم الشبكة محمد فيصل الشيخ ... وأوضح الشيخ."""
    word = scan.words[at].norm
    if not word.startswith("ال") or scan.cue_at("source", at) is None or scan.cue_at("same_voice", at):
        return None
    full = (each for each in reversed(speakers.known) if len(each.name.split()) >= _FULL_NAME)
    return next((each for each in full if fold(each.name).endswith(f" {word}")), None)


def _of_same_actor(scan: Scan, first: int, last: int, speakers: Speakers) -> Source | None:
    """The last voice of the actor whom words `[first, last]` name, or of a part of that actor."""
    inside = [m.payload.id for m in scan.of("actor") if first <= m.first and m.last <= last]
    if not inside:
        return None
    for source in reversed(speakers.known):
        actor = speakers.ids.get(source.name, "")
        if f"{actor}.".startswith(f"{inside[0]}."):
            return source
    return None


def _is_definite(scan: Scan, at: int) -> bool:
    """Whether a name is definite at its last word: with ال, or a name by itself."""
    return scan.words[at].norm.startswith(("ال", "لل")) or bool(scan.ending("actor", at) or scan.ending("outlet", at))


_NO_QUOTES: Final = {ord(mark): None for mark in QUOTES}


@functools.lru_cache(maxsize=1 << 10)  # each source is compared with those before
def _bare(name: str) -> str:
    """A folded name without its quotation marks."""
    return fold(name).translate(_NO_QUOTES)


@functools.lru_cache(maxsize=1 << 10)
def _stems(name: str) -> frozenset[str]:
    """The stems of a name's words."""
    return frozenset([stem(word.strip("،,")) for word in _bare(name).split()])


#: Closing quotation marks with those that open.
_CLOSING: Final = {"»": "«", "”": "“", '"': '"', ")": "("}


#: The end of a name in letters, of which the last is a preposition elsewhere: أ ف ب.
_AFP: Final = "ف ب"


def _source(scan: Scan, first: int, last: int, kind: SourceKind, why: str, *, joined: bool) -> Source:
    """A source as it is named; with `joined`, ل may be written together with the name."""
    if scan.norms(last, last + 1) == _AFP:
        last += 1
    start, end = scan.words[first].start, scan.words[last].end
    if scan.text[end : end + 1] in _CLOSING and scan.text.count(_CLOSING[scan.text[end]], start, end) % 2:
        end += 1
    text = scan.text[start:end]
    if joined and scan.words[first].norm.startswith("لل"):  # وفقا للمنظمة: the article has lost its alef
        text = "ا" + text[1:]
    elif joined and _has_to(scan, first):
        start, text = start + 1, text[1:]
    elif text.startswith("و") and is_joined(scan, first):
        start, text = start + 1, text[1:]  # والجيش ينفي
    return Source(text, kind, Span(start, end), why)


def _has_to(scan: Scan, at: int) -> bool:
    """Whether ل is written together with a name: وفقا لمصدر."""
    return scan.text[scan.words[at].start] == "ل" and any(
        m.clitics.prep == "ل" for m in scan.here(at) if m.sort in ("cue", "actor", "outlet", "person", "metonym")
    )


#: How many voices "the source" may point back to.
_REMEMBERED: Final = 30
#: Actors whose "forces", in their own words, are theirs.
_ARMED: Final = frozenset(("armed_group", "state", "government", "military", "police"))
#: The persons of verbs that go on with a voice, by what its name is.
_SHE: Final = frozenset(("3fs",))
_HE: Final = frozenset(("3ms",))
_THEY: Final = frozenset(("3fs", "3mp", "3fp"))


def _remember(scan: Scan, first: int, last: int, found: Source, speakers: Speakers) -> None:
    """Keep a new source with the actors in its name and the persons of the verbs that may go on with it."""
    speakers.known = [*speakers.known[-_REMEMBERED:], found]
    for match in scan.of("actor"):
        if first <= match.first <= last:
            speakers.ids.setdefault(found.name, match.payload.id)
            if match.payload.type in _ARMED:
                speakers.actors.setdefault(found.name, match.payload.id)
    head = scan.cue_at("source", first)
    if head is not None and head.last == first and found.kind != "person":
        if head.form == "pl":
            speakers.persons[found.name] = _THEY
        elif head.form == "sg":
            speakers.persons[found.name] = _SHE if scan.words[first].marbuta else _HE
