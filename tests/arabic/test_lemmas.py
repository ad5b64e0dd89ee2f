"""Search keys of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.lemmas import lemma, lemmas


@pytest.mark.parametrize(
    ("forms", "key"),
    [
        ("مدني المدنيين مدنيون للمدنيين والمدنيين مَدَنِيّ", "مدني"),
        ("قذيفة القذائف والقذائف قذيفه بقذائفهم", "قذيفه"),
        ("إطلاق اطلاق بإطلاق وإطلاقها", "اطلاق"),
        ("مدينة مدن المدينة مدينتهم بالمدن", "مدينه"),
        ("تفجير التفجيرات وتفجير", "تفجير"),
        ("لغم ألغام الألغام الغام", "لغم"),
        ("بلدة البلدات بلدات", "بلده"),
        ("ضحية ضحايا ضحاياهم", "ضحيه"),
        ("مقاتل المقاتلين مقاتليها", "مقاتل"),
        ("غربي الغربية والغربي", "غربي"),
        ("قسد وقسد لقسد", "قسد"),
        ("منبج بمنبج ومنبج", "منبج"),
        ("تل وتل", "تل"),
        ("20 ٢٠ و20 بـ20", "20"),
        ("NATO nato", "nato"),
    ],
)
def test_the_forms_of_a_word_have_one_lemma(forms: str, key: str) -> None:
    assert {form: lemma(form) for form in forms.split()} == dict.fromkeys(forms.split(), key)


@pytest.mark.parametrize(
    ("one", "other"),
    [("فيصل", "يصل"), ("كركوك", "ركوك"), ("تفجير", "فجر"), ("هجوم", "هاجر"), ("جبهة", "جبه")],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert lemma(one) != lemma(other)


def test_lemmas_tell_where_the_words_stand() -> None:
    text = "قُتِلَ ٣ مدنيين، في «إدلب»."
    found = lemmas(text)
    assert [text[start:end] for _, start, end in found] == ["قُتِلَ", "٣", "مدنيين", "في", "إدلب"]
    assert [key for key, _, _ in found] == ["قتل", "3", "مدني", "في", "ادلب"]


@given(st.text(st.one_of(st.characters(), st.sampled_from("ابتةوىلم ًَّـ\u200f٣")), max_size=80))
def test_any_text_gives_words_in_order_and_lemmas_without_separators(text: str) -> None:
    end = 0
    for key, start, stop in lemmas(text):
        assert end <= start < stop <= len(text)
        assert key
        assert not any(letter.isascii() and not letter.isalnum() for letter in key)
        end = stop
