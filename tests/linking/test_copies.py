"""Which reports only repeat another's text."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.linking.clues import words_of
from marsad.linking.copies import find_copies, sketch
from marsad.model import Report

STORY = (
    "قصفت مدفعية قوات النظام أطراف سرمين مساء الثلاثاء وأدى القصف إلى سقوط خمسة قتلى بينهم طفلان من "
    "عائلة واحدة ودمار واسع في الحي الشرقي من البلدة كما اندلع حريق كبير في مستودع للأعلاف قرب "
    "المدرسة القديمة وهرعت فرق الإطفاء إلى المكان وبقيت ساعات تحاول إخماده بينما نزحت عشرات العائلات "
    "نحو القرى المجاورة خوفا من تجدد القصف"
)
OTHER = (
    "سقط خمسة مدنيين بقذائف مدفعية أطلقت على سرمين ليل أمس حسب ما روى سكان المنطقة الذين تحدثوا عن "
    "ليلة طويلة قضوها في الملاجئ فيما نشر ناشطون صورا للدمار الذي لحق بالسوق وبعدد من البيوت وأعلنت "
    "مديرية التربية تعليق الدوام في المدارس حتى إشعار آخر ودعت الناس إلى الابتعاد عن الأبنية "
    "المتصدعة ريثما تعاينها لجان مختصة"
)


def copies(*reports: Report) -> dict[str, str]:
    sketches = {report.id: sketch(words_of(report.text)) for report in reports}
    return find_copies({report.id: report for report in reports}, sketches)


def test_the_later_repeats_the_earlier() -> None:
    early, late = Report("z", STORY, published="2021-09-28"), Report("a", STORY, published="2021-09-29")
    assert copies(early, late) == {"a": "z"}


def test_without_days_the_smaller_id_is_the_origin() -> None:
    assert copies(Report("b", STORY), Report("a", STORY)) == {"b": "a"}
    assert copies(Report("b", STORY, published="2021-09-29"), Report("a", STORY)) == {"a": "b"}


def test_a_text_with_another_head_and_foot_is_still_a_copy() -> None:
    dressed = f"عاجل: أنباء من ريف إدلب\n{STORY}\nالمصدر: وكالات. تابعونا على صفحاتنا"
    assert copies(Report("a", STORY), Report("b", dressed)) == {"b": "a"}


def test_a_copy_of_a_copy_repeats_the_first() -> None:
    reports = [Report(name, STORY, published=f"2021-09-2{at}") for at, name in enumerate("cba")]
    assert copies(*reports) == {"b": "c", "a": "c"}


def test_other_words_on_the_same_happening_are_no_copy() -> None:
    assert copies(Report("a", STORY), Report("b", OTHER)) == {}


def test_a_shared_sentence_is_no_copy() -> None:
    sentence = "قالت وكالة البيان إن القصف أدى إلى سقوط خمسة قتلى بينهم طفلان من عائلة واحدة"
    assert copies(Report("a", f"{OTHER} {sentence}"), Report("b", f"{sentence} {STORY[150:]}")) == {}


def test_spelling_hides_no_copy() -> None:
    respelt = STORY.replace("أ", "ا").replace("ة", "ه").replace("قصفت", "قَصَفَتْ").replace("البلدة", "البلـــدة")
    assert copies(Report("a", STORY), Report("b", respelt)) == {"b": "a"}


def test_texts_without_words_repeat_nothing() -> None:
    assert copies(Report("a", ""), Report("b", ""), Report("c", "😀"), Report("d", "قصف"), Report("e", "قصف")) == {}


def test_the_order_does_not_matter() -> None:
    reports = [
        Report("a", STORY, published="2021-09-29"),
        Report("b", STORY[:300], published="2021-09-28"),
        Report("c", OTHER),
        Report("d", f"{OTHER} والله أعلم", published="2021-09-28"),
    ]
    found = {tuple(sorted(copies(*order).items())) for order in itertools.permutations(reports)}
    assert len(found) == 1
    assert dict(found.pop()) == {"a": "b", "c": "d"}


@settings(max_examples=50, deadline=None)
@given(texts=st.lists(st.one_of(st.text(max_size=80), st.sampled_from((STORY, OTHER, STORY + OTHER))), max_size=6))
def test_a_copy_has_an_origin_that_is_none(texts: list[str]) -> None:
    found = copies(*(Report(str(at), text) for at, text in enumerate(texts)))
    assert not set(found) & set(found.values())
    assert all(origin < copy for copy, origin in found.items())
