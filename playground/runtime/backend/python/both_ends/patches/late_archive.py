"""Modules that did not ship in the first archive: found in the second one, which is fetched when somebody asks.

It stands last in sys.meta_path and knows the names it can bring, so a truly missing module stays a plain
ModuleNotFoundError. It fetches nothing itself: `mount` puts the whole archive in the place of the first.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable, Sequence
from types import ModuleType


class LateArchive(importlib.abc.MetaPathFinder):
    def __init__(self, names: frozenset[str], mount: Callable[[], None]) -> None:
        self._names = names
        self._mount = mount
        self._mounted = False

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if self._mounted or fullname not in self._names:
            return None
        self._mount()
        self._mounted = True
        importlib.invalidate_caches()
        return importlib.machinery.PathFinder.find_spec(fullname, path, target)


def install(names: frozenset[str], mount: Callable[[], None]) -> None:
    sys.meta_path.append(LateArchive(names, mount))
