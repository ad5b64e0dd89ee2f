"""The tables of a store. A report's reading and an event are kept whole as JSON; the columns beside it are
for finding.

Readings are kept, events and the search index are derived from them and may be made anew at any time. A
change here needs a migration under `migrations/versions/`, which a test compares with these tables.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

#: In the header of every store ("Mrsd"), so that no other program's file is taken for one.
APPLICATION_ID: Final = 0x4D727364

#: The newest migration: what this version of Marsad reads and writes.
REVISION: Final = "0001"

tables: Final = MetaData()

reports: Final = Table(
    "reports",
    tables,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("fingerprint", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("title", Text),
    Column("outlet", String),
    Column("published", String),
    Column("lemmas", String),
    Column("reading", Text, nullable=False),
    Index("reports_by_fingerprint", "fingerprint"),
    Index("reports_by_lemmas", "lemmas"),
)

claims: Final = Table(
    "claims",
    tables,
    Column("report", ForeignKey("reports.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("first_day", String),
    Column("last_day", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("modality", String, nullable=False),
    Column("polarity", String, nullable=False),
    Index("claims_by_kind_and_day", "kind", "first_day"),
)

events: Final = Table(
    "events",
    tables,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("first_day", String),
    Column("last_day", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("status", String, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("event", Text, nullable=False),
    Index("events_by_day", "first_day"),
    Index("events_by_kind", "kind"),
)

event_claims: Final = Table(
    "event_claims",
    tables,
    Column("report", String, primary_key=True),
    Column("claim", String, primary_key=True),
    Column("event", ForeignKey("events.id"), nullable=False),
    Index("event_claims_by_event", "event"),
)

event_actors: Final = Table(
    "event_actors",
    tables,
    Column("event", ForeignKey("events.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("actor", String),
    Column("words", Text, nullable=False),
    Index("event_actors_by_actor", "actor"),
)

skipped: Final = Table(
    "skipped",
    tables,
    Column("number", Integer, primary_key=True),
    Column("place", String, nullable=False),
    Column("code", String, nullable=False),
    Column("what", Text, nullable=False),
    Column("mend", Text, nullable=False),
    Index("skipped_once", "place", "code", "what", unique=True),
)

#: Lemmas of title and text; `rowid` is the report's number. The tokenizer splits them at spaces only.
SEARCH: Final = "CREATE VIRTUAL TABLE search USING fts5(lemmas, tokenize='ascii')"

#: Which migration a store is at, as Alembic keeps it.
VERSION: Final = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
