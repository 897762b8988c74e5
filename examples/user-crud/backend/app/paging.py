"""Lists come in pages."""

from typing import Annotated, Any

from fastapi import Query
from sqlalchemy import func
from sqlmodel import Session, select
from sqlmodel.sql.expression import SelectOfScalar

from .schemas import Search

PageNumber = Annotated[int, Query(ge=1, le=100_000)]
PageSize = Annotated[int, Query(ge=1, le=100)]
SearchText = Annotated[Search, Query()]


def read_page(session: Session, rows: SelectOfScalar[Any], page: int, size: int) -> dict[str, object]:
    total = session.exec(select(func.count()).select_from(rows.order_by(None).subquery())).one()
    items = session.exec(rows.offset((page - 1) * size).limit(size)).all()
    return {"items": items, "total": total, "page": page, "pages": max(1, -(-total // size))}
