"""The store: readings that stay, and what is derived from them."""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as insert_or

from marsad.arabic import lemmas
from marsad.arabic.folding import fold
from marsad.errors import InputError, MarsadError, UsageError
from marsad.model import Claim, ClaimRef, Event, Reading, Report, Status, from_json_text, to_json_text
from marsad.store import search
from marsad.store.opening import open_engine, told, writing
from marsad.store.schema import claims, event_actors, event_claims, events, reports, skipped
from marsad.store.search import Hit

Kept = Literal["new", "known", "reread"]
Near = tuple[float, float, float]
Row = dict[str, Any]
Values = tuple[str | float | None, ...]

_BATCH: Final = 500
_KM_PER_DEGREE: Final = 111.19


class Store:
    """Readings and events in one SQLite file, made if it does not exist (unless `create` is false).

    Raises StoreError where the file cannot be a store: another program's (`not-a-store`), from a newer
    version (`newer-store`), not writable (`read-only`), or absent (`no-store`). Others may read it while
    one writes. Any method may raise StoreError where the disk is full or gone; what was kept before stays
    kept.
    """

    def __init__(self, path: str | Path = "marsad.db", *, create: bool = True) -> None:
        self.path = Path(path)
        self._engine = open_engine(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    # Readings

    def keep(self, reading: Reading, *, reader_version: str = "") -> Kept:
        """Keeps one reading; it is on the disk when this returns. See `keep_many`.

        Raises InputError `duplicate-id` where another text has the same id.
        """
        [result] = self.keep_many([reading], reader_version=reader_version)
        if isinstance(result, InputError):
            raise result
        return result

    def keep_many(self, readings: Iterable[Reading], *, reader_version: str = "") -> list[Kept | InputError]:
        """Keeps readings in one transaction: when this returns they all are on the disk, and if it raises,
        none is.

        For each: `new`; `known` (nothing changed); `reread` (the same text read otherwise, by another
        reader or with another title or date: the newer reading replaces the older); or an InputError
        (`duplicate-id`: another text has this id and stays; `broken-text`: it cannot be written as UTF-8).
        """
        made = [_report_row(reading, reader_version) for reading in readings]
        with told(self.path), writing(self._engine) as connection:
            rows = [row for row in made if not isinstance(row, InputError)]
            known = _known(connection, [row["id"] for row in rows])
            changed: dict[str, Row] = {}
            results: list[Kept | InputError] = []
            for row in made:
                result = row if isinstance(row, InputError) else _compare(row, known.get(row["id"]))
                if not isinstance(row, InputError) and not isinstance(result, InputError):
                    changed |= {row["id"]: row} if _differs(row, known.get(row["id"])) else {}
                    known[row["id"]] = row
                results.append(result)
            _write(connection, list(changed.values()))
        return results

    def has(self, report: Report, *, reader_version: str = "") -> bool:
        """Whether this very report, as this version of the reader reads it, is kept and need not be read."""
        query = "SELECT digest, reader FROM reports WHERE id = ?"
        # Asked of the driver, as this is asked of every report, and writing the query would take longest.
        with told(self.path), contextlib.closing(self._engine.raw_connection()) as raw:
            row = raw.cursor().execute(query, (report.id,)).fetchone()
        return row is not None and row == (_digest(report), reader_version)

    def readings(self) -> Iterator[Reading]:
        """All readings in the order of their reports' ids, one at a time."""
        query = sa.select(reports.c.reading).order_by(reports.c.id)
        with told(self.path), self._engine.connect() as connection:
            for text in connection.execution_options(yield_per=_BATCH).execute(query).scalars():
                yield from_json_text(Reading, text)

    def reading(self, report_id: str) -> Reading:
        """The reading of one report. Raises UsageError (`unknown-report`)."""
        query = sa.select(reports.c.reading).where(reports.c.id == report_id)
        with told(self.path), self._engine.connect() as connection:
            text = connection.execute(query).scalar()
        if text is None:
            raise UsageError("there is no such report in the store", where=report_id, code="unknown-report")
        return from_json_text(Reading, text)

    def counts(self) -> dict[str, int]:
        """How many `reports`, `claims`, `events` and `skipped` inputs there are."""
        with told(self.path), self._engine.connect() as connection:
            counted = {table.name: _count(connection, table) for table in (reports, claims, events, skipped)}
        return counted

    # Events

    def replace_events(self, found: Iterable[Event]) -> None:
        """Puts these events in the place of all that there were, in one transaction."""
        made = list(found)
        with told(self.path), writing(self._engine) as connection:
            for table in (event_actors, event_claims, events):
                connection.execute(sa.delete(table))
            _insert(connection, events, [_event_values(event) for event in made])
            _insert(connection, event_claims, [row for event in made for row in _event_claims(event)])
            _insert(connection, event_actors, [row for event in made for row in _event_actors(event)])

    def events(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        kind: str | None = None,
        actor: str | None = None,
        near: Near | None = None,
        disputed: bool = False,
        status: Status | None = None,
        most_told_first: bool = False,
        limit: int | None = None,
    ) -> list[Event]:
        """The events that fit, the newest first, and of one day those with most voices first.

        With `most_told_first` it is the other way round. An event fits `since` and `until` (both inclusive)
        if it may have happened between them. `actor` is an id (`SYR` also finds `SYR.SDF`) or words of a
        party as written. `near` is latitude, longitude, kilometres.
        """
        newest, most_told = events.c.first_day.desc().nulls_last(), events.c.voices.desc()
        order = (most_told, newest) if most_told_first else (newest, most_told)
        query = sa.select(events.c.event, events.c.lat, events.c.lon).order_by(*order, events.c.id)
        if since:
            query = query.where(events.c.last_day >= since.isoformat())
        if until:
            query = query.where(events.c.first_day <= until.isoformat())
        if kind:
            query = query.where(events.c.kind == kind)
        if actor:
            query = query.where(events.c.id.in_(_events_of(actor)))
        if disputed:
            query = query.where(events.c.disputed)
        if status:
            query = query.where(events.c.status == status)
        if near:
            query = query.where(*_box(near))
        with told(self.path), self._engine.connect() as connection:
            rows = connection.execution_options(yield_per=_BATCH).execute(query)
            texts = (text for text, lat, lon in rows if near is None or _km((lat, lon), near[:2]) <= near[2])
            return [from_json_text(Event, text) for text in islice(texts, limit)]

    def event(self, event_id: str) -> Event:
        """One event by its id or so much of its beginning as no other shares.

        Raises UsageError: `unknown-event` (with ids that look alike) or `ambiguous-event`.
        """
        wanted = events.c.id.startswith(event_id, autoescape=True)
        query = sa.select(events.c.id, events.c.event).where(wanted).order_by(events.c.id).limit(6)
        with told(self.path), self._engine.connect() as connection:
            rows = connection.execute(query).all() if event_id else []
            ids = [] if rows else list(connection.execute(sa.select(events.c.id)).scalars())
        exact = [row for row in rows if row.id == event_id]
        if len(rows) == 1 or exact:
            return from_json_text(Event, (exact or rows)[0].event)
        if rows:
            mend = "give more of it: " + ", ".join(row.id for row in rows)
            raise UsageError("several events begin like this", where=event_id, mend=mend, code="ambiguous-event")
        alike = difflib.get_close_matches(event_id, ids, n=3, cutoff=0.5)
        mend = f"did you mean {' or '.join(alike)}?" if alike else "list them with: marsad events"
        raise UsageError("there is no such event", where=event_id, mend=mend, code="unknown-event")

    def event_ids(self) -> dict[ClaimRef, str]:
        """Which event each claim belongs to, so that linking anew can keep the ids."""
        query = sa.select(event_claims.c.report, event_claims.c.claim, event_claims.c.event)
        with told(self.path), self._engine.connect() as connection:
            return {ClaimRef(report, claim): event for report, claim, event in connection.execute(query)}

    # Search

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """The reports that hold all the words in any form, the best first; words between quotes stand side
        by side.

        Spelling variants, diacritics, clitics, number and gender make no difference. Brings the index up to
        date first (see `index`). Raises UsageError (`empty-search`).
        """
        wanted = search.phrases(words)
        self.index()
        query = sa.text(
            "SELECT reading FROM search JOIN reports ON number = search.rowid "
            "WHERE search MATCH :words ORDER BY rank, published DESC, id LIMIT :limit"
        )
        with told(self.path), self._engine.connect() as connection:
            found = connection.execute(query, {"words": search.expression(wanted), "limit": limit}).scalars().all()
        return [search.hit(from_json_text(Reading, text).document, wanted) for text in found]

    def index(self) -> int:
        """Takes the reports that are new since the last time into the search index; how many they were.

        `keep` leaves this out, so that taking in reports does not wait for what only a search needs.
        """
        version = lemmas.version()
        stale = sa.or_(reports.c.lemmas.is_(None), reports.c.lemmas != version)
        query = sa.select(reports.c.number, reports.c.reading).where(stale).limit(_BATCH)
        done = 0
        while True:
            with told(self.path), self._engine.connect() as connection:
                if not connection.execute(query.limit(1)).first():
                    return done
            with told(self.path), writing(self._engine) as connection:
                found = [(number, from_json_text(Reading, text)) for number, text in connection.execute(query)]
                rows = [{"number": number, "lemmas": search.indexed(one.document)} for number, one in found]
                _index(connection, rows, version)
                done += len(rows)

    # What was skipped, and whether all is well

    def log_skipped(self, errors: Iterable[MarsadError]) -> None:
        """Notes what could not be read and why; the same mishap is noted once."""
        rows = [{"place": error.where, "code": error.code, "what": error.what, "mend": error.mend} for error in errors]
        if rows:
            with told(self.path), writing(self._engine) as connection:
                connection.execute(insert_or(skipped).on_conflict_do_nothing(), _encodable(rows))

    def skipped(self) -> list[InputError]:
        """What could not be read and why, in the order of its happening."""
        columns = skipped.c
        query = sa.select(columns.what, columns.place, columns.mend, columns.code).order_by(columns.number)
        with told(self.path), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return [InputError(what, where=place, mend=mend, code=code) for what, place, mend, code in rows]

    def check(self) -> list[str]:
        """Everything that is wrong with the store, in words; empty where all is well."""
        with told(self.path), writing(self._engine) as connection:
            faults = [line for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars() if line != "ok"]
            faults += [
                f"table {row[0]}, row {row[1]}: points to a row of {row[2]} that is not there"
                for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
            ]
            faults += _faults_of_search(connection)
            faults += _faults_of_events(connection)
        return faults


def _digest(report: Report) -> str:
    """One figure for all of a report that its reading depends on."""
    parts = (report.id, report.text, report.title, report.author, report.outlet, report.published, report.url)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _report_row(reading: Reading, reader_version: str) -> Row | InputError:
    report = reading.document
    row = {
        "id": report.id,
        "fingerprint": report.fingerprint,
        "digest": _digest(report),
        "reader": reader_version,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published,
        "lemmas": None,
        "claims": reading.claims,
        "where": report.origin or report.id,
    }
    try:
        text = to_json_text(reading)
    except ValueError:  # a lone surrogate
        where = (report.origin or report.id).encode(errors="replace").decode()
        mend = "save the file as UTF-8 again"
        return InputError("the text holds characters that are none", where=where, mend=mend, code="broken-text")
    return row | {"reading": text}


def _known(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Row]:
    columns = (reports.c.number, reports.c.id, reports.c.fingerprint, reports.c.digest, reports.c.reader)
    known: dict[str, Row] = {}
    for start in range(0, len(ids), _BATCH):
        query = sa.select(*columns, reports.c.reading).where(reports.c.id.in_(ids[start : start + _BATCH]))
        known |= {row["id"]: dict(row) for row in connection.execute(query).mappings()}
    return known


def _compare(row: Row, known: Row | None) -> Kept | InputError:
    if known is None:
        return "new"
    if row["fingerprint"] != known["fingerprint"]:
        mend = "give one of the two another id"
        what = f"another report with a different text has the id {row['id']}; the first is kept"
        return InputError(what, where=row["where"], mend=mend, code="duplicate-id")
    if not _differs(row, known):
        return "known"
    same = row["digest"] == known["digest"] and row["claims"] == _claims_of(known)
    return "known" if same else "reread"


def _differs(row: Row, known: Row | None) -> bool:
    return known is None or (row["digest"], row["reader"]) != (known["digest"], known["reader"])


def _claims_of(known: Row) -> tuple[Claim, ...]:
    return from_json_text(Reading, known["reading"]).claims


def _write(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Inserts the rows or puts them in the place of those with the same id, which keep their numbers."""
    if not rows:
        return
    names = [column.name for column in reports.c if column.name != "number"]
    statement = insert_or(reports)
    replaced = {name: statement.excluded[name] for name in names if name != "id"}
    upsert = statement.on_conflict_do_update(index_elements=["id"], set_=replaced)
    connection.execute(upsert, [{name: row[name] for name in names} for row in rows])
    numbers = _numbers(connection, [row["id"] for row in rows])
    connection.execute(
        sa.delete(claims).where(claims.c.report == sa.bindparam("number")),
        [{"number": number} for number in numbers.values()],
    )
    _insert(connection, claims, [made for row in rows for made in _claims(numbers[row["id"]], row["claims"])])


def _numbers(connection: sa.Connection, ids: Sequence[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for start in range(0, len(ids), _BATCH):
        query = sa.select(reports.c.id, reports.c.number).where(reports.c.id.in_(ids[start : start + _BATCH]))
        numbers |= {row.id: row.number for row in connection.execute(query)}
    return numbers


def _claims(report: int, made: Sequence[Claim]) -> Iterator[Values]:
    for position, claim in enumerate(made):
        yield report, position, claim.id, claim.kind, *_when_and_where(claim), claim.modality, claim.polarity


def _when_and_where(noun: Claim | Event) -> Values:
    when, place = noun.when, noun.place
    days = (when.start.isoformat(), when.end.isoformat()) if when else (None, None)
    return *days, *((place.lat, place.lon) if place else (None, None))


def _event_values(event: Event) -> Values:
    disputed = bool(event.disputed) or event.status == "disputed"
    where = _when_and_where(event)
    return event.id, event.kind, *where, event.status, disputed, len(event.voices), to_json_text(event)


def _event_claims(event: Event) -> Iterator[Values]:
    for claim in event.claims:
        yield claim.document, claim.claim, event.id


def _event_actors(event: Event) -> Iterator[Values]:
    parties = [("initiator", party) for party in event.initiator] + [("target", party) for party in event.target]
    for position, (role, party) in enumerate(parties):
        yield event.id, position, role, party.id, _folded_words(party.text)


def _folded_words(text: str) -> str:
    """Folded words, each closed by a space: what is found there ends with a word and may follow a clitic."""
    return "".join(f"{word} " for word in fold(text).split())


def _events_of(actor: str) -> sa.Select[tuple[str]]:
    code = actor.strip().upper()
    return sa.select(event_actors.c.event).where(
        sa.or_(
            event_actors.c.actor == code,
            event_actors.c.actor.startswith(f"{code}.", autoescape=True),
            event_actors.c.words.contains(_folded_words(actor), autoescape=True),
        )
    )


def _box(near: Near) -> list[sa.ColumnElement[bool]]:
    """A rectangle around the circle; where it would cross a pole or the date line, a band."""
    lat, lon, km = near
    high = km / _KM_PER_DEGREE
    box: list[sa.ColumnElement[bool]] = [
        events.c.lat.between(lat - high, lat + high),
        events.c.lon.is_not(None),
    ]
    if abs(lat) + high < 89:
        wide = high / math.cos(math.radians(abs(lat) + high))
        if abs(lon) + wide < 180:
            box.append(events.c.lon.between(lon - wide, lon + wide))
    return box


def _km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The distance on the globe (haversine)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (first, second))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def _index(connection: sa.Connection, rows: Sequence[Row], version: str) -> None:
    if not rows:
        return
    connection.execute(sa.text("DELETE FROM search WHERE rowid = :number"), rows)
    connection.execute(sa.text("INSERT INTO search (rowid, lemmas) VALUES (:number, :lemmas)"), rows)
    numbers = [row["number"] for row in rows]
    connection.execute(sa.update(reports).where(reports.c.number.in_(numbers)).values(lemmas=version))


def _insert(connection: sa.Connection, table: sa.Table, rows: list[Values]) -> None:
    """Inserts rows that have their values in the order of the table's columns."""
    if rows:
        connection.exec_driver_sql(str(sa.insert(table).compile(dialect=connection.dialect)), rows)


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def _encodable(rows: Iterable[Mapping[str, str]]) -> list[Row]:
    """File names may hold bytes that are no UTF-8, which Python carries as lone surrogates."""
    return [{name: value.encode(errors="replace").decode() for name, value in row.items()} for row in rows]


def _faults_of_search(connection: sa.Connection) -> list[str]:
    try:
        connection.exec_driver_sql("INSERT INTO search(search) VALUES('integrity-check')")
    except sa.exc.DatabaseError as error:
        return [f"the search index is damaged: {error.orig}"]
    query = "SELECT count(*) FROM reports WHERE lemmas IS NOT NULL AND number NOT IN (SELECT rowid FROM search)"
    lost = connection.exec_driver_sql(query).scalar_one()
    return [f"{lost} reports are missing from the search index"] if lost else []


def _faults_of_events(connection: sa.Connection) -> list[str]:
    known = (
        sa.select(claims.c.id)
        .join(reports)
        .where(reports.c.id == event_claims.c.report, claims.c.id == event_claims.c.claim)
    )
    query = sa.select(sa.func.count()).select_from(event_claims).where(~known.exists())
    lost = connection.execute(query).scalar_one()
    return [f"{lost} claims of events are of an older reading; link anew with: marsad run"] if lost else []
