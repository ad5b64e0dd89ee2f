"""Looking words up in a sentence, whatever clitics they wear and however they are inflected."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.inflection import VerbForm
from marsad.arabic.tokens import words
from marsad.knowledge import Knowledge
from marsad.knowledge.lexicon import Lexicon, stem


def found(lexicon: Lexicon, text: str) -> list[tuple[object, str]]:
    sentence = words(text)
    return [
        (match.payload, text[sentence[match.first].start : sentence[match.last].end])
        for match in lexicon.find(sentence)
    ]


@pytest.fixture
def small() -> Lexicon:
    lexicon = Lexicon()
    lexicon.add("place", "omari", "العمري", al=True)
    lexicon.add("place", "omar", "حقل العمر", al=True)
    lexicon.add("place", "bab", "الباب", al=True)
    lexicon.add("trigger", "fire", "إطلاق نار", loose=True)
    lexicon.add("trigger", "shelling", "قصف")
    lexicon.add("verb", "shell", "قصفوا", form=VerbForm("قصفوا", "past", "active", "3mp"))
    lexicon.add("verb", "shells", "قصفت", form=VerbForm("قصفت", "past", "active", "3fs"))
    return lexicon


@pytest.mark.parametrize(
    ("text", "payload", "written"),
    [
        ("قصف", "shelling", "قصف"),
        ("وبالقصف", "shelling", "وبالقصف"),
        ("للقصف", "shelling", "للقصف"),
        ("قصفه", "shelling", "قصفه"),
        ("قَصْفٌ", "shelling", "قَصْفٌ"),
        ("في حقل العمر النفطي", "omar", "حقل العمر"),
        ("في حقل «العمر» النفطي", "omar", "حقل «العمر"),
        ("وحقل العمر", "omar", "وحقل العمر"),
        ("بإطلاق النار", "fire", "بإطلاق النار"),
        ("إطلاق نيران", None, ""),
        ("بالباب", "bab", "بالباب"),
        ("قصفتها", "shells", "قصفتها"),
    ],
)
def test_a_word_is_found(small: Lexicon, text: str, payload: str | None, written: str) -> None:
    assert found(small, text) == ([(payload, written)] if payload else [])


@pytest.mark.parametrize(
    "text",
    ["العمر", "باب", "بابه", "حقل، العمر", "القصفت", "مقصف", "العمريه", "إطلاق سراح نار", "حقل: العمر"],
)
def test_a_word_inside_or_across_others_is_not_found(small: Lexicon, text: str) -> None:
    assert found(small, text) == []


def test_nothing_is_found_in_nothing(small: Lexicon) -> None:
    assert small.find([]) == []
    assert len(small) == 7


def test_what_is_remembered_changes_nothing(small: Lexicon) -> None:
    text = "قصف حقل العمر والباب بإطلاق نار"
    first = found(small, text)
    assert found(small, text) == first
    assert len(first) == 4


@pytest.mark.parametrize(
    ("word", "base"),
    [("العسكرية", "عسكري"), ("مدنيين", "مدني"), ("غارات", "غار"), ("نار", "نار"), ("النار", "نار"), ("", "")],
)
def test_the_stem_is_what_endings_leave(word: str, base: str) -> None:
    assert stem(words(word)[0].norm if word else "") == base


@given(text=st.text(st.sampled_from("ابتصقفوللهيةكمنرعح .،«»\u064e\u0640"), max_size=60))
def test_a_match_lies_in_the_sentence(knowledge: Knowledge, text: str) -> None:
    sentence = words(text)
    for match in knowledge.lexicon.find(sentence):
        assert 0 <= match.first <= match.last < len(sentence)
        assert match.payload is not None


def test_a_lexicon_that_was_kept_finds_the_same(small: Lexicon) -> None:
    sentence = words("قصفت قوات سوريا الديمقراطية حقل العمر")
    again: Lexicon = pickle.loads(pickle.dumps(small))
    assert len(again) == len(small)
    found, other = (
        [(m.sort, m.payload, m.first, m.last, m.clitics, m.form) for m in lexicon.find(sentence)]
        for lexicon in (small, again)
    )
    assert found == other != []
