"""The worker's side, played by plain objects. The same tests run on CPython and in Pyodide (python.built.test.ts)."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from both_ends.patches import run_inline

run_inline.install()

from both_ends.backend import Backend  # imports FastAPI's Starlette  # noqa: E402
from both_ends.database.sql_hops import SqlHop  # noqa: E402
from both_ends.traceback_filter import LearnerError  # noqa: E402

PATIENCE = 20.0


class Answer:
    """A reply (asgi/request.py) that keeps what it gets."""

    def __init__(self, *, behind: bool = False) -> None:
        self.status = 0
        self.headers: list[tuple[str, str]] = []
        self.body = b""
        self.chunks = 0
        self.pulls = 0
        self.ended = False
        self.failure: str | None = None
        self._behind = behind

    def head(self, status: int, headers: str) -> None:
        self.status = status
        self.headers = [(name, value) for name, value in json.loads(headers)]

    def chunk(self, data: bytes) -> bool:
        self.body += data
        self.chunks += 1
        return not self._behind

    def end(self) -> None:
        self.ended = True

    def fail(self, message: str) -> None:
        self.failure = message
        self.ended = True

    def pull(self) -> None:
        self.pulls += 1

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    def json(self) -> object:
        return json.loads(self.body)


class Worker:
    """The outside of a Backend, and the turns of its loop."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        self.lines: list[dict[str, object]] = []
        self.shown_errors: list[LearnerError] = []
        self.hops: list[SqlHop] = []
        self.backend = Backend(self, str(root), environment, 5)
        self._streams = sys.stdout, sys.stderr

    def console(self, line: str) -> None:
        self.lines.append(json.loads(line))

    def errors(self, errors: str) -> None:
        self.shown_errors = json.loads(errors)

    def sql_hop(self, hop: SqlHop) -> None:
        self.hops.append(hop)

    def now(self) -> float:
        return time.time() * 1000

    def is_overdue(self) -> bool:
        return False

    def uncounted(self, work: Callable[[], None]) -> None:
        work()

    def write(self, changes: Mapping[str, str | bytes | None]) -> list[LearnerError]:
        return self._settled(lambda settle: self.backend.write(changes, settle))

    def load(self, files: Mapping[str, str | bytes]) -> list[LearnerError]:
        return self._settled(lambda settle: self.backend.load(files, settle))

    def reset_database(self) -> list[LearnerError]:
        return self._settled(self.backend.reset_database)

    def _settled(self, begin) -> list[LearnerError]:  # type: ignore[no-untyped-def]
        settled: list[tuple[str | None, str | None]] = []
        begin(lambda answer, failure: settled.append((answer, failure)))
        self.run_until(lambda: bool(settled))
        answer, failure = settled[0]
        assert answer is not None, failure
        return list(json.loads(answer))

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=[(name.replace("_", "-"), value) for name, value in headers.items()])

    def ask(
        self, method: str, path: str, *, body: bytes | None = None, headers: list[tuple[str, str]] | None = None
    ) -> Answer:
        answer = Answer()
        request = self.backend.serve(head_json(method, path, headers or []), body is not None, answer)
        if body is not None:
            request.feed(body, more=False)
        self.run_until(lambda: answer.ended)
        return answer

    def run_until(self, done) -> None:  # type: ignore[no-untyped-def]
        # pytest puts its own back between a fixture and its test.
        sys.stdout, sys.stderr = self._streams
        deadline = time.monotonic() + PATIENCE
        while not done():
            delay = self.backend.turn()
            if done():
                return
            assert delay >= 0, "nothing left to run"
            assert time.monotonic() < deadline, "it took too long"
            time.sleep(min(delay, 50) / 1000)


def head_json(method: str, path: str, headers: list[tuple[str, str]]) -> str:
    bare, _, query = path.partition("?")
    address = {"scheme": "http", "host": "localhost", "port": 8000, "path": bare, "query": query}
    return json.dumps({"method": method, **address, "headers": [("host", "localhost:8000"), *headers]})
