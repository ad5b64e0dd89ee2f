"""Confidence: chances between 0 and 1 from signs and weights, the same every time, with their reasons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.knowledge import Knowledge
from marsad.model import Claim, Confidence, Period, Report, Span
from marsad.reading import Reader
from marsad.reading.confidence import ALWAYS, confidence, rated, reasons, signs_of, weights_of

CLAIM = Claim("c1", "shelling", Span(0, 40), Span(4, 8), why="verb قصف")


def test_every_claim_of_a_reading_is_rated(reader: Reader) -> None:
    text = "قصفت قوات النظام بالمدفعية بلدة النيرب أمس، وقال ناشطون إن ثلاثة مدنيين قتلوا."
    claims = reader.read(Report("r", text, published="2024-03-05")).claims
    assert claims
    for claim in claims:
        assert claim.confidence is not None
        assert all(0 <= getattr(claim.confidence, name) <= 1 for name in Confidence.__struct_fields__)


def test_the_weights_of_the_file_name_fields_and_signs_that_exist(knowledge: Knowledge) -> None:
    weights = weights_of(knowledge)
    assert all(weights[ALWAYS])
    assert {len(each) for each in weights.values()} == {len(Confidence.__struct_fields__)}


def test_what_is_told_in_full_is_surer_than_a_bare_mention(reader: Reader) -> None:
    full = "قتل ثلاثة مدنيين أمس بقصف مدفعي لقوات النظام على بلدة النيرب شرقي إدلب."
    bare = "وتحدث الباحث عن مرحلة ما بعد الهجوم على المدينة وتداعياتها."
    (told,) = reader.read(Report("a", full, published="2024-03-05")).claims
    assert told.confidence is not None
    for claim in reader.read(Report("b", bare, published="2024-03-05")).claims:
        assert claim.confidence is not None
        assert claim.confidence.claim < told.confidence.claim


@given(st.dictionaries(st.sampled_from([ALWAYS, "no place", "no count", "trigger verb"]), st.floats(-9, 9)))
def test_a_chance_is_a_chance(weights: dict[str, float]) -> None:
    (signs,) = signs_of([CLAIM])
    padded = {sign: (weight, *[0.0] * 6) for sign, weight in weights.items()}
    assert 0 <= confidence(signs, padded).claim <= 1


def test_reasons_name_the_heaviest_signs_first() -> None:
    (signs,) = signs_of([CLAIM])
    weights = {sign: (weight, *[0.0] * 6) for sign, weight in (("no place", 0.2), ("trigger verb", -0.9), ("far", 5.0))}
    assert reasons(signs, weights, "claim") == [
        ("trigger verb", -0.9),
        ("no place", 0.2),
    ]


@pytest.mark.parametrize(
    ("claim", "sign"),
    [
        (CLAIM, "no time"),
        (CLAIM, "outlet's own voice"),
        (Claim("c2", "attack", Span(0, 9), Span(0, 4), polarity="denied"), "denied"),
        (
            Claim(
                "c3",
                "attack",
                Span(0, 9),
                Span(0, 4),
                when=Period(date(2024, 3, 5), date(2024, 3, 5), "day", Span(5, 9), ""),
            ),
            "time near",
        ),
    ],
)
def test_signs(claim: Claim, sign: str) -> None:
    (signs,) = signs_of([claim])
    assert sign in signs
    assert rated([claim], {})[0].confidence == Confidence(*[0.5] * len(Confidence.__struct_fields__))
