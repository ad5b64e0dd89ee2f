"""When a report was published."""

from __future__ import annotations

import pytest

from marsad.intake import Cutter
from marsad.intake.stamps import given_stamp, stamp_in_number, stamp_in_url

TITLE = "إصابة ثلاثة مدنيين بقصف على بلدة سرمين"
LEAD = "قصفت قوات النظام بالمدفعية الثقيلة بلدة سرمين شرقي إدلب، ما أدى إلى إصابة ثلاثة مدنيين بجروح بينهم طفل."


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2021-06-29", "2021-06-29"),
        ("2021-06-29T12:03:44", "2021-06-29T12:03"),
        ("2024-10-24 00:00:00", "2024-10-24"),
        ("2024-10-26T13:06:12+00:00 2026-07-31T16:25:58+03:00", "2024-10-26T13:06"),
        ("29/06/2021", "2021-06-29"),
        ("السبت 4 أيلول/ سبتمبر 2021", "2021-09-04"),
        ("٢٢ يناير ٢٠٢٢, ١٨:٠٤", "2022-01-22T18:04"),
        ("19 رمضان 1441هـ", "2020-05-12"),
        ("", None),
        (None, None),
        ("قريبا", None),
        ("2021-02-31", None),
    ],
)
def test_a_given_date_is_read(written: str | None, moment: str | None) -> None:
    assert given_stamp(written) == moment


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2021/6/29/report", "2021-06-29"),
        ("https://example.org/news/20210629-report", "2021-06-29"),
        ("https://example.org/2021/15/29/report", None),
        ("https://example.org/archives/614075", None),
        (None, None),
    ],
)
def test_an_address_may_hold_the_day(url: str | None, day: str | None) -> None:
    found = stamp_in_url(url)
    assert (found and found.moment) == day


@pytest.mark.parametrize(
    ("lines", "moment", "basis"),
    [
        ([TITLE, "2021.06.29 - 12:03", LEAD], "2021-06-29T12:03", "stated"),
        ([TITLE, "السبت 4 أيلول/ سبتمبر 2021", LEAD], "2021-09-04", "stated"),
        ([TITLE, LEAD, "نشرت في: 20/01/2022 - 17:31"], "2022-01-20T17:31", "stated"),
        ([TITLE, "آخر تحديث: 23.08.2023 | 10:04 دمشق", LEAD], "2023-08-23T10:04", "stated"),
        (["الثلاثاء 2022/02/15", TITLE, LEAD], "2022-02-15", "stated"),
        ([TITLE, "عنب بلدي", "14/11/2022", "12:41 م", LEAD], "2022-11-14T12:41", "stated"),
        ([TITLE, "نشر في: 5/3/2022 - 09:10 م", "آخر تحديث: 7/3/2022", LEAD], "2022-03-05T21:10", "stated"),
        ([TITLE, "طرابلس 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", LEAD], "2015-08-11", "stated"),
        ([TITLE, f"حلب 15-4-2017 - {LEAD}"], "2017-04-15", "stated"),
        (
            [TITLE, LEAD, "وقال ناشطون اليوم الجمعة 2 كانون الأول 2022 إن القصف استمر."],
            "2022-12-02",
            "inferred",
        ),
        (
            [TITLE, LEAD, "وقع القصف الثلاثاء 10 من آب، وهو الأعنف خلال عام 2021 كله."],
            "2021-08-10",
            "inferred",
        ),
        ([TITLE, LEAD, "وكان قصف مماثل وقع في 5 تشرين الثاني 2019."], None, "unknown"),
        ([TITLE, LEAD], None, "unknown"),
    ],
)
def test_the_text_says_when(cutter: Cutter, lines: list[str], moment: str | None, basis: str) -> None:
    report = cutter.report_from_text("\n".join(lines), title=TITLE)
    assert (report.published, report.basis["published"]) == (moment, basis)
    assert report.text.startswith(TITLE)


def test_a_date_above_the_headline_yields_to_the_lead(cutter: Cutter) -> None:
    lead = f"أصيب مدنيون اليوم الجمعة 2 كانون الأول 2022 في القصف. {LEAD}"
    report = cutter.report_from_text(f"الأحد 5 تشرين الأول 2025\n{TITLE}\n{lead}", title=TITLE)
    assert (report.published, report.basis["published"]) == ("2022-12-02", "inferred")


def test_a_given_date_wins_and_its_line_goes(cutter: Cutter) -> None:
    report = cutter.report_from_text(f"{TITLE}\nالخميس 8 أيلول 2022\n{LEAD}", title=TITLE, published="2022-09-09")
    assert (report.published, report.basis["published"]) == ("2022-09-09", "given")
    assert report.text == f"{TITLE}\n{LEAD}"


def test_related_dates_do_not_count(cutter: Cutter) -> None:
    report = cutter.report_from_text(f"{TITLE}\n{LEAD}\nاقرأ المزيد\nالجمعة 2022/08/19\nخبر آخر عن قصف", title=TITLE)
    assert report.published is None


@pytest.mark.parametrize(
    ("lines", "moment"),
    [
        (["وقع القصف اليوم السبت 17 أيلول، خلافا لاتفاق عام 2020."], "2022-09-17"),
        (["وقع القصف يوم السبت 17 أيلول، خلافا لاتفاق عام 2020."], None),
        (["وقع القصف اليوم السبت 17 أيلول، خلافا لاتفاق عام 2012."], "2022-09-17"),
        (["وقع القصف اليوم السبت 17/أيلول على البلدة.", "جميع الحقوق محفوظة © 2022"], "2022-09-17"),
        (["وقع القصف اليوم السبت 17 أيلول على البلدة.", "جميع الحقوق محفوظة © 2025"], "2022-09-17"),
        (["وقع القصف اليوم السبت، 17 غارة خلال عام 2022 على البلدة نفسها."], None),
        (["وقع القصف اليوم السبت 17 أيلول على البلدة نفسها من جديد."], "2022-09-17"),
        (["وقع القصف يوم السبت 17 أيلول على البلدة نفسها من جديد."], None),
        (["وقع القصف اليوم السبت 31 أيلول على البلدة نفسها من جديد."], None),
        (
            [LEAD] * 5 + ["المجلس المحلي في الضيعة", "12 جمادى الأولى 1445هـ الموافق 25 تشرين الثاني 2023م"],
            "2023-11-25",
        ),
        (["اقرأ المزيد", "خبر آخر عن قصف", "2023-11-25"], None),
    ],
)
def test_the_text_implies_when(cutter: Cutter, lines: list[str], moment: str | None) -> None:
    report = cutter.report_from_text("\n".join([TITLE, LEAD, *lines]), title=TITLE)
    assert (report.published, report.basis["published"]) == (moment, "inferred" if moment else "unknown")


def test_a_day_without_a_year_has_candidates(cutter: Cutter) -> None:
    text = f"{TITLE}\nوقع القصف اليوم السبت 17 أيلول على البلدة. {LEAD}"
    report = cutter.report_from_text(text, title=TITLE)
    assert report.published == "2022-09-17"
    assert report.candidates == ("2016-09-17", "2011-09-17")


def test_the_address_names_the_year_of_a_weekday(cutter: Cutter) -> None:
    text = f"{TITLE}\nوقع القصف السبت 17 أيلول على البلدة. {LEAD}"
    report = cutter.report_from_text(text, title=TITLE, url="https://example.org/2022/09/x")
    assert (report.published, report.basis["published"]) == ("2022-09-17", "inferred")


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("أصيب مدنيان، اليوم الأحد، بقصف مدفعي على أطراف البلدة نفسها.", "2022-11-06"),
        ("أصيب مدنيان، أمس الأحد، بقصف مدفعي على أطراف البلدة نفسها.", "2022-11-07"),
        ("أصيب مدنيان، اليوم الخميس، بقصف مدفعي على أطراف البلدة نفسها.", None),
    ],
)
def test_a_post_tells_which_weekday_today_is(cutter: Cutter, line: str, moment: str | None) -> None:
    post = "— إذاعة الوادي (@wadi_radio) November 6, 2022"
    report = cutter.report_from_text("\n".join((TITLE, line, LEAD, post)), title=TITLE)
    assert report.published == moment


def test_a_date_line_in_the_month_of_the_address_tells_which_weekday_today_is(cutter: Cutter) -> None:
    line = "أصيب مدنيان، اليوم الثلاثاء، بقصف مدفعي على أطراف البلدة نفسها."
    text = "\n".join((TITLE, line, *[LEAD] * 6, "شارك هذا الموضوع", "طباعة", "خبر آخر", "أبريل 26, 2022"))
    for address, moment in (("2022/04", "2022-04-26"), ("2022/05", None)):
        assert cutter.report_from_text(text, title=TITLE, url=f"https://example.org/{address}/x").published == moment


def test_what_is_counted_until_a_day_is_counted_on_it(cutter: Cutter) -> None:
    line = "استجابت الفرق لأكثر من مئة هجوم منذ بداية العام الحالي حتى يوم الأحد 20 آب."
    assert cutter.report_from_text("\n".join((TITLE, LEAD, line)), title=TITLE).published == "2023-08-20"


def test_another_day_called_today_is_moved_to_the_weekday_of_the_lead(cutter: Cutter) -> None:
    lines = (f"{LEAD} ووقع القصف اليوم الاثنين.", "وكانت البلدة قصفت مساء اليوم السبت 23 أيلول بالصواريخ.")
    assert cutter.report_from_text("\n".join((TITLE, *lines)), title=TITLE).published == "2023-09-25"


def test_an_address_may_end_with_its_day(cutter: Cutter) -> None:
    for address in ("harvest-of-tuesday-05-07-2022", "syria/05072022?id=01012020"):
        text = f"{TITLE}\n{LEAD}"
        assert (
            cutter.report_from_text(text, title=TITLE, url=f"https://example.org/{address}").published == "2022-07-05"
        )


def test_the_headline_of_a_digest_names_its_day(cutter: Cutter) -> None:
    title = "حصاد يوم الاثنين لجميع الأحداث الميدانية والعسكرية في سوريا 16-08-2021"
    report = cutter.report_from_text(f"{title}\nإدلب::\n{LEAD}", title=title)
    assert (report.published, report.basis["published"]) == ("2021-08-16", "inferred")


def test_an_english_byline_is_a_date_line(cutter: Cutter) -> None:
    for line in ("الأحد, سبتمبر 26, 2021", "Sep 26, 2021", "26 September 2021"):
        report = cutter.report_from_text(f"{TITLE}\n{line}\n{LEAD}", title=TITLE)
        assert (report.published, report.text) == ("2021-09-26", f"{TITLE}\n{LEAD}")


def test_an_article_numbered_by_its_moment() -> None:
    found = stamp_in_number("https://example.org/ar/169685280085229")
    assert found is not None
    assert (found.moment, found.basis) == ("2023-10-09", "inferred")
    for url in ("https://example.org/ar/2350854", "https://example.org/?id=1696852800852", None):
        assert stamp_in_number(url) is None


def test_the_number_of_an_article_counts_where_the_text_is_silent(cutter: Cutter) -> None:
    url = "https://example.org/ar/169685280085229"
    assert cutter.report_from_text(LEAD, url=url).published == "2023-10-09"
    dated = cutter.report_from_text(f"{TITLE}\n2023-10-08\n{LEAD}", title=TITLE, url=url)
    assert dated.published == "2023-10-08"
