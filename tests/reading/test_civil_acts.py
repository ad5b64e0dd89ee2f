"""What marches, courts, ministers and envoys do: which of it is a claim, and who is its party."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def parties(claim: Claim) -> tuple[set[str | None], set[str | None]]:
    return {party.id for party in claim.initiator}, {party.id for party in claim.target}


KINDS = [
    # bodies that are named by what they work for, and what courts tell of whom they punish
    ("قالت اللجنة الأهلية للإفراج عن المحتجزين إن عددهم بلغ ستين.", []),
    ("طالبت اللجنة الأهلية السلطات بالإفراج عن المحتجزين.", ["request", "release"]),
    ("قضت محكمة وادي الزيتون بسجن الناشط سالم الفار عامين نافذين.", []),
    ("أدانت المحكمة المتهم الأول بالشروع في تفجير مجمع تجاري واختطاف ضابط.", []),
    ("قررت النيابة حبس الناشط سالم الفار 15 يوما على ذمة التحقيق.", ["arrest"]),
    ("قضت المحكمة بسجن طالب ستة أشهر بتهمة توزيع منشورات.", []),
    # marches and what they are for
    ("جابت مسيرة طلابية شوارع مدينة نواكشوط رفضا لزيادة الرسوم.", ["protest"]),
    ("شهدت شوارع تعز مسيرات تطالب برحيل المحافظ.", ["protest"]),
    ("تجمع نحو 400 نقابي في صفاقس أمام مقر الولاية.", ["protest"]),
    ("تستمر التحركات الشعبية في طرابلس للمطالبة بحقوق المودعين.", ["protest"]),
    ("منعت الشرطة الأردنية وقفة تضامنية في إربد.", ["restriction"]),
    ("فضت قوات الأمن بالقوة اعتصاما للمعلمين في الديوانية.", ["attack"]),
    ("تجمع المحتجون في أم درمان وتوجهوا إلى القصر، لكن تصدت لهم الشرطة مستخدمة الغاز.", ["protest", "attack"]),
    ("أغلق أصحاب المحال في سوق الحميدية محالهم احتجاجا على الضرائب.", ["protest"]),
    # what is only talked about, aimed at or to end
    ("بحث رئيس الوزراء العراقي مع السفير الأميركي في بغداد ملف انسحاب القوات.", ["meeting"]),
    ("تهدف الخطة إلى إنهاء الحرب، وضمان انسحاب القوات من البلدة، وإتمام تبادل الأسرى.", []),
    ("قال الوزير إنه سيزور مسقط للدفع باتجاه هدنة في تعز.", ["meeting"]),
    ("دعت البعثة السلطات الليبية إلى وضع حد للاعتقالات في مصراتة.", ["request"]),
    ("سيوقع البلدان خلال زيارة الرئيس الإيراني للعراق مذكرة تفاهم.", ["agreement"]),
    ("انتهكت القوات قواعد القانون الدولي الإنساني في البلدة.", []),
    ("رحلت الشرطة النازحين الذين تحتجزهم في مركز زوارة.", ["displacement"]),
    ("اعتقلت الشرطة الوزير السابق في مطار معيتيقة واقتياده إلى مكان مجهول.", ["arrest"]),
    ("أعادت السلطات العراقية 150 عائلة من مخيم الهول إلى الموصل.", ["displacement"]),
    ("نشب حريق في مصنع في دكا.", []),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_civil_acts(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


WHO = [
    ("اختتمت في جدة محادثات بين ممثلين عن الجيش السوداني وقوات الدعم السريع.", {"SDN.SAF", "SDN.RSF"}, set()),
    ("زار وفد من حركة حماس موسكو.", {"PSE.HAMAS", "RUS"}, set()),
    ("أكد وزير الخارجية المصري خلال لقائه نظيره التركي في أنقرة أهمية التعاون.", {"EGY.GOV", "TUR.GOV"}, set()),
    ("تلقى الرئيس المصري اتصالا هاتفيا من نظيره الفرنسي.", {"EGY.GOV", "FRA.GOV"}, set()),
    ("اجتمع وزراء خارجية الدول العربية في القاهرة.", set(), set()),
    ("قال المتحدث باسم الخارجية الأمريكية إن الوزير سيزور إسرائيل الأسبوع المقبل.", {"USA.GOV", "ISR"}, set()),
    ("بحث الوزير اليمني مع المبعوث الأممي آليات صرف الرواتب.", {"YEM.GOV", "UN"}, set()),
    ("ترأس محافظ عدن اجتماعا للجنة الأمنية.", {"YEM.GOV"}, set()),
    ("طالب أهالي المفقودين الحكومة اللبنانية بالكشف عن مصيرهم.", {"CIVILIANS"}, {"LBN.GOV"}),
    ("طالب الأهالي بالإفراج عن المتظاهرين الذين اعتقلوا الخميس الماضي.", set(), {"CIVILIANS"}),
    ("قال المتحدث إن هناك ثمانية أشخاص تم احتجازهم يوم السبت.", set(), {"CIVILIANS"}),
    ("قال المتحدث إن خمسة من أعضاء المجلس الأعلى للدولة مُنعوا من السفر.", set(), {"LBY.HCS"}),
    ("احتشد آلاف العراقيين في ساحة التحرير وسط بغداد تنديدا بالقصف.", {"CIVILIANS"}, set()),
]


@pytest.mark.parametrize(("text", "did", "suffered"), WHO)
def test_who_meets_asks_and_is_held(read: Read, text: str, did: set[str], suffered: set[str]) -> None:
    found = parties(read(text)[-1])
    assert {str(who) for who in found[0] - {None}} == did
    assert {str(who) for who in found[1] - {None}} == suffered


WHERE = [
    ("عقد الوزيران جلسة مباحثات لبحث الأوضاع في غزة.", None),
    ("بدأت محادثات السلام لبحث الأزمة في سوريا في جنيف أمس.", "جنيف"),
    ("وصلت قافلة مساعدات عبر معبر الطينة إلى مدينة مليط.", "مليط"),
    ("وصل الوزير في رحلة قادما من دمشق، والتقى في القاهرة نظيره المصري.", "القاهرة"),
]


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_where_talks_and_convoys_are(read: Read, text: str, place: str | None) -> None:
    found = read(text)[-1].place
    assert (found.name if found else None) == place


TO_COME = [
    ("تستضيف الدوحة الخميس جولة جديدة من المفاوضات.", "planned"),
    ("تنظم النقابة السبت وقفة احتجاجية أمام البرلمان في تونس.", "planned"),
    ("يواصل المعلمون الثلاثاء إضرابهم في الديوانية.", "happened"),
    ("يلتقي الرئيسان في أنقرة الجمعة الماضي.", "happened"),
]


@pytest.mark.parametrize(("text", "modality"), TO_COME)
def test_a_present_with_a_weekday_is_to_come(read: Read, text: str, modality: str) -> None:
    assert read(text, published="2024-05-15")[-1].modality == modality


def test_both_sexes_share_a_number_above_ten(read: Read) -> None:
    (claim,) = read("شنت السلطات حملة اعتقالات طالت 12 ناشطا وناشطة في جدة.")
    assert (claim.counts["arrested"].low, claim.counts["arrested"].high) == (12, 12)


def test_a_toll_that_people_protest_against_is_not_that_of_the_protest(read: Read) -> None:
    claims = read("خرجت تظاهرة حاشدة في السليمانية تنديدا بمقتل صحفي.")
    assert not claims[0].counts


def test_a_convoy_that_goes_on_is_aid(read: Read) -> None:
    claims = read("وصلت قافلة مساعدات إلى بلدة طويلة أمس. ومن المتوقع أن تنطلق قافلة ثانية من الدبة بعد موافقة المجلس.")
    assert [claim.kind for claim in claims] == ["aid", "aid"]


def test_brackets_are_no_joints(read: Read) -> None:
    text = 'أفرجت مليشيات "قوات سورية الديمقراطية" (قسد) عن عشرين شخصا في الطبقة بعد شهور على اعتقالهم.'
    assert parties(read(text)[0])[1] == {"CIVILIANS"}
