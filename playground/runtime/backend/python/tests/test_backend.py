import time
from textwrap import dedent

from both_ends.reload import PATIENCE
from worker_double import Answer, Worker, head_json

HELLO = """
from fastapi import FastAPI
app = FastAPI()
@app.get("/")
def hello(): return {"text": "%s"}
"""


def test_an_edit_is_in_the_next_answer(worker: Worker) -> None:
    worker.load({"main.py": HELLO % "one"})
    assert worker.get("/").json() == {"text": "one"}
    worker.write({"main.py": HELLO % "two"})
    assert worker.get("/").json() == {"text": "two"}


def test_an_edit_of_a_module_that_main_imports_counts(worker: Worker) -> None:
    main = "from fastapi import FastAPI\nfrom .words import WORD\napp = FastAPI()\napp.get('/')(lambda: WORD)\n"
    worker.load({"app/__init__.py": "", "app/main.py": main, "app/words.py": "WORD = 1"})
    worker.write({"app/words.py": "WORD = 2"})
    assert worker.get("/").json() == 2


def test_a_syntax_error_is_said_and_mending_it_recovers(worker: Worker) -> None:
    worker.load({"main.py": HELLO % "one"})
    (error,) = worker.write({"main.py": "def f(:\n"})
    assert error["place"] == {"file": "backend/main.py", "line": 1, "column": 7}
    assert worker.get("/").status == 503
    assert worker.write({"main.py": HELLO % "two"}) == []
    assert worker.get("/").status == 200


def test_the_503_is_html_for_people_and_json_for_programs(worker: Worker) -> None:
    worker.load({"main.py": "import numpy\n"})
    page = worker.get("/", accept="text/html,*/*")
    assert page.values("content-type") == ["text/html; charset=utf-8"]
    assert b"FastAPI could not load backend/main.py" in page.body
    assert b"No module named &#x27;numpy&#x27;" in page.body
    detail = worker.get("/").json()
    assert isinstance(detail, dict)
    assert detail["detail"].endswith("ModuleNotFoundError: No module named 'numpy'")


def test_what_is_missing_is_said_in_uvicorns_words(worker: Worker) -> None:
    (no_file,) = worker.load({"readme.txt": ""})
    assert no_file["message"] == 'Error loading ASGI app. Could not import module "main".'
    (no_app,) = worker.write({"main.py": "x = 1\n"})
    assert no_app["message"] == 'Error loading ASGI app. Attribute "app" not found in module "main".'
    assert no_app["place"] == {"file": "backend/main.py", "line": 1, "column": 1}


def test_an_error_in_an_endpoint_is_a_500_and_an_error_of_theirs(worker: Worker) -> None:
    worker.load({"main.py": HELLO % "one" + "@app.get('/no')\ndef no(): return 1 / 0\n"})
    assert worker.get("/no").status == 500
    worker.run_until(lambda: worker.shown_errors != [])
    assert worker.shown_errors[0]["message"] == "ZeroDivisionError: division by zero"
    assert worker.lines[-1]["level"] == "error"
    assert worker.get("/").status == 200


def test_requests_wait_while_the_app_loads(worker: Worker) -> None:
    slow = "import asyncio, contextlib\n@contextlib.asynccontextmanager\nasync def slow(app):\n"
    slow += "    await asyncio.sleep(0.05)\n    yield\n"
    worker.backend.load({"main.py": slow + (HELLO % "one").replace("FastAPI()", "FastAPI(lifespan=slow)")}, print)
    assert worker.get("/").json() == {"text": "one"}


def test_a_stream_under_way_ends_at_an_edit(worker: Worker) -> None:
    streaming = dedent("""
        import asyncio
        from fastapi import FastAPI
        from fastapi.responses import StreamingResponse
        app = FastAPI()
        closed = []
        @app.get("/")
        def stream():
            async def parts():
                try:
                    while True:
                        yield b"x"
                        await asyncio.sleep(0.01)
                finally:
                    print("closed")
            return StreamingResponse(parts())
        """)
    worker.load({"main.py": streaming})
    answer = Answer()
    worker.backend.serve(head_json("GET", "/", []), False, answer)
    worker.run_until(lambda: answer.chunks > 1)
    start = time.monotonic()
    worker.write({"main.py": HELLO % "two"})
    assert worker.lines[-1]["text"] == "closed"
    assert time.monotonic() - start < PATIENCE
    assert worker.get("/").status == 200


def test_tasks_that_the_old_code_started_are_cancelled(worker: Worker) -> None:
    ticking = (
        "import asyncio\nasync def tick():\n    while True:\n        print('tick')\n        await asyncio.sleep(0.01)\n"
    )
    start = "@app.get('/start')\nasync def start():\n    app.state.task = asyncio.create_task(tick())\n"
    worker.load({"main.py": ticking + HELLO % "one" + start})
    worker.get("/start")
    worker.write({"main.py": HELLO % "two"})
    before = len(worker.lines)
    for _ in range(10):
        time.sleep(0.005)
        worker.backend.turn()
    assert len(worker.lines) == before


def test_a_reload_is_like_a_new_process(worker: Worker) -> None:
    marks = "import logging, os\nos.environ['MARK'] = '1'\nlog = logging.getLogger('theirs')\n"
    marks += "log.propagate = False\nlog.addHandler(logging.StreamHandler())\nlog.warning('once')\n"
    worker.load({"main.py": marks + HELLO % "one"})
    worker.write({"main.py": marks + "before = 1\n" + HELLO % "two"})
    assert [line["text"] for line in worker.lines] == ["once", "once"]
    worker.write({"main.py": "import os\n" + (HELLO % "two").replace('"two"', "os.environ.get('MARK')")})
    assert worker.get("/").json() == {"text": None}


def test_a_log_record_has_its_own_level(worker: Worker) -> None:
    main = "import logging\nlog = logging.getLogger('theirs')\nlog.addHandler(logging.StreamHandler())\n"
    worker.load({"main.py": main + "log.propagate = False\nlog.warning('careful')\n" + HELLO % "one"})
    assert [(line["level"], line["text"]) for line in worker.lines] == [("warn", "careful")]


def test_the_settings_file_is_read_by_the_app_and_by_nobody_else(worker: Worker) -> None:
    main = dedent("""
        import os
        from fastapi import FastAPI
        from pydantic_settings import BaseSettings, SettingsConfigDict
        class Settings(BaseSettings):
            model_config = SettingsConfigDict(env_file=".env")
            colour: str = "none"
        app = FastAPI()
        @app.get("/")
        def read(): return [Settings().colour, os.environ.get("COLOUR")]
        """)
    worker.load({"main.py": main, ".env": "COLOUR=green\n"})
    assert worker.get("/").json() == ["green", None]


def test_print_has_the_line_that_printed(worker: Worker) -> None:
    worker.load({"main.py": HELLO % "one" + "print('loaded')\n"})
    assert worker.lines == [
        {"level": "log", "text": "loaded", "place": {"file": "backend/main.py", "line": 6, "column": 1}}
    ]


def test_each_request_has_its_own_context(worker: Worker) -> None:
    main = dedent("""
        import contextvars
        from fastapi import FastAPI, Request
        name = contextvars.ContextVar("name", default="none")
        app = FastAPI()
        @app.middleware("http")
        async def remember(request: Request, call_next):
            if "name" in request.query_params: name.set(request.query_params["name"])
            return await call_next(request)
        @app.get("/")
        def read(): return name.get()
        """)
    worker.load({"main.py": main})
    assert [worker.get("/?name=ada").json(), worker.get("/").json()] == ["ada", "none"]
