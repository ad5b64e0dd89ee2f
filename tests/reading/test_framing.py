"""By which words a report keeps its distance: names that it doubts, allegations, pretexts, words in quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.exports.privacy import redact_claim
from marsad.model import Claim, from_json, to_json

Read = Callable[..., tuple[Claim, ...]]


def framing(claim: Claim) -> list[tuple[str, str]]:
    return [(each.sort, each.text) for each in claim.framing]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("سيطر ما يسمى «جيش الفجر» على بلدة سرمين.", [("so_called", "ما يسمى")]),
        ("هاجم مسلحون عناصر ما يعرف بالحشد الشعبي قرب مدينة الكوت.", [("so_called", "ما يعرف")]),
        ("نددت الوزارة بالهجوم المزعوم على حاجز في بلدة سرمين.", [("alleged", "المزعوم")]),
        ("زعم قائد الشرطة أن مسلحين هاجموا حاجزا في بلدة سرمين.", [("alleged", "زعم")]),
        ("ادعى الناطق باسم الجيش أن قواته سيطرت على بلدة سرمين.", [("alleged", "ادعى")]),
        ("أعلن الجيش سيطرته على بلدة سرمين، على حد زعمه.", [("alleged", "على حد زعمه")]),
        ("اعتقلت الشرطة أربعة شبان في بلدة الكرك بذريعة الانتماء إلى تنظيم محظور.", [("pretext", "بذريعة")]),
        ('أعلنت قوات الدعم السريع أنها "حررت" مدينة ود مدني.', [("quoted", "حررت")]),
        ('قتلت القوات الحكومية سبعة من "الإرهابيين" في مدينة العريش.', [("quoted", "الإرهابيين")]),
    ],
)
def test_words_of_distance(read: Read, text: str, wanted: list[tuple[str, str]]) -> None:
    (claim,) = read(text)
    assert framing(claim) == wanted
    for each in claim.framing:
        assert each.span is not None
        assert each.span.of(text) == each.text
        assert each.why


@pytest.mark.parametrize(
    "text",
    [
        'قال قائد الشرطة: "انفجرت عبوة في مدينة الكوت".',
        'قالت مصادر محلية إن "داعش" هاجم بلدة السخنة.',
        "اندلعت اشتباكات بين حركة «الفجر» ومسلحين في مدينة تعز.",
        "قال الادعاء العام إن رجلا هاجم مركزا للشرطة في مدينة الكوت.",
        "اعتقلت الشرطة شابا يدعى سامي في مدينة الكوت.",
        "قال قائد الشرطة إن «عبوة انفجرت قرب حاجز في مدينة الكوت ليلا».",
    ],
)
def test_speech_and_names_in_quotation_marks_are_no_distance(read: Read, text: str) -> None:
    claims = read(text)
    assert claims
    assert not any(claim.framing for claim in claims)


def test_each_claim_has_its_own(read: Read) -> None:
    capture, shelling = read("زعم الجيش أنه سيطر على بلدة سرمين. وقصفت طائرة مدينة الباب.")
    assert (framing(capture), framing(shelling)) == ([("alleged", "زعم")], [])


def test_a_so_called_institution_keeps_its_spokesman(read: Read) -> None:
    (claim,) = read("قال المتحدث باسم ما يسمى «التحالف الشمالي» إن عبوة انفجرت في مدينة الكوت.")
    assert claim.attribution[0].name == "المتحدث باسم ما يسمى «التحالف الشمالي»"
    assert framing(claim) == [("so_called", "ما يسمى")]


def test_it_is_kept_and_may_be_missing_in_what_was_kept_before(read: Read) -> None:
    (claim,) = read("سيطر ما يسمى «جيش الفجر» على بلدة سرمين.")
    data = to_json(claim)
    assert data["framing"][0]["sort"] == "so_called"
    assert from_json(Claim, data) == claim
    del data["framing"]
    assert from_json(Claim, data).framing == ()


def test_redaction_keeps_phrases_and_no_quoted_words(read: Read) -> None:
    (quoted,) = read('قتلت القوات الحكومية سبعة من "الإرهابيين" في مدينة العريش.')
    (called,) = read("سيطر ما يسمى «جيش الفجر» على بلدة سرمين.")
    assert framing(redact_claim(quoted)) == [("quoted", "")]
    assert framing(redact_claim(called)) == framing(called)
