"""Adds both_ends to the base archive and cuts the small one out of it: what an app of ours imports at start.

Runs inside Pyodide, booted from the base archive, in two calls with an import between them.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import archive

LATER = "both_ends/later.txt"
"""A member that lists the modules that only the whole archive has (patches/late_archive.py)."""


def add_both_ends(base: str, source: str, target: str, scratch: str) -> None:
    content = _read(base)
    root = Path(source)
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root.parent).as_posix()
        content[name + "c"] = archive.compiled(name, path.read_bytes(), Path(scratch))
    low_level = (root / "argon2_low_level.py").read_bytes()
    content["argon2/low_level.pyc"] = archive.compiled("argon2/low_level.py", low_level, Path(scratch))
    archive.write_archive(target, content)


def cut_hot(whole: str, target: str) -> int:
    """After the imports: answers with the number of members."""
    content = _read(whole)
    hot = archive.imported_members(set(content))
    kept = {name: content[name] for name in hot}
    later = {_module(name) for name in set(content) - hot if name.endswith(".pyc")}
    kept[LATER] = "\n".join(sorted(later)).encode()
    archive.write_archive(target, kept)
    return len(kept)


def _read(path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _module(member: str) -> str:
    return member.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
