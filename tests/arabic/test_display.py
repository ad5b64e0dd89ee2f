"""Visual order and joined letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.display import visual


def order(text: str, base: str = "rtl") -> str:
    """The letters from left to right, unjoined."""
    glyphs = visual(text, base=base)  # type: ignore[arg-type]
    return "".join(unicodedata.normalize("NFKC", glyph)[::-1] for glyph, _ in glyphs)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("قصف", "rtl", "فصق"),
        ("قتل 12 شخصا", "rtl", "اصخش 12 لتق"),
        ("(حلب)", "rtl", "(بلح)"),
        ("abc قصف def", "rtl", "def فصق abc"),
        ("abc قصف def", "ltr", "abc فصق def"),
        ("في 50%", "rtl", "%50 يف"),
        ("12:30 مساء", "rtl", "ءاسم 12:30"),
        ("الجيش (SYR.GOV)", "ltr", "شيجلا (SYR.GOV)"),
        ("", "rtl", ""),
    ],
)
def test_order(text: str, base: str, expected: str) -> None:
    assert order(text, base) == expected


def test_letters_are_joined() -> None:
    assert [glyph for glyph, _ in visual("بيت")] == ["\ufe96", "\ufef4", "\ufe91"]


def test_alef_after_lam_is_one_glyph_and_joins_nothing_after_it() -> None:
    assert [glyph for glyph, _ in visual("سلام")] == ["\ufee1", "\ufefc", "\ufeb3"]


def test_a_mark_stays_on_its_letter() -> None:
    assert [glyph for glyph, _ in visual("قُتل")] == ["\ufede", "\ufe98", "\ufed7\u064f"]


@given(st.text(alphabet=st.sampled_from("ابتلمسءدر ةى٣5a(.)،-%\u064e\u200fZ"), max_size=40))
def test_every_visible_character_is_put_down_once(text: str) -> None:
    glyphs = visual(text)
    places = [place for _, place in glyphs]
    assert len(set(places)) == len(places)
    put_down = sorted(unicodedata.normalize("NFKD", "".join(glyph for glyph, _ in glyphs)))
    mirror = str.maketrans("()", "((")
    assert "".join(put_down).translate(mirror) == "".join(
        sorted(unicodedata.normalize("NFKD", text.replace("\u200f", "")))
    ).translate(mirror)
