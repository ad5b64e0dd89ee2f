"""When a claim was: its own time words, those that it shares with others, or the day of the report's event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from marsad.arabic.calendar import find_dates
from marsad.model import Modality, Period, Span
from marsad.reading import factuality
from marsad.reading.grouping import Group
from marsad.reading.scan import Dated, Scan

#: Kinds that are done once: "since 2017" tells when they were.
_ONCE: Final = frozenset(("capture", "handover", "agreement", "withdrawal", "deployment", "operation", "release"))
#: What somebody does by speaking is done when the report is written, not when what it tells of happened.
_SPEECH: Final = frozenset(("accusation", "request", "threat", "sanction", "meeting", "agreement", "aid"))
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)


@dataclass(slots=True)
class Clock:
    """The times that a report has named so far: the day it appeared and the day of its event."""

    published: date | None
    main: Period | None = None


def time_of(
    scan: Scan, groups: Sequence[Group], at: int, extent: tuple[int, int], clock: Clock, modality: Modality
) -> Period | None:
    """When one group of a sentence, with the words that belong to it, was or will be."""
    group, (first, last) = groups[at], extent
    dated = _nearest_date(scan, first, last, group, only=len(groups) == 1)
    if dated is not None:
        found = _period(scan, dated, group.kind, clock.published)
        if modality != "happened" and clock.published and dated.date.basis == "weekday" and found.end < clock.published:
            return replace(found, start=found.start + _WEEK, end=found.end + _WEEK)  # planned for the Wednesday to come
        if (
            clock.main is None
            and modality == "happened"
            and _is_main_day(dated, clock.published)
            and not factuality.background(scan, first)
        ):
            clock.main = found
        return found
    if modality != "happened" or factuality.habitual(scan, first, last) or factuality.background(scan, first):
        return None
    if clock.main is not None and group.kind not in _SPEECH:
        return replace(clock.main, span=None, why="the day of the report's event before")
    if clock.published is None:
        return None
    return Period(clock.published - _DAY, clock.published, "day", None, "the day of publication and the day before")


def _period(scan: Scan, dated: Dated, kind: str, published: date | None) -> Period:
    """The time of a date; "since" is the beginning of what is done once, and a stretch up to today of what goes on."""
    words = Span(scan.words[dated.first].start, scan.words[dated.last].end)
    told = dated.date
    if told.basis == "since" and kind in _ONCE:
        inner = find_dates(words.of(scan.text).split(maxsplit=1)[-1], published)
        if inner:
            return Period(inner[0].first, inner[0].last, inner[0].precision, words, "since: when it began")
    before = {word.norm for word in scan.words[max(0, dated.first - 3) : dated.first]}
    if before & {"منذ", "ومنذ"} and kind not in _ONCE and published is not None and told.last < published:
        return Period(told.first, published, "range", words, "since")
    return Period(told.first, told.last, told.precision, words, told.basis)


def _is_main_day(dated: Dated, published: date | None) -> bool:
    """Whether a date may be the time that the report is about: a day that is no old one, or the month just past."""
    if dated.date.precision not in ("day", "part_of_day", "night"):
        month = timedelta(days=27) <= dated.date.last - dated.date.first <= timedelta(days=31)
        return month and published is not None and timedelta(0) <= published - dated.date.last <= _WEEK
    return published is None or -_DAY <= published - dated.date.last <= timedelta(days=3)


def _nearest_date(scan: Scan, first: int, last: int, group: Group, *, only: bool) -> Dated | None:
    inside = [dated for dated in scan.dates if first <= dated.first <= last]
    if inside:
        return min(inside, key=lambda dated: (_distance(dated, group), dated.date.last - dated.date.first))
    before = [dated for dated in scan.dates if dated.last < first and (only or dated.first <= 6)]
    return before[-1] if before else None


def _distance(dated: Dated, group: Group) -> int:
    if group.first <= dated.first <= group.last:
        return 0
    return min(abs(dated.first - group.last), abs(group.first - dated.last))
