import json
from pathlib import Path
from textwrap import dedent

import pytest

from both_ends.traceback_filter import LearnerError, learner_error
from both_ends.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "backend")


def error_of(workspace: Workspace, source: str) -> LearnerError:
    """What the source of main.py raises when it runs."""
    workspace.write({"main.py": dedent(source).lstrip("\n")})
    path = str(workspace.root / "main.py")
    try:
        exec(compile(Path(path).read_text(), path, "exec"), {"json": json})
    except BaseException as error:
        return learner_error(error, workspace)
    raise AssertionError("it did not raise")


def test_the_place_is_the_last_line_of_theirs(workspace: Workspace) -> None:
    shown = error_of(workspace, "def f():\n    return json.loads('{')\nf()\n")
    assert shown["place"] == {"file": "backend/main.py", "line": 2, "column": 12}
    assert shown["message"].startswith("json.decoder.JSONDecodeError: ")


def test_only_their_frames_stay_and_under_workspace_paths(workspace: Workspace) -> None:
    stack = error_of(workspace, "json.loads('{')\n")["stack"] or ""
    assert 'File "backend/main.py", line 1' in stack
    assert "decoder.py" not in stack


def test_the_code_frame_marks_line_and_column(workspace: Workspace) -> None:
    shown = error_of(workspace, "one = 1\ntwo = one / 0\nthree = 3\n")
    assert shown["codeFrame"] == "  1 | one = 1\n> 2 | two = one / 0\n    |       ^\n  3 | three = 3"


def test_the_column_counts_characters(workspace: Workspace) -> None:
    shown = error_of(workspace, 'x = ["äöü", 1 / 0]\n')
    assert shown["place"] == {"file": "backend/main.py", "line": 1, "column": 13}


def test_a_syntax_error_has_place_and_caret_but_no_import_machinery(workspace: Workspace) -> None:
    shown = error_of(workspace, "def f(:\n    pass\n")
    assert shown["place"] == {"file": "backend/main.py", "line": 1, "column": 7}
    assert shown["message"] == "SyntaxError: invalid syntax"
    assert "importlib" not in (shown["stack"] or "")


def test_a_cause_keeps_its_frames_too(workspace: Workspace) -> None:
    shown = error_of(
        workspace,
        """
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise RuntimeError("no") from error
        """,
    )
    assert shown["message"] == "RuntimeError: no"
    assert "ZeroDivisionError: division by zero" in (shown["stack"] or "")


def test_an_error_in_a_group_gives_its_place(workspace: Workspace) -> None:
    shown = error_of(
        workspace,
        """
        try:
            1 / 0
        except ZeroDivisionError as error:
            inner = error
        def later(): raise ExceptionGroup("both", [inner])
        exec("later()", globals())
        """,
    )
    assert shown["place"] is not None
    assert shown["place"]["file"] == "backend/main.py"


def test_all_frames_stay_where_none_is_theirs(workspace: Workspace) -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads("{")
    shown = learner_error(raised.value, workspace)
    assert shown["place"] is None
    assert "decoder.py" in (shown["stack"] or "")
