"""What stands between blanks. News repeats it, so what is worked out of a stretch is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

T = TypeVar("T")

#: Longer stretches are no words of the language, and not worth remembering.
LONGEST: Final = 40


def remembered(work: Callable[[str], T]) -> Callable[[Sequence[str]], Iterable[T]]:
    """`work` for all stretches of a text, done once for each that comes again."""
    known = lru_cache(maxsize=32_768)(work)
    return lambda stretches: map(known if max(map(len, stretches)) <= LONGEST else work, stretches)
