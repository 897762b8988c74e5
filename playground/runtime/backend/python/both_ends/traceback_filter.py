"""A learner's error as the site shows it: their frames only, workspace paths, a code frame; their own words."""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Iterator
from typing import TypedDict

from both_ends.workspace import Workspace

LINES_AROUND = 3


class CodePlace(TypedDict):
    file: str
    line: int
    column: int


class LearnerError(TypedDict):
    """`LearnerError` of wire/learner-error.ts."""

    end: str
    message: str
    place: CodePlace | None
    codeFrame: str | None
    stack: str | None


def learner_error(error: BaseException, workspace: Workspace) -> LearnerError:
    found = _place(error, workspace)
    filename, place = found if found else (None, None)
    return {
        "end": "python",
        "message": error_line(error),
        "place": place,
        "codeFrame": code_frame(filename, place) if filename and place else None,
        "stack": workspace.in_text(filtered_traceback(error, workspace)),
    }


def plain_error(message: str, file: str | None = None) -> LearnerError:
    """An error without an exception: uvicorn's own sentences."""
    place: CodePlace | None = {"file": file, "line": 1, "column": 1} if file else None
    return {"end": "python", "message": message, "place": place, "codeFrame": None, "stack": None}


def error_line(error: BaseException) -> str:
    """The last line of a traceback, without its notes."""
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error.msg}"
    only = traceback.TracebackException(type(error), error, None)
    return next(iter(only.format_exception_only()), type(error).__name__).rstrip("\n")


def filtered_traceback(error: BaseException, workspace: Workspace) -> str:
    """All frames stay where none is the learner's: better a long traceback than none."""
    if isinstance(error, SyntaxError):
        # Place, line and caret are in the message itself; the frames are import machinery.
        return "".join(traceback.format_exception_only(error))
    whole = traceback.TracebackException.from_exception(error)
    _keep_theirs(whole, workspace)
    return "".join(whole.format())


def _keep_theirs(whole: traceback.TracebackException, workspace: Workspace) -> None:
    theirs = [frame for frame in whole.stack if workspace.holds(frame.filename)]
    if theirs:
        whole.stack = traceback.StackSummary.from_list(theirs)
    for linked in (whole.__cause__, whole.__context__, *(whole.exceptions or ())):
        if linked is not None:
            _keep_theirs(linked, workspace)


def _place(error: BaseException, workspace: Workspace) -> tuple[str, CodePlace] | None:
    for linked in _linked(error):
        if isinstance(linked, SyntaxError) and linked.filename and workspace.holds(linked.filename):
            line, column = linked.lineno or 1, linked.offset or 1
            return linked.filename, {"file": workspace.shown(linked.filename), "line": line, "column": column}
        frames = [frame for frame in traceback.extract_tb(linked.__traceback__) if workspace.holds(frame.filename)]
        if frames:
            last = frames[-1]
            column = _character_column(last)
            place: CodePlace = {"file": workspace.shown(last.filename), "line": last.lineno or 1, "column": column}
            return last.filename, place
    return None


def _linked(error: BaseException) -> Iterator[BaseException]:
    """The error, the members of its group, then what caused it."""
    yield error
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            yield from _linked(member)
    for linked in (error.__cause__, error.__context__):
        if linked is not None:
            yield from _linked(linked)


def _character_column(frame: traceback.FrameSummary) -> int:
    """Frames count bytes of UTF-8 from 0; the site counts characters from 1."""
    line = linecache.getline(frame.filename, frame.lineno or 1)
    return len(line.encode()[: frame.colno or 0].decode(errors="ignore")) + 1


def code_frame(filename: str, place: CodePlace) -> str | None:
    lines = linecache.getlines(filename)
    if not lines:
        return None
    first = max(1, place["line"] - LINES_AROUND)
    last = min(len(lines), place["line"] + LINES_AROUND)
    width = len(str(last))
    shown: list[str] = []
    for number in range(first, last + 1):
        mark = ">" if number == place["line"] else " "
        shown.append(f"{mark} {number:>{width}} | {lines[number - 1].rstrip()}".rstrip())
        if number == place["line"]:
            shown.append(f"  {'':>{width}} | {'':>{place['column'] - 1}}^")
    return "\n".join(shown)
