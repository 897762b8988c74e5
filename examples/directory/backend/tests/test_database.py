from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlmodel import Session, SQLModel, text

from app.config import Settings
from app.db import create_database_engine
from app.errors import FieldConflict
from app.models import Person, Team
from app.routers.people import _save
from app.seed import seed_demo_people


@pytest.fixture
def file_session(tmp_path: Path) -> Iterator[Session]:
    engine = create_database_engine(f"sqlite:///{tmp_path}/test.db")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_postgres_address_gets_its_driver(scheme: str) -> None:
    settings = Settings(database_url=f"{scheme}://user:pw@host/db")
    assert settings.database_url == "postgresql+psycopg://user:pw@host/db"


def test_a_wrong_setting_is_named_and_its_value_is_not() -> None:
    with pytest.raises(ValidationError) as caught:
        Settings(database_url="s3cret")
    assert "database_url" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_sqlite_enforces_foreign_keys(file_session: Session) -> None:
    assert file_session.exec(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_demo_people_are_written_once(file_session: Session) -> None:
    seed_demo_people(file_session)
    seed_demo_people(file_session)
    assert file_session.exec(text("SELECT count(*), count(DISTINCT email) FROM people")).one() == (23, 23)


def test_of_two_who_save_one_address_at_once_one_wins(file_session: Session) -> None:
    engine = file_session.get_bind()

    def save(number: int) -> bool:
        with Session(engine) as session:
            person = Person(name=f"N{number}", email="same@example.com", title="T", team=Team.DESIGN)
            try:
                _save(session, person)
            except FieldConflict:
                return False
            return True

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(save, range(8))) == [False] * 7 + [True]
