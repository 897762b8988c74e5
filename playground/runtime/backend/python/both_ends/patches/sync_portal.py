"""The part of anyio's BlockingPortal that Starlette's TestClient uses, on a SyncLoop instead of a thread."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import Any

from both_ends.patches.sync_loop import SyncLoop, run


class _LoopFuture(Future[Any]):
    """Asked for its result, it runs the loop until the result is there."""

    def __init__(self, loop: SyncLoop, task: asyncio.Task[Any]) -> None:
        super().__init__()
        self._loop = loop
        self.set_running_or_notify_cancel()
        task.add_done_callback(self._settle)

    def _settle(self, task: asyncio.Task[Any]) -> None:
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        if error is not None:
            self.set_exception(error)
        else:
            self.set_result(task.result())

    def result(self, timeout: float | None = None) -> Any:
        if not self.done():
            self._loop.run_until_complete(self._settled())
        return super().result(0)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        with contextlib.suppress(BaseException):
            self.result()
        return super().exception(0)

    async def _settled(self) -> None:
        while not self.done():  # a concurrent.futures.Future has no event to await  # noqa: ASYNC110
            await asyncio.sleep(0)


class SyncPortal:
    def __init__(self) -> None:
        self._loop = SyncLoop()

    def call(self, func: Callable[..., Any], *args: Any) -> Any:
        return self._loop.run_until_complete(_invoke(func, args, {}))

    def start_task_soon(self, func: Callable[..., Any], *args: Any, name: object = None) -> Future[Any]:
        return _LoopFuture(self._loop, self._loop.create_task(_invoke(func, args, {})))

    def start_task(self, func: Callable[..., Any], *args: Any, name: object = None) -> tuple[Future[Any], Any]:
        status = self._loop.create_future()
        task = self._loop.create_task(_invoke(func, args, {"task_status": _TaskStatus(status)}))

        def ended_early(ended: asyncio.Task[Any]) -> None:
            if not status.done():
                status.set_exception(ended.exception() or RuntimeError("task exited without calling started()"))

        task.add_done_callback(ended_early)
        future = _LoopFuture(self._loop, task)
        return future, self._loop.run_until_complete(status)

    @contextlib.contextmanager
    def _entered(self, manager: AbstractAsyncContextManager[Any]) -> Iterator[Any]:
        value = self.call(manager.__aenter__)
        try:
            yield value
        except BaseException as error:
            if not self.call(manager.__aexit__, type(error), error, error.__traceback__):
                raise
        else:
            self.call(manager.__aexit__, None, None, None)

    def wrap_async_context_manager(self, cm: AbstractAsyncContextManager[Any]) -> AbstractContextManager[Any]:
        return self._entered(cm)

    def close(self) -> None:
        pending = [task for task in asyncio.all_tasks(self._loop) if not task.done()]
        for task in pending:
            task.cancel()
        self._loop.run_until_complete(_drain(pending))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()


class _TaskStatus:
    def __init__(self, future: asyncio.Future[Any]) -> None:
        self._future = future

    def started(self, value: object = None) -> None:
        if not self._future.done():
            self._future.set_result(value)


async def _invoke(func: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> Any:
    result = func(*args, **named)
    return await result if inspect.isawaitable(result) else result


async def _drain(pending: list[asyncio.Task[Any]]) -> None:
    await asyncio.gather(*pending, return_exceptions=True)


@contextlib.contextmanager
def start_blocking_portal(
    backend: str = "asyncio", backend_options: object = None, *, name: str | None = None
) -> Iterator[SyncPortal]:
    portal = SyncPortal()
    try:
        yield portal
    finally:
        portal.close()


def install() -> None:
    """Names that asyncio and anyio bind twice are set twice."""
    import anyio.from_thread

    asyncio.new_event_loop = asyncio.events.new_event_loop = SyncLoop
    asyncio.run = asyncio.runners.run = run  # fewer keyword arguments
    anyio.from_thread.start_blocking_portal = start_blocking_portal  # type: ignore[assignment]  # a smaller portal
