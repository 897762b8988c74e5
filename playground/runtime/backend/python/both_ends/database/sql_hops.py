"""Every SQL statement with the request that sent it. The engines are the learner's own; nothing in their code changes.

A statement is passed on when its rows were read: with the answer of its request, or at the end of the loop's turn.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypedDict

from both_ends.database.listen import listen
from both_ends.nearest_place import nearest_place
from both_ends.traceback_filter import CodePlace
from both_ends.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy import Connection, ExceptionContext
    from sqlalchemy.engine.interfaces import DBAPICursor, ExecutionContext

trace_parent: ContextVar[str | None] = ContextVar("trace_parent", default=None)
"""The `traceparent` header of the request that is served; inline threads copy it along."""

SqlHop = TypedDict(
    "SqlHop",
    {
        "parent": str | None,
        "startTime": float,
        "endTime": float | None,
        "code": CodePlace | None,
        "db.system.name": str,
        "db.query.text": str,
        "db.query.parameters": Any,
        "db.response.returned_rows": int | None,
        "error.message": str | None,
    },
)
SYSTEM_NAMES = {"sqlite": "sqlite", "postgresql": "postgresql"}
UNDER_WAY = "both_ends.hop"


class SqlHops:
    """`now` gives milliseconds since the epoch, with fractions."""

    def __init__(self, emit: Callable[[SqlHop], None], now: Callable[[], float], workspace: Workspace) -> None:
        self._workspace = workspace
        self._emit = emit
        self._now = now
        self._waiting: list[SqlHop] = []
        self._flush_planned = False

    def flush(self) -> None:
        self._flush_planned = False
        waiting, self._waiting = self._waiting, []
        for hop in waiting:
            self._emit(hop)

    def watch(self) -> None:
        """Imports SQLAlchemy; call it once, before the learner's code makes an engine."""
        listen("before_cursor_execute", self._before)
        listen("after_cursor_execute", self._after)
        listen("handle_error", self._error)
        listen("begin", self._begin)
        listen("commit", self._commit)
        listen("rollback", self._rollback)
        _count_rows_read()

    def _before(  # SQLAlchemy's signature  # noqa: PLR0913, PLR0917
        self,
        connection: Connection,
        cursor: DBAPICursor,
        statement: str,
        parameters: object,
        context: ExecutionContext | None,
        executemany: bool,
    ) -> None:
        hop = self._hop(connection, statement, parameters)
        connection.info[UNDER_WAY] = hop
        if context is not None:
            context.both_ends_hop = hop  # type: ignore[attr-defined]  # found again where rows are read

    def _after(self, connection: Connection, cursor: DBAPICursor, *_: object) -> None:
        hop = connection.info.pop(UNDER_WAY)
        hop["endTime"] = self._now()
        if cursor.description is None:
            hop["db.response.returned_rows"] = max(cursor.rowcount, 0)
        if hop["db.query.text"].lstrip()[:6].upper() != "SELECT":
            connection.info["both_ends.wrote"] = True
        self._keep(hop)

    def _error(self, context: ExceptionContext) -> None:
        hop = context.connection.info.pop(UNDER_WAY, None) if context.connection is not None else None
        if hop is not None:
            original = context.original_exception
            hop.update({"endTime": self._now(), "error.message": f"{type(original).__name__}: {original}"})
            self._keep(hop)

    def _begin(self, connection: Connection) -> None:
        connection.info["both_ends.wrote"] = False

    def _commit(self, connection: Connection) -> None:
        self._end_transaction(connection, "COMMIT")

    def _rollback(self, connection: Connection) -> None:
        self._end_transaction(connection, "ROLLBACK")

    def _end_transaction(self, connection: Connection, statement: str) -> None:
        """Only after a write: SQLAlchemy ends every read with a ROLLBACK, which would be half of the pane."""
        if connection.info.pop("both_ends.wrote", False):
            hop = self._hop(connection, statement, [])
            hop["endTime"] = hop["startTime"]
            self._keep(hop)

    def _hop(self, connection: Connection, statement: str, parameters: object) -> SqlHop:
        return {
            "parent": trace_parent.get(),
            "startTime": self._now(),
            "endTime": None,
            "code": nearest_place(self._workspace),
            "db.system.name": SYSTEM_NAMES.get(connection.dialect.name, "sqlite"),
            "db.query.text": statement,
            "db.query.parameters": _plain(parameters),
            "db.response.returned_rows": None,
            "error.message": None,
        }

    def _keep(self, hop: SqlHop) -> None:
        self._waiting.append(hop)
        if self._flush_planned:
            return
        try:
            asyncio.get_running_loop().call_soon(self.flush)
            self._flush_planned = True
        except RuntimeError:
            self.flush()  # outside any loop: a script, a test


def _plain(parameters: object) -> Any:
    """As the statement got them; the sets of an executemany one after the other."""
    if isinstance(parameters, dict):
        return {str(name): _plain_value(value) for name, value in parameters.items()}
    if not isinstance(parameters, list | tuple):
        return []
    values: list[object] = []
    for value in parameters:
        values.extend(_plain(value) if isinstance(value, list | tuple) else [_plain_value(value)])
    return values


def _plain_value(value: object) -> object:
    return value if value is None or isinstance(value, str | int | float | bool | bytes) else str(value)


@functools.cache
def _count_rows_read() -> None:
    """SQLite says -1 rows for a SELECT, so the rows are counted as they are fetched."""
    from sqlalchemy.engine.cursor import CursorFetchStrategy

    for name in ("fetchone", "fetchmany", "fetchall"):
        setattr(CursorFetchStrategy, name, _counting(getattr(CursorFetchStrategy, name)))


def _counting(fetch: Callable[..., Any]) -> Callable[..., Any]:
    def counted(strategy: object, result: Any, *rest: Any, **named: Any) -> Any:
        rows = fetch(strategy, result, *rest, **named)
        hop: SqlHop | None = getattr(result.context, "both_ends_hop", None)
        if hop is not None:
            read = len(rows) if isinstance(rows, list) else int(rows is not None)
            hop["db.response.returned_rows"] = (hop["db.response.returned_rows"] or 0) + read
        return rows

    return counted
