"""Numbers: figures, words, bounds, vague amounts, and what is none."""

from __future__ import annotations

import csv
import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.numbers import find_numbers, find_ordinal, parse_number_words

_PIECES = [
    "ثلاثة",
    "و",
    "وعشرون",
    "مئة",
    "ألف",
    "آلاف",
    "مليون",
    "5",
    "٦٫٥",
    "1,234",
    "نحو",
    "أكثر",
    "من",
    "على",
    "الأقل",
    "بين",
    "إلى",
    "-",
    "/",
    ".",
    "%",
    "عشرات",
    "بضع",
    "نصف",
    "أخماس",
    "سالب",
    "جزء",
    "ـ",
    "َ",
    "😀",
    "\u202b",
    "\n",
    "^",
    "e",
    "شخص",
    "مِئَةٌ",
    "الـ24",
    "عشر",
    "خمسون",
    "999999999999999999999999",
]
arabic = st.lists(st.sampled_from(_PIECES), max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda joint: joint.join(pieces))
)


def read(text: str) -> list[tuple[float, float | None]]:
    return [(number.low, number.high) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قتل 14 متمرداً", 14),
        ("مقتل ١٤ شخصا", 14),
        ("مقتل ۱۴ شخصا", 14),
        ("قتل ثلاثةُ أشخاص", 3),
        ("أصيب أحد عشر مدنيا", 11),
        ("إحدى عشرة عبوة", 11),
        ("اثنا عشر جنديا", 12),
        ("خمسة عشر", 15),
        ("واحد وعشرين قتيلا", 21),
        ("ثلاث و ستون امرأة", 63),
        ("مئة جريح", 100),
        ("مائة وستة", 106),
        ("ثلاثمئة", 300),
        ("ثلاث مئة", 300),
        ("خمسمائة وثمانية وأربعون", 548),
        ("مئتا مقاتل", 200),
        ("مائتين وخمسين", 250),
        ("ألف ومئتان", 1200),
        ("ألفي شخص", 2000),
        ("ألفان وثمانية عشر", 2018),
        ("مليونين", 2_000_000),
        ("مليون ومئتا ألف وخمسة", 1_200_005),
        ("400 ألف", 400_000),
        ("6,6 مليون لاجئ", 6_600_000),
        ("2.5 مليار", 2_500_000_000),
        ("خمسة آلاف", 5000),
        ("4 آلاف و500", 4500),
        ("مليون و200 ألف", 1_200_000),
        ("١٬٢٣٤٬٥٦٧", 1_234_567),
        ("1.500 نازح", 1500),
        ("12,300", 12_300),
        ("٠٫٧٧", 0.77),
        ("1 234 567", 1_234_567),
        ("26.013,94", 26013.94),
        ("درجة الحرارة سالب ٥", -5),
        ("-1200000", -1_200_000),
        ("ثلاثة أرباع", 0.75),
        ("خمسة وربع", 5.25),
        ("ثلثا السكان", 2 / 3),
        ("خمس المساحة", 0.2),
        ("3/4", 0.75),
        ("1.1^2", 1.21),
        ("دزينتان وثلاث دزينات", 36),
    ],
)
def test_values(text: str, value: float) -> None:
    assert [low for low, _ in read(text)] == [pytest.approx(value)]


def test_whole_values_are_integers() -> None:
    assert [type(number.low) for number in find_numbers("6,6 مليون، خمسة، 2.5")] == [int, int, float]


@pytest.mark.parametrize(
    ("text", "low", "high", "basis"),
    [
        ("قتل 7", 7, 7, "exact"),
        ("ما لا يقل عن 7 قتلى", 7, None, "at_least"),
        ("7 على الأقل", 7, None, "at_least"),
        ("سبعة أشخاص على الأقل", 7, None, "at_least"),
        ("قتل على الأقل 7", 7, None, "at_least"),
        ("أكثر من 7", 8, None, "more_than"),
        ("وأكثر من عشرة آخرين", 11, None, "more_than"),
        ("ما يزيد عن مئة", 101, None, "more_than"),
        ("أكثر من عشرات القتلى", 20, None, "more_than"),
        ("نحو 600 مقاتل", 600, 600, "about"),
        ("قرابة عشرين", 20, 20, "about"),
        ("لحوالي 300 ألف", 300_000, 300_000, "about"),
        ("أقل من 10", 1, 9, "less_than"),
        ("ما يصل إلى 10", 1, 10, "at_most"),
        ("بين 5 و7", 5, 7, "range"),
        ("ما بين ثلاث وخمس سنوات", 3, 5, "range"),
        ("5-7 جرحى", 5, 7, "range"),
        ("15 إلى 20 جريحا", 15, 20, "range"),
        ("من 5 إلى 7 آلاف", 5000, 7000, "range"),
        ("عشرات القتلى", 20, 99, "vague"),
        ("إصابة العشرات", 20, 99, "vague"),
        ("مئات", 200, 999, "vague"),
        ("آلاف النازحين", 2000, 9999, "vague"),
        ("عشرات الآلاف", 20_000, 99_999, "vague"),
        ("مئات الآلاف من المدنيين", 200_000, 999_999, "vague"),
        ("بضعة جنود", 3, 9, "vague"),
        ("عدد من المدنيين", 2, None, "vague"),
        ("عدة مواقع", 2, None, "vague"),
        ("30 في المئة", 30, 30, "percent"),
        ("30%", 30, 30, "percent"),
        ("واحد من ثلاثة", 1 / 3, 1 / 3, "share"),
        ("نصف السكان", 0.5, 0.5, "fraction"),
    ],
)
def test_bounds(text: str, low: float, high: float | None, basis: str) -> None:
    [number] = find_numbers(text)
    assert (number.low, number.high, number.basis) == (low, high, basis)


@pytest.mark.parametrize(
    "text",
    [
        "قائمة بلا أعداد",
        "الطريق M4",
        "طائرات إف-16 ودبابات تي-72",
        "الساعة 12:30",
        "29-10-2022",
        "يوم الاثنين",
        "اليوم الخامس عشر",
        "في الذكرى الحادية والعشرين",
        "لست أدري",
        "عدد القتلى",
        "",
    ],
)
def test_no_counts(text: str) -> None:
    assert read(text) == []


def test_lists_stay_apart() -> None:
    assert read("قتل خمسة وستة وأصيب 10 آخرون، 3 منهم أطفال") == [(5, 5), (6, 6), (10, 10), (3, 3)]
    assert read("5 قتلى، 7 جرحى\n8 مفقودين") == [(5, 5), (7, 7), (8, 8)]


def test_a_bullet_is_no_minus() -> None:
    assert read("-5 قتلى") == [(5, 5)]


def test_spans_hold_the_bounds_beside_the_number() -> None:
    text = "أسفر عن مقتل ما لا يقل عن 7 أشخاص وإصابة نحو عشرين"
    assert [text[number.start : number.end] for number in find_numbers(text)] == [
        "ما لا يقل عن 7",
        "نحو عشرين",
    ]


def test_spans_count_marks_tatweel_and_emoji() -> None:
    text = "😀 قُتِلَ ثَلاثَـــةٌ و\u200f٥"
    assert [text[number.start : number.end] for number in find_numbers(text)] == ["ثَلاثَـــةٌ", "٥"]


@pytest.mark.parametrize(
    ("words", "result"),
    [
        (["ثلاثة", "وعشرون", "شخصا"], (2, 23)),
        (["مئتي", "ألف"], (2, 200_000)),
        (["الـ24", "ساعة"], None),
        (["400", "ألف", "نازح"], (2, 400_000)),
        (["شخص", "ثلاثة"], None),
        ([], None),
    ],
)
def test_parse_number_words(words: list[str], result: tuple[int, float] | None) -> None:
    assert parse_number_words(words) == result


@given(st.one_of(arabic, st.text(max_size=60)))
def test_any_text(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        assert number.high is None or number.low <= number.high
        last = number.end


@given(arabic)
def test_a_span_alone_reads_the_same(text: str) -> None:
    for number in find_numbers(text):
        # "At least" after the noun and a minus depend on what stands around the number.
        if number.basis == "exact" and number.low >= 0:
            again = find_numbers(text[number.start : number.end])
            assert [(one.low, one.high) for one in again] == [(number.low, number.high)]


def test_long_texts_take_linear_time() -> None:
    assert len(find_numbers("و5 " * 2000)) == 2000
    assert len(find_numbers("1-" * 2000)) <= 1
    assert find_numbers("9" * 100_000) == []


def test_the_words_are_well_formed() -> None:
    with (resources.files("marsad.arabic") / "data" / "number_words.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["word"], row["role"]) for row in rows}) == len(rows)
    assert all(row["word"].strip() == row["word"] and row["role"].isidentifier() for row in rows)
    assert all(row["value"].isdigit() for row in rows if row["role"] in {"unit", "ten", "hundreds", "scale", "ordinal"})


def test_third_party_numbers(shared: Path) -> None:
    cases = [
        json.loads(line) for line in (shared / "checks" / "numbers.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    right = sum(
        any(abs(low - case["value"]) < 1e-6 * max(1, abs(case["value"])) for low, _ in read(case["text"]))
        for case in cases
    )
    assert right / len(cases) >= 0.96


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("نصف مليون شخص", 500_000),
        ("ربع مليون نازح", 250_000),
        ("مليون ونصف المليون لاجئ", 1_500_000),
        ("ثلاثة ملايين ونصف", 3_500_000),
    ],
)
def test_a_part_of_a_scale_is_a_whole_number(text: str, value: int) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high, number.basis) == (value, value, "exact")


@pytest.mark.parametrize(
    ("text", "value"),
    [("الثالث على التوالي", 3), ("الـ12 على التوالي", 12), ("15", 15), ("الحادي والعشرين", 21), ("على التوالي", None)],
)
def test_an_ordinal_at_the_beginning(text: str, value: int | None) -> None:
    assert find_ordinal(text) == value
