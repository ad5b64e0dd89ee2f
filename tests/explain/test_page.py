"""The page: one well-formed file that needs no other, with every claim and its reasons on it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from marsad import explain
from marsad.model import Report
from marsad.reading import Reader
from marsad.reading.trace import Trace, trace

TEXT = (
    "قصف على سرمين <script>alert('1 & 2')</script>\n"
    "قصفت قوات النظام السوري أمس الثلاثاء بلدة سرمين في ريف إدلب ما أدى إلى مقتل 3 مدنيين، بحسب الدفاع المدني. "
    "ونفى مصدر عسكري استهداف البلدة. هل انسحب الجيش من البلدة؟"
)
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Checked(HTMLParser):
    """Complains of tags that are not closed in order; keeps all tags with their attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def traces(reader: Reader) -> list[Trace]:
    first = Report("a", TEXT, TEXT.split("\n")[0], outlet="وكالة البيان", published="2024-03-13")
    return [trace(reader, first), trace(reader, Report('b"<', "خرج عشرات الأهالي في مظاهرة في مدينة السويداء."))]


@pytest.fixture(scope="module")
def page(traces: list[Trace]) -> str:
    return "".join(explain.page(traces, glosses={"shelling": "قصف مدفعي"}))


def test_it_is_one_well_formed_page_from_right_to_left(page: str) -> None:
    tags = Checked(page).tags
    assert page.startswith("<!DOCTYPE html>")
    assert [attributes for tag, attributes in tags if tag == "html"] == [{"lang": "ar", "dir": "rtl"}]
    assert [tag for tag, _ in tags].count("article") == 2
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_it_needs_nothing_else(page: str) -> None:
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in Checked(page).tags}
    assert not re.search(r"https?:|url\(|@import|\ssrc=|\shref=|\son\w+=", page)


def test_it_is_for_light_and_dark(page: str) -> None:
    assert "prefers-color-scheme: dark" in page


def test_what_the_report_says_is_escaped(page: str) -> None:
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<script>alert('1 & 2')</script>" in Checked(page).text.replace("\n", "")


def test_every_claim_is_on_it_with_its_reasons(page: str, traces: list[Trace]) -> None:
    text = Checked(page).text
    claims = [claim for each in traces for claim in each.reading.claims]
    assert len(claims) >= 3
    for claim in claims:
        assert page.count(f">{claim.id}<") == 1
        assert claim.why in text
        for argued in (*claim.initiator, *claim.target, *claim.attribution, *claim.counts.values()):
            assert argued.why in text
        for found in (claim.place, claim.when):
            assert found is None or found.why in text
    assert "قصف مدفعي" in text


def test_words_and_rejected_triggers_name_the_file_to_mend(page: str) -> None:
    text = Checked(page).text
    assert "the sentence is a question" in text
    for file in ("triggers.csv, line ", "actors.csv, line ", "cues.csv, line "):
        assert file in text


def test_the_sentence_is_marked_and_whole(page: str) -> None:
    bare = re.sub(r"<[^>]+>", "", page[page.index('<p class="text">') :])
    assert "قصفت قوات النظام السوري أمس الثلاثاء بلدة سرمين في ريف إدلب" in bare
    for sort in ("trigger", "voice", "party", "place", "date", "number", "rejected"):
        assert re.search(rf'<mark class="[a-z ]*\b{sort}\b[a-z ]*" title=', page), sort


def test_no_report_is_a_page_too() -> None:
    assert Checked("".join(explain.page([]))).open == []
