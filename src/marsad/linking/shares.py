"""Work that is shared out among processes; what comes of it does not depend on their number.

They are forked, so that each has all that it needs without being sent it, and live for one share of the work. What a
process does not deliver, whatever the cause, is done here after all.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing as mp
import os
import signal
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def share_out(work: Callable[[T], R], items: Sequence[T], workers: int) -> list[R]:
    """What `work` makes of each item, in their order. Every process takes one item in so many, so that a stretch of
    hard ones falls to all.
    """
    workers = max(1, workers if _may_fork() else 1)
    shares = [items[at::workers] for at in range(workers)]
    found: dict[int, list[R]] = {}
    helpers: list[_Helper] = []
    try:
        helpers.extend(_Helper(work, share) for share in shares[1:])
        found[0] = list(map(work, shares[0]))
        for at, helper in enumerate(helpers, start=1):
            made = helper.result()
            found[at] = list(map(work, shares[at])) if made is None else made
    finally:
        for helper in helpers:
            helper.stop()
    return [found[at % workers][at // workers] for at in range(len(items))]


def _may_fork() -> bool:
    return mp.get_context().get_start_method() == "fork" and not mp.current_process().daemon


class _Helper:
    """A process that works on a share and says what came of it."""

    def __init__(self, work: Callable[[T], R], share: Sequence[T]) -> None:
        context: Any = mp.get_context("fork")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_help, args=(theirs, work, share), daemon=True)
        self._process.start()
        theirs.close()

    def result(self) -> list[Any] | None:
        """What the work made, or none where it failed."""
        with contextlib.suppress(EOFError, OSError):
            made: list[Any] = self._pipe.recv()
            return made
        return None

    def stop(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _help(pipe: Connection, work: Callable[[T], R], share: Sequence[T]) -> None:
    """The life of a helper. It ends without tidying up: what there is to tidy belongs to the process it came from."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent too, which stops this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # a collection would write to the pages that are shared, and so copy them
    try:
        pipe.send(list(map(work, share)))
    finally:
        os._exit(0)
