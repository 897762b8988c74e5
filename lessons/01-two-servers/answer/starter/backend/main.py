"""The API: one endpoint that greets, one that says the server is up."""

from typing import Annotated

from fastapi import APIRouter, FastAPI, Query
from pydantic import BaseModel

app = FastAPI(title="Hello")
router = APIRouter(prefix="/api")


class Greeting(BaseModel):
    message: str
    letters: int


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@router.get("/hello")
def hello(name: Annotated[str, Query(min_length=1, max_length=40)] = "world") -> Greeting:
    message = f"Hello, {name}!"
    return Greeting(message=message, letters=sum(character.isalpha() for character in message))
