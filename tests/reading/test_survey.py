"""Reports longer than usual: they read like others, and the memory that takes does not grow with them much."""

from __future__ import annotations

import tracemalloc

import pytest

from marsad.model import Claim, Report
from marsad.reading import Reader, scans

LINES = (
    "حلب: قصفت قوات النظام بلدة كفر زيتا صباح أمس، ما أدى إلى مقتل 3 مدنيين بينهم طفل.",
    "وقال الجيش الوطني إن اشتباكات اندلعت في المدينة مع مسلحين مجهولين.",
    "إدلب: أعلنت الفصائل المسلحة السيطرة على القرية بعد معارك استمرت 5 ساعات.",
    "وفي العاصمة دمشق، نفت وزارة الداخلية ذلك.",
)


def _report(lines: int) -> Report:
    return Report("long", "\n".join(LINES[at % len(LINES)] for at in range(lines)), published="2024-10-15")


def _claims(reader: Reader, lines: int) -> tuple[Claim, ...]:
    return tuple(reader.read(_report(lines)).claims)


@pytest.mark.parametrize("kept", [0, 1, 7])
def test_what_is_scanned_anew_reads_the_same(reader: Reader, monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    claims = _claims(reader, 24)
    assert len(claims) > 3
    monkeypatch.setattr(scans, "_KEPT", kept)
    assert _claims(reader, 24) == claims


def test_a_long_text_is_not_held_whole(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "_KEPT", 20)
    _claims(reader, 60)
    most = []
    for lines in (60, 200):
        report = _report(lines)
        tracemalloc.start()
        reader.read(report)
        most.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert most[1] - most[0] < 140 * 6000  # held whole, a sentence takes fifteen thousand bytes
