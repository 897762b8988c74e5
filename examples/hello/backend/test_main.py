import pytest
from fastapi.testclient import TestClient

from main import app

client = TestClient(app)


def test_health_says_ok() -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_without_a_name_the_world_is_greeted() -> None:
    assert client.get("/api/hello").json() == {"message": "Hello, world!", "letters": 10}


def test_letters_of_any_alphabet_count() -> None:
    answer = client.get("/api/hello", params={"name": "Zoë Ångström"})
    assert answer.json() == {"message": "Hello, Zoë Ångström!", "letters": 16}


@pytest.mark.parametrize("name", ["", "x" * 41])
def test_a_name_that_is_empty_or_too_long_is_refused(name: str) -> None:
    answer = client.get("/api/hello", params={"name": name})
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["query", "name"]
