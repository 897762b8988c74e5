"""The security list, part two: what comes in and what goes out."""

import json
import logging
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from app.config import Settings
from app.db import open_session
from app.main import app
from app.models import User
from app.requests import JsonFormatter

from .people import PASSWORD, Person

JSON = {"Content-Type": "application/json"}
ORIGIN = "https://app.example.com"


@pytest.mark.parametrize(
    "extra",
    [{"is_admin": True}, {"id": "00000000-0000-0000-0000-000000000000"}, {"hashed_password": "x"}, {"s3cret": 1}],
)
def test_nobody_writes_what_is_not_theirs(client: TestClient, ada: Person, extra: dict[str, object]) -> None:
    new = {"name": "Eve", "email": "eve@example.com", "password": PASSWORD}
    for answer in (
        client.post("/api/users", json=new | extra),
        ada.ask("PATCH", "/api/users/me", json=extra),
        ada.ask("POST", "/api/notes", json={"title": "x", "owner_id": str(ada.id)} | extra),
    ):
        assert (answer.status_code, answer.json()["fields"]) == (422, {"body": "There is no such field."})


def test_no_answer_has_the_hash(session: Session, admin: Person) -> None:
    hashed = session.get_one(User, admin.id).hashed_password
    for path in ("/api/users/me", "/api/users", "/openapi.json"):
        text = admin.ask("GET", path).text
        assert hashed not in text
        assert "hashed_password" not in text


@pytest.mark.parametrize(
    "content", ['{"name": "s3cret", "email": "s3cret", "password": "s3cret"}', '{"name": "s3cret', '["s3cret"]', "s3"]
)
def test_errors_do_not_repeat_the_input(client: TestClient, content: str) -> None:
    answer = client.post("/api/users", content=content, headers=JSON)
    assert answer.status_code == 422
    assert set(answer.json()) == {"code", "message", "fields"}
    assert "s3" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/api/users/not-a-uuid/x", 404, "not_found"),
        ("PUT", "/api/notes", 405, "method_not_allowed"),
        ("GET", "/api/notes/not-a-uuid", 401, "not_signed_in"),
    ],
)
def test_every_error_has_one_shape(client: TestClient, method: str, path: str, status: int, code: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert set(answer.json()) == {"code", "message", "fields"}


def test_method_not_allowed_still_says_what_is_allowed(client: TestClient) -> None:
    assert client.put("/api/notes").headers["Allow"]


def break_the_database() -> Iterator[None]:
    raise RuntimeError("postgresql://user:s3cret@host")
    yield


def test_a_crash_says_nothing_about_its_cause_and_can_be_read_from_another_origin(client: TestClient) -> None:
    app.dependency_overrides[open_session] = break_the_database
    answer = client.get("/api/stats", headers={"Origin": ORIGIN})
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "s3cret" not in answer.text
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"{ORIGIN}.evil.example", "http://app.example.com"])
def test_an_origin_that_is_not_listed_gets_no_cors(client: TestClient, origin: str) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": "GET"}
    assert client.options("/api/stats", headers=asked).status_code == 400
    assert "access-control-allow-origin" not in client.get("/api/stats", headers={"Origin": origin}).headers


@pytest.mark.parametrize("path", ["/api/users/me", "/nothing"])
def test_a_listed_origin_can_read_refusals(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Origin": ORIGIN})
    assert answer.status_code in (401, 404)
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert "access-control-allow-credentials" not in answer.headers


def test_a_body_that_is_too_long_is_refused_announced_or_not(client: TestClient) -> None:
    def in_pieces() -> Iterator[bytes]:
        yield from [b"x" * 1000] * 70

    for content in (b"x" * 70_000, in_pieces()):
        assert client.post("/api/users", content=content, headers=JSON).status_code == 413


@pytest.mark.parametrize("given", ["a b", "x" * 65, "a;b", "<b>", "ä"])
def test_a_request_id_that_could_do_harm_is_replaced(client: TestClient, given: str) -> None:
    assert client.get("/health", headers={"X-Request-Id": "from-Next.1"}).headers["X-Request-Id"] == "from-Next.1"
    assert len(client.get("/health", headers={b"X-Request-Id": given.encode()}).headers["X-Request-Id"]) == 32


def test_the_log_has_a_line_for_each_request_and_nothing_that_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("app.requests")
    logger.addHandler(caplog.handler)
    try:
        with caplog.at_level(logging.INFO, logger="app.requests"):
            TestClient(app).post("/api/token?q=s3cret", data={"username": "s3cret@example.com", "password": "s3cret"})
    finally:
        logger.removeHandler(caplog.handler)
    line = json.loads(JsonFormatter().format(caplog.records[-1]))
    assert (line["method"], line["path"], line["status"]) == ("POST", "/api/token", 401)
    assert "s3cret" not in str(line)


def test_health_needs_no_database_and_ready_does(client: TestClient) -> None:
    assert client.get("/ready").json() == {"status": "ready"}

    class Away:
        def exec(self, _statement: object) -> None:
            raise OperationalError("s3cret", None, Exception("s3cret"))

    app.dependency_overrides[open_session] = Away
    assert client.get("/health").status_code == 200
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    assert "s3cret" not in answer.text


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_postgres_address_gets_its_driver(scheme: str) -> None:
    url = f"{scheme}://user:pw@ep-x-pooler.eu.aws.neon.tech/db?sslmode=require&channel_binding=require"
    assert Settings(database_url=url).database_url == f"postgresql+psycopg{url.removeprefix(scheme)}"


def test_a_wrong_setting_is_named_and_its_value_is_not() -> None:
    with pytest.raises(ValueError, match="jwt_secret") as caught:
        Settings(jwt_secret="s3cret", database_url="postgresql://user:s3cret@host/db")
    assert "s3cret" not in str(caught.value)
