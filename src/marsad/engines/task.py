"""What is done with one report, wherever it is done: a reading or an error, never an exception."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Protocol

from marsad.errors import InputError, MarsadError
from marsad.model import Reading, Report

Outcome = Reading | InputError


class ReaderLike(Protocol):
    """What makes a reading of a report."""

    def read(self, report: Report, /) -> Reading: ...


@dataclass(slots=True)
class Task:
    """Reports that one process reads together, `number` in the order of all; `careful`: one at a time."""

    number: int
    rest: deque[Report]
    done: list[Outcome] = field(default_factory=list)
    careful: bool = False

    @property
    def batch(self) -> list[Report]:
        """What a process is given next."""
        return [self.rest[0]] if self.careful else list(self.rest)

    def succeed(self, outcomes: list[Outcome]) -> None:
        """These are the outcomes of the batch."""
        for result in outcomes:
            self.rest.popleft()
            self.done.append(result)

    def fail(self) -> None:
        """The process died over the batch: each report is tried alone; one that kills again is given up."""
        if len(self.batch) == 1:
            self.done.append(failure(self.rest.popleft(), "the reading process died"))
        self.careful = True


def outcome(reader: ReaderLike, report: Report) -> Outcome:
    """The reading of a report, or the error that says which report the reader failed on."""
    try:
        return reader.read(report)
    except InputError as error:
        return error
    except MarsadError as error:
        return failure(report, error.what)
    except Exception as error:
        return failure(report, f"{type(error).__name__}: {error}")


def failure(report: Report, why: str) -> InputError:
    return InputError(
        f"the reader failed on report {report.id}: {why}",
        where=report.origin or report.id,
        mend="this is a fault of Marsad's: report it, with the text if you may",
        code="reader-failed",
    )
