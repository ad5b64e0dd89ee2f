"""What stands between blanks. News repeats it, so what is worked out of a stretch is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

T = TypeVar("T")

#: Longer stretches are no words of the language, and not worth remembering.
LONGEST: Final = 40

#: How many stretches are remembered before remembering starts anew.
_MOST: Final = 50_000


class _Remembered(dict[str, T]):
    """What was worked out, by stretch. No order of use is kept, as `lru_cache` would: that costs more than it saves."""

    def __init__(self, work: Callable[[str], T]) -> None:
        self._work = work

    def __missing__(self, stretch: str) -> T:
        found = self._work(stretch)
        if len(stretch) <= LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[stretch] = found
        return found


def remembered(work: Callable[[str], T]) -> Callable[[Iterable[str]], Iterable[T]]:
    """`work` for all stretches of a text, done once for each that comes again."""
    known = _Remembered(work)
    return lambda stretches: map(known.__getitem__, stretches)
