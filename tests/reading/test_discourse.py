"""What a report says twice it claims once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def test_a_headline_only_repeats_its_text(read: Read) -> None:
    title = "قصف مدفعي على بلدة سرمين"
    text = f"{title}\nقصفت قوات النظام صباح اليوم بلدة سرمين بقذائف الهاون."
    (claim,) = read(text, title=title)
    assert claim.evidence.start > len(title)


def test_a_headline_without_a_text_is_read(read: Read) -> None:
    title = "قصف مدفعي على بلدة سرمين"
    assert [claim.kind for claim in read(title, title=title)] == ["shelling"]


def test_a_headline_sums_up_and_tells_nothing_of_its_own(read: Read) -> None:
    title = "خروج أول رتل من بلدة سرمين"
    text = f"{title}\nانسحبت الفصائل صباح اليوم من بلدة سرمين باتجاه مدينة إدلب."
    assert [claim.kind for claim in read(text, title=title)] == ["withdrawal"]


def test_one_source_that_says_it_twice_makes_one_claim(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين. وقصفت قوات النظام بلدة سرمين بالهاون ما أدى إلى مقتل مدنيين اثنين."
    (claim,) = read(text)
    assert claim.counts["killed"].low == 2
    assert "بالهاون" in claim.evidence.of(text), "the fullest sentence is the evidence"


def test_two_sources_that_say_the_same_are_two_claims(read: Read) -> None:
    text = (
        "قالت وزارة الدفاع إن خمسة جنود قتلوا بهجوم قرب مدينة تدمر. "
        "وقال المرصد السوري لحقوق الإنسان إن ثمانية جنود قتلوا بهجوم قرب مدينة تدمر."
    )
    assert [claim.counts["killed"].low for claim in read(text)] == [5, 8]


def test_a_toll_in_the_next_sentence_belongs_to_the_act(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين. وأسفر القصف عن مقتل ثلاثة مدنيين وإصابة سبعة."
    (claim,) = read(text)
    assert (claim.counts["killed"].low, claim.counts["wounded"].low) == (3, 7)


def test_other_tolls_places_or_days_stay_apart(read: Read) -> None:
    text = "قتل خمسة جنود بهجوم قرب مدينة تدمر يوم الاثنين. وقتل ثلاثة جنود بهجوم قرب بلدة الشحيل يوم الأحد."
    assert [claim.counts["killed"].low for claim in read(text)] == [5, 3]


def test_claims_stand_in_the_order_of_the_text(read: Read) -> None:
    text = "\n".join(
        (
            "اعتقلت الشرطة شابا في مدينة الكوت.",
            "انفجرت عبوة ناسفة في مدينة الباب.",
            "تظاهر العشرات في مدينة السويداء.",
        )
    )
    claims = read(text)
    assert [claim.kind for claim in claims] == ["arrest", "explosion", "protest"]
    assert sorted(claims, key=lambda claim: claim.evidence) == list(claims)


def test_what_only_takes_up_an_act_is_no_claim_of_its_own(read: Read) -> None:
    claims = read("قصفت المدفعية بلدة سرمين مساء الأحد. وقال ناشطون إن القصف جاء بعد أيام من الهدوء.")
    assert [claim.kind for claim in claims] == ["shelling"]


def test_a_denial_of_what_was_told_is_a_claim(read: Read) -> None:
    claims = read("قصفت المدفعية بلدة سرمين مساء الأحد. ونفت وزارة الدفاع القصف.")
    assert [claim.polarity for claim in claims if claim.kind == "shelling"] == ["affirmed", "denied"]


def test_a_raid_and_its_arrests_are_one_claim(read: Read) -> None:
    (claim,) = read("داهمت قوة من الجيش قرية التح فجر الأحد. واعتقلت القوة ثلاثة شبان من القرية.")
    assert claim.kind == "arrest"
    assert claim.counts["arrested"].low == 3


def test_a_toll_in_the_next_sentence_goes_on_with_its_act(read: Read) -> None:
    text = "ذكرت مصادر محلية أن عبوة ناسفة انفجرت بشاحنة قرب مدينة تدمر. وأصيب ثلاثة عمال."
    (claim,) = read(text)
    assert claim.kind == "explosion"
    assert claim.counts["wounded"].low == 3
    assert claim.attribution, "whoever told of the act told of its toll"


def test_a_toll_by_another_voice_is_a_claim_of_its_own(read: Read) -> None:
    text = "قصفت المدفعية قرية في ريف عين العرب. وقال مصدر طبي إن ثلاثة مدنيين أصيبوا في القصف."
    first, second = read(text)
    assert (first.kind, second.kind) == ("shelling", "shelling")
    assert not first.counts
    assert second.counts["wounded"].low == 3


def test_a_toll_told_again_is_no_second_claim(read: Read) -> None:
    text = "قتل تسعة مدنيين بقصف صاروخي على مدينة سرت. وقال ناشطون إن شرطيا قتل في مصراتة. وقتل في القصف تسعة مدنيين."
    assert len(read(text)) == 2


def test_some_hurt_and_how_many_are_one_toll(read: Read) -> None:
    text = (
        "أصيب عدد من المدنيين بقصف صاروخي على مدينة زليتن. "
        "واستهدفت قذائف صاروخية أحياء مدينة زليتن وأسفرت عن إصابة ستة مدنيين."
    )
    (claim,) = read(text)
    assert (claim.counts["wounded"].low, claim.counts["wounded"].high) == (6, 6)


def test_the_toll_of_months_is_not_that_of_one_day(read: Read) -> None:
    text = "استهدف انتحاري مركزا في مدينة تدمر أمس. وقتل أربعون جنديا خلال شهر آب الماضي."
    claims = read(text, published="2022-09-17")
    assert all(claim.counts.get("killed") is None for claim in claims if claim.kind == "suicide_bombing")


def test_a_part_of_the_toll_that_a_known_act_took_is_no_second_claim(read: Read) -> None:
    text = "قتل خمسة مدنيين بقصف على مدينة سرمين. وأسفر القصف عن مقتل طفلة."
    (claim,) = read(text)
    assert claim.counts["killed"].low == 5
    text = "قتل خمسة مدنيين بقصف على مدينة سرمين. كما قتل مدني بقصف على أطراف المدينة."
    assert [claim.counts["killed"].low for claim in read(text)] == [5, 1]


def test_a_fight_of_two_sides_not_told_before_is_told(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين. وتستمر الاشتباكات بين حزب الله وفصائل المعارضة."
    assert [claim.kind for claim in read(text)] == ["shelling", "clash"]


def test_the_attack_of_a_lead_is_the_strike_of_its_headline(read: Read) -> None:
    title = "قصف على بلدة سرمين"
    text = f"{title}\nارتفع عدد المصابين في الهجمات على بلدة سرمين إلى أربعة مصابين."
    (claim,) = read(text, title=title)
    assert claim.kind == "shelling"


def test_a_toll_after_a_list_is_of_none_of_its_places(read: Read) -> None:
    text = "قصفت قوات النظام بلدات سرمين والنيرب وكنصفرة. وقتل في القصف أربعة مدنيين."
    found = read(text)
    assert [claim.counts.get("killed") is None for claim in found] == [True, True, True, False]


def test_an_institution_and_its_head_are_one_source(read: Read) -> None:
    text = (
        "اعتقلت الشرطة شابا في مدينة الكوت. "
        "وأعلنت هيئة الإنقاذ المحلية أن خمسة مدنيين قتلوا بقصف على بلدة سرمين. "
        "وقال مدير هيئة الإنقاذ المحلية إن خمسة مدنيين قتلوا بقصف على بلدة سرمين."
    )
    assert [claim.kind for claim in read(text)] == ["arrest", "shelling"]


@pytest.mark.parametrize(
    "text",
    [
        # a vague word for the strike on the very place
        "قصفت قوات النظام بلدة سرمين. واستهدفت قوات النظام بصاروخ موجه منزلا في بلدة سرمين.",
        # the detail lies in the area
        "قتل سبعة جنود في اشتباكات في ريف دير الزور. واندلعت الاشتباكات في بلدة الشحيل.",
        # one of the shells
        "قصفت قوات النظام بلدة سرمين ما أدى إلى مقتل ثلاثة مدنيين. وسقطت إحدى القذائف على متجر وقضى فيه مدنيون.",
        # why and when it came
        "قصفت المدفعية التركية قرية مرعناز. ويأتي قصف مرعناز بعد هدوء دام أياما.",
        # the noun of the verb
        "استهدفت طائرة مسيرة سيارة في بلدة الشحيل. وأدى استهداف السيارة إلى مقتل رجل.",
    ],
)
def test_what_is_told_again_in_other_words_is_one_claim(read: Read, text: str) -> None:
    assert len(read(text)) == 1


def test_the_nearer_place_stays(read: Read) -> None:
    (claim,) = read("قتل سبعة جنود في اشتباكات في ريف دير الزور. واندلعت الاشتباكات في بلدة الشحيل.")
    assert claim.place is not None
    assert claim.place.name == "الشحيل"
    assert claim.counts["killed"].low == 7


def test_places_of_one_list_stay_apart(read: Read) -> None:
    claims = read("قصفت قوات النظام ريف إدلب. واستمر القصف على قرى البارة وكنصفرة وسرجة.")
    assert [claim.place.name for claim in claims if claim.place] == ["البارة", "كنصفرة", "سرجة"]


def test_a_toll_that_rose_is_of_the_act_told_last(read: Read) -> None:
    text = (
        "قتل ثلاثة مدنيين بانفجار سيارة مفخخة في مدينة الباب أمس الأربعاء. "
        "وقال طبيب في المشفى إن الحصيلة ارتفعت صباح اليوم إلى خمسة قتلى."
    )
    first, second = read(text, published="2020-06-11")
    assert (first.kind, second.kind) == ("explosion", "explosion")
    assert (second.when, second.counts["killed"].low) == (first.when, 5)


def test_a_known_act_takes_the_kind_of_the_strike_told_in_its_word(read: Read) -> None:
    text = (
        "استهدفت طائرة مسيرة سيارة في بلدة الشحيل. وقصفت المدفعية أطراف بلدة الشحيل. "
        "ونفى مصدر في المجلس مقتل أي من قادته في الاستهداف."
    )
    assert [claim.kind for claim in read(text)] == ["air_strike", "shelling", "air_strike"]


def test_what_was_done_with_a_rifle_is_no_strike(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين. وأصيب شاب برصاص قناص."
    assert "attack" in [claim.kind for claim in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام بلدة سرمين بعد ساعات من قصف مدينة بنش.",
        "شن الطيران غارات على بلدة سرمين، تلتها غارات على مدينة بنش.",
    ],
)
def test_what_came_before_or_after_is_another_act(read: Read, text: str) -> None:
    assert [claim.place.name for claim in read(text) if claim.place] == ["سرمين", "بنش"]


def test_who_takes_up_the_head_of_a_source_is_that_source(read: Read) -> None:
    text = (
        "قالت خلية الإعلام الحربي إن غارات جوية استهدفت مدينة الرمادي اليوم. "
        "وأضاف مصدر في الخلية أن الغارات قتلت 52 مسلحا في مدينة الرمادي."
    )
    assert len(read(text)) == 1


def test_an_act_and_its_toll_in_the_next_sentence_rest_on_both(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين. وأسفر القصف عن مقتل ثلاثة مدنيين."
    (claim,) = read(text)
    assert claim.evidence.of(text) == text.rstrip(".")


def test_what_one_voice_says_twice_rests_on_the_fuller_sentence(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين. وقصفت قوات النظام بلدة سرمين بالهاون ما أدى إلى مقتل مدنيين اثنين."
    (claim,) = read(text)
    assert claim.evidence.start > text.index(".")


def test_a_toll_on_another_matter_is_none_of_the_act_before(read: Read) -> None:
    claims = read(
        "انفجرت عبوة ناسفة في سيارة في مدينة صيدا بريف درعا أمس. "
        "وفي سياق آخر، قتل الشاب فادي العلي في بلدة الجيزة بريف درعا الشرقي."
    )
    assert [(claim.kind, len(claim.counts)) for claim in claims] == [("explosion", 0), ("attack", 1)]
