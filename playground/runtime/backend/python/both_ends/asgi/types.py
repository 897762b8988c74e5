"""The ASGI callables, as Starlette types them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# uvicorn's. From 2.4 on Starlette would wait for `send` to raise OSError instead of listening for the disconnect.
VERSION = {"version": "3.0", "spec_version": "2.3"}
