"""The engine, and one session for each request."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Depends
from sqlalchemy import Engine, event
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

from .config import settings


def create_database_engine(url: str, *, pool_size: int = settings.pool_size) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(
            url,
            pool_size=pool_size,
            max_overflow=0,
            # A pooled connection may have been closed meanwhile (Neon sleeps after five idle minutes): ask first.
            pool_pre_ping=True,
            pool_recycle=300,
            # Prepared statements belong to one connection; behind PgBouncer the next query may use another.
            connect_args={"prepare_threshold": None},
        )

    options: dict[str, Any] = {"connect_args": {"check_same_thread": False}}
    if url == "sqlite://":
        # In memory, every connection is a database of its own; share the one.
        options["poolclass"] = StaticPool
    engine = create_engine(url, **options)

    @event.listens_for(engine, "connect")
    def enforce_foreign_keys(connection: Any, _record: Any) -> None:
        # Off by default in SQLite: without it ON DELETE CASCADE does nothing.
        connection.execute("PRAGMA foreign_keys=ON")

    return engine


engine = create_database_engine(settings.database_url)


def open_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


# scope="function": the connection goes back to the pool before the answer is sent.
# max_concurrency: who finds the pool empty waits here, without holding a thread. One alias: a second Depends() would
# be a second limit.
SessionDep = Annotated[Session, Depends(open_session, scope="function", max_concurrency=settings.pool_size)]
