#!/usr/bin/env python3
"""How fast does Marsad read? Reports a second on one core, start-up, memory, and how time grows with the text.

usage: reading.py [FILE] [--json] [--repeat N] [--sizes BYTES,…] [--reports N]

FILE is JSON Lines with `text`; without it the project's own reports (examples/reports, tests/gold) are read. They are
put together and cut into reports of about 250 words. Reading only: taking in, keeping and linking are left out. Times
are processor time, the median of several repetitions in one process, so that they compare on a machine that is busy.
`aho_ratio` is the time of reading over that of one pass of pyahocorasick (`pip install 'marsad[bench]'`) which looks up
the same words of the lexicon in the same text, folded. The reader that is installed is measured: `make compiled`
installs one compiled by mypyc.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import marsad
from marsad.arabic.folding import fold
from marsad.model import Report
from marsad.reading import Reader
from marsad.reading import reader as reading

ROOT = Path(__file__).resolve().parent.parent

#: Words of a report.
WORDS = 250
#: Bytes of the texts that are read whole.
SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
#: So many bytes of the reports are read at most in each repetition, and so many times larger texts are read than once.
LARGE = 500_000
#: The day of publication of every text: "yesterday" has to be worked out, as in a real report.
PUBLISHED = "2024-10-15"

#: What a fresh process does to be ready, and the time that it takes.
_START = (
    "import time; begun = time.process_time(); from marsad.reading import Reader; Reader().knowledge.lexicon;"
    " print(time.process_time() - begun)"
)

Figures = dict[str, Any]


def own_texts() -> list[str]:
    """The texts of the project's own reports: all invented."""
    files = sorted((ROOT / "examples" / "reports").glob("*.txt"))
    plain = [path.read_text("utf-8") for path in files if ".windows-" not in path.name]
    return [*plain, *texts_of(ROOT / "tests" / "gold" / "gold.jsonl")]


def texts_of(file: Path) -> list[str]:
    """The texts of a file of JSON Lines."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def reports(texts: Sequence[str], most: int) -> list[Report]:
    """The texts put together and cut at line ends into reports of about 250 words; `most` of them at most."""
    found: list[Report] = []
    lines: list[str] = []
    words = 0
    for line in "\n\n".join(texts).split("\n"):
        lines.append(line)
        words += len(line.split())
        if words >= WORDS:
            found.append(_report(len(found), "\n".join(lines)))
            lines, words = [], 0
        if len(found) == most:
            return found
    return found or [_report(0, "\n".join(lines))]


def _report(number: int, text: str) -> Report:
    return Report(f"b{number}", text, published=PUBLISHED)


def running_text(texts: Sequence[str], size: int) -> str:
    """`size` bytes of news; where the texts are repeated their small numbers change, and so do days and tolls.

    Without that a long text would claim the same few things again and again, which is easier than what a real one does.
    """
    whole = "\n\n".join(texts) + "\n\n"
    found = bytearray()
    for turn in itertools.count():
        found += _varied(whole, turn).encode("utf-8", "surrogatepass")
        if len(found) >= size:
            return found[:size].decode("utf-8", "ignore")
    raise AssertionError


def _varied(text: str, turn: int) -> str:
    return re.sub(r"\b\d{1,2}\b", lambda m: str((int(m[0]) + turn) % 28 + 1), text) if turn else text


def seconds(work: Callable[[], object], repeat: int) -> float:
    """The median processor time of a piece of work."""
    return statistics.median(_timed(work) for _ in range(repeat))


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def start_up(repeat: int) -> Figures:
    """Processor seconds of a fresh process until it can read: the kept lexicon there (warm), and not (cold)."""
    with tempfile.TemporaryDirectory() as folder:
        cold = _started(folder)
        warm = statistics.median(_started(folder) for _ in range(repeat))
    return {"cold": cold, "warm": warm}


def _started(cache: str) -> float:
    environ = {**os.environ, "MARSAD_CACHE": cache, "PYTHONPATH": str(Path(marsad.__file__).parent.parent)}
    done = subprocess.run([sys.executable, "-c", _START], env=environ, capture_output=True, text=True, check=True)
    return float(done.stdout)


def throughput(reader: Reader, given: Sequence[Report], repeat: int) -> Figures:
    """How many reports and words one core reads in a second, once the reader has met the words."""
    spent = _reading(reader, given, repeat)
    words = sum(len(report.text.split()) for report in given)
    return {"reports": len(given), "reports_per_s_per_core": len(given) / spent, "words_per_s": words / spent}


def _reading(reader: Reader, given: Sequence[Report], repeat: int) -> float:
    def work() -> None:
        for report in given:
            reader.read(report)

    work()
    return seconds(work, repeat)


def linearity(reader: Reader, texts: Sequence[str], sizes: Sequence[int], repeat: int) -> Figures:
    """Seconds for each megabyte of texts of several sizes, and the largest text's over the smallest's."""
    spent: dict[str, float] = {}
    for size in sizes:
        report = _report(0, running_text(texts, size))
        times = repeat if size < LARGE else 1
        if times > 1:
            reader.read(report)
        spent[str(size)] = seconds(lambda each=report: reader.read(each), times) / size * 1e6  # type: ignore[misc]
    return {"s_per_mb": spent, "ratio": spent[str(max(sizes))] / spent[str(min(sizes))]}


def aho_ratio(reader: Reader, given: Sequence[Report], repeat: int) -> float | None:
    """Reading over one bare pass for the same words; none where pyahocorasick is not installed."""
    try:
        import ahocorasick
    except ImportError:
        return None
    automaton = ahocorasick.Automaton()
    for number, phrase in enumerate(reader.knowledge.lexicon.phrases()):
        automaton.add_word(phrase, number)
    automaton.make_automaton()
    folded = [fold(report.text) for report in given]

    def one_pass() -> None:
        for text in folded:
            deque(automaton.iter(text), maxlen=0)

    one_pass()
    return _reading(reader, given, repeat) / seconds(one_pass, 3 * repeat)


def peak_memory() -> float | None:
    """The most memory that this process ever held, in MB; none where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


def measure(texts: Sequence[str], sizes: Sequence[int], repeat: int, most: int) -> Figures:
    """All figures. Memory is given after the reports and again after the largest text."""
    start = start_up(repeat)
    reader = Reader()
    given = reports(texts, most)
    compiled = not str(reading.__file__).endswith(".py")
    figures: Figures = {"compiled": compiled, "start_up_s": start, **throughput(reader, given, repeat)}
    figures["aho_ratio"] = None
    figures["peak_memory_mb"] = {"reports": peak_memory()}
    figures["linearity"] = linearity(reader, texts, sizes, repeat)
    figures["peak_memory_mb"]["largest_text"] = peak_memory()
    figures["aho_ratio"] = aho_ratio(reader, given, repeat)  # last: the automaton takes memory of its own
    return figures


def table(figures: Figures) -> str:
    """The figures for people."""
    return "\n".join(f"{name:<34}{value:>16}" for name, value in _rows(figures))


def _rows(figures: Figures) -> Iterator[tuple[str, str]]:
    start, memory, linear = figures["start_up_s"], figures["peak_memory_mb"], figures["linearity"]
    yield "reader compiled", "yes" if figures["compiled"] else "no"
    yield "start-up, lexicon kept", f"{start['warm']:.2f} s"
    yield "start-up, lexicon to be made", f"{start['cold']:.2f} s"
    yield f"reports of {WORDS} words, one core", f"{figures['reports_per_s_per_core']:.0f} / s"
    yield "words, one core", f"{figures['words_per_s']:.0f} / s"
    for name, value in memory.items():
        yield f"memory, {name.replace('_', ' ')}", _or_not(value, "{:.0f} MB", "not known")
    for size, value in linear["s_per_mb"].items():
        yield f"one text of {int(size) / 1000:.0f} kB", f"{value:.2f} s/MB"
    yield "largest text to smallest, per MB", f"{linear['ratio']:.2f}"
    yield "reading to one pyahocorasick pass", _or_not(figures["aho_ratio"], "{:.1f}", "not installed")


def _or_not(value: float | None, form: str, otherwise: str) -> str:
    return otherwise if value is None else form.format(value)


def main(arguments: Sequence[str] | None = None) -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("file", nargs="?", type=Path, help="JSON Lines with `text` (default: the project's own reports)")
    ap.add_argument("--json", action="store_true", help="print one JSON object")
    ap.add_argument("--repeat", type=int, default=5, help="repetitions of each measurement (default: 5)")
    ap.add_argument("--sizes", default=",".join(map(str, SIZES)), help="bytes of the texts that are read whole")
    ap.add_argument("--reports", type=int, default=100, help="how many reports are read at most (default: 100)")
    args = ap.parse_args(arguments)
    texts = texts_of(args.file) if args.file else own_texts()
    figures = measure(texts, [int(size) for size in args.sizes.split(",")], args.repeat, args.reports)
    print(json.dumps(figures) if args.json else table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
