"""One HTTP request through the learner's app. The other end of `Reply` is asgi-request.ts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from email.utils import formatdate
from typing import Protocol

from both_ends.asgi.types import App, Message, Scope

# What uvicorn sends for an app that raised before its answer began.
INTERNAL_ERROR = [("content-type", "text/plain; charset=utf-8"), ("content-length", "21"), ("connection", "close")]


class Chunk(Protocol):
    """A Uint8Array of the worker."""

    def to_bytes(self) -> bytes: ...


class Reply(Protocol):
    def head(self, status: int, headers: str) -> None:
        """Header pairs as JSON."""

    def chunk(self, data: bytes) -> bool:
        """False when the reader is behind: wait for `resume`."""

    def end(self) -> None: ...

    def fail(self, message: str) -> None:
        """The answer breaks off after its head."""

    def pull(self) -> None:
        """One more chunk of the request's body is wanted."""


class AsgiRequest:
    def __init__(self, scope: Scope, reply: Reply, has_body: bool, before_head: Callable[[], None]) -> None:
        self.scope = scope
        self._reply = reply
        self._before_head = before_head
        self._inbox: asyncio.Queue[Message] = asyncio.Queue()
        self._body_done = False
        self._pulled = False
        self._gone = asyncio.Event()  # the asker went away, or the answer is complete
        self._flowing = asyncio.Event()
        self._flowing.set()
        self.running = False
        self.answering = False  # the head was sent
        self._ended = False
        if not has_body:
            self.feed(b"", more=False)

    def feed(self, chunk: bytes | Chunk, more: bool) -> None:
        self._pulled = False
        body = chunk if isinstance(chunk, bytes) else chunk.to_bytes()
        self._inbox.put_nowait({"type": "http.request", "body": body, "more_body": more})

    def resume(self) -> None:
        self._flowing.set()

    def disconnect(self) -> None:
        self._gone.set()
        self._flowing.set()

    async def run(self, app: App) -> BaseException | None:
        """Never raises: answers with what the app raised, after a 500 or a broken-off answer was sent."""
        error: BaseException | None = None
        self.running = True
        try:
            await app(self.scope, self._receive, self._send)
            if not self._ended and not self._gone.is_set():
                kind = "completing" if self.answering else "starting"
                error = RuntimeError(f"ASGI callable returned without {kind} response.")
        except asyncio.CancelledError:
            error = None  # by us: the asker went away, or the app is loaded again
        except BaseException as raised:
            error = raised
        self.running = False
        self._finish(error)
        return error

    def _finish(self, error: BaseException | None) -> None:
        if self._ended:
            return
        self._ended = True
        if self.answering:
            self._reply.fail("The app stopped in the middle of its answer.")
            return
        self._before_head()
        if error is None:
            self._reply.fail("The app was loaded again before it answered.")
            return
        self._reply.head(500, json.dumps(server_headers() + INTERNAL_ERROR))
        self._reply.chunk(b"Internal Server Error")
        self._reply.end()

    async def _receive(self) -> Message:
        if self._body_done or self._gone.is_set():
            await self._gone.wait()
            return {"type": "http.disconnect"}
        # `Request.is_disconnected()` cancels its wait at once, so what is at hand must come without one.
        message = self._inbox.get_nowait() if not self._inbox.empty() else await self._next_message()
        self._body_done = message["type"] == "http.request" and not message["more_body"]
        return message

    async def _next_message(self) -> Message:
        if not self._pulled:
            self._pulled = True
            self._reply.pull()
        get = asyncio.ensure_future(self._inbox.get())
        gone = asyncio.ensure_future(self._gone.wait())
        try:
            await asyncio.wait({get, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            if not get.done():
                get.cancel()
        return get.result() if get.done() and not get.cancelled() else {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if self._gone.is_set():
            return  # nobody reads: uvicorn drops it too
        if message["type"] == "http.response.start":
            self.answering = True
            self._before_head()
            pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in message.get("headers", ())]
            self._reply.head(message["status"], json.dumps(server_headers() + pairs))
        elif message["type"] == "http.response.body":
            await self._send_body(bytes(message.get("body", b"")), message.get("more_body", False))

    async def _send_body(self, body: bytes, more: bool) -> None:
        flowing = self._reply.chunk(body) if body else True
        if not more:
            self._ended = True
            self._reply.end()
            self._gone.set()
        elif not flowing:
            self._flowing.clear()
            await self._flowing.wait()


def server_headers() -> list[tuple[str, str]]:
    """The two that uvicorn puts before the app's own."""
    return [("date", formatdate(usegmt=True)), ("server", "uvicorn")]
