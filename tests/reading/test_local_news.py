"""Short local news: the sites of one province, agencies, live pages and channels on social networks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

KINDS = [
    ("أقدم مسلحون مجهولون على إطلاق النار على الشاب سالم المصري في بلدة اليادودة، ما أسفر عن مقتله.", "attack"),
    ("قـ*ـتل شابان برصـ/ـاص مسـ.ـلحين في مدينة طفس.", "attack"),
    ("مقـ ـتل شـ ـخصين بانفجـ ـار عبـ ـوة في مدينة نوى.", "explosion"),
    ("ارتقاء طفل جراء إلقاء مسيّرة قنبلة على خيمة في مواصي رفح.", "air_strike"),
    ("نفذ العدو الإسرائيلي تمشيطا بالأسلحة الرشاشة باتجاه أطراف بلدة رميش.", "attack"),
    ("رشقات رشاشة من موقع الرادار باتجاه مزارع شبعا.", "attack"),
    ("الفصائل تسيطر على مدينة خان شيخون بريف إدلب الجنوبي.", "capture"),
    ("حاول مجهولون اغتيال القيادي سالم المصري في درعا البلد أمس.", "attack"),
    ("وأقدم آخرون على قطع عشرات أشجار الزيتون في قرية فرخة.", "destruction"),
    ("أعلنت مديرية أمن صبراتة ضبط تشكيل عصابي من خمسة أشخاص.", "arrest"),
    ("أسفر هجوم غادر نفذته قوات الدعم السريع على القرية عن مقتل أربعة.", "attack"),
    ("أحبطت القوات محاولة تهريب شحنة أسلحة كانت في طريقها إلى الجماعة في عدن.", "interception"),
]

NOTHING = [
    "أمطار رعدية وعواصف ترابية تضرب عددا من المحافظات غدا.",
    "سقوط طفل من الطابق الرابع في مدينة حمص ونقله إلى المشفى.",
    "انتحار فتاة بإطلاق النار على نفسها في قضاء المحمودية.",
    "اندلع حريق في سوق شعبي وسط كربلاء التهم عشرات المحال.",
    "اقتحم فيلم جديد قائمة الأكثر مشاهدة بعد يومين من إطلاقه.",
    "البيت الأبيض: لا نؤيد قصف المستشفيات من الجو.",
    "وتفيد المعلومات بأن الشهيد من عائلة طوق.",
]

PLACES = [
    ("استهدفت المدفعية التركية قرية العبوش، شمالي تل تمر، بعشرات القذائف.", ["العبوش"]),
    ("وفي بلدة الزاوية غرب سلفيت، دهمت قوات الاحتلال عددا من المنازل.", ["الزاوية"]),
    ("انفجرت عبوة ناسفة في ريف ناحية العبارة (16 كم شمال شرق بعقوبة) بدورية.", ["ريف العبارة"]),
    ('استهدف مجهولون في درعا أحد منسقي حملة "صوت حوران" بالرصاص.', ["درعا"]),
    ("قتل شاب في مدينة نوى، وهو ينحدر من عشائر محافظة السويداء.", ["نوى"]),
    ("قصفت المدفعية قرى أم عشبة والأسدية وتل أمير بريف الحسكة.", ["أم عشبة", "الأسدية", "تل أمير"]),
    ("قصفت المدفعية قرية علي السلطان بناحية الرياض في كركوك.", ["علي السلطان"]),
    ("قصفت طائرة مسيرة سيارة في قضاء ماوت بالسليمانية.", ["ماوت"]),
    ("استشهد المقاتل في قوات سوريا الديمقراطية آزاد قامشلو جراء قصف على محيط سد تشرين.", ["سد تشرين"]),
    ("استهدف قصف منزلا لعائلة أبو ريدة شرق خان يونس.", ["شرق خان يونس"]),
    ('مستوطنو مستوطنة "رحاليم" أضرموا النار في مركبة في بلدة قبلان.', ["قبلان"]),
    ("استهدف مسلحون بالرصاص الشاب سالم العبود من بلدة الطيبة أثناء وجوده في مدينة الحراك.", ["الحراك"]),
    ("عثر الأهالي على جثة الشاب سالم من أبناء قرية مسيكة في مدينة الحراك.", ["الحراك"]),
    ("أطلق جندي النار من برج عسكري في قرية حوسان على شاب في بلدة نحالين.", ["نحالين"]),
    ("أطلق مسلحون النار على سيارة بالقرب من حاجز للشرطة في بلدة نوى.", ["نوى"]),
    ("قصفت المدفعية ريف محافظة حماة الغربي.", ["ريف حماة الغربي"]),
    ("قصفت المدفعية منطقة الطراش في بلدة ميس الجبل.", ["الطراش"]),
    ("انفجرت عبوة ناسفة في منطقة الحدائق وسط بنغازي.", ["الحدائق"]),
    ("قتل شخص في منطقة سيدي سالم بمدينة بنغازي.", ["سيدي سالم"]),
    ("سقطت قذيفة على حي المزرعة في دمشق.", ["المزرعة"]),
    ('سيطر الجيش السوري على قرية "جفر منصور" في ريف حلب.', ["جفر منصور"]),
    ("استهدف الطيران مواقع وتجمعات مسلحي جبهة النصرة والفصائل المتحالفة معها في حي جوبر.", ["جوبر"]),
    ("قتل شاب برصاص مجهولين في نوى، كما أصيب آخر في جاسم.", ["نوى", "جاسم"]),
    ("قتل شاب برصاص مجهولين في نوى، وبعد ساعات قتل آخر في جاسم.", ["نوى", "جاسم"]),
    ("قتل شاب برصاص مجهولين في نوى، وأصيب آخر بجروح.", ["نوى"]),
]

DOERS = [
    ("أصيب خمسة في تفجير عبوة ناسفة استهدفت دورية أمنية في كركوك.", []),
    ("استهدف مرتزقة الاحتلال التركي بالأسلحة الثقيلة قريتي الدبس وصيدا.", ["SYR.OPP.SNA"]),
    ("شهد سوق في محافظة الجوف الخاضعة لسيطرة مليشيا الحوثي اشتباكا مسلحا بين عائلتين.", []),
    ("أطلق جنود يتبعون لقوات الدعم السريع الرصاص على شباب في ود مدني.", ["SDN.RSF"]),
    ("رتل عسكري لقوات النظام ينسحب من مورك باتجاه حماة.", ["SYR.GOV"]),
    ("دورية إسرائيلية مؤلفة من أربع آليات تتوغل في قرية صيدا الحانوت.", ["ISR.MIL"]),
    ("محلقة إسرائيلية تلقي قنبلة صوتية باتجاه مواطن في ميس الجبل.", ["ISR.MIL"]),
    ("وخطف شاب بحوادث أمنية منفصلة في مدينة درعا.", []),
    ("أصيب شابان واعتقل ثلاثة آخرون خلال اقتحام قوات الاحتلال بلدة بيتا.", ["ISR.MIL"]),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(read: Read, text: str, kind: str) -> None:
    (claim,) = read(text)
    assert claim.kind == kind


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_of_no_event(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_place(read: Read, text: str, names: list[str]) -> None:
    assert [claim.place.name for claim in read(text) if claim.place] == names


@pytest.mark.parametrize(("text", "ids"), DOERS)
def test_initiator(read: Read, text: str, ids: list[str]) -> None:
    claim = read(text)[0]
    assert [party.id for party in claim.initiator] == ids


def test_who_speaks_behind_according_to(read: Read) -> None:
    (claim,) = read("ووفقا لوكالة الأناضول، فقد قتل 24 شخصا في قصف على مدينة الرستن.")
    assert [source.name for source in claim.attribution] == ["وكالة الأناضول"]


def test_a_name_ends_before_a_verb(read: Read) -> None:
    (claim,) = read("وبحسب المرصد السوري لحقوق الإنسان يرتفع عدد القتلى في درعا إلى 28.")
    assert [source.name for source in claim.attribution] == ["المرصد السوري لحقوق الإنسان"]
    assert claim.counts["killed"].low == 28


def test_a_government_told_by_its_capital(read: Read) -> None:
    claims = read(
        "قصفت القوات التركية البلدة. وجاء القصف عقب اتفاق بين قوات سوريا الديمقراطية والحكومة الجديدة في دمشق."
    )
    (agreement,) = (claim for claim in claims if claim.kind == "agreement")
    assert {party.id for party in (*agreement.initiator, *agreement.target)} == {"SYR.SDF", "SYR.GOV"}


def test_which_day_it_is_counts_nobody(read: Read) -> None:
    (claim,) = read("أعلنت وزارة الصحة ارتفاع عدد ضحايا القصف المتواصل لليوم الـ 197 على غزة إلى 34049 شهيدا.")
    assert claim.counts["killed"].low == 34049


def test_a_name_counts_nobody(read: Read) -> None:
    (claim,) = read("قصفت مدفعية الاحتلال محيط مستشفى شهداء الأقصى في دير البلح.")
    assert not claim.counts


def test_those_besides_a_part(read: Read) -> None:
    (claim,) = read("أكد الجيش الصومالي مقتل 30 منهم وإصابة آخرين في بلدة بلعد.")
    assert (claim.counts["killed"].low, claim.counts["wounded"].low) == (30, 2)


def test_what_another_act_is_reckoned_from(read: Read) -> None:
    (claim,) = read(
        "استهدف مجهولون سالم المصري في مدينة الحراك بالرصاص ما أدى إلى إصابته، "
        "إذ عمل في إحدى الفصائل قبيل سيطرة النظام على المحافظة في تموز 2018."
    )
    assert claim.when is not None
    assert claim.when.start.year == 2021


def test_since_a_month_is_no_year(read: Read) -> None:
    (claim,) = read("تسود الفوضى منذ سيطرة قوات النظام على درعا في تموز 2018.")
    assert claim.when is not None
    assert (claim.when.start.isoformat(), claim.when.end.isoformat()) == ("2018-07-01", "2018-07-31")


def test_instability_denies_no_killings(read: Read) -> None:
    (claim,) = read("تشهد محافظة درعا حالة من عدم الاستقرار نتيجة الاغتيالات التي أسفرت عن سقوط قتلى.")
    assert claim.polarity == "affirmed"


def test_an_attempt_kills_nobody(read: Read) -> None:
    (claim,) = read("حاول مجهولون اغتيال القيادي سالم المصري في درعا البلد.")
    assert "killed" not in claim.counts


def test_one_of_two_is_no_further_claim(read: Read) -> None:
    (claim,) = read("أصيب شابان بالرصاص في بلدة الرام، موضحا أن أحدهما أصيب في اليد، والآخر في القدم.")
    assert claim.counts["wounded"].low == 2


def test_what_nobody_reported_is_none(read: Read) -> None:
    claims = read("اقتحمت قوات الاحتلال بلدة قصرة وجابت شوارعها دون أن يبلغ عن مواجهات.")
    assert "clash" not in {claim.kind for claim in claims}


def test_shelling_that_goes_on_is_no_aim(read: Read) -> None:
    (claim,) = read("قُتل 7 مدنيين في استمرار للقصف المدفعي على الفاشر.")
    assert (claim.kind, claim.counts["killed"].low) == ("shelling", 7)


def test_one_who_is_only_named_counts(read: Read) -> None:
    (claim,) = read("وأوضح المصدر أن الصويري قتل وسط مدينة بنغازي بخمس رصاصات.")
    assert claim.counts["killed"].low == 1


def test_hits_harm_nobody(read: Read) -> None:
    (claim,) = read("شن سلاح الجو ضربات على مواقع في حي جوبر محققا إصابات مؤكدة.")
    assert not claim.counts


def test_who_guards_others_is_not_hit(read: Read) -> None:
    (claim,) = read("أغلق المستوطنون شارع حوارة، ومنعوا المركبات من المرور، بحماية من قوات الاحتلال.")
    assert not claim.target


def test_aircraft_over_lebanon_are_those_of_others(read: Read) -> None:
    claims = read("توغل الجيش الإسرائيلي في بلدة الخيام، فأغار الطيران الحربي على منزل في بلدة مجدل سلم.")
    assert [party.id for party in claims[-1].initiator] == ["ISR.MIL"]


def test_tribal_violence_is_a_clash(read: Read) -> None:
    (claim,) = read("قالت اللجنة إن أحداث العنف القبلي التي شهدتها الجنينة أدت لمقتل 16 شخصا.")
    assert (claim.kind, claim.counts["killed"].low) == ("clash", 16)


def test_what_else_they_did_is_theirs(read: Read) -> None:
    claims = read("قصفت قوات الأسد مدينة كفرزيتا، إضافة إلى استهداف قرية الحويز.")
    assert [[party.id for party in claim.initiator] for claim in claims] == [["SYR.GOV"], ["SYR.GOV"]]


def test_a_sniper_with_one_bullet_did_it(read: Read) -> None:
    (claim,) = read("استُهدف المواطن برصاصة قناص متمركز في معسكر الأمن المركزي، أثناء تواجده في منزله بحي الروضة.")
    assert claim.place is not None
    assert (claim.place.name, [party.text for party in claim.initiator]) == ("الروضة", ["قناص"])


def test_disorder_is_no_riot(read: Read) -> None:
    assert not read("وتشهد محافظة درعا فوضى أمنية عارمة.")
