#!/usr/bin/env python3
"""Write what Marsad prints, and how well it reads, into README.md."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import evaluate
import readme

WIDTH = "110"


def marsad(*words: str, folder: str) -> str:
    """What a command prints, run in `folder`, as a pipe gets it."""
    environ = {**os.environ, "COLUMNS": WIDTH, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "marsad", *words]
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"marsad {' '.join(words)} ended with {done.returncode}:\n{done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def demo() -> str:
    """The demo's output: the events of the examples, and one that its sources dispute."""
    examples = str(readme.ROOT / "examples" / "reports")
    with tempfile.TemporaryDirectory() as folder:
        table = marsad("run", examples, "--limit", "12", folder=folder)
        disputed = marsad("events", "--disputed", "--limit", "1", "--json", folder=folder)
        shown = ""
        if disputed:
            name = json.loads(disputed)["id"]
            shown = f"\n$ marsad show {name}\n{marsad('show', name, folder=folder)}"
    return f"```text\n$ marsad run examples/reports\n{table}\n{shown}\n```"


def main() -> int:
    readme.write_part("demo", demo())
    return evaluate.main()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(readme.ROOT / "src")))
    sys.exit(main())
