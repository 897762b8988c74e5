"""Writes requirements.lock anew for the versions that it names: edit a version there, run this, look at the diff.

`python tools/wheel-lock/relock.py` asks pip's index for each wheel of Pyodide's platform and notes its hash.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LOCK = Path(__file__).with_name("requirements.lock")
TARGET = "--platform pyemscripten_2026_0_wasm32 --platform any --python-version 3.14 --implementation cp"
TAGS = "--abi cp314 --abi none --only-binary=:all: --no-deps --disable-pip-version-check --quiet"


def locked_line(pin: str, wheel: Path) -> str:
    return f"{pin} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


def fetch(pin: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", *TARGET.split(), *TAGS.split(), "-d", str(folder), pin]
    subprocess.run(command, check=True)  # noqa: S603  # our own arguments
    return max(folder.glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime_ns)


def relock(text: str) -> str:
    comments = [line for line in text.splitlines() if line.startswith("#")]
    pins = re.findall(r"^[a-z0-9-]+==[^\s\\]+", text, flags=re.MULTILINE)
    lines = list(comments)
    for pin in sorted(pins, key=lambda pin: pin.partition("==")[0]):
        with tempfile.TemporaryDirectory() as folder:
            lines.append(locked_line(pin, fetch(pin, Path(folder))))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    LOCK.write_text(relock(LOCK.read_text()))
