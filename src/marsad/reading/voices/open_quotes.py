"""Whose quotation stays open from one sentence to the next."""

from __future__ import annotations

from typing import Final

from marsad.arabic.tokens import QUOTES
from marsad.reading.scan import Scan
from marsad.reading.voices.sources import Speakers
from marsad.reading.voices.speech_marks import OPENING
from marsad.reading.voices.voices import Voice


def end_quote(scan: Scan, speakers: Speakers) -> None:
    """A quotation that was left open ends with its line, unless the next begins with a mark or closes it."""
    if speakers.open_quote is None or scan.sentence.line == speakers.quoted_on:
        return
    if any(mark in _marks(scan) for mark in "»”") or any(mark in QUOTES for mark in scan.words[0].before):
        speakers.quoted_on = scan.sentence.line
    else:
        speakers.open_quote = None


def follow_quotes(scan: Scan, speakers: Speakers, voices: list[Voice]) -> None:
    """Remember whether a quotation stays open at the end of the sentence: the next one then goes on with it."""
    marks = _marks(scan)
    opened, closed = marks.count("«") + marks.count("“"), marks.count("»") + marks.count("”")
    if marks.count('"') % 2:
        opened, closed = (opened, closed + 1) if speakers.open_quote is not None else (opened + 1, closed)
    if opened > closed and voices and (marks.count('"') % 2 or _closes_later(scan)):
        speakers.open_quote, speakers.quoted_on = _quoted(scan, voices).chain, scan.sentence.line
    elif closed > opened:
        speakers.open_quote = None


def _quoted(scan: Scan, voices: list[Voice]) -> Voice:
    """Whose words the last opening mark opens: قال الحزب: "ذكرت وسائل إعلام أن ..."."""
    opens = max((at for at, word in enumerate(scan.words) if any(mark in OPENING for mark in word.before)), default=-1)
    return max((v for v in voices if v.at < opens), key=lambda v: v.at, default=voices[-1])


#: The longest rest of a quotation that is looked through for its end, in code points.
_LONGEST_QUOTE: Final = 1500


def _closes_later(scan: Scan) -> bool:
    """Whether a closing mark comes before the next opening one."""
    rest = scan.text[scan.sentence.end : scan.sentence.end + _LONGEST_QUOTE]
    return next((mark in "»”" for mark in rest if mark in "«“»”"), False)


def _marks(scan: Scan) -> str:
    """All punctuation of a sentence."""
    return "".join([word.before for word in scan.words]) + scan.text[scan.words[-1].end : scan.sentence.end]
