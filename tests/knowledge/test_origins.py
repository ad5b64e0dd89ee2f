"""Each match leads to the file and line that it comes from."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from marsad.arabic.sentences import sentences
from marsad.knowledge import Knowledge
from marsad.knowledge.lexicon import Match
from marsad.knowledge.origins import Origins

TEXT = (
    "قصفت قوات النظام السوري بالمدفعية الثقيلة بلدة سرمين في إدلب وشنت غارة ما أدى إلى مقتل ثلاثة مدنيين وجنود "
    "وفق المرصد السوري لحقوق الإنسان ووكالة رويترز في سوريا."
)


def matches(knowledge: Knowledge, text: str) -> list[Match]:
    return [match for sentence in sentences(text) for match in knowledge.lexicon.find(sentence.words)]


def line_of(where: str) -> str:
    name, _, number = where.partition(", line ")
    file = Path(name) if "/" in name else Path(str(resources.files("marsad.knowledge") / "data" / name))
    return file.read_text("utf-8").splitlines()[int(number) - 1]


def test_every_sort_leads_to_its_line(knowledge: Knowledge) -> None:
    origins, sorts = Origins(knowledge), set()
    for match in matches(knowledge, TEXT):
        line, sort = line_of(origins.of(match)), type(match.payload).__name__
        sorts.add(sort)
        name = getattr(match.payload, "lemma", None) or getattr(match.payload, "id", None) or ""
        assert name in line, (match, line)
    assert {"Trigger", "Cue", "Force", "Person", "PlaceRow", "PlaceCue", "Actor", "Outlet", "LightVerb"} <= sorts
    assert {"WeaponWord", "CountNoun", "Country"} <= sorts


def test_of_one_verb_the_row_that_needs_these_words(knowledge: Knowledge) -> None:
    origins = Origins(knowledge)
    rows = {origins.of(m) for m in matches(knowledge, "قصفت") if getattr(m.payload, "lemma", "") == "قصف"}
    assert len(rows) > 1
    assert all(",قصف," in line_of(row) for row in rows)


def test_a_file_of_the_user_is_named_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "traps_mine.csv").write_text("phrase,note\nقصف الرعد,weather\n", "utf-8")
    mine = Knowledge((tmp_path,))
    found = [match for match in matches(mine, "سمع قصف الرعد بعيدا") if match.sort == "trap"]
    assert {Origins(mine).of(match) for match in found} == {f"{tmp_path / 'traps_mine.csv'}, line 2"}


@pytest.mark.parametrize("text", ["آليات"])
def test_where_no_row_can_be_told_the_file_is_named(knowledge: Knowledge, text: str) -> None:
    origins = Origins(knowledge)
    counts = [match for match in matches(knowledge, text) if match.sort == "count"]
    assert counts
    assert all(origins.of(match).startswith("count_nouns.csv") for match in counts)
