"""Who says so: the chain of voices from the nearest to the event outwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

#: Sentence, kinds of the chain, and a word of each name.
CHAINS = [
    ("قال المرصد السوري لحقوق الإنسان إن انفجارا وقع في مدينة الرقة.", [("monitor", "المرصد")]),
    ("أعلنت وزارة الداخلية العراقية اعتقال ستة مطلوبين في مدينة الكوت.", [("official", "وزارة الداخلية")]),
    ("قتل شخصان بانفجار لغم في مدينة طيبة الإمام، بحسب الدفاع المدني.", [("local", "الدفاع المدني")]),
    ("وفقا لمصدر طبي، قتل ثلاثة مدنيين بقصف على مدينة الحديدة.", [("medical", "مصدر طبي")]),
    ("مصادر محلية أفادت بأن مسلحين هاجموا حاجزا قرب بلدة ذيبان.", [("local", "مصادر محلية")]),
    ("أفاد شهود عيان بأن انفجارا هز حي الكرادة وسط بغداد.", [("local", "شهود")]),
    ("قال مصدر مطلع إن القوات الأميركية انسحبت من قاعدة الشدادي.", [("anonymous", "مصدر مطلع")]),
    ("ذكرت تقارير أن مسلحين خطفوا مهندسا في مدينة سبها.", [("unspecified", "تقارير")]),
    ("وردت أنباء عن انفجار في مدينة درنة.", [("unspecified", "أنباء")]),
    ("قال سامي الحداد إن مسلحين أحرقوا منزله في بلدة الكرك.", [("person", "سامي الحداد")]),
    ("قال قائد شرطة كركوك إن انتحاريا فجر نفسه في سوق شعبية بالمدينة.", [("official", "قائد شرطة")]),
    ("أعلن الناطق باسم حركة الشباب أن مقاتليها سيطروا على بلدة عيل بور.", [("armed_group", "حركة الشباب")]),
    (
        "نقلت وكالة رويترز عن مصدر أمني قوله إن مسلحين هاجموا نقطة تفتيش في كركوك.",
        [(None, "مصدر أمني"), ("agency", "رويترز")],
    ),
    (
        "نقلت قناة الجزيرة عن شهود عيان أن اشتباكات اندلعت في مدينة الخرطوم.",
        [("local", "شهود"), ("media", "الجزيرة")],
    ),
    (
        "ونقلت صحيفة الشرق الأوسط عن سكان قولهم إن قصفا طال حي الزهراء.",
        [("local", "سكان"), ("media", "الشرق الأوسط")],
    ),
    ("قالت بعثة الأمم المتحدة في ليبيا إن اشتباكات اندلعت في مدينة الزاوية.", [("monitor", "الأمم المتحدة")]),
    ("المرصد السوري: مقتل أربعة مدنيين بقصف على بلدة سرمين.", [("monitor", "المرصد")]),
    ("نفت وزارة الدفاع العراقية سقوط صواريخ على قاعدة بلد.", [("official", "وزارة الدفاع")]),
    ("قالت الشرطة إن عبوة ناسفة انفجرت في بلدة نصيب.", [("official", "الشرطة")]),
    ("قال ناشطون إن قوات النظام قصفت بلدة سرمين.", [("local", "ناشطون")]),
    ("وأكدت الخبر مصادر محلية قالت إن مسلحين هاجموا بلدة ذيبان.", [("local", "مصادر محلية")]),
    ("قال شرطي إن عبوة ناسفة انفجرت في بلدة نصيب.", [("official", "شرطي")]),
    ("قال الشيخ عمر، الناطق باسم حركة الشباب، إن مقاتليها هاجموا بلدة عيل بور.", [("armed_group", "حركة الشباب")]),
    (
        "قتل شخصان في هجوم على مدينة سبها، على ما أفاد مصدر أمني وكالة فرانس برس.",
        [("official", "مصدر أمني"), ("agency", "فرانس برس")],
    ),
    (
        "وأضافت وزارة الداخلية المصرية أن مسلحين هاجموا حاجزا قرب العريش، بحسب وكالة أنباء الشرق الأوسط.",
        [("official", "وزارة الداخلية"), ("agency", "الشرق الأوسط")],
    ),
    ("قصفت طائرات مدينة درعا، بحسب تقارير واردة من سوريا، التي قالت إن جنديا قتل.", [("unspecified", "تقارير")]),
    ("أعلنت حكومة بوركينا فاسو الحداد ليومين بعد هجوم على بلدة جيبو.", [("official", "حكومة بوركينا فاسو")]),
    ("قتل جنديان بانفجار عبوة في مدينة العريش، حسبما أفادت مصادر طبية.", [("medical", "مصادر طبية")]),
    ("قال مصدر عسكري للجزيرة إن قوات قصفت بلدة سرمين.", [("official", "مصدر عسكري"), ("media", "الجزيرة")]),
    ("قالت مصادر للعربية إن مسلحين هاجموا حاجزا في تعز.", [("anonymous", "مصادر"), ("media", "العربية")]),
    ("وكانت مصادر طبية قالت للحرة، إن مسلحين هاجموا بلدة ذيبان.", [("medical", "مصادر"), ("media", "الحرة")]),
    ("مصادر للحدث: مقتل خمسة جنود في هجوم على مدينة مأرب.", [("anonymous", "مصادر"), ("media", "الحدث")]),
    ("قالت مصادر محلية للشرق الأوسط إن مسلحين هاجموا بلدة ذيبان.", [("local", "مصادر"), ("media", "الشرق الأوسط")]),
    ("قال المبعوث الأميركي للشرق الأوسط إن القوات انسحبت من مدينة منبج.", [("official", "للشرق الأوسط")]),
    ("أفادت أحدث حصيلة رسمية بمقتل 45 شخصا في هجمات على مدينة الفاشر.", [("official", "حصيلة رسمية")]),
    ("أشارت آخر حصيلة إلى مقتل 30 شخصا في غارات على مدينة صور.", [("unspecified", "حصيلة")]),
    ("انتشرت قوات في حي المزة، بحسب ما رآه شهود عيان.", [("local", "شهود عيان")]),
    ("دخلت دورية مشتركة إلى بلدة ذيبان، وفق ما عاينه مصور وكالة فرانس برس.", [("agency", "مصور وكالة")]),
    ("نقل موقع المدينة.نت عن ناشطين أن مسلحين هاجموا بلدة ذيبان.", [("local", "ناشطين"), ("media", "المدينة.نت")]),
    ("قامت الوزارة بنفي وقوع هجوم على مطار الخرطوم.", [("official", "الوزارة")]),
    ("بحسب الجزيرة فإن غارة استهدفت مدينة صنعاء.", [("media", "الجزيرة")]),
    ("قدرت وزارة الصحة عدد القتلى في هجمات الخرطوم بنحو 500 قتيل.", [("official", "وزارة الصحة")]),
    ("قدرت دراسة أعدتها جامعات أوروبية عدد القتلى في هجمات الخرطوم بنحو 90 قتيلا.", [("unspecified", "دراسة")]),
    ("انفجرت عبوة ناسفة في مدينة الباب.", []),
    ("أفاد مراسلنا في درعا بأن عبوة ناسفة انفجرت في بلدة نصيب.", []),
]


def chain(claim: Claim) -> list[tuple[str, str]]:
    return [(source.kind, source.name) for source in claim.attribution]


@pytest.mark.parametrize(("text", "wanted"), CHAINS)
def test_the_chain_of_voices(read: Read, text: str, wanted: list[tuple[str | None, str]]) -> None:
    claims = read(text)
    assert claims
    for claim in claims:
        found = chain(claim)
        assert len(found) == len(wanted), found
        for (kind, name), (wanted_kind, word) in zip(found, wanted, strict=True):
            assert wanted_kind in (None, kind)
            assert word in name


@pytest.mark.parametrize("sentence", [text for text, _ in CHAINS])
def test_a_source_is_named_as_written(read: Read, sentence: str) -> None:
    for claim in read(sentence):
        for source in claim.attribution:
            assert source.span is not None
            assert source.span.of(sentence) in (source.name, "ل" + source.name[1:])
            assert len(source.name) <= 60, "a name, not half the sentence"


@pytest.mark.parametrize(
    "text",
    [
        "قال قائد الشرطة خالد الدليمي إن مسلحين هاجموا حاجزا في قضاء الطارمية. "
        "وأضاف أن قوة من الجيش اعتقلت ثلاثة مشتبه بهم في بلدة المشاهدة.",
        "أفادت مصادر محلية بأن قوات النظام قصفت بلدة سرمين. وأضافت المصادر أن عبوة ناسفة انفجرت في مدينة الباب.",
        "أعلنت وزارة الدفاع أن مسيرة استهدفت قاعدة بلد. وأوضحت الوزارة أن جنديين قتلا بلغم في مدينة تكريت.",
        "قال المرصد السوري لحقوق الإنسان إن مسلحين خطفوا تاجرا في مدينة الرقة. "
        "وأشار المرصد إلى اعتقال شابين في بلدة الكرامة.",
    ],
)
def test_he_added_goes_on_with_the_voice_before(read: Read, text: str) -> None:
    first, *_, last = read(text)
    assert chain(first)
    assert chain(last) == chain(first)


def test_after_an_attributed_sentence_the_outlet_speaks_again(read: Read) -> None:
    text = "قالت مصادر محلية إن قوات النظام قصفت بلدة سرمين. وانفجرت عبوة ناسفة في مدينة الباب."
    shelling, explosion = read(text)
    assert chain(shelling)
    assert chain(explosion) == []


@pytest.mark.parametrize(
    "text",
    [
        "قالت وزارة الدفاع إن الجيش سيطر على بلدة السخنة، فيما نفى المرصد السوري سيطرة الجيش على البلدة.",
        "قالت وزارة الدفاع إن الجيش انسحب من مدينة منبج، فيما نفى المرصد السوري انسحاب الجيش من المدينة.",
    ],
)
def test_two_sources_in_one_sentence(read: Read, text: str) -> None:
    found = [(claim.polarity, [kind for kind, _ in chain(claim)]) for claim in read(text)]
    assert found == [("affirmed", ["official"]), ("denied", ["monitor"])]


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("سانا", "أفاد مراسل سانا بأن انفجارا وقع في مدينة حمص."),
        ("رويترز", "قالت رويترز إن انفجارا وقع في مدينة حمص."),
        ("sana.sy", "ذكرت وكالة سانا أن انفجارا وقع في مدينة حمص."),
        ("وكالة البيان", "أفادت وكالة البيان بوقوع انفجار في مدينة حمص."),
    ],
)
def test_the_publishing_outlet_is_left_out(read: Read, outlet: str, text: str) -> None:
    (claim,) = read(text, outlet=outlet)
    assert chain(claim) == []


def test_another_outlet_is_a_source(read: Read) -> None:
    (claim,) = read("ذكرت وكالة سانا أن انفجارا وقع في مدينة حمص.", outlet="رويترز")
    assert [source.kind for source in claim.attribution] in (["official"], ["agency"])


@pytest.mark.parametrize(
    ("actor", "text"),
    [
        ("ALQAEDA.SHABAAB", "أعلنت حركة الشباب مسؤوليتها عن هجوم على قاعدة للجيش في بلدة عيل بور."),
        ("ISIS", "تبنى تنظيم داعش هجوما على حاجز قرب مدينة تدمر."),
    ],
)
def test_who_claims_responsibility_did_it_and_says_so(read: Read, actor: str, text: str) -> None:
    (claim,) = read(text)
    assert claim.kind == "attack"
    assert [source.kind for source in claim.attribution] == ["armed_group"]
    assert [party.id for party in claim.initiator] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "اتهم محافظ مأرب جماعة الحوثي بقصف مخيم للنازحين.",
        "هدد زعيم الجماعة باستهداف مطار أبوظبي.",
        "طالب رئيس البلدية القوات الأجنبية بإخلاء القاعدة.",
    ],
)
def test_who_accuses_threatens_or_asks_is_no_source(read: Read, text: str) -> None:
    claims = [claim for claim in read(text) if claim.kind in ("accusation", "threat", "request")]
    assert len(claims) == 1
    assert chain(claims[0]) == []
    assert claims[0].initiator


@pytest.mark.parametrize(
    "text",
    [
        "اتهم محافظ مأرب جماعة الحوثي بقصف مخيم للنازحين.",
        "هدد زعيم الجماعة باستهداف مطار أبوظبي.",
    ],
)
def test_what_is_alleged_or_threatened_is_no_claim_of_its_own(read: Read, text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize("phrase", ["يشار إلى أن", "ويذكر أن", "والجدير بالذكر أن"])
def test_the_outlet_speaks_again_in_its_own_voice(read: Read, phrase: str) -> None:
    claims = read(f"قال ناشطون إن القصف استهدف مدينة الباب. {phrase} الجيش قصف قرية التح قبل أسبوع.")
    assert [len(claim.attribution) for claim in claims] == [1, 0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("قالت مصادر أمنية مطلعة رفضت الكشف عن هويتها إن الشرطة اعتقلت ثلاثة.", "مصادر أمنية مطلعة", "official"),
        ("الدفاع المدني بدوره قال إن غارة استهدفت قرية التح.", "الدفاع المدني", "local"),
        ('قال مصدر عسكري لـ"بيروت اليوم" إن غارة استهدفت قرية التح.', "مصدر عسكري", "official"),
        ("قال ناشط من المنطقة، فضل عدم ذكر اسمه، إن غارة استهدفت قرية التح.", "ناشط من المنطقة", "local"),
        ("قال مصدر في مستشفى الزاوية إن القصف خلف ثلاثة قتلى.", "مصدر في مستشفى الزاوية", "medical"),
        ("أفادت مصادر طبية بارتفاع عدد القتلى جراء القصف إلى عشرين.", "مصادر طبية", "medical"),
        ("نزح مئات من بلدة التح، وفقا لمصدر عسكري.", "مصدر عسكري", "official"),
        ("نزح مئات من بلدة التح، وفقا للمنظمة الدولية للهجرة.", "المنظمة الدولية للهجرة", "monitor"),
    ],
)
def test_a_name_ends_where_its_verbs_and_adverbs_begin(read: Read, text: str, name: str, kind: str) -> None:
    (claim,) = read(text)
    assert (claim.attribution[0].name, claim.attribution[0].kind) == (name, kind)


@pytest.mark.parametrize("text", ["لم توضح القوات سبب اعتقال الشبان.", "لا تنفي صحة وجود اتفاق بين الطرفين."])
def test_things_are_no_voices(read: Read, text: str) -> None:
    assert all(not claim.attribution for claim in read(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("غير أن مصدراً أمنياً نفى وقوع أي انفجار في مدينة الكوت.", [("official", "مصدراً أمنياً")]),
        ("إلا أن مصادر محلية نفت انسحاب الجيش من مدينة الدبة.", [("local", "مصادر محلية")]),
        (
            "مصدر طبي في البلدة، طلب عدم ذكر اسمه، قال إن القصف خلف ثلاثة قتلى.",
            [("medical", "مصدر طبي في البلدة")],
        ),
        ("وكان وزير الدفاع العراقي قد صرح بأن القوات انسحبت من قاعدة بلد.", [("official", "وزير الدفاع العراقي")]),
        ("مصدر طبي أبلغ المرصد بأن ثلاثة مدنيين قتلوا بقصف على بلدة سرمين.", [("medical", "مصدر طبي")]),
        (
            "قالت رويترز إن الجيش العراقي أعلن أنه انسحب من قاعدة بلد.",
            [("official", "الجيش العراقي"), ("agency", "رويترز")],
        ),
    ],
)
def test_who_speaks_may_stand_before_the_verb(read: Read, text: str, wanted: list[tuple[str, str]]) -> None:
    assert {tuple(chain(claim)) for claim in read(text)} == {tuple(wanted)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "وعلمت صحيفة الغد من مصادر مطلعة أن القوات الأميركية انسحبت من قاعدة التنف.",
            [("anonymous", "مصادر مطلعة"), ("media", "صحيفة الغد")],
        ),
        ("وعلم موقعنا من مصدر طبي أن ثلاثة مدنيين قتلوا بقصف على بلدة سرمين.", [("medical", "مصدر طبي")]),
        (
            "ونسبت قناة السومرية إلى ضابط في الشرطة قوله إن عبوة انفجرت في مدينة الكوت.",
            [("official", "ضابط في الشرطة"), ("media", "قناة السومرية")],
        ),
        ("ونُقل عن شهود عيان قولهم إن اشتباكات اندلعت في مدينة نيالا.", [("local", "شهود عيان")]),
        (
            "أفادت وكالة رويترز نقلا عن دبلوماسيين بأن باريس سحبت قواتها من قاعدة نيامي.",
            [("anonymous", "دبلوماسيين"), ("agency", "وكالة رويترز")],
        ),
        ("تم نقلهم إلى المستشفى بعد انفجار عبوة في مدينة الكوت.", []),
    ],
)
def test_what_is_relayed_comes_from_the_nearer_source(read: Read, text: str, wanted: list[tuple[str, str]]) -> None:
    assert {tuple(chain(claim)) for claim in read(text)} == {tuple(wanted)}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("جاء في بيان لوزارة الدفاع الروسية أن غارة استهدفت قرية التح.", "official", "وزارة الدفاع الروسية"),
        ("أوضح بيان صادر عن خلية الإعلام الأمني أن غارة استهدفت قرية التح.", "official", "خلية الإعلام الأمني"),
        ("قتل ثلاثة بانفجار في تعز، وفق حصيلة أعلنتها وزارة الصحة اليمنية.", "official", "وزارة الصحة اليمنية"),
        ("قتل ثلاثة بانفجار في تعز، وفق حصيلة أعدتها وكالة فرانس برس.", "agency", "وكالة فرانس برس"),
        ("قتل ثلاثة بانفجار في تعز، بحسب رواية رئيس البلدية.", "official", "رئيس البلدية"),
        ("بحسب ما نقلته وكالة «سانا»، استهدفت غارة قرية التح.", "agency", "وكالة «سانا»"),
        ("وكشف تقرير أمني أن غارة استهدفت قرية التح.", "official", "تقرير أمني"),
        ("وحسب الرواية الرسمية، قتل شرطيان في هجوم على حاجز في العريش.", "official", "الرواية الرسمية"),
        ("قتل ثلاثة بانفجار في تعز، وفق ما علمته الراية من مصدر في الدفاع المدني.", "local", "مصدر في الدفاع المدني"),
    ],
)
def test_whose_statement_or_toll_it_is_says_so(read: Read, text: str, kind: str, name: str) -> None:
    (claim,) = read(text)
    assert chain(claim)[0] == (kind, name)


@pytest.mark.parametrize(
    "text",
    [
        "قيل إن الجيش انسحب من مدينة الدبة.",
        "أُعلن في طرابلس عن مقتل قائد ميداني بانفجار سيارة مفخخة.",
        "وثمة معلومات متداولة بأن الجيش انسحب من مدينة الدبة.",
    ],
)
def test_passives_and_hearsay_name_nobody(read: Read, text: str) -> None:
    (claim,) = read(f"قال ناشطون إن قوة داهمت بلدة الكرك.\n{text}")[1:]
    assert [kind for kind, _ in chain(claim)] == ["unspecified"]


def test_what_is_generally_expected_is_said_by_nobody(read: Read) -> None:
    *_, claim = read("قال ناشطون إن قوة داهمت بلدة الكرك. ويُتوقع أن ينسحب الجيش من مدينة الدبة.")
    assert (claim.modality, chain(claim)) == ("expected", [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نفى قائد الشرطة استخدام الرصاص الحي ضد المتظاهرين في مدينة الكوت، وقال إنهم هاجموا دورية.", "قائد الشرطة"),
        ("وصف الناطق باسم الحكومة الهجوم بأنه إرهابي، وقال إن جنديين قتلا في بلدة تيلابيري.", "الناطق باسم الحكومة"),
        ("حذر مصدر عسكري من أن التنظيم قد يهاجم مدينة الدبة.", "مصدر عسكري"),
        ("وبحسب إحصائية الدفاع المدني فإن القصف خلف ثلاثة قتلى.", "الدفاع المدني"),
        ("قال الناشط علي الأحمد إن غارة استهدفت قرية التح.", "الناشط علي الأحمد"),
        ("قال أحد سكان البلدة، رافضا نشر اسمه، إن غارة استهدفت قرية التح.", "أحد سكان البلدة"),
        ("وفق ما أبلغنا به مختار القرية، استهدفت غارة قرية التح.", "مختار القرية"),
        ("قال مسؤول محلي رافضا كشف اسمه إن غارة استهدفت قرية التح.", "مسؤول محلي"),
        ("وأدلى وزير الدفاع بتصريح قال فيه إن غارة استهدفت قرية التح.", "وزير الدفاع"),
    ],
)
def test_a_name_holds_neither_what_is_said_nor_to_whom(read: Read, text: str, name: str) -> None:
    assert {source.name for claim in read(text) for source in claim.attribution} == {name}


def test_the_outlet_spoken_to_is_no_part_of_a_name(read: Read) -> None:
    text = "قالت مصادر عسكرية «راية الشرق» إن غارة استهدفت قرية التح. وأضاف مصدر طبي لراية الشرق أن جنديا قتل بلغم."
    assert [chain(claim) for claim in read(text, outlet="راية الشرق")] == [
        [("official", "مصادر عسكرية")],
        [("medical", "مصدر طبي")],
    ]


def test_a_verb_with_a_pronoun_only_tells_who_said_what_stands_before(read: Read) -> None:
    *_, clash = read("لم تصمد الهدنة التي أعلنتها هيئة التفاوض سوى ساعات، إذ اندلعت اشتباكات في مدينة الزاوية.")
    assert chain(clash) == []


def test_who_acts_also_says_what_a_participle_adds(read: Read) -> None:
    capture, arrest = read("سيطرت قوات الدعم السريع على بلدة النهود، مؤكدة أنها أسرت عشرات الجنود.")
    assert chain(capture) == []
    assert chain(arrest) == [("armed_group", "قوات الدعم السريع")]


def test_somebody_else_threatens_in_his_own_voice(read: Read) -> None:
    *_, threat = read("قالت الشرطة إن عبوة انفجرت في مدينة الكوت، فيما هدد المحتجون بإغلاق الطريق.")
    assert (threat.kind, chain(threat)) == ("threat", [])


def test_a_quotation_goes_on_over_sentences_and_ends_with_its_line(read: Read) -> None:
    text = 'وقال قائد الشرطة: "انفجرت عبوة في مدينة الكوت. واعتقلنا أربعة مشتبه بهم". وقصف الجيش بلدة سرمين.'
    assert [bool(claim.attribution) for claim in read(text)] == [True, True, False]
    broken = "وقال قائد الشرطة «انفجرت عبوة في مدينة الكوت.\nوقصف الجيش بلدة سرمين."
    assert [bool(claim.attribution) for claim in read(broken)] == [True, False]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال مدير مشفى المدينة إن القصف خلف ثلاثة قتلى.", "medical"),
        ("أعلنت شبكة أطباء السودان مقتل ثلاثة مدنيين في قصف على مدينة الفاشر.", "medical"),
        ("قال المتحدث باسم وزارة الصحة إن القصف خلف ثلاثة قتلى.", "official"),
        ("قالت وكالة الأونروا إن القصف خلف ثلاثة قتلى.", "monitor"),
        ("قال سامي علي المتحدث باسم القوات الحكومية إن غارة استهدفت قرية التح.", "official"),
        ("أمهلت حركة الشباب، بحسب قيادي فيها، القوات ثلاثة أيام وقصفت بلدة عيل بور.", "armed_group"),
        ("قال مسيحيون من البلدة إن مسلحين هاجموا كنيسة في قرية التح.", "local"),
    ],
)
def test_what_kind_of_source_it_is(read: Read, text: str, kind: str) -> None:
    assert {claim.attribution[0].kind for claim in read(text) if claim.attribution} == {kind}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "قال مصدر طبي لوكالة الأناضول إن غارة استهدفت قرية التح.",
            [("medical", "مصدر طبي"), ("agency", "وكالة الأناضول")],
        ),
        (
            "قال ناشط في تصريح خاص لقناة المنارة إن غارة استهدفت قرية التح.",
            [("local", "ناشط"), ("media", "قناة المنارة")],
        ),
        (
            "ونفى مصدر عسكري، في تصريح نقلته وكالة «سانا»، قصف قرية التح.",
            [("official", "مصدر عسكري"), ("agency", "وكالة «سانا»")],
        ),
        (
            "أعلنت وزارة الدفاع الروسية على لسان المتحدثة باسمها أن غارة استهدفت قرية التح.",
            [("official", "وزارة الدفاع الروسية")],
        ),
    ],
)
def test_who_carries_it_outwards(read: Read, text: str, wanted: list[tuple[str, str]]) -> None:
    (claim,) = read(text)
    assert chain(claim) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("07:45 | الجيش اللبناني يعلن توقيف تاجرين في بعلبك", ("official", "الجيش اللبناني")),
        ("عاجل | مصادر طبية: ثلاثة قتلى في قصف على قرية التح", ("medical", "مصادر طبية")),
        ("بيان صادر عن قيادة الجيش: قواتنا سيطرت على قرية التح", ("official", "قيادة الجيش")),
        ("قائد الشرطة لقناة المنارة: مسلحون هاجموا حاجزا في قرية التح", ("official", "قائد الشرطة")),
    ],
)
def test_a_source_before_a_colon(read: Read, text: str, wanted: tuple[str, str]) -> None:
    (claim,) = read(text)
    assert chain(claim)[0] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ولم يعلن الجيش عن الهجوم على قرية التح.",
        "وليست المعركة في قرية التح أقل ولا تقل ضراوة عن غيرها.",
    ],
)
def test_what_is_not_said_is_said_by_nobody(read: Read, text: str) -> None:
    assert all(chain(claim) == [] for claim in read(text))


def test_a_noun_is_not_taken_up_by_another_kind_of_source(read: Read) -> None:
    first, second = read("قال مصدر طبي إن غارة استهدفت قرية التح. وأعلن التنظيم أنه سيطر على مدينة الباب.")
    assert chain(first) == [("medical", "مصدر طبي")]
    assert chain(second) == [("armed_group", "التنظيم")]


def test_a_party_is_no_source_close_to_it(read: Read) -> None:
    text = "قال مصدر مقرب من حزب الله إن غارة استهدفت قرية التح. وأعلن حزب الله أنه هاجم مدينة صفد."
    assert [chain(claim)[0][0] for claim in read(text)] == ["anonymous", "armed_group"]


def test_another_office_is_another_voice(read: Read) -> None:
    first, second = read("قال قائد الشرطة إن غارة استهدفت قرية التح. وقال المحافظ إن مسلحين هاجموا مدينة الباب.")
    assert (chain(first), chain(second)) == ([("official", "قائد الشرطة")], [("official", "المحافظ")])


def test_who_denies_what_was_published_says_so_himself(read: Read) -> None:
    (claim,) = read("نفى مصدر حكومي ما نشرته صحيفة عن قصف قرية التح.")
    assert (claim.polarity, chain(claim)) == ("denied", [("official", "مصدر حكومي")])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قالت جامعة الدول العربية إن غارة استهدفت قرية التح.", "official"),
        ("قالت قوة الأمم المتحدة المؤقتة في لبنان إن غارة استهدفت قرية التح.", "monitor"),
        ("قال دبلوماسي روسي إن غارة استهدفت قرية التح.", "official"),
        ("قال دبلوماسي في المدينة إن غارة استهدفت قرية التح.", "anonymous"),
        ("قال عضو في لجان التنسيق إن غارة استهدفت قرية التح.", "local"),
        ("قال حاكم الولاية إن غارة استهدفت قرية التح.", "official"),
        ("قالت هيئة البث إن غارة استهدفت قرية التح.", "media"),
    ],
)
def test_bodies_and_offices(read: Read, text: str, kind: str) -> None:
    (claim,) = read(text)
    assert claim.attribution[0].kind == kind


def test_the_statement_is_that_of_who_spoke_last(read: Read) -> None:
    text = "تقرير حقوقي: عشرات القتلى\nقال مرصد العدالة إن غارة استهدفت قرية التح. وأضاف التقرير أن مسلحين خطفوا طبيبا."
    assert [chain(claim) for claim in read(text)[-2:]] == [[("monitor", "مرصد العدالة")]] * 2


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("أفاد قائممقام قضاء داقوق بأن مسلحين هاجموا نقطة للشرطة.", "قائممقام قضاء داقوق", "official"),
        ("قال والي ولاية سنار إن مسلحين هاجموا نقطة للشرطة.", "والي ولاية سنار", "official"),
        ("ذكر الإعلام الأمني أن مسلحين هاجموا نقطة للشرطة.", "الإعلام الأمني", "official"),
        ("قال عضو لجنة الأمن في المحافظة رامي السعدون إن مسلحين هاجموا نقطة للشرطة.", None, "official"),
        ("أفاد مصدر محلي في محافظة ديالى بأن مسلحين هاجموا نقطة للشرطة.", None, "local"),
        ("قال مسؤول مطلع على المفاوضات إن مسلحين هاجموا نقطة للشرطة.", None, "anonymous"),
        ("قال المحلل العسكري سالم الدهان إن مسلحين هاجموا نقطة للشرطة.", None, "person"),
        ("قال قيادي في الحركة إن مسلحين هاجموا نقطة للشرطة.", None, "armed_group"),
        ("أعلنت جبهة تحرير السهل أن مسلحين هاجموا نقطة للشرطة.", "جبهة تحرير السهل", "armed_group"),
        ("قالت جمعية الأمل لحقوق الإنسان إن مسلحين هاجموا نقطة للشرطة.", None, "monitor"),
        ("قالت اللجنة الدولية للصليب الأحمر إن مسلحين هاجموا نقطة للشرطة.", None, "monitor"),
        ("قال مدير مستشفى الكويت إن مسلحين هاجموا نقطة للشرطة.", None, "medical"),
        ("قال فراس الديب، مدير مشفى السلام في إدلب، إن مسلحين هاجموا نقطة للشرطة.", None, "medical"),
        ("رفعت وزارة الصحة في القطاع حصيلة الهجوم على المخيم إلى 15 قتيلا.", "وزارة الصحة في القطاع", "official"),
        ("هاجم مسلحون نقطة للشرطة، بحسب مصدر عسكري توقع هجمات أخرى.", "مصدر عسكري", "official"),
        ("غير أن دريسكول أكد أن مسلحين هاجموا نقطة للشرطة.", "دريسكول", "person"),
        ("أكد سقوط بلدة الحمرة ناشطون.", "ناشطون", "local"),
        ("قتل ثلاثة مدنيين بهجوم على القرية، حصيلة أعلنتها الشرطة.", "الشرطة", "official"),
        ("أصدرت وزارة الدفاع بيانا أكدت فيه هجوم مسلحين على بلدة السخنة.", "وزارة الدفاع", "official"),
        ("عقد الوزير مؤتمرا صحفيا أعلن خلاله أن مسلحين هاجموا بلدة السخنة.", "الوزير", "official"),
        ("قتل ثلاثة مدنيين بهجوم على القرية، قال مسؤولون.", "مسؤولون", "official"),
    ],
)
def test_offices_titles_and_bodies(read: Read, text: str, name: str | None, kind: str) -> None:
    source = read(text)[0].attribution[0]
    assert source.kind == kind
    assert name in (None, source.name)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "كشف لوكالة سانا مصدر في الشرطة أن مسلحين هاجموا بلدة السخنة.",
            ["مصدر في الشرطة", "وكالة سانا"],
        ),
        (
            "أبلغ مسؤول محلي قناة الحدث بأن مسلحين هاجموا بلدة السخنة.",
            ["مسؤول محلي", "قناة الحدث"],
        ),
        ("قال متحدث باسم المفوضية للصحفيين إن مسلحين هاجموا بلدة السخنة.", ["متحدث باسم المفوضية"]),
        (
            "وفق حصيلة أعدتها وكالة رويترز استنادا إلى مصادر رسمية، هاجم مسلحون بلدة السخنة.",
            ["مصادر رسمية", "وكالة رويترز"],
        ),
        ("واشنطن، لندن: هاجم مسلحون بلدة السخنة.", []),
        ("داهمت قوة من الجيش بلدة السخنة بناء على معلومات دقيقة.", []),
    ],
)
def test_to_whom_it_was_said_and_on_what_grounds(read: Read, text: str, wanted: list[str]) -> None:
    assert [source.name for source in read(text)[0].attribution] == wanted


def test_according_to_behind_a_contrast_speaks_of_it_alone(read: Read) -> None:
    text = "أصيب راع بانفجار لغم في ريف حماة، في حين قتل آخر بقصف على بلدة سرمين وفق الدفاع المدني."
    assert [chain(claim) for claim in read(text)] == [[], [("local", "الدفاع المدني")]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قتل ثلاثة جنود في مدينة غاو، وفقا لوكالة رويترز.", ["وكالة رويترز"]),
        ("وفقا لـ«فرانس برس»، قتل ثلاثة جنود في مدينة غاو.", ["فرانس برس"]),
        ("طبقا لقناة الحدث، فإن ثلاثة جنود قتلوا في مدينة غاو.", ["قناة الحدث"]),
        ("بحسب وكالة رويترز، أعلنت الشرطة مقتل ثلاثة جنود في مدينة غاو.", ["الشرطة", "وكالة رويترز"]),
        (
            "ذكرت وكالة سانا، نقلا عن قناة الحدث عن مصدر طبي، أن ثلاثة مدنيين قتلوا في مدينة سرمين.",
            ["مصدر طبي", "قناة الحدث", "وكالة سانا"],
        ),
        ("سانا نقلا عن مصدر أمني: انفجرت عبوة في مدينة سرمين.", ["مصدر أمني", "سانا"]),
        ("نفت وزارة الداخلية اعتقال ناشطين في مدينة سرت، بحسب وكالة سانا.", ["وزارة الداخلية", "وكالة سانا"]),
        (
            "استبعد وزير الدفاع هجوما على مدينة سرت، بحسب ما ذكرته صحيفة النهار.",
            ["وزير الدفاع", "صحيفة النهار"],
        ),
        ("أعلن الجيش تحديه لتهديد أطلقته الحركة باجتياح مدينة سرت.", ["الجيش"]),
        ("وكانت تقارير أشارت إلى أن مسلحين هاجموا مدينة سرت.", ["تقارير"]),
        ("تحدث الناطق باسم الشرطة، صباح اليوم، عن هجوم على مدينة سرت.", ["الناطق باسم الشرطة"]),
        ("أكد المتحدث باسم المشفى لوكالة سانا سقوط 7 قتلى في هجوم على مدينة سرت.", [None, "وكالة سانا"]),
        ("قال الجيش المصري اليوم الاربعاء إن مسلحين هاجموا مدينة العريش.", ["الجيش المصري"]),
        ("تحدثت حصيلة رسمية عن مقتل جنديين في هجوم على مدينة سرت.", ["حصيلة رسمية"]),
        ("هاجم مسلحون مدينة سرت، كما أعلن عناصر إنقاذ وشهود.", ["عناصر إنقاذ وشهود"]),
        ("هاجم مسلحون مدينة سرت، كما ذكر شهود من جهة أخرى.", ["شهود"]),
        ("حذر الوزير سليم حداد إسرائيل من هجوم جديد على مدينة صور.", ["الوزير سليم حداد"]),
        ("وقال المصدر، الذي طلب عدم ذكر اسمه، لوكالة سانا إن مسلحين هاجموا مدينة سرت.", [None, "وكالة سانا"]),
        ("وأكد مسؤول محلي الهجوم على مدينة سرت، مشيرا إلى سقوط 20 قتيلا.", ["مسؤول محلي"]),
        ("أعلنت ما تسمى بـ«قوات تحرير السهل»، مقتل جنديين في مدينة سرت.", ["قوات تحرير السهل"]),
    ],
)
def test_names_and_chains(read: Read, text: str, wanted: list[str | None]) -> None:
    found = [source.name for source in read(text)[0].attribution]
    assert len(found) == len(wanted)
    assert all(name is None or name == got for name, got in zip(wanted, found, strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("اتهم الناطق باسم الجيش الحركة بقصف سوق. وأضاف أن مسلحين هاجموا مدينة سرت.", "الناطق باسم الجيش"),
        ("طالبت البعثة الأممية بالتهدئة. وقالت إن مسلحين هاجموا مدينة سرت.", "البعثة الأممية"),
        (
            'وأوضح بيان لوزارة الداخلية: "نؤكد أن شيئا لم يكن". وذكر البيان أن مسلحين هاجموا مدينة سرت.',
            "وزارة الداخلية",
        ),
        (
            "قال الحزب في بيان: «ذكرت وسائل إعلام أن شيئا وقع. إننا نؤكد أن مسلحين هاجموا مدينة سرت».",
            "الحزب",
        ),
        ("قال المصدر الأمني إن قوة كبيرة طوقت البلدة. التي تم اعتقال سبعة من سكانها في سرمين.", "المصدر الأمني"),
    ],
)
def test_who_goes_on(read: Read, text: str, wanted: str) -> None:
    assert [source.name for source in read(text)[-1].attribution] == [wanted]


def test_who_accuses_besides_is_no_voice_of_another(read: Read) -> None:
    claims = read("قال الوزير إن مسلحين هاجموا مدينة سرت، كما اتهم رئيس الأركان تركيا بدعمهم.")
    assert [[source.name for source in claim.attribution] for claim in claims] == [["الوزير"], []]


def test_who_forecasts_is_he_by_whom_it_is_said(read: Read) -> None:
    claim = read("دخلت القوات بلدة الدلنج، وفقا لضابط رجح أيضا أن تهاجم مدينة كادقلي.")[-1]
    assert claim.modality == "expected"
    assert [source.name for source in claim.attribution] == ["ضابط"]


@pytest.mark.parametrize("joint", ["في حين", "بينما"])
def test_according_to_ends_before_what_stands_against_it(read: Read, joint: str) -> None:
    first, second = read(f"هاجم مسلحون حاجزا في مدينة تعز وفقا لمصدر أمني، {joint} قصفت طائرات مدينة صعدة.")
    assert [source.name for source in first.attribution] == ["مصدر أمني"]
    assert second.attribution == ()


@pytest.mark.parametrize("haste", ["قامت الحكومة بنفي", "سارعت الحكومة إلى نفي"])
def test_a_denial_that_is_done_denies(read: Read, haste: str) -> None:
    (claim,) = read(f"{haste} وقوع هجوم على مطار الخرطوم.")
    assert claim.polarity == "denied"
    assert [source.name for source in claim.attribution] == ["الحكومة"]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت وزارة الداخلية، الثلاثاء، أن أربعة مسلحين قتلوا قرب سبها.",
        "أعلنت وزارة الداخلية الثلاثاء مقتل أربعة مسلحين قرب سبها.",
        "وقالت السبت وزارة الداخلية إن أربعة مسلحين قتلوا قرب سبها.",
    ],
)
def test_a_weekday_is_no_part_of_a_name_where_no_day_is_known(read: Read, text: str) -> None:
    (claim,) = read(text, published=None)
    assert [source.name for source in claim.attribution] == ["وزارة الداخلية"]
