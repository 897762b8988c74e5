"""The table, and the shapes that come in and go out. They are separate on purpose: the table is nobody's input."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, EmailStr, StringConstraints
from sqlmodel import Field, SQLModel, String

# Named constraints, so that a migration can speak of them. Set before the first table class is made.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Team(StrEnum):
    DESIGN = "design"
    ENGINEERING = "engineering"
    OPERATIONS = "operations"
    RESEARCH = "research"
    SUPPORT = "support"


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
About = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
# Kept in lower case, so that "unique" means what people mean by it.
Email = Annotated[EmailStr, Field(max_length=254), AfterValidator(str.lower)]


class Person(SQLModel, table=True):
    __tablename__ = "people"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True, max_length=80)
    email: str = Field(unique=True, max_length=254)
    title: str = Field(max_length=80)
    team: Team = Field(sa_type=String, index=True)
    about: str = Field(default="", max_length=400)
    starred: bool = False
    created_at: datetime = Field(default_factory=lambda: datetime.now(UTC))


class PersonCreate(SQLModel):
    name: Name
    email: Email
    title: Title
    team: Team
    about: About = ""


class PersonUpdate(BaseModel):
    name: str | None = None
    email: str | None = None
    title: str | None = None
    team: Team | None = None
    about: str | None = None


class PersonPublic(SQLModel):
    id: int
    name: str
    email: str
    title: str
    team: Team
    about: str
    starred: bool
    created_at: datetime


# Not a generic SQLModel: those do not filter their items, and a column meant to stay inside would leave.
class PeoplePage(BaseModel):
    items: list[PersonPublic]
    total: int
    page: int
    pages: int
    size: int


class EmailAvailability(BaseModel):
    email: str
    available: bool


class ErrorBody(BaseModel):
    """Every answer of 4xx and 5xx."""

    code: str
    message: str
    # Field name → what is wrong with it. Empty when no single field is to blame.
    fields: dict[str, str]
