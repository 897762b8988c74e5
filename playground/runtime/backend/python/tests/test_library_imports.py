from pathlib import Path

import pytest

from both_ends.library_imports import library_names
from both_ends.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "backend")


def test_it_follows_their_files_and_names_the_rest(workspace: Workspace) -> None:
    workspace.write(
        {
            "app/__init__.py": "",
            "app/main.py": "import wave\nfrom .routes import users\nfrom app.settings import settings\n",
            "app/routes/__init__.py": "",
            "app/routes/users.py": "from imaplib import IMAP4\nfrom ..models import User\n",
            "app/models.py": "import sndhdr_none\n",
            "app/settings.py": "if True:\n    import mailbox\n",
        }
    )
    assert library_names(workspace.root, "app.main") == ["wave", "imaplib", "sndhdr_none", "mailbox"]


def test_what_a_function_imports_is_left_for_then(workspace: Workspace) -> None:
    workspace.write({"main.py": "import wave\ndef later():\n    import imaplib\n"})
    assert library_names(workspace.root, "main") == ["wave"]


def test_files_that_main_does_not_reach_do_not_count(workspace: Workspace) -> None:
    workspace.write({"main.py": "x = 1\n", "tests/test_main.py": "import wave\n"})
    assert library_names(workspace.root, "main") == []


def test_a_circle_and_a_syntax_error_are_no_hindrance(workspace: Workspace) -> None:
    workspace.write({"main.py": "import a\n", "a.py": "import main, b\n", "b.py": "def (:\n"})
    assert library_names(workspace.root, "main") == []
