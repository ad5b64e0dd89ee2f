"""Folding: one spelling for the many in which Arabic is written, without losing the place of a character.

Everything that compares words compares folded words; everything that points into a text points into the text
as written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

#: Characters that carry no letter: harakat, superscript alef, Quranic marks, tatweel, joiners, direction
#: marks, BOM.
IGNORED: Final = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)

_DROP: Final = re.compile(f"[{IGNORED}]+")

#: Spelling variants of one letter, Arabic-Indic digits to European ones; each maps one character to one
#: character.
LETTERS: Final[dict[int, int]] = str.maketrans(
    "أإآٱٲٳىئیېۍةھہەكکڪۀؤ"
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "اااااايييييههههكككهو"
    "01234567890123456789",
)  # fmt: skip
#: Letters as they are drawn (ﺑ, ﻻ), which old pages and text taken out of PDF files hold instead of the letters.
DRAWN: Final = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc"
_DRAWN: Final = re.compile(f"[{DRAWN}]")
_DRAWN_LETTERS: Final = {
    code: ord(letter.translate(LETTERS))
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
    if len(letter := unicodedata.normalize("NFKC", chr(code))) == 1
}

#: The same with common characters that stay: `str.translate` is slow with those that a table lacks.
_SPELLING: Final = {code: code for code in (*range(128), *range(0x600, 0x700))} | _DRAWN_LETTERS | LETTERS


@lru_cache(maxsize=1 << 16)  # the same words come again and again
def fold(word: str) -> str:
    """The folded spelling of `word`: alef, ya, ta marbuta, kaf and hamza seats unified, marks gone.

    The length may change; use `fold_letters` where positions must stay.
    """
    if not word.isascii():
        word = _DRAWN.sub(_letters_of, word)
        word = _DROP.sub("", word).translate(_SPELLING)
    return word.lower()


def _letters_of(drawn: re.Match[str]) -> str:
    """The letters of a drawn one; a ligature is two or more."""
    return unicodedata.normalize("NFKC", drawn.group()).replace(" ", "")


def fold_letters(text: str) -> str:
    """`text` with letter variants and digits unified and marks kept, so that every offset stays true."""
    return text.translate(_SPELLING)
