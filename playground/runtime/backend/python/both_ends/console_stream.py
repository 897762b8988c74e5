"""stdout and stderr as lines of the console pane, each with the learner's line that wrote it."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Callable

from both_ends.nearest_place import nearest_place
from both_ends.workspace import Workspace

LEVELS = {logging.DEBUG: "debug", logging.INFO: "info", logging.WARNING: "warn"}


class ConsoleStream(io.TextIOBase):
    """`emit` takes a line as JSON: level, text, place."""

    def __init__(self, level: str, workspace: Workspace, emit: Callable[[str], None]) -> None:
        self._level = self.level = level
        self._workspace = workspace
        self._emit = emit
        self._rest = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        *lines, self._rest = (self._rest + text).split("\n")
        for line in lines:
            self._send(line)
        return len(text)

    def flush(self) -> None:
        if self._rest:
            rest, self._rest = self._rest, ""
            self._send(rest)

    def _send(self, text: str) -> None:
        place = nearest_place(self._workspace)
        self._emit(json.dumps({"level": self.level, "text": text, "place": place}))

    def at_level(self, level: str | None) -> None:
        """None goes back to the stream's own level."""
        self.level = level or self._level


def redirect(workspace: Workspace, emit: Callable[[str], None]) -> None:
    sys.stdout = ConsoleStream("log", workspace, emit)
    sys.stderr = ConsoleStream("error", workspace, emit)
    _give_records_their_level()


def _give_records_their_level() -> None:
    """A log record knows its level; the stream it is written to does not."""
    emit = logging.StreamHandler.emit

    def emit_at_level(self: logging.StreamHandler[ConsoleStream], record: logging.LogRecord) -> None:
        if not isinstance(self.stream, ConsoleStream):
            emit(self, record)
            return
        self.stream.at_level(LEVELS.get(record.levelno, "error"))
        try:
            emit(self, record)
        finally:
            self.stream.at_level(None)

    logging.StreamHandler.emit = emit_at_level  # type: ignore[method-assign,assignment]  # the one place to see both
