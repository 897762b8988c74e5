"""A request's head as the ASGI scope that uvicorn would make of it."""

from __future__ import annotations

from typing import TypedDict
from urllib.parse import unquote

from both_ends.asgi.types import VERSION, Scope


class RequestHead(TypedDict):
    """What the worker sends: the address in parts, header names and values in order."""

    method: str
    scheme: str
    host: str
    port: int
    path: str
    query: str
    headers: list[tuple[str, str]]


def build_scope(head: RequestHead, state: dict[str, object]) -> Scope:
    """`state` is the lifespan's: each request gets a copy of its own (ASGI, "Lifespan State")."""
    return {
        "type": "http",
        "asgi": VERSION,
        "http_version": "1.1",
        "method": head["method"],
        "scheme": head["scheme"],
        "path": unquote(head["path"]),
        "raw_path": head["path"].encode("ascii"),
        "query_string": head["query"].encode("ascii"),
        "root_path": "",
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in head["headers"]],
        "client": ("127.0.0.1", 50000),
        "server": (head["host"], head["port"]),
        "state": dict(state),
    }


def header(head: RequestHead, name: str) -> str | None:
    return next((value for key, value in head["headers"] if key.lower() == name), None)
