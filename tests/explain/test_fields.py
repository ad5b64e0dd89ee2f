"""What page and terminal say of claims and triggers alike."""

from __future__ import annotations

from marsad.explain.fields import fields_of, joined
from marsad.model import Reading, Span
from marsad.reading.trace import Seen


def test_each_field_has_its_words_and_its_reason(sample_reading: Reading) -> None:
    first, second = sample_reading.claims
    fields = {field.name: field for field in fields_of(first, sample_reading.document, {})}
    assert (fields["who"].value, fields["who"].words, fields["who"].why) == (
        "SYR.GOV",
        "قوات النظام",
        "actors:SYR.GOV",
    )
    assert fields["when"].words == "", "reckoned, not read"
    assert fields["killed"].value == "1"
    assert fields["says"].words == "مروان الخطيب"
    assert "killed" not in {field.name for field in fields_of(second, sample_reading.document, {})}


def test_triggers_of_one_word_and_reason_share_a_row() -> None:
    span = Span(0, 3)
    one = Seen(span, "attack", "رمى", "verb رمى", "triggers.csv, line 3", "why")
    two = Seen(span, "riot", "رمى", "verb رمى", "triggers.csv, line 9", "why")
    other = Seen(span, "riot", "رمى", "verb رمى", "triggers.csv, line 9", "another")
    rows = joined([one, other, two])
    assert [(row.kind, row.rule, row.origin) for row in rows] == [
        ("attack, riot", "verb رمى", "triggers.csv, line 3, 9"),
        ("riot", "verb رمى", "triggers.csv, line 9"),
    ]
