"""What is left out of a page, and above all what is not."""

from __future__ import annotations

import pytest

from marsad.intake import Cutter
from marsad.intake.lines import Line

BODY = [
    "قصفت قوات النظام بالمدفعية الثقيلة صباح اليوم بلدة سرمين شرقي إدلب، وأصيب ثلاثة مدنيين بجروح.",
    "وقال مصدر في الدفاع المدني إن فرق الإسعاف نقلت المصابين إلى مشفى قريب، وإن حالة أحدهم خطرة.",
    "وتتعرض قرى ريف إدلب الشرقي منذ أسابيع لقصف شبه يومي رغم اتفاق وقف إطلاق النار الموقع قبل أعوام.",
]
TITLE = "إصابة ثلاثة مدنيين بقصف على سرمين"
OTHERS = [
    "انفجار عبوة ناسفة بسيارة في مدينة الباب",
    "اعتقال خمسة شبان على حاجز شرقي الرقة",
    "وصول قافلة مساعدات إلى معبر باب الهوى",
]


def kept(cutter: Cutter, *lines: str, title: str | None = TITLE) -> list[str]:
    return cutter.report_from_text("\n".join(lines), title=title).text.split("\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("طباعة", "print"),
        ("Facebook Share", "share"),
        ("عودة للأعلى", "navigation"),
        ("اكتب ناتج 2 + 2", "captcha"),
        ("مدة القراءة: 3 دقائق", "reading time"),
        ("عدد المشاهدات: ٢٥٤", "counter"),
        ("2023 جميع الحقوق محفوظة لموقع الخبر", "copyright"),
        ("تابعونا على تلغرام", "follow"),
        ("صدر الصورة، EPA", "credit"),
        ("نشر في: 20/01/2022 - 17:31", "date"),
        ("إعداد: سامر الحلبي – تحرير: هدى المصري", "byline"),
        ("{{pollWidgetTitle}}", "template"),
        ("– – –", "decoration"),
    ],
)
def test_a_line_of_the_page_is_recognised(cutter: Cutter, line: str, reason: str) -> None:
    assert cutter.furniture.of(Line(line)) == reason


@pytest.mark.parametrize(
    "line",
    [
        "شاهد عيان: الطائرات قصفت السوق",
        "نشر في البلدة أكثر من مئة عنصر",
        "كتب وزير الخارجية على حسابه أن الهدنة صامدة",
        "آخر تحديث لحصيلة القصف يتحدث عن قتلى",
        "ريف دمشق:",
        "ديرالزور::انفجار لغم في بادية الميادين",
        "المصدر الأمني أكد اعتقال المنفذ",
    ],
)
def test_a_line_of_the_report_is_kept(cutter: Cutter, line: str) -> None:
    assert cutter.furniture.of(Line(line)) is None


def test_related_headlines_go_and_the_body_goes_on(cutter: Cutter) -> None:
    lines = [TITLE, BODY[0], "اقرأ أيضاً:", *OTHERS[:2], BODY[1], "أخبار ذات صلة", *OTHERS]
    assert kept(cutter, *lines) == [TITLE, BODY[0], BODY[1]]


def test_headlines_after_the_last_sentence_go_without_a_mark(cutter: Cutter) -> None:
    assert kept(cutter, TITLE, *BODY, *OTHERS) == [TITLE, *BODY]


def test_two_headlines_go_where_every_paragraph_has_its_full_stop(cutter: Cutter) -> None:
    asked = "ما الذي تخبئه جولة المحادثات المقبلة في جنيف؟"
    assert kept(cutter, TITLE, *BODY, *BODY, *OTHERS[:1], asked) == [TITLE, *BODY, *BODY]


def test_a_signature_and_a_date_are_no_headlines(cutter: Cutter) -> None:
    signed = ["المجلس المحلي في الضيعة", "12 جمادى الأولى 1445هـ الموافق 25 تشرين الثاني"]
    assert kept(cutter, TITLE, *BODY, *BODY, *signed)[-2:] == signed


def test_tags_behind_a_full_stop_go(cutter: Cutter) -> None:
    assert kept(cutter, TITLE, f"{BODY[0]} سمات العراق الموصل قصف") == [TITLE, BODY[0]]


@pytest.mark.parametrize("credit", [" - متداول", " (أرشيف)", " | خاص متداولة"])
def test_a_caption_ends_with_whose_picture_it_is(cutter: Cutter, credit: str) -> None:
    line = f"دخان يتصاعد من أطراف بلدة الشحيل شرقي دير الزور{credit}"
    assert (cutter.furniture.of(Line(line)) == "credit") is ("خاص" not in credit)


def test_headlines_stay_in_a_report_whose_own_lines_have_no_full_stop(cutter: Cutter) -> None:
    lines = [line.rstrip(".") for line in BODY]
    assert kept(cutter, TITLE, *lines, *OTHERS) == [TITLE, *lines, *OTHERS]


def test_names_after_a_colon_are_no_menu(cutter: Cutter) -> None:
    names = ["أسماء القتلى:", "سامر الحلبي", "هدى المصري", "نادر الشامي", "ليلى العلي"]
    assert kept(cutter, TITLE, BODY[0], *names, BODY[1]) == [TITLE, BODY[0], *names, BODY[1]]


def test_menu_and_ticker_before_the_headline_go(cutter: Cutter) -> None:
    lines = ["السبت 1 آب, 2026", *OTHERS, "اللغة/Language", "عربي", "KURDÎ", TITLE, *BODY]
    report = cutter.report_from_text("\n".join(lines), title=TITLE)
    assert report.text.split("\n") == [TITLE, *BODY]
    assert report.published is None  # the day on which the page was fetched is not the report's


def test_a_page_that_is_only_a_menu_keeps_its_title(cutter: Cutter) -> None:
    report = cutter.report_from_text("\n".join([*OTHERS, "اللغة/Language", "عربي", "KURDÎ"]), title=TITLE)
    assert report.text == TITLE
    assert [omission.reason for omission in report.omitted] == ["languages"]


def test_a_digest_of_short_lines_is_kept(cutter: Cutter) -> None:
    lines = ["حلب::", "انفجار لغم قرب الباب", "درعا::", "اغتيال عنصر سابق في نوى", "الرقة::", "اعتقال شابين"]
    assert kept(cutter, *lines, title=None) == lines


def test_a_text_with_nothing_but_furniture_is_kept_where_there_is_no_title(cutter: Cutter) -> None:
    assert kept(cutter, "سياسة", "اقتصاد", title=None) == ["سياسة", "اقتصاد"]


def test_the_headline_is_kept_once(cutter: Cutter) -> None:
    assert kept(cutter, *OTHERS[:1], TITLE, TITLE.replace("ثلاثة", "ثـلاثة"), *BODY) == [TITLE, *BODY]


def test_the_end_of_a_paragraph_goes(cutter: Cutter) -> None:
    report = cutter.report_from_text(f"{BODY[0]} رابط الخبر بصحيفة الغد: {TITLE}", title=TITLE)
    assert report.text == f"{TITLE}\n{BODY[0]}"
    assert report.omitted[0].text.startswith("رابط الخبر")


def test_photo_credits_go_and_long_captions_stay(cutter: Cutter) -> None:
    long = (
        "رافعة تزيل عربة محترقة من أحد شوارع البلدة. قتلت القوات سبعة أشخاص في العملية التي وصفت بأنها"
        " الأعنف هذا العام وفق مصادر محلية وطبية متطابقة (Getty Images)"
    )
    assert kept(cutter, TITLE, "دخان فوق البلدة (Getty Images)", long, *BODY) == [TITLE, long, *BODY]
