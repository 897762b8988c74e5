"""A backend for each test, and this process put back afterwards."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from worker_double import Worker


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """A backend of its own, and this process put back afterwards."""
    for owner, name in ((sys, "stdout"), (sys, "stderr"), (sys, "dont_write_bytecode"), (time, "sleep")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    monkeypatch.setattr(logging.StreamHandler, "emit", logging.StreamHandler.emit)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(os, "environ", os.environ)
    environment, stop = dict(os.environ), signal.getsignal(signal.SIGINT)
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "backend"
    root.mkdir()
    made = Worker(root, {"DATABASE_URL": f"sqlite:///{tmp_path}/people.db"})
    yield made
    made.load({})
    signal.signal(signal.SIGINT, stop)
    os.environ.clear()
    os.environ.update(environment)
