import asyncio
import contextvars
import importlib
import sys
import threading
import time
import warnings
import zipfile
import zipimport
from pathlib import Path

import anyio
import anyio.from_thread
import anyio.to_thread
import pytest
from fastapi import FastAPI, WebSocket

from both_ends.patches import late_archive, module_code_once, sync_loop, sync_portal
from both_ends.patches.turn_loop import TurnLoop

name: contextvars.ContextVar[str] = contextvars.ContextVar("name", default="none")


def test_sync_work_runs_here_and_its_context_does_not_leak() -> None:
    def work() -> int:
        name.set("inside")
        return threading.get_ident()

    async def both() -> tuple[int, str]:
        return await anyio.to_thread.run_sync(work), name.get()

    assert sync_loop.run(both()) == (threading.get_ident(), "none")


def test_asyncio_to_thread_runs_here_too() -> None:
    assert sync_loop.run(asyncio.to_thread(threading.get_ident)) == threading.get_ident()


def test_a_wait_that_can_never_end_raises_instead_of_hanging() -> None:
    with pytest.raises(RuntimeError, match="nothing left to run"):
        sync_loop.run(asyncio.Event().wait())


def test_a_loop_inside_a_running_loop_is_allowed() -> None:
    async def outer() -> int:
        return sync_loop.run(asyncio.sleep(0, 5)) + await asyncio.sleep(0, 1)

    assert sync_loop.run(outer()) == 6


def test_the_test_client_works_without_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anyio.from_thread, "start_blocking_portal", sync_portal.start_blocking_portal)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Starlette would rather have httpx2
        from starlette.testclient import TestClient
    app = FastAPI()

    @app.get("/")
    def here() -> int:
        return threading.get_ident()

    @app.websocket("/ws")
    async def echo(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("echo " + await socket.receive_text())
        await socket.close()

    with TestClient(app) as client:
        assert client.get("/").json() == threading.get_ident()
        with client.websocket_connect("/ws") as socket:
            socket.send_text("hi")
            assert socket.receive_text() == "echo hi"


def test_a_turn_runs_all_that_is_ready() -> None:
    loop = TurnLoop()
    seen: list[int] = []

    async def count() -> None:
        for number in range(5):
            seen.append(number)
            await asyncio.sleep(0)

    task = loop.create_task(count())
    assert loop.turn() == -1
    assert (seen, task.done()) == ([0, 1, 2, 3, 4], True)
    loop.close()


def test_a_turn_says_when_the_next_timer_is_due() -> None:
    loop = TurnLoop()
    task = loop.create_task(asyncio.sleep(0.05))
    assert 0 < loop.turn() <= 50
    time.sleep(0.06)
    loop.turn()
    assert task.done()
    loop.close()


def test_an_endless_chain_of_ready_work_gives_way() -> None:
    loop = TurnLoop()

    async def spin() -> None:
        while True:
            await asyncio.sleep(0)

    task = loop.create_task(spin())
    start = time.monotonic()
    assert loop.turn() == 0
    assert time.monotonic() - start < 0.5
    task.cancel()
    loop.turn()
    loop.close()


def test_a_late_module_is_fetched_once_and_only_when_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mounts: list[int] = []

    def mount() -> None:
        mounts.append(1)
        (tmp_path / "late_one.py").write_text("x = 1\n")
        (tmp_path / "late_two.py").write_text("x = 2\n")

    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.syspath_prepend(tmp_path)
    late_archive.install(frozenset({"late_one", "late_two"}), mount)
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("never_heard_of")
    assert mounts == []
    assert importlib.import_module("late_one").x + importlib.import_module("late_two").x == 3
    assert mounts == [1]


def test_a_module_of_the_archive_is_read_once_for_each_import(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    archive = tmp_path / "modules.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("zipped_pack/__init__.py", "")
        made.writestr("zipped_pack/one.py", "value = 1\n")
    reads: list[str] = []

    def read(importer: zipimport.zipimporter, name: str) -> module_code_once.Found:
        reads.append(name)
        return original(importer, name)

    original = module_code_once.read_module
    monkeypatch.setattr(module_code_once, "read_module", read)
    monkeypatch.setattr(zipimport, "_get_module_code", original)
    monkeypatch.syspath_prepend(archive)
    module_code_once.install()
    one = importlib.import_module("zipped_pack.one")
    assert (one.value, reads) == (1, ["zipped_pack", "zipped_pack.one"])
    assert one.__file__ == str(archive / "zipped_pack" / "one.py")
    again = importlib.reload(one)
    assert (again.value, reads[2:]) == (1, ["zipped_pack.one"])
