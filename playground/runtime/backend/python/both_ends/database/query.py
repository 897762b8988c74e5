"""One statement on the learner's database, reading or writing, for the data pane and the automation interface."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from typing import TypedDict

from both_ends.database.find_database import LearnerDatabase

SqlValue = str | int | float | bytes | None
SqlRow = Sequence[SqlValue]

ROW_LIMIT = 1000
TIME_LIMIT = 5.0
"""Seconds; an endless recursive query stays inside C, where the runaway guard cannot reach it."""


class QueryResult(TypedDict):
    """`QueryResult` of wire/message.ts."""

    columns: list[str]
    rows: list[SqlRow]
    truncated: bool


def query(database: LearnerDatabase, sql: str, parameters: SqlRow) -> QueryResult:
    """Commits what it wrote. Raises sqlite3.Error or LookupError with a sentence for the person who asked."""
    deadline = time.monotonic() + TIME_LIMIT
    with database.connect() as connection:
        connection.set_progress_handler(lambda: int(time.monotonic() > deadline), 10_000)
        try:
            cursor = connection.execute(sql, tuple(parameters))
            rows = cursor.fetchmany(ROW_LIMIT + 1)
            cursor.close()
            connection.commit()
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise sqlite3.OperationalError(f"stopped: the query ran for more than {TIME_LIMIT:g} s") from None
            raise
        finally:
            connection.set_progress_handler(None, 0)
    columns = [column[0] for column in cursor.description or ()]
    return {"columns": columns, "rows": rows[:ROW_LIMIT], "truncated": len(rows) > ROW_LIMIT}
