"""A claim with its fields: when it happened, the sentence that states it, its id."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim, Period

Read = Callable[..., tuple[Claim, ...]]

#: Seen from Wednesday, 29 September 2021.
TIMES = [
    ("قصفت قوات النظام بلدة سرمين اليوم.", "2021-09-29", "2021-09-29"),
    ("قصفت قوات النظام بلدة سرمين صباح اليوم الأربعاء.", "2021-09-29", "2021-09-29"),
    ("قصفت قوات النظام بلدة سرمين أمس.", "2021-09-28", "2021-09-28"),
    ("قصفت قوات النظام بلدة سرمين ليلة أمس.", "2021-09-28", "2021-09-29"),
    ("انفجرت عبوة ناسفة في مدينة الباب مساء أمس الثلاثاء.", "2021-09-28", "2021-09-28"),
    ("انفجرت عبوة ناسفة في مدينة الباب يوم الاثنين الماضي.", "2021-09-27", "2021-09-27"),
    ("اعتقلت الشرطة يوم الأحد ثلاثة أشخاص في مدينة الكوت.", "2021-09-26", "2021-09-26"),
    ("نزح مئات المدنيين من مدينة مأرب في آب الماضي.", "2021-08-01", "2021-08-31"),
    ("هاجم مسلحون حاجزا قرب تدمر في 12 أيلول.", "2021-09-12", "2021-09-12"),
    ("اغتال مسلحون مختار القرية في آذار 2019.", "2019-03-01", "2019-03-31"),
    ("قصفت قوات النظام بلدة سرمين.", "2021-09-28", "2021-09-29"),
    ("سيلتقي وزير الخارجية القطري نظيره التركي في أنقرة غدا.", "2021-09-30", "2021-09-30"),
    ("ستصل قافلة مساعدات إلى مدينة الفاشر يوم السبت المقبل.", "2021-10-02", "2021-10-02"),
]


def days(period: Period | None) -> tuple[str, str] | None:
    return (period.start.isoformat(), period.end.isoformat()) if period else None


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_when(read: Read, text: str, start: str, end: str) -> None:
    (claim,) = read(text)
    assert days(claim.when) == (start, end)


@pytest.mark.parametrize("sentence", [text for text, *_ in TIMES])
def test_a_time_points_at_its_words_or_at_none(read: Read, sentence: str) -> None:
    for claim in read(sentence):
        assert claim.when is not None
        assert claim.when.start <= claim.when.end
        assert (claim.when.span is None) == (sentence == "قصفت قوات النظام بلدة سرمين.")


@pytest.mark.parametrize(
    "text",
    [
        "تقصف قوات النظام بلدة سرمين بشكل شبه يومي.",
        "تتعرض قرى جبل الزاوية لقصف متكرر من قوات النظام.",
        "تشهد مدينة تعز عادة اشتباكات متقطعة.",
        "وكانت القوات الروسية قد انسحبت من بلدة السخنة.",
        "سبق أن قصفت قوات النظام بلدة سرمين.",
        "تعتزم القوات التركية إنشاء قاعدة جديدة قرب بلدة كفرلوسين.",
        "من المتوقع أن ينسحب الجيش من مدينة سرت.",
    ],
)
def test_what_is_habitual_earlier_or_to_come_has_no_day(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert claim.when is None


def test_a_report_without_a_day_gives_only_what_its_words_bound(read: Read) -> None:
    (claim,) = read("قصفت قوات النظام بلدة سرمين.", published=None)
    assert claim.when is None
    (claim,) = read("اغتال مسلحون مختار القرية في آذار 2019.", published=None)
    assert days(claim.when) == ("2019-03-01", "2019-03-31")


def test_two_claims_of_a_sentence_have_their_own_times(read: Read) -> None:
    text = "اعتقلت الشرطة يوم الأحد ثلاثة أشخاص في مدينة الكوت، فيما أفرجت يوم الاثنين عن خمسة في مدينة النجف."
    arrest, release = read(text)
    assert (days(arrest.when), days(release.when)) == (
        ("2021-09-26", "2021-09-26"),
        ("2021-09-27", "2021-09-27"),
    )


def test_the_evidence_is_the_clause_that_states_the_claim(read: Read) -> None:
    text = "ساد الهدوء. قصفت قوات النظام بلدة سرمين، فيما انفجرت عبوة ناسفة في مدينة الباب. ثم عاد الهدوء."
    shelling, explosion = read(text)
    assert shelling.evidence.of(text) == "قصفت قوات النظام بلدة سرمين"
    assert explosion.evidence.of(text).endswith("انفجرت عبوة ناسفة في مدينة الباب")
    assert not shelling.evidence.overlaps(explosion.evidence)


def test_ids_differ_within_a_report_and_between_reports(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين. وانفجرت عبوة ناسفة في مدينة الباب. واعتقلت الشرطة شابا في مدينة الكوت."
    ids = [claim.id for claim in read(text)]
    assert len(set(ids)) == len(ids) == 3


def test_an_id_outlives_what_is_written_behind_it(read: Read) -> None:
    first = read("قصفت قوات النظام بلدة سرمين.")
    longer = read("قصفت قوات النظام بلدة سرمين. واعتقلت الشرطة شابا في مدينة الكوت.")
    assert longer[0].id == first[0].id


def test_every_field_says_why(read: Read) -> None:
    (claim,) = read("قالت وزارة الدفاع إن قوات النظام قصفت بلدة سرمين بالهاون أمس وقتلت مدنيين اثنين.")
    fields = (
        *claim.initiator,
        *claim.target,
        claim.place,
        claim.when,
        *claim.counts.values(),
        *claim.attribution,
    )
    assert len(fields) >= 5
    assert all(field is not None and field.why for field in fields)
    assert claim.why.startswith("verb قصف")


@pytest.mark.parametrize(
    "text",
    [
        "نشرت الشرطة حواجز جديدة في مدينة عفرين لمنع هجمات مماثلة.",
        "أغلقت السلطات الطريق تفادياً لاشتباكات بين العشيرتين في بلدة سلوق.",
        "وصف الوزير ما جرى في مدينة تعز بأنه حرب مفتوحة على الإرهاب.",
        "قال النائب إن القرار يشكل ضربة لمدينة سرت وأهلها.",
    ],
)
def test_what_is_averted_or_only_called_so_is_not_told(read: Read, text: str) -> None:
    assert not {claim.kind for claim in read(text)} & {"attack", "clash", "operation"}


def test_how_an_act_was_done_is_no_second_claim(read: Read) -> None:
    text = "خطف مسلحون خمسة مدنيين من قرية الحصين خلال عملية مداهمة."
    assert [claim.kind for claim in read(text)] == ["abduction"]
    text = "شهدت قرية الحصين عملية مداهمة نفذتها قوات سوريا الديمقراطية."
    assert [claim.kind for claim in read(text)] == ["raid"]
