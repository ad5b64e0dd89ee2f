"""Search in any form of a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.arabic import lemmas
from marsad.errors import UsageError
from marsad.model import Reading, Report
from marsad.store import Store
from marsad.store.search import phrases

TEXTS = {
    "shelling": "سقوط قذائف على بلدة النخيل\nأصيب ثلاثة مدنيين بجروح إثر سقوط قذيفة على منزلهم في بلدة النخيل.",
    "raid": "مداهمة في حي الورود\nاعتقلت الشرطةُ مدنياً واحداً، وأطلقت النار في الهواء.",
    "truce": "اتفاق على إطلاق سراح أسرى\nأعلن الوسطاء اتفاقاً جديداً في مدينة الرمان.",
    "names": "قسد تنفي\nنفى المتحدث باسم قسد الأنباء عن منبج.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "marsad.db") as store:
        store.keep_many([Reading(Report(id, text, text.partition("\n")[0]), ()) for id, text in TEXTS.items()])
        yield store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("المدنيين", ["raid", "shelling"]),
        ("مدني", ["raid", "shelling"]),
        ("والقذائف", ["shelling"]),
        ("قَذِيفَة", ["shelling"]),
        ("المدن", ["truce"]),
        ("اطلاق", ["truce"]),
        ("الإتفاقات", ["truce"]),
        ("لقسد", ["names"]),
        ("بمنبج", ["names"]),
        ("مدنيين الشرطة", ["raid"]),
        ('"سقوط قذيفة"', ["shelling"]),
        ('"قذيفة سقوط"', []),
        ("«إطلاق سراح» مدينة", ["truce"]),
        ('"إطلاق سراح', ["truce"]),
        ("NEAR OR قسد*", []),
        ("غائب", []),
    ],
)
def test_words_are_found_in_any_form(store: Store, words: str, found: list[str]) -> None:
    assert sorted(hit.report_id for hit in store.search(words)) == found


def test_a_hit_shows_the_words_where_they_stand(store: Store) -> None:
    [hit] = store.search("المدنيون قذائف بلدة")
    text = TEXTS["shelling"]
    assert hit.snippet == hit.span.of(text) == text.split("\n")[1]
    assert [word.of(text) for word in hit.words] == ["مدنيين", "قذيفة", "بلدة"]
    assert hit.title == "سقوط قذائف على بلدة النخيل"


def test_a_long_line_is_cut_between_words_around_what_was_asked(store: Store) -> None:
    text = "كلام طويل " * 100 + "عن الزلزال الكبير " + "وكلام بعده " * 100
    store.keep(Reading(Report("long", text), ()))
    [hit] = store.search("زلزال")
    assert len(hit.snippet) <= 240
    assert hit.snippet == hit.span.of(text)
    assert text[hit.span.start - 1] == text[hit.span.end] == " "
    assert [word.of(text) for word in hit.words] == ["الزلزال"]


def test_a_title_outside_the_text_is_searched_too(store: Store) -> None:
    store.keep(Reading(Report("titled", "نص قصير\nوسطر", "عنوان بعيد"), ()))
    [hit] = store.search("العناوين البعيدة")
    assert (hit.report_id, hit.snippet, hit.words) == ("titled", "نص قصير", ())


@pytest.mark.parametrize("words", ["", "  ", '""', "؟ !"])
def test_an_empty_question_is_refused(store: Store, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        store.search(words)
    assert caught.value.code == "empty-search"


def test_quotes_of_all_sorts_make_phrases() -> None:
    assert phrases("“قوات النظام” مدنيون") == [("قوه", "نظام"), ("مدني",)]


def test_the_limit_holds(store: Store) -> None:
    assert len(store.search("مدني", limit=1)) == 1


def test_only_what_is_new_is_indexed(store: Store) -> None:
    assert store.index() == len(TEXTS)
    assert store.index() == 0
    store.keep(Reading(Report("later", "زلزال"), ()))
    assert store.index() == 1


def test_new_rules_for_lemmas_make_the_index_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.index()
    monkeypatch.setattr(lemmas, "VERSION", "another")
    assert store.index() == len(TEXTS)
    assert len(store.search("مدني")) == 2
    assert store.check() == []


def test_a_corrected_title_is_found_and_the_old_one_is_not(store: Store) -> None:
    store.keep(Reading(Report("titled", "نص", "زلزال"), ()))
    store.index()
    store.keep(Reading(Report("titled", "نص", "فيضان"), ()))
    assert store.search("زلزال") == []
    assert [hit.report_id for hit in store.search("الفيضانات")] == ["titled"]
