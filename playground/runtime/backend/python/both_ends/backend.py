"""The one object that the worker holds (boot.ts): files in, app loaded, requests served."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import json
import os
import sqlite3
import sys
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from both_ends import console_stream, runaway_guard
from both_ends.asgi.request import AsgiRequest, Reply, server_headers
from both_ends.asgi.scope import RequestHead, build_scope, header
from both_ends.asgi.unavailable import unavailable
from both_ends.database.find_database import LearnerDatabase
from both_ends.database.query import QueryResult, SqlRow, query
from both_ends.database.sql_hops import SqlHop, SqlHops, trace_parent
from both_ends.database.tables import TableView, tables
from both_ends.library_imports import import_library, library_names
from both_ends.patches.turn_loop import TurnLoop
from both_ends.reload import PATIENCE, AppLoader, LoadedApp
from both_ends.traceback_filter import LearnerError, learner_error
from both_ends.workspace import Workspace

ERRORS_KEPT = 20
Settle = Callable[[str | None, str | None], None]
"""(answer, failure): one of the two is None."""


class Outside(Protocol):
    """What the worker gives."""

    def console(self, line: str) -> None:
        """A console line as JSON, without source and time."""

    def errors(self, errors: str) -> None:
        """All errors as of now, as JSON."""

    def sql_hop(self, hop: SqlHop) -> None: ...

    def is_overdue(self) -> bool:
        """Whether Python has held the worker longer than it may."""

    def uncounted(self, work: Callable[[], None]) -> None:
        """Does the work and forgets the time that it took."""

    def now(self) -> float:
        """Milliseconds since the epoch, with fractions."""


class Backend:
    def __init__(self, outside: Outside, root: str, environment: Mapping[str, str], time_limit: float) -> None:
        self._outside = outside
        self._workspace = Workspace(Path(root))
        self._database = LearnerDatabase()
        self._hops = SqlHops(outside.sql_hop, outside.now, self._workspace)
        self._watches_sql = self._froze = False
        self._errors: list[LearnerError] = []
        self._control: asyncio.Task[None] | None = None
        self._state: LoadedApp | LearnerError | None = None
        self._requests: dict[asyncio.Task[None], AsgiRequest] = {}
        self._ready = asyncio.Event()
        self._loop = TurnLoop()
        os.environ.update(environment)
        os.chdir(root)
        sys.path.insert(0, root)
        # Their byte code is never written: an edit within one second would meet a stale file.
        sys.dont_write_bytecode = True
        console_stream.redirect(self._workspace, outside.console)
        runaway_guard.install(time_limit, outside.is_overdue)
        self._loader = AppLoader(self._workspace, self._database)

    def turn(self) -> float:
        """Runs what is ready. Answers with the milliseconds until there is more to do; -1 for never."""
        return self._loop.turn()

    def write(self, changes: Mapping[str, str | bytes | None], settle: Settle) -> None:
        """Settles with the errors that are left, as JSON: a learner's error is no failure."""
        self._reload(lambda: self._workspace.write(changes), settle)

    def load(self, files: Mapping[str, str | bytes], settle: Settle) -> None:
        """Replaces the workspace, its database included."""

        def replace() -> None:
            self._database.remove()
            self._workspace.replace(files)
            self._database.take_carried()

        self._reload(replace, settle)

    def carry_database(self, file: str) -> None:
        """The next load begins with this file as its database: another engine's."""
        self._database.carry(Path(file))

    def database_path(self) -> str | None:
        path = self._database.path()
        return None if path is None else str(path)

    def reset_database(self, settle: Settle) -> None:
        self._reload(self._database.remove, settle)

    def query(self, sql: str, parameters: SqlRow) -> QueryResult | str:
        """A text is the reason why not."""
        try:
            return query(self._database, sql, parameters)
        except (sqlite3.Error, LookupError, OverflowError, ValueError) as error:
            return str(error.args[0] if error.args else error)

    def tables(self) -> list[TableView]:
        return tables(self._database)

    def serve(self, head_json: str, has_body: bool, reply: Reply) -> AsgiRequest:
        """Begins to answer; the worker feeds the body and hears the answer over `reply`."""
        head: RequestHead = json.loads(head_json)
        request = AsgiRequest(build_scope(head, {}), reply, has_body, self._hops.flush)
        context = contextvars.copy_context()
        context.run(trace_parent.set, header(head, "traceparent"))
        task = self._loop.create_task(self._answer(head, request, reply), context=context)
        self._requests[task] = request
        task.add_done_callback(self._requests.pop)
        return request

    async def _answer(self, head: RequestHead, request: AsgiRequest, reply: Reply) -> None:
        while not self._ready.is_set():
            await self._ready.wait()  # loading may have begun again
        if not isinstance(self._state, LoadedApp):
            self._answer_unavailable(head, reply)
            return
        request.scope["state"] = dict(self._state.lifespan.state)
        error = await request.run(self._state.app)
        self._hops.flush()
        if error is not None:
            self._report(error)

    def _answer_unavailable(self, head: RequestHead, reply: Reply) -> None:
        answer = unavailable(self._errors[0], head)
        reply.head(answer.status, json.dumps(server_headers() + answer.headers))
        if head["method"] != "HEAD":
            reply.chunk(answer.body)
        reply.end()

    def _report(self, error: BaseException) -> None:
        """As uvicorn logs it, and as an error that the site shows."""
        shown = learner_error(error, self._workspace)
        line = {"level": "error", "text": f"Exception in ASGI application\n{shown['stack']}", "place": shown["place"]}
        self._outside.console(json.dumps(line))
        if shown not in self._errors:
            self._errors = [*self._errors, shown][-ERRORS_KEPT:]
        self._send_errors()

    def _reload(self, change: Callable[[], None], settle: Settle) -> None:
        async def reload() -> None:
            try:
                await self._close()
                change()
                answer = await self._open()
            except BaseException as error:
                settle(None, "".join(traceback.format_exception(error)))
                raise
            settle(answer, None)

        self._control = self._loop.create_task(reload())

    async def _close(self) -> None:
        """From here on requests wait."""
        self._ready.clear()
        await self._end_requests()
        await self._loader.unload(self._requests)

    async def _open(self) -> str:
        try:
            await self._import_libraries()
            self._state = await self._loader.load()
            self._hops.flush()
            self._errors = [] if isinstance(self._state, LoadedApp) else [self._state]
        finally:
            self._ready.set()
        if self._errors:
            self._outside.console(json.dumps(_load_error_line(self._errors[0])))
        return self._send_errors()

    def _send_errors(self) -> str:
        errors = json.dumps(self._errors)
        self._outside.errors(errors)
        return errors

    async def _import_libraries(self) -> None:
        """One for each turn, and the clock stands still: none of it is the learner's code."""
        module = self._loader.find_module()
        names = library_names(self._workspace.root, module) if module else []
        for name in names:
            self._outside.uncounted(partial(import_library, name))
            await asyncio.sleep(0)
        if not self._watches_sql and self._workspace.mentions("sqlmodel", "sqlalchemy"):
            self._watches_sql = True
            self._outside.uncounted(self._watch_sql)
        if not self._froze or names:
            # Libraries stay: the collector need not walk them at every request and after every edit.
            self._froze = True
            gc.freeze()

    def _watch_sql(self) -> None:
        """SQLAlchemy takes a third of a second to import: only for those who use it."""
        self._database.watch()
        self._hops.watch()

    async def _end_requests(self) -> None:
        """Those under way may finish in a moment; streams are told that the reader went away. The rest is cut off."""
        running = {task: request for task, request in self._requests.items() if request.running}
        for request in running.values():
            if request.answering:
                request.disconnect()
        if running:
            _, late = await asyncio.wait(running, timeout=PATIENCE)
            for task in late:
                task.cancel()


def _load_error_line(error: LearnerError) -> dict[str, object]:
    return {"level": "error", "text": error["stack"] or error["message"], "place": error["place"]}
