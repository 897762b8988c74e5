"""Listeners on every engine there is or will be. One of each kind: a newer one takes the place of the older."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_listeners: dict[tuple[str, str], Callable[..., Any]] = {}


def listen(name: str, listener: Callable[..., Any]) -> None:
    """`name` is an event of SQLAlchemy's ConnectionEvents. Imports SQLAlchemy."""
    from sqlalchemy import Engine, event

    key = (name, listener.__qualname__)
    if key in _listeners:
        event.remove(Engine, name, _listeners[key])
    event.listen(Engine, name, listener)
    _listeners[key] = listener
