"""Readings come in order, whatever befalls the processes that make them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.engines import read_reports
from marsad.engines.task import Outcome
from marsad.errors import InputError, KnowledgeError, MarsadError
from marsad.model import Reading, Report

#: Newer Pythons warn of forking beside threads; the threads here are those of pytest.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


class Stub:
    """A reader that does what the text says."""

    def read(self, report: Report) -> Reading:
        match report.text:
            case "raise":
                raise ValueError("no verb")
            case "recurse":
                self.read(report)
            case "refuse":
                raise InputError("not Arabic", where=report.id, code="not-arabic")
            case "die":
                os._exit(3)
            case "process":
                return Reading(Report(report.id, str(os.getpid())), ())
        return Reading(report, ())


def no_reader() -> Stub:
    raise KnowledgeError("unknown column", where="actors.csv, line 1")


def no_process() -> Stub:
    os._exit(4)


def reports(*texts: str, number: int = 100) -> list[Report]:
    made = [Report(f"r{i}", "نص", origin=f"file, line {i}") for i in range(number)]
    return [Report(report.id, text, origin=report.origin) for report, text in zip(made, texts, strict=False)] + made[
        len(texts) :
    ]


def summary(outcomes: Iterator[Outcome]) -> list[str]:
    return [one.document.id if isinstance(one, Reading) else one.code for one in outcomes]


ENGINES = [(1, None), (2, "fork"), (2, "spawn"), (3, "forkserver")]
if sys.platform == "win32":
    ENGINES = [(1, None), (2, "spawn")]


@pytest.mark.parametrize(("workers", "method"), ENGINES)
def test_readings_come_in_the_order_of_reports(workers: int, method: str | None) -> None:
    found = read_reports(reports("نص", "raise", "refuse"), workers=workers, make_reader=Stub, start_method=method)
    assert summary(found) == ["r0", "reader-failed", "not-arabic", *(f"r{i}" for i in range(3, 100))]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_names_the_report(workers: int) -> None:
    made = [*reports(number=30), Report("bad", "raise", origin="a.jsonl, line 7"), Report("deep", "recurse")]
    *_, error, deep = read_reports(made, workers=workers, make_reader=Stub)
    assert isinstance(error, InputError)
    assert (error.code, error.where) == ("reader-failed", "a.jsonl, line 7")
    assert "bad" in error.what
    assert "ValueError: no verb" in error.what
    assert isinstance(deep, InputError)
    assert "RecursionError" in deep.what


@pytest.mark.parametrize("method", [method for _, method in ENGINES[1:]])
def test_the_death_of_a_process_costs_only_the_report_that_killed_it(method: str) -> None:
    made = reports(*["نص"] * 20, "die")
    found = summary(read_reports(made, workers=2, make_reader=Stub, start_method=method))
    assert found == [f"r{i}" if i != 20 else "reader-failed" for i in range(100)]


def test_few_reports_are_read_in_this_process() -> None:
    [one] = read_reports(reports("process", number=1), make_reader=Stub)
    assert isinstance(one, Reading)
    assert one.document.text == str(os.getpid())


def test_many_reports_are_read_in_several_processes() -> None:
    found = read_reports(reports(*["process"] * 100), workers=2, make_reader=Stub)
    processes = {one.document.text for one in found if isinstance(one, Reading)}
    assert str(os.getpid()) not in processes
    assert 1 <= len(processes) <= 2


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_no_reports_give_no_readings(workers: int | None) -> None:
    assert list(read_reports([], workers=workers, make_reader=Stub)) == []


def test_reports_are_taken_only_as_fast_as_readings() -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(f"r{taken}", "نص")

    found = read_reports(endless(), workers=2, make_reader=Stub)
    for _ in range(500):
        next(found)
    assert taken <= 500 + 16 * 4 * 2 + 16
    found.close()  # type: ignore[attr-defined]


def test_long_reports_travel_in_small_tasks() -> None:
    taken = 0

    def long() -> Iterator[Report]:
        nonlocal taken
        for i in range(40):
            taken += 1
            yield Report(f"r{i}", "نص " * 100_000)

    found = read_reports(long(), workers=2, make_reader=Stub)
    next(found)
    assert taken <= 10
    assert len(list(found)) == 39


@pytest.mark.parametrize(("workers", "method"), ENGINES)
def test_a_reader_that_cannot_be_made_is_told_at_once(workers: int, method: str | None) -> None:
    with pytest.raises(KnowledgeError, match="unknown column"):
        list(read_reports(reports(), workers=workers, make_reader=no_reader, start_method=method))


def test_a_process_that_cannot_start_is_told_at_once() -> None:
    with pytest.raises(MarsadError) as caught:
        list(read_reports(reports(), workers=2, make_reader=no_process, start_method="spawn"))
    assert caught.value.code == "no-worker"


def test_an_error_of_the_source_is_passed_on_and_ends_the_processes() -> None:
    def broken() -> Iterator[Report]:
        yield from reports()
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(read_reports(broken(), workers=2, make_reader=Stub))


SLEEPS = """
import os, sys, time
from marsad.engines import read_reports
from marsad.model import Reading, Report

class Slow:
    def read(self, report):
        os.write(1, b"%d\\n" % os.getpid())
        time.sleep(float(sys.argv[2]))

if __name__ == "__main__":
    try:
        made = (Report(f"r{i}", "x") for i in range(100))
        list(read_reports(made, workers=2, make_reader=Slow, start_method=sys.argv[1]))
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


def heeds_ctrl_c() -> None:
    """Tests may run in the background of a shell, where Ctrl-C is ignored, and a child would inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
@pytest.mark.parametrize("method", ["fork", "forkserver"])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_processes_end_with_their_parent(method: str, how: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "sleeps.py"
    script.write_text(SLEEPS, "utf-8")
    seconds = "60" if how == signal.SIGINT else "0.05"
    run = subprocess.Popen(
        [sys.executable, str(script), method, seconds],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heeds_ctrl_c,
    )
    assert run.stdout
    workers = {int(run.stdout.readline()), int(run.stdout.readline())}
    start = time.monotonic()
    if how == signal.SIGINT:
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does
        out, err = run.communicate(timeout=10)
        assert out.endswith("stopped\n")
        assert err == ""
        assert time.monotonic() - start < 5
    else:
        run.kill()
        run.wait()
    while any(alive(worker) for worker in workers):
        assert time.monotonic() - start < 10
        time.sleep(0.05)
    run.stdout.close()
    if run.stderr:
        run.stderr.close()


def alive(process: int) -> bool:
    with contextlib.suppress(OSError):
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return False
