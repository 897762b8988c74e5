"""The learner's backend folder: what the site calls `backend/`. It knows paths and nothing of what the files mean."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

SHOWN = "backend"


class Workspace:
    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def write(self, changes: Mapping[str, str | bytes | None]) -> None:
        """Paths below `backend/`; None removes. A file may take the place of a folder, and the other way round."""
        for name, content in changes.items():
            target = self._path(name)
            if content is None:
                self._remove(target)
                continue
            self._make_room(target)
            data = content.encode() if isinstance(content, str) else bytes(content)  # or a view
            target.write_bytes(data)

    def replace(self, files: Mapping[str, str | bytes]) -> None:
        for entry in self.root.iterdir():
            _remove_entry(entry)
        self.write(files)

    def holds(self, filename: str) -> bool:
        return filename.startswith(f"{self.root}/")

    def shown(self, filename: str) -> str:
        """`…/main.py` as people know it: `backend/main.py`."""
        return self.in_text(filename)

    def in_text(self, text: str) -> str:
        return text.replace(f"{self.root}/", f"{SHOWN}/")

    def mentions(self, *words: str) -> bool:
        """Whether any Python file holds one of these words: a cheap stand-in for asking what it imports."""
        return any(word in source for source in self._sources() for word in words)

    def _sources(self) -> list[str]:
        return [path.read_text("utf-8", errors="replace") for path in self.root.rglob("*.py")]

    def _path(self, name: str) -> Path:
        target = self.root / name
        if not name or ".." in target.parts or not self.holds(str(target)):
            raise ValueError(f"Not a path inside backend/: {name!r}")
        return target

    def _make_room(self, target: Path) -> None:
        if target.is_dir():
            shutil.rmtree(target)
        for parent in target.relative_to(self.root).parents:
            if (self.root / parent).is_file():
                (self.root / parent).unlink()
        target.parent.mkdir(parents=True, exist_ok=True)

    def _remove(self, target: Path) -> None:
        """Empty folders go too: Python would import one as a namespace package."""
        _remove_entry(target)
        parent = target.parent
        while parent != self.root and parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent


def _remove_entry(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
