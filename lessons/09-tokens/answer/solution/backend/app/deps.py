"""Who is asking. An endpoint names `CurrentUser` or `AdminUser` as a parameter, and is not run for anybody else."""

from typing import Annotated

from fastapi import Depends
from fastapi.security import OAuth2PasswordBearer

from .db import SessionDep
from .errors import ApiError, not_signed_in
from .models import User
from .security import InvalidTokenError, read_token

_bearer = OAuth2PasswordBearer(tokenUrl="/api/token")


def _current_user(session: SessionDep, token: Annotated[str, Depends(_bearer)]) -> User:
    try:
        claims = read_token(token)
    except InvalidTokenError as error:
        raise not_signed_in() from error
    # A signature says what was true when it was made. Whether the person is still there, only the table knows.
    user = session.get(User, claims.user_id)
    if user is None or user.token_version != claims.token_version:
        raise not_signed_in()
    return user


CurrentUser = Annotated[User, Depends(_current_user)]


def require_admin(user: CurrentUser) -> User:
    if not user.is_admin:
        raise ApiError(403, "forbidden", "This is for administrators.")
    return user


AdminUser = Annotated[User, Depends(require_admin)]
