"""Words of a text with their place, and the clitics that Arabic writes together with them."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from marsad.arabic.folding import DRAWN, IGNORED, fold
from marsad.arabic.stretches import remembered
from marsad.compiling import mypyc_attr

_LETTER: Final = f"0-9A-Za-z\u00c0-\u024f\u0620-\u064a\u0660-\u0669\u066e-\u06d3\u06d5\u06ee-\u06ff{DRAWN}{IGNORED}"
#: Dots set inside words to slip past the filters of platforms (الإسـ.ـرائيـ.ـلي) stand beside a tatweel, other marks
#: between two.
_TOKEN: Final = re.compile(
    rf"[{_LETTER}](?:[{_LETTER}]|(?<=\u0640)\.|\.(?=\u0640)|(?<=\u0640)[*/_|+،,-](?=\u0640))*|[^\s{_LETTER}]"
)
_INNER_MARKS: Final = str.maketrans("", "", ".*/_|+،,-")
#: A word that is parted for the same reason: مقـ ـتل.
_PARTED: Final = "\u0640 \u0640"
_LETTERS_ONLY: Final = re.compile(f"[^{IGNORED}]")
#: A final ة, also as it is drawn, vowel signs behind it or not.
_MARBUTA: Final = re.compile(f"[ة\ufe93\ufe94][{IGNORED}]*$")
_PLAIN: Final = re.compile("[\u0621-\u064a]+")

#: Marks that follow words most often.
_CLOSING: Final = frozenset('،.؛:)»"')

#: "And", which is written together with the word behind it; where papers part the two, they are one word all the same.
_AND: Final = "و"

#: Quotation marks of all papers; they neither join nor part words.
QUOTES: Final = frozenset("\"'«»“”„‟‹›‘’`´＂")


@mypyc_attr(acyclic=True)
class Word:
    """A word: code points `[start, end)` of the text, its folded letters, and the punctuation right before it.

    Written out, as millions are made: compiled, its fields are set and read as those of a C struct are, and as it leads
    back to nothing the collector of garbage does not look at it.

    `before` holds all marks between the previous word and this one, quotation marks included; a line break is `\\n`.
    `marbuta` tells that its last letter is written ة, which no pronoun is.
    """

    __slots__ = ("before", "end", "marbuta", "norm", "start")

    def __init__(self, start: int, end: int, norm: str, before: str, marbuta: bool) -> None:
        self.start: Final = start
        self.end: Final = end
        self.norm: Final = norm
        self.before: Final = before
        self.marbuta: Final = marbuta


_Part = tuple[int, int, str, str, bool]
_Parts = tuple[tuple[_Part, ...], str, int]


def _parts(stretch: str) -> _Parts:
    """The words of a stretch without blanks, as the fields of `Word`, the marks behind the last, and its width."""
    width = len(stretch) + 1
    word, mark = (stretch[:-1], stretch[-1]) if stretch[-1:] in _CLOSING else (stretch, "")
    if _PLAIN.fullmatch(word) and (norm := fold(word)):
        return ((0, len(word), norm, "", word[-1] == "ة"),), mark, width
    found: list[_Part] = []
    before = ""
    for match in _TOKEN.finditer(stretch):
        token = match.group()
        if (token[0].isalnum() or len(token) > 1) and (norm := fold(token).translate(_INNER_MARKS)):
            found.append((match.start(), match.end(), norm, before, bool(_MARBUTA.search(token))))
            before = ""
        elif _LETTERS_ONLY.match(token):
            before += token
    return tuple(found), before, width


_parts_of: Final = remembered(_parts)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` with their offsets into `text`."""
    found: list[Word] = []
    parted = text.find(_PARTED, start, len(text) if end is None else end) >= 0
    before = ""
    loose: Word | None = None
    for number, line in enumerate(text[start:end].split("\n")):
        if number and line and not line.isspace():
            before += "\n"
        for parts, marks, width in _parts_of(line.split(" ")):
            for at, to, norm, own, marbuta in parts:
                own = before + own if before else own
                if loose is not None and not own:
                    found[-1] = Word(loose.start, start + to, _AND + norm, loose.before, marbuta)
                    loose = None
                else:
                    word = Word(start + at, start + to, norm, own, marbuta)
                    found.append(word)
                    loose = word if norm == _AND else None
                before = ""
            if marks:
                before += marks
            start += width
    return _joined(text, found) if parted else found


def _joined(text: str, parted: list[Word]) -> list[Word]:
    """The words with those made one again that a blank between two tatweels parts."""
    found: list[Word] = []
    for word in parted:
        if found and text[found[-1].end - 1 : word.start + 1] == _PARTED:
            begun = found.pop()
            token = text[begun.start : word.end].replace(" ", "")
            norm = fold(token).translate(_INNER_MARKS)
            word = Word(begun.start, word.end, norm, begun.before, bool(_MARBUTA.search(token)))
        found.append(word)
    return found


@dataclass(slots=True, unsafe_hash=True)  # never changed; `frozen` takes three times as long to make
class Form:
    """One way to take a written word apart: `stem` is what stands in a lexicon.

    `lead` is a conjunction (و، ف), `prep` a proclitic preposition (ب، ل، ك) or the future س, `definite` tells of ال,
    `suffix` is an enclitic pronoun.
    """

    stem: str
    lead: str
    prep: str
    definite: bool
    suffix: str

    @property
    def whole(self) -> bool:
        """Whether neither preposition, ال nor pronoun is written together with the word."""
        return not (self.prep or self.definite or self.suffix)


#: Pronouns by their last letter, longer before shorter.
_SUFFIXES: Final = {
    "ا": ("هما", "كما", "ها", "نا"),
    "م": ("هم", "كم"),
    "ن": ("هن",),
    "ي": ("ني", "ي"),
    "ه": ("ه",),
    "ك": ("ك",),
}


def forms(norm: str, among: Container[str] | None = None) -> list[Form]:
    """All ways to take a folded word apart, the word as it stands first, fewer clitics before more.

    The list is generous: a lexicon decides which stems exist. With `among`, only forms of those stems are given.
    """
    found: list[Form] = []
    for lead, rest in _leads(norm):
        for prep, definite, stem in _proclitics(rest):
            if among is None or stem in among:
                found.append(Form(stem, lead, prep, definite, ""))
            if definite:
                continue
            for suffix in _SUFFIXES.get(norm[-1], ()):
                bare = stem.removesuffix(suffix)
                if 2 <= len(bare) < len(stem) and (among is None or bare in among):
                    found.append(Form(bare, lead, prep, False, suffix))
    return found


def _leads(norm: str) -> list[tuple[str, str]]:
    if norm[0] in "وف" and len(norm) > 2:
        return [("", norm), (norm[0], norm[1:])]
    return [("", norm)]


def _proclitics(rest: str) -> list[tuple[str, bool, str]]:
    found = [("", False, rest)]
    size = len(rest)
    if size > 3 and rest.startswith("ال"):
        found.append(("", True, rest[2:]))
    if size > 2 and rest[0] in "بلكس":
        found.append((rest[0], False, rest[1:]))
        if size > 4 and rest.startswith(("بال", "كال")):
            found.append((rest[0], True, rest[3:]))
        elif size > 3 and rest.startswith("لل"):
            found.append(("ل", True, rest[2:]))
    return found
