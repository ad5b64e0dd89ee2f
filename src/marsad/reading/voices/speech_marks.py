"""What single words show around a verb of saying: where speech begins, who may speak, who is spoken to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.tokens import QUOTES
from marsad.knowledge.entries import Cue
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.word_sets import word_set

#: The first and the last word of a name.
Name = tuple[int, int]


def opens_speech(scan: Scan, at: int, *, strict: bool) -> bool:
    """Whether what follows is what is said: that ..., a colon, a quotation; if not strict, after إلى/عن/على."""
    if at == 1 and at in scan.commas and scan.words[0].norm[0] == "و":
        return True  # وأضاف، بعد ذلك توجه المهاجمون
    for offset, word in enumerate(scan.words[at : at + 8]):
        if opens_speech_at(scan, at + offset) or (not strict and _opens_quotation(scan, at + offset)):
            return True
        if offset and at + offset in scan.commas and scan.cue_at("say", at + offset):
            return False  # أكمل الجيش استعداداته، محذرا من أن
        if offset > 3:
            continue
        if not strict and (word.norm in ("الي", "عن", "علي") or any(mark in QUOTES for mark in word.before)):
            return True
    return False


#: The marks that open a quotation, and those that close one.
OPENING: Final = frozenset('«“"')
CLOSING: Final = frozenset('»”"')
#: From so many words on quotation marks hold speech, and no name.
_QUOTATION: Final = 4


def _opens_quotation(scan: Scan, at: int) -> bool:
    """Whether a quotation of some length begins at a word, or one that goes on behind the sentence."""
    if not any(mark in OPENING for mark in scan.words[at].before):
        return False
    last = next((last for first, last in scan.quoted if first == at), None)
    if last is not None:
        return last - at >= _QUOTATION
    rest = scan.text[scan.words[at].start : scan.sentence.end]
    return not any(mark in rest for mark in CLOSING)


def opens_speech_at(scan: Scan, at: int) -> bool:
    """Whether what is said begins at a word: that ..., or behind a colon."""
    word = scan.words[at]
    return word.norm in COMPLEMENTIZERS or ":" in word.before


def has_source_head(scan: Scan, at: int, *, known: bool = False) -> bool:
    """Whether a word heads a source; `known` asks for one that reports by trade or has been a voice before."""
    if scan.cue_at("source", at) or scan.at("outlet", at):
        return True
    if not known:
        return bool(scan.at("actor", at) or scan.at("metonym", at))
    taken_up = scan.cue_at("same_voice", at)
    if taken_up is not None and taken_up.clitics.definite:
        return True
    return any(m.payload.type in ("monitor", "international", "alliance", "civil") for m in scan.at("actor", at))


_SPEAKING_SORTS: Final = frozenset(("actor", "outlet", "metonym", "force", "country"))


def is_joined(scan: Scan, at: int) -> bool:
    """Whether "and" is written together with who may speak: والجيش، وواشنطن."""
    return any(m.clitics.lead == "و" and m.sort in _SPEAKING_SORTS for m in scan.here(at))


def addressed(scan: Scan, at: int) -> bool:
    """Whether the outlet that is spoken to begins at a word: قال المصدر لـ"بيروت اليوم"، لوكالة سانا، لشبكتنا."""
    norm = scan.words[at].norm
    if "ل" not in norm[:2]:  # few words are to somebody: و stands before it at most
        return False
    if norm == "ل" or any(match.clitics.prep == "ل" for match in scan.at("outlet", at)):
        return True
    source = scan.cue_at("source", at)
    if source is not None and source.clitics.prep == "ل" and source.payload.value in ("agency", "media", "own"):
        return True
    called = scan.cue_at("addressee", at)
    return called is not None and (not called.payload.value or _is_of_nobody(scan, at))


def _is_of_nobody(scan: Scan, at: int) -> bool:
    """Whether no office goes on at a word: مصادر محلية للشرق الأوسط, but not المبعوث الأميركي للشرق الأوسط."""
    if at == 0 or scan.cue_at("say", at - 1):
        return True
    before = scan.cue_at("source", at - 1) or scan.cue_at("source_quality", at - 1)
    return before is not None and before.last == at - 1 and not before.clitics.definite


def is_on_occasion(scan: Scan, at: int) -> bool:
    """ "in a statement", "in an interview": not part of a name."""
    if scan.words[at].norm != "في":
        return False
    return at + 1 in scan.dated or scan.cue_at("occasion", at + 1) is not None


def happening_verbs(verbs: Sequence[Match]) -> list[Match]:
    """The verbs among some that tell of a happening, and not that somebody speaks."""
    return [match for match in verbs if type(match.payload) is not Cue]


def adverb_words(scan: Scan) -> set[int]:
    """The words of all adverbs of a sentence."""
    return {at for cue in scan.cue("adverb") for at in range(cue.first, cue.last + 1)}


def is_long_quote(scan: Scan, at: int) -> bool:
    """Whether a quotation begins at a word that is too long for a name, or begins as no name does."""
    long = _SENTENCE if _begins_sentence(scan, at) else _QUOTATION
    return any(first == at and last - first >= long for first, last in scan.quoted)


#: So many words go on behind the first of a quotation that begins as a sentence does.
_SENTENCE: Final = 2
_SENTENCES: Final = word_set("speech_marks", "sentences")


def _begins_sentence(scan: Scan, at: int) -> bool:
    """Whether a word begins what somebody says: "نتوقع معارك جديدة"، "لن نقبل بذلك"."""
    if scan.words[at].norm in _SENTENCES:
        return True
    return any(m.form.tense == "present" and m.form.person[:1] == "1" for m in scan.at("verb", at))


_TAGS: Final = word_set("speech_marks", "tags")


def is_label(scan: Scan, at: int) -> bool:
    """Whether a word before a headline is a time of day or a label: 20:40، عاجل |."""
    return scan.words[at].norm.isdigit() or scan.words[at].norm in _TAGS


def past_labels(scan: Scan) -> int:
    """The first word that is neither a time of day nor a label: 20:40، عاجل |."""
    return next((at for at in range(len(scan.words)) if not is_label(scan, at)), 0)
