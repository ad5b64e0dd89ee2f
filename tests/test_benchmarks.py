"""The benchmark of the reading runs and gives all its figures; a long text costs no more for each sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import reading as benchmark

from marsad.model import Report
from marsad.reading import Reader
from marsad.reading.tellings import discourse


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> benchmark.Figures:
    """The figures of a tiny run, as JSON gives them."""
    file: Path = tmp_path_factory.mktemp("bench") / "news.jsonl"
    file.write_text(json.dumps({"text": "قصفت قوات النظام بلدة سرمين أمس.\n" * 60}) + "\n", "utf-8")
    found = benchmark.measure(benchmark.texts_of(file), [500, 2000], repeat=1, most=2)
    read_back: benchmark.Figures = json.loads(json.dumps(found))
    return read_back


def test_all_figures_are_given_and_positive(figures: benchmark.Figures) -> None:
    assert set(figures) == {
        "compiled", "start_up_s", "reports", "reports_per_s_per_core", "words_per_s", "aho_ratio", "peak_memory_mb",
        "linearity",
    }  # fmt: skip
    assert set(figures["start_up_s"]) == {"cold", "warm"}
    assert set(figures["linearity"]["s_per_mb"]) == {"500", "2000"}
    given = [figures["reports_per_s_per_core"], figures["words_per_s"], figures["linearity"]["ratio"]]
    given += [*figures["start_up_s"].values(), *figures["linearity"]["s_per_mb"].values()]
    given += [value for value in figures["peak_memory_mb"].values() if value is not None]
    assert all(value > 0 for value in given)


def test_reading_is_compared_with_one_bare_pass(figures: benchmark.Figures) -> None:
    pytest.importorskip("ahocorasick", reason="pyahocorasick is not installed: pip install '.[bench]'")
    assert figures["aho_ratio"] > 0


def test_without_pyahocorasick_the_table_says_so(figures: benchmark.Figures) -> None:
    assert "not installed" in benchmark.table({**figures, "aho_ratio": None})


def test_reports_have_the_length_that_is_asked_for() -> None:
    sizes = [len(report.text.split()) for report in benchmark.reports(benchmark.own_texts(), 20)]
    assert len(sizes) == 20
    assert all(benchmark.WORDS <= size < 2 * benchmark.WORDS for size in sizes)


def test_running_text_has_its_size_and_does_not_repeat_itself() -> None:
    text = benchmark.running_text(["قُتل 5 مدنيين في سرمين."], 400)
    assert 397 <= len(text.encode()) <= 400
    assert len(set(text.split("\n\n"))) > 5


def test_comparisons_of_claims_grow_with_the_text_alone(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims of one kind at ever new places, four times as many: not sixteen times the comparisons."""
    compared = 0
    repeats = discourse._repeats

    def counted(one: object, other: object) -> bool:
        nonlocal compared
        compared += 1
        return repeats(one, other)  # type: ignore[arg-type]

    monkeypatch.setattr(discourse, "_repeats", counted)
    work = []
    for number in (50, 200):
        compared = 0
        text = "\n".join(f"قصفت قوات النظام قرية {_name(at)} أمس." for at in range(number))
        claims = reader.read(Report("r", text, published="2021-09-29")).claims
        assert len(claims) > number / 2
        work.append(compared)
    assert work[1] <= 8 * max(work[0], 50)


def test_no_sentence_copies_the_text_before_it(reader: Reader) -> None:
    class Watched(str):
        """A text that notes the longest piece taken out of it."""

        longest = 0

        def __getitem__(self, key: object) -> str:  # type: ignore[override]
            piece = str.__getitem__(self, key)  # type: ignore[index]
            Watched.longest = max(Watched.longest, len(piece))
            return piece

    text = Watched("قصفت قوات النظام بلدة سرمين أمس.\n" * 200)
    assert reader.read(Report("r", text, published="2021-09-29")).claims
    assert 0 < Watched.longest < 100


def _name(number: int) -> str:
    return "كفر " + "".join("سصطعفقمنرد"[int(digit)] for digit in f"{number:03}") + "ون"
