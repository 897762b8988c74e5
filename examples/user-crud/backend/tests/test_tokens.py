"""The security list, part one: who is asking."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import jwt
import pytest
from fastapi.testclient import TestClient

from app import security
from app.config import settings

from .people import PASSWORD, Person, sign_in

SECRET = settings.jwt_secret.get_secret_value()


def claims_of(person: Person) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(person.token, options={"verify_signature": False})
    return claims


def ask_with(client: TestClient, authorization: str) -> int:
    answer = client.get("/api/users/me", headers={b"Authorization": authorization.encode("latin-1")})
    if answer.status_code == 401:
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.json() == {"code": "not_signed_in", "message": "Please sign in.", "fields": {}}
    return answer.status_code


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Bearer undefined", "Bearer ..", "Bearer a.b.c", "Basic YTpi", "Bearer ÿ"],
)
def test_what_is_no_token_is_refused(client: TestClient, authorization: str) -> None:
    assert ask_with(client, authorization) == 401


@pytest.mark.parametrize(
    "change",
    [
        {"exp": datetime.now(UTC) - timedelta(seconds=1)},
        {"exp": None},
        {"iat": datetime.now(UTC) + timedelta(hours=1)},
        {"iat": None},
        {"aud": "another"},
        {"aud": ["user-crud-api"]},
        {"aud": None},
        {"iss": "another"},
        {"iss": None},
        {"sub": str(uuid4())},
        {"sub": "not-a-uuid"},
        {"sub": None},
        {"ver": 1},
        {"ver": "x"},
        {"ver": None},
    ],
    ids=str,
)
def test_a_claim_that_is_wrong_or_missing_is_refused(
    client: TestClient, ada: Person, change: dict[str, object]
) -> None:
    claims = {name: value for name, value in (claims_of(ada) | change).items() if value is not None}
    assert ask_with(client, f"Bearer {jwt.encode(claims, SECRET, algorithm='HS256')}") == 401


def forge_none(claims: dict[str, Any]) -> str:
    return jwt.encode(claims, "", algorithm="none")


def forge_other_algorithm(claims: dict[str, Any]) -> str:
    return jwt.encode(claims, SECRET * 2, algorithm="HS512")


def forge_other_key(claims: dict[str, Any]) -> str:
    return jwt.encode(claims, "x" * 40, algorithm="HS256")


@pytest.mark.parametrize("forge", [forge_none, forge_other_algorithm, forge_other_key])
def test_a_forged_signature_is_refused(client: TestClient, ada: Person, forge: Callable[[dict[str, Any]], str]) -> None:
    assert ask_with(client, f"Bearer {forge(claims_of(ada))}") == 401


def test_a_right_token_is_taken_and_holds_no_more_than_it_must(client: TestClient, ada: Person) -> None:
    assert ask_with(client, f"Bearer {ada.token}") == 200
    assert set(claims_of(ada)) == {"sub", "ver", "iat", "exp", "iss", "aud"}


def test_the_sixth_try_waits_even_with_the_right_password(client: TestClient, ada: Person) -> None:
    for _ in range(5):
        assert sign_in(client, ada.email, "wrong").status_code == 401
    answer = sign_in(client, "ADA@example.com ", PASSWORD)
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_attempts")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60


def test_the_right_password_in_time_forgets_the_wrong_ones(client: TestClient, ada: Person) -> None:
    for _ in range(3):
        for _ in range(4):
            sign_in(client, ada.email, "wrong")
        assert sign_in(client, ada.email).status_code == 200


def test_the_password_cannot_be_guessed_from_inside_either(ada: Person) -> None:
    for _ in range(5):
        assert ada.ask("POST", "/api/users/me/delete", json={"password": "wrong"}).status_code == 400
    assert ada.ask("POST", "/api/users/me/delete", json={"password": PASSWORD}).status_code == 429


def test_a_known_and_an_unknown_address_get_one_answer(client: TestClient, ada: Person) -> None:
    known, unknown = sign_in(client, ada.email, "wrong"), sign_in(client, "nobody@example.com", "wrong")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    assert known.status_code == 401


def test_an_unknown_address_costs_a_hash_as_well(
    client: TestClient, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Counted, not measured: on a busy machine the difference drowns.
    checks: list[str] = []
    verify = security._passwords.verify

    def count(password: str, hashed: str) -> bool:
        checks.append(hashed)
        return verify(password, hashed)

    monkeypatch.setattr(security._passwords, "verify", count)
    for email in (ada.email, "nobody@example.com", "no address\n", "x"):
        sign_in(client, email, "wrong")
    assert len(checks) == 4


@pytest.mark.parametrize("form", [{}, {"username": "a"}, {"username": "a", "password": "b", "grant_type": "x"}])
def test_an_incomplete_form_is_refused(client: TestClient, form: dict[str, str]) -> None:
    assert client.post("/api/token", data=form).status_code == 422


def test_the_answer_with_a_token_is_kept_by_nobody(client: TestClient, ada: Person) -> None:
    answer = sign_in(client, ada.email)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json() | {"access_token": ""} == {"access_token": "", "token_type": "bearer", "expires_in": 1800}
