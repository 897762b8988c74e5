"""The API. `uvicorn app.main:app` starts it; /docs describes it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlmodel import Session, SQLModel
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from .config import settings
from .db import engine
from .errors import install_error_handlers
from .requests import RequestLog, configure_logs
from .routers import health, notes, stats, token, users
from .schemas import ErrorBody
from .seed import seed_demo


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
    if settings.create_tables:
        SQLModel.metadata.create_all(engine)
    if settings.seed_demo:
        with Session(engine) as session:
            seed_demo(session)
    yield
    engine.dispose()


class Api(FastAPI):
    def build_middleware_stack(self) -> ASGIApp:
        """Around everything, FastAPI's own handler of crashes too: add_middleware would put these inside of it, and
        then a 500 has no CORS headers and a browser hides it."""
        app: ASGIApp = RequestLog(super().build_middleware_stack())
        if settings.cors_origins:
            app = CORSMiddleware(
                app,
                allow_origins=settings.cors_origins,
                allow_methods=["GET", "POST", "PATCH", "DELETE"],
                allow_headers=["Authorization", "Content-Type"],
                expose_headers=["X-Request-Id"],
            )
        return app


configure_logs()
app = Api(
    title="User CRUD",
    version="1.0.0",
    lifespan=lifespan,
    # Longer bodies are refused with 413; in plain text when Content-Length announces them, as FastAPI does it.
    max_body_size=64 * 1024,
    responses={
        "4XX": {"model": ErrorBody, "description": "Refused"},
        "5XX": {"model": ErrorBody, "description": "Failed"},
    },
    # Names of functions as operation ids: generated types then carry them, and they change only when we rename.
    generate_unique_id_function=lambda route: route.name,
)
install_error_handlers(app)
for router in (health.router, token.router, users.router, notes.router, stats.router):
    app.include_router(router)
