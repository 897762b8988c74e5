from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.accounts import save_user
from app.db import engine
from app.errors import ApiError
from app.make_admin import make_admin
from app.models import Note, User

from .people import PASSWORD, Person, sign_in, sign_up

PUBLIC_KEYS = {"id", "name", "email", "is_admin", "created_at"}


def test_sign_up_sign_in_and_see_oneself(client: TestClient) -> None:
    ada = sign_up(client, "Ada")
    me = ada.ask("GET", "/api/users/me")
    assert me.json() | {"id": "", "created_at": ""} == {
        "id": "",
        "name": "Ada",
        "email": "ada@example.com",
        "is_admin": False,
        "created_at": "",
    }


def test_times_carry_their_zone(ada: Person) -> None:
    assert ada.ask("GET", "/api/users/me").json()["created_at"].endswith("Z")


def test_an_address_is_one_whatever_its_case(client: TestClient, ada: Person) -> None:
    body = {"name": "Eve", "email": "ADA@Example.com", "password": PASSWORD}
    answer = client.post("/api/users", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "email_taken")
    assert set(answer.json()["fields"]) == {"email"}
    assert sign_in(client, " Ada@EXAMPLE.com").status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("name", "x" * 81),
        ("name", "a\0b"),
        ("email", "ada"),
        ("email", "ada@localhost"),
        ("password", "short"),
        ("password", "x" * 129),
        ("password", None),
    ],
)
def test_a_wrong_field_is_named(client: TestClient, field: str, value: object) -> None:
    body = {"name": "Ada", "email": "ada@example.com", "password": PASSWORD} | {field: value}
    answer = client.post("/api/users", json=body)
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {field}


def test_a_password_that_is_too_short_is_told_so_in_characters(client: TestClient) -> None:
    answer = client.post("/api/users", json={"name": "Ada", "email": "ada@example.com", "password": "short"})
    assert answer.json()["fields"] == {"password": "Please use at least 12 characters."}


def test_the_name_changes_without_a_password(ada: Person) -> None:
    assert ada.ask("PATCH", "/api/users/me", json={"name": " Ada O. "}).json()["name"] == "Ada O."
    assert ada.ask("PATCH", "/api/users/me", json={"name": None}).status_code == 422


@pytest.mark.parametrize(
    ("password", "status", "code"),
    [(None, 400, "password_needed"), ("wrong", 400, "wrong_password"), (PASSWORD, 200, None)],
)
def test_another_address_needs_the_password(ada: Person, password: str | None, status: int, code: str | None) -> None:
    body: dict[str, Any] = {"email": "new@example.com"} | ({"password": password} if password else {})
    answer = ada.ask("PATCH", "/api/users/me", json=body)
    assert (answer.status_code, answer.json().get("code")) == (status, code)


def test_another_address_that_is_taken_is_a_conflict(ada: Person, ben: Person) -> None:
    answer = ada.ask("PATCH", "/api/users/me", json={"email": ben.email, "password": PASSWORD})
    assert answer.status_code == 409


def test_a_new_password_ends_the_other_login_sessions(client: TestClient, ada: Person) -> None:
    body = {"password": PASSWORD, "new_password": "another long password"}
    answer = ada.ask("POST", "/api/users/me/password", json=body)
    assert answer.status_code == 200
    assert ada.ask("GET", "/api/users/me").status_code == 401
    ada.token = answer.json()["access_token"]
    assert ada.ask("GET", "/api/users/me").status_code == 200
    assert sign_in(client, ada.email).status_code == 401
    assert sign_in(client, ada.email, "another long password").status_code == 200


def test_a_deleted_account_takes_its_notes_with_it(client: TestClient, session: Session, ada: Person) -> None:
    ada.write_note("Mine")
    assert ada.ask("POST", "/api/users/me/delete", json={"password": "wrong"}).status_code == 400
    assert ada.ask("POST", "/api/users/me/delete", json={"password": PASSWORD}).status_code == 204
    assert ada.ask("GET", "/api/users/me").status_code == 401
    assert sign_in(client, ada.email).status_code == 401
    assert session.exec(select(Note)).all() == []


def test_the_last_administrator_stays(admin: Person, ben: Person) -> None:
    own = f"/api/users/{admin.id}"
    assert admin.ask("PATCH", own, json={"is_admin": False}).json()["code"] == "own_account"
    assert admin.ask("DELETE", own).json()["code"] == "own_account"
    delete_me = {"json": {"password": PASSWORD}}
    assert admin.ask("POST", "/api/users/me/delete", **delete_me).json()["code"] == "last_admin"
    assert admin.ask("PATCH", f"/api/users/{ben.id}", json={"is_admin": True}).json()["is_admin"] is True
    assert admin.ask("POST", "/api/users/me/delete", **delete_me).status_code == 204


def test_administrators_list_search_and_delete(admin: Person, ada: Person, ben: Person) -> None:
    page = admin.ask("GET", "/api/users").json()
    assert [item["name"] for item in page["items"]] == ["Ada", "Ben", "Root"]
    assert {key for item in page["items"] for key in item} == PUBLIC_KEYS
    assert admin.ask("GET", "/api/users", params={"q": "BEN@"}).json()["total"] == 1
    assert admin.ask("DELETE", f"/api/users/{ben.id}").status_code == 204
    assert admin.ask("DELETE", f"/api/users/{ben.id}").status_code == 404
    assert ben.ask("GET", "/api/users/me").status_code == 401


def test_everybody_else_is_refused(ada: Person, ben: Person) -> None:
    for method, path, body in [
        ("GET", "/api/users", None),
        ("PATCH", f"/api/users/{ben.id}", {"is_admin": True}),
        ("PATCH", f"/api/users/{ada.id}", {"is_admin": True}),
        ("DELETE", f"/api/users/{ben.id}", None),
    ]:
        answer = ada.ask(method, path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert ben.ask("GET", "/api/users/me").status_code == 200


def test_a_right_that_was_taken_ends_at_once(admin: Person, ben: Person) -> None:
    admin.ask("PATCH", f"/api/users/{ben.id}", json={"is_admin": True})
    assert ben.ask("GET", "/api/users").status_code == 200
    admin.ask("PATCH", f"/api/users/{ben.id}", json={"is_admin": False})
    assert ben.ask("GET", "/api/users").status_code == 403


def test_of_many_who_sign_up_with_one_address_at_once_one_wins() -> None:
    def join(number: int) -> bool:
        with Session(engine) as session:
            try:
                save_user(session, User(name=f"N{number}", email="one@example.com", hashed_password="-"))
            except ApiError:
                return False
            return True

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(join, range(8))) == [False] * 7 + [True]


def test_the_first_administrator_is_made_by_hand(session: Session, ada: Person) -> None:
    assert make_admin(session, "nobody@example.com") is False
    assert make_admin(session, "ADA@example.com") is True
    assert ada.ask("GET", "/api/users").status_code == 200
