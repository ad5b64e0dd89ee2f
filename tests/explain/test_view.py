"""The view for the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from marsad import explain
from marsad.model import Report
from marsad.reading import Reader
from marsad.reading.trace import trace
from marsad.terminal import Order, Screen


def shown(reader: Reader, text: str, order: Order = "plain") -> str:
    out = Console(file=io.StringIO(), width=140)
    screen = Screen(out, Console(file=io.StringIO()), order)
    screen.print(explain.trace_view(trace(reader, Report("r", text, published="2024-03-13")), screen))
    return out.file.getvalue()  # type: ignore[attr-defined]


def test_it_shows_the_claim_the_trigger_and_why(reader: Reader) -> None:
    text = shown(reader, "قصفت قوات النظام السوري أمس بلدة سرمين ما أدى إلى مقتل 3 مدنيين، بحسب الدفاع المدني.")
    for words in ("claim: shelling, affirmed, happened", "verb قصف", "actor SYR.GOV", "triggers.csv, line", "deictic"):
        assert words in text


def test_it_shows_what_was_rejected_and_why(reader: Reader) -> None:
    text = shown(reader, "هل انسحب الجيش من البلدة؟")
    assert "rejected" in text
    assert "the sentence is a question" in text
    assert "0 claims" in text


def test_it_sets_arabic_as_the_screen_asks(reader: Reader) -> None:
    text = shown(reader, "قصفت قوات النظام السوري بلدة سرمين.", "visual")
    assert "سرمين" not in text
    assert "\ufee6\ufef4\ufee3\ufeae\ufeb3" in text
