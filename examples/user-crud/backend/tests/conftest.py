"""Every test has empty tables, made by the migrations. TEST_DATABASE_URL names another database than SQLite's memory;
its tables are dropped."""

import os
from collections.abc import Callable, Iterator

os.environ |= {
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", "sqlite://"),
    "JWT_SECRET": "a secret that is for the tests only, and long",
    # As cheap as Argon2 goes: these tests are about everything else.
    "ARGON2_MEMORY_KIB": "8",
    "ARGON2_TIME_COST": "1",
    "CREATE_TABLES": "false",
    "SEED_DEMO": "false",
    "CORS_ORIGINS": '["https://app.example.com"]',
}

import pytest
from alembic import command
from fastapi.testclient import TestClient
from sqlmodel import Session, delete

from app.accounts import attempts
from app.db import engine
from app.main import app
from app.models import Note, User
from tests.migrations import alembic_config
from tests.people import Person, sign_up


@pytest.fixture(scope="session", autouse=True)
def tables() -> Iterator[None]:
    with engine.connect() as connection:
        command.upgrade(alembic_config(connection), "head")
        connection.commit()
    yield
    with engine.connect() as connection:
        command.downgrade(alembic_config(connection), "base")
        connection.commit()
    engine.dispose()


@pytest.fixture(autouse=True)
def empty_tables() -> Iterator[None]:
    yield
    attempts.clear()
    app.dependency_overrides.clear()
    with Session(engine) as session:
        session.exec(delete(Note))
        session.exec(delete(User))
        session.commit()


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


@pytest.fixture
def client() -> TestClient:
    # Not as a context: the end of the lifespan closes the engine, and with it the database in memory.
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def join(client: TestClient) -> Callable[[str], Person]:
    return lambda name: sign_up(client, name)


@pytest.fixture
def ada(join: Callable[[str], Person]) -> Person:
    return join("Ada")


@pytest.fixture
def ben(join: Callable[[str], Person]) -> Person:
    return join("Ben")


@pytest.fixture
def admin(join: Callable[[str], Person], session: Session) -> Person:
    person = join("Root")
    user = session.get_one(User, person.id)
    user.is_admin = True
    session.commit()
    return person
