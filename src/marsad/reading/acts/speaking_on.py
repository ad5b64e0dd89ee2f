"""Whether a sentence that begins with "also" goes on with what somebody demands or threatens who spoke before it."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import SPEECH
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: Up to which word such a verb stands: كما أنه أنذر.
_EARLY: Final = 2
_ALSO: Final = word_set("speaking_on", "also")


def goes_on_speaking(scan: Scan, match: Match) -> bool:
    """Whether a verb of demanding, accusing or threatening leaves out who spoke before: كما دعا إلى هدنة."""
    if (
        type(match.payload) is not Trigger
        or match.payload.kind not in SPEECH
        or not isinstance(match.form, VerbForm)
        or match.form.tense != "past"
    ):
        return False
    return match.first <= _EARLY and match.form.person in ("3ms", "3fs") and scan.words[0].norm in _ALSO


def also_speaks(scan: Scan, each: Happening) -> bool:
    """Whether a happening is told by such a verb."""
    return each.is_verb and goes_on_speaking(scan, each.match)
