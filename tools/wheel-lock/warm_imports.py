"""What the small archive must hold: all that apps like the two examples import, and what their first requests import.

Runs inside Pyodide at build time. fastapi must come after the inline patch, as in the worker.
"""

from both_ends.patches import run_inline

run_inline.install()

import argon2
import fastapi.openapi.docs
import fastapi.staticfiles
import jwt
import pwdlib.hashers.argon2

import both_ends.backend
import both_ends.patches.sync_portal
from both_ends import warm_up


async def run() -> None:
    from both_ends.database.find_database import LearnerDatabase
    from both_ends.database.sql_hops import SqlHops

    LearnerDatabase().watch()
    SqlHops(lambda _hop: None, lambda: 0.0).watch()
    await warm_up.run_once()
