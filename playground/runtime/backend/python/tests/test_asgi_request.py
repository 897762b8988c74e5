import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from both_ends.asgi.request import AsgiRequest
from both_ends.asgi.scope import build_scope
from both_ends.asgi.types import App
from both_ends.patches import sync_loop
from worker_double import Answer

Play = Callable[[AsgiRequest], Awaitable[Any]]


async def nothing(_request: AsgiRequest) -> None:
    return


def answer_of(
    app: App, *, has_body: bool = False, play: Play = nothing, answer: Answer | None = None
) -> tuple[Answer, BaseException | None]:
    """`play` is the worker while the app runs."""
    kept = answer or Answer()
    head: Any = {"method": "GET", "scheme": "http", "host": "h", "port": 80, "path": "/", "query": "", "headers": []}

    async def both() -> BaseException | None:
        request = AsgiRequest(build_scope(head, {}), kept, has_body, lambda: None)
        running = asyncio.ensure_future(request.run(app))
        await play(request)
        return await running

    return kept, sync_loop.run(both())


def test_headers_stay_pairs_after_those_of_uvicorn() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        response = Response("x")
        response.set_cookie("a", "1")
        response.set_cookie("b", "2")
        await response(scope, receive, send)

    answer, error = answer_of(app)
    assert error is None
    assert [name for name, _ in answer.headers[:2]] == ["date", "server"]
    assert len(answer.values("set-cookie")) == 2


def test_the_body_is_pulled_chunk_by_chunk() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        parts = [len(part) async for part in Request(scope, receive).stream()]
        await JSONResponse(parts)(scope, receive, send)

    answer = Answer()

    async def play(request: AsgiRequest) -> None:
        for size, more in ((3, True), (2, False)):
            while answer.pulls == 0:
                await asyncio.sleep(0)
            answer.pulls = 0
            request.feed(b"x" * size, more)

    answer_of(app, has_body=True, play=play, answer=answer)
    assert answer.json() == [3, 2, 0]


def test_the_app_waits_while_the_reader_is_behind() -> None:
    made: list[int] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        async def parts() -> Any:
            for number in range(3):
                made.append(number)
                yield b"x"

        await StreamingResponse(parts())(scope, receive, send)

    seen: list[int] = []

    async def play(request: AsgiRequest) -> None:
        for _ in range(3):
            for _ in range(10):
                await asyncio.sleep(0)
            seen.append(len(made))
            request.resume()

    answer, _ = answer_of(app, play=play, answer=Answer(behind=True))
    assert seen == [1, 2, 3]
    assert answer.ended


def test_a_disconnect_ends_a_stream_and_runs_its_finally() -> None:
    closed: list[bool] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        async def parts() -> Any:
            try:
                while True:
                    yield b"x"
                    await asyncio.sleep(0.001)
            finally:
                closed.append(True)

        await StreamingResponse(parts())(scope, receive, send)

    async def play(request: AsgiRequest) -> None:
        await asyncio.sleep(0.01)
        request.disconnect()

    _, error = answer_of(app, play=play)
    assert error is None
    assert closed == [True]


def test_is_disconnected_turns_true_without_waiting() -> None:
    seen: list[bool] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope, receive)
        seen.append(await request.is_disconnected())
        await asyncio.sleep(0.01)
        seen.append(await request.is_disconnected())

    async def play(request: AsgiRequest) -> None:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        request.disconnect()

    answer_of(app, play=play)
    assert seen == [False, True]


def test_is_disconnected_is_true_although_the_body_was_never_read() -> None:
    seen: list[bool] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(0.01)
        seen.append(await Request(scope, receive).is_disconnected())

    async def play(request: AsgiRequest) -> None:
        await asyncio.sleep(0)
        request.disconnect()

    answer_of(app, has_body=True, play=play)
    assert seen == [True]


def test_an_app_that_raises_before_its_answer_gives_500() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise ValueError("no")

    answer, error = answer_of(app)
    assert (answer.status, answer.body) == (500, b"Internal Server Error")
    assert isinstance(error, ValueError)


def test_an_app_that_raises_in_the_middle_breaks_off() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        raise ValueError("no")

    answer, error = answer_of(app)
    assert answer.failure is not None
    assert isinstance(error, ValueError)


def test_an_app_that_forgets_to_answer_is_told_so() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        return

    answer, error = answer_of(app)
    assert answer.status == 500
    assert str(error) == "ASGI callable returned without starting response."
