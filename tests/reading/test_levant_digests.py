"""How digests and live pages of Syria, Lebanon, Palestine and Jordan put things: invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def ids(claim: Claim, side: str) -> set[str | None]:
    return {party.id for party in getattr(claim, side)}


def where(claim: Claim) -> str | None:
    return claim.place.name if claim.place else None


@pytest.mark.parametrize(
    ("text", "did", "suffered"),
    [
        # who brings a toll about, and whom an ambush befell
        ("أوقعت قوات النظام 14 قتيلا في صفوف داعش قرب بلدة السخنة.", {"SYR.GOV"}, {"ISIS"}),
        ("كمين تعرضت له دورية لقوات النظام قرب بلدة جاسم أسفر عن إصابة جنديين.", set(), {"SYR.GOV"}),
        # militias joined to an army are its own, and forces with "our" are the speaker's
        ("اندلعت اشتباكات بين داعش وقوات النظام وميليشياتها في بادية السخنة.", {"ISIS", "SYR.GOV"}, set()),
        ("قال قائد قوات سوريا الديمقراطية إن وحداتنا داهمت وكرا لداعش في الشدادي.", {"SYR.SDF"}, {"ISIS"}),
        # by whose hands, and the desk before a dash
        ("قتل تسعة أشخاص بأيدي قوات الأسد في مدينة تلبيسة.", {"SYR.GOV"}, {"CIVILIANS"}),
        ("مركز الأخبار – قصفت المدفعية التركية قرية أم الكيف.", {"TUR.MIL"}, set()),
        # whose shell came down, and what is no party but a word of a name
        ("تضررت منازل جراء سقوط قذيفة إسرائيلية على بلدة حولا.", {"ISR"}, set()),
        ("قطع محتجون أوتوستراد صيدا بيروت.", {"CIVILIANS"}, set()),
        # behind "and" nobody right before a verb is its subject
        ("قصفت قوات النظام بلدة تلبيسة. وراقبت تحركات المسلحين وقصفت مواقع في المدينة.", {"SYR.GOV"}, {None}),
        # whose act a toll is that somebody else announces
        ("أعلنت وزارة الصحة في غزة ارتفاع حصيلة القصف الإسرائيلي إلى 700 شهيد.", {"ISR"}, set()),
    ],
)
def test_roles(read: Read, text: str, did: set[str | None], suffered: set[str | None]) -> None:
    last = read(text)[-1]
    assert ids(last, "initiator") == did
    assert ids(last, "target") == suffered


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("تدور معارك قرب حلفايا في محاولة من قوات النظام وحلفائها استعادة السيطرة على البلدة.", ["clash"]),
        ("هاجم مسلحون مخفرا في نوى لتحرير ستة محتجزين.", ["attack"]),
        ("أصيب رجل في مدينة إنخل بجراح نقل على أثرها إلى أحد المشافي.", ["attack"]),
        ("توفيت طفلة بعد سقوطها عن سطح المنزل في بلدة الحراك.", []),
        ("قتل عامل جراء انفجار جرة غاز في بلدة الحراك.", []),
        ("أعادت وحدات الجيش الأمن والاستقرار إلى بلدة طفس.", ["capture"]),
        ("أطلق الجيش الأردني قنابل مضيئة قرب الرمثا.", []),
        ("وصل 11 شهيدا إلى مستشفيات رفح جراء القصف.", ["shelling"]),
        # what is hurled at one place and burnt at another
        ("هاجم مستوطنون سيارات قرب حوارة وأحرقوا حقول زيتون في قرية عصيرة.", ["attack", "destruction"]),
        # how and where somebody was killed
        ("قتل المجند سامر العلي، حيث استهدفه مسلحون في بلدة تسيل.", ["attack"]),
    ],
)
def test_what_is_told(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اعتقلت القوات 16 مواطنا من الخليل، و9 من طولكرم.", [("الخليل", 16), ("طولكرم", 9)]),
        ("اعتقل خمسة شبان من محافظة جنين، وأربعة آخرون من محافظة نابلس.", [("جنين", 5), ("نابلس", 4)]),
    ],
)
def test_taken_place_by_place(read: Read, text: str, told: list[tuple[str, int]]) -> None:
    assert [(where(claim), claim.counts["arrested"].low) for claim in read(text)] == told


@pytest.mark.parametrize(
    ("text", "place", "killed"),
    [
        # a toll stands where all of it is told, its parts beside it
        ("قتل 17 شخصا في ريف درعا، بينهم سبعة في جاسم وخمسة أشخاص في نوى وشخص في طفس.", "ريف درعا", 17),
        ('قالت الوزارة: "مقتل ستة بينهم طفلان، وإصابة ثمانية بغارة على بلدة كفركلا".', "كفركلا", 6),
        ("في مدينة نوى، قتل أربعة جنود، بينما تسبب التلوث في تسمم سكان بلدة طفس.", "نوى", 4),
        ("أعلنت إدارة العمليات تحرير مدينة حماة ومقتل عشرة جنود.", "حماة", None),
    ],
)
def test_where_a_toll_is(read: Read, text: str, place: str, killed: int | None) -> None:
    first = read(text)[0]
    assert where(first) == place
    assert killed is None or first.counts["killed"].low == killed


def test_those_harmed_behind_what_harmed_them(read: Read) -> None:
    (claim,) = read("أصيب نتيجة قصف القوات التركية على قرية الدردارة، سبعة مدنيين.")
    assert claim.counts["wounded"].low == 7


def test_an_act_taken_up_leaves_the_next_one_whole(read: Read) -> None:
    claims = read(
        "شن الطيران غارات على دوما، وتزامنت الغارات مع قصف مدفعي استهدف بلدات حرستا وعربين، وأسفرت الغارات عن مقتل طفل."
    )
    assert {(claim.kind, where(claim)) for claim in claims} >= {("air_strike", "دوما"), ("shelling", "حرستا")}


def test_what_is_added_has_the_same_doer(read: Read) -> None:
    claims = read("قصفت القوات التركية قرية العبوش، بالإضافة إلى استهداف قرية الطويلة.")
    assert [ids(claim, "initiator") for claim in claims] == [{"TUR.MIL"}, {"TUR.MIL"}]


def test_a_quotation_may_begin_with_when_it_was(read: Read) -> None:
    (claim,) = read(
        'وأضاف العميد سامر الحسن: "خلال تنفيذ المهمة، وقع اشتباك مع خلية لداعش في جبلة، أسفر عن مقتل اثنين منهم".'
    )
    assert [source.name for source in claim.attribution] == ["العميد سامر الحسن"]


def test_a_force_did_not_do_what_it_senses(read: Read) -> None:
    (claim,) = read("أعلن الجيش الإسرائيلي رصد إطلاق صاروخين من قطاع غزة باتجاه عسقلان.")
    assert not claim.initiator
