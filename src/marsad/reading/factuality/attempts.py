"""Whether something was only tried, and whether in vain."""

from __future__ import annotations

from typing import Final

from marsad.reading.acts.happenings import Happening
from marsad.reading.acts.light_verbs import FINDING_OUT
from marsad.reading.factuality.governing import REACH, governs
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: How far behind an attempt it may stand that it failed.
_TRIED_REACH: Final = 16
STOPPING: Final = word_set("attempts", "stopping")


def is_in_vain(scan: Scan, each: Happening) -> bool:
    """Whether it was tried in vain: فشلت القوات في السيطرة على المدينة، حاولت التقدم دون أن تنجح."""
    for cue in scan.cue("fail"):
        if any(word.norm in FINDING_OUT for word in scan.words[cue.last + 1 : each.start]):
            continue  # لم تتمكن الوكالة من التحقق من توقيت وقوع الغارة
        if scan.norms(each.start - 1, each.start - 1).lstrip("ولب") in STOPPING:
            continue  # لم تفلح في إيقاف هجمات
        if cue.payload.value != "after":
            tried = scan.norms(cue.last + 1, cue.last + 1) in ("محاوله", "محاولات") and each.start - cue.last <= 3
            if governs(scan, cue, each) or tried:  # فشلت محاولة تسلل
                return True
        elif each.last < cue.first <= each.last + _TRIED_REACH and _tried(scan, each):
            return True
    return False


#: How far before what was tried the verb may stand, with who tried between.
_ATTEMPT_REACH: Final = 5
_TRYING: Final = word_set("attempts", "trying")


def is_tried(scan: Scan, each: Happening) -> bool:
    """Whether right before it stands that it was tried, and so nobody is told to be killed: حاول مسلحون اغتيال ضابط."""
    for at in range(max(0, each.first - _ATTEMPT_REACH), each.first):
        norm = scan.words[at].norm
        if "محاول" in norm and (at == each.first - 1 or (at == each.first - 2 and each.match.clitics.prep == "ل")):
            return True  # محاولة إسرائيلية لاغتيال القائد
        if norm.removeprefix("و") in _TRYING and not any(
            scan.at("trigger", word) for word in range(at + 1, each.first)
        ):
            return True
    return False


def _tried(scan: Scan, each: Happening) -> bool:
    """Whether it is an attempt: حاول اقتحام المقر، محاولة اغتيال."""
    return any("حاول" in word.norm for word in scan.words[max(0, each.start - REACH) : each.first + 1])
