"""The engine, and one session for each request."""

from functools import cache
from typing import Annotated, Any

from fastapi import Depends
from sqlalchemy import Engine, event
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, create_engine

from . import models  # noqa: F401  (create_all makes the tables that are imported)
from .config import settings


def create_database_engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        # A pooled connection may have been closed by the server meanwhile: ask before using it.
        return create_engine(url, pool_pre_ping=True)

    options: dict[str, Any] = {"connect_args": {"check_same_thread": False}}
    if url == "sqlite://":
        # In memory, every connection is a database of its own; share the one.
        options["poolclass"] = StaticPool
    engine = create_engine(url, **options)

    @event.listens_for(engine, "connect")
    def enforce_foreign_keys(connection: Any, _record: Any) -> None:
        # Off by default in SQLite: without it ON DELETE rules do nothing.
        connection.execute("PRAGMA foreign_keys=ON")

    return engine


engine = create_database_engine(settings.database_url)


def create_tables() -> None:
    SQLModel.metadata.create_all(engine)


@cache
def open_session() -> Session:
    return Session(engine)


# scope="function": the connection goes back to the pool before the answer is sent.
SessionDep = Annotated[Session, Depends(open_session, scope="function")]
