"""The lesson's bench: the app, with a database that takes 0.2 seconds for each statement of /api/stats.

A browser gives Python no threads, so a thread is played here. What FastAPI hands to one runs in line, and the time that
its statements would have taken passes afterwards, while the event loop goes on. A statement on the event loop itself
takes its time at once, and nothing else runs meanwhile: that half is no play.
"""

import asyncio
import time
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from typing import Any, TypeVar, TypeVarTuple

import anyio.to_thread
from app.db import engine
from app.main import app as api
from sqlalchemy import event
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

STATEMENT_SECONDS = 0.2

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")

# How long the statements of one request took, here and there. None where they are not slow.
_on_the_loop: ContextVar[list[float] | None] = ContextVar("on_the_loop", default=None)
_in_a_thread: ContextVar[list[float] | None] = ContextVar("in_a_thread", default=None)

# The file is run again after each edit; what it takes the place of is the playground's own.
_run_in_line: Any = vars(anyio.to_thread).setdefault("_run_in_line", anyio.to_thread.run_sync)


async def _play_a_thread(
    func: Callable[[*Arguments], Result],
    *args: *Arguments,
    abandon_on_cancel: bool = False,
    cancellable: bool | None = None,
    limiter: object = None,
) -> Result:
    waits: list[float] = []
    outside = _in_a_thread.set(waits)
    try:
        result: Result = await _run_in_line(func, *args)
    finally:
        _in_a_thread.reset(outside)
    if waits:
        await asyncio.sleep(sum(waits))
    return result


async def _to_thread(work: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
    return await _play_a_thread(partial(work, *args, **named))


anyio.to_thread.run_sync = _play_a_thread
asyncio.to_thread = _to_thread


@event.listens_for(engine, "before_cursor_execute")
def take_time(*_: object) -> None:
    stopped = _on_the_loop.get()
    if stopped is None:
        return
    waits = _in_a_thread.get()
    if waits is not None:
        waits.append(STATEMENT_SECONDS)
        return
    stopped.append(STATEMENT_SECONDS)
    time.sleep(STATEMENT_SECONDS)


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    stopped: list[float] | None = [] if scope.get("path") == "/api/stats" else None

    async def send_with_header(message: Message) -> None:
        if stopped is not None and message["type"] == "http.response.start":
            MutableHeaders(scope=message)["X-Loop-Stood-Still"] = f"{sum(stopped):.1f} s"
        await send(message)

    _on_the_loop.set(stopped)
    await api(scope, receive, send_with_header)
