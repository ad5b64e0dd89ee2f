"""Everything that can go wrong, as a tree. Each error says what, where, and how to mend it.

    MarsadError
    ├── InputError        one report or file cannot be read; the others go on
    ├── KnowledgeError    a knowledge file is wrong (file and line)
    ├── StoreError        the store cannot be opened or written
    └── UsageError        the caller asked for something that does not exist

Codes are stable and may be matched on; words may change.
"""

from __future__ import annotations


class MarsadError(Exception):
    """`code` names the sort of error, `where` the file (and line) or record, `mend` what to do about it."""

    default_code = "error"

    def __init__(self, what: str, *, where: str = "", mend: str = "", code: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend
        self.code = code or self.default_code

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f" ({self.mend})" if self.mend else ""
        return f"{place}{self.what}{mend}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.mend, self.code)


def _rebuild(kind: type[MarsadError], what: str, where: str, mend: str, code: str) -> MarsadError:
    return kind(what, where=where, mend=mend, code=code)


class InputError(MarsadError):
    """One report or file cannot be read."""

    default_code = "input"


class KnowledgeError(MarsadError):
    """A knowledge file does not fit its schema."""

    default_code = "knowledge"


class StoreError(MarsadError):
    """The store cannot be opened or written."""

    default_code = "store"


class UsageError(MarsadError):
    """The caller asked for something that does not exist or makes no sense."""

    default_code = "usage"
