"""Shared libraries, which cannot be loaded out of a zip: found by name, in a folder of their own."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType


class NativeModules(importlib.abc.MetaPathFinder):
    def __init__(self, paths: Mapping[str, str]) -> None:
        self._paths = paths

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        file = self._paths.get(fullname)
        if file is None:
            return None
        loader = importlib.machinery.ExtensionFileLoader(fullname, file)
        return importlib.util.spec_from_file_location(fullname, file, loader=loader)


def install(paths: Mapping[str, str]) -> None:
    """`paths` names a module's file: `{"pydantic_core._pydantic_core": "/lib/native/…so"}`."""
    sys.meta_path.insert(0, NativeModules(paths))
