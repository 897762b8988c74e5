"""Holds the Argon2id computation that the worker brings, for argon2_low_level.py."""

from __future__ import annotations

from collections.abc import Callable

Compute = Callable[[bytes, bytes, int, int, int, int], bytes]
"""(password, salt, passes, memory in KiB, lanes, tag length in bytes) -> tag"""

compute: Compute | None = None
