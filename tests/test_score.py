"""The scorers count what they say they count, and give the figures of the ones that they were taken from."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import score
import score_checks

Json = dict[str, Any]
TEXT = "قصفت قوات النظام سرمين أمس ما أدى إلى مقتل ثلاثة. ونفت الوزارة القصف."
DAMASCUS = {"name": "دمشق", "lat": 33.51, "lon": 36.29}


def gold_claim(quote: str, **fields: object) -> Json:
    return {
        "kind": "shelling",
        "quote": quote,
        "initiator": [],
        "target": [],
        "place": None,
        "when": None,
        **fields,
    }


def answer(text: str, claims: list[Json], doc_id: str = "d") -> Json:
    return {"document": {"id": doc_id, "text": text}, "claims": claims}


def read_claim(text: str, quote: str, **fields: object) -> Json:
    start = text.index(quote)
    return {**gold_claim(quote), "evidence": {"start": start, "end": start + len(quote)}, **fields}


def figures(gold: list[Json], got: list[Json], text: str = TEXT) -> score.Figures:
    doc = {"id": "d", "title": None, "text": text, "claims": gold}
    return score.score([doc], {"d": answer(text, got)}).figures()


def test_a_perfect_answer_is_perfect() -> None:
    first = {
        "counts": {"killed": {"low": 3, "high": 3}},
        "initiator": [{"id": "SYR.GOV.MOD", "text": "قوات"}],
    }
    denial = {"polarity": "denied", "attribution": [{"name": "الوزارة", "kind": "official"}]}
    told, denied = TEXT.split(". ")[0], "ونفت الوزارة القصف"
    gold = [gold_claim(told, **first), gold_claim(denied, **denial)]
    found = figures(gold, [read_claim(TEXT, denied, **denial), read_claim(TEXT, told, **first)])
    assert found["f1"] == found["publishable_f1"] == found["irrealis"] == found["parties_f1"] == 1.0


def test_a_denial_read_as_an_assertion_is_found_but_not_publishable() -> None:
    gold = [gold_claim("ونفت الوزارة القصف", polarity="denied")]
    found = figures(gold, [read_claim(TEXT, "ونفت الوزارة القصف")])
    assert (found["f1"], found["polarity"], found["publishable_f1"]) == (1.0, 0.0, 0.0)


def test_each_claim_is_used_once() -> None:
    quote = TEXT.split(".")[0]
    found = figures([gold_claim(quote)], [read_claim(TEXT, quote), read_claim(TEXT, quote)])
    assert (found["precision"], found["recall"]) == (0.5, 1.0)


def test_evidence_that_the_text_does_not_have_is_ungrounded() -> None:
    elsewhere = "هذه الجملة ليست في النص"
    doc = {"id": "d", "text": TEXT, "claims": [gold_claim("ونفت الوزارة القصف")]}
    result = score.score([doc], {"d": answer(elsewhere, [read_claim(elsewhere, elsewhere)])})
    assert result.figures()["ungrounded"] == 1
    assert set(result.misses) == {"ungrounded", "missed", "spurious"}


def test_evidence_is_compared_without_marks_and_spelling_variants() -> None:
    assert score.locate("قَصَفَت القواتُ إدلب", score.fold("أمس، قصفت القوات ادلب.")) is not None
    assert score.locate("…", "نص") is None


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        (("2024-03-11", "2024-03-11"), ("2024-03-10", "2024-03-12"), True),
        (("2024-03-11", "2024-03-11"), ("2024-03-09", "2024-03-11"), False),
        (("2024-01-01", "2024-01-31"), ("2024-01-10", "2024-01-31"), True),
        (("2024-01-01", "2024-01-31"), ("2024-01-20", "2024-01-31"), False),
        (None, None, True),
        (None, ("2024-01-01", "2024-01-01"), False),
    ],
)
def test_times(gold: tuple[str, str] | None, got: tuple[str, str] | None, same: bool) -> None:
    a, b = ({"start": w[0], "end": w[1]} if w else None for w in (gold, got))
    assert score.same_when(a, b) is same


def test_places_are_compared_by_distance_and_else_by_name() -> None:
    near = {"name": "x", "lat": 33.55, "lon": 36.29}
    assert score.same_place({**DAMASCUS, "tolerance_km": 5}, near)
    assert not score.same_place({**DAMASCUS, "tolerance_km": 4}, near)
    assert score.same_place({"name": "ريف دمشق"}, {"name": "دمشق"})
    assert not score.same_place(DAMASCUS, None)


def test_two_sided_kinds_know_no_roles() -> None:
    sides = {"initiator": [{"id": "USA.MIL.AF"}], "target": [{"id": "SYR.SDF.YPG"}]}
    turned = {"initiator": sides["target"], "target": sides["initiator"]}
    assert score.parties({"kind": "clash", **sides}) == score.parties({"kind": "clash", **turned})
    assert score.parties({"kind": "attack", **sides}) == {"i:USA", "t:SYR.SDF"}


def test_detection_weighs_recall_and_specificity() -> None:
    cases = [{"id": i, "event_type": "ASSAULT", "label": i < 2, "text": "نص"} for i in range(4)]
    claims = [answer("نص", [{"kind": "attack"}], str(i)) for i in (0, 1, 2)]
    miss: list[str] = []
    found = score_checks.detection(cases, claims, miss)
    assert (found["assault_recall"], found["assault_specificity"], found["assault_balanced"]) == (
        1.0,
        0.5,
        0.75,
    )
    assert miss == ["ASSAULT spurious: نص"]


def test_incidents_count_pairs_and_only_those_far_apart_as_wrong() -> None:
    base = {"lat": 33.5, "lon": 36.3, "civ_killed_min": 3, "civ_killed_max": 5, "location_ar": "دمشق"}
    cases = [
        {**base, "incident_id": "1", "date": "2024-03-01", "documents": ["a", "b"]},
        {**base, "incident_id": "2", "date": "2024-03-02", "documents": ["c"]},
        {**base, "incident_id": "3", "date": "2024-06-01", "documents": ["e"]},
    ]
    refs = [{"document": document, "claim": "1"} for document in "abce"]
    event = {
        "kind": "shelling", "when": {"start": "2024-03-01", "end": "2024-03-01"}, "place": DAMASCUS,
        "counts": {"killed": {"low": 4, "high": 4}}, "claims": refs,
    }  # fmt: skip
    found = score_checks.incidents(cases, [event], [])
    assert found["link_recall"] == 1.0
    assert found["link_precision"] == pytest.approx(1 / 4)
    assert found["date"] == pytest.approx(2 / 3)
    assert found["killed"] == 1.0


def printed(script: Path, *words: str | Path) -> str:
    root = Path(__file__).resolve().parent.parent
    environ = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(script), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environ, check=False)
    assert not done.returncode, done.stderr
    return done.stdout


def lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def write(path: Path, rows: list[Json]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def spoilt(doc: Json, chance: random.Random) -> Json:
    """An answer to a gold document in which something of everything is wrong."""
    text, claims = f"{doc['title'] or ''}\n{doc['text']}", []
    for gold in doc["claims"]:
        claim = read_claim(text, gold["quote"], **{k: v for k, v in gold.items() if k != "quote"})
        if chance.random() < 0.2:
            claim["evidence"]["end"] = min(len(text), claim["evidence"]["end"] + 200)
        for name, wrong in (
            ("place", None),
            ("when", None),
            ("counts", {}),
            ("kind", "attack"),
            ("polarity", "denied"),
        ):
            claim[name] = wrong if chance.random() < 0.2 else claim[name]
        claims += [claim] * chance.choice((0, 1, 1, 1, 2))
    return answer(text, claims, doc["id"])


@pytest.mark.parametrize("words", [("--json",), (), ("--errors", "400")])
def test_the_figures_are_those_of_the_shared_scorer(
    root: Path, shared: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    gold, chance = shared / "gold" / "own.jsonl", random.Random(7)
    answers = write(tmp_path / "read.jsonl", [spoilt(doc, chance) for doc in lines(gold)[1:]])
    ours = printed(root / "scripts" / "score.py", gold, answers, *words)
    assert ours == printed(shared / "gold" / "score.py", gold, answers, *words)


def made_up_answers(check: str, cases: list[Json]) -> list[Json]:
    """Claims or events that are right for some of the cases."""
    chance = random.Random(7)
    if check == "detection":
        kinds = ("attack", "protest", "meeting")
        return [answer("", [{"kind": chance.choice(kinds)}], str(case["id"])) for case in cases]
    return [
        {
            "kind": chance.choice(("shelling", "attack", "meeting")),
            "when": {"start": case["date"], "end": None} if case["date"] else None,
            "place": {"lat": case["lat"], "lon": 36.0} if case["lat"] else None,
            "counts": {"killed": {"low": 2, "high": None}},
            "claims": [{"document": d, "claim": "1"} for c in (case, chance.choice(cases)) for d in c["documents"]],
        }
        for case in cases
    ]


@pytest.mark.parametrize("check", ["detection", "incidents"])
def test_the_checks_are_those_of_the_shared_scorer(root: Path, shared: Path, tmp_path: Path, check: str) -> None:
    folder = shared / "checks"
    cases = folder / f"{check}.jsonl"
    answers = write(tmp_path / "answers.jsonl", made_up_answers(check, lines(cases)))
    words = (check, cases, answers, "--errors", "50")
    ours = printed(root / "scripts" / "score_checks.py", *words)
    assert ours == printed(folder / "score_checks.py", *words)


@pytest.mark.parametrize("check", ["dates", "numbers"])
def test_expressions_are_counted_as_by_the_shared_scorer(root: Path, shared: Path, check: str) -> None:
    folder = shared / "checks"
    words = (check, folder / f"{check}.jsonl", "--errors", "50")
    ours = printed(root / "scripts" / "score_checks.py", *words)
    assert ours == printed(folder / "score_checks.py", *words)
