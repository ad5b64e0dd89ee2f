"""Stage 9: which happenings of a sentence are one claim: an act, its light verb, its means and its toll."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.acts.happenings import Happening
from marsad.reading.factuality.negation import negated
from marsad.reading.groups.groups import VIOLENT, WAR, Group, same_voice
from marsad.reading.groups.joints import parted, result_between
from marsad.reading.groups.own_tolls import is_besides, is_own_toll, starts_anew
from marsad.reading.groups.same_acts import are_compatible, are_one_act
from marsad.reading.groups.toll_acts import FROM_AFAR, MOTIVES, is_act_of_toll, is_toll_of, is_why
from marsad.reading.scan import Scan
from marsad.reading.voices.voices import Voice, voice_at
from marsad.reading.word_sets import word_set


def group_happenings(scan: Scan, happenings: list[Happening], voices: list[Voice]) -> list[Group]:
    """The groups of happenings of a sentence, in their order: each may become a claim."""
    groups: list[Group] = []
    for each in happenings:
        voice = voice_at(voices, each.first)
        home = next((g for g in reversed(groups[-3:]) if _joins(scan, g, each, voice)), None)
        home = None if home is not None and _is_of_other(groups, home, each) else home
        if home is None:
            if groups and _swallowed(scan, groups[-1], each, voice):
                scan.doubt(each.match, "what the accusation or threat before it speaks of")
                continue
            if len(groups) == 1 and _turns_to(scan, groups[0], each):
                turned = Group(groups[0].lead, voice, anew=False)
                turned.take(each, _kind_of(turned, each))
                groups = [turned]
                continue
            own = bool(groups) and is_own_toll(scan, groups[-1], each)
            anew = each.harm and (own or (starts_anew(scan, each) if groups else is_besides(scan, each)))
            groups.append(Group(each, voice, anew=anew))
        else:
            home.take(each, home.kind if _is_amid(scan, home, each) else _kind_of(home, each))
    return groups


def _is_of_other(groups: list[Group], home: Group, each: Happening) -> bool:
    """Whether a noun takes up an act told before the one it might join: غارات على أ ثم قصف على ب، وأسفرت الغارات ..."""
    if each.is_verb or not each.match.clitics.definite or each.kind not in VIOLENT or each.kind == home.kind:
        return False
    if home.members[-1].is_verb and each.start == home.last + 1:
        return False  # واستهدفت الغارة الثانية مدرسة: the noun is its subject
    return any(group is not home and group.kind == each.kind for group in groups)


_OTHERS: Final = word_set("grouping", "others")


def _turns_to(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a sentence turns to another act, of which somebody tells the toll: وفي هجوم آخر، أعلنت الشرطة مقتل."""
    lead = group.lead
    if not each.harm or lead.is_verb or lead.harm or len(group.members) > 1 or not 0 < lead.start <= _HEAD:
        return False
    if scan.words[lead.start - 1].norm.removeprefix("و") != "في" or group.voice is not None:
        return False
    behind = scan.words[lead.last + 1 : lead.last + 3]
    return any(word.norm in _OTHERS for word in behind) and any(lead.last < comma < each.start for comma in scan.commas)


#: How far from the beginning of its sentence such an act is named, in words.
_HEAD: Final = 3

#: What a speech act (accusation, threat) alleges is no claim of its own.
_SWALLOWING: Final = frozenset(("accusation", "threat"))


def _swallowed(scan: Scan, group: Group, each: Happening, voice: Voice | None) -> bool:
    """Whether a happening is only what the speech act before it alleges."""
    return (
        group.kind in _SWALLOWING
        and same_voice(group.voice, voice)
        and not parted(scan, group.last, each.start, hard=True)
        and each.trigger.strength != "weak"
        and not _told_as_fact(scan, each)
    )


_BEFORE_FACTS: Final = word_set("grouping", "before_facts")


def _told_as_fact(scan: Scan, each: Happening) -> bool:
    """Whether a relative clause tells more of what somebody is accused of, or of whom: الهجوم الذي وقع في 20 تموز."""
    verb, after = each.verb, each.last + 1
    if verb is not None and verb.first and isinstance(verb.form, VerbForm):
        before = scan.words[verb.first - 1].norm
        return verb.form.tense == "past" and not verb.clitics.lead and before in _BEFORE_FACTS
    return after < len(scan.words) and scan.words[after].norm in ("الذي", "التي")


#: Kinds of violence from the most general to the most specific; a claim takes the most specific of its happenings.
_SPECIFIC: Final = {
    "attack": 0, "operation": 0, "raid": 1, "clash": 2, "shelling": 2, "air_strike": 3, "explosion": 3, "arrest": 3,
    "suicide_bombing": 4,
}  # fmt: skip

#: The verb and the noun of leading away those who were taken.
_LED_AWAY: Final = frozenset(("اقتاد", "اقتياد"))


def _kind_of(group: Group, each: Happening) -> str:
    """The kind of a group with one more happening."""
    if each.harm or each.kind == "destruction" or _is_blast_of(group, each) or each.trigger.lemma in _LED_AWAY:
        return group.kind
    if group.only_harm and each.kind in ("raid", "operation") and group.lead.trigger.strength == "strong":
        return group.kind  # اغتالت القوات أثناء توغلها في أ سبعة: the deed, and no toll of the raid
    if group.only_harm or (group.kind == "destruction" and each.kind in VIOLENT):
        return each.kind
    if group.kind in ("raid", "operation") and each.kind not in ("raid", "arrest", "operation"):
        return group.kind
    if group.kind == "operation" and each.kind == "raid" and each.match.clitics.prep == "ل":
        return group.kind  # عملية لملاحقة فلول التنظيم: what it is for
    return max(group.kind, each.kind, key=lambda kind: (_SPECIFIC.get(kind, 1), kind == group.kind))


def _is_amid(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether blasts or fire are only heard around an attack: هاجم مسلحون الفندق وسط إطلاق نار وانفجارات."""
    if each.is_verb or group.kind != "attack" or group.only_harm:
        return False
    return heard_amid(scan, each, group.last)


#: How far behind "amid" what was heard may stand.
_AMID_REACH: Final = 6


def heard_amid(scan: Scan, each: Happening, low: int) -> bool:
    """Whether "amid" stands before a noun, behind a word, and is not the middle of a place."""
    for at in range(each.start - 1, max(low, each.start - _AMID_REACH), -1):
        if scan.words[at + 1].before.strip() or scan.at("verb", at):
            return False
        if scan.words[at].norm == "وسط":
            return not (scan.at("place", at + 1) or scan.at("place_cue", at + 1))
    return False


#: The verb of finding the dead.
_FINDING: Final = "عثر"


def _joins(scan: Scan, group: Group, each: Happening, voice: Voice | None) -> bool:
    """Whether a happening belongs to a claim that stands before it in the sentence."""
    last = group.members[-1]
    if each.is_verb and each.trigger.lemma == _FINDING and not group.only_harm:
        return False  # whom somebody found dead is another matter
    if group.kind in ("arrest", "abduction") and _is_led_away(each):
        return True  # اعتقال الوزير في المطار واقتياده إلى مكان مجهول
    if not same_voice(group.voice, voice) and not (each.harm and result_between(scan, last.last, each.start)):
        return False
    wrecking = each.kind == "destruction" != group.kind and (group.kind in VIOLENT or group.kind == "riot")
    if wrecking and (_has_its_doer(scan, each) or _has_its_place(scan, group, each)):
        return False  # قتل اثنان في إطلاق نار، وأحرق مستوطنون منازل، هاجموا سيارات في أ وأحرقوا أشجارا في ب
    if each.harm or (wrecking and (not group.only_harm or _are_nouns(last, each))):
        return not (wrecking and _opens_clause(scan, each)) and is_toll_of(scan, group, each)
    if group.only_harm:
        return is_act_of_toll(scan, group, each)
    return _is_same_matter(scan, group, each)


#: How far behind a verb of wrecking its own place may stand.
_PLACE_REACH: Final = 8


def _has_its_place(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a verb that goes on with the wrecking of something is told of another place than the act before it."""
    if not each.is_verb or each.match.clitics.lead != "و":
        return False
    end = next((comma for comma in scan.commas if comma > each.last), len(scan.words))
    behind = range(each.last + 2, min(end, each.last + _PLACE_REACH))
    places = [place for at in behind for place in scan.at("place", at)]
    names = {place.payload.name for at in range(group.lead.last, each.first) for place in scan.at("place", at)}
    return bool(names) and any(place.payload.name not in names for place in places)


#: How far behind an arrest it may be told whither those were led whom it took.
_LED_AWAY_REACH: Final = 25

_SET_OFF: Final = word_set("grouping", "set_off")


def _is_same_matter(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether an act goes on with the act before it, or is that act in another word."""
    last = group.members[-1]
    if (
        each.trigger.strength == "generic"
        and each.is_verb
        and group.kind in ("raid", "operation", "arrest")
        and not each.match.clitics.lead
    ):
        return not parted(scan, last.last, each.start)
    if _is_wrecked_by(scan, last, each) or _is_stopped_by(scan, last, each):
        return True
    if _is_blast_of(group, each) and scan.cue_within(group.first - 2, each.start, "result"):
        return True
    if group.kind == "arrest" and each.trigger.lemma in _LED_AWAY and not negated(scan, each):
        return each.start - last.last <= _LED_AWAY_REACH  # اعتقلت ثمانية واقتادتهم إلى جهة مجهولة
    if not are_compatible(group.kind, each.kind) or is_why(scan, each):
        return False
    if last.trigger.lemma == WAR and each.start and scan.words[each.start - 1].norm in _SET_OFF:
        return False  # اندلعت الحرب إثر هجوم
    if group.kind in ("raid", "operation") and each.kind == "arrest":
        if negated(scan, each):
            return False  # داهموا المنزل ولم يعتقلوا أحدا
        tied = result_between(scan, last.last, each.start) or _is_in_it(scan, each)
        if tied and not parted(scan, last.last, each.start, hard=True):
            return True  # عملية أمنية أسفرت عن القبض على مطلوبين
    return are_one_act(scan, group, each)


def _is_led_away(each: Happening) -> bool:
    """Whether a noun only goes on with whom somebody took: واقتياده إلى جهة مجهولة."""
    clitics = each.match.clitics
    return not each.is_verb and each.trigger.lemma == "اقتياد" and clitics.lead == "و" and bool(clitics.suffix)


def _opens_clause(scan: Scan, each: Happening) -> bool:
    """Whether a light verb opens the main clause behind a comma: ردا على الهجوم، تمكنت القوات من تدمير عربة."""
    return each.light is not None and each.start == each.light.first and each.start in scan.commas


def _is_blast_of(group: Group, each: Happening) -> bool:
    """Whether blasts are only what was heard of the strikes before: غارات على المدينة أدت إلى انفجارات."""
    blast = each.kind == "explosion" and not each.is_verb and each.trigger.strength == "generic"
    return blast and group.kind in FROM_AFAR


_IN_IT: Final = word_set("grouping", "in_it")


def _is_in_it(scan: Scan, each: Happening) -> bool:
    """Whether a pronoun behind a verb takes up the act before, in which it was done: حملة اعتقلت خلالها."""
    behind = scan.words[each.last + 1].norm if each.last + 1 < len(scan.words) else ""
    return each.is_verb and behind in _IN_IT


#: Those who wreck things.
_DOING: Final = frozenset(
    ("civilian", "man", "protester", "force", "unit", "gunman", "fighter", "person_of", "unknown")
)


def _has_its_doer(scan: Scan, each: Happening) -> bool:
    """Whether who did it stands right behind a verb that goes on with "and", counted or not."""
    if not each.is_verb or each.match.clitics.lead != "و" or each.match.clitics.suffix:
        return False
    at = each.last + 1
    while at < len(scan.words) and at in scan.numerals:
        at += 1
    return any(
        m.payload.group in _DOING for sort in ("person", "force") for m in scan.at(sort, at) if not m.clitics.prep
    )


def _are_nouns(toll: Happening, each: Happening) -> bool:
    """Whether a toll and what was wrecked are two nouns of one list: مقتل ثمانية وتدمير عجلتين في غارة."""
    return not (toll.is_verb or each.is_verb) and each.match.clitics.lead == "و"


def _is_wrecked_by(scan: Scan, verb: Happening, each: Happening) -> bool:
    """Whether a strike is the subject of the verb that tells what it wrecked: دمرت ثلاث غارات منزلا."""
    if verb.kind != "destruction" or not verb.is_verb or each.is_verb or each.kind not in VIOLENT:
        return False
    between = range(verb.last + 1, each.start)
    plain = not (each.match.clitics.prep or each.match.clitics.lead)
    return plain and len(between) <= 2 and all(at in scan.numerals for at in between)


#: What may be held up or forbidden.
_STOPPED: Final = frozenset(("aid", "movement", "protest"))

#: Of protests only forbidding tells so; who blocks a road in protest stops none.
_FORBIDDING: Final = ("منع", "حظر")

#: How far behind a verb that holds something up that may stand.
_OBJECT_REACH: Final = 5


def _is_stopped_by(scan: Scan, verb: Happening, each: Happening) -> bool:
    """Whether aid or people on the move are only what a verb tells to be held up: منعت السلطات دخول الوقود."""
    if verb.kind != "restriction" or not verb.is_verb or each.is_verb or each.kind not in _STOPPED:
        return False
    if each.kind == "protest" and (verb.trigger.lemma not in _FORBIDDING or scan.words[each.first].norm in MOTIVES):
        return False  # قطعوا الطريق احتجاجا
    apart = any(verb.last < comma <= each.start for comma in scan.commas) or each.match.clitics.lead
    return not apart and each.start - verb.last <= _OBJECT_REACH
