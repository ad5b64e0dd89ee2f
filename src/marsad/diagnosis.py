"""Is all well with this installation? What `marsad doctor` prints."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from marsad.errors import MarsadError

#: Packages whose version can change what is read or kept.
PACKAGES = (
    "msgspec",
    "SQLAlchemy",
    "alembic",
    "trafilatura",
    "lxml",
    "hijridate",
    "mazini",
    "platformdirs",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `well` is false where something must be mended."""

    area: str
    name: str
    value: str
    well: bool = True

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def examine(store: Path, folders: Sequence[Path] = ()) -> list[Finding]:
    """All that is worth knowing about the program, its data files, the store and the terminal."""
    return [*_program(), *_tables(folders), *_store(store), *_terminal()]


def _program() -> Iterator[Finding]:
    yield Finding("program", "marsad", _version("marsad") or "not installed, run from its sources")
    yield Finding("program", "Python", platform.python_version(), sys.version_info >= (3, 11))
    yield Finding("program", "SQLite", sqlite3.sqlite_version)
    yield Finding("program", "processors", str(os.cpu_count()))
    for package in PACKAGES:
        version = _version(package)
        yield Finding("program", package, version or "missing", version is not None)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _tables(folders: Sequence[Path]) -> Iterator[Finding]:
    from marsad import cache
    from marsad.knowledge import tables
    from marsad.knowledge.schema import TABLES

    yield Finding("knowledge", "cache", str(cache.folder()))
    for name in sorted(TABLES):
        try:
            count = len(tables.rows(name, folders))
            yield Finding("knowledge", name, f"{count} rows", well=count > 0)
        except MarsadError as error:
            yield Finding("knowledge", name, str(error), well=False)
    for folder in folders:
        faults = tables.check(folder)
        for fault in faults:
            yield Finding("knowledge", str(folder), str(fault), well=False)


def _store(path: Path) -> Iterator[Finding]:
    from marsad.store import Store

    if not path.exists():
        yield Finding("store", str(path), "not there yet")
        return
    try:
        with Store(path) as store:
            counts = ", ".join(f"{count} {name}" for name, count in store.counts().items())
            faults = store.check()
        yield Finding("store", str(path), counts)
        yield from (Finding("store", str(path), fault, well=False) for fault in faults)
    except MarsadError as error:
        yield Finding("store", str(path), str(error), well=False)


def _terminal() -> Iterator[Finding]:
    encoding = (sys.stdout.encoding or "unknown").lower()
    yield Finding("terminal", "encoding", encoding, encoding.replace("-", "") in ("utf8", "utf16", "unknown"))
    yield Finding("terminal", "kind", os.environ.get("TERM_PROGRAM") or os.environ.get("TERM") or "none")
