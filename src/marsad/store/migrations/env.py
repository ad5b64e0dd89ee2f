"""What Alembic runs to bring a store up to date: in the caller's transaction, so whole or not at all."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
