"""The one thing that everybody may know. Next keeps it for a while: it is nobody's own."""

from fastapi import APIRouter
from sqlalchemy import func
from sqlmodel import select

from ..db import SessionDep
from ..models import Note, User
from ..schemas import Stats

router = APIRouter(prefix="/api", tags=["stats"])


@router.get("/stats")
def read_stats(session: SessionDep) -> Stats:
    people = session.exec(select(func.count()).select_from(User)).one()
    notes = session.exec(select(func.count()).select_from(Note)).one()
    return Stats(people=people, notes=notes)
