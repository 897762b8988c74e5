"""Demo people, written once into an empty table. Invented, like their addresses."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session, select

from .models import Person, Team

_PEOPLE = [
    ("Ada Osei", "Head of Design", Team.DESIGN, "Draws first, argues later. Keeps the style guide short."),
    ("Alma Lindqvist", "Researcher", Team.RESEARCH, "Interviews people who stopped using things."),
    ("Amir Haddad", "Support Lead", Team.SUPPORT, "Answers the hard letters and writes down why they were hard."),
    ("Beatriz Moura", "Backend Engineer", Team.ENGINEERING, "Likes constraints, in databases above all."),
    ("Chen Rui", "Data Engineer", Team.ENGINEERING, ""),
    ("Clara Novak", "Product Designer", Team.DESIGN, "Prototypes in the browser, on a small phone."),
    ("Dara Keo", "Operations Manager", Team.OPERATIONS, "Knows where everything is."),
    ("Elif Demir", "Frontend Engineer", Team.ENGINEERING, "Makes forms that forgive."),
    ("Emeka Nwosu", "Site Reliability Engineer", Team.OPERATIONS, "Sleeps well, by arrangement."),
    ("Farah Rahimi", "Research Lead", Team.RESEARCH, "Asks what would change our mind."),
    ("Giulia Conti", "Illustrator", Team.DESIGN, ""),
    ("Hana Sato", "Staff Engineer", Team.ENGINEERING, "Deletes more lines than she adds."),
    ("Ibrahim Diallo", "Support Specialist", Team.SUPPORT, "Speaks four languages before lunch."),
    ("Ines Castillo", "Accessibility Specialist", Team.DESIGN, "Tests with the keyboard first."),
    ("Jonas Weber", "Database Administrator", Team.OPERATIONS, "Has restored from backup, on purpose, every month."),
    ("Kaia Tamm", "Frontend Engineer", Team.ENGINEERING, ""),
    ("Liam O'Connor", "Support Specialist", Team.SUPPORT, "Turns bug reports into stories with an ending."),
    ("Maya Cohen", "Statistician", Team.RESEARCH, "Suspicious of averages."),
    ("Noor Al-Amin", "Security Engineer", Team.ENGINEERING, "Reads the headers."),
    ("Oskar Nyberg", "Facilities", Team.OPERATIONS, ""),
    ("Priya Raman", "Engineering Manager", Team.ENGINEERING, "Protects the calendar of twelve people."),
    ("Tomás Rivera", "Field Researcher", Team.RESEARCH, "Was last seen on a train."),
    ("Zofia Zielińska", "Technical Writer", Team.SUPPORT, "Shortens things."),
]
_STARRED = {"Hana Sato", "Ines Castillo"}
_FIRST_DAY = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
_ADDRESSES = str.maketrans("áń", "an", "'-")


def _address(name: str) -> str:
    first, *rest = name.lower().translate(_ADDRESSES).split()
    return f"{first}.{rest[-1]}@example.com"


def seed_demo_people(session: Session) -> None:
    if session.exec(select(Person.id).limit(1)).first() is not None:
        return
    for days, (name, title, team, about) in enumerate(_PEOPLE):
        session.add(
            Person(
                name=name,
                email=_address(name),
                title=title,
                team=team,
                about=about,
                starred=name in _STARRED,
                created_at=_FIRST_DAY + timedelta(days=days * 9),
            )
        )
    session.commit()
