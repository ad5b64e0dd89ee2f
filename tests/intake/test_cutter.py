"""Text to report: fields, their basis, and the kept characters."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import InputError
from marsad.intake import Cutter, report_from_text
from marsad.knowledge import Knowledge
from marsad.model import Report

TITLE = "إصابة ثلاثة مدنيين بقصف على بلدة سرمين"
LEAD = "قصفت قوات النظام بالمدفعية الثقيلة بلدة سرمين شرقي إدلب، ما أدى إلى إصابة ثلاثة مدنيين بجروح بينهم طفل."
SHARED = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[2].parent / "shared")


def test_all_that_is_given_is_given(knowledge: Knowledge) -> None:
    report = report_from_text(
        LEAD,
        id="r1",
        title=TITLE,
        published="2022-01-20",
        outlet="enabbaladi.net",
        author="سامر الحلبي",
        url="https://www.enabbaladi.net/1",
        origin="a.txt",
        knowledge=knowledge,
    )
    assert report.text == f"{TITLE}\n{LEAD}"
    assert (report.id, report.outlet, report.author, report.origin) == (
        "r1",
        "عنب بلدي",
        "سامر الحلبي",
        "a.txt",
    )
    assert set(report.basis.values()) == {"given"}


def test_nothing_is_known_of_a_sentence(cutter: Cutter) -> None:
    report = cutter.report_from_text(LEAD)
    assert report.text == LEAD
    assert (report.title, report.author, report.outlet, report.published) == (None, None, None, None)
    assert set(report.basis.values()) == {"unknown"}


@pytest.mark.parametrize(
    ("lines", "author", "outlet"),
    [
        (["حلب / سامر الحلبي / الأناضول"], "سامر الحلبي", "الأناضول"),
        (["بلدي نيوز - حلب (سامر الحلبي)"], "سامر الحلبي", "بلدي نيوز"),
        (["الخابور- سامر الحلبي"], "سامر الحلبي", "شبكة الخابور"),
        (["دير الزور ـ نورث برس"], None, "نورث برس"),
        (["سامر الحلبي", "2021.06.29 - 12:03"], "سامر الحلبي", None),
        (["وكالة فرات", "عين عيسى", "السبت, ٢٢ يناير ٢٠٢٢, ١٨:٠٤"], None, "وكالة فرات للأنباء"),
    ],
)
def test_who_wrote_it(cutter: Cutter, lines: list[str], author: str | None, outlet: str | None) -> None:
    report = cutter.report_from_text("\n".join([TITLE, *lines, LEAD]), title=TITLE)
    assert (report.author, report.outlet) == (author, outlet)
    assert report.text.endswith(LEAD)


def test_a_labelled_author_is_stated_and_one_at_the_date_inferred(cutter: Cutter) -> None:
    stated = cutter.report_from_text(f"{TITLE}\n{LEAD}\nإعداد: سامر الحلبي – تحرير: هدى المصري", title=TITLE)
    assert (stated.author, stated.basis["author"], stated.text) == (
        "سامر الحلبي",
        "stated",
        f"{TITLE}\n{LEAD}",
    )
    inferred = cutter.report_from_text(f"{TITLE}\nسامر الحلبي\n2021.06.29 - 12:03\n{LEAD}", title=TITLE)
    assert (inferred.author, inferred.basis["author"]) == ("سامر الحلبي", "inferred")
    assert inferred.text == f"{TITLE}\n{LEAD}"


def test_an_outlet_by_its_address_is_inferred(cutter: Cutter) -> None:
    report = cutter.report_from_text(LEAD, url="https://www.syriahr.com/xyz/1/")
    assert (report.outlet, report.basis["outlet"]) == ("المرصد السوري لحقوق الإنسان", "inferred")


def test_an_outlet_unknown_to_the_table_stays_as_given(cutter: Cutter) -> None:
    assert cutter.report_from_text(LEAD, outlet="منبر الضيعة").outlet == "منبر الضيعة"


def test_characters_of_kept_lines_stay(cutter: Cutter) -> None:
    odd = "قَصْف\u00a0مدفعيّ على «ســرمين»\t… 🔴 «قسد»\u200f — ٣ قتلى"
    report = cutter.report_from_text(f"\ufeff{odd}\r\n\r\n\r\n{LEAD}\x00\ud800\r\n")
    assert report.text == f"{odd}\n\n{LEAD}"


def test_the_same_text_has_the_same_id_and_another_outlet_another(cutter: Cutter) -> None:
    assert cutter.report_from_text(LEAD).id == cutter.report_from_text(LEAD).id
    assert cutter.report_from_text(LEAD).id != cutter.report_from_text(LEAD, outlet="سانا").id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\x00 ", "empty"),
        ("The army shelled the town this morning.", "not-arabic"),
        ("12345 — 67", "not-arabic"),
        ("قصفت قوات النظام البلدة".encode().decode("cp1252", "ignore"), "encoding"),
        ("قصف " * 1_300_000, "too-long"),
        ("<html><body>" + "<p>قصف</p>" * 500_001, "too-long"),
    ],
)
def test_what_is_no_report_is_refused(cutter: Cutter, text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        cutter.report_from_text(text)
    assert caught.value.code == code
    assert caught.value.mend


def is_made_of(kept: str, text: str) -> bool:
    """Whether `kept` is `text` with some characters left out; line breaks may be of another sort."""
    rest = iter(
        text.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n").translate({0x85: 10, 11: 10, 12: 10})
    )
    return all(any(char == other for other in rest) for char in kept)


PIECES = st.sampled_from(
    [
        TITLE,
        LEAD,
        "اقرأ أيضاً",
        "طباعة",
        "التاغات:",
        "سوريا",
        "2021.06.29 - 12:03",
        "إعداد: سامر الحلبي",
        "–",
        "\r\n",
        "\n",
        "\n\n",
        "اللغة/Language",
        " ",
        "<",
        "{{",
        "المصدر:",
        "سانا",
        "© ",
        "\u2028",
        "رابط الخبر: ",
        ". ",
        "//",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=24).map("".join))
def test_kept_text_is_made_of_the_input_in_order(cutter: Cutter, text: str) -> None:
    try:
        kept = cutter.report_from_text(text).text
    except InputError:
        kept = ""
    assert is_made_of(kept, text)


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=200),
    *[st.none() | st.text(max_size=40) | PIECES] * 5,
)
def test_text_that_is_not_text_never_breaks(
    cutter: Cutter,
    text: str,
    title: str | None,
    published: str | None,
    outlet: str | None,
    author: str | None,
    url: str | None,
) -> None:
    try:
        report = cutter.report_from_text(text, title=title, published=published, outlet=outlet, author=author, url=url)
    except InputError:
        return
    assert isinstance(report, Report)
    assert report.day is None or report.day.year > 1900
    assert set(report.basis) == {"title", "author", "outlet", "published"}


def gold() -> list[dict[str, object]]:
    found = []
    for name in ("dev", "own", "seeds"):
        file = SHARED / "gold" / f"{name}.jsonl"
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
            item = json.loads(line)
            if name != "dev" or zlib.crc32(item["id"].encode()) % 3:
                found.append(item)
    return found


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated reports are not here (MARSAD_SHARED)")
def test_no_annotated_sentence_is_lost(cutter: Cutter) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    for item in gold():
        report = cutter.report_from_text(str(item["text"]), title=item["title"])  # type: ignore[arg-type]
        kept = letters(report.text)
        for claim in item["claims"]:  # type: ignore[attr-defined]
            assert letters(claim["quote"]) in kept, (item["id"], claim["quote"])
