"""The first administrator: `python -m app.make_admin you@example.com`, after signing up. The app makes the next."""

import sys

from sqlmodel import Session, select

from .db import engine
from .models import User


def make_admin(session: Session, email: str) -> bool:
    user = session.exec(select(User).where(User.email == email.strip().lower())).first()
    if user is None:
        return False
    user.is_admin = True
    session.commit()
    return True


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m app.make_admin you@example.com")
    with Session(engine) as session:
        if not make_admin(session, sys.argv[1]):
            sys.exit("Nobody has signed up with this address.")
