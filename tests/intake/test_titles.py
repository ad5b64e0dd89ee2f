"""Headlines out of crawled titles."""

from __future__ import annotations

import pytest

from marsad.intake import Cutter
from marsad.intake.lines import lines_of
from marsad.intake.titles import headline

HEAD = "إصابة ثلاثة مدنيين بقصف على بلدة سرمين"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        (HEAD, None),
        (f"{HEAD} {HEAD} {HEAD}", None),
        (f"{HEAD} - عنب بلدي {HEAD}", "عنب بلدي"),
        (f"{HEAD} | شبكة شام الإخبارية {HEAD} {HEAD}", "شبكة شام الإخبارية"),
        (f"{HEAD} - العربية - Rojnews.news {HEAD} - العربية - Rojnews.news", "روج نيوز"),
        (f"ANF |\n{HEAD} {HEAD}", "وكالة فرات للأنباء"),
        (f"الخابور | {HEAD} {HEAD} - الخابور {HEAD}", "شبكة الخابور"),
        (f"{HEAD} - منصة لا يعرفها أحد", "منصة لا يعرفها أحد"),
        (f"{HEAD} - 07.10.2023, سبوتنيك عربي", "سبوتنيك"),
        (f"{HEAD} – Radio Alkul {HEAD} {HEAD}", "راديو الكل"),
    ],
)
def test_one_headline_is_left(cutter: Cutter, title: str, outlet: str | None) -> None:
    found = headline(title, [], cutter.outlets)
    assert found is not None
    assert (found.text, found.outlet) == (HEAD, outlet)


def test_dashes_of_the_headline_itself_stay(cutter: Cutter) -> None:
    for title in (
        "معركة حلب - اليوم الرابع من الهجوم",
        "انفجارات في دمشق | صور",
        "حلب.. جرحى بقصف صاروخي على إعزاز",
    ):
        found = headline(title, [], cutter.outlets)
        assert found is not None
        assert found.text == title


def test_the_text_gives_the_spelling(cutter: Cutter) -> None:
    lines = lines_of("الرئيسية\nمقتل مدني برصاص “مجهولين” غربي درعا\nقتل مدني أمس.")
    found = headline('مقتل مدني برصاص "مجهولين" غربي درعا - موقع ما', lines, cutter.outlets)
    assert found is not None
    assert found.text == "مقتل مدني برصاص “مجهولين” غربي درعا"


def test_entities_are_read(cutter: Cutter) -> None:
    found = headline("قصف لقوات &#34;قسد&#34; على البلدة", [], cutter.outlets)
    assert found is not None
    assert found.text == 'قصف لقوات "قسد" على البلدة'


def test_an_empty_title_is_none(cutter: Cutter) -> None:
    assert headline("  ", [], cutter.outlets) is None


def test_a_menu_before_and_a_motto_after_go(cutter: Cutter) -> None:
    motto = "منصة إخبارية سياسية ثقافية"
    for title in (f"الصفحة الرئيسية {HEAD} {HEAD}", f"{HEAD} {motto} {motto}"):
        found = headline(title, [], cutter.outlets)
        assert found is not None
        assert found.text == HEAD
