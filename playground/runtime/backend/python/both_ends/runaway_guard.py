"""Stops code that never gives way: an endless loop would otherwise freeze the worker for good.

The worker keeps the clock and raises SIGINT over Pyodide's interrupt buffer (runaway-guard.ts); here the signal becomes
an exception at the very line that was running. It reaches Python code only: a loop inside C needs a restart.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import SupportsIndex

Sleep = Callable[[float | SupportsIndex], None]

SLICE = 0.2
"""Seconds of sleep between two looks at the clock."""


class RunawayLoop(BaseException):
    """Not an Exception, so that a learner's `except Exception` cannot swallow it."""


# Printed by its bare name, as the errors of Python itself are.
RunawayLoop.__module__ = "builtins"


def install(seconds: float, is_overdue: Callable[[], bool]) -> None:
    def stop(_signal: int = 0, _frame: FrameType | None = None) -> None:
        raise RunawayLoop(f"stopped: this ran for more than {seconds:g} s without giving way")

    signal.signal(signal.SIGINT, stop)
    # The buffer is read every 10,000 jumps and calls: a loop that sleeps makes too few.
    time.sleep = _sleeping_in_slices(time.sleep, is_overdue, stop)


def _sleeping_in_slices(sleep: Sleep, is_overdue: Callable[[], bool], stop: Callable[[], None]) -> Sleep:
    def sliced(seconds: float | SupportsIndex, /) -> None:
        left = float(seconds)
        while left > SLICE:
            sleep(SLICE)
            left -= SLICE
            if is_overdue():
                stop()
        sleep(left)
        if is_overdue():
            stop()

    return sliced
