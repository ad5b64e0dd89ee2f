"""When a claim was: its own time words, those that it shares with others, or the day of the report's event."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from marsad.model import Modality, Period
from marsad.reading.factuality.background import is_background
from marsad.reading.groups.groups import Group
from marsad.reading.scan import Dated, Scan
from marsad.reading.times.clock import DAY, SAID, WEEK, Clock
from marsad.reading.times.own_dates import is_of_saying, nearest_date
from marsad.reading.times.periods import (
    DAY_BEFORE,
    MONTH,
    amount_before,
    in_tense,
    is_once,
    period_of,
    so_long_before,
    with_duration,
    with_end,
)
from marsad.reading.times.undated import DOCUMENTING, period_taken_up, time_without_date
from marsad.reading.word_sets import word_set

#: What a report may be about as a whole: خلال شهر آذار، في عشرة أشهر. What goes on since long is not it.
_STRETCHES: Final = frozenset(("month", "within", "rolling", "range"))


def note_stretch(scan: Scan, clock: Clock) -> None:
    """Keep the time that a report on what was done within it names at its head: حصيلة العمليات من 3 إلى 9 آذار."""
    if clock.main is not None or not _is_account(scan):
        return
    for dated in scan.dates:
        monthly = dated.date.precision in ("month", "year") and _is_just_over(dated, clock.published)
        if monthly or (dated.date.basis in _STRETCHES and _is_main(scan, dated, clock.published)):
            clock.main = clock.stretch = period_of(scan, dated, clock.published, once=False)
            return


def _is_just_over(dated: Dated, published: date | None) -> bool:
    """Whether a month ended a fortnight ago at most, when accounts of it appear."""
    return published is not None and timedelta(0) <= published - dated.date.last <= 2 * WEEK


def time_of(
    scan: Scan, groups: list[Group], at: int, extent: tuple[int, int], clock: Clock, modality: Modality
) -> Period | None:
    """When one group of a sentence, with the words that belong to it, was or will be."""
    group, (first, last) = groups[at], extent
    dated = nearest_date(scan, first, last, group, only=len(groups) == 1)
    if dated is not None and modality != "happened" and is_of_saying(scan, group, dated):
        dated = None  # قالوا، مساء الأربعاء، إنه من المتوقع أن
    if dated is not None and modality == "requested" and at and groups[at - 1].first < dated.first < group.first:
        dated = None  # أغلق محتجون صباح الاثنين الطريق للمطالبة بالإفراج عن
    taken_up = period_taken_up(scan, first, last, clock)
    if taken_up is not None and (dated is None or is_of_saying(scan, group, dated)):
        return taken_up
    after = amount_before(scan, group) if dated is None or dated.last < group.first else None
    if after is not None and after.days != 0:
        told = dated if after == DAY_BEFORE else None  # أعلنت الحكومة أمس الحداد غداة هجوم
        return so_long_before(scan, group, after, clock, told) if modality == "happened" else None
    if dated is None:
        return time_without_date(scan, group, extent, clock, modality)
    found = period_of(scan, dated, clock.published, once=is_once(scan, group))
    found = in_tense(found, dated, modality, clock.published)
    found = with_end(scan, dated, with_duration(scan, first, last, group, found))
    if is_of_saying(scan, group, dated):
        found = replace(found, why=SAID)
    if modality == "happened":
        clock.note(group.kind, found)
        if (
            (clock.main is None or _is_nearer(found, clock.main))
            and _is_main(scan, dated, clock.published)
            and not _told_besides(scan, group, first)
        ):
            clock.main = found
    return found


_AFTER: Final = word_set("times", "after")


def _told_besides(scan: Scan, group: Group, first: int) -> bool:
    """Whether something is only the background of what is told: كان قد، بعد أن."""
    before = scan.words[max(first, group.first - 3) : group.first]
    return is_background(scan, first) or any(word.norm in _AFTER for word in before)


def _is_account(scan: Scan) -> bool:
    """Whether a sentence is of an account of what was documented: رصدت الشبكة خلال أسبوع."""
    return bool(scan.cue("document")) or any(word.norm.lstrip("و") in DOCUMENTING for word in scan.words)


def _is_nearer(found: Period, main: Period) -> bool:
    """Whether a day is told behind the months or years that an account spans: what follows is of that day."""
    return found.end - found.start <= timedelta(days=2) and main.end - main.start > MONTH


def _is_main(scan: Scan, dated: Dated, published: date | None) -> bool:
    """Whether a date may be the time that the report is about: a day that is no old one, or a stretch up to now.

    Days that only a toll comes from are not: مقتل 150 شخصا خلال عشرة أيام.
    """
    told = dated.date
    if told.precision in ("day", "part_of_day", "night"):
        return published is None or -DAY <= published - told.last <= timedelta(days=3)
    if told.precision in ("month", "year") and _is_just_over(dated, published) and _is_account(scan):
        return True
    if told.basis in ("within", "rolling") and told.last - told.first <= 2 * WEEK and not _is_account(scan):
        return False
    return told.basis in _STRETCHES and published is not None and timedelta(0) <= published - told.last <= WEEK
