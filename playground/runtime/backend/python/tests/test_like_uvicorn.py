"""The same app under real uvicorn and under our backend: the same status, headers and body. CPython only."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from textwrap import dedent

import pytest

from worker_double import Worker

pytestmark = pytest.mark.skipif(sys.platform == "emscripten", reason="there is no second process in a browser")

APP = dedent("""
    from fastapi import FastAPI, Form, HTTPException, Request, Response
    from fastapi.middleware.cors import CORSMiddleware
    from fastapi.responses import PlainTextResponse, RedirectResponse
    app = FastAPI()
    app.add_middleware(CORSMiddleware, allow_origins=["http://localhost:3000"], allow_credentials=True)
    @app.get("/")
    def root(q: int = 0): return {"q": q}
    @app.get("/scope")
    def scope(request: Request):
        kept = ("type", "http_version", "method", "scheme", "path", "root_path")
        return {name: request.scope[name] for name in kept} | {
            "raw": request.scope["raw_path"].decode(), "query": request.scope["query_string"].decode()}
    @app.get("/scope/{rest:path}")
    def below(rest: str, request: Request): return [rest, request.scope["raw_path"].decode()]
    @app.get("/cookies")
    def cookies(response: Response):
        response.set_cookie("a", "1")
        response.set_cookie("b", "2", httponly=True, max_age=60)
    @app.get("/none", status_code=204)
    def none(): return None
    @app.get("/go")
    def go(): return RedirectResponse("/", 303)
    @app.get("/gone")
    def gone(): raise HTTPException(410, "gone", {"x-why": "moved"})
    @app.get("/boom")
    def boom(): return 1 / 0
    @app.post("/form")
    def form(name: str = Form()): return PlainTextResponse("Grüße, " + name)
    async def raw(scope, receive, send): raise ValueError("before")
    app.mount("/raw", raw)
    """)
FORM = {"content-type": "application/x-www-form-urlencoded"}
REQUESTS: list[tuple[str, str, dict[str, str], bytes | None]] = [
    ("GET", "/?q=5", {}, None),
    ("GET", "/?q=x", {}, None),
    ("HEAD", "/", {}, None),
    ("GET", "/missing", {}, None),
    ("PUT", "/", {}, None),
    ("GET", "/scope?a=1&a=2&b=%20", {}, None),
    ("GET", "/scope/a%20b/%C3%BC%2Fc", {}, None),
    ("GET", "/cookies", {}, None),
    ("GET", "/none", {}, None),
    ("GET", "/go", {}, None),
    ("GET", "/gone", {}, None),
    ("GET", "/boom", {}, None),
    ("GET", "/raw", {}, None),
    ("POST", "/form", FORM, b"name=Ada"),
    ("POST", "/form", FORM, b""),
    ("OPTIONS", "/", {"origin": "http://localhost:3000", "access-control-request-method": "GET"}, None),
    ("GET", "/", {"origin": "http://localhost:3000"}, None),
    ("GET", "/openapi.json", {}, None),
]


@pytest.fixture(scope="module")
def uvicorn_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("real")
    (folder / "main.py").write_text(APP)
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", "main:app", "--port", str(port), "--log-level", "critical"]
    with subprocess.Popen(command, cwd=folder) as server:
        _wait_for(port)
        yield port
        server.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("uvicorn did not start")


@pytest.mark.parametrize(("method", "path", "headers", "body"), REQUESTS)
def test_it_answers_as_uvicorn_does(
    worker: Worker, uvicorn_port: int, method: str, path: str, headers: dict[str, str], body: bytes | None
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", uvicorn_port, timeout=10)
    connection.request(method, path, body, {"host": "localhost:8000", **headers})
    real = connection.getresponse()
    expected = [
        (name.lower(), value) for name, value in real.getheaders() if name.lower() not in ("date", "connection")
    ]
    content = real.read()
    connection.close()
    assert worker.load({"main.py": APP}) == []
    length = [] if body is None else [("content-length", str(len(body)))]
    ours = worker.ask(method, path, body=body, headers=[*headers.items(), *length])
    got = [(name, value) for name, value in ours.headers if name not in ("date", "connection")]
    assert (ours.status, got) == (real.status, expected)
    if method != "HEAD":
        assert ours.body == content
