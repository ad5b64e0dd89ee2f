"""How papers of Sudan, Libya, Egypt, the Maghreb, the Sahel and the Horn put things: every field of a claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def ids(claim: Claim, side: str) -> set[str | None]:
    return {party.id for party in getattr(claim, side)}


def only(claims: tuple[Claim, ...], kind: str) -> Claim:
    (claim,) = (each for each in claims if each.kind == kind)
    return claim


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        # the number of a unit is its name
        ("اعتقلت قوة الردع آمر اللواء 444 العقيد صابر الهوني في طرابلس.", "arrest", {"arrested": (1, 1)}),
        ("قتل قائد الكتيبة 55 في اشتباك قرب بارا.", "clash", {"killed": (1, 1)}),
        # "at least" as it is said in Sudan and Libya
        ("قتل خمسة وأصيب 30 آخرون في الأقل باشتباكات في طرابلس.", "clash", {"killed": (5, 5), "wounded": (30, None)}),
        # a force that loses some of its men
        ("فقد الجيش أربعة من جنوده في معارك قرب كادقلي.", "clash", {"killed": (4, 4)}),
        # so many of whom no more is said than what they are
        ("أسفر انفجار في رفح عن إصابة عدد ستة من أبطال القوات المسلحة.", "explosion", {"wounded": (6, 6)}),
        # who give themselves up
        ("سلم سبعة من أفراد قوات الدعم السريع أنفسهم للجيش بالخرطوم.", "arrest", {}),
        ("قال الجيش إن سبعة من أفراد الدعم السريع سلموا أنفسهم بالخرطوم.", "arrest", {"arrested": (7, 7)}),
        # a cell and how many it is
        (
            "تفكيك خلية موالية لما يسمى بتنظيم الدولة الإسلامية في تطوان، تتكون من سبعة متطرفين.",
            "arrest",
            {"arrested": (7, 7)},
        ),
        # pupils by number are not asking
        ("قال الوالي إن 14 طالبا استشهدوا إثر سقوط قذيفة على مدرسة في الرهد.", "shelling", {"killed": (14, 14)}),
        # people and two of theirs
        ("مقتل سيدة وطفليها بقذيفة سقطت على منزلهم في الفاشر.", "shelling", {"killed": (3, 3)}),
        # a number that is spelt like a place
        ("سقط 13 مقاتلا وجرح ثلاثين آخرين في غارة على سرت.", "air_strike", {"killed": (13, 13), "wounded": (30, 30)}),
        # people whom a relative verb takes up
        ("حررت الشرطة في كادونا، شمال نيجيريا، 21 تلميذا خطفهم مسلحون.", "release", {"released": (21, 21)}),
        ("قالت الشرطة إن عناصرها تمكنوا من إنقاذ 12 تلميذا مخطوفا في كادونا.", "release", {"released": (12, 12)}),
        # the dead and the wounded, each with a number of their own
        (
            "قالت نقابة الأطباء إن 14 قتيلا سقطوا وأصيب 33 شخصا جراء اشتباكات في سبها.",
            "clash",
            {"killed": (14, 14), "wounded": (33, 33)},
        ),
        ("قال متحدث إن شرطيا قتل، وجرح اثنان في اشتباكات بدرنة.", "clash", {"killed": (1, 1), "wounded": (2, 2)}),
        # "at least" between commas, and in one word
        ("قتل تسعة رعاة، على الأقل، في هجوم على سوق في ديفا.", "attack", {"killed": (9, None)}),
        ("أسفر هجوم في ديفا عن مقتل مالا يقل عن سبعة رعاة.", "attack", {"killed": (7, None)}),
        # what people left is not what is counted
        ("نزح أكثر من مليون من بيوتهم في بوركينا فاسو.", "displacement", {"displaced": (1000001, None)}),
        ("فر عشرات الآلاف من القرى التي قصفت في دارفور.", "displacement", {"displaced": (20000, 99999)}),
        # who died of a wound is not wounded too
        ("توفي بائع إثر إصابته برصاص مجهولين في سبها.", "attack", {"killed": (1, 1)}),
        # two men behind those who killed them
        ("قتل مسلحون شيخين في ديفا.", "attack", {"killed": (2, 2)}),
        ("ضبط حرس الحدود 17 مهاجرا غير نظامي في عنابة.", "arrest", {"arrested": (17, 17)}),
    ],
)
def test_counts(read: Read, text: str, kind: str, counts: dict[str, tuple[int, int | None]]) -> None:
    told = only(read(text), kind).counts
    assert {name: (told[name].low, told[name].high) for name in counts if name in told} == counts  # type: ignore[index, call-overload]


@pytest.mark.parametrize(
    ("text", "kind", "did", "suffered"),
    [
        (
            "اندلعت المواجهات بعد قيام قوات الدعم السريع باعتقال خمسة تجار في نيالا.",
            "arrest",
            {"SDN.RSF"},
            {"CIVILIANS"},
        ),
        ("هاجمت طائرات مسيرة العاصمة السودانية الخرطوم فجر اليوم.", "air_strike", {None}, set()),
        ("دمرت طائرة مسيرة تابعة للجيش السوداني مركبة قتالية في بارا.", "air_strike", {"SDN.SAF"}, set()),
        ("استهدفت طائرة مسيرة قافلة تابعة للدعم السريع في بارا.", "air_strike", {None}, {"SDN.RSF"}),
        ("استهدف الهجوم رتلا تابعا للجيش قرب كادقلي.", "attack", set(), {"SDN.SAF"}),
        ("قتل 27 جنديا في هجوم استهدف مروحية تابعة للأمم المتحدة في الناصر.", "attack", set(), {"UN"}),
        ("هاجم شبان جنودا في سوسة التونسية.", "attack", {"CIVILIANS"}, {"TUN.MIL"}),
        ("أطلقت جبهة البوليساريو مقذوفات على المحبس دون وقوع ضحايا.", "shelling", {"ESH.POLISARIO"}, set()),
        (
            "اتهمت الحركة الشعبية شمال بقيادة عبد العزيز الحلو، السبت، الجيش السوداني بقصف قرية.",
            "accusation",
            {"SDN.SPLMN"},
            {"SDN.SAF"},
        ),
        ("هاجم مسلحون يشتبه في انتمائهم إلى حركة الشباب حاجزا في بيدوا.", "attack", {"ALQAEDA.SHABAAB"}, {None}),
        ("قتل مسلحون يشتبه بأنهم من بوكو حرام أربعة جنود في ديكوا.", "attack", {"NGA.BOKO"}, {"NGA.MIL"}),
        ("قتلت القوات الجزائرية، خلال عملية أمنية في باتنة، ثلاثة إرهابيين.", "operation", {"DZA.GOV"}, {None}),
        ("جاء ذلك بعد قيام قوة الردع باعتقال آمر اللواء 444 العقيد منصور العبار.", "arrest", {"LBY.RADA"}, {"LBY.444"}),
        ("قتل سائق في هجوم بطائرة مسيرة أوكرانية طال شاحنة في بيلغورود.", "air_strike", {"UKR.MIL"}, {"CIVILIANS"}),
        ("تمكن الجيش الليبي من طرد مقاتلي تنظيم داعش من القوارشة.", "capture", {"LBY.GOV"}, {"ISIS"}),
    ],
)  # fmt: skip
def test_roles(read: Read, text: str, kind: str, did: set[str | None], suffered: set[str | None]) -> None:
    claim = only(read(text), kind)
    assert ids(claim, "initiator") == did
    assert ids(claim, "target") >= suffered
    assert suffered or not ids(claim, "target")


def test_who_accuses_by_his_statement_goes_on_to_ask(read: Read) -> None:
    *_, accusation, request = read(
        "قالت شبكة أطباء السودان إن القصف على بارا أوقع سبعة قتلى. "
        "وحمل البيان الدعم السريع كامل المسؤولية، داعيا الأمم المتحدة إلى التحرك."
    )
    assert ids(accusation, "initiator") == ids(request, "initiator") == {"SDN.DOCTORS"}
    assert ids(request, "target") == {"UN"}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("قتل أربعة جنود قرب ديفا، على ما أفاده مصدر أمني لوكالة فرانس برس.", ["مصدر أمني", "وكالة فرانس برس"]),
        ("اعتقل ثلاثة في طرابلس، وفق ما أفاد مصدر في وزارة الداخلية لوكالة فرانس برس.",
         ["مصدر في وزارة الداخلية", "وكالة فرانس برس"]),
        ("وكان تنظيم (النصر) قد تبنى الهجوم في تونس.", ["تنظيم (النصر)"]),
        ("لم يعلن الجيش المالي حصيلة القتلى، لكنه أكد وقوع اشتباكات عنيفة في كيدال.", ["الجيش المالي"]),
        ("لكن عدة مصادر عسكرية موريتانية تؤكد أن الجيش المالي هاجم القرية.", ["مصادر عسكرية موريتانية"]),
        ("أعلنت لجان مقاومة ود مدني تنظيم وقفة احتجاجية غدا.", ["لجان مقاومة ود مدني"]),
        (
            "أوضح المتحدث باسم الجيش أن مسلحين -وهم مليشيا يقول خصومها إنها تابعة له- هاجموا مدينة الناصر.",
            ["المتحدث باسم الجيش"],
        ),
        ("وأضاف \"اشتبكت قواتنا مع المهاجمين في الخرطوم\".", []),
        ("وفي تصريح لوكالة فرانس برس، أوضح مصدر أمني أن هجوما وقع في ديفا.", ["مصدر أمني", "وكالة فرانس برس"]),
        ("بدورها أصدرت هيئة الأركان المالية، بيانا في اليوم الثاني للمعارك، ذكرت فيه أن الجيش قصف كيدال.",
         ["هيئة الأركان المالية"]),
        ("ونشرت الوزارة الجزائرية بيانا على موقعها أكدت فيه أن الجيش أوقف ستة مهربين في تبسة.", ["الوزارة الجزائرية"]),
        ("وقال العقيد سالم: نعلم أن سبعة معظمهم من المدنيين قتلوا في انفجار أمس.", ["العقيد سالم"]),
    ],
)  # fmt: skip
def test_voices(read: Read, text: str, chain: list[str]) -> None:
    *_, claim = read(text)
    assert [source.name for source in claim.attribution] == chain


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("أوقفت مفارز الجيش الوطني الشعبي 37 مهربا وأحبطت إدخال وقود عبر الحدود مع المغرب.", None),
        ("قتل جندي في هجوم، وفق مصدر أمني في نجامينا.", None),
        ("قاتل مسلحون من مصراتة في طرابلس.", "طرابلس"),
        ("أصيب شخصان في كيدال، ونقلا لتلقي العلاج في أحد مستشفيات مدينة غاو.", "كيدال"),
        ("اقتحمت قوات الدعم السريع قرية ود عشيب وقتلت 27 شخصا.", "ود عشيب"),
        ("قتل 11 مدنيا ذبحا في قرية شمال بارا بالسودان.", "شمال بارا"),
        ("قتل ضابط في تبادل لإطلاق النار بمنطقة 15 مايو جنوب القاهرة.", "جنوب القاهرة"),
        ("نزح ألف شخص من كرتالا بولاية جنوب كردفان.", "كرتالا"),
        ("هاجم مسلحون بلدة أديغرات في إقليم تيغراي.", "أديغرات"),
        ("اندلعت اشتباكات في عدة مدن، أبرزها العاصمة طرابلس وسرت.", "طرابلس"),
        ("سيطرت جبهة تيغراي على بلدتين كانتا تابعتين للحكومة في أمهرة.", "أمهرة"),
    ],
)
def test_places(read: Read, text: str, place: str | None) -> None:
    first, *_ = read(text)
    assert (first.place.name if first.place else None) == place


def test_what_was_done_all_over_a_country_is_at_no_place_told_before(read: Read) -> None:
    *_, last = read(
        "قضت مفرزة للجيش الوطني الشعبي على إرهابي بعين الدفلى. "
        "كما أوقفت مفارز أخرى للجيش 8 عناصر دعم للجماعات الإرهابية خلال عمليات متفرقة عبر التراب الوطني."
    )
    assert last.place is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "كشفت وزارة الدفاع عن حصيلة العمليات خلال الفترة الممتدة من 20 إلى 26 سبتمبر 2021. "
            "أوقفت مفارز الجيش الوطني الشعبي 8 أشخاص بغرداية.",
            date(2021, 9, 20),
            date(2021, 9, 26),
        ),
        (
            "نزح ألف شخص من بارا، وذلك خلال يومي 11 و12 سبتمبر الجاري، بسبب الاشتباكات.",
            date(2021, 9, 11),
            date(2021, 9, 12),
        ),
        ("قتل عسكريان فجر الثلثاء في هجوم قرب بنغازي.", date(2021, 9, 28), date(2021, 9, 28)),
        ("قتل أربعة جنود في الفاتح من سبتمبر في هجوم على غاو.", date(2021, 9, 1), date(2021, 9, 1)),
        ("أعلنت الحكومة أمس الحداد غداة هجوم في تيلابيري.", date(2021, 9, 27), date(2021, 9, 27)),
    ],
)  # fmt: skip
def test_times(read: Read, text: str, start: date, end: date) -> None:
    first, *_ = read(text)
    assert first.when is not None
    assert (first.when.start, first.when.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("هاجمت طائرات مسيرة الخرطوم، متسببة بوقوع انفجارات.", ["air_strike"]),
        ("أدت الغارات إلى وقوع انفجارات ضخمة في بورتسودان.", ["air_strike"]),
        ("تمكنت طائرة مسيرة من تدمير ثلاث مركبات قتالية في بارا.", ["air_strike"]),
        ("قتل جنديان، بعد أن تعرضت، مساء أمس، وحدات عسكرية بجبل سمامة لإطلاق نار كثيف.", ["attack"]),
        ("ولم تشن القوات سوى غارة واحدة على بارا.", ["air_strike"]),
        ("دمر هجوم مزدوج موقفا للسيارات في مقديشو وأوقع 18 قتيلا.", ["attack"]),
        ("وفرضت السلطات حتى أجل غير مسمى حظر تجول في قابس.", ["restriction"]),
        ("انقلب قارب قبالة طبرق، مما أسفر عن مقتل 22 مهاجرا.", []),
        ("هاجم الجيش المتمردين واستولى على ثماني عربات مسلحة في كادقلي.", ["attack"]),
        ("تتحدث مصادر عن مقتل ثلاثة تجار بعد اعتقالهم في كيدال.", ["attack", "arrest"]),
        ("نفى الناطق باسم الجيش سقوط قيادة الفرقة السادسة في الفاشر.", ["capture"]),
        ("أعلنت حركة الشباب، وهي جماعة تشن تمردا على الدولة، مسؤوليتها عن الهجوم في مقديشو.", ["attack"]),
        ("حركة الشباب، التي تقاتل الحكومة الصومالية، شنت هجوما على فندق في مقديشو.", ["clash", "attack"]),
        ("اغتالت قوات الدعم السريع، أثناء توغلها في حي شرق بارا، سبعة تجار.", ["attack"]),
        ("وفي هجوم آخر في اليوم نفسه، أعلنت الشرطة مقتل ثلاثة رعاة في بيدوا.", ["attack"]),
        ("ارتفعت إلى 22 قتيلا حصيلة تفجير استهدف سوقا في بيدوا.", ["explosion"]),
        ("قال طبيب إن حصيلة القتلى في بيدوا مرشحة للارتفاع.", []),
        ("اعتقلت السلطات المغربية خمسة متهمين بالتورط في السرقة.", ["arrest"]),
        ("حاصرت القوات الأبيض مانعة وصول الإغاثة إلى السكان.", ["restriction"]),
        ("وقال أحد سكان بيدوا في مكالمة هاتفية إنه سمع دوي انفجار.", ["explosion"]),
        ("قتل ثلاثة عمال في انهيار نفق برفح.", []),
        ("فجر مسلحون جرافة للجيش جنوب العريش.", ["explosion"]),
        ("فكك الجيش مخبأ يحتوي على معدات تفجير في سطيف.", []),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


def test_a_toll_told_again_at_its_place_is_one_claim(read: Read) -> None:
    (claim,) = read(
        "أفادت وزارة الدفاع، اليوم الأربعاء، بمقتل 12 جنديا في كمين بولاية شمال كردفان. "
        "وذكرت الوزارة أن الجنود تعرضوا لكمين يوم الأحد في بارا، ما أدى لمقتل 12 جنديا."
    )
    assert claim.place is not None
    assert claim.place.name == "بارا"
    assert claim.when is not None
    assert claim.when.start == date(2021, 9, 26)


def test_the_army_is_that_of_the_country_that_a_report_is_most_about(read: Read) -> None:
    *_, last = read(
        "قتل جنديان من الجيش المصري في هجوم شرق العريش بسيناء. وأصيب ضابط قرب الشيخ زويد. "
        "وفجر مسلحون آلية للجيش جنوب العريش، بعيدا عن قطاع غزة."
    )
    assert "ISR.MIL" not in ids(last, "target")
