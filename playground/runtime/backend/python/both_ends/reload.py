"""Imports the learner's app, and imports it again after an edit, as if the process were new."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import linecache
import sys
from collections.abc import Collection
from dataclasses import dataclass

from both_ends.asgi.lifespan import Lifespan
from both_ends.asgi.types import App
from both_ends.database.find_database import LearnerDatabase
from both_ends.process_state import ProcessState
from both_ends.traceback_filter import LearnerError, learner_error, plain_error
from both_ends.workspace import Workspace

# uvicorn's sentences (uvicorn/importer.py), for what has no traceback worth reading.
NO_MODULE = 'Error loading ASGI app. Could not import module "main".'
NO_APP = 'Error loading ASGI app. Attribute "app" not found in module "{module}".'
PATIENCE = 0.25
"""Seconds that requests under way get to finish before an edit cuts them off."""


@dataclass
class LoadedApp:
    app: App
    lifespan: Lifespan


class AppLoader:
    def __init__(self, workspace: Workspace, database: LearnerDatabase) -> None:
        self._workspace = workspace
        self._database = database
        self._loaded: LoadedApp | None = None
        self._process = ProcessState()

    def find_module(self) -> str | None:
        root = self._workspace.root
        if (root / "main.py").is_file():
            return "main"
        return "app.main" if (root / "app" / "main.py").is_file() else None

    async def load(self) -> LoadedApp | LearnerError:
        module = self.find_module()
        if module is None:
            return plain_error(NO_MODULE)
        try:
            imported = importlib.import_module(module)
            app = getattr(imported, "app", None)
            if app is None:
                return plain_error(NO_APP.format(module=module), self._workspace.shown(imported.__file__ or ""))
            lifespan = Lifespan(app)
            await lifespan.startup()
        except BaseException as error:
            return learner_error(error, self._workspace)
        self._loaded = LoadedApp(app, lifespan)
        return self._loaded

    async def unload(self, ours: Collection[asyncio.Task[None]]) -> None:
        """`ours` are tasks that outlive the app: requests that wait for it to be loaded again."""
        loaded, self._loaded = self._loaded, None
        if loaded is not None:
            # Their shutdown may fail: uvicorn logs that and goes on, and the code it came from is gone already.
            with contextlib.suppress(Exception):
                await loaded.lifespan.shutdown()
        await _cancel_tasks(ours)
        self._database.dispose()
        self._drop_modules()
        self._process.restore()
        _forget_models()

    def _drop_modules(self) -> None:
        """Only their folder is looked at again: reading the directory of the library's archive anew costs 20 ms."""
        for name, module in list(sys.modules.items()):
            file = getattr(module, "__file__", None) or next(iter(getattr(module, "__path__", ())), "")
            if self._workspace.holds(file):
                del sys.modules[name]
        for path, finder in list(sys.path_importer_cache.items()):
            if f"{path}/".startswith(f"{self._workspace.root}/"):
                del sys.path_importer_cache[path]
                del finder
        linecache.clearcache()


def _forget_models() -> None:
    """Two classes of one name would otherwise meet: "Table 'user' is already defined"."""
    sqlmodel = sys.modules.get("sqlmodel")
    if sqlmodel is not None:
        sqlmodel.SQLModel.metadata.clear()
        sqlmodel.SQLModel._sa_registry.dispose()


async def _cancel_tasks(ours: Collection[asyncio.Task[None]]) -> None:
    """What the old code started with `create_task`. Each gets a moment to clean up."""
    left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task() and task not in ours]
    for task in left:
        task.cancel()
    if left:
        await asyncio.wait(left, timeout=PATIENCE)
