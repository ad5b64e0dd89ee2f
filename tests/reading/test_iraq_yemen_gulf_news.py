"""How security cells, Houthi and government media, and papers of the Gulf put things, told in invented sentences."""

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
        # a blast is near what belongs to somebody, and not his
        ("انفجار سيارة مفخخة بالقرب من منزل ضابط في الجيش في الفلوجة.", set(), set()),
        ("فجر انتحاري نفسه على مدخل منزل قائد في الشرطة في الرمادي.", {None}, set()),
        # an operation hits, or one of several
        ("الأولى استهدفت سفينة أميركية في البحر الأحمر.", set(), {"USA"}),
        # who got away was aimed at
        ("وقع في الموصل اعتداء نجا منه مدير الأمن.", set(), {"CIVILIANS"}),
        # who are called so in one country
        ("اعتقل الحشد ثلاثة رجال في تلعفر.", {"IRQ.PMF"}, {"CIVILIANS"}),
        ("اعتقل النظام ثلاثة رجال في الدراز.", {"BHR.GOV"}, {"CIVILIANS"}),
        # the object of those who are not named
        ("اغتالوا في الموصل شرطيا.", set(), {"IRQ.GOV"}),
        # a drone is without a pilot, and is who hits, not who tells of it
        ("استهدفت طائرة أمريكية بدون طيار منزلا في شبوة.", {"USA.MIL"}, set()),
    ],
)
def test_roles(read: Read, text: str, did: set[str | None], suffered: set[str | None]) -> None:
    first, *_ = read(text)
    assert ids(first, "initiator") == did
    assert ids(first, "target") == suffered


def test_drones_are_not_who_tells_of_them(read: Read) -> None:
    *_, last = read("أعلنت السلطات إسقاط طائرة قرب مطار أربيل، فيما استهدفت مسيّرتان حقلا نفطيا في زاخو.")
    assert last.kind == "air_strike"
    assert not last.initiator


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قتلت الشرطة انتحاريا قبيل تفجير نفسه في سوق بالرمادي.", ["attack"]),
        ("أعلن المحافظ الحداد على ضحايا التفجير في الناصرية.", []),
        ("وفي هجوم آخر، قالت الشرطة إن مسلحين قتلوا جنديا في الفلوجة.", ["attack"]),
        ("أقدم مسلحون على قتل صاحب متجر في بعقوبة.", ["attack"]),
        (
            "استهدفت الغارة الأولى منزلا في منطقة الشوارق بمديرية رازح، واستهدفت الغارة الثانية مدرسة في منطقة غمر.",
            ["air_strike", "air_strike"],
        ),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("أسفرت المعارك في مأرب عن سقوط 370 قتيلا وجريحا.", {}),
        ("أصابت قذيفة منزل الشيخ في صعدة.", {}),
        ("أصابت القذيفة سيارة في صعدة.", {}),
        ("استهدفت الصواريخ السفينة وأصابتها بشكل مباشر في خليج عدن.", {}),
        ("اغتالوا في الموصل شرطيا.", {"killed": (1, 1)}),
    ],
)
def test_counts(read: Read, text: str, counts: dict[str, tuple[int, int | None]]) -> None:
    first, *_ = read(text)
    assert {name: (tally.low, tally.high) for name, tally in first.counts.items()} == counts


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("أكد مصدر طبي محلي نبأ مقتل أربعة في قصف على مأرب.", ["مصدر طبي محلي"]),
        ("وأضاف المصدر بدون مزيد من التفاصيل أن الغارة استهدفت سيارة في مأرب.", ["المصدر"]),
        ("وحسب شهادات السكان قصفت القوات الحي.", ["السكان"]),
        ("نبأ – أعلن النظام البحريني اعتقال ثلاثة رجال في الدراز.", []),
    ],
)
def test_voices(read: Read, text: str, chain: list[str]) -> None:
    (claim,) = read(text)
    assert [source.name for source in claim.attribution] == chain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أدت المعارك في منطقة الشوارق بذات المديرية إلى مقتل جندي.", "الشوارق"),
        ("أصيب عاملان، أحدهما من ديالى والباقون من محافظة واسط، في انفجار في كركوك.", "كركوك"),
        ("انفجرت عبوة قرب سنجار.", "سنجار"),
    ],
)
def test_places(read: Read, text: str, name: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.name == name


def test_the_month_named_before_is_that_of_a_day(read: Read) -> None:
    *_, last = read(
        "قتل ستة في هجوم في بغداد في 3 آذار 2013. وقتل سبعة في انفجار في الحلة في 18 من الشهر نفسه.",
        published="2014-01-02",
    )
    assert last.when is not None
    assert str(last.when.start) == "2013-03-18"


def test_only_military_targets_are_hit_after_all(read: Read) -> None:
    (claim,) = read("لا تستهدف القوات إلا مواقع عسكرية في صنعاء.")
    assert claim.polarity == "affirmed"
