"""Tables, migrations, and the demo people."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlmodel import Session, SQLModel, select

from app.db import create_database_engine, engine
from app.models import Note, User
from app.seed import DEMO_PASSWORD, seed_demo

from .migrations import alembic_config
from .people import Person, sign_in


def differences(used: Engine) -> list[object]:
    with used.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, SQLModel.metadata))


def test_the_migrations_make_the_tables_that_the_models_describe() -> None:
    assert differences(engine) == []


def test_down_one_and_up_again_loses_no_row(ada: Person) -> None:
    ada.write_note("Stays", "with its text")
    with engine.connect() as connection:
        command.downgrade(alembic_config(connection), "-1")
        connection.commit()
        assert connection.execute(text("SELECT title FROM notes")).scalar_one() == "Stays"
        command.upgrade(alembic_config(connection), "head")
        connection.commit()
    assert differences(engine) == []
    note = ada.ask("GET", "/api/notes").json()["items"][0]
    assert (note["title"], note["pinned"]) == ("Stays", False)


def test_from_nothing_to_the_last_and_back_on_a_file(tmp_path: Path) -> None:
    own = create_database_engine(f"sqlite:///{tmp_path}/own.db")
    with own.connect() as connection:
        config = alembic_config(connection)
        for _ in range(2):
            command.upgrade(config, "head")
            command.downgrade(config, "base")
        assert connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all() == [
            "alembic_version"
        ]
    own.dispose()


def test_every_constraint_has_a_name() -> None:
    for table in SQLModel.metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name


def test_the_database_itself_deletes_the_notes_of_a_person(session: Session, ada: Person) -> None:
    ada.write_note("Mine")
    session.connection().execute(text("DELETE FROM users"))
    session.commit()
    assert session.exec(select(Note)).all() == []


def test_demo_people_are_written_once_and_can_sign_in(session: Session, ada: Person) -> None:
    assert seed_demo(session) is False
    session.delete(session.get_one(User, ada.id))
    session.commit()
    assert seed_demo(session) is True
    answer = sign_in(ada.client, "ada@example.com", DEMO_PASSWORD)
    ada.token = answer.json()["access_token"]
    assert ada.ask("GET", "/api/users/me").json()["is_admin"] is True
    assert ada.ask("GET", "/api/notes").json()["total"] == 12
