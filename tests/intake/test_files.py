"""Files, folders and streams: every report, and an error in place of every one that cannot be read."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.errors import InputError
from marsad.intake import read_paths
from marsad.knowledge import Knowledge
from marsad.model import Report

TEXTS = [
    "قصفت قوات النظام بالمدفعية الثقيلة بلدة سرمين شرقي إدلب، ما أدى إلى إصابة ثلاثة مدنيين بجروح.",
    "اعتقلت دورية خمسة شبان على حاجز شرقي الرقة واقتادتهم إلى جهة مجهولة، وفق مصادر محلية.",
]


@pytest.fixture
def read(knowledge: Knowledge):  # type: ignore[no-untyped-def]
    def reader(*paths: str | Path, stdin: bytes | None = None) -> tuple[list[Report], list[InputError]]:
        stream = io.BytesIO(stdin) if stdin is not None else None
        items = list(read_paths(paths, knowledge=knowledge, stdin=stream))
        return [i for i in items if isinstance(i, Report)], [i for i in items if isinstance(i, InputError)]

    return reader


def line(text: str, **fields: object) -> str:
    return json.dumps({"text": text, **fields}, ensure_ascii=False)


def test_each_sort_of_file(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<html><body><p>{TEXTS[1]}</p></body></html>", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(f"{line(TEXTS[0], id='c1')}\n\n{line(TEXTS[1], id=2)}\n", encoding="utf-8")
    (tmp_path / "d.json").write_text(f"[{line(TEXTS[0], id='d1', outlet='سانا')}]", encoding="utf-8")
    (tmp_path / "e.csv").write_text(f'id,body,date\ne1,"{TEXTS[0]}\nو""غيره""",2022-01-20\n', encoding="utf-8-sig")
    reports, errors = read(tmp_path)
    assert errors == []
    assert [report.text.split("\n")[0] for report in reports] == [
        TEXTS[0],
        TEXTS[1],
        TEXTS[0],
        TEXTS[1],
        TEXTS[0],
        TEXTS[0],
    ]
    assert [report.id for report in reports[2:]] == ["c1", "2", "d1", "e1"]
    assert reports[3].origin == f"{tmp_path / 'c.jsonl'}, line 3"
    assert (reports[5].published, reports[5].text.split("\n")[1]) == ("2022-01-20", 'و"غيره"')


@pytest.mark.parametrize("encoding", ["utf-16", "cp1256", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.json"])
def test_each_encoding(tmp_path: Path, read, name: str, encoding: str) -> None:  # type: ignore[no-untyped-def]
    content = {
        "a.txt": TEXTS[0],
        "a.jsonl": line(TEXTS[0]),
        "a.csv": f"text\n{TEXTS[0]}",
        "a.json": line(TEXTS[0]),
    }
    (tmp_path / name).write_bytes(content[name].encode(encoding))
    reports, errors = read(tmp_path / name)
    assert errors == []
    assert [report.text for report in reports] == [TEXTS[0]]


@pytest.mark.parametrize(
    ("stdin", "texts"),
    [
        (f"\n {line(TEXTS[0])}\n{line(TEXTS[1])}".encode(), TEXTS),
        (f"[{line(TEXTS[0])}]".encode(), TEXTS[:1]),
        (f"<html><p>{TEXTS[0]}</p></html>".encode(), TEXTS[:1]),
        (TEXTS[0].encode("cp1256"), TEXTS[:1]),
    ],
)
def test_standard_input_is_told_by_its_beginning(read, stdin: bytes, texts: list[str]) -> None:  # type: ignore[no-untyped-def]
    reports, errors = read("-", stdin=stdin)
    assert errors == []
    assert [report.text for report in reports] == texts


def test_bad_lines_are_named_and_the_others_go_on(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "reports.jsonl"
    lines = [
        line(TEXTS[0], id="a"),
        "{broken",
        line("", id="b"),
        '"text"',
        line("English only", id="c"),
        '{"id": "d"}',
        '{"text": 5}',
        "[" * 100_000,
        line(TEXTS[1], id="e"),
    ]
    file.write_bytes("\n".join(lines).encode() + b"\n\xfa\xf0\x80\xff\xc0\n")
    reports, errors = read(file)
    assert [report.id for report in reports] == ["a", "e"]
    assert [error.where for error in errors] == [f"{file}, line {n}" for n in (2, 3, 4, 5, 6, 7, 8, 10)]
    assert [error.code for error in errors] == [
        "broken-json",
        "no-text",
        "broken-json",
        "not-arabic",
        "no-text",
        "no-text",
        "broken-json",
        "encoding",
    ]
    assert all(error.mend for error in errors)


def test_bad_files_are_named_and_the_others_go_on(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    contents = {
        "a.txt": b"",
        "b.txt": b"%PDF-1.7 \x00",
        "c.txt": b"\x89PNG\r\n\x1a\n",
        "d.csv": b"a,b\n1,2",
        "e.txt": TEXTS[0].encode(),
        "f.json": b"[1, {]",
        "g.jsonl": b"\n\n",
        "h.txt": "Ёлки и сосны".encode("koi8-r"),
        "i.csv": f'text\n"{TEXTS[0]}'.encode(),
        "j.jsonl": b"PK\x03\x04\x00\x00",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    reports, errors = read(tmp_path, tmp_path / "none.txt")
    assert [report.text for report in reports] == [TEXTS[0]]
    assert [(error.where.removeprefix(f"{tmp_path}/"), error.code) for error in errors] == [
        ("a.txt", "empty"),
        ("b.txt", "binary"),
        ("c.txt", "binary"),
        ("d.csv, line 1", "no-text"),
        ("f.json", "broken-json"),
        ("g.jsonl", "empty"),
        ("h.txt", "encoding"),
        ("i.csv, line 2", "broken-csv"),
        ("j.jsonl", "binary"),
        ("none.txt", "missing"),
    ]


def test_files_of_other_sorts_are_reported_once(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "sub").mkdir()
    for name in ("sub/a.pdf", "b.pdf", "c", ".hidden.txt"):
        (tmp_path / name).write_text(TEXTS[0], encoding="utf-8")
    (tmp_path / "sub" / "z.txt").write_text(TEXTS[0], encoding="utf-8")
    reports, errors = read(tmp_path)
    assert len(reports) == 1
    assert [error.code for error in errors] == ["skipped"]
    assert "2 .pdf" in errors[0].what


def test_a_file_of_unknown_name_given_by_itself_is_read(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "report").write_text(TEXTS[0], encoding="utf-8")
    assert read(tmp_path / "report")[0][0].text == TEXTS[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "a.txt"
    file.write_text(TEXTS[0], encoding="utf-8")
    file.chmod(0)
    assert read(file)[1][0].code == "unreadable"


def test_a_pipe_is_no_file(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    os.mkfifo(tmp_path / "pipe.txt")
    assert read(tmp_path / "pipe.txt")[1][0].code == "unreadable"


def test_the_same_report_twice_is_one_and_two_with_one_id_are_an_error(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "a.jsonl"
    lines = [
        line(TEXTS[0], id="x"),
        line(TEXTS[0], id="x"),
        line(TEXTS[1], id="x"),
        line(TEXTS[1], id="y"),
        line(TEXTS[0]),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    reports, errors = read(file, file)
    assert [report.id for report in reports[:2]] == ["x", "y"]
    assert len(reports) == 3
    assert [(error.code, error.where) for error in errors] == [("duplicate-id", f"{file}, line 3")] * 2


def test_twenty_megabytes_of_text_are_refused_and_a_long_file_of_lines_streams(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text("قصف مدفعي على البلدة\n" * 550_000, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("\n".join(line(f"{TEXTS[0]} {n}", id=n) for n in range(300)), encoding="utf-8")
    reports, errors = read(tmp_path)
    assert len(reports) == 300
    assert [error.code for error in errors] == ["too-long"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.x"]))
def test_any_bytes_are_reports_or_errors(tmp_path: Path, knowledge: Knowledge, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    items = list(read_paths([tmp_path / name], knowledge=knowledge))
    assert items or name == "a.csv"
    assert all(isinstance(item, Report | InputError) for item in items)
