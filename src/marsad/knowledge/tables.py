"""The knowledge files: which there are, what their columns mean, how they are read and checked.

A knowledge file is a CSV table that a linguist can edit. The package carries its own under `data/`; a user's
folder may hold files of the same names (`actors.csv`, `actors_mine.csv`, ...), whose rows come after and so
win where names meet.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TextIO

from marsad.errors import KnowledgeError

Row = dict[str, str]

#: Values of one cell are separated by this.
SEPARATOR = "|"

#: Made from the verbs of the other tables by `scripts/build_forms.py`; only the package carries it.
_MADE = "verb_forms.csv"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it may hold, and whether it may be empty."""

    name: str
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    number: tuple[float, float] | None = None

    def fault(self, value: str) -> str | None:
        """What is wrong with a cell, or none."""
        if not value:
            return f"column {self.name} is empty" if self.required else None
        if self.choices and value not in self.choices:
            return f"column {self.name}: {value!r} is none of {', '.join(self.choices)}"
        if self.pattern and not re.fullmatch(self.pattern, value):
            return f"column {self.name}: {value!r} does not have the form {self.pattern}"
        if self.number:
            low, high = self.number
            try:
                fits = low <= float(value) <= high
            except ValueError:
                fits = False
            if not fits:
                return f"column {self.name}: {value!r} is no number from {low:g} to {high:g}"
        return None


@dataclass(frozen=True, slots=True)
class Table:
    """One sort of knowledge file, `name*.csv`, with its columns; `key` names those that make a row unique."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def split(cell: str) -> list[str]:
    """The values of a cell that holds a list."""
    return [value.strip() for value in cell.split(SEPARATOR) if value.strip()] if cell else []


def rows(name: str, folders: Sequence[Path] = ()) -> list[Row]:
    """All rows of a table: the package's first, then those of the user's folders, in the order given.

    Raises KnowledgeError (file and line) for a row that does not fit its table.
    """
    from marsad.knowledge.schema import TABLES

    table = TABLES[name]
    found: list[Row] = []
    for file in _files(table, resources.files("marsad.knowledge") / "data"):
        found.extend(_trusted(file))
    for folder in folders:
        for file in _files(table, folder):
            found.extend(row for _, row in _read(table, file, _faults_raise))
    return found


def located(name: str, folders: Sequence[Path] = ()) -> Iterator[tuple[str, Row]]:
    """All rows of a table, as `rows` gives them, each with its file and line; a user's file by its folder, too."""
    from marsad.knowledge.schema import TABLES

    table = TABLES[name]
    own = resources.files("marsad.knowledge") / "data"
    for file in _files(table, own):
        yield from ((f"{file.name}, line {line}", row) for line, row in _read(table, file, _faults_raise))
    for folder in folders:
        for file in _files(table, folder):
            where = folder / file.name
            yield from ((f"{where}, line {line}", row) for line, row in _read(table, file, _faults_raise))


def check(folder: Path) -> list[KnowledgeError]:
    """Everything that is wrong with the knowledge files of a folder, in the order of files and lines."""
    from marsad.knowledge.schema import TABLES

    faults: list[KnowledgeError] = []
    if not folder.is_dir():
        mend = "give the folder that holds the CSV files"
        return [KnowledgeError("no such folder", where=str(folder), mend=mend)]
    own = resources.files("marsad.knowledge") / "data"
    known = {_MADE} if folder.resolve() == Path(str(own)).resolve() else set()
    for table in TABLES.values():
        for file in _files(table, folder):
            known.add(file.name)
            seen: dict[tuple[str, ...], int] = {}
            for line, row in _read(table, file, faults.append):
                key = tuple(row[column] for column in table.key)
                if key and key in seen:
                    what = f"{' + '.join(table.key)} {' + '.join(key)} stands already on line {seen[key]}"
                    where = f"{file.name}, line {line}"
                    faults.append(KnowledgeError(what, where=where, mend="join the two rows"))
                seen.setdefault(key, line)
    for other in sorted(path.name for path in folder.glob("*.csv") if path.name not in known):
        mend = f"name it after one of: {', '.join(sorted(f'{name}.csv' for name in TABLES))}"
        faults.append(KnowledgeError("no table has this name", where=other, mend=mend))
    return faults


def _trusted(file: Traversable) -> Iterator[Row]:
    """Rows of the package's own files, which the tests have checked: start-up need not do it again."""
    yield from csv.DictReader(opened(file))


def opened(file: Traversable) -> TextIO:
    """A file's text with its line breaks as they are, which is what `csv` asks for."""
    return io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")


def _faults_raise(fault: KnowledgeError) -> None:
    raise fault


def _files(table: Table, folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    pattern = re.compile(rf"{re.escape(table.name)}(_[\w-]+)?\.csv")
    longer = [name for name in _names() if name != table.name and name.startswith(table.name + "_")]
    return sorted(
        (
            file
            for file in folder.iterdir()
            if pattern.fullmatch(file.name)
            and not any(re.fullmatch(rf"{re.escape(name)}(_[\w-]+)?\.csv", file.name) for name in longer)
        ),
        key=lambda file: file.name,
    )


def _names() -> list[str]:
    from marsad.knowledge.schema import TABLES

    return list(TABLES)


def _read(table: Table, file: Traversable, report: Callable[[KnowledgeError], None]) -> Iterator[tuple[int, Row]]:
    try:
        reader = csv.reader(opened(file))
    except UnicodeDecodeError as error:
        line = 1 + error.object[: error.start].count(b"\n")
        mend = "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"
        report(KnowledgeError("not UTF-8", where=f"{file.name}, line {line}", mend=mend))
        return
    header = next(reader, [])
    missing = [column.name for column in table.columns if column.required and column.name not in header]
    unknown = [name for name in header if name not in table.header]
    if missing or unknown:
        what = f"missing column {', '.join(missing)}" if missing else f"unknown column {', '.join(unknown)}"
        mend = f"the columns of {table.name} are {','.join(table.header)}"
        report(KnowledgeError(what, where=f"{file.name}, line 1", mend=mend))
        return
    empty = dict.fromkeys(table.header, "")
    checks = [(i, column) for i, name in enumerate(header) for column in table.columns if column.name == name]
    for cells in reader:
        if not any(cells):
            continue
        where = f"{file.name}, line {reader.line_num}"
        if len(cells) != len(header):
            what = f"{len(cells)} cells under {len(header)} columns"
            report(KnowledgeError(what, where=where, mend="put a cell that holds a comma in double quotes"))
            continue
        for i, column in checks:
            if fault := column.fault(cells[i]):
                report(KnowledgeError(fault, where=where, mend=f"correct the cell in column {column.name}"))
        yield reader.line_num, empty | {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
