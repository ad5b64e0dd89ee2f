"""Where: names with their introducing words, lists, nesting, unknown names, places carried over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

ONE = [
    ("قصفت قوات النظام قرية التح في محافظة إدلب.", "التح"),
    ("انفجرت عبوة ناسفة في حي الكرادة وسط بغداد.", "الكرادة"),
    ("انفجرت عبوة ناسفة في قرية قرب مدينة الباب شرقي حلب.", "الباب"),
    ("هاجم مسلحون حقل العمر النفطي بريف دير الزور.", "حقل العمر"),
    ("هبطت ثلاث طائرات شحن عسكرية في قاعدة عين الأسد بمحافظة الأنبار محملة بتعزيزات.", "عين الأسد"),
    ("تظاهر العشرات في ساحة التحرير وسط بغداد.", "بغداد"),
    ("اندلعت اشتباكات في محيط مدينة مأرب اليمنية.", "مأرب"),
    ("قتل أربعة جنود بهجوم في ريف حمص الشرقي.", "حمص"),
    ("شنت طائرات إسرائيلية غارة على جنوب لبنان.", "جنوب لبنان"),
    ("أطلقت الشرطة سراح عشرين موقوفا في مدينة القامشلي.", "القامشلي"),
    ("قصفت طائرات مسيرة قرى في إقليم كردستان العراق.", "كردستان"),
    ("تعرضت سفينة تجارية لهجوم قبالة الحديدة.", "الحديدة"),
    ("قتل خمسة جنود في هجوم مسلح شمالي مالي.", "مالي"),
    ("خطف مسلحون تاجرا قرب مدينة شهبا شمالي السويداء.", "شهبا"),
    ("قصفت الجماعات المتحالفة مع إيران قاعدة عين الأسد.", "عين الأسد"),
    ("اغتال مسلحون ضابطا أمام باب منزله في محافظة لحج.", "لحج"),
    ("تستضيف مسقط جولة محادثات بين واشنطن وطهران.", "مسقط"),
    ("نزح آلاف السكان من بلدة الكومة إلى مدينة الأبيض في السودان.", "الكومة"),
]


@pytest.mark.parametrize(("text", "name"), ONE)
def test_the_most_specific_named_place(read: Read, text: str, name: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert name in claim.place.name
    assert claim.place.lat is not None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قصفت المدفعية قرى كنصفرة والبارة وفليفل في جبل الزاوية.", ["كنصفرة", "البارة", "فليفل"]),
        ("قصفت قوات النظام بلدات سرمين، آفس، النيرب بقذائف الهاون.", ["سرمين", "آفس", "النيرب"]),
        ("داهمت قوات الاحتلال بلدتي سلوان والعيسوية في القدس.", ["سلوان", "العيسوية"]),
        ("تظاهر المئات في مدينتي السويداء وشهبا.", ["السويداء", "شهبا"]),
        ("قصفت المدفعية قريتي أم عزام وتل النهيرات بريف حماة.", ["أم عزام", "تل النهيرات"]),
        ("سقطت قذائف على قرى: الدليبة، وخربة الزيت، والنهيرات غربي حلب.", ["الدليبة", "خربة الزيت", "النهيرات"]),
    ],
)
def test_listed_places_give_one_claim_each(read: Read, text: str, names: list[str]) -> None:
    claims = read(text)
    assert [claim.place.name for claim in claims if claim.place] == names
    assert len({claim.id for claim in claims}) == len(names)
    assert len({claim.evidence for claim in claims}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستة مدنيين بقصف على أحياء الزهراء والأشرفية في مدينة حلب.",
        "سقطت قذائف على حيي الميدان والمزة في دمشق.",
    ],
)
def test_quarters_of_one_city_are_one_claim(read: Read, text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجر لغم في قرية تل العصافير بريف حماة.", "تل العصافير"),
        ("خطف مسلحون راعيا قرب بلدة أم الزرازير في بادية حمص.", "أم الزرازير"),
        ("دهمت الشرطة منزلا في حي البساتنة.", "البساتنة"),
    ],
)
def test_an_unknown_village_keeps_its_name_without_a_point(read: Read, text: str, name: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.name == name
    assert (claim.place.lat, claim.place.lon, claim.place.radius_km) == (None, None, None)
    assert claim.place.precision == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "شهدت مدينة السخنة انتشارا أمنيا كثيفا. واعتقلت الشرطة خمسة أشخاص.",
        "قصفت قوات النظام مدينة السخنة. وقتل ثلاثة مدنيين بانفجار لغم.",
        "وصلت تعزيزات إلى مدينة السخنة. ودارت اشتباكات عنيفة بين الطرفين.",
    ],
)
def test_a_place_is_carried_over_from_the_sentence_before(read: Read, text: str) -> None:
    *_, last = read(text)
    assert last.place is not None
    assert last.place.name == "السخنة"
    assert last.place.why.startswith("carried over")


def test_a_place_is_carried_over_from_the_headline(read: Read) -> None:
    title = "انفجار يهز مدينة السخنة"
    (claim,) = read(f"{title}\nقتل شخصان بانفجار عبوة ناسفة صباح اليوم.", title=title)
    assert claim.place is not None
    assert claim.place.name == "السخنة"


@pytest.mark.parametrize(
    "text",
    [
        "اتهمت الحكومة اليمنية جماعة الحوثي بعرقلة السلام.",
        "اعتقلت الشرطة ناشطا.",
    ],
)
def test_where_no_place_is_named_there_is_none(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert claim.place is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انطلق رتل عسكري من مدينة الحسكة إلى مدينة دير الزور.", "دير الزور"),
        ("وصلت تعزيزات من مدينة الرقة إلى بلدة عين عيسى.", "عين عيسى"),
    ],
)
def test_a_movement_is_where_it_goes(read: Read, text: str, name: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نزحت عشرات العائلات من مدينة مأرب نحو مدينة سيئون.", "مأرب"),
        ("فر مئات المدنيين من مخيم زمزم إلى بلدة طويلة.", "زمزم"),
        ("انسحبت القوات الروسية من مدينة تدمر باتجاه مدينة حمص.", "تدمر"),
        ("انسحبت القوات الأمريكية من قاعدة الشدادي.", "الشدادي"),
    ],
)
def test_who_leaves_or_flees_is_told_of_where_they_were(read: Read, text: str, name: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert name in claim.place.name


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("انفجرت عبوة ناسفة في مدينة الباب شرقي حلب.", "SY", "حلب"),
        ("اندلعت اشتباكات في مدينة الزاوية غربي طرابلس في ليبيا.", "LY", None),
        ("أطلق مسلحون النار في مدينة طرابلس شمالي لبنان.", "LB", None),
        ("هاجم مسلحون حاجزا في مدينة طرابلس عاصمة ليبيا.", "LY", None),
        ("قصفت مسيرة مدينة القصير في ريف حمص.", "SY", "حمص"),
    ],
)
def test_a_name_of_many_places_is_the_one_of_its_neighbours(
    read: Read, text: str, country: str, admin1: str | None
) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.country == country
    assert admin1 in (None, claim.place.admin1)


@pytest.mark.parametrize(
    "text",
    [
        "قصفت تركيا بلدة تل تمر.",
        "سيطرت موسكو على قاعدة في مدينة تدمر.",
    ],
)
def test_a_country_that_acts_is_not_the_place(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.name in ("تل تمر", "تدمر")


@pytest.mark.parametrize(
    "text",
    [
        "اقتحم لصوص المتجر من الباب الخلفي واعتقلت الشرطة أحدهم.",
        "أطلق مسلحون النار على شاب أمام باب منزله.",
        "قتل الطفل سلام الحسن برصاص مجهولين.",
        "اعتقلت الشرطة الشاعرة مريم البحري.",
    ],
)
def test_words_and_names_of_people_are_no_places(read: Read, text: str) -> None:
    claims = read(text)
    assert claims
    assert [claim.place for claim in claims if claim.place] == []


def test_a_whole_countryside_is_less_precise_than_its_town(read: Read) -> None:
    (town,) = read("قصفت قوات النظام مدينة حمص.")
    (area,) = read("قصفت قوات النظام ريف حمص.")
    assert town.place is not None
    assert area.place is not None
    assert (area.place.radius_km or 0) > (town.place.radius_km or 0)
    assert (town.place.precision, area.place.precision) == ("town", "area")


def test_a_place_points_at_its_words(read: Read) -> None:
    text = "قصفت قوات النظام بلدة سرمين شرقي إدلب."
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.span is not None
    assert claim.place.span.of(text) == "سرمين"
    assert (claim.place.lat, claim.place.lon) == (pytest.approx(35.9, abs=0.1), pytest.approx(36.72, abs=0.1))
    assert claim.place.admin1 == "إدلب"


@pytest.mark.parametrize("text", ["قصفت المدفعية قرى حدودية في محافظة صعدة.", "استهدف القصف بلدات عدة في محافظة صعدة."])
def test_what_describes_villages_names_none(read: Read, text: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.name == "صعدة"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل جندي في مدينة تعز، ووصل وفد إلى صنعاء. وقصفت المدفعية المدينة مساء الأحد.", "صنعاء"),
        ("زار الوزير بلدة كنصفرة في محافظة إدلب أمس. وشهدت المحافظة اشتباكات عنيفة.", "إدلب"),
        ("تظاهر مئات في مدينة الرقة. وقصف الجيش المدينة القديمة في حلب.", "حلب"),
    ],
)
def test_a_definite_noun_takes_up_the_place_named_last(read: Read, text: str, name: str) -> None:
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == name
