"""Somebody with an account, signed in."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
from fastapi.testclient import TestClient

PASSWORD = "correct horse battery"


@dataclass
class Person:
    client: TestClient
    id: UUID
    email: str
    token: str

    def ask(self, method: str, path: str, **options: Any) -> httpx2.Response:
        return self.client.request(method, path, headers={"Authorization": f"Bearer {self.token}"}, **options)

    def write_note(self, title: str, text: str = "") -> str:
        answer = self.ask("POST", "/api/notes", json={"title": title, "text": text})
        assert answer.status_code == 201
        note_id: str = answer.json()["id"]
        return note_id


def sign_in(client: TestClient, email: str, password: str = PASSWORD) -> httpx2.Response:
    return client.post("/api/token", data={"username": email, "password": password})


def sign_up(client: TestClient, name: str) -> Person:
    email = f"{name.lower()}@example.com"
    made = client.post("/api/users", json={"name": name, "email": email, "password": PASSWORD})
    assert made.status_code == 201
    token = sign_in(client, email).json()["access_token"]
    return Person(client, UUID(made.json()["id"]), email, token)
