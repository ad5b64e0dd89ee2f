"""Acts that a clause leaves out, and acts that spread."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.model import Claim

Read = Callable[..., tuple[Claim, ...]]

SHELLED = "قصفت قوات النظام بقذائف المدفعية بلدة سرمين. "


def _told(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [(claim.kind, claim.place.name if claim.place else "") for claim in claims]


@pytest.mark.parametrize(
    "rest",
    [
        "كما تعرضت قرى البارة وكنصفرة، من دون تسجيل إصابات.",
        "فيما تعرضت أطراف قريتي البارة وكنصفرة، دون معلومات عن خسائر.",
    ],
)
def test_what_places_underwent_is_what_was_told_before(read: Read, rest: str) -> None:
    claims = read(SHELLED + rest)
    assert _told(claims) == [("shelling", "سرمين"), ("shelling", "البارة"), ("shelling", "كنصفرة")]
    assert {party.id for party in claims[-1].initiator} == {"SYR.GOV"}


@pytest.mark.parametrize("rest", ["كما تعرضت البلدة لأضرار كبيرة.", "كما تعرضت البارة إلى أضرار."])
def test_what_is_told_to_be_undergone_is_not_left_out(read: Read, rest: str) -> None:
    assert _told(read(SHELLED + rest)) == [("shelling", "سرمين")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "دارت اشتباكات عنيفة في تاجوراء شرقي طرابلس، ثم انتقلت المواجهات إلى عين زارة.",
            [("clash", "تاجوراء"), ("clash", "عين زارة")],
        ),
        (
            "شنت قوات سوريا الديمقراطية حملة دهم واعتقال في بلدة ذيبان. واتسعت تلك الحملة لتشمل بلدة الشحيل.",
            [("arrest", "ذيبان"), ("arrest", "الشحيل")],
        ),
        (
            "شنت الشرطة حملة اعتقالات في بلدة ذيبان، واتسعت الحملة لتشمل بلدة الشحيل.",
            [("arrest", "ذيبان"), ("arrest", "الشحيل")],
        ),
    ],
)
def test_what_spreads_is_told_of_the_new_place_too(read: Read, text: str, told: list[tuple[str, str]]) -> None:
    assert _told(read(text)) == told
