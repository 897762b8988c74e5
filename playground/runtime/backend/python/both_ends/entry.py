"""The functions that the worker calls before there is a Backend (boot.ts). What it passes as a structure is JSON."""

from __future__ import annotations

import gc
import json
import random
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from both_ends.patches import late_archive, module_code_once, native_modules

if TYPE_CHECKING:
    from both_ends.backend import Backend, Outside

# What an app of ours imports anyway, so that the wait for the learner's files is not idle.
FRAMEWORK = "fastapi"


class Tag(Protocol):
    """A Uint8Array of the worker."""

    def to_bytes(self) -> bytes: ...


def prepare(libraries: str) -> None:
    module_code_once.install()
    native_modules.install(json.loads(libraries))


def find_late(mount_all: Callable[[], None]) -> None:
    late_archive.install(_later_names(), mount_all)


def warm_up() -> None:
    """Before a snapshot: it then carries the imports and caches of a first request, and nothing of this worker."""
    import_framework()
    from both_ends import warm_up as warm
    from both_ends.patches import sync_loop

    import_module("both_ends.backend")
    import_module("pwdlib.hashers.argon2")
    sync_loop.run(warm.run_once())
    sys.modules.pop(warm.__name__)
    gc.collect()


def after_restore() -> None:
    """The snapshot carries one state of the random numbers; a process of its own would not."""
    random.seed()


def _later_names() -> frozenset[str]:
    import zipimport

    loader = __loader__  # type: ignore[name-defined]  # every module has one
    if not isinstance(loader, zipimport.zipimporter):
        return frozenset()
    return frozenset(loader.get_data(f"{loader.archive}/both_ends/later.txt").decode().split("\n"))


def use_argon2(compute: Callable[[bytes, bytes, str], Tag]) -> None:
    from both_ends import hash_password

    hash_password.compute = lambda password, salt, costs: compute(password, salt, json.dumps(costs)).to_bytes()


def import_framework() -> None:
    """The patches first: FastAPI binds `run_sync` when it is imported."""
    from both_ends.patches import run_inline, sync_portal

    run_inline.install()
    sync_portal.install()
    __import__(FRAMEWORK)


def start(outside: Outside, root: str, environment: str, time_limit: float) -> Backend:
    from both_ends.backend import Backend

    return Backend(outside, root, json.loads(environment), time_limit)
