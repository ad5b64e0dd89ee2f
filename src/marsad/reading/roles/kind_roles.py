"""What the kind of an event says of its roles: whose a mine is, whom people march against, who shells nobody."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.acts.happenings import Happening
from marsad.reading.copies import replace
from marsad.reading.kinds import NOT_BY_CIVILIANS, OF_PEOPLE, ONE_SIDED, PASSIVE
from marsad.reading.parties.cast import NOBODY, Mention
from marsad.reading.parties.nationalities import is_people
from marsad.reading.roles.clauses import REACH, is_kin, is_kin_of
from marsad.reading.roles.cued_roles import is_holder
from marsad.reading.roles.targets import who_was_fought, who_was_hit
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def told_by_kind(
    scan: Scan,
    group: list[Happening],
    inside: list[Mention],
    parties: list[Mention],
    did: list[Mention],
    suffered: list[Mention],
) -> tuple[list[Mention], list[Mention]]:
    """Who did it and whom it befell by what only one kind of event has: whom people march against, whose a mine is."""
    if group[0].kind == "protest":
        suffered = _marched_against(scan, group, parties) or [m for m in suffered if m.prep == "ضد"]
        did = [m for m in did if m not in suffered]
    if group[0].kind == "operation":
        pursued = [m for m in did if _is_pursued(scan, m)]
        did = [m for m in did if m not in pursued]
        suffered = suffered or [m for m in pursued if m.id != "UNKNOWN"]
    suffered = (
        suffered
        or who_was_hit(scan, group, [m for m in inside if m not in did])
        or who_was_fought(scan, group, parties, did)
    )
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


_PURSUING: Final = word_set("kind_roles", "pursuing")


def _is_pursued(scan: Scan, mention: Mention) -> bool:
    """Whether an operation is to find a party: عملية لتعقب المهاجمين."""
    return any(word.norm in _PURSUING for word in scan.words[max(0, mention.first - 3) : mention.first])


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


_OCCUPYING: Final = word_set("kind_roles", "occupying")


def _held_before(scan: Scan, parties: list[Mention], suffered: list[Mention]) -> list[Mention]:
    """From whom or to whom something passes: who held it before, or stands behind "to", before what is handed over."""
    for m in parties:
        if m.id and not m.prep and m.first and scan.words[m.first - 1].norm in _OCCUPYING:
            return [m]  # تسلم الجيش مركزا كانت تشغله الحركة
    return suffered


#: Classes of parties that send aid.
_GIVING: Final = frozenset(("civil", "international", "government", "country", "monitor", "organisation", "state"))


def _given_by(group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who sent aid of which only its way is told: قافلة مساعدات من الهلال الأحمر، مقدمة من قطر."""
    low = group[-1].last
    return next(([m] for m in inside if low < m.first <= low + 5 and m.prep in ("من", "ل") and m.group in _GIVING), [])


#: Words before those for whom aid is: لصالح النازحين.
_FOR_THEM: Final = frozenset(("لصالح", "لفايده", "لمصلحه"))


def _given_to(scan: Scan, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Those for whom aid is: لصالح النازحين، لفائدة 200 أسرة."""
    low = group[0].first
    for m in inside:
        words = scan.words[max(0, m.first - 3) : m.first]
        if m.id == "CIVILIANS" and m.first > low and any(word.norm in _FOR_THEM for word in words):
            return [m]
    return []


_DRIVING_OUT: Final = word_set("kind_roles", "driving_out")

#: Classes of parties that do not march, flee or riot with the people.
_ARMED: Final = frozenset(
    ("government", "military", "force", "police", "armed_group", "aircraft", "drone", "artillery", "unit")
)

#: Kinds that have nobody whom they befall.
_NO_TARGET: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "displacement"))


def allowed_by_kind(
    scan: Scan, group: list[Happening], did: list[Mention], suffered: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """What kinds of events allow: nobody suffers a march, and civilians shell nobody."""
    kind = group[0].kind
    if kind in ONE_SIDED and not did and not (kind == "protest" and any(m.id != "CIVILIANS" for m in suffered)):
        # انتزاع المعسكر من قبضة الجماعة
        driven = group[0].trigger.lemma in _DRIVING_OUT
        held = [
            m for m in suffered if kind == "capture" and (driven or m.prep in ("من", "مع", "ضد") or is_holder(scan, m))
        ]
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
        by_hand = _is_by_hand(group[0]) and any(m.id != "CIVILIANS" for m in suffered)  # طعن شاب شرطيا
        if not (private or by_hand or (civilians and _is_told_active(group[0]))):
            did = [mention for mention in did if mention.id != "CIVILIANS"]
        fought = any(each.kind == "clash" for each in group)
        suffered = suffered or ([] if fought else [m for m in civilians if m not in did])
    return did, suffered


def _of_people(scan: Scan, mention: Mention) -> Mention:
    """Who marches or flees, told by their nation, are no state: احتج فلسطينيون."""
    if mention.group == "adjective" and is_people(scan, mention.first):
        return replace(mention, id="CIVILIANS", group="civilian")
    return mention


_RESCUING: Final = word_set("kind_roles", "rescuing")


def _rescues(scan: Scan, mention: Mention) -> bool:
    """Whether a party only comes to those harmed: انتشلت طواقم الدفاع المدني جثامين سبعة شهداء."""
    before = scan.norms(mention.first - 1, mention.first - 1).removeprefix("و")
    return mention.id == "CIVILIANS" and before in _RESCUING


def _kills_kin(scan: Scan, group: list[Happening], mention: Mention, did: list[Mention]) -> bool:
    """Whether somebody harms one of his own people, told right behind him or as what he set out to do."""
    led = group[0].light is not None and group[0].light.payload.prep == "علي" and is_kin(scan, mention)
    return bool(did) and (led or any(is_kin_of(scan, mention, who) for who in did))


_BY_HAND: Final = word_set("kind_roles", "by_hand")


def _is_by_hand(each: Happening) -> bool:
    """Whether anybody may do it: with a knife, a car or stones."""
    return each.is_verb and each.trigger.lemma in _BY_HAND


#: A verb whose passive is spelt otherwise in the past: هوجم.
_TOLD_ACTIVE: Final = "هاجم"


def _is_told_active(each: Happening) -> bool:
    """Whether a verb tells what its subject did, whoever that is: هاجم رجل حافلة."""
    form = each.match.form
    return each.trigger.lemma == _TOLD_ACTIVE and isinstance(form, VerbForm) and form.tense == "past"


#: How far behind a march it may be told what it is against.
_MOTIVE_REACH: Final = 18

_AGAINST: Final = tuple(word_set("kind_roles", "against"))

#: How far behind such a word whoever people march against may stand.
_AGAINST_REACH: Final = 5


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
