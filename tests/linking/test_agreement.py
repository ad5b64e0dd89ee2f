"""What the voices on an event agree on, what is in dispute, who denies it and who only copies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.linking import link
from marsad.model import ClaimRef, Event, Reading

Tell = Callable[..., Reading]

STORY = (
    "قصفت مدفعية قوات النظام أطراف سرمين مساء الثلاثاء وأدى القصف إلى سقوط خمسة قتلى بينهم طفلان من "
    "عائلة واحدة ودمار واسع في الحي الشرقي من البلدة كما اندلع حريق كبير في مستودع للأعلاف قرب "
    "المدرسة القديمة"
)


def one_event(*readings: Reading) -> Event:
    (event,) = link(readings)
    return event


def test_the_lowest_the_best_and_the_highest(tell: Tell) -> None:
    event = one_event(tell("a", killed=6, wounded=9), tell("b", killed=7, wounded=9), tell("d", killed=7, wounded=9))
    tally = event.counts["killed"]
    assert (tally.low, tally.best, tally.high) == (6, 7, 7)
    assert sorted((voice.low, voice.high) for voice in tally.by_voice) == [(6, 6), (7, 7), (7, 7)]
    assert event.disputed == ("killed",)
    assert event.status == "disputed"


@pytest.mark.parametrize(
    ("one", "other", "wanted", "disputed"),
    [
        (5, 5, (5, 5, 5), ()),
        (5, 6, (5, 5, 6), ("killed",)),
        ((5, None), 7, (5, 5, None), ()),
        ((8, None), 7, (7, 7, None), ("killed",)),
        ((5, 9), 7, (5, 5, 9), ()),
    ],
)
def test_two_voices_on_one_toll(
    tell: Tell,
    one: int | tuple[int, int | None],
    other: int,
    wanted: tuple[int, int, int | None],
    disputed: tuple[str, ...],
) -> None:
    event = one_event(tell("a", killed=one, wounded=30), tell("b", killed=other, wounded=30))
    tally = event.counts["killed"]
    assert (tally.low, tally.best, tally.high) == wanted
    assert event.disputed == disputed
    assert event.status == ("disputed" if disputed else "corroborated")


def test_a_toll_of_which_one_voice_speaks(tell: Tell) -> None:
    event = one_event(tell("a", killed=5, wounded=9), tell("b", wounded=9))
    assert [voice.voice for voice in event.counts["killed"].by_voice] == ["outlet a"]
    assert event.disputed == ()


def test_one_voice_that_raises_its_toll_is_heard_with_the_later(tell: Tell) -> None:
    source = ("المرصد السوري لحقوق الإنسان", "monitor")
    event = one_event(tell("a", killed=5, wounded=30, source=source), tell("b", killed=7, wounded=30, source=source))
    assert [(voice.low, voice.high) for voice in event.counts["killed"].by_voice] == [(7, 7)]
    assert event.sources == 1
    assert event.status == "single"


def test_a_denial_joins_what_it_denies(tell: Tell) -> None:
    denial = tell("b", polarity="denied", source=("وزارة الدفاع", "official"), text=STORY + " بحسب ما قالته الصفحات")
    event = one_event(tell("a", killed=5, text=STORY), denial)
    assert event.status == "denied"
    assert event.denied_by == ("وزارة الدفاع",)
    assert event.counts["killed"].best == 5, "a denial does not take the toll away"
    assert event.sources == 1, "who denies does not confirm"
    assert [(voice.name, voice.denies) for voice in event.voices] == [
        ("outlet a", False),
        ("وزارة الدفاع", True),
    ]


def test_what_is_only_denied(tell: Tell) -> None:
    event = one_event(tell("a", polarity="denied", source=("وزارة الدفاع", "official")))
    assert event.status == "denied"
    assert event.denied_by == ("وزارة الدفاع",)
    assert event.counts == {}


def test_a_copy_confirms_nothing(tell: Tell) -> None:
    event = one_event(
        tell("a", killed=5, text=STORY, outlet="وكالة البيان", published="2021-09-29"),
        tell("b", killed=5, text=f"{STORY}.\nالمصدر: وكالات", outlet="موقع الصدى", published="2021-09-30"),
    )
    assert (event.sources, event.status) == (1, "single")
    assert {ref.document for ref in event.claims} == {"a", "b"}, "it is kept and shown"
    assert [(voice.outlets, voice.copies) for voice in event.voices if voice.outlets] == [(("وكالة البيان",), ())]
    assert {outlet for voice in event.voices for outlet in voice.copies} == {"موقع الصدى"}


@pytest.mark.parametrize(
    ("source", "sources"),
    [
        (("وزارة الدفاع", "official"), 1),
        (("المرصد السوري لحقوق الإنسان", "monitor"), 1),
        (("حركة الشباب", "armed_group"), 1),
        (("مصدر مطلع", "anonymous"), 2),
        (("مصادر محلية", "local"), 2),
        (("تقارير", "unspecified"), 2),
        (("مصدر طبي", "medical"), 2),
        (None, 2),
    ],
)
def test_an_institution_is_one_voice_in_every_paper_an_unnamed_source_another_in_each(
    tell: Tell, source: tuple[str, str] | None, sources: int
) -> None:
    event = one_event(tell("a", killed=5, source=source), tell("b", killed=5, source=source))
    assert event.sources == sources
    assert event.status == ("corroborated" if sources > 1 else "single")


def test_spelling_makes_no_second_voice(tell: Tell) -> None:
    event = one_event(
        tell("a", killed=5, source=("وزارة الدفاع الأميركية", "official")),
        tell("b", killed=5, source=("وزارة الدفاع الاميركيّة", "official")),
    )
    assert event.sources == 1


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        (("SYR.GOV",), ("TUR",), True),
        (("SYR.GOV",), ("SYR.GOV", "RUS"), False),
        (("SYR",), ("SYR.GOV",), False),
        (("SYR.SDF",), ("SYR.SDF.YPG",), False),
        (("SYR.GOV",), (), False),
    ],
)
def test_who_did_it_may_be_in_dispute(tell: Tell, one: tuple[str, ...], other: tuple[str, ...], disputed: bool) -> None:
    event = one_event(
        tell("a", killed=15, wounded=40, initiator=one), tell("b", killed=15, wounded=40, initiator=other)
    )
    assert ("initiator" in event.disputed) == disputed
    assert {party.id for party in event.initiator} == set(one) | set(other)


def test_the_most_precise_place_and_time(tell: Tell) -> None:
    event = one_event(
        tell("a", killed=15, wounded=40, day="2021-09-27", until="2021-09-29"),
        tell("b", killed=15, wounded=40),
    )
    assert event.when is not None
    assert (event.when.start, event.when.end) == (event.when.end, event.when.start)
    assert event.place is not None
    assert event.place.name == "سرمين"


def test_the_kind_is_that_of_most_claims(tell: Tell) -> None:
    event = one_event(
        tell("a", killed=15, wounded=40, kind="attack"),
        tell("b", killed=15, wounded=40),
        tell("d", killed=15, wounded=40),
    )
    assert event.kind == "shelling"


def test_every_voice_names_its_claims(tell: Tell) -> None:
    event = one_event(tell("a", killed=5), tell("b", killed=5, source=("وزارة الدفاع", "official")))
    assert {ref for voice in event.voices for ref in voice.claims} == set(event.claims)
    assert {voice.name: voice.claims for voice in event.voices}["وزارة الدفاع"] == (ClaimRef("b", "c-b"),)
    assert {voice.name: voice.kind for voice in event.voices} == {
        "outlet a": "outlet",
        "وزارة الدفاع": "official",
    }
