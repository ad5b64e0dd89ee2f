"""The reader as a whole: spans give back their words, any text is read, alike each time, in linear time."""

from __future__ import annotations

import importlib
import pkgutil
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad import reading
from marsad.arabic.folding import fold
from marsad.model import (
    COUNT_NAMES,
    MODALITIES,
    SOURCE_KINDS,
    Claim,
    Reading,
    Report,
    Span,
    from_json,
    to_json,
)
from marsad.reading import Reader

NEWS = (
    "قالت مصادر محلية إن قوات النظام قصفت بلدة سرمين شرقي إدلب بقذائف الهاون ما أدى إلى مقتل ثلاثة مدنيين.",
    "وأضافت المصادر أن مسلحين مجهولين اغتالوا مختار قرية الطيانة يوم الاثنين الماضي.",
    "ونفى المتحدث باسم الجيش سقوط صواريخ على قاعدة بلد، مؤكدا أن الدفاعات الجوية أسقطت طائرة مسيرة.",
    "وكانت القوات الروسية قد انسحبت في آب الماضي من نقاط قرب بلدتي عين عيسى وتل تمر.",
    "ونقلت وكالة رويترز عن مصدر أمني قوله إن الشرطة اعتقلت 12 شخصا بينهم أجانب في مدينة الكوت.",
    "وطالب وجهاء العشائر بالإفراج عن المعتقلين، فيما تظاهر العشرات في مدينة السويداء.",
    "ومن المقرر أن تصل قافلة مساعدات من 14 شاحنة إلى مدينة الفاشر الأسبوع المقبل.",
)

#: Words of all rooms of the reader, and what breaks careless code.
WORDS = """
لم لن دون نفى قال إن أن بحسب بين عدد عشرات قصف غارة قتيلان رتل بلدة قرية حي ريف شرقي الباب
و ال ف ب لل كان أكثر من
7 ٣ 12.5 1,200 2021/09/28 29-9 % 0 -3 99999999999999999999
. ، ؛ : ؟ ! ... … « » " ( ) - – / | abc ISIS x ﷺ ﻻ ﺍﻟﻘﺼﻒ كۆ 😀
"""
MARKS = (
    "\n",
    "\n\n",
    "\t",
    " ",
    "\x00",
    "\u2028",
    "\u200f",
    "\u200e",
    "\u202b",
    "\u202c",
    "\u2066",
    "\u200c",
)
MORE = (
    "\ufeff",
    "\u00ad",
    "\u0640",
    "\u0640.\u0640",
    "\u064e",
    "\u0651",
    "\u0670",
    "\u0610",
    "ه\u200d",
    "👩\u200d👧",
    "على يد",
)
PIECES = (*" ".join(NEWS).split(), *WORDS.split(), *MARKS, *MORE)

TEXTS = st.one_of(
    st.text(max_size=120),
    st.text(st.one_of(st.characters(), st.sampled_from("ابتةوىلمقصفغارةهجوم .،:\n٣7ـ")), max_size=160),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)
DAYS = st.sampled_from((None, "2021-09-29", "2024-02-29", "2025-01-01T06:30"))
MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans(claim: Claim) -> Iterator[tuple[Span, str | None]]:
    """All spans of a claim, with the words that they claim to hold."""
    yield claim.evidence, None
    yield claim.trigger, None
    for party in (*claim.initiator, *claim.target):
        if party.span:
            yield party.span, party.text
    for source in claim.attribution:
        if source.span:
            yield source.span, source.name
    if claim.weapon and claim.weapon.span:
        yield claim.weapon.span, claim.weapon.text
    for part in (claim.place, claim.when, *claim.counts.values()):
        if part and part.span:
            yield part.span, None


def check(reading: Reading) -> None:
    """What holds of every reading of every text."""
    text = reading.document.text
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    for claim in reading.claims:
        for span, words in spans(claim):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
            assert words is None or span.of(text) in (words, "ل" + words[1:])  # the article behind ل has no alef
        assert claim.evidence.start <= claim.trigger.start
        assert claim.trigger.end <= claim.evidence.end
        assert claim.modality in MODALITIES
        assert claim.polarity in ("affirmed", "denied")
        assert not claim.counts or claim.polarity == "affirmed"
        assert set(claim.counts) <= set(COUNT_NAMES)
        assert all(tally.low <= (tally.high or tally.low) for tally in claim.counts.values())
        assert all(source.kind in SOURCE_KINDS and source.name for source in claim.attribution)
        assert claim.when is None or claim.when.start <= claim.when.end


@MANY
@given(text=TEXTS, published=DAYS)
def test_any_text_is_read_and_every_span_gives_back_its_words(reader: Reader, text: str, published: str | None) -> None:
    check(reader.read(Report("r", text, published=published)))


@MANY
@given(pieces=st.lists(st.one_of(st.sampled_from(NEWS), st.sampled_from(PIECES)), min_size=1, max_size=8))
def test_news_with_anything_between_keeps_its_spans(reader: Reader, pieces: list[str]) -> None:
    check(reader.read(Report("r", " ".join(pieces), published="2021-09-29", outlet="وكالة البيان")))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_the_same_text_reads_the_same(reader: Reader, text: str) -> None:
    report = Report("r", text, published="2021-09-29")
    assert reader.read(report) == reader.read(report)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_a_reading_survives_its_json(reader: Reader, text: str) -> None:
    reading = reader.read(Report("r", text.encode("utf-8", "ignore").decode(), published="2021-09-29"))
    assert from_json(Reading, to_json(reading)) == reading


def test_what_was_read_before_changes_nothing(reader: Reader) -> None:
    report = Report("r", " ".join(NEWS), published="2021-09-29")
    first = reader.read(report)
    for at, sentence in enumerate(NEWS):
        reader.read(Report(f"x{at}", sentence, published="2020-01-01", outlet="رويترز"))
    assert reader.read(report) == first
    assert len(first.claims) >= 7


def test_another_reader_reads_the_same(reader: Reader) -> None:
    report = Report("r", " ".join(NEWS), published="2021-09-29")
    assert Reader(knowledge=reader.knowledge).read(report) == reader.read(report)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "؟!", "\u200f", "َ", "😀", "7", "hello world", "ـ"])
def test_a_text_without_news_has_no_claims(reader: Reader, text: str) -> None:
    assert reader.read(Report("r", text)).claims == ()


def test_a_claim_does_not_depend_on_the_place_of_its_line_break(reader: Reader) -> None:
    one = reader.read(Report("r", "قصفت قوات النظام بلدة سرمين أمس.", published="2021-09-29"))
    two = reader.read(Report("r", "\r\n\r\n  قصفت قوات النظام بلدة سرمين أمس.\r\n", published="2021-09-29"))
    assert [(claim.kind, claim.place and claim.place.name) for claim in two.claims] == [
        (claim.kind, claim.place and claim.place.name) for claim in one.claims
    ]


@pytest.mark.parametrize(
    ("unit", "short", "long"),
    [
        pytest.param(" ".join(NEWS) + "\n", 6_000, 60_000, id="news"),
        pytest.param(" ".join(NEWS).replace(".", ""), 3_000, 15_000, id="no full stop"),
        pytest.param("قصف و", 3_000, 6_000, id="triggers"),
        pytest.param("قتل 3 و", 3_000, 6_000, id="numbers"),
        pytest.param("« ", 10_000, 100_000, id="quotes"),
        pytest.param("قال إن ", 6_000, 30_000, id="sayings"),
        pytest.param("\u064e", 10_000, 100_000, id="marks"),
    ],
)
def test_time_grows_with_the_length_of_the_text(reader: Reader, unit: str, short: int, long: int) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        reader.read(Report("r", text, published="2021-09-29"))
        return time.process_time() - start

    seconds(short)
    once = max(seconds(short), seconds(short))
    whole = min(seconds(long), seconds(long))  # the machine may be busy with something else
    assert whole < 2 * long / short * once + 0.1, "twice its share at most"


#: Sets of lemmas as the files write them, in which no letter but a hamza tells so.
LEMMAS = {"_GOVERNORS"}


def test_words_that_are_compared_with_folded_words_are_folded() -> None:
    """A set of lemmas shows أ, ة or ى; one that shows only ئ or ؤ is meant for folded words, and never matches."""
    for module in pkgutil.walk_packages(reading.__path__, "marsad.reading."):
        for name, words in vars(importlib.import_module(module.name)).items():
            if isinstance(words, frozenset | tuple) and name not in LEMMAS:
                unfolded = [word for word in words if isinstance(word, str) and word != fold(word)]
                unfolded = [word for word in unfolded if set(word) & set("ئؤ")]
                lemmas = any(set("أإآةى") & set(word) for word in words if isinstance(word, str))
                assert lemmas or not unfolded, f"{module.name}.{name}: {unfolded}"
