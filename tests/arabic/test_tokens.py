"""Words with their place, and the clitics written together with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.folding import fold
from marsad.arabic.tokens import Form, forms, words

TEXTS = st.one_of(
    st.text(max_size=100),
    st.text(
        st.one_of(st.characters(), st.sampled_from("ابتةلىوهم.،:«»()-/%٣7ـ\u064e\u0651\u200f\u202b\n\t 😀")),
        max_size=100,
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قصفت القوات، بلدة (سرمين).", ["قصفت", "القوات", "بلدة", "سرمين"]),
        ("قَصَفَتْ ٣ قرى", ["قَصَفَتْ", "٣", "قرى"]),
        ("حقل «العمر» النفطي", ["حقل", "العمر", "النفطي"]),
        ("إسـ.ـرائيـ.ـل", ["إسـ.ـرائيـ.ـل"]),
        ("قـ*ـتل شـ/ـخصان", ["قـ*ـتل", "شـ/ـخصان"]),
        ("مقـ ـتل شـ ـخصين", ["مقـ ـتل", "شـ ـخصين"]),
        ("BM-21 غراد", ["BM", "21", "غراد"]),
        ("بين1و2", ["بين1و2"]),
        ("‫حلب‬", ["‫حلب‬"]),
        ("  \n\t ", []),
        ("،؛؟!.", []),
        ("😀 حلب 👩‍👩‍👧", ["حلب"]),
        ("ـ", []),
        ("َ", []),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert [text[word.start : word.end] for word in words(text)] == found


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("قال: «حلب»، ثم (درعا)", ["", ":«", "»،", "("]),
        ("حلب\nدرعا", ["", "\n"]),
        ("حلب.\n\nدرعا", ["", ".\n"]),
        ("حلب ... درعا", ["", "..."]),
    ],
)
def test_the_marks_before_a_word(text: str, before: list[str]) -> None:
    assert [word.before for word in words(text)] == before


def test_a_feminine_ending_is_told_from_a_pronoun() -> None:
    assert [word.marbuta for word in words("بلدة بلده")] == [True, False]


def test_a_part_of_a_text_counts_from_the_text() -> None:
    text = "قصفت قوات النظام بلدة سرمين"
    assert [text[word.start : word.end] for word in words(text, 5, 16)] == ["قوات", "النظام"]


@given(TEXTS)
def test_words_stand_in_order_and_hold_what_is_written(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        written = text[word.start : word.end]
        assert word.norm == fold(written).replace(".", "") != ""
        assert not any(letter.isspace() for letter in written)
        end = word.end


@given(TEXTS, st.integers(0, 100), st.integers(0, 100))
def test_words_of_a_part_lie_in_it(text: str, start: int, end: int) -> None:
    assert all(start <= word.start < word.end <= end for word in words(text, start, end))


@given(st.text(st.sampled_from("ابتةلىوهم7٣.ـ\u064e،«» \n"), max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    held = {at for word in words(text) for at in range(word.start, word.end)}
    assert all(at in held for at, letter in enumerate(text) if letter.isalnum() and letter != "ـ")


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("القصف", Form("قصف", "", "", True, "")),
        ("وبالقصف", Form("قصف", "و", "ب", True, "")),
        ("فللقصف", Form("قصف", "ف", "ل", True, "")),
        ("لقصفهم", Form("قصف", "", "ل", False, "هم")),
        ("سيقصف", Form("يقصف", "", "س", False, "")),
        ("وسيقصفونها", Form("يقصفون", "و", "س", False, "ها")),
        ("وقصف", Form("قصف", "و", "", False, "")),
        ("وادي", Form("وادي", "", "", False, "")),
    ],
)
def test_a_word_taken_apart(word: str, form: Form) -> None:
    assert form in forms(word)


@given(st.text(st.sampled_from("والبلكسفقصهمنيت"), min_size=1, max_size=12))
def test_every_way_to_take_a_word_apart_gives_it_back(word: str) -> None:
    found = forms(word)
    assert found[0] == Form(word, "", "", False, "")
    assert len(found) == len(set(map(repr, found))) <= 80
    for form in found:
        assert form.stem
        article = "" if not form.definite else "ل" if form.prep == "ل" else "ال"
        assert form.lead + form.prep + article + form.stem + form.suffix == word


def test_letters_as_they_are_drawn_make_words() -> None:
    """Text taken out of PDF files holds the shapes of letters instead of the letters."""
    text = "\ufee3\ufeaa\ufef3\ufee8\ufe94 \ufeb3\ufead\ufee3\ufef4\ufee6"
    assert [(word.norm, word.marbuta) for word in words(text)] == [("مدينه", True), ("سرمين", False)]


def test_a_loose_and_is_part_of_the_word_behind_it() -> None:
    assert [(word.start, word.norm) for word in words("خمسة و ستة، و «سبعة»")] == [
        (0, "خمسه"),
        (5, "وسته"),
        (12, "و"),
        (15, "سبعه"),
    ]
