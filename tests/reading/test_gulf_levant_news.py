"""How papers of Yemen, the Gulf, Lebanon, Palestine and Jordan and the agencies put things: invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def ids(claim: Claim, side: str) -> set[str | None]:
    return {party.id for party in getattr(claim, side)}


def tolls(claim: Claim) -> dict[str, int]:
    return {name: count.low for name, count in claim.counts.items()}


@pytest.mark.parametrize(
    ("text", "did", "suffered"),
    [
        # two states, of which the first has two words
        ("قصفت الولايات المتحدة وإسرائيل مدينة أصفهان.", {"USA", "ISR"}, set()),
        # a country behind its town did nothing
        ("أسفرت اشتباكات في صيدا بلبنان عن 11 قتيلا.", set(), set()),
        # who left behind what blew up
        ("قتل طفلان بانفجار لغم من مخلفات الحوثيين في مديرية حيس.", {"YEM.HOUTHI"}, {"CIVILIANS"}),
        # who fell by what follows
        ("قتل شرطي سعودي إثر تعرض دورية لإطلاق نار في القطيف.", set(), {"SAU.GOV", None}),
        # relations of states are nobody
        ("اتفقت السعودية وإيران على استئناف العلاقات الدبلوماسية وفتح السفارتين.", {"SAU", "IRN"}, set()),
        ("قطع محتجون طرقا رئيسة في بيروت.", {"CIVILIANS"}, set()),
        # the agent is named behind an unknown one
        ("شنت مقاتلات سعودية غارتين على معسكر لقوات النخبة الحضرمية في المكلا.", {"SAU.MIL"}, {"YEM.STC.HADRAMI"}),
    ],
)
def test_roles(read: Read, text: str, did: set[str | None], suffered: set[str | None]) -> None:
    first, *_ = read(text)
    assert ids(first, "initiator") == did
    assert ids(first, "target") == suffered


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # an agreement under which something is done is no news of it
        ("أفرجت إسرائيل عن 196 أسيرا فلسطينيا في إطار المرحلة الأولى من اتفاق وقف إطلاق النار.", ["release"]),
        ("توصلت الحكومة اليمنية والحوثيون في ختام مشاورات السويد إلى اتفاق في الحديدة.", ["agreement"]),
        # what is missing before the comma is not missing behind it
        ("قصفت مدفعية إسرائيلية الضهيرة من دون وقوع إصابات، وتوغلت قوة في ميس الجبل.", ["shelling", "raid"]),
        # what is to stop is no act, what is to be done is
        ("طالبت المنظمة بوقف القصف والانسحاب الفوري للقوات من مدينة زوارة.", ["request", "withdrawal"]),
        ("طالبت المنظمة بوقف المعاناة وقتل الأطفال في غزة.", ["request"]),
        # what police do at a place is no arrest
        ("باشرت الشرطة إجراءات الضبط الجنائي في القطيف.", []),
        ("قطعت السعودية العلاقات الدبلوماسية مع إيران.", ["sanction"]),
        ("أعلنت السعودية قطع العلاقات الدبلوماسية مع إيران.", ["sanction"]),
        ("ألقت محلقة إسرائيلية قنبلة صوتية على بلدة الضهيرة.", ["attack"]),
        ("هاجم مستوطنون بلدة ترمسعيا وأحرقوا 30 منزلا.", ["attack"]),
    ],
)
def test_what_is_told(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قتل دبلوماسي روسي في هجوم في بغداد.", {"killed": 1}),
        ("أفرجت إسرائيل عن 1968 أسيرا مقابل إطلاق حماس سراح 20 رهينة.", {"released": 1968}),
        ("إن حملة الاعتقالات طالت منذ مطلع العام أكثر من 9900 مواطن في القدس.", {"arrested": 9901}),
        ("قتل ستة جنود وأصيب 11 آخرون في كمين في سيئون.", {"killed": 6, "wounded": 11}),
    ],
)
def test_how_many(read: Read, text: str, wanted: dict[str, int]) -> None:
    first, *_ = read(text)
    assert tolls(first) == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت السعودية قطع العلاقات مع إيران.", ["السعودية"]),
        ("قال محافظ عدن، أحمد لملس، إن مسلحين هاجموا نقطة في المنصورة.", ["محافظ عدن، أحمد لملس"]),
        ("قالت مديرة شؤون الأونروا في لبنان دوروثي كلاوس إن قصفا أصاب مدرستين في صيدا.", None),
    ],
)
def test_who_says_so(read: Read, text: str, names: list[str] | None) -> None:
    first, *_ = read(text)
    said = [source.name for source in first.attribution]
    assert said == names if names else len(said) == 1


def test_an_ordinal_before_a_stretch_tells_no_day(read: Read) -> None:
    (claim,) = read("قتل شرطيان بإطلاق نار في القطيف، في ثاني حادث تشهده المحافظة خلال عشرة أيام.")
    assert claim.when is not None
    assert (claim.when.end - claim.when.start).days <= 1


def test_a_claim_of_responsibility_stands_beside_what_is_told(read: Read) -> None:
    blast, claimed = read("قتل ثلاثة أشخاص إثر انفجار صهاريج في أبوظبي، وتبنى الحوثيون الهجوم.")
    assert blast.kind == "explosion"
    assert not ids(blast, "initiator")
    assert ids(claimed, "initiator") == {"YEM.HOUTHI"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل سبعة إسرائيليين في حي النبي يعقوب شمال القدس.", "النبي يعقوب"),
        ("قتل ستة جنود في كمين نصبه مسلحون قرب حقول المسيلة النفطية.", "حقول المسيلة"),
        ("فر المدنيون من مخيم أبو شوك.", "مخيم أبو شوك"),
    ],
)
def test_places(read: Read, text: str, place: str) -> None:
    first, *_ = read(text)
    assert first.place is not None
    assert first.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "يجب على إسرائيل الانسحاب من جنوب لبنان.",
        "قال وزير الخارجية إن على إسرائيل الانسحاب من جنوب لبنان.",
        "قال وزير الخارجية إن على إسرائيل أن تنسحب من جنوب لبنان.",
    ],
)
def test_what_must_be_done_is_asked_of_who_must(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert claim.modality == "requested"
    assert ids(claim, "initiator") == {"ISR"}


def test_what_is_given_in_return_is_still_to_come(read: Read) -> None:
    both = read("ستفرج إسرائيل عن 50 أسيرا مقابل إطلاق سراح رهينة.")
    assert [(claim.modality, tolls(claim)) for claim in both] == [("planned", {"released": n}) for n in (50, 1)]


def test_a_toll_since_the_war_has_no_day(read: Read) -> None:
    (claim,) = read("ارتفعت حصيلة القتلى في غزة منذ بدء الحرب إلى 50 ألف قتيل، وفق وزارة الصحة.")
    assert claim.when is None
    assert tolls(claim) == {"killed": 50000}


def test_six_more_are_added(read: Read) -> None:
    (claim,) = read("قتل جندي وأصيب خمسة، بينهم ضابط، فيما أصيب ستة آخرون في مأرب.")
    assert tolls(claim) == {"killed": 1, "wounded": 11}


def test_a_fight_lasts_so_long(read: Read) -> None:
    (claim,) = read("تلت الهجوم اشتباكات استمرت ثلاثة أيام في المكلا.")
    assert claim.when is not None
    assert (claim.when.end - claim.when.start).days == 2
