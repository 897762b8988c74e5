"""The functions that the worker calls before there is a Backend (boot.ts). What it passes as a structure is JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from both_ends.patches import late_archive, native_modules

if TYPE_CHECKING:
    from both_ends.backend import Backend, Outside

# What an app of ours imports anyway, so that the wait for the learner's files is not idle.
FRAMEWORK = "fastapi"


class Tag(Protocol):
    """A Uint8Array of the worker."""

    def to_bytes(self) -> bytes: ...


def prepare(libraries: str, mount_all: Callable[[], None]) -> None:
    native_modules.install(json.loads(libraries))
    late_archive.install(_later_names(), mount_all)


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


def forget_outside() -> None:
    """Before a snapshot: nothing of this worker may be in it."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, late_archive.LateArchive)]
