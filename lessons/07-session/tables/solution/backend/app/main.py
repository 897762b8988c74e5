"""The API. `uvicorn app.main:app` starts it; /docs describes it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlmodel import Session

from .config import settings
from .db import create_tables, engine
from .errors import install_error_handlers
from .models import ErrorBody
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
