"""One shape for every error. Nothing of the request is repeated in it: FastAPI's own handler would echo the input."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from .models import ErrorBody

log = logging.getLogger(__name__)

# Our own table: the phrases of http.HTTPStatus change between Python versions.
_CODES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 409: "conflict", 413: "too_large"}


class FieldConflict(Exception):
    """The value of a field is taken."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def _answer(
    status: int, code: str, message: str, fields: dict[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    body = ErrorBody(code=code, message=message, fields=fields or {})
    return JSONResponse(body.model_dump(), status_code=status, headers=headers)


def _sentence(message: str) -> str:
    """Pydantic's "Value error, too short" as a person would write it."""
    text = message.removeprefix("Value error, ")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _fields(errors: Sequence[Any]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for error in errors:
        where = [str(part) for part in error["loc"] if part not in ("body", "query", "path")]
        fields.setdefault(".".join(where) or "body", _sentence(error["msg"]))
    return fields


def install_error_handlers(app: FastAPI) -> None:
    @app.exception_handler(RequestValidationError)
    def on_invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        return _answer(422, "invalid", "Some fields are not right.", _fields(error.errors()))

    @app.exception_handler(FieldConflict)
    def on_conflict(_request: Request, error: FieldConflict) -> JSONResponse:
        return _answer(409, "conflict", error.message, {error.field: error.message})

    @app.exception_handler(HTTPException)
    def on_http_error(_request: Request, error: HTTPException) -> JSONResponse:
        # The headers stay: 405 names what is allowed in one of them.
        code = _CODES.get(error.status_code, "error")
        return _answer(error.status_code, code, _sentence(str(error.detail)), headers=error.headers)

    @app.exception_handler(Exception)
    def on_crash(_request: Request, error: Exception) -> JSONResponse:
        log.error("Unexpected error", exc_info=error)
        headers = {"Access-Control-Allow-Origin": "*"}
        return _answer(500, "internal", "Something went wrong on the server.", headers=headers)
