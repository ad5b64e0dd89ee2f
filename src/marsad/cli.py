"""The commands. Each is thin: it opens what it needs, calls the room that does the work, and prints.

Exit codes: 0 all well, 1 some input failed, 2 wrong usage, 130 stopped by Ctrl-C. Imports stand inside the
functions, so that `marsad --help` answers at once.
"""

from __future__ import annotations

import functools
import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from marsad.errors import InputError, MarsadError, UsageError

if TYPE_CHECKING:
    from marsad.forks import Ahead
    from marsad.knowledge import Knowledge
    from marsad.model import Event, Reading, Report
    from marsad.store import Store
    from marsad.terminal import Screen

T = TypeVar("T")

OK, SOME_FAILED, WRONG_USAGE, STOPPED = 0, 1, 2, 130

#: Readings kept in one transaction: what a kill can cost is less than a second of work.
BATCH = 200

app = typer.Typer(
    name="marsad",
    help=(
        "Arabic news reports in, attributed claims and events out: who did what to whom, where, when, "
        "how many, and who says so. Everything runs on this machine."
    ),
    epilog="Begin with: marsad run PATH   Exit codes: 0 all well, 1 some input failed, 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
knowledge_app = typer.Typer(
    help="Make and check knowledge files of your own.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(knowledge_app, name="knowledge")

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input: txt, html, jsonl, csv."),
]
StoreFile = Annotated[
    Path,
    typer.Option("--store", metavar="FILE", envvar="MARSAD_STORE", help="The database of readings and events."),
]
KnowledgeFolders = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        envvar="MARSAD_KNOWLEDGE",
        help="A folder of your own knowledge files, used on top of ours. Can be given again.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line, for machines.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no hints: results and errors only.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, metavar="N", help="Processes to use. By default one a processor."),
]
BidiMode = Annotated[
    str,
    typer.Option(
        "--bidi",
        metavar="auto|on|off",
        envvar="MARSAD_BIDI",
        help=(
            "Arabic on the terminal. Most terminals set it from left to right, so auto turns it round and "
            "joins the letters; it leaves that to Konsole, mlterm and Apple Terminal, which do it. "
            "Words come out reversed, or wrong when copied? Say off. Files and pipes always get plain text."
        ),
    ),
]
DEFAULT_STORE = Path("marsad.db")


def main() -> None:
    """The entry of the `marsad` command."""
    gc.set_threshold(50_000, 20, 100)  # what is read lives on, so looking through it often finds no garbage
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")  # type: ignore[union-attr]
    app(prog_name="marsad")


def _command(function: Callable[..., int | None]) -> Callable[..., None]:
    """A command whose answer is the exit code, and from which no error of ours escapes as a traceback."""

    @functools.wraps(function)
    def run(*args: Any, **options: Any) -> None:
        try:
            code = function(*args, **options) or OK
            sys.stdout.flush()
        except MarsadError as error:
            from marsad import terminal

            terminal.complain(error, terminal.standard())
            wrong = isinstance(error, UsageError) or error.code == "no-store"
            code = WRONG_USAGE if wrong else SOME_FAILED
        except KeyboardInterrupt:
            print("\nmarsad: stopped.", file=sys.stderr)
            code = STOPPED
        except BrokenPipeError:
            # The reader of our output (head, less) has seen enough; closing must not complain a second time.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = OK
        gc.freeze()  # or Python would look through all that was made before it ends
        raise typer.Exit(code)

    return run


# --- the main job -------------------------------------------------------------------------------------------


@app.command()
@_command
def run(
    paths: Paths,
    store: StoreFile = DEFAULT_STORE,
    knowledge: KnowledgeFolders = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Events to print; 0 for all.")] = 25,
    workers: Workers = None,
    json: Json = False,
    quiet: Quiet = False,
    bidi: BidiMode = "auto",
) -> int:
    """Read, keep and link reports; print what happened.

    Reports that the store has are not read again, so stopping loses nothing and the same command goes on.
    """
    with closing(_taken_in(paths, knowledge)) as items:
        world = _knowledge(knowledge)
        return _run(items, world, store, limit, workers, _screen(bidi), json=json, quiet=quiet)


def _run(
    items: Iterable[Report | InputError],
    world: Knowledge,
    store: Path,
    limit: int,
    workers: int | None,
    screen: Screen,
    *,
    json: bool,
    quiet: bool,
) -> int:
    from marsad.store import Store

    skipped: list[InputError] = []
    with Store(store) as kept:
        outcomes: Counter[str] = Counter()
        try:
            _read_and_keep(items, kept, outcomes, skipped, screen, world=world, workers=workers, quiet=quiet)
            fresh = bool(outcomes["new"] or outcomes["reread"])
            _link(kept, screen, fresh=fresh, workers=workers, quiet=quiet)
        except KeyboardInterrupt:
            print(f"\nmarsad: stopped. {outcomes.total()} reports are kept in {store};", file=sys.stderr)
            print("the same command goes on from there.", file=sys.stderr)
            return STOPPED
        found = kept.events(most_told_first=True, limit=None if json else limit or None)
        disputed = kept.events(disputed=True, limit=1)
        total = kept.counts()["events"]
    _print_events(found, screen, json=json)
    if not json and not quiet:
        if len(found) < total:
            print(f"and {total - len(found)} more: marsad events{_named(store)}")
        _print_outcome(outcomes, total, store)
    _print_skipped(skipped, screen, outcomes.total())
    if not json and not quiet:
        _print_next([*disputed, *found][:1], store)
    return SOME_FAILED if skipped else OK


def _taken_in(paths: Sequence[str], folders: Sequence[Path] | None) -> Ahead[Report | InputError]:
    """The reports of the paths, taken in by a process of its own while this one still gets ready."""
    from marsad.forks import Ahead

    def items() -> Iterator[Report | InputError]:
        from marsad.intake import read_paths

        return read_paths(paths, knowledge=_knowledge(folders))

    return Ahead(items, fork="-" not in paths)  # a terminal belongs to this process


def _read_and_keep(
    items: Iterable[Report | InputError],
    store: Store,
    outcomes: Counter[str],
    skipped: list[InputError],
    screen: Screen,
    *,
    world: Knowledge,
    workers: int | None,
    quiet: bool,
) -> None:
    """Read what the store has not read yet, and keep it batch by batch; `outcomes` counts what is kept."""
    from marsad import terminal
    from marsad.engines import read_reports

    version = _reader_version(world)
    with terminal.progress(screen, "reading reports", quiet=quiet) as tick:

        def unread() -> Iterator[Report]:
            for item in items:
                if isinstance(item, InputError):
                    skipped.append(item)
                elif store.has(item, reader_version=version):
                    outcomes["known"] += 1
                    tick(1)
                else:
                    yield item

        for batch in _batches(read_reports(unread(), knowledge=world, workers=workers), BATCH):
            skipped.extend(item for item in batch if isinstance(item, InputError))
            readings = [item for item in batch if not isinstance(item, InputError)]
            for outcome in store.keep_many(readings, reader_version=version):
                if isinstance(outcome, InputError):
                    skipped.append(outcome)
                else:
                    outcomes[outcome] += 1
            tick(len(batch))
    store.log_skipped(skipped)


def _link(store: Store, screen: Screen, *, fresh: bool, workers: int | None, quiet: bool) -> None:
    """Make the events anew out of all claims, unless nothing changed since the last time that ended well."""
    from marsad import terminal
    from marsad.engines import processors
    from marsad.linking import link

    previous = store.event_ids()
    if not fresh and len(previous) == store.counts()["claims"]:
        return
    gc.disable()  # all that is made from here on is part of the events, or freed at once
    with terminal.progress(screen, "linking claims", quiet=quiet) as tick:

        def counted() -> Iterator[Reading]:
            for reading in store.readings():
                tick(1)
                yield reading

        store.replace_events(link(counted(), previous=previous, workers=workers or processors()))


def _print_outcome(outcomes: Counter[str], events: int, store: Path) -> None:
    from marsad.terminal import several

    parts = [several(outcomes["new"], "new report")]
    parts += [f"{outcomes[name]} {words}" for name, words in _OUTCOME_WORDS.items() if outcomes[name]]
    print(f"\n{', '.join(parts)}; {several(events, 'event')} in {store}.")


def _print_next(events: Sequence[Event], store: Path) -> None:
    """What to type next, with a real event (a disputed one, where there is one)."""
    for event in events:
        commands = {
            f"marsad show {event.id}{_named(store)}": "who says what, and in which words",
            f"marsad events --disputed{_named(store)}": "where the sources contradict each other",
            f"marsad export events --format csv -o events.csv{_named(store)}": "for a spreadsheet",
        }
        width = max(map(len, commands))
        lines = (f"  {command:{width}}  {why}" for command, why in commands.items())
        print("Next:", *lines, sep="\n")


def _named(store: Path) -> str:
    return "" if store == DEFAULT_STORE else f" --store {store}"


_OUTCOME_WORDS = {"reread": "read anew", "known": "known already"}


@app.command()
@_command
def read(
    paths: Paths,
    knowledge: KnowledgeFolders = None,
    workers: Workers = None,
    json: Json = False,
    quiet: Quiet = False,
    bidi: BidiMode = "auto",
) -> int:
    """Print what reports claim, sentence by sentence.

    Nothing is kept.     With --json each line is a reading, as `marsad schema reading` describes it.
    """
    with closing(_taken_in(paths, knowledge)) as items:
        world = _knowledge(knowledge)
        return _print_readings(items, world, workers, _screen(bidi), json=json, quiet=quiet)


def _print_readings(
    items: Iterable[Report | InputError],
    world: Knowledge,
    workers: int | None,
    screen: Screen,
    *,
    json: bool,
    quiet: bool,
) -> int:
    from marsad import terminal
    from marsad.engines import read_reports
    from marsad.model import to_json_text

    skipped: list[InputError] = []
    count = 0

    def sound() -> Iterator[Report]:
        for item in items:
            if isinstance(item, InputError):
                skipped.append(item)
            else:
                yield item

    with terminal.progress(screen, "reading reports", quiet=quiet or sys.stdout.isatty()) as tick:
        for item in read_reports(sound(), knowledge=world, workers=workers):
            tick(1)
            if isinstance(item, InputError):
                skipped.append(item)
                continue
            count += 1
            if json:
                print(to_json_text(item))
            else:
                screen.print(terminal.reading_view(item, screen))
    _print_skipped(skipped, screen, count)
    return SOME_FAILED if skipped else OK


@app.command()
@_command
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file of one or several reports, or - .")],
    html: Annotated[
        str | None, typer.Option("--html", metavar="OUT.html", help="Write a page; - for standard output.")
    ] = None,
    report: Annotated[str | None, typer.Option("--report", metavar="ID", help="Only this report of the file.")] = None,
    knowledge: KnowledgeFolders = None,
    bidi: BidiMode = "auto",
) -> int:
    """Show why a report was read as it was.

    Each sentence with its words, voices, triggers (those that were rejected, too), parties, places, dates and
    numbers, its claims with the rule behind each field, and the file and line to mend.
    """
    from marsad.intake import read_paths

    screen = _screen(bidi)
    world = _knowledge(knowledge)
    skipped: list[InputError] = []
    reports: list[Report] = []
    for item in read_paths([file], knowledge=world):
        if isinstance(item, InputError):
            skipped.append(item)
        else:
            reports.append(item)
    chosen = _chosen(reports, report) if report is not None and (reports or not skipped) else reports
    if chosen:
        _explain(chosen, world, html, screen)
    _print_skipped(skipped, screen, len(chosen))
    return SOME_FAILED if skipped else OK


def _chosen(reports: Sequence[Report], wanted: str) -> list[Report]:
    from difflib import get_close_matches

    found = [report for report in reports if report.id == wanted]
    if not found:
        ids = [report.id for report in reports]
        near = get_close_matches(wanted, ids, cutoff=0.4) or ids[:5]
        raise UsageError(f"no report {wanted!r}", mend=f"such as: {', '.join(near)}" if near else "the file has none")
    return found


def _explain(reports: Sequence[Report], world: Knowledge, html: str | None, screen: Screen) -> None:
    from marsad import explain as explaining
    from marsad.knowledge.origins import Origins
    from marsad.reading import Reader
    from marsad.reading.trace import trace

    reader, origins = Reader(knowledge=world), Origins(world)
    traces = (trace(reader, report, origins) for report in reports)
    if html is None:
        for each in traces:
            screen.print(explaining.trace_view(each, screen))
        return
    glosses = {kind.name: kind.gloss_ar for kind in world.kinds.values()}
    _write(explaining.page(traces, glosses=glosses), html, start="")


# --- looking ------------------------------------------------------------------------------------------------


@app.command()
@_command
def events(
    store: StoreFile = DEFAULT_STORE,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Not before this day (2024-03-12).")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Not after this day.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind (shelling, arrest, ...).")] = None,
    actor: Annotated[
        str | None, typer.Option(help="Only with this actor: an id (SYR.GOV), its start, or words.")
    ] = None,
    near: Annotated[str | None, typer.Option(metavar="LAT,LON,KM", help="Only within KM of a point.")] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only where the sources contradict each other.")] = False,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Events to print; 0 for all.")] = 0,
    json: Json = False,
    bidi: BidiMode = "auto",
) -> int:
    """List the events of the store, newest first."""
    screen = _screen(bidi)
    with _existing(store) as kept:
        found = kept.events(
            since=_day(since, "--since"),
            until=_day(until, "--until"),
            kind=_kind(kind),
            actor=actor,
            near=_near(near),
            disputed=disputed,
            limit=limit or None,
        )
    _print_events(found, screen, json=json)
    if not found and not json:
        screen.complain("No event fits.")
    return OK


@app.command()
@_command
def show(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or as much of it as makes it unique.")],
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
    bidi: BidiMode = "auto",
) -> int:
    """Show one event in full.

    Every voice with its sentences and fields, who disagrees, and why the claims belong together.
    """
    from marsad import terminal
    from marsad.model import to_json_text

    screen = _screen(bidi)
    with _existing(store) as kept:
        found = kept.event(event)
        if json:
            print(to_json_text(found))
            return OK
        readings = {name: kept.reading(name) for name in {ref.document for ref in found.claims}}
    screen.print(terminal.event_view(found, readings, screen))
    return OK


@app.command()
@_command
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words that must all occur; "..." a phrase.')],
    store: StoreFile = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Reports to print.")] = 50,
    json: Json = False,
    bidi: BidiMode = "auto",
) -> int:
    """Find reports by Arabic words.

    A word is found in all its forms: plural, with article, prefixes and suffixes, however its hamza is
    written.
    """
    from marsad import terminal
    from marsad.model import to_json_text

    screen = _screen(bidi)
    with _existing(store) as kept:
        hits = kept.search(" ".join(words), limit=limit)
    if json:
        for hit in hits:
            print(to_json_text(hit))
        return OK
    for hit in hits:
        screen.print(terminal.hit_view(hit, screen))
    if not hits:
        screen.complain("No report has these words.")
    return OK


@app.command()
@_command
def export(
    what: Annotated[str, typer.Argument(metavar="claims|events", help="What to export.")],
    layout: Annotated[str, typer.Option("--format", metavar="jsonl|csv|geojson", help="The layout.")] = "jsonl",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to; - for standard output.")
    ] = "-",
    store: StoreFile = DEFAULT_STORE,
    with_text: Annotated[
        bool,
        typer.Option("--with-text", help="Include sentences, headlines and the words for private persons."),
    ] = False,
    bom: Annotated[bool, typer.Option("--bom", help="Mark a CSV as UTF-8 for Excel.")] = False,
) -> int:
    """Write claims or events for other programs.

    Made to leave the house: without --with-text no sentence, no headline and no name of a private person is
    written.
    """
    from marsad import exports

    if what not in ("claims", "events"):
        raise UsageError(f"cannot export {what!r}", mend="say claims or events")
    if bom and layout != "csv":
        raise UsageError("--bom is for --format csv")
    with _existing(store) as kept:
        lines = (
            exports.claims(kept.readings(), layout=layout, with_text=with_text, events=kept.event_ids())
            if what == "claims"
            else exports.events(kept.events(), layout=layout, with_text=with_text)
        )
        _write(lines, output, start="\ufeff" if bom else "")
    return OK


def _write(lines: Iterable[str], output: str, *, start: str) -> None:
    """Write all or nothing: the file appears under its name when it is complete."""
    if output == "-":
        sys.stdout.write(start)
        sys.stdout.writelines(lines)
        return
    target = Path(output)
    draft = target.with_name(f".{target.name}.part")
    try:
        with draft.open("w", encoding="utf-8", errors="replace", newline="") as handle:
            handle.write(start)
            handle.writelines(lines)
        draft.replace(target)
    except OSError as fault:
        draft.unlink(missing_ok=True) if draft.parent.is_dir() else None
        raise UsageError(f"cannot be written: {fault.strerror}", where=output, mend="give another file") from fault
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


# --- about Marsad itself ------------------------------------------------------------------------------------


@app.command()
@_command
def schema(
    noun: Annotated[str, typer.Argument(metavar="claim|reading|event|report", help="Whose form.")] = "reading",
) -> int:
    """Print the JSON Schema of what --json gives."""
    import json

    from marsad import model

    nouns = {"claim": model.Claim, "reading": model.Reading, "event": model.Event, "report": model.Report}
    if noun not in nouns:
        raise UsageError(f"no schema of {noun!r}", mend=f"one of {', '.join(nouns)}")
    print(json.dumps(model.json_schema(nouns[noun]), ensure_ascii=False, indent=2))
    return OK


@app.command()
@_command
def doctor(
    store: StoreFile = DEFAULT_STORE,
    knowledge: KnowledgeFolders = None,
    json: Json = False,
) -> int:
    """Check versions, data files, store and terminal."""
    import json as coder

    from marsad import diagnosis, terminal

    findings = diagnosis.examine(store, knowledge or ())
    if json:
        print(coder.dumps([finding.as_json() for finding in findings], ensure_ascii=False))
    else:
        terminal.standard().print(terminal.findings_view(findings))
    return OK if all(finding.well for finding in findings) else SOME_FAILED


@knowledge_app.command("check")
@_command
def knowledge_check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of knowledge files.")],
) -> int:
    """Check knowledge files; name file and line of faults."""
    from marsad import terminal
    from marsad.knowledge import tables

    screen = terminal.standard()
    faults = tables.check(folder)
    for fault in faults:
        terminal.complain(fault, screen)
    if not faults:
        print(f"{folder}: all well.")
    return SOME_FAILED if faults else OK


@knowledge_app.command("import")
@_command
def knowledge_import(
    layout: Annotated[str, typer.Argument(metavar="cod|geonames", help="The layout of the table.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The table.")],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The knowledge folder to write into.")] = Path(
        "knowledge"
    ),
) -> int:
    """Make a knowledge folder out of a public table.

    cod: administrative places with codes and coordinates. geonames: the 19 columns of a GeoNames country
    file.
    """
    from marsad.knowledge import importers

    match layout:
        case "cod":
            done = importers.import_cod(file, to)
        case "geonames":
            done = importers.import_geonames(file, to)
        case _:
            raise UsageError(f"no layout {layout!r}", mend="say cod or geonames")
    print(f"{done}\nUse it: marsad run PATH --knowledge {to}")
    return OK


def _version(value: bool) -> None:
    if value:
        from marsad import __version__

        print(f"marsad {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


# --- what several commands need -----------------------------------------------------------------------------


def _screen(bidi: str) -> Screen:
    from marsad import terminal

    if bidi not in ("auto", "on", "off"):
        raise UsageError(f"--bidi {bidi}", mend="say auto, on or off")
    return terminal.standard(bidi)  # type: ignore[arg-type]


def _knowledge(folders: Sequence[Path] | None) -> Knowledge:
    from marsad.knowledge import Knowledge

    for folder in folders or ():
        if not folder.is_dir():
            raise UsageError("no such folder", where=str(folder), mend="give the folder that holds the CSV files")
    return Knowledge(folders=tuple(folders or ()))


def _reader_version(world: Knowledge) -> str:
    """Changes with all that a reading depends on: the rules, our data, the user's. What is kept of another
    version is read anew.
    """
    from marsad.cache import checksum

    home = Path(__file__).parent
    return checksum((home / "model.py", home / "arabic", home / "knowledge", home / "reading", *world.folders))


def _existing(store: Path) -> Store:
    """The store, which must be there: looking must not make an empty one."""
    from marsad.store import Store

    return Store(store, create=False)


def _day(value: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise UsageError(f"{option} {value} is no day", mend="write it as 2024-03-12") from None


def _near(value: str | None) -> tuple[float, float, float] | None:
    if value is None:
        return None
    try:
        lat, lon, km = (float(part) for part in value.split(","))
    except ValueError:
        lat, lon, km = 91.0, 0.0, 0.0
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and km > 0):
        raise UsageError(f"--near {value}", mend="write it as LAT,LON,KM, such as 35.93,36.63,25")
    return lat, lon, km


def _kind(value: str | None) -> str | None:
    if value is None:
        return None
    from difflib import get_close_matches

    from marsad.knowledge import tables

    kinds = [row["kind"] for row in tables.rows("kinds")]
    if value not in kinds:
        near = get_close_matches(value, kinds) or kinds
        raise UsageError(f"no kind {value!r}", mend=f"one of: {', '.join(near)}")
    return value


def _print_events(events: Sequence[Event], screen: Screen, *, json: bool) -> None:
    from marsad import terminal
    from marsad.model import to_json_text

    if json:
        for event in events:
            print(to_json_text(event))
    elif events:
        screen.print(terminal.events_table(events, screen))


def _print_skipped(skipped: Sequence[InputError], screen: Screen, done: int) -> None:
    from marsad import terminal

    if skipped:
        screen.complain(terminal.skipped_view(skipped, screen))
    elif not done:
        screen.complain("No report found.")


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
