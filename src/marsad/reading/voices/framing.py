"""Stage 10: the words by which a report keeps its distance from what a claim says (ما يسمى، زعم، «تحرير»)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from marsad.model import Framing, FramingSort, Span
from marsad.reading.groups.groups import Group
from marsad.reading.scan import Scan

#: The longest word or phrase between quotation marks that is no quotation, in words.
_LONGEST: Final = 3

#: Sorts of words before a name in quotation marks: حركة «النهضة», عملية «الفجر».
_CLASSES: Final = frozenset(("force", "person", "place_cue", "trigger", "weapon"))

#: Sorts of which a name in quotation marks may be.
_NAMES: Final = frozenset(("actor", "outlet", "place", "country", "metonym"))


def find_framing(scan: Scan, group: Group, first: int, last: int, *, alone: bool) -> tuple[Framing, ...]:
    """What stands at a distance among words `[first, last]` of a claim, in the order of the text.

    With `alone`, no other claim follows in the sentence: "as they allege" at its end is about this one.
    """
    if not (scan.cue("framing") or scan.quoted):
        return ()
    found = [*_phrases(scan, group, first, len(scan.words) - 1 if alone else last), *_quoted(scan, group, first, last)]
    return tuple(sorted(found, key=lambda framing: framing.span or Span(0, 0)))


def _phrases(scan: Scan, group: Group, first: int, last: int) -> Iterator[Framing]:
    for match in scan.cue("framing"):
        if match.sort == "verb":
            if group.voice is None or group.voice.at != match.first:
                continue  # only where it tells what is claimed: شخص يدعى فلان is somebody's name
        elif not first <= match.first <= last:
            continue
        yield _framing(scan, match.first, match.last, match.payload.value, f"cues.csv, framing {match.payload.lemma}")


def _framing(scan: Scan, first: int, last: int, sort: FramingSort, why: str) -> Framing:
    span = Span(scan.words[first].start, scan.words[last].end)
    return Framing(sort, span.of(scan.text), span, why)


def _quoted(scan: Scan, group: Group, first: int, last: int) -> Iterator[Framing]:
    for begin, end in scan.quoted:
        if first <= begin and end <= last and end - begin < _LONGEST and not _is_speech(scan, begin, end):
            act = any(begin <= member.first and member.last <= end for member in group.members)
            if (act or _are_people(scan, begin, end)) and not _is_name(scan, begin, end):
                why = "an act in quotation marks" if act else "a word for people in quotation marks"
                yield _framing(scan, begin, end, "quoted", why)


def _is_speech(scan: Scan, begin: int, end: int) -> bool:
    """Whether a quotation is what somebody says: behind a colon, or all of the sentence."""
    return ":" in scan.words[begin].before or (begin == 0 and end + 1 == len(scan.words))


def _are_people(scan: Scan, begin: int, end: int) -> bool:
    """Whether words are a label for people (الإرهابيين), with at most an adjective."""
    if scan.words[end].norm.isdigit():
        return False
    return any(match.last <= end and end - match.last <= 1 for match in scan.at("person", begin))


def _is_name(scan: Scan, begin: int, end: int) -> bool:
    """Whether quotation marks only set off a proper name: one of the files, or one behind its class."""
    if any(match.sort in _NAMES and match.first <= begin and match.last >= end for match in scan.inside(begin, end)):
        return True
    before = begin - 1
    if before < 0:
        return False
    classes = [m for m in scan.here(before) if m.sort in _CLASSES and not isinstance(m.form, tuple)]
    return not all(m.clitics.definite for m in classes)
