"""The API. `uvicorn app.main:app` starts it; /docs describes it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from sqlmodel import Session, col, select

from .config import settings
from .db import SessionDep, create_tables, engine
from .errors import install_error_handlers
from .models import ErrorBody, Person, PersonPublic
from .routers import people
from .seed import seed_demo_people


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
    create_tables()
    if settings.seed_demo_people:
        with Session(engine) as session:
            seed_demo_people(session)
    yield
    engine.dispose()


app = FastAPI(
    title="Directory",
    lifespan=lifespan,
    # Longer bodies are refused with 413, in plain text when Content-Length announces them: that is FastAPI's own answer.
    max_body_size=64 * 1024,
    responses={"4XX": {"model": ErrorBody}},
    generate_unique_id_function=lambda route: route.name,
)
install_error_handlers(app)
app.include_router(people.router)


@app.get("/health", tags=["health"])
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/api/newest", response_model=list[PersonPublic])
def newest(session: SessionDep) -> list[Person]:
    """The three who came last."""
    return list(session.exec(select(Person).order_by(col(Person.created_at).desc()).limit(3)).all())


# Around everything, the error handlers too: otherwise a 500 has no CORS header, and the page cannot read it.
app = CORSMiddleware(app, allow_origins=["http://localhost:3000"])
