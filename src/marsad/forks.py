"""Work in forked processes: each has all that it needs without being sent it, and lives for one piece of work.

Where the platform cannot fork, or where forking is not its way, the same work is done in this process.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing as mp
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, Final, Generic, TypeVar

from marsad.errors import MarsadError

T = TypeVar("T")
R = TypeVar("R")

#: So many items travel together.
_TOGETHER: Final = 8

#: Bytes that a pipe holds: some hundred reports, so that a process works on while nobody listens.
_PIPE: Final = 1 << 20


def share_out(work: Callable[[T], R], items: Sequence[T], workers: int) -> list[R]:
    """What `work` makes of each item, in their order; it does not depend on the number of processes.

    Every process takes one item in so many, so that a stretch of hard ones falls to all. What a process does not
    deliver, whatever the cause, is done here after all.
    """
    workers = max(1, workers if _may_fork() else 1)
    shares = [items[at::workers] for at in range(workers)]
    found: dict[int, list[R]] = {}
    helpers: list[_Helper] = []
    try:
        helpers.extend(_Helper(_send_share, work, share) for share in shares[1:])
        found[0] = list(map(work, shares[0]))
        for at, helper in enumerate(helpers, start=1):
            made = helper.receive()
            found[at] = list(map(work, shares[at])) if made is None else made
    finally:
        for helper in helpers:
            helper.stop()
    return [found[at % workers][at // workers] for at in range(len(items))]


class Ahead(Generic[T]):
    """The items of an iterable, made ahead of their use by a process of their own, which starts at once.

    It makes only as many as a pipe holds. What making the iterable or an item raises is raised here. Without `fork`
    all is done in this process.
    """

    def __init__(self, make: Callable[[], Iterable[T]], *, fork: bool = True) -> None:
        self._make = make
        self._helper = _Helper(_send_items, make) if fork and _may_fork() else None

    def __iter__(self) -> Iterator[T]:
        if not self._helper:
            yield from self._make()
            return
        while (some := self._helper.receive()) != []:
            if isinstance(some, BaseException):
                raise some
            if some is None:
                mend = "run the same command again: what was kept is safe"
                raise MarsadError("the process that takes in the files was killed", mend=mend, code="intake-killed")
            yield from some

    def close(self) -> None:
        """Ends the process, whether or not it is done."""
        if self._helper:
            self._helper.stop()


def _may_fork() -> bool:
    return mp.get_context().get_start_method() == "fork" and not mp.current_process().daemon


class _Helper:
    """A process that works and says what comes of it."""

    def __init__(self, work: Callable[..., None], *given: Any) -> None:
        context: Any = mp.get_context("fork")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_help, args=(self._pipe, theirs, work, given), daemon=True)
        self._process.start()
        theirs.close()
        with contextlib.suppress(OSError, ImportError, AttributeError):  # Linux only; elsewhere it holds less
            import fcntl

            fcntl.fcntl(self._pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)

    def receive(self) -> Any:
        """What the process says next; none where it is dead."""
        with contextlib.suppress(EOFError, OSError):
            return self._pipe.recv()
        return None

    def stop(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _help(ours: Connection, theirs: Connection, work: Callable[..., None], given: Sequence[Any]) -> None:
    """The life of a helper. It ends without tidying up: what there is to tidy belongs to the process it came from."""
    ours.close()  # while it is open here, nothing tells that the other process is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the other process too, which stops this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # a collection would write to the pages that are shared, and so copy them
    try:
        work(theirs, *given)
    finally:
        os._exit(0)


def _send_share(pipe: Connection, work: Callable[[T], R], share: Sequence[T]) -> None:
    pipe.send(list(map(work, share)))


def _send_items(pipe: Connection, make: Callable[[], Iterable[T]]) -> None:
    """Sends items in lists, an empty one last, or what was raised."""
    some: list[T] = []
    end: list[T] | Exception = []
    try:
        for item in make():
            some.append(item)
            if len(some) == _TOGETHER:
                pipe.send(some)
                some = []
    except Exception as error:
        end = error
    if some:
        pipe.send(some)
    pipe.send(end)
