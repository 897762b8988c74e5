// An app that does everything the backend must carry, for tests.
export const EXAMPLE = `
import asyncio, itertools, os, time
from contextlib import asynccontextmanager
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse
from pwdlib import PasswordHash
from sqlmodel import Field, Session, SQLModel, create_engine, select

engine = create_engine(os.environ["DATABASE_URL"])
made = closed = left = 0


class Person(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    photo: bytes | None = None


@asynccontextmanager
async def lifespan(app: FastAPI):
    await asyncio.sleep(0.01)
    SQLModel.metadata.create_all(engine)
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/early")
def early(): return "waited"


@app.get("/cookies")
def cookies(response: Response):
    response.set_cookie("a", "1")
    response.set_cookie("b", "2", httponly=True)


@app.get("/nothing", status_code=204)
def nothing(): return None


@app.api_route("/head", methods=["GET", "HEAD"])
def head(): return "text"


@app.post("/size")
async def size(request: Request):
    parts = [len(part) async for part in request.stream()]
    return {"size": sum(parts), "parts": len(parts)}


@app.get("/events")
async def events():
    async def parts():
        global closed
        try:
            for number in itertools.count():
                yield f"data: {number}\\n\\n"
                await asyncio.sleep(0.01)
        finally:
            closed += 1
    return StreamingResponse(parts(), media_type="text/event-stream")


@app.get("/closed")
def read_closed(): return closed


@app.get("/many")
def many():
    def parts():
        global made
        for made in range(1000):
            yield b"x" * 1000
    return StreamingResponse(parts())


@app.get("/made")
def read_made(): return made


@app.get("/wait")
async def wait(request: Request):
    global left
    while not await request.is_disconnected():
        await asyncio.sleep(0.01)
    left += 1


@app.get("/left")
def read_left(): return left


@app.get("/loop")
def loop():
    while True:
        pass


@app.get("/sleeping-loop")
def sleeping_loop():
    while True:
        try:
            time.sleep(0.01)
        except Exception:
            pass


@app.get("/generator-loop")
def generator_loop(): return sum(1 for _ in itertools.count())


@app.get("/recursion")
def recursion(): return recursion()


@app.get("/hash")
def hash_password():
    password_hash = PasswordHash.recommended()
    hashed = password_hash.hash("Grüße")
    return [hashed, password_hash.verify("Grüße", hashed), password_hash.verify("x", hashed)]


@app.get("/late")
def late():
    import csv, email.mime.text, sqlalchemy.dialects.postgresql, statistics
    return statistics.mean([1, 2, 3])


@app.get("/people")
def people() -> list[Person]:
    with Session(engine) as session:
        return list(session.exec(select(Person)).all())


@app.get("/print")
def prints(): print("hello")
`
