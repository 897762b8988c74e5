"""How often a password may be tried. Counted in this process: several workers each count, so the true limit is theirs
together. And anybody can use up another's tries for a minute: the price of a limit without an IP address, which behind
Next is always Next's."""

from collections import OrderedDict
from threading import Lock
from time import monotonic

_MOST_KEYS = 10_000


class Attempts:
    def __init__(self, limit: int, window_seconds: float) -> None:
        self._limit = limit
        self._window = window_seconds
        self._times: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> int:
        """0, or the seconds to wait. Counts before the password is looked at, so that parallel tries count too."""
        now = monotonic()
        with self._lock:
            times = [time for time in self._times.pop(key, []) if now - time < self._window]
            wait = 0
            if len(times) >= self._limit:
                wait = max(1, round(times[0] + self._window - now))
            else:
                times.append(now)
            self._times[key] = times
            # Whoever was seen least lately is forgotten: invented addresses must not fill the memory.
            if len(self._times) > _MOST_KEYS:
                self._times.popitem(last=False)
            return wait

    def forget(self, key: str) -> None:
        with self._lock:
            self._times.pop(key, None)

    def clear(self) -> None:
        with self._lock:
            self._times.clear()
