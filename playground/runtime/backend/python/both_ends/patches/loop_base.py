"""asyncio's own loop, less what needs a thread, a socket or a wake-up from outside."""

from __future__ import annotations

import asyncio
import contextlib
from asyncio import base_events, events, tasks
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator
from typing import TYPE_CHECKING, Any


class ThreadlessLoop(base_events.BaseEventLoop):
    if TYPE_CHECKING:  # what typeshed leaves out
        _ready: deque[asyncio.Handle]
        _scheduled: list[asyncio.TimerHandle]
        _selector: object

        def _run_once(self) -> None: ...
        def _asyncgen_firstiter_hook(self, agen: AsyncGenerator[Any, Any]) -> None: ...
        def _asyncgen_finalizer_hook(self, agen: AsyncGenerator[Any, Any]) -> None: ...

    def _process_events(self, event_list: list[object]) -> None:
        return

    def _write_to_self(self) -> None:
        return

    def run_in_executor(  # type: ignore[override]  # a future, which is what callers await
        self, executor: object, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Inline, as run_inline.py does for anyio: `asyncio.to_thread` ends here."""
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


@contextlib.contextmanager
def running_loop(loop: asyncio.AbstractEventLoop | None) -> Iterator[None]:
    """Code inside sees this loop as the running one (None: no loop), and none of the tasks outside."""
    outer = events._get_running_loop()
    # typeshed leaves out this half of asyncio's C interface; Python 3.11 has none of it.
    swap = getattr(tasks, "_swap_current_task", None)
    task = swap(outer, None) if outer and swap else None
    events._set_running_loop(loop)
    try:
        yield
    finally:
        events._set_running_loop(outer)
        if outer and swap:
            swap(outer, task)
