"""What leaves the house names no private person."""

from __future__ import annotations

import pytest

from marsad import exports
from marsad.exports.privacy import redact_event, redact_reading
from marsad.model import ClaimRef, Event, Reading

NAMES = ("سعيد", "الحمصي", "مروان", "الخطيب", "ليلى")


@pytest.mark.parametrize("layout", exports.FORMATS)
def test_no_private_name_leaves(layout: str, sample_reading: Reading, sample_event: Event) -> None:
    written = "".join(exports.claims([sample_reading], layout=layout)) + "".join(
        exports.events([sample_event], layout=layout)
    )
    assert [name for name in NAMES if name in written] == []
    for kept in ("قوات النظام", "وزارة الدفاع", "سرمين", "SYR.GOV", "CIVILIANS"):
        assert kept in written


@pytest.mark.parametrize("layout", exports.FORMATS)
def test_with_text_all_is_there(layout: str, sample_reading: Reading) -> None:
    written = "".join(exports.claims([sample_reading], layout=layout, with_text=True))
    assert "سعيد الحمصي" in written


def test_redaction_keeps_what_is_counted_with(sample_reading: Reading, sample_event: Event) -> None:
    claim, redacted = sample_reading.claims[0], redact_reading(sample_reading).claims[0]
    assert (redacted.kind, redacted.place, redacted.when, redacted.counts, redacted.evidence) == (
        claim.kind, claim.place, claim.when, claim.counts, claim.evidence,
    )  # fmt: skip
    assert [party.text for party in redacted.target] == ["civilian", "unidentified"]
    event = redact_event(sample_event)
    assert event.denied_by == ("وزارة الدفاع",)
    assert [said.voice for said in event.counts["killed"].by_voice] == ["a named person", "المرصد"]
    assert event.claims == (ClaimRef("r1", "c1"), ClaimRef("r1", "c2"))
