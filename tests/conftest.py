"""What several tests need: the checkout, the measuring material, a sample reading and its event."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from marsad.knowledge import Knowledge
from marsad.model import (
    Claim,
    ClaimRef,
    Event,
    EventTally,
    FieldWeight,
    Link,
    Party,
    Period,
    Place,
    Reading,
    Report,
    Source,
    Span,
    Tally,
    Voice,
    VoiceTally,
)
from marsad.reading import Reader

ROOT = Path(__file__).resolve().parent.parent

#: Tests leave the user's own cache alone.
os.environ["MARSAD_CACHE"] = str(ROOT / "build" / "cache")

#: Machines differ, and the first example may build what all others share: time is tested where time is meant.
settings.register_profile("marsad", deadline=None)
settings.load_profile("marsad")


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def shared() -> Path:
    """The folder of measuring material; the test is skipped where there is none."""
    folder = Path(os.environ.get("MARSAD_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("no measuring material: set MARSAD_SHARED")
    return folder


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge files of the package, read once."""
    return Knowledge()


@pytest.fixture(scope="session")
def reader(knowledge: Knowledge) -> Reader:
    """One reader for all tests: building it takes seconds."""
    return Reader(knowledge=knowledge)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., tuple[Claim, ...]]:
    """The claims of a text published on Wednesday, 29 September 2021, unless told otherwise."""

    def claims(text: str, *, published: str | None = "2021-09-29", **more: str | None) -> tuple[Claim, ...]:
        return reader.read(Report("r", text, published=published, **more)).claims

    return claims


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def sample_reading() -> Reading:
    """A shelling with a named victim, told by a named witness and denied by the other side."""
    told = "قال الشاهد مروان الخطيب إن قوات النظام قصفت سرمين ما أدى إلى مقتل المدني سعيد الحمصي"
    denial = "ونفت وزارة الدفاع القصف"
    text = f"مقتل سعيد الحمصي في سرمين\n{told}. {denial}."
    place = Place("سرمين", 35.9036, 36.7264, "إدلب", "SY", "town", 2.0, _span(text, "سرمين"), "places:sarmin")
    when = Period(date(2024, 3, 11), date(2024, 3, 12), "day", None, "published")
    party = Party("SYR.GOV", "قوات النظام", _span(text, "قوات النظام"), "actors:SYR.GOV")
    victim = Party("CIVILIANS", "المدني سعيد الحمصي", _span(text, "المدني سعيد الحمصي"), "actors:CIVILIANS")
    unknown = Party(None, "مروان الخطيب", _span(text, "مروان الخطيب"), "words")
    witness = Source("مروان الخطيب", "person", _span(text, "مروان الخطيب"), "cue:قال")
    ministry = Source("وزارة الدفاع", "official", _span(text, "وزارة الدفاع"), "cue:نفى")
    killed = {"killed": Tally(1, 1, _span(text, "المدني"), "one")}
    first = Claim(
        "c1", "shelling", _span(text, told), _span(text, "قصفت"), (party,), (victim, unknown), place, when,
        killed, attribution=(witness,), why="trigger:قصف",
    )  # fmt: skip
    second = Claim(
        "c2", "shelling", _span(text, denial), _span(text, "القصف"), (party,), (), place, when, {},
        polarity="denied", attribution=(ministry,), why="trigger:قصف",
    )  # fmt: skip
    report = Report(
        "r1",
        text,
        "مقتل سعيد الحمصي في سرمين",
        "ليلى حداد",
        "وكالة البيان",
        "2024-03-12",
        "https://example.org/1",
    )
    return Reading(report, (first, second))


@pytest.fixture
def sample_event(sample_reading: Reading) -> Event:
    """The event that the claims of the sample reading make."""
    first, _ = sample_reading.claims
    told, denied = ClaimRef("r1", "c1"), ClaimRef("r1", "c2")
    return Event(
        id="e1f00d",
        kind="shelling",
        when=first.when,
        place=first.place,
        initiator=first.initiator,
        target=first.target,
        counts={"killed": EventTally(1, 1, 3, (VoiceTally("مروان الخطيب", 1, 1), VoiceTally("المرصد", 3, 3)))},
        modality="happened",
        status="denied",
        denied_by=("وزارة الدفاع",),
        disputed=("killed", "polarity"),
        sources=2,
        voices=(
            Voice("مروان الخطيب", "person", ("وكالة البيان",), (), (told,), False),
            Voice("وزارة الدفاع", "official", ("وكالة البيان",), ("موقع الصدى",), (denied,), True),
        ),
        claims=(told, denied),
        links=(Link(told, denied, 7.5, (FieldWeight("place", "same", 5.0), FieldWeight("when", "same day", 2.5))),),
    )
