"""Where: names with their introducing words, lists, nesting, unknown names, places carried over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.model import Claim, Report
from marsad.reading import Reader

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
    ("تستضيف الدوحة جولة محادثات بين واشنطن وطهران.", "الدوحة"),
    ("نزح آلاف السكان من بلدة الكومة إلى مدينة الأبيض في السودان.", "الكومة"),
    ("هاجم مسلحون مزارعين جنوب الخليل.", "جنوب الخليل"),
    ("هاجم مسلحون مقرا للفرقة الرابعة في مدينة الميادين.", "الميادين"),
    ("أصيب شرطي بانفجار عبوة قرب العاصمة مقديشو.", "مقديشو"),
    ("قتل شخص في العاصمة بغداد.", "بغداد"),
    ("انفجرت عبوة ناسفة في العاصمة الليبية.", "طرابلس"),
    ("هاجم مسلحون ثكنة للجيش النيجري غربي البلاد.", "غرب النيجر"),
    ("قتل عشرة جنود في هجوم شمالي بوركينا فاسو.", "بوركينا فاسو"),
    ("اندلع قتال وسط مدينة الفاشر.", "الفاشر"),
    ("نقل جنديان إلى المستشفى العسكري بتونس العاصمة بعد انفجار لغم في جبل الشعانبي.", "الشعانبي"),
    ("اعتقلت الشرطة عشرين شابا ينحدرون من ريف إدلب في مدينة حلب.", "حلب"),
    ("قتل جنديان في بوركينا فاسو المجاورة لمالي والنيجر.", "بوركينا فاسو"),
    ("حلقت طائرات استطلاع إسرائيلية فوق دمشق.", "دمشق"),
    ("قصفت المدفعية الإسرائيلية عيترون.", "عيترون"),
    ("أطلق حزب الله صواريخ على بلدات إسرائيلية.", "إسرائيل"),
    ("يعيش السودان حربا بين الجيش والدعم السريع.", "السودان"),
    ("تأتي الزيارة في وقت تشهد فيه ليبيا اشتباكات مسلحة.", "ليبيا"),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سقطت قذائف على بلدة سرمين أطلقت من مواقع القوات الحكومية في معسكر جورين.", "سرمين"),
        ("أطلق مسلحون صاروخا من مدينة غزة باتجاه مدينة عسقلان.", "عسقلان"),
        ("اعتقلت شرطة ديالى أربعة مطلوبين في مدينة بعقوبة.", "بعقوبة"),
        ("استهدف فيلق حماة بالمدفعية بلدة كفرزيتا.", "كفرزيتا"),
        ("سقط صاروخ أطلق من غزة في منطقة مفتوحة قرب عسقلان.", "عسقلان"),
        ("قال محافظ الحسكة من دمشق إن انفجارا هز مدينة القامشلي.", "القامشلي"),
        ("دخل رتل من عشر آليات من معبر كفرلوسين.", "معبر كفرلوسين"),
    ],
)
def test_where_fire_comes_from_and_who_is_named_after_a_place_tell_less(read: Read, text: str, name: str) -> None:
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == name


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("قتل راع بانفجار لغم على بعد 25 كم شرق مدينة تدمر.", 34.56, 38.56),
        ("قصفت الطائرات سيارة 30 كيلومترا شمال غرب الفلوجة.", 33.54, 43.56),
        ("انفجرت عبوة على بعد 10 كيلومترات إلى الجنوب من بلدة السخنة في ريف حمص.", 34.80, 38.87),
    ],
)
def test_distance_and_direction_move_the_point(read: Read, text: str, lat: float, lon: float) -> None:
    claim = read(text)[-1]
    assert claim.place is not None
    assert (claim.place.lat, claim.place.lon) == (pytest.approx(lat, abs=0.02), pytest.approx(lon, abs=0.02))
    assert claim.place.precision == "area"


def test_a_road_lies_between_its_ends(read: Read) -> None:
    (claim,) = read("هاجم مسلحون صهريجا على الطريق الواصل بين الرقة ودير الزور.")
    assert claim.place is not None
    assert claim.place.precision == "region"
    assert claim.place.lat == pytest.approx(35.64, abs=0.05)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("طال القصف محيط مدينة الأتارب وبلدة كفر عمة بذات الريف و أطراف قريتي الفطيرة و فليفل.",
         ["الأتارب", "كفر عمة", "الفطيرة", "فليفل"]),
        ("قصفت المدفعية قرى غانية، والغسانية بريف جسر الشغور.", ["غانية", "الغسانية"]),
        ("سيطرت المقاومة على مديريتي بعدان والسدة.", ["بعدان", "السدة"]),
        ("أغارت الطائرات على برج النهيرات وصديقين وقانا.", ["برج النهيرات", "صديقين", "قانا"]),
    ],
)  # fmt: skip
def test_lists_go_on_over_areas_and_unknown_names(read: Read, text: str, names: list[str]) -> None:
    assert [claim.place.name for claim in read(text) if claim.place] == names


@pytest.mark.parametrize(
    "text",
    [
        "قصفت المدفعية المناطق الخارجة عن السيطرة.",
        "قتل جندي بهجوم على موقع عسكري.",
        "قتل ثلاثة بواسطة قنبلة، وإنه حادث مدبر.",
    ],
)
def test_words_behind_definite_nouns_and_positions_are_no_places(read: Read, text: str) -> None:
    assert [claim.place for claim in read(text) if claim.place] == []


def test_what_stands_under_the_head_of_a_section_is_placed_there(read: Read) -> None:
    claims = read("درعا::\nانفجرت عبوة ناسفة بسيارة.\nحلب::\nاعتقلت الشرطة خمسة أشخاص.")
    assert [claim.place.name for claim in claims if claim.place] == ["درعا", "حلب"]


def test_a_name_whose_only_place_lies_elsewhere_has_no_point_of_it(read: Read) -> None:
    (quarter,) = read("قتل جندي بهجوم في حي المرابط بمدينة حماة.")
    assert quarter.place is not None
    assert (quarter.place.lat, quarter.place.precision) == (pytest.approx(35.13, abs=0.05), "area")
    (town,) = read("قتل أربعة بقصف على بلدة الجديدة بريف إدلب الغربي.")
    assert town.place is not None
    assert (town.place.name, town.place.lat, town.place.precision) == ("الجديدة", None, "unknown")


def test_an_unknown_camp_lies_in_the_town_named_with_it(read: Read) -> None:
    (claim,) = read("قصفت المدفعية مخيم النهيرات في بلدة ترمانين.")
    assert claim.place is not None
    assert (claim.place.name, claim.place.precision) == ("النهيرات", "area")
    assert claim.place.lat is not None


def test_a_town_whose_name_is_a_noun_counts_once_it_is_introduced(read: Read) -> None:
    *_, last = read("سيطر المسلحون على بلدة القريتين في ريف حمص. وخطفوا ستين شخصا في القريتين.")
    assert last.place is not None
    assert last.place.name == "القريتين"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("زارت فرق مدينة محردة في ريف حماة. ونفت محردة الأنباء. وسقطت صواريخ وسط المدينة.", "محردة"),
        ("استقبل الوزير وفدا يمنيا في الرياض.", "الرياض"),
        ("قصفت المدفعية قرية عديسه في جنوب لبنان.", "العديسة"),
        ("هاجم مسلحون دورية في مدينة القائم العراقية قرب البوكمال السورية.", "القائم"),
    ],
)
def test_names_in_other_shapes(read: Read, text: str, name: str) -> None:
    claim = read(text)[-1]
    assert claim.place is not None
    assert claim.place.name == name


def test_what_local_people_ask_for_they_ask_for_there(read: Read) -> None:
    claims = read("تظاهر المئات في مدينة عدن. وطالب المحتجون الحكومة بصرف المرتبات.")
    assert {claim.place.name for claim in claims if claim.place} == {"عدن"}
    assert all(claim.place for claim in claims)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("دعت البعثة الأممية الحكومة والمتمردين إلى هدنة إنسانية في بابنوسة.", "بابنوسة"),
        ("خطف مسلحون تاجراً في مدينة عفرين وطالبوا ذويه بفدية.", "عفرين"),
        ("فر ألف مدني من المعارك في مدينة سنجة.", "سنجة"),
        ("قالت البادية تايم إن الجيش قصف قرية حمرة. وبحسب سبها تايم، أغلق محتجون ميناء طبرق.", "طبرق"),
    ],
)
def test_what_is_asked_or_fled_tells_where(read: Read, text: str, name: str) -> None:
    assert {claim.place.name for claim in read(text) if claim.place} >= {name}
    assert read(text)[-1].place is not None


def test_what_may_be_agreed_on_has_no_place_of_others(read: Read) -> None:
    claims = read("قصفت إسرائيل مدينة رفح. ونفى قيادي في حركة حماس التوصل إلى هدنة.")
    assert [claim.place and claim.place.name for claim in claims] == ["رفح", None]


def test_a_public_table_adds_places_and_takes_none_away(tmp_path: Path) -> None:
    """Its hamlets are named like words, countries and reviewed towns; behind their noun they are found."""
    head = "id,name_ar,name_en,lat,lon,type,admin1,country,radius_km,aliases,flags,source"
    rows = [
        "cod:X1,جروح,,35.1,37.5,village,حماة,SY,2,,,cod",
        "cod:X2,تركيا,,35.9,38.7,village,الرقة,SY,2,,,cod",
        "cod:X3,سرمين,,35.91,36.73,village,إدلب,SY,2,,,cod",
        "cod:X4,تل البرنوس,,35.7,36.7,village,إدلب,SY,2,,,cod",
    ]
    (tmp_path / "places.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    reader = Reader(knowledge_folders=[tmp_path])

    def place(text: str) -> tuple[str, str] | None:
        (claim,) = reader.read(Report("x", text, published="2023-05-17")).claims
        return claim.place and (claim.place.name, claim.place.why.split()[1])

    assert place("أصيب اثنان بجروح في قصف على بلدة سرمين.") == ("سرمين", "m:sarmin")
    assert place("قصفت تركيا بلدة سرمين.") == ("سرمين", "m:sarmin")
    assert place("قصفت المدفعية قرية تل البرنوس.") == ("تل البرنوس", "cod:X4")


def test_a_name_of_several_countries_is_that_of_the_outlet(reader: Reader) -> None:
    text = "قصف الجيش بلدة القصير بالمدفعية أمس."
    (claim,) = reader.read(Report("r", text, published="2024-03-05", outlet="عنب بلدي")).claims
    assert claim.place is not None
    assert claim.place.country == "SY"
    assert [party.id for party in claim.initiator] == ["SYR.GOV"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("شهدت أرياف حلب وإدلب وحماة قصفا متبادلا.", ["ريف حلب", "ريف إدلب", "ريف حماة"]),
        ("استهدفت غارات بلدات الخيام والعديسة، ومدينتي صور والنبطية.", ["الخيام", "العديسة", "صور", "النبطية"]),
        ("أغارت الطائرات على الرقة ودير الزور، وعلى البوكمال.", ["الرقة", "دير الزور", "البوكمال"]),
        ("قصفت المدفعية مواقع في بلدة كنسبا ومواقع أخرى في أورم الكبرى.", ["كنسبا", "أورم الكبرى"]),
        ("خرجت مظاهرات في السويداء وشهبا والقريا للمطالبة بالإفراج عن معتقلين.", ["السويداء", "شهبا", "القريا"]),
        ("استولى مسلحون على شاحنة وقود بين غاو وتمبكتو.", ["غاو"]),
    ],
)
def test_a_list_of_places_goes_on(read: Read, text: str, places: list[str]) -> None:
    kind = read(text)[0].kind
    assert [claim.place and claim.place.name for claim in read(text) if claim.kind == kind] == places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل خمسة جنود في ديار بكر أمس. وأصيب شرطي في هجوم شرقي البلاد.", "شرق تركيا"),
        ("قصفت طائرات الجيش مدينة نيالا السودانية. وفي العاصمة قتل ثلاثة مدنيين برصاص قناص.", "الخرطوم"),
        ("قصفت طائرات الجيش مدينة نيالا السودانية. واندلعت اشتباكات جنوبي العاصمة.", "جنوب الخرطوم"),
        ("اعتقلت الشرطة تاجرا في صفاقس التونسية. وخرجت مظاهرات في مختلف أنحاء البلاد.", "تونس"),
        ("انفجرت قنبلة في صفاقس التونسية. وقتل شرطي، وهو أول هجوم تشهده البلاد هذا العام.", "صفاقس"),
    ],
)
def test_the_country_and_the_capital_are_those_of_the_report(read: Read, text: str, name: str) -> None:
    last = read(text)[-1]
    assert last.place is not None
    assert last.place.name == name


def test_several_sides_of_a_place_are_all_of_it(read: Read) -> None:
    (claim,) = read("اندلعت اشتباكات جنوبي وشرقي وشمالي مدينة الفاشر.")
    assert claim.place is not None
    assert claim.place.name == "الفاشر"


def test_villages_of_a_countryside_are_not_called_like_it(read: Read) -> None:
    (claim,) = read("انتشرت قوات الأمن في بلدات وقرى ريف السويداء.")
    assert claim.place is not None
    assert claim.place.country == "SY"


def test_a_place_alone_in_its_sentence_is_that_of_the_next(read: Read) -> None:
    (claim,) = read("ليبيا.. اشتباكات بين كتائب مسلحة.")
    assert claim.place is not None
    assert claim.place.country == "LY"


def test_an_act_without_a_place_is_where_the_rest_of_its_sentence_is(read: Read) -> None:
    attack, protest = read("اعتدى عناصر من الشرطة على صحفيين كانوا يغطون احتجاجا في مدينة صفاقس.")
    assert attack.place is not None
    assert protest.place is not None
    assert attack.place.name == protest.place.name == "صفاقس"


def test_a_temporary_checkpoint_has_no_name(read: Read) -> None:
    assert all(claim.place is None for claim in read("نصبت قوة إسرائيلية حاجزا مؤقتا."))


def test_whose_parties_are_named_tells_which_place_is_meant(read: Read) -> None:
    (claim,) = read("قتلت قوات الدعم السريع خمسة مدنيين في معسكر زمزم.")
    assert claim.place is not None
    assert claim.place.country == "SD"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what a verb says that a place saw, or who goes there
        ("شهدت الحديدة ظهر اليوم مسيرة حاشدة تضامنا مع غزة.", ["الحديدة"]),
        ("تستضيف مسقط غدا جولة محادثات بين طهران وواشنطن.", ["مسقط"]),
        ("تستضيف تونس اليوم اجتماعا بين وزيري الداخلية لبحث إعادة فتح معبر رأس جدير.", ["تونس"]),
        ("يزور وفد من الحركة القاهرة الأسبوع المقبل.", ["القاهرة"]),
        ("أكد القائد أن قواته لن تتوقف حتى استعادة كامل اليمن.", ["اليمن"]),
        # near a place, in a wide one
        ("وفي وادي حضرموت، هاجم مسلحون نقطة تفتيش للجيش قرب القطن فجر اليوم.", ["القطن"]),
        ("قصفت الطائرات محيط جبل كارة في ناحية العمادية بمحافظة دهوك.", ["كاره"]),
        ("توغلت دبابات شرق حي الشجاعية بمدينة غزة.", ["شرق الشجاعية"]),
        ("حظرت سلطات منطقة تيلابيري سير الدراجات النارية في تورودي.", ["تورودي"]),
        ("انفجر لغم في بادية التبني غرب دير الزور وقتل طفلا.", ["بادية التبني"]),
        # who leaves towards a place, who is brought to one, what flies to one
        ("دهمت القوة منازل في قرية أوفانيا ثم انسحبت منها باتجاه الجولان المحتل.", ["أوفانيا", "أوفانيا"]),
        ("نقل المصابون إلى مستشفى ناصر في خان يونس بعد قصف استهدف خيمة في المواصي.", ["المواصي"]),
        # part of a toll, talks about a place, who is sanctioned, what is outside
        ("وثقت الشبكة مقتل 22 مدنيا في ليبيا خلال الشهر الماضي، بينهم تسعة في الزاوية.", ["ليبيا"]),
        ("عقد الوزير المصري اجتماعا مع نظيره السعودي في جدة لبحث الأوضاع في غزة.", ["جدة"]),
        ("هددت واشنطن بفرض عقوبات على بغداد.", [None]),
        # names that no file knows, and words that look like names
        ("استهدفت طائرة مسيرة دراجة نارية قرب سرغل في محافظة دهوك.", ["سرغل"]),
        ("اعتقلت قوات الأمن 15 مهاجرا في جبنيانة بولاية صفاقس.", ["جبنيانة"]),
        ("اعتقلت قوات الأمن مهربا في معتمدية الشابة بولاية المهدية.", ["الشابة"]),
        ("أفرجت السلطات عن ثلاثة معتقلين من سجن الرملاوي أمس.", ["الرملاوي"]),
        ("استهدف هجوم كنيسة في قرية كومبو بمنطقة بيني شرقي الكونغو الديمقراطية.", ["كومبو"]),
        ("أغلق محتجون الطرق المؤدية إلى حقل المسيلة.", ["حقول المسيلة"]),
        ("قال مصدر إن التحالف بصدد الانسحاب من قاعدة خراب عشك.", ["خراب عشك"]),
        ("أسقطت الدفاعات الجوية مسيرتين اقتربتا من قاعدة حميميم.", ["قاعدة حميميم"]),
        ("قتل خمسة جنود في هجوم على موقع للجيش في سوقيكو شمالي مالي.", ["سوقيكو"]),
        # what is said again, parts of a country, borders, streets
        ("اندلعت اشتباكات جنوبي مدينة الزاوية غرب العاصمة الليبية طرابلس بين قوتين.", ["جنوب الزاوية"]),
        ("شن مسلحون هجوما على إحدى القرى الشمالية من بوركينا فاسو.", ["شمال بوركينا فاسو"]),
        ("قتل شرطي تركي في انفجار قنبلة في جنوب شرق البلاد.", ["جنوب شرق تركيا"]),
        ("هاجم مسلحون نقطة للشرطة في منطقة كورنيش حلوان.", ["حلوان"]),
        ("طال القصف بلدة كفر عمة بذات الريف وأطراف قريتي الفطيرة وفليفل.", ["كفر عمة", "الفطيرة", "فليفل"]),
        # one of what was taken, where people go to
        ("سيطر التنظيم على نقاط عدة بينها سجن الوديان في محيط الحسكة.", ["الحسكة"]),
        ("أعلن الجيش اعتراض صاروخ باليستي كان متجها نحو محافظة مأرب، شمال شرقي صنعاء.", ["مأرب"]),
    ],
)
def test_which_of_its_places_a_claim_is_told_of(read: Read, text: str, names: list[str | None]) -> None:
    assert [claim.place and claim.place.name for claim in read(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the camp and the base that were told of last, none where a town tells which
        ("انسحبت القوة من معسكر أوباري. وقال سكان إن المعسكر سلم إلى كتيبة أخرى.", "أوباري"),
        ("تدربت القوات في قاعدة الشدادي. وتعرضت القاعدة الأمريكية في حقل العمر لهجوم بطائرة مسيرة.", "حقل العمر"),
        # the governorate of a city, the authorities of no district
        ("قتل جندي في مديرية منبه بصعدة. وفي ذمار، دعت الهيئة الشبان إلى وقفة في المحافظة.", "ذمار"),
        ("هاجم مسلحون محلية طويلة. وقتلت السلطة المحلية رجلا في كسلا.", "كسلا"),
    ],
)
def test_what_a_noun_takes_up(read: Read, text: str, name: str) -> None:
    last = read(text)[-1]
    assert last.place is not None
    assert last.place.name == name


def test_a_small_place_is_that_of_the_country_told_of(read: Read) -> None:
    (claim,) = read("نهب مسلحون سودانيون ست شاحنات قرب الجنينة في دارفور.")
    assert claim.place is not None
    assert claim.place.country == "SD"


def test_a_quarter_is_that_of_the_city_told_of(read: Read) -> None:
    (claim,) = read("دارت اشتباكات على أطراف حي الخالدية شمال مدينة حلب.")
    assert claim.place is not None
    assert claim.place.admin1 == "حلب"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("فر آلاف المدنيين إلى أدري شرقي تشاد من غرب دارفور.", "غرب دارفور"),
        ("وصلت إلى باغا سولا كتيبة من 450 جنديا.", "باغا سولا"),
        ("أوقفت وحدات الحرس 12 مهاجرا في معتمدية الغرابلة.", "الغرابلة"),
        ("توغلت قوات إسرائيلية داخل المنطقة العازلة في سوريا.", "المنطقة العازلة"),
        ("نجحت قوات الأمن بشمال سيناء في ضبط 25 مطلوبا.", "شمال سيناء"),
    ],
)
def test_where_who_left_and_who_works_there(read: Read, text: str, name: str) -> None:
    (claim,) = read(text)
    assert claim.place is not None
    assert claim.place.name == name


def test_a_part_of_a_country_bounds_nothing(read: Read) -> None:
    (claim,) = read("احتجز محتجون موظفين في حقل الشرارة النفطي جنوب غرب ليبيا.")
    assert claim.place is not None
    assert claim.place.lat is not None


def test_a_list_behind_towns_begins_with_any_place(read: Read) -> None:
    claims = read("تعرضت بلدات الشجرة والشيخ سعد لقصف مدفعي.")
    assert [claim.place and claim.place.name for claim in claims] == ["الشجرة", "الشيخ سعد"]


def test_a_civilian_with_wounds_is_no_town(read: Read) -> None:
    (claim,) = read("أصيب مدني بجروح جراء قصف مدفعي استهدف تجمعا له وسط مدينة كوباني.")
    assert claim.place is not None
    assert claim.place.name == "كوباني"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # where all of a sentence was, before who tells it
        (
            "سيطر الجيش على مواقع في مقبنة. وفي إب، أفادت مصادر محلية بأن مليشيا الحوثي اختطفت 13 تربويا ومحاميا.",
            "إب",
        ),
        # an agreement of long ago was not made where the report's acts are
        ("قصفت القوات النبطية. وكان الطرفان قد وقعا اتفاقا لوقف إطلاق النار في عام 2019.", None),
    ],
)
def test_where_the_last_claim_is(read: Read, text: str, name: str | None) -> None:
    place = read(text, published="2024-10-13")[-1].place
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلن الجيش المالي مقتل 30 مسلحا شمالي البلاد. وكانت باريس قد سحبت قواتها قبل عامين.", "أزواد"),
        ("قالت الشرطة الباكستانية إن انفجارا وقع غربي البلاد. ونفت أفغانستان ذلك. وأفغانستان جارة.", "غرب باكستان"),
        ("قتل 10 من الجيش البوركيني في كمين شرقي البلاد، بينما تدين مالي والنيجر الهجوم.", "شرق بوركينا فاسو"),
        ("قصفت طائرات بلدتي عيترون ويارون وقرية رامية. وشن الجيش الإسرائيلي غارات في شرق البلاد.", "شرق لبنان"),
    ],
)  # fmt: skip
def test_the_country_is_that_of_the_state_whose_institutions_speak(read: Read, text: str, name: str) -> None:
    assert name in [claim.place.name for claim in read(text) if claim.place]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("انفجرت عبوة ناسفة في شارع رئيسي في حي عدن بالعاصمة العراقية بغداد.", "عدن", "IQ"),
        ("قتل شرطي بحي الزهور في العاصمة التشادية نجامينا.", "حي الزهور", "TD"),
        ("اعتقلت الشرطة ثلاثة في حي جوبر. وقالت الشرطة المغربية إن العملية انتهت في فاس.", "حي جوبر", "MA"),
    ],
)
def test_a_quarter_lies_in_the_country_of_the_report(read: Read, text: str, name: str, country: str) -> None:
    claim = read(text)[0]
    assert claim.place is not None
    assert (claim.place.name, claim.place.country) == (name, country)


def test_a_surname_behind_ali_is_no_town(read: Read) -> None:
    (claim,) = read("قال المتحدث باسم الوزارة، سالم علي العروي، إن الشرطة اعتقلت خمسة على ذمة التحقيق.")
    assert claim.place is None


@pytest.mark.parametrize("then", ["ثم مدينة", "ثم على مدينة"])
def test_a_list_of_places_goes_on_with_then(read: Read, then: str) -> None:
    claims = read(f"شنت الطائرات غارات على مدينة الأبيض {then} بارا.")
    assert [claim.place.name for claim in claims if claim.place] == ["الأبيض", "بارا"]
