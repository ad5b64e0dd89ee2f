"""Reading in several processes, each at the end of its own pipe: the death of one is known and costs little.

There are no threads here: that keeps forking safe, and Ctrl-C ends everything at once. A process ends when
it is told to, and also when its parent is gone.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing as mp
import signal
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Final

from marsad.engines.task import Outcome, ReaderLike, Task, outcome
from marsad.errors import MarsadError
from marsad.model import Reading, Report, from_json_text, to_json_text

#: A task holds at most so many reports and, but for its last report, so many characters.
_REPORTS: Final = 16
_CHARACTERS: Final = 200_000

#: Tasks under way or waiting for an earlier one, for each process.
_AHEAD: Final = 4


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    ready: bool = False
    task: Task | None = None


def read_in_processes(
    reports: Iterator[Report],
    make_reader: Callable[[], ReaderLike],
    *,
    workers: int,
    start_method: str | None,
) -> Iterator[Outcome]:
    """The outcomes of all reports in their order; see `marsad.engines.read_reports`."""
    pool = _Pool(make_reader, start_method)
    try:
        yield from pool.run(_tasks(reports), workers)
    finally:
        pool.stop()


def _tasks(reports: Iterator[Report]) -> Iterator[Task]:
    number, rest, size = 0, deque[Report](), 0
    for report in reports:
        rest.append(report)
        size += len(report.text)
        if len(rest) == _REPORTS or size >= _CHARACTERS:
            yield Task(number, rest)
            number, rest, size = number + 1, deque(), 0
    if rest:
        yield Task(number, rest)


class _Pool:
    def __init__(self, make_reader: Callable[[], ReaderLike], start_method: str | None) -> None:
        self._context: Any = mp.get_context(start_method)
        self._workers: list[_Worker] = []
        self._make_reader = make_reader
        self._forks = self._context.get_start_method() == "fork"
        if self._forks:
            reader = make_reader()  # made once, and shared with the forked processes page by page
            gc.freeze()  # a collection would write to these pages and so copy them
            self._make_reader = lambda: reader

    def run(self, tasks: Iterator[Task], workers: int) -> Iterator[Outcome]:
        """The outcomes in the order of the tasks.

        Tasks wait ready for whichever process is free next, and between any two steps here the processes are looked
        after: none of them waits while a task is taken from its source or an outcome is dealt with.
        """
        again: deque[Task] = deque()
        ready: dict[int, list[Outcome]] = {}
        due = given = 0
        open_ended = True
        while open_ended or due < given:
            wanted = open_ended and len(again) < workers and given - due < workers * _AHEAD
            for task in self._collect(block=not wanted and due not in ready):
                if task.rest:
                    again.appendleft(task)
                else:
                    ready[task.number] = task.done
            self._hand_out(again, workers)
            if wanted:
                next_task = next(tasks, None)
                open_ended = next_task is not None
                if next_task:
                    again.append(next_task)
                    given += 1
                self._hand_out(again, workers)
            if due in ready:
                yield from ready.pop(due)
                due += 1

    def stop(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(1)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()

    def _hand_out(self, tasks: deque[Task], most: int) -> None:
        for _ in range(min(len(tasks), most) - sum(worker.task is None for worker in self._workers)):
            if len(self._workers) < most:
                self._workers.append(self._start())
        for worker in self._workers:
            if worker.task is None and tasks:
                worker.task = tasks.popleft()
                with contextlib.suppress(OSError):  # it died meanwhile, which `_collect` will see
                    worker.pipe.send(worker.task.batch)

    def _collect(self, *, block: bool) -> list[Task]:
        """The tasks of the processes that have something to say or are dead; if told so, waits until one has."""
        moved = []
        pipes = {worker.pipe: worker for worker in self._workers if worker.task or not worker.ready}
        for pipe in wait(list(pipes), None if block else 0) if pipes else ():
            worker = pipes[pipe]  # type: ignore[index]
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                if task := self._bury(worker):
                    moved.append(task)
                continue
            if isinstance(message, BaseException):
                raise message
            if not worker.ready:
                worker.ready = True
            elif worker.task:
                worker.task.succeed([_unpacked(each) for each in message])
                moved.append(worker.task)
                worker.task = None
        return moved

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        inherited = ours if self._forks else None
        process = self._context.Process(target=_serve, args=(theirs, inherited, self._make_reader), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _bury(self, worker: _Worker) -> Task | None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        code = worker.process.exitcode
        worker.process.close()
        if not worker.ready:
            mend = "give --workers 1; from Python, begin the script with: if __name__ == '__main__':"
            raise MarsadError(f"a reading process could not start (exit code {code})", mend=mend, code="no-worker")
        if worker.task:
            worker.task.fail()
        return worker.task


def _serve(pipe: Connection, inherited: Connection | None, make_reader: Callable[[], ReaderLike]) -> None:
    """The life of a reading process."""
    if inherited:
        inherited.close()  # the parent's end: while it is open here, nothing tells that the parent is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent too, which stops this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = mp.parent_process()
    with contextlib.suppress(EOFError, OSError):  # the parent is gone
        try:
            reader = make_reader()
        except Exception as error:
            pipe.send(error)
            return
        pipe.send("ready")
        while parent is None or parent.sentinel not in wait([pipe, parent.sentinel]):
            pipe.send([_packed(outcome(reader, report)) for report in pipe.recv()])


def _packed(result: Outcome) -> Outcome | str:
    """A reading as its JSON, which is quicker to send than its objects; anything else as it is."""
    if isinstance(result, Reading):
        with contextlib.suppress(ValueError):  # text that is no JSON's, as it holds lone surrogates
            return to_json_text(result)
    return result


def _unpacked(result: Outcome | str) -> Outcome:
    return from_json_text(Reading, result) if isinstance(result, str) else result
