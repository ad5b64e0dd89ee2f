"""Days that are named without a year, and words that few reports share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from marsad.linking import link
from marsad.linking.clues import Clue
from marsad.model import Reading, Span

Tell = Callable[..., Reading]


def test_a_clue_fits_the_days_that_it_may_mean() -> None:
    assert Clue(3, None).fits(date(2021, 9, 29)), "a Wednesday"
    assert not Clue(2, None).fits(date(2021, 9, 29))
    assert Clue(None, (9, 29)).fits(date(2021, 9, 29))
    assert Clue(None, (9, 29)).fits(date(2017, 9, 29))
    assert not Clue(None, (9, 28)).fits(date(2021, 9, 29))


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("يوم الثلاثاء", True),
        ("يوم الجمعة", False),
        ("في 28 أيلول", True),
        ("في 14 أيلول", False),
        ("", True),
    ],
)
def test_a_report_of_unknown_day_joins_where_its_words_fit(tell: Tell, words: str, joined: bool) -> None:
    text = f"قصفت مدفعية قوات النظام أطراف سرمين {words} وأدى القصف إلى دمار مستودع الأعلاف قرب المدرسة القديمة"
    dated = tell("a", killed=15, wounded=40, text="دمار مستودع الأعلاف قرب المدرسة القديمة في سرمين بعد قصف مدفعي عنيف")
    silent = tell("b", day=None, published=None, killed=15, wounded=40, text=text)
    claim = replace(silent.claims[0], evidence=Span(0, len(text)))
    assert len(link([dated, replace(silent, claims=(claim,))])) == (1 if joined else 2)
