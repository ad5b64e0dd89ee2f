"""How papers of Syria, Kurdistan, Iraq, Turkey and Iran put things: every field of a claim, by invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def ids(claim: Claim, side: str) -> set[str | None]:
    return {party.id for party in getattr(claim, side)}


@pytest.mark.parametrize(
    ("text", "did", "suffered"),
    [
        # who is called by a masculine noun attacks
        ("استهدف الاحتلال التركي الأهالي على سد تشرين.", {"TUR"}, {"CIVILIANS"}),
        ("هاجم الكيان الصهيوني الأهالي في قرية كويا.", {"ISR"}, {"CIVILIANS"}),
        ("قصفت مدمرتان أمريكيتان مطار الشعيرات.", {"USA.MIL"}, set()),
        # posts arrest and are not arrested
        ("اعتقلت حواجز قوات سوريا الديمقراطية ثلاثة رجال في الرقة.", {"SYR.SDF"}, {"CIVILIANS"}),
        # whom a country's papers call the rebels
        ("سيطر الثوار على مدينة الباب.", {"SYR.OPP"}, set()),
        # whose soldiers an army mourns
        ("أعلن الجيش الإسرائيلي مقتل جنديين في بيت جن.", set(), {"ISR.MIL"}),
        ("أعلنت وزارة الدفاع الروسية مقتل عشرين جنديا أوكرانيا في خاركيف.", set(), {"UKR.MIL"}),
        # the dress of a party, who only left a mine
        ("تسلل عناصر من تنظيم الدولة إلى عين العرب متنكرين بزي الجيش الحر.", {"ISIS"}, set()),
        ("انفجر لغم من مخلفات تنظيم داعش في الباغوز وقتل طفلين.", {"ISIS"}, {"CIVILIANS"}),
        # a part of the name of an airport
        ("سيطر الجيش العراقي على مطار كركوك العسكري.", {"IRQ.GOV"}, set()),
        # the capital where a blast was
        ("أسفر تفجير أنقرة عن مقتل ستة أشخاص.", set(), {"CIVILIANS"}),
        # a demand is no student
        ("طالب حزب الاتحاد الديمقراطي بالإفراج عن المعتقلين في عفرين.", None, None),
        # the authorities are not the guard, parties of a country are not its army
        ("أعدمت السلطات رجلا في شيراز، وقال الحرس الثوري إنه اعتقل خمسة أشخاص.", {"IRN"}, {"CIVILIANS"}),
        ("قصف الحرس الثوري مقار أحزاب كردية إيرانية في كويسنجق.", {"IRN.IRGC"}, {"IRN.KURDS"}),
        # who is called so in one country only
        ("استهدفت مجموعات من الحرس الوطني نقطة للأمن الداخلي في السويداء.", {"SYR.DRUZE"}, {"SYR.GOV"}),
        # who is killed in turn
        ("هاجم انتحاريان مقر شرطة في زاهدان وقتلا شرطيين قبل أن تقتلهما قوات الأمن.", None, {"IRN"}),
        # another force of the occupation
        ("داهمت قوة أخرى للاحتلال الإسرائيلي قرية كودنة.", {"ISR.MIL"}, set()),
    ],
)
def test_roles(read: Read, text: str, did: set[str | None] | None, suffered: set[str | None] | None) -> None:
    first, *_ = read(text)
    assert "STUDENTS" not in ids(first, "initiator")
    if did is not None:
        assert ids(first, "initiator") == did
    if suffered is not None:
        assert ids(first, "target") >= suffered
        assert not ids(first, "target") & (did or set())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل ثلاثة أشخاص في هجوم أنقرة.", "أنقرة"),
        ("ارتفع عدد ضحايا تفجير طهران إلى تسعة قتلى.", "طهران"),
        ("نظم الأهالي في سقز مسقط رأس الشاعر مظاهرة.", "سقز"),
        ("سقطت طائرة مسيرة مفخخة على حقل خورمالا النفطي في قضاء مخمور.", "حقل خورمالا النفطي"),
        ("اعتقلت الشرطة في الحسكة شابا ينحدر من مدينة الشدادي.", "الحسكة"),
        ("استهدفت قوات النظام بلدة سرمين من مواقعها المتمركزة في معرة النعمان.", "سرمين"),
        ("أصيب عنصران باستهداف نقطة لهما في تل حديد.", "تل حديد"),
    ],
)
def test_places(read: Read, text: str, name: str) -> None:
    first, *_ = read(text)
    assert first.place is not None
    assert first.place.name == name


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # without arresting anybody
        ("توغلت قوة للاحتلال في قرية كويا دون أن تعتقل أحدا.", ["raid"]),
        # what those did whom a strike hits
        ("استهدفت غارة رتلا كان ينقل مقاتلين في قرية كويا.", ["air_strike"]),
        ("فرقت الشرطة متظاهرين قطعوا جسر الحضارات في الناصرية بالرصاص الحي.", ["attack"]),
        ("قتل جنديان في هجوم نفذه مسلح من تنظيم الدولة على دورية مشتركة قرب تدمر.", ["attack"]),
        # talk of what there need not be
        ("في ظل الحديث عن عملية عسكرية تركية عززت قوات النظام مواقعها في تل رفعت.", ["movement"]),
        # what wars leave goes off
        ("انفجرت قذيفة من مخلفات الحرب في بلدة الطيانة.", ["explosion"]),
        # drones that carry bombs, and fire at drones
        ("استهدفت طائرة مسيرة مفخخة مقرا في قضاء سوران.", ["air_strike"]),
        # an operation and the arrests in it are one
        ("نفذت قوة أمنية عملية في قضاء الطارمية أسفرت عن اعتقال ثلاثة مطلوبين.", ["arrest"]),
        # what somebody is charged with
        ("اعتقلت الشرطة في مدينة الكوت رجلا متهما بقتل وخطف الأطفال.", ["arrest"]),
        # no news of a toll
        ("قصفت القوات التركية قرية كاني ماسي ولم ترد معلومات عن سقوط ضحايا.", ["shelling"]),
        # shots at a crowd
        ("أطلقت قوات الباسيج النار على محتجين في مدينة زاهدان.", ["attack"]),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # quarters are called forty and seventy, men are counted
        ("اعتقلت الشرطة أربعين رجلا في الرقة.", {"arrested": (40, 40)}),
        ("قتلت القوات سبعين مقاتلا في مدينة الموصل.", {"killed": (70, 70)}),
        # the toll is of the shots, not of the crowd's deed
        (
            "فرقت الشرطة متظاهرين قطعوا جسر الحضارات في الناصرية بالرصاص الحي ما أوقع تسعة قتلى.",
            {"killed": (9, 9)},
        ),
        ("قتل جنديان أمريكيان ومترجم مدني في هجوم قرب تدمر.", {"killed": (3, 3)}),
        # booby-trapped cars are no vehicles hit
        ("أحبطت القوات هجوما بثلاث سيارات مفخخة قرب بيجي.", {}),
        ("أكثر من ألفي مدني فروا من مخيم أبو شوك نحو طويلة.", {"displaced": (2001, None)}),
    ],
)
def test_counts(read: Read, text: str, counts: dict[str, tuple[int, int | None]]) -> None:
    first, *_ = read(text)
    assert {name: (tally.low, tally.high) for name, tally in first.counts.items()} == counts


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("أصدرت وزارة الداخلية بيانا أكدت فيه اعتقال ثلاثة مطلوبين في مدينة جبلة.", ["وزارة الداخلية"]),
        ("قال مصدر أمني إن لغما انفجر في قضاء سنجار.", ["مصدر أمني"]),
        # a name ends before what its bearer announces
        ("أعلن الرئيس أحمد الشرع التوقيع على اتفاق مع قسد.", ["الرئيس أحمد الشرع"]),
        ("أعلن جهاز مكافحة إرهاب إقليم كوردستان إسقاط مسيرة.", ["جهاز مكافحة إرهاب إقليم كوردستان"]),
    ],
)
def test_voices(read: Read, text: str, chain: list[str]) -> None:
    claims = read(text)
    assert claims
    for claim in claims:
        assert [source.name for source in claim.attribution] == chain
