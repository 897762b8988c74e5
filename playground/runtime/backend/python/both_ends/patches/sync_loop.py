"""TestClient, anyio.from_thread and asyncio.run() without threads: an event loop that runs to its end on the spot.

It steps out of the loop that already runs, so a test may be called from anywhere.
"""

from __future__ import annotations

import time
from collections.abc import Coroutine
from typing import Any, TypeVar

from both_ends.patches.loop_base import ThreadlessLoop, running_loop

T = TypeVar("T")


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


class SyncLoop(ThreadlessLoop):
    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector()

    def run_until_complete(self, future: Any) -> Any:
        with running_loop(None):
            return super().run_until_complete(future)

    def run_forever(self) -> None:
        with running_loop(None):
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
