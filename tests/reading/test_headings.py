"""Headings between the paragraphs of a report."""

from __future__ import annotations

from collections.abc import Callable

from marsad.arabic.sentences import sentences
from marsad.model import Claim
from marsad.reading.headings import headings

Read = Callable[..., tuple[Claim, ...]]

PARAGRAPHS = (
    "قالت وزارة التربية إن امتحانات هذا العام كانت أسهل من امتحانات الأعوام السابقة في معظم المواد.",
    "وأضافت الوزارة أن نتائج الطلاب في المدارس الحكومية كانت أفضل من نتائجهم في العام الماضي.",
    "وصل رتل عسكري روسي صباح اليوم إلى مدينة القامشلي قادما من مطار حميميم عبر الطريق الدولي.",
    "وكانت القوات الروسية قد سيرت دورية في المنطقة ذاتها قبل يومين برفقة آليات من قوات حرس الحدود.",
)
HEADING = "تعزيزات روسية إلى القامشلي"


def _numbers(*lines: str) -> frozenset[int]:
    text = "\n".join(lines)
    return headings(text, [each.extent for each in sentences(text)])


def test_a_short_line_among_paragraphs_that_close_is_a_heading() -> None:
    assert _numbers(*PARAGRAPHS[:2], HEADING, *PARAGRAPHS[2:]) == {2}


def test_the_first_line_and_the_last_are_none() -> None:
    assert _numbers(HEADING, *PARAGRAPHS) == frozenset()
    assert _numbers(*PARAGRAPHS, HEADING) == frozenset()


def test_where_paragraphs_lack_stops_a_short_line_may_tell() -> None:
    assert _numbers(*(line.rstrip(".") for line in PARAGRAPHS[:2]), HEADING, *PARAGRAPHS[2:]) == frozenset()


def test_a_heading_claims_nothing(read: Read) -> None:
    claims = read("\n".join((*PARAGRAPHS[:2], HEADING, *PARAGRAPHS[2:])))
    assert [claim.kind for claim in claims] == ["movement", "patrol"]
