"""Demo people and their notes, written once into empty tables. `python -m app.seed` writes them by hand."""

from datetime import UTC, datetime, timedelta

from pydantic import SecretStr
from sqlmodel import Session, select

from .db import engine
from .models import Note, User
from .security import hash_password

# In this repository for everybody to read: for demo data only.
DEMO_PASSWORD = "demo password 2026"  # noqa: S105

_PEOPLE = [("Ada Osei", "ada@example.com", True), ("Ben Ito", "ben@example.com", False)]
_FIRST_DAY = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
_NOTES = [
    ("Bread, second try", "70 % water this time. Fold four times in the first two hours, then leave it alone.", True),
    ("Questions for the review", "What breaks if the database is away for a minute?\nWho is told, and how?", False),
    ("Books lent out", "The Order of Time: Noor\nInvisible Cities: Tomás", False),
    ("Train to Ljubljana", "Leaves 07:25, seat 42. The one after it is slower and has the better view.", False),
    ("Bicycle", "New brake pads front and back. Chain at the end of the month.", False),
    ("Words to keep", "Sonder. Petrichor. Apricity: the warmth of the sun in winter.", False),
    ("Garden", "Tomatoes out after the 15th of May, whatever the weather says.", False),
    ("Talk outline", "One request, both ways.\nWhere it waits.\nWhat it costs.", False),
    ("Gift for Maya", "Something that needs no socket.", False),
    ("Recipe for lentils", "Onion, cumin, lentils, lemon at the very end.", False),
    ("Ideas, unsorted", "A calendar that forgets. A map of benches.", False),
    ("Passwords", "Not here.", False),
]


def seed_demo(session: Session) -> bool:
    """True when something was written."""
    if session.exec(select(User.id).limit(1)).first() is not None:
        return False
    hashed = hash_password(SecretStr(DEMO_PASSWORD))
    for name, email, is_admin in _PEOPLE:
        session.add(User(name=name, email=email, is_admin=is_admin, hashed_password=hashed, created_at=_FIRST_DAY))
    session.commit()
    ada = session.exec(select(User).where(User.email == "ada@example.com")).one()
    for days, (title, text, pinned) in enumerate(_NOTES):
        when = _FIRST_DAY + timedelta(days=days * 5, hours=days % 7)
        session.add(Note(owner_id=ada.id, title=title, text=text, pinned=pinned, created_at=when, updated_at=when))
    session.commit()
    return True


if __name__ == "__main__":
    with Session(engine) as session:
        print("Demo people written." if seed_demo(session) else "There are people already; nothing was written.")
