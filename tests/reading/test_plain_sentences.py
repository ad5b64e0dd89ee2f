"""Plain sentences of everyday news: who did it to whom, how many, and what only looks like an act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

#: Sentence, who did it, and whom it befell.
ROLES = [
    ("قتلته قوات النظام أمس في حمص.", ["SYR.GOV"], []),
    ("شيع الأهالي جثمان الطالب الذي قتلته قوات النظام في حمص.", ["SYR.GOV"], ["CIVILIANS"]),
    ("الشاب الذي اغتاله مسلحون مجهولون أمس في درعا.", ["UNKNOWN"], ["CIVILIANS"]),
    ("قتل شخصان نتيجة استهداف إسرائيلي في جنوب لبنان.", ["ISR"], ["CIVILIANS"]),
    ("وقع تفجيران إرهابيان نفذا بعبوتين ناسفتين في دمشق.", [], []),
    ("أكد المدير استشهاد شخصين مجهولي الهوية جراء القصف على صنعاء.", [], ["UNKNOWN"]),
    ("أغلقوا الشارع أمام حركة السير في طمرة.", [], []),
]

#: Sentence, its one kind, and how many were killed or wounded.
TOLLS = [
    ("قتل مسلحون في مالي 43 شخصا.", "attack", {"killed": 43}),
    ("قتل مسلحون مجهولون، أمس الأحد، ثلاثة مزارعين في ديالى.", "attack", {"killed": 3}),
    ("قتل مهاجمون في مالي، الأحد، 43 شخصا بينهم أطفال في غارات على قريتين.", "attack", {"killed": 43}),
    ("أصابت إحدى القذائف منزلا في شبعا.", "shelling", {}),
    ("أصابت إحدى الرصاصات منزلا في شبعا.", "attack", {}),
    ("تعرض منزل لقذيفة هاون في حمص.", "shelling", {}),
    ("تعرضت القرية لعدة قذائف في ريف حماة.", "shelling", {}),
    ("تعرضت سيارة لعبوة ناسفة في حمص.", "explosion", {}),
    ("تعرض الموكب لوابل من الرصاص في حمص.", "attack", {}),
    ("أصيب جندي بعد تعرضه لرصاص قناص في حمص.", "attack", {"wounded": 1}),
]

FOUND = [
    ("عثر الأهالي على جثة شاب في درعا.", 1),
    ("عثرت قوات الأمن أمس على جثث خمسة مدنيين في درعا.", 5),
]

NOTHING = [
    "خرج أهالي البلدة لتشييع جثمان الشاب.",
    "خرج الأهالي لاستقبال العائدين.",
    "تنظيمان ضربا بجذورهما في شمال البلاد.",
]


@pytest.mark.parametrize(("text", "did", "suffered"), ROLES)
def test_roles(read: Read, text: str, did: list[str], suffered: list[str]) -> None:
    (claim,) = read(text)
    assert [party.id for party in claim.initiator] == did
    assert [party.id for party in claim.target] == suffered


@pytest.mark.parametrize(("text", "kind", "tolls"), TOLLS)
def test_tolls(read: Read, text: str, kind: str, tolls: dict[str, int]) -> None:
    (claim,) = read(text)
    assert claim.kind == kind
    assert {name: count.low for name, count in claim.counts.items() if name in ("killed", "wounded")} == tolls


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_of_no_event(read: Read, text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(("text", "number"), FOUND)
def test_whose_bodies_are_found(read: Read, text: str, number: int) -> None:
    (claim,) = read(text)
    assert (claim.counts["killed"].low, [party.id for party in claim.target]) == (number, ["CIVILIANS"])


def test_what_is_looked_into_is_not_asked_for(read: Read) -> None:
    killed = next(claim for claim in read("طالب الأهالي بالتحقيق بمقتل ابنهم.") if claim.kind == "attack")
    assert killed.modality == "happened"


def test_the_names_of_the_dead_are_no_place(read: Read) -> None:
    (claim,) = read("أصيب العقيد سالم حارم الأحمد بجروح في مدينة إدلب.")
    assert claim.place is not None
    assert claim.place.name == "إدلب"


def test_a_place_that_somebody_did_not_reach_is_not_where_he_was_hit(read: Read) -> None:
    (claim,) = read("هاجم مسلحون جنودا يرافقون شاحنات في طريقها إلى النيجر المجاورة.")
    assert claim.place is None


def test_a_noun_behind_a_noun_for_somebody_describes_him(read: Read) -> None:
    (claim,) = read("قتل صحفيان اثنان ومدني متعاون معهما في جنوب لبنان.")
    assert not claim.initiator
    assert claim.counts["killed"].low == 3


def test_an_operation_behind_a_comma_is_its_doers(read: Read) -> None:
    (claim,) = read("نفذت قوات النظام في محافظة دير الزور، عملية نوعية أسفرت عن القبض على أحد عناصر تنظيم داعش.")
    assert (claim.kind, [party.id for party in claim.initiator]) == ("arrest", ["SYR.GOV"])


def test_a_noun_spelt_like_a_verb_is_one_before_whose_act_it_is(read: Read) -> None:
    (claim,) = read("قصف للجيش السوري على معرة حرمة.")
    assert [party.id for party in claim.initiator] == ["SYR.GOV"]


def test_who_does_it_is_not_counted(read: Read) -> None:
    (claim,) = read("تعرض ثلاثة أطباء للخطف على يد مسلحين في السويداء.")
    assert claim.counts["abducted"].high == 3


def test_whose_a_town_became(read: Read) -> None:
    (claim,) = read("باتت بلدة سرمين تحت سيطرة قوات النظام.")
    assert ([party.id for party in claim.initiator], claim.target) == (["SYR.GOV"], ())


@pytest.mark.parametrize(
    "text",
    [
        "نفى الجيش السوري مقتل خمسة من جنوده في حمص.",
        "نفى المتحدث مقتل القائد في الغارة على حمص.",
        "نفى الجيش السوري أن يكون قد قصف المدرسة في حمص.",
    ],
)
def test_who_denies_it(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert claim.polarity == "denied"
    assert claim.attribution


@pytest.mark.parametrize(
    "text", ["أدانت قطر الهجوم الذي استهدف قاعدة في الخرطوم.", "استنكرت تركيا قصف المدنيين في إدلب."]
)
def test_who_condemns_an_act_did_not_do_it(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert not claim.initiator


def test_the_name_of_an_operation_is_no_figure_of_speech(read: Read) -> None:
    (claim,) = read("قالت فصائل بركان الغضب إنها سيطرت على ترهونة.")
    assert claim.kind == "capture"


def test_forces_that_begin_an_operation_are_not_called_so(read: Read) -> None:
    (claim,) = read("من المقرر أن تبدأ القوات عملية عسكرية في الفاشر غدا.")
    assert (claim.kind, claim.modality) == ("operation", "planned")


def test_where_an_act_was_is_told_behind_some_of_its_dead(read: Read) -> None:
    (claim,) = read("قتل خمسة مدنيين بينهم ثلاثة أطفال في قصف على سرمين.")
    assert claim.place is not None
    assert claim.place.name == "سرمين"


def test_a_capital_right_behind_a_blast_is_where_it_was(read: Read) -> None:
    (claim,) = read("قتل اثنان في انفجار بكابل.")
    assert not claim.target


def test_fighters_who_fell_were_killed(read: Read) -> None:
    (claim,) = read("سقوط 4 عناصر من التنظيم في قصف على الباغوز.")
    assert claim.counts["killed"].low == 4


def test_what_somebody_has_to_do_is_asked_for(read: Read) -> None:
    claim = next(
        claim for claim in read("قال الوزير إن على حماس إطلاق سراح الرهائن في غزة.") if claim.kind == "release"
    )
    assert claim.modality == "requested"
