"""Where sentences of news end, and where a full stop ends none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.sentences import sentences
from marsad.arabic.tokens import words

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from('ابتةل.،!؟?…»«"()\n\r 7٣ـ\u064e\u200fA')), max_size=160
)


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
    assert seconds(50_000) < 12 * max(seconds(5_000), seconds(5_000)) + 0.2
