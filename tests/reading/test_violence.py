"""What kind of violence is told, and its traps: means, gunmen, what only follows, is heard or is feared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # a suicide bomber outweighs the car that he drives
        ("قتل أربعة أشخاص في هجوم نفذه انتحاري بسيارة ملغومة في كركوك.", ["suicide_bombing"]),
        # what follows an attack does not arm it
        ("قتل ثلاثة أشخاص في هجوم أعقبه انفجار سيارة ملغومة في الموصل.", ["attack", "explosion"]),
        # rockets and guns by their adjective
        ("كثفت الجماعة هجماتها الصاروخية باتجاه مدينة مأرب.", ["shelling"]),
        # gunmen have no aircraft, and search nothing
        ("خطف مسلحون تسعة تجار من قرية قرب سبها في غارة.", ["abduction", "attack"]),
        ("قتل مسلحون في غارة قرب الرقة.", ["air_strike"]),
        ("اقتحم مسلحون مسجدا في كركوك وقتلوا سبعة مصلين.", ["attack"]),
        ("اقتحمت قوات الاحتلال بلدة قباطية.", ["raid"]),
        ("نفذت قوة أمريكية غارة برية على منزل قيادي في إدلب.", ["attack"]),
        ("أكد المصدر تعرض قوات الشرطة لنيران قناصين في بعقوبة.", ["attack"]),
        # what a strike sounded like
        ("سمع دوي انفجارات في دمشق جراء غارات إسرائيلية.", ["air_strike"]),
        # who is overpowered is no town, and a lone man withdraws no troops
        ("وسيطرت الشرطة على منفذ الهجوم في حلب.", []),
        ("طعن شاب مستوطنا في الخليل وانسحب من المكان.", ["attack"]),
        # police who come to the scene, relief that is robbed, those who bring it
        ("وعند وصول قوة من الشرطة إلى محل الحادث انفجرت عبوة ناسفة في بعقوبة.", ["explosion"]),
        ("نهب مسلحون شاحنات إغاثة في زالنجي.", ["destruction"]),
        ("وقال عامل الإغاثة إن الهجوم وقع مساء أمس في الفاشر.", ["attack"]),
        # air defences that destroy what was fired, and what "meanwhile" in two words parts
        ("دمرت أنظمة الدفاع الجوي في حلب سبعة أهداف جوية.", ["interception"]),
        ("استشهد خمسة في قصف على حي الزيتون، في ما استشهد اثنان بقصف على حي الشجاعية.", ["shelling", "shelling"]),
        # what is known and only wished to end
        ("وتعهد الرئيس بحماية أهالي دمشق من الاعتداءات التي يتعرضون لها.", []),
        # what something is one of, and since when something grew
        ("قتل 72 شخصا في اعتداء على مطار كابول، وكان أحد أكثر الهجمات دموية في أفغانستان.", ["attack"]),
        ("تصاعد عنف المستوطنين في الضفة منذ اندلاع الحرب في غزة.", []),
        ("تشهد المنطقة جهودا من الأعيان لتهدئة الوضع في الزاوية.", []),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("قتل مسلحون يعتقد أنهم من جماعة متشددة 43 شخصا في هجوم على مدرسة في درنة.", 43, None),
        ("أعلن المستشفى أن حصيلة ضحايا التفجير الذي استهدف سوقا في كركوك بلغت 20 مصابا.", None, 20),
        ("أطلق مسلحون النار على قيادي في درعا دون أن يتمكنوا من إصابته.", None, None),
        ("استهدف مجهولون شابا في درعا ما أسفر عن موته بعد ساعات.", 1, None),
        ("وقع انفجار داخل مسجد في كابول، ما أثار مخاوف من مقتل الكثير من المصلين.", None, None),
        ("وفي سياق متصل، أصيب أحد جنود الحراسة في عملية طعن وقعت أمس قرب نابلس.", None, 1),
        ("استشهد عامل متأثرا بجراح أصيب بها إثر قصف على صيدا.", 1, None),
        ("وخسرت القوة 14 من عناصرها في هجمات في مأرب.", 14, None),
    ],
)
def test_tolls(read: Read, text: str, killed: int | None, wounded: int | None) -> None:
    (claim,) = read(text)
    counts = claim.counts
    assert (counts["killed"].low if "killed" in counts else None) == killed
    assert (counts["wounded"].low if "wounded" in counts else None) == wounded


def test_who_rescues_is_not_hit(read: Read) -> None:
    (claim,) = read("انتشلت طواقم الدفاع المدني جثامين سبعة شهداء من تحت أنقاض منزل قصفه الجيش في حلب.")
    assert (claim.kind, claim.target) == ("shelling", ())


def test_what_nobody_could_confirm_is_not_denied(read: Read) -> None:
    (claim,) = read("لم تتمكن الشرطة من تأكيد أنباء بوقوع انفجار ثان في حلب.")
    assert claim.polarity == "affirmed"


def test_what_nobody_managed_to_stop_goes_on(read: Read) -> None:
    attack = read("لم تفلح الوساطات في إيقاف هجمات نهب الأبقار في جونقلي.")[-1]
    assert (attack.kind, attack.polarity) == ("attack", "affirmed")


def test_a_terrorist_attack_has_no_terrorist_beside_it(read: Read) -> None:
    (claim,) = read("أحبطت القوات هجوما إرهابيا استهدف موقعا في شبوة.")
    assert [party.text for party in claim.initiator] == ["القوات"]


def test_adjectives_may_stand_before_the_one_that_makes_it_likely(read: Read) -> None:
    (claim,) = read("تحدثت تقارير عن ضربة جوية أميركية أو إسرائيلية محتملة لإيران.")
    assert claim.modality == "expected"


def test_what_something_is_done_for_is_planned(read: Read) -> None:
    (claim,) = read("أمره القائد بالتوجه إلى المدينة كي يقوم بهجمات ضد القوات في حلب.")
    assert claim.modality == "planned"


def test_who_is_charged_in_passing_is_accused(read: Read) -> None:
    (claim,) = read("وأصدرت الحركة بيانا متهمة الحكومة بخطف نائب في رام الله.")
    assert claim.kind == "accusation"
