"""Who wrote a report: labels (إعداد: …), datelines (حلب / فلان الفلاني / الأناضول), a name at the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from marsad.arabic.folding import fold
from marsad.intake.furniture import Furniture
from marsad.intake.lines import Line, Words, words_of
from marsad.intake.outlets import SORTS, Outlets
from marsad.model import Basis

_JOINT: Final = re.compile(r"\s*[-/|–—]\s*|\s+ـ\s*|\s*\(\s*|\s*\)\s*")
_NAME_ENDS: Final = re.compile(r"\s*[–—|/،,(]|\s*-\s|\s-\s*|Role")
_OTHER_SIGNS: Final = re.compile(r"[0-9A-Za-z٠-٩@#©:.،,؟?!\"“«-]")
#: Words that stand in no name of a person.
_NO_NAME: Final = frozenset(map(fold, ("من", "على", "في", "إلى", "عن", "أن", "متابعات", "خاص", "وكالات", "تقرير")))
#: Words for reports taken over from elsewhere, or got by oneself.
_SUPPLIES: Final = frozenset(map(fold, ("متابعات", "متابعة", "وكالات", "خاص", "رصد")))
#: Words that lead names of places, and those of sections: both stand where outlets do.
_REGIONS: Final = frozenset(
    fold(
        "ريف محافظة مدينة بلدة قرية ناحية حي مخيم جبل سهل ولاية إقليم قضاء مديرية مقاطعة شمال جنوب شرق غرب"
        " وسط شمالي جنوبي شرقي غربي الشمال الجنوب الشرق الغرب الساحل الريف الحدود البادية الغوطة الضفة"
        " المنطقة العاصمة الداخل الجزيرة الجبل المخيم الجبهة"
    ).split()
)
_SECTIONS: Final = _REGIONS | frozenset(
    fold("أخبار الأخبار ملف الملف الشأن الأزمة الحرب المشهد الوضع تقرير تقارير تحقيق قضايا سياسة محليات خاص").split()
)
_FIGURE: Final = re.compile(r"[0-9٠-٩]")
_WRITER: Final = re.compile(r"(?:تقرير|إعداد|اعداد|كتب|كتبت|متابعة)\s*:\s*(\S.{3,40})$")
_CREDIT: Final = re.compile(
    r"(?:المصدر|مصدر الخبر)\s*[:：]\s*(.+)|.{0,20}الحقوق\s+محفوظة\s+(?:لدى\s+|لـ\s?|ل)(?=[^\s])(.+)"
)
_LISTED: Final = re.compile(rf"{_JOINT.pattern}|\s*[+،,]\s*")
_HEAD: Final = 8


class PlaceTest(Protocol):
    """Tells whether a name is a place's; unless `exact`, one word may lead it (ريف حلب)."""

    def __call__(self, name: str, *, exact: bool = False) -> bool: ...


class Byline(NamedTuple):
    """An author, how known, and the line that says so."""

    author: str
    basis: Basis
    line: int


class Dateline(NamedTuple):
    """What a dateline says: its outlet and its author, each or none."""

    outlet: str | None
    author: str | None


def labelled(lines: Sequence[Line], reasons: Sequence[str | None], furniture: Furniture) -> Byline | None:
    """The author that a line names with a label."""
    for i, line in enumerate(lines):
        if reasons[i] == "byline" and (found := furniture.label(line)):
            name = _NAME_ENDS.split(found[1], maxsplit=1)[0].strip(" :.-")
            if 1 < len(name) <= 60 and 1 <= len(words_of(name)) <= 5:
                return Byline(name, "stated", i)
    return None


def dateline(line: Line, outlets: Outlets, is_place: PlaceTest) -> Dateline | None:
    """What a line such as `إدلب / فلان الفلاني / الأناضول` says; none where it names no outlet."""
    if len(line.text) > 80 or line.closes or len(line.words) > 11:
        return None
    parts = [part for part in _JOINT.split(line.text) if part]
    known = [outlets.named(words_of(part)) for part in parts]
    outlet = next((name for name in known if name), None)
    if not outlet:
        return _unknown(line, parts, outlets, is_place)
    others = [part for part, name in zip(parts, known, strict=True) if not name]
    names = [part for part in others if is_name(part, outlets) and not is_place(part)]
    return Dateline(outlet, names[0] if names else None)


def _unknown(line: Line, parts: Sequence[str], outlets: Outlets, is_place: PlaceTest) -> Dateline | None:
    """The same where the table lacks the outlet: only in forms that neither places nor persons have."""
    words = [words_of(part) for part in parts if not _FIGURE.search(part)]
    spelled = [part for part in parts if not _FIGURE.search(part)]
    if not words or len(parts) < 2:
        return None
    author = next(filter(None, (_writer(part, outlets, is_place) for part in spelled[1:])), None)
    rest = [
        part
        for part, some in zip(spelled, words, strict=True)
        if not (_is_region(part, is_place) or part == author or _WRITER.match(part) or _SUPPLIES & {*some})
    ]
    if len(rest) == 1 and outlets.signed(words_of(rest[0])):
        return Dateline(rest[0], author)
    if rest != spelled[:1] or not _is_proper(words[0]):
        return None
    in_brackets = len(parts) == 3 and _is_region(parts[1], is_place) and author == parts[2] and line.text.endswith(")")
    labelled = len(parts) == 2 and bool(_WRITER.match(parts[1]))
    supplied = len(parts) == 2 and bool(_SUPPLIES & {*words[-1]}) and _is_titled(words[0])
    return Dateline(rest[0], author) if in_brackets or labelled or supplied else None


def _is_region(part: str, is_place: PlaceTest) -> bool:
    """Whether words name a place; unlike persons, outlets may have one in their name (نداء الزاوية)."""
    words = words_of(part)
    return is_place(part, exact=True) or (bool(words) and words[0] in _REGIONS and is_place(part))


def _writer(part: str, outlets: Outlets, is_place: PlaceTest) -> str | None:
    """The person that a part of a dateline names, with a label or without."""
    match = _WRITER.match(part)
    if match:
        return match[1]
    return part if is_name(part, outlets) and not is_place(part) else None


def _is_proper(words: Words) -> bool:
    """Whether words may name an outlet rather than a section or a region."""
    return 1 <= len(words) <= 4 and _SECTIONS.isdisjoint(words) and "0" not in words


def _is_titled(words: Words) -> bool:
    """Whether words are made as titles of papers are: المدار العربي, which no person's name is."""
    return len(words) == 2 and all(word.startswith("ال") for word in words) and words[1].endswith(("ي", "يه"))


def standing_alone(line: Line, outlets: Outlets, is_place: PlaceTest) -> bool:
    """Whether a line is nothing but the name of an outlet that the table lacks: مرصد … لحقوق الإنسان."""
    return (
        len(line.text) <= 50
        and not _OTHER_SIGNS.search(line.text)
        and not _JOINT.search(line.text)
        and outlets.signed(line.words)
        and not is_place(line.text, exact=True)
    )


def credited(lines: Sequence[Line], reasons: Sequence[str | None], outlets: Outlets) -> str | None:
    """The outlet that a line about the source or the rights names: المصدر: …، جميع الحقوق محفوظة لشبكة …."""
    for line, reason in zip(lines, reasons, strict=True):
        match = _CREDIT.match(line.text) if reason in ("source line", "copyright") else None
        for part in _LISTED.split(match[1] or match[2]) if match else ():
            words = words_of(part)
            if name := outlets.named(words):
                return name
            if outlets.signed(words) and not _OTHER_SIGNS.search(part):
                return part.strip()
    return None


def beside_date(
    lines: Sequence[Line], reasons: Sequence[str | None], top: int, stamp_line: int, outlets: Outlets,
    is_place: PlaceTest,
) -> Byline | None:  # fmt: skip
    """A line right before or after the date line, under the headline, that is nothing but a name."""
    for i in (stamp_line - 1, stamp_line + 1):
        if top < i < len(lines) and i <= top + _HEAD and not reasons[i]:
            text = lines[i].text
            if is_name(text, outlets) and not is_place(text):
                return Byline(text, "inferred", i)
    return None


def is_name(text: str, outlets: Outlets) -> bool:
    """Whether some words may be a person's name: two to four, in Arabic letters, no outlet."""
    words = words_of(text)
    if not 2 <= len(words) <= 4 or len(text) > 40 or words[0].startswith("ال") or _OTHER_SIGNS.search(text):
        return False
    if _JOINT.search(text) or outlets.named(words) or outlets.signed(words):
        return False
    return words[0] not in SORTS and _NO_NAME.isdisjoint(words)
