"""Holds the Argon2id computation that the worker brings, for argon2_low_level.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict


class Costs(TypedDict):
    """Memory in KiB, tag in bytes."""

    passes: int
    memorySize: int
    parallelism: int
    tagLength: int


Compute = Callable[[bytes, bytes, Costs], bytes]
"""(password, salt, costs) -> tag"""

compute: Compute | None = None
