"""Reads each module of the archive once: zipimport unmarshals it to learn its file name, and again to run it.

That is a tenth of what the start of an app takes here.
"""

from __future__ import annotations

import zipimport
from collections.abc import Callable
from types import CodeType

Found = tuple[CodeType, bool, str]
"""The code, whether it is a package, the path of its file."""

# Private, and the only place for it.
read_module: Callable[[zipimport.zipimporter, str], Found] = zipimport._get_module_code  # type: ignore[attr-defined]


class LastModule:
    """Holds one module between the two questions; whoever asks a third time has it read anew."""

    def __init__(self) -> None:
        self._asked: tuple[zipimport.zipimporter, str] | None = None
        self._found: Found | None = None

    def read(self, importer: zipimport.zipimporter, name: str) -> Found:
        if self._found is not None and self._asked == (importer, name):
            found, self._asked, self._found = self._found, None, None
            return found
        found = read_module(importer, name)
        self._asked, self._found = (importer, name), found
        return found


def install() -> None:
    zipimport._get_module_code = LastModule().read  # type: ignore[attr-defined]
