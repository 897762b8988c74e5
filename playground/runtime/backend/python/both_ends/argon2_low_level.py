"""argon2.low_level without cffi: the same names, errors and PHC strings. The build puts it in that module's place.

The computation is the `argon2id` wasm module (RFC 9106), which the worker leaves in hash_password. Only Argon2id,
version 19.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from enum import Enum

from argon2.exceptions import HashingError, VerificationError, VerifyMismatchError

from both_ends import hash_password

__all__ = ["ARGON2_VERSION", "Type", "ffi", "hash_secret", "hash_secret_raw", "verify_secret"]

ARGON2_VERSION = 19
ffi = None


class Type(Enum):
    D = 0
    I = 1  # argon2's own name  # noqa: E741
    ID = 2


NAMES = {Type.D: b"argon2d", Type.I: b"argon2i", Type.ID: b"argon2id"}


def hash_secret_raw(  # argon2-cffi's signature, as below  # noqa: PLR0913, PLR0917
    secret: bytes,
    salt: bytes,
    time_cost: int,
    memory_cost: int,
    parallelism: int,
    hash_len: int,
    type: Type,  # noqa: A002
    version: int = ARGON2_VERSION,
) -> bytes:
    if type is not Type.ID or version != ARGON2_VERSION or hash_password.compute is None:
        raise HashingError("only Argon2id, version 19, is available in the browser")
    # The messages are the C library's (argon2/src/argon2.c, argon2_error_message).
    for refused, message in (
        (len(salt) < 8, "Salt is too short"),
        (hash_len < 4, "Output is too short"),
        (time_cost < 1, "Time cost is too small"),
        (parallelism < 1, "Too few lanes"),
        (memory_cost < 8 * parallelism, "Memory cost is too small"),
    ):
        if refused:
            raise HashingError(message)
    costs: hash_password.Costs = {
        "passes": time_cost,
        "memorySize": memory_cost,
        "parallelism": parallelism,
        "tagLength": hash_len,
    }
    return hash_password.compute(secret, salt, costs)


def hash_secret(  # noqa: PLR0913, PLR0917
    secret: bytes,
    salt: bytes,
    time_cost: int,
    memory_cost: int,
    parallelism: int,
    hash_len: int,
    type: Type,  # noqa: A002
    version: int = ARGON2_VERSION,
) -> bytes:
    raw = hash_secret_raw(secret, salt, time_cost, memory_cost, parallelism, hash_len, type, version)
    costs = b"m=%d,t=%d,p=%d" % (memory_cost, time_cost, parallelism)
    return b"$%s$v=%d$%s$%s$%s" % (NAMES[type], version, costs, _unpadded(salt), _unpadded(raw))


def verify_secret(hash: bytes, secret: bytes, type: Type) -> bool:  # noqa: A002
    try:
        empty, name, version, costs, salt, tag = hash.split(b"$")
        cost = dict(part.split(b"=") for part in costs.split(b","))
        memory, passes, lanes = int(cost[b"m"]), int(cost[b"t"]), int(cost[b"p"])
        raw_salt, raw_tag, number = _padded(salt), _padded(tag), int(version.removeprefix(b"v="))
        if empty or name != NAMES[type]:
            raise ValueError("another kind of hash")
    except (ValueError, KeyError, binascii.Error):
        raise VerificationError("Decoding failed") from None
    try:
        computed = hash_secret_raw(secret, raw_salt, passes, memory, lanes, len(raw_tag), type, number)
    except HashingError as error:
        raise VerificationError(str(error)) from None
    if not hmac.compare_digest(computed, raw_tag):
        raise VerifyMismatchError("The password does not match the supplied hash")
    return True


def error_to_str(error: int) -> str:
    return f"error {error}"


def _unpadded(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _padded(text: bytes) -> bytes:
    # Two characters of padding are enough for any length; more are ignored.
    return base64.b64decode(text + b"==")
