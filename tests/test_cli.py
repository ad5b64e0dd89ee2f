"""The commands, as a person or a script calls them."""

from __future__ import annotations

import csv
import functools
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from marsad import cli
from marsad.errors import StoreError

MARKET = "قصفت قوات النظام السوري أمس الثلاثاء بلدة سرمين في ريف إدلب ما أدى إلى مقتل {} مدنيين، بحسب {}."
REPORTS = [
    {
        "id": "a",
        "title": "قصف على سرمين",
        "outlet": "وكالة البيان",
        "published": "2024-03-13",
        "text": MARKET.format(3, "الدفاع المدني"),
    },
    {
        "id": "b",
        "title": "قتلى في سرمين",
        "outlet": "موقع الصدى",
        "published": "2024-03-13",
        "text": "أفادت مصادر محلية بمقتل خمسة مدنيين جراء قصف مدفعي لقوات النظام السوري على بلدة سرمين "
        "بريف إدلب يوم أمس.",
    },
    {
        "id": "c",
        "title": "مظاهرة في السويداء",
        "outlet": "موقع الصدى",
        "published": "2024-03-10",
        "text": "خرج عشرات الأهالي اليوم في مظاهرة احتجاجية في مدينة السويداء.",
    },
]


def marsad(*words: str | Path) -> Result:
    return CliRunner(env={"COLUMNS": "160"}).invoke(cli.app, [str(word) for word in words])


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    file.write_text("\n".join(json.dumps(report, ensure_ascii=False) for report in REPORTS), "utf-8")
    return file


@pytest.fixture(scope="module")
def store(reports: Path) -> Path:
    """A store that has the reports. Tests look into it and change nothing."""
    file = reports.with_name("all.db")
    done = marsad("run", reports, "--store", file, "--workers", "1")
    assert done.exit_code == 0, done.output
    return file


# --- run ---


def test_run_prints_events_and_what_to_type_next(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    done = marsad("run", reports, "--store", file)
    assert done.exit_code == 0
    for words in ("shelling", "سرمين", "protest", "السويداء", "3 new reports"):
        assert words in done.stdout
    assert done.stdout.index("shelling") < done.stdout.index("protest"), "newest first"
    command = next(line for line in done.stdout.splitlines() if "marsad show" in line).split("  ")[1].split()
    assert marsad(*command[1:]).exit_code == 0


def test_run_twice_changes_nothing(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "twice.db"
    first = marsad("run", reports, "--store", file, "--json").stdout
    again = marsad("run", reports, "--store", file)
    assert "0 new reports, 3 known already" in again.stdout
    assert marsad("run", reports, "--store", file, "--json").stdout == first
    assert marsad("events", "--store", file, "--json").stdout == first


def test_run_goes_on_after_a_stop_between_reading_and_linking(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "stopped.db"

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("marsad.linking.link", stop)
        stopped = marsad("run", reports, "--store", file)
    assert stopped.exit_code == 130
    assert f"3 reports are kept in {file}" in stopped.stderr
    done = marsad("run", reports, "--store", file)
    assert "3 known already" in done.stdout
    assert "shelling" in done.stdout


def test_other_knowledge_reads_anew(tmp_path: Path) -> None:
    report, file, folder = tmp_path / "report.txt", tmp_path / "a.db", tmp_path / "mine"
    report.write_text("قصفت قوات النظام السوري أمس قرية تل الخيال ما أدى إلى مقتل 3 مدنيين.", "utf-8")
    folder.mkdir()
    columns = "id,name_ar,lat,lon,type,country,radius_km"
    (folder / "places.csv").write_text(f"{columns}\nmine:1,تل الخيال,35.5,36.5,village,SY,1\n", "utf-8")
    assert "35.5" not in marsad("run", report, "--store", file, "--json").stdout
    assert "1 read anew" in marsad("run", report, "--store", file, "--knowledge", folder).stdout
    assert '"lat":35.5' in marsad("events", "--store", file, "--json").stdout


def test_bad_input_loses_nothing_and_is_listed(reports: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "x", "text": \n' + json.dumps(REPORTS[0] | {"id": "d"}), "utf-8")
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    english = tmp_path / "english.txt"
    english.write_text("Nothing in this report is written in Arabic letters at all. " * 5)
    done = marsad("run", broken, picture, english, tmp_path / "nowhere.txt", reports, "--store", tmp_path / "s.db")
    assert done.exit_code == 1
    assert "4 new reports" in done.stdout
    assert "broken.jsonl, line 1" in done.stderr
    for name in ("picture.txt", "english.txt", "nowhere.txt"):
        assert name in done.stderr
    assert "Traceback" not in done.output


def test_quiet_prints_results_only(reports: Path, tmp_path: Path) -> None:
    done = marsad("run", reports, "--store", tmp_path / "q.db", "--quiet")
    assert "Next:" not in done.output
    assert "shelling" in done.stdout


def test_limit_says_how_many_more(reports: Path, tmp_path: Path) -> None:
    done = marsad("run", reports, "--store", tmp_path / "l.db", "--limit", "1")
    assert "more: marsad events" in done.stdout


@pytest.mark.parametrize("content", [b"this is no database, but somebody's notes\n" * 20, b""])
def test_another_programs_file_is_not_touched(reports: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    done = marsad("run", reports, "--store", file)
    if content:
        assert done.exit_code == 1
        assert file.read_bytes() == content
        assert "Traceback" not in done.output
    else:
        assert done.exit_code in (0, 1)


def test_another_programs_database_is_not_touched(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE reports (a)")
    connection.close()
    before = file.read_bytes()
    assert marsad("run", reports, "--store", file).exit_code == 1
    assert file.read_bytes() == before


# --- read ---


def test_read_prints_claims_under_their_sentences(reports: Path) -> None:
    done = marsad("read", reports)
    assert done.exit_code == 0
    assert done.stdout.index("قصفت") < done.stdout.index("shelling")
    assert "killed 3" in done.stdout


def test_read_json_is_the_contract(reports: Path) -> None:
    lines = rows(marsad("read", "--json", reports).stdout)
    assert [line["document"]["id"] for line in lines] == ["a", "b", "c"]  # type: ignore[index]
    schema = json.loads(marsad("schema", "reading").stdout)
    for line in lines:
        jsonschema.validate(line, schema)
        text = line["document"]["text"]  # type: ignore[index]
        for claim in line["claims"]:  # type: ignore[attr-defined]
            assert text[claim["evidence"]["start"] : claim["evidence"]["end"]].strip()


def test_read_from_standard_input() -> None:
    done = CliRunner().invoke(cli.app, ["read", "--json", "-"], input=MARKET.format(3, "الدفاع المدني"))
    assert done.exit_code == 0
    assert rows(done.stdout)[0]["claims"]


# --- looking ---


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (["--kind", "protest"], {"protest"}),
        (["--since", "2024-03-12"], {"shelling"}),
        (["--until", "2024-03-11"], {"protest"}),
        (["--near", "35.9,36.72,15"], {"shelling"}),
        (["--near", "32.71,36.57,15"], {"protest"}),
        (["--actor", "SYR.GOV"], {"shelling"}),
    ],
)
def test_events_filters(store: Path, filters: list[str], kinds: set[str]) -> None:
    done = marsad("events", "--json", "--store", store, *filters)
    assert done.exit_code == 0
    assert {row["kind"] for row in rows(done.stdout)} == kinds


def test_events_fit_their_schema(store: Path) -> None:
    schema = json.loads(marsad("schema", "event").stdout)
    for row in rows(marsad("events", "--json", "--store", store).stdout):
        jsonschema.validate(row, schema)


def test_show_names_every_voice(store: Path) -> None:
    event = next(row for row in rows(marsad("events", "--json", "--store", store).stdout) if row["kind"] == "shelling")
    done = marsad("show", str(event["id"])[:6], "--store", store)
    assert done.exit_code == 0
    for voice in event["voices"]:  # type: ignore[attr-defined]
        assert voice["name"] in done.stdout
    assert rows(marsad("show", str(event["id"]), "--json", "--store", store).stdout) == [event]


def test_search_finds_other_forms(store: Path) -> None:
    done = marsad("search", "مظاهرة السويداء", "--store", store)
    assert done.exit_code == 0
    assert "report c" in done.stdout
    assert "report a" not in done.stdout
    found = marsad("search", "مدني", "--json", "--store", store)
    assert {row["report_id"] for row in rows(found.stdout)} >= {"a", "b"}


# --- export ---


@pytest.mark.parametrize("what", ["claims", "events"])
@pytest.mark.parametrize("layout", ["jsonl", "csv", "geojson"])
def test_export(store: Path, tmp_path: Path, what: str, layout: str) -> None:
    target = tmp_path / f"out.{layout}"
    done = marsad("export", what, "--format", layout, "-o", target, "--store", store)
    assert done.exit_code == 0, done.output
    text = target.read_text("utf-8")
    found = {
        "jsonl": lambda: rows(text),
        "csv": lambda: list(csv.DictReader(io.StringIO(text, newline=""))),
        "geojson": lambda: json.loads(text)["features"],
    }[layout]()
    assert len(found) >= 2
    assert "مدنيين، بحسب" not in text
    assert marsad("export", what, "--format", layout, "--store", store).stdout.splitlines() == text.splitlines()


def test_export_for_excel(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "e.csv"
    marsad("export", "events", "--format", "csv", "--bom", "-o", target, "--store", store)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfevent,")


def test_a_failed_export_leaves_the_old_file(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "events.jsonl"
    target.write_text("old")

    def fail(*_: object, **__: object) -> object:
        yield "half"
        raise StoreError("database or disk is full")

    monkeypatch.setattr("marsad.exports.jsonl.events", fail)
    assert marsad("export", "events", "-o", target, "--store", store).exit_code == 1
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl"]


# --- about itself ---


@pytest.mark.parametrize("noun", ["claim", "reading", "event", "report"])
def test_schemas_are_valid(noun: str) -> None:
    schema = json.loads(marsad("schema", noun).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_doctor(store: Path) -> None:
    done = marsad("doctor", "--store", store)
    for words in ("marsad", "Python", "actors", "places", "3 reports", "encoding"):
        assert words in done.stdout
    assert done.exit_code == 0
    assert all(finding["well"] for finding in json.loads(marsad("doctor", "--store", store, "--json").stdout))


def test_knowledge_check_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "outlets.csv").write_text("id,name_ar,kind\nmine,صحيفة,newspaper\n", "utf-8")
    done = marsad("knowledge", "check", tmp_path)
    assert done.exit_code == 1
    assert "outlets.csv, line 2" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["run"],
        ["schema", "cat"],
        ["events", "--store", "nowhere.db"],
        ["show", "zzzz"],
        ["search", "؟"],
        ["events", "--since", "yesterday"],
        ["events", "--near", "1,2"],
        ["events", "--near", "95,2,3"],
        ["events", "--kind", "shooting"],
        ["events", "--bidi", "left"],
        ["export", "reports"],
        ["export", "events", "--format", "xls"],
        ["export", "events", "--bom"],
        ["export", "events", "-o", "no/such/folder/x.csv"],
        ["knowledge", "import", "xls", "x"],
        ["read", "x.txt", "--knowledge", "nowhere"],
        ["run", "x.txt", "--workers", "0"],
    ],
    ids=" ".join,
)
def test_wrong_usage(words: list[str], store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_STORE", str(store))
    done = marsad(*words)
    assert done.exit_code == 2, done.output
    assert done.stderr.strip()
    assert "Traceback" not in done.output
    assert not list(tmp_path.iterdir()), "wrong usage leaves nothing behind"


def process(*words: str, cwd: Path, **options: object) -> subprocess.Popen[str]:
    source = Path(cli.__file__).parent.parent
    environ = {**os.environ, "PYTHONPATH": str(source)}
    command = [sys.executable, "-m", "marsad", *words]
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        command, cwd=cwd, env=environ, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
    )  # fmt: skip


def test_ctrl_c_says_what_is_kept_and_the_next_run_goes_on(tmp_path: Path) -> None:
    reports = "\n".join(
        json.dumps(REPORTS[0] | {"id": f"r{n}", "text": f"{MARKET.format(n + 3, 'الدفاع المدني')} " * 4})
        for n in range(5000)
    )
    (tmp_path / "many.jsonl").write_text(reports, "utf-8")
    heeds_ctrl_c = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # even behind `make test &`
    options = {"start_new_session": True, "preexec_fn": heeds_ctrl_c}
    running = process("run", "many.jsonl", "--workers", "1", cwd=tmp_path, **options)
    store, deadline = tmp_path / "marsad.db", time.monotonic() + 60
    while time.monotonic() < deadline and kept(store) == 0:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, complaint = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "the same command goes on from there" in complaint
    assert "Traceback" not in complaint
    count = int(complaint.split("stopped. ")[1].split(" ")[0])
    assert 0 < count <= kept(store) < 5000


def kept(store: Path) -> int:
    if not store.exists():
        return 0
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    try:
        count: int = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    except sqlite3.OperationalError:
        count = 0
    finally:
        connection.close()
    return count


def test_a_closed_pipe_is_no_error(store: Path, tmp_path: Path) -> None:
    running = process("export", "claims", "--store", str(store), "--with-text", cwd=tmp_path)
    assert running.stdout is not None
    running.stdout.close()
    running.wait(timeout=60)
    assert running.stderr is not None
    assert running.stderr.read() == ""
    running.stderr.close()


def test_help_is_quick(tmp_path: Path) -> None:
    """Under 0.3 s on an ordinary machine; here against the start of Python itself, as machines differ."""
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environ |= {"PYTHONPATH": str(Path(cli.__file__).parent.parent), "PYTHONPYCACHEPREFIX": str(tmp_path)}

    def best(*words: str) -> float:
        times = []
        for _ in range(4):
            begun = time.perf_counter()
            subprocess.run([sys.executable, *words], env=environ, check=True, capture_output=True)
            times.append(time.perf_counter() - begun)
        return min(times)

    assert best("-m", "marsad", "--help") < 15 * best("-c", "pass")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from marsad.cli import app; from typer.testing import CliRunner as R; "
        "assert R().invoke(app, ['--help']).exit_code == 0; print(*{n.split('.')[0] for n in sys.modules})"
    )
    environ = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parent.parent)}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True)
    assert not {"sqlalchemy", "lxml", "trafilatura", "alembic"} & set(done.stdout.split())


# --- explain ---


def test_explain_shows_the_trigger_and_why(reports: Path) -> None:
    done = marsad("explain", reports)
    assert done.exit_code == 0, done.output
    for words in ("claim: shelling", "verb قصف", "triggers.csv, line", "claim: protest", "السويداء"):
        assert words in done.stdout


def test_explain_one_report(reports: Path) -> None:
    done = marsad("explain", reports, "--report", "c")
    assert done.exit_code == 0
    assert "claim: protest" in done.stdout
    assert "claim: shelling" not in done.stdout


def test_explain_an_unknown_report(reports: Path) -> None:
    done = marsad("explain", reports, "--report", "zz")
    assert done.exit_code == 2
    assert "no report 'zz'" in done.stderr
    assert "a, b, c" in done.stderr
    assert "Traceback" not in done.output


def test_explain_writes_a_page(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    done = marsad("explain", reports, "--html", file)
    assert done.exit_code == 0
    assert done.stdout == ""
    text = file.read_text("utf-8")
    assert text.endswith("</html>\n")
    assert marsad("explain", reports, "--html", "-").stdout == text
    assert marsad("explain", reports, "--html", tmp_path / "no" / "page.html").exit_code == 2


def test_explain_tells_of_faulty_input_as_read_does(tmp_path: Path) -> None:
    missing = tmp_path / "missing.jsonl"
    broken = tmp_path / "broken.jsonl"
    good = json.dumps(REPORTS[2], ensure_ascii=False)
    broken.write_text(f"{good}\n{{not json\n", "utf-8")
    for file in (missing, broken):
        done, read = marsad("explain", file), marsad("read", file)
        assert done.exit_code == read.exit_code == 1
        assert done.stderr == read.stderr
    assert "claim: protest" in marsad("explain", broken).stdout
    assert marsad("explain", missing, "--report", "a").exit_code == 1


def test_explain_with_other_knowledge(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "traps.csv").write_text("phrase,note\nمظاهرة احتجاجية,a test\n", "utf-8")
    done = marsad("explain", reports, "--report", "c", "--knowledge", tmp_path, "--html", "-")
    assert "part of trap مظاهرة احتجاجية" in done.stdout
    assert f"{tmp_path / 'traps.csv'}, line 2" in done.stdout
