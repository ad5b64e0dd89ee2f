"""Stage 9b: what is only spoken of. Papers name acts without telling that they happened: as the matter of a trial or a
plan, as what something else is called or is to avert, as the circumstance of what the sentence tells.
"""

from __future__ import annotations

from typing import Final

from marsad.model import Modality, Period
from marsad.reading.factuality import ANY, STOPPING
from marsad.reading.grouping import MOTIVES, VIOLENT, Group, heard_amid, is_claimed, only_provides, same_voice
from marsad.reading.kinds import SPEECH
from marsad.reading.roles import Roles
from marsad.reading.scan import BEGINNINGS, COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.story import Sight
from marsad.reading.times import is_own
from marsad.reading.triggers import AIMING, SITES
from marsad.reading.word_sets import word_set

#: Kinds that papers speak about without telling that they happened.
_TOPICAL: Final = frozenset(
    ("attack", "explosion", "suicide_bombing", "abduction", "clash", "shelling", "air_strike", "capture", "arrest")
)

#: Kinds that need a place or somebody who does them, and those that a matter of law, opinion or talk may be about.
_ANYBODYS: Final = _TOPICAL | {"aid", "meeting"}
_MATTERS: Final = _ANYBODYS | {"raid", "recruitment", "destruction"}

#: Kinds that last, and so are spoken of with the article while they are told: ألغيت العقوبات، فرقت الشرطة المظاهرة.
_LASTING: Final = frozenset(("sanction", "protest", "recruitment"))

#: Kinds that tell how forces went about what the sentence tells.
_ATTENDANT: Final = frozenset(("raid", "movement", "patrol", "operation", "deployment", "meeting"))

_AMID: Final = word_set("topics", "amid")

#: Kinds of an act that a circumstance belongs to.
_ACTS: Final = frozenset(
    (
        "attack", "explosion", "suicide_bombing", "abduction", "clash", "shelling", "air_strike", "capture", "arrest",
        "raid", "interception", "destruction", "restriction",
    )
)  # fmt: skip


def unreal(scan: Scan, group: Group) -> str:
    """Why the words before a noun say of it that it did not happen; empty if they do not."""
    if group.only_harm and scan.norms(group.first - 1, group.first - 1).removeprefix("و") in _OF_THEM:
        return "only of those who were told of: أحدهما أصيب في اليد"
    if any(each.is_verb or each.harm for each in group.members):
        return ""
    if _is_known(group) and _begins_reckoning(scan, group.first):
        return "only what a time is reckoned from: منذ بدء الحرب"
    if scan.cue_within(group.first - 2, group.first - 1, "averted") or _is_foiled(scan, group):
        return "only what is to be averted (cues.csv, cue averted)"
    if _has_ended(scan, group):
        return "only what came to its end: عقب انهيار الهدنة"
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


#: Some of those who were told of.
_OF_THEM: Final = frozenset(("احدهما", "احداهما"))


def _is_not(scan: Scan, group: Group) -> bool:
    """Whether it is what something is not, or is in a manner of speaking: لم يكن القرار هجوما، بقدر ما كان انسحابا."""
    first = group.lead.first
    if not first or group.lead.match.clitics.definite or not scan.words[first].norm.endswith("ا"):
        return False
    if scan.words[first - 1].norm in _IS_NOT or scan.norms(first - 2, first - 1) in ("ما كان", "ما كانت"):
        return True
    return any(scan.words[at].norm in ("يكن", "تكن") for at in range(max(0, first - 3), first))


_IS_NOT: Final = word_set("topics", "is_not")


def _is_to_stop(scan: Scan, group: Group) -> bool:
    """Whether violence is only what is to stop, no more of it being told: لوقف القصف, but وقف القصف الذي طال أ."""
    first = group.lead.first
    if group.kind not in VIOLENT or not first or group.lead.light or len(group.members) > 1:
        return False
    first -= scan.words[first - 1].norm in _THESE
    if scan.words[first - 1].norm.lstrip("ولب") not in STOPPING:
        return False
    return not any(word.norm in ("الذي", "التي") for word in scan.words[group.last + 1 : group.last + 4])


def _is_off(scan: Scan, group: Group) -> bool:
    """Whether somebody is to put an end to acts, or keeps away from them."""
    before = scan.norms(group.first - 2, group.first - 1)
    ending = before.lstrip("ولب") == "ضع حد" and group.kind != "agreement"
    return ending or before == "بعيدا عن"


_THESE: Final = word_set("topics", "these")


#: Kinds that talks are about, and the words that lead to what they are about.
_TALKED_OF: Final = frozenset(
    ("agreement", "release", "withdrawal", "handover", "sanction", "aid", "displacement", "operation")
)
_ABOUT: Final = word_set("topics", "about")


def _is_talked_of(scan: Scan, group: Group) -> bool:
    """Whether it is what talks are about; news about it may be denied (لا صحة لأي نبأ بشأن انسحاب القوات)."""
    first = group.lead.first
    if group.kind == "agreement" and first and scan.words[first - 1].norm in ("باتجاه", "نحو"):
        return True  # للدفع باتجاه هدنة
    if group.kind not in _TALKED_OF or scan.words[first - 1].norm not in _ABOUT:
        return False
    denied = group.voice is not None and group.voice.mode == "denied"
    return not (denied or scan.cue("deny_noun") or scan.cue_within(first - 4, first - 1, "report"))


def _has_ended(scan: Scan, group: Group) -> bool:
    """Whether a truce or talks only came to an end or to nothing: عقب انهيار الهدنة، تعثر المباحثات."""
    if group.kind not in ("agreement", "meeting"):
        return False
    before = group.lead.first - 1
    return scan.norms(before, before).lstrip("ولب") in _ENDING


_ENDING: Final = word_set("topics", "ending")


def _is_ability(scan: Scan, group: Group) -> bool:
    """Whether it is only what somebody is able to do: ما زالت قادرة على شن هجمات، قدرة الحركة على تنفيذ تفجيرات."""
    first = group.first
    if not first or scan.words[first - 1].norm != "علي":
        return False
    back = range(max(0, first - _ABLE_REACH), first - 1)
    return any(scan.words[at].norm.removeprefix("ب").removeprefix("ال").startswith(_ABLE) for at in back)


_ABLE: Final = tuple(word_set("topics", "able"))
#: How far before what somebody is able to do it may be told that he is.
_ABLE_REACH: Final = 6


def _is_foiled(scan: Scan, group: Group) -> bool:
    """Whether it is the object of a verb of foiling: أحبطت قوات الأمن محاولة تفجير سيارة."""
    if scan.words[group.first - 1].norm not in ("محاوله", "محاولات", "مخطط", "مخططات", "عمليه", "عمليات"):
        return False
    low = group.first - _FOILED_REACH
    foils = (cue for cue in scan.cue("averted") if low <= cue.first < group.first and "حبط" in cue.payload.lemma)
    return any(not any(cue.last < comma < group.first for comma in scan.commas) for cue in foils)


#: How far behind a verb of foiling its object may stand.
_FOILED_REACH: Final = 7


#: Words before acts that something is one of, and before those words.
_MOST: Final = word_set("topics", "most")
_ONE_OF: Final = word_set("topics", "one_of")

_SUPERLATIVES: Final = word_set("topics", "superlatives")


def spoken_of(sight: Sight, at: int, parties: Roles, when: Period | None, modality: Modality) -> str:
    """Why a group of a sentence without a toll tells nothing; empty if it does."""
    scan, group = sight.scan, sight.groups[at]
    if _is_detail(sight, group) and not is_own(when):
        return "only what those do who are known to protest: ردد المتظاهرون هتافات"
    if any(each.is_verb for each in group.members):
        return ""
    if is_claimed(scan, group):
        return ""  # أعلن التنظيم مسؤوليته عن الهجوم
    if group.kind == "agreement" and modality == "planned" and _is_under_it(scan, group):
        return "only under what something is done: بموجب المرحلة الأولى من الاتفاق"
    if group.kind == "agreement" and modality == "happened" and _is_frame(sight, at):
        return "only the frame of what is told: في إطار اتفاق وقف إطلاق النار"
    if _is_crime(scan, group) and not is_own(when):
        return "crimes in general: القتل والخطف"
    if _is_any(scan, group):
        return "any that may come, and none that did: أي هجوم"
    if is_matter(scan, group) and not is_own(when):
        return "only what a matter of law or opinion is about (cues.csv, cue matter)"
    reckoned = group.kind in ("agreement", "clash") and _is_reckoned_from(scan, group)
    reckoned = reckoned or scan.norms(group.first - 1, group.first - 1).removeprefix("و") == "منذ"  # منذ تحرير المدينة
    if reckoned and not is_own(when) and not group.lead.light:
        return "only what a time is reckoned from: منذ بدء الهدنة"
    if _is_remembered(scan, group):
        return "only what a day reminds of: ذكرى"
    if _is_hit(scan, group):
        return "only what was hit: استهدفت اجتماعا"
    if _lies_in_wait(sight, group):
        return "only how somebody was taken: اعتقل بكمين"
    if _is_ground(scan, group) or (not is_own(when) and _is_condemned(sight, group)):
        return "only what people stand against: تنديدا بالقصف"
    if _is_judged(scan, group) or _is_assessed(scan, group):
        return "only what is judged: تعتبر السيطرة على المدينة ضرورية"
    if _is_named_by(scan, group):
        return "only tells which place is meant: موقع الانفجار"
    if _is_purpose(scan, group):
        return "only what something else is done for: من أجل السيطرة"
    if _is_circumstance(sight, group, parties):
        return "only how what the sentence tells was done"
    new = modality == "planned" and not group.lead.match.clitics.definite  # nobody plans what has been told
    carried = any(each.light for each in group.members) or _is_announced(scan, group)
    bare = not (new or is_explained(scan, group) or is_own(when) or carried)
    if bare and (_takes_up(sight, group, modality) or _is_topic(sight, group, parties)):
        return "only spoken of: no verb, no party, no place and no time of its own"
    return ""


def _is_announced(scan: Scan, group: Group) -> bool:
    """Whether an office or a force announces what it did: أعلنت الشرطة ضبط تشكيل عصابي."""
    voice, lead = group.voice, group.lead
    if voice is None or not voice.chain or voice.chain[0].kind not in ("official", "armed_group"):
        return False
    if group.kind not in _POLICED or lead.match.clitics.definite or lead.match.clitics.suffix:
        return False
    said = next((cue for cue in scan.cue("say") if cue.first == voice.at), None)
    if said is None or said.payload.lemma != "أعلن" or not 0 < group.first - said.last <= _ANNOUNCED:
        return False
    between = scan.words[said.last + 1 : group.first]
    return COMPLEMENTIZERS.isdisjoint(word.norm for word in between)


#: What the police announce that they did, and how far behind the verb that may stand.
_POLICED: Final = frozenset(("arrest", "interception", "release", "raid"))
_ANNOUNCED: Final = 7


def is_explained(scan: Scan, group: Group) -> bool:
    """Whether the cause of an act is told right behind it: الانفجار ناجم عن عبوة."""
    behind = group.members[0].last + 1
    return scan.norms(behind, behind) in _DUE


def _is_detail(sight: Sight, group: Group) -> bool:
    """Whether the protesters, who are known, do what protesters do, at no place that is told."""
    lead = group.lead
    if group.kind != "protest" or sight.places or any(each.trigger.strength != "weak" for each in group.members):
        return False
    scan = sight.scan
    if lead.is_verb:
        near = range(lead.last + 1, min(lead.last + 1 + _DOER_REACH, len(scan.words)))
        doer = next((person for word in near for person in scan.at("person", word)), None)
    else:
        doer = next(iter(scan.at("person", lead.first)), None)
    if doer is None or doer.payload.group != "protester":
        return False
    counted = any(doer.first - 2 <= word < doer.first for word in scan.numerals)
    return doer.clitics.definite and (not counted or scan.words[doer.first - 1].norm == "بعض")


#: Within how many words behind a verb who does it stands.
_DOER_REACH: Final = 3

_DUE: Final = word_set("topics", "due")


def _is_hit(scan: Scan, group: Group) -> bool:
    """Whether a meeting or a march is only what a strike hit: استهدفت غارة اجتماعا لقادة التنظيم."""
    if group.kind not in ("meeting", "movement", "deployment") or group.lead.match.clitics.lead:
        return False
    near = range(max(0, group.first - _HIT_REACH), group.first)
    return any(scan.words[at].norm.lstrip("وف").startswith(_HITTING) for at in near if at + 1 not in scan.commas)


#: Verbs of hitting, and how far before what they hit they stand.
_HITTING: Final = tuple(word_set("topics", "hitting"))
_HIT_REACH: Final = 4


def _lies_in_wait(sight: Sight, group: Group) -> bool:
    """Whether an ambush only tells how an arrest was made: بكمين محكم تمكنت القوة من اعتقاله."""
    clitics, before = group.lead.match.clitics, sight.scan.norms(group.first - 1, group.first - 1)
    if group.lead.trigger.lemma != "كمين" or not (clitics.prep == "ب" or before in ("في", "عبر", "خلال", "بعد")):
        return False
    return any(other.kind == "arrest" and same_voice(other.voice, group.voice) for other in sight.groups)


def _is_ground(scan: Scan, group: Group) -> bool:
    """Whether an act is only what others speak up against or flee: احتجاجا على الغارات، هربا من القتال."""
    if group.kind not in _TOPICAL | {"recruitment"}:
        return False
    before = scan.words[max(0, group.first - 2) : group.first]
    return any(word.norm.removeprefix("و") in _AGAINST for word in before)


def _is_condemned(sight: Sight, group: Group) -> bool:
    """Whether somebody condemns such acts, and no place is told: أدان المجلس استهداف المستشفيات."""
    if group.kind not in _TOPICAL:
        return False
    verbs = (verb.first for verb in sight.scan.of("verb") if verb.first > group.last)
    end = min((group.first + _FAR, *verbs))
    if any(group.first < each.first <= end and each.type != "country" for each in sight.places):
        return False
    before = sight.scan.words[max(0, group.first - _NEAR) : group.first]
    return any(word.norm.removeprefix("و") in _CONDEMNING for word in before)


#: Within how many words behind an act its place stands, and before it who condemns it.
_FAR: Final = 12
_NEAR: Final = 5
_CONDEMNING: Final = word_set("topics", "condemning")

_AGAINST: Final = MOTIVES | {
    "هربا", "فرارا", "خوفا", "خشيه", "تحسبا", "ضد", "الفارين", "الفارون", "فارين", "الهاربين", "الهاربون", "هاربين",
}  # fmt: skip


def _is_judged(scan: Scan, group: Group) -> bool:
    """Whether an act that is known is only said to be something: وتعد السيطرة على المدينة إنجازا."""
    lead = group.lead
    if not (lead.first and lead.match.clitics.definite):
        return False
    return scan.words[lead.first - 1].norm.removeprefix("و") in ("يعتبر", "تعتبر", "يعد", "تعد")


def _is_assessed(scan: Scan, group: Group) -> bool:
    """Whether it is only told what acts are, or that they grew rarer: هذا الهجوم هو رد، عمليات الخطف سجلت انخفاضا."""
    if group.kind not in _TOPICAL or any(each.light for each in group.members):
        return False
    after = group.last + 1
    if after < len(scan.words) and scan.words[after].norm.startswith("وال"):
        after += 1  # عمليات الخطف والقتل غير مقبولة
    behind = scan.words[after : after + _ASSESSED]
    named = group.lead.match.clitics.definite or scan.words[group.lead.last].norm.startswith("ال")
    is_something = bool(behind) and named and behind[0].norm in _COPULAS
    return is_something or any(word.norm in _RARER or word.norm in _TO_BE for word in behind)


_ASSESSED: Final = 4
_TO_BE: Final = word_set("topics", "to_be")
_COPULAS: Final = word_set("topics", "copulas")
_RARER: Final = word_set("topics", "rarer")


def _is_named_by(scan: Scan, group: Group) -> bool:
    """Whether a place is named by what happened there: موقع الانفجار، محاور القتال، مناطق العمليات العسكرية."""
    lead = group.lead
    named = lead.first and scan.words[lead.first - 1].norm.removeprefix("و").removeprefix("ب") in SITES
    clitics = lead.match.clitics
    return bool(named) and not (clitics.prep or clitics.lead) and (clitics.definite or not lead.light)


def _is_purpose(scan: Scan, group: Group) -> bool:
    """Whether a noun stands behind "in order to", and so tells no act of its own: من أجل تنفيذ عمليات."""
    if any(each.light for each in group.members):
        return False
    if group.kind in _PURPOSES | _GOALS and _is_further_aim(scan, group):
        return True
    if group.kind not in _PURPOSES:
        return False
    for at in range(group.first - 1, max(-1, group.first - _AIM_REACH), -1):
        if scan.words[at].norm in AIMING:
            return True
        if at in scan.commas or scan.at("place", at):
            return False
    return False


def _is_further_aim(scan: Scan, group: Group) -> bool:
    """Whether a noun is one of a list of aims: تهدف الخطة إلى إنهاء القتال، وضمان انسحاب القوات، وتبادل الأسرى."""
    before = scan.words[group.first - 1] if group.first else scan.words[0]
    if scan.words[group.first].norm[:1] != "و" and before.norm[:1] != "و":
        return False
    for at in range(group.first - 1, max(-1, group.first - _AIMS_REACH), -1):
        if scan.words[at].norm in AIMING:
            return True
        if scan.words[at].norm in COMPLEMENTIZERS or any(verb.form.tense for verb in scan.at("verb", at)):
            return False
    return False


#: How far behind the first of several aims the last may stand, and what is aimed at beside acts of war.
_AIMS_REACH: Final = 24
_GOALS: Final = frozenset(("withdrawal", "release", "aid", "agreement", "handover"))

#: How far before a noun it may be told that it is what for something is done, in words.
_AIM_REACH: Final = 5

#: Kinds that others are done for, and the words that say so.
_PURPOSES: Final = frozenset(
    ("capture", "attack", "clash", "operation", "shelling", "air_strike", "destruction", "displacement", "deployment")
)


def _is_any(scan: Scan, group: Group) -> bool:
    """Whether any such act is meant: الرد على أي اعتداء، صد أي هجوم، كل هجوم يولد آخر."""
    lead = group.lead
    if lead.first and scan.words[lead.first - 1].norm == "كل" and lead.match.form == "sg" and group.kind in _TOPICAL:
        return not lead.match.clitics.definite
    around = [group.first - 1, group.lead.first - 1, group.lead.last + 1]
    if group.first and scan.words[group.first - 1].norm in ("او", "ولا"):  # أي خسائر بشرية أو تهديد
        around += range(max(0, group.first - 4), group.first - 1)
    return any(0 <= at < len(scan.words) and scan.words[at].norm in ANY for at in around)


def _is_crime(scan: Scan, group: Group) -> bool:
    """Whether crimes are told in general, two of them joined: القتل والخطف."""
    lead = group.lead
    if group.kind not in _TOPICAL or not lead.match.clitics.definite or lead.light or lead.first != lead.last:
        return False
    before, behind = lead.first - 1, lead.last + 1
    if before >= 0 and lead.match.clitics.lead == "و" and _names_crime(scan, before):
        return True
    if before > 0 and scan.words[before].norm == "او" and _names_crime(scan, before - 1):
        return True
    joined = behind < len(scan.words) and scan.words[behind].norm.startswith("وال")
    return joined and _names_crime(scan, behind)


def _names_crime(scan: Scan, at: int) -> bool:
    return any(
        match.clitics.definite and match.payload.kind in _TOPICAL and isinstance(match.form, str)
        for match in scan.at("trigger", at)
    )


def is_matter(scan: Scan, group: Group) -> bool:
    """Whether a matter of law or opinion is about it: قضية اغتيال، المتهم بخطف، خطر هجمات."""
    if group.kind == "operation" and scan.norms(group.first - 2, group.first - 1) in _TALK:
        return True  # في ظل الحديث عن عملية عسكرية
    if group.kind not in _MATTERS or any(each.light for each in group.members):
        return False
    if group.kind == "arrest" and group.lead.trigger.pos == "phrase":
        return False  # أصدرت المحكمة مذكرة توقيف
    before = group.first - 1
    cues = [
        cue
        for cue in scan.cue("matter")
        if before - 1 <= cue.first <= group.first or (cue.last == before and cue.payload.value == "sign")
    ]
    if any(cue.payload.lemma != "عصابة" or not group.lead.match.clitics.prep for cue in cues):
        return True  # but: أوكار لعصابات داعش بضربات جوية
    return _is_charge(scan, group)


_TALK: Final = word_set("topics", "talk")


def _is_charge(scan: Scan, group: Group) -> bool:
    """Whether it is a further thing that somebody is charged with: متهمة بتجارة المخدرات وتنفيذ عمليات خطف."""
    for at in range(group.first - 1, max(-1, group.first - _CHARGES), -1):
        word = scan.words[at]
        if word.norm.removeprefix("ال").startswith(_CHARGED):
            return scan.words[at + 1].norm[:1] == "ب"
        if scan.at("verb", at) or word.norm in COMPLEMENTIZERS:
            return False
    return False


#: Of those who are charged with something, and how far behind it may stand.
_CHARGED: Final = ("متهم", "متورط", "ضالع")
_CHARGES: Final = 9


def _is_under_it(scan: Scan, group: Group) -> bool:
    """Whether an agreement that is known only provides for what the sentence tells."""
    before = scan.words[max(0, group.first - _UNDER) : group.first]
    return bool(group.lead.match.clitics.definite) and any(word.norm.removeprefix("و") == "بموجب" for word in before)


def _is_frame(sight: Sight, at: int) -> bool:
    """Whether an agreement is only that under which the act before it is done, and nothing is told of it behind."""
    scan, group = sight.scan, sight.groups[at]
    start = max(0, group.first - _UNDER)
    before = [word.norm.removeprefix("و") for word in scan.words[start : group.first]]
    under = any(
        norm in ("بموجب", "بمقتضي") or scan.norms(start + n - 1, start + n) == "في اطار"
        for n, norm in enumerate(before)
    )
    if not (at and under) or sight.groups[at - 1].kind not in _FRAMED:
        return False
    stops = [comma for comma in scan.commas if comma > group.last] + [g.first for g in sight.groups[at + 1 :]]
    behind = range(group.last + 1, min([group.last + 7, len(scan.words), *stops]))
    return not any(scan.at("verb", each) or each in scan.dated or scan.cue_at("mediator", each) for each in behind)


#: What is done under an agreement.
_FRAMED: Final = ("release", "handover", "withdrawal", "displacement", "deployment")


#: How far behind "under" the agreement stands.
_UNDER: Final = 5


def _is_known(group: Group) -> bool:
    """Whether a noun names an act that all know of: العدوان، الحرب, a truce."""
    return bool(group.lead.match.clitics.definite) or group.kind == "agreement"


def _begins_reckoning(scan: Scan, first: int) -> bool:
    """Whether "since (the beginning of)" stands right before a word: منذ بدء العدوان على المدينة."""
    if any(word.norm in ("التي", "الذي") for word in scan.words[first + 1 : first + 3]):
        return False  # منذ بداية الهجمات التي شنها التنظيم
    at = first - 1
    while at >= 0 and scan.words[at].norm in _RECKONED:
        at -= 1
    return at >= 0 and scan.words[at].norm in ("منذ", "ومنذ")


_RECKONED: Final = BEGINNINGS | {"اتفاق"}


def _is_reckoned_from(scan: Scan, group: Group) -> bool:
    """Whether "since" stands a little before it, and no day is told: منذ بدء سريان اتفاق وقف إطلاق النار."""
    return any(word.norm in ("منذ", "ومنذ") for word in scan.words[max(0, group.first - 4) : group.first])


def _is_remembered(scan: Scan, group: Group) -> bool:
    """Whether only the day of it comes round again: مع حلول الذكرى السنوية الأولى لسريان الهدنة."""
    reach = range(group.first - _REMINDED, group.first)
    return any(cue.last in reach and cue.payload.lemma == "ذكرى" for cue in scan.cue("matter"))


#: How far before an act the day stands that reminds of it.
_REMINDED: Final = 5


def _is_circumstance(sight: Sight, group: Group, parties: Roles) -> bool:
    """Whether it only tells how another act of the sentence was done: خطفوا مدنيين خلال عملية مداهمة."""
    if group.lead.light or not group.first or (parties.initiator and group.kind != "meeting"):
        return False
    if group.kind in _HEARD and heard_amid(sight.scan, group.lead, -1):  # اقتحموا المقر وسط إطلاق نار
        return any(other.first < group.first and other.kind in _ACTS and not other.only_harm for other in sight.groups)
    if group.kind not in _ATTENDANT:
        return False
    before = sight.scan.words[group.first - 1].norm
    how = (
        before == "في" and group.kind == "operation" and not group.lead.match.clitics.definite
    )  # استولت عليها في عملية
    if not how and before not in _AMID:
        return False
    if group.kind == "meeting":  # توصلا إلى اتفاق خلال اجتماعات أستانة
        return any(other.kind == "agreement" for other in sight.groups)
    return any(
        other is not group and other.kind in _ACTS and not other.only_harm and same_voice(other.voice, group.voice)
        for other in sight.groups
    )


#: What is heard around an act.
_HEARD: Final = frozenset(("explosion", "attack"))


def _takes_up(sight: Sight, group: Group, modality: Modality) -> bool:
    """Whether a definite noun takes up what is known, and nothing new is told of it: هذا الهجوم، بموجب الاتفاق."""
    if not group.lead.match.clitics.definite or group.kind in SPEECH or _goes_on(sight.scan, group):
        return False
    if group.kind not in _TOPICAL and (modality != "happened" or group.kind in _LASTING):
        return False
    return not any(group.last < at <= group.last + _SITE_REACH for at in _sites(sight))


def _is_topic(sight: Sight, group: Group, parties: Roles) -> bool:
    """Whether acts are only spoken of: a noun with no place of its own, and nobody does them."""
    if group.kind not in _ANYBODYS or any(group.first - 4 <= at <= group.last + 10 for at in _sites(sight)):
        return False
    clitics = group.lead.match.clitics
    if group.first <= 1 and not clitics.definite:
        return False  # a headline
    if clitics.definite and len(parties.initiator) > 1 and _goes_on(sight.scan, group):
        return False  # لا تزال الاشتباكات مستمرة بين الجيش والمسلحين
    return clitics.definite or not (parties.initiator or clitics.prep == "ب")  # ردت القوات بقصف المنطقة


def _sites(sight: Sight) -> tuple[int, ...]:
    """Where a sentence speaks of a place."""
    return (*(place.first for place in sight.places), *(head.first for head in sight.scan.of("place_cue")))


def _goes_on(scan: Scan, group: Group) -> bool:
    """Whether something new is told of an act known before: الاشتباكات تجددت، القتال مستمر، الهجوم الذي شنته القوات."""
    first, last = group.lead.first, group.lead.last
    if scan.cue_within(first - 3, last + _TOLD_REACH, "habit", "still", "result"):
        return True
    if any(say.payload.lemma == "أعلن" and 0 < first - say.last <= _OBJECT_REACH for say in scan.cue("say")):
        return scan.words[first - 1].norm not in PREPOSITIONS  # أعلنت القبائل النفير العام
    return any(last < verb.first <= last + _TOLD_REACH for verb in scan.of("verb"))


#: Within how many words behind "announce" its object stands.
_OBJECT_REACH: Final = 4

#: Within how many words behind an act that is known the place stands that it is known by: الهجوم على مطار المدينة.
_SITE_REACH: Final = 4

#: Within how many words behind an act that is known something new is told of it.
_TOLD_REACH: Final = 7
