from pathlib import Path

import pytest

from both_ends.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "backend")


def test_a_folder_gives_way_to_a_file_of_its_name(workspace: Workspace) -> None:
    workspace.write({"models/user.py": "x = 1"})
    workspace.write({"models": "plain"})
    assert (workspace.root / "models").read_text() == "plain"


def test_a_file_gives_way_to_a_folder_of_its_name(workspace: Workspace) -> None:
    workspace.write({"models": "plain"})
    workspace.write({"models/user.py": "x = 1"})
    assert (workspace.root / "models" / "user.py").read_text() == "x = 1"


def test_a_folder_goes_with_its_last_file(workspace: Workspace) -> None:
    workspace.write({"app/routes/users.py": "", "main.py": ""})
    workspace.write({"app/routes/users.py": None})
    assert sorted(path.name for path in workspace.root.iterdir()) == ["main.py"]


def test_bytes_stay_bytes_and_text_is_utf_8(workspace: Workspace) -> None:
    workspace.write({"logo.png": b"\x89PNG", "name.txt": "Grüße"})
    assert (workspace.root / "logo.png").read_bytes() == b"\x89PNG"
    assert (workspace.root / "name.txt").read_bytes() == "Grüße".encode()


def test_replace_leaves_nothing_of_before(workspace: Workspace) -> None:
    workspace.write({"old.py": "", "folder/old.py": ""})
    workspace.replace({"new.py": ""})
    assert [path.name for path in workspace.root.iterdir()] == ["new.py"]


@pytest.mark.parametrize("name", ["../outside.py", "a/../../b.py", "/etc/passwd", ""])
def test_a_path_outside_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(ValueError, match="Not a path inside backend/"):
        workspace.write({name: "x"})
