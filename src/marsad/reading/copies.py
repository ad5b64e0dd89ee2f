"""Copies of what is read with some fields changed: classes that are compiled are none that `msgspec` could copy."""

from __future__ import annotations

from typing import Any, Protocol, Self, TypeVar


class Copied(Protocol):
    """What can be copied field by field."""

    def copy(self) -> Self: ...


_T = TypeVar("_T", bound=Copied)


def replace(one: _T, **changes: Any) -> _T:
    """A copy with some fields changed."""
    copy = one.copy()
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy
