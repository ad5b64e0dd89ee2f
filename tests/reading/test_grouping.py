"""Which happenings of a sentence are one claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أسفر هجوم على قاعدة للجيش قرب تدمر عن مقتل سبعة جنود.", "attack"),
        ("قتل ثلاثة مدنيين وأصيب آخرون جراء قصف مدفعي على بلدة سرمين.", "shelling"),
        ("دهمت الشرطة منازل في مدينة الكوت واعتقلت ثلاثة أشخاص.", "arrest"),
        ("نفذ التحالف الدولي إنزالا جويا في قرية الزر اعتقل خلاله شخصين.", "arrest"),
        ("انفجرت سيارة مفخخة يقودها انتحاري في مدينة مقديشو ما أدى إلى مقتل عشرة أشخاص.", "suicide_bombing"),
        ("قصفت قوات النظام بلدة سرمين ما أدى إلى دمار في المنازل.", "shelling"),
        ("شنت طائرات حربية غارات على بلدة كنصفرة أدت إلى مقتل خمسة أشخاص.", "air_strike"),
        ("اندلعت اشتباكات في مدينة الزاوية أسفرت عن مقتل شخصين.", "clash"),
        ("سقط قتلى وجرحى بانفجار عبوة ناسفة في مدينة الباب.", "explosion"),
        ("قتل ضابط في الجيش بإطلاق نار في مدينة صنعاء.", "attack"),
    ],
)
def test_an_act_and_its_consequence_are_one_claim(read: Read, text: str, kind: str) -> None:
    assert [claim.kind for claim in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قصفت قوات النظام بلدة سرمين، فيما انفجرت عبوة ناسفة في مدينة الباب.", ["shelling", "explosion"]),
        ("اعتقلت الشرطة ثلاثة أشخاص في مدينة الكوت وأفرجت عن خمسة آخرين.", ["arrest", "release"]),
        ("انسحبت القوات الروسية من بلدة السخنة وسيطر تنظيم داعش على البلدة.", ["withdrawal", "capture"]),
        ("نزحت عشرات العائلات من بلدة النيرب بعد قصف قوات النظام للبلدة.", ["displacement", "shelling"]),
        ("داهم عناصر قسد منازل في ذيبان ولم يعتقلوا أحدا.", ["raid", "arrest"]),
        ("نهب المقاتلون المحال قبل خروجهم من البلدة.", ["destruction", "withdrawal"]),
        ("نفذت المقاومة كمينا لتعزيزات للحوثيين كانت متجهة إلى محافظة الضالع.", ["attack", "movement"]),
        ("اتهمت تركيا الحزب الذي كثف هجماته على الجنود بإفشال السلام.", ["accusation", "attack"]),
        (
            "التقى المحافظ وجهاء العشائر في مدينة الرقة، في حين تظاهر العشرات أمام المبنى.",
            ["meeting", "protest"],
        ),
    ],
)
def test_two_acts_are_two_claims(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize("text", ["اندلعت اشتباكات في مدينة الزاوية، وسط أنباء عن سقوط قتلى."])
def test_a_hedged_consequence_is_a_claim_of_its_own(read: Read, text: str) -> None:
    claims = read(text)
    assert [claim.kind for claim in claims] == ["clash", "clash"]
    assert [[source.kind for source in claim.attribution] for claim in claims] == [[], ["unspecified"]]


@pytest.mark.parametrize(
    "text",
    [
        "أصيب 9 حراس في مدينة الكوت بعدما رشقهم محتجون بالحجارة.",
        "جرح عمال ليلا بأربع غارات على مدينة صعدة.",
        "أصيب راع وابنته، فضلا عن دمار في البيوت إثر قصف مدفعي على مدينة نيالا.",
        "أصيب أربعة جنود بالإضافة إلى مدنيين اثنين جراء قصف مدفعي على مدينة سرت.",
        "أعلن الجيش إصابة سبعة مسلحين، وذلك خلال اشتباكات في مدينة سرت.",
    ],
)
def test_a_toll_before_its_cause_is_one_claim(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert claim.kind != "attack"
    assert claim.counts["wounded"].low >= 2


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("أحرق مجهولون متجرا في المدينة، فيما أصيب بائع برصاص الحرس في بلدة تمير.", {}, {"wounded": 1}),
        ("قصفت القوات تلالا في المنطقة، فيما قضى راع إثر انفجار في مدينة سبها.", {}, {"killed": 1}),
        ("أسفر الهجوم عن مقتل 6 جنود، كما قتل شرطيان بهجوم في مدينة عدن.", {"killed": 6}, {"killed": 2}),
        ("قصفت الفصائل مدينة سرت بالهاون ردا على اغتيال قيادي في غارة على مدينة تعز.", {}, {"killed": 1}),
    ],
)
def test_a_toll_with_a_cause_of_its_own_begins_anew(
    read: Read, text: str, first: dict[str, int], second: dict[str, int]
) -> None:
    hurt = ("killed", "wounded")
    found = [{name: claim.counts[name].low for name in hurt if name in claim.counts} for claim in read(text)]
    assert found == [first, second]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("شن الطيران الإسرائيلي غارتين على بلدة عيتا الشعب وثلاث غارات على بلدة رامية.", ["عيتا الشعب", "رامية"]),
        ("قتل شخصان في قصف على كفرنبل وأصيب ثلاثة في قصف على حاس.", ["كفرنبل", "حاس"]),
        ("قتل ثلاثة جنود في هجوم شرقي غاو وأربعة في هجوم آخر قرب ميناكا.", ["شرق غاو", "ميناكا"]),
        ("هدمت جرافات مساكن في مسافر يطا، فيما أحرق مستوطنون مركبتين في قصرة.", ["مسافر يطا", "قصرة"]),
    ],
)
def test_another_act_of_the_same_kind_is_a_claim_of_its_own(read: Read, text: str, places: list[str]) -> None:
    assert [claim.place and claim.place.name for claim in read(text)] == places


def test_strikes_counted_anew_are_by_the_same(read: Read) -> None:
    one, other = read("شن الطيران الإسرائيلي غارتين على بلدة عيتا الشعب وثلاث غارات على بلدة رامية.")
    assert [party.id for party in one.initiator] == [party.id for party in other.initiator] != []


def test_an_act_that_begins_with_and_is_no_cause(read: Read) -> None:
    text = "قتل مدني وأصيب اثنان بنيران قناص في حي الزهراء، واختطف مسلحون موظفا في مدينة حمص."
    assert [claim.kind for claim in read(text)] == ["attack", "abduction"]


def test_a_weapon_behind_another_act_is_not_this_ones(read: Read) -> None:
    assert read("هجوم مقاتلي العشائر على قاعدة في مدينة الرقة فشل بعد تدخل المروحيات.")[0].kind == "attack"


def test_what_is_stopped_was_fired(read: Read) -> None:
    text = "اعترضت الدفاعات الجوية صاروخا أطلقه الحوثيون باتجاه مدينة جازان."
    assert [claim.kind for claim in read(text)] == ["interception", "shelling"]
