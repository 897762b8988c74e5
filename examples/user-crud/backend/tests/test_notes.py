from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from .people import Person

SUMMARY_KEYS = {"id", "title", "pinned", "created_at", "updated_at"}


def test_write_read_change_and_delete(ada: Person) -> None:
    created = ada.ask("POST", "/api/notes", json={"title": " Bread ", "text": " 70 %\n"})
    path = created.headers["Location"]
    note = ada.ask("GET", path).json()
    assert (note["title"], note["text"], note["pinned"]) == ("Bread", " 70 %\n", False)
    changed = ada.ask("PATCH", path, json={"text": ""}).json()
    assert (changed["title"], changed["text"]) == ("Bread", "")
    assert changed["updated_at"] > note["updated_at"]
    assert ada.ask("DELETE", path).status_code == 204
    assert ada.ask("GET", path).status_code == 404


def test_the_list_has_summaries_and_nothing_else(ada: Person) -> None:
    ada.write_note("One", "The text stays at home.")
    page = ada.ask("GET", "/api/notes").json()
    assert set(page) == {"items", "total", "page", "pages"}
    assert set(page["items"][0]) == SUMMARY_KEYS
    assert set(ada.ask("GET", f"/api/notes/{page['items'][0]['id']}").json()) == SUMMARY_KEYS | {"text"}


def test_pinned_first_then_the_latest(ada: Person) -> None:
    first, second, third = (ada.write_note(title) for title in ("First", "Second", "Third"))
    ada.ask("PATCH", f"/api/notes/{second}", json={"title": "Second, again"})
    ada.ask("PATCH", f"/api/notes/{first}", json={"pinned": True})
    ids = [note["id"] for note in ada.ask("GET", "/api/notes").json()["items"]]
    assert ids == [first, second, third]


def test_pinning_is_no_edit(ada: Person) -> None:
    path = f"/api/notes/{ada.write_note('One')}"
    before = ada.ask("GET", path).json()["updated_at"]
    assert ada.ask("PATCH", path, json={"pinned": True}).json()["updated_at"] == before


def test_pages(ada: Person) -> None:
    for number in range(5):
        ada.write_note(f"Note {number}")
    first = ada.ask("GET", "/api/notes", params={"size": 2}).json()
    last = ada.ask("GET", "/api/notes", params={"size": 2, "page": 3}).json()
    past = ada.ask("GET", "/api/notes", params={"size": 2, "page": 9}).json()
    assert (first["total"], first["pages"], len(first["items"]), len(last["items"])) == (5, 3, 2, 1)
    assert (past["total"], past["items"]) == (5, [])


@pytest.mark.parametrize(("q", "found"), [("BREAD", 1), ("70 %", 1), ("%", 1), ("_", 0), ("", 2), ("  bread ", 1)])
def test_search_looks_for_the_text_itself(ada: Person, q: str, found: int) -> None:
    ada.write_note("Bread", "70 % water")
    ada.write_note("Garden")
    assert ada.ask("GET", "/api/notes", params={"q": q}).json()["total"] == found


@pytest.mark.parametrize("body", [{"title": " "}, {"title": None}, {"text": "x" * 10_001}, {"pinned": "maybe"}])
def test_a_wrong_change_is_refused_and_names_its_field(ada: Person, body: dict[str, object]) -> None:
    answer = ada.ask("PATCH", f"/api/notes/{ada.write_note('One')}", json=body)
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == set(body)


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_anothers_note_is_as_absent_as_one_that_never_was(ada: Person, ben: Person, method: str) -> None:
    note = ada.write_note("Mine")
    body = {"title": "Taken over"} if method == "PATCH" else None
    foreign = ben.ask(method, f"/api/notes/{note}", json=body)
    absent = ben.ask(method, f"/api/notes/{uuid4()}", json=body)
    assert foreign.status_code == 404
    assert (foreign.status_code, foreign.json()) == (absent.status_code, absent.json())
    assert ada.ask("GET", f"/api/notes/{note}").json()["title"] == "Mine"


def test_one_sees_ones_own_notes_only(ada: Person, ben: Person, admin: Person) -> None:
    ada.write_note("Mine")
    for other in (ben, admin):
        assert other.ask("GET", "/api/notes").json()["total"] == 0


def test_everybody_may_know_how_many_there_are(client: TestClient, ada: Person) -> None:
    ada.write_note("One")
    assert client.get("/api/stats").json() == {"people": 1, "notes": 1}
