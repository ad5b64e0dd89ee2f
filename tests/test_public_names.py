"""The public face: nothing less, nothing more."""

from __future__ import annotations

import pytest
from msgspec import Struct

import marsad
from marsad import model

NOUNS = {
    *("Report", "Claim", "Reading", "Event", "Party", "Place", "Period", "Tally", "Source", "Span"),
    *(
        "Omission",
        "ClaimRef",
        "Confidence",
        "Voice",
        "VoiceTally",
        "EventTally",
        "FieldWeight",
        "Framing",
        "Link",
        "Weapon",
    ),
}


def test_the_face_is_exactly_this() -> None:
    assert set(marsad.__all__) == NOUNS | {"read", "find_dates", "find_numbers", "Reader", "Store"}


def test_all_nouns_of_the_model_are_in_the_face() -> None:
    made = {name for name, value in vars(model).items() if isinstance(value, type) and issubclass(value, Struct)}
    assert {name for name in made if not name.startswith("_")} == NOUNS


@pytest.mark.parametrize("name", marsad.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(marsad, name) is not None
    assert name in dir(marsad)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        marsad.nothing  # noqa: B018


def test_read_find_dates_and_find_numbers() -> None:
    from datetime import date

    reading = marsad.read("قصفت قوات النظام بلدة سرمين أمس ما أدى إلى مقتل 3 مدنيين.", published=date(2024, 3, 12))
    assert [claim.kind for claim in reading.claims] == ["shelling"]
    assert [(found.first, found.last) for found in marsad.find_dates("وصلوا أمس", date(2024, 3, 12))] == [
        (date(2024, 3, 11), date(2024, 3, 11))
    ]
    text = "قتل ثلاثة مدنيين"
    [number] = marsad.find_numbers(text)
    assert (number.low, number.high, text[number.start : number.end]) == (3, 3, "ثلاثة")
