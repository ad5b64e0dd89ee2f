"""Write the inflected forms of every verb of the knowledge files to `verb_forms.csv`, so that nobody waits.

usage: python scripts/build_forms.py [--check]

--check writes nothing and fails where the file is out of date.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

from marsad.arabic.inflection import conjugate, pack
from marsad.knowledge.tables import rows

TARGET = Path(__file__).parent.parent / "src/marsad/knowledge/data/verb_forms.csv"


def build() -> str:
    """The text of the file: root, pattern, reduced, packed forms; sorted."""
    verbs = {
        (row["root"], row["pattern"], "reduced" if "reduced" in row["note"].split() else "")
        for table in ("triggers", "light_verbs", "cues")
        for row in rows(table)
        if row["root"] and row["pattern"]
    }
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("root", "pattern", "reduced", "forms"))
    for root, pattern, reduced in sorted(verbs):
        writer.writerow((root, pattern, reduced, pack(conjugate(root, pattern, reduced=bool(reduced)))))
    return out.getvalue()


def main() -> int:
    text = build()
    if "--check" in sys.argv:
        if TARGET.read_text(encoding="utf-8") != text:
            print(f"{TARGET.name} is out of date: run python scripts/build_forms.py", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
