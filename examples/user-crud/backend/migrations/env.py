"""How Alembic finds the database and the tables. `alembic revision --autogenerate -m "…"` writes the next migration."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

from app import models  # noqa: F401  (their tables are what migrations are compared with)
from app.config import settings
from app.db import create_database_engine, engine


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        # SQLite changes a table by making it anew; PostgreSQL ignores this.
        render_as_batch=connection.dialect.name == "sqlite",
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    url = settings.migration_database_url
    used = create_database_engine(url, pool_size=1) if url else engine
    with used.connect() as connection:
        migrate(connection)
        connection.commit()
    used.dispose()
