#!/usr/bin/env python3
"""How well does Marsad read? Reads gold reports, scores the claims, and writes the table into README.md.

usage: evaluate.py [--raise-floors] [--check] [--no-readme]

The gold reports of the project (tests/gold) are always read; larger sets that may not be passed on are read where
MARSAD_SHARED or ../shared holds them, and keep their last figures in the table elsewhere. tests/eval_floors.json
holds what each of the project's own sets must reach: --check fails below it, --raise-floors raises it and never
lowers it.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import readme

ROOT = readme.ROOT
FLOORS = ROOT / "tests" / "eval_floors.json"
#: The project's own sets by their files in tests/gold, with the names that the table gives them.
OWN = {
    "gold": "tests/gold, written for the project",
    "unseen": "tests/gold, annotated unread; its errors since looked at",
}

#: The columns of the table: a figure of the scorer, and what a reader of the table needs to know of it.
COLUMNS = {
    "documents": "reports",
    "gold": "claims",
    "precision": "precision",
    "recall": "recall",
    "f1": "F1",
    "place": "place",
    "when": "when",
    "counts": "counts",
    "irrealis": "denied, planned…",
    "attribution": "source",
    "publishable_f1": "all right",
}
#: Figures that may never fall.
GUARDED = (
    "precision", "recall", "f1", "place", "placed", "when", "counts", "counted", "irrealis", "attribution",
    "attributed", "parties_f1", "publishable_f1",
)  # fmt: skip

Figures = dict[str, float]
#: What each of the project's own sets must reach.
Floors = dict[str, Figures]


def own_set(name: str) -> Path:
    """The file of one of the project's own sets."""
    return ROOT / "tests" / "gold" / f"{name}.jsonl"


def gold_sets() -> dict[str, Path]:
    """The sets that are present, by the name that the table gives them."""
    shared = Path(os.environ.get("MARSAD_SHARED") or ROOT.parent / "shared") / "gold"
    sets = {
        **{title: own_set(name) for name, title in OWN.items()},
        "116 real reports of 2015-2025 by some sixty outlets": shared / "dev.jsonl",
        "26 reports rich in denials, plans and chains of voices": shared / "own.jsonl",
        "the two reports that the project started from": shared / "seeds.jsonl",
    }
    return {name: path for name, path in sets.items() if path.is_file()}


def score(gold: Path) -> Figures:
    """The scorer's figures for one set."""
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "read.jsonl"
        with answers.open("wb") as handle:
            command = [sys.executable, "-m", "marsad", "read", "--json", "--quiet", str(gold)]
            environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
            subprocess.run(command, stdout=handle, env=environ, check=True)
        scorer = [sys.executable, str(ROOT / "scripts" / "score.py"), str(gold), str(answers), "--json"]
        done = subprocess.run(scorer, capture_output=True, text=True, encoding="utf-8", check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def table(measured: dict[str, Figures], before: str = "") -> str:
    """The table in Markdown; rows of `before` that were not measured now are kept."""
    rows = {line.split("|")[1].strip(): line for line in before.splitlines()[2:] if line.startswith("|")}
    for name, figures in measured.items():
        cells = (_cell(figures[key]) for key in COLUMNS)
        rows[name] = f"| {name} | {' | '.join(cells)} |"
    head = f"| gold reports | {' | '.join(COLUMNS.values())} |"
    return "\n".join([head, "|---|" + "--:|" * len(COLUMNS), *rows.values()])


def _cell(value: float) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def below(figures: Figures, floors: Figures) -> list[str]:
    """What is worse than its floor."""
    return [f"{key} {figures[key]:.3f} < {floor:.3f}" for key, floor in floors.items() if figures[key] < floor]


def raised(figures: Figures, floors: Figures) -> Figures:
    """The floors, each raised to what was reached, rounded down to three digits."""
    reached = {key: math.floor(figures[key] * 1000) / 1000 for key in GUARDED}
    return {key: max(value, floors.get(key, 0.0)) for key, value in reached.items()}


def read_floors() -> Floors:
    floors: Floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    return floors


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--raise-floors", action="store_true", help="raise tests/eval_floors.json to what is reached")
    ap.add_argument("--check", action="store_true", help="fail where a figure lies below its floor")
    ap.add_argument("--no-readme", action="store_true", help="leave README.md as it is")
    args = ap.parse_args()

    measured = {name: score(path) for name, path in gold_sets().items()}
    print(table(measured))
    if not args.no_readme:
        readme.write_part("eval", table(measured, readme.part("eval")))
    floors = read_floors()
    own = {name: measured[title] for name, title in OWN.items()}
    fallen = [f"{name}: {line}" for name in OWN for line in below(own[name], floors.get(name, {}))]
    if args.raise_floors:
        higher = {name: raised(own[name], floors.get(name, {})) for name in OWN}
        FLOORS.write_text(json.dumps(higher, indent=2) + "\n", "utf-8")
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen and (args.check or args.raise_floors) else 0


if __name__ == "__main__":
    sys.exit(main())
