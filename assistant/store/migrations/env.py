"""How alembic runs the steps: on the connection it is given, in the transaction that is open on it."""

from __future__ import annotations

from alembic import context

from assistant.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a table by making it anew
    transactional_ddl=False,  # whoever gave the connection keeps or undoes all of it
)
context.run_migrations()
