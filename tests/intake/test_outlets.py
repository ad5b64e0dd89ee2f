"""The outlets table and the furniture table as intake uses them."""

from __future__ import annotations

import pytest

from marsad.arabic.folding import fold
from marsad.intake import Cutter
from marsad.intake.lines import words_of
from marsad.knowledge import Knowledge
from marsad.knowledge.tables import split


def test_the_tables_are_large_enough_and_unambiguous(knowledge: Knowledge) -> None:
    outlets = knowledge.rows("outlets")
    assert len(outlets) >= 220
    assert len(knowledge.rows("furniture")) >= 250
    domains = [domain for row in outlets for domain in split(row["domains"])]
    assert len(domains) == len(set(domains))
    names = [words_of(fold(name)) for row in outlets for name in {row["name_ar"], *split(row["aliases"])}]
    assert all(names)
    ids = [row["id"] for row in outlets]
    assert len(ids) == len(set(ids))


def test_no_outlet_has_the_name_of_an_ordinary_word(knowledge: Knowledge) -> None:
    ordinary = {
        fold(word)
        for word in [
            "كان",
            "العالم",
            "الأخبار",
            "المدن",
            "الحياة",
            "البيان",
            "السفير",
            "اللواء",
            "القدس",
            "الرياض",
            "سبق",
            "وما",
            "العربية",
            "الشرق",
        ]
    }
    for row in knowledge.rows("outlets"):
        assert not ordinary & {fold(name) for name in (row["name_ar"], *split(row["aliases"]))}, row["id"]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("enabbaladi.net", "عنب بلدي"),
        ("https://www.aa.com.tr/ar/x", "الأناضول"),
        ("العربية", "قناة العربية"),
        ("صحيفة المدن", "صحيفة المدن"),
        ("Syria TV", "تلفزيون سوريا"),
        ("منبر الضيعة", "منبر الضيعة"),
        ("http://[", "http://["),
    ],
)
def test_an_outlet_has_one_name(cutter: Cutter, given: str, name: str) -> None:
    assert cutter.outlets.canonical(given) == name
