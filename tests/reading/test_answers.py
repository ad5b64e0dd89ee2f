"""Fire that is answered, running totals, deaths amid protests, private murders: what kind, by whom, and how many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # two-sided fire is a fight, whoever answers
        ("أطلق مسلحون النار على دورية للجيش في سامراء فرد عناصرها على مصادر النيران.", ["clash"]),
        ("تعرض الجنود لإطلاق نار قرب جنين وردوا بإطلاق النار.", ["clash"]),
        ("هاجم مسلحون نقطة للشرطة في مأرب ورد الجنود على النيران.", ["clash"]),
        ("أطلق مسلحون النار على منزل نائب في كركوك، ورد النائب قائلا إنه باق.", ["attack"]),
        ("أطلق الجنود النار على المتظاهرين في نابلس ورد المتظاهرون بإلقاء الحجارة.", ["attack", "riot"]),
        # who fell since a fight began fell in it
        ("قتل 27 شخصا منذ بدء المواجهات في ضواحي طرابلس.", ["clash"]),
        ("قتل أربعون شخصا منذ بدء الحرب في بورتسودان.", ["attack"]),
        ("شنت القوات هجوما على زليتن هو الأعنف منذ اندلاع الاشتباكات.", ["attack"]),
        # forces that enter
        ("دخلت القوات الحكومية مدينة سنجة صباح الأحد.", ["movement"]),
        ("دخلت قوات الاحتلال بلدة قباطية وفتشت منازل.", ["raid"]),
        ("دخلت القوات الحكومية مدينة مأرب بعد انسحاب المسلحين منها أمس.", ["capture", "withdrawal"]),
        ("دخل الوزير مدينة درعا.", []),
        ("دخلت القوات المسلحة يومها الثالث في الخرطوم.", []),
        # marches that set out or are stopped
        (
            "خرج المئات في مظاهرة في عمان السبت. وذكر المتحدث أن المسيرة انطلقت من مسجد النور وأن قوات الأمن منعتها.",
            ["protest"],
        ),
        ("اعترضت الشرطة مسيرة للطلاب في نابلس.", ["restriction"]),
        ("اعترضت الدفاعات الجوية مسيرة فوق أربيل.", ["interception"]),
        # who marches kills nobody
        ("قتل ثلاثة أشخاص في احتجاجات شهدتها مدينة أم درمان الأحد.", ["attack", "protest"]),
        ("أسفرت الاحتجاجات في البصرة عن مقتل ثلاثة متظاهرين.", ["protest"]),
        ("تكرر مشهد سقوط القذائف على أحياء حلب.", []),
        ("أعلن التنظيم أسره طيارا أردنيا في الرقة.", ["arrest"]),
        ("أظهر مقطع تعنيف شاب من قبل الشرطة في عمان.", ["attack"]),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


def test_who_is_taken_by_surprise_is_hit(read: Read) -> None:
    (claim,) = read("فوجئت قوة من الشرطة بإطلاق نيران من عناصر مسلحة في العريش فبادلتهم إطلاق النار.")
    assert claim.kind == "clash"
    assert [party.text for party in claim.initiator] == ["عناصر مسلحة"]
    assert [party.text for party in claim.target] == ["قوة من الشرطة"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل اثنان إثر هجوم مسلح في كركوك، وبذلك يرتفع عدد القتلى أمس إلى سبعة.", [2, 7]),
        ("قتل جندي برصاص قناص في تعز، ليرتفع عدد القتلى إلى تسعة منذ الأحد.", [1, 9]),
        ("قتل ثلاثة في غارة على صيدا، وبذلك يرتفع عدد ضحايا الغارة إلى ستة.", [6]),
        ("توفي مصاب متأثرا بجراحه في البصرة، ليرتفع عدد القتلى إلى تسعة.", [9]),
        ("قتل رائد في الجيش في درعا.", [1]),
        ("قتل رجل زوجته في مدينة أربيل.", [1]),
        ("اغتال مسلحون القاضي سالم الدوري في بعقوبة. واغتيل الطبيب نادر الجبوري في بعقوبة.", [1, 1]),
    ],
)
def test_tolls(read: Read, text: str, killed: list[int]) -> None:
    assert [claim.counts["killed"].low for claim in read(text)] == killed


@pytest.mark.parametrize(
    ("text", "killer", "victim"),
    [
        ("قتل رجل زوجته في مدينة أربيل.", ["رجل"], ["زوجته"]),
        ("أقدم شاب على قتل والده في البصرة.", ["شاب"], ["والده"]),
        ("قتل رجل وزوجته برصاص مسلحين في السويداء.", ["مسلحين"], ["رجل"]),
    ],
)
def test_private_murders(read: Read, text: str, killer: list[str], victim: list[str]) -> None:
    (claim,) = read(text)
    assert [party.text for party in claim.initiator] == killer
    assert [party.text for party in claim.target] == victim


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("الحوثيون يعلنون السيطرة على مأرب، والجيش ينفي", "الجيش"),
        ("الدعم السريع يعلن سيطرته على الفاشر والجيش السوداني ينفي", "الجيش السوداني"),
    ],
)
def test_who_denies_at_the_end(read: Read, text: str, denier: str) -> None:
    told, denied = read(text)
    assert (told.polarity, denied.polarity) == ("affirmed", "denied")
    assert told.initiator == denied.initiator
    assert [source.name for source in denied.attribution] == [denier]


def test_a_visitor_meets_whom_he_came_to(read: Read) -> None:
    (claim,) = read("وصل رئيس الوزراء القطري إلى أنقرة، حيث اجتمع مع الرئيس التركي.")
    assert {party.id for party in claim.initiator} == {"QAT.GOV", "TUR.GOV"}


def test_fights_that_claim_victims_are_not_foreseen(read: Read) -> None:
    (claim,) = read("توقع المواجهات في تعز ضحايا من المدنيين كل يوم.")
    assert (claim.kind, claim.modality) == ("clash", "happened")
