"""TestClient, anyio.from_thread and asyncio.run() without threads: an event loop that runs to its end on the spot.

It steps out of the loop that already runs (Pyodide's), so a test may be called from anywhere.
"""

from __future__ import annotations

import contextlib
import time
from asyncio import base_events, events, tasks
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar

T = TypeVar("T")


@contextlib.contextmanager
def no_running_loop() -> Iterator[None]:
    """Synchronous code inside (pytest, asyncio.run) sees no event loop."""
    outer = events._get_running_loop()
    # typeshed leaves out this half of asyncio's C interface.
    task = tasks._swap_current_task(outer, None) if outer and hasattr(tasks, "_swap_current_task") else None
    events._set_running_loop(None)
    try:
        yield
    finally:
        events._set_running_loop(outer)
        if outer and hasattr(tasks, "_swap_current_task"):
            tasks._swap_current_task(outer, task)


class _Selector:
    """Nothing arrives from outside: all that can happen is a timer."""

    def select(self, timeout: float | None) -> list[object]:
        if timeout is None:
            raise RuntimeError("nothing left to run: the code waits for something that can never happen here")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self) -> None:
        return


class SyncLoop(base_events.BaseEventLoop):
    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector()

    def _process_events(self, event_list: list[object]) -> None:
        return

    def _write_to_self(self) -> None:
        return

    def run_until_complete(self, future: Any) -> Any:
        with no_running_loop():
            return super().run_until_complete(future)

    def run_forever(self) -> None:
        with no_running_loop():
            super().run_forever()


def run(main: Coroutine[Any, Any, T], *, debug: bool | None = None, loop_factory: object = None) -> T:
    """asyncio.run, without the thread and the signals."""
    loop = SyncLoop()
    try:
        result: T = loop.run_until_complete(main)
        return result
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
