"""Whether two claims are of one voice, place, time and toll: what tells whether they are one claim."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from marsad.arabic.folding import fold
from marsad.knowledge.geo import kilometres
from marsad.model import Claim, CountName, Party, Period, Place, Tally
from marsad.reading.counts.patients import PRONOUN
from marsad.reading.groups.groups import VIOLENT
from marsad.reading.times.clock import is_said
from marsad.reading.word_sets import word_set


def is_carried(place: Place) -> bool:
    """Whether a place is not told of a claim, but the last that was told."""
    return place.why.startswith("carried over")


def is_placed(claim: Claim) -> bool:
    """Whether it is told of a claim where it was."""
    return claim.place is not None and not is_carried(claim.place)


def has_own_place(claim: Claim) -> bool:
    """Whether a claim names its place, and takes up none that was told before."""
    return claim.place is not None and not claim.place.why.startswith(("carried over", "taken up"))


#: A period of more days than these is not the time of one act.
_LONG: Final = 7


def spans_long(claim: Claim) -> bool:
    """Whether words give a claim a period longer than that of one act."""
    when = claim.when
    return when is not None and when.span is not None and (when.end - when.start).days > _LONG


def same_voice(one: Claim, other: Claim) -> bool:
    """Whether the source nearest to the event is the same, or one named more fully: المرصد، مدير المرصد."""
    if not one.attribution or not other.attribution:
        return not one.attribution and not other.attribution
    near, far = one.attribution[0], other.attribution[0]
    if near.name == far.name:
        return True
    return near.kind == far.kind and _names_one(near.name, far.name)


OFFICES: Final = word_set("likeness", "offices")

#: The article.
_AL: Final = "ال"


def _names_one(one: str, other: str) -> bool:
    """Whether two names are one source's: the words of one are among the other's, or one takes up its head.

    A head with the article and no adjective is known from before: خلية الإعلام الأمني، مصدر في الخلية.
    """
    ones, others = ([word for word in fold(name).split() if word not in OFFICES] for name in (one, other))
    if not ones or not others:
        return not ones and not others and _are_of_one_trade(one, other)
    bare, spare = ({word.removeprefix(_AL) for word in words} for words in (ones, others))
    if bare <= spare or spare <= bare:
        return True
    return ones[0].removeprefix(_AL) == others[0].removeprefix(_AL) and any(
        words[0].startswith(_AL) and not (len(words) > 1 and words[1].startswith(_AL)) for words in (ones, others)
    )


_TRADES: Final = tuple(word_set("likeness", "trades"))


def _are_of_one_trade(one: str, other: str) -> bool:
    """Whether two sources without a name are of one trade: مصادر أمنية، مسؤولون أمنيون."""
    trades = [{word[:4] for word in fold(name).split() if word.startswith(_TRADES)} for name in (one, other)]
    return bool(trades[0]) and trades[0] == trades[1]


#: Kinds of strikes and blasts.
STRIKES: Final = frozenset(("air_strike", "shelling", "explosion", "suicide_bombing"))

#: Kinds of acts that "the attack" may take up.
ATTACKS: Final = VIOLENT | {"raid", "arrest", "operation", "capture"}


def same_sort(known: Claim, claim: Claim) -> bool:
    """Whether one claim may tell of the act of another: both violent, and none with a rifle what was a strike."""
    if known.kind in STRIKES and is_by_hand(claim):
        return False
    bears = known.kind in (ATTACKS if claim.kind == "attack" else VIOLENT)
    return known.kind == claim.kind or (bears and claim.kind in VIOLENT)


#: Weapons that one man carries.
_BY_HAND: Final = frozenset(
    ("small_arms", "sniper", "machine_gun", "pistol", "silenced_pistol", "rifle", "gunfire", "rubber_bullets", "knife")
)


def is_by_hand(claim: Claim) -> bool:
    """Whether it was done with what no shelling, strike or blast is done with."""
    return claim.weapon is not None and claim.weapon.label in _BY_HAND


_TRADES_ALONE: Final = word_set("likeness", "trades_alone")


def is_another_murder(one: Claim, other: Claim) -> bool:
    """Whether each of two claims tells of one dead, and by what was used or by trade it is not the same one."""
    killed = [claim.counts.get("killed") for claim in (one, other)]
    if one.kind != "attack" or any(tally is None or (tally.low, tally.high) != (1, 1) for tally in killed):
        return False
    used = {claim.weapon.label for claim in (one, other) if claim.weapon is not None}
    if len(used) == 2 and "knife" in used:
        return True
    nouns = {fold(claim.target[0].text).split()[0].removeprefix(_AL) for claim in (one, other) if claim.target}
    return len(nouns) == 2 and nouns <= _TRADES_ALONE


def same_place(one: Place | None, other: Place | None) -> bool:
    """Whether two claims may be of one place; one that is not told may be anywhere."""
    if one is None or other is None:
        return True
    if one.name == other.name or fold(one.name) == fold(other.name):
        return True
    if is_carried(one) and not is_carried(other):
        return lies_in(one, other) or lies_in(other, one)
    return is_carried(one) or is_carried(other)


def covers(wide: Place | None, narrow: Place | None) -> bool:
    """Whether a place is another one or an area around it; one that is not told may be anywhere."""
    if wide is None or narrow is None or is_carried(wide) or is_carried(narrow):
        return True
    return lies_in(narrow, wide)


def lies_in(narrow: Place, wide: Place) -> bool:
    """Whether a place is another one or lies in the country or the area that it is."""
    if fold(wide.name) == fold(narrow.name):
        return True
    if wide.precision == "country":
        return wide.country == narrow.country
    if wide.precision not in ("area", "region") or None in (wide.lat, wide.lon, narrow.lat, narrow.lon):
        return False
    apart = kilometres(wide.lat or 0, wide.lon or 0, narrow.lat or 0, narrow.lon or 0)
    return (narrow.radius_km or 0) <= (wide.radius_km or 0) and apart <= (wide.radius_km or 0)


#: Within how long behind an act it is said that it was.
_SAID_WITHIN: Final = timedelta(days=4)


def same_time(one: Claim, other: Claim) -> bool:
    """Whether the times of two claims meet; when something was said is not when it was, but soon after."""
    if one.when is None or other.when is None:
        return one.when is other.when
    if is_said(one.when) != is_said(other.when):
        said, told = (one.when, other.when) if is_said(one.when) else (other.when, one.when)
        return told.start <= said.end and said.start - told.end <= _SAID_WITHIN
    if _is_of_years(one.when) != _is_of_years(other.when) and _is_of_day(one.when) != _is_of_day(other.when):
        return False  # the attack of today, and those of the last years
    return one.when.start <= other.when.end and other.when.start <= one.when.end


#: A day or two, as an act takes, and so long that only many acts can fill it.
_A_DAY: Final = timedelta(days=2)
_YEARS: Final = timedelta(days=180)


def _is_of_day(when: Period) -> bool:
    return when.end - when.start <= _A_DAY


def _is_of_years(when: Period) -> bool:
    return when.end - when.start >= _YEARS


def tolls(claim: Claim) -> dict[CountName, Tally]:
    """The counts that the words of a claim bring themselves; a pronoun repeats people told of before."""
    return {name: tally for name, tally in claim.counts.items() if tally.why != PRONOUN}


def differ(one: Claim, other: Claim, *, loosely: bool = False) -> bool:
    """Whether the tolls of two claims cannot be those of one act."""
    ones, others = tolls(one), tolls(other)
    loosely = loosely or _are_located(one, other)
    return any(not _agree(ones[name], others[name], loosely) for name in ones.keys() & others.keys())


def _are_located(one: Claim, other: Claim) -> bool:
    """Whether both claims tell where: at one place "some were hurt" is the lead of how many."""
    return is_placed(one) and is_placed(other)


def _agree(one: Tally, other: Tally, loosely: bool) -> bool:
    """Whether two tolls may be one: the same, or loosely "some" and how many, "at least" so many and so many."""
    if (one.low, one.high) == (other.low, other.high) or not loosely:
        return (one.low, one.high) == (other.low, other.high)
    some, many = (one, other) if one.high is None else (other, one)
    if is_some(some):
        return many.low >= some.low
    return some.high is None and many.high is not None and some.low - 1 <= many.low <= some.low  # over 230, and 230


def is_some(tally: Tally) -> bool:
    """Whether a toll is a bare plural: two or more."""
    return tally.low == 2 and tally.high is None


def oppose(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Whether the known parties of two claims are not the same ones."""
    if not one or not other:
        return False
    ids = [{party.id for party in side if party.id} for side in (one, other)]
    return bool(ids[0] and ids[1]) and not ids[0] & ids[1]


def sides_of(claim: Claim) -> set[str]:
    """The known parties of a claim."""
    return {party.id for party in (*claim.initiator, *claim.target) if party.id}


#: Letters by which forms of one root differ.
_WEAK: Final = str.maketrans("", "", "اويه")


def letters_of(claim: Claim) -> str:
    """The strong letters of a claim's word, which a verb and its noun share."""
    return fold(" ".join(claim.why.split(" ")[1:2])).translate(_WEAK)


#: How many characters may part two neighbours.
_NEIGHBOURS: Final = 4


def are_neighbours(one: Claim, other: Claim) -> bool:
    """Whether the words of a claim stand right behind those of another."""
    return 0 <= other.evidence.start - one.evidence.end <= _NEIGHBOURS
