"""Stage 5: whether the words that a trigger needs stand near it, and how near."""

from __future__ import annotations

import functools
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Company, Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import word_before
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: Within how many words behind a trigger its complement must stand: ألقت ... القبض.
_COMPLEMENT_REACH: Final = 12

#: The same where those are told of at length who met their death: لقي ثلاثة من عناصر الكتيبة ... مصرعهم.
_FAR_REACH: Final = 20

_WHENCE: Final = word_set("complements", "whence")

#: Kinds whose noun tells by its pronoun who does it or has it done: قبل خروجهم، خلال استقبالها.
OWNED: Final = frozenset(("withdrawal", "displacement", "meeting"))

#: How far before such a noun those may stand whom its pronoun takes up.
_OWNER_REACH: Final = 7

#: The vowel that papers write on a passive: أُغلق.
_MARKED_PASSIVE: Final = "\N{ARABIC DAMMA}"


def is_complemented(scan: Scan, match: Match) -> bool:
    """Whether a complement stands behind a trigger, or before it.

    There it may be the subject (53 قتيلاً سقطوا), what is taken up by a pronoun (صاروخ أطلقته), the subject of a
    passive (الرهائن سلموا) or, with a noun, what carries it (تنظيم مسيرة).
    """
    trigger: Trigger = match.payload
    reach = _FAR_REACH if trigger.lemma == "لقي" else _COMPLEMENT_REACH
    if scan.near(match.last + 1, match.last + reach + _timed(scan, match), trigger.needs):
        return True
    if not isinstance(match.form, VerbForm):
        behind = word_before(scan, match.first) in ("الي", "علي")  # دعا السكان إلى الإخلاء
        taking_up = match.clitics.suffix or match.clitics.prep == "ب" or behind  # قبل خروجهم، أمر السكان بالإخلاء
        owned = taking_up and trigger.kind in OWNED
        first = match.first
        while first - 1 in scan.numerals:  # تعرضت القرية لعدة قذائف
            first -= 1
        return scan.near(first - (_OWNER_REACH if owned else 2), match.first - 1, trigger.needs)
    if trigger.frame in ("acts", "suffers", "strikes") or match.clitics.suffix:
        return scan.near(match.first - 6 - _aside(scan, match), match.first - 1, trigger.needs)
    passive = match.form.person in ("3mp", "3fp", "3md", "3fd") or _MARKED_PASSIVE in scan.text[_letters(scan, match)]
    fired = scan.norms(match.last + 1, match.last + 1) in _WHENCE  # صواريخ أطلقت من لبنان، مسيرة أسقطت فوق البحر
    return (
        (passive or fired) and match.form.tense == "past" and scan.near(match.first - 6, match.first - 1, trigger.needs)
    )


#: Within how many words behind a verb the time ends that stands before its complement.
_TIMED_REACH: Final = 12


def _timed(scan: Scan, match: Match) -> int:
    """How many words of a time a verb has before its complement: أطلقوا منذ مساء أمس الثلاثاء أكثر من مئة صاروخ."""
    if not isinstance(match.form, VerbForm):
        return 0
    if scan.norms(match.last + 1, match.last + 1) not in ("منذ", "مساء", "صباح"):
        return 0
    timed = [at for at in range(match.last + 1, match.last + _TIMED_REACH) if at in scan.dated]
    return timed[-1] - match.last if timed else 0


#: How many words an aside has at the most.
_LONGEST_ASIDE: Final = 8


def _aside(scan: Scan, match: Match) -> int:
    """How many words an aside takes between a subject and its verb: إن قافلة، وهي الثالثة من نوعها، وصلت."""
    if match.clitics.lead or match.first not in scan.commas:
        return 0
    length = min((match.first - comma for comma in scan.commas if comma < match.first), default=0)
    return length if length <= _LONGEST_ASIDE else 0


def _letters(scan: Scan, match: Match) -> slice:
    """The first letters of a word, as written."""
    start = scan.words[match.first].start
    return slice(start, start + 3)


def complement_gap(scan: Scan, match: Match) -> int:
    """How far the nearest complement of a trigger stands; of several readings of a word the nearest one's is meant."""
    wanted = match.payload.needs
    if not wanted:
        return _COMPLEMENT_REACH + 1
    if wanted.runs and scan.near(match.last + 1, match.last + _COMPLEMENT_REACH, _only_runs(wanted)):
        return 0
    behind = scan.stems[match.last + 1 : match.last + 1 + _COMPLEMENT_REACH]
    return next((gap for gap, stems in enumerate(behind) if not wanted.single.isdisjoint(stems)), _COMPLEMENT_REACH)


@functools.cache
def _only_runs(wanted: Company) -> Company:
    """Of what a trigger needs the phrases of several words."""
    return Company(frozenset(), wanted.runs)
