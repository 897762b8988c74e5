"""One slow query behind three kinds of endpoint. The pool is SQLAlchemy's default: 5 connections and 10 more."""

import os
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from sqlmodel import Session, create_engine, text

from app.config import settings

engine = create_engine(settings.database_url)
app = FastAPI()
_QUERY = text(f"SELECT pg_sleep({float(os.environ['QUERY_SECONDS'])})")


def open_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


Unlimited = Annotated[Session, Depends(open_session)]
Limited = Annotated[Session, Depends(open_session, scope="function", max_concurrency=5)]


@app.get("/ping")
async def ping() -> str:
    return "pong"


@app.get("/def")
def in_a_thread(session: Unlimited) -> str:
    session.connection().execute(_QUERY)
    return "done"


@app.get("/async")
async def on_the_event_loop(session: Unlimited) -> str:
    # The mistake: the query blocks the loop, and with it the requests that would give their connections back.
    session.connection().execute(_QUERY)
    return "done"


@app.get("/async-limited")
async def on_the_event_loop_a_few_at_a_time(session: Limited) -> str:
    session.connection().execute(_QUERY)
    return "done"
