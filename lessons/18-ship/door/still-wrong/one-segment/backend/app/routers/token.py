"""Signing in. Signing out needs no endpoint: the cookie goes, and the token ends by itself or with the password."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from sqlmodel import select

from ..accounts import attempts, issue_token, take_attempt
from ..db import SessionDep
from ..errors import ApiError
from ..models import User
from ..schemas import SignIn, Token
from ..security import is_password_right

router = APIRouter(prefix="/api", tags=["token"])


@router.post("/token")
def create_token(session: SessionDep, form: Annotated[SignIn, Form()], response: Response) -> Token:
    email = form.username.strip().lower()
    take_attempt(email)
    user = session.exec(select(User).where(User.email == email)).first()
    is_right = is_password_right(form.password, user.hashed_password if user else None)
    if user is None or not is_right:
        raise ApiError(
            401,
            "wrong_credentials",
            "The e-mail address or the password is not right.",
            headers={"WWW-Authenticate": "Bearer"},
        )
    attempts.forget(email)
    response.headers["Cache-Control"] = "no-store"
    return issue_token(user)
