"""One spelling for the many in which Arabic is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.folding import LETTERS, fold, fold_letters

SPELLINGS = st.text(
    st.one_of(st.characters(), st.sampled_from("أإآٱىةؤئیکگہےـ\u064e\u0651\u0670\u200f\u200c\ufeff٣۷ابتABc")),
    max_size=60,
)


@pytest.mark.parametrize(
    "spellings",
    [
        "الإدارة الادارة الإِدَارَة الادارهـ",
        "حلب حَلَب حـلـب حلـــب حل\u200cب \u200fحلب\u200f",
        "مستشفى مستشفي مستشفی",
        "آب أب اب ٱب",
        "مسؤول مسوول",
        "كركوك کرکوک",
        "٢٠٢١ 2021 ۲۰۲۱",
        "ISIS isis Isis",
        "الرحمن الرحمٰن",
        "الانفجار اﻻنفجار \ufe8d\ufefb\ufee7\ufed4\ufea0\ufe8e\ufead",
    ],
)
def test_spellings_of_one_word(spellings: str) -> None:
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("قلب", "كلب"), ("عمر", "عمرو"), ("حرب", "حرث"), ("سد", "صد"), ("ذل", "دل")]
)
def test_other_letters_stay_other_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(SPELLINGS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(SPELLINGS)
def test_letters_keep_their_places(text: str) -> None:
    kept = fold_letters(text)
    assert len(kept) == len(text)
    assert all(new == old or ord(old) in LETTERS or new == fold(old) for old, new in zip(text, kept, strict=True))


@given(SPELLINGS, SPELLINGS)
def test_words_fold_apart_as_they_fold_together(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}"


@pytest.mark.parametrize(
    "mark", ["\u0640", "\u064b", "\u0651", "\u0670", "\u200f", "\u202b", "\u2067", "\ufeff", "\u00ad"]
)
def test_marks_that_carry_no_letter_go(mark: str) -> None:
    assert fold(f"ا{mark}ب{mark}") == "اب"


def test_every_variant_becomes_one_letter_that_is_no_variant() -> None:
    assert all(LETTERS.get(letter, letter) == letter for letter in LETTERS.values())
    assert all(fold(chr(variant)) for variant in LETTERS)
