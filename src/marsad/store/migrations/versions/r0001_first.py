"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.String),
        sa.Column("published", sa.String),
        sa.Column("lemmas", sa.String),
        sa.Column("reading", sa.Text, nullable=False),
    )
    op.create_index("reports_by_fingerprint", "reports", ["fingerprint"])
    op.create_index("reports_by_lemmas", "reports", ["lemmas"])
    op.create_table(
        "claims",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("modality", sa.String, nullable=False),
        sa.Column("polarity", sa.String, nullable=False),
    )
    op.create_index("claims_by_kind_and_day", "claims", ["kind", "first_day"])
    op.create_table(
        "events",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("disputed", sa.Boolean, nullable=False),
        sa.Column("voices", sa.Integer, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
    )
    op.create_index("events_by_day", "events", ["first_day"])
    op.create_index("events_by_kind", "events", ["kind"])
    op.create_table(
        "event_claims",
        sa.Column("report", sa.String, primary_key=True),
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("event", sa.String, sa.ForeignKey("events.id"), nullable=False),
    )
    op.create_index("event_claims_by_event", "event_claims", ["event"])
    op.create_table(
        "event_actors",
        sa.Column("event", sa.String, sa.ForeignKey("events.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("actor", sa.String),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("event_actors_by_actor", "event_actors", ["actor"])
    op.create_table(
        "skipped",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("mend", sa.Text, nullable=False),
    )
    op.create_index("skipped_once", "skipped", ["place", "code", "what"], unique=True)
    op.execute("CREATE VIRTUAL TABLE search USING fts5(lemmas, tokenize='ascii')")
