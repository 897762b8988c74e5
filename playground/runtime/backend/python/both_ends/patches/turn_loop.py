"""The event loop of the backend: asyncio's own, run in turns that the worker starts (event-loop.ts).

Pyodide's loop takes a browser task and a new stack for every callback, and lets `time.sleep` give way in some browsers
only. Here one turn runs all that is ready, so a plain request is answered within one browser task, everywhere alike.
"""

from __future__ import annotations

import sys
import threading
import time

from both_ends.patches.loop_base import ThreadlessLoop, running_loop

TURN_SECONDS = 0.008
"""After this long a turn ends even if there is more to do: messages from outside come in between."""


class _NoWaiting:
    """The selector: waiting is the worker's business."""

    def select(self, timeout: float | None) -> list[object]:
        return []

    def close(self) -> None:
        return


class TurnLoop(ThreadlessLoop):
    def __init__(self) -> None:
        super().__init__()
        self._selector = _NoWaiting()

    def turn(self) -> float:
        """Runs what is ready. Answers with the milliseconds until there is more to do; -1 for never."""
        deadline = time.monotonic() + TURN_SECONDS
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        self._thread_id = threading.get_ident()
        try:
            with running_loop(self):
                self._run_once()
                while self._ready and time.monotonic() < deadline:
                    self._run_once()
        finally:
            self._thread_id = None  # type: ignore[assignment]  # as asyncio does
            sys.set_asyncgen_hooks(*hooks)
        return self._next_turn()

    def _next_turn(self) -> float:
        if self._ready:
            return 0
        if not self._scheduled:
            return -1
        return max(0.0, (self._scheduled[0].when() - self.time()) * 1000)
