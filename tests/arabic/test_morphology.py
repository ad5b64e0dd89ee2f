"""Clitics and verbs of words in their sentence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic import morphology as module
from marsad.arabic.morphology import Analysis, analyse, readings
from marsad.arabic.tokens import words

DATA = Path(module.__file__).parent / "data"
CLASSES = {"prep", "verb", "relative", "subject", "noun", "other"}  # what they say of the word behind
CLASSES |= {"joined", "link", "place", "unprefixed", "unsuffixed", "kana"}  # for one rule each


def analysed(text: str) -> list[Analysis]:
    return analyse(words(text), text)


def parts(text: str) -> list[str]:
    """Each word as its parts, joined by plus signs; `!` marks verbs."""
    return [
        "+".join(filter(None, (*each.proclitics, each.stem, each.enclitic))) + "!" * each.is_verb
        for each in analysed(text)
    ]


def rows(name: str) -> list[list[str]]:
    return list(csv.reader((DATA / name).read_text("utf-8").splitlines()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزارة الدفاع", ["وزاره", "الدفاع"]),
        ("ووزارة الدفاع", ["و+وزاره", "الدفاع"]),
        ("فريق في بلدة ببيروت", ["فريق", "في", "بلده", "ب+بيروت"]),
        ("لجنة للسلام", ["لجنه", "ل+لسلام"]),
        ("كتاب كالكتب", ["كتاب", "ك+الكتب"]),
        ("سلاح سيستخدمه الجيش", ["سلاح", "س+يستخدم+ه!", "الجيش"]),
        ("له بها وفيه", ["ل+ه", "ب+ها", "و+في+ه"]),
        ("قال إنه سافر", ["قال!", "ان+ه", "سافر!"]),
        ("بسبب ذلك", ["ب+سبب", "ذلك"]),
        ("ب15 دولارا", ["ب+15", "دولارا"]),
    ],
)  # fmt: skip
def test_words_are_taken_apart(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("كتب المراسل من حلب", {"كتب"}),
        ("اشترى خمسة كتب من السوق", {"اشتري"}),
        ("طلب الوزير المساعدة", {"طلب"}),
        ("بناء على طلب الوزير", set()),
        ("لم تعمل المولدات", {"تعمل"}),
        ("بعد تقدم الجيش", set()),
        ("الرجل الذي قتل جاره", {"قتل"}),
        ("عن قتل جاره", set()),
        ("كان يدرس الطب", {"كان", "يدرس"}),
    ],
)  # fmt: skip
def test_context_tells_verbs_from_nouns(text: str, verbs: set[str]) -> None:
    assert {each.stem for each in analysed(text) if each.is_verb} == verbs


def test_writing_tells_what_folding_hides() -> None:
    assert not analysed("حدثًا")[0].is_verb
    assert analysed("لإخلاء")[0].proclitics == ("ل",)
    assert analysed("عبارةٌ")[0].enclitic == ""
    assert analysed("ألحانها")[0].enclitic == "ها"


def test_tense_and_auxiliaries() -> None:
    assert [each.tense for each in analysed("كان يعمل")] == ["past", "present"]
    assert analysed("كان الطقس باردا")[0].auxiliary
    assert not analysed("كان في البيت")[0].auxiliary


def test_a_mark_ends_what_counts_as_before() -> None:
    """Right behind the preposition it would be a noun."""
    assert analysed("ما جاء عن، حكم القاضي")[-2].is_verb


def test_every_reading_gives_the_reasons_of_its_points() -> None:
    for word in readings(words("وجد الفريق كتابه في الوادي")):
        assert [each.points for each in word] == sorted((each.points for each in word), reverse=True)
        assert all(each.points == pytest.approx(sum(points for _, points in each.reasons)) for each in word)


@given(st.text(alphabet="ابتحدرسعفقكلمنهويةىءأإآؤئ ،.12\u064b", max_size=40))
def test_the_parts_of_a_word_are_the_word(text: str) -> None:
    tokens = words(text)
    found = analyse(tokens, text)
    assert found == analyse(tokens, text)
    assert ["".join((*each.proclitics, each.stem, each.enclitic)) for each in found] == [each.norm for each in tokens]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("morphology_nouns.csv", ["word"]),
        ("morphology_verbs.csv", ["past", "present"]),
        ("morphology_particles.csv", ["word", "class"]),
    ],
)
def test_files_are_sorted_lists_of_arabic_words(name: str, header: list[str]) -> None:
    first, *body = rows(name)
    assert first == header
    assert body == sorted(body)
    assert len({tuple(row) for row in body}) == len(body)
    for row in body:
        assert len(row) == len(header)
        assert all(re.fullmatch("[ء-غف-ي]+", cell) for cell in row if cell not in CLASSES), row


def test_classes_and_verbs_are_what_the_rules_ask_for() -> None:
    assert {kind for _, kind in rows("morphology_particles.csv")[1:]} == CLASSES
    assert all(present.startswith("ي") for _, present in rows("morphology_verbs.csv")[1:])
    known = {tuple(row) for row in rows("verbs.csv")[1:]}
    assert not [row for row in rows("morphology_verbs.csv")[1:] if tuple(row) in known]
