#!/usr/bin/env python3
"""Score Marsad on third-party material. Run it with the Python that has `marsad` installed.

usage: score_checks.py detection CASES.jsonl CLAIMS.jsonl     sentences with and without assaults, protests
       score_checks.py dates     CASES.jsonl                  calendar expressions (calls marsad.find_dates)
       score_checks.py numbers   CASES.jsonl                  number expressions (calls marsad.find_numbers)
       score_checks.py incidents INCIDENTS.jsonl EVENTS.jsonl linking and fields, against monitors' own coding
Options: --errors N prints up to N misses, --json prints one JSON object.

CLAIMS and EVENTS are what `marsad read --json` and `marsad events --json` print.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Figures = dict[str, float]
Pair = tuple[str, str]

ASSAULT = {"clash", "air_strike", "shelling", "explosion", "suicide_bombing", "attack", "abduction"}
PROTEST = {"protest", "riot"}
STRIKES = ASSAULT | {"destruction"}


def rows(path: str) -> list[Json]:
    """The JSON objects of a JSON Lines file."""
    with Path(path).open(encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def f1(hits: int, got: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = hits / max(1, got), hits / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def detection(cases: Sequence[Json], claims: Iterable[Json], miss: list[str]) -> Figures:
    """Recall over the sentences that report such an event, specificity over the others, and their mean
    ("balanced"): the labels ask for one kind of event in a narrow sense, so plain precision says little."""
    found = {str(d["document"]["id"]): {c["kind"] for c in d["claims"]} for d in claims}
    out: Figures = {}
    for event_type, kinds in (("ASSAULT", ASSAULT), ("PROTEST", PROTEST)):
        n: Counter[tuple[bool, bool]] = Counter()
        for case in cases:
            if case["event_type"] != event_type:
                continue
            said = bool(found.get(str(case["id"]), set()) & kinds)
            n[case["label"], said] += 1
            if said != case["label"]:
                miss.append(f"{event_type} {'spurious' if said else 'missed'}: {case['text'][:160]}")
        recall = n[True, True] / max(1, n[True, True] + n[True, False])
        specificity = n[False, False] / max(1, n[False, False] + n[False, True])
        name = event_type.lower()
        out |= {f"{name}_recall": recall, f"{name}_specificity": specificity}
        out[f"{name}_balanced"] = (recall + specificity) / 2
    return out


def dates(cases: Iterable[Json], miss: list[str]) -> Figures:
    """The share of calendar expressions of which one accepted [first, last] was found."""
    import marsad

    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in cases:
        total[case["suite"]] += 1
        found = marsad.find_dates(case["text"], date.fromisoformat(case["published"]))
        got = [[str(d.first), str(d.last)] for d in found]
        if any(g in case["accept"] for g in got):
            right[case["suite"]] += 1
        else:
            asked = f"{case['suite']} {case['published']}: {case['text']}"
            miss.append(f"{asked}: {case['accept'][0]} got {got}")
    return _shares(right, total)


def numbers(cases: Iterable[Json], miss: list[str]) -> Figures:
    """The share of number expressions whose value was found."""
    import marsad

    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in cases:
        total[case["suite"]] += 1
        value, got = case["value"], [n.low for n in marsad.find_numbers(case["text"])]
        if any(g is not None and abs(g - value) < 1e-6 * max(1, abs(value)) for g in got):
            right[case["suite"]] += 1
        else:
            miss.append(f"{case['suite']}: {case['text']}: {value} got {got}")
    return _shares(right, total)


def _shares(right: Counter[str], total: Counter[str]) -> Figures:
    suites = {f"{suite}_exact": right[suite] / total[suite] for suite in sorted(total)}
    return {**suites, "exact": right.total() / max(1, total.total())}


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance between two points in degrees."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def incidents(cases: Sequence[Json], events: Iterable[Json], miss: list[str]) -> Figures:
    """Pairs of reports that linking put together, and the fields of the best event of each incident."""
    known = {document for case in cases for document in case["documents"]}
    of_document: dict[str, list[Json]] = defaultdict(list)
    got_pairs: set[Pair] = set()
    for event in events:
        members = sorted({str(ref["document"]) for ref in event["claims"]} & known)
        for document in members:
            of_document[document].append(event)
        if event["kind"] in STRIKES:
            got_pairs |= set(combinations(members, 2))
    precision, recall, both = _linking(cases, got_pairs)
    n: Counter[str] = Counter()
    for case in cases:
        best = _best_fields(case, of_document)
        n["date_of"] += bool(case["date"])
        n["place_of"] += bool(case["lat"] and case["lon"] and _on_earth(case))
        n["killed_of"] += bool(case["civ_killed_min"])
        n.update(best)
        if not best["date"]:
            miss.append(f"{case['incident_id']} {case['date']} {case['location_ar']}: {dict(best)}")
    return {
        "incidents": len(cases),
        "link_precision": precision,
        "link_recall": recall,
        "link_f1": both,
        **{key: n[key] / max(1, n[f"{key}_of"]) for key in ("date", "place", "killed")},
    }


def _linking(cases: Iterable[Json], got_pairs: set[Pair]) -> tuple[float, float, float]:
    """Monitors list some of the reports on an incident, not all, and digests tell many: a pair that they do
    not list counts against the linking only where the reports' incidents lie more than three days apart."""
    gold_pairs: set[Pair] = set()
    days_of: dict[str, list[int]] = defaultdict(list)
    for case in cases:
        gold_pairs |= set(combinations(sorted(set(case["documents"])), 2))
        for document in case["documents"] if case["date"] else ():
            days_of[document].append(date.fromisoformat(case["date"]).toordinal())

    def apart(a: str, b: str) -> bool:
        gaps = [abs(x - y) for x in days_of.get(a, ()) for y in days_of.get(b, ())]
        return bool(gaps) and min(gaps) > 3

    hits = len(gold_pairs & got_pairs)
    wrong = sum(apart(a, b) for a, b in got_pairs - gold_pairs)
    return f1(hits, hits + wrong, len(gold_pairs))


def _best_fields(case: Json, of_document: dict[str, list[Json]]) -> Counter[str]:
    """Which of date, place and toll the event that fits the incident best has right."""
    mine = {id(event): event for document in case["documents"] for event in of_document.get(document, ())}
    best: Counter[str] = Counter()
    for event in mine.values():
        right = _right_fields(case, event) if event["kind"] in STRIKES else Counter()
        if right.total() > best.total():
            best = right
    return best


def _right_fields(case: Json, event: Json) -> Counter[str]:
    right: Counter[str] = Counter()
    when, place = event.get("when") or {}, event.get("place") or {}
    if case["date"] and when.get("start"):
        gold = date.fromisoformat(case["date"]).toordinal()
        first = date.fromisoformat(when["start"][:10]).toordinal()
        last = date.fromisoformat((when.get("end") or when["start"])[:10]).toordinal()
        right["date"] = int(first - 1 <= gold <= last + 1 and last - first <= 3)
    if case["lat"] and case["lon"] and _on_earth(case) and place.get("lat") is not None:
        distance = kilometres(case["lat"], case["lon"], place["lat"], place["lon"])
        right["place"] = int(distance <= 10)
    killed, low = (event.get("counts") or {}).get("killed") or {}, case["civ_killed_min"]
    if low and killed:
        high = case["civ_killed_max"] or low
        right["killed"] = int(killed["low"] <= high and (killed["high"] or 10**9) >= low)
    return right


def _on_earth(case: Json) -> bool:
    return bool(abs(case["lat"]) < 90 and abs(case["lon"]) < 180)


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("check", choices=("detection", "dates", "numbers", "incidents"))
    ap.add_argument("cases")
    ap.add_argument("answers", nargs="?")
    ap.add_argument("--errors", type=int, default=0, metavar="N")
    ap.add_argument("--json", action="store_true")
    args = ap.parse_args()
    miss: list[str] = []
    alone: dict[str, Callable[[list[Json], list[str]], Figures]] = {"dates": dates, "numbers": numbers}
    if args.check in alone:
        figures = alone[args.check](rows(args.cases), miss)
    elif not args.answers:
        ap.error(f"{args.check} needs the file with the answers")
    else:
        against = {"detection": detection, "incidents": incidents}[args.check]
        figures = against(rows(args.cases), rows(args.answers), miss)
    if args.json:
        print(json.dumps({key: round(value, 4) for key, value in figures.items()}))
    else:
        for key, value in figures.items():
            print(f"{key:20} {value:.3f}" if isinstance(value, float) else f"{key:20} {value}")
    for line in miss[: args.errors]:
        print("  " + line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
