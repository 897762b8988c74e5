from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.db import open_session
from app.main import app


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/people/999", 404, "not_found"),
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/api/people/0", 422, "invalid"),
        ("GET", "/api/people/99999999999", 422, "invalid"),
        ("PUT", "/api/people", 405, "method_not_allowed"),
    ],
)
def test_every_error_has_one_shape(client: TestClient, method: str, path: str, status: int, code: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "message", "fields"}
    assert answer.json()["code"] == code


def test_method_not_allowed_still_says_what_is_allowed(client: TestClient) -> None:
    assert client.put("/api/people").headers["Allow"]


@pytest.mark.parametrize("content", ['{"name": "s3cret", "email": "s3cret"}', '{"name": "s3cret', '["s3cret"]'])
def test_errors_do_not_repeat_the_input(client: TestClient, content: str) -> None:
    answer = client.post("/api/people", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "s3cret" not in answer.text


def test_a_crash_says_nothing_about_its_cause(client: TestClient) -> None:
    def broken() -> Iterator[None]:
        raise RuntimeError("postgresql://user:s3cret@host")
        yield

    app.dependency_overrides[open_session] = broken
    try:
        answer = client.get("/api/people")
    finally:
        app.dependency_overrides.clear()
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "s3cret" not in answer.text


def test_a_body_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.post("/api/people", content=b"x" * 70_000).status_code == 413
