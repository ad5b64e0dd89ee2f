"""Did it happen, relative to who says so: denials, plans, forecasts, requests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

DENIED = [
    ("attack", "نفى المتحدث باسم الجيش وقوع أي هجوم على مطار كويرس."),
    ("shelling", "لم تقصف قوات النظام بلدة سرمين اليوم."),
    ("shelling", "ولم يرد الجيش بأي قصف على بلدة سرمين."),
    ("withdrawal", "قال المتحدث: لا انسحاب من بلدة عين عيسى."),
    ("withdrawal", "نفت قوات سوريا الديمقراطية انسحاب مقاتليها من مدينة منبج."),
    ("arrest", "أكدت الوزارة عدم صحة الأنباء عن اعتقال ناشطين في مدينة النجف."),
    ("restriction", "لا صحة للأنباء التي تحدثت عن إغلاق معبر نصيب."),
    ("capture", "نفى مصدر عسكري سيطرة تنظيم داعش على بلدة السخنة."),
    ("abduction", "قالت الشرطة إن الأنباء عن خطف طفلة في البصرة غير صحيحة."),
    ("agreement", "نفت حركة حماس التوصل إلى اتفاق بشأن الأسرى."),
    ("meeting", "نفى مكتب رئيس الوزراء لقاء بين الوزيرين في عمان."),
    ("movement", "كذب مسؤول محلي وصول تعزيزات تركية إلى قاعدة تفتناز."),
    ("aid", "تعذر وصول المساعدات الغذائية إلى مخيم زمزم بسبب القتال."),
    ("aid", "لم تتمكن قوافل الإغاثة من الوصول إلى مدينة الدلنج."),
    ("capture", "فشلت قوات الدعم السريع في السيطرة على مدينة بابنوسة."),
    ("capture", "إلا أن القوات الحكومية لم تتمكن من السيطرة على مدينة حيس."),
    ("capture", "لم تتمكن من السيطرة على مدينة حيس."),
    ("arrest", "أكد مدير الشرطة أنه لم يتم اعتقال أي متظاهر في مدينة الكوت."),
    ("attack", "نفت الحركة مسؤوليتها عن الهجوم على حقل مليتة."),
    ("movement", "لا وجود لأي تحركات عسكرية باتجاه مدينة سرت، بحسب ما قال آمر الغرفة."),
    ("arrest", "ليس صحيحا أن الشرطة اعتقلت ناشطين في مدينة الناصرية."),
    ("shelling", "لم يسجل أي قصف على مدينة تعز منذ يومين."),
    ("agreement", "أخفق الطرفان في التوصل إلى اتفاق هدنة في مدينة جدة."),
    ("raid", "حاول مسلحون اقتحام مقر الشرطة في مدينة الكفرة دون أن ينجحوا."),
    ("capture", "أنباء سيطرة مسلحين على مدينة بارا عارية عن الصحة، بحسب المتحدث."),
    ("arrest", "كذبت وزارة الداخلية ما نشر عن اعتقال ناشطين في طرابلس."),
    ("protest", "ألغيت المظاهرة التي كانت مقررة في عدن."),
    ("shelling", "امتنعت المدفعية عن قصف بلدة سرمين."),
    ("withdrawal", "رفض المقاتلون الانسحاب من بلدة سرمين."),
    ("aid", "رفضت الحكومة دخول المساعدات إلى مدينة الفاشر."),
    ("capture", "أكد مصدر أنه لا صحة للأنباء التي تروج لها صفحات حول سيطرة المسلحين على بلدة خناصر."),
    ("movement", "لم تر القوات أي مؤشر على صحة الادعاءات الخاصة بدخول رتل عسكري إلى مدينة منبج."),
    ("shelling", "أكد المصدر أن لا علاقة للحزب بالصواريخ التي أطلقت من مدينة صور."),
    ("attack", "كاد قناص أن يقتل صحفيا في مدينة تعز."),
    ("withdrawal", "نفى الناطق باسم الحركة، وفقا لقناة الحدث، الانسحاب من مدينة درنة."),
]

AFFIRMED = [
    ("shelling", "قصفت قوات النظام بلدة سرمين دون وقوع إصابات."),
    ("shelling", "قصفت قوات النظام بلدة سرمين ولم ترد معلومات عن خسائر بشرية."),
    ("explosion", "انفجرت عبوة ناسفة في مدينة الباب من دون أن تسفر عن ضحايا."),
    ("attack", "هاجم مسلحون حاجزا قرب الشدادي ولم تتبن أي جهة الهجوم."),
    ("shelling", "لم تسجل أي إصابات جراء القصف على بلدة سرمين."),
    ("attack", "حاول مسلحون اغتيال ضابط في مدينة عدن، لكنه نجا."),
]

UNREAL = [
    ("planned", "meeting", "سيلتقي وزير الخارجية القطري نظيره التركي في أنقرة غدا."),
    ("planned", "withdrawal", "أعلن الجيش عزمه الانسحاب من مدينة الحديدة."),
    ("planned", "restriction", "قررت الحكومة إغلاق معبر رأس جدير اعتبارا من الأحد المقبل."),
    ("planned", "deployment", "تعتزم القوات التركية إنشاء قاعدة جديدة قرب بلدة كفرلوسين."),
    ("planned", "movement", "من المقرر أن تصل تعزيزات عسكرية إلى مدينة الفاشر الأسبوع المقبل."),
    ("planned", "release", "تعهدت الجماعة بالإفراج عن جميع الأسرى الأسبوع المقبل."),
    ("planned", "exercise", "ستجري البحرية المصرية مناورات في البحر الأحمر الشهر المقبل."),
    ("planned", "operation", "قال الرئيس التركي إن بلاده ستطلق عملية عسكرية في تل رفعت."),
    ("expected", "attack", "حذرت مصادر محلية من هجوم وشيك لتنظيم داعش على بلدة البعاج."),
    ("expected", "withdrawal", "يتوقع مراقبون أن ينسحب الجيش من مدينة سرت."),
    ("expected", "clash", "قد تشهد مدينة طرابلس اشتباكات جديدة."),
    ("expected", "displacement", "تخشى منظمات إنسانية من نزوح آلاف المدنيين من مدينة مأرب."),
    ("expected", "air_strike", "رجح خبراء أن تشن إسرائيل غارات على مواقع قرب دمشق."),
    ("requested", "withdrawal", "طالب الأهالي القوات الأجنبية بالانسحاب من بلدة الكرامة."),
    ("requested", "release", "دعت اللجنة الدولية جماعة الحوثي إلى الإفراج عن الصحفي ماهر النجار فورا."),
    ("requested", "restriction", "طلب المحافظ من الشرطة فرض حظر تجول في مدينة الكوت."),
    ("requested", "agreement", "ناشد المبعوث الأممي طرفي النزاع إلى هدنة إنسانية في الفاشر."),
    ("planned", "withdrawal", "يقضي الاتفاق الموقع بين الطرفين بانسحاب القوات الأجنبية من مدينة سبها خلال شهر."),
    ("planned", "withdrawal", "ينص البند الثاني من الاتفاق على انسحاب المقاتلين من ميناء رأس عيسى."),
    ("planned", "capture", "تسعى القوات المشتركة في الوقت الراهن إلى بسط سيطرتها على مدينة الدبة."),
    ("planned", "capture", "قال القائد إن قواته لن تتوقف حتى استعادة كامل مدينة الحديدة."),
    ("planned", "agreement", "قبل ساعات من موعد سريان هدنة إنسانية بين الطرفين في مدينة تعز."),
    ("planned", "meeting", "حدد المبعوث الأممي يوم الأحد موعدا لانعقاد جلسة المحادثات بين الطرفين في مسقط."),
    ("requested", "withdrawal", "طالب المتظاهرون بوقف القصف والانسحاب الفوري للقوات الأجنبية من مدينة زوارة."),
    ("requested", "release", "دعا أهالي الموقوفين السلطات في مدينة عطبرة إلى إطلاق سراحهم فورا."),
    ("requested", "release", "شددت المنظمة على ضرورة الإفراج عن الصحفيين المعتقلين في صنعاء."),
    ("requested", "aid", "حث برنامج الأغذية العالمي طرفي النزاع على السماح بدخول المساعدات إلى الفاشر."),
    ("expected", "attack", "تتخوف الأوساط الأمنية من هجوم جديد على مطار النيرب."),
    ("expected", "clash", "تسود مخاوف من اندلاع اشتباكات في مدينة الزاوية."),
    ("expected", "displacement", "قد يؤدي استمرار القتال إلى نزوح آلاف المدنيين من مدينة الأبيض."),
    ("expected", "air_strike", "لم يستبعد المصدر أن تشن الطائرات غارات جديدة على المدينة."),
    ("expected", "withdrawal", "من المرجح أن تنسحب القوات من قاعدة الوطية خلال أيام."),
    ("planned", "operation", "أعلنت وزارة الداخلية أنها ستنفذ حملة أمنية في مدينة الزاوية الأسبوع القادم."),
    ("planned", "deployment", "تستعد بعثة الأمم المتحدة لنشر مراقبين في ميناء الحديدة."),
    ("planned", "release", "من المقرر أن يفرج الطرفان عن مئة أسير في مدينة مأرب يوم الخميس."),
    ("planned", "handover", "اتفق الطرفان على تسليم معبر الوديعة إلى قوات محايدة."),
    ("planned", "meeting", "يعقد وزراء خارجية الدول الخمس اجتماعا في مدينة الجزائر الأربعاء المقبل."),
    ("planned", "meeting", "تأجل اجتماع اللجنة العسكرية المشتركة الذي كان مقررا في مدينة سرت."),
    ("planned", "sanction", "أرجأ الاتحاد الأوروبي فرض عقوبات على تونس."),
    ("planned", "displacement", "أمر الجيش سكان بلدة القرارة بإخلاء منازلهم."),
    ("planned", "movement", "وجه رئيس الوزراء بإرسال تعزيزات عسكرية إلى مدينة كركوك."),
    ("planned", "raid", "بدأ الجيش الاستعدادات لاقتحام مدينة رفح."),
    ("planned", "withdrawal", "تدرس فرنسا سحب قواتها من النيجر."),
    ("planned", "withdrawal", "قال القائد إن قواته مستعدة للانسحاب من مدينة منبج."),
    ("planned", "restriction", "قالت الوزارة إن حظر تجول شاملا يبدأ مساء اليوم في مدينة سبها."),
    ("requested", "sanction", "أوصى البرلمان بفرض عقوبات على تونس."),
    ("expected", "meeting", "من المنتظر عقد اجتماع للجنة العسكرية في سرت الخميس."),
    ("expected", "operation", "تداول ناشطون أنباء عن قرب إطلاق عملية عسكرية في مدينة إدلب."),
    ("expected", "displacement", "حذرت منظمة أطباء بلا حدود من نزوح آلاف المدنيين من مدينة الفاشر."),
    ("expected", "agreement", "يقترب الطرفان من التوصل إلى اتفاق لوقف إطلاق النار في مدينة طرابلس."),
    ("expected", "attack", "تلقت الحكومة رسالة حول قرب تعرض مدينة أربيل لضربات."),
    ("planned", "deployment", "ستبدأ القوات بسحب آلياتها، تمهيدا لإعادة تموضعها في مدينة الطبقة."),
    ("planned", "deployment", "ينص الاتفاق على الهدوء في القرى، وكذلك على أمور أخرى، وانتشار الشرطة في مدينة سرت."),
    ("planned", "shelling", "الحكومة قررت مواصلة قصف مدينة سرت."),
    ("planned", "release", "أدى خلاف إلى تأخر إطلاق سراح الأسرى في مدينة مأرب."),
    ("planned", "withdrawal", "تجري مفاوضات بين الطرفين لسحب القوات من مدينة سرت."),
    ("planned", "withdrawal", "يسمح الاتفاق للمقاتلين الرافضين له بالمغادرة إلى مدينة إدلب."),
    ("planned", "movement", "توصل الطرفان إلى اتفاق بموجبه تدخل تعزيزات عسكرية إلى مدينة منبج."),
    ("planned", "release", "أعلنت الحركة أن تبادل الأسرى في مدينة مأرب لن يبدأ قبل يوم غد."),
    ("planned", "operation", "قال الوزير إن الجيش صار جاهزا لعملية برية في مدينة رفح."),
]


def of_kind(claims: tuple[Claim, ...], kind: str) -> list[Claim]:
    return [claim for claim in claims if claim.kind == kind]


@pytest.mark.parametrize(("kind", "text"), DENIED)
def test_a_denial_is_a_denied_claim(read: Read, kind: str, text: str) -> None:
    assert [claim.polarity for claim in of_kind(read(text), kind)] == ["denied"]


def test_a_denied_claim_counts_nobody(read: Read) -> None:
    (claim,) = read("نفى المتحدث باسم الجيش مقتل سبعة جنود في هجوم على مدينة تدمر.")
    assert claim.polarity == "denied"
    assert not claim.counts


@pytest.mark.parametrize(("kind", "text"), AFFIRMED)
def test_what_is_denied_of_the_toll_is_not_denied_of_the_act(read: Read, kind: str, text: str) -> None:
    assert [(claim.kind, claim.polarity) for claim in read(text)] == [(kind, "affirmed")]


@pytest.mark.parametrize(("modality", "kind", "text"), UNREAL)
def test_what_is_to_come_has_not_happened(read: Read, modality: str, kind: str, text: str) -> None:
    found = of_kind(read(text), kind)
    assert found
    assert {claim.modality for claim in found} == {modality}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("capture", "أعلن الجيش أنه سيطر على بلدة السخنة."),
        ("attack", "قضى أربعة من عناصر الجيش بكمين لداعش في بادية تدمر."),
        ("arrest", "أعلنت وزارة الداخلية اعتقال خمسة مطلوبين في مدينة درنة."),
        ("withdrawal", "بدأ الجيش الإثيوبي الانسحاب من مدينة مقلي."),
        ("shelling", "تواصل قوات النظام قصف بلدة سرمين."),
        ("attack", "وكان مسلحون هاجموا حاجزا في بلدة نصيب الشهر الماضي."),
        ("shelling", "قال الشاهد إن الجيش كان قد قصف بلدة سرمين."),
        ("clash", "تجددت الاشتباكات في مدينة طرابلس."),
        ("attack", "رجحت مصادر محلية أن مسلحين مجهولين هاجموا حاجزا في بلدة نصيب."),
        ("meeting", "قررت المنظمة خلال اجتماع في مدينة أكرا أمس تعليق المساعدات."),
        ("clash", "لم تتوقف الاشتباكات في مدينة الخرطوم بحري منذ الصباح."),
        ("shelling", "ما زالت المدفعية تقصف أحياء مدينة الفاشر."),
        ("movement", "وصلت اليوم قوات كان متوقعا وصولها إلى مدينة سرت الأسبوع الماضي."),
    ],
)
def test_what_is_told_or_going_on_has_happened(read: Read, kind: str, text: str) -> None:
    assert {claim.modality for claim in of_kind(read(text), kind)} == {"happened"}


def test_a_denial_ends_at_the_contrast(read: Read) -> None:
    text = "نفى المتحدث انسحاب القوات من مدينة منبج، لكن قوات النظام قصفت بلدة سرمين."
    found = {claim.kind: claim.polarity for claim in read(text)}
    assert found == {"withdrawal": "denied", "shelling": "affirmed"}


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("نقلت وكالة سانا عن مصدر عسكري نفيه أن تكون القوات قد قصفت قرية التح.", "happened", "denied"),
        ("يعتزم الاتحاد الأوروبي فرض عقوبات على ثلاث شركات.", "planned", "affirmed"),
        ("تستعد القوات لشن هجوم واسع على مدينة حيس.", "planned", "affirmed"),
        ("يلتقي الوزير نظيره في مدينة أنقرة غدا.", "planned", "affirmed"),
        ("أكدت وزارة الدفاع أن تسلم سد تشرين سيتم الأسبوع القادم.", "planned", "affirmed"),
        ("وصلت تعزيزات للجيش إلى محاور سراقب.", "happened", "affirmed"),
    ],
)
def test_what_is_planned_or_denied_in_other_words(read: Read, text: str, modality: str, polarity: str) -> None:
    claim = read(text)[-1]
    assert (claim.modality, claim.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "إذا هاجمت القوات مدينة سرت فإن الأهالي سينزحون.",
        "حشدت الحكومة قواتها لمهاجمة مدينة سرت.",
    ],
)
def test_what_is_only_supposed_or_aimed_at_is_no_claim(read: Read, text: str) -> None:
    assert not of_kind(read(text), "attack")


@pytest.mark.parametrize(
    "text",
    [
        "تنظر المحكمة في قضية اغتيال الصحفي ماهر النجار.",
        "قال الوزير إن الاعتداء لن يمر بلا حساب.",
        "وحسب أحد المتظاهرين فإن الأسعار ارتفعت.",
    ],
)
def test_an_act_that_is_only_spoken_of_is_no_claim(read: Read, text: str) -> None:
    assert not read(text)


def test_an_act_that_is_spoken_of_with_its_place_is_one(read: Read) -> None:
    (claim,) = read("وردت المدفعية بقصف بلدة سرمين.")
    assert claim.kind == "shelling"


@pytest.mark.parametrize(
    "text",
    [
        "قالت قناة محلية إن القوات انسحبت من مدينة منبج، وهو ما نفته وزارة الدفاع.",
        "أعلن ناشطون انسحاب القوات من مدينة منبج، الأمر الذي نفته وزارة الدفاع.",
        "قال ناشطون إن القوات انسحبت من مدينة منبج، لكن وزارة الدفاع نفت ذلك.",
        "قال ناشطون إن القوات انسحبت من مدينة منبج. ونفت وزارة الدفاع هذه الأنباء.",
    ],
)
def test_who_denies_what_another_told_makes_a_claim_of_it(read: Read, text: str) -> None:
    told, denied = read(text)
    assert (told.polarity, denied.polarity) == ("affirmed", "denied")
    assert told.kind == denied.kind
    assert [source.name for source in denied.attribution] == ["وزارة الدفاع"]
    assert denied.evidence.of(text) in text


def test_an_accusation_denied_is_no_claim(read: Read) -> None:
    assert [claim.kind for claim in read("اتهمت الحكومة المتمردين بقصف السوق، وهو ما نفاه المتمردون.")] == [
        "accusation"
    ]


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("أكد الناطق أن القوات لا تنوي الانسحاب من بلدة الخيام.", "planned", "denied"),
        ("قال الناطق إن القوات لن تنسحب من بلدة الخيام.", "planned", "denied"),
        ("استبعد وزير الداخلية فرض حظر التجول في بغداد.", "expected", "denied"),
        ("لم يستبعد وزير الداخلية فرض حظر التجول في بغداد.", "expected", "affirmed"),
        ("من المستبعد أن تنسحب القوات من مدينة غوما هذا الأسبوع.", "expected", "denied"),
        ("نفى مصدر عسكري، في تصريح نقلته وكالة سانا، قصف بلدة سرمين.", "happened", "denied"),
        ("نفى المجلس المحلي ما أوردته صفحات عن انسحاب القوات من بلدة الخيام.", "happened", "denied"),
        ("وردت معلومات بأن القوات ستنسحب من بلدة الخيام.", "expected", "affirmed"),
        ("قال ضابط طلب عدم الكشف عن هويته إن القوات ستنسحب من بلدة الخيام.", "planned", "affirmed"),
        ("تنفي القيادة ما ورد في بيان المليشيا عن قصفها بلدة سرمين.", "happened", "denied"),
        ("قال رئيس الأركان إنه لا توجد خطط لسحب القوات من بلدة الخيام.", "planned", "denied"),
        ("شدد المتحدث على أن أحدا لم يعتقل في مدينة الكوت.", "happened", "denied"),
        ("لم يؤكد الجيش ولم ينف قصف بلدة سرمين.", "happened", "affirmed"),
        ("قال الجيش دون تفاصيل إنه قصف بلدة سرمين.", "happened", "affirmed"),
    ],
)
def test_what_nobody_means_expects_or_told(read: Read, text: str, modality: str, polarity: str) -> None:
    (claim,) = read(text)
    assert (claim.modality, claim.polarity) == (modality, polarity)


LISTED = [
    ("يقضي الاتفاق بوقف إطلاق النار في تعز وإدخال مساعدات إلى المدينة والإفراج عن 500 معتقل.", "release", "planned"),
    (
        "توصل الطرفان إلى اتفاق في درعا يقضي بتسليم المسلحين سلاحهم، وإنشاء نقاط للجيش في المدينة.",
        "deployment",
        "planned",
    ),
    ("تتضمن الهدنة في تعز تبادل 40 أسيرا.", "release", "planned"),
    ("يعلن البيان أن الاتفاق يتضمن وقف القتال وتسليم السلاح في درعا.", "handover", "planned"),
    ("أصدرت المحكمة مذكرة توقيف بحق ستة ضباط.", "arrest", "planned"),
    ("وافقت الحكومة على نشر قوات أجنبية في مدينة سبها.", "deployment", "planned"),
    ("قررت الوزارة فرض عقوبات على سبع شركات في بيروت.", "sanction", "happened"),
    ("وافقت الأطراف على هدنة في تعز.", "agreement", "happened"),
    ("يجب على القوات الأجنبية الانسحاب من مدينة سبها فورا.", "withdrawal", "requested"),
    ("اشترطت الجماعة انسحاب القوات من مدينة سبها.", "withdrawal", "requested"),
    ("قد تضطر آلاف العائلات إلى النزوح من الموصل.", "displacement", "expected"),
    ("من شأن القرار أن يؤدي إلى نزوح آلاف السكان من الموصل.", "displacement", "expected"),
    ("رجح قيادي، تحدث إلى الصحيفة، أن يتوصل الطرفان إلى اتفاق في تعز.", "agreement", "expected"),
    ("تنسحب القوات من مدينة سبها في غضون 48 ساعة.", "withdrawal", "planned"),
    ("وجه الرئيس بسرعة الإفراج عن الصحفيين المعتقلين في عدن.", "release", "planned"),
    ("قال إن الأمر لا يعدو كونه توقيف شخصين في بلدة الكرمل.", "arrest", "happened"),
    ("لقي خمسة أفراد من عائلة حتفهم، هم أب وأم وثلاثة أطفال، بقصف على بلدة سرمين.", "shelling", "happened"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), LISTED)
def test_points_of_a_list_and_what_decides_them(read: Read, text: str, kind: str, modality: str) -> None:
    assert {claim.modality for claim in read(text) if claim.kind == kind} == {modality}


FAILED = [
    ("لم يتمكن فريق الإغاثة من إيصال المساعدات إلى مدينة بارا.", "aid"),
    ("فشلت محاولة تسلل لعناصر الجماعة إلى مدينة تدمر.", "clash"),
    ("أكد مصدر عسكري أنه لا صحة لأي نبأ بشأن انسحاب وحدات الجيش من مدينة سبها.", "withdrawal"),
    ("لن تشارك المعارضة في اجتماع جنيف.", "meeting"),
]


@pytest.mark.parametrize(("text", "kind"), FAILED)
def test_what_somebody_failed_to_do_is_denied(read: Read, text: str, kind: str) -> None:
    assert {claim.polarity for claim in read(text) if claim.kind == kind} == {"denied"}


def test_who_denies_one_act_and_tells_another(read: Read) -> None:
    claims = read("لم تستهدف القوات المدنيين وقصفت مواقع عسكرية في صعدة.")
    assert [claim.polarity for claim in claims] == ["denied", "affirmed"]


UNTOLD = [
    "أحبطت قوات الأمن محاولة تفجير سيارة مفخخة في الكاظمية.",
    "تجري محادثات بشأن هدنة في جنيف.",
    "تنص الهدنة على أمور عدة.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_foiled_or_talked_of_is_no_claim(read: Read, text: str) -> None:
    assert not {"explosion", "agreement"} & {claim.kind for claim in read(text)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("clash", "قال الناطق إن الجيش لم يشارك في القتال في مدينة سرت، وسيواصل حماية الحدود."),
        ("movement", "جاء ذلك عقب تحذيرات دفعت الجيش إلى تعزيز قواته في مدينة الحديدة."),
        ("attack", "قتل 50 مدنيا في هجوم على قرية سيتينجا ليل السبت."),
        ("capture", "أعلن الوزير سليم حداد، صباح اليوم، سيطرة قوات الجيش على مدينة سرت."),
        ("attack", "قال الناطق: لن نتوقف حتى يتوقف العدوان الإسرائيلي على مدينة رفح."),
    ],
)
def test_what_stands_beside_a_plan_is_told(read: Read, kind: str, text: str) -> None:
    assert [claim.modality for claim in of_kind(read(text), kind)] == ["happened"]


def test_who_denies_an_attack_may_tell_of_another(read: Read) -> None:
    claims = read("نفت الجماعة مسؤوليتها عن الهجوم في مدينة الباب، وردت على القصف بقصف مدينة إعزاز.")
    assert [claim.polarity for claim in claims] == ["denied", "affirmed"]


def test_a_claim_of_responsibility_is_no_attack_of_words(read: Read) -> None:
    claims = read("أعلنت حركة الشباب مسؤوليتها اليوم عن الهجوم على نزل في كيسمايو قائلة إنها ترد على غارات كينية.")
    assert claims[0].kind == "attack"


def test_another_speech_is_not_denied(read: Read) -> None:
    (claim,) = read("قال الناطق إن هذه الادعاءات كاذبة، مضيفا أن مدينة سرت تشهد اشتباكات.")
    assert (claim.kind, claim.polarity) == ("clash", "affirmed")


@pytest.mark.parametrize(
    "text",
    ["لم يرد تأكيد من السلطات الصحية بشأن وقوع خسائر بشرية في مدينة سبها.", "ما لم تفرج الجماعة عن الأسرى في مأرب."],
)
def test_what_is_only_supposed_or_not_known_is_no_claim(read: Read, text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize("opening", ["توصلت الحكومة إلى اتفاق", "وقعت الحكومة اتفاقا", "نفت الحكومة وجود اتفاق"])
def test_what_sides_agree_upon_is_to_come(read: Read, opening: str) -> None:
    withdrawal = read(f"{opening} مع الحركة على الانسحاب من مدينة منبج.")[-1]
    assert (withdrawal.kind, withdrawal.modality) == ("withdrawal", "planned")
    assert withdrawal.polarity == ("denied" if opening.startswith("نفت") else "affirmed")
