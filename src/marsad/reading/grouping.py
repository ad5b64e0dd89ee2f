"""Stage 9: which happenings of a sentence are one claim: an act, its light verb, its means and its toll."""

from __future__ import annotations

from typing import Final, Literal

from marsad.arabic.inflection import VerbForm
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.lexicon import Match
from marsad.reading.happenings import Happening
from marsad.reading.negation import negated
from marsad.reading.people import ADDING, SUBSETS, is_adding
from marsad.reading.plan_cues import CONTAINING
from marsad.reading.scan import BEGINNINGS, COMPLEMENTIZERS, Scan
from marsad.reading.voices import Voice, voice_at
from marsad.reading.weapons import BEYOND
from marsad.reading.word_sets import word_set

#: Kinds of violence from the most general to the most specific; a claim takes the most specific of its happenings.
_SPECIFIC: Final = {
    "attack": 0, "operation": 0, "raid": 1, "clash": 2, "shelling": 2, "air_strike": 3, "explosion": 3, "arrest": 3,
    "suicide_bombing": 4,
}  # fmt: skip

VIOLENT: Final = frozenset(("clash", "air_strike", "shelling", "explosion", "suicide_bombing", "attack", "destruction"))
_BEARING: Final = VIOLENT | {
    "raid",
    "arrest",
    "operation",
    "protest",
    "riot",
    "capture",
    "abduction",
    "restriction",
}

_WAR: Final = "حرب"

#: How a claim takes up what was told: a toll of it, a toll that rose, the act itself (القصف), one like it (هجوم مماثل),
#: or not at all, as words lead to another matter (في سياق آخر).
TakingUp = Literal["toll", "risen", "known", "alike", "next", "besides"]

#: What a speech act (accusation, threat) alleges is no claim of its own.
_SWALLOWING: Final = frozenset(("accusation", "threat"))

_CAUSES: Final = word_set("grouping", "causes")


class Group:
    """The happenings of one claim and the words that they span; `anew` is a toll whose cause is its own.

    `lead` is the happening that names the kind; `only_harm` tells that all its happenings are tolls.
    """

    __slots__ = ("anew", "first", "kind", "last", "lead", "members", "only_harm", "voice")

    def __init__(self, one: Happening, voice: Voice | None, *, anew: bool) -> None:
        self.members = [one]
        self.voice: Final = voice
        self.kind = one.kind
        self.first = one.start
        self.last = one.last
        self.anew: Final = anew
        self.lead = one
        self.only_harm = one.harm

    @property
    def echo(self) -> bool:
        """Whether it only takes up what was told before: a toll without a cause, or a definite noun (القصف)."""
        lead = self.lead
        if self.only_harm:
            return not self.anew
        return not lead.is_verb and (lead.match.clitics.definite or bool(lead.match.clitics.suffix))

    def take(self, each: Happening, kind: str) -> None:
        """Add a happening, which makes the group one of a kind."""
        self.members.append(each)
        self.kind = kind
        self.first, self.last = min(self.first, each.start), max(self.last, each.last)
        named = [each for each in self.members if not each.harm and each.kind == self.kind]
        self.lead = min(named, key=lambda each: each.trigger.strength == "weak", default=self.members[0])
        self.only_harm = all(each.harm for each in self.members)


def group_happenings(scan: Scan, happenings: list[Happening], voices: list[Voice]) -> list[Group]:
    """The claims-to-be of a sentence in their order."""
    groups: list[Group] = []
    for each in happenings:
        voice = voice_at(voices, each.first)
        home = next((g for g in reversed(groups[-3:]) if _joins(scan, g, each, voice)), None)
        if home is None:
            if groups and _swallowed(scan, groups[-1], each, voice):
                scan.doubt(each.match, "what the accusation or threat before it speaks of")
                continue
            own = bool(groups) and _is_own_toll(scan, groups[-1], each)
            anew = each.harm and (own or (_starts_anew(scan, each) if groups else _is_besides(scan, each)))
            groups.append(Group(each, voice, anew=anew))
        else:
            home.take(each, home.kind if _is_amid(scan, home, each) else _kind_of(home, each))
    return groups


def same_voice(one: Voice | None, other: Voice | None) -> bool:
    """Whether two stretches are told by the same chain in the same way ("..., adding that ..." goes on)."""
    if one is None or other is None:
        return one is other
    return one.chain == other.chain and one.mode == other.mode


def _swallowed(scan: Scan, group: Group, each: Happening, voice: Voice | None) -> bool:
    return (
        group.kind in _SWALLOWING
        and same_voice(group.voice, voice)
        and not _parted(scan, group.last, each.start, hard=True)
        and each.trigger.strength != "weak"
        and not _told_as_fact(scan, each)
    )


def _told_as_fact(scan: Scan, each: Happening) -> bool:
    """Whether a relative clause tells more of what somebody is accused of, or of whom: الهجوم الذي وقع في 20 تموز."""
    verb, after = each.verb, each.last + 1
    if verb is not None and verb.first and isinstance(verb.form, VerbForm):
        before = scan.words[verb.first - 1].norm
        return verb.form.tense == "past" and not verb.clitics.lead and before in _BEFORE_FACTS
    return after < len(scan.words) and scan.words[after].norm in ("الذي", "التي")


_BEFORE_FACTS: Final = word_set("grouping", "before_facts")


def _kind_of(group: Group, each: Happening) -> str:
    if each.harm or each.kind == "destruction" or _is_blast_of(group, each) or each.trigger.lemma in _LED_AWAY:
        return group.kind
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


def heard_amid(scan: Scan, each: Happening, low: int) -> bool:
    """Whether "amid" stands before a noun, behind a word, and is not the middle of a place."""
    for at in range(each.start - 1, max(low, each.start - _AMID_REACH), -1):
        if scan.words[at + 1].before.strip() or scan.at("verb", at):
            return False
        if scan.words[at].norm == "وسط":
            return not (scan.at("place", at + 1) or scan.at("place_cue", at + 1))
    return False


#: How far behind "amid" what was heard may stand.
_AMID_REACH: Final = 6


def _joins(scan: Scan, group: Group, each: Happening, voice: Voice | None) -> bool:
    """Whether a happening belongs to a claim that stands before it in the sentence."""
    last = group.members[-1]
    if each.is_verb and each.trigger.lemma == _FINDING and not group.only_harm:
        return False  # whom somebody found dead is another matter
    if group.kind in ("arrest", "abduction") and _is_led_away(each):
        return True  # اعتقال الوزير في المطار واقتياده إلى مكان مجهول
    if not same_voice(group.voice, voice) and not (each.harm and _result_between(scan, last.last, each.start)):
        return False
    wrecking = each.kind == "destruction" != group.kind and (group.kind in VIOLENT or group.kind == "riot")
    if wrecking and _has_its_doer(scan, each):
        return False  # قتل اثنان في إطلاق نار، وأحرق مستوطنون منازل
    if each.harm or (wrecking and (not group.only_harm or _are_nouns(last, each))):
        return not (wrecking and _opens_clause(scan, each)) and _harm_joins(scan, group, each)
    if group.only_harm and each.kind == "protest":
        return False  # قتل ثلاثة خلال احتجاجات: who marches kills nobody
    if group.only_harm and each.kind in _AMID and scan.words[each.start - 1].norm == "وسط":
        return same_voice(group.voice, voice)  # قتل سبعة وسط قصف عنيف على المدينة
    if group.only_harm:
        if each.match.clitics.prep == "ب" and _is_answer(scan, each):
            return False  # ردت الحركة على مقتل قائدها بقصف البلدة
        if each.kind in ("arrest", "abduction", "protest") and scan.words[each.start - 1].norm in _ONCE_TAKEN:
            return False  # مقتلهم بعد اعتقالهم، استشهد أسير بعد إضراب
        return each.kind in _BEARING and (
            _told_after(scan, each)
            or _is_manner(scan, last, each)
            or (_caused_by(scan, each, group) and not _parted(scan, last.last, each.start, besides=False))
        )
    if (
        each.trigger.strength == "generic"
        and each.is_verb
        and group.kind in ("raid", "operation", "arrest")
        and not each.match.clitics.lead
    ):
        return not _parted(scan, last.last, each.start)
    if _is_wrecked_by(scan, last, each) or _is_stopped_by(scan, last, each):
        return True
    if _is_blast_of(group, each) and scan.cue_within(group.first - 2, each.start, "result"):
        return True
    if group.kind == "arrest" and each.trigger.lemma in _LED_AWAY and not negated(scan, each):
        return each.start - last.last <= _LED_AWAY_REACH  # اعتقلت ثمانية واقتادتهم إلى جهة مجهولة
    if not _compatible(group.kind, each.kind):
        return False
    if last.trigger.lemma == _WAR and each.start and scan.words[each.start - 1].norm in _SET_OFF:
        return False  # اندلعت الحرب إثر هجوم
    if group.kind in ("raid", "operation") and each.kind == "arrest":
        if negated(scan, each):
            return False  # داهموا المنزل ولم يعتقلوا أحدا
        tied = _result_between(scan, last.last, each.start) or _is_in_it(scan, each)
        if tied and not _parted(scan, last.last, each.start, hard=True):
            return True  # عملية أمنية أسفرت عن القبض على مطلوبين
    return _same_act(scan, group, each)


def _is_manner(scan: Scan, toll: Happening, each: Happening) -> bool:
    """Whether an indefinite accusative tells how somebody was killed: قتلوا جنديين قنصا."""
    bare = each.first == each.last and not (each.match.clitics.lead or each.match.clitics.prep)
    if not toll.is_verb or each.is_verb or not bare:
        return False
    word = scan.words[each.first].norm
    return word.endswith("ا") and not each.trigger.lemma.endswith("ا") and not _parted(scan, toll.last, each.start)


#: The verb of finding the dead.
_FINDING: Final = "عثر"
_LED_AWAY: Final = frozenset(("اقتاد", "اقتياد"))
_LED_AWAY_REACH: Final = 25


def _is_led_away(each: Happening) -> bool:
    """Whether a noun only goes on with whom somebody took: واقتياده إلى جهة مجهولة."""
    clitics = each.match.clitics
    return not each.is_verb and each.trigger.lemma == "اقتياد" and clitics.lead == "و" and bool(clitics.suffix)


def _opens_clause(scan: Scan, each: Happening) -> bool:
    """Whether a light verb opens the main clause behind a comma: ردا على الهجوم، تمكنت القوات من تدمير عربة."""
    return each.light is not None and each.start == each.light.first and each.start in scan.commas


_ONCE_TAKEN: Final = word_set("grouping", "once_taken")


def _is_blast_of(group: Group, each: Happening) -> bool:
    """Whether blasts are only what was heard of the strikes before: غارات على المدينة أدت إلى انفجارات."""
    blast = each.kind == "explosion" and not each.is_verb and each.trigger.strength == "generic"
    return blast and group.kind in ("air_strike", "shelling")


def _is_shot(scan: Scan, low: int, high: int) -> bool:
    """Whether a toll was by gunfire."""
    return any(word.norm in _GUNFIRE for word in scan.words[low + 1 : high])


_AMID: Final = frozenset(("shelling", "air_strike"))
_GUNFIRE: Final = word_set("grouping", "gunfire")


def _is_in_it(scan: Scan, each: Happening) -> bool:
    """Whether a pronoun behind a verb takes up the act before, in which it was done: حملة اعتقلت خلالها."""
    behind = scan.words[each.last + 1].norm if each.last + 1 < len(scan.words) else ""
    return each.is_verb and behind in ("خلالها", "خلاله", "فيها", "اثرها", "اثناءها", "بموجبها")


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


#: Those who wreck things.
_DOING: Final = frozenset(
    ("civilian", "man", "protester", "force", "unit", "gunman", "fighter", "person_of", "unknown")
)

_SET_OFF: Final = word_set("grouping", "set_off")


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


def _is_stopped_by(scan: Scan, verb: Happening, each: Happening) -> bool:
    """Whether aid or people on the move are only what a verb tells to be held up: منعت السلطات دخول الوقود."""
    if verb.kind != "restriction" or not verb.is_verb or each.is_verb or each.kind not in _STOPPED:
        return False
    if each.kind == "protest" and (verb.trigger.lemma not in _FORBIDDING or scan.words[each.first].norm in MOTIVES):
        return False  # قطعوا الطريق احتجاجا
    apart = any(verb.last < comma <= each.start for comma in scan.commas) or each.match.clitics.lead
    return not apart and each.start - verb.last <= _OBJECT_REACH


#: What may be held up or forbidden.
_STOPPED: Final = frozenset(("aid", "movement", "protest"))
_FORBIDDING: Final = ("منع", "حظر")

#: How far behind a verb that holds something up that may stand.
_OBJECT_REACH: Final = 5


def _harm_joins(scan: Scan, group: Group, each: Happening) -> bool:
    """A toll belongs to the act before it unless something new begins between."""
    if group.kind not in _BEARING:
        return False
    last = group.members[-1].last
    if _is_own_toll(scan, group, each):
        return False
    if _result_between(scan, last, each.start):
        return True
    if group.kind == "protest" and each.is_verb and _is_shot(scan, each.last, min(each.last + 6, len(scan.words))):
        return False
    if _is_why(scan, each):
        return False
    if scan.words[each.start - 1].norm in _OF_DEEDS and any(
        scan.words[at].norm in _CULPRITS for at in range(max(0, each.start - 3), each.start)
    ):
        return False  # حملة للبحث عن المتورطين في مقتل ضابط في انفجار: the toll of another act
    if _parted(scan, last, each.start, hard=True) or _is_so_long_after(scan, each):
        return False
    if any(scan.words[at].norm in _PRECEDED for at in range(last + 1, each.start)):
        return False  # هذه المعارك سبقها قبل أيام مقتل أربعين مدنيا
    if not each.is_verb:
        before = not group.only_harm and (_came_before(scan, each) or _has_own_act(scan, each))
        return not (before or _is_other_toll(scan, group, each) or _is_announced_besides(scan, each))
    if group.only_harm and _is_of_part(scan, last, each):
        return False
    alike = group.only_harm and _behind_joint(scan, each) and each.trigger.counts in _counted(group)
    if (alike or not group.only_harm) and (_has_own_act(scan, each) or _is_elsewhere(scan, each)):
        return False  # قتل ضابط برصاص قناص، فيما قتل جنديان في هجوم
    if not group.only_harm and _is_done_there(scan, each):
        return False
    if group.only_harm or (each.match.clitics.lead == "و" and any(m.harm for m in group.members)):
        return each.start - last <= 12
    return each.start - last <= 16 and not _starts_anew(scan, each)


_PRECEDED: Final = word_set("grouping", "preceded")


def _is_own_toll(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll is another than that before it, of others or by other means."""
    if _is_brought_by(scan, group.last, each) or _has_further_means(scan, group, each):
        return True
    if _is_in_other_town(scan, group, each) or _is_running_total(scan, group, each):
        return True
    return group.only_harm and each.trigger.counts in _counted(group) and _has_killers(scan, each)


def _is_brought_by(scan: Scan, low: int, each: Happening) -> bool:
    """Whether others brought a toll about than the act before it: وثق مقتل سبعة، تسببت الميليشيا بمقتل ثلاثة منهم."""
    if each.is_verb:
        return False
    for at in range(each.first - 2, max(low, each.first - _CAUSED), -1):
        if scan.words[at].norm.removeprefix("و").startswith("تسبب"):
            heads = [m for sort in ("force", "actor", "person") for m in scan.at(sort, at + 1)]
            return any(not (m.clitics.prep or m.clitics.lead) for m in heads)
    return False


#: Within how many words behind "brought about" the toll stands.
_CAUSED: Final = 7


def _is_running_total(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll that rose is that of more than the act before it, which has its own.

    قتل اثنان إثر هجوم، وبذلك يرتفع عدد القتلى أمس إلى سبعة; but not ليرتفع عدد قتلى الهجوم إلى سبعة.
    """
    if each.is_verb or " " not in each.trigger.lemma or each.trigger.counts not in _counted(group):
        return False
    if not any(
        word.norm.lstrip("ولف") in _RISING for word in scan.words[max(group.last + 1, each.first - 2) : each.first]
    ):
        return False
    behind = range(each.last + 1, min(each.last + _TOTAL_REACH, len(scan.words)))
    if any(
        match.payload.kind in VIOLENT and match.clitics.definite for at in behind for match in scan.at("trigger", at)
    ):
        return False
    over = any(at in scan.dated or scan.words[at].norm in _OVER for at in behind)
    return over or (not group.only_harm and any(not member.harm and _is_act(member.match) for member in group.members))


#: How far behind a toll that rose the days or the act stand of which it is, and words before such days.
_TOTAL_REACH: Final = 5
_OVER: Final = word_set("grouping", "over")


def _is_in_other_town(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a noun tells a toll of a town of its own: مقتل مدني في بنغازي، ووفاة ناشط في طرابلس."""
    if each.is_verb or each.match.clitics.lead != "و" or not group.only_harm:
        return False
    if each.first not in scan.commas or each.trigger.counts not in _counted(group):
        return False
    one, other = _towns(scan, group.last + 1, each.start), _towns(scan, each.last + 1, each.last + _TOWN_REACH)
    return bool(one) and bool(other) and one.isdisjoint(other)


def _towns(scan: Scan, low: int, high: int) -> set[str]:
    """The places in which something is told to be between two words, up to a comma."""
    found: set[str] = set()
    for at in range(low, min(high, len(scan.words))):
        if at > low and at in scan.commas:
            break
        before = scan.norms(max(0, at - 2), at - 1).split()
        if "في" in before:
            found |= {m.payload.id for m in scan.at("place", at)}
    return found


#: Within how many words behind a toll its town stands.
_TOWN_REACH: Final = 8


def _has_further_means(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a toll of the same sort has means of its own: قتل اثنان بقذيفة، وقتل مدني برصاص قناص."""
    joined = each.match.clitics.lead == "و" or _behind_joint(scan, each)
    if not each.is_verb or not joined or each.trigger.counts not in _counted(group):
        return False
    tolls = [m for m in group.members if m.is_verb and m.harm and m.trigger.counts == each.trigger.counts]
    end = next((m.first for m in scan.of("verb") if m.first > each.last), len(scan.words))
    end = min(end, each.last + _CAUSE_REACH)
    return bool(tolls) and _has_means(scan, tolls[-1].last + 1, each.start) and _has_means(scan, each.last + 1, end)


def _has_means(scan: Scan, low: int, high: int) -> bool:
    """Whether it is told between two words by what people were killed: بشظايا قذيفة، برصاص قناص، دهسا."""
    for at in range(low, high):
        if scan.words[at].norm in _BY_WHAT:
            return True
        if any(m.clitics.prep == "ب" for m in scan.at("weapon", at)):
            return True
        acts = (
            m for m in scan.at("trigger", at) if m.payload.strength not in ("harm", "weak") and not m.clitics.definite
        )
        if any(m.payload.kind in VIOLENT and (m.clitics.prep == "ب" or at - 1 in _causes(scan)) for m in acts):
            return True
    return False


def _causes(scan: Scan) -> frozenset[int]:
    return frozenset([cue.last for cue in scan.cue("cause")])


_BY_WHAT: Final = word_set("grouping", "by_what")


def _has_killers(scan: Scan, each: Happening) -> bool:
    """Whether those who did it stand right behind a verb, and the killed behind them: قتلت منهم القوات 14 مدنيا."""
    form, at = each.match.form, each.last + 1
    if each.trigger.frame != "does" or each.match.clitics.suffix or not isinstance(form, VerbForm):
        return False
    while at < len(scan.words) and scan.words[at].norm in _BEFORE_KILLERS:
        at += 1
    ends = [m.last for sort in ("force", "actor") for m in scan.at(sort, at) if not (m.clitics.prep or m.clitics.lead)]
    begin = max(ends, default=-1) + 1
    for behind in range(begin, min(begin + _KILLERS_REACH, len(scan.words)) if begin else 0):
        word = scan.words[behind]
        if "،" in word.before or scan.at("trigger", behind) or scan.at("verb", behind):
            return False
        if behind in scan.numerals:
            return word.norm[:1] != "و"
        if word.norm.endswith("ا") and any(not m.clitics.lead for m in scan.at("person", behind)):
            return True
    return False


_BEFORE_KILLERS: Final = word_set("grouping", "before_killers")
#: Within how many words behind those who killed the killed stand.
_KILLERS_REACH: Final = 7


def _came_before(scan: Scan, each: Happening) -> bool:
    """Whether a toll is of what was before the act, or besides it at the same time.

    اندلعت اشتباكات بعد مقتل شاب، استأنف عملياته عقب مقتل جنديين.
    """
    before = scan.words[each.start - 1].norm if each.start else ""
    if before == "مع" and each.start > 1 and scan.words[each.start - 2].norm.removeprefix("و") in _AT_ONCE:
        return True  # دوي انفجار في أ، تزامنا مع إصابة ثلاثة في ب
    return each.trigger.lemma in _DEATHS and not each.match.clitics.prep and before in _AFTER


_DEATHS: Final = word_set("grouping", "deaths")
_AFTER: Final = word_set("grouping", "after")
_AT_ONCE: Final = word_set("grouping", "at_once")


_OF_DEEDS: Final = word_set("grouping", "of_deeds")

_CULPRITS: Final = word_set("grouping", "culprits")


def _is_why(scan: Scan, each: Happening) -> bool:
    """Whether a toll is what people protest against: تظاهروا تنديدا بمقتل صحفي."""
    near = scan.words[max(0, each.start - _WHY_REACH) : each.start]
    return not each.is_verb and any(word.norm.removeprefix("و") in MOTIVES for word in near)


_WHY_REACH: Final = 3

MOTIVES: Final = word_set("grouping", "motives")


def _is_besides(scan: Scan, each: Happening) -> bool:
    """Whether a sentence begins with words that lead to another matter, right before who fell: في سياق آخر، قتل شاب."""
    leads = (cue for cue in scan.cue("topic") if cue.payload.value == "apart" and cue.first <= 1)
    return each.is_verb and any(0 < each.start - cue.last <= _MATTER_REACH for cue in leads)


#: How far behind such words the verb stands; the time stands between.
_MATTER_REACH: Final = 5


def _starts_anew(scan: Scan, each: Happening) -> bool:
    """A toll that brings its own cause (وقتل ثلاثة في غارة، فيما أصيب شاب برصاص) begins a claim of its own."""
    if not each.is_verb:
        return _came_before(scan, each) or _is_announced_besides(scan, each)
    if _has_own_act(scan, each) or _is_elsewhere(scan, each) or _is_done_there(scan, each):
        return True
    behind = range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words)))
    causes = [m for m in scan.cue("cause") if m.first in behind]
    if any(m.payload.lemma in ("جراء", "إثر", "نتيجة", "بسبب") and not _is_told(scan, m.last + 1) for m in causes):
        return each.match.clitics.lead == "و" or _behind_joint(scan, each)
    return _behind_joint(scan, each) and any(
        m.clitics.prep == "ب" and not m.clitics.definite and m.first in behind
        for m in (*scan.of("trigger"), *scan.of("weapon"))
        if m.sort == "weapon" or m.payload.strength not in ("harm", "weak")  # بإصابات بليغة is no cause
    )


def _is_announced_besides(scan: Scan, each: Happening) -> bool:
    """Whether a toll is announced besides another, with a cause of its own: كما أعلنت مقتل ثالث في غارة على ب."""
    said = next((cue for cue in reversed([*scan.cue("say")]) if cue.last < each.start <= cue.last + _SAID_REACH), None)
    if said is None or any(said.last < comma <= each.start for comma in scan.commas):
        return False
    joint = next((cue for cue in scan.cue("boundary") if cue.last < said.first <= cue.last + 2), None)
    if joint is None or joint.payload.lemma not in _BESIDES:
        return False
    behind = range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words)))
    if scan.cue_within(behind.start, behind.stop - 1, "agent"):
        return True  # فيما أعلنت استشهاد سبعة على يد القوات
    acts = (m for at in behind for m in scan.at("trigger", at))
    return any(
        m.payload.kind in VIOLENT and m.payload.strength not in ("harm", "weak") and not m.clitics.definite
        for m in acts
    )


#: How far behind "they also announced" the toll stands.
_SAID_REACH: Final = 6
_BESIDES: Final = word_set("grouping", "besides")


def _has_own_act(scan: Scan, each: Happening) -> bool:
    """Whether a toll that goes on with "and" tells of another act: قتل اثنان بقصف على أ وأصيب ثالث في قصف على ب.

    So does one behind what was meanwhile: فيما تتواصل المعارك، قتل عشرة في قصف على ب.
    """
    joined = each.match.clitics.lead == "و" or (each.is_verb and (_behind_joint(scan, each) or _is_main(scan, each)))
    if not joined:
        return False
    for at in range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words))):
        apart = any(mark not in QUOTES for mark in scan.words[at].before) and scan.words[at].norm not in _IN_THE_COURSE
        if apart and not (at in scan.dated or at - 1 in scan.dated):
            return False
        for match in scan.at("trigger", at):
            if match.payload.kind in VIOLENT and match.payload.strength not in ("harm", "weak"):
                told = match.clitics.definite or match.clitics.suffix
                inside = match.clitics.prep == "ب" or scan.words[at - 1].norm in ("في", "جراء", "اثر", "خلال", "نتيجه")
                return inside and not told
        if scan.at("verb", at):
            return False
    return False


_IN_THE_COURSE: Final = word_set("grouping", "in_the_course")


def _is_main(scan: Scan, each: Happening) -> bool:
    """Whether a verb opens the main clause behind the first comma of a sentence that begins with what was meanwhile."""
    fronted = scan.words[0].norm.removeprefix("و") in _FRONTING
    return fronted and each.start in scan.commas and not any(comma < each.start for comma in scan.commas)


_FRONTING: Final = word_set("grouping", "fronting")


def _is_act(match: Match) -> bool:
    """Whether it is an act that is told here for the first time."""
    told = match.clitics.definite or match.clitics.suffix
    return match.payload.kind in VIOLENT and match.payload.strength not in ("harm", "weak") and not told


#: How far before a toll the words may stand that tell of which part it is.
_PART_REACH: Final = 5


def _is_of_part(scan: Scan, low: int, each: Happening) -> bool:
    """Whether a toll is that of some of those before, with an act of its own: سبعة قضوا، بينهم أربعة قضوا في قصف."""
    near = range(max(low + 1, each.start - _PART_REACH), each.start)
    if each.match.clitics.lead or not any(scan.words[at].norm in SUBSETS for at in near):
        return False
    behind = range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words)))
    return any(_is_act(m) for at in behind for m in scan.at("trigger", at))


def _is_other_toll(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether a further toll of the dead is that of others: قتل 15 مدنيا، في حين بلغ عدد ضحايا الجيش 57 قتيلا."""
    low = group.members[-1].last
    others = any(
        low < cue.first < each.start and cue.payload.lemma in ("فيما", "في ما", "بينما", "في حين")
        for cue in scan.cue("boundary")
    )
    return others and each.trigger.counts in _counted(group)


def _counted(group: Group) -> set[str | None]:
    return {member.trigger.counts for member in group.members}


def _is_done_there(scan: Scan, each: Happening) -> bool:
    """Whether a relative clause tells what else was done in a place: الحي الذي أعدم فيه مدنيون أمس."""
    before = scan.words[each.start - 1].norm if each.start else ""
    behind = scan.norms(each.last + 1, each.last + 1)
    return before in ("الذي", "التي") and behind in ("فيه", "فيها")


def _is_elsewhere(scan: Scan, each: Happening) -> bool:
    """Whether a toll behind a joint has a town of its own: أصيب خمسة في بلدة أ، كما أصيب اثنان آخران في مدينة ب."""
    if not _behind_joint(scan, each):
        return False
    before = {m.payload.id for m in scan.of("place") if m.first < each.start}
    for at in range(each.last + 1, min(each.last + _CAUSE_REACH, len(scan.words))):
        if scan.words[at].before.strip():
            return False
        told = [m for m in scan.at("place", at) if scan.words[at - 1].norm in ("في", "مدينه", "بلده", "قريه", "حي")]
        if told and bool(before):
            return before.isdisjoint(m.payload.id for m in told)
    return False


#: How far behind a toll its own cause may stand.
_CAUSE_REACH: Final = 13


def _behind_joint(scan: Scan, each: Happening) -> bool:
    """Whether another matter may begin right before a verb: فيما، بينما، كما."""
    return any(
        0 < each.start - cue.last <= 2 and cue.payload.lemma in ("فيما", "في ما", "بينما", "في حين", "كما")
        for cue in scan.cue("boundary")
    )


def _is_told(scan: Scan, at: int) -> bool:
    """Whether a cause is one told of before: جراء القصف."""
    return any(m.clitics.definite for m in scan.at("trigger", at))


def _result_between(scan: Scan, low: int, high: int) -> bool:
    """Whether it is told right before a word to what the act before it led, and nothing else since."""
    begin = max(low + 1, high - 8)
    led = [c.last for c in scan.cue("result") if begin <= c.first and c.last <= high and not c.clitics.definite]
    if not led:
        return False
    joints = [cue.first for cue in scan.cue("boundary") if cue.payload.lemma in _MEANWHILE and cue.first < high]
    return not any(led[-1] < joint for joint in joints)  # دون أن يؤدي إلى خسائر، في حين أصيب رجل في بلدة أخرى


_MEANWHILE: Final = word_set("grouping", "meanwhile")


def _caused_by(scan: Scan, each: Happening, group: Group) -> bool:
    """The act that a toll names as its cause: في قصف، جراء غارة، بانفجار لغم."""
    if _is_added(each) or (each.kind in ("arrest", "abduction") and each.match.clitics.suffix):
        return False  # توفي تحت التعذيب بعد سنوات من اعتقاله
    if each.kind in ("raid", "capture") and each.match.clitics.suffix and scan.words[each.start - 1].norm in _AFTER:
        return False  # قتل المئات بعد اقتحامه البلدة
    if any(word.norm == "منذ" for word in scan.words[group.last + 1 : each.start - 1]):
        return _is_since_fighting(scan, each)  # not قتل المئات منذ أن أمرت السلطات بقمع الاحتجاجات
    if each.match.clitics.prep == "ب" or each.first - group.last <= 1:
        return True
    if each.match.clitics.definite and _tolled_before(scan, each.first, direct=each.match.clitics.prep != "ل"):
        return True  # في حصيلة أولية للغارات، حصيلة الغارات
    if each.start - 1 in scan.numerals and scan.words[each.start - 1].norm[:1] == "ب":
        return True  # جرح مدنيون بثلاث غارات
    back = range(max(group.last + 1, each.start - 4), each.start)
    if any(scan.words[at].norm in _FEARS for at in back):
        return False  # قتل سبعة، ما جعل الأهالي يفرون خوفا من اعتقالهم
    return any(scan.words[at].norm in _CAUSES or scan.words[at].norm.removeprefix("و") in _CAUSES for at in back) or (
        each.is_verb and each.start - group.last <= 8 and not each.match.clitics.lead
    )


def _is_since(scan: Scan, each: Happening) -> bool:
    """Whether an act is only since when something else is told: الأعنف منذ اندلاع الاشتباكات."""
    begun, since = scan.norms(each.start - 1, each.start - 1), scan.norms(each.start - 2, each.start - 2)
    return not each.is_verb and begun in BEGINNINGS and since == "منذ"


def _is_since_fighting(scan: Scan, each: Happening) -> bool:
    """Whether people fell since two sides began to fight, and so in the fight: قتل سبعة منذ اندلاع الاشتباكات.

    A war is more than its fights.
    """
    fight = each.kind == "clash" and not each.is_verb and each.trigger.lemma != _WAR
    return fight and scan.norms(each.start - 1, each.start - 1) in BEGINNINGS


_FEARS: Final = word_set("grouping", "fears")


def _is_added(each: Happening) -> bool:
    """Whether an act begins with "and", and is no cause of what stands before it."""
    first = each.light or each.match
    return first.clitics.lead == "و" and first.first == each.start


def _tolled_before(scan: Scan, at: int, *, direct: bool) -> bool:
    """Whether the toll of an act stands before it, right before it where no preposition joins the two."""
    return any(word.norm.endswith(("حصيله", "محصله")) for word in scan.words[max(0, at - (1 if direct else 3)) : at])


def taking_up(scan: Scan, group: Group) -> TakingUp | None:
    """How a group only takes up what was told before, if it does."""
    if group.anew and _is_besides(scan, group.members[0]):
        return "besides"
    if _rises(scan, group):
        return "risen"
    if is_claimed(scan, group):
        return None
    if group.only_harm:
        return None if group.anew else "toll"
    lead = group.lead
    if _is_sequel(scan, lead):
        return "next"
    if scan.norms(lead.last + 1, lead.last + 1) in _ALIKE or _is_second_alike(scan, lead):
        return "alike"
    if lead.is_verb:
        return "known" if _comes_down(scan, group) or _hits(group) else None
    if lead.light and lead.light.payload.frame == "does" and (lead.match.clitics.suffix or _grows(lead.light)):
        return None  # كثف التنظيم هجماته، زادت القوات من القصف
    known = (
        lead.match.clitics.definite or lead.match.clitics.suffix or _comes(scan, group) or _is_restricted(scan, lead)
    )
    return "known" if known and not _is_renewed(scan, lead) else None


def _is_sequel(scan: Scan, lead: Happening) -> bool:
    """Whether an act is told to have come after the one before it: قصف على أ تلاه قصف على ب."""
    cues = (scan.cue_at("sequel", lead.start - 1), scan.cue_at("sequel", lead.start - 2))
    return any(cue is not None and cue.last == lead.start - 1 for cue in cues)


def _is_second_alike(scan: Scan, lead: Happening) -> bool:
    """Whether a verb has for its subject one more of what was told before: استهدفت ضربة ثانية مماثلة."""
    return lead.is_verb and any(scan.norms(at, at) in _ALIKE for at in (lead.last + 2, lead.last + 3))


def _is_renewed(scan: Scan, lead: Happening) -> bool:
    """Whether an act is told to have begun again: تجدد الاشتباكات في المحور الشمالي."""
    return lead.start > 0 and scan.words[lead.start - 1].norm in _RENEWING


_RENEWING: Final = word_set("grouping", "renewing")


def _grows(light: Match) -> bool:
    return light.payload.lemma in ("كثف", "صعد", "زاد", "رفع", "ضاعف", "وسع")


_ALIKE: Final = word_set("grouping", "alike")


def is_claimed(scan: Scan, group: Group) -> bool:
    """Whether somebody says that he did it: a claim beside what others tell of it (تبنى التنظيم الهجوم)."""
    light = group.lead.light
    if light is not None and light.payload.lemma == "تبنى":
        return True
    return scan.cue_within(group.first - _CLAIMED, group.first - 1, "claims")


#: How far before an act the words stand by which somebody says that he did it.
_CLAIMED: Final = 6


def _hits(group: Group) -> bool:
    """Whether a verb only tells what was hit by strikes that are known: استهدفت الضربات مواقع أ."""
    verb = group.lead
    return verb.trigger.strength == "generic" and any(
        not each.is_verb and each.match.clitics.definite and 0 < each.first - verb.last <= _SUBJECT_REACH
        for each in group.members
    )


def _is_restricted(scan: Scan, noun: Happening) -> bool:
    """Whether a clause tells which act of somebody is meant: ضربات التحالف التي نفذت هذا الأسبوع."""
    if noun.match.clitics.prep == "ب":
        return False  # ردت القوات بقصف المناطق التي
    behind = range(noun.last + 1, min(noun.last + 4, len(scan.words)))
    return any(scan.words[at].norm in ("الذي", "التي") and not scan.words[at].before.strip() for at in behind)


def _comes(scan: Scan, group: Group) -> bool:
    """Whether it is only told when or why an act came: ويأتي قصف البلدة بعد يوم من، أن هجمات المقاومة جاءت ردا على."""
    near = (group.lead.start - 1, *range(group.last + 1, group.last + _COMING_REACH))
    return any(0 <= at < len(scan.words) and scan.words[at].norm.removeprefix("و") in _COMING for at in near)


#: How far behind an act it may be told that it came, in words.
_COMING_REACH: Final = 5
_COMING: Final = word_set("grouping", "coming")


def _comes_down(scan: Scan, group: Group) -> bool:
    """Whether what was fired or laid before is told to have come down: سقطت إحدى القذائف على منزل، العبوة انفجرت."""
    lead = group.lead
    fired = next((each.weapon for each in group.members if each.weapon), None)
    if fired is None or fired.payload.kind == "air_strike" or fired.clitics.prep:
        return False
    if not (_part_of(scan, fired.first) or (fired.clitics.definite and lead.trigger.frame == "strikes")):
        return False
    return 0 < lead.first - fired.last <= _SUBJECT_REACH or 0 < fired.first - lead.last <= _SUBJECT_REACH


def _part_of(scan: Scan, at: int) -> bool:
    """Whether one of several is told of: أحد الصواريخ، إحدى القذائف."""
    return at > 0 and scan.words[at - 1].norm in ("احد", "احدي")


#: How far from its verb what came down may stand, in words.
_SUBJECT_REACH: Final = 2


def _rises(scan: Scan, group: Group) -> bool:
    """Whether a toll is told as one that rose from what was told before: ارتفعت الحصيلة إلى خمسة قتلى."""
    if not group.only_harm:
        return False
    near = scan.words[max(0, group.first - _RISE_REACH) : group.last + 4]
    return any("حصيله" in word.norm for word in near) and any(word.norm.lstrip("ولف") in _RISING for word in near)


#: How far before a toll it is told that it rose, in words.
_RISE_REACH: Final = 10
_RISING: Final = word_set("grouping", "rising")


def _told_after(scan: Scan, each: Happening) -> bool:
    """Whether a clause tells what brought a toll before it about: أصيب ثلاثة بعدما أطلق مسلحون النار عليهم."""
    return (each.is_verb or each.light is not None) and any(
        0 < each.start - cue.last <= 2 and cue.payload.lemma in ("بعدما", "بعد أن", "عندما", "حين", "حينما", "إذ")
        for cue in scan.cue("boundary")
    )


def _compatible(one: str, other: str) -> bool:
    if one == other:
        return True
    pair = {one, other}
    if pair <= VIOLENT:
        return bool(pair & {"attack"}) or pair <= {"explosion", "suicide_bombing"} or pair <= {"air_strike", "shelling"}
    return pair in (
        {"raid", "arrest"},
        {"operation", "raid"},
        {"operation", "arrest"},
        {"movement", "deployment"},
    )


def _same_act(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether two happenings of compatible kinds are one act told with two words."""
    last = group.members[-1]
    gap = each.start - last.last - 1
    if each.kind == "agreement" and only_provides(scan, group):
        return False
    if group.kind != each.kind and (is_amid_war(scan, each) or _is_since(scan, each)):
        return False
    verbs = each.is_verb and last.is_verb and not each.match.clitics.suffix
    if verbs and negated(scan, each) != negated(scan, last):
        return False  # لم تستهدف المدنيين وقصفت مواقع عسكرية
    if (
        verbs
        and group.kind in VIOLENT
        and any(word.norm in COMPLEMENTIZERS for word in scan.words[last.last + 1 : each.start])
    ):
        return False  # قال إن صاروخا استهدف معسكرا، مضيفا أن آخر استهدف مطارا
    if (
        verbs
        and each.kind == "meeting"
        and (each.match.clitics.lead == "و" or scan.words[each.start - 1].norm == "حيث")
    ):
        return False  # وصل الوزير إلى القاهرة حيث التقى نظيره
    if {group.kind, each.kind} == {"release"} and any(w.norm in _IN_RETURN for w in scan.words[last.last : each.start]):
        return False  # أفرجت الحركة عن أسير مقابل إطلاق سراح عشرة
    if _is_told_aside(scan, group, each):
        return False
    if _is_another(scan, each) and not (last.is_verb and gap == 0):  # استهدفت غارة ثانية: the noun is its subject
        return False
    if each.match.clitics.definite and not each.light and gap <= 20:
        return gap <= 1 or not _is_restricted(scan, each)
    if _parted(scan, last.last, each.start):
        return False
    if {group.kind, each.kind} == {"explosion", "suicide_bombing"} and not each.is_verb and gap <= 6:
        return True  # فجّر انتحاري من داعش سيارة مفخخة
    if {group.kind, each.kind} == {"raid", "arrest"}:
        return gap <= 12
    if last.is_verb and gap == 0 and not (each.is_verb or each.match.clitics.prep or each.match.clitics.lead):
        return True  # استهدف انتحاريان مسجدا: the subject of the verb
    if each.match.clitics.prep in ("ب", "ل") and gap <= 8:
        return True
    between = range(last.last + 1, each.start)
    if between and not (last.is_verb or counted_anew(scan, each)) and all(at in scan.numerals for at in between):
        return True  # قصف أربع غارات
    if each.match.clitics.lead == "و" and each.is_verb:
        if group.kind == "air_strike" and each.kind == "shelling" and not last.is_verb and _has_no_subject(scan, each):
            return True  # شن التحالف غارات قرب المدينة وقصفت مواقع
        return group.kind == each.kind and bool(each.match.clitics.suffix) and gap <= 10  # زرعوا عبوة وفجروها
    if group.kind == each.kind or "attack" in (group.kind, each.kind):
        return gap <= (10 if not (each.match.clitics.lead or counted_anew(scan, each)) else 2)
    return each.is_verb and not last.is_verb and gap <= 8


def is_amid_war(scan: Scan, each: Happening) -> bool:
    """Whether a war is only the time in which something else was done: وسط الحرب في الإقليم، منذ اندلاع الحرب."""
    if each.is_verb or each.trigger.lemma != _WAR or not each.match.clitics.definite:
        return False
    at = each.first - 1
    broke_out = scan.norms(at, at) in _OUTBREAK and scan.norms(at - 1, at - 1) in AMID_WAR
    return broke_out or scan.norms(at, at) in AMID_WAR


#: Words by which a war is the time or the setting of something.
AMID_WAR: Final = word_set("grouping", "amid_war")
_OUTBREAK: Final = word_set("grouping", "outbreak")


def _has_no_subject(scan: Scan, verb: Happening) -> bool:
    """Whether nobody who could do it stands right behind a verb of things: وقصفت مواقع."""
    if not isinstance(verb.match.form, VerbForm) or verb.match.form.person != "3fs":
        return False
    behind = verb.last + 1
    if any(m.payload.group != "position" for m in scan.at("force", behind)):
        return False
    return not any(scan.at(sort, behind) for sort in ("actor", "country", "adjective", "weapon"))


def only_provides(scan: Scan, group: Group) -> bool:
    """Whether a known agreement only provides for what follows: يقضي الاتفاق بوقف إطلاق النار، تتضمن الهدنة تبادل."""
    lead = group.lead
    if group.kind != "agreement" or lead.is_verb or not (group.first and lead.match.clitics.definite):
        return False
    near = (scan.cue_at("planned", at) for at in (group.first - 1, lead.last + 1, lead.last + 2))
    return any(cue and (cue.payload.value or cue.payload.lemma in CONTAINING) for cue in near)


_IN_RETURN: Final = frozenset(("مقابل", "لقاء"))


def _is_told_aside(scan: Scan, group: Group, each: Happening) -> bool:
    """Whether an act stands in an aside and another verb goes on behind it: الحركة، التي تقاتل الحكومة، شنت هجوما."""
    verb, main = group.lead.verb, each.verb
    if verb is None or main is None or not verb.first or main.first not in scan.commas or main.clitics.lead:
        return False
    return scan.words[verb.first - 1].norm in ("التي", "الذي", "الذين") and verb.first - 1 in scan.commas


def _is_another(scan: Scan, each: Happening) -> bool:
    """Whether words beside an act tell that it is another one: في هجوم آخر، في قصف مماثل، انتقلت المواجهات إلى."""
    answered = _follows(scan, each) or _is_claimed(scan, each) or _is_answered(scan, each)
    if answered or spreads(scan, each.match) or _is_earlier(scan, each):
        return True
    if each.match.clitics.prep == "ب" and _is_answer(scan, each):
        return True
    after = range(each.last + 1, min(each.last + 3, len(scan.words)))
    return not each.is_verb and any(scan.words[at].norm in _ANOTHER for at in after)


def _is_answer(scan: Scan, each: Happening) -> bool:
    """Whether an act is the answer to another: ورد الجيش بقصف مواقع، رد الحزب على الغارات بإطلاق صواريخ."""
    for at in range(max(0, each.start - _ANSWER_REACH), each.start):
        norm = scan.words[at].norm
        if norm[0] in "وف" and norm[1:] in _ANSWERING and each.start - at <= _ANSWER_REACH // 2:
            return True
        if norm.lstrip("وف") in _ANSWERING and any(word.norm == "علي" for word in scan.words[at + 1 : each.start]):
            return True
    return False


#: How far before an act it may stand that it is an answer to one that is told between.
_ANSWER_REACH: Final = 10


def _is_answered(scan: Scan, each: Happening) -> bool:
    """Whether an act is what another answers: أطلقت صواريخ ردا على الغارات، قالت إنها ترد على غارات."""
    before = scan.norms(each.start - 2, each.start - 1)
    if before in ("ردا علي", "انتقاما من") or scan.norms(each.start - 1, each.start - 1) == "انتقاما":
        return True
    answer, _, on = before.partition(" ")
    return on == "علي" and answer.removeprefix("و").removeprefix("ف") in _ANSWERS


def _follows(scan: Scan, each: Happening) -> bool:
    """Whether an act is said to have followed the one before: تبعه إلقاء براميل، تلتها غارات."""
    return not each.harm and each.start > 0 and scan.words[each.start - 1].norm.removeprefix("و") in _FOLLOWING


def _is_claimed(scan: Scan, each: Happening) -> bool:
    """Whether somebody claims an act: أعلنت الحركة، التي تقود تمردا منذ أعوام، مسؤوليتها عن الهجوم."""
    return not each.is_verb and any(cue.last == each.start - 1 for cue in scan.cue("claims"))


_ANSWERS: Final = word_set("grouping", "answers")
_ANSWERING: Final = word_set("grouping", "answering")
_FOLLOWING: Final = word_set("grouping", "following")


def _is_earlier(scan: Scan, each: Happening) -> bool:
    """Whether a strike is told before or after which another was: قصفت القوات البلدة بعد ساعات من قصف مواقعها."""
    clitics, before = each.match.clitics, scan.norms(max(0, each.start - 4), each.start - 1).split()
    if each.is_verb or each.harm or each.kind not in VIOLENT or clitics.definite or clitics.prep or len(before) < 3:
        return False
    return before[-1] in BEYOND or (before[-1] == "من" and not BEYOND.isdisjoint(before[:-1]))


def _is_so_long_after(scan: Scan, each: Happening) -> bool:
    """Whether something was done so long after a toll: وجاءت الهجمات بعد يومين من اغتيال الوزير."""
    if each.is_verb or each.match.clitics.prep or each.start < _LEAST_BEFORE:
        return False
    before = scan.norms(max(0, each.start - 4), each.start - 1).split()
    return before[-1] == "من" and not BEYOND.isdisjoint(before[:-2])


#: Three words at the least: بعد يومين من.
_LEAST_BEFORE: Final = 3


def spreads(scan: Scan, noun: Match) -> bool:
    """Whether an act is told to reach another place: اتسعت تلك الحملات لتشمل أ، الاشتباكات امتدت إلى ب."""
    verb = next((cue for cue in scan.cue("spread") if -2 <= cue.first - noun.first <= 3), None)
    if verb is None or isinstance(noun.form, VerbForm):
        return False
    after = max(verb.last, noun.last) + 1
    return any(scan.at("place", at) for at in range(after, min(after + _NEW_PLACE_REACH, len(scan.words))))


#: How far behind an act that spreads the place may stand that it reaches, in words.
_NEW_PLACE_REACH: Final = 6

_ANOTHER: Final = word_set("grouping", "another")


def counted_anew(scan: Scan, each: Happening) -> bool:
    """Whether "and" stands before the number of an act: غارتان على أ وثلاث غارات على ب."""
    before = each.start - 1
    return before in scan.numerals and scan.words[before].norm[0] == "و"


def _parted(scan: Scan, low: int, high: int, *, hard: bool = False, besides: bool = True) -> bool:
    """Whether a joint of the sentence stands between two words; hard ones begin another matter.

    `besides` tells whether "besides" is one where no people follow it.
    """
    if scan.cue_within(low + 1, high, "topic"):
        return True
    joints = [cue for cue in scan.cue("boundary") if low < cue.first <= high and not _tells_when(scan, cue)]
    if not hard:
        return any(not is_adding(scan, cue) and (besides or cue.payload.lemma not in ADDING) for cue in joints)
    return any(cue.payload.lemma in _HARD for cue in joints)


def _tells_when(scan: Scan, cue: Match) -> bool:
    """Whether a joint only leads to the act in which something was done: مقتل سبعة، وذلك خلال اشتباكات."""
    after = cue.last + 1
    return cue.payload.lemma == "وذلك" and after < len(scan.words) and scan.words[after].norm in _IN_WHICH


_IN_WHICH: Final = word_set("grouping", "in_which")
_HARD: Final = word_set("grouping", "hard")
