"""What officials and papers say, deny, threaten and suppose: whose words they are, and which of them tell of acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "وأشار الوزير إلى أن بلاده لن تتهاون مع أي تموضع عسكري قرب الحدود.",
        "وأكد أن أي تحرك لقوات معادية في درعا سيقابل برد حاسم.",
        "وعبر الحاكم عن تعازيه لقائد اللواء باستشهاد ضابط في صور.",
        "وهذا الهجوم هو الثالث من نوعه.",
    ],
)
def test_what_may_come_or_is_only_judged_is_no_act(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('قال المصدر لوكالة "أ ف ب" إن خمسة جنود أصيبوا في تعز.', ["المصدر", 'وكالة "أ ف ب"']),
        ("جاء ذلك بعد إعلان وزارة الدفاع الأمريكية مقتل جنديين في التنف.", ["وزارة الدفاع الأمريكية"]),
        ('أصدر المركز الإعلامي لـ"قسد" بيانا أعلن فيه مقتل مقاتل في هجين.', ['المركز الإعلامي لـ"قسد"']),
        ("وكانت صحيفة النهار قد نقلت عن الجيش القول إن جنديا قتل في صور.", ["الجيش", "صحيفة النهار"]),
        ("وتحدث أحد سكان المنطقة عن حصيلة تبلغ تسعة قتلى في الهجوم على تعز.", ["أحد سكان المنطقة"]),
        (
            'وكانت وسائل إعلام محلية عبر صفحاتها، من بينها "الساحة"، قد أفادت بأن جنديا قتل في تعز.',
            ["وسائل إعلام محلية"],
        ),
    ],
)
def test_whose_words_they_are(read: Read, text: str, names: list[str]) -> None:
    (claim,) = read(text)
    assert [source.name for source in claim.attribution] == names


def test_a_sentence_goes_on_by_another_source(read: Read) -> None:
    text = "قال مصدر أمني إن رجلا هاجم حافلة في حماة، ووفق الوكالة ذاتها فإن المهاجم اعتقل."
    attack, arrest = read(text)
    assert [source.name for source in attack.attribution] == ["مصدر أمني"]
    assert [source.name for source in arrest.attribution] == ["الوكالة"]


def test_also_goes_on_with_who_spoke(read: Read) -> None:
    text = "قصف الجيش الإسرائيلي بلدة الخيام. كما أنه أنذر الخميس عدة قرى بالإخلاء."
    _, threat = read(text)
    assert threat.kind == "threat"
    assert [party.id for party in threat.initiator] == ["ISR.MIL"]


def test_what_is_also_called_for_did_not_happen(read: Read) -> None:
    text = "قال وزير الخارجية المصري إن بلاده قلقة. كما دعا إلى وقف فوري لإطلاق النار في غزة."
    request, truce = read(text)
    assert request.kind == "request"
    assert (truce.kind, truce.modality) == ("agreement", "requested")


def test_what_was_broadcast_may_be_untrue(read: Read) -> None:
    (claim,) = read("قالت الحكومة إن ما بثته القنوات حول سيطرة المسلحين على مطار تفتناز عار عن الصحة.")
    assert claim.polarity == "denied"


def test_an_armed_man_is_one_party(read: Read) -> None:
    (claim,) = read("هاجم رجل مسلح بسكين جنديا إسرائيليا في الخليل.")
    assert [party.id for party in claim.initiator] == ["UNKNOWN"]
    assert [party.id for party in claim.target] == ["ISR.MIL"]


def test_the_attacks_of_years_are_not_that_of_the_day(read: Read) -> None:
    text = (
        "هاجم رجل مسلح جنديا في باريس. "
        "وهذا الهجوم هو واحد من عدة هجمات أوقعت أكثر من 230 قتيلا في العاصمة خلال السنوات الثلاث الماضية."
    )
    first, years = read(text)
    assert first.counts == {}
    assert years.counts["killed"].low == 231
