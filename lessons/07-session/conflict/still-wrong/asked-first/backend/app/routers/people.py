"""People: list, read, create, change, star, delete. Plain `def`: the database driver blocks, and threads may wait."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response
from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from ..db import SessionDep
from ..errors import FieldConflict
from ..models import Email, EmailAvailability, PeoplePage, Person, PersonCreate, PersonPublic, PersonUpdate, Team

router = APIRouter(prefix="/api", tags=["people"])

# The largest id that PostgreSQL's integer holds: a larger one cannot be there, and asking for it is an error.
PersonId = Annotated[int, Path(ge=1, le=2**31 - 1)]


def _find(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise HTTPException(404, "There is no such person.")
    return person


def _save(session: Session, person: Person) -> Person:
    session.add(person)
    session.commit()
    session.refresh(person)
    return person


@router.get("/people", response_model=PeoplePage)
def list_people(
    session: SessionDep,
    q: Annotated[str, Query(max_length=80)] = "",
    team: Team | None = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    size: Annotated[int, Query(ge=1, le=100)] = 8,
) -> dict[str, object]:
    filters = []
    if text := q.strip():
        columns = (Person.name, Person.email, Person.title)
        filters.append(or_(*(col(column).icontains(text, autoescape=True) for column in columns)))
    if team is not None:
        filters.append(col(Person.team) == team.value)

    total = session.exec(select(func.count()).select_from(Person).where(*filters)).one()
    rows = select(Person).where(*filters).order_by(col(Person.name), col(Person.id))
    items = session.exec(rows.offset((page - 1) * size).limit(size)).all()
    return {"items": items, "total": total, "page": page, "pages": max(1, -(-total // size)), "size": size}


@router.post("/people", response_model=PersonPublic, status_code=201)
def create_person(session: SessionDep, body: PersonCreate, response: Response) -> Person:
    if session.exec(select(Person.id).where(Person.email == body.email)).first() is not None:
        raise FieldConflict("email", "Somebody here has this address already.")
    person = _save(session, Person.model_validate(body))
    response.headers["Location"] = f"/api/people/{person.id}"
    return person


@router.get("/people/{person_id}", response_model=PersonPublic)
def read_person(session: SessionDep, person_id: PersonId) -> Person:
    return _find(session, person_id)


@router.patch("/people/{person_id}", response_model=PersonPublic)
def update_person(session: SessionDep, person_id: PersonId, body: PersonUpdate) -> Person:
    person = _find(session, person_id)
    person.sqlmodel_update(body.model_dump(exclude_unset=True))
    return _save(session, person)


@router.delete("/people/{person_id}", status_code=204)
def delete_person(session: SessionDep, person_id: PersonId) -> None:
    session.delete(_find(session, person_id))
    session.commit()


@router.put("/people/{person_id}/star", status_code=204)
def star_person(session: SessionDep, person_id: PersonId) -> None:
    _find(session, person_id).starred = True
    session.commit()


@router.delete("/people/{person_id}/star", status_code=204)
def unstar_person(session: SessionDep, person_id: PersonId) -> None:
    _find(session, person_id).starred = False
    session.commit()


@router.get("/email-availability")
def email_availability(
    session: SessionDep, email: Email, except_id: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None
) -> EmailAvailability:
    """For a form that wants to say it early. Saving decides: see `_save`."""
    owner = session.exec(select(Person.id).where(Person.email == email)).first()
    return EmailAvailability(email=email, available=owner is None or owner == except_id)
