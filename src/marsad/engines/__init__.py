"""Where reading runs: in this process or in several; the readings and their order are the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from marsad.engines.pool import read_in_processes
from marsad.engines.task import Outcome, ReaderLike, outcome
from marsad.model import Report

if TYPE_CHECKING:
    from marsad.knowledge import Knowledge

__all__ = ["Outcome", "ReaderLike", "processors", "read_reports"]

#: So few reports are read in this process sooner than another process starts.
_FEW = 16


def read_reports(
    reports: Iterable[Report],
    *,
    knowledge: Knowledge | None = None,
    workers: int | None = None,
    make_reader: Callable[[], ReaderLike] | None = None,
    start_method: str | None = None,
) -> Iterator[Outcome]:
    """For each report, in their order, its reading, or an InputError (`reader-failed`) where the reader
    raises or dies.

    `workers` is how many processes read (none: as many as this one has processors, but this process alone
    for a few reports; 0 or 1: this process). Reports are taken from their source only as fast as readings
    are taken from here. Marsad's own reader reads with `knowledge`; `make_reader` makes another, once a
    process; what it raises is raised here. `start_method` is one of `multiprocessing`'s; where processes are
    spawned, it and the reader must be picklable.
    """
    maker = make_reader or _MakeReader(knowledge)
    source = iter(reports)
    if workers is None:
        workers = processors()
        head = list(islice(source, _FEW + 1))
        workers = 1 if len(head) <= _FEW else workers
        source = chain(head, source)
    if workers <= 1:
        return _read_here(source, maker)
    return read_in_processes(source, maker, workers=workers, start_method=start_method)


def _read_here(reports: Iterator[Report], make_reader: Callable[[], ReaderLike]) -> Iterator[Outcome]:
    reader = make_reader()
    for report in reports:
        yield outcome(reader, report)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _MakeReader:
    """Makes Marsad's own reader (a class, as closures cannot be sent to a spawned process)."""

    def __init__(self, knowledge: Knowledge | None) -> None:
        self._knowledge = knowledge

    def __call__(self) -> ReaderLike:
        from marsad.reading import Reader

        reader: ReaderLike = Reader(knowledge=self._knowledge)
        return reader
