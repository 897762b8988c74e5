"""Which database the learner's app uses: the engines that it made, else the address in the environment."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from both_ends.database.listen import listen

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class LearnerDatabase:
    """Survives a reload, and knows the file even while the app is broken."""

    def __init__(self) -> None:
        self._engines: WeakSet[Engine] = WeakSet()
        self._path: Path | None = None
        self._memory: Engine | None = None
        self._carried: Path | None = None

    def watch(self) -> None:
        """Imports SQLAlchemy; call it once, before the learner's code makes an engine."""
        listen("engine_connect", self._note)

    def _note(self, connection: Connection) -> None:
        engine = connection.engine
        self._engines.add(engine)
        if engine.dialect.name != "sqlite":
            return
        name = engine.url.database
        if name and name != ":memory:":
            self._path = Path(name).absolute()
        else:
            self._memory = engine

    def dispose(self) -> None:
        """Closes what the last load left open."""
        for engine in list(self._engines):
            engine.dispose()
        self._engines.clear()
        self._memory = None

    def path(self) -> Path | None:
        if self._path is None and self._memory is None:
            address = os.environ.get("DATABASE_URL", "")
            name = address.partition(":///")[2].partition("?")[0]
            if address.startswith("sqlite") and name and name != ":memory:":
                return Path(name).absolute()
        return self._path

    def remove(self) -> None:
        """The file and what SQLite keeps beside it."""
        path = self.path()
        if path is not None:
            for suffix in ("", "-journal", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)

    def carry(self, file: Path) -> None:
        self._carried = file

    def take_carried(self) -> None:
        """Puts it where the app will look; once."""
        carried, self._carried = self._carried, None
        path = self.path()
        if carried is None or path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        carried.replace(path)

    @contextlib.contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """A connection of our own to the file; for a database in memory, the app's."""
        path = self.path()
        if path is None and self._memory is not None:
            yield from self._memory_connection(self._memory)
            return
        if path is None:
            raise LookupError("The app has opened no database yet.")
        # A lock held by a request that waits cannot go away while this waits: do not wait long.
        connection = sqlite3.connect(path, timeout=0.2)
        try:
            yield connection
        finally:
            connection.close()

    def _memory_connection(self, engine: Engine) -> Iterator[sqlite3.Connection]:
        raw = engine.raw_connection()
        try:
            if not isinstance(raw.driver_connection, sqlite3.Connection):
                raise LookupError("Only SQLite can be looked into.")
            yield raw.driver_connection
        finally:
            raw.close()
