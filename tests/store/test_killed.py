"""A program that is killed loses nothing that it reported as kept."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from marsad.store import Store

KEEPS = """
import itertools, sys
from marsad.model import Claim, Reading, Report, Span
from marsad.store import Store

with Store(sys.argv[1]) as store:
    for start in itertools.count(int(sys.argv[2]), 7):
        batch = [
            Reading(Report(f"r{i}", "نص " * 200), (Claim("c1", "shelling", Span(0, 2), Span(0, 2)),))
            for i in range(start, start + 7)
        ]
        assert set(store.keep_many(batch)) <= {"new", "known"}
        print(*(reading.document.id for reading in batch), flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX systems can kill like this")
def test_what_was_reported_as_kept_is_there_after_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "marsad.db"
    chance = random.Random(9)
    reported: set[str] = set()
    for attempt in range(3):
        arguments = [sys.executable, "-c", KEEPS, str(path), str(attempt * 5000)]
        run = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
        assert run.stdout
        # the first kill may come while the store is made; before the others some batches are waited for
        first = run.stdout.readline().split() if attempt else []
        time.sleep(chance.uniform(0.02, 0.3) + (0 if attempt else 0.7))
        run.kill()
        whole = run.stdout.read().split("\n")[:-1]
        run.wait()
        run.stdout.close()
        reported |= set(first).union(*(line.split() for line in whole))
        with Store(path) as store:
            kept = {reading.document.id for reading in store.readings()}
            assert reported <= kept
            assert store.check() == []
            assert store.counts() == {"reports": len(kept), "claims": len(kept), "events": 0, "skipped": 0}
            assert len(kept) % 7 == 0
    assert len(reported) > 20
