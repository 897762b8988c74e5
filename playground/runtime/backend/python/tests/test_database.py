import sqlite3
from pathlib import Path
from textwrap import dedent

import pytest

from both_ends.database import query as query_module
from worker_double import Worker

PEOPLE = dedent("""
    import os
    from contextlib import asynccontextmanager
    from fastapi import FastAPI
    from sqlmodel import Field, Relationship, Session, SQLModel, create_engine, select
    engine = create_engine(os.environ["DATABASE_URL"])
    class Team(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        people: list["Person"] = Relationship(back_populates="team")
    class Person(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        name: str
        team_id: int | None = Field(default=None, foreign_key="team.id")
        team: Team | None = Relationship(back_populates="people")
    @asynccontextmanager
    async def lifespan(app):
        SQLModel.metadata.create_all(engine)
        yield
    app = FastAPI(lifespan=lifespan)
    @app.post("/people")
    def create(person: Person) -> Person:
        with Session(engine) as session:
            session.add(person)
            session.commit()
            session.refresh(person)
            return person
    @app.get("/people")
    def people() -> list[Person]:
        with Session(engine) as session:
            return list(session.exec(select(Person)).all())
    @app.get("/bad")
    def bad():
        with Session(engine) as session:
            session.connection().exec_driver_sql("select * from nowhere")
    """)
PARENT = "00-" + "a" * 32 + "-" + "b" * 16 + "-01"
ADA = b'{"name":"Ada"}'
JSON = [("content-type", "application/json")]


@pytest.fixture
def people(worker: Worker) -> Worker:
    assert worker.load({"main.py": PEOPLE}) == []
    worker.hops.clear()
    return worker


def test_rows_and_models_survive_an_edit(people: Worker) -> None:
    people.ask("POST", "/people", body=ADA, headers=JSON)
    assert people.write({"main.py": PEOPLE + "# edited\n"}) == []
    assert len(people.get("/people").json()) == 1  # type: ignore[arg-type]


def test_a_reset_database_is_empty(people: Worker) -> None:
    people.ask("POST", "/people", body=ADA, headers=JSON)
    assert people.reset_database() == []
    assert people.get("/people").json() == []


def test_another_workspace_brings_another_database(people: Worker) -> None:
    people.ask("POST", "/people", body=ADA, headers=JSON)
    people.load({"main.py": PEOPLE})
    assert people.get("/people").json() == []


def test_a_database_of_another_engine_is_carried_into_the_next_load_and_no_further(
    people: Worker, tmp_path: Path
) -> None:
    people.ask("POST", "/people", body=ADA, headers=JSON)
    path = people.backend.database_path()
    assert path is not None
    carried = tmp_path / "carried.sqlite"
    carried.write_bytes(Path(path).read_bytes())
    people.backend.carry_database(str(carried))
    people.load({"main.py": PEOPLE})
    assert people.backend.query("select name from person", []) == {
        "columns": ["name"],
        "rows": [("Ada",)],
        "truncated": False,
    }
    people.load({"main.py": PEOPLE})
    assert people.get("/people").json() == []


def test_a_query_reads_and_writes(people: Worker) -> None:
    people.backend.query("insert into person (name) values (?)", ["Grace"])
    assert people.backend.query("select name from person", []) == {
        "columns": ["name"],
        "rows": [("Grace",)],
        "truncated": False,
    }
    assert people.get("/people").json() == [{"id": 1, "name": "Grace", "team_id": None}]


def test_a_long_result_is_cut_and_says_so(people: Worker) -> None:
    numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1001) select i from n"
    result = people.backend.query(numbers, [])
    assert not isinstance(result, str)
    assert (len(result["rows"]), result["truncated"]) == (1000, True)


@pytest.mark.parametrize(("sql", "reason"), [("select", "incomplete input"), ("select 1; select 2", "one statement")])
def test_a_query_that_is_wrong_gives_sqlites_reason(people: Worker, sql: str, reason: str) -> None:
    assert reason in str(people.backend.query(sql, []))


def test_an_endless_query_is_stopped(people: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_module, "TIME_LIMIT", 0.05)
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    assert "stopped" in str(people.backend.query(endless, []))


def test_tables_say_their_columns_keys_and_rows(people: Worker) -> None:
    people.ask("POST", "/people", body=ADA, headers=JSON)
    team, person = people.backend.tables()
    assert (team["name"], person["name"], person["rowCount"]) == ("team", "person", 1)
    key = {column["name"]: column for column in person["columns"]}["team_id"]
    assert (key["references"], key["nullable"], key["primaryKey"]) == ("team.id", True, False)
    assert person["rows"] == [(1, "Ada", None)]


def test_before_there_is_a_database_there_are_no_tables(worker: Worker) -> None:
    assert worker.backend.tables() == []


def test_a_database_in_memory_is_read_through_its_engine(worker: Worker) -> None:
    in_memory = "import sqlmodel.pool\nengine = create_engine('sqlite://', poolclass=sqlmodel.pool.StaticPool)"
    main = PEOPLE.replace('engine = create_engine(os.environ["DATABASE_URL"])', in_memory)
    assert worker.load({"main.py": main}) == []
    worker.ask("POST", "/people", body=ADA, headers=JSON)
    assert [table["name"] for table in worker.backend.tables()] == ["team", "person"]


def test_each_statement_names_its_request(people: Worker) -> None:
    people.ask("POST", "/people", body=ADA, headers=[*JSON, ("traceparent", PARENT)])
    texts = [hop["db.query.text"].split()[0] for hop in people.hops]
    assert texts == ["INSERT", "COMMIT", "SELECT"]
    assert {hop["parent"] for hop in people.hops} == {PARENT}
    assert all((hop["endTime"] or 0) >= hop["startTime"] for hop in people.hops)


def test_each_statement_names_the_line_that_sent_it(people: Worker) -> None:
    people.ask("POST", "/people", body=ADA, headers=JSON)
    line = {text.strip(): number for number, text in enumerate(PEOPLE.splitlines(), 1)}
    commit, refresh = line["session.commit()"], line["session.refresh(person)"]
    places = [hop["code"] for hop in people.hops]
    assert places == [{"file": "backend/main.py", "line": at, "column": 1} for at in (commit, commit, refresh)]


def test_rows_read_are_counted(people: Worker) -> None:
    for _ in range(3):
        people.ask("POST", "/people", body=ADA, headers=JSON)
    people.hops.clear()
    people.get("/people")
    assert [hop["db.response.returned_rows"] for hop in people.hops] == [3]


def test_hops_come_before_the_head_of_the_answer(people: Worker) -> None:
    people.get("/people")
    assert len(people.hops) == 1


def test_a_statement_that_fails_keeps_the_databases_words(people: Worker) -> None:
    people.get("/bad")
    assert people.hops[-1]["error.message"] == "OperationalError: no such table: nowhere"


def test_parameters_are_plain_values(people: Worker) -> None:
    people.ask("POST", "/people", body=ADA, headers=JSON)
    assert people.hops[0]["db.query.parameters"] == ["Ada", None]


def test_a_locked_database_does_not_hold_the_worker_for_long(people: Worker) -> None:
    path = people.backend.query("pragma database_list", [])
    assert not isinstance(path, str)
    other = sqlite3.connect(str(path["rows"][0][2]))
    other.execute("begin exclusive")
    assert people.backend.query("select * from person", []) == "database is locked"
    other.close()
