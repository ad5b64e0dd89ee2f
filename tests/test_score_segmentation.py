"""The scorer of segmentation counts what it says it counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import score_segmentation as scorer

Json = dict[str, Any]


def word(*segments: str) -> Json:
    """A word of segments written as letters/TAG."""
    pairs = [each.split("/") for each in segments]
    return {
        "surface": "".join(letters for letters, _ in pairs),
        "segments": [letters for letters, _ in pairs],
        "upos": [tag for _, tag in pairs],
    }


def case(sent_id: str, *found: Json) -> Json:
    return {"sent_id": sent_id, "text": " ".join(each["surface"] for each in found), "words": list(found)}


SEEN, HELD = (next(f"s{n}" for n in range(99) if scorer.held({"sent_id": f"s{n}"}) is half) for half in (False, True))
GOOD = case(SEEN, word("كتب/VERB"), word("الوزير/NOUN"), word("ل/ADP", "ه/PRON"), word("و/CCONJ", "سافر/VERB"))


def test_what_is_right_is_counted() -> None:
    miss: list[str] = []
    figures = scorer.score([GOOD], miss)
    assert not miss
    assert (figures["words"], figures["verbs_f1"], figures["proclitics"], figures["enclitics"]) == (4, 1, 1, 1)


def test_faults_are_named_and_those_of_the_held_half_are_not_shown() -> None:
    wrong = [word("كتب/NOUN"), word("الوزير/NOUN"), word("وسافر/VERB")]
    miss: list[str] = []
    figures = scorer.score([case(SEEN, *wrong), case(HELD, *wrong)], miss)
    assert [each.partition(":")[0] for each in miss] == ["verb spurious", "proclitics و not "]
    assert figures["verbs_precision"] == 0.5
    assert figures["verbs_recall"] == 1
    assert figures["proclitics"] == pytest.approx(2 / 3, abs=1e-4)


def test_auxiliaries_count_neither_way() -> None:
    cases = [case(SEEN, word("كان/AUX"), word("الطقس/NOUN"), word("باردا/ADJ"))]
    figures = scorer.score(cases, [])
    assert (figures["verbs_f1"], figures["verbs_with_aux"], figures["verbs_without_aux"]) == (0, 1, 0)
    assert figures["proclitics"] == 1


def test_the_command_prints_figures_of_a_half(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in (GOOD, {**GOOD, "sent_id": HELD})), "utf-8")
    assert scorer.main([str(path), "--json", "--half", "held"]) == 0
    assert json.loads(capsys.readouterr().out)["words"] == 4
    scorer.main([str(path), "--errors", "3"])
    assert capsys.readouterr().out.splitlines()[0].split() == ["words", "8"]


@pytest.mark.parametrize("half", [True, False])
def test_third_party_sentences(shared: Path, half: bool) -> None:
    lines = (shared / "checks" / "segmentation.jsonl").read_text("utf-8").splitlines()
    cases = [found for found in map(json.loads, lines) if scorer.held(found) is half]
    figures = scorer.score(cases, [])
    assert figures["verbs_f1"] >= 0.92
    assert figures["verbs_without_aux"] >= 0.92
    assert figures["proclitics"] >= 0.985
    assert figures["enclitics"] >= 0.99
