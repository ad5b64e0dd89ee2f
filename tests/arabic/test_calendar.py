"""Dates: what news calls them, seen from Wednesday, 29 September 2021."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.calendar import find_amount, find_dates

PUBLISHED = date(2021, 9, 29)

_PIECES = [
    "منذ",
    "قبل",
    "بعد",
    "خلال",
    "من",
    "إلى",
    "حتى",
    "بين",
    "و",
    "في",
    "يوم",
    "الأحد",
    "الاثنين",
    "أمس",
    "اليوم",
    "غدا",
    "الماضي",
    "المقبل",
    "الجاري",
    "الشهر",
    "الأسبوع",
    "العام",
    "ثلاثة",
    "أيام",
    "أسبوعين",
    "شهر",
    "آذار",
    "أيلول/سبتمبر",
    "رمضان",
    "5",
    "31",
    "2018",
    "عام",
    "هـ",
    "نهاية",
    "مطلع",
    "ليل",
    "فجر",
    "صيف",
    "الأول",
    "العشرين",
    "-",
    "/",
    "،",
    "(",
    ")",
    "29-10-2022",
    "1/2",
    "9999",
    "الليلة",
    "آخر",
    "الساعات",
    "الـ24",
    "عيد",
    "الفطر",
    "سيصل",
    "ـ",
    "َ",
    "😀",
    "\u202b",
    "\n",
    "السبعينيات",
    "الربع",
]
arabic = st.lists(st.sampled_from(_PIECES), max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda joint: joint.join(pieces))
)


def read(text: str, published: date | None = PUBLISHED, tense: str | None = None) -> list[str]:
    return [
        f"{found.first}..{found.last}" if found.last > found.first else str(found.first)
        for found in find_dates(text, published, tense=tense)
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("في 5 كانون الثاني", "2021-01-05"),
        ("خلال شباط الماضي", "2021-02-01..2021-02-28"),
        ("في 12 أفريل 2020", "2020-04-12"),
        ("15 أوت 2020", "2020-08-15"),
        ("تشرين الأول/أكتوبر 2019", "2019-10-01..2019-10-31"),
        ("في أكتوبر/ تشرين الأول 2019", "2019-10-01..2019-10-31"),
        ("2021.06.29", "2021-06-29"),
        ("29-10-2022", "2022-10-29"),
        ("2022/02/15", "2022-02-15"),
        ("٢٠٢٢/٢/١٥", "2022-02-15"),
        ("5-10-2025", "2025-10-05"),
        ("اليوم الجمعة 2كانون الأول /ديسمبر2022", "2022-12-02"),
        ("السادس عشر من أيلول", "2021-09-16"),
        ("في الثالث من الشهر الجاري", "2021-09-03"),
        ("الأحد", "2021-09-26"),
        ("يوم الأربعاء", "2021-09-29"),
        ("الأربعاء الماضي", "2021-09-22"),
        ("الأحد المقبل", "2021-10-03"),
        ("قصف أمس", "2021-09-28"),
        ("أمس الخميس", "2021-09-23"),
        ("أمس الأول", "2021-09-27"),
        ("أول أمس", "2021-09-27"),
        ("اليوم", "2021-09-29"),
        ("سيصل غداً", "2021-09-30"),
        ("بعد غد", "2021-10-01"),
        ("الليلة الماضية", "2021-09-28..2021-09-29"),
        ("ليل أمس", "2021-09-28..2021-09-29"),
        ("مساء أمس", "2021-09-28"),
        ("فجر اليوم", "2021-09-29"),
        ("فجر الثلاثاء", "2021-09-28"),
        ("ليل الاثنين–الثلاثاء", "2021-09-27..2021-09-28"),
        ("ليل الاثنين الثلاثاء", "2021-09-27..2021-09-28"),
        ("ليل السبت", "2021-09-25..2021-09-26"),
        ("منتصف آب الماضي", "2021-08-11..2021-08-20"),
        ("مطلع العام", "2021-01-01..2021-03-31"),
        ("أواخر تموز الفائت", "2021-07-21..2021-07-31"),
        ("نهاية الشهر الجاري", "2021-09-21..2021-09-30"),
        ("الشهر الماضي", "2021-08-01..2021-08-31"),
        ("الأسبوع الجاري", "2021-09-27..2021-10-03"),
        ("العام الماضي", "2020-01-01..2020-12-31"),
        ("منذ أسبوع", "2021-09-22..2021-09-29"),
        ("قبل ثلاثة أيام", "2021-09-26"),
        ("خلال 48 ساعة", "2021-09-27..2021-09-29"),
        ("خلال الساعات الماضية", "2021-09-28..2021-09-29"),
        ("خلال اليومين الماضيين", "2021-09-27..2021-09-29"),
        ("منذ 2011", "2011-01-01..2021-09-29"),
        ("في عام 2018", "2018-01-01..2018-12-31"),
        ("صيف 2014", "2014-06-01..2014-08-31"),
        ("الصيف الماضي", "2021-06-01..2021-08-31"),
        ("من 3 إلى 12 أيلول", "2021-09-03..2021-09-12"),
        ("بين 3 و12 أيلول", "2021-09-03..2021-09-12"),
        ("منذ 5 آذار", "2021-03-05..2021-09-29"),
        ("من المتوقع أن يصل بعد 3 أيام", "2021-10-02"),
        ("قبل نهاية العام الجاري", "2021-09-29..2021-12-31"),
        ("8 ربيع الأول 1441هـ", "2019-11-05"),
        ("في 10 محرم 1443", "2021-08-18"),
        ("السبت 4 أيلول/ سبتمبر 2021", "2021-09-04"),
        ("25 الجاري", "2021-09-25"),
        ("الـ8 من حزيران 2020", "2020-06-08"),
        ("أمس (الثلاثاء)", "2021-09-28"),
        ("عصر اليوم الأربعاء 29 أيلول", "2021-09-29"),
        ("الشهر قبل الفائت", "2021-07-01..2021-07-31"),
        ("خلال الأيام الثلاثة الماضية", "2021-09-26..2021-09-29"),
        ("الجمعة 1 تشرين الأول 2021 الموافق 24 صفر 1443هـ", "2021-10-01"),
        ("يومي الجمعة والسبت الماضيين", "2021-09-24..2021-09-25"),
        ("يومي 3 و4 أيلول", "2021-09-03..2021-09-04"),
        ("عامي 2013 و2014", "2013-01-01..2014-12-31"),
        ("منذ صباح أمس الثلاثاء", "2021-09-28..2021-09-29"),
        ("منذ 7 يوليو الماضي، وحتى الخامس من الشهر الجاري", "2021-07-07..2021-09-05"),
        ("في الفترة من 7 يوليو الماضي، وحتى الخامس من الشهر الجاري", "2021-07-07..2021-09-05"),
        ("حتى مساء غد", "2021-09-29..2021-09-30"),
        ("يوم الثلاثاء من الأسبوع الفائت", "2021-09-21"),
        ("في وقت سابق الأربعاء", "2021-09-29"),
        ("في وقت سابق اليوم", "2021-09-29"),
        ("بعد منتصف ليل الثلاثاء", "2021-09-28..2021-09-29"),
        ("خلال الـ24 ساعة الماضية", "2021-09-28..2021-09-29"),
        ("قبل نحو شهر", "2021-08-29"),
        ("في رمضان الماضي", "2021-04-13..2021-05-12"),
        ("في شهر رمضان", "2021-04-13..2021-05-12"),
        ("الاثنين 27/9/2021", "2021-09-27"),
        ("في 27 سبتمبر", "2021-09-27"),
        ("27 أيلول/سبتمبر الجاري", "2021-09-27"),
        ("قَصَفَ أمـــسِ", "2021-09-28"),
        ("خلال شهري تموز وآب", "2021-07-01..2021-08-31"),
        ("بين تموز وآب الماضيين", "2021-07-01..2021-08-31"),
        ("31 أغسطس - 3 سبتمبر", "2021-08-31..2021-09-03"),
        ("2020-2021", "2020-01-01..2021-12-31"),
        ("في أيلول من العام الماضي", "2020-09-01..2020-09-30"),
        ("منذ السابع من أكتوبر الماضي", "2020-10-07..2021-09-29"),
        ("نهاية أيلول/سبتمبر 2020", "2020-09-21..2020-09-30"),
        ("الأسبوع قبل الماضي", "2021-09-13..2021-09-19"),
        ("خلال عام", "2020-09-29..2021-09-29"),
        ("منذ عام 2011 وحتى 2015", "2011-01-01..2015-12-31"),
        ("قبل أيام", "2021-09-24..2021-09-28"),
        ("مقتل 16 مدنيا أيار 2020", "2020-05-01..2020-05-31"),
        ("في الـ 26 من آذار", "2021-03-26"),
        ("ليلة الخميس/ الجمعة", "2021-09-23..2021-09-24"),
        ("خلال النصف الأول من عام 2020", "2020-01-01..2020-06-30"),
        ("النصف الثاني من العام الماضي", "2020-07-01..2020-12-31"),
        ("على مدار ثلاثة أيام", "2021-09-26..2021-09-29"),
    ],
)
def test_dates_of_the_news(text: str, days: str) -> None:
    assert read(text) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "10 آلاف",
        "هاتف 963-11-2245",
        "والد الطفل أب",
        "مارس ضغوطاً",
        "في سوق الجمعة",
        "رجب طيب",
        "قتل 2000 شخص",
        "الساعة 7:30",
        "من قبل قوات",
        "30 يوماً",
        "لليوم الثالث على التوالي",
        "غداة مقتل",
        "قال الأب إنه",
        "عربة بيك آب",
        "سبق ذلك بيوم واحد",
        "لمدة شهر واحد",
        "«اليوم» - الدمام",
        "فاز 3/4",
        "مدة عقدين",
        "ثمن الوزن",
        "شارع 21 أكتوبر",
        "كتيبة 17 فبراير",
        "لثورة 25 يناير",
        "شبكة درعا 24",
        "",
    ],
)
def test_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("أمس", "day"),
        ("فجر الثلاثاء", "part_of_day"),
        ("ليل السبت", "night"),
        ("الأسبوع الماضي", "week"),
        ("أيار 2020", "month"),
        ("صيف 2014", "season"),
        ("عام 2018", "year"),
        ("السبعينيات", "decade"),
        ("منذ 2011", "range"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert [found.precision for found in find_dates(text, PUBLISHED)] == [precision]


def test_tense_turns_weekdays_and_dates_without_a_year() -> None:
    assert read("الجمعة") == ["2021-09-24"]
    assert read("الجمعة", tense="future") == ["2021-10-01"]
    assert read("ستصل القافلة الجمعة") == ["2021-10-01"]
    assert read("من المقرر أن تصل القافلة الجمعة") == ["2021-10-01"]
    assert read("ستصل القافلة. وقتل شخص الجمعة") == ["2021-09-24"]
    assert read("سيطر المقاتلون على البلدة الجمعة") == ["2021-09-24"]
    assert read("في 3 كانون الأول") == ["2020-12-03"]
    assert read("في 3 كانون الأول", tense="future") == ["2021-12-03"]
    assert read("في 3 تشرين الأول") == ["2021-10-03"]
    assert read("في 3 تشرين الأول", tense="past") == ["2020-10-03"]


def test_the_day_of_which_the_text_speaks() -> None:
    assert read("وصل في 5 آذار 2021 وغادر في اليوم التالي") == ["2021-03-05", "2021-03-06"]
    [found] = find_dates("في ذلك اليوم", PUBLISHED, anchor=date(2020, 1, 2))
    assert (found.first, found.basis) == (date(2020, 1, 2), "anchor")
    [found] = find_dates("اندلعت المواجهات ليلاً", PUBLISHED)
    assert (found.first, found.last, found.basis) == (date(2021, 9, 28), PUBLISHED, "bare_part")
    assert read("فجراً قبل وصولهم أمس") == ["2021-09-28"]
    assert read("في اليوم ذاته") == read("صباح اليوم التالي") == read("الليلة نفسها") == []


def test_a_weekday_mends_a_late_publication() -> None:
    assert read("أمس الاثنين") == ["2021-09-27"]
    assert read("قبيل منتصف ليلة أمس") == ["2021-09-28..2021-09-29"]


def test_a_weekday_told_one_off_is_a_slip_and_no_other_year() -> None:
    assert read("وقع الانفجار الثلاثاء 27 أيلول") == ["2021-09-27"]


def test_without_a_day_of_publication_only_absolute_dates_are_read() -> None:
    text = "أمس الثلاثاء، في 5 آذار 2020، ومنذ أسبوع، وفي عام 2018 وفي 5 آذار"
    assert read(text, None) == ["2020-03-05", "2018-01-01..2018-12-31"]
    assert read("أمس الجمعة 2 كانون الأول/ديسمبر 2022", None) == ["2022-12-02"]


def test_a_time_of_publication_serves_as_its_day() -> None:
    assert [found.first for found in find_dates("أمس", datetime(2021, 9, 29, 13, 5))] == [date(2021, 9, 28)]


def test_spans_are_the_words() -> None:
    text = "😀 قُصِفَتْ البلدةُ فَجـــرَ أَمسِ (الثلاثاء)، ومنذ 5 آذار/مارس الماضي."
    spans = [text[found.start : found.end] for found in find_dates(text, PUBLISHED)]
    assert spans == ["فَجـــرَ أَمسِ (الثلاثاء)", "ومنذ 5 آذار/مارس الماضي"]


def test_months_that_are_other_words_need_company() -> None:
    assert read("خسر آب") == ["2021-08-01..2021-08-31"]
    assert read("خسر الاب") == read("في مدينة إب") == read("زار أوت") == []
    assert read("15 اب") == ["2021-08-15"]
    assert read("خلال مارس الماضي") == ["2021-03-01..2021-03-31"]


def test_days_that_no_calendar_has() -> None:
    assert read("31 حزيران 2020") != ["2020-07-01"]
    assert read("30/02/2020") == []
    assert read("29 شباط") == ["2020-02-29"]
    assert read("30/14/2020") == []


@given(
    st.one_of(arabic, st.text(max_size=60)),
    st.one_of(st.none(), st.dates()),
    st.one_of(st.none(), st.dates()),
)
def test_any_text(text: str, published: date | None, anchor: date | None) -> None:
    last = 0
    for found in find_dates(text, published, anchor=anchor):
        assert last <= found.start < found.end <= len(text)
        assert found.first <= found.last
        last = found.end


@given(arabic)
def test_the_same_text_gives_the_same_dates(text: str) -> None:
    assert find_dates(text, PUBLISHED) == find_dates(text, PUBLISHED)


def test_long_texts_take_linear_time() -> None:
    assert len(find_dates("أمس الأحد، " * 500, PUBLISHED)) == 500
    for piece in ("من 5 إلى ", "5-", "منذ ", "سنة و", "ليل السبت ", "عام 2018 و", "( "):
        find_dates(piece * 2000, PUBLISHED)


def test_the_words_are_well_formed() -> None:
    folder = resources.files("marsad.arabic") / "data"
    tables = {
        name: list(csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines()))
        for name in ("months.csv", "weekdays.csv", "date_words.csv")
    }
    assert {int(row["month"]) for row in tables["months.csv"]} == set(range(1, 13))
    assert {row["calendar"] for row in tables["months.csv"]} == {"gregorian", "hijri"}
    assert {row["alone"] for row in tables["months.csv"]} == {"yes", "no"}
    assert {row["weekday"] for row in tables["weekdays.csv"]} == set("1234567")
    assert all(row["name"].startswith("ال") for row in tables["weekdays.csv"])
    words = tables["date_words.csv"]
    assert len({(row["word"], row["role"]) for row in words}) == len(words)


def test_third_party_dates(shared: Path) -> None:
    cases = [json.loads(line) for line in (shared / "checks" / "dates.jsonl").read_text(encoding="utf-8").splitlines()]
    right = 0
    for case in cases:
        found = find_dates(case["text"], date.fromisoformat(case["published"]))
        right += any([str(one.first), str(one.last)] in case["accept"] for one in found)
    assert right / len(cases) >= 0.85


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("الأحد, سبتمبر 26, 2021", "الأحد, سبتمبر 26, 2021"),
        ("أيلول/سبتمبر 26، 2021", "أيلول/سبتمبر 26، 2021"),
        ("September 26, 2021", "September 26, 2021"),
        ("Posted on Sep. 26 2021 by", "Sep. 26 2021"),
        ("September 26th, 2021", "September 26th, 2021"),
        ("26 Sep 2021", "26 Sep 2021"),
        ("26-SEP-2021", "26-SEP-2021"),
    ],
)
def test_a_month_before_its_day_as_in_bylines(text: str, written: str) -> None:
    (found,) = find_dates(text, None)
    assert text[found.start : found.end] == written
    assert (found.first, found.last) == (date(2021, 9, 26), date(2021, 9, 26))


@pytest.mark.parametrize("text", ["سبتمبر 26 قتيلا", "May 5 people", "February 31, 2021", "march 12"])
def test_a_month_and_a_number_without_a_year_are_no_day(text: str) -> None:
    assert all(found.precision != "day" for found in find_dates(text, None))


def test_the_civil_day_beside_the_lunar_one_counts() -> None:
    (found,) = find_dates("12 جمادى الأولى 1445هـ الموافق 25 تشرين الثاني 2023م", None)
    assert found.first == found.last == date(2023, 11, 25)


@pytest.mark.parametrize(
    ("text", "days"),
    [("ثلاثة أيام من الهجوم", 3), ("أسبوعين", 14), ("48 ساعة", 2), ("ساعات من", 0), ("سنوات", None)],
)
def test_an_amount_of_time_at_the_beginning(text: str, days: int | None) -> None:
    amount = find_amount(text, PUBLISHED)
    assert amount is not None
    assert amount.days == days


def test_no_amount_of_time() -> None:
    assert find_amount("الهجوم", PUBLISHED) is None
    assert find_amount("الأيام الثلاثة الماضية", PUBLISHED) is None


@pytest.mark.parametrize(
    ("published", "text", "first", "last"),
    [
        ("2023-09-18", "في الليلة الفاصلة بين السبت والأحد", "2023-09-16", "2023-09-17"),
        ("2023-09-18", "ليل الجمعة على السبت", "2023-09-15", "2023-09-16"),
        ("2025-01-10", "يومي الجمعة والسبت", "2025-01-03", "2025-01-04"),
        ("2025-01-10", "يومي الجمعة والسبت الماضيين", "2025-01-03", "2025-01-04"),
        ("2024-08-18", "الأسبوع الماضي", "2024-08-12", "2024-08-18"),
        ("2025-01-10", "حظر تجول ابتداء من السبت", "2025-01-11", "2025-01-11"),
    ],
)
def test_nights_pairs_and_weeks_of_papers(published: str, text: str, first: str, last: str) -> None:
    (found,) = find_dates(text, date.fromisoformat(published))
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_year_of_birth_is_no_date() -> None:
    assert find_dates("تجنيد مواليد عام 1998", PUBLISHED) == []
