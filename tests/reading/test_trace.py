"""Traces: what a reading was made of, sentence by sentence, without reading anything otherwise."""

from __future__ import annotations

import pytest

from marsad.knowledge.origins import Origins
from marsad.model import Report
from marsad.reading import Reader
from marsad.reading.trace import SentenceTrace, Trace, trace

TEXT = (
    "قصف على سرمين\n"
    "قصفت قوات النظام السوري أمس الثلاثاء بلدة سرمين في ريف إدلب ما أدى إلى مقتل 3 مدنيين، بحسب الدفاع المدني. "
    "ونفى مصدر عسكري استهداف البلدة. خرج عشرات الأهالي في مظاهرة في مدينة السويداء. هل انسحب الجيش من البلدة؟"
)
REPORT = Report("a", TEXT, "قصف على سرمين", outlet="وكالة البيان", published="2024-03-13")


@pytest.fixture(scope="module")
def traced(reader: Reader) -> Trace:
    return trace(reader, REPORT)


def one(reader: Reader, text: str) -> SentenceTrace:
    return trace(reader, Report("r", text, published="2024-03-13")).sentences[-1]


def test_the_reading_is_the_same(reader: Reader, traced: Trace) -> None:
    assert traced.reading == reader.read(REPORT)
    assert traced.report is REPORT


def test_every_claim_lies_in_one_sentence(traced: Trace) -> None:
    found = [claim for sentence in traced.sentences for claim in sentence.claims]
    assert sorted(claim.id for claim in found) == sorted(claim.id for claim in traced.reading.claims)
    for sentence in traced.sentences:
        for claim in sentence.claims:
            assert sentence.span.overlaps(claim.trigger)


def test_a_headline_told_again_is_shown_as_such(traced: Trace) -> None:
    assert [claim.kind for claim in traced.sentences[0].joined] == ["shelling"]
    assert not traced.sentences[0].claims


def test_words_are_as_written_with_their_rows(traced: Trace) -> None:
    token = next(token for token in traced.sentences[1].tokens if token.text == "قصفت")
    assert TEXT[token.span.start : token.span.end] == "قصفت"
    known = next(known for known in token.known if known.name == "قصف" and known.says.startswith("shelling"))
    assert known.form == "past active 3fs"
    assert known.origin.startswith("triggers.csv, line ")


def test_marks_of_every_sort(traced: Trace) -> None:
    marks = {mark.sort: mark for mark in traced.sentences[1].marks if mark.sort != "rejected"}
    assert set(marks) == {"trigger", "voice", "party", "place", "date", "number"}
    assert marks["date"].value == "2024-03-12"
    assert marks["number"].span.of(TEXT) == "3"
    assert marks["voice"].span.of(TEXT) == "الدفاع المدني"


def test_who_is_named_is_marked_where_nothing_happens(reader: Reader) -> None:
    sentence = one(reader, "هل انسحبت قوات النظام السوري من البلدة؟")
    assert not sentence.triggers
    assert ("party", "SYR.GOV") in {(mark.sort, mark.value) for mark in sentence.marks}


def test_voices_with_their_reach(traced: Trace) -> None:
    (voice,) = traced.sentences[2].voices
    assert voice.mode == "denied"
    assert voice.chain[0][:2] == ("مصدر عسكري", "official")
    assert voice.span.of(TEXT).startswith("ونفى")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("هل انسحب الجيش السوري من البلدة؟", "the sentence is a question"),
        ("وقصف قلم الكاتب أسوار الصمت.", "figure of speech"),
        ("لم يسقط قتلى في بلدة سرمين.", "nobody was harmed"),
        ("سيطر الجيش السوري على البلدة دون قتال.", "only said to be missing"),
        ("تستهدف الخطة مدارس القرية.", "triggers.csv, column"),
    ],
)
def test_a_rejected_trigger_says_why(reader: Reader, text: str, why: str) -> None:
    rejected = one(reader, text).rejected
    assert any(why in seen.why for seen in rejected), rejected


def test_a_trigger_is_either_meant_or_rejected(traced: Trace) -> None:
    for sentence in traced.sentences:
        meant = {(seen.span, seen.origin) for seen in sentence.triggers}
        assert not meant & {(seen.span, seen.origin) for seen in sentence.rejected}
        assert all(seen.why for seen in sentence.rejected)
        assert not any(seen.why for seen in sentence.triggers)


def test_an_empty_report(reader: Reader) -> None:
    assert trace(reader, Report("r", "")).sentences == ()


def test_origins_are_shared(reader: Reader) -> None:
    origins = Origins(reader.knowledge)
    assert trace(reader, REPORT, origins) == trace(reader, REPORT, origins) == trace(reader, REPORT)
