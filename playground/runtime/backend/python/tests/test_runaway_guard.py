import signal
import time
import traceback

import pytest

from both_ends import runaway_guard
from both_ends.runaway_guard import RunawayLoop


@pytest.fixture(autouse=True)
def put_back(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setattr(time, "sleep", time.sleep)
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_the_signal_raises_where_the_code_runs() -> None:
    runaway_guard.install(5, lambda: False)
    with pytest.raises(RunawayLoop, match="more than 5 s without giving way") as raised:
        signal.raise_signal(signal.SIGINT)
    assert any(frame.filename == __file__ for frame in traceback.extract_tb(raised.tb))


def test_except_exception_does_not_catch_it() -> None:
    assert not issubclass(RunawayLoop, Exception)


def test_a_loop_that_sleeps_is_stopped() -> None:
    asked: list[int] = []

    def is_overdue() -> bool:
        asked.append(1)
        return len(asked) > 3

    runaway_guard.install(5, is_overdue)
    with pytest.raises(RunawayLoop):
        while True:
            time.sleep(0.001)
    assert len(asked) == 4


def test_a_long_sleep_looks_at_the_clock_in_between() -> None:
    runaway_guard.install(5, lambda: True)
    start = time.monotonic()
    with pytest.raises(RunawayLoop):
        time.sleep(60)
    assert time.monotonic() - start < 5
