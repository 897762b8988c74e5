"""The answer to a request while the learner's app cannot be loaded: readable, for people and for programs."""

from __future__ import annotations

import html
import json
from typing import NamedTuple

from both_ends.asgi.scope import RequestHead, header
from both_ends.traceback_filter import LearnerError

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>503 FastAPI could not load</title>
<style>body{{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:60rem}}pre{{overflow:auto}}</style></head>
<body><h1>{title}</h1><p>{message}</p><pre>{detail}</pre><p>Mend it and the next request is answered.</p></body></html>
"""


class Answer(NamedTuple):
    status: int
    headers: list[tuple[str, str]]
    body: bytes


def unavailable(error: LearnerError, head: RequestHead) -> Answer:
    """503, as HTML for somebody who asks for HTML and as FastAPI's own error shape for everybody else."""
    file = error["place"]["file"] if error["place"] else "backend/main.py"
    title = f"FastAPI could not load {file}"
    detail = error["stack"] or error["codeFrame"] or ""
    if "text/html" in (header(head, "accept") or ""):
        page = PAGE.format(title=html.escape(title), message=html.escape(error["message"]), detail=html.escape(detail))
        return _answer("text/html; charset=utf-8", page)
    content = {"detail": f"{title}: {error['message']}", "traceback": detail}
    return _answer("application/json", json.dumps(content))


def _answer(content_type: str, text: str) -> Answer:
    body = text.encode()
    headers = [("content-type", content_type), ("content-length", str(len(body))), ("cache-control", "no-store")]
    return Answer(503, headers, body)
