"""Runs sync callables inline: the browser gives Python no threads.

Every `def` endpoint, dependency, background task and file ends in `anyio.to_thread.run_sync`. Install this before
FastAPI is imported: `fastapi.telemetry` binds the name at import.
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

import anyio.to_thread

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


async def run_sync(
    func: Callable[[*Arguments], T],
    *args: *Arguments,
    abandon_on_cancel: bool = False,
    cancellable: bool | None = None,
    limiter: object = None,
) -> T:
    # A worker thread gets a copy of the context: what it sets in a ContextVar does not leak back.
    return contextvars.copy_context().run(func, *args)


def install() -> None:
    anyio.to_thread.run_sync = run_sync
