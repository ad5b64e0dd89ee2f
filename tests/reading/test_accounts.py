"""Accounts of monitors and ministries: whose victims, how many, where in a ranking, and of which month."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

#: Sentence, and for each of its claims who did it and how many they killed.
BY_WHOM = [
    (
        "أشار التقرير إلى أن 17 مدنيا قضوا على يد قوات النظام، فيما استشهد على يد القوات الروسية ستة مدنيين.",
        [("SYR.GOV", 17), ("RUS.MIL", 6)],
    ),
    (
        "قتلت روسيا 21 مدنيا بينهم طفلان، في حين قتل تسعة مدنيين بينهم طفلان على أيدي قوات سوريا الديمقراطية.",
        [("RUS", 21), ("SYR.SDF", 9)],
    ),
    ("قتل 12 مدنيا على يد قوات النظام، وخمسة على يد تنظيم داعش.", [("SYR.GOV", 12), ("ISIS", 5)]),
    ("قتل خمسة مدنيين وثلاثة جنود على يد مسلحين.", [("UNKNOWN", 8)]),
    ("سجل التقرير مقتل 18 مدنيا على يد جهات لم تتمكن الشبكة من تحديدها.", [("UNKNOWN", 18)]),
    ("ارتفع عدد ضحايا الحرب الإسرائيلية على قطاع غزة إلى 60 شهيدا.", [("ISR", 60)]),
]

#: Sentence, and for each of its claims what is counted.
COUNTS: list[tuple[str, list[dict[str, int]]]] = [
    ("وثقت البعثة 47 ضحية بينهم 24 حالة وفاة و23 جريحا في مصراتة.", [{"killed": 24, "wounded": 23}]),
    ("ارتفعت حصيلة ضحايا تفجير السوق في بعقوبة إلى (61) قتيلا وجريحا.", [{}]),
    ("قال المصدر إن 42 شخصا سقطوا بين قتيل وجريح في هجوم ببعقوبة.", [{}]),
    (
        "وثقت الوزارة استشهاد 88 شخصا وإصابة 15 آخرين، إضافة إلى انتشال 36 جثة من تحت الأنقاض.",
        [{"killed": 88, "wounded": 15}],
    ),
    ("قتل ثلاثة مدنيين بقصف على درعا، ليرتفع العدد الإجمالي إلى 25 قتيلا.", [{"killed": 3}, {"killed": 25}]),
    ("قتل على يد مسلحين في بلدة الشجرة خمسة مدنيين.", [{"killed": 5}]),
    ("قال المرصد إن العدد الإجمالي لمن قضوا في سوريا يصل إلى 24 شخصا.", [{"killed": 24}]),
]

#: Sentence, and where its claims are.
PLACES = [
    (
        "كانت محافظة نينوى الأكثر تضررا إذ بلغ عدد القتلى 21، تلتها بغداد حيث سقط 18 قتيلا، ثم محافظة الأنبار "
        "حيث لقي ثلاثة أشخاص مصرعهم.",
        ["نينوى", "بغداد", "الأنبار"],
    ),
    ("ذكرت البعثة أن بغداد كانت الأكثر تضررا حيث سقط 31 قتيلا، تلتها ديالى بسبعة قتلى.", ["بغداد", "ديالى"]),
]


def _low(claim: Claim) -> dict[str, int]:
    return {name: tally.low for name, tally in claim.counts.items()}


@pytest.mark.parametrize(("text", "expected"), BY_WHOM)
def test_victims_are_of_those_at_whose_hands_they_fell(read: Read, text: str, expected: list[tuple[str, int]]) -> None:
    found = [(claim.initiator[0].id if claim.initiator else None, _low(claim).get("killed")) for claim in read(text)]
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_tolls_are_told_apart(read: Read, text: str, expected: list[dict[str, int]]) -> None:
    assert [_low(claim) for claim in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_ranked_have_their_own_tolls(read: Read, text: str, expected: list[str]) -> None:
    assert [claim.place and claim.place.name for claim in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("سجل التقرير إفراج النظام السوري عن تسعة أشخاص.", "SYR.GOV"),
        ("النظام السوري مسؤول عن اعتقال تسعة أشخاص بينهم طفل.", "SYR.GOV"),
        ("وثقت الشبكة قيام قوات النظام والميليشيات الموالية له باعتقال تسعة أشخاص.", "SYR.GOV"),
    ],
)
def test_who_took_or_freed_people(read: Read, text: str, who: str) -> None:
    (claim,) = read(text)
    assert claim.initiator[0].id == who


def test_the_month_of_an_account_is_that_of_all_it_tells(read: Read) -> None:
    text = (
        "وثقت الشبكة السورية لحقوق الإنسان أمس مقتل 29 مدنيا خلال شهر أيلول الفائت. "
        "وقال تقرير صدر عن الشبكة اليوم إن قوات النظام قتلت 17 مدنيا."
    )
    claims = read(text, published="2024-10-02")
    assert [str(claim.when and claim.when.start) for claim in claims] == ["2024-09-01", "2024-09-01"]
    assert {claim.attribution[0].name for claim in claims} == {"الشبكة السورية لحقوق الإنسان"}


def test_since_an_event_with_a_long_name(read: Read) -> None:
    (claim,) = read("منذ إعلان وقف إطلاق النار في 11 أيلول، قتل 88 شخصا في غزة.", published="2024-10-13")
    assert claim.when is not None
    assert (str(claim.when.start), str(claim.when.end)) == ("2024-09-11", "2024-10-13")
