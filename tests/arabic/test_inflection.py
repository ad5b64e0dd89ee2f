"""Forms of verbs and nouns as they stand in print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm, conjugate, noun_forms, pack, unpack


@pytest.mark.parametrize(
    ("root", "pattern", "forms"),
    [
        ("قصف", "فعَل يفعِل", "قصف قصفت قصفوا يقصف تقصف يقصفون يقصفوا قصفنا"),
        ("قول", "فعَل يفعُل", "قال قالت قالوا يقول تقول يقولون قيل يقال"),
        ("رمي", "فعَل يفعِل", "رمى رمت رموا يرمي ترمي يرمون رمي يرمى"),
        ("دعو", "فعَل يفعُل", "دعا دعت دعوا يدعو تدعو يدعون"),
        ("ءخذ", "فعَل يفعُل", "أخذ أخذت أخذوا يأخذ"),
        ("هجم", "فاعل", "هاجم هاجمت هاجموا يهاجم هوجم"),
        ("فجر", "فعّل", "فجر فجرت يفجر"),
        ("فجر", "انفعل", "انفجر انفجرت انفجروا ينفجر تنفجر"),
        ("شبك", "افتعل", "اشتبك اشتبكت اشتبكوا يشتبك"),
        ("هدف", "استفعل", "استهدف استهدفت استهدفوا يستهدف استهدف"),
        ("شنن", "فعَل يفعُل", "شن شنت شنوا يشن"),
        ("سيطر", "فعلل", "سيطر سيطرت سيطروا يسيطر"),
    ],
)
def test_a_verb_has_its_forms(root: str, pattern: str, forms: str) -> None:
    made = {form.form for form in conjugate(root, pattern)}
    assert set(map(fold, forms.split())) <= made


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("قصفت", ("past", "active", "3fs")),
        ("قصفوا", ("past", "active", "3mp")),
        ("يقصفون", ("present", "active", "3mp")),
        ("تقصف", ("present", "active", "3fs")),
        ("قصفنا", ("past", "active", "1p")),
    ],
)
def test_a_form_tells_tense_voice_and_person(form: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in {tuple(found[1:]) for found in conjugate("قصف", "فعَل يفعِل") if found.form == form}


def test_the_reduced_eighth_form() -> None:
    assert "اتخذت" in {form.form for form in conjugate("ءخذ", "افتعل", reduced=True)}
    assert "اتخذت" not in {form.form for form in conjugate("ءخذ", "افتعل")}


@pytest.mark.parametrize(("root", "pattern"), [("قصف", "لا شيء"), ("ق", "فعّل"), ("", "فعّل"), ("abc", "فعّل")])
def test_there_is_no_such_verb(root: str, pattern: str) -> None:
    with pytest.raises(ValueError, match="no verb"):
        conjugate(root, pattern)


def test_forms_are_folded_and_each_stands_once() -> None:
    made = conjugate("ءسر", "فعَل يفعِل")
    assert len(made) == len(set(made))
    assert all(form.form == fold(form.form) for form in made)


@pytest.mark.parametrize(
    ("lemma", "more", "number", "forms"),
    [
        ("معتقل", {}, "pl", "معتقلون معتقلين معتقلو معتقلي"),
        ("مدني", {}, "pl", "مدنيون مدنيين"),
        ("معتقل", {}, "du", "معتقلان"),
        ("قتيل", {"plurals": ("قتلى",)}, "pl", "قتلى"),
        ("قتيل", {"plurals": ("قتلى",)}, "du", "قتيلان قتيلين"),
        ("غارة", {"people": False}, "pl", "غارات"),
        ("غارة", {"people": False}, "du", "غارتان غارتين غارتي"),
        ("صاروخ", {"plurals": ("صواريخ",), "people": False}, "pl", "صواريخ"),
        ("شهيد", {"feminine": "شهيدة", "plurals": ("شهداء",)}, "sg", "شهيد شهيدا شهيدة"),
        ("قذيفة", {"plurals": ("قذائف",), "people": False}, "sg", "قذيفة قذيفت"),
    ],
)
def test_a_noun_has_its_forms(lemma: str, more: dict[str, object], number: str, forms: str) -> None:
    made = {form for form, found in noun_forms(lemma, **more) if found == number}  # type: ignore[arg-type]
    assert set(map(fold, forms.split())) <= made


def test_things_have_no_plural_of_people() -> None:
    made = dict(noun_forms("صاروخ", plurals=("صواريخ",), people=False))
    assert "صاروخون" not in made
    assert made["صاروخين"] == "du"


_FORMS = st.builds(
    VerbForm,
    st.text("ابتقصفونيل", min_size=1, max_size=8),
    st.sampled_from(("past", "present")),
    st.sampled_from(("active", "passive")),
    st.sampled_from(("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1p")),
)


@given(st.lists(_FORMS, max_size=12))
def test_what_is_packed_is_unpacked(made: list[VerbForm]) -> None:
    assert list(unpack(pack(tuple(made)))) == made
