"""Run by Alembic: apply steps on the connection that `settings.alembic_config` was given."""

from __future__ import annotations

from alembic import context

from jdfulfil_desktop.adapters.db.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite changes a table by making it anew.
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
