#!/usr/bin/env python3
"""Works out the weights of `confidence.csv` from gold reports, and shows how far the chances hold.

usage: fit_confidence.py [--write]

Reads every gold set that is present (tests/gold, and ../shared or MARSAD_SHARED), matches the claims of the reader
with the gold as scripts/score.py does, and fits one logistic regression for the claim as a whole and one for each
field. A third of the reports, chosen by a checksum of the id, is held out: the reliability table is theirs. Needs
scikit-learn (pip install "marsad[fit]").
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import evaluate
import readme
import score

from marsad.intake import Cutter
from marsad.knowledge import Knowledge
from marsad.model import to_json
from marsad.reading import Reader
from marsad.reading.confidence import ALWAYS, FIELDS, Weights, confidence, signs_of

FILE = readme.ROOT / "src" / "marsad" / "knowledge" / "data" / "confidence.csv"
#: A sign met less often says nothing yet.
LEAST = 12
#: A weight below this changes no chance by more than about a hundredth.
SMALL = 0.05


class Case(NamedTuple):
    """One claim of the reader: its signs, whether it is right, and whether its fields are."""

    report: str
    signs: tuple[str, ...]
    right: dict[str, bool]

    @property
    def held_out(self) -> bool:
        return zlib.crc32(self.report.encode()) % 3 == 0


def cases() -> Iterator[Case]:
    """Every claim that the reader makes of the gold reports."""
    knowledge = Knowledge()
    reader, cutter = Reader(knowledge=knowledge), Cutter(knowledge)
    for path in evaluate.gold_sets().values():
        for line in path.read_text("utf-8").splitlines():
            gold = json.loads(line)
            given = {key: gold.get(key) for key in ("id", "title", "published", "outlet", "author")}
            yield from _cases_of(gold, reader.read(cutter.report_from_text(gold["text"], **given)))


def _cases_of(gold: dict[str, Any], reading: Any) -> Iterator[Case]:
    text = score.fold(f"{gold.get('title') or ''}\n{gold['text']}")
    wanted = gold["claims"]
    got = [to_json(claim) for claim in reading.claims]
    for each in wanted:
        each["_at"] = score.locate(each["quote"], text)
    for each, claim in zip(got, reading.claims, strict=True):
        each["_at"] = score.locate(claim.evidence.of(reading.document.text), text)
    pairs = {j: wanted[i] for i, j in score.match(wanted, got)}
    for at, signs in enumerate(signs_of(reading.claims)):
        right = {"claim": at in pairs}
        if at in pairs:
            checks = score.checks(pairs[at], got[at])
            right |= {name: checks[name] for name in ("place", "when", "counts", "attribution")}
            right["reality"] = checks["modality"] and checks["polarity"]
            right["parties"] = score.parties(pairs[at]) == score.parties(got[at])
        yield Case(gold["id"], signs, right)


def fitted(known: list[Case], field: str) -> dict[str, float]:
    """The weights of the signs for one field."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    known = [case for case in known if field in case.right]
    met = Counter(sign for case in known for sign in case.signs)
    kept = {sign for sign, times in met.items() if times >= LEAST and sign != ALWAYS}
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{sign: 1.0 for sign in case.signs if sign in kept} for case in known])
    model = LogisticRegression(C=0.2, max_iter=5000).fit(matrix, [case.right[field] for case in known])
    weights = {ALWAYS: float(model.intercept_[0])}
    weights |= dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {sign: round(weight, 2) for sign, weight in weights.items() if sign == ALWAYS or abs(weight) >= SMALL}


def by_sign(weights: dict[str, dict[str, float]]) -> Weights:
    """The weights as the reader holds them."""
    signs = {sign for known in weights.values() for sign in known}
    return {sign: tuple(weights[field].get(sign, 0.0) for field in FIELDS) for sign in signs}


def reliability(held: list[Case], weights: Weights, field: str) -> tuple[float, list[str]]:
    """The expected calibration error of a field, and its table: what was promised, and what came true."""
    told = [
        (getattr(confidence(case.signs, weights), field), case.right[field]) for case in held if field in case.right
    ]
    rows, error = [], 0.0
    for low in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = 1.01 if low == 0.9 else 0.5 if low == 0.0 else low + 0.1
        inside = [(chance, right) for chance, right in told if low <= chance < high]
        if inside:
            promised = sum(chance for chance, _ in inside) / len(inside)
            true = sum(right for _, right in inside) / len(inside)
            error += abs(promised - true) * len(inside) / len(told)
            rows.append(
                f"  {low:.1f}-{min(high, 1):.1f} {len(inside):5} claims: promised {promised:.2f}, true {true:.2f}"
            )
    return error, rows


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--write", action="store_true", help="write the weights into confidence.csv")
    args = ap.parse_args()
    found = list(cases())
    seen, held = [case for case in found if not case.held_out], [case for case in found if case.held_out]
    weights = {field: fitted(seen, field) for field in FIELDS}
    for field in FIELDS:
        error, rows = reliability(held, by_sign(weights), field)
        print(f"{field}: expected calibration error {error:.3f} on the reports held out")
        print("\n".join(rows))
    if args.write:
        with FILE.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(("field", "sign", "weight"))
            writer.writerows(
                (field, sign, f"{weight:g}") for field in FIELDS for sign, weight in weights[field].items()
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
