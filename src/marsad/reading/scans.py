"""The scans of all sentences of a report, in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice
from typing import Final

from marsad.arabic.sentences import Sentence, sentences
from marsad.knowledge.lexicon import Lexicon
from marsad.reading.scan import Scan

#: So many sentences of a report are kept scanned.
_KEPT: Final = 500


class Scans:
    """The scans of a report's sentences in their order, gone through more than once.

    Those of a report of usual length are kept. What is more is scanned anew each time, which takes a tenth of the time
    of reading: kept, the scans of a long text would fill the memory.
    """

    def __init__(self, text: str, lexicon: Lexicon, published: date | None) -> None:
        self._text = text
        self._lexicon = lexicon
        self._published = published
        self._countries: frozenset[str] | None = None
        self._main: str | None = None
        self._kept: list[Scan] = []
        self._has_more = False

    def __iter__(self) -> Iterator[Scan]:
        kept = self._kept
        yield from kept
        if kept and not self._has_more:
            return
        for sentence in islice(sentences(self._text), len(kept), None):
            scan = self._scan(sentence)
            if len(kept) < _KEPT:
                kept.append(scan)
            else:
                self._has_more = True
            yield scan

    def some(self, numbers: Collection[int]) -> Iterator[Scan]:
        """The scans of some sentences by their numbers, once all have been gone through."""
        kept = self._kept
        for at, scan in enumerate(kept):
            if at in numbers:
                yield scan
        if self._has_more:
            for at, sentence in enumerate(sentences(self._text)):
                if at >= len(kept) and at in numbers:
                    yield self._scan(sentence)

    def _scan(self, sentence: Sentence) -> Scan:
        scan = Scan(self._text, sentence, self._lexicon, self._published)
        if self._countries is not None:
            scan.localise(self._countries, self._main)
        return scan

    def localise(self, countries: frozenset[str], main: str | None) -> None:
        """Decide in all sentences what a name means in a report on some countries, most of all on the `main` one."""
        self._countries, self._main = countries, main
        for scan in self._kept:
            scan.localise(countries, main)
