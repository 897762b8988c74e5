"""Each test has the demo people in a database of its own, in memory."""

import os
from collections.abc import Iterator

os.environ["DATABASE_URL"] = "sqlite://"

import pytest  # noqa: E402  (the address must be set before the app reads it)
from fastapi.testclient import TestClient  # noqa: E402
from sqlmodel import SQLModel  # noqa: E402

from app.db import engine  # noqa: E402
from app.main import app  # noqa: E402


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
    SQLModel.metadata.drop_all(engine)


@pytest.fixture
def new_person() -> dict[str, str]:
    return {"name": "Uma Rao", "email": "uma.rao@example.com", "title": "Engineer", "team": "engineering"}
