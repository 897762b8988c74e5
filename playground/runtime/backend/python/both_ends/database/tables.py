"""All tables of the learner's database, for the data pane."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import TypedDict

from both_ends.database.find_database import LearnerDatabase
from both_ends.database.query import SqlRow

ROW_LIMIT = 200


class ColumnView(TypedDict):
    name: str
    type: str
    nullable: bool
    primaryKey: bool
    references: str | None


class TableView(TypedDict):
    """`TableView` of wire/message.ts."""

    name: str
    rowCount: int
    columns: list[ColumnView]
    rows: list[SqlRow]


def tables(database: LearnerDatabase) -> list[TableView]:
    """In the order they were made; empty before there is a database."""
    try:
        with database.connect() as connection:
            names = connection.execute(
                "select name from sqlite_master where type = 'table' and substr(name, 1, 7) != 'sqlite_' order by rowid"
            )
            return [_table(connection, name) for (name,) in names.fetchall()]
    except LookupError:
        return []


def _table(connection: sqlite3.Connection, name: str) -> TableView:
    quoted = '"' + name.replace('"', '""') + '"'
    (count,) = connection.execute(f"select count(*) from {quoted}").fetchone()  # a name, quoted  # noqa: S608
    return {
        "name": name,
        "rowCount": count,
        "columns": _columns(connection, quoted),
        "rows": connection.execute(f"select * from {quoted} limit ?", (ROW_LIMIT,)).fetchall(),  # noqa: S608
    }


def _columns(connection: sqlite3.Connection, quoted: str) -> list[ColumnView]:
    references: dict[str, str] = defaultdict(str)
    for _, _, table, column, target, *_ in connection.execute(f"pragma foreign_key_list({quoted})"):
        references[column] = f"{table}.{target}" if target else table
    return [
        {
            "name": name,
            "type": kind,
            "nullable": not (required or key),
            "primaryKey": bool(key),
            "references": references.get(name),
        }
        for _, name, kind, required, _, key in connection.execute(f"pragma table_info({quoted})")
    ]
