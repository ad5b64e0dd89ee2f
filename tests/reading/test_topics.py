"""What is only spoken of is no claim; what is told beside it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # a matter
        ("التحقيقات المتعلقة باغتيال الناشط في البصرة مستمرة.", []),
        ("مصر تعلق على التوغل الإسرائيلي في ريف دمشق.", []),
        # what something is done for, however it goes on
        ("ناقش المجلس ما تقوم به القوات من أجل استعادة كافة المناطق.", []),
        ("هؤلاء مدربون من أجل تنفيذ عمليات عسكرية خطيرة.", []),
        # which towns are meant
        ("ناقش المجلس وضع المدن والمواقع التي سيطرت عليها الجماعة.", []),
        # what people stand against
        ("خرجت مظاهرات في منبج رفضا لذلك التجنيد.", ["protest"]),
        # who is said to have done it
        ("أشارت تقارير إلى هجمات جديدة نسبتها إلى حزب العمال في ديار بكر.", ["attack"]),
        # a war that takes lives is a fight
        ("وتسود البلاد فوضى في نزاع أوقع أكثر من 40 ألف قتيل في 30 عاما.", ["clash"]),
        # talk of acts: nowhere, at no time, with no toll
        ("يطالب الحزب بعد هذا الهجوم بتوضيحات من الحكومة.", ["request"]),
        ("قال إن الشبان الذين يطلقون الصواريخ معروفون.", []),
        ("قال الكاتب إن البنادق تقتل.", []),
        ("هجوم على حافلة للجيش", ["attack"]),
        ("شن مسلحون هجوما على دورية للشرطة.", ["attack"]),
        # what something is only able to do
        ("أكد الوزير أن الجيش قادر على شن هجوم في سيناء.", []),
        # what cannot be hit
        ("رد على الهجوم الذي استهدف سجله في الحكم في دمشق.", []),
        ("عد البيان اعتداء على شؤون البلاد في بيروت مرفوضا.", []),
        ("استهدف هجوم شخصيات في حلب.", ["attack"]),
        # later, and not chased
        ("وقال الجيش في وقت لاحق إن قواته قتلت مسلحا في نابلس.", ["attack"]),
        # those who patrol comb streets
        ("قامت دوريات من الشرطة بتمشيط شوارع بلدة الصبحة.", ["patrol"]),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


def test_on_what_occasion_somebody_speaks_he_does_not_say(read: Read) -> None:
    visit, capture = read("قال رئيس الوزراء لدى زيارته أمس مقر القيادة في الموصل إن القوات حررت ثلاث قرى.")
    assert (visit.kind, visit.attribution) == ("meeting", ())
    assert [source.name for source in capture.attribution] == ["رئيس الوزراء"]


def test_a_further_target_has_a_place_of_its_own(read: Read) -> None:
    claims = read("نفذ التحالف غارات على تجمع للتنظيم في الرقة وعلى مقر له في دير الزور.")
    assert [claim.place.name for claim in claims if claim.place] == ["الرقة", "دير الزور"]


def test_attacks_that_go_on_are_not_the_one_told_before(read: Read) -> None:
    blast, _, attacks = read(
        "فجر مسلحون عبوة ناسفة بمدرعة في العريش اليوم. وألقيت مسؤولية الهجوم على التنظيم الذي كثف هجماته ضد الجيش."
    )
    assert (blast.kind, attacks.kind) == ("explosion", "attack")


def test_a_ground_attack_in_the_lead_is_no_shelling(read: Read) -> None:
    claims = read(
        "شن الجيش هجوما بريا على قرى في الريف الغربي لمدينة منبج، وكذلك على قرى في الريف الشرقي للباب.\n"
        "وقصفت المدفعية قرية النعيم غرب منبج."
    )
    assert [claim.kind for claim in claims] == ["attack", "attack", "shelling"]


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("اندلعت مواجهات بين قوات الاحتلال والشبان في بلدة بيتا.", "riot", {"ISR.MIL"}),
        ("تجددت المواجهات بين الطلاب والشرطة في الخرطوم.", "riot", {"SDN.GOV"}),
        ("اشتباكات بين شبان مسلحين ودورية للجيش في طرابلس.", "clash", set()),
    ],
)
def test_a_fight_with_a_crowd_is_a_riot(read: Read, text: str, kind: str, target: set[str]) -> None:
    (claim,) = read(text)
    assert (claim.kind, {party.id for party in claim.target}) == (kind, target)


def test_a_strike_and_what_it_wrecked_in_a_quotation_are_one(read: Read) -> None:
    (claim,) = read('وأوضح المسؤول أن الغارة "دمرت سيارة تابعة لعناصر القاعدة في وادي الغيل".')
    assert claim.kind == "air_strike"


def test_a_light_verb_needs_its_preposition(read: Read) -> None:
    assert [c.kind for c in read("أقدم مسلحون على قتل شاب في درعا.")] == ["attack"]
    assert not read("قالت البعثة إنها تقدم طرحا جديدا يساعد في الحوار.")


def test_bombers_are_the_subject_of_their_attack(read: Read) -> None:
    (claim,) = read("استهدف انتحاريان يرتديان أحزمة ناسفة مسجدا في الكويت.")
    assert claim.kind == "suicide_bombing"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("نفذ التحالف غارات قرب عين العرب وقصفت مواقع للتنظيم.", ["air_strike"]),
        ("شن الطيران غارات على دوما وقصفت قوات النظام حرستا بالمدفعية.", ["air_strike", "shelling"]),
        # who does it is no patrol of its own
        ("شنت دوريات عسكرية تابعة لقسد حملة أمنية على أحد القرى في ريف الحسكة.", ["operation"]),
        # what grows is told anew
        ("قصفت قوات النظام سراقب. وزادت قوات النظام من وتيرة القصف على إدلب.", ["shelling", "shelling"]),
        ("زاد القصف من معاناة السكان.", []),
        ("وتواصل قوات النظام تصعيدها العسكري على مناطق خفض التصعيد شمال غربي سوريا.", ["attack"]),
        # tolls that are compared
        ("قالت الشبكة إن شهر تشرين الثاني شهد زيادة في حصيلة الضحايا مقارنة بسابقه.", []),
    ],
)
def test_one_act_or_two(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


def test_further_aims_are_no_acts(read: Read) -> None:
    assert not read("قالت مصادر أهلية إن الخطط تهدف لاستنزاف القوات وضرب الوجود الأمريكي في الشرق.")


def test_the_villages_of_provinces_are_no_list_of_towns(read: Read) -> None:
    (claim,) = read("شنت القوات حملة مداهمات واسعة في كل من قرى دير الزور والحسكة.")
    assert claim.place is not None
    assert claim.place.name == "دير الزور"


@pytest.mark.parametrize(
    ("text", "kinds", "place"),
    [
        ("وخرج أكراد من تركيا وإيران في مسيرة في أربيل.", ["protest"], "أربيل"),
        ("قصفت القوات مدينة الباب. وقال مصدر إن القصف على الباب جاء من قرية الشعالة.", ["shelling"] * 2, "الباب"),
        (
            "أعلنت المصادر مقتل ثمانية مسلحين وتدمير عجلتين عسكريتين في غارة جوية قرب الرمادي.",
            ["air_strike"],
            "الرمادي",
        ),
        ("وإلى ريف حلب، فقد قتل ثلاثة مدنيين بقصف على عندان.", ["shelling"], "عندان"),
        ("ومنذ تحرير مدينة عفرين تتعرض البلدات لقصف متقطع.", ["shelling"], "عفرين"),
    ],
)
def test_what_is_told_and_where(read: Read, text: str, kinds: list[str], place: str) -> None:
    claims = read(text)
    assert [claim.kind for claim in claims] == kinds
    assert claims[0].place is not None
    assert claims[0].place.name == place
