"""The tables. What comes in and goes out is in schemas.py: a table is nobody's input."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlmodel import Field, Index, SQLModel

# Named constraints, so that a migration can speak of them. Set before the first table class is made: later ones only.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def _now() -> datetime:
    return datetime.now(UTC)


class User(SQLModel, table=True):
    # "user" is a reserved word in PostgreSQL.
    __tablename__ = "users"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    name: str = Field(max_length=80)
    email: str = Field(max_length=254, unique=True)
    hashed_password: str = Field(max_length=255)
    is_admin: bool = False
    # Goes into every token. Raising it ends all login sessions of this person.
    token_version: int = 0
    # Plain `datetime`: SQLModel stores UTC and reads it back aware, on SQLite too. Naive values are refused.
    created_at: datetime = Field(default_factory=_now)


class Note(SQLModel, table=True):
    __tablename__ = "notes"
    # The list of one person, in the order in which it is shown.
    __table_args__ = (Index("ix_notes_owner_id_pinned_updated_at", "owner_id", "pinned", "updated_at"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    title: str = Field(max_length=120)
    text: str = Field(default="", max_length=10_000)
    pinned: bool = False
    created_at: datetime = Field(default_factory=_now)
    updated_at: datetime = Field(default_factory=_now)
