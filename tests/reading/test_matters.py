"""Acts that a court, a law, a film, history or a figure of speech is about are no claims; the like of them that are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

VIOLENT = {"clash", "air_strike", "shelling", "explosion", "suicide_bombing", "attack", "abduction", "protest", "riot"}


def violent(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.kind for claim in claims if claim.kind in VIOLENT]


@pytest.mark.parametrize(
    "text",
    [
        "يحاكم خمسة رجال بتهمة التخطيط لتنفيذ تفجيرات.",
        "أرجأت المحكمة النظر في قضية اغتيال النائب السابق إلى الشهر المقبل.",
        "بدأت أمس محاكمة المتهمين بخطف السائح الألماني.",
        "أدانت المحكمة شابا يبلغ الثلاثين بقتل جاره.",
        "قال المحامي إن موكله بريء من تهم القتل والخطف والاغتصاب.",
        "تحظر المادة العاشرة من النظام، الاعتداء على الموقوفين.",
        "حصل الفيلم الذي يروي قصة مذبحة القرية على جائزة المهرجان.",
        "تدور أحداث الرواية حول خطف عروس ليلة زفافها.",
        "خاضت الإمبراطورية العثمانية معارك طويلة في البلقان.",
        "نظمت الجامعة ندوة عن الاغتيالات السياسية في المنطقة.",
        "تراجع عدد الهجمات في البلاد إلى النصف بحسب التقرير.",
        "طالبت العائلة بكشف هوية المسؤولين عن اغتيال ابنها.",
    ],
)
def test_what_a_court_a_law_a_book_or_history_is_about_is_no_claim(read: Read, text: str) -> None:
    assert not violent(read(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اعترف المتهم بقتل خمسة مدنيين في الموصل عام 2015.", "attack"),
        ("أدلى الوزير بكلمة بعد تفجير السوق في بغداد.", "explosion"),
        ("هاجم مسلحون قاعة محكمة في بعقوبة وقتلوا قاضيا.", "attack"),
        ("وقع انفجار أمام دار السينما في كراتشي أثناء عرض فيلم.", "explosion"),
        ("قتل أربعة بينهم كاتب وممثلة في هجوم على مهرجان غنائي.", "attack"),
        ("نصب مسلحون كمينا لدورية في تكريت.", "attack"),
    ],
)
def test_an_act_beside_such_words_is_one(read: Read, text: str, kind: str) -> None:
    assert kind in violent(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "شن النائب كريم الحداد هجوما عنيفا على الحكومة.",
        "هاجمت الوزيرة المعارضة قائلة إنها لا تريد الحوار.",
        "شن رئيس النقابة هجوما على الوزير واتهمه بالتقصير.",
        "شنت ليلى تشيمني النائبة السابقة هجوما قويا على الوزيرة في دمشق.",
        "انتهى التحقيق في عملية خطف إمام المسجد في ميلانو.",
        "وقضت الدائرة الجزائية ببراءة خمسة جنود في عدن.",
        "تلقت شبكات التهريب مؤخرا ضربات شديدة.",
    ],
)
def test_attacks_of_words_and_blows_to_a_trade_are_none(read: Read, text: str) -> None:
    assert not violent(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "شنت حركة الشباب هجوما كاسحا على قاعدة أثيوبية.",
        "شن نائب قائد الفصيل هجوما على نقطة للجيش.",
        "هاجم مسلحون موكب النائب في البصرة.",
        "وجه الجيش ضربة قوية لمواقع التنظيم في سيناء.",
    ],
)
def test_attacks_of_arms_are_told(read: Read, text: str) -> None:
    assert violent(read(text)) == ["attack"]


@pytest.mark.parametrize(
    "text",
    [
        "لا يمكن شن هجوم من هذا النوع بلا غطاء جوي.",
        "حتى لو هاجموا المدينة فلن يستطيعوا البقاء فيها.",
        "إن هذا الهجوم هو رد على سياسة الحكومة.",
        "عمليات الخطف سجلت تراجعا كبيرا هذا العام.",
        "وصفت المنظمة ما جرى بأنه أسوأ مذبحة في تاريخ البلاد.",
        "توفي ثلاثة من عائلة واحدة جراء انفجار أسطوانة غاز.",
        "تصب هذه الخطوة في مصلحة الاستقرار.",
        "كان صدام يستعد للمحاكمة حين وصل المحامون.",
        "خطف الفريق نقطة ثمينة من ملعب منافسه.",
        "داهم النعاس السائق فانحرفت السيارة.",
        "لم يكن القرار هجوما على أحد.",
        "كل هجوم يولد هجوما آخر.",
        "السؤال هو متى تبدأ المعركة.",
        "جاء الفريق لجمع الحقائق، وليس لشن هجوم عسكري.",
        "رفضت محكمة النقض طعن المتهم.",
    ],
)
def test_what_is_supposed_judged_or_a_figure_is_no_claim(read: Read, text: str) -> None:
    assert not violent(read(text))


def test_what_is_told_behind_a_supposed_act_is_a_claim(read: Read) -> None:
    assert violent(read("لا يمكن للأهالي العودة بعد قصف القرية صباح اليوم.")) == ["shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "استهدف مسلحون قافلة مساعدات غرب بلدة مليط.",
        "استهدف الجيش مشروع المياه في بلدة خزاعة.",
        "استهدفت قوات النظام مناطق خفض التصعيد بالمدفعية.",
        "اختطف مسلحون مدرب المنتخب في طرابلس.",
        "قتل ثلاثة جنود في الوقت نفسه قرب دير الزور.",
        "قتل لاعب كرة القدم في قصف على خان يونس.",
        "طعن شاب فلسطيني مستوطنا قرب القدس.",
    ],
)
def test_words_of_other_matters_do_not_hide_an_attack(read: Read, text: str) -> None:
    assert len(violent(read(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ردد مئات المصلين شعارات ضد المحافظ أمام الجامع.",
        "نصب المعتصمون خيامهم أمام مبنى المحافظة.",
        "تدفق آلاف المتظاهرين من القرى على العاصمة.",
        "عاد المحتجون إلى الشوارع في الناصرية.",
        "افترش العاطلون عن العمل الأرض أمام بوابة المصفاة.",
        "أضاءت أمهات المفقودين الشموع في الساحة للمطالبة بعودة أبنائهن.",
        "وقف العشرات أمام المحكمة حاملين صور أبنائهم.",
        "ألقى محتجون بيضا على موكب المحافظ.",
        "جاب مئات المتظاهرين شوارع المدينة.",
        "أقام المتظاهرون حواجز في الشوارع وأشعلوا الإطارات.",
    ],
)
def test_protests_take_many_forms(read: Read, text: str) -> None:
    assert {"protest", "riot"}.intersection(violent(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "ردد المتظاهرون شعارات مناهضة للحكومة.",
        "لوح بعض المتظاهرين بالأعلام.",
        "التظاهر السلمي حق مشروع يكفله الدستور.",
        "وقع أكثر من ألف شخص عريضة لحماية الغابة.",
        "كان يتظاهر بالهدوء أمام ضيوفه.",
    ],
)
def test_details_rights_and_petitions_are_no_protests(read: Read, text: str) -> None:
    assert not violent(read(text))


def test_the_streets_of_a_town_are_the_town(read: Read) -> None:
    [claim] = read("سارت مظاهرة في شوارع تعز مساء أمس.")
    assert claim.place is not None
    assert claim.place.name == "تعز"
