"""Search keys of words."""

from __future__ import annotations

import csv
import itertools
import time
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic import lemmas as module
from marsad.arabic.folding import fold
from marsad.arabic.lemmas import lemma, lemmas
from marsad.arabic.stems import stem, without_proclitics

DATA = Path(module.__file__).parent / "data"


def families() -> list[list[str]]:
    """Words with their forms; frequent words that look alike are among them on purpose (جامع, جامعة)."""
    text = Path(__file__).with_name("word_families.csv").read_text("utf-8")
    return [row["forms"].split("|") for row in csv.DictReader(text.splitlines())]


def test_the_forms_of_most_words_have_one_lemma() -> None:
    pairs = [pair for forms in families() for pair in itertools.combinations(map(lemma, forms), 2)]
    assert len(families()) >= 300
    assert sum(one == other for one, other in pairs) / len(pairs) >= 0.98


def test_hardly_a_form_has_the_lemma_of_another_word() -> None:
    """Counts every form whose key a form of another word has too, so a merger counts on both sides."""
    owners = defaultdict(list)
    for number, forms in enumerate(families()):
        for form in forms:
            owners[lemma(form)].append(number)
    merged = sum(len(numbers) for numbers in owners.values() if len(set(numbers)) > 1)
    assert merged / sum(map(len, families())) <= 0.02


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
        ("مقاتل المقاتلين مقاتليها مقاتلوها", "مقاتل"),
        ("غربي الغربية والغربي", "غربي"),
        ("مظاهرة مظاهرات بالمظاهرات", "مظاهره"),
        ("مظهر مظاهر المظاهر", "مظهر"),
        ("قصف يقصف قصفت قصفوا سيقصف قصفوها", "قصف"),
        ("نفى نفت ينفي نفوا نفاها", "نفي"),
        ("أصاب أصيب أصيبوا يصيب يصاب", "اصاب"),
        ("لقاء لقائه لقاؤهم لقاءات", "لقاء"),
        ("قتيل قتلى قتلاهم", "قتيل"),
        ("أزمة للأزمة الأزمات", "ازمه"),
        ("لاجئ للاجئين اللاجئون", "لاجي"),
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
    "forms",
    [
        "استجوبوهم يستجوبونهم استجوبته",
        "مستجوب مستجوبيه مستجوبو المستجوبين",
        "بلخوار ببلخوار وبلخوار لبلخوار",
        "سنجورية السنجورية سنجوريات",
    ],
)
def test_words_that_no_file_knows_have_one_lemma_too(forms: str) -> None:
    assert len({lemma(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("فيصل", "يصل"),
        ("كركوك", "ركوك"),
        ("تفجير", "فجر"),
        ("هجوم", "هاجر"),
        ("جبهة", "جبه"),
        ("مظاهرات", "مظاهر"),
        ("مدرسة", "مدرس"),
        ("بيان", "يان"),
        ("سلاح", "لاح"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert lemma(one) != lemma(other)


@pytest.mark.parametrize(
    ("word", "verb", "found"),
    [
        ("ينتعش", True, "انتعش"),
        ("يستحضر", True, "استحضر"),
        ("يتباطا", True, "تباط"),
        ("يهودي", False, "يهودي"),
        ("عراقيل", True, "عراقيل"),
        ("قت", True, "قت"),
    ],
)
def test_the_stemmer_leaves_a_stem(word: str, verb: bool, found: str) -> None:
    assert stem(word, verb=verb) == found


def test_all_proclitics_go_and_the_article_goes_once() -> None:
    assert [without_proclitics(word) for word in ("وبالفرن", "فالفرن", "للفرن", "الالماس")] == [
        "فرن", "فرن", "فرن", "الماس",
    ]  # fmt: skip


def rows(name: str) -> list[list[str]]:
    header, *found = csv.reader((DATA / name).read_text("utf-8").splitlines())
    assert all(len(row) == len(header) and all(row) for row in found), "no cell is empty"
    return found


def test_the_files_of_words_hold_each_word_once() -> None:
    nouns = rows("broken_plurals.csv")
    assert len(nouns) >= 900
    singulars = [fold(one) for one, _ in nouns]
    whole = [fold(word) for (word,) in rows("whole_words.csv")]
    plurals = [fold(each) for _, many in nouns for each in many.split("|")]
    repeated = Counter([*singulars, *whole]) | Counter(plurals) | Counter(map(tuple, rows("verbs.csv")))
    assert [word for word, count in repeated.items() if count > 1] == []
    assert set(whole) & set(plurals) == set()


def test_the_version_tells_of_a_change_in_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before = module.version()
    assert before == module.version()
    monkeypatch.setattr(module, "_text", lambda name: name)
    assert module.version() != before


def test_the_files_are_read_in_no_time() -> None:
    """Tens of milliseconds; the bound only keeps a dictionary that takes seconds from coming back."""
    begun = time.process_time()
    module._known.__wrapped__()  # type: ignore[attr-defined]
    assert time.process_time() - begun < 0.5


def test_lemmas_tell_where_the_words_stand() -> None:
    text = "قُتِلَ ٣ مدنيين، في «إدلب»."
    found = lemmas(text)
    assert [text[start:end] for _, start, end in found] == ["قُتِلَ", "٣", "مدنيين", "في", "إدلب"]
    assert [key for key, _, _ in found] == ["قتل", "3", "مدني", "في", "ادلب"]


def test_a_tatweel_alone_is_no_word() -> None:
    assert lemmas("بـ 20 ــ ـ") == [("ب", 0, 2), ("20", 3, 5)]


@given(st.text(st.one_of(st.characters(), st.sampled_from("ابتةوىلم ًَّـ\u200f٣")), max_size=80))
def test_any_text_gives_words_in_order_and_lemmas_without_separators(text: str) -> None:
    end = 0
    for key, start, stop in lemmas(text):
        assert end <= start < stop <= len(text)
        assert key
        assert not any(letter.isascii() and not letter.isalnum() for letter in key)
        end = stop
