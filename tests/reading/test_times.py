"""When a claim was: dates of its own clause, times taken up, stretches, backgrounds. Seen from 29 September 2021."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim, Period

Read = Callable[..., tuple[Claim, ...]]


def days(period: Period | None) -> str | None:
    return f"{period.start}..{period.end}" if period else None


def times(read: Read, text: str) -> list[str | None]:
    return [days(claim.when) for claim in read(text)]


STRETCHES = [
    ("تتواصل الاشتباكات في مدينة الفاشر لليوم الرابع على التوالي.", "2021-09-26..2021-09-29"),
    ("فرضت السلطات حظر تجول في مدينة الكوت لمدة ثلاثة أيام اعتبارا من مساء اليوم.", "2021-09-29..2021-10-02"),
    ("اختتمت أمس مناورات بحرية قرب طبرق استمرت أسبوعين.", "2021-09-15..2021-09-28"),
    ("اعتقلت الشرطة خلال النصف الأول من العام الجاري مئة شخص في مدينة الكوت.", "2021-01-01..2021-06-30"),
    ("شهدت مدينة درنة خلال هذا الشهر ثلاث هجمات.", "2021-09-01..2021-09-29"),
    ("نزحت مئتا عائلة من مدينة حماة بعد 20 أيلول.", "2021-09-20..2021-09-29"),
    ("تعهدت الحكومة بالإفراج عن المعتقلين في مدينة سبها خلال 48 ساعة.", "2021-09-29..2021-10-01"),
]


@pytest.mark.parametrize(("text", "want"), STRETCHES)
def test_how_long_it_lasts(read: Read, text: str, want: str) -> None:
    assert times(read, text)[-1] == want


NOT_ITS_OWN = [
    ("أفرجت السلطات عن عشرين سجينا في مدينة سبها بموجب عفو كان قد صدر في آذار 2019.", "2021-09-28..2021-09-29"),
    ("وصلت قافلة مساعدات إلى مدينة الفاشر لأول مرة منذ تسعة أشهر.", "2021-09-28..2021-09-29"),
    ("أعلنت وزارة الدفاع أمس مقتل قيادي في غارة جوية على مدينة الباب مطلع آب الماضي.", "2021-08-01..2021-08-10"),
    ("قال المرصد أمس إن طائرة قصفت بلدة سرمين في 14 أيلول.", "2021-09-14..2021-09-14"),
]


@pytest.mark.parametrize(("text", "want"), NOT_ITS_OWN)
def test_a_date_of_something_else_is_not_taken(read: Read, text: str, want: str) -> None:
    assert times(read, text) == [want]


TAKEN_UP = [
    ("قصفت قوات النظام بلدة سرمين يوم السبت. ونفى المتحدث القصف على سرمين.", "2021-09-25..2021-09-25"),
    ("هاجم مسلحون قرية قرب تدمر في 20 أيلول. وخطف المهاجمون خلالها ثلاثة رعاة.", "2021-09-20..2021-09-20"),
    (
        "وثق المركز مقتل عشرين مدنيا في مدينة تعز خلال آب الماضي. واعتقل الحوثيون ثلاثين شخصا في الفترة نفسها.",
        "2021-08-01..2021-08-31",
    ),
    ("سيطر مسلحون على قرية قرب الباب في 10 أيلول. ومنذ ذلك الحين نزح مئة مدني.", "2021-09-10..2021-09-29"),
    (
        "اعتقلت الشرطة عشرين شخصا في مدينة الباب اليوم بعد ثلاثة أيام من تفجير استهدف مدينة تدمر.",
        "2021-09-26..2021-09-26",
    ),
    ("وتأتي الغارة على مدينة الباب غداة هجوم صاروخي على مدينة عفرين.", "2021-09-28..2021-09-28"),
]


@pytest.mark.parametrize(("text", "want"), TAKEN_UP)
def test_a_time_named_elsewhere_is_taken_up(read: Read, text: str, want: str) -> None:
    assert times(read, text)[-1] == want


UNBOUNDED = [
    "يشار إلى أن قوات النظام تقصف بلدة سرمين.",
    "يقيم رئيس الحكومة في عدن منذ سيطرت جماعة الحوثي على صنعاء.",
    "تشهد بلدة سرمين قصفا منذ عقود.",
]


@pytest.mark.parametrize("text", UNBOUNDED)
def test_what_is_known_or_goes_on_since_long_has_no_day(read: Read, text: str) -> None:
    assert times(read, text) == [None]


def test_a_habit_of_another_clause_does_not_unbind(read: Read) -> None:
    text = "أسر المقاتلون عشرين جنديا في مدينة لودر أمس، فيما تتعرض مدينة تعز لقصف متكرر."
    assert times(read, text) == ["2021-09-28..2021-09-28", None]


def test_the_time_of_a_stretch_is_that_of_the_report(read: Read) -> None:
    text = "وثق المركز خلال الأشهر الثلاثة الماضية اعتقال مئة شخص في مدينة سبها. وقتل أربعون مدنيا بألغام في مدينة سرت."
    assert times(read, text) == ["2021-06-29..2021-09-29"] * 2


def test_what_is_told_besides_is_not_the_day_of_the_report(read: Read) -> None:
    text = "ساد الهدوء بعد أن توصل الطرفان يوم الأحد إلى اتفاق هدنة في مدينة سبها. ودخل رتل عسكري إلى مدينة سرت."
    assert times(read, text)[-1] == "2021-09-28..2021-09-29"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("انطلق أمس تمرين بحري مشترك قبالة جدة يستمر حتى السبت المقبل.", "2021-09-28..2021-10-02"),
        ("تواصل القوات عمليتها العسكرية في مدينة جنين لليوم الـ11 على التوالي.", "2021-09-19..2021-09-29"),
        (
            "منذ سقوط العاصمة في 20 أيلول، نفذت الطائرات أكثر من خمسين غارة على مواقع الجيش في درنة.",
            "2021-09-20..2021-09-29",
        ),
        ("قصفت مدفعية الجيش بلدة كنسبا في انتهاك لاتفاق الهدنة لعام 1974.", "2021-09-28..2021-09-29"),
    ],
)
def test_what_goes_on_and_what_only_names(read: Read, text: str, want: str) -> None:
    assert times(read, text)[0] == want
