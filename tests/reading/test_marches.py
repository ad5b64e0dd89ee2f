"""Marches and those who disperse them, fights of tribes that are contained, streets, capitals and cases by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

KINDS = [
    # names of streets and squares are no acts
    ("توافد المحتجون إلى ساحتي التحرير والأمل في بغداد.", ["protest"]),
    ("تقع المدرسة بين شارعي المعونة والجامعة في الخرطوم.", []),
    # who marches is the subject of what a light verb carries
    ("عمد عدد من المحتجين إلى قطع طرق البقاع.", ["restriction"]),
    # what people stand against is no act of the police before it
    ("أطلقت الشرطة الغاز على متظاهرين ساروا في عمان احتجاجا على الحرب المدمرة.", ["attack", "protest"]),
    # those who disperse a march, whose object is no further march
    ("أصيب خمسة شبان جراء قمع قوات الاحتلال مظاهرة قرية نعلين الأسبوعية.", ["attack"]),
    # news that there is none of, what somebody is charged with, and a party in politics that leaves an agreement
    ("لم تذكر الشرطة أي أنباء عن اعتقال نقابيين في مدينة صفاقس.", []),
    ("أعلن الرئيس الأميركي انسحاب بلاده من معاهدة المناخ.", []),
    # citizens who fight police with no arms, and a march that turns into a fight
    ("شهدت مدينة سليانة مواجهات بين قوات الأمن ومئات المواطنين.", ["riot"]),
    ("تحولت المسيرات إلى اشتباكات مع قوات الأمن في مدينة سليانة.", ["riot"]),
    # who burns himself in protest
    ("أحرق شاب نفسه أمام مقر البلدية في مدينة بنزرت.", ["protest"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_marches(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


WHO = [
    ("فرق الجيش الإسرائيلي، الجمعة، مسيرة لفلسطينيين في بلدة بيتا.", {"ISR.MIL"}),
    ("قال منسق المقاومة الشعبية في كفر قدوم سالم الفار إن قوات الاحتلال اقتحمت القرية.", {"ISR.MIL"}),
    ("أصيب خمسة شبان جراء قمع قوات الاحتلال الإسرائيلي المشاركين في مسيرة بيتا.", {"ISR.MIL"}),
    ("وقعت اشتباكات قبلية في جنوب دارفور، ولم تعلن السلطات حصيلة للضحايا.", set()),
    ("أعلنت السلطات السودانية أنها تمكنت من احتواء اقتتال قبلي في ولاية شمال دارفور.", set()),
]


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_disperses_and_who_only_speaks(read: Read, text: str, who: set[str]) -> None:
    assert {party.id for party in read(text)[0].initiator} == who


WHERE = [
    ("ألقت الشرطة القبض على 40 شخصا خلال احتجاجات باريس ضد غلاء الأسعار.", "باريس"),
    ("خرجت مسيرة في مدينة إربد ضد الحرب التي يشنها الاحتلال على غزة.", "إربد"),
]


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_where_people_march(read: Read, text: str, place: str) -> None:
    assert {claim.place.name for claim in read(text) if claim.place} == {place}


def test_a_capital_may_be_the_first_town_of_a_list(read: Read) -> None:
    claims = read("شهدت مدن من بينها طهران وأصفهان وشيراز احتجاجات واسعة.")
    assert [claim.place.name for claim in claims if claim.place] == ["طهران", "أصفهان", "شيراز"]


def test_the_regime_alone_is_that_of_the_country_told_of(read: Read) -> None:
    claims = read("فرقت الشرطة مسيرة في المنامة. وردد المحتجون شعارات معادية للنظام في منطقة الدراز بالعاصمة.")
    assert all(claim.place is None or claim.place.country == "BH" for claim in claims)


def test_those_killed_since_a_day_fell_in_the_fight_told_behind_it(read: Read) -> None:
    (claim,) = read("لقي سبعون شخصا مصرعهم منذ يوم الجمعة، في إقليم دارفور جراء اشتباكات بين قبيلتين.")
    assert claim.kind == "clash"
    assert claim.counts["killed"].low == 70


def test_a_toll_is_not_of_those_who_block_a_road(read: Read) -> None:
    text = "وقعت اشتباكات بين الجيش اللبناني ومحتجين قطعوا طرقا في صيدا، الأمر الذي أسفر عن إصابة سبعة."
    assert next(claim for claim in read(text) if claim.kind == "riot").counts["wounded"].low == 7


def test_a_quotation_ends_the_name_of_who_speaks(read: Read) -> None:
    (claim,) = read('قال أحد شيوخ القبيلة "نتوقع حدوث معارك جديدة" في مدينة زالنجي.')
    assert (claim.modality, [source.name for source in claim.attribution]) == ("expected", ["أحد شيوخ القبيلة"])


def test_who_calls_for_a_march_stands_behind_it(read: Read) -> None:
    claims = read("أعلنت الوزارة إصابة ثلاثة إثر تظاهرات دعت إليها حركة شبابية.")
    request = next(claim for claim in claims if claim.kind == "request")
    assert [party.text for party in request.initiator] == ["حركة"]


def test_those_put_in_custody_are_counted(read: Read) -> None:
    (claim,) = read("تم وضع 409 أشخاص رهن الحراسة النظرية في مدينة أغادير.")
    assert (claim.kind, claim.counts["arrested"].low) == ("arrest", 409)


def test_a_death_before_a_march_has_its_own_time(read: Read) -> None:
    (claim,) = read("تشهد إيران احتجاجات واسعة بعد وفاة فتاة في منتصف الشهر الماضي.", published="2024-10-13")
    assert claim.when is None or claim.when.start.month == 10
