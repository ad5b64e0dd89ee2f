"""Web pages, well made and badly."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import InputError
from marsad.intake import Cutter
from marsad.intake.pages import looks_like_page, visible_lines
from marsad.model import Report, from_json_text, to_json_text

TITLE = "إصابة ثلاثة مدنيين بقصف على بلدة سرمين"
BODY = [
    "قصفت قوات النظام بالمدفعية الثقيلة صباح اليوم بلدة سرمين شرقي إدلب، وأصيب ثلاثة مدنيين بجروح.",
    "وقال مصدر في الدفاع المدني إن فرق الإسعاف نقلت المصابين إلى مشفى قريب، وإن حالة أحدهم خطرة.",
    "وتتعرض قرى ريف إدلب الشرقي منذ أسابيع لقصف شبه يومي رغم اتفاق وقف إطلاق النار الموقع قبل أعوام.",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
MENU = "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a>سياسة</a></li><li><a>رياضة</a></li></ul></nav>"
LINKED = '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-11-14"}]}</script>'


def page(head: str = "", top: str = "") -> str:
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{TITLE} - عنب بلدي</title>{head}</head>"
        f"<body>{MENU}<article><h1>{TITLE}</h1>{top}{PARAGRAPHS}</article>"
        "<div><h3>أخبار ذات صلة</h3><ul><li><a href='/2'>انفجار لغم قرب الباب</a></li></ul></div>"
        "<footer>جميع الحقوق محفوظة 2025</footer></body></html>"
    )


def test_the_body_and_nothing_else(cutter: Cutter) -> None:
    report = cutter.report_from_text(page())
    assert [line for line in report.text.split("\n") if line] == [TITLE, *BODY]
    assert (report.title, report.outlet, report.published) == (TITLE, "عنب بلدي", None)


@pytest.mark.parametrize(
    ("head", "top", "moment"),
    [
        (
            '<meta property="article:published_time" content="2022-11-14T12:41:00+03:00">',
            "",
            "2022-11-14T12:41",
        ),
        (LINKED, "", "2022-11-14"),
        ("", '<time datetime="2022-11-14T09:00">قبل ساعة</time>', "2022-11-14T09:00"),
        ("", '<div class="date">نشر في: ١٤ تشرين الثاني ٢٠٢٢</div>', "2022-11-14"),
    ],
)
def test_a_page_says_when(cutter: Cutter, head: str, top: str, moment: str) -> None:
    report = cutter.report_from_text(page(head, top))
    assert (report.published, report.basis["published"]) == (moment, "stated")


def test_a_page_says_who(cutter: Cutter) -> None:
    head = (
        '<meta property="og:site_name" content="Enab Baladi"><script type="application/ld+json">'
        '{"headline": "x", "author": [{"name": "سامر الحلبي"}], "datePublished": "2022-11-14"}</script>'
    )
    report = cutter.report_from_text(page(head))
    assert (report.author, report.outlet) == ("سامر الحلبي", "عنب بلدي")
    assert report.basis["author"] == report.basis["outlet"] == "stated"


def test_the_address_of_a_page_can_be_written_as_json(cutter: Cutter) -> None:
    report = cutter.report_from_text(page(head="<link rel='canonical' href='http://example.org/7'>"))
    assert from_json_text(Report, to_json_text(report)) == report
    assert report.url == "http://example.org/7"


def test_what_is_given_wins_over_the_page(cutter: Cutter) -> None:
    report = cutter.report_from_text(page(), title="عنوان آخر للخبر", published="2020-01-01", outlet="سانا")
    assert (report.title, report.published, report.outlet) == ("عنوان آخر للخبر", "2020-01-01", "سانا")


@pytest.mark.parametrize(
    "source",
    [
        "<html><body>" + "<div>" * 200_000 + BODY[0],
        "<div>" * 5_000 + BODY[0] + "</div>" * 5_000,
        "<html>" + "<table><tr><td>" * 20_000 + BODY[0],
        "<html><body><p>" + BODY[0] + "<p" * 50_000,
        "<html><div " + "a=1 " * 50_000 + ">" + BODY[0] + "</div>",
    ],
)
def test_endless_and_nested_pages_end(cutter: Cutter, source: str) -> None:
    start = time.monotonic()
    assert BODY[0][:40] in cutter.report_from_text(source).text
    assert time.monotonic() - start < 20


def test_a_page_without_a_report_is_an_error(cutter: Cutter) -> None:
    with pytest.raises(InputError):
        cutter.report_from_text("<html><script>" + "<script>" * 1000 + BODY[0])


def test_a_sign_of_the_text_is_no_tag() -> None:
    assert not looks_like_page("العدد < 5 و > 3")
    assert visible_lines("<p>العدد < 5</p><p>ثم &amp; بعد</p>") == "العدد < 5\nثم & بعد"
    assert visible_lines("<p>سوق <b>سرمين</b> <!-- x -->هنا</p><script>var a='قصف'</script>") == "سوق سرمين\nهنا"


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<script>", "</script>", "<", ">", "&#x0;", "قصف", "<!--", "\x00", "<br/>"])
    )
)
def test_any_page_has_lines(pieces: list[str]) -> None:
    assert isinstance(visible_lines("".join(pieces)), str)
