from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from fastapi import FastAPI

from both_ends.asgi.lifespan import Lifespan
from both_ends.patches import sync_loop

log: list[str] = []


@asynccontextmanager
async def logged(_app: FastAPI) -> AsyncIterator[dict[str, int]]:
    log.append("up")
    yield {"number": 1}
    log.append("down")


@asynccontextmanager
async def failing(_app: FastAPI) -> AsyncIterator[None]:
    raise ValueError("no database")
    yield


def test_it_starts_once_and_stops_once_and_keeps_the_state() -> None:
    log.clear()

    async def both() -> dict[str, object]:
        lifespan = Lifespan(FastAPI(lifespan=logged))
        await lifespan.startup()
        await lifespan.shutdown()
        return lifespan.state

    assert sync_loop.run(both()) == {"number": 1}
    assert log == ["up", "down"]


def test_an_error_at_startup_comes_out_itself() -> None:
    with pytest.raises(ValueError, match="no database"):
        sync_loop.run(Lifespan(FastAPI(lifespan=failing)).startup())


def test_an_app_without_lifespan_counts_as_started() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise TypeError("only http")

    async def both() -> None:
        lifespan = Lifespan(app)
        await lifespan.startup()
        await lifespan.shutdown()

    sync_loop.run(both())
