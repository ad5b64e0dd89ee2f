"""Stage 5: which words report events. Verbs, verbal nouns and phrases of the trigger file, with their light verbs."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Sequence
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.compiling import mypyc_attr
from marsad.knowledge.entries import Company, Cue, LightVerb, Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import BEGINNINGS, COMPLEMENTIZERS, NOBODY, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: Within how many words after a verb its complement must stand (ألقت ... القبض).
_COMPLEMENT_REACH: Final = 12

#: Within how many words behind those who "met" it their death is named: لقي ثلاثة من عناصر الكتيبة ... مصرعهم.
_FAR_REACH: Final = 20

#: Within how many words after a light verb its noun stands.
_LIGHT_REACH: Final = 13

#: The same where a comma stands between.
_LIGHT_REACH_OVER_COMMAS: Final = 7

_STRENGTH: Final = {"strong": 0, "generic": 1, "harm": 2, "weak": 3}


@mypyc_attr(acyclic=True)
class Happening:
    """A trigger at words `[first, last]` of a sentence; `light` is the verb that carries its noun.

    `start` is the first word, the light verb included; `verb` is what carries it, if a verb does; `trigger` is that of
    the words unless they stand for others that are left out. All is worked out once: it is asked for many times.
    """

    __slots__ = ("first", "harm", "is_verb", "kind", "last", "light", "match", "start", "trigger", "verb", "weapon")

    def __init__(
        self,
        match: Match,
        kind: str,
        light: Match | None = None,
        weapon: Match | None = None,
        trigger: Trigger | None = None,
    ) -> None:
        trigger = match.payload if trigger is None else trigger
        assert trigger is not None
        self.match: Final = match
        self.trigger: Final = trigger
        self.kind: Final = kind
        self.first: Final = match.first
        self.last: Final = match.last
        self.light: Final = light
        self.weapon: Final = weapon
        self.start: Final = min(match.first, light.first) if light else match.first
        self.is_verb: Final = isinstance(match.form, VerbForm)
        self.verb: Final = match if self.is_verb else light
        self.harm: Final = trigger.strength == "harm" or (
            trigger.kind == "attack" and trigger.counts in ("killed", "wounded")
        )

    def of_kind(self, kind: str) -> Happening:
        """The same happening as one of another kind."""
        return Happening(self.match, kind, self.light, self.weapon, self.trigger)


#: Sorts of which one must stand in a sentence that a weak trigger makes report something.
_PARTIES: Final = frozenset(("actor", "country", "metonym", "adjective", "person", "force", "outlet"))


def find_happenings(scan: Scan) -> list[Happening]:
    """The happenings of a sentence in their order, one a word."""
    triggers = [match for match in (*scan.of("trigger"), *scan.of("verb")) if type(match.payload) is Trigger]
    if not triggers:
        return []
    if idle := _tells_nothing(scan):
        for match in triggers:
            scan.doubt(match, idle)
        return []
    trapped = [trap for trap in scan.of("trap") if not _is_his_capture(scan, trap)]
    traps = {at for trap in trapped for at in range(trap.first, trap.last + 1)}
    peopled = scan.has_any(_PARTIES) or bool(scan.cue("source"))
    best: dict[int, Match] = {}
    for match in triggers:
        if objection := _out_of_place(match, traps, peopled) or _objection(scan, match):
            scan.doubt(match, objection)
            continue
        rival = best.get(match.first)
        if rival is None:
            best[match.first] = match
            continue
        better = _preference(scan, match) < _preference(scan, rival)
        best[match.first], beaten = (match, rival) if better else (rival, match)
        scan.doubt(beaten, "another reading of the word is preferred")
    found: list[Happening] = []
    end = -1
    for first in sorted(best):
        match = best[first]
        if first > end:
            found.append(Happening(match, match.payload.kind))
            end = match.last
        else:
            scan.doubt(match, "part of a longer trigger")
    found = _without_marching_on(scan, found)
    told = _without_motives(scan, _without_accidents(scan, _without_exchanged(scan, found)))
    told = _without_columns(scan, told)
    told = _without_heard(scan, told)
    return [_armed(scan, each) for each in _carried(scan, _without_targets(scan, told))]


def _without_exchanged(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the noun of what two sides exchange, which their verb tells: تبادل الجيش ومسلحون القصف."""
    kept: list[Happening] = []
    for each in found:
        verb = kept[-1] if kept else None
        if verb is not None and verb.is_verb and verb.trigger.lemma == _EXCHANGE and not each.is_verb:
            near = each.first - verb.last <= _LIGHT_REACH and not (each.match.clitics.prep or each.match.clitics.lead)
            if near and not any(verb.last < comma <= each.first for comma in scan.commas):
                scan.doubt(each.match, "what is exchanged")
                continue
        kept.append(each)
    return kept


_EXCHANGE: Final = "تبادل"


def _without_marching_on(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the verb that only tells where those went on to who protest: تجمعوا في الساحة وتوجهوا إلى القصر."""
    kept: list[Happening] = []
    for each in found:
        marching = each.kind == "movement" and each.is_verb and each.match.clitics.lead == "و"
        if marching and kept and kept[-1].kind in ("protest", "riot") and each.match.form.person == "3mp":
            scan.doubt(each.match, "only where those went on to who protest")
        else:
            kept.append(each)
    return kept


def _without_motives(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the protest that is only why something is done that is told: أغلقوا الطريق احتجاجا على الغلاء."""
    kept: list[Happening] = []
    for each in found:
        if scan.words[each.first].norm == _IN_PROTEST and any(before.kind in _OF_ANGER for before in kept):
            scan.doubt(each.match, "only why they do what is told before it")
        else:
            kept.append(each)
    return kept


_IN_PROTEST: Final = "احتجاجا"
_OF_ANGER: Final = frozenset(("protest", "riot", "restriction", "sanction", "destruction"))


def _without_accidents(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without those harmed by a crash, a flood or an illness, in a sentence that tells of no other cause."""
    if not scan.cue("accident") or not all(each.harm for each in found):
        return found
    for each in found:
        scan.doubt(each.match, "harmed by accident or nature (cues.csv, cue accident)")
    return []


def _tells_nothing(scan: Scan) -> str:
    """Why a sentence as a whole reports nothing; empty where it may."""
    if len(scan.cue("sport")) > 1 and not _is_armed(scan):
        return "the sentence is about sport (cues.csv, cue sport)"
    return "the sentence is a question" if _is_question(scan) else ""


def _is_armed(scan: Scan) -> bool:
    """Whether gunmen or explosives are named: اختطف مسلحون مدرب المنتخب."""
    if any(match.payload.lemma == "مسلح" for match in scan.of("person")):
        return True
    weapons = scan.of("weapon")
    if any(match.payload.kind == "explosion" for match in weapons):
        return True
    matches = (*scan.of("trigger"), *scan.of("verb"))
    told = [match.payload for match in matches if type(match.payload) is Trigger]
    killed = any(trigger.strength == "harm" and trigger.counts == "killed" for trigger in told)
    return killed and (
        bool(weapons) or any(trigger.kind in _STRIKING and trigger.strength != "harm" for trigger in told)
    )


def _is_his_capture(scan: Scan, trap: Match) -> bool:
    """Whether what is spelt like a family is whom somebody says to have taken: أعلن التنظيم أسره طيارا."""
    word = scan.words[trap.first]
    if word.norm != _HIS_CAPTURE or word.marbuta or trap.first == len(scan.words) - 1:
        return False
    said = scan.cue_within(trap.first - _ANNOUNCING, trap.first - 1, "say")
    return said and (scan.words[trap.first + 1].norm.endswith("ا") or trap.first + 1 in scan.numerals)


_HIS_CAPTURE: Final = "اسره"
_ANNOUNCING: Final = 5


def _out_of_place(match: Match, traps: Collection[int], peopled: bool) -> str:
    """What the sentence has against a trigger before it is looked at."""
    if match.first in traps:
        return "inside a phrase that reports nothing (traps.csv)"
    if match.payload.strength == "weak" and not peopled:
        return "weak, and the sentence names no party (triggers.csv, column strength)"
    return ""


def _without_columns(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the column that is but who came in: توغل رتل من سبع عربات في القرية."""
    kept: list[Happening] = []
    for each in found:
        before = kept[-1] if kept else None
        if before is not None and _is_entry(before) and each.is_verb and each.kind in _ONCE_IN:
            scan.doubt(before.match, "only how what they did there began")
            before = None
            kept.pop()
        subject = (
            before is not None
            and each.first == before.last + 1
            and (
                (before.kind == "raid" and each.kind == "movement")
                or (before.is_verb and each.kind == "patrol" and before.trigger.frame in ("does", "acts"))
            )
        )
        if subject and not (each.is_verb or each.match.clitics.lead):
            scan.doubt(each.match, "only who came in")
            continue
        if before is not None and _is_column_before(scan, before, each):
            scan.doubt(before.match, "only who withdraws or comes in")
            kept.pop()
        kept.append(each)
    return kept


def _is_entry(each: Happening) -> bool:
    """Whether a force only enters a town: دخلت القوات البلدة وفتشت منازل."""
    return each.is_verb and each.kind == "movement" and each.trigger.lemma == _ENTER


#: What a force does once it is in.
_ONCE_IN: Final = frozenset(("raid", "arrest", "capture", "deployment"))


def _is_column_before(scan: Scan, column: Happening, verb: Happening) -> bool:
    """Whether a column is but the subject of the verb behind it: رتل لقوات أ ينسحب من ب."""
    if column.is_verb or column.kind not in ("movement", "patrol") or column.match.clitics.prep or column.light:
        return False
    if not verb.is_verb or verb.kind not in ("withdrawal", "raid", "movement") or verb.match.clitics.lead:
        return False
    near = verb.first - column.last <= _COLUMN_REACH
    return near and not any(column.last < comma <= verb.first for comma in scan.commas)


#: How far behind a column the verb may stand of which it is the subject.
_COLUMN_REACH: Final = 8


def _without_heard(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the blasts that are what a strike sounded like: دوي انفجارات نتيجة القصف."""
    kept: list[Happening] = []
    for each in found:
        blast = kept[-1] if kept else None
        if blast is not None and blast.trigger.lemma.startswith("دوي") and each.kind in ("shelling", "air_strike"):
            between = scan.words[blast.last + 1 : each.first]
            if any(word.norm in _CAUSING for word in between[-_HEARD:]):
                scan.doubt(blast.match, "only what the strike behind it sounded like")
                kept.pop()
        if blast is not None and not blast.harm and each.harm and not each.is_verb and _is_feared(scan, each):
            scan.doubt(each.match, "only what is feared of what stands before it")
            continue
        kept.append(each)
    return kept


def _is_feared(scan: Scan, each: Happening) -> bool:
    """Whether harm is only what people fear: أثار مخاوف من مقتل كثيرين."""
    at = each.first - 1
    return scan.norms(at, at) == "من" and scan.norms(at - 1, at - 1).removeprefix("ال") in _FEARS


_FEARS: Final = word_set("triggers", "fears")


#: Words that lead from what was heard to what it came from, and how far before that they stand.
_CAUSING: Final = word_set("triggers", "causing")
_HEARD: Final = 3


#: What moves or stands about, and so may be what a strike hits.
_MOVABLE: Final = frozenset(("movement", "deployment", "patrol", "aid", "protest"))
_TAKING_AID: Final = frozenset(("destruction", "restriction"))
_STRIKING: Final = frozenset(("attack", "shelling", "air_strike", "explosion", "suicide_bombing"))


def _without_targets(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Without the columns and gatherings that are only hit: استهدفوا دورية، كمين لتعزيزات، هجوم على رتل."""
    kept: list[Happening] = []
    for each in found:
        before = kept[-1] if kept else None
        if _tells_of_those_hit(scan, kept, each):
            scan.doubt(each.match, "only tells who or what was hit")
            continue
        people = each.kind == "protest" and bool(scan.at("person", each.first))  # إطلاق النار على متظاهرين
        post = each.trigger.lemma == _AMBUSH and not each.light  # هجوم على كمين للجيش: a checkpoint in Egypt
        hittable = (people or post or each.kind in _MOVABLE) and not _on_the_way(scan, each)
        if before is not None and _is_kept_from(scan, before, each):
            scan.doubt(each.match, "only what was kept from coming")
            continue
        struck = before is not None and (
            before.kind in _STRIKING or (each.kind == "aid" and before.kind in _TAKING_AID)  # نهب مسلحون شاحنات إغاثة
        )
        if before is None or not hittable or not struck or before.harm:
            kept.append(each)
            continue
        between = scan.words[before.last + 1 : each.first]
        if each.is_verb and (between or each.match.clitics.lead):
            kept.append(each)
            continue
        doers = range(before.last + 1, each.first)  # هاجم مجهولون دورية
        subject = all(scan.at("person", at) or scan.at("actor", at) for at in doers)
        hit = (before.is_verb and subject) or _is_object(before, each)
        hit = hit or (not between and (before.match.clitics.prep == "ب" or before.trigger.frame == "of"))
        hit = hit or each.match.clitics.prep == "ل" or any(word.norm in ("علي", "ضد") for word in between[-2:])
        far = people or (each.kind == "patrol" and between and between[-1].norm == "علي")  # هجوم نفذه مسلح على دورية
        if not hit or len(between) > (8 if far else 3):
            kept.append(each)
        else:
            scan.doubt(each.match, "only what the strike before it hits")
    return kept


_AMBUSH: Final = "كمين"


def _is_kept_from(scan: Scan, before: Happening, each: Happening) -> bool:
    """Whether what was on its way is only what was foiled: أحبطت محاولة تهريب شحنة أسلحة كانت في طريقها إلى."""
    if before.kind != "interception" or each.kind != "movement" or each.match.clitics.lead:
        return False
    near = not any(before.last < comma <= each.first for comma in scan.commas)
    return near and each.first - before.last <= _LIGHT_REACH


def _tells_of_those_hit(scan: Scan, told: Sequence[Happening], each: Happening) -> bool:
    """Whether a verb only tells what those did whom a strike hits: رتل كان ينقل مقاتلين، فرقت متظاهرين قطعوا الجسر."""
    tried = scan.norms(each.first - 2, each.first - 1).split()
    if tried[-1:] and tried[-1] in _TRYING and tried[0] in ("كان", "كانت", "كانوا") and not each.is_verb:
        return any(strike.kind in _STRIKES and strike.is_verb for strike in told[-2:])  # قوة كانت تحاول التقدم
    if not each.is_verb or each.kind not in _DOINGS or each.match.clitics.lead or each.first < 2:
        return False
    if not any(strike.kind in _STRIKES and not strike.harm for strike in told[-2:]):
        return False
    if each.trigger.lemma in _CARRYING and isinstance(each.match.form, VerbForm) and each.match.form.tense == "present":
        return each.first not in scan.commas  # أثناء مرور عربة تنقل عناصر من الشرطة
    was = scan.words[each.first - 1].norm in ("كان", "كانت", "كانوا")
    at = each.first - 1 - was
    if any(at < comma <= each.first for comma in scan.commas):
        return False
    if was and each.kind == "movement":
        return not scan.cue_within(told[-1].last + 1, each.first - 1, "boundary")
    hit = [m for m in scan.ending("person", at) if not (m.clitics.definite or m.clitics.lead)]
    return any(m.form == "pl" and scan.words[at].norm.endswith("ين") for m in hit)


_CARRYING: Final = frozenset(("نقل", "أقل", "حمل"))
_TRYING: Final = word_set("triggers", "trying")

#: What those may have done whom a strike hits, and what hits them.
_DOINGS: Final = frozenset(("movement", "restriction"))
_STRIKES: Final = _STRIKING | {"destruction", "interception", "arrest"}


def _on_the_way(scan: Scan, each: Happening) -> bool:
    """Whether a sentence tells where what is hit was going: كمين لتعزيزات كانت متجهة إلى المدينة."""
    after = range(each.last + 1, min(each.last + _ON_THE_WAY, len(scan.words) - 2))
    return each.kind == "movement" and any(
        scan.words[at].norm in ("كان", "كانت") and scan.words[at + 1].norm in _GOING for at in after
    )


_ON_THE_WAY: Final = 6
_GOING: Final = word_set("triggers", "going")


def _is_object(verb: Happening, each: Happening) -> bool:
    """Whether a noun is what a verb does something to: استهدف الطيران رتلاً، فرقت الشرطة مظاهرة."""
    if not verb.is_verb or verb.trigger.frame != "does" or verb.trigger.preps:
        return False
    clitics = each.match.clitics
    return not (each.is_verb or clitics.lead or clitics.prep)


def _is_question(scan: Scan) -> bool:
    return scan.text[scan.sentence.start : scan.sentence.end].rstrip('"»”’ )').endswith("؟")


def _figurative(scan: Scan, match: Match) -> bool:
    """Whether nothing of the sort happened: what is fought is the drought, or "had it not been for"."""
    if not scan.has_cue(_FIGURES):
        return False
    if any(0 <= match.first - cue.last - 1 <= 8 for cue in scan.cue("unreal")):
        return True
    if match.payload.kind not in _BODILY:
        return False
    if any(_is_supposed(scan, cue, match) for cue in scan.cue("supposed")):
        return True
    if scan.cue_at("figurative_adjective", match.last + 1) and not _of_person(scan, match):
        return True
    if scan.has_cue(_ABSTRACT) and (_hits_nothing(scan, match) or _is_told_to(scan, match)):
        return True
    return any(-3 <= cue.first - match.last <= 4 and cue.first != match.first for cue in scan.cue("figurative"))


def _is_told_to(scan: Scan, match: Match) -> bool:
    """Whether a relative clause tells that an act hits nothing that can be hit: الهجوم الذي استهدف سجله."""
    if scan.norms(match.last + 1, match.last + 1) not in ("الذي", "التي"):
        return False
    return any(_hits_nothing(scan, m) for m in scan.at("verb", match.last + 2) if type(m.payload) is Trigger)


def _hits_nothing(scan: Scan, match: Match) -> bool:
    """Whether what an act is done to cannot be hit: استهدف سجله، هجوم عنيف على سياسة الحكومة، ضرب مساعي السلام."""
    at = match.last + 1
    if any(scan.words[word].norm in _AGAINST for word in range(at, min(at + 2, len(scan.words)))):
        at += 1 + (scan.words[at].norm not in _AGAINST)
    elif match.payload.frame not in ("does", "of"):
        return False
    what = scan.cue_at("abstract", at)
    if what is None or what.clitics.prep or what.clitics.lead:
        return False
    return not (scan.at("person", at) or scan.at("force", at))


_AGAINST: Final = frozenset(("علي", "ضد"))


def _of_person(scan: Scan, match: Match) -> bool:
    """Whether the word behind a verb of harm is somebody: قتل دبلوماسي, but no هجوم دبلوماسي."""
    harms = match.payload.kind == "attack" and isinstance(match.form, VerbForm)
    return harms and bool(scan.at("person", match.last + 1))


def _is_supposed(scan: Scan, cue: Match, match: Match) -> bool:
    """Whether an act is only supposed: لا يمكن شن هجوم; not in لا يمكن العودة بعد قصف القرية."""
    if not 0 <= match.first - cue.last - 1 <= _SUPPOSED_REACH:
        return False
    between = [word.norm for word in scan.words[cue.last + 1 : match.first]]
    return not any(norm in _BEFORE_NOUNS or norm in ("منذ", "فقد", "فان") for norm in between)


_SUPPOSED_REACH: Final = 6

#: Sorts of cues that make a figure of speech.
_FIGURES: Final = frozenset(("unreal", "supposed", "figurative", "figurative_adjective", "abstract"))
_ABSTRACT: Final = frozenset(("abstract",))

#: Kinds whose words papers use of things that are not fought with weapons.
_BODILY: Final = frozenset(
    (
        "clash", "attack", "shelling", "air_strike", "explosion", "suicide_bombing", "abduction", "capture",
        "restriction", "withdrawal", "agreement", "arrest", "raid", "operation", "threat",
    )
)  # fmt: skip


def _preference(scan: Scan, match: Match) -> tuple[int, int, bool, int, int]:
    """Which of several readings of a word is meant: the least of these."""
    trigger: Trigger = match.payload
    nominal = _is_nominal(scan, match)
    fits = isinstance(match.form, VerbForm) != nominal
    taken_apart = bool(match.clitics.suffix) + bool(match.clitics.lead)
    return (
        match.first - match.last,
        _complement_gap(scan, match),
        not fits,
        taken_apart,
        _STRENGTH[trigger.strength],
    )


SITES: Final = word_set("triggers", "sites")


def _is_nominal(scan: Scan, match: Match) -> bool:
    """Whether a word that may be verb or noun stands where only a noun can: behind a preposition or with ال."""
    if match.clitics.definite or match.clitics.prep in ("ب", "ك"):
        return True
    if match.first == 0:
        return False
    past = isinstance(match.form, VerbForm) and (match.form.tense, match.form.person) == ("past", "3ms")
    if (
        past
        and match.payload.kind in ("deployment", "protest")
        and not match.clitics.lead
        and scan.words[match.first - 1].norm in SITES
    ):
        return True  # مناطق تحصن المتمردين
    before = scan.words[match.first - 1].norm
    if before in PREPOSITIONS or _behind_a_verb(scan, match) or _behind_that(scan, match):
        return True
    if past and not match.clitics.lead and (before in _BEFORE_NOUNS or _is_phased(scan, match.first)):
        return True  # بعد قصف البلدة، بعد سيطرته عليها
    if past and (_is_said(scan, match) or _shares_genitive(scan, match) or _is_aim_besides(scan, match)):
        return True
    return bool(scan.at("place", match.first)) and any(
        cue.payload.role == "head" and not cue.clitics.suffix
        for cue in scan.ending("place_cue", match.first - 1)  # مدني is no town
    )


_BEFORE_NOUNS: Final = word_set("triggers", "before_nouns")


def _is_phased(scan: Scan, at: int) -> bool:
    """Whether a bare noun stands before that tells how far an act is: قررت مواصلة قصف المدينة، نية نشر قوات."""
    if scan.words[at - 1].norm in _DOING:
        return True
    phase = scan.cue_at("aspect", at - 1)
    return phase is not None and isinstance(phase.form, str) and not (phase.clitics.definite or phase.clitics.suffix)


_DOING: Final = word_set("triggers", "doing")

_BEFORE_ACTS: Final = word_set("triggers", "before_acts")


def _behind_that(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too stands right behind أنّ, where no past can; not in "after that"."""
    if not isinstance(match.form, VerbForm) or match.form.tense != "past" or match.clitics.lead or match.first < 2:
        return False
    that, before = scan.words[match.first - 1].norm, scan.words[match.first - 2].norm
    noun = any(isinstance(m.form, str) for m in scan.at("trigger", match.first))
    return noun and that in ("ان", "بان") and before not in _BEFORE_ACTS


def _behind_a_verb(scan: Scan, match: Match) -> bool:
    """Whether the word before is a verb in the past, behind which no other follows unjoined: أسفر قصف عن."""
    if match.clitics.lead:
        return False
    verbs = [] if scan.words[match.first].before else scan.ending("verb", match.first - 1)
    if any(m.form.tense == "past" and _carries_a_noun(m.payload) for m in verbs):
        return True
    return isinstance(match.form, VerbForm) and match.form.tense == "past" and _in_phase(scan, match)


def _in_phase(scan: Scan, match: Match) -> bool:
    """Whether a verb that carries nouns stands before with its subject: عاودت الطائرات قصف، تبنت الجماعة قصف."""
    if not any(isinstance(m.form, str) for m in scan.at("trigger", match.first)):
        return False
    for verb in scan.of("verb"):
        near = match.first - _PHASE_REACH < verb.first < match.first - 1 and type(verb.payload) is LightVerb
        if near and verb.payload.frame == "does":
            commas = sum(verb.first < comma <= match.first for comma in scan.commas)
            apart = COMPLEMENTIZERS.intersection(word.norm for word in scan.words[verb.first : match.first])
            return commas in (0, 2) and not apart  # two of them set something off
    return False


#: How far before a noun the verb that carries it may stand.
_PHASE_REACH: Final = 9


def _is_to_stop(scan: Scan, match: Match) -> bool:
    """Whether a noun that is spelt like its verb goes on with what is to stop: طالبت بوقف المعاناة وقتل الأطفال."""
    if match.clitics.lead != "و" or match.last + 1 >= len(scan.words) or match.first in scan.commas:
        return False
    if match.clitics.definite:
        return False  # بوقف القصف والانسحاب الفوري
    if not scan.words[match.last + 1].norm.startswith("ال") or scan.words[match.last + 1].norm.endswith("ون"):
        return False
    before = range(max(0, match.first - _STOP_REACH), match.first)
    stop = next((at for at in reversed(before) if scan.words[at].norm in _STOPPING), None)
    if stop is None or any(stop < comma <= match.first for comma in scan.commas):
        return False
    return any(isinstance(m.form, str) for m in scan.at("trigger", match.first))


#: How far before what is to stop it is told so.
_STOP_REACH: Final = 5
_STOPPING: Final = word_set("triggers", "stopping")


def _shares_genitive(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too is joined to a bare noun of an act, with one object: ملاحقة وضبط الجناة."""
    if match.clitics.lead != "و" or match.last + 1 >= len(scan.words) or scan.words[match.first].before.strip():
        return False
    if not scan.words[match.last + 1].norm.startswith("ال") or match.last + 1 in scan.numerals:
        return False
    nouns = any(isinstance(m.form, str) for m in scan.at("trigger", match.first))
    return nouns and any(
        isinstance(m.form, str) and not (m.clitics.definite or m.clitics.suffix)
        for m in scan.ending("trigger", match.first - 1)
    )


def _is_aim_besides(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too is a further aim: تهدف التحركات لاستنزاف القوات وضرب الوجود الأمريكي."""
    if match.clitics.lead != "و" or match.first in scan.commas:
        return False
    if not any(isinstance(m.form, str) for m in scan.at("trigger", match.first)):
        return False
    return any(word.norm in AIMING for word in scan.words[max(0, match.first - _AIM_REACH) : match.first])


#: How far before a further aim the word may stand that tells of aims.
_AIM_REACH: Final = 6


def _is_said(scan: Scan, match: Match) -> bool:
    """Whether a word that is a noun too is the object of a verb of saying: أكدت مصادر عسكرية قصف القوات مواقع."""
    if match.clitics.lead or not any(isinstance(m.form, str) for m in scan.at("trigger", match.first)):
        return False
    said = next((cue for cue in reversed([*scan.cue("say")]) if cue.last < match.first), None)
    if said is None or said.payload.value or not isinstance(said.form, VerbForm) or match.first - said.last > _SAID:
        return False
    between = scan.words[said.last + 1 : match.first]
    if not between or any(word.norm in COMPLEMENTIZERS or ":" in word.before for word in between):
        return False
    return not any(said.last < comma <= match.first for comma in scan.commas)


#: How far behind a verb of saying its object may stand.
_SAID: Final = 6


def _carries_a_noun(payload: object) -> bool:
    return type(payload) is LightVerb or (type(payload) is Cue and payload.cue in ("result", "say"))


_WHO: Final = word_set("triggers", "who")

#: Kinds whose present tense tells a state: who holds a place, stands there, or calls somebody terrorist.
_STATES: Final = frozenset(("capture", "deployment", "sanction"))


def _tells_whose(scan: Scan, match: Match) -> bool:
    """Whether a clause only tells which towns are meant, and names none: انسحابهم من المدن التي سيطروا عليها."""
    if match.payload.kind != "capture" or _word_before(scan, match.first) not in _WHO:
        return False
    before, farther = (_word_before(scan, match.first - back).removeprefix("و") for back in (1, 2))
    return before in _HOLDINGS or f"ال{farther}" in _HOLDINGS


_HOLDINGS: Final = word_set("triggers", "holdings")


def _is_state(scan: Scan, match: Match) -> bool:
    """Who holds a place or stands there is a state, no event: مناطق سيطرة المعارضة، التي تتمركز فيها قوات."""
    noun = not (isinstance(match.form, VerbForm) or match.clitics.definite)
    if match.payload.kind == "deployment" and noun and _word_before(scan, match.first) in SITES:
        return True  # مواقع انتشار المسلحين
    if match.payload.lemma == "محاصرة" and not isinstance(match.form, VerbForm):
        return _is_besieged(scan, match)
    if match.payload.lemma in ("متهم", "متهمة"):
        return match.clitics.definite  # الحزب المتهم بالوقوف خلف العملية
    if match.payload.kind == "clash" and isinstance(match.form, VerbForm) and match.form.tense == "present":
        return _word_before(scan, match.first) in _WHO  # القوات التي تقاتل المتمردين
    if match.payload.kind == "arrest" and isinstance(match.form, VerbForm) and match.clitics.suffix:
        return match.form.tense == "present" and _word_before(scan, match.first) in _WHO  # الذين تحتجزهم
    if match.payload.kind not in _STATES or match.payload.lemma == "حشد":
        return False  # who masses troops does something
    if isinstance(match.form, VerbForm):
        wished = match.clitics.prep in ("س", "ل") or _word_before(scan, match.first) in (
            "كي",
            "لكي",
            "ان",
            "بان",
            "سوف",
            "لم",
            "لن",
        )
        state = match.form.tense == "present" and not wished and not _is_headline(scan, match)
        return state or _tells_whose(scan, match)
    if match.payload.kind == "sanction" or (match.payload.lemma != "سيطرة" and match.form != "pl"):
        return False
    if scan.cue("deny_noun") or _is_announced(scan, match.first):
        return False
    if _word_before(scan, match.first) in _SINCE:
        return False  # منذ سيطرة القوات على المدينة
    lights = (m for m in scan.of("verb") if type(m.payload) is LightVerb and m.first < match.first)
    carried = any(sum(at not in scan.dated for at in range(m.first, match.first)) <= 5 for m in lights)
    following = scan.words[match.last + 1].norm if match.last + 1 < len(scan.words) else ""
    return not carried and not (match.clitics.definite and following in ("علي", "الكامله"))


def _is_headline(scan: Scan, match: Match) -> bool:
    """Whether a headline tells who took a place: its subject stands first, and a named place behind على."""
    if match.payload.lemma != "سيطر" or match.clitics.lead or scan.norms(match.last + 1, match.last + 1) != "علي":
        return False
    if len(scan.words) > _HEADLINE or not 0 < match.first <= _SUBJECT:
        return False
    after = range(match.last + 2, min(match.last + 4, len(scan.words)))
    if not any(scan.at("place", at) for at in after):
        return False
    party = {at for sort in ("actor", "force", "adjective") for m in scan.of(sort) for at in range(m.first, m.last + 1)}
    return all(at in party for at in range(match.first))


#: How many words a headline has at the most, and its subject.
_HEADLINE: Final = 18
_SUBJECT: Final = 6

_SINCE: Final = word_set("triggers", "since")


def _is_announced(scan: Scan, at: int) -> bool:
    """Whether a noun is what somebody announces or denies, or what there is news of: أعلن سيطرة قواته."""
    if any(cue.payload.value == "denied" and 0 < at - cue.first <= _DENIED_REACH for cue in scan.cue("say")):
        return True
    near = [cue for name in ("say", "report") for cue in scan.cue(name) if 0 < at - cue.last <= _NEWS_REACH]
    if any(
        cue.sort == "verb" and 0 < at - cue.last <= _INSERT_REACH and _is_inserted(scan, cue.last, at)
        for cue in scan.cue("say")
    ):
        return True
    return any(
        not any(word.norm in COMPLEMENTIZERS for word in scan.words[cue.last + 1 : at])
        and not any(cue.last < comma <= at for comma in scan.commas)
        for cue in near
    )


def _is_inserted(scan: Scan, low: int, at: int) -> bool:
    """Whether one insertion between two commas stands before a noun: أعلن الجيش، صباح اليوم، سيطرة قواته."""
    commas = [comma for comma in scan.commas if low < comma <= at]
    return len(commas) == 2 and commas[-1] == at and COMPLEMENTIZERS.isdisjoint(w.norm for w in scan.words[low:at])


#: How far before a noun with such an insertion the verb may stand.
_INSERT_REACH: Final = 14

#: How far before a noun its denial may stand, and the word that announces it.
_DENIED_REACH: Final = 12
_NEWS_REACH: Final = 6


def _is_besieged(scan: Scan, match: Match) -> bool:
    """Whether "besieged" only says of a place what it is: مضايا المحاصرة، بلدات محاصرة منذ أشهر."""
    if match.clitics.definite:
        return True
    after = match.last + 1
    open_end = after == len(scan.words) or bool(scan.words[after].before.strip())
    return (open_end or scan.words[after].norm in PREPOSITIONS) and _word_before(scan, match.first) != "غير"


def _said_by_nobody(scan: Scan, match: Match) -> bool:
    """Nobody claimed the attack that was told before: لم تتبن أي جهة الهجوم."""
    return bool(match.clitics.definite and scan.cue("say")) and any(
        0 < match.first - cue.last <= 7 and _is_nobody(scan, cue.last + 1) for cue in scan.cue("say")
    )


def _is_nobody(scan: Scan, at: int) -> bool:
    """Whether a negated subject is nobody: أي جهة، أحد; not "any" casualties."""
    word, after = (scan.words[at].norm, scan.norms(at + 1, at + 1))
    return word in NOBODY and (word != "اي" or after in _SIDES)


_SIDES: Final = word_set("triggers", "sides")


def _word_before(scan: Scan, at: int) -> str:
    return scan.words[at - 1].norm if at else ""


def _is_first_person(scan: Scan, match: Match) -> bool:
    """Whether a word spelt as a past is "I": لن أستسلم."""
    past = isinstance(match.form, VerbForm) and match.form.tense == "past" and not match.clitics.lead
    return past and _word_before(scan, match.first) in _BEFORE_PRESENTS


_BEFORE_PRESENTS: Final = word_set("triggers", "before_presents")


def _objection(scan: Scan, match: Match) -> str:
    """Why a trigger reports nothing where it stands; empty if its complement is there and nothing cancels it."""
    trigger: Trigger = match.payload
    if len(scan.words) < 2 and trigger.strength != "weak":
        return "the sentence is a single word"
    if (trigger.needs.single or trigger.needs.runs) and not _complemented(scan, match):
        return "none of the words that it needs stands near it (triggers.csv, column with)"
    if isinstance(match.form, VerbForm):
        if scan.words[match.first].norm in _PARTICLES and _is_verb(scan, match.first + 1):
            return "a particle before a verb: فقد قتل"
        if scan.words[match.first].norm in PREPOSITIONS and not _opens_clause(scan, match):
            return "a preposition: the verb opens a clause and has its subject right behind it"
        if match.clitics.prep == "ل":
            if match.form.tense == "past":
                return "ل before a past: no verb here"
        elif _is_first_person(scan, match):
            return "no past can stand behind it: لن أستسلم"
        elif match.clitics.suffix and trigger.lemma in _NO_OBJECT:
            return "a noun with a pronoun: a verb of this sense has no object (سيطرتها)"
        elif _is_nominal(scan, match):
            return "read as a verb where only a noun can stand"
    elif match.clitics.suffix == "ي" and any(not m.clitics.suffix for m in scan.at("count", match.first)):
        return "people, and not my own act: أسرى"
    if match.last + 1 < len(scan.words) and scan.words[match.last + 1].norm == "نسخه":
        return "who is sent a copy: بيان تلقت «التحرير» نسخة منه"
    if _is_state(scan, match):
        return "a state and no event: who holds a place or stands there"
    if match.payload.lemma == "نسب" and scan.cue_at("agent", match.first):
        return "only tells who is said to have done what stands before it: هجمات نسبتها إلى"
    if _figurative(scan, match):
        return "a figure of speech (cues.csv, cues figurative, figurative_adjective and unreal)"
    if trigger.kind == "request" and match.first - 1 in scan.numerals and scan.at("person", match.first):
        return "so many people: 14 طالبا"
    if trigger.lemma == "أسر" and match.first - 1 in scan.numerals:
        return "so many families: أربع أسر"
    if trigger.kind == "request" and _is_student(scan, match):
        return "somebody, and no demand: سجن طالب"
    if trigger.kind == "request" and match.clitics.prep == "ل":
        return "a motive: what somebody came together or went for (للمطالبة)"
    if _is_to_stop(scan, match):
        return "only what is to stop: بوقف المعاناة وقتل الأطفال"
    if trigger.lemma == _ENTER and "@place" in trigger.needs.single and not _is_entered(scan, match):
        return "nobody but a force moves by entering a town"
    if _said_by_nobody(scan, match):
        return "told before, and nobody claims it"
    cancelled = scan.near(match.first - 6, match.last + 7, trigger.unless)
    return "a word near it cancels it (triggers.csv, column without)" if cancelled else ""


def _is_entered(scan: Scan, match: Match) -> bool:
    """Whether a force stands right behind "entered", or before it, and a place behind: دخلت القوات الحكومية المدينة."""
    at = match.last + 1
    if not (_is_force(scan, at) or _is_force(scan, at + 1) or any(_is_force(scan, match.first - n) for n in (1, 2, 3))):
        return False
    for place in range(at, min(at + _ENTERED_REACH, len(scan.words))):
        if place in scan.commas:
            return False
        if scan.at("place", place) or scan.at("place_cue", place):
            return scan.words[place - 1].norm not in _NOT_INTO
    return False


def _is_force(scan: Scan, at: int) -> bool:
    """Whether a word begins the name of those who fight."""
    if any(m.payload.type in _ARMED and not m.clitics.prep for m in scan.at("actor", at)):
        return True
    return any(m.payload.group in ("force", "unit") and not m.clitics.prep for m in scan.at("force", at))


_ENTER: Final = "دخل"
_ARMED: Final = frozenset(("military", "armed_group"))
#: How far behind the verb the place may stand that is entered, and behind what no such place stands.
_ENTERED_REACH: Final = 9
_NOT_INTO: Final = word_set("triggers", "not_into")


def _is_student(scan: Scan, match: Match) -> bool:
    """Whether a word that may be a student stands behind the noun for what was done to him: اعتقال طالب."""
    if match.clitics.lead or scan.words[match.first].before.strip() or not scan.at("person", match.first):
        return False
    nouns = (m for m in scan.ending("trigger", match.first - 1) if isinstance(m.form, str))
    return any(not (m.clitics.definite or m.clitics.suffix) and m.payload.counts for m in nouns)


_NO_OBJECT: Final = word_set("triggers", "no_object")

#: "And indeed", spelt like "he lost".
_PARTICLES: Final = frozenset(("فقد", "وقد", "لقد"))


def _is_verb(scan: Scan, at: int) -> bool:
    """Whether a word may be a verb that a file knows."""
    return any(isinstance(match.form, VerbForm) for match in scan.here(at))


def _opens_clause(scan: Scan, match: Match) -> bool:
    """Whether what may be a preposition is a verb: it begins a clause and its subject follows (عبر رتل الحدود)."""
    begins = match.first == 0 or bool(match.clitics.lead) or match.first in scan.commas
    gap = _complement_gap(scan, match)
    words = range(match.last + 1, match.last + 1 + min(gap, _COUNTED_REACH + 1))
    counted = 0 < gap <= _COUNTED_REACH and all(at in scan.numerals or scan.words[at].norm in _SO_MANY for at in words)
    many = match.last + 1 in scan.numerals or any(m.form == "pl" for m in scan.at("adjective", match.last + 1))
    return begins and (gap == 0 or counted or many)  # عبر نحو 600 لاجئ الحدود، عبر إثيوبيون فارون النهر


#: Words of a number between a verb and those it counts, and how many there may be.
_SO_MANY: Final = word_set("triggers", "so_many")
_COUNTED_REACH: Final = 4


def _complemented(scan: Scan, match: Match) -> bool:
    """Whether a complement stands behind a trigger, or before it.

    There it may be the subject (53 قتيلاً سقطوا), what is taken up by a pronoun (صاروخ أطلقته), the subject of a
    passive (الرهائن سلموا) or, with a noun, what carries it (تنظيم مسيرة).
    """
    trigger: Trigger = match.payload
    reach = _FAR_REACH if trigger.lemma == "لقي" else _COMPLEMENT_REACH  # who met their death, however long told of
    if scan.near(match.last + 1, match.last + reach + _timed(scan, match), trigger.needs):
        return True
    if not isinstance(match.form, VerbForm):
        behind = _word_before(scan, match.first) in ("الي", "علي")  # دعا السكان إلى الإخلاء
        taking_up = match.clitics.suffix or match.clitics.prep == "ب" or behind  # قبل خروجهم، أمر السكان بالإخلاء
        owned = taking_up and trigger.kind in OWNED
        return scan.near(match.first - (_OWNER_REACH if owned else 2), match.first - 1, trigger.needs)
    if trigger.frame in ("acts", "suffers", "strikes") or match.clitics.suffix:
        return scan.near(match.first - 6 - _aside(scan, match), match.first - 1, trigger.needs)
    passive = match.form.person in ("3mp", "3fp", "3md", "3fd") or _MARKED_PASSIVE in scan.text[_letters(scan, match)]
    fired = scan.norms(match.last + 1, match.last + 1) in _WHENCE  # صواريخ أطلقت من لبنان، مسيرة أسقطت فوق البحر
    return (
        (passive or fired) and match.form.tense == "past" and scan.near(match.first - 6, match.first - 1, trigger.needs)
    )


def _timed(scan: Scan, match: Match) -> int:
    """How many words of a time a verb has before its complement: أطلقوا منذ مساء أمس الثلاثاء أكثر من مئة صاروخ."""
    if not isinstance(match.form, VerbForm) or scan.norms(match.last + 1, match.last + 1) not in (
        "منذ",
        "مساء",
        "صباح",
    ):
        return 0
    timed = [at for at in range(match.last + 1, match.last + _TIMED_REACH) if at in scan.dated]
    return timed[-1] - match.last if timed else 0


_TIMED_REACH: Final = 12


_WHENCE: Final = word_set("triggers", "whence")


def _aside(scan: Scan, match: Match) -> int:
    """How many words an aside takes between a subject and its verb: إن قافلة، وهي الثالثة من نوعها، وصلت."""
    if match.clitics.lead or match.first not in scan.commas:
        return 0
    length = min((match.first - comma for comma in scan.commas if comma < match.first), default=0)
    return length if length <= _LONGEST_ASIDE else 0


_LONGEST_ASIDE: Final = 8

#: Kinds whose noun tells by its pronoun who does it or has it done: قبل خروجهم، خلال استقبالها.
OWNED: Final = frozenset(("withdrawal", "displacement", "meeting"))

#: How far before such a noun those may stand whom its pronoun takes up.
_OWNER_REACH: Final = 7

#: The vowel that papers write on a passive: أُغلق.
_MARKED_PASSIVE: Final = "\N{ARABIC DAMMA}"


def _letters(scan: Scan, match: Match) -> slice:
    """The first letters of a word, as written."""
    start = scan.words[match.first].start
    return slice(start, start + 3)


def _complement_gap(scan: Scan, match: Match) -> int:
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
    return Company(frozenset(), wanted.runs)


def _carried(scan: Scan, found: list[Happening]) -> list[Happening]:
    """Join each light verb to the first event noun that follows it."""
    lights = [m for m in scan.of("verb") if type(m.payload) is LightVerb and m.clitics.prep in ("", "س", "ل")]
    lights = [m for m in lights if m.form.person != "3fp" and not m.clitics.definite]  # لجان are committees
    lights = [m for m in lights if not (_lies_there(scan, m) or (m.clitics.suffix and m.payload.lemma in _OBJECTLESS))]
    if not lights or not found:
        return found
    dated = scan.dated  # مارس is March
    lights = [m for m in lights if m.first not in dated and not _is_town(scan, m.first)]
    carried: dict[int, Match] = {}
    doers: set[int] = set()
    for light in lights:
        for at, each in enumerate(found):
            if light.last < each.first and not each.is_verb and _within_reach(scan, light.last, each.first):
                if _word_before(scan, each.first) in _ALONGSIDE:
                    continue
                if _is_who_does(light, each, found[at + 1 :]):
                    doers.add(each.first)
                    continue
                carries = _led(scan, light, each) and not _is_aim_of(scan, light, each)
                if carries and not _parted(scan, light.last, each.first):
                    farther = carried.get(at)
                    if farther is None or _begins_clause(scan, farther.last, light.first):
                        carried[at] = light  # توقع أن يشن التنظيم هجمات
                break
            if each.first > light.last:
                break
    for light in lights:
        if light.payload.frame == "occurs" and not light.clitics.lead and light not in carried.values():
            subject = _subject_before(scan, light, found)
            if subject is not None:
                carried.setdefault(subject, light)
    busy = {light.first for light in carried.values()} - {each.first for each in found if each.trigger.needs}
    joined = [Happening(each.match, each.kind, carried[at]) if at in carried else each for at, each in enumerate(found)]
    if busy:
        for each in joined:
            if each.first in busy:
                scan.doubt(each.match, "only carries the noun behind it (light_verbs.csv)")
    return [each for each in joined if each.first not in busy and each.first not in doers]


def _begins_clause(scan: Scan, low: int, high: int) -> bool:
    """Whether "that" stands between two words."""
    return any(scan.words[at].norm in COMPLEMENTIZERS for at in range(low + 1, high))


def _is_town(scan: Scan, at: int) -> bool:
    """Whether a word is a place that needs no word for a place before it, and so no verb: سرت, but not وتبنى."""
    places = scan.at("place", at)
    return any(not (each.payload.needs_cue or each.clitics.lead or each.clitics.prep) for each in places)


def _lies_there(scan: Scan, light: Match) -> bool:
    """Whether a verb only tells where something lies: نفق يقع تحت السياج."""
    if light.payload.lemma != "وقع" or light.form.tense != "present" or light.last + 1 >= len(scan.words):
        return False
    return scan.words[light.last + 1].norm in PREPOSITIONS | {"تحت", "فوق", "خلف", "امام", "بين", "بالقرب", "ضمن"}


_OBJECTLESS: Final = word_set("triggers", "objectless")

_ALONGSIDE: Final = word_set("triggers", "alongside")


def _is_who_does(light: Match, each: Happening, after: Sequence[Happening]) -> bool:
    """Whether a patrol right behind a light verb is who does what its noun tells: شنت دوريات حملة أمنية."""
    beside = each.kind == "patrol" and light.payload.frame == "does" and each.first - light.last == 1
    return beside and bool(after) and not after[0].is_verb and after[0].first - light.last <= _LIGHT_REACH


def _led(scan: Scan, light: Match, each: Happening) -> bool:
    """Whether a light verb has such nouns, and its preposition leads over to it: أقدم المسلحون على قتل."""
    prep, kinds = light.payload.prep, light.payload.kinds
    if kinds and each.kind not in kinds:
        return False
    return not prep or any(word.norm == prep for word in scan.words[light.last + 1 : each.first])


def _within_reach(scan: Scan, low: int, high: int) -> bool:
    """Whether few enough words stand between a light verb and its noun; when it was does not count."""
    return high - low <= _LIGHT_REACH or sum(at not in scan.dated for at in range(low + 1, high + 1)) <= _LIGHT_REACH


def _subject_before(scan: Scan, light: Match, found: list[Happening]) -> int | None:
    """Which event noun right before a light verb is its subject: القصف تجدد على أطراف القرية."""
    for at, each in enumerate(found):
        if 0 < light.first - each.last <= _SUBJECT_REACH and not each.is_verb:
            if any(each.last < comma <= light.first for comma in scan.commas):
                return None
            return at
    return None


#: Within how many words after its subject a light verb stands.
_SUBJECT_REACH: Final = 3


def _parted(scan: Scan, first: int, last: int) -> bool:
    """Whether a verb does not carry a noun further on: تسود مخاوف من اندلاع اشتباكات، لن تتوقف حتى استعادة المدينة."""
    if any(first < comma <= last and ":" in scan.words[comma].before for comma in scan.commas):
        return True
    inside = [comma for comma in scan.commas if first < comma <= last]
    commas = len(inside)
    if commas > 2 and any(comma in scan.dated for comma in inside):  # a phrase and a day are set off
        commas -= 1
    if commas % 2 and last - first > _LIGHT_REACH_OVER_COMMAS:  # two of them only set something off
        return True
    between = scan.words[first + 1 : last]
    begun = bool(between) and between[-1].norm in BEGINNINGS
    if any(word.norm in _CIRCUMSTANCES for word in between[-1 - begun :]) or scan.cue_within(
        last - 2, last - 1, "matter"
    ):
        return True
    if any(word.norm in FINDING_OUT for word in between) and not scan.words[last].norm.startswith("و"):
        return True
    if any(word.norm in AIMING for word in between):
        return True
    if between and between[-1].norm in _RECORDING:
        return True  # استطاع الفريق توثيق مقتل ثلاثة
    return scan.cue_within(first + 1, last - 1, "expected") or any(word.norm == "حتي" for word in between)


FINDING_OUT: Final = word_set("triggers", "finding_out")

AIMING: Final = word_set("triggers", "aiming")

_RECORDING: Final = word_set("triggers", "recording")

_CIRCUMSTANCES: Final = word_set("triggers", "circumstances")


def _is_aim_of(scan: Scan, light: Match, each: Happening) -> bool:
    """Whether a noun tells what for or when something else is done: تجري تحقيقات لاعتقال المنفذين."""
    if light.payload.frame == "suffers" or each.first - light.last <= 1:
        return False
    if each.match.clitics.prep == "ب" and (light.payload.frame == "occurs" or light.payload.lemma == "وقع"):
        return True  # اتفاق وقع في تشرين الأول بانسحاب القوات: neither its subject nor what was signed
    behind = scan.words[each.first - 1].norm in ("خلال", "اثناء", "عقب", "بعد", "قبل", "لدي")
    return behind or (each.match.clitics.prep == "ل" and each.first - light.last > 2)


def _armed(scan: Scan, each: Happening) -> Happening:
    """The weapon of a happening, which decides the kind of a generic one (استهدف بصاروخ is shelling)."""
    if each.kind == "clash" and _is_with_crowd(scan, each):
        return each.of_kind("riot")
    if each.kind == "clash" and each.trigger.lemma == _MET and _gassed(scan, each):
        return each.of_kind("attack")
    if each.kind == "shelling" and each.trigger.lemma in ("انفجر", "انفجار") and _is_left_behind(scan, each):
        return each.of_kind("explosion")  # انفجرت قذيفة من مخلفات الحرب
    weapon = _weapon_near(scan, each)
    meant = weapon.payload.kind if weapon else ""
    if _by_aircraft(scan, each) or _from_the_air(scan, each):
        meant = "air_strike"
    elif meant == "shelling" and _is_left_behind(scan, each):
        meant = "explosion"
    elif not meant and _with_guns(scan, each):
        meant = "shelling"
    kind = each.kind
    if each.trigger.lemma in ("غارة", "اقتحم") and _by_gunmen(scan, each):
        return each.of_kind("attack")  # خطف مسلحون شبانا في غارة على القرية، اقتحم مسلحون مسجدا
    struck = each.trigger.frame == "does" and each.is_verb and meant == "air_strike"  # طائرات التحالف قتلت
    verb = each.light or (each.match if struck else None)
    wrecked = (
        verb is not None and kind == "destruction" and any(m.first == verb.last + 1 for m in scan.aircraft)
    )  # دمرت طائرة مسيرة شاحنة، تمكنت طائرة من تدمير شاحنة
    meant = meant or ("air_strike" if wrecked else "")
    told = each.trigger.pos == "phrase" and each.trigger.strength == "strong"  # إطلاق نار، هجوم بري
    unspecific = (
        each.trigger.strength == "generic" or wrecked or (kind == "attack" and not told and (not each.harm or struck))
    )
    if meant == "air_strike" and _only_sounds(scan, each):
        meant, kind = "", "attack"
    if meant and (
        unspecific
        or (kind == "shelling" and meant == "air_strike")
        or ((each.harm or each.kind == "destruction") and weapon is not None and _kills(scan, each, weapon))
    ):
        kind = meant
    return Happening(each.match, kind, each.light, weapon) if weapon or kind != each.kind else each


def _gassed(scan: Scan, each: Happening) -> bool:
    """Whether people are met with what crowds are dispersed with: تصدت لهم الشرطة مستخدمة الغاز المسيل للدموع."""
    near = range(each.last + 1, min(each.last + _GAS_REACH, len(scan.words)))
    crowd = any(
        m.payload.group == "protester" and m.clitics.prep == "ل" for at in near[:4] for m in scan.at("person", at)
    )
    return crowd or any(scan.words[at].norm in _CROWD_ARMS for at in near)


_MET: Final = "تصدى"
_GAS_REACH: Final = 12
_CROWD_ARMS: Final = word_set("triggers", "crowd_arms")


def _with_guns(scan: Scan, each: Happening) -> bool:
    """Whether an adjective tells that an attack was one of rockets or guns: هجماتها الصاروخية."""
    after = each.last + 1
    return not (each.is_verb or each.harm) and scan.norms(after, after) in _OF_GUNS


_OF_GUNS: Final = word_set("triggers", "of_guns")


def _by_gunmen(scan: Scan, each: Happening) -> bool:
    """Whether gunmen, who have no aircraft and search nothing, are the subject of a verb of violence up to here."""
    for match in scan.of("person"):
        if match.payload.lemma not in _GUNMEN or match.clitics.prep or match.first > each.last + 1:
            continue
        if each.is_verb and match.first == each.last + 1:
            return True
        if match.first > each.first or scan.words[match.first].norm.endswith("ين"):
            continue
        acts = (m.payload for m in scan.ending("trigger", match.first - 1) if not m.clitics.prep)
        if any(act.kind in _GUNMENS and act.counts != "killed" and act.strength != "harm" for act in acts):
            return not scan.cue_within(match.first, each.first, "boundary")
    return False


_GUNMEN: Final = word_set("triggers", "gunmen")
_GUNMENS: Final = frozenset(("abduction", "attack", "destruction"))


def _is_with_crowd(scan: Scan, each: Happening) -> bool:
    """Whether one side of a fight are people with no arms: مواجهات بين الجنود والشبان، اشتباكات مع المتظاهرين."""
    crowds = _CROWDS if each.trigger.lemma in _SCUFFLES else _CROWDS - {"man"}
    for match in scan.of("person"):
        if match.first <= each.last or match.payload.group not in crowds:
            continue
        at = match.first
        while at - 1 > each.last and (at - 1 in scan.numerals or scan.words[at - 1].norm in _ABOUT):
            at -= 1
        if at - each.last > _SIDE_REACH or (match.form == "sg" and at == match.first):
            continue
        side = scan.words[at].norm[0] == "و" or scan.words[at - 1].norm.removeprefix("و") in ("بين", "مع")
        if (side or match.clitics.lead == "و") and not _boundary_between(scan, each, match):
            return True
    return False


_ABOUT: Final = word_set("triggers", "about")

#: Fights that need no arms, crowds, and within how many words behind a fight its sides stand.
_SCUFFLES: Final = word_set("triggers", "scuffles")
_CROWDS: Final = frozenset(("man", "protester", "student"))
_SIDE_REACH: Final = 8


def _only_sounds(scan: Scan, each: Happening) -> bool:
    """Whether what was dropped only makes a noise: ألقت مسيرة قنبلة صوتية."""
    words = [word.norm for word in scan.words[each.last : each.last + _SOUND_REACH]]
    pairs = itertools.pairwise(words)
    return any(bomb.removeprefix("ب") in _BOMBS and sound in _SOUNDING for bomb, sound in pairs)


_SOUND_REACH: Final = 7
_BOMBS: Final = word_set("triggers", "bombs")
_SOUNDING: Final = word_set("triggers", "sounding")


def _from_the_air(scan: Scan, each: Happening) -> bool:
    """Whether an adjective tells that a strike came from the air: ضرباته الجوية."""
    after = each.last + 1
    return not (each.is_verb or each.harm) and after < len(scan.words) and scan.words[after].norm in _AIR


_AIR: Final = word_set("triggers", "air")


def _is_left_behind(scan: Scan, each: Happening) -> bool:
    """Whether what went off was left from the war: انفجار قذيفة من مخلفات الحرب."""
    return any("مخلفات" in word.norm for word in scan.words[each.last + 1 : each.last + _LEFT_REACH])


_LEFT_REACH: Final = 8


def _kills(scan: Scan, each: Happening, weapon: Match) -> bool:
    """Whether a weapon is what harmed: قتل بقذيفة، أودى لغم بحياة، أصابت ثلاث قذائف منزلا."""
    behind = range(each.last + 1, weapon.first)
    alone = isinstance(each.match.form, VerbForm) and each.match.form.person in ("3ms", "3fs")
    if alone and weapon.first > each.last and not weapon.clitics.prep and all(at in scan.numerals for at in behind):
        return True
    if each.trigger.frame == "strikes":
        return abs(weapon.first - each.last) <= 3
    if weapon.last < each.start:
        cause = weapon.first - 1
        while cause in scan.numerals:
            cause -= 1
        return any(cue.last == cause for cue in scan.cue("result"))  # تسببت قذائف في مقتل شخصين
    acts = (m for at in behind for m in scan.at("trigger", at) if m.payload.strength in ("strong", "generic"))
    return weapon.clitics.prep == "ب" and weapon.first > each.last and next(acts, None) is None


def _by_aircraft(scan: Scan, each: Happening) -> bool:
    """Whether aircraft do it: the subject next to the verb, the genitive or the adjective behind the noun."""
    for match in scan.aircraft:
        if _boundary_between(scan, each, match) or _word_before(scan, match.first) in _NO_AIRCRAFT:
            continue
        if match.first < each.start and _begins(each):
            continue
        if _is_complement(scan, each, match) or _is_target(scan, each, match):
            continue
        gap = match.first - each.last - 1 if match.first > each.last else each.start - match.last - 1
        if gap <= (3 if match.first > each.last else 4):
            return True
    return False


def _is_complement(scan: Scan, each: Happening, match: Match) -> bool:
    """Whether a word is what an attack is told of and no means: فرقت الشرطة مسيرة is no drone."""
    attacked = each.kind == "attack" and not each.harm and match.clitics.prep != "ب"
    return attacked and not each.trigger.needs.single.isdisjoint(scan.stems[match.first])


def _is_target(scan: Scan, each: Happening, match: Match) -> bool:
    """Whether aircraft are what an attack hit: هجوم استهدف مروحية."""
    if match.clitics.prep or match.first <= each.last:
        return False
    before = match.first - 1
    if not each.is_verb:
        return before > each.last and scan.words[before].norm in _HITTING
    subject = any(isinstance(m.form, str) and not m.clitics.lead for m in scan.ending("trigger", each.start - 1))
    return before == each.last and subject and scan.words[each.last].norm in _HITTING


_HITTING: Final = word_set("triggers", "hitting")

_NO_AIRCRAFT: Final = word_set("triggers", "no_aircraft")


def _begins(each: Happening) -> bool:
    """Whether a verb begins a clause of its own: أسقطوا طائرة وقتلوا جنديين."""
    return each.is_verb and bool(each.match.clitics.lead)


def _weapon_near(scan: Scan, each: Happening) -> Match | None:
    """The nearest weapon word of the clause, those behind the trigger first."""
    best: tuple[int, Match] | None = None
    for match in scan.of("weapon"):
        if match.first < each.start - 6 or match.first > each.last + 20:
            continue
        if _boundary_between(scan, each, match) or _word_before(scan, match.first) in ("علي", "ضد"):
            continue
        if match.first > each.last + _WEAPON_REACH and not _by_means(scan, match):
            continue
        if _is_complement(scan, each, match) or _is_target(scan, each, match):
            continue
        distance = match.first - each.last if match.first > each.last else 2 * (each.start - match.first)
        if best is None or distance < best[0] or _more_specific(match, best[1]):
            best = (distance, match)
    return best[1] if best else None


def _more_specific(match: Match, than: Match) -> bool:
    """Whether a weapon word goes on with another one (قذائف الهاون) or takes it in (قنابل صوتية)."""
    if than.payload.kind == "suicide_bombing" and match.payload.kind == "explosion":
        return False  # انتحاري بسيارة مفخخة
    return match.first - than.last == 1 or (match.first == than.first and match.last > than.last)


#: How far behind a trigger a weapon may stand that no word calls the means: استهدفت أمس قذائف ..., هجوم بري بالصواريخ.
_WEAPON_REACH: Final = 5

_MEANS: Final = word_set("triggers", "means")


def _by_means(scan: Scan, match: Match) -> bool:
    """Whether a weapon is told as the means: بصاروخ، بثلاثة صواريخ، باستخدام قذائف."""
    if match.clitics.prep == "ب":
        return True
    return any(
        (norm := scan.words[at].norm) in _MEANS or (norm.startswith("ب") and at in scan.numerals)
        for at in range(max(0, match.first - 4), match.first)
    )


def _boundary_between(scan: Scan, each: Happening, match: Match) -> bool:
    low, high = (each.last, match.first) if match.first > each.last else (match.last, each.start)
    return scan.cue_within(low + 1, high - 1, "boundary", "result") or any(
        scan.words[at].norm in BEYOND and scan.at("trigger", at + 1) for at in range(low + 1, high - 1)
    )


BEYOND: Final = word_set("triggers", "beyond")
