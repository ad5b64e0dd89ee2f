"""Opening a store: refuse what is none before touching it, make or upgrade it, and tell database errors
plainly.

A store is one SQLite file in WAL mode: others may read while one writes. Every commit is synced to the disk
(`synchronous=FULL`), so what was reported as kept outlives the process being killed and the power going
out; commits are made per batch of reports, which keeps that cheap.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError
from marsad.store.schema import APPLICATION_ID, REVISION, SEARCH, VERSION, tables

MIGRATIONS: Final = Path(__file__).parent / "migrations"

_MAGIC: Final = b"SQLite format 3\0"
_PATIENCE: Final = 30  # seconds to wait for another writer
#: Seconds between two tries where SQLite does not wait.
_PAUSE: Final = 0.05

#: The beginning of SQLite's name of an error → code, what, mend.
_FAULTS: Final = {
    "SQLITE_FULL": ("disk-full", "the disk is full", "make room and run again: what was kept before is safe"),
    "SQLITE_READONLY": (
        "read-only",
        "the store cannot be written",
        "allow writing to the file and its folder",
    ),
    "SQLITE_BUSY": ("busy", "another program is writing the store", "wait until it has ended and run again"),
    "SQLITE_CANTOPEN": ("cannot-open", "the store cannot be opened", "allow reading the file and its folder"),
    "SQLITE_IOERR": ("disk", "the disk cannot be read or written", "look whether it is full, gone or broken"),
    "SQLITE_CORRUPT": (
        "damaged",
        "the store is damaged",
        "restore a copy, or read all reports into a new store",
    ),
    "SQLITE_NOTADB": ("not-a-store", "this is no store of Marsad", "give another name with --store"),
}


def open_engine(path: Path, *, create: bool = True, migrations: Path = MIGRATIONS) -> sa.Engine:
    """The database of the store at `path`, made or upgraded where needed. Raises StoreError."""
    _refuse_others(path, create)
    url = sa.URL.create("sqlite+pysqlite", database=str(path))
    engine = sa.create_engine(url, connect_args={"timeout": _PATIENCE})
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    try:
        with told(path):
            _bring_up_to_date(engine, path, migrations)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns errors of the database into StoreErrors that say what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        name = getattr(cause, "sqlite_errorname", "")
        for beginning, (code, what, mend) in _FAULTS.items():
            if name.startswith(beginning):
                raise StoreError(what, where=str(path), mend=mend, code=code) from error
        mend = "look at the store with: marsad doctor"
        raise StoreError(f"the database says: {cause}", where=str(path), mend=mend) from error


@contextlib.contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that takes the writer's place at once, so that it never has to give way halfway."""
    with engine.connect().execution_options(marsad_writes=True) as connection, connection.begin():
        yield connection


def _refuse_others(path: Path, create: bool) -> None:
    def refuse(code: str, what: str, mend: str) -> StoreError:
        return StoreError(what, where=str(path), mend=mend, code=code)

    other = "give another name with --store"
    try:
        if not path.parent.is_dir():
            mend = f"make it: mkdir -p '{path.parent}'"
            raise refuse("no-folder", "the folder of the store does not exist", mend)
        if not path.exists():
            if not create:
                raise refuse("no-store", "there is no store here yet", "make one with: marsad run PATH")
            return
        if not path.is_file():
            what = "this is a folder" if path.is_dir() else "this is no ordinary file"
            raise refuse("not-a-store", what, other)
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        code, what, mend = _FAULTS["SQLITE_CANTOPEN"]
        raise refuse(code, f"{what}: {error.strerror}", mend) from error
    if header and (header[:16] != _MAGIC or header[68:72] != APPLICATION_ID.to_bytes(4, "big")):
        raise refuse("not-a-store", "this is another program's file; it was not touched", other)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise refuse(*_FAULTS["SQLITE_READONLY"])


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says so, not where sqlite3 guesses
    for setting in ("synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_PATIENCE * 1000}"):
        connection.execute(f"PRAGMA {setting}")


def _on_begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("marsad_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: sa.Engine, path: Path, migrations: Path) -> None:
    def current(revision: str | None) -> bool:
        return revision == REVISION and migrations == MIGRATIONS

    with engine.connect() as connection:
        done = current(_revision(connection))
    if not done:
        with writing(engine) as connection:
            revision = _revision(connection)  # again, as another program may have made the store meanwhile
            if revision is None:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            if revision is None and migrations == MIGRATIONS:
                _make(connection)
            elif not current(revision):
                _migrate(connection, revision, path, migrations)
    _write_ahead(engine)


def _write_ahead(engine: sa.Engine) -> None:
    """WAL mode, which stays with the file; not before the tables are in it, as its header must be there.

    SQLite does not wait for another program here, whatever its patience (busy_timeout): so this does.
    """
    raw = engine.raw_connection()
    until = time.monotonic() + _PATIENCE
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)
    finally:
        raw.close()


def _revision(connection: sa.Connection) -> str | None:
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").scalar():
        return None
    revision: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return revision


def _make(connection: sa.Connection) -> None:
    """The tables as the newest migration leaves them, without the time that Alembic takes."""
    tables.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(SEARCH)
    connection.exec_driver_sql(VERSION)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))


def _migrate(connection: sa.Connection, revision: str | None, path: Path, migrations: Path) -> None:
    from alembic import command  # a quarter of a second, which a new or up-to-date store need not spend
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        mend = "upgrade Marsad: pip install -U marsad"
        raise StoreError("a newer version of Marsad made this store", where=str(path), mend=mend, code="newer-store")
    command.upgrade(config, "head")
