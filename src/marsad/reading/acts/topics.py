"""Stage 9b: what is only spoken of. Papers name acts without telling that they happened: as the matter of a trial or a
plan, as what others stand against or strive for, as the circumstance of what the sentence tells.
"""

from __future__ import annotations

from typing import Final

from marsad.model import Modality, Period
from marsad.reading.acts.nominals import AIMING, SITES
from marsad.reading.factuality.negation import ANY
from marsad.reading.groups.echoes import is_claimed
from marsad.reading.groups.grouping import heard_amid
from marsad.reading.groups.groups import Group, same_voice
from marsad.reading.groups.toll_acts import MOTIVES
from marsad.reading.kinds import SPEECH
from marsad.reading.roles.roles import Roles
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.story import Sight
from marsad.reading.times.clock import is_own
from marsad.reading.word_sets import word_set


def spoken_of(sight: Sight, at: int, parties: Roles, when: Period | None, modality: Modality) -> str:
    """Why a group of a sentence without a toll tells nothing; empty if it does."""
    scan, group = sight.scan, sight.groups[at]
    if _is_detail(sight, group) and not is_own(when):
        return "only what those do who are known to protest: ردد المتظاهرون هتافات"
    if any(each.is_verb for each in group.members):
        spelt_alike = group.first and len(group.members) == 1 and scan.words[group.first - 1].norm in ANY
        return "any that may come, and none that did: أي تحرك سيقابل برد" if spelt_alike else ""
    if is_claimed(scan, group):
        return ""  # أعلن التنظيم مسؤوليته عن الهجوم
    if group.kind == "agreement" and modality == "planned" and _is_under_it(scan, group):
        return "only under what something is done: بموجب المرحلة الأولى من الاتفاق"
    if group.kind == "agreement" and modality == "happened" and _is_frame(sight, at):
        return "only the frame of what is told: في إطار اتفاق وقف إطلاق النار"
    if why := _in_general(scan, group, when) or _of_another(sight, group, parties, when):
        return why
    new = modality == "planned" and not group.lead.match.clitics.definite  # nobody plans what has been told
    carried = any(each.light for each in group.members) or _is_announced(scan, group)
    bare = not (new or is_explained(scan, group) or is_own(when) or carried)
    if bare and (_takes_up(sight, group, modality) or _is_topic(sight, group, parties)):
        return "only spoken of: no verb, no party, no place and no time of its own"
    return ""


def _in_general(scan: Scan, group: Group, when: Period | None) -> str:
    """Why a noun means any such act, or one that has long been known; empty if it does not."""
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
    return ""


def _of_another(sight: Sight, group: Group, parties: Roles, when: Period | None) -> str:
    """Why a noun only tells more of something else; empty if it does not."""
    scan = sight.scan
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
    return ""


#: Within how many words behind a verb who does it stands.
_DOER_REACH: Final = 3


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


#: How far behind "under" the agreement stands.
_UNDER: Final = 5


def _is_under_it(scan: Scan, group: Group) -> bool:
    """Whether an agreement that is known only provides for what the sentence tells."""
    before = scan.words[max(0, group.first - _UNDER) : group.first]
    return bool(group.lead.match.clitics.definite) and any(word.norm.removeprefix("و") == "بموجب" for word in before)


#: What is done under an agreement.
_FRAMED: Final = ("release", "handover", "withdrawal", "displacement", "deployment")


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


#: Kinds that papers speak about without telling that they happened.
_TOPICAL: Final = frozenset(
    ("attack", "explosion", "suicide_bombing", "abduction", "clash", "shelling", "air_strike", "capture", "arrest")
)


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
    """Whether a definite noun of an act of violence stands at a word."""
    return any(
        match.clitics.definite and match.payload.kind in _TOPICAL and isinstance(match.form, str)
        for match in scan.at("trigger", at)
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


#: Kinds that need a place or somebody who does them.
_ANYBODYS: Final = _TOPICAL | {"aid", "meeting"}

#: Kinds that a matter of law, opinion or talk may be about.
_MATTERS: Final = _ANYBODYS | {"raid", "recruitment", "destruction"}

_TALK: Final = word_set("topics", "talk")


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


#: Beginnings of words for those who are charged with something.
_CHARGED: Final = ("متهم", "متورط", "ضالع")

#: How far behind who is charged a further charge may stand.
_CHARGES: Final = 9


def _is_charge(scan: Scan, group: Group) -> bool:
    """Whether it is a further thing that somebody is charged with: متهمة بتجارة المخدرات وتنفيذ عمليات خطف."""
    for at in range(group.first - 1, max(-1, group.first - _CHARGES), -1):
        word = scan.words[at]
        if word.norm.removeprefix("ال").startswith(_CHARGED):
            return scan.words[at + 1].norm[:1] == "ب"
        if scan.at("verb", at) or word.norm in COMPLEMENTIZERS:
            return False
    return False


def _is_reckoned_from(scan: Scan, group: Group) -> bool:
    """Whether "since" stands a little before it, and no day is told: منذ بدء سريان اتفاق وقف إطلاق النار."""
    return any(word.norm in ("منذ", "ومنذ") for word in scan.words[max(0, group.first - 4) : group.first])


#: How far before an act the day stands that reminds of it.
_REMINDED: Final = 5


def _is_remembered(scan: Scan, group: Group) -> bool:
    """Whether only the day of it comes round again: مع حلول الذكرى السنوية الأولى لسريان الهدنة."""
    reach = range(group.first - _REMINDED, group.first)
    return any(cue.last in reach and cue.payload.lemma == "ذكرى" for cue in scan.cue("matter"))


_HITTING: Final = tuple(word_set("topics", "hitting"))

#: How far before what it hits a verb of hitting stands.
_HIT_REACH: Final = 4


def _is_hit(scan: Scan, group: Group) -> bool:
    """Whether a meeting or a march is only what a strike hit: استهدفت غارة اجتماعا لقادة التنظيم."""
    if group.kind not in ("meeting", "movement", "deployment") or group.lead.match.clitics.lead:
        return False
    near = range(max(0, group.first - _HIT_REACH), group.first)
    return any(scan.words[at].norm.lstrip("وف").startswith(_HITTING) for at in near if at + 1 not in scan.commas)


_IN_AMBUSH: Final = word_set("topics", "in_ambush")


def _lies_in_wait(sight: Sight, group: Group) -> bool:
    """Whether an ambush only tells how an arrest was made: بكمين محكم تمكنت القوة من اعتقاله."""
    clitics, before = group.lead.match.clitics, sight.scan.norms(group.first - 1, group.first - 1)
    if group.lead.trigger.lemma != "كمين" or not (clitics.prep == "ب" or before in _IN_AMBUSH):
        return False
    return any(other.kind == "arrest" and same_voice(other.voice, group.voice) for other in sight.groups)


#: Words before what others speak up against, fear or flee.
_AGAINST: Final = MOTIVES | word_set("topics", "fleeing")


def _is_ground(scan: Scan, group: Group) -> bool:
    """Whether an act is only what others speak up against or flee: احتجاجا على الغارات، هربا من القتال."""
    if group.kind not in _TOPICAL | {"recruitment"}:
        return False
    before = scan.words[max(0, group.first - 2) : group.first]
    return any(word.norm.removeprefix("و") in _AGAINST for word in before)


_CONDEMNING: Final = word_set("topics", "condemning")

#: How far before acts it may be told who condemns them.
_CONDEMNING_REACH: Final = 5

#: Within how many words behind an act that is condemned its place stands.
_PLACE_REACH: Final = 12


def _is_condemned(sight: Sight, group: Group) -> bool:
    """Whether somebody condemns such acts, and no place is told: أدان المجلس استهداف المستشفيات."""
    if group.kind not in _TOPICAL:
        return False
    verbs = (verb.first for verb in sight.scan.of("verb") if verb.first > group.last)
    end = min((group.first + _PLACE_REACH, *verbs))
    if any(group.first < each.first <= end and each.type != "country" for each in sight.places):
        return False
    before = sight.scan.words[max(0, group.first - _CONDEMNING_REACH) : group.first]
    return any(word.norm.removeprefix("و") in _CONDEMNING for word in before)


_DEEMING: Final = word_set("topics", "deeming")


def _is_judged(scan: Scan, group: Group) -> bool:
    """Whether an act that is known is only said to be something: وتعد السيطرة على المدينة إنجازا."""
    lead = group.lead
    if not (lead.first and lead.match.clitics.definite):
        return False
    return scan.words[lead.first - 1].norm.removeprefix("و") in _DEEMING


_TO_BE: Final = word_set("topics", "to_be")
_COPULAS: Final = word_set("topics", "copulas")
_RARER: Final = word_set("topics", "rarer")

#: Within how many words behind acts it is told what they are.
_ASSESSED: Final = 4


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


def _is_named_by(scan: Scan, group: Group) -> bool:
    """Whether a place is named by what happened there: موقع الانفجار، محاور القتال، مناطق العمليات العسكرية."""
    lead = group.lead
    named = lead.first and scan.words[lead.first - 1].norm.removeprefix("و").removeprefix("ب") in SITES
    clitics = lead.match.clitics
    return bool(named) and not (clitics.prep or clitics.lead) and (clitics.definite or not lead.light)


#: What is aimed at beside acts of war.
_GOALS: Final = frozenset(("withdrawal", "release", "aid", "agreement", "handover"))

#: How far before a noun it may be told that something is done for it.
_AIM_REACH: Final = 5

#: Acts of war that other things are done for.
_PURPOSES: Final = frozenset(
    ("capture", "attack", "clash", "operation", "shelling", "air_strike", "destruction", "displacement", "deployment")
)


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


#: How far behind the first of several aims the last may stand.
_AIMS_REACH: Final = 24


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

#: What is heard around an act.
_HEARD: Final = frozenset(("explosion", "attack"))


def _is_circumstance(sight: Sight, group: Group, parties: Roles) -> bool:
    """Whether it only tells how another act of the sentence was done: خطفوا مدنيين خلال عملية مداهمة."""
    if group.lead.light or not group.first or (parties.initiator and group.kind != "meeting"):
        return False
    if group.kind in _HEARD and heard_amid(sight.scan, group.lead, -1):  # اقتحموا المقر وسط إطلاق نار
        return any(other.first < group.first and other.kind in _ACTS and not other.only_harm for other in sight.groups)
    if group.kind not in _ATTENDANT:
        return False
    before = sight.scan.words[group.first - 1].norm
    new = group.kind == "operation" and not group.lead.match.clitics.definite  # استولت عليها في عملية
    if not (new and before == "في") and before not in _AMID:
        return False
    if group.kind == "meeting":  # توصلا إلى اتفاق خلال اجتماعات أستانة
        return any(other.kind == "agreement" for other in sight.groups)
    return any(
        other is not group and other.kind in _ACTS and not other.only_harm and same_voice(other.voice, group.voice)
        for other in sight.groups
    )


_DUE: Final = word_set("topics", "due")


def is_explained(scan: Scan, group: Group) -> bool:
    """Whether the cause of an act is told right behind it: الانفجار ناجم عن عبوة."""
    behind = group.members[0].last + 1
    return scan.norms(behind, behind) in _DUE


#: What the police announce that they did.
_POLICED: Final = frozenset(("arrest", "interception", "release", "raid"))

#: How far behind the verb of announcing that may stand.
_ANNOUNCED: Final = 7


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


#: Kinds that last, and so are spoken of with the article while they are told: ألغيت العقوبات، فرقت الشرطة المظاهرة.
_LASTING: Final = frozenset(("sanction", "protest", "recruitment"))

#: Within how many words behind an act that is known the place stands that it is known by: الهجوم على مطار المدينة.
_SITE_REACH: Final = 4


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


#: Within how many words behind "announce" its object stands.
_OBJECT_REACH: Final = 4

#: Within how many words behind an act that is known something new is told of it.
_TOLD_REACH: Final = 7


def _goes_on(scan: Scan, group: Group) -> bool:
    """Whether something new is told of an act known before: الاشتباكات تجددت، القتال مستمر، الهجوم الذي شنته القوات."""
    first, last = group.lead.first, group.lead.last
    if scan.cue_within(first - 3, last + _TOLD_REACH, "habit", "still", "result"):
        return True
    if any(say.payload.lemma == "أعلن" and 0 < first - say.last <= _OBJECT_REACH for say in scan.cue("say")):
        return scan.words[first - 1].norm not in PREPOSITIONS  # أعلنت القبائل النفير العام
    return any(last < verb.first <= last + _TOLD_REACH for verb in scan.of("verb"))
