"""The voices of verbs of saying, which govern from themselves to the end of the sentence."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.model import Source
from marsad.reading.copies import replace
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.voices.addressees import told_to
from marsad.reading.voices.denials import REBUTS, is_denied_news, mode_of
from marsad.reading.voices.hearsay import tells_report
from marsad.reading.voices.said_by import chain_of, names_around
from marsad.reading.voices.saying_verbs import SAID_REACH, is_behind_according, is_saying
from marsad.reading.voices.sources import Speakers
from marsad.reading.voices.speech_marks import Name
from marsad.reading.voices.voices import Voice, carried, denied_at, is_carried, is_outlet
from marsad.reading.word_sets import word_set


def find_sayings(scan: Scan, speakers: Speakers) -> list[Voice]:
    """The voices of the verbs of saying, and the outlet's own where it reminds of something (يذكر أن)."""
    voices: list[Voice] = []
    taken: set[int] = set()
    for topic in scan.cue("topic"):
        if topic.payload.value == "own":  # "it is worth mentioning": nobody else's words
            voices.append(Voice(topic.first, len(scan.words) - 1, (), "", topic.first))
            speakers.last, speakers.aside = (), True
            taken.update(range(topic.first, topic.last + 1))
    for match in scan.cue("say"):
        if match.first in taken or not is_saying(scan, match) or is_denied_news(scan, match, denied_at(voices)):
            continue
        if tells_report(scan, match):
            continue
        before, after, behind = names_around(scan, match, speakers)
        chain = chain_of(scan, match, before or after, behind, speakers, voices)
        if chain is not None:
            chain = _add_voice(scan, match, chain, before, behind, speakers, voices)
        if chain is not None:
            speakers.last, speakers.aside = chain, False
            taken.update(range(match.first, behind))
    return voices


#: Verbs by which an outlet passes on what others said: في بيان أوردته القناة.
_PUBLISHING: Final = frozenset(("أورد", "أذاع"))


def _add_voice(
    scan: Scan,
    match: Match,
    chain: tuple[Source, ...],
    before: Name | None,
    behind: int,
    speakers: Speakers,
    voices: list[Voice],
) -> tuple[Source, ...] | None:
    """Add what a verb of saying governs to the voices, or its chain to the last of them.

    Returns the chain with which others may go on; none where the verb is inserted or only carries a denial.
    """
    last = voices[-1] if voices else None
    relays = match.payload.value.startswith("relay") or match.payload.lemma in _PUBLISHING
    if last is not None and last.chain and match.clitics.suffix and relays:
        chain = _joined(last.chain, chain)
        voices[-1] = replace(last, chain=chain)  # نفى المصدر، في تصريح نقلته الوكالة
        return chain
    chain = (*chain, *told_to(scan, match, behind, chain, speakers))
    if last is not None and _passes_on(scan, match, chain, last):
        chain = carried(last.chain, chain)
        if last.mode:
            voices[-1] = replace(last, chain=chain)  # نفت الوزارة القصف، بحسب ما ذكرته الوكالة
            return None
    mode = mode_of(scan, match, behind)
    inserted = _insertion_end(scan, match.first)
    if inserted is not None:
        voices.append(Voice(match.first, inserted, chain, mode, match.first))
        return None  # عناصر من المجموعة -وهي مليشيا يقول خصومها إنها تابعة له- هاجموا
    begin = _begin(scan, match, before, behind)
    if begin == 0 and not mode and last is not None and last.mode and not last.chain:
        voices[-1] = replace(last, first=0, chain=chain)  # محذرين من أن ...، وفق ما نقلته الوكالة عنهم
    else:
        voices.append(Voice(begin, len(scan.words) - 1, chain, mode, match.first))
    return chain


def _joined(said: tuple[Source, ...], chain: tuple[Source, ...]) -> tuple[Source, ...]:
    """Who speaks with whoever carries him outwards; or whom he quotes: قالت الهيئة، وفق ما نقلته عن مسؤولين."""
    if chain and not is_outlet(chain):
        return (*(source for source in chain if source not in said), *said)
    return carried(said, chain)


def _passes_on(scan: Scan, match: Match, chain: tuple[Source, ...], said: Voice) -> bool:
    """Whether an outlet named at the end carries who speaks before: قالت الوزارة إن ...، وفق ما نقلت الوكالة."""
    if not is_outlet(chain) or said.mode == REBUTS:
        return False
    return is_carried(said.chain) and _reports_what_precedes(scan, match)


#: How far from a verb of saying the dashes stand between which it is inserted, in words.
_INSERTED: Final = 16


def _insertion_end(scan: Scan, verb: int) -> int | None:
    """The last word of what is inserted between two dashes around a verb of saying."""
    near = range(max(1, verb - _INSERTED), min(verb + _INSERTED, len(scan.words)))
    dashed = [at for at in near if _is_dashed(scan, at)]
    closed = next((at for at in dashed if at > verb), None)
    return closed - 1 if closed is not None and dashed[0] <= verb else None


_DASHES: Final = frozenset("-–—")


def _is_dashed(scan: Scan, at: int) -> bool:
    """Whether a dash stands before a word that is no part of a compound."""
    word = scan.words[at]
    return bool(word.before) and word.start - scan.words[at - 1].end > 1 and not _DASHES.isdisjoint(word.before)


def _begin(scan: Scan, match: Match, before: Name | None, behind: int) -> int:
    """The first word that a verb of saying governs."""
    if _reports_what_precedes(scan, match) or _ends_sentence(scan, match, behind):
        return 0
    return before[0] if before else match.first


def _ends_sentence(scan: Scan, match: Match, behind: int) -> bool:
    """Whether who says it comes last: قتل ثلاثة في انفجار، قال مسؤولون."""
    return behind >= len(scan.words) and match.first in scan.commas and match.sort == "verb" and not match.clitics.lead


def _reports_what_precedes(scan: Scan, match: Match) -> bool:
    """ "..., as X reports": the verb stands behind حسبما, كما, وفق ما, وفق حصيلة, حصيلة."""
    if match.first == 0:
        return False
    if is_behind_according(scan, match.first):
        return True
    before = scan.words[match.first - 1].norm
    if before == "كما" and _has_complement(scan, match):
        return False  # كما حذرت من أعمال القتل
    if before in ("حسبما", "وفقما", "كما"):
        return match.first > 3
    return before == "لما"


_OF_MATTER: Final = word_set("sayings", "of_matter")


def _has_complement(scan: Scan, match: Match) -> bool:
    """Whether a verb of saying has its matter behind it, right there or behind who speaks: كما قال الوزير إن."""
    reach = match.last + 1 + SAID_REACH
    behind = scan.words[match.last + 1 : next((comma for comma in scan.commas if comma > match.last), reach)]
    if behind and behind[0].norm in _OF_MATTER:
        return True
    return any(word.norm in COMPLEMENTIZERS or word.norm in ("عن", "الي") for word in behind[:SAID_REACH])
