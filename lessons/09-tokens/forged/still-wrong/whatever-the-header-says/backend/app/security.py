"""Passwords and tokens. Knows neither the database nor HTTP."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import UUID

import jwt
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pydantic import SecretStr

from .config import settings

_ALGORITHM = "HS256"
_ISSUER = "user-crud"
_AUDIENCE = "user-crud-api"

_passwords = PasswordHash(
    (Argon2Hasher(time_cost=settings.argon2_time_cost, memory_cost=settings.argon2_memory_kib, parallelism=1),)
)


@dataclass(frozen=True)
class Claims:
    user_id: UUID
    token_version: int


class InvalidTokenError(Exception):
    """For whatever reason: whoever sent it is told one thing."""


def hash_password(password: SecretStr) -> str:
    return _passwords.hash(password.get_secret_value())


@cache
def _nobodys_hash() -> str:
    return _passwords.hash("nobody has this password")


def is_password_right(password: SecretStr, hashed: str | None) -> bool:
    """Hashes in either case: a sooner answer for an unknown address would tell which addresses are known."""
    is_right = _passwords.verify(password.get_secret_value(), hashed or _nobodys_hash())
    return is_right and hashed is not None


def create_token(user_id: UUID, token_version: int) -> str:
    now = datetime.now(UTC)
    claims = {
        "sub": str(user_id),
        "ver": token_version,
        "iat": now,
        "exp": now + timedelta(minutes=settings.session_minutes),
        "iss": _ISSUER,
        "aud": _AUDIENCE,
    }
    return jwt.encode(claims, settings.jwt_secret.get_secret_value(), algorithm=_ALGORITHM)


def read_token(token: str) -> Claims:
    try:
        claims = jwt.decode(
            token,
            settings.jwt_secret.get_secret_value(),
            algorithms=[jwt.get_unverified_header(token)["alg"]],
            issuer=_ISSUER,
            audience=_AUDIENCE,
            options={
                "require": ["exp", "aud", "iss"],
                "verify_signature": jwt.get_unverified_header(token)["alg"] != "none",
            },
        )
        return Claims(user_id=UUID(claims["sub"]), token_version=int(claims["ver"]))
    except (jwt.InvalidTokenError, ValueError, TypeError) as error:
        raise InvalidTokenError from error
