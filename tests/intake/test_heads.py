"""What the head of a plain text says: its headline, its outlet, its author."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.intake import Cutter, read_paths
from marsad.knowledge import Knowledge
from marsad.model import Report

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
TITLE = "إصابة ثلاثة مدنيين بقصف على بلدة سرمين شرقي إدلب"
LEAD = "قصفت قوات النظام بالمدفعية الثقيلة بلدة سرمين شرقي إدلب، ما أدى إلى إصابة ثلاثة مدنيين بجروح بينهم طفل."
WRAPPED = "\n".join(
    [
        "قصفت قوات النظام بالمدفعية الثقيلة بلدة سرمين شرقي إدلب صباح اليوم، ما أدى",
        "إلى إصابة ثلاثة مدنيين بجروح بينهم طفل، ونزحت عائلات كثيرة من البلدة نحو",
        "المخيمات القريبة من الحدود.",
    ]
)


@pytest.mark.parametrize(
    ("line", "outlet", "author"),
    [
        ("منبر الضيعة - إدلب (سامر الحلبي)", "منبر الضيعة", "سامر الحلبي"),
        ("شبكة منبر الضيعة – إدلب", "شبكة منبر الضيعة", None),
        ("إدلب - وكالة الضيعة", "وكالة الضيعة", None),
        ("إدلب / الضيعة نيوز / سامر الحلبي", "الضيعة نيوز", "سامر الحلبي"),
        ("المنبر الحلبي | متابعات", "المنبر الحلبي", None),
        ("حلب هذا الصباح - تقرير: سامر الحلبي", "حلب هذا الصباح", "سامر الحلبي"),
        ("مرصد الضيعة لحقوق الإنسان\n2024-10-15", "مرصد الضيعة لحقوق الإنسان", None),
        ("بريد الضيعة نت\n2024-10-15", "بريد الضيعة نت", None),
        ("إدلب - سامر الحلبي", None, None),
        ("الغوطة الشرقية - خاص", None, None),
        ("ريف حلب - سرمين (سامر الحلبي)", None, None),
        ("سامر الحلبي - وكالات", None, None),
        ("أخبار محلية - تقرير: سامر الحلبي", None, None),
        ("موقع القصف - سرمين", None, None),
    ],
)
def test_an_outlet_that_no_table_knows(cutter: Cutter, line: str, outlet: str | None, author: str | None) -> None:
    report = cutter.report_from_text(f"{TITLE}\n{line}\n\n{LEAD}", title=TITLE)
    assert (report.outlet, report.basis["outlet"]) == (outlet, "stated" if outlet else "unknown")
    assert report.author == author
    assert LEAD in report.text


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("المصدر: عنب بلدي", "عنب بلدي"),
        ("المصدر: شبكة الضيعة + وكالات", "شبكة الضيعة"),
        ("المصدر: شبكة الضيعة", "شبكة الضيعة"),
        ("المصدر: سامر الحلبي", None),
        ("المصدر: وكالات", None),
        ("جميع الحقوق محفوظة لشبكة الضيعة", "شبكة الضيعة"),
        ("جميع الحقوق محفوظة", None),
    ],
)
def test_an_outlet_named_below_the_report(cutter: Cutter, line: str, outlet: str | None) -> None:
    assert cutter.report_from_text(f"{TITLE}\n{LEAD}\n{line}", title=TITLE).outlet == outlet


@pytest.mark.parametrize("line", ["12", "2021.06.29 - 12:03", "٩٦٣", "218"])
def test_a_number_is_no_outlet(cutter: Cutter, line: str) -> None:
    assert cutter.report_from_text(f"{TITLE}\n{line}\n{LEAD}", title=TITLE).outlet is None
    assert cutter.outlets.canonical("963+") == "963+"


@pytest.mark.parametrize(
    "line", ["إدلب / بريد الضيعة", "بريد الضيعة نت", "إيران, سوريا, شرق سوريا", "مرصد الضيعة السوري"]
)
def test_what_stands_at_the_date_is_not_always_an_author(cutter: Cutter, line: str) -> None:
    assert cutter.report_from_text(f"{TITLE}\n{line}\n2024-10-15\n{LEAD}", title=TITLE).author is None


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{LEAD}",
        f"{TITLE}\n2024-10-15 21:10\n{LEAD}",
        f"{TITLE}\nسامر الحلبي\n\n2024.10.15 - 09:47\nطباعة\n\n{LEAD}",
        f"2024-10-15\nعنب بلدي\n{TITLE}\n{LEAD}",
        f"{TITLE}\n{LEAD}",
    ],
)
def test_a_first_line_that_stands_alone_is_the_headline(cutter: Cutter, text: str) -> None:
    report = cutter.report_from_text(text)
    assert (report.title, report.basis["title"]) == (TITLE, "stated")
    assert report.text.startswith(TITLE)
    assert report.text.count(TITLE) == 1


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        TITLE,
        WRAPPED,
        f"ديرالزور::\n{LEAD}",
        f"دير الزور\n{LEAD}",
        f"{LEAD}\n{LEAD}",
        f"الرئيسية | أخبار | تقارير | إدلب | حلب\n{LEAD}",
        f"طفلتان في مخيم قرب سرمين غربي إدلب (تويتر)\n\n{LEAD}",
    ],
)
def test_other_first_lines_are_none(cutter: Cutter, text: str) -> None:
    report = cutter.report_from_text(text)
    assert (report.title, report.basis["title"]) == (None, "unknown")


def test_the_examples_have_their_heads(knowledge: Knowledge) -> None:
    found = {
        Path(report.origin or "").name: report
        for report in read_paths([EXAMPLES], knowledge=knowledge)
        if isinstance(report, Report)
    }
    texts = [report for name, report in found.items() if name.endswith(".txt")]
    assert len(texts) == 13
    assert {report.basis["title"] for report in texts} == {"stated"}
    assert {name.partition(".")[0]: report.outlet for name, report in found.items() if report in texts} == {
        "convoy": None,
        "digest": None,
        "expected-attack": None,
        "hasakah-drone-1": "وكالة جيان",
        "hasakah-drone-2": "وكالة البوسفور",
        "hasakah-drone-3": "مرصد الجزيرة لحقوق الإنسان",
        "idlib-market-1": "نداء الزاوية",
        "idlib-market-3": "المدار العربي",
        "idlib-market-4": "الوكالة الوطنية",
        "idlib-market-copy": "ريف الشمال نت",
        "omdurman-2": "الراصد السوداني",
        "protest": "عدن هذا المساء",
        "release": None,
    }
    assert {report.author for report in texts} == {None, "ليث العلي", "سامر الأحمد", "وليد بن عمر"}
