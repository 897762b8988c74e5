"""Every test has empty tables, made by the migrations, in a new SQLite file. TEST_DATABASE_URL names another database;
its tables are dropped."""

import os
import tempfile
from collections.abc import Callable, Iterator

FOLDER = tempfile.TemporaryDirectory(prefix="user-crud-")
os.environ |= {
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", f"sqlite:///{FOLDER.name}/test.db"),
    "JWT_SECRET": "a secret that is for the tests only, and long",
    # As cheap as Argon2 goes: these tests are about everything else.
    "ARGON2_MEMORY_KIB": "8",
    "ARGON2_TIME_COST": "1",
    "CREATE_TABLES": "false",
    "SEED_DEMO": "false",
    "CORS_ORIGINS": '["https://app.example.com"]',
}

import pytest  # noqa: E402  (the settings must be there before the app reads them)
from alembic import command  # noqa: E402
from fastapi.testclient import TestClient  # noqa: E402
from sqlmodel import Session, delete  # noqa: E402

from app.accounts import attempts  # noqa: E402
from app.db import engine  # noqa: E402
from app.main import app  # noqa: E402
from app.models import Note, User  # noqa: E402
from tests.migrations import alembic_config  # noqa: E402
from tests.people import Person, sign_up  # noqa: E402


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
