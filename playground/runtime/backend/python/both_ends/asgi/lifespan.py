"""One start-up and one shutdown of the app for each load, as uvicorn runs them (ASGI, "Lifespan Protocol")."""

from __future__ import annotations

import asyncio

from both_ends.asgi.types import VERSION, App, Message

STARTUP, SHUTDOWN = "lifespan.startup", "lifespan.shutdown"


class Lifespan:
    def __init__(self, app: App) -> None:
        self.state: dict[str, object] = {}
        self._app = app
        self._inbox: asyncio.Queue[Message] = asyncio.Queue()
        self._answered = asyncio.Event()
        self._failed: str | None = None
        self.task: asyncio.Task[None] | None = None

    async def startup(self) -> None:
        """Raises what the learner's code raised. An app without lifespan support counts as started."""
        self.task = asyncio.get_running_loop().create_task(self._run())
        await self._tell(STARTUP)
        if self._failed is not None:
            await self.task  # the error itself, better than the text of it in the message
            raise RuntimeError(self._failed or "Application startup failed. Exiting.")

    async def shutdown(self) -> None:
        """Raises what the learner's code raised."""
        if self.task is None or self.task.done():
            return
        await self._tell(SHUTDOWN)
        await self.task

    async def _tell(self, event: str) -> None:
        self._answered.clear()
        self._inbox.put_nowait({"type": event})
        await self._answered.wait()

    async def _run(self) -> None:
        scope: Message = {"type": "lifespan", "asgi": VERSION, "state": self.state}
        try:
            await self._app(scope, self._inbox.get, self._send)
        except Exception:
            # Raised before any answer: the app does not know lifespans, which uvicorn's "auto" takes for granted.
            if self._failed is not None or self._answered.is_set():
                raise
        finally:
            self._answered.set()

    async def _send(self, message: Message) -> None:
        if message["type"].endswith(".failed"):
            self._failed = message.get("message", "")
        self._answered.set()
