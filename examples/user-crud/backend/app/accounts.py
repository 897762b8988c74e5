"""The rules about accounts that more than one endpoint keeps."""

from uuid import UUID

from pydantic import SecretStr
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from .attempts import Attempts
from .config import settings
from .errors import ApiError
from .models import User
from .schemas import Token
from .security import create_token, is_password_right

attempts = Attempts(settings.sign_in_attempts, settings.sign_in_window_seconds)


def take_attempt(email: str) -> None:
    """The right password is refused as well while the tries are used up, or guessing would go on."""
    if wait := attempts.take(email):
        headers = {"Retry-After": str(wait)}
        raise ApiError(429, "too_many_attempts", f"Too many attempts. Please wait {wait} seconds.", headers=headers)


def prove_password(user: User, password: SecretStr | None) -> None:
    """For what a forgotten open window must not be able to do."""
    if password is None:
        raise ApiError(400, "password_needed", "Please enter your password.", field="password")
    take_attempt(user.email)
    if not is_password_right(password, user.hashed_password):
        raise ApiError(400, "wrong_password", "This is not your password.", field="password")
    attempts.forget(user.email)


def issue_token(user: User) -> Token:
    return Token(access_token=create_token(user.id, user.token_version), expires_in=settings.session_minutes * 60)


def save_user(session: Session, user: User) -> User:
    """Asking first whether the address is free would leave a gap; the unique constraint has none."""
    session.add(user)
    try:
        session.commit()
    except IntegrityError as error:
        session.rollback()
        raise ApiError(409, "email_taken", "There is an account with this address already.", field="email") from error
    session.refresh(user)
    return user


def lock_admins(session: Session) -> set[UUID]:
    """All administrators, held until the commit: two who remove each other at once must not both succeed."""
    rows = select(User.id).where(col(User.is_admin)).order_by(col(User.id)).with_for_update()
    return set(session.exec(rows).all())
