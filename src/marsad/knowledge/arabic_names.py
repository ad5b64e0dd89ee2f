"""Which of the names of a place is the Arabic one.

GeoNames lists the names of a place in all languages without saying which is in which: Arabic, Persian, Urdu,
Kurdish and Uyghur share a script. The Arabic name is the one written with Arabic letters that sounds most
like the Latin name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from marsad.arabic.folding import IGNORED, fold

#: Arabic letters only, and none where only Kazakh, Uyghur and Kurdish spelling puts it.
_ARABIC: Final = re.compile(r"(?!.*(?:ى\B|\bئ))[\u0621-\u063a\u0641-\u064a ]{2,40}")
_SCRIPT: Final = re.compile("[\u0621-\u064a]")
_PERSIAN: Final = str.maketrans({"ک": "ك", "ی": "ي", "پ": "ب", "چ": "تش", "ژ": "ج", "گ": "غ", "ڤ": "ف", "ھ": "ه"})
_RESPELT: Final = frozenset("پچژگڤ")
_MARKS: Final = re.compile(f"[{IGNORED}]")
_OFFICE: Final = re.compile(r"(?:ناحية|قضاء|مدينة|محافظة|ولاية|إمارة|بلدية|قرية|بلدة|منطقة) (?=..)")
_ARTICLE: Final = re.compile(
    r"(?:al|el|ar|as|ash|at|az|ad|an|ath|adh|es|et|ed|en|er|ez|ech|il|le|la)[ -]", re.IGNORECASE
)

_DIGRAPHS: Final = {"kh": "k", "sh": "s", "ch": "s", "th": "t", "dh": "d", "gh": "g", "ph": "f", "ou": "w"}
#: A rough sound of each letter, for comparing with Latin spelling; those without a stable one are left out.
_SOUND: Final = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهوي", "bttjhkddrzsssdtzgfkklmnhwy", strict=True))
#: The same with the emphatic letters and the long a told apart, for choosing between names that sound alike.
_EXACT: Final = _SOUND | dict(zip("حصضطظAة", "HSDTZAh", strict=True))
_LATIN: Final = str.maketrans(dict(zip("qcvpxuoiea", ["k", "k", "f", "b", "k", "w", "w", "y", "", ""], strict=True)))
_EMPHATIC: Final = re.compile("([hsdtz])[\u0323\u0327]")

#: Names at least this alike are names of the same sound.
_ALIKE: Final = 0.6


def arabic_names(latin: str, names: Iterable[str]) -> list[str]:
    """The Arabic names among `names`, best first: those that sound like `latin`, or the likeliest one.

    The article is kept where one of the names has it, as news do (الرقة for Raqqa). Of names that the program
    reads as the same word (see `bare`) only one is given.
    """
    target, exact = _sound_of_latin(latin), _exact_sound_of_latin(latin)
    ranked = []
    for written in sorted(name for name in set(names) if _SCRIPT.search(name)):
        name, respelt = clean(written)
        if not name:
            continue
        alike = round(SequenceMatcher(None, target, _sound_of_arabic(name)).ratio(), 1)
        score = (
            alike,
            not respelt,
            name.startswith("ال"),
            name.endswith("ة"),
            round(SequenceMatcher(None, exact, _exact_sound_of_arabic(name)).ratio(), 2),
            sum(letter in "أإآؤئء" for letter in name),
            " " in name or " " not in latin,
            written == name,
        )
        ranked.append((score, name))
    ranked.sort(key=lambda entry: entry[1])
    ranked.sort(key=lambda entry: entry[0], reverse=True)
    same_sound = [name for score, name in ranked if score[0] >= _ALIKE and len(name) > 2]
    return distinct(same_sound or [name for _, name in ranked[:1]])


def clean(written: str) -> tuple[str, bool]:
    """`written` as an Arabic name (empty if it is none), and whether Persian letters had to be respelt.

    Marks, what stands after a comma or in brackets, and the word for the office (محافظة، مدينة) go.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", written.replace("\u200c", " ")))
    name = re.split("[،,(]", plain)[0]
    respelt = not _RESPELT.isdisjoint(name)
    name = _OFFICE.sub("", " ".join(name.translate(_PERSIAN).split()))
    return (name, respelt) if _ARABIC.fullmatch(name) else ("", respelt)


def distinct(names: Iterable[str]) -> list[str]:
    """`names` without those that the program reads as a word that it has already."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(bare(fold(name)), name)
    return list(seen.values())


def bare(folded: str) -> str:
    """A folded name without its article."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def _sound_of_latin(latin: str) -> str:
    decomposed = unicodedata.normalize("NFKD", latin.lower().replace("ı", "i"))
    text = _join_digraphs(_ARTICLE.sub("", re.sub(r"[^a-z -]", "", decomposed)))
    text = re.sub(r"h\b", "", text).translate(_LATIN)
    return re.sub(r"(.)\1", r"\1", text.replace(" ", "").replace("-", ""))


def _exact_sound_of_latin(latin: str) -> str:
    text = _EMPHATIC.sub(lambda found: found[1].upper(), unicodedata.normalize("NFKD", latin.lower()))
    text = _join_digraphs(_ARTICLE.sub("", re.sub("a\u0304", "A", text)))
    return re.sub(r"[^a-zHSDTZA]", "", text).translate(_LATIN)


def _join_digraphs(text: str) -> str:
    for pair, letter in _DIGRAPHS.items():
        text = text.replace(pair, letter)
    return text


def _sound_of_arabic(name: str) -> str:
    words = (bare(word) for word in name.split())
    return "".join(_SOUND.get(letter, "") for word in words for letter in word.removesuffix("ة"))


def _exact_sound_of_arabic(name: str) -> str:
    words = (bare(word) for word in name.split())
    return "".join(_EXACT.get(letter, "") for word in words for letter in word[:1] + word[1:].replace("ا", "A"))
