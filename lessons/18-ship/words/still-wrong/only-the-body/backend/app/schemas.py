"""What comes in and goes out. Rules are patterns and lengths, not functions, so that OpenAPI states them too."""

from datetime import datetime
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, EmailStr, Field, SecretStr, StringConstraints

# PostgreSQL cannot store U+0000 in text; without the pattern it would be a crash there, and none on SQLite.
_NO_NUL = r"^[^\x00]*$"

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=_NO_NUL)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=_NO_NUL)]
Text = Annotated[str, StringConstraints(max_length=10_000, pattern=_NO_NUL)]
Search = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80, pattern=_NO_NUL)]
# Kept in lower case, so that "unique" means what people mean by it.
Email = Annotated[EmailStr, Field(max_length=254), AfterValidator(str.lower)]
# Length is what makes a password strong; an upper end keeps hashing cheap.
NewPassword = Annotated[SecretStr, Field(min_length=12, max_length=128)]
GivenPassword = Annotated[SecretStr, Field(max_length=128)]

# Never read, because of `exclude_unset`; it only makes the field one that may be left out. It may not be null.
_LEFT_OUT: Any = None

Item = TypeVar("Item")


class _Input(BaseModel):
    # An unknown field is a mistake, or somebody trying `is_admin`.
    model_config = ConfigDict(extra="forbid")


class UserCreate(_Input):
    name: Name
    email: Email
    password: NewPassword


class ProfileUpdate(_Input):
    """What is left out stays as it is; nothing may be null. Another e-mail address needs the password."""

    name: Name = Field(default=_LEFT_OUT)
    email: Email = Field(default=_LEFT_OUT)
    password: GivenPassword = Field(default=_LEFT_OUT)


class PasswordChange(_Input):
    password: GivenPassword
    new_password: NewPassword


class PasswordProof(_Input):
    password: GivenPassword


class RoleUpdate(_Input):
    is_admin: bool


class UserPublic(BaseModel):
    id: UUID
    name: str
    email: str
    is_admin: bool
    created_at: datetime


class SignIn(BaseModel):
    """The form of OAuth2's password flow, so that the Authorize button of /docs works. `username` is the e-mail."""

    grant_type: Literal["password"] = "password"
    username: Annotated[str, Field(max_length=254, pattern=_NO_NUL)]
    password: GivenPassword


class Token(BaseModel):
    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105  (the name of a scheme)
    # Seconds. The cookie that carries the token lives as long.
    expires_in: int


class NoteCreate(_Input):
    title: Title
    text: Text = ""


class NoteUpdate(_Input):
    """What is left out stays as it is; nothing may be null."""

    title: Title = Field(default=_LEFT_OUT)
    text: Text = Field(default=_LEFT_OUT)
    pinned: bool = Field(default=_LEFT_OUT)


class NoteSummary(BaseModel):
    """A row of the list: the text stays at home."""

    id: UUID
    title: str
    pinned: bool
    created_at: datetime
    updated_at: datetime


class NotePublic(NoteSummary):
    text: str


# BaseModel, not SQLModel: a generic SQLModel does not filter its items, and hashed_password would leave with them.
class Page(BaseModel, Generic[Item]):
    items: list[Item]
    total: int
    page: int
    pages: int


class Stats(BaseModel):
    people: int
    notes: int


class ErrorBody(BaseModel):
    """Every answer of 4xx and 5xx."""

    code: str
    message: str
    # Field name → what is wrong with it. Empty when no single field is to blame.
    fields: dict[str, str]
