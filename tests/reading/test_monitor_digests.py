"""How monitors, rights groups and armies put things: tolls of months, digests, communiqués. Invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def ids(claim: Claim, side: str) -> set[str | None]:
    return {party.id for party in getattr(claim, side)}


def lows(claim: Claim) -> dict[str, int]:
    return {name: count.low for name, count in claim.counts.items()}


def names(claims: tuple[Claim, ...]) -> list[str | None]:
    return [claim.place.name if claim.place else None for claim in claims]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # a figure in brackets keeps what bounds it
        ("اعتقلت القوات الإسرائيلية أكثر من (90) مواطنا من بلدة يطا.", {"arrested": 91}),
        ("نزح نحو (15) ألف مدني من مدينة الفاشر.", {"displaced": 15000}),
        # a number that those reach of whom a clause tells
        ("وصل عدد الذين قضوا تحت التعذيب في سجون النظام إلى ما لا يقل عن 118 شخصا.", {"killed": 118}),
        ("ارتفع إلى 8 بينهم امرأتان وطفل تعداد المدنيين الذين قتلوا في القصف على بلدة سرمين.", {"killed": 8}),
        ("إن من بين 1213 الذين استشهدوا على يد النظام 302 من الأطفال.", {"killed": 1213}),
        ("العدد الكلي لمن قتلتهم القوات الإسرائيلية في عمليات التفتيش والاعتقال بلغ 75 فلسطينيا.", {"killed": 75}),
        # those who fell
        ("إن نحو 180 مدنيا سقطوا خلال اليوم الماضي في مدينة حلب.", {"killed": 180}),
        # deeds among deeds, and no man among men
        ("رصد المركز الفلسطيني 45 انتهاكا، بينها مقتل ثلاثة صحفيين في مدينة غزة.", {"killed": 3}),
        # protesters who were harmed held no march
        ("قتلت القوات العشرات، وقالت المنظمة إن أكثر من 100 متظاهر قتلوا في مدينة شيراز.", {"killed": 20}),
        # brackets behind who took them
        ("أوقفت مفارز للجيش (وحدات خاصة) 21 عنصر دعم للجماعات الإرهابية قرب تبسة.", {"arrested": 21}),
        ("سقط العشرات من عناصر الميليشيات بين قتيل وجريح وأسير قرب صرواح.", {}),
    ],
)
def test_counts(read: Read, text: str, counts: dict[str, int]) -> None:
    first, *_ = read(text)
    assert lows(first) == counts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # others kill others
        (
            "قتلت قسد 11 مدنيا بينهم طفلان، وقتلت جميع فصائل المعارضة المسلحة مدنيا واحدا.",
            [({"SYR.SDF"}, 11), ({"SYR.OPP"}, 1)],
        ),
        ("قتل 55 مدنيا في سوريا، قتل منهم نظام الأسد 14 مدنيا.", [(set(), 55), ({"SYR.GOV"}, 14)]),
        (
            "وثقت المنظمة مقتل 18 مدنيا في تعز، تسببت مليشيات الحوثي بمقتل 11 مدنيا منهم.",
            [(set(), 18), ({"YEM.HOUTHI"}, 11)],
        ),
        # other means
        (
            "قتل طفلان بشظايا قذائف في تعز، وقتل مدني واحد برصاص قناص حوثي، وقتل أربعة مدنيين بانفجار لغم.",
            [(set(), 2), ({"YEM.HOUTHI"}, 1), (set(), 4)],
        ),
    ],
)
def test_tolls_of_others(read: Read, text: str, told: list[tuple[set[str], int]]) -> None:
    assert [(ids(claim, "initiator"), lows(claim)["killed"]) for claim in read(text)] == told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # a part's place is not that of the whole
        ("وثقت الشبكة السورية لحقوق الإنسان مقتل 64 مدنيا، بينهم 16 في إدلب و12 في حلب.", [None]),
        # what is taken in by another place
        ("اعتقلت القوات الإسرائيلية 40 شخصا في الضفة الغربية بما فيها القدس.", ["الضفة الغربية"]),
        # a further number of the same acts
        ("شن الطيران تسع غارات على بلدة سرمين، و4 على أريحا.", ["سرمين", "أريحا"]),
        # whom a town's arrests came from
        ("وفي نابلس، اعتقل الجنود ثلاثة فلسطينيين، بينهم شاب من بلدة برقة.", ["نابلس"]),
        ("أعلن الجيش الإسرائيلي اعتقال 16 مطلوبا ومصادرة أسلحة في مدينة نابلس.", ["نابلس", "نابلس"]),
        # the strip
        ("قصفت المدفعية رفح في قطاع غزة. وفي القطاع، اعتقلت القوات الإسرائيلية سبعة.", ["رفح", "قطاع غزة"]),
        # where a report is that begins without claims
        ("وثق المركز 145 انتهاكا في محافظة تعز. وقتل سبعة مدنيين بانفجار ألغام.", ["تعز"]),
    ],
)
def test_places(read: Read, text: str, places: list[str | None]) -> None:
    assert names(read(text)) == places


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # who issued a paper goes on in it
        (
            "أصدرت هيومن رايتس ووتش أمس تقريرها الدوري، وخلصت إلى أن قوات النظام قتلت سبعة مدنيين في حلب.",
            ["هيومن رايتس ووتش"],
        ),
        # a number is no part of a name
        ("سجل المرصد السوري لحقوق الإنسان 13 غارة على بلدة سرمين.", ["المرصد السوري لحقوق الإنسان"]),
        # a rights group, and no reporter of the outlet
        ("أحصت منظمة مراسلون بلا حدود مقتل 67 صحفيا في غزة.", ["منظمة مراسلون بلا حدود"]),
        # orders are nobody's words
        ("وبناء على أوامر القائد العام، نفذ الطيران العراقي ضربة جوية في وادي حوران.", []),
        ("كشفت ودمرت مفارز للجيش الجزائري ثلاثة ألغام قرب تبسة.", []),
    ],
)
def test_voices(read: Read, text: str, sources: list[str]) -> None:
    first, *_ = read(text)
    assert [source.name for source in first.attribution] == sources


def test_a_press_office_of_forces_is_official(read: Read) -> None:
    (claim,) = read("قال المركز الإعلامي للقوات المسلحة إن المدفعية قصفت مدينة حيس.")
    assert [source.kind for source in claim.attribution] == ["official"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("حذرت منظمة العفو الدولية من استمرار القصف على مدينة صور.", "happened"),
        ("حذرت منظمة العفو الدولية من تواصل القصف المكثف على مدينة صور.", "happened"),
        ("حذرت منظمة العفو الدولية من تجدد القتال في مدينة صور.", "expected"),
    ],
)
def test_what_is_warned_of_may_be_going_on(read: Read, text: str, modality: str) -> None:
    first, *_ = read(text)
    assert first.modality == modality


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # what a paper is about, in which something else is said
        (
            "أشارت الأمم المتحدة، في تقريرها الدوري عن الأعمال القتالية في غزة، إلى مقتل سبعة موظفين في غارة على رفح.",
            ["air_strike"],
        ),
        ("استهدفت غارة اجتماعا لقيادات التنظيم في بلدة هجين.", ["air_strike"]),
        ("وبكمين محكم تمكنت الشرطة العراقية من اعتقال ثلاثة مطلوبين في كركوك.", ["arrest"]),
        (
            "قال إن صاروخين استهدفا معسكرا قرب تعز، مضيفا أن صاروخين استهدفا تجمعات في مأرب.",
            ["shelling", "shelling"],
        ),
        ("تعد النسبة مؤشرا صارخا على استهداف القوات للمدنيين.", []),
        ("استطاع الفريق توثيق مقتل سبعة مدنيين في تعز.", ["attack"]),
    ],
)
def test_kinds(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قتل (36) شخصا في حلب، و(22) في إدلب، و(21) في حمص.", [("حلب", 36), ("إدلب", 22), ("حمص", 21)]),
        ("قتل 36 مدنيا في ريف دمشق، و22 في إدلب وأصيب آخرون.", [("ريف دمشق", 36), ("إدلب", 22)]),
        # parts of a toll are no tolls of their own
        ("قتل 20 مدنيا في حلب، بينهم ستة في الباب و4 في منبج.", [("حلب", 20)]),
        ("وثق المركز مقتل مدني في بنغازي، ومقتل ثلاثة آخرين في طرابلس.", [("بنغازي", 1), ("طرابلس", 3)]),
        # a figure in brackets repeats the word before it
        ("وثق المركز مقتل مدني واحد (1) في مدينة بنغازي.", [("بنغازي", 1)]),
    ],
)
def test_tolls_told_place_by_place(read: Read, text: str, told: list[tuple[str, int]]) -> None:
    claims = read(text)
    assert [(name, lows(claim)["killed"]) for name, claim in zip(names(claims), claims, strict=True)] == told


def test_what_is_to_be_looked_into_was(read: Read) -> None:
    request, strike = read("دعت هيومن رايتس ووتش إلى التحقيق في ضربة إسرائيلية أودت بحياة امرأة في جنوب لبنان.")
    assert (request.kind, strike.modality, lows(strike)) == ("request", "happened", {"killed": 1})


def test_who_answers(read: Read) -> None:
    (claim,) = read("ردت سرايا القدس على حادثة الاغتيال بإطلاق رشقات صاروخية على عسقلان.")
    assert {str(id)[:3] for id in ids(claim, "initiator")} == {"PSE"}


def test_the_last_week(read: Read) -> None:
    (claim,) = read("اعتقلت الشرطة العراقية خلال الأسبوع الأخير سبعة مطلوبين في كركوك.")
    assert claim.when is not None
    assert (str(claim.when.start), str(claim.when.end)) == ("2021-09-22", "2021-09-29")


def test_somebody_found_dead_is_another_matter(read: Read) -> None:
    fight, found = read("دارت اشتباكات بين فصيلين في بلدة سحم الجولان، فيما عثر على جثة شاب عند أطراف بلدة طفس.")
    assert (fight.kind, found.kind, found.place and found.place.name) == ("clash", "attack", "طفس")
