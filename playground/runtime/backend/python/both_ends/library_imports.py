"""The libraries that the learner's app imports, imported before it: on a slow machine SQLAlchemy alone may take longer
than learner code may run in one turn, and nobody wrote an endless loop.

Follows the import statements from the app's module through the learner's files. It imports nothing of theirs.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path


def library_names(root: Path, module: str) -> list[str]:
    """Names as they are imported, in order; what is imported inside functions is left for then."""
    found: dict[str, None] = {}
    seen: set[Path] = set()
    _follow(root, module, seen, found)
    return [name for name in found if name not in sys.modules]


def import_library(name: str) -> None:
    """What fails here fails again where they import it, with their line in the traceback."""
    with contextlib.suppress(Exception):
        importlib.import_module(name)


def _follow(root: Path, module: str, seen: set[Path], found: dict[str, None]) -> None:
    file = _file_of(root, module)
    if file is None:
        if not _is_theirs(root, module):
            found.setdefault(module)
        return
    if file in seen:
        return
    seen.add(file)
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for name in _imported(file, package):
        _follow(root, name, seen, found)


def _file_of(root: Path, module: str) -> Path | None:
    base = root.joinpath(*module.split("."))
    candidates = (base.with_name(base.name + ".py"), base / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)


def _is_theirs(root: Path, module: str) -> bool:
    first = root / module.partition(".")[0]
    return first.is_dir() or first.with_name(first.name + ".py").is_file()


def _imported(file: Path, package: str) -> Iterator[str]:
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError):
        return  # said when the file is imported
    for node in _outside_functions(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            yield base
            for alias in node.names:
                if base.partition(".")[0] == package.partition(".")[0]:
                    yield f"{base}.{alias.name}"  # `from . import users` names a module


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _outside_functions(child)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if node.level == 0:
        return node.module or ""
    parts = package.split(".") if package else []
    base = parts[: len(parts) - (node.level - 1)] if node.level > 1 else parts
    return ".".join([*base, *([node.module] if node.module else [])])
