"""For whoever runs this: alive, and able to work."""

import logging

from fastapi import APIRouter
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import select

from ..db import SessionDep
from ..errors import ApiError
from ..models import User

log = logging.getLogger(__name__)
router = APIRouter(tags=["health"])


@router.get("/health")
def health() -> dict[str, str]:
    """The process answers. Touches no database: a sleeping one is no reason to restart this."""
    return {"status": "ok"}


@router.get("/ready")
def ready(session: SessionDep) -> dict[str, str]:
    """The database answers, and its tables are there."""
    try:
        session.exec(select(User.id).limit(1)).first()
    except SQLAlchemyError as error:
        log.error("Not ready", exc_info=error)
        raise ApiError(503, "not_ready", "The database does not answer.") from error
    return {"status": "ready"}
