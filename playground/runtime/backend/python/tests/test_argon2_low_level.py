"""The computation itself comes from outside: native argon2 on CPython, the wasm module in Pyodide."""

from collections.abc import Iterator

import pytest
from argon2 import low_level as installed
from argon2.exceptions import HashingError, VerificationError, VerifyMismatchError

from both_ends import argon2_low_level as ours
from both_ends import hash_password

# Made by the reference implementation (argon2-cffi 25.1.0 on CPython): m=8 MiB, four lanes; then one.
FOUR_LANES = b"$argon2id$v=19$m=8192,t=2,p=4$c29tZXNhbHRzb21lc2FsdA$"
SALT = b"somesaltsomesalt"


def native(secret: bytes, salt: bytes, costs: hash_password.Costs) -> bytes:
    passes, memory, lanes, length = costs["passes"], costs["memorySize"], costs["parallelism"], costs["tagLength"]
    return installed.hash_secret_raw(secret, salt, passes, memory, lanes, length, installed.Type.ID)


@pytest.fixture(autouse=True)
def computation(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if hash_password.compute is None:
        monkeypatch.setattr(hash_password, "compute", native)
    yield  # noqa: PT022


@pytest.mark.parametrize("secret", [b"", b"ab", b"correct horse", "Пароль".encode()])
def test_a_hash_verifies_and_another_password_does_not(secret: bytes) -> None:
    made = ours.hash_secret(secret, SALT, 1, 64, 1, 32, ours.Type.ID)
    assert ours.verify_secret(made, secret, ours.Type.ID)
    with pytest.raises(VerifyMismatchError):
        ours.verify_secret(made, secret + b"!", ours.Type.ID)


def test_the_tag_is_that_of_rfc_9106() -> None:
    # Checked against the reference implementation's command line: echo -n password | argon2 somesalt -id -t 2 -k 65536
    made = ours.hash_secret(b"password", b"somesalt", 2, 65536, 1, 32, ours.Type.ID)
    assert made == b"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"


@pytest.mark.parametrize(
    ("salt", "passes", "memory", "message"),
    [
        (b"short", 1, 64, "Salt is too short"),
        (SALT, 0, 64, "Time cost is too small"),
        (SALT, 1, 4, "Memory cost is too small"),
    ],
)
def test_a_wrong_cost_is_refused_in_the_librarys_words(salt: bytes, passes: int, memory: int, message: str) -> None:
    with pytest.raises(HashingError, match=message):
        ours.hash_secret(b"password", salt, passes, memory, 1, 32, ours.Type.ID)


def test_what_is_no_hash_is_refused() -> None:
    with pytest.raises(VerificationError, match="Decoding failed"):
        ours.verify_secret(b"$2b$12$something", b"password", ours.Type.ID)
