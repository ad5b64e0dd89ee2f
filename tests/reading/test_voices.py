"""Who says so: the chain of voices from the nearest to the event outwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

#: Sentence, kinds of the chain, and a word of each name.
CHAINS = [
    ("قال المرصد السوري لحقوق الإنسان إن انفجارا وقع في مدينة الرقة.", [("monitor", "المرصد")]),
    ("أعلنت وزارة الداخلية العراقية اعتقال ستة مطلوبين في مدينة الكوت.", [("official", "وزارة الداخلية")]),
    ("قتل شخصان بانفجار لغم في مدينة طيبة الإمام، بحسب الدفاع المدني.", [("local", "الدفاع المدني")]),
    ("وفقا لمصدر طبي، قتل ثلاثة مدنيين بقصف على مدينة الحديدة.", [("medical", "مصدر طبي")]),
    ("مصادر محلية أفادت بأن مسلحين هاجموا حاجزا قرب بلدة ذيبان.", [("local", "مصادر محلية")]),
    ("أفاد شهود عيان بأن انفجارا هز حي الكرادة وسط بغداد.", [("local", "شهود")]),
    ("قال مصدر مطلع إن القوات الأميركية انسحبت من قاعدة الشدادي.", [("anonymous", "مصدر مطلع")]),
    ("ذكرت تقارير أن مسلحين خطفوا مهندسا في مدينة سبها.", [("unspecified", "تقارير")]),
    ("وردت أنباء عن انفجار في مدينة درنة.", [("unspecified", "أنباء")]),
    ("قال سامي الحداد إن مسلحين أحرقوا منزله في بلدة الكرك.", [("person", "سامي الحداد")]),
    ("قال قائد شرطة كركوك إن انتحاريا فجر نفسه في سوق شعبية بالمدينة.", [("official", "قائد شرطة")]),
    ("أعلن الناطق باسم حركة الشباب أن مقاتليها سيطروا على بلدة عيل بور.", [("armed_group", "حركة الشباب")]),
    (
        "نقلت وكالة رويترز عن مصدر أمني قوله إن مسلحين هاجموا نقطة تفتيش في كركوك.",
        [(None, "مصدر أمني"), ("agency", "رويترز")],
    ),
    (
        "نقلت قناة الجزيرة عن شهود عيان أن اشتباكات اندلعت في مدينة الخرطوم.",
        [("local", "شهود"), ("media", "الجزيرة")],
    ),
    (
        "ونقلت صحيفة الشرق الأوسط عن سكان قولهم إن قصفا طال حي الزهراء.",
        [("local", "سكان"), ("media", "الشرق الأوسط")],
    ),
    ("قالت بعثة الأمم المتحدة في ليبيا إن اشتباكات اندلعت في مدينة الزاوية.", [("monitor", "الأمم المتحدة")]),
    ("المرصد السوري: مقتل أربعة مدنيين بقصف على بلدة سرمين.", [("monitor", "المرصد")]),
    ("نفت وزارة الدفاع العراقية سقوط صواريخ على قاعدة بلد.", [("official", "وزارة الدفاع")]),
    ("قالت الشرطة إن عبوة ناسفة انفجرت في بلدة نصيب.", [("official", "الشرطة")]),
    ("قال ناشطون إن قوات النظام قصفت بلدة سرمين.", [("local", "ناشطون")]),
    ("قتل جنديان بانفجار عبوة في مدينة العريش، حسبما أفادت مصادر طبية.", [("medical", "مصادر طبية")]),
    ("انفجرت عبوة ناسفة في مدينة الباب.", []),
    ("أفاد مراسلنا في درعا بأن عبوة ناسفة انفجرت في بلدة نصيب.", []),
]


def chain(claim: Claim) -> list[tuple[str, str]]:
    return [(source.kind, source.name) for source in claim.attribution]


@pytest.mark.parametrize(("text", "wanted"), CHAINS)
def test_the_chain_of_voices(read: Read, text: str, wanted: list[tuple[str | None, str]]) -> None:
    claims = read(text)
    assert claims
    for claim in claims:
        found = chain(claim)
        assert len(found) == len(wanted), found
        for (kind, name), (wanted_kind, word) in zip(found, wanted, strict=True):
            assert wanted_kind in (None, kind)
            assert word in name


@pytest.mark.parametrize("sentence", [text for text, _ in CHAINS])
def test_a_source_is_named_as_written(read: Read, sentence: str) -> None:
    for claim in read(sentence):
        for source in claim.attribution:
            assert source.span is not None
            assert source.span.of(sentence) in (source.name, "ل" + source.name[1:])
            assert len(source.name) <= 60, "a name, not half the sentence"


@pytest.mark.parametrize(
    "text",
    [
        "قال قائد الشرطة خالد الدليمي إن مسلحين هاجموا حاجزا في قضاء الطارمية. "
        "وأضاف أن قوة من الجيش اعتقلت ثلاثة مشتبه بهم في بلدة المشاهدة.",
        "أفادت مصادر محلية بأن قوات النظام قصفت بلدة سرمين. وأضافت المصادر أن عبوة ناسفة انفجرت في مدينة الباب.",
        "أعلنت وزارة الدفاع أن مسيرة استهدفت قاعدة بلد. وأوضحت الوزارة أن جنديين قتلا بلغم في مدينة تكريت.",
        "قال المرصد السوري لحقوق الإنسان إن مسلحين خطفوا تاجرا في مدينة الرقة. "
        "وأشار المرصد إلى اعتقال شابين في بلدة الكرامة.",
    ],
)
def test_he_added_goes_on_with_the_voice_before(read: Read, text: str) -> None:
    first, *_, last = read(text)
    assert chain(first)
    assert chain(last) == chain(first)


def test_after_an_attributed_sentence_the_outlet_speaks_again(read: Read) -> None:
    text = "قالت مصادر محلية إن قوات النظام قصفت بلدة سرمين. وانفجرت عبوة ناسفة في مدينة الباب."
    shelling, explosion = read(text)
    assert chain(shelling)
    assert chain(explosion) == []


@pytest.mark.parametrize(
    "text",
    [
        "قالت وزارة الدفاع إن الجيش سيطر على بلدة السخنة، فيما نفى المرصد السوري سيطرة الجيش على البلدة.",
        "قالت وزارة الدفاع إن الجيش انسحب من مدينة منبج، فيما نفى المرصد السوري انسحاب الجيش من المدينة.",
    ],
)
def test_two_sources_in_one_sentence(read: Read, text: str) -> None:
    found = [(claim.polarity, [kind for kind, _ in chain(claim)]) for claim in read(text)]
    assert found == [("affirmed", ["official"]), ("denied", ["monitor"])]


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("سانا", "أفاد مراسل سانا بأن انفجارا وقع في مدينة حمص."),
        ("رويترز", "قالت رويترز إن انفجارا وقع في مدينة حمص."),
        ("sana.sy", "ذكرت وكالة سانا أن انفجارا وقع في مدينة حمص."),
        ("وكالة البيان", "أفادت وكالة البيان بوقوع انفجار في مدينة حمص."),
    ],
)
def test_the_publishing_outlet_is_left_out(read: Read, outlet: str, text: str) -> None:
    (claim,) = read(text, outlet=outlet)
    assert chain(claim) == []


def test_another_outlet_is_a_source(read: Read) -> None:
    (claim,) = read("ذكرت وكالة سانا أن انفجارا وقع في مدينة حمص.", outlet="رويترز")
    assert [source.kind for source in claim.attribution] in (["official"], ["agency"])


@pytest.mark.parametrize(
    ("actor", "text"),
    [
        ("ALQAEDA.SHABAAB", "أعلنت حركة الشباب مسؤوليتها عن هجوم على قاعدة للجيش في بلدة عيل بور."),
        ("ISIS", "تبنى تنظيم داعش هجوما على حاجز قرب مدينة تدمر."),
    ],
)
def test_who_claims_responsibility_did_it_and_says_so(read: Read, actor: str, text: str) -> None:
    (claim,) = read(text)
    assert claim.kind == "attack"
    assert [source.kind for source in claim.attribution] == ["armed_group"]
    assert [party.id for party in claim.initiator] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "اتهم محافظ مأرب جماعة الحوثي بقصف مخيم للنازحين.",
        "هدد زعيم الجماعة باستهداف مطار أبوظبي.",
        "طالب رئيس البلدية القوات الأجنبية بإخلاء القاعدة.",
    ],
)
def test_who_accuses_threatens_or_asks_is_no_source(read: Read, text: str) -> None:
    claims = [claim for claim in read(text) if claim.kind in ("accusation", "threat", "request")]
    assert len(claims) == 1
    assert chain(claims[0]) == []
    assert claims[0].initiator


@pytest.mark.parametrize(
    "text",
    [
        "اتهم محافظ مأرب جماعة الحوثي بقصف مخيم للنازحين.",
        "هدد زعيم الجماعة باستهداف مطار أبوظبي.",
    ],
)
def test_what_is_alleged_or_threatened_is_no_claim_of_its_own(read: Read, text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize("phrase", ["يشار إلى أن", "ويذكر أن", "والجدير بالذكر أن"])
def test_the_outlet_speaks_again_in_its_own_voice(read: Read, phrase: str) -> None:
    claims = read(f"قال ناشطون إن القصف استهدف مدينة الباب. {phrase} الجيش قصف قرية التح قبل أسبوع.")
    assert [len(claim.attribution) for claim in claims] == [1, 0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("قالت مصادر أمنية مطلعة رفضت الكشف عن هويتها إن الشرطة اعتقلت ثلاثة.", "مصادر أمنية مطلعة", "official"),
        ("الدفاع المدني بدوره قال إن غارة استهدفت قرية التح.", "الدفاع المدني", "local"),
        ('قال مصدر عسكري لـ"بيروت اليوم" إن غارة استهدفت قرية التح.', "مصدر عسكري", "official"),
        ("قال ناشط من المنطقة، فضل عدم ذكر اسمه، إن غارة استهدفت قرية التح.", "ناشط من المنطقة", "local"),
        ("قال مصدر في مستشفى الزاوية إن القصف خلف ثلاثة قتلى.", "مصدر في مستشفى الزاوية", "medical"),
        ("أفادت مصادر طبية بارتفاع عدد القتلى جراء القصف إلى عشرين.", "مصادر طبية", "medical"),
        ("نزح مئات من بلدة التح، وفقا لمصدر عسكري.", "مصدر عسكري", "official"),
        ("نزح مئات من بلدة التح، وفقا للمنظمة الدولية للهجرة.", "المنظمة الدولية للهجرة", "monitor"),
    ],
)
def test_a_name_ends_where_its_verbs_and_adverbs_begin(read: Read, text: str, name: str, kind: str) -> None:
    (claim,) = read(text)
    assert (claim.attribution[0].name, claim.attribution[0].kind) == (name, kind)


@pytest.mark.parametrize("text", ["لم توضح القوات سبب اعتقال الشبان.", "لا تنفي صحة وجود اتفاق بين الطرفين."])
def test_things_are_no_voices(read: Read, text: str) -> None:
    assert all(not claim.attribution for claim in read(text))
