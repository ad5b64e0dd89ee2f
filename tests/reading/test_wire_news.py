"""Sentences in the style of wire agencies and broadcasters: leads, sources, answers, settings, background."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def ids(parties: tuple[object, ...]) -> set[str | None]:
    return {getattr(party, "id", None) for party in parties}


def voices(claim: Claim) -> list[str]:
    return [source.name for source in claim.attribution]


@pytest.mark.parametrize(
    ("text", "voice", "kind"),
    [
        ("قتل ثلاثة مدنيين في غارات على حلب، وفقا لوكالة الأناضول.", "وكالة الأناضول", "agency"),
        ("أصيب سبعة جنود في هجوم قرب مأرب، طبقا لرويترز.", "رويترز", "agency"),
        ("أصيب أربعة في قصف على البلدة وفقا للمرصد السوري لحقوق الإنسان.", "المرصد السوري لحقوق الإنسان", "monitor"),
        ("قال سليم وهو ضابط شرطة، إن شخصين قتلا في مقديشو.", "سليم وهو ضابط شرطة", "official"),
        ("وأوردت صحيفة النهار خبرا عن مقتل تاجر في بغداد.", "صحيفة النهار", "media"),
        ("وتشير حصيلة أولية إلى أن الهجوم في الرمادي أسفر عن إصابة ثلاثة.", "حصيلة أولية", "unspecified"),
        ("وروى اللاجئون قصصا عن هجمات بالمدفعية في دارفور.", "اللاجئون", "local"),
    ],
)
def test_who_says_so(read: Read, text: str, voice: str, kind: str) -> None:
    (claim,) = read(text)
    assert (voices(claim), claim.attribution[0].kind) == ([voice], kind)


@pytest.mark.parametrize(
    "text",
    [
        "جرح ثلاثة في غارات على حلب، وفقا لوزارة الصحة.",
        "أعلنت حكومة النيجر الحداد بعد هجوم في تيلابيري أسفر عن مقتل جنود.",
        "وأحرقت المباني في قرية الزهور، وقال رئيس القرية إنهم لا يعرفون شيئا.",
    ],
)
def test_who_only_speaks_did_nothing(read: Read, text: str) -> None:
    assert all(not claim.initiator for claim in read(text))


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("رد حزب الله على الغارات الأخيرة بإطلاق صواريخ على مواقع في الجولان.", "shelling", "HEZBOLLAH"),
        ("وقال المسؤول إن حركة الشباب تقف وراء هجوم على فندق في مقديشو.", "attack", "ALQAEDA.SHABAAB"),
        ("قتل عشرة في بلدة مافا برصاص مسلحين يشتبه أنهم من بوكو حرام.", "attack", "NGA.BOKO"),
        ("وقال سكان إن مقاتلي بوكو حرام قتلوا عشرة أشخاص في بلدة مافا.", "attack", "NGA.BOKO"),
        ("تظاهر آلاف السودانيين في شوارع أم درمان.", "protest", "CIVILIANS"),
        ("فر آلاف السوريين من المدينة إلى تركيا.", "displacement", "CIVILIANS"),
        ("هاجم مسلحون من حركة الشباب فندقا وسط إطلاق نار وانفجارات في مقديشو.", "attack", "ALQAEDA.SHABAAB"),
    ],
)
def test_who_did_it(read: Read, text: str, kind: str, who: str) -> None:
    (claim,) = (claim for claim in read(text) if claim.kind == kind)
    assert ids(claim.initiator) == {who}


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("قال التلفزيون إن طائرة مقاتلة سورية أسقطت بصاروخ في ريف حلب.", "interception", "SYR.GOV"),
        ("هاجم مسلحون مجهولون كمينا للجيش المصري جنوب العريش.", "attack", "EGY.MIL"),
    ],
)
def test_whom_it_befell(read: Read, text: str, kind: str, whom: str) -> None:
    (claim,) = read(text)
    assert claim.kind == kind
    assert ids(claim.target) == {whom}
    assert whom not in ids(claim.initiator)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ضربت هجمات متزامنة بغداد مساء السبت وقتل 65 شخصا.", "بغداد"),
        ("هزت انفجارات عنيفة كييف صباح اليوم.", "كييف"),
        ("ضربت إسرائيل مستودعات أسلحة في شرق لبنان يوم الاثنين.", "شرق لبنان"),
        ("شن الحزب هجمات بالقذائف على شمال إسرائيل وسط الحرب في غزة.", "شمال إسرائيل"),
        ("استخدمت قوات الأمن القنابل المسيلة للدموع لتفريق متظاهرين في الخرطوم.", "الخرطوم"),
        ("خلف الانفجار حفرة بقطر مترين في وسط الموصل.", "الموصل"),
    ],
)
def test_where_it_was(read: Read, text: str, place: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.name == place
    assert not {"IRQ.GOV", "UKR", "QAT", "LBN.GOV"} & ids((*claim.initiator, *claim.target))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("انفجرت عبوة في المدائن ما أدى إلى مقتل خمسة منهم وإصابة ثلاثة.", {"killed": (5, 5), "wounded": (3, 3)}),
        ("أسفر الهجوم في النيجر عن سقوط قتلى عسكريين.", {"killed": (2, None)}),
        ("وقال الوزير إن كثيرين لقوا حتفهم في هجوم في كابول.", {"killed": (2, None)}),
        ("قال ناطق إن حصيلة الهجوم في سبها بلغت 15 جنديا قتيلا.", {"killed": (15, 15)}),
        ("فر نحو ألف مدني إلى تشاد التي تستضيف مليون نازح.", {"displaced": (1000, 1000)}),
        ("أفادت الشرطة بإصابة رئيس استخبارات المدينة في هجوم بكركوك.", {"wounded": (1, 1)}),
    ],
)
def test_how_many(read: Read, text: str, counts: dict[str, tuple[int, int | None]]) -> None:
    (claim,) = read(text)
    assert {name: (tally.low, tally.high) for name, tally in claim.counts.items()} == counts


@pytest.mark.parametrize(
    "text",
    [
        "إلا أن الجماعة المسلحة ما زالت قادرة على شن هجمات في المنطقة.",
        "انطلقت صفارات الإنذار في صفد، ولا توجد تقارير عن وقوع أضرار أو إصابات.",
        "استمرت الاتصالات عقب انهيار الهدنة وتعثر مباحثات القاهرة.",
        "ووصف المتحدث مثيري الشغب بالمخربين.",
    ],
)
def test_what_is_only_spoken_of_is_no_claim(read: Read, text: str) -> None:
    assert not read(text)


def test_why_they_did_it_is_no_protest_of_its_own(read: Read) -> None:
    (claim,) = read("تظاهر المئات في تونس للمطالبة بحكم مدني احتجاجا على تأجيل الانتخابات.")
    assert (claim.kind, claim.modality) == ("protest", "happened")


def test_an_attack_of_which_came_something_did_happen(read: Read) -> None:
    (claim,) = read("ولم يكن من الممكن تحديد منفذي الهجوم الذي أسفر عن مقتل اثني عشر شخصا في مقديشو.")
    assert claim.modality == "happened"


def test_a_toll_told_as_earlier_is_no_part_of_the_fight(read: Read) -> None:
    claims = read("المعارك في تيسيت سبقها قبل أيام مقتل 40 مدنيا في هجوم على سوق.")
    assert {claim.kind: dict(claim.counts).keys() for claim in claims} == {
        "clash": dict.fromkeys(()).keys(),
        "attack": {"killed": 0}.keys(),
    }


def test_what_somebody_does_time_and_again_has_no_day(read: Read) -> None:
    (claim,) = read("وتشن جماعات مسلحة هجمات على قرى في شمال نيجيريا.")
    assert claim.when is None


def test_shells_that_cause_deaths_name_the_kind(read: Read) -> None:
    (claim,) = read("تسببت قذائف في مقتل شخصين وإصابة ثلاثة في خاركيف.")
    assert claim.kind == "shelling"


def test_families_are_not_taken_prisoner(read: Read) -> None:
    assert not [claim for claim in read("عبرت أربع أسر الحدود إلى القضارف.") if claim.kind == "arrest"]


def test_a_name_ends_where_a_quotation_stays_open(read: Read) -> None:
    claims = read('قال الناطق باسم الحركة سالم ناصر "نحن وراء الهجوم. استهدفنا جنودا في مقديشو" أمس.')
    assert all("نحن" not in name for claim in claims for name in voices(claim))
