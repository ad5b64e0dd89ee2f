"""Stage 8: who did it to whom. The parties around a happening get their roles from its frame and the words between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.cast import Mention, disagree
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.triggers import Happening
from marsad.reading.voices import Voice

_REACH: Final = 14

#: Classes of heads that act, and classes that are acted upon.
_ACTING: Final = frozenset(("aircraft", "drone", "artillery", "ship"))
_PASSIVE: Final = frozenset(("position",))

_BYSTANDERS: Final = frozenset(
    ("civilian", "child", "woman", "family", "household", "resident", "medic", "official", "position")
)

#: Kinds that somebody does and that befall nobody.
_ONE_SIDED: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "protest", "displacement", "capture"))

#: What civilians do not do: those who stand where its doer would are whom it befell.
_NOT_BY_CIVILIANS: Final = frozenset(
    ("shelling", "air_strike", "suicide_bombing", "arrest", "interception", "attack", "explosion", "release")
)

#: What civilians suffer and hardly ever do.
_BEFALLS_CIVILIANS: Final = _NOT_BY_CIVILIANS | {"abduction", "recruitment", "raid"}

#: Kinds that the people do, and parties that are none of them: those whom they flee and march against.
OF_PEOPLE: Final = frozenset(("displacement", "protest", "riot"))
_ARMED: Final = frozenset(("government", "military", "force", "armed_group", "aircraft", "drone", "artillery", "unit"))

#: Kinds that have nobody whom they befall.
_NO_TARGET: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "displacement"))

#: What comes from somewhere: who is there did it (قصف من مواقع النظام).
_FROM: Final = frozenset(("shelling", "air_strike", "attack"))

_BOTH_SIDES: Final = frozenset(("clash", "meeting", "agreement", "exercise"))

#: Kinds that are done by speaking.
SPEECH: Final = frozenset(("accusation", "request", "threat"))

#: Prepositions before the other side of a fight or of talks.
_WITH: Final = frozenset(("مع", "ضد", "ب", "ل", "صفوف"))

#: Words behind which some of those named before are named: قتل خمسة، بينهم ضابط.
_SUBSET: Final = frozenset(
    ("بينهم", "بينهن", "بينهما", "بينها", "منهم", "منهن", "منهما", "منها", "احدهم", "احدهما", "ضمنهم")
)


#: Words behind which somebody speaks of himself: أعلنت الحركة أنها سيطرت.
OF_HIMSELF: Final = frozenset(
    ("انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وانه", "وانها", "وانهم", "لانه", "لانها", "لانهم")
)


class Roles(msgspec.Struct, frozen=True, gc=False):
    """The parties of a claim."""

    initiator: tuple[Mention, ...] = ()
    target: tuple[Mention, ...] = ()


def find_roles(
    scan: Scan,
    group: Sequence[Happening],
    voice: Voice | None,
    parties: Sequence[Mention],
    first: int,
    last: int,
) -> Roles:
    """The roles of the parties within words `[first, last]` in the happenings of one claim."""
    inside = [mention for mention in parties if first <= mention.first <= last]
    if voice is not None:
        said = {each.light.first if each.light else each.first for each in group}
        claimed = voice.at in said  # تبنى داعش هجوما، طالب الوزير
        inside = [_of_speaker(m, voice) for m in inside if claimed or not names_voice(scan, m, voice)]
        inside = [m for m in inside if not _describes_speaker(scan, m, voice, group)]
    asked = "من" if group[0].kind == "request" else ""  # طلب من واشنطن
    inside = [mention for mention in inside if mention.prep == asked or not _only_where(mention)]
    did, suffered = _named_by_cues(scan, group, inside, first, last)
    helpers = _behind(scan, inside, "jointly", first, last) if group[0].kind not in SPEECH else []
    helpers = helpers or [m for m in inside if m.prep == "مع" and group[0].kind in _ONE_SIDED and _is_shared(scan, m)]
    inside = [mention for mention in inside if mention not in helpers and mention not in suffered]
    for each in group:
        if each.trigger.frame == "mutual" or each.kind in _BOTH_SIDES:
            did.extend(mention for mention in _sides(scan, each, inside) if mention not in did)
            continue
        acting, acted = _by_frame(scan, each, inside, group)
        did.extend(mention for mention in acting if mention not in did and mention not in suffered)
        suffered.extend(mention for mention in acted if mention not in did and mention not in suffered)
    if voice is not None and scan.cue_within(voice.at, group[0].start, "claims"):  # أعلنت الحركة مسؤوليتها عن الهجوم
        did = [mention for mention in parties if names_voice(scan, mention, voice)] or did
    if not suffered and _speaker_goes_on(scan, group, voice, did):
        did, suffered = [], did  # قالت البعثة إن ...، ودعت السلطات إلى التحقيق
    did = (
        did
        or _from_where(scan, group, inside)
        or _subject_of_sentence(scan, group, inside)
        or _who_plans(scan, group, inside)
    )
    suffered = _of_organisation(scan, group, parties, suffered)
    suffered = _civilians_told(scan, group, inside, did, suffered)
    if group[0].kind == "protest":
        suffered = _marched_against(scan, group, parties) or suffered
    suffered = suffered or _hit(scan, group, [m for m in inside if m not in did])
    suffered = [_serving(group, inside, did, mention) for mention in suffered]
    if undergone := _undergone(scan, group, inside):
        did, suffered = [m for m in did if m not in undergone], undergone
    return _by_kind(group, [*did, *helpers], [mention for mention in suffered if mention not in did])


def _is_shared(scan: Scan, mention: Mention) -> bool:
    """Whether a party stands behind "joint with": دورية مشتركة مع الجانب التركي."""
    return any(_SHARED in scan.words[at].norm for at in range(max(0, mention.first - 3), mention.first))


_SHARED: Final = "مشترك"


def _by_kind(group: Sequence[Happening], did: list[Mention], suffered: list[Mention]) -> Roles:
    """What kinds of events allow: nobody suffers a march, and civilians shell nobody."""
    kind = group[0].kind
    if kind in _ONE_SIDED and not did and not (kind == "protest" and any(m.id != "CIVILIANS" for m in suffered)):
        taken_from = kind == "capture"  # انتزاع المعسكر من قبضة الجماعة
        did = [m for m in suffered if m.group not in _PASSIVE and not (taken_from and m.prep == "من")]
        suffered = [m for m in suffered if taken_from and m.prep == "من"]
    if kind in OF_PEOPLE:
        did = [m for m in did if m.group not in _ARMED and m.group != "country"]
    if kind == "displacement":  # whoever flees does it: هجرت المليشيات العائلات
        did = [m for m in (*did, *suffered) if m.id == "CIVILIANS"] or did
    if kind in _NO_TARGET:
        suffered = []
    if any(each.kind == "clash" for each in group):
        suffered = [mention for mention in suffered if mention.id != "CIVILIANS"]  # no side of a fight
    ids = {mention.id for mention in did if mention.id}
    suffered = [m for m in suffered if not (m.bare and m.id in ids)]
    if any(each.kind in _NOT_BY_CIVILIANS for each in group):
        civilians = [mention for mention in did if mention.id == "CIVILIANS"]
        did = [mention for mention in did if mention.id != "CIVILIANS"]
        suffered = suffered or civilians
    return Roles(tuple(_unique(did)), tuple(_unique(suffered)))


def _only_where(mention: Mention) -> bool:
    """Whether a country, or people unknown, only tell where: في سوريا, إلى جهة مجهولة."""
    if mention.group in ("country", "metonym"):
        return mention.prep in ("في", "من", "داخل", "باتجاه", "قرب", "حول", "عند")
    return mention.id == "UNKNOWN" and mention.prep in ("الي", "نحو")


def names_voice(scan: Scan, mention: Mention, voice: Voice) -> bool:
    """Whether a party only stands in the name of who speaks (the spokesman of the army)."""
    if not voice.chain:
        return False
    start, end = scan.words[mention.first].start, scan.words[mention.last].end
    return any(
        source.span is not None and source.span.start <= start and end <= source.span.end for source in voice.chain
    )


def _describes_speaker(scan: Scan, mention: Mention, voice: Voice, group: Sequence[Happening]) -> bool:
    """Whether a party stands between a verb of saying and "that": قال فلان، المسؤول عن الأمن، إن مسلحين هاجموا."""
    if not voice.at < mention.first < group[0].start:
        return False
    that = next((at for at in range(voice.at + 1, group[0].start) if scan.words[at].norm in COMPLEMENTIZERS), -1)
    return mention.last < that


def _of_speaker(mention: Mention, voice: Voice) -> Mention:
    """ "Its forces", "the force" in the words of a ministry are the ministry's."""
    if voice.actor is None or mention.group not in ("force", "unit", "aircraft", "drone", "police"):
        return mention
    return replace(mention, id=voice.actor, why=f"of the speaker {voice.actor}") if mention.bare else mention


def _sides(scan: Scan, each: Happening, inside: Sequence[Mention]) -> list[Mention]:
    """The sides of a fight or of talks: those it is between, or who does it and with whom."""
    able = [m for m in inside if m.group != "prisoner"]  # اتفاق على تبادل الأسرى
    if each.kind == "clash":
        able = [m for m in able if m.group not in _BYSTANDERS and m.id != "CIVILIANS"]
    after = [
        m for m in able if each.last < m.first <= each.last + _REACH + 4 and not _cut(scan, each.last, m.first, [])
    ]
    before = [m for m in able if each.start - _REACH <= m.first < each.first and not m.prep]
    if each.kind == "agreement":
        after = [m for m in after if m.group != "metonym" or m.first > each.last + 1]  # اتفاق الرياض
    between = [m for m in after if m.prep == "بين"]
    if between:
        return _with_joined(after, between[0], gap=8)
    others = [m for m in after if m.prep in _WITH]
    free = [m for m in after if not m.prep]
    subject = (
        before
        if before and not free
        else [m for m in before if m.first > each.start or _heads_clause(scan, m, each)] + free
    )
    return [*subject, *(joined for m in others for joined in _with_joined(after, m))]


def _unique(mentions: list[Mention]) -> list[Mention]:
    found: dict[tuple[str | None, int], Mention] = {}
    ids: set[str] = set()
    for mention in mentions:
        if mention.id is not None and mention.id in ids:
            continue
        ids.add(mention.id or "")
        found[mention.id, mention.first] = mention
    return list(found.values())


def _marched_against(scan: Scan, group: Sequence[Happening], parties: Sequence[Mention]) -> list[Mention]:
    """Against whom people march: منددة بهجمات الاحتلال، تطالب الحكومة، رفضا لقرارات البنك, not with whom they stand."""
    begin = group[0].first
    for at in range(begin, min(begin + _MOTIVE_REACH, len(scan.words))):
        if not scan.words[at].norm.removeprefix("و").startswith(_AGAINST):
            continue
        whom = next((m for m in parties if at < m.first <= at + _AGAINST_REACH), None)
        if whom is not None and whom.id and whom.id != "CIVILIANS":
            return [whom]
    return []


_AGAINST: Final = (
    "منددين", "منددا", "مندده", "تنديدا", "للتنديد", "تطالب", "يطالب", "مطالبين", "مطالبه", "للمطالبه", "احتجاجا",
    "رفضا", "رافضين", "رافضه", "ضد", "مناهضه", "مناويه", "استنكارا", "تستنكر", "تندد",
)  # fmt: skip
_AGAINST_REACH: Final = 5
#: How far behind a march it may be told what it is against.
_MOTIVE_REACH: Final = 18


def _speaker_goes_on(scan: Scan, group: Sequence[Happening], voice: Voice | None, did: Sequence[Mention]) -> bool:
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
    scan: Scan, group: Sequence[Happening], inside: Sequence[Mention], first: int, last: int
) -> tuple[list[Mention], list[Mention]]:
    """Who did it behind على يد، من قبل، نفذتها ..., and whom a toll is of (قتلى في صفوف الجيش)."""
    did = _behind(scan, inside, "agent", first, last)
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


_GRIPS: Final = frozenset(("قبضه", "سيطره", "يد", "ايدي"))


def _behind(
    scan: Scan, inside: Sequence[Mention], cue: str, first: int, last: int, *, back: bool = False
) -> list[Mention]:
    """Parties right behind a cue, or before it, with those joined to them by و."""
    found: list[Mention] = []
    for each in scan.cue(cue):
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
                found.extend(_with_joined(inside, nearest[0]))
    return found


def _with_joined(inside: Sequence[Mention], start: Mention, *, gap: int = 2) -> list[Mention]:
    """A party and those that و joins to it."""
    found = [start]
    for mention in inside:
        reach = gap if mention.joined else 1
        if mention.first == start.first and mention is not start:
            found.append(mention)  # الطرفان are two
            continue
        beside = mention.joined or mention.why.endswith("beside it")
        near = mention.first > found[-1].last and mention.first - found[-1].last <= reach
        if beside and near:
            found.append(mention)
        elif near and not mention.prep:
            break  # دعت أ وب ج ود: whom they ask
    return found


def _from_where(scan: Scan, group: Sequence[Happening], inside: Sequence[Mention]) -> list[Mention]:
    """Who did what comes from them: سقوط قذيفة من مواقع النظام."""
    if group[0].kind not in _FROM:
        return []
    for each in group:
        for m in inside:
            fires = m.group in _FIRING or m.id == "UNKNOWN"
            fires = fires and not (_is_near(scan, m) or _is_of_them(scan, m))
            if m.prep == "من" and 0 < m.first - each.last <= 8 and fires:
                return _with_joined(inside, m)
    return []


def _is_of_them(scan: Scan, mention: Mention) -> bool:
    """Whether من tells of whom somebody is one: مقتل فلان، وهو من قادة الفصيل."""
    return mention.first > 1 and scan.words[mention.first - 2].norm.removeprefix("و") in ("هو", "هي", "هم", "هما")


def _who_plans(scan: Scan, group: Sequence[Happening], inside: Sequence[Mention]) -> list[Mention]:
    """Who intends what a noun tells: تعتزم القوات الروسية إنشاء قاعدة، التحالف يعتزم سحب جنوده."""
    each = group[0]
    if each.is_verb or each.harm or each.kind not in _PLANNED:
        return []
    for cue in scan.cue("planned"):
        if not (cue.last < each.first <= cue.last + 8 and isinstance(cue.form, VerbForm)):
            continue
        for m in inside:
            beside = m.first == cue.last + 1 or m.last == cue.first - 1
            if beside and not m.prep and m.first < each.first and m.group in _FIRING | {"country", "metonym", "state"}:
                return _with_joined(inside, m)
    return []


#: What one side plans and does.
_PLANNED: Final = (_FROM | _ONE_SIDED | {"operation", "raid", "restriction"}) - OF_PEOPLE


def _subject_of_sentence(scan: Scan, group: Sequence[Happening], inside: Sequence[Mention]) -> list[Mention]:
    """Who came before did it, where the sentence goes on with him: دخلت دورية البلدة، وفتشت منازل."""
    each = group[0]
    form = each.match.form
    if not each.is_verb or each.harm or each.match.clitics.lead != "و" or not isinstance(form, VerbForm):
        return []
    if form.voice == "passive" or each.trigger.frame not in ("does", "acts"):
        return []
    free = [m for m in inside if m.first < each.first and not m.prep]
    if len(free) != 1 or free[0].group not in _FIRING or disagree(form.person, free[0].gender):
        return []
    opening = free[0].first == 1 or scan.words[free[0].first - 1].norm in COMPLEMENTIZERS
    return free if opening else []


def _hit(scan: Scan, group: Sequence[Happening], inside: Sequence[Mention]) -> list[Mention]:
    """Whom a strike hits that is the subject of its verb: استهدفت غارة تركية مقرا، طال القصف مواقع."""
    for each in group:
        reaching = any(verb.is_verb and verb.trigger.frame == "does" and verb.last + 1 == each.first for verb in group)
        light = each.light.payload.lemma if each.light else ""
        if each.is_verb or not (reaching or light == "طال"):
            continue
        for m in inside:
            hit = not m.prep and m.group != "adjective" and 0 < m.first - each.last <= 6
            if hit and not _cut(scan, each.last, m.first, []):
                return _with_joined(inside, m)
    return []


def _undergone(scan: Scan, group: Sequence[Happening], inside: Sequence[Mention]) -> list[Mention]:
    """Whom it befell behind the noun for undergoing it: أفاد بتعرض دورية لهجوم، إثر تعرض نقطة إلى قصف."""
    each = group[0]
    if each.kind not in _NOT_BY_CIVILIANS:
        return []
    for at in range(max(0, each.first - _REACH), each.first):
        norm = scan.words[at].norm
        behind = at > 0 and scan.words[at - 1].norm in _BEFORE_NOUNS
        if norm in ("بتعرض", "لتعرض") or (norm == "تعرض" and behind):
            return [m for m in inside if m.first == at + 1][:1]
    return []


def _civilians_told(
    scan: Scan, group: Sequence[Happening], inside: Sequence[Mention], did: list[Mention], suffered: list[Mention]
) -> list[Mention]:
    """The dead and wounded are those of whom it is told: عشرات الجرحى بين المدنيين، 23 جريحا جميعهم مدنيون."""
    if group[0].kind not in _NOT_BY_CIVILIANS or any(m.id or m.group not in _HARMED for m in suffered):
        return suffered
    for m in inside:
        before = scan.words[m.first - 1].norm if m.first else ""
        dead = before == "من" and scan.words[m.first - 2].norm.endswith(_DEAD)  # القتلى والجرحى من المدنيين
        told = (m.prep == "بين" and m.first > group[0].first) or before in _ALL_OF_THEM or dead
        if m.id == "CIVILIANS" and told and m not in did:
            nobody = any(word.norm in _WITHOUT for word in scan.words[max(0, m.first - 6) : m.first])
            return suffered if nobody else [m]
    return suffered


def _serving(group: Sequence[Happening], inside: Sequence[Mention], did: list[Mention], mention: Mention) -> Mention:
    """Men of nobody named who are harmed where a force was hit are its own: قرب حاجز للجيش ... إصابة عنصرين."""
    if mention.id or mention.group != "person_of" or group[0].kind not in _NOT_BY_CIVILIANS:
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
_AT: Final = frozenset(("", "علي", "قرب", "ب", "في", "داخل", "ل"))


_DEAD: Final = ("قتلي", "جرحي", "ضحايا", "مصابين", "الاصابات", "القتيل", "جريح")
_HARMED: Final = frozenset(("body", "civilian"))
_WITHOUT: Final = frozenset(("دون", "بدون", "لم", "عدم", "ولم", "لا"))
_ALL_OF_THEM: Final = frozenset(("جميعهم", "كلهم", "غالبيتهم", "معظمهم", "اغلبهم", "جلهم"))


def _of_organisation(
    scan: Scan, group: Sequence[Happening], parties: Sequence[Mention], suffered: list[Mention]
) -> list[Mention]:
    """Suspects who are arrested as members of an organisation are it: 17 شخصا يشتبه في انتمائهم لداعش."""
    if group[0].kind != "arrest" or not suffered or suffered[0].noun not in _SUSPECTS:
        return suffered
    low = suffered[0].last
    joins = [at for at in range(low + 1, min(low + 8, len(scan.words))) if _tells_of_whom(scan.words[at].norm)]
    behind = [m for m in parties if joins and joins[0] < m.first <= joins[0] + 4 and m.prep in ("ل", "الي", "ب", "")]
    named = behind and not behind[0].bare and behind[0].id not in (None, "CIVILIANS")
    return behind[:1] if named else suffered


def _tells_of_whom(norm: str) -> bool:
    """Whether a word tells of a membership or a tie: بالانتماء، ينتمون، لصلتهم، ارتباطهم."""
    return _JOINING in norm or norm.removeprefix("ال").startswith(_BELONGING) or norm.endswith(_TIED)


_JOINING: Final = "انتما"
_BELONGING: Final = ("ينتم", "تنتم", "منتم", "مرتبط")
_TIED: Final = ("صلتهم", "صلته", "ارتباطهم", "ارتباطه", "علاقتهم", "علاقته")
_SUSPECTS: Final = frozenset(
    (
        "شخص", "شخصا", "اشخاص", "شخصين", "متهم", "متهما", "متهمين", "مشتبه", "مشتبها", "مطلوب", "مطلوبا", "مطلوبين",
        "عنصر", "عنصرا", "عناصر", "ارهابي", "ارهابيا", "ارهابيين", "افراد", "موقوف", "موقوفا", "خليه",
    )
)  # fmt: skip


def _is_near(scan: Scan, mention: Mention) -> bool:
    """Whether من only tells near whom: بالقرب من قوات النظام."""
    before = [scan.words[at].norm for at in range(max(0, mention.first - 2), mention.first)]
    return any(norm in _NEAR_FROM or norm in _ALL_OF_THEM or norm in _SUBSET for norm in before)


#: Parties that fire.
_FIRING: Final = _ACTING | {
    "force", "unit", "position", "military", "armed_group", "organisation", "government", "police", "person_of",
    "fighter", "gunman", "drone", "unknown",
}  # fmt: skip

_NEAR_FROM: Final = frozenset(("القرب", "بالقرب", "قريبه", "القريبه", "قريب", "القريب", "مقربه", "كل", "كلا"))


def _by_frame(
    scan: Scan, each: Happening, inside: Sequence[Mention], group: Sequence[Happening]
) -> tuple[list[Mention], list[Mention]]:
    others = [other.first for other in group if other is not each and other.trigger.frame != "none"]
    last, start = each.last, each.start
    after = [m for m in inside if last < m.first <= last + _REACH and not _cut(scan, last, m.first, others)]
    if each.harm and each.is_verb:  # قتل خمسة جنود واعتبر أربعة مفقودين
        joint = next((v.first for v in scan.of("verb") if v.first > last and v.clitics.lead == "و"), last + _REACH + 1)
        after = [m for m in after if m.first < joint]
    after = [m for m in inside if each.first < m.first <= last < m.last] + after  # دخول رتل is one trigger
    named = [m for m in inside if each.first < m.first and m.last == last and m.group == "adjective"]
    if named and not each.is_verb and each.kind in _FROM:  # العدوان الإسرائيلي
        return named, _nominal(scan, each, after)[1]
    before = [m for m in inside if start - _REACH <= m.first < start]
    if each.light is not None:
        return _light(scan, each, before, after, inside)
    if each.is_verb and not _is_noun_here(scan, each):
        if each.match.clitics.suffix:  # قتل مسلح في كمين نصبته الشرطة
            before = [m for m in before if not any(m.last < at < start for at in others)]
        alone = not any(_heads_clause(scan, m, each) for m in before)
        if alone and _tells_of_noun(each, group):
            objects = [m for m in after if not m.prep] or after  # عملية عسكرية استهدفت مسلحي الحركة
            return [], _with_joined(after, objects[0]) if objects else []
        hit = _hit_by_strike(scan, each, group, after)
        return ([], hit) if hit else _verbal(scan, each, before, after)
    acting, acted = _nominal(scan, each, after)
    acting = acting or _behind_its_noun(scan, each, inside) or _before_its_verb(scan, each, before)
    return acting or _answering(each, group, inside), acted


def _tells_of_noun(each: Happening, group: Sequence[Happening]) -> bool:
    """Whether a verb has for its subject the indefinite noun of its event before it: كمين استهدف سيارة."""
    if each.match.clitics.lead or each.trigger.strength != "generic":
        return False
    nouns = [o for o in group if not (o.is_verb or o.harm or o.match.clitics.definite) and o.last < each.first]
    return bool(nouns) and each.first - nouns[-1].last <= _REACH


def _is_noun_here(scan: Scan, each: Happening) -> bool:
    """Whether a word spelt like its verb is the noun, behind a preposition: إثر قصف للدعم السريع."""
    if not each.first or scan.words[each.first - 1].norm not in _BEFORE_NOUNS:
        return False
    return any(isinstance(noun.form, str) for noun in scan.at("trigger", each.first))


_BEFORE_NOUNS: Final = frozenset(
    ("اثر", "جراء", "نتيجه", "بعد", "عقب", "بسبب", "خلال", "اثناء", "من", "عن", "في", "علي", "منذ", "قبل", "بفعل")
)


def _behind_its_noun(scan: Scan, each: Happening, inside: Sequence[Mention]) -> list[Mention]:
    """Who does it behind the noun of a verb that carries it: بدء الجيش عملية، قيام وحدات بقصف."""
    if each.trigger.frame != "by":
        return []
    for m in inside:
        if 0 < m.first <= each.first and each.first - m.last <= 3 and scan.words[m.first - 1].norm in _CARRYING:
            return _with_joined(inside, m)
    return []


def _before_its_verb(scan: Scan, each: Happening, before: list[Mention]) -> list[Mention]:
    """Who does it right before a phrase that begins with a verb: الطيران قصف بالبراميل."""
    if each.trigger.frame != "by" or not any(verb.form.tense == "past" for verb in scan.at("verb", each.first)):
        return []
    return [m for m in before if m.last == each.first - 1 and _heads_clause(scan, m, each)][-1:]


def _answering(each: Happening, group: Sequence[Happening], inside: Sequence[Mention]) -> list[Mention]:
    """Who stands between the first verb of a sentence and what it did: ردت القوات الحكومية بقصف البلدة."""
    if each.match.clitics.prep != "ب" or each.kind not in _FROM or any(other.harm for other in group):
        return []
    for m in inside:
        if m.first == 1 and not m.prep and m.group in _FIRING and each.first - m.last <= 3:
            return _with_joined(inside, m)
    return []


#: Nouns of the verbs that carry an event (شن، بدأ، قام ب).
_CARRYING: Final = frozenset(
    (
        "بدء",
        "شن",
        "اطلاق",
        "تنفيذ",
        "مواصله",
        "استيناف",
        "قيام",
        "ارتكاب",
        "اقدام",
        "ببدء",
        "بشن",
        "بقيام",
        "لشن",
        "بتنفيذ",
    )
)


def _cut(scan: Scan, low: int, high: int, others: list[int]) -> bool:
    if others and any(low < at < high for at in others):
        return True
    return scan.cue_within(low + 1, high - 1, "result", "boundary")


def _verbal(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Subject and object of a verb: subject first behind it, or before it at the head of its clause."""
    frame = each.trigger.frame
    subject_before = _told_of(scan, each, before) or [m for m in before if _heads_clause(scan, m, each)]
    preps = {*each.trigger.preps, "ضد"} if each.kind == "threat" else each.trigger.preps
    free = [m for m in after if not m.prep and not _is_subset(scan, m, each.last)]
    free = free or [m for m in after if not m.prep]
    if subject_before and free and _has_subject_behind(scan, each, free[0]):
        subject_before = []
    if each.kind in SPEECH and each.match.clitics.suffix and free and free[0].first > each.last + 1:
        free = []  # اتهمتهم بالتجسس لصالح الحكومة
    marked = [m for m in after if m.prep and m.prep in preps]
    by_agent = each.kind != "interception" and any(
        each.last < cue.first <= each.last + 8 and cue.payload.lemma != _LED_BY for cue in scan.cue("agent")
    )
    if each.kind == "arrest" and frame == "acts":  # سلم القيادي نفسه للجيش
        return marked[:1], _with_joined(before, subject_before[-1]) if subject_before else free[:1]
    directed = bool(marked) and each.harm and not by_agent  # قضت القوات على مسلحين
    passive = not directed and _passive(each, subject_before, after, free, by_agent=by_agent)
    if frame in ("suffers", "strikes") or passive:
        whom = _with_joined(before, subject_before[-1]) if subject_before else []
        patients = whom or (_with_joined(after, free[0], gap=_NAME_REACH if each.harm else 2) if free else [])
        return [], patients if frame != "strikes" else marked[:1]
    if (taken := _by_whom_behind(scan, each, before, free)) is not None:
        return taken
    if subject_before:
        objects = (marked or free) if each.kind in SPEECH else (free or marked)
        did = _with_joined(before, subject_before[0]) if len(subject_before) > 1 else subject_before
        return did, _with_joined(after, objects[0]) if objects and frame == "does" else []
    if not free:
        return [], marked[:1]
    if _is_object(scan, each, free[0]):
        return [], _with_joined(after, free[0]) if frame == "does" else []
    subject = _with_joined(after, free[0])
    if each.kind == "accusation" and each.match.clitics.lead and len(free) == 1 and not marked:
        return [], subject  # "... and accused X": who accuses is named before
    named = {m.id for m in subject if m.id}  # دعا الوزير فلان الحكومة
    rest = [m for m in free if m not in subject and m.id not in named] or marked
    told = marked and rest and not rest[0].id and marked[0].first < rest[0].first  # النار على قيادي في قسد ...
    if marked and (each.kind in SPEECH or told):  # طلبوا من المحافظ إعادة التيار
        rest = [*marked, *rest]
    if free[0].group in _PASSIVE and each.kind != "restriction":  # منعت نقطة تفتيش قافلة
        return [], subject
    return subject, _with_joined(after, rest[0]) if rest and frame == "does" else []


def _told_of(scan: Scan, each: Happening, before: list[Mention]) -> list[Mention]:
    """The party right before "who" and the verb: مع لندن التي أدرجت قائدين."""
    at = each.first - 2
    if at < 0 or scan.words[at + 1].norm not in _WHO or each.match.clitics.suffix:
        return []
    form = each.match.form
    person = form.person if isinstance(form, VerbForm) else ""
    return [m for m in before if m.last == at and m.prep and m.group != "adjective" and not disagree(person, m.gender)]


_WHO: Final = frozenset(("الذي", "التي"))


def _has_subject_behind(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether a pronoun right behind a verb takes its object up, and its subject follows: أفرجت عنهم الحكومة."""
    behind = scan.words[each.last + 1].norm if each.last + 1 < len(scan.words) else ""
    return mention.first == each.last + 2 and behind in ("عنهم", "عنه", "عنها", "عنهن", "عنهما", "سراحهم", "سراحه")


def _by_whom_behind(
    scan: Scan, each: Happening, before: list[Mention], free: list[Mention]
) -> tuple[list[Mention], list[Mention]] | None:
    """Doer and patient of a verb that wears its object and has its subject behind it: مدنيون اختطفتهم الحركة."""
    if each.trigger.frame != "does" or each.match.clitics.suffix not in _OBJECTS_WORN or not free:
        return None
    who = free[0]
    if who.joined or who.id == "CIVILIANS" or who.group in _PASSIVE or who.first - each.last > 4:
        return None
    if any(each.last < comma <= who.first for comma in scan.commas):
        return None
    whom = [m for m in before if each.start - m.last <= 5 and m.id != who.id][-1:]
    return [who], whom


_OBJECTS_WORN: Final = frozenset(("ه", "ها", "هم", "هن", "هما"))


def _is_object(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether the first party behind a verb cannot be its subject: by its case or gender (طالبت المجلس)."""
    form = each.match.form
    if not isinstance(form, VerbForm) or each.match.clitics.suffix:
        return False
    if _has_its_subject(scan, each):
        return True
    if any(isinstance(noun.form, str) for noun in scan.at("trigger", each.first)):
        # spelt like its noun, which agrees with nobody: بسبب قصف القوات; but أسر 35 من عناصر الميليشيا
        return each.kind in _TAKING and each.last + 1 in scan.numerals
    between = range(each.last + 1, mention.first)
    if any(scan.words[at].norm == "عددا" for at in between):
        return True
    bare_plural = mention.first not in scan.numerals and mention.first - 1 not in scan.numerals
    if bare_plural and mention.first == each.last + 1 and scan.words[mention.first].norm.endswith(_OBLIQUE):
        return True  # استهدف عسكريين ورعاة
    if each.kind in SPEECH and (_is_of_march(scan, each) or (between and _has_own_subject(scan, between))):
        return True
    if each.kind == "interception" and mention.group in ("aircraft", "drone"):
        return not scan.words[mention.first].norm.startswith("ال")  # الدفاعات أسقطت طائرة للحركة
    wears = any(m.clitics.suffix not in ("", "ي") for m in scan.at("person", mention.first))  # طالبت ذويه
    if wears or (form.person == "3fs" and mention.gender == "m" and mention.number == "pl"):
        return True
    clash = all(at in scan.numerals for at in between) and disagree(form.person, mention.gender)
    return form.person in ("3mp", "3fp", "1p") or clash or _is_oblique(scan, mention)


#: The ending of sound plurals that are no subject, of words that papers decline.
_OBLIQUE: Final = ("عسكريين", "مدنيين", "مقاتلين", "مسلحين", "متظاهرين", "محتجين", "مواطنين", "مهاجرين", "نازحين")


def _has_its_subject(scan: Scan, each: Happening) -> bool:
    """Whether the subject of a verb stands right before it: القصف استهدف مقاتلين, قال إنها قصفت."""
    before = each.start - 1
    if before < 0 or each.match.clitics.lead or each.trigger.frame != "does":
        return False
    if scan.words[before].norm in OF_HIMSELF:
        return True
    before -= scan.words[before].norm in ("الذي", "التي")
    strikes = (m for m in scan.ending("trigger", before) if m.payload.kind in _FROM and m.payload.frame == "by")
    return each.kind in _FROM and any(not m.clitics.suffix and _may_be_subject(scan, m, each) for m in strikes)


def _may_be_subject(scan: Scan, strike: Match, each: Happening) -> bool:
    """Whether a verb agrees with the noun of a strike: غارات استهدفت, but not بعد القصف استهدفت الفصائل."""
    form = each.match.form
    if not isinstance(form, VerbForm) or not isinstance(strike.form, str) or strike.form == "du":
        return False
    feminine = strike.form == "pl" or scan.words[strike.first].marbuta
    return form.person == ("3fs" if feminine else "3ms")


def _hit_by_strike(scan: Scan, each: Happening, group: Sequence[Happening], after: Sequence[Mention]) -> list[Mention]:
    """Whom a strike hits that was named before its verb: غارات عنيفة على البلدة، استهدفت مقاتلين."""
    if each.kind not in _FROM or each.match.clitics.lead or each.harm:
        return []
    free = [m for m in after if not m.prep]
    if len(free) != 1 or free[0].group in _ACTING or any(each.last < at <= free[0].first for at in scan.commas):
        return []
    strikes = (m for m in group if not (m.is_verb or m.harm) and m.kind in _FROM and m.last < each.start)
    near = any(each.start - m.last <= _REACH and _may_be_subject(scan, m.match, each) for m in strikes)
    return free if near else []


def _is_oblique(scan: Scan, mention: Mention) -> bool:
    """Whether a party stands in the accusative (جندياً، رتلا); one that is counted says nothing (17 مواطناً)."""
    word = scan.words[mention.first]
    if mention.first - 1 in scan.numerals:
        return False
    heads = (m for sort in ("force", "person") for m in scan.at(sort, mention.first))
    return _TANWIN in scan.text[word.start : word.end] or any(word.norm == f"{fold(m.payload.lemma)}ا" for m in heads)


def _is_of_march(scan: Scan, each: Happening) -> bool:
    """Whether a verb tells what a march wants: مظاهرة تطالب الحكومة."""
    return bool(each.first) and any(m.payload.kind == "protest" for m in scan.ending("trigger", each.first - 1))


def _has_own_subject(scan: Scan, between: range) -> bool:
    """Whether words that name no party known are who speaks to the one behind them: طالب مجلس القضاء الحكومة."""
    at = between[0]
    first = scan.words[at].norm
    if first in _IN_IT:
        return True  # شكوى اتهمت فيها إسرائيل
    if at in scan.dated or first in PREPOSITIONS or any(m.clitics.prep for m in scan.here(at)):
        return False
    if scan.words[between[-1] + 1].before.strip() or any(scan.at("trigger", each) for each in between):
        return False
    return any(scan.words[each].norm.startswith("ال") for each in between[:3])


#: Behind these whoever told it is left out.
_IN_IT: Final = frozenset(("فيها", "فيه", "خلالها", "خلاله"))

#: How far behind somebody who is named by name those may be joined who were harmed with him: القيادي فلان ومرافقه.
_NAME_REACH: Final = 5

#: Who leads is no doer of a passive: قصفت الحركة بقيادة فلان المدينة.
_LED_BY: Final = "بقيادة"

_TANWIN: Final = "\N{ARABIC FATHATAN}"


def _is_subset(scan: Scan, mention: Mention, low: int) -> bool:
    return any(scan.words[at].norm in _SUBSET for at in range(max(low + 1, mention.first - 3), mention.first))


def _heads_clause(scan: Scan, mention: Mention, each: Happening) -> bool:
    """A party that stands as subject before its verb: behind أن, or first in its sentence or clause."""
    if mention.prep or (each.match.clitics.lead and each.start - mention.last > 1):
        return False
    if any(scan.words[at].norm in _OWN_CLAUSE for at in range(mention.last + 1, each.start)):
        return False
    before = mention.first - 1
    while before in scan.numerals:
        before -= 1
    named = before < 0 or scan.words[before].norm in COMPLEMENTIZERS or scan.words[before].norm in _OPENING
    if not named and any(mention.last < comma <= each.start for comma in scan.commas[:-1]):
        return False
    return named or mention.first in scan.commas or each.start - mention.last <= 3


#: Words that part a verb from the clause before it: ما زال مجهولا بعد أن اختطفه مسلحون.
_OWN_CLAUSE: Final = frozenset(("ان", "بعدما", "عندما", "حين", "حينما", "فيما", "بينما", "لما", "قبلما"))

#: Words behind which the subject of a later verb stands: وكانت القاعدة قد تعرضت.
_OPENING: Final = frozenset(("كان", "كانت", "وكان", "وكانت", "لكن", "ولكن", "بينما", "فيما"))


def _passive(
    each: Happening, subject_before: list[Mention], after: list[Mention], free: list[Mention], *, by_agent: bool
) -> bool:
    """Unvocalised, active and passive look alike: passive where an agent is named, or nobody who could have done it."""
    form = each.match.form
    if not isinstance(form, VerbForm):
        return False
    if by_agent or (form.voice == "passive" and not subject_before):
        return True
    if each.harm and any(m.prep in each.trigger.preps for m in after) and (subject_before or free):
        return False  # قضت وحدة على مسلح
    if each.harm:
        chain = len(_with_joined(after, free[0], gap=_NAME_REACH)) if free else 0
        return len(free) - max(0, chain - 1) + len(subject_before) < 2
    if each.trigger.frame != "does" or subject_before:
        return False
    return each.kind in _BEFALLS_CIVILIANS and len(free) == 1 and free[0].id == "CIVILIANS"


def _nominal(scan: Scan, each: Happening, after: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The genitive of a noun is who did it (قصف النظام) or whom it befell (مقتل مدني), by its frame."""
    genitive = [m for m in after if m.first - each.last <= 5 and m.prep in ("", "ل") and not _is_oblique(scan, m)]
    genitive = [m for m in genitive if not _is_behind_target(scan, each, m)]
    marked = [m for m in after if _marks(each, m)]
    if each.kind in SPEECH and (_is_addressed(scan, each, genitive) or _is_accused(scan, each, genitive)):
        whom = genitive or marked
        return [], _with_joined(after, whom[0]) if whom else []
    if each.trigger.frame == "of" and genitive and genitive[0].group in _ACTING:
        rest = [m for m in after if m.first > genitive[0].last and not m.prep]
        return [genitive[0]], rest[:1]
    if each.trigger.frame == "of" and (objects := _objects(scan, each, genitive, after)):
        return [genitive[0]], objects
    entering = each.trigger.frame == "of" and each.trigger.lemma in _ENTERING
    if entering and genitive and not genitive[0].prep and genitive[0].group in _ENTERERS:
        return _with_joined(after, genitive[0]), []
    if each.kind == "attack" and genitive and _fires(scan, each, genitive[0]):
        return _with_joined(after, genitive[0]), []
    if each.trigger.frame == "of":
        whom = _with_joined(after, genitive[0]) if genitive else marked[:1]
        return [], whom
    if each.trigger.frame == "none":
        return [], marked[:1]
    who = _with_joined(after, genitive[0]) if genitive else []
    if who and (who[0].group in _PASSIVE or who[0].id == "CIVILIANS"):
        return [], who
    return who, _with_joined(after, marked[0]) if marked else []


def _is_behind_target(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether what a deed is directed at stands before a party: احتجاج على وفاة شابة، هجوم على مقر قيادة الجيش."""
    if each.trigger.frame != "by" or mention.prep:
        return False
    return any(scan.words[at].norm in ("علي", "ضد") for at in range(each.last + 1, mention.first - 1))


def _objects(scan: Scan, each: Happening, genitive: list[Mention], after: list[Mention]) -> list[Mention]:
    """Whom the party behind a noun did it to: اعتقال الأسايش 18 ناشطا, but اعتقال شابين, قائد ومرافقيه."""
    if each.kind not in _TAKING or not genitive or genitive[0].prep or genitive[0].group not in _TAKERS:
        return []
    rest = [m for m in after if m.first > genitive[0].last and not m.joined]
    if not rest or rest[0].prep or rest[0].group not in _TAKEN or rest[0].first - genitive[0].last > 4:
        return []
    between = scan.words[genitive[0].last + 1 : rest[0].first + 1]
    if any(word.before.strip() for word in between) or _is_subset(scan, rest[0], genitive[0].last):
        return []
    return _with_joined(after, rest[0])


def _fires(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether those behind a noun of firing are who fires: إطلاق مسلحين النار، استهداف مجهولين حافلة."""
    if mention.id != "UNKNOWN" or mention.prep or mention.last + 1 >= len(scan.words):
        return False
    if scan.words[mention.last + 1].norm == "النار":
        return True
    unknown = any("مجهول" in scan.words[at].norm for at in range(mention.first, mention.last + 1))
    follows = scan.words[mention.last + 1]
    return unknown and each.trigger.frame == "of" and not follows.before and follows.norm not in PREPOSITIONS


#: Nouns of forcing a way in, behind which a force stands that does it: اقتحام قوات الجيش البلدة.
_ENTERING: Final = frozenset(("اقتحام", "مداهمة", "دهم", "توغل", "تفتيش", "تمشيط"))
_ENTERERS: Final = frozenset(("force", "unit", "military", "armed_group"))

#: Kinds whose noun may stand before who does it and to whom, and the parties in question.
_TAKING: Final = frozenset(("arrest", "abduction", "release", "attack", "destruction"))
_TAKERS: Final = frozenset(
    ("force", "unit", "military", "armed_group", "organisation", "government", "police", "fighter", "gunman", "country")
)
_TAKEN: Final = frozenset(
    (
        "civilian", "man", "woman", "child", "worker", "protester", "resident", "prisoner", "journalist", "medic",
        "refugee", "migrant", "farmer", "student", "aid_worker", "elderly", "family", "person_of", "soldier", "fighter",
        "gunman",
    )
)  # fmt: skip


def _is_addressed(scan: Scan, each: Happening, genitive: list[Mention]) -> bool:
    """Whether who stands behind a noun of speech is spoken to: "..., داعيا المجلس", مطالبته المجلس, مناشدات للمجلس."""
    clitics = each.match.clitics
    if clitics.suffix or (each.first in scan.commas and not clitics.definite):
        return True
    return bool(genitive) and genitive[0].prep == "ل"


def _is_accused(scan: Scan, each: Happening, genitive: list[Mention]) -> bool:
    """Whether who stands behind a noun of accusing is accused: باتهام الحركة بتنفيذ الهجوم."""
    if each.kind != "accusation" or each.match.form != "sg" or not genitive or genitive[0].prep:
        return False
    behind = genitive[0].last + 1
    return behind < len(scan.words) and any(m.clitics.prep == "ب" for m in scan.here(behind))


def _marks(each: Happening, mention: Mention) -> bool:
    """Whether the preposition of a party makes it whom a noun is directed at."""
    if mention.prep == "ضد" or (each.kind in SPEECH and mention.prep == "الي"):
        return True
    return mention.prep in each.trigger.preps and mention.prep != "ل"


def _light(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention], inside: Sequence[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Parties of a noun that a verb carries: the verb's subject acts (شنّ) or suffers (تعرض ل)."""
    light = each.light
    assert light is not None
    between = [m for m in inside if light.last < m.first < each.first and not m.prep]
    if isinstance(light.form, VerbForm) and light.form.person in ("3mp", "3fp"):
        between = []  # قاموا بتكسير مركبات المواطنين، وإطلاق النار
    heads = [m for m in before if _heads_clause(scan, m, each)][-1:]
    subject = _with_joined(inside, between[0]) if between else heads
    marked = [m for m in after if _marks(each, m)]
    frame = light.payload.frame
    if frame == "suffers":
        acting, _ = _nominal(scan, each, after)
        return acting, subject
    if frame == "does" and subject:
        objects = marked or [
            m for m in after if m.prep in ("", "ل") and m.first - each.last <= 5 and m.group != "adjective"
        ]
        objects = [m for m in objects if m not in subject]
        return subject, _with_joined(after, objects[0]) if objects else []
    return _nominal(scan, each, after)
