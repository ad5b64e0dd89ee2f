"""Stage 11: what the report says twice it claims once; a headline only repeats what the text tells."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from heapq import merge
from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.knowledge.geo import kilometres
from marsad.model import Claim, CountName, Place, Tally
from marsad.reading.grouping import TakingUp
from marsad.reading.patients import PRONOUN
from marsad.reading.roles import SPEECH
from marsad.reading.times import is_own

VIOLENT: Final = frozenset(("clash", "air_strike", "shelling", "explosion", "suicide_bombing", "attack", "destruction"))
_STRIKES: Final = frozenset(("air_strike", "shelling", "explosion", "suicide_bombing"))
_BEARING: Final = VIOLENT | {"raid", "arrest", "operation", "capture"}

#: Words of a source's name that tell its office and not who it is.
OFFICES: Final = frozenset(
    (
        "مصدر", "مصادر", "المصدر", "المصادر", "بيان", "البيان", "مدير", "المدير", "رييس", "ناطق", "الناطق", "متحدث",
        "المتحدث", "باسم", "في", "من", "قايد", "القايد", "مسوول", "مسوولون", "مسوولين", "المسوول", "الرسمي", "الرسميه",
        "رسمي", "رسميه", "محلي", "محليه", "المحليه", "امني", "امنيه", "طبي", "طبيه", "عسكري", "عسكريه", "عام", "العام",
        "الاعلامي", "لسان", "علي", "عن", "ان", "بحسب",
    )
)  # fmt: skip


def settle(claims: list[Claim], headline_end: int, echoes: Mapping[str, TakingUp]) -> list[Claim]:
    """The claims of a report, each once, in the order of the text; those of a headline where nothing else claims any.

    `echoes` are claims that only take up what was told before ("the shelling", a toll with no cause), by their ids.
    """
    body = [claim for claim in claims if claim.evidence.start >= headline_end]
    head = [claim for claim in claims if claim.evidence.start < headline_end]
    named = [claim for claim in head if claim.kind in _STRIKES]
    headed = named[0] if len({claim.kind for claim in named}) == 1 else None
    told = _Told()
    listed = Counter((claim.kind, claim.evidence) for claim in body)
    shelled = any(claim.kind == "shelling" for claim in body)
    for each in body:
        if echoes.get(each.id) == "risen" and not _spans_long(each) and (act := _tolled(told.claims, each)) is not None:
            each = replace(each, kind=act.kind, when=act.when)
        claim = _kind_in_context(each, told, shelled, echoes, headed)
        if claim.id in echoes and _adds_nothing(claim) and told.has_sort_of(claim):
            fell = echoes[claim.id] == "known" and claim.why.startswith("verb")
            by_another = fell and not any(_same_voice(known, claim) for known in told.claims)
            if not (by_another or told.lacks_fight(claim)):
                continue
        same = next((at for at in told.alike(claim) if _repeats(told.claims[at], claim)), None)
        if same is None and claim.id in echoes:
            same = _echoed(told.claims, claim)
            same = _told_again(told.claims, claim) if same is None else same
            same = _told_in_part(told.claims, claim) if same is None else same
        if same is None and listed[each.kind, each.evidence] == 1:
            same = _retold(told, claim, claim.id in echoes)
        if same is not None and claim.counts and told.is_of_list(same) and not _has_own_place(claim):
            same = None  # a toll that no one of several places has
        if same is None:
            same = _raided(told.claims, claim)
        last = len(told.claims) - 1
        if same is None and claim.id in echoes and _goes_on(told.claims, claim) and not told.is_of_list(last):
            same = last
            act = told.claims[same]
            told.change(same, replace(act, counts={**claim.counts, **act.counts}))
        elif same is None:
            told.add(claim)
        else:
            told.change(same, _fuller(told.claims[same], claim))
    return told.claims or _once(head)


class _Places:
    """Where claims stand in a list, by where they happened; one without a place of its own may be anywhere."""

    def __init__(self) -> None:
        self._all: list[int] = []
        self._open: list[int] = []
        self._at: defaultdict[str, list[int]] = defaultdict(list)

    def _lists(self, place: Place | None) -> tuple[list[int], list[int]]:
        return self._all, self._open if place is None or is_carried(place) else self._at[fold(place.name)]

    def add(self, place: Place | None, at: int) -> None:
        for each in self._lists(place):
            insort(each, at)

    def remove(self, place: Place | None, at: int) -> None:
        for each in self._lists(place):
            del each[bisect_left(each, at)]

    def meeting(self, place: Place | None) -> tuple[list[int], ...]:
        """The claims that `_same_place` holds of, in ordered lists."""
        if place is None or is_carried(place):
            return (self._all,)
        return self._open, self._at.get(fold(place.name), [])


class _Told:
    """The claims found so far, in order, and where those stand that a further one may repeat.

    A long text makes tens of thousands: each is compared with those of its kind, voice and place only.
    """

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._by: defaultdict[Hashable, _Places] = defaultdict(_Places)
        self._kinds: defaultdict[str, int] = defaultdict(int)
        self._fighting: set[str] = set()

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        self._enter(claim, len(self.claims) - 1)

    def change(self, at: int, claim: Claim) -> None:
        """Put a fuller claim in the place of one."""
        before, self.claims[at] = self.claims[at], claim
        for key in _keys(before):
            self._by[key].remove(before.place, at)
        self._kinds[before.kind] -= 1
        self._enter(claim, at)

    def _enter(self, claim: Claim, at: int) -> None:
        for key in _keys(claim):
            self._by[key].add(claim.place, at)
        self._kinds[claim.kind] += 1
        if claim.kind == "clash":
            self._fighting |= _sides(claim)

    def alike(self, claim: Claim) -> Iterable[int]:
        """Where claims of one kind, reality, voice and place with this one stand."""
        key, _ = _keys(claim)
        return merge(*self._by[key].meeting(claim.place))

    def last(self, kinds: Iterable[str], place: Place | None) -> Claim | None:
        """The latest claim of one of these kinds at a place."""
        found = (at[-1] for kind in kinds for at in self._by[kind].meeting(place) if at)
        latest = max(found, default=None)
        return None if latest is None else self.claims[latest]

    def lacks_fight(self, claim: Claim) -> bool:
        """Whether a fight of two sides is told (المعارك بين أ وب) of whom no fight was told yet."""
        sides = _sides(claim)
        return claim.kind == "clash" and len(sides) > 1 and not sides & self._fighting

    def is_of_list(self, at: int) -> bool:
        """Whether a claim is one of several that a sentence tells of several places."""
        near = (self.claims[each] for each in (at - 1, at + 1) if 0 <= each < len(self.claims))
        return any(other.evidence == self.claims[at].evidence and other.kind == self.claims[at].kind for other in near)

    def has_sort_of(self, claim: Claim) -> bool:
        """Whether any claim is of the same sort."""
        kinds = _BEARING | {claim.kind} if claim.kind in VIOLENT else (claim.kind,)
        return any(self._kinds.get(kind) for kind in kinds)


def _keys(claim: Claim) -> tuple[Hashable, Hashable]:
    """What two claims must share to be one, and the kind alone."""
    voiced = bool(claim.attribution)
    return (claim.kind, claim.modality, claim.polarity, voiced), claim.kind


def is_carried(place: Place) -> bool:
    return place.why.startswith("carried over")


def _kind_in_context(
    claim: Claim, told: _Told, shelled: bool, echoes: Mapping[str, TakingUp], headed: Claim | None
) -> Claim:
    """The kind of an unspecified strike: that of the strike it takes up, or shelling in a report on shelling."""
    if claim.kind == "shelling" and claim.id in echoes and claim.weapon is None:
        strike = told.last(("shelling", "air_strike"), claim.place)
        return replace(claim, kind=strike.kind) if strike else claim
    if claim.kind == "explosion" and echoes.get(claim.id) == "known":
        blast = told.last(("explosion", "suicide_bombing"), claim.place)
        return replace(claim, kind=blast.kind) if blast else claim
    if claim.kind != "attack" or (claim.id in echoes and claim.modality != "happened"):
        return claim
    if claim.weapon is not None and claim.weapon.label in _BY_HAND:
        return claim
    if claim.id in echoes and headed and not told.claims:  # the attacks of a lead are the strikes of its headline
        return replace(claim, kind=headed.kind) if _may_be_at(headed.place, claim.place) else claim
    if claim.counts and claim.id in echoes:
        act = told.claims[-1] if told.claims else None
        return replace(claim, kind=act.kind) if act is not None and _may_be_toll_of(claim, act) else claim
    if claim.id in echoes:
        strike = _in_the_same_word(told.claims, claim) or told.last(_STRIKES, claim.place)
        return replace(claim, kind=strike.kind) if strike else claim
    if shelled and claim.weapon is None and claim.why.startswith("verb استهدف"):
        return replace(claim, kind="shelling")
    return claim


def _may_be_at(one: Place | None, other: Place | None) -> bool:
    return covers(one, other) or covers(other, one)


def _in_the_same_word(found: list[Claim], claim: Claim) -> Claim | None:
    """The strike told of late in the word that takes it up: استهدفت طائرة سيارة ... الاستهداف."""
    letters = _letters(claim)
    near = (known for known in reversed(found[-8:]) if known.kind in _STRIKES and _letters(known) == letters)
    return next((known for known in near if _same_place(known.place, claim.place)), None)


def _letters(claim: Claim) -> str:
    """The strong letters of a claim's word, which a verb and its noun share."""
    return fold(claim.why.split(" ")[1]).translate(_WEAK)


_WEAK: Final = str.maketrans("", "", "اويه")

#: Weapons that no shelling, strike or blast is done with.
_BY_HAND: Final = frozenset(
    ("small_arms", "sniper", "machine_gun", "pistol", "silenced_pistol", "rifle", "gunfire", "rubber_bullets", "knife")
)


def _may_be_toll_of(claim: Claim, act: Claim) -> bool:
    """Whether a toll without a cause and a place of its own is that of the act told right before it."""
    told_alike = act.modality == claim.modality == "happened" and act.polarity == claim.polarity
    return (
        act.kind in _TAKING_TOLL
        and told_alike
        and not _has_own_place(claim)
        and same_time(act, claim)
        and _same_place(act.place, claim.place)
    )


def _tolled(found: list[Claim], toll: Claim) -> Claim | None:
    """The act told shortly before that a toll is of which rose: at no other place, if it has one of its own."""
    for act in reversed(found[-3:]):
        real = act.modality == "happened" and act.polarity == "affirmed"
        if act.kind in _TAKING_TOLL and real:
            return act if not _has_own_place(toll) or _same_place(act.place, toll.place) else None
    return None


#: Kinds of which a toll in the next words is told; its own kind is theirs.
_TAKING_TOLL: Final = VIOLENT - {"destruction"}


def _has_own_place(claim: Claim) -> bool:
    return claim.place is not None and not claim.place.why.startswith(("carried over", "taken up"))


def _adds_nothing(claim: Claim) -> bool:
    """Whether a claim that takes up another tells nothing of its own: no toll, no place, no time, no denial."""
    plain = claim.modality == "happened" and claim.polarity == "affirmed"
    return plain and not (claim.counts or _has_own_place(claim) or is_own(claim.when))


def _sides(claim: Claim) -> set[str]:
    return {party.id for party in (*claim.initiator, *claim.target) if party.id}


def _same_voice(one: Claim, other: Claim) -> bool:
    """Whether the source nearest to the event is the same, or one named more fully: المرصد، مدير المرصد."""
    if not one.attribution or not other.attribution:
        return not one.attribution and not other.attribution
    near, far = one.attribution[0], other.attribution[0]
    if near.name == far.name:
        return True
    return near.kind == far.kind and _names_one(near.name, far.name)


def _names_one(one: str, other: str) -> bool:
    """Whether two names are one source's: the words of one are among the other's, or one takes up its head.

    A head with the article and no adjective is known from before: خلية الإعلام الأمني، مصدر في الخلية.
    """
    ones, others = ([word for word in fold(name).split() if word not in OFFICES] for name in (one, other))
    if not ones or not others:
        return False
    bare, spare = ({word.removeprefix(_AL) for word in words} for words in (ones, others))
    if bare <= spare or spare <= bare:
        return True
    return ones[0].removeprefix(_AL) == others[0].removeprefix(_AL) and any(
        words[0].startswith(_AL) and not (len(words) > 1 and words[1].startswith(_AL)) for words in (ones, others)
    )


_AL: Final = "ال"


def _same_sort(known: Claim, claim: Claim) -> bool:
    bears = known.kind in (_BEARING if claim.kind == "attack" else VIOLENT)
    return known.kind == claim.kind or (bears and claim.kind in VIOLENT)


def _echoed(found: list[Claim], claim: Claim) -> int | None:
    """The claim before that an echo belongs to: of the same voice, violent if it is, with no other toll."""
    for at in range(len(found) - 1, max(-1, len(found) - 4), -1):
        known = found[at]
        if not _same_sort(known, claim) or known.modality != claim.modality or known.polarity != claim.polarity:
            continue
        if not _same_voice(known, claim):
            continue
        if not _same_place(known.place, claim.place) or _differ(known, claim, loosely=True):
            continue
        if not same_time(known, claim):
            continue
        if _clash(known.initiator, claim.initiator):
            continue
        if _spans_long(claim) and not _spans_long(known):
            continue  # the toll of months is not that of one day in them
        return at
    return None


def _spans_long(claim: Claim) -> bool:
    when = claim.when
    return when is not None and when.span is not None and (when.end - when.start).days > _LONG


#: A period of more days than these is not the time of one act.
_LONG: Final = 7


def _told_again(found: list[Claim], claim: Claim) -> int | None:
    """The claim before of the same voice with the very toll that an echo without a place of its own repeats."""
    toll = {name: (tally.low, tally.high) for name, tally in _tolls(claim).items()}
    if _has_own_place(claim) or all(low != high or low < 2 for low, high in toll.values()):
        return None
    for at in range(len(found) - 1, max(-1, len(found) - 6), -1):
        known = found[at]
        told = {name: (tally.low, tally.high) for name, tally in _tolls(known).items()}
        alike = _same_sort(known, claim) and _same_voice(known, claim) and known.modality == claim.modality
        if alike and told == toll:
            return at
    return None


def _told_in_part(found: list[Claim], claim: Claim) -> int | None:
    """The claim right before of the same voice of whose toll a definite act ("the blast hurt a guard") tells a part."""
    if not found or claim.why.startswith("verb") or not _tolls(claim):
        return None
    act = found[-1]
    alike = act.kind == claim.kind and _same_voice(act, claim) and act.modality == claim.modality
    if not alike or not _same_place(act.place, claim.place) or not same_time(act, claim):
        return None
    whole, part = _tolls(act), _tolls(claim)
    smaller = part.keys() <= whole.keys() and all(part[name].low <= whole[name].low <= _FEW for name in part)
    return len(found) - 1 if smaller else None


#: A toll of more than these is told in parts that are claims of their own.
_FEW: Final = 20


def _retold(told: _Told, claim: Claim, echo: bool) -> int | None:
    """The strike before, of the same voice, that a claim tells more of in other words.

    A strike that no word tells the sort of (استهدفت منزلا في أ) is that which hit the very place; a definite noun
    (الغارات) tells where in an area it was.
    """
    if claim.kind not in VIOLENT:
        return None
    for at in range(len(told.claims) - 1, max(-1, len(told.claims) - 5), -1):
        known = told.claims[at]
        if told.is_of_list(at) or not (_is_vague(known, claim) or (echo and _is_nearer(known, claim))):
            continue
        told_alike = (known.modality, known.polarity) == (claim.modality, claim.polarity)
        if told_alike and _same_voice(known, claim) and same_time(known, claim) and not _differ(known, claim):
            return None if _clash(known.initiator, claim.initiator) else at
    return None


def _is_vague(known: Claim, claim: Claim) -> bool:
    """Whether a claim leaves open what sort of strike it was that hit the place of another."""
    unplaced = claim.kind == "attack" and not claim.why.startswith("verb") and not _has_own_place(claim)
    if unplaced and known.kind in _STRIKES and _letters(known) == _letters(claim):
        return True  # وأدى استهداف الدراجة إلى
    if None in (known.place, claim.place) or not _has_own_place(claim) or not _same_place(known.place, claim.place):
        return False
    if claim.kind == "attack":
        return known.kind in _STRIKES and claim.why.startswith("verb استهدف")
    return claim.kind == "shelling" and known.kind == "air_strike" and not (claim.weapon or claim.initiator)


def _is_nearer(known: Claim, claim: Claim) -> bool:
    """Whether a claim of the same sort is told of a place in the area of another."""
    one, other = known.place, claim.place
    if one is None or other is None or known.kind != claim.kind or not _has_own_place(claim):
        return False
    return covers(one, other) or covers(other, one)


def _goes_on(found: list[Claim], claim: Claim) -> bool:
    """Whether a toll in a sentence of its own goes on with what another voice told in the one before."""
    if not found or claim.attribution or not claim.counts or (claim.when is not None and claim.when.span is not None):
        return False
    act = found[-1]
    next_to = 0 <= claim.evidence.start - act.evidence.end <= _NEXT
    return next_to and _may_be_toll_of(claim, act) and not act.counts.keys() & claim.counts.keys()


#: How many characters may part a sentence from the next.
_NEXT: Final = 4


def _raided(found: list[Claim], claim: Claim) -> int | None:
    """The raid before that arrests belong to, or the arrests before that a raid belongs to: one claim together."""
    if claim.kind not in ("raid", "arrest"):
        return None
    for at in range(len(found) - 1, max(-1, len(found) - 3), -1):
        known = found[at]
        told_alike = known.modality == claim.modality and known.polarity == claim.polarity
        if {known.kind, claim.kind} != {"raid", "arrest"} or not told_alike or _differ(known, claim):
            continue
        if not _same_voice(known, claim):
            continue
        if _same_place(known.place, claim.place) and same_time(known, claim):
            return None if _clash(known.initiator, claim.initiator) else at
    return None


def _differ(one: Claim, other: Claim, *, loosely: bool = False) -> bool:
    ones, others = _tolls(one), _tolls(other)
    loosely = loosely or _are_located(one, other)
    return any(not _agree(ones[name], others[name], loosely) for name in ones.keys() & others.keys())


def _are_located(one: Claim, other: Claim) -> bool:
    """Whether both claims tell where: at one place "some were hurt" is the lead of how many."""
    return not any(claim.place is None or is_carried(claim.place) for claim in (one, other))


def _agree(one: Tally, other: Tally, loosely: bool) -> bool:
    """Whether two tolls may be one: the same, or loosely "some" and how many."""
    if (one.low, one.high) == (other.low, other.high) or not loosely:
        return (one.low, one.high) == (other.low, other.high)
    some, many = (one, other) if _is_some(one) else (other, one)
    return _is_some(some) and many.low >= some.low


def _is_some(tally: Tally) -> bool:
    return tally.low == 2 and tally.high is None


def _counts_of_both(full: Claim, spare: Claim) -> dict[CountName, Tally]:
    """The counts of a claim filled up from another's; how many goes before "some"."""
    merged = {**spare.counts, **full.counts}
    for name, tally in spare.counts.items():
        if _is_some(merged[name]):
            merged[name] = tally
    return merged


def _tolls(claim: Claim) -> dict[CountName, Tally]:
    """The counts that the words of a claim bring themselves; a pronoun repeats people told of before."""
    return {name: tally for name, tally in claim.counts.items() if tally.why != PRONOUN}


def _once(claims: list[Claim]) -> list[Claim]:
    found: list[Claim] = []
    for claim in claims:
        if not any(_headlines(claim, known) for known in found):
            found.append(claim)
    return found


def _headlines(head: Claim, claim: Claim) -> bool:
    """Whether a headline's claim is told by a claim of the text."""
    return head.kind == claim.kind or (head.kind in VIOLENT and claim.kind in VIOLENT)


def _repeats(one: Claim, other: Claim) -> bool:
    """Whether two claims of one report are the same thing said by the same voice."""
    if one.kind != other.kind or one.modality != other.modality or one.polarity != other.polarity:
        return False
    if not _same_voice(one, other):
        return False
    if not same_time(one, other) or not _same_place(one.place, other.place):
        return False
    if one.kind in SPEECH and 0 <= other.evidence.start - one.evidence.end <= _BREATH:
        return False  # طالبت الجيش بالتدخل، وناشدت المنظمات
    if _differ(one, other):
        return False
    if _clash(one.initiator, other.initiator) or _clash(one.target, other.target):
        return False
    ones, others = _tolls(one).keys(), _tolls(other).keys()
    return not ones or not others or bool(ones & others)


#: Within how many characters two speech acts are two verbs of one breath.
_BREATH: Final = 100


def _clash(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    if not one or not other:
        return False
    ids = [{party.id for party in side if party.id} for side in (one, other)]  # type: ignore[attr-defined]
    return bool(ids[0] and ids[1]) and not ids[0] & ids[1]


def _same_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return True
    if one.name == other.name or fold(one.name) == fold(other.name):
        return True
    return is_carried(one) or is_carried(other)


def covers(wide: Place | None, narrow: Place | None) -> bool:
    """Whether a place is another one or an area around it; one that is not told may be anywhere."""
    if wide is None or narrow is None or is_carried(wide) or is_carried(narrow):
        return True
    if fold(wide.name) == fold(narrow.name):
        return True
    if wide.precision == "country":
        return wide.country == narrow.country
    if wide.precision not in ("area", "region") or None in (wide.lat, wide.lon, narrow.lat, narrow.lon):
        return False
    apart = kilometres(wide.lat or 0, wide.lon or 0, narrow.lat or 0, narrow.lon or 0)
    return (narrow.radius_km or 0) <= (wide.radius_km or 0) and apart <= (wide.radius_km or 0)


def same_time(one: Claim, other: Claim) -> bool:
    if one.when is None or other.when is None:
        return one.when is other.when
    return one.when.start <= other.when.end and other.when.start <= one.when.end


def _fuller(one: Claim, other: Claim) -> Claim:
    """The claim with the fuller sentence, filled up from the other."""
    arrests = other.kind == "arrest" and one.kind == "raid"
    fuller = one.kind == other.kind and _weight(other) > _weight(one)
    full, spare = (other, one) if fuller or arrests else (one, other)
    return replace(
        full,
        initiator=full.initiator or spare.initiator,
        target=full.target or spare.target,
        place=_nearer(full.place, spare.place),
        counts=_counts_of_both(full, spare),
        weapon=full.weapon or spare.weapon,
        framing=tuple(sorted({*full.framing, *spare.framing}, key=lambda framing: framing.span or full.trigger)),
        aspect=full.aspect or spare.aspect,
    )


def _nearer(one: Place | None, other: Place | None) -> Place | None:
    """The place that lies inside the other, or else the first that is told."""
    if one is None or other is None or is_carried(other):
        return one or other
    if is_carried(one):
        return other
    return other if covers(one, other) and not covers(other, one) else one


def _weight(claim: Claim) -> int:
    placed = claim.place is not None and not claim.place.why.startswith("carried over")
    tolls = _tolls(claim).values()
    exact = sum(tally.high is not None for tally in tolls)
    return 3 * len(tolls) + exact + 2 * placed + bool(claim.initiator) + bool(claim.target)
