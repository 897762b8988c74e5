"""What a new process would have afresh. uvicorn reloads by starting one; here the marks of the last load are wiped."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from pathlib import Path


class ProcessState:
    """Taken before the learner's code first runs, put back before it runs again."""

    def __init__(self) -> None:
        self._environment = dict(os.environ)
        self._path = list(sys.path)
        self._folder = Path.cwd()
        self._filters = list(warnings.filters)
        self._loggers = set(logging.root.manager.loggerDict)
        self._handlers = list(logging.root.handlers)
        self._level = logging.root.level

    def restore(self) -> None:
        os.environ.clear()
        os.environ.update(self._environment)
        sys.path[:] = self._path
        os.chdir(self._folder)
        warnings.resetwarnings()
        for kept in reversed(self._filters):
            warnings.filters.insert(0, kept)  # type: ignore[attr-defined]  # typed as a read-only sequence
        self._restore_logging()

    def _restore_logging(self) -> None:
        """Otherwise `logging.basicConfig` does nothing the second time, and added handlers print each line twice."""
        logging.root.handlers[:] = self._handlers
        logging.root.setLevel(self._level)
        known = logging.root.manager.loggerDict
        for name in set(known) - self._loggers:
            logger = known[name]
            if isinstance(logger, logging.Logger):
                logger.handlers.clear()
                logger.setLevel(logging.NOTSET)
                logger.propagate, logger.disabled = True, False
