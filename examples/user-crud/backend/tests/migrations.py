"""Alembic over a connection of the test's own."""

from pathlib import Path

from alembic.config import Config
from sqlalchemy import Connection


def alembic_config(connection: Connection) -> Config:
    config = Config(Path(__file__).parent.parent / "alembic.ini")
    config.attributes["connection"] = connection
    return config
