"""The lead of a report and the body that tells it in full are one claim; a lead of its own is kept."""

from marsad.model import Claim, Report
from marsad.reading import Reader


def _claims(reader: Reader, text: str) -> list[Claim]:
    return list(reader.read(Report("r", text, published="2024-10-15")).claims)


def test_the_detail_stands_for_a_vaguer_lead(reader: Reader) -> None:
    text = (
        "قتل مدنيون اليوم الثلاثاء بقصف صاروخي لقوات النظام على مدينة سراقب شرقي إدلب.\n"
        "وقال مراسلنا إن قوات النظام أطلقت عدة صواريخ على مدينة سراقب ما أدى إلى مقتل ثلاثة مدنيين."
    )
    (claim,) = _claims(reader, text)
    assert claim.counts["killed"].low == 3
    assert claim.evidence.start > text.index("\n")


def test_the_lead_stays_where_it_counts_and_takes_the_narrower_place(reader: Reader) -> None:
    text = (
        "قتل مدنيان في قصف لقوات النظام على محافظة إدلب اليوم الثلاثاء.\n"
        "وأفاد مراسلنا بأن قوات النظام أطلقت صواريخ على قرية البارة."
    )
    (claim,) = _claims(reader, text)
    assert claim.counts["killed"].low == 2
    assert claim.place is not None
    assert claim.place.name == "البارة"


def test_another_source_or_another_toll_is_another_claim(reader: Reader) -> None:
    lead = "قتل أربعة مدنيين في قصف على مدينة سراقب.\n"
    assert len(_claims(reader, lead + "وقال الدفاع المدني إن قصفاً على مدينة سراقب قتل أربعة مدنيين.")) == 2
    assert len(_claims(reader, lead + "وفي قصف آخر على بلدة النيرب قتل سبعة مدنيين.")) == 2


def test_a_lead_and_a_detail_of_two_sides_of_a_country_are_two(reader: Reader) -> None:
    text = "قصفت قوات النظام السوري قرى في ريف حلب.\nوقصفت قوات سوريا الديمقراطية بالمدفعية قرية الهوشرية."
    assert len(_claims(reader, text)) == 2


def test_a_lead_that_a_source_tells_again_stands_beside_it(reader: Reader) -> None:
    text = (
        "شهد ريف حلب قصفا مدفعيا اليوم الثلاثاء.\n"
        "وقال مصدر عسكري إن قوات النظام قصفت بلدة الأتارب في ريف حلب.\n"
        "واستهدفت الفصائل بالمدفعية مواقع في بلدة بسرطون بريف حلب."
    )
    assert [claim.place.name for claim in _claims(reader, text) if claim.place] == ["ريف حلب", "الأتارب", "بسرطون"]
