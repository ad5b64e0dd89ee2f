"""The times that a report has named so far, and whether a time is a claim's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from marsad.model import Period

DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)


@dataclass(slots=True)
class Clock:
    """The times that a report has named so far: the day it appeared, and the times of what it told.

    `honoured` are the kinds of acts that somebody is praised or mourned for, on a day that nobody tells.
    """

    published: date | None
    main: Period | None = None
    last: Period | None = None
    stretch: Period | None = None
    kinds: dict[str, Period] = field(default_factory=dict)
    honoured: set[str] = field(default_factory=set)

    def note(self, kind: str, found: Period) -> None:
        """Keep a time that words named: later sentences take it up (خلالها، هذه الفترة، القصف)."""
        self.last = found
        if found.end - found.start > WEEK:
            self.stretch = found
        else:
            self.kinds[kind] = found


SAID: Final = "when it was said"


def is_said(when: Period | None) -> bool:
    """Whether words tell only when something was said: أعلنت الوزارة اليوم مقتل خمسة."""
    return when is not None and when.why == SAID


SHARED: Final = "shared: the time that its sentence names"


def is_own(when: Period | None) -> bool:
    """Whether words of a claim's own bound its time."""
    return when is not None and when.span is not None and when.why != SHARED
