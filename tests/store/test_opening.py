"""What is no store is refused untouched; what is one is upgraded whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from marsad.errors import StoreError
from marsad.model import Reading, Report
from marsad.store import Store
from marsad.store.opening import MIGRATIONS, open_engine
from marsad.store.schema import APPLICATION_ID, REVISION, SEARCH, tables


def code_of(path: Path, **options: bool) -> str:
    with pytest.raises(StoreError) as caught:
        Store(path, **options)
    assert caught.value.where == str(path)
    assert caught.value.mend
    return caught.value.code


def sql(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_store_is_made_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "marsad.db"
    with Store(path):
        pass
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()
    assert [file.name for file in tmp_path.iterdir()] == ["marsad.db"]


def test_every_commit_is_synced(tmp_path: Path) -> None:
    with Store(tmp_path / "marsad.db") as store, store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "مرصد 50% ?.db"
    path.touch()
    with Store(path) as store:
        assert store.counts()["reports"] == 0
    assert path.stat().st_size


def test_the_tables_are_what_the_migrations_make(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION
    engine = open_engine(tmp_path / "migrated.db", migrations=shutil.copytree(MIGRATIONS, tmp_path / "migrations"))
    with engine.connect() as connection:
        made = "SELECT sql FROM sqlite_master WHERE name = 'search'"
        assert connection.exec_driver_sql(made).scalar() == SEARCH

        def ours(_object: object, name: str, kind: str, *_: object) -> bool:
            return kind != "table" or not name.startswith("search")

        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, tables) == []
    engine.dispose()
    Store(tmp_path / "made.db").close()
    assert contents(tmp_path / "made.db") == contents(tmp_path / "migrated.db")


def contents(path: Path) -> set[tuple[str, str]]:
    """All tables and indexes, and at which migration the store is."""
    raw = sqlite3.connect(path)
    rows = {(name, "".join((sql or "").split())) for name, sql in raw.execute("SELECT name, sql FROM sqlite_master")}
    rows |= {("version", version) for (version,) in raw.execute("SELECT version_num FROM alembic_version")}
    raw.close()
    return rows


def test_a_program_that_made_no_store_keeps_its_file(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("ملاحظات", "utf-8")
    other = tmp_path / "other.db"
    sql(other, "CREATE TABLE mine (a)", "PRAGMA application_id=7")
    plain = tmp_path / "plain.db"
    sql(plain, "CREATE TABLE reports (a)")
    for path in (text, other, plain):
        before = path.read_bytes(), path.stat().st_mtime_ns
        assert code_of(path) == "not-a-store"
        assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert {file.name for file in tmp_path.iterdir()} == {"notes.txt", "other.db", "plain.db"}


def test_folders_and_missing_folders_are_named(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "not-a-store"
    assert code_of(tmp_path / "none" / "marsad.db") == "no-folder"
    assert code_of(tmp_path / "marsad.db", create=False) == "no-store"
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_no_store(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path / "pipe") == "not-a-store"


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "marsad.db"
    with Store(path):
        pass
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    assert code_of(path) == "damaged"


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Root may write anything, so where the test runs as root another user opens the store."""
    path = tmp_path / "marsad.db"
    with Store(path):
        pass
    path.chmod(0o444)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    code = f"""
import os
if os.geteuid() == 0:
    os.setuid(65534)
from marsad.errors import StoreError
try:
    store.Store({str(path)!r})
except StoreError as error:
    print(error.code)
"""
    code = "import marsad.store as store\nimport alembic.command\n" + code  # while the files may still be read
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stdout == "read-only\n", ran.stderr


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "marsad.db"
    with Store(path):
        pass
    sql(path, "UPDATE alembic_version SET version_num = '9999'")
    assert code_of(path) == "newer-store"


def test_an_older_store_is_upgraded_with_all_it_holds(tmp_path: Path) -> None:
    path, newer = (
        _old_store(tmp_path),
        _migrations_with(tmp_path, "op.add_column('reports', sa.Column('note', sa.Text))"),
    )
    engine = open_engine(path, migrations=newer)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT id, note FROM reports").all() == [("r1", None)]
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0002"
    engine.dispose()
    assert code_of(path) == "newer-store"


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = _old_store(tmp_path)
    newer = _migrations_with(tmp_path, "op.drop_table('claims')\n    op.execute('SELECT nonsense')")
    with pytest.raises(StoreError):
        open_engine(path, migrations=newer)
    with Store(path) as store:
        assert store.reading("r1") == Reading(Report("r1", "نص"), ())
        assert store.counts()["claims"] == 0
        assert store.check() == []


def _old_store(folder: Path) -> Path:
    path = folder / "marsad.db"
    with Store(path) as store:
        store.keep(Reading(Report("r1", "نص"), ()))
    return path


def _migrations_with(folder: Path, upgrade: str) -> Path:
    copy = folder / "migrations"
    shutil.copytree(MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    script = (
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '0002'\ndown_revision = '{REVISION}'\ndef upgrade():\n    {upgrade}\n"
    )
    (copy / "versions" / "r0002_test.py").write_text(script, "utf-8")
    return copy


def test_two_programs_may_make_the_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "marsad.db"
    code = (
        "import sys; from marsad.store import Store; from marsad.model import Reading, Report\n"
        f"with Store({str(path)!r}) as store: print(store.keep(Reading(Report(sys.argv[1], 'نص'), ())))"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, f"r{i}"], stdout=subprocess.PIPE, text=True) for i in range(2)
    ]
    assert [run.communicate()[0] for run in runs] == ["new\n"] * 2
    with Store(path) as store:
        assert store.counts()["reports"] == 2
        assert store.check() == []


def test_errors_of_the_database_have_their_own_words(tmp_path: Path) -> None:
    with Store(tmp_path / "marsad.db") as store:
        with store._engine.begin() as connection:
            connection.execute(sa.text("DROP TABLE skipped"))
        with pytest.raises(StoreError) as caught:
            store.counts()
    assert "no such table" in caught.value.what
    assert "doctor" in caught.value.mend
