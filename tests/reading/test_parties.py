"""Who is meant: bare forces, pronouns, both sides, and doers that a sentence leaves out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def side(id: str | None) -> str | None:
    """Two levels; a country, its government and its army are one."""
    parts = id.split(".")[:2] if id else []
    return ".".join(part for part in parts if part not in ("GOV", "MIL")) or None


def parties(claim: Claim) -> tuple[set[str | None], set[str | None]]:
    return {side(party.id) for party in claim.initiator}, {side(party.id) for party in claim.target}


#: Sentence, who did it and whom it befell in its last claim.
LAST = [
    # who a bare force is
    ("قصفت القوات التركية بلدة تل تمر. ثم استهدفت القوات قرية الدردارة.", {"TUR"}, set()),
    ("أصيب جنديان بانفجار لغم في بادية السخنة في سوريا.", set(), {"SYR"}),
    ("قصف الجيش حي المقرن في مدينة الخرطوم.", {"SDN.SAF"}, set()),
    ("اعتقلت الشرطة ثلاثة شبان في مدينة صفاقس.", {"TUN"}, {"CIVILIANS"}),
    ("قتل مسلحون ضابط شرطة في مدينة البصرة.", {"UNKNOWN"}, {"IRQ"}),
    ("هاجم تنظيم داعش بلدة الكرامة. وقتل التنظيم ثلاثة مدنيين.", {"ISIS"}, {"CIVILIANS"}),
    ("استهدفت قسد نقطة للجيش الوطني في ريف الباب، وأعلنت أن قواتها قتلت ثلاثة مدنيين.", {"SYR.SDF"}, {"CIVILIANS"}),
    ("قصف جيش الاحتلال التركي ومرتزقته قرية عون الدادات.", {"TUR", "SYR.OPP"}, set()),
    ("استهدفت مدفعية الاحتلال التركي قرية مرعناز. ثم قصفت قوات الاحتلال قرية المالكية.", {"TUR"}, set()),
    ("قصفت وحدات من الجيش العراقي قرية في قضاء الحضر.", {"IRQ"}, set()),
    ("قالت الحكومة الفلسطينية إنها قلقة. وقصف جيش الاحتلال مخيم جنين.", {"ISR"}, set()),
    ("نددت حركة حماس بالاقتحام. وقصف الاحتلال مدينة رفح.", {"ISR"}, set()),
    ("قصف تنظيم داعش قرية سعسع، وقتل عناصر التنظيم مدنيا.", {"ISIS"}, {"CIVILIANS"}),
    ("اعتقلت الشرطة تاجرا في صفاقس. وخرجت مظاهرات في سوسة.", {"CIVILIANS"}, set()),
    ("قتل الجيش الإسرائيلي فلسطينيا في مدينة جنين.", {"ISR"}, {"CIVILIANS"}),
    ("اعتقلت القوات الإسرائيلية فلسطينية وابنتها في مدينة الخليل.", {"ISR"}, {"CIVILIANS"}),
    ("خطف مسلحون صينيين اثنين من موقع بناء في النيجر.", {"UNKNOWN"}, {"CIVILIANS"}),
    ("أصيب فلسطينيان في هجوم للمستوطنين على قرية برقة.", {"ISR.SETTLERS"}, {"CIVILIANS"}),
    # some of them
    ("أسر الجيش اليمني 14 من مسلحي جماعة الحوثي في جبهة نهم.", {"YEM"}, {"YEM.HOUTHI"}),
    ("اعتقلت قسد العديد من المدنيين في مدينة الرقة.", {"SYR.SDF"}, {"CIVILIANS"}),
    ("قتل خمسة جنود أتراك بينهم ضابط في هجوم لتنظيم داعش قرب مدينة الباب.", {"ISIS"}, {"TUR"}),
    ("سقط جرحى في صفوف قوات النظام السوري بقصف على بلدة كباني.", set(), {"SYR"}),
    # nationalities
    ("شنت القوات الأميركية والبريطانية غارات على مدينة الحديدة.", {"USA", "GBR"}, set()),
    ("قتل 17 فلسطينيا بغارة إسرائيلية على مدينة رفح.", {"ISR"}, {"CIVILIANS"}),
    # two sides
    ("دارت معارك بين الجيش السوداني وقوات الدعم السريع في بارا. وتبادل الطرفان القصف.", {"SDN.SAF", "SDN.RSF"}, set()),
    ("انسحب الجيش اليمني من بلدة مريس بعد معارك مع جماعة الحوثي.", {"YEM", "YEM.HOUTHI"}, set()),
    ("نفذت القوات المصرية تدريبات مشتركة مع القوات الأردنية في مدينة العقبة.", {"EGY", "JOR"}, set()),
    # who took part
    ("داهمت قسد بلدة الصور بمشاركة قوات التحالف الدولي.", {"SYR.SDF", "COALITION"}, set()),
    # where it came from, whom it hit
    ("تعرضت بلدة النيرب لقصف من مواقع قوات النظام السوري.", {"SYR"}, set()),
    ("استهدفت غارة إسرائيلية موقعا لحزب الله في بلدة الطيري.", {"ISR"}, {"HEZBOLLAH"}),
    ("انفجرت عبوة ناسفة بسيارة قيادي في الجيش الوطني السوري بمدينة الباب.", set(), {"SYR.OPP"}),
    ("أسقطت الدفاعات الجوية السعودية طائرة مسيرة للحوثيين قرب مدينة أبها.", {"SAU"}, {"YEM.HOUTHI"}),
    # agreement of verb and subject
    ("قصفت قوات النظام السوري بلدة سرمين، واعتقلت مدنيين في بلدة النيرب.", {"SYR"}, {"CIVILIANS"}),
    ("اقتحم جنود إسرائيليون بلدة سعير واعتقلوا شابين.", {"ISR"}, {"CIVILIANS"}),
    ("نزحت عائلات من بلدة النيرب بسبب قصف قوات النظام السوري.", {"SYR"}, set()),
    # left out
    ("قصفت قوات النظام السوري بلدة سرمين. كما استهدفت بالصواريخ بلدة آفس.", {"SYR"}, set()),
    ("اختطفت حركة الشباب طبيبين في مدينة أفمدو ثم أفرجت عنهما.", {"ALQAEDA.SHABAAB"}, {"CIVILIANS"}),
    ("أعلنت قوات الدعم السريع أنها سيطرت على مدينة الفولة.", {"SDN.RSF"}, set()),
    ("أعلن الجيش السوداني أنه خاض معارك ضارية مع قوات الدعم السريع في بابنوسة.", {"SDN.SAF", "SDN.RSF"}, set()),
    ("أعلن الجيش الجزائري توقيف تاجرين في مدينة تمنراست.", {"DZA"}, {"CIVILIANS"}),
    ("خرجت مظاهرة في مدينة بنغازي.", {"CIVILIANS"}, set()),
    # by speaking
    ("طالبت الحكومة اليمنية مجلس الأمن بوقف الهجمات.", {"YEM"}, {"UN"}),
    # subject and object beside each other
    ("هاجم مسلحون ثكنة للجيش المالي في بلدة سيفاري.", {"UNKNOWN"}, {"MLI"}),
    ("خطف مسلحون مهاجراً سودانياً قرب سبها.", {"UNKNOWN"}, {"CIVILIANS"}),
    ("اختطف مسلحون حوثيون خمسة موظفين في صنعاء.", {"YEM.HOUTHI"}, {"CIVILIANS"}),
    ("أكدت الشبكة اعتقال الأسايش 18 ناشطاً في مدينة الرقة.", {"SYR.SDF"}, {"CIVILIANS"}),
    ("رشق شبان غاضبون بالحجارة آليات لقوات اليونيفيل في الناقورة.", {"CIVILIANS"}, {"UN"}),
    ("أعلن الحرس الثوري أن الدفاعات الجوية أسقطت طائرة أمريكية مسيرة قرب بندر عباس.", {"IRN.IRGC"}, {"USA"}),
    ("قصفت الحركة الشعبية شمال بقيادة الحلو مدينة كادقلي.", {"SDN.SPLMN"}, set()),
    # on whose side
    ("شنت جماعة نصرة الإسلام والمسلمين، الموالية لتنظيم القاعدة، هجوماً على بلدة بوني.", {"ALQAEDA.JNIM"}, set()),
    ("قالت يونيفيل إن دورية تابعة لها تعرضت لإطلاق نار في بلدة عيترون.", set(), {"UN"}),
    ("أصيب خمسة مدنيين بقصف من قوات النظام السوري وروسيا على قرية كفرنوران.", {"SYR", "RUS"}, {"CIVILIANS"}),
    # what a force says that it did
    ("أعلن الجيش العراقي قتل خمسة من عناصر داعش في جبال حمرين.", {"IRQ"}, {"ISIS"}),
    ("قال الجيش الإسرائيلي إنه قتل ثلاثة مدنيين في غارة على صور.", {"ISR"}, {"CIVILIANS"}),
    ("أعلنت وزارة الداخلية اعتقال أربعة تجار في بعقوبة.", {"IRQ"}, {"CIVILIANS"}),
    ("اعتقلت الأجهزة الأمنية ثلاثة تجار في مديرية معين بصنعاء.", {"YEM.HOUTHI"}, {"CIVILIANS"}),
    # a strike like the one before
    ("قصفت قوات النظام السوري بلدة البارة. كما طال القصف محيط بلدة كنصفرة.", {"SYR"}, set()),
    ("ردت القوات التركية بقصف قرية كفر خاشر.", {"TUR"}, set()),
    ("قضى خمسة نازحين إثر قصف للدعم السريع على مخيم زمزم.", {"SDN.RSF"}, {"CIVILIANS"}),
    ("دخلت دورية إسرائيلية قرية المعلقة، وفتشت منازل.", {"ISR"}, set()),
    ("تعتزم القوات الروسية إنشاء قاعدة عسكرية في القامشلي.", {"RUS"}, set()),
    ("هددت تركيا بشن عملية عسكرية ضد قسد.", {"TUR"}, {"SYR.SDF"}),
    # whose army
    ("هاجمت حركة الشباب بلدة عيل بور في الصومال. وأكد الجيش مقتل سبعة من جنوده.", set(), {"SOM"}),
    ("اتهمت إسرائيل حزب الله بخرق الهدنة. وقال جيشها إنه قصف بلدة الخيام.", {"ISR"}, set()),
    # the dead, the suspects, the displaced
    ("قصفت قوات الدعم السريع مدينة الأبيض مما أوقع عشرات الجرحى بين المدنيين.", {"SDN.RSF"}, {"CIVILIANS"}),
    ("اعتقلت القوات العراقية 17 شخصاً يشتبه في انتمائهم لتنظيم داعش في بعقوبة.", {"IRQ"}, {"ISIS"}),
    ("هجرت المليشيات 200 عائلة من قرى شمال بابل.", {"CIVILIANS"}, set()),
    # where somebody only is
    ("قتل أربعة مدنيين في سوريا بانفجار لغم.", set(), {"CIVILIANS"}),
    ("قصفت قوات النظام السوري بلدة الكسوة في ريف دمشق.", {"SYR"}, set()),
]  # fmt: skip


def test_what_is_stopped_was_fired_by_its_target(read: Read) -> None:
    stopped, fired = read("أسقطت الدفاعات الجوية السعودية مسيرة أطلقها الحوثيون باتجاه مدينة أبها.")
    assert parties(stopped) == ({"SAU"}, {"YEM.HOUTHI"})
    assert parties(fired)[0] == {"YEM.HOUTHI"}


@pytest.mark.parametrize(("text", "did", "suffered"), LAST)
def test_who_is_meant(read: Read, text: str, did: set[str], suffered: set[str]) -> None:
    found = parties(read(text)[-1])
    if found[0] | found[1] == did and not suffered:
        return  # both sides of a fight, in either list
    assert (found[0] - {None}, found[1] - {None}) == (did, suffered)


@pytest.mark.parametrize(
    "text",
    [
        "اندلعت اشتباكات مسلحة في مدينة الزاوية.",
        "قتلت غارة روسية ثلاثة مدنيين في بلدة البارة.",
        "تعرض جنود لكمين مسلح قرب مدينة الزاوية.",
    ],
)
def test_words_that_are_no_gunmen(read: Read, text: str) -> None:
    for claim in read(text):
        assert "UNKNOWN" not in parties(claim)[0] | parties(claim)[1]


def test_a_name_of_another_country_leaves_its_words(read: Read) -> None:
    (claim,) = read("استهدفت طائرات التحالف بلدة في محيط مدينة كسمايو في الصومال.")
    assert claim.initiator[0].text == "طائرات التحالف"
