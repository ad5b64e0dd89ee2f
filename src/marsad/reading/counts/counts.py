"""Stage 7: how many. The tolls of one claim, from what its words count and from whom its happenings befell."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.model import CountName, Tally
from marsad.reading.acts.happenings import Happening
from marsad.reading.counts.breakdowns import with_parts
from marsad.reading.counts.count_nouns import counts_of_nouns, sum_of
from marsad.reading.counts.patients import DYING_OF, PRONOUN, find_patients
from marsad.reading.counts.people_numbers import OTHERS, in_subset, shared_words
from marsad.reading.counts.people_sums import RECOVERING
from marsad.reading.factuality.attempts import is_tried
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set

#: Why a count was read from so many that a number tells more: عشرات القتلى.
_VAGUE: Final = "number: vague"


def count_all(scan: Scan, happenings: list[Happening], first: int, last: int, kind: str) -> dict[CountName, Tally]:
    """The counts that words `[first, last]` give to the happenings of one claim."""
    found: dict[CountName, Tally] = {}
    used = {each.first for each in happenings if each.is_verb}
    for name, (tally, words) in counts_of_nouns(scan, happenings, first, last, kind):
        used.update(words)
        if name == "vehicles" and name in found and _are_more(scan, words):
            found[name] = sum_of(found[name], tally)  # أربع سيارات و15 دراجة نارية
        elif name not in found or (found[name].high is None and tally.high is not None):
            found[name] = tally
    paired = _paired(scan, happenings)
    for each in happenings:
        name_of = each.trigger.counts
        if name_of is None or each.first in paired or not _bears_toll(scan, each, happenings, kind):
            continue
        known = found.get(name_of)
        adds = known is not None and known.high is not None and known.why not in (PRONOUN, _VAGUE)
        if adds and not _adds_more(scan, each):
            continue
        patients = find_patients(scan, each, happenings, first, last, used)
        if patients is not None and not (name_of == "displaced" and patients.tally.high == 1):
            tally, words = patients
            used.update(words)
            if known is None or not adds:
                first_told = known is not None and _is_told_first(tally, known)
                found[name_of] = tally if known is None or first_told or _tells_more(tally, known) else known
            elif tally.low == tally.high and known is not None:
                found[name_of] = sum_of(known, tally)
    return with_parts(scan, found, first, last)


def _bears_toll(scan: Scan, each: Happening, happenings: list[Happening], kind: str) -> bool:
    """Whether the people whom a happening befell are counted: it came about, and is no part of what is counted."""
    name = each.trigger.counts
    if name in ("vehicles", "troops") or (name == "abducted" and kind == "arrest"):
        return False  # اعتقلوا ثمانية واقتادوهم
    if _is_aim(each, happenings) or is_tried(scan, each) or _is_of_none(scan, each):
        return False
    noun = each.harm and not (each.is_verb or _is_item(scan, each))
    return not (noun and in_subset(scan, each.first, each.first - 1)) and not _is_of_the_dead(scan, each, happenings)


def _are_more(scan: Scan, words: range) -> bool:
    """Whether vehicles are added to those before: أربع سيارات و15 دراجة نارية; boats are of another sort."""
    return scan.words[words.start].norm[:1] == "و" and not scan.words[words.stop - 1].norm.startswith(("زورق", "زوارق"))


def _is_aim(each: Happening, happenings: list[Happening]) -> bool:
    """Whether killing is only what the rest is done for: عمليات التمشيط متواصلة للقضاء عليهم."""
    killing = "قضاء" in each.trigger.lemma and not each.is_verb
    return killing and each.match.clitics.prep == "ل" and len(happenings) > 1


_AMONG_DEEDS: Final = word_set("counts", "among_deeds")


def _is_item(scan: Scan, each: Happening) -> bool:
    """Whether a harm is one of the deeds told before, and no man among men: 45 انتهاكا، بينها مقتل ثلاثة."""
    return scan.words[each.first - 1].norm in _AMONG_DEEDS and not scan.at("count", each.first)


def _is_of_none(scan: Scan, each: Happening) -> bool:
    """Whether a harm is one that did not come about: لم يسفر عن وقوع أي خسائر بشرية."""
    behind = each.last + 1
    return not each.is_verb and behind < len(scan.words) and scan.words[behind].norm in ("اي", "ايه")


#: What leads from a death to the wound that brought it.


def _is_of_the_dead(scan: Scan, each: Happening, happenings: list[Happening]) -> bool:
    """Whether a wound is the one that somebody died of: قتل حارس بعد إصابته برصاص، توفي متأثرا بإصابته."""
    if each.trigger.counts != "wounded" or not each.match.clitics.suffix or not each.start:
        return False
    before = scan.words[each.start - 1].norm
    if before not in DYING_OF and not before.startswith("متاثر"):
        return False
    earlier = [other for other in happenings if other.last < each.start]
    return bool(earlier) and earlier[-1].trigger.counts == "killed"


def _is_told_first(tally: Tally, known: Tally) -> bool:
    """Whether a number stands before so many that they are another toll: قتل 70 في نزاع أوقع عشرات الآلاف من القتلى."""
    if known.why != _VAGUE or tally.low != tally.high or tally.span is None or known.span is None:
        return False
    return tally.span.end <= known.span.start and tally.low < known.low


def _tells_more(tally: Tally, known: Tally) -> bool:
    """Whether a tally is to be preferred to one that is open above; no less than a number that is told."""
    if tally.low < known.low and known.why.startswith("number"):
        return False
    return tally.high is not None or tally.low > known.low


_BESIDES: Final = word_set("counts", "besides")


def _adds_more(scan: Scan, each: Happening) -> bool:
    """Whether a harm is told besides one of the same sort: كما قتل حارس، بالإضافة إلى مقتل مقاتل."""
    if not each.harm or fold(each.trigger.lemma) in RECOVERING:
        return False  # bodies that were recovered are no more dead
    before = {word.norm for word in scan.words[max(0, each.start - 2) : each.start]}
    if each.is_verb and (not before.isdisjoint(("فيما", "بينما")) or before == {"في", "حين"}):
        return True  # جرح ثالث من المهاجمين، فيما أصيب ستة جنود
    return not before.isdisjoint(_BESIDES)


def _paired(scan: Scan, happenings: list[Happening]) -> set[int]:
    """The happenings that share one number, which counts neither: "N killed and wounded"."""
    shared: set[int] = set()
    for one, other in pairwise(happenings):
        counted = {one.trigger.counts, other.trigger.counts}
        if counted != {"killed", "wounded"} or other.first - one.last != 1 or other.match.clitics.lead != "و":
            continue
        if scan.words[min(other.last + 1, len(scan.words) - 1)].norm in OTHERS:
            continue  # أحد العناصر قتل وأصيب آخرون
        if one.is_verb and "،" in scan.words[other.first].before:
            continue  # جندي قتل، وجرح اثنان
        if one.first - 1 not in scan.numerals and any(m.form == "sg" for m in scan.at("count", one.first)):
            continue  # سقوط شهيد وإصابة شخصين
        alone = one.first - 1 in scan.numerals and one.first not in shared_words(scan)  # 25 شهيدا وإصابة سبعة
        if not one.match.clitics.suffix and not alone and not _has_people(scan, one):
            shared |= {one.first, other.first}
    return shared


def _has_people(scan: Scan, each: Happening) -> bool:
    """Whether a happening has its people already: ثلاثة مدنيين قتلوا وأصيب، امرأة قتلت وأصيب، شهيدان وأصيب."""
    form = each.match.form
    if isinstance(form, VerbForm):
        return form.person not in ("3ms", "3fs") or bool(scan.ending("person", each.start - 1))
    return form == "du" or scan.words[each.last].norm.endswith("وا")  # 12 قتيلا سقطوا وأصيب
