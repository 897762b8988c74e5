"""The lesson's bench: the app, and an endpoint that waits for somebody else while it holds a session. Nothing is played."""

import asyncio

from app.db import SessionDep
from app.main import app
from app.models import User
from sqlmodel import select


@app.post("/letters")
async def send_letter(session: SessionDep) -> str:
    session.exec(select(User.email).limit(1)).first()
    # A mail server takes its time. This waits for it as one should: the event loop goes on meanwhile.
    await asyncio.sleep(1)
    return "sent"
