"""Who did it, and to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

#: Sentence, initiator and target by the first two levels of their ids; none: no actor of the files.
ROLES = [
    # who goes on behind a joined verb, and whom it befalls
    ("اقتربت مجموعة مسلحة من مدينة الشدادي واستهدفت القوات الأمريكية بقذائف.", ["UNKNOWN"], ["USA"]),
    ("وصلت دورية تركية إلى قرية معرين وداهمت منازل المدنيين.", ["TUR"], ["CIVILIANS"]),
    ("ألقى ناشطون خطبا، وقصفت القوات الروسية بلدة اللطامنة.", ["RUS"], []),
    # a relative clause on a place, and "but it"
    ("حققت قوات سوريا الديمقراطية تقدما باتجاه مدينة الطبقة التي تحاصرها منذ شهر.", ["SYR.SDF"], []),
    # the latter
    ("تحدثت الصحف عن حزب الله، وقالت مصادر إن الأخير قصف بلدة كفركلا.", ["HEZBOLLAH"], []),
    ("تحدث المرصد عن الأيام الأخيرة التي قصفت فيها قوات النظام بلدة سرمين.", ["SYR.GOV"], []),
    # so many of a nation are people, and automatic arms no vehicle
    ("أفرجت السلطات اللبنانية عن 12 سوريا في مدينة صيدا.", ["LBN"], ["CIVILIANS"]),
    ("اعتقلت الشرطة اليونانية 35 تركياً قرب مدينة أثينا.", ["GRC"], ["CIVILIANS"]),
    ("استهدفت بالأسلحة الآلية سيارة عسكرية لقوات النظام قرب مدينة درعا.", [], ["SYR.GOV"]),
    ("استهدفت مسيرة تركية سيارة لحزب العمال الكردستاني في بلدة سيدكان.", ["TUR"], ["PKK"]),
    # people who hold others; what a party does to whom behind ل; at whose door it is laid
    ("احتجز شبان ضابطين من قوات النظام في مدينة السويداء.", ["CIVILIANS"], ["SYR.GOV"]),
    ("هاجم مقاتلو داعش ثكنة للجيش اللبناني في مدينة صيدا.", ["ISIS"], ["LBN"]),
    ("أدان الحزب قتل الجيش لثلاثة مزارعين في بلدة ميس الجبل.", ["LBN"], ["CIVILIANS"]),
    ("أدى انفجار سيارة في مدينة عفرين إلى مقتل ثلاثة، نسبته الحكومة إلى قسد.", ["SYR.SDF"], []),
    ("طالبت نقابة الصحفيين سلطات صنعاء بوقف القصف على مدينة تعز.", [None], ["YEM.HOUTHI"]),
    # active
    ("قصفت قوات النظام بلدة سرمين.", ["SYR.GOV"], []),
    ("هاجم تنظيم داعش نقطة للحشد الشعبي قرب قضاء الحضر.", ["ISIS"], ["IRQ.PMF"]),
    ("اعتقلت الشرطة العراقية ثلاثة مدنيين في مدينة الكوت.", ["IRQ"], ["CIVILIANS"]),
    ("قتل مسلحون مجهولون مدنيا في مدينة درعا.", ["UNKNOWN"], ["CIVILIANS"]),
    ("استهدف حزب الله موقعا للجيش الإسرائيلي في مزارع شبعا.", ["HEZBOLLAH"], ["ISR"]),
    # passive and those who suffer
    ("قتل ثلاثة مدنيين بانفجار لغم في بادية السخنة.", [], ["CIVILIANS"]),
    ("أصيب جندي أميركي بهجوم في مدينة أربيل.", [], ["USA"]),
    ("تعرضت قاعدة أميركية لهجوم صاروخي في حقل العمر.", [], ["USA"]),
    # agent phrases
    ("قتل مدني على يد عناصر من حركة الشباب في بلدة عيل بور.", ["ALQAEDA.SHABAAB"], ["CIVILIANS"]),
    ("اعتقل شاب من قبل قوات سوريا الديمقراطية في مدينة الرقة.", ["SYR.SDF"], ["CIVILIANS"]),
    ("استشهد شاب برصاص قوات الاحتلال الإسرائيلي في مدينة جنين.", ["ISR"], ["CIVILIANS"]),
    ("قتل مدنيان برصاص قوات الاحتلال الإسرائيلي في مدينة جنين.", ["ISR"], ["CIVILIANS"]),
    # verbal nouns and their genitive
    ("أدى قصف قوات النظام على بلدة سرمين إلى دمار واسع.", ["SYR.GOV"], []),
    ("أعلن المحافظ مقتل قيادي في تنظيم داعش بمدينة الرقة.", [], ["ISIS"]),
    ("وقع هجوم لتنظيم داعش على نقطة للجيش العراقي قرب مدينة كركوك.", ["ISIS"], ["IRQ"]),
    # nationality
    ("قتل شخصان بغارة إسرائيلية على بلدة عيترون.", ["ISR"], None),
    ("استهدف قصف تركي بلدة تل تمر.", ["TUR"], []),
    ("شنت طائرات روسية غارات على بلدة كنصفرة.", ["RUS"], []),
    # light verbs
    ("شن الطيران الروسي غارات على بلدة كنصفرة.", ["RUS"], []),
    ("نفذ التحالف الدولي إنزالا جويا في قرية الزر.", ["COALITION"], []),
    ("نفذت قوات سوريا الديمقراطية حملة اعتقالات في مدينة الرقة.", ["SYR.SDF"], []),
    ("اعتقلت ميليشيا مسلحة أربعة شبان في مدينة الميادين.", [None], ["CIVILIANS"]),
    # who claims to have done it
    ("أعلن تنظيم القاعدة مسؤوليته عن تفجير سيارة في مدينة غاو.", ["ALQAEDA"], None),
    ("أعلنت حركة الشباب مسؤوليتها عن الهجوم على معسكر للجيش في مدينة بيدوا.", ["ALQAEDA.SHABAAB"], None),
    ("قتل خمسة أشخاص في تفجير أعلنت حركة الشباب مسؤوليتها عنه بمدينة بيدوا.", ["ALQAEDA.SHABAAB"], ["CIVILIANS"]),
    ("أصيب شرطي في هجوم تبنته حركة الشباب بمدينة بيدوا.", ["ALQAEDA.SHABAAB"], None),
    # the noun before a verb is its subject; a party before it suffered
    ("نفذ الجيش الصومالي عملية عسكرية استهدفت مقاتلي حركة الشباب قرب بيدوا.", ["SOM"], ["ALQAEDA.SHABAAB"]),
    ("قضت قوات الجيش الجزائري على مسلحين في مدينة البويرة.", ["DZA"], ["UNKNOWN"]),
    ("قتل مسلح في كمين نصبته مفرزة من الجيش الجزائري قرب القل.", ["DZA"], ["UNKNOWN"]),
    ("قتل إرهابيون ما لا يقل عن 12 مدنيا في بلدة جيبو.", [None], ["CIVILIANS"]),
    ("أصيب سائق بإطلاق مسلحين مجهولين النار على حافلة قرب بلدة نصيب.", ["UNKNOWN"], None),
    # to whom somebody belongs is no party
    ("داهمت الجبهة الوطنية للتحرير التابعة للمعارضة السورية منزلا في بلدة جرجناز.", ["SYR.OPP.NLF"], []),
    ("قال عمر ديري، المسؤول عن الأمن، إن مسلحين مجهولين هاجموا ثكنة في مدينة بيدوا.", ["UNKNOWN"], None),
    (
        'اندلعت اشتباكات بين قوات "الدفاع الوطني" و"لواء القدس" من جهة، وتنظيم داعش من جهة أخرى في بلدة السخنة.',
        {"SYR.GOV.NDF", "SYR.GOV.LIWA_QUDS", "ISIS"},
        None,
    ),
    # both sides
    ("اندلعت اشتباكات بين قوات سوريا الديمقراطية وتنظيم داعش في بلدة الشحيل.", {"SYR.SDF", "ISIS"}, None),
    ("التقى وزير الخارجية التركي نظيره الروسي في مدينة سوتشي.", {"TUR", "RUS"}, None),
    # who flees, who leaves, who comes
    ("نزح مئات المدنيين من مدينة مأرب.", ["CIVILIANS"], []),
    ("انسحبت القوات الروسية من بلدة السخنة.", ["RUS"], []),
    ("دخل رتل عسكري تركي إلى بلدة النيرب.", ["TUR"], []),
    # politics
    ("اتهمت الحكومة اليمنية جماعة الحوثي بعرقلة السلام.", ["YEM.GOV"], ["YEM.HOUTHI"]),
    ("فرضت الولايات المتحدة عقوبات على إيران.", ["USA"], ["IRN"]),
    ("أفرجت السلطات المصرية عن الناشط علاء الخولي.", ["EGY"], None),
]


def level(id: str | None) -> str | None:
    """As the scorer compares: two levels, a country and its government and army are one."""
    parts = id.split(".")[:2] if id else []
    return ".".join(part for part in parts if part not in ("GOV", "MIL")) or None


def levels(ids: list[str] | set[str]) -> set[str | None]:
    return {level(id) for id in ids}


@pytest.mark.parametrize(("text", "initiator", "target"), ROLES)
def test_roles(read: Read, text: str, initiator: list[str] | set[str], target: list[str] | None) -> None:
    (claim,) = read(text)
    did = {level(party.id) for party in claim.initiator}
    suffered = {level(party.id) for party in claim.target}
    if isinstance(initiator, set):
        assert did | suffered == levels(initiator), "both sides, in either list"
        return
    assert did == levels(initiator)
    if target is not None:
        assert suffered == levels(target)


@pytest.mark.parametrize("sentence", [text for text, *_ in ROLES])
def test_parties_are_words_of_the_sentence(read: Read, sentence: str) -> None:
    for claim in read(sentence):
        for party in (*claim.initiator, *claim.target):
            assert party.span is not None
            assert party.span.of(sentence) == party.text
            assert party.why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اختطف مسلحون الطبيب وائل الشهابي على طريق السويداء.", "وائل الشهابي"),
        ("اعتقلت الشرطة الناشط ماهر النجار في مدينة سبها.", "ماهر النجار"),
        ("هاجم لواء الفجر الأزرق حاجزا قرب مدينة الباب.", "لواء الفجر الأزرق"),
    ],
)
def test_a_party_that_no_file_knows_keeps_its_words(read: Read, text: str, name: str) -> None:
    (claim,) = read(text)
    assert any(name in party.text for party in (*claim.initiator, *claim.target))


def test_one_name_means_another_army_in_another_country(read: Read) -> None:
    (syria,) = read("قصف الجيش الوطني بلدة تل تمر بريف الحسكة في سوريا.")
    (libya,) = read("قصف الجيش الوطني مواقع في مدينة سرت في ليبيا.")
    assert (syria.initiator[0].id or "").startswith("SYR")
    assert (libya.initiator[0].id or "").startswith("LBY")


@pytest.mark.parametrize(
    "text",
    [
        "قال المرصد السوري لحقوق الإنسان إن الجيش سيطر على مدينة تدمر.",
        "قالت بعثة الأمم المتحدة في ليبيا إن قوات الأمن اعتقلت ناشطا في مدينة سرت.",
        "أفاد مصدر طبي بأن الجيش قصف بلدة سرمين.",
    ],
)
def test_an_observer_has_no_army(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert not {level(party.id) for party in claim.initiator} & {"SYR.SOHR", "UN"}
    assert claim.initiator


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("اتهم المتحدث باسم الحكومة المليشيات باختطاف عشرة مدنيين في مأرب.", "المتحدث باسم الحكومة", "المليشيات"),
        ("اتهم المتحدث باسم الشرطة المتظاهرين بإحراق مركز في مدينة البصرة.", "المتحدث باسم الشرطة", "المتظاهرين"),
    ],
)
def test_accuser_and_accused_are_two(read: Read, text: str, accuser: str, accused: str) -> None:
    (claim,) = read(text)
    assert [party.text for party in claim.initiator] == [accuser]
    assert [party.text for party in claim.target] == [accused]


def test_who_is_urged_stands_behind_a_verb_that_goes_on(read: Read) -> None:
    request, withdrawal = read("طالبت المنظمة بالتهدئة. وحثت قوات الدعم السريع على الانسحاب من مدينة الفاشر.")[-2:]
    assert [party.text for party in request.target] == ["قوات الدعم السريع"]
    assert withdrawal.modality == "requested"
