#!/usr/bin/env python3
"""Score claims read from reports against gold claims. No dependencies.

usage: score.py GOLD.jsonl PREDICTED.jsonl [--errors N] [--json]

GOLD       one document a line: {"id", "title", "published", "outlet", "text", "claims": [...]}; a claim's
           evidence is given as "quote", a verbatim stretch of "text" (or of "title").
PREDICTED  one document a line: {"document": {"id", "text", ...}, "claims": [...]}; a claim's evidence is
           given as {"start", "end"} into the predicted document's own text. Documents are paired by id.

A predicted claim matches a gold claim of the same kind whose evidence overlaps at least half of the shorter
of the two; each is used once, best overlap first. A predicted claim whose evidence cannot be found in the
gold text is ungrounded: it counts as wrong and is reported.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Stretch = tuple[int, int]
Figures = dict[str, float]

COUNTS = ("killed", "wounded", "arrested", "abducted", "displaced", "released", "vehicles", "troops")
#: Kinds in which the two sides may be named in either order.
TWO_SIDED = ("clash", "meeting", "agreement", "exercise")
#: What a claim is checked on, in the order of the misses that --errors prints.
FIELDS = ("place", "when", "counts", "modality", "polarity", "attribution")

_DROP = re.compile(r"[\u064b-\u0652\u0640\u200c-\u200f\u202a-\u202e\ufeff]")
_FOLD = str.maketrans("أإآٱىة", "اااايه")


def fold(text: str) -> str:
    """Letters and digits only, Arabic spelling variants folded: what evidence is compared on."""
    return " ".join(re.findall(r"\w+", _DROP.sub("", text).translate(_FOLD).lower()))


def locate(quote: str, folded_text: str) -> Stretch | None:
    """Where the quote stands in a folded text; None where it does not."""
    needle = fold(quote)
    at = folded_text.find(needle) if needle else -1
    return None if at < 0 else (at, at + len(needle))


def overlap(a: Stretch, b: Stretch) -> float:
    """What two stretches share, as a part of the shorter one."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / max(1, min(a[1] - a[0], b[1] - b[0]))


def kilometres(a: Json, b: Json) -> float:
    """The great-circle distance between two places with `lat` and `lon` in degrees."""
    lat_a, lat_b = math.radians(a["lat"]), math.radians(b["lat"])
    half_lon = math.radians(b["lon"] - a["lon"]) / 2
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def same_place(gold: Json | None, got: Json | None) -> bool:
    """Within the tolerance of the gold place; by name where coordinates are missing."""
    if not gold or not got:
        return not gold and not got
    if all(isinstance(place.get(axis), int | float) for place in (gold, got) for axis in ("lat", "lon")):
        return kilometres(gold, got) <= float(gold.get("tolerance_km", 10))
    a, b = fold(gold.get("name") or ""), fold(got.get("name") or "")
    return bool(a and b) and (a in b or b in a)


def days(when: Json | None) -> Stretch | None:
    """The first and the last day as ordinals; None where the time is unknown."""
    if not when or not when.get("start"):
        return None
    first, last = when["start"], when.get("end") or when["start"]
    return date.fromisoformat(first[:10]).toordinal(), date.fromisoformat(last[:10]).toordinal()


def same_when(gold: Json | None, got: Json | None) -> bool:
    """Both unknown; or the gold interval is short (a week or less) and both ends are at most a day off; or it
    is longer and the two agree in at least half of their union."""
    a, b = days(gold), days(got)
    if a is None or b is None:
        return a is b
    if a[1] - a[0] <= 7:
        return abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) <= 1
    shared = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return shared > 0 and shared / (max(a[1], b[1]) - min(a[0], b[0]) + 1) >= 0.5


def same_counts(gold: Json, got: Json) -> bool:
    """Every count has the same two bounds, or is missing on both sides."""
    return all(_bounds(gold.get(key)) == _bounds(got.get(key)) for key in COUNTS)


def _bounds(count: Json | None) -> tuple[Any, Any] | None:
    return (count.get("low"), count.get("high")) if count else None


def parties(claim: Json) -> set[str]:
    """The ids of a claim's parties on two levels, marked with their role; a two-sided kind has but one."""
    out = set()
    for role in ("initiator", "target"):
        mark = "x" if claim["kind"] in TWO_SIDED else role[0]
        for party in claim.get(role) or []:
            if party.get("id"):
                levels = [level for level in party["id"].split(".")[:2] if level not in ("GOV", "MIL")]
                out.add(f"{mark}:{'.'.join(levels)}")
    return out


def same_source(gold: Sequence[Json], got: Sequence[Json]) -> bool:
    """The nearest voices are of one kind and share a word of their names."""
    if not gold or not got:
        return not gold and not got
    a, b = gold[0], got[0]
    words_a, words_b = set(fold(a.get("name") or "").split()), set(fold(b.get("name") or "").split())
    named = bool(words_a & words_b) or (not words_a and not words_b)
    return named and a.get("kind") == b.get("kind")


def checks(gold: Json, got: Json) -> dict[str, bool]:
    """Which fields of a found claim are right."""
    return {
        "place": same_place(gold.get("place"), got.get("place")),
        "when": same_when(gold.get("when"), got.get("when")),
        "when_exact": days(gold.get("when")) == days(got.get("when")),
        "counts": same_counts(gold.get("counts") or {}, got.get("counts") or {}),
        "modality": gold.get("modality", "happened") == got.get("modality", "happened"),
        "polarity": gold.get("polarity", "affirmed") == got.get("polarity", "affirmed"),
        "attribution": same_source(gold.get("attribution") or [], got.get("attribution") or []),
    }


def match(gold: Sequence[Json], got: Sequence[Json]) -> list[tuple[int, int]]:
    """Pairs of a gold and a predicted claim: best overlap first, then those that agree in most fields."""

    def rank(pair: tuple[float, int, int]) -> tuple[float, int]:
        return round(pair[0], 1), _agreement(gold[-pair[1]], got[-pair[2]])

    pairs = sorted(
        (
            (overlap(g["_at"], p["_at"]), -i, -j)
            for i, g in enumerate(gold)
            for j, p in enumerate(got)
            if p["_at"] and g["kind"] == p["kind"] and overlap(g["_at"], p["_at"]) >= 0.5
        ),
        reverse=True,
    )
    pairs.sort(key=rank, reverse=True)
    out: list[tuple[int, int]] = []
    for _, minus_i, minus_j in pairs:
        i, j = -minus_i, -minus_j
        if all(i != used_i and j != used_j for used_i, used_j in out):
            out.append((i, j))
    return out


def _agreement(gold: Json, got: Json) -> int:
    return (
        same_place(gold.get("place"), got.get("place"))
        + same_when(gold.get("when"), got.get("when"))
        + same_counts(gold.get("counts") or {}, got.get("counts") or {})
        + (gold.get("polarity") == got.get("polarity"))
        + (gold.get("modality") == got.get("modality"))
    )


def f1(hits: float, got: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision = hits / got if got else 0.0
    recall = hits / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Score:
    """What has been counted so far, and the misses by sort."""

    n: Counter[str] = field(default_factory=Counter)
    misses: dict[str, list[str]] = field(default_factory=dict)

    def note(self, sort: str, text: str) -> None:
        self.misses.setdefault(sort, []).append(text)

    def document(self, doc: Json, answer: Json | None) -> None:
        """Count one gold document against its answer."""
        self.n["documents"] += 1
        doc_id, gold = doc["id"], doc["claims"]
        text = fold((doc.get("title") or "") + "\n" + doc["text"])
        for claim in gold:
            claim["_at"] = locate(claim["quote"], text)
            if claim["_at"] is None:
                sys.exit(f"gold {doc_id}: quote not in its text: {claim['quote']}")
        if answer is None:
            self.note("document missing", doc_id)
        got = self._grounded(doc_id, answer, text) if answer else []
        self.n["gold"] += len(gold)
        self.n["got"] += len(got)
        pairs = match(gold, got)
        self.n["matched"] += len(pairs)
        for i in set(range(len(gold))) - {i for i, _ in pairs}:
            self.note("missed", f"{doc_id}: {gold[i]['kind']}: {gold[i]['quote'][:140]}")
        for j in set(range(len(got))) - {j for _, j in pairs}:
            self.note("spurious", f"{doc_id}: {got[j]['kind']}: {got[j]['_quote'][:140]}")
        for i, j in pairs:
            self._pair(doc_id, gold[i], got[j])

    def _grounded(self, doc_id: str, answer: Json, text: str) -> list[Json]:
        got: list[Json] = list(answer["claims"])
        body = answer["document"]["text"]
        for claim in got:
            claim["_quote"] = body[claim["evidence"]["start"] : claim["evidence"]["end"]]
            claim["_at"] = locate(claim["_quote"], text)
            if claim["_at"] is None:
                self.n["ungrounded"] += 1
                self.note("ungrounded", f"{doc_id}: {claim['kind']}: {claim['_quote'][:120]}")
        return got

    def _pair(self, doc_id: str, gold: Json, got: Json) -> None:
        right = checks(gold, got)
        self.n.update({name: int(good) for name, good in right.items()})
        for name in FIELDS:
            if not right[name]:
                said = json.dumps(gold.get(name), ensure_ascii=False)
                read = json.dumps(got.get(name), ensure_ascii=False)
                self.note(name, f"{doc_id}: {gold['kind']}: gold {said} got {read} | {gold['quote'][:90]}")
        irrealis = gold.get("polarity") == "denied" or gold.get("modality", "happened") != "happened"
        self._part("counted", bool(gold.get("counts") or got.get("counts")), right["counts"])
        self._part("placed", bool(gold.get("place")), right["place"])
        self._part("attributed", bool(gold.get("attribution")), right["attribution"])
        self._part("irrealis", irrealis, right["polarity"] and right["modality"])
        a, b = parties(gold), parties(got)
        self.n.update(party_hits=len(a & b), party_gold=len(a), party_got=len(b))
        self.n["publishable"] += all(right[name] for name in FIELDS)

    def _part(self, name: str, belongs: bool, good: bool) -> None:
        if belongs:
            self.n.update({name: 1, f"{name}_ok": int(good)})

    def figures(self) -> Figures:
        """The figures that are printed, in their order."""
        n, matched = self.n, max(1, self.n["matched"])

        def of_part(name: str) -> float:
            return n[f"{name}_ok"] / max(1, n[name])

        precision, recall, both = f1(n["matched"], n["got"], n["gold"])
        return {
            "documents": n["documents"], "gold": n["gold"], "got": n["got"], "ungrounded": n["ungrounded"],
            "precision": precision, "recall": recall, "f1": both,
            "place": n["place"] / matched, "placed": of_part("placed"),
            "when": n["when"] / matched, "when_exact": n["when_exact"] / matched,
            "counts": n["counts"] / matched, "counted": of_part("counted"),
            "modality": n["modality"] / matched, "polarity": n["polarity"] / matched,
            "irrealis": of_part("irrealis"),
            "attribution": n["attribution"] / matched, "attributed": of_part("attributed"),
            "parties_f1": f1(n["party_hits"], n["party_got"], n["party_gold"])[2],
            "publishable_f1": f1(n["publishable"], n["got"], n["gold"])[2],
        }  # fmt: skip


def score(gold: Iterable[Json], predicted: Mapping[str, Json]) -> Score:
    """Count all gold documents against the answers, which are keyed by document id."""
    out = Score()
    for doc in {doc["id"]: doc for doc in gold}.values():
        out.document(doc, predicted.get(doc["id"]))
    return out


def read_lines(path: str) -> list[Json]:
    """The JSON objects of a JSON Lines file."""
    with Path(path).open(encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold")
    ap.add_argument("predicted")
    ap.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N misses of each sort")
    ap.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    args = ap.parse_args()
    answers = {str(answer["document"]["id"]): answer for answer in read_lines(args.predicted)}
    result = score(read_lines(args.gold), answers)
    figures = result.figures()
    if args.json:
        print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}))
    else:
        for key, value in figures.items():
            print(f"{key:15} {value:.3f}" if isinstance(value, float) else f"{key:15} {value}")
    if args.errors:
        for sort, lines in result.misses.items():
            print(f"\n{sort} ({len(lines)})")
            for line in lines[: args.errors]:
                print("  " + line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
