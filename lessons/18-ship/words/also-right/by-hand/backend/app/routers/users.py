"""Accounts: one's own under /me, all of them for administrators. Plain `def`: the driver blocks, and a thread may."""

from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlmodel import Session, col, or_, select

from ..accounts import issue_token, lock_admins, prove_password, save_user
from ..db import SessionDep
from ..deps import AdminUser, CurrentUser, require_admin
from ..errors import ApiError, not_found
from ..models import User
from ..paging import PageNumber, PageSize, SearchText, read_page
from ..schemas import (
    Page,
    PasswordChange,
    PasswordProof,
    ProfileUpdate,
    RoleUpdate,
    Token,
    UserCreate,
    UserPublic,
)
from ..security import hash_password

router = APIRouter(prefix="/api/users", tags=["users"])


@router.post("", response_model=UserPublic, status_code=201)
def create_user(session: SessionDep, body: UserCreate) -> User:
    """Anybody may. That an address is taken is told here: hiding it needs a confirmation by e-mail."""
    return save_user(session, User(name=body.name, email=body.email, hashed_password=hash_password(body.password)))


@router.get("/me", response_model=UserPublic)
def read_me(user: CurrentUser) -> User:
    return user


@router.patch("/me", response_model=UserPublic)
def update_me(session: SessionDep, user: CurrentUser, body: ProfileUpdate) -> User:
    changes = body.model_dump(include={"name", "email"}, exclude_unset=True)
    if changes.get("email", user.email) != user.email:
        prove_password(user, body.password)
    user.sqlmodel_update(changes)
    return save_user(session, user)


@router.post("/me/password")
def change_password(session: SessionDep, user: CurrentUser, body: PasswordChange, response: Response) -> Token:
    """Ends every login session of this person. The answer is a token for the one that asked."""
    prove_password(user, body.password)
    user.hashed_password = hash_password(body.new_password)
    user.token_version += 1
    save_user(session, user)
    response.headers["Cache-Control"] = "no-store"
    return issue_token(user)


@router.post("/me/delete", status_code=204)
def delete_me(session: SessionDep, user: CurrentUser, body: PasswordProof) -> None:
    """A POST, because it has a body: what stands between here and there may drop that of a DELETE."""
    prove_password(user, body.password)
    if lock_admins(session) == {user.id}:
        raise ApiError(409, "last_admin", "You are the only administrator. Make somebody else one first.")
    session.delete(user)
    session.commit()


@router.get("", response_model=Page[UserPublic], dependencies=[Depends(require_admin)])
def list_users(session: SessionDep, q: SearchText = "", page: PageNumber = 1, size: PageSize = 10) -> dict[str, object]:
    rows = select(User).order_by(col(User.name), col(User.id))
    if q:
        rows = rows.where(or_(*(col(column).icontains(q, autoescape=True) for column in (User.name, User.email))))
    found = read_page(session, rows, page, size)
    people = session.exec(rows.offset((page - 1) * size).limit(size)).all()
    return {**found, "items": [UserPublic.model_validate(user, from_attributes=True) for user in people]}


def _find_other(session: Session, admin: User, user_id: UUID) -> User:
    """Somebody else, with all administrators locked, of whom the one who asks must still be one."""
    if admin.id not in lock_admins(session):
        raise ApiError(403, "forbidden", "This is for administrators.")
    if user_id == admin.id:
        raise ApiError(409, "own_account", "Another administrator has to do this to your account.")
    user = session.get(User, user_id)
    if user is None:
        raise not_found("person")
    return user


@router.patch("/{user_id}", response_model=UserPublic)
def update_role(session: SessionDep, admin: AdminUser, user_id: UUID, body: RoleUpdate) -> User:
    user = _find_other(session, admin, user_id)
    user.is_admin = body.is_admin
    return save_user(session, user)


@router.delete("/{user_id}", status_code=204)
def delete_user(session: SessionDep, admin: AdminUser, user_id: UUID) -> None:
    session.delete(_find_other(session, admin, user_id))
    session.commit()
