"""The phase of a claim: start, continuation, end, repetition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.exports.table import CLAIM_COLUMNS, claim_row
from marsad.model import ASPECTS, Claim, Report

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("اندلعت اشتباكات عنيفة بين فصيلين مسلحين في بلدة الزاوية.", "start"),
        ("بدأت قوات الجيش تنسحب من قاعدة العند.", "start"),
        ("تواصل القصف المدفعي على أحياء أم درمان.", "continuation"),
        ("لم تتوقف الغارات الجوية على صعدة منذ أسبوع.", "continuation"),
        ("لا تزال قوات الجيش تحاصر مدينة الفاشر.", "continuation"),
        ("مع استمرار القصف على المدينة في إدلب أغلقت المدارس أبوابها.", "continuation"),
        ("تظاهر المئات في السويداء لليوم الخامس على التوالي.", "continuation"),
        ("توقفت الاشتباكات بين القبيلتين في سبها.", "end"),
        ("انتهت المظاهرة أمام البرلمان في بغداد.", "end"),
        ("تجددت المواجهات بين مسلحين في طرابلس.", "repetition"),
        ("عاودت الطائرات قصف بلدة كفرنبل.", "repetition"),
        ("وقال إن القصف تجدد بعد ساعة على أطراف إدلب.", "repetition"),
        ("أغلق المحتجون الطريق في الناصرية للمرة الثالثة هذا الشهر.", "repetition"),
        ("قصفت المدفعية بلدة كفرنبل صباح اليوم.", None),
        ("لم تبدأ العملية العسكرية في سرت.", None),
    ],
)
def test_a_claim_tells_its_phase(read: Read, text: str, phase: str | None) -> None:
    claim = read(text)[0]
    assert claim.aspect == phase
    assert phase is None or phase in ASPECTS


def test_an_ended_event_is_a_claim_and_its_phase_stands_in_the_table(read: Read) -> None:
    text = "توقفت الاشتباكات بين القبيلتين في سبها."
    (claim,) = read(text)
    assert (claim.kind, claim.modality, claim.polarity) == ("clash", "happened", "affirmed")
    row = dict(zip(CLAIM_COLUMNS, claim_row(Report("r1", text), claim, None), strict=True))
    assert row["aspect"] == "end"
