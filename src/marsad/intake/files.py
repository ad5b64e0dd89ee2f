"""Files, folders and standard input: every report in them, and an error for every one that cannot be read."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BufferedReader, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from marsad.errors import InputError
from marsad.intake.cutter import LONGEST, Cutter
from marsad.intake.decoding import check_head, decode, encoding_of
from marsad.knowledge import Knowledge
from marsad.model import Report

#: No field of a file that holds one report may be larger; bytes.
_LARGEST_FILE: Final = 64_000_000
_LARGEST_LINE: Final = 32_000_000
_HEAD: Final = 4096

#: Other names under which tables carry the fields of a report.
SYNONYMS: Final = {
    "text": ("text", "body", "content", "article", "النص", "نص"),
    "title": ("title", "headline", "العنوان", "عنوان"),
    "published": ("published", "date", "published_at", "publish_date", "datetime", "التاريخ", "تاريخ"),
    "outlet": ("outlet", "source", "publisher", "site", "المصدر", "الجهة"),
    "author": ("author", "byline", "الكاتب"),
    "url": ("url", "link", "الرابط"),
    "id": ("id", "ID", "_id", "guid"),
}

Item = Report | InputError
Fields = dict[str, str]
Reader = Callable[[BufferedReader, str, Cutter], Iterator[Item]]


def read_paths(paths: Sequence[str | Path], *, knowledge: Knowledge, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """The reports of files, folders (with all below, by name) and `-` (standard input), one at a time.

    Reads `.txt`, `.html`, `.htm`, `.jsonl`, `.ndjson`, `.json` and `.csv`; a file of another name that is
    given by itself is read for what it looks like. What cannot be read is yielded as an InputError that names
    its file and line, and the others go on. A report that comes twice, word for word, is yielded once; one
    whose id belongs to another text is an error.
    """
    cutter = Cutter(knowledge)
    seen: dict[str, bytes] = {}
    for path in paths:
        source = _standard_input(stdin, cutter) if str(path) == "-" else _read(Path(path), cutter)
        for item in source:
            if isinstance(item, InputError):
                yield item
                continue
            mark = bytes.fromhex(item.fingerprint[:16])
            if item.id not in seen:
                seen[item.id] = mark
                yield item
            elif seen[item.id] != mark:
                yield InputError(
                    f"the id {item.id} belongs to another text already",
                    where=item.origin or "",
                    code="duplicate-id",
                    mend="give every report its own id",
                )


def _read(path: Path, cutter: Cutter) -> Iterator[Item]:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield InputError("no such file or folder", where=str(path), code="missing", mend="check the path")
        return
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _read_folder(path, cutter)
    elif not stat.S_ISREG(mode):
        yield InputError("no file, no folder", where=str(path), code="unreadable", mend="give a file")
    else:
        yield from _read_file(path, cutter)


def _read_folder(folder: Path, cutter: Cutter) -> Iterator[Item]:
    others: Counter[str] = Counter()
    failed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(root, name)
            if name.startswith("."):
                continue
            if file.suffix.lower() in FORMATS:
                yield from _read(file, cutter)
            else:
                others[file.suffix.lower() or "no suffix"] += 1
    yield from (_unreadable(Path(error.filename or folder), error) for error in failed)
    if others:
        listed = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
        yield InputError(
            f"skipped files of other sorts: {listed}",
            where=str(folder),
            code="skipped",
            mend=f"Marsad reads {', '.join(FORMATS)}",
        )


def _read_file(path: Path, cutter: Cutter) -> Iterator[Item]:
    reader = FORMATS.get(path.suffix.lower())
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, str(path), cutter, reader)
    except OSError as error:
        yield _unreadable(path, error)


def _read_stream(stream: BufferedReader, where: str, cutter: Cutter, reader: Reader | None = None) -> Iterator[Item]:
    head = stream.peek(_HEAD)
    try:
        check_head(head)
    except InputError as error:
        yield _at(error, where)
        return
    found = False
    for item in (reader or sniff(head))(stream, where, cutter):
        found = True
        yield item
    if not found:
        yield InputError("no report in it", where=where, code="empty", mend="give a report with text")


def _standard_input(stdin: BinaryIO | None, cutter: Cutter) -> Iterator[Item]:
    source = stdin or sys.stdin.buffer
    stream = cast(BufferedReader, source if hasattr(source, "peek") else BufferedReader(cast(RawIOBase, source)))
    return _read_stream(stream, "standard input", cutter)


def sniff(head: bytes) -> Reader:
    """How to read a stream of unknown sort, from its first bytes: JSON lines, JSON, a page or plain text."""
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if opening.startswith(b"{"):
        return _read_jsonl
    if opening.startswith((b"[{", b"[\n", b"[ ", b"[\r")):
        return _read_json
    return _read_text


def _read_text(stream: BufferedReader, where: str, cutter: Cutter) -> Iterator[Item]:
    data = stream.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        yield _too_large(where)
        return
    yield _attempt(where, lambda: cutter.report_from_text(decode(data), origin=where))


def _read_json(stream: BufferedReader, where: str, cutter: Cutter) -> Iterator[Item]:
    data = stream.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        yield _too_large(where)
        return
    try:
        found = json.loads(decode(data))
    except InputError as error:
        yield _at(error, where)
        return
    except (ValueError, RecursionError) as error:
        yield _broken_json(error, where)
        return
    for number, item in enumerate(found if isinstance(found, list) else [found], 1):
        place = f"{where}, item {number}" if isinstance(found, list) else where
        yield _from_object(item, place, cutter)


def _read_jsonl(stream: BufferedReader, where: str, cutter: Cutter) -> Iterator[Item]:
    for number, line in _lines(stream, where):
        place = f"{where}, line {number}"
        if isinstance(line, InputError):
            yield _at(line, place)
            continue
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _broken_json(error, place)
            continue
        yield _from_object(found, place, cutter)


def _read_csv(stream: BufferedReader, where: str, cutter: Cutter) -> Iterator[Item]:
    columns: list[str] | None = None
    delimiter = ","
    for number, record in _records(stream, where):
        place = f"{where}, line {number}"
        if isinstance(record, InputError):
            yield _at(record, place)
            continue
        if columns is None:
            delimiter = max(",;\t", key=record.count)
        try:
            cells = next(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter), [])
        except csv.Error as error:
            yield InputError(f"broken CSV: {error}", where=place, code="broken-csv", mend="give JSON lines")
            continue
        if columns is None:
            columns = [cell.strip().lstrip("\ufeff") for cell in cells]
            if not _fields(dict.fromkeys(columns, "x")).get("text"):
                yield InputError(
                    f"no column text among {', '.join(columns)[:200]}",
                    where=place,
                    code="no-text",
                    mend="name the column of the reports' texts `text`",
                )
                return
        elif any(cells):
            yield _from_object(dict(zip(columns, cells, strict=False)), place, cutter)


def _from_object(found: Any, where: str, cutter: Cutter) -> Item:
    if not isinstance(found, Mapping):
        return InputError("no JSON object", where=where, code="broken-json", mend='a report is {"id": …, "text": …}')
    fields = _fields(found)
    text = fields.pop("text", None)
    if text is None:
        return InputError("no text", where=where, code="no-text", mend="give the report's text in the field `text`")
    return _attempt(where, lambda: cutter.report_from_text(text, origin=where, **fields))


def _fields(found: Mapping[str, Any]) -> Fields:
    """The fields of a report in a record; of several names for one, the first that is filled."""
    fields: Fields = {}
    for field, names in SYNONYMS.items():
        for name in names:
            value = found.get(name, found.get(name.capitalize()))
            if isinstance(value, int | float) and not isinstance(value, bool) and field != "text":
                value = str(value)
            if isinstance(value, str) and value.strip():
                fields[field] = value
                break
    return fields


def _attempt(where: str, make: Callable[[], Report]) -> Item:
    try:
        return make()
    except InputError as error:
        return _at(error, where)
    except (RecursionError, MemoryError):
        return InputError("too deeply nested to read", where=where, code="too-long", mend="give plain text")


def _at(error: InputError, where: str) -> InputError:
    return InputError(error.what, where=where, mend=error.mend, code=error.code)


def _broken_json(error: Exception, where: str) -> InputError:
    detail = f": {error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
    return InputError(f"broken JSON{detail}", where=where, code="broken-json", mend="correct the line or leave it out")


def _unclosed() -> InputError:
    return InputError("a quote that is never closed", code="broken-csv", mend="close the quote")


def _too_large(where: str) -> InputError:
    what = f"one report of more than {_LARGEST_FILE // 1_000_000} MB"
    mend = f"a report has at most {LONGEST // 1_000_000} million characters; give many reports as JSON lines"
    return InputError(what, where=where, code="too-long", mend=mend)


def _unreadable(path: Path, error: Exception) -> InputError:
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"cannot be read: {detail}", where=str(path), code="unreadable", mend="check the file's rights")


def _lines(stream: BufferedReader, where: str) -> Iterator[tuple[int, str | InputError]]:
    """The lines of a stream, decoded one by one, so that a damaged line harms no other."""
    encoding = encoding_of(stream.peek(_HEAD)[:_HEAD])
    if encoding.startswith("utf-16"):
        text = TextIOWrapper(stream, encoding, errors="replace", newline="\n")
        yield from enumerate(iter(lambda: text.readline(_LARGEST_LINE), ""), 1)
        text.detach()
        return
    number = 0
    while data := stream.readline(_LARGEST_LINE):
        number += 1
        if len(data) == _LARGEST_LINE and not data.endswith(b"\n"):
            while data and not data.endswith(b"\n"):
                data = stream.readline(_LARGEST_LINE)
            yield number, _too_large(where)
            continue
        try:
            yield number, decode(data)
        except InputError as error:
            yield number, error
            if error.code == "binary" and number == 1:
                return


def _records(stream: BufferedReader, where: str) -> Iterator[tuple[int, str | InputError]]:
    """The records of a CSV stream, each with its first line's number: lines, joined until quotes close."""
    pending: list[str] = []
    size = first = 0
    open_quote = False
    for number, line in _lines(stream, where):
        if isinstance(line, InputError):
            yield number, line
            continue
        if not pending:
            first, size = number, 0
        pending.append(line)
        size += len(line)
        open_quote ^= line.count('"') % 2 == 1
        if open_quote and size <= LONGEST:
            continue
        yield first, _unclosed() if open_quote else "".join(pending)
        pending, open_quote = [], False
    if pending:
        yield first, _unclosed()


#: How each sort of file is read.
FORMATS: Final[dict[str, Reader]] = {
    ".txt": _read_text,
    ".html": _read_text,
    ".htm": _read_text,
    ".jsonl": _read_jsonl,
    ".ndjson": _read_jsonl,
    ".json": _read_json,
    ".csv": _read_csv,
}
