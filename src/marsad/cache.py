"""What takes long to make out of tables, kept on disk for the next start.

A kept thing carries the checksum of all that it was made from in its name, so it is never stale. Nothing hangs
on it: a folder that cannot be written, or a file that cannot be read back, costs the making.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import platformdirs

T = TypeVar("T")

#: So many things of one name are kept: a user changes between few sets of files.
_MOST = 4


def checksum(sources: Iterable[Path]) -> str:
    """Sixteen hexadecimal digits that change with any of the files, and any module or table in the folders."""
    digest = hashlib.sha256()
    for source in sources:
        inside = sorted(path for suffix in ("*.py", "*.csv") for path in source.rglob(suffix))
        for path in [source] if source.is_file() else inside:
            digest.update(path.relative_to(source).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def folder() -> Path:
    """Where things are kept: `MARSAD_CACHE`, or the user's cache folder."""
    return Path(os.environ.get("MARSAD_CACHE") or platformdirs.user_cache_path("marsad", appauthor=False))


def cached(name: str, version: str, kind: type[T], make: Callable[[], T]) -> T:
    """The thing of this name and version: fetched where it is kept, else made, and kept."""
    file = folder() / f"{name}-{sys.implementation.cache_tag}-{version}.pickle"
    found = _fetch(file)
    if isinstance(found, kind):
        return found
    made = make()
    with contextlib.suppress(OSError):
        _keep(file, made)
        _forget_old(file.parent, name)
    return made


def _fetch(file: Path) -> object:
    """What a file holds; none where it is missing, damaged, or another user's, who may have put in anything."""
    try:
        with file.open("rb") as stream:
            if hasattr(os, "getuid") and os.fstat(stream.fileno()).st_uid != os.getuid():
                return None
            with _without_collections():
                return pickle.load(stream)
    except Exception:  # a damaged pickle may raise anything
        return None


def _keep(file: Path, made: object) -> None:
    """Written aside and moved into place, so that nobody ever fetches half of it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, aside = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(number, "wb") as stream:
            pickle.dump(made, stream, protocol=pickle.HIGHEST_PROTOCOL)
        Path(aside).replace(file)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise


def _forget_old(where: Path, name: str) -> None:
    files = sorted(where.glob(f"{name}-*.pickle"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_MOST:]:
        file.unlink(missing_ok=True)


@contextlib.contextmanager
def _without_collections() -> Iterator[None]:
    """A hundred thousand new objects, none of them garbage, would set off many searches for garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
