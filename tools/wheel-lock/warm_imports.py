"""What the small archive must hold: all that apps like the two examples import, and what their first requests import.

Runs inside Pyodide at build time.
"""

from both_ends import entry

entry.import_framework()  # as the worker does: the patches come before FastAPI

from pathlib import Path

import argon2
import fastapi.openapi.docs
import fastapi.staticfiles
import jwt
import pwdlib.hashers.argon2

import both_ends.backend
from both_ends import warm_up
from both_ends.database.find_database import LearnerDatabase
from both_ends.database.sql_hops import SqlHops
from both_ends.workspace import Workspace


async def run() -> None:
    LearnerDatabase().watch()
    SqlHops(lambda _hop: None, lambda: 0.0, Workspace(Path.cwd())).watch()
    await warm_up.run_once()
