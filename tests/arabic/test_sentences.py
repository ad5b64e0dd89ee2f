"""Sentences: where stops and lines end them, where a stop ends none, and where lines were only wrapped."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from marsad.arabic.sentences import sentences
from marsad.arabic.tokens import words

REPORT = (
    "قصفت قوات النظام بالمدفعية الثقيلة بلدة سرمين شرقي إدلب صباح اليوم، ما أدى إلى إصابة ثلاثة مدنيين بجروح"
    " بينهم طفل في العاشرة من عمره. وقال مصدر في الدفاع المدني إن فرق الإنقاذ نقلت المصابين إلى مشفى قريب من"
    " البلدة، وإن القصف تجدد بعد نصف ساعة على أطرافها أثناء إجلاء المصابين. ونزحت عشرات العائلات من البلدة"
    " باتجاه المخيمات القريبة من الحدود، بحسب ناشطين محليين."
)
DIGEST = """ديرالزور::
قتل شاب برصاص مجهولين في بلدة ذيبان شرقي دير الزور مساء أمس.
درعا:
انفجرت عبوة ناسفة بسيارة في مدينة نوى، ما أدى إلى إصابة ثلاثة أشخاص بجروح.
حلب: ألقى الجيش الوطني القبض على خلية في ريف عفرين
إدلب: تسيير دورية تركية على طريق حلب - اللاذقية قرب أريحا
حماة: قصف مدفعي على أطراف قرية العنكاوي في سهل الغاب"""
HEADLINES = """قصف مدفعي على بلدة سرمين شرقي إدلب يوقع جرحى بين المدنيين.
احتجاجات لعشرات الموظفين في الرقة ودير الزور ضد إجراءات الحكومة المؤقتة
مقتل ثلاثة أشخاص وإصابة آخر بانفجار لغم من مخلفات الحرب غربي دير الزور
الأمن العام يداهم حراقات شمال دير الزور ويقطع إمدادات المحروقات عن المدينة
التربية تعتمد إجراءات ميسرة لدمج الطلاب غير المقيدين في المدارس
توغل لقوات الاحتلال الإسرائيلي في ريفي درعا والقنيطرة واعتقال شاب وطفل"""


def spelled(text: str) -> list[tuple[str, ...]]:
    return [tuple(word.norm for word in found.words) for found in sentences(text)]


@pytest.mark.parametrize("width", [60, 70, 80, 100])
def test_wrapped_lines_are_joined(width: int) -> None:
    wrapped = textwrap.fill(REPORT, width, break_long_words=False)
    assert wrapped.count("\n") >= 3
    assert spelled(wrapped) == spelled(REPORT)
    for found in sentences(wrapped):
        assert wrapped[found.words[0].start : found.end].rstrip().endswith(".")
        assert not any("\n" in word.before for word in found.words[1:])


def test_sections_of_a_digest_stay_apart() -> None:
    assert len(spelled(DIGEST)) == 7


def test_headlines_in_a_list_stay_apart() -> None:
    assert len(spelled(HEADLINES)) == 6


def test_items_stay_apart_in_wrapped_text() -> None:
    wrapped = textwrap.fill(REPORT, 70, break_long_words=False)
    items = "\n".join(f"- {line}" for line in HEADLINES.split("\n")[1:])
    assert len(spelled(f"{wrapped}\n{items}")) == 3 + 5


def test_short_lines_are_no_wrapped_text() -> None:
    wrapped = textwrap.fill(REPORT, 35, break_long_words=False)
    assert len(spelled(wrapped)) >= wrapped.count("\n")


@given(st.lists(st.sampled_from([REPORT, *HEADLINES.split("\n"), "درعا:", "- ", "", " ", ".", "\n"])))
def test_sentences_lie_in_order_and_lose_no_word(parts: list[str]) -> None:
    text = textwrap.fill(" ".join(parts), 80, break_long_words=False, replace_whitespace=False)
    end = 0
    norms: list[str] = []
    for found in sentences(text):
        assert end <= found.start < found.end <= len(text)
        assert all(text[word.start : word.end].strip() for word in found.words)
        end = found.end
        norms += [word.norm for word in found.words]
    assert len(norms) == sum(len(one) for one in spelled(text.replace("\n", " ")))


TEXTS = st.text(st.one_of(st.characters(), st.sampled_from('ابتةل.،!؟?…»«"()\n\r 7٣ـ\u064e\u200fA')), max_size=160)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قصفت القوات. ونزح الأهالي.", ["قصفت القوات.", "ونزح الأهالي."]),
        ("هل انسحبت؟ لا! ربما…", ["هل انسحبت؟", "لا!", "ربما…"]),
        ("سطر أول\nسطر ثان", ["سطر أول", "سطر ثان"]),
        ("قال «انسحبنا.» ثم مضى.", ["قال «انسحبنا.»", "ثم مضى."]),
        ("ذكرت أ.ف.ب أن القصف مستمر.", ["ذكرت أ.ف.ب أن القصف مستمر."]),
        ("ذكرت (أ.ف.ب) ذلك. ثم", ["ذكرت (أ.ف.ب) ذلك.", "ثم"]),
        ("بلغت 3.5 مليون. ثم", ["بلغت 3.5 مليون.", "ثم"]),
        ("موقع sana.sy قال. ثم", ["موقع sana.sy قال.", "ثم"]),
        ("د. سامي الحداد قال ذلك.", ["د. سامي الحداد قال ذلك."]),
        ("الجيش الإسـ.ـرائيلي قصف. ثم", ["الجيش الإسـ.ـرائيلي قصف.", "ثم"]),
        ("توقف القصف.... وعاد", ["توقف القصف....", "وعاد"]),
        ("...\n؟!\n😀", []),
        ("", []),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert [text[each.start : each.end].strip() for each in sentences(text)] == found


def test_a_sentence_knows_its_line() -> None:
    assert [each.line for each in sentences("أول. ثان.\n\nثالث.\nرابع")] == [0, 0, 2, 3]


@given(TEXTS)
def test_sentences_hold_all_words_of_a_text_once(text: str) -> None:
    found = list(sentences(text))
    assert [(word.start, word.end) for each in found for word in each.words] == [
        (word.start, word.end) for word in words(text)
    ]
    end = 0
    for each in found:
        assert end <= each.start < each.end <= len(text)
        assert each.words
        assert each.start == each.words[0].start
        assert each.words[-1].end <= each.end
        end = each.end
    assert [each.line for each in found] == sorted(each.line for each in found)


@given(st.lists(st.sampled_from(["قصف", "،", " ", "و", "قرية"]), min_size=1, max_size=12))
@example(["،", "و", " "])
@settings(max_examples=30, deadline=None)
def test_a_text_without_a_full_stop_is_cut_where_no_word_is_hurt(pieces: list[str]) -> None:
    text = ("".join(pieces) + " كلمة ") * 400
    found = list(sentences(text))
    assert max(each.end - each.start for each in found) <= 3000
    assert [word.norm for each in found for word in each.words] == [word.norm for word in words(text)]


@pytest.mark.parametrize("unit", ["قصف. ", "قصف ", "أ.", ".", "\n", "قصف،", "ق", "ـ."])
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        for _ in sentences(text):
            pass
        return time.process_time() - start

    seconds(1000)
    # of two runs the quicker: a pause of the collector is no growth
    assert min(seconds(50_000), seconds(50_000)) < 12 * max(seconds(5_000), seconds(5_000)) + 0.2
