import pytest
from fastapi.testclient import TestClient

PUBLIC_KEYS = {"id", "name", "email", "title", "team", "about", "starred", "created_at"}


def test_the_list_comes_in_pages_ordered_by_name(client: TestClient) -> None:
    first = client.get("/api/people").json()
    assert (first["total"], first["page"], first["pages"], first["size"]) == (23, 1, 3, 8)
    last = client.get("/api/people", params={"page": 3}).json()
    assert len(last["items"]) == 7
    names = [person["name"] for person in first["items"]]
    assert names == sorted(names)


def test_a_page_past_the_end_is_empty_and_knows_the_total(client: TestClient) -> None:
    answer = client.get("/api/people", params={"page": 9}).json()
    assert (answer["items"], answer["total"]) == ([], 23)


@pytest.mark.parametrize(("q", "found"), [("ADA", 1), ("engineer", 8), ("100%", 0), ("_", 0), ("  ada ", 1)])
def test_search_looks_for_the_text_itself(client: TestClient, q: str, found: int) -> None:
    assert client.get("/api/people", params={"q": q}).json()["total"] == found


def test_team_and_search_narrow_together(client: TestClient) -> None:
    answer = client.get("/api/people", params={"team": "operations", "q": "engineer"}).json()
    assert [person["name"] for person in answer["items"]] == ["Emeka Nwosu"]


def test_only_public_fields_leave(client: TestClient) -> None:
    assert set(client.get("/api/people/1").json()) == PUBLIC_KEYS
    assert set(client.get("/api/people").json()["items"][0]) == PUBLIC_KEYS


def test_a_new_person_can_be_read_where_location_says(client: TestClient, new_person: dict[str, str]) -> None:
    created = client.post("/api/people", json=new_person)
    assert created.status_code == 201
    assert client.get(created.headers["Location"]).json() == created.json()
    assert created.json()["created_at"].endswith("Z")


def test_text_is_trimmed_and_addresses_are_kept_in_lower_case(client: TestClient, new_person: dict[str, str]) -> None:
    body = new_person | {"name": "  Uma Rao ", "email": "Uma.RAO@Example.com"}
    created = client.post("/api/people", json=body).json()
    assert (created["name"], created["email"]) == ("Uma Rao", "uma.rao@example.com")


def test_a_change_leaves_what_it_does_not_name(client: TestClient) -> None:
    before = client.get("/api/people/1").json()
    after = client.patch("/api/people/1", json={"title": "Painter"}).json()
    assert after == before | {"title": "Painter"}


@pytest.mark.parametrize("body", [{"email": None}, {"team": "sales"}, {"name": " "}, {"starred": True}, {"id": 7}])
def test_a_wrong_change_is_refused_and_names_its_field(client: TestClient, body: dict[str, object]) -> None:
    answer = client.patch("/api/people/1", json=body)
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == set(body)


def test_a_taken_address_is_a_conflict_on_its_field(client: TestClient, new_person: dict[str, str]) -> None:
    for answer in (
        client.post("/api/people", json=new_person | {"email": "ADA.osei@example.com"}),
        client.patch("/api/people/2", json={"email": "ada.osei@example.com"}),
    ):
        assert answer.status_code == 409
        assert set(answer.json()["fields"]) == {"email"}


def test_one_keeps_ones_own_address(client: TestClient) -> None:
    assert client.patch("/api/people/1", json={"email": "ada.osei@example.com"}).status_code == 200


def test_starring_twice_is_starring(client: TestClient) -> None:
    for _ in range(2):
        assert client.put("/api/people/1/star").status_code == 204
    assert client.get("/api/people/1").json()["starred"] is True
    assert client.delete("/api/people/1/star").status_code == 204
    assert client.get("/api/people/1").json()["starred"] is False


def test_a_deleted_person_is_gone(client: TestClient) -> None:
    assert client.delete("/api/people/1").status_code == 204
    assert client.get("/api/people/1").status_code == 404
    assert client.delete("/api/people/1").status_code == 404


@pytest.mark.parametrize(
    ("query", "available"),
    [
        ({"email": "free@example.com"}, True),
        ({"email": "Ada.Osei@example.com"}, False),
        ({"email": "ada.osei@example.com", "except_id": 1}, True),
        ({"email": "ada.osei@example.com", "except_id": 2}, False),
    ],
)
def test_email_availability(client: TestClient, query: dict[str, str], available: bool) -> None:
    assert client.get("/api/email-availability", params=query).json()["available"] is available
