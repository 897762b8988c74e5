"""One shape for every error."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from .schemas import ErrorBody

log = logging.getLogger(__name__)

# Our own table: the phrases of http.HTTPStatus change between Python versions.
_CODES = {
    400: "bad_request",
    401: "not_signed_in",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "wrong_media_type",
}


class ApiError(Exception):
    """What an endpoint says when it says no."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        field: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.fields = {field: message} if field else {}
        self.headers = headers


def not_signed_in() -> ApiError:
    """One answer for every reason: which part of a token was wrong is nobody's business."""
    headers = {"WWW-Authenticate": "Bearer"}
    return ApiError(401, "not_signed_in", "Please sign in.", headers=headers)


def not_found(what: str) -> ApiError:
    return ApiError(404, "not_found", f"There is no such {what}.")


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


def _message(error: Mapping[str, Any]) -> str:
    limits = error.get("ctx", {})
    match error["type"]:
        case "too_short" | "string_too_short":  # a secret's own words speak of a list with items
            least = limits["min_length"]
            return "This must not be empty." if least == 1 else f"Please use at least {least} characters."
        case "too_long" | "string_too_long":
            return f"Please use at most {limits['max_length']} characters."
        case "extra_forbidden":
            return "There is no such field."
        case _:
            return _sentence(error["msg"])


def _fields(errors: Sequence[Any]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for error in errors:
        where = [str(part) for part in error["loc"] if part not in ("body", "query", "path")]
        # The name of an unknown field is input as well: say that one is there, not which.
        name = "body" if error["type"] == "extra_forbidden" else ".".join(where)
        # A broken JSON body is located by a number, which is no name of a field.
        fields.setdefault("body" if not name or name.isdigit() else name, _message(error))
    return fields


def install_error_handlers(app: FastAPI) -> None:
    @app.exception_handler(RequestValidationError)
    def on_invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        body = {"detail": error.errors(), "body": error.body}
        return JSONResponse(jsonable_encoder(body), status_code=422)

    @app.exception_handler(ApiError)
    def on_refusal(_request: Request, error: ApiError) -> JSONResponse:
        return _answer(error.status, error.code, error.message, error.fields, error.headers)

    @app.exception_handler(HTTPException)
    def on_http_error(_request: Request, error: HTTPException) -> JSONResponse:
        # The headers stay: 405 names what is allowed in one of them, 401 how to sign in.
        if error.status_code == 401:
            return on_refusal(_request, not_signed_in())
        code = _CODES.get(error.status_code, "error")
        return _answer(error.status_code, code, _sentence(str(error.detail)), headers=error.headers)

    @app.exception_handler(Exception)
    def on_crash(_request: Request, error: Exception) -> JSONResponse:
        log.error("Unexpected error", exc_info=error)
        return _answer(500, "internal", "Something went wrong on the server.")
