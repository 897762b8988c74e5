"""Stops code that never gives way: an endless loop would otherwise freeze the worker for good.

The worker keeps the clock and raises SIGINT over Pyodide's interrupt buffer (runaway-guard.ts); here the signal becomes
an exception at the very line that was running. It reaches Python code only: a loop inside C needs a restart.
"""

from __future__ import annotations

import signal
from types import FrameType


class RunawayLoop(BaseException):
    """Not an Exception, so that a learner's `except Exception` cannot swallow it."""


def install(seconds: float) -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise RunawayLoop(f"stopped: this ran for more than {seconds:g} s without giving way")

    signal.signal(signal.SIGINT, stop)
