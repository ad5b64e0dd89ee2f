"""Stage 9b: which nouns name what did not happen, as the words before them say: averted, ended, only talked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.reading.acts.matters import IS_NOT
from marsad.reading.factuality.attempts import STOPPING
from marsad.reading.groups.groups import VIOLENT, Group
from marsad.reading.groups.same_acts import only_provides
from marsad.reading.scan import BEGINNINGS, Scan
from marsad.reading.word_sets import word_set

#: Some of those who were told of.
_OF_THEM: Final = frozenset(("احدهما", "احداهما"))

_MOST: Final = word_set("unreal", "most")
_ONE_OF: Final = word_set("unreal", "one_of")

_SUPERLATIVES: Final = word_set("unreal", "superlatives")


def heads_the_next(scan: Scan, groups: Sequence[Group]) -> bool:
    """Whether an act only leads over to the next, which it is: وفي هجوم آخر، قالت الشرطة إن مسلحين قتلوا."""
    if len(groups) < 2 or len(groups[0].members) > 1 or groups[0].lead.is_verb:
        return False
    lead = groups[0].lead.match
    led = lead.first <= 1 and scan.norms(lead.first - 1, lead.first - 1).removeprefix("و") == "في"
    other = scan.norms(lead.last + 1, lead.last + 1) in _OTHER_ONE and lead.last + 2 in scan.commas
    return led and other and groups[0].kind in ("attack", "operation", groups[1].kind)


_OTHER_ONE: Final = word_set("unreal", "other_one")


def unreal(scan: Scan, group: Group) -> str:
    """Why the words before a noun say of it that it did not happen; empty if they do not."""
    if group.only_harm and scan.norms(group.first - 1, group.first - 1).removeprefix("و") in _OF_THEM:
        return "only of those who were told of: أحدهما أصيب في اليد"
    if _is_mourned(scan, group):
        return "only what the dead are mourned for: الحداد على ضحايا التفجير"
    if any(each.is_verb or each.harm for each in group.members):
        return ""
    if group.kind == "protest" and group.lead.match.clitics.definite and scan.ending("count", group.first - 1):
        return "only what a toll is of: عدد جرحى التظاهرات"
    if _is_known(group) and _begins_reckoning(scan, group.first):
        return "only what a time is reckoned from: منذ بدء الحرب"
    if _is_counted_from(scan, group):
        return "only what days are counted from: في اليوم السابع للهجوم"
    if _is_frame(scan, group):
        return "only what something else is part of: في سياق العمليات الأمنية المتواصلة"
    if scan.cue_within(group.first - 2, group.first - 1, "averted") or _is_foiled(scan, group):
        return "only what is to be averted (cues.csv, cue averted)"
    if _has_ended(scan, group):
        return "only what came to its end: عقب انهيار الهدنة"
    if _is_forestalled(scan, group):
        return "only what somebody was kept from: قبيل تفجير نفسه"
    if _is_to_stop(scan, group):
        return "only what is to stop: دعت إلى التحرك لوقف القصف"
    if _is_talked_of(scan, group):
        return "only what is talked about: محادثات بشأن هدنة"
    if _is_ability(scan, group):
        return "only what somebody is able to do: قادرة على شن هجمات"
    if _is_off(scan, group):
        return "only what is to end, or far off: وضع حد للاعتقالات، بعيدا عن أعمال الشغب"
    if only_provides(scan, group):
        return "only tells what a known agreement provides for"
    first = group.lead.first
    if first and scan.words[first - 1].norm in _SUPERLATIVES:  # وصفها بأنها أسوأ مذبحة، وهو أول هجوم
        first -= 1
        if first in scan.commas and not group.lead.light:
            return "only what something is called: ذكرى القرية، أكبر مذبحة"
    if scan.norms(first - 1, first - 1) in _MOST and scan.norms(first - 2, first - 2) in _ONE_OF:
        return "only what something is called: كان أحد أكثر الهجمات دموية"
    if _is_not(scan, group):
        return "only what something is not: لم يكن هجوما"
    if scan.cue_within(first - 1, first - 1, "predicate") and not group.lead.match.clitics.definite:
        return "only what something is called (cues.csv, cue predicate)"
    return ""


_COUNTED: Final = word_set("unreal", "counted_days")
_FRAMES: Final = word_set("unreal", "frames")


def _is_counted_from(scan: Scan, group: Group) -> bool:
    """Whether the number of a day stands before what it is a day of: في اليوم السابع للتدخل، الشهر الثاني للحرب."""
    first, clitics = group.lead.first, group.lead.match.clitics
    if first < 2 or clitics.prep != "ل" or not clitics.definite:
        return False
    return scan.words[first - 2].norm in _COUNTED and scan.words[first - 1].norm.startswith("ال")


def _is_frame(scan: Scan, group: Group) -> bool:
    """Whether operations that all know of are only what an act was part of: في إطار العمليات المستمرة ضد التهريب."""
    lead = group.lead
    known = group.kind == "operation" and lead.match.clitics.definite and lead.light is None
    return known and scan.norms(lead.first - 1, lead.first - 1) in _FRAMES


def _is_forestalled(scan: Scan, group: Group) -> bool:
    """Whether somebody was killed or seized before he could blow himself up."""
    lead = group.lead.match
    himself = scan.norms(lead.last, lead.last) in _HIMSELF or scan.norms(lead.last + 1, lead.last + 1) in _HIMSELF
    return himself and scan.norms(lead.first - 1, lead.first - 1) in ("قبل", "قبيل")


_HIMSELF: Final = frozenset(("نفسه", "نفسها", "انفسهم"))


def _is_mourned(scan: Scan, group: Group) -> bool:
    """Whether mourning for the dead of an act that is known is announced, or condolences are sent."""
    known = group.lead.match.clitics.definite or group.only_harm
    if not known or any(each.is_verb for each in group.members):
        return False
    low = max(0, group.first - _MOURNED_REACH)
    return any(word.norm.removeprefix("و") in _MOURNING for word in scan.words[low : group.first])


_MOURNING: Final = word_set("unreal", "mourning")
#: How far before an act the mourning for its dead may stand.
_MOURNED_REACH: Final = 8


def _is_known(group: Group) -> bool:
    """Whether a noun names an act that all know of: العدوان، الحرب, a truce."""
    return bool(group.lead.match.clitics.definite) or group.kind == "agreement"


#: What may stand between "since" and the act that a time is reckoned from.
_RECKONED: Final = BEGINNINGS | {"اتفاق"}


def _begins_reckoning(scan: Scan, first: int) -> bool:
    """Whether "since (the beginning of)" stands right before a word: منذ بدء العدوان على المدينة."""
    if any(word.norm in ("التي", "الذي") for word in scan.words[first + 1 : first + 3]):
        return False  # منذ بداية الهجمات التي شنها التنظيم
    at = first - 1
    while at >= 0 and scan.words[at].norm in _RECKONED:
        at -= 1
    return at >= 0 and scan.words[at].norm in ("منذ", "ومنذ")


_ATTEMPTS: Final = word_set("unreal", "attempts")

#: How far behind a verb of foiling its object may stand.
_FOILED_REACH: Final = 7


def _is_foiled(scan: Scan, group: Group) -> bool:
    """Whether it is the object of a verb of foiling: أحبطت قوات الأمن محاولة تفجير سيارة."""
    if scan.words[group.first - 1].norm not in _ATTEMPTS:
        return False
    low = group.first - _FOILED_REACH
    foils = (cue for cue in scan.cue("averted") if low <= cue.first < group.first and "حبط" in cue.payload.lemma)
    return any(not any(cue.last < comma < group.first for comma in scan.commas) for cue in foils)


_ENDING: Final = word_set("unreal", "ending")


def _has_ended(scan: Scan, group: Group) -> bool:
    """Whether a truce or talks only came to an end or to nothing: عقب انهيار الهدنة، تعثر المباحثات."""
    if group.kind not in ("agreement", "meeting"):
        return False
    before = group.lead.first - 1
    return scan.norms(before, before).lstrip("ولب") in _ENDING


_THESE: Final = word_set("unreal", "these")


def _is_to_stop(scan: Scan, group: Group) -> bool:
    """Whether violence is only what is to stop, no more of it being told: لوقف القصف, but وقف القصف الذي طال أ."""
    first = group.lead.first
    if group.kind not in VIOLENT or not first or group.lead.light or len(group.members) > 1:
        return False
    first -= scan.words[first - 1].norm in _THESE
    if scan.words[first - 1].norm.lstrip("ولب") not in STOPPING:
        return False
    return not any(word.norm in ("الذي", "التي") for word in scan.words[group.last + 1 : group.last + 4])


#: Kinds that talks are about.
_TALKED_OF: Final = frozenset(
    ("agreement", "release", "withdrawal", "handover", "sanction", "aid", "displacement", "operation")
)
_ABOUT: Final = word_set("unreal", "about")


def _is_talked_of(scan: Scan, group: Group) -> bool:
    """Whether it is what talks are about; news about it may be denied (لا صحة لأي نبأ بشأن انسحاب القوات)."""
    first = group.lead.first
    if group.kind == "agreement" and first and scan.words[first - 1].norm in ("باتجاه", "نحو"):
        return True  # للدفع باتجاه هدنة
    if group.kind not in _TALKED_OF or scan.words[first - 1].norm not in _ABOUT:
        return False
    denied = group.voice is not None and group.voice.mode == "denied"
    return not (denied or scan.cue("deny_noun") or scan.cue_within(first - 4, first - 1, "report"))


_ABLE: Final = tuple(word_set("unreal", "able"))

#: How far before what somebody is able to do it may be told that he is.
_ABLE_REACH: Final = 6


def _is_ability(scan: Scan, group: Group) -> bool:
    """Whether it is only what somebody is able to do: ما زالت قادرة على شن هجمات، قدرة الحركة على تنفيذ تفجيرات."""
    first = group.first
    if not first or scan.words[first - 1].norm != "علي":
        return False
    back = range(max(0, first - _ABLE_REACH), first - 1)
    return any(scan.words[at].norm.removeprefix("ب").removeprefix("ال").startswith(_ABLE) for at in back)


def _is_off(scan: Scan, group: Group) -> bool:
    """Whether somebody is to put an end to acts, or keeps away from them: وضع حد للاعتقالات، بعيدا عن الشغب."""
    before = scan.norms(group.first - 2, group.first - 1)
    ending = before.lstrip("ولب") == "ضع حد" and group.kind != "agreement"
    return ending or before == "بعيدا عن"


def _is_not(scan: Scan, group: Group) -> bool:
    """Whether it is what something is not, or is in a manner of speaking: لم يكن القرار هجوما، بقدر ما كان انسحابا."""
    first = group.lead.first
    if not first or group.lead.match.clitics.definite or not scan.words[first].norm.endswith("ا"):
        return False
    if scan.words[first - 1].norm in IS_NOT or scan.norms(first - 2, first - 1) in ("ما كان", "ما كانت"):
        return True
    return any(scan.words[at].norm in ("يكن", "تكن") for at in range(max(0, first - 3), first))
