"""How papers of Iraq, Yemen, Palestine, Lebanon, Turkey and Iran put things: every field of a claim, by its words."""

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
        # a strike is the subject of its verb, next to it or far before it
        ("أوضح المدير أن القصف استهدف سيارة كانت تقل عناصر من حزب العمال الكردستاني.", set(), {"PKK"}),
        ("شهدت المنطقة اعتداءات عدة في الأعوام الماضية، استهدفت مقاتلي البيشمركة.", set(), {"IRQ.KRG.PESH"}),
        ("بعد القصف العنيف استهدفت قوات سوريا الديمقراطية حاجزا في البلدة.", {"SYR.SDF"}, {None}),
        # who speaks of himself
        ("قالت أنقرة إنها تستهدف مقاتلي حزب العمال الكردستاني.", {"TUR"}, {"PKK"}),
        # the object on the verb, the subject behind it
        ("ومدنيون اختطفتهم مليشيا الحوثي من منازلهم.", {"YEM.HOUTHI"}, {"CIVILIANS"}),
        # regimes abroad
        ("قصفت قوات النظام السعودي قرية الخربة.", {"SAU.GOV"}, set()),
        # who only supports
        ("قاتلت الفصائل التي تدعمها الولايات المتحدة تنظيم داعش.", {None, "ISIS"}, set()),
        # whoever undergoes it
        ("أفاد مصدر بتعرض رتل للتحالف الدولي إلى تفجير قرب الناصرية.", set(), {"COALITION"}),
        # accused by a noun
        ("وتكتفي الحكومة العراقية باتهام تنظيم القاعدة بتنفيذ التفجيرات.", None, {"ALQAEDA"}),
        # what an attack was is no gunman
        ("أعلن الحرس الثوري الإيراني مقتل شرطي إثر هجوم مسلح في خاش.", set(), None),
        # gunmen who are somebody's
        ("اختطفت عناصر مسلحة تابعة لجماعة أنصار الله المواطن سالم قحطان.", {"YEM.HOUTHI"}, {"CIVILIANS"}),
        ("خطف مسلحون عناصر الأمن في درعا.", {"UNKNOWN"}, {"SYR.GOV"}),
        ("أسفر الهجوم في البصرة عن مقتل فرد من عناصر الشرطة.", set(), {"IRQ.GOV"}),
        ("أعلن الحشد الشعبي مقتل شرطي في البصرة.", set(), {"IRQ.GOV"}),
        # who is one of whom
        ("أدى القصف إلى مقتل سعد الراوي، وهو من قادة حزب العمال الكردستاني.", set(), None),
        # the name behind a title is not spoken to
        ("دعا وزير الخارجية الأميركي ماركو روبيو إيران إلى الإفراج عن السجناء.", {"USA.GOV"}, {"IRN"}),
    ],
)
def test_roles(read: Read, text: str, did: set[str | None] | None, suffered: set[str | None] | None) -> None:
    first, *_ = read(text)
    if did is not None:
        assert ids(first, "initiator") == did
    if suffered is not None:
        assert ids(first, "target") >= suffered
        assert not suffered & ids(first, "initiator") - {None}


def test_terrorist_elements_are_not_the_force_named_last(read: Read) -> None:
    *_, last = read("انتشرت قوات دفاع شبوة في مدينة عتق. وقصفت العناصر الإرهابية موقعا بقذائف الهاون.")
    assert ids(last, "initiator") <= {None}


def test_what_was_shot_down_was_not_fired_at_who_fired_it(read: Read) -> None:
    for claim in read("اعترضت الدفاعات السعودية صاروخا أطلقته مليشيا الحوثي باتجاه خميس مشيط."):
        assert not ids(claim, "initiator") & ids(claim, "target")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("جاءت الغارة في إطار حملة واسعة، وقتل فيها ستة مدنيين في مدينة صعدة.", []),
        ("قتل ستة مدنيين في اشتباكات بين مسلحين والجيش، ورغم أن الهدوء عاد إلى مدينة تعز.", []),
        ("قتل ستة مدنيين بقصف على مدينة تعز.", []),
        ("أعلنت وزارة الدفاع التركية، مقتل ستة مسلحين في مدينة دهوك.", ["وزارة الدفاع التركية"]),
        ("نفذ الجيش ضربة في مدينة هيت وفق معلومات استخبارية دقيقة.", []),
        (
            "وذكرت القيادة، في بيان أوردته قناة الجزيرة، أن قوة داهمت قرية الربيع.",
            ["القيادة", "قناة الجزيرة"],
        ),
        (
            "قالت وزارة الدفاع إن القوات قتلت ستة مسلحين في مدينة هيت، بحسب ما أوردته وكالة رويترز.",
            ["وزارة الدفاع", "وكالة رويترز"],
        ),
        ("وذكر مركز صعدة الإعلامي أن الجيش سيطر على مدينة باقم.", ["مركز صعدة الإعلامي"]),
    ],
)
def test_voices(read: Read, text: str, chain: list[str]) -> None:
    claims = read(text)
    assert claims
    for claim in claims:
        assert [source.name for source in claim.attribution] == chain


def test_the_source_is_the_one_that_spoke_last(read: Read) -> None:
    text = (
        "قال مصدر أمني في ديالى إن لغما انفجر. وقال مصدر آخر إن شابا خطف. وقال مصدر أمني إن الشرطة اعتقلت تاجرا. "
        "وأضاف المصدر أن مسلحين هاجموا حاجزا."
    )
    *_, before, last = read(text)
    assert [source.name for source in before.attribution] == [source.name for source in last.attribution]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("شن التنظيم هجوما في محافظة ديالى شمال العاصمة بغداد.", "ديالى"),
        ("أفرج مسلحون بمحافظة عمران شمال صنعاء أمس عن تاجر.", "عمران"),
        ("تعرض رتل للتحالف الدولي بقيادة الولايات المتحدة إلى هجوم قرب الناصرية.", "الناصرية"),
        ("انفجر صاروخ قرب سفينة جنوب غربي الحديدة باليمن.", "جنوب غرب الحديدة"),
        ("هاجم الحوثيون سفينة في خليج عدن احتجاجا على الحرب الإسرائيلية على غزة.", "خليج عدن"),
        ("سحب المجلس قواته من محافظة أبين إلى مأرب.", "أبين"),
        ("هاجم مسلحون حاجزا في العاصمة اليمنية المؤقتة عدن.", "عدن"),
        ("قصفت المدفعية قرية الشويحة الواقعة بين بلدة ربيعة وسنجار.", "الشويحة"),
        ("قالت منظمة مقرها في جنيف إن مسلحين أحرقوا مدرسة في مدينة مهاباد.", "مهاباد"),
    ],
)
def test_places(read: Read, text: str, name: str) -> None:
    first, *_ = read(text)
    assert first.place is not None
    assert first.place.name == name


def test_a_place_beside_a_site_is_no_second_one(read: Read) -> None:
    (claim,) = read("أغلق الجيش المسجد الإبراهيمي داخل مدينة الخليل.")
    assert claim.place is not None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("شن الحوثيون هجوما صاروخيا على محافظة مأرب.", ["shelling"]),
        ("وقف الباعة قرب حاجز التفتيش في بلدة الرطبة.", []),
        ("قصفت طائرات منزلا يعود لعائلة الربيعي في رفح.", ["air_strike"]),
        ("قصفت طائرات خيام النزوح في رفح.", ["air_strike"]),
        ("قتل ضابط في تفجير استهدف سيارته في عدن.", ["explosion"]),
        ("نفذت المقاتلات عملية قنص ضد جنود في زاب.", ["attack"]),
        ("تجري الشرطة تحقيقات واسعة في المدينة لاعتقال المنفذين.", []),
        ("استكملت الشرطة عملية في المدينة لاعتقال ثلاثة مطلوبين.", ["arrest"]),
        ("طبق حرس الحدود قواعد الاشتباك في المنطقة.", []),
        ("أوقفت الوزارة تصاريح العمل في البلدة.", []),
        ("أطلقت القوات الذخيرة الحية على الشبان في بلدة حوارة.", ["attack"]),
        ("احتشد عدد من العمال عند سيطرة الصقور.", []),
        ("استهدفت غارة ثانية مماثلة وكرا في قضاء داقوق.", ["air_strike"]),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("اعتقلت قوات الاحتلال أسيرا محررا من مخيم الفارعة.", {"arrested": (1, 1)}),
        ("قصفت المدفعية القرية ما أوقع خسائر بشرية.", {"killed": (2, None)}),
        ("قال إن مسلحين اغتالوا ضابطاً برتبة مقدم في مدينة عدن.", {"killed": (1, 1)}),
        ("تواصل القوات عمليات التمشيط في الوادي للقضاء على الإرهابيين.", {}),
        ("وقع انفجار في بغداد، ولم يسفر الانفجار عن وقوع أي خسائر بشرية.", {}),
    ],
)
def test_counts(read: Read, text: str, counts: dict[str, tuple[int, int | None]]) -> None:
    first, *_ = read(text)
    assert {name: (tally.low, tally.high) for name, tally in first.counts.items()} == counts


def test_then_begins_what_was_done_after_all(read: Read) -> None:
    *_, last = read("لم يتمكن الانتحاري من الوصول إلى هدفه ففجر نفسه في حاجز قرب عدن.")
    assert last.polarity == "affirmed"


def test_a_day_in_the_name_of_a_paper_is_none(read: Read) -> None:
    (claim,) = read("ذكرت صحيفة عدن الغد أن مجهولين أطلقوا قذيفة على معسكر في لحج.", published="2021-05-04")
    assert claim.when is not None
    assert str(claim.when.end) <= "2021-05-04"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("نشرت القوات دباباتها تحسبا لأي مواجهات مع قوات درع الوطن.", "affirmed"),
        ("رفض المجلس الانتقالي الجنوبي في اليمن الانسحاب من حضرموت.", "denied"),
    ],
)
def test_what_negates(read: Read, text: str, polarity: str) -> None:
    *_, last = read(text)
    assert last.polarity == polarity
