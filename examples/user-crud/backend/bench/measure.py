"""`npm run bench` runs this with a PostgreSQL server of its own in DATABASE_URL, and keeps what it prints."""

import asyncio
import json
import os
import platform
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from time import perf_counter
from typing import Any

import httpx2
from sqlmodel import create_engine, text

from app.config import settings

REQUESTS = 40
QUERY_SECONDS = 0.2
CLIENT_WAITS_SECONDS = 20
PACKAGES = ("fastapi", "starlette", "uvicorn", "sqlalchemy", "psycopg")
PERSON = {"name": "Ada", "email": "ada@example.com", "password": "correct horse battery"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def _serve(app: str) -> AsyncIterator[httpx2.AsyncClient]:
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), "--log-level", "critical"]
    env = os.environ | {"QUERY_SECONDS": str(QUERY_SECONDS), "CREATE_TABLES": "true"}
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: ASYNC220, S603
    limits = httpx2.Limits(max_connections=None)
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx2.AsyncClient(base_url=url, timeout=CLIENT_WAITS_SECONDS, limits=limits) as client:
            for _ in range(300):
                try:
                    await client.get("/openapi.json")
                    break
                except httpx2.TransportError:
                    await asyncio.sleep(0.1)
            yield client
    finally:
        # A stalled server does not end by asking.
        server.kill()
        server.wait()


async def _outcome(ask: Callable[[], Awaitable[httpx2.Response]]) -> str:
    try:
        return str((await ask()).status_code)
    except httpx2.TimeoutException:
        return "timeout"


async def measure_slow_query(path: str) -> dict[str, Any]:
    async with _serve("bench.slow_app:app") as client:
        start = perf_counter()
        asked = [asyncio.create_task(_outcome(lambda: client.get(path))) for _ in range(REQUESTS)]
        await asyncio.sleep(0.1)
        ping = perf_counter()
        answered_ping = await _outcome(lambda: client.get("/ping"))
        ping_seconds = perf_counter() - ping
        outcomes = Counter(await asyncio.gather(*asked))
        return {
            "outcomes": dict(outcomes),
            "seconds": round(perf_counter() - start, 2),
            "ping": {"outcome": answered_ping, "seconds": round(ping_seconds, 2)},
        }


async def measure_killed_connections() -> list[dict[str, Any]]:
    """Every connection is cut on the server's side, as a restart or a sleeping database does."""
    rounds = []
    admin = create_engine(settings.database_url)
    async with _serve("app.main:app") as client:
        await client.post("/api/users", json=PERSON)
        for _ in range(3):
            with admin.connect() as connection:
                connection.execute(
                    text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
                )
            start = perf_counter()
            outcomes = [await _outcome(lambda: client.get("/api/stats"))]
            first_ms = round((perf_counter() - start) * 1000)
            outcomes += [await _outcome(lambda: client.get("/api/stats")) for _ in range(9)]
            rounds.append({"outcomes": dict(Counter(outcomes)), "first_ms": first_ms})
    admin.dispose()
    return rounds


async def measure_race() -> dict[str, int]:
    async with _serve("app.main:app") as client:
        body = PERSON | {"email": "race@example.com"}
        asked = (_outcome(lambda: client.post("/api/users", json=body)) for _ in range(8))
        return dict(Counter(await asyncio.gather(*asked)))


def read_versions() -> dict[str, str]:
    database = create_engine(settings.database_url)
    with database.connect() as connection:
        postgresql: str = connection.execute(text("SHOW server_version")).scalar_one()
    database.dispose()
    packages = {name: version(name) for name in PACKAGES}
    return {"python": platform.python_version(), "postgresql": postgresql} | packages


async def main() -> None:
    # Three times each: where a server stalls, how many had their turn before is chance.
    slow = {
        path: [await measure_slow_query(f"/{path}") for _ in range(3)] for path in ("def", "async", "async-limited")
    }
    results = {
        "versions": read_versions(),
        "slow_query": {"requests": REQUESTS, "query_seconds": QUERY_SECONDS, "endpoints": slow},
        "killed_connections": await measure_killed_connections(),
        "eight_sign_ups_with_one_address": await measure_race(),
    }
    print(json.dumps(results))


if __name__ == "__main__":
    asyncio.run(main())
