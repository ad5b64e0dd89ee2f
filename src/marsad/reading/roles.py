"""Stage 8, second half: who did it to whom in a claim: by its cues, the frames of its happenings, and its kind."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.reading.answers import ANSWERING
from marsad.reading.bystanders import DATELINE
from marsad.reading.cast import HIRED, NOBODY, STATE, Mention, disagree
from marsad.reading.frames import (
    BEFORE_NOUNS,
    FIRING,
    FROM,
    NOT_BY_CIVILIANS,
    PASSIVE,
    REACH,
    SPEECH,
    SUBSET,
    by_frame,
    cut,
    heads_clause,
    is_kin,
    is_kin_of,
    with_joined,
)
from marsad.reading.happenings import Happening
from marsad.reading.nationalities import is_people
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.subjects import who_is_blamed, who_is_told_of, who_went_on
from marsad.reading.voices import Voice
from marsad.reading.word_sets import word_set

_BYSTANDERS: Final = frozenset(
    ("civilian", "child", "woman", "family", "household", "resident", "medic", "official", "position")
)


#: Kinds that somebody does and that befall nobody.
_ONE_SIDED: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "protest", "displacement", "capture"))


#: Kinds that the people do, and parties that are none of them: those whom they flee and march against.
OF_PEOPLE: Final = frozenset(("displacement", "protest", "riot"))


_ARMED: Final = frozenset(
    ("government", "military", "force", "police", "armed_group", "aircraft", "drone", "artillery", "unit")
)


#: Kinds that have nobody whom they befall.
_NO_TARGET: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "displacement"))


_BOTH_SIDES: Final = frozenset(("clash", "meeting", "agreement", "exercise"))


_WITH: Final = word_set("roles", "with")


class Roles(msgspec.Struct, frozen=True, gc=False):
    """The parties of a claim."""

    initiator: tuple[Mention, ...] = ()
    target: tuple[Mention, ...] = ()


def find_roles(
    scan: Scan,
    group: list[Happening],
    voice: Voice | None,
    parties: list[Mention],
    first: int,
    last: int,
) -> Roles:
    """The roles of the parties within words `[first, last]` in the happenings of one claim."""
    parties = [mention for mention in parties if mention.group != DATELINE]
    inside = _meant(scan, group, voice, [mention for mention in parties if first <= mention.first <= last])
    verb, blamed = who_is_blamed(scan, group, parties)
    inside = [m for m in inside if not blamed or not verb < m.first < blamed[0].first]
    did, suffered = _named_by_cues(scan, group, inside, first, last)
    did += [m for m in blamed if m not in did]
    helpers = _behind(scan, inside, "jointly", first, last) if group[0].kind not in SPEECH else []
    helpers = helpers or [m for m in inside if m.prep == "مع" and group[0].kind in _ONE_SIDED and _is_shared(scan, m)]
    inside = [mention for mention in inside if mention not in helpers and mention not in suffered]
    for each in group:
        answered = each.kind == "clash" and each.trigger.kind == "attack"  # أطلقوا النار على دورية فردت عليهم
        if each.trigger.frame == "mutual" or (each.kind in _BOTH_SIDES and not answered):
            did.extend(mention for mention in _sides(scan, each, inside) if mention not in did)
            continue
        acting, acted = by_frame(scan, each, inside, group)
        did.extend(mention for mention in acting if mention not in did and mention not in suffered)
        suffered.extend(mention for mention in acted if mention not in did and mention not in suffered)
    if voice is not None and scan.cue_within(voice.at, group[0].start, "claims"):  # أعلنت الحركة مسؤوليتها عن الهجوم
        did = [mention for mention in parties if names_voice(scan, mention, voice)] or did
    if not suffered and _speaker_goes_on(scan, group, voice, did):
        did, suffered = [], did  # قالت البعثة إن ...، ودعت السلطات إلى التحقيق
    if not suffered and (subject := who_went_on(scan, group, parties, did)):
        did, suffered = subject, did  # هاجمت مجموعة النقطة، واستهدفت القوات المتمركزة فيها
    did = did or _from_elsewhere(scan, group, inside, parties)
    if must := _who_must(scan, group[0], parties, did):
        did, suffered = must, [m for m in suffered if m not in must]
    if posts := _waited_for(scan, group, inside):
        did, suffered = [m for m in did if m not in posts], suffered or posts
    suffered = _of_organisation(scan, group, parties, suffered)
    suffered = _civilians_told(scan, group, inside, did, suffered)
    did, suffered = _by_sort(scan, group, inside, parties, did, suffered)
    suffered = [_serving(group, inside, did, mention) for mention in suffered]
    if undergone := _undergone(scan, group, inside):
        told = [m for m in suffered if m.id not in (None, "UNKNOWN") and m not in undergone]
        did, suffered = [m for m in did if m not in undergone], [*undergone, *told]
    if fell := [m for m in did if _fell(scan, group, m)]:
        did, suffered = [m for m in did if m not in fell], [*fell, *suffered]
    suffered = suffered or _taken_before(scan, group[0], voice, parties, did) or _whose_vehicle(scan, group, inside)
    return _by_kind(scan, group, [*did, *helpers], [mention for mention in suffered if mention not in did])


def _whose_vehicle(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whose the vehicle is that was hit: استهدفت مسيرة سيارة لحزب أ."""
    each = group[0]
    if each.kind not in NOT_BY_CIVILIANS or not each.is_verb or each.harm:
        return []
    for m in inside:
        back = (m.first - 1, m.first - 2)
        near = m.prep == "ل" and each.last < back[1] + 1 and m.id is not None and m.id not in NOBODY
        nouns = (c for at in back for c in scan.ending("count", at))
        if near and any(c.payload.counts == "vehicles" and not c.clitics.prep for c in nouns):
            return with_joined(inside, m)
    return []


def _meant(scan: Scan, group: list[Happening], voice: Voice | None, inside: list[Mention]) -> list[Mention]:
    """Those of the parties of a claim who may have a role: none who speaks, is quoted or only tells where."""
    if voice is not None:
        said = {each.light.first if each.light else each.first for each in group}
        claimed = voice.at in said  # تبنى داعش هجوما، طالب الوزير
        inside = [_of_speaker(m, voice, inside) for m in inside if claimed or not names_voice(scan, m, voice)]
        inside = [m for m in inside if not _describes_speaker(scan, m, voice, group)]
        inside = [_of_mourner(m, voice, group) for m in inside]
    inside = [m for m in inside if not _is_quoted(scan, m)]
    asked = "من" if group[0].kind == "request" else ""  # طلب من واشنطن
    return [mention for mention in inside if mention.prep == asked or not _only_where(mention)]


def _from_elsewhere(scan: Scan, group: list[Happening], inside: list[Mention], parties: list[Mention]) -> list[Mention]:
    """Who did it where no frame tells: whence it came, who goes on, plans, sends or is there."""
    return (
        _from_where(scan, group, inside)
        or _subject_of_sentence(scan, group, parties)
        or _who_plans(scan, group, inside)
        or _who_sends(scan, group, inside)
        or _who_answers(scan, group, parties)
        or _who_is_there(group, parties)
        or _whose_deed(group, inside)
        or who_is_told_of(scan, group, parties)
    )


def _by_sort(
    scan: Scan,
    group: list[Happening],
    inside: list[Mention],
    parties: list[Mention],
    did: list[Mention],
    suffered: list[Mention],
) -> tuple[list[Mention], list[Mention]]:
    """Who did it and whom it befell by what only one sort of act has: whom people march against, whose a mine is."""
    if group[0].kind == "protest":
        suffered = _marched_against(scan, group, parties) or [m for m in suffered if m.prep == "ضد"]
        did = [m for m in did if m not in suffered]
    if group[0].kind == "operation":
        pursued = [m for m in did if _is_pursued(scan, m)]
        did = [m for m in did if m not in pursued]
        suffered = suffered or [m for m in pursued if m.id != "UNKNOWN"]
    suffered = suffered or _hit(scan, group, [m for m in inside if m not in did]) or _fought(scan, group, parties, did)
    if any(each.kind == "explosion" for each in group) and (laid := _laid_by(scan, group, inside)):
        known = any(m.id != "CIVILIANS" for m in did if m not in laid)
        did, suffered = did if known else [*did, *laid], [m for m in suffered if m not in laid]
    if group[0].kind == "interception" and not suffered and group[0].is_verb and _are_flown(did):
        did, suffered = [], did  # قالوا إن طائرة أسقطت بصاروخ
    if group[0].kind == "release":
        suffered = [m for m in suffered if m.prep != "الي"]  # سلم الرهائن إلى الجيش
    if group[0].kind == "handover":
        did = [m for m in did if m.group not in PASSIVE]
        suffered = _held_before(scan, parties, suffered)
    if group[0].kind == "aid":
        did, suffered = did or _given_by(group, inside), suffered or _given_to(scan, group, inside)
    return did, suffered


def _are_flown(mentions: list[Mention]) -> bool:
    """Whether all are aircraft, which are shot down and shoot down none."""
    return bool(mentions) and all(m.group in ("aircraft", "drone") for m in mentions)


def _is_pursued(scan: Scan, mention: Mention) -> bool:
    """Whether an operation is to find a party: عملية لتعقب المهاجمين."""
    return any(word.norm in _PURSUING for word in scan.words[max(0, mention.first - 3) : mention.first])


_PURSUING: Final = word_set("roles", "pursuing")


def _laid_by(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whose a mine is: لغم حوثي، لغم من مخلفات الحركة."""
    for m in inside:
        if not m.id or m.id in NOBODY or not m.first or abs(m.first - group[-1].last) > REACH:
            continue
        left = scan.words[m.first - 1].norm == "مخلفات"
        named = m.first == m.last and any(w.payload.kind == "explosion" for w in scan.ending("weapon", m.first - 1))
        if left or (named and not m.prep and not scan.words[m.first].norm.startswith("ال")):
            return [m]
    return []


def _held_before(scan: Scan, parties: list[Mention], suffered: list[Mention]) -> list[Mention]:
    """From whom or to whom something passes: who held it before, or stands behind "to", before what is handed over."""
    for m in parties:
        if m.id and not m.prep and m.first and scan.words[m.first - 1].norm in _OCCUPYING:
            return [m]  # تسلم الجيش مركزا كانت تشغله الحركة
    return suffered


_OCCUPYING: Final = word_set("roles", "occupying")


def _waited_for(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """For whom an ambush is laid, or whose checkpoint is hit: نصبوا كمينا لقافلة، هاجموا كمينا للجيش."""
    if any("كمين" in each.trigger.lemma and not _lies_in_wait(scan, each) for each in group):
        return []
    if any(each.trigger.lemma in ("وقع", "أوقع") for each in group):
        return []  # وقعوا في كمين للجيش
    return [
        m for m in inside if m.prep == "ل" and any("كمين" in w.norm for w in scan.words[max(0, m.first - 2) : m.first])
    ]


def _lies_in_wait(scan: Scan, each: Happening) -> bool:
    """Whether somebody is told to lay an ambush."""
    laid = any("نصب" in word.norm for word in scan.words[max(0, each.first - 4) : each.first])
    return each.light is not None or (each.is_verb and not each.harm) or laid


def _given_by(group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who sent aid of which only its way is told: قافلة مساعدات من الهلال الأحمر، مقدمة من قطر."""
    low = group[-1].last
    return next(([m] for m in inside if low < m.first <= low + 5 and m.prep in ("من", "ل") and m.group in _GIVING), [])


def _given_to(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Those for whom aid is: لصالح النازحين، لفائدة 200 أسرة."""
    low = group[0].first
    for m in inside:
        words = scan.words[max(0, m.first - 3) : m.first]
        if m.id == "CIVILIANS" and m.first > low and any(word.norm in _FOR_THEM for word in words):
            return [m]
    return []


_GIVING: Final = frozenset(("civil", "international", "government", "country", "monitor", "organisation", "state"))
_FOR_THEM: Final = frozenset(("لصالح", "لفايده", "لمصلحه"))


def _fell(scan: Scan, group: list[Happening], mention: Mention) -> bool:
    """Whether someone right behind a verb of harm was killed by what follows: قتل رجل أمن إثر تعرض دورية لإطلاق نار."""
    after = scan.norms(mention.last + 1, mention.last + 1)
    return after in _THROUGH and any(each.harm and each.is_verb and mention.first == each.last + 1 for each in group)


_THROUGH: Final = word_set("roles", "through")


def _taken_before(
    scan: Scan, each: Happening, voice: Voice | None, parties: list[Mention], did: list[Mention]
) -> list[Mention]:
    """Those told of before who were held or let go: المتظاهرين الذين اعتقلوا، ناشطون تم توقيفهم، أطلق سراحهم."""
    if each.kind not in _HELD or each.trigger.frame not in ("does", "of"):
        return []
    worn = each.match.clitics.suffix or _carried(scan, each)
    told = each.is_verb and each.start > 0 and scan.words[each.start - 1].norm in _WHO
    if not (told or worn in _MANY):
        return []
    last = each.start - (2 if told else 1)
    found = [m for m in parties if last - (3 if told else _TAKEN_REACH) <= m.last <= last and m not in did]
    found = [m for m in found if (m.id == "CIVILIANS" or m.group in _TAKEN_ONES) and m.prep != "ك"]  # كرهائن
    found = [m for m in found if m.noun not in _AS_WHAT and scan.words[m.first - 1].norm not in SUBSET]
    found = [m for m in found if m.number != "sg" and not (voice is not None and names_voice(scan, m, voice))]
    return found[-1:]


def _carried(scan: Scan, each: Happening) -> str:
    """The pronoun that a word right behind an act wears for it: أطلقت سراحهم، أفرجت عنهم."""
    behind = scan.words[each.last : each.last + 3]
    return next((word.norm[len(stem) :] for word in behind for stem in _CARRIERS if word.norm.startswith(stem)), "")


#: Acts that befall people who were told of before, and the classes of people whom they befall.
_HELD: Final = frozenset(("arrest", "abduction", "release"))
_TAKEN_ONES: Final = frozenset(("prisoner", "gunman", "fighter", "person_of"))
_WHO: Final = word_set("roles", "who")
_MANY: Final = frozenset(("هم", "هن", "هما"))
_CARRIERS: Final = ("سراح", "سبيل", "عن")
_TAKEN_REACH: Final = 12

#: What people are held as: احتجزوهم رهائن.
_AS_WHAT: Final = frozenset(("رهينه", "رهاين", "رهينتين"))


def _is_shared(scan: Scan, mention: Mention) -> bool:
    """Whether a party stands behind "joint with": دورية مشتركة مع الجانب التركي."""
    return any(_SHARED in scan.words[at].norm for at in range(max(0, mention.first - 3), mention.first))


_SHARED: Final = "مشترك"


def _fought(scan: Scan, group: list[Happening], parties: list[Mention], did: list[Mention]) -> list[Mention]:
    """From whom a place is taken after a fight with him: سيطر الجيش على البلدة بعد معارك مع الحركة."""
    if group[0].kind != "capture":
        return []
    doers = {mention.id for mention in did}
    for fight in scan.of("trigger"):
        near = 0 < fight.first - group[0].last <= REACH and scan.words[fight.first - 1].norm in _AFTER
        if fight.payload.kind != "clash" or not near:
            continue
        for m in parties:
            faced = m.prep in ("مع", "ضد") or (did and (m.prep in ("من", "صفوف") or m.group == "person_of"))
            other = m.id and m.id not in doers | NOBODY and faced
            if other and fight.last < m.first <= fight.last + _FOUGHT_REACH:
                return with_joined(parties, m)
    return []


_AFTER: Final = word_set("roles", "after")
_FOUGHT_REACH: Final = 9


def _by_kind(scan: Scan, group: list[Happening], did: list[Mention], suffered: list[Mention]) -> Roles:
    """What kinds of events allow: nobody suffers a march, and civilians shell nobody."""
    kind = group[0].kind
    if kind in _ONE_SIDED and not did and not (kind == "protest" and any(m.id != "CIVILIANS" for m in suffered)):
        # انتزاع المعسكر من قبضة الجماعة
        held = [m for m in suffered if kind == "capture" and (m.prep in ("من", "مع", "ضد") or _held_by(scan, m))]
        did = [m for m in suffered if m.group not in PASSIVE and m not in held]
        suffered = held
    if kind in OF_PEOPLE:
        did = [_of_people(scan, m) for m in did]
        armed = [m for m in did if m.group in _ARMED or m.group == "country"]
        did = [m for m in did if m not in armed]
        suffered = suffered or (armed if kind == "riot" else [])
    if kind == "displacement":  # whoever flees does it: هجرت المليشيات العائلات
        did = [m for m in (*did, *suffered) if m.id == "CIVILIANS"] or did
    if kind in _NO_TARGET:
        suffered = []
    if kind == "riot" and not did and all(m.id == "CIVILIANS" for m in suffered):
        did, suffered = suffered, []  # تصدى أهالي البلدة
    if kind == "riot":
        suffered = [m for m in suffered if m.id != "CIVILIANS"] if did else suffered
    if any(each.kind == "clash" for each in group):
        suffered = [mention for mention in suffered if mention.id != "CIVILIANS"]  # no side of a fight
    ids = {mention.id for mention in did if mention.id}
    suffered = [m for m in suffered if not (m.bare and m.id in ids)]
    if any(m.id and m.id not in NOBODY for m in suffered):  # غارات على مواقع الحزب أسفرت عن مقتل مسلحين
        suffered = [m for m in suffered if m.id != "UNKNOWN"]
    if any(each.kind in NOT_BY_CIVILIANS for each in group):
        did, suffered = ([m for m in side if not _rescues(scan, m)] for side in (did, suffered))
        civilians = [mention for mention in did if mention.id == "CIVILIANS"]
        private = any(_kills_kin(scan, group, m, civilians) for m in suffered)  # قتل رجل زوجته
        if not (private or (_is_by_hand(group[0]) and any(m.id != "CIVILIANS" for m in suffered))):  # طعن شاب شرطيا
            did = [mention for mention in did if mention.id != "CIVILIANS"]
        suffered = suffered or ([] if any(each.kind == "clash" for each in group) else civilians)
    return Roles(tuple(_unique(did)), tuple(_unique(suffered)))


def _of_people(scan: Scan, mention: Mention) -> Mention:
    """Who marches or flees, told by their nation, are no state: احتج فلسطينيون."""
    if mention.group == "adjective" and is_people(scan, mention.first):
        return replace(mention, id="CIVILIANS", group="civilian")
    return mention


def _rescues(scan: Scan, mention: Mention) -> bool:
    """Whether a party only comes to those harmed: انتشلت طواقم الدفاع المدني جثامين سبعة شهداء."""
    before = scan.norms(mention.first - 1, mention.first - 1).removeprefix("و")
    return mention.id == "CIVILIANS" and before in _RESCUING


_RESCUING: Final = word_set("roles", "rescuing")


def _kills_kin(scan: Scan, group: list[Happening], mention: Mention, did: list[Mention]) -> bool:
    """Whether somebody harms one of his own people, told right behind him or as what he set out to do."""
    led = group[0].light is not None and group[0].light.payload.prep == "علي" and is_kin(scan, mention)
    return bool(did) and (led or any(is_kin_of(scan, mention, who) for who in did))


def _is_by_hand(each: Happening) -> bool:
    """Whether anybody may do it: with a knife, a car or stones."""
    return each.is_verb and each.trigger.lemma in _BY_HAND


_BY_HAND: Final = word_set("roles", "by_hand")


def _only_where(mention: Mention) -> bool:
    """Whether a country, or people unknown, only tell where: في سوريا, إلى جهة مجهولة."""
    if mention.group in ("country", "metonym"):
        return mention.prep in ("في", "من", "داخل", "باتجاه", "قرب", "حول", "عند")
    return mention.id == "UNKNOWN" and mention.prep in ("الي", "نحو")


def names_voice(scan: Scan, mention: Mention, voice: Voice) -> bool:
    """Whether a party only stands in the name of who speaks (the spokesman of the army)."""
    if not voice.chain:
        return False
    # the name of a source is told without the letters that join it: وفقا لوزارة الصحة
    start, end = scan.words[mention.first].start + 2 * (mention.prep == "ل"), scan.words[mention.last].end
    for source in voice.chain:
        span = source.span
        if span is not None and span.start <= start and end <= span.end:
            return True
    return False


def _describes_speaker(scan: Scan, mention: Mention, voice: Voice, group: list[Happening]) -> bool:
    """Whether a party stands between a verb of saying and "that": قال فلان، المسؤول عن الأمن، إن مسلحين هاجموا."""
    if not voice.at < mention.first < group[0].start:
        return False
    that = next((at for at in range(voice.at + 1, group[0].start) if scan.words[at].norm in COMPLEMENTIZERS), -1)
    return mention.last < that


def _is_quoted(scan: Scan, mention: Mention) -> bool:
    """Whether an observatory or an outlet is only whom the words are from: وفق المرصد."""
    if mention.group not in ("monitor", "media_body"):
        return False
    return scan.cue_within(mention.first - 2, mention.first, "according")


def _of_speaker(mention: Mention, voice: Voice, inside: list[Mention]) -> Mention:
    """ "Its forces", "the force" in the words of a ministry are the ministry's, "the army" in those of rebels not."""
    own = mention.bare == "pronoun" and mention.group == "person_of"
    own = own and not (mention.joined or mention.alone == HIRED)  # الجيش ومرتزقته
    holds = voice.actor is not None and mention.alone in STATE and _holds_power(voice)
    if voice.actor is None or not mention.bare or not (own or holds or mention.group in _OF_SPEAKERS):
        return mention
    if mention.bare == "definite" and mention.noun in _ORGANISATIONS:
        return mention  # قال التحالف إنه قصف آليات تابعة للتنظيم
    rebels = voice.chain and voice.chain[0].kind == "armed_group"
    if (
        mention.alone in STATE
        and rebels
        and not all(word in fold(voice.chain[0].name) for word in mention.noun.split())
    ):
        return mention
    if mention.bare == "pronoun" and any(_owns(m, mention, voice) for m in inside):
        return mention  # قالت السفارة إن القائد تعهد بسحب قواته
    return replace(mention, id=voice.actor, why=f"of the speaker {voice.actor}")


def _of_mourner(mention: Mention, voice: Voice, group: list[Happening]) -> Mention:
    """Soldiers whose death an army announces, and no other army is named, are its own: أعلن الجيش مقتل جنديين."""
    lost = [each for each in group if each.harm and not each.is_verb and 0 < mention.first - each.last <= _LOSS]
    if not lost or mention.bare != "state" or mention.group != "person_of" or voice.chain[:1] == ():
        return mention
    if voice.actor is None or voice.chain[0].kind != "official" or lost[0].first - voice.at > _LOSS * 2:
        return mention
    return replace(mention, id=voice.actor, bare="", why=f"mourned by {voice.actor}")


#: How far behind a death those stand who died.
_LOSS: Final = 3


def _holds_power(voice: Voice) -> bool:
    """Whether an official speaks for who holds a part of a country, with police and air defences of his own."""
    branch = (voice.actor or "").partition(".")[2].split(".")[0]
    return branch not in ("", "GOV", "MIL") and voice.chain[:1] != () and voice.chain[0].kind == "official"


def _owns(owner: Mention, mention: Mention, voice: Voice) -> bool:
    """Whether a party told of between a speaker and a pronoun is who it stands for."""
    between = voice.at < owner.first < mention.first and owner.id == mention.id != voice.actor
    return between and not owner.prep and owner.group in _LEADING


#: Forces that are a speaker's own where nothing tells whose, and those who have forces themselves.
_OF_SPEAKERS: Final = frozenset(("force", "unit", "aircraft", "drone", "police"))
_ORGANISATIONS: Final = word_set("roles", "organisations")
_LEADING: Final = frozenset(("government", "military", "armed_group", "person_of"))


_CAPTIVES: Final = tuple(word_set("roles", "captives"))


def _sides(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """The sides of a fight or of talks: those it is between, or who does it and with whom."""
    able = [m for m in inside if m.group != "prisoner" and not m.noun.removeprefix("ال").startswith(_CAPTIVES)]
    if each.kind == "clash":
        able = [m for m in able if m.group not in _BYSTANDERS and m.id != "CIVILIANS"]
    after = [m for m in able if each.last < m.first <= each.last + REACH + 4 and not cut(scan, each.last, m.first, [])]
    before = [m for m in able if each.start - REACH <= m.first < each.first and not m.prep]
    partners: list[Mention] = []
    if each.kind == "agreement":
        after = [m for m in after if m.group != "metonym" or m.first > each.last + 1]  # اتفاق الرياض
        before = [m for m in before if m.first == 0 or scan.words[m.first - 1].norm != "عبر"]  # عبر الوسيط
        back = range(max(0, each.start - REACH), each.start)
        if any("توصل" in scan.words[at].norm for at in back):  # التوصل مع الحركة إلى اتفاق
            partners = [m for m in able if m.first in back and m.prep == "مع"]
    if each.kind == "meeting":
        behind = range(each.last + 1, len(scan.words))
        about = next((at for at in behind if scan.words[at].norm.removeprefix("و") in TALKED), len(scan.words))
        after = [m for m in after if m.first < about or m.prep in ("مع", "بين")]
    between = [m for m in after if m.prep == "بين"]
    if between:
        return with_joined(after, between[0], gap=8)
    called = each.light is not None and each.light.payload.lemma == _CALLED  # تلقى اتصالا من نظيره
    others = [m for m in after if m.prep in _WITH or (called and m.prep == "من")]
    free = [m for m in after if not m.prep]
    subject = (
        before
        if before and not free
        else [m for m in before if m.first > each.start or heads_clause(scan, m, each)] + free
    )
    return [*subject, *partners, *(joined for m in others for joined in with_joined(after, m))]


#: Who takes a call has it from the other side.
_CALLED: Final = "تلقى"

TALKED: Final = word_set("roles", "talked")


def _unique(mentions: list[Mention]) -> list[Mention]:
    found: dict[tuple[str | None, int], Mention] = {}
    ids: set[str] = set()
    for mention in mentions:
        if mention.id is not None and mention.id in ids:
            continue
        ids.add(mention.id or "")
        found[mention.id, mention.first] = mention
    return list(found.values())


def _marched_against(scan: Scan, group: list[Happening], parties: list[Mention]) -> list[Mention]:
    """Against whom people march: منددة بهجمات الاحتلال، تطالب الحكومة، رفضا لقرارات البنك, not with whom they stand."""
    begin = group[0].first
    for at in range(begin, min(begin + _MOTIVE_REACH, len(scan.words))):
        norm = scan.words[at].norm.removeprefix("و")
        if not norm.startswith(_AGAINST):
            continue
        asked = norm.startswith(("مطالب", "للمطالب"))  # مطالبين الحكومة: a request of its own
        whom = next((m for m in parties if at < m.first <= at + _AGAINST_REACH and m.prep not in ("الي", "في")), None)
        if whom is not None and whom.id != "CIVILIANS" and (whom.id or (whom.alone == "state" and not asked)):
            return [whom]
    return []


_AGAINST: Final = tuple(word_set("roles", "against"))


_AGAINST_REACH: Final = 5


#: How far behind a march it may be told what it is against.
_MOTIVE_REACH: Final = 18


def _speaker_goes_on(scan: Scan, group: list[Happening], voice: Voice | None, did: list[Mention]) -> bool:
    """Whether who speaks goes on to ask or accuse: the party behind a verb that agrees with the one before is asked."""
    each = group[0]
    form = each.match.form
    if each.kind not in ("request", "accusation") or voice is None or not isinstance(form, VerbForm):
        return False
    if each.match.clitics.lead != "و" or not voice.at < each.first or len(did) != 1:
        return False
    said = [m.form for m in scan.at("verb", voice.at) if isinstance(m.form, VerbForm)]
    beside = did[0].first == each.last + 1 and not did[0].prep
    return beside and any(verb.person == form.person for verb in said)


def _named_by_cues(
    scan: Scan, group: list[Happening], inside: list[Mention], first: int, last: int
) -> tuple[list[Mention], list[Mention]]:
    """Who did it behind على يد، من قبل، نفذتها ..., and whom a toll is of (قتلى في صفوف الجيش)."""
    did = _behind(scan, inside, "agent", first, last, apart=all(each.is_verb for each in group))
    did += _behind(scan, inside, "claims", group[-1].last + 1, last, back=True)
    suffered = [mention for mention in inside if mention.prep == "صفوف"]
    if group[0].kind == "capture":
        suffered += [mention for mention in inside if _held_by(scan, mention)]
    if group[0].kind in _BOTH_SIDES:
        return did + suffered, []
    if group[0].kind == "interception":
        return [], did  # الصواريخ التي أطلقها
    return did, suffered


def _held_by(scan: Scan, mention: Mention) -> bool:
    """Whether a party is who held what is taken: من قبضة التنظيم، الخاضعة لسيطرة الجماعة."""
    at = mention.first - 1
    if at < 1 or scan.words[at].before.strip():
        return False
    hold, before = scan.words[at].norm, scan.words[at - 1].norm
    if hold in _GRIPS:
        return before in ("من", "في", "تحت") and scan.words[at - 2].norm not in ("سقط", "سقطت", "وقع", "وقعت")
    return hold in ("لسيطره", "لنفوذ") and before.endswith(("خاضعه", "خاضع", "تخضع", "يخضع"))


_GRIPS: Final = word_set("roles", "grips")


def _behind(
    scan: Scan,
    inside: list[Mention],
    cue: str,
    first: int,
    last: int,
    *,
    back: bool = False,
    apart: bool = False,
) -> list[Mention]:
    """Parties right behind a cue, or before it, with those joined to them by و.

    `apart` tells that a relative clause tells of something else: فرقت الشرطة محتجين على الانقلاب الذي نفذه الجيش.
    """
    found: list[Mention] = []
    for each in scan.cue(cue):
        if apart and each.first and scan.words[each.first - 1].norm in ("الذي", "التي"):
            continue
        if first <= each.first <= last:
            if back:  # تفجير أعلنت الحركة مسؤوليتها عنه
                found.extend([m for m in inside if 0 < each.first - m.last <= 5 and not m.prep and m.id][-1:])
                continue
            nearest = [m for m in inside if each.last < m.first <= each.last + 4]
            between = scan.words[each.last + 1 : nearest[0].first] if nearest else []
            apart = any(
                word.norm in PREPOSITIONS and word.norm != "من" for word in between
            )  # بقيادة السعودية غارات على
            if nearest and not apart and not any(each.last < comma < nearest[0].first for comma in scan.commas):
                found.extend(with_joined(inside, nearest[0]))
    return found


def _from_where(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who did what comes from them: سقوط قذيفة من مواقع النظام، مصدره مناطق تسيطر عليها الحركة."""
    if group[0].kind not in FROM and group[0].trigger.kind not in FROM:  # fire that is answered is a fight
        return []
    for cue in scan.cue("origin"):
        held = [m for m in inside if cue.last < m.first <= cue.last + REACH and m.id and _holds(scan, m)]
        if held and abs(cue.first - group[0].last) <= REACH:
            return with_joined(inside, held[0])
    for each in group:
        for m in inside:
            fires = m.group in FIRING or m.id == "UNKNOWN"
            fires = fires and not (_is_near(scan, m) or _is_of_them(scan, m))
            if m.prep == "من" and 0 < m.first - each.last <= 8 and fires:
                return with_joined(inside, m)
    return []


def _holds(scan: Scan, mention: Mention) -> bool:
    """Whether a party is told to be in control: تخضع لسيطرة قوات النظام، تسيطر عليها الحركة."""
    norm = scan.words[mention.first - 1].norm if mention.first else ""
    return norm in _HOLDING or (norm in ("عليها", "عليه") and scan.words[mention.first - 2].norm.endswith("سيطر"))


_HOLDING: Final = word_set("roles", "holding")


def _is_of_them(scan: Scan, mention: Mention) -> bool:
    """Whether من tells of whom somebody is one: مقتل فلان، وهو من قادة الفصيل."""
    return mention.first > 1 and scan.words[mention.first - 2].norm.removeprefix("و") in ("هو", "هي", "هم", "هما")


def _who_plans(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who intends what a noun tells: تعتزم القوات الروسية إنشاء قاعدة، التحالف يعتزم سحب جنوده."""
    each = group[0]
    if each.is_verb or each.harm or each.kind not in _PLANNED:
        return []
    for cue in scan.cue("planned"):
        if not (cue.last < each.first <= cue.last + 8 and isinstance(cue.form, VerbForm)):
            continue
        for m in inside:
            beside = m.first == cue.last + 1 or m.last == cue.first - 1
            if beside and not m.prep and m.first < each.first and m.group in FIRING | {"country", "metonym", "state"}:
                return with_joined(inside, m)
    return []


def _who_must(scan: Scan, each: Happening, parties: list[Mention], did: list[Mention]) -> list[Mention]:
    """Who is told to do it, where nobody is named behind the verb: ينبغي للسلطات أن تفرج عنه، على أ أن تسحب قواتها."""
    if any(m.id for m in did):
        return []
    for m in parties:
        if not (m.prep in ("ل", "علي") and m.id != "CIVILIANS" and 0 < each.start - m.last <= REACH):
            continue
        cue = next(
            (c for c in scan.cue("requested") if c.payload.value == "duty" and c.last < m.first <= c.last + 2), None
        )
        noun = each.start == m.last + 1 and not each.is_verb and each.match.clitics.definite
        upon = m.prep == "علي" and (noun or scan.words[m.last + 1].norm == "ان")
        if cue is not None or (upon and (m.first < 2 or scan.words[m.first - 2].norm in COMPLEMENTIZERS)):
            return with_joined(parties, m)
    return []


def _who_sends(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who pushes what is told to move by its noun: دفعت الحركة بتعزيزات، الحركة زجت بمقاتلين."""
    each = group[0]
    if each.is_verb or each.kind != "movement" or each.match.clitics.prep != "ب":
        return []
    for at in range(max(0, each.first - _SENT_REACH), each.first):
        if scan.words[at].norm.removeprefix("و") in _SENDING:
            beside = [m for m in inside if at in (m.last + 1, m.first - 1) and not m.prep]
            return with_joined(inside, beside[0]) if beside else []
    return []


_SENT_REACH: Final = 8
_SENDING: Final = word_set("roles", "sending")


def _who_answers(scan: Scan, group: list[Happening], parties: list[Mention]) -> list[Mention]:
    """Who answers an act with another: رد الحزب على الغارات بإطلاق صواريخ."""
    acts = (each for each in group if not each.is_verb and each.match.clitics.prep == "ب" and each.kind in _PLANNED)
    first = next((each.first for each in acts), 0)
    for at in range(max(0, first - _ANSWER_REACH), first):
        if scan.words[at].norm.lstrip("وف") in ANSWERING:
            beside = [m for m in parties if m.first == at + 1 and not m.prep]
            return with_joined(parties, beside[0]) if beside else []
    return []


_ANSWER_REACH: Final = 10


def _who_is_there(group: list[Happening], parties: list[Mention]) -> list[Mention]:
    """The force right before a participle that tells where it stands: القوات المشتركة المرابطة في الجبهة."""
    each = group[0]
    if each.is_verb or each.kind != "deployment" or not each.match.clitics.definite:
        return []
    return [m for m in parties if m.last == each.first - 1 and m.group in FIRING]


def _whose_deed(group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whose a deed is by the pronoun on its noun, of those whom its clause names: انهيار قوات اللواء وانسحابها."""
    each = group[0]
    gender = _PRONOUNS.get(each.match.clitics.suffix, "")
    if each.is_verb or not gender or each.kind != "withdrawal":
        return []
    named = [m for m in inside if m.first < each.first and m.id and m.group in FIRING and m.gender in (gender, "")]
    return named[-1:]


_PRONOUNS: Final = {"ها": "f", "ه": "m", "هم": "m"}


#: What one side plans and does.
_PLANNED: Final = (FROM | _ONE_SIDED | {"operation", "raid", "restriction", "release", "arrest"}) - OF_PEOPLE


def _subject_of_sentence(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who came before did it, where the sentence goes on with him: دخلت دورية البلدة، وفتشت منازل."""
    each = group[0]
    form = each.match.form
    if not each.is_verb or each.harm or each.match.clitics.lead != "و" or not isinstance(form, VerbForm):
        return []
    if form.voice == "passive" or each.trigger.frame not in ("does", "acts"):
        return []
    free = [m for m in inside if m.first < each.first and not m.prep]
    if not free or free[0].group not in FIRING or disagree(form.person, free[0].gender):
        return []
    if any(m.group in FIRING for m in free[1:]):
        return []  # but: لاحقت الشرطة محتجين واعتقلت خمسة
    opening = free[0].first == 1 or scan.words[free[0].first - 1].norm in COMPLEMENTIZERS
    return free[:1] if opening else []


def _hit(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whom a strike hits that is the subject of its verb: استهدفت غارة تركية مقرا، طال القصف مواقع."""
    for each in group:
        reaching = any(verb.is_verb and verb.trigger.frame == "does" and verb.last + 1 == each.first for verb in group)
        light = each.light.payload.lemma if each.light else ""
        if each.is_verb or not (reaching or light == "طال"):
            continue
        for m in inside:
            hit = not m.prep and m.group != "adjective" and 0 < m.first - each.last <= 6
            if hit and not cut(scan, each.last, m.first, []):
                return with_joined(inside, m)
    return []


def _undergone(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Whom it befell behind the noun for undergoing it: أفاد بتعرض دورية لهجوم، إثر تعرض نقطة إلى قصف."""
    each = group[0]
    if each.kind not in NOT_BY_CIVILIANS:
        return []
    for at in range(max(0, each.first - REACH), each.first):
        norm = scan.words[at].norm
        behind = at > 0 and scan.words[at - 1].norm in BEFORE_NOUNS
        if norm in ("بتعرض", "لتعرض") or (norm == "تعرض" and behind):
            return [m for m in inside if m.first == at + 1][:1]
    for at in range(group[-1].last + 1, min(group[-1].last + 4, len(scan.words) - 1)):  # هجوم تعرضت له دورية
        if scan.words[at].norm in _UNDERGOING and scan.words[at + 1].norm in ("له", "لها", "لهم"):
            return [m for m in inside if m.first == at + 2][:1]
    return []


_UNDERGOING: Final = word_set("roles", "undergoing")


def _civilians_told(
    scan: Scan, group: list[Happening], inside: list[Mention], did: list[Mention], suffered: list[Mention]
) -> list[Mention]:
    """The dead and wounded are those of whom it is told: عشرات الجرحى بين المدنيين، 23 جريحا جميعهم مدنيون."""
    if group[0].kind not in NOT_BY_CIVILIANS or any(m.id or m.group not in _HARMED for m in suffered):
        return suffered
    for m in inside:
        before = scan.words[m.first - 1].norm if m.first else ""
        back = 2 if before == "من" else 1  # القتلى والجرحى من المدنيين، جرحى مدنيين
        dead = m.first >= back and scan.words[m.first - back].norm.endswith(_DEAD)
        told = (m.prep == "بين" and m.first > group[0].first) or before in _ALL_OF_THEM or dead
        if m.id == "CIVILIANS" and told and m not in did:
            nobody = any(word.norm in _WITHOUT for word in scan.words[max(0, m.first - 6) : m.first])
            return suffered if nobody else [m]
    return suffered


def _serving(group: list[Happening], inside: list[Mention], did: list[Mention], mention: Mention) -> Mention:
    """Men of nobody named who are harmed where a force was hit are its own: قرب حاجز للجيش ... إصابة عنصرين."""
    if mention.id or mention.group != "person_of" or group[0].kind not in NOT_BY_CIVILIANS:
        return mention
    doers = {m.id for m in did}
    hit = [
        m for m in inside
        if m.id and m.group in _FORCES and m.first < mention.first and m.prep in _AT and m.id not in doers
    ]  # fmt: skip
    if len({m.id for m in hit}) != 1:
        return mention
    return replace(mention, id=hit[0].id, why=f"{mention.why}: of whom was hit")


#: Forces that are hit, and the words that tell where.
_FORCES: Final = frozenset(("force", "unit", "position", "military", "armed_group", "police", "government"))


_AT: Final = word_set("roles", "at") | {""}


_DEAD: Final = tuple(word_set("roles", "dead"))


_HARMED: Final = frozenset(("body", "civilian"))


_WITHOUT: Final = word_set("roles", "without")


_ALL_OF_THEM: Final = word_set("roles", "all_of_them")


def _of_organisation(
    scan: Scan, group: list[Happening], parties: list[Mention], suffered: list[Mention]
) -> list[Mention]:
    """Suspects who are arrested as members of an organisation are it: 17 شخصا يشتبه في انتمائهم لداعش."""
    if group[0].kind != "arrest" or (suffered and suffered[0].noun not in _SUSPECTS):
        return suffered
    behind_it = range(group[0].last + 1, min(group[0].last + 5, len(scan.words)))
    named_so = next((at for at in behind_it if scan.words[at].norm in _SUSPECTS), -1)
    if not suffered and named_so < 0:
        return suffered
    low = suffered[0].last if suffered else named_so
    joins = [at for at in range(low + 1, min(low + 8, len(scan.words))) if _tells_of_whom(scan.words[at].norm)]
    behind = [m for m in parties if joins and joins[0] < m.first <= joins[0] + 4 and m.prep in ("ل", "الي", "ب", "")]
    named = behind and not behind[0].bare and behind[0].id not in (None, "CIVILIANS")
    return behind[:1] if named else suffered


def _tells_of_whom(norm: str) -> bool:
    """Whether a word tells of a membership or a tie: بالانتماء، ينتمون، لصلتهم، ارتباطهم."""
    return _JOINING in norm or norm.removeprefix("ال").startswith(_BELONGING) or norm.endswith(_TIED)


_JOINING: Final = "انتما"


_BELONGING: Final = tuple(word_set("roles", "belonging"))


_TIED: Final = tuple(word_set("roles", "tied"))


_SUSPECTS: Final = word_set("roles", "suspects")


def _is_near(scan: Scan, mention: Mention) -> bool:
    """Whether من only tells near whom: بالقرب من قوات النظام."""
    before = [scan.words[at].norm for at in range(max(0, mention.first - 2), mention.first)]
    return any(norm in _NEAR_FROM or norm in _ALL_OF_THEM or norm in SUBSET for norm in before)


_NEAR_FROM: Final = word_set("roles", "near_from")
