"""What a person sees."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.table import Table

from marsad import terminal
from marsad.errors import InputError
from marsad.model import Event, Reading, Report
from marsad.terminal import Screen


def screen(order: terminal.Order = "plain", width: int = 120) -> Screen:
    return Screen(Console(file=io.StringIO(), width=width), Console(file=io.StringIO(), width=width), order)


def printed(view: object, on: Screen) -> str:
    on.print(view)  # type: ignore[arg-type]
    stream = on.out.file
    assert isinstance(stream, io.StringIO)
    return stream.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "bidi", "environ", "order", "explicit"),
    [
        (io.StringIO(), "auto", {}, "plain", False),
        (io.StringIO(), "on", {}, "visual", False),
        (Terminal(), "off", {}, "plain", False),
        (Terminal(), "auto", {}, "visual", False),
        (Terminal(), "auto", {"KONSOLE_VERSION": "230800"}, "isolated", False),
        (Terminal(), "auto", {"TERM_PROGRAM": "Apple_Terminal"}, "isolated", False),
        (Terminal(), "auto", {"VTE_VERSION": "7600"}, "visual", True),
        (Terminal(), "auto", {"VTE_VERSION": "5202"}, "visual", False),
    ],
)
def test_arabic_is_put_as_the_terminal_needs_it(
    stream: io.StringIO, bidi: terminal.Bidi, environ: dict[str, str], order: str, explicit: bool
) -> None:
    found = Screen.on(stream, io.StringIO(), bidi=bidi, environ=environ)
    assert (found.order, found.explicit) == (order, explicit)


def test_a_terminal_that_obeys_is_told_not_to_reorder() -> None:
    stream = Terminal()
    Screen.on(stream, io.StringIO(), environ={"VTE_VERSION": "7600"}).print("x")
    assert stream.getvalue().startswith("\x1b[8l")
    assert stream.getvalue().endswith("\x1b[8h")


def test_events_table_says_it_all(sample_event: Event) -> None:
    on = screen()
    text = printed(terminal.events_table([sample_event], on), on)
    for words in ("2024-03-11…12", "shelling", "سرمين", "قوات النظام ←", "killed 1-3", "denied", "e1f00d"):
        assert words in text


def test_the_table_fits_its_width(sample_event: Event) -> None:
    for order in ("plain", "visual", "isolated"):
        on = screen(order, width=80)  # type: ignore[arg-type]
        lines = printed(terminal.events_table([sample_event] * 3, on), on).splitlines()
        assert max(map(len, lines)) <= 80 + 4 * (order == "isolated")


def test_visual_order_sets_words_from_the_right() -> None:
    on = screen("visual", width=20)
    table = Table.grid(expand=True)
    table.add_row(on.rtl("قتل 12 مدنيا"))
    line = printed(table, on).splitlines()[0]
    assert line.startswith(" ")
    assert line.endswith("\ufede\ufe98\ufed7")
    assert " 12 " in line


def test_an_event_in_full(sample_event: Event, sample_reading: Reading) -> None:
    on = screen()
    text = printed(terminal.event_view(sample_event, {"r1": sample_reading}, on), on)
    for words in (
        "وزارة الدفاع (official) denies",
        "copied by موقع الصدى",
        "ونفت وزارة الدفاع القصف",
        "3 المرصد",
    ):
        assert words in text
    assert "place same +5.0" in text


def test_a_reading_shows_each_claim_under_its_sentence(sample_reading: Reading) -> None:
    on = screen()
    lines = printed(terminal.reading_view(sample_reading, on), on).splitlines()
    told, denied = (next(i for i, line in enumerate(lines) if words in line) for words in ("قصفت", "ونفت"))
    heads = [i for i, line in enumerate(lines) if line.strip().startswith("shelling")]
    assert told < heads[0] < denied < heads[1]
    assert "denied" in lines[heads[1]]
    assert any("وزارة الدفاع (official), through وكالة البيان" in line for line in lines)


def test_every_word_of_a_report_is_shown_once(sample_reading: Reading) -> None:
    on = screen(width=400)
    text = printed(terminal.reading_view(Reading(sample_reading.document, sample_reading.claims), on), on)
    for line in sample_reading.document.text.replace(". ", ".\n").splitlines():
        assert text.count(line) == 1


def test_a_report_without_claims() -> None:
    on = screen()
    assert "0 claims" in printed(terminal.reading_view(Reading(Report("x", "لا شيء"), ()), on), on)


def test_skipped_is_grouped_with_its_places() -> None:
    errors = [InputError("not JSON", where=f"a.jsonl, line {n}", code="broken-json") for n in range(9)]
    errors.append(InputError("no such file", where="b.txt", mend="check the name", code="missing"))
    on = screen()
    text = printed(terminal.skipped_view(errors, on), on)
    assert "9 skipped: broken json" in text
    assert "and 4 more" in text
    assert "b.txt: no such file (check the name)" in text


@pytest.mark.parametrize(("low", "high", "text"), [(3, 3, "3"), (3, 7, "3-7"), (7, None, "7+")])
def test_numbers(low: int, high: int | None, text: str) -> None:
    assert terminal.number(low, high) == text


def test_progress_is_silent_for_short_work() -> None:
    stream = Terminal()
    on = Screen.on(io.StringIO(), stream)
    with terminal.progress(on, "reading") as tick:
        tick(1)
    assert stream.getvalue() == ""


def test_progress_shows_on_standard_error_after_a_while() -> None:
    stream = Terminal()
    on = Screen(Console(file=io.StringIO()), Console(file=stream, force_terminal=True))
    with terminal.progress(on, "reading", after=0.0) as tick:
        tick(1)
    assert "reading" in stream.getvalue()
