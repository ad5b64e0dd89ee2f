"""The words that name who speaks before a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.folding import fold
from marsad.model import Source
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.voices.name_ends import LONGEST, MAIN_CLAUSE, NO_NAMES
from marsad.reading.voices.names_behind import name_after
from marsad.reading.voices.speech_marks import (
    Name,
    addressed,
    adverb_words,
    happening_verbs,
    has_source_head,
    is_joined,
    is_label,
    is_on_occasion,
)
from marsad.reading.word_sets import word_set

#: The longest name that stands before its verb: of more words most tell something else.
_LONGEST_BEFORE: Final = 9
#: The longest name of a country or capital, in words.
_CAPITAL: Final = 3
_SEVERAL: Final = word_set("names_before", "several")


def name_before(scan: Scan, verb: int) -> Name | None:
    """The words of a name that stands before its verb of saying, at the head of a clause.

    Between the two there may be a comma, or what is said of who speaks: مصدر أمني، طلب عدم ذكر اسمه، قال.
    """
    issued = _issuer(scan, verb)
    if issued is not None:
        return issued
    end = _before_adverbs(scan, verb)
    first = _clause_start(scan, end)
    if first and first in scan.commas and scan.cue_at("name_stop", first):
        end = first
        first = _clause_start(scan, end)
    first = _past_openers(scan, first, end)
    first = _titled_before(scan, first, end)
    first += first < end and scan.words[first].norm in _SEVERAL
    if first >= end or not has_source_head(scan, first) or (end - first > _CAPITAL and _is_capital(scan, first)):
        return None
    if any(first <= dated.first < end for dated in scan.dates) or _is_busy(scan, first, end):
        return None
    last = next((at - 1 for at in range(first + 1, end) if is_on_occasion(scan, at) or addressed(scan, at)), end - 1)
    return (first, last) if last - first < _LONGEST_BEFORE else None


def _is_capital(scan: Scan, at: int) -> bool:
    """Whether a word names no more than a country or its capital: what follows it is no part of its name."""
    return bool(scan.at("metonym", at) or scan.at("country", at)) and not scan.cue_at("source", at)


def _is_busy(scan: Scan, first: int, end: int) -> bool:
    """Whether something is told or said between two words."""
    if any(first < cue.first < end and cue.sort == "verb" and cue.payload.value != "soft" for cue in scan.cue("say")):
        return True
    return any(
        first < m.first < end and m.form.tense == "past" and not m.clitics.suffix and m.clitics.prep == ""
        for m in happening_verbs(scan.of("verb"))
    )


#: The longest office and the longest name between commas behind it, in words.
_TITLED: Final = 6


def _titled_before(scan: Scan, first: int, end: int) -> int:
    """Where the office begins whose holder is named between commas: وكان محافظ أ، فلان، قال."""
    if first not in scan.commas or first >= end or has_source_head(scan, first) or end not in scan.commas:
        return first
    title = _past_openers(scan, _clause_start(scan, first), first)
    if title < first and has_source_head(scan, title) and end - first <= _TITLED and first - title <= _TITLED:
        return title
    return first


_ISSUING: Final = word_set("names_before", "issuing")


def _issuer(scan: Scan, verb: int) -> Name | None:
    """Who issued the document in which something is said: أصدرت القيادة العامة، اليوم، بيانا أكدت فيه مقتل."""
    if scan.norms(verb + 1, verb + 1) not in ("فيه", "فيها"):
        return None
    back = range(verb - 1, max(-1, verb - _ISSUED), -1)
    paper = next((at for at in back if scan.cue_at("document", at)), 0)
    issued = next((at for at in range(paper - 1, -1, -1) if scan.words[at].norm.removeprefix("و") in _ISSUING), None)
    if issued is None:
        return None
    name, _ = name_after(scan, issued + 1)
    return name if name is not None and name[1] < paper else None


#: How far before such a verb the paper may be told to be issued, in words.
_ISSUED: Final = 22


def issuer_before(scan: Scan, verb: int) -> Name | None:
    """Who issued the paper that a verb joined by "and" goes on with: أصدرت المنظمة اليوم تقريرها، وخلصت إلى أن."""
    near = range(verb - 2, max(-1, verb - _ISSUED), -1)
    issued = next((at for at in near if scan.words[at].norm.removeprefix("و") in _ISSUING), None)
    if issued is None:
        return None
    paper = next((at for at in range(issued + 2, verb) if _is_paper(scan, at)), 0)
    name, _ = name_after(scan, issued + 1)
    return name if name is not None and name[1] < paper and has_source_head(scan, name[0]) else None


def _is_paper(scan: Scan, at: int) -> bool:
    """Whether a word is a paper, his own or not: بيانا، تقريرها."""
    return scan.cue_at("document", at) is not None or scan.words[at].norm.startswith(("تقرير", "بيان", "احصا"))


#: How far before the verb such a name may begin, in words.
_JOINED: Final = 4


def joined_before(scan: Scan, verb: int) -> Name | None:
    """The words of a name that stands with "and" right before its verb, no comma between: تعلن سيطرتها والجيش ينفي."""
    near = range(verb - 1, max(0, verb - _JOINED), -1)
    first = next((at for at in near if is_joined(scan, at)), None)
    return None if first is None or any(first < comma <= verb for comma in scan.commas) else (first, verb - 1)


#: The longest name that no file knows, in words.
_UNKNOWN: Final = 3


def unknown_before(scan: Scan, verb: int, known: Sequence[Source]) -> Name | None:
    """A name that no file knows before its verb of saying, at the head of a clause: غير أن دريسكول حذر من أن.

    What begins with ال may be a thing (المعطيات تؤكد أن), unless the name of a voice before has that word.
    """
    end = _before_adverbs(scan, verb)
    first = _past_openers(scan, _clause_start(scan, end), end)
    if not 0 < end - first <= _UNKNOWN or (first and not _heads_clause(scan, first)):
        return None
    words = scan.words[first:end]
    if any(at in scan.numerals or at in scan.dated or _is_told_word(scan, at) for at in range(first, end)):
        return None
    if len(words) == 1 and scan.at("place", first):
        return None
    if words[0].norm.startswith("ال"):
        voiced = any(words[0].norm in fold(source.name).split() for source in known)
        return (first, end - 1) if voiced and len(words) == 1 else None
    return None if words[0].marbuta and len(words) == 1 else (first, end - 1)


def _is_told_word(scan: Scan, at: int) -> bool:
    """Whether a word tells something, and so is no name."""
    return any(match.sort in NO_NAMES for match in scan.here(at))


_OPENERS: Final = word_set("names_before", "openers")


def _heads_clause(scan: Scan, at: int) -> bool:
    """Whether a clause begins at a word: behind a comma, a conjunction or that."""
    before = scan.words[at - 1].norm
    joined = any(cue.last == at - 1 for name in ("boundary", "topic") for cue in scan.cue(name))
    return at in scan.commas or joined or before in COMPLEMENTIZERS or before in _OPENERS


def _before_adverbs(scan: Scan, end: int) -> int:
    """Where a stretch ends without the adverbs and particles at its end: الدفاع المدني بدوره قد."""
    adverbs = adverb_words(scan)
    while end > 0 and (end - 1 in adverbs or scan.words[end - 1].norm in MAIN_CLAUSE):
        end -= 1
    return end


def _clause_start(scan: Scan, end: int) -> int:
    """Where the clause begins whose last word stands before `end`."""
    for at in range(end - 1, max(0, end - 1 - LONGEST), -1):
        if (at in scan.commas and not _is_bracketed(scan, at)) or scan.words[at].norm in COMPLEMENTIZERS:
            return at
    return max(0, end - 1 - LONGEST)


_BRACKETS: Final = frozenset(' ()"«»')


def _is_bracketed(scan: Scan, at: int) -> bool:
    """Whether no more than a bracket stands before a word, as around a name: تنظيم (النصر) تبنى الهجوم."""
    return set(scan.words[at].before) <= _BRACKETS


def _past_openers(scan: Scan, first: int, end: int) -> int:
    """The first word of a clause behind its conjunctions: غير أن، وكان، إلى ذلك."""
    while first < end:
        joint = next((cue for name in ("boundary", "topic", "adverb") if (cue := scan.cue_at(name, first))), None)
        if joint is not None and not scan.cue_at("source", first):
            first = joint.last + 1
        elif scan.words[first].norm in _OPENERS or scan.words[first].norm in COMPLEMENTIZERS or is_label(scan, first):
            first += 1
        else:
            break
    return first
