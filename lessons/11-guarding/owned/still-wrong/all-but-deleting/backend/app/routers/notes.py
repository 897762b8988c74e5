"""Notes belong to one person. The owner is part of the query."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Response
from sqlmodel import Session, col, or_, select

from ..db import SessionDep
from ..deps import CurrentUser
from ..errors import not_found
from ..models import Note, User
from ..paging import PageNumber, PageSize, SearchText, read_page
from ..schemas import NoteCreate, NotePublic, NoteSummary, NoteUpdate, Page

router = APIRouter(prefix="/api/notes", tags=["notes"])


def _find(session: Session, owner: User, note_id: UUID) -> Note:
    # Not "load, then compare the owner": whoever forgets the second half shows everything.
    note = session.exec(select(Note).where(Note.id == note_id, Note.owner_id == owner.id)).first()
    if note is None:
        raise not_found("note")
    return note


@router.get("", response_model=Page[NoteSummary])
def list_notes(
    session: SessionDep, user: CurrentUser, q: SearchText = "", page: PageNumber = 1, size: PageSize = 10
) -> dict[str, object]:
    rows = select(Note).where(Note.owner_id == user.id)
    if q:
        rows = rows.where(or_(*(col(column).icontains(q, autoescape=True) for column in (Note.title, Note.text))))
    # The id last: rows of one moment would otherwise change places between two pages.
    rows = rows.order_by(col(Note.pinned).desc(), col(Note.updated_at).desc(), col(Note.id))
    return read_page(session, rows, page, size)


@router.post("", response_model=NotePublic, status_code=201)
def create_note(session: SessionDep, user: CurrentUser, body: NoteCreate, response: Response) -> Note:
    note = Note(owner_id=user.id, **body.model_dump())
    session.add(note)
    session.commit()
    session.refresh(note)
    response.headers["Location"] = f"/api/notes/{note.id}"
    return note


@router.get("/{note_id}", response_model=NotePublic)
def read_note(session: SessionDep, user: CurrentUser, note_id: UUID) -> Note:
    return _find(session, user, note_id)


@router.patch("/{note_id}", response_model=NotePublic)
def update_note(session: SessionDep, user: CurrentUser, note_id: UUID, body: NoteUpdate) -> Note:
    note = _find(session, user, note_id)
    changes = body.model_dump(exclude_unset=True)
    note.sqlmodel_update(changes)
    # Pinning is no edit: the note keeps its place among the others.
    if changes.keys() - {"pinned"}:
        note.updated_at = datetime.now(UTC)
    session.commit()
    session.refresh(note)
    return note


@router.delete("/{note_id}", status_code=204)
def delete_note(session: SessionDep, _user: CurrentUser, note_id: UUID) -> None:
    if note := session.get(Note, note_id):
        session.delete(note)
    session.commit()
