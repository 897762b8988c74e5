"""One throw-away app and a few requests to it: what they import and cache is then in the archive or in the snapshot.

Nothing of the app is left: its tables are in a registry of their own and its database is in memory.
"""

import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import BackgroundTasks, Cookie, Depends, FastAPI, Form, Header, HTTPException, Query, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.security import OAuth2PasswordBearer
from pydantic import EmailStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.orm import registry
from sqlalchemy.pool import StaticPool
from sqlmodel import Field, Session, SQLModel, col, create_engine, func, or_, select

from both_ends.asgi.lifespan import Lifespan
from both_ends.asgi.request import AsgiRequest
from both_ends.asgi.scope import RequestHead, build_scope

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"
REQUESTS = [
    ("POST", "/people", b'{"email":"a@example.com","name":"A"}', JSON_TYPE, 201),
    ("GET", "/people", b"", "", 200),
    ("POST", "/people", b'{"email":"x"}', JSON_TYPE, 422),
    ("GET", "/missing", b"", "", 404),
    ("GET", "/openapi.json", b"", "", 200),
    ("POST", "/form", b"name=a", FORM_TYPE, 200),
    ("GET", "/stream", b"", "", 200),
    ("GET", "/me", b"", "", 401),
]


class WarmSettings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")
    database_url: str = "sqlite://"


class WarmBase(SQLModel, registry=registry()):
    pass


class WarmPerson(WarmBase, table=True):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    email: str = Field(unique=True, index=True)
    name: str | None = None


class WarmCreate(SQLModel):
    email: EmailStr
    name: str | None = None


class _Discard:
    """A reply that keeps the status only."""

    status = 0

    def head(self, status: int, headers: str) -> None:
        self.status = status

    def chunk(self, data: bytes) -> bool:
        return True

    def end(self) -> None:
        return

    def fail(self, message: str) -> None:
        return

    def pull(self) -> None:
        return


def build_app() -> FastAPI:
    engine = create_engine("sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        WarmBase.metadata.create_all(engine)
        yield
        engine.dispose()

    def get_session() -> Iterator[Session]:
        with Session(engine) as session:
            yield session

    app = FastAPI(lifespan=lifespan)
    app.add_middleware(CORSMiddleware, allow_origins=["*"])
    _add_people(app, get_session)
    _add_others(app)
    return app


def _add_people(app: FastAPI, get_session: object) -> None:
    session_dependency = Depends(get_session)  # type: ignore[arg-type]  # passed as it is

    @app.post("/people", status_code=201)
    def create(person: WarmCreate, tasks: BackgroundTasks, session: Session = session_dependency) -> WarmPerson:
        made = WarmPerson.model_validate(person)
        session.add(made)
        session.commit()
        session.refresh(made)
        tasks.add_task(int)
        return made

    @app.get("/people")
    def people(
        session: Session = session_dependency, q: Annotated[str, Query(max_length=20)] = "", x_id: str = Header("")
    ) -> list[WarmPerson]:
        found = or_(col(WarmPerson.name).contains(q), col(WarmPerson.email).contains(q))
        session.exec(select(func.count()).select_from(WarmPerson).where(found)).one()
        return list(session.exec(select(WarmPerson).where(found).order_by(col(WarmPerson.name)).limit(10)).all())


def _add_others(app: FastAPI) -> None:
    token = OAuth2PasswordBearer(tokenUrl="token")

    @app.get("/missing")
    def missing() -> None:
        raise HTTPException(404)

    @app.post("/form")
    def form(name: Annotated[str, Form()], response: Response, theme: str = Cookie("")) -> JSONResponse:
        response.set_cookie("a", "b", httponly=True, samesite="lax")
        return JSONResponse({"name": name, "settings": WarmSettings().database_url})

    @app.get("/stream")
    async def stream() -> StreamingResponse:
        async def parts() -> AsyncIterator[bytes]:
            yield b"data: 1\n\n"

        return StreamingResponse(parts(), media_type="text/event-stream")

    @app.get("/me")
    def me(value: Annotated[str, Depends(token)]) -> str:
        return value


async def run_once() -> None:
    app = build_app()
    lifespan = Lifespan(app)
    await lifespan.startup()
    for method, path, body, kind, expected in REQUESTS:
        headers = [("content-type", kind)] if kind else []
        head: RequestHead = {
            "method": method,
            "scheme": "http",
            "host": "localhost",
            "port": 8000,
            "path": path,
            "query": "",
            "headers": headers,
        }
        reply = _Discard()
        request = AsgiRequest(build_scope(head, {}), reply, bool(body), lambda: None)
        if body:
            request.feed(body, more=False)
        error = await request.run(app)
        if error is not None or reply.status != expected:
            raise AssertionError(f"warm-up: {method} {path} gave {reply.status}") from error
    await lifespan.shutdown()
    WarmBase.metadata.clear()
