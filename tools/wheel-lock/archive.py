"""Makes the archives that the backend worker loads. Runs inside Pyodide, so that the byte code is this Pyodide's own.

Everything lies at the root of one zip: the standard library, the wheels and both_ends. One archive, because a second
one further down sys.path cannot add a submodule to a package of the first.
"""

from __future__ import annotations

import marshal
import py_compile
import sys
import zipfile
from pathlib import Path, PurePosixPath
from types import CodeType

import line_table
from library_patches import patched

MOUNT = "/lib/python314.zip"
"""Where the worker mounts the archive: the file names in tracebacks begin with it."""

# No app reaches these: other databases' dialects, pydantic's v1 copy, mypy plugins, DNS lookups, desktop parts.
DROPPED_FOLDERS = (
    "sqlalchemy/dialects/mysql",
    "sqlalchemy/dialects/oracle",
    "sqlalchemy/dialects/mssql",
    "sqlalchemy/testing",
    "sqlalchemy/ext/mypy",
    "pydantic/v1",
    "dns",
    "idlelib",
    "lib2to3",
    "tkinter",
    "turtledemo",
    "ensurepip",
    "test",
    "pydoc_data",
    "curses",
    "dbm",
)
# argon2's low_level needs cffi; both_ends brings a stand-in (argon2_low_level.py).
DROPPED_FILES = ("pydantic/mypy.py", "argon2/low_level.py")
DROPPED_SUFFIXES = (".pyi", ".typed", ".pyx", ".pxd", ".c", ".h", ".rst", ".pem", ".exe", ".so")
PYC_HEADER = 16
"""Bytes: magic number, flags and hash (PEP 552)."""
KEPT_METADATA = ("METADATA", "entry_points.txt")
# anyio reads its own source to build its lazy imports, so this source must ship beside the byte code.
READS_ITS_SOURCE = b"install_lazy_importer()"


def is_kept(name: str) -> bool:
    path = PurePosixPath(name)
    if name.startswith(tuple(folder + "/" for folder in DROPPED_FOLDERS)) or name in DROPPED_FILES:
        return False
    if path.parts[0].endswith(".dist-info"):
        return len(path.parts) == 2 and path.name in KEPT_METADATA
    return not name.endswith(("/", *DROPPED_SUFFIXES)) and not path.parts[0].endswith(".data")


def shortened(name: str, content: bytes) -> bytes:
    """METADATA without its readme: only the header fields are ever asked for."""
    if name.endswith(".dist-info/METADATA"):
        return content.replace(b"\r\n", b"\n").split(b"\n\n")[0] + b"\n"
    return content


def compiled(name: str, source: bytes, scratch: Path) -> bytes:
    """Without docstrings, asserts and columns.

    Never checked against a source: nothing on disk has dates worth reading.
    """
    plain = scratch / "module.py"
    plain.write_bytes(source)
    py_compile.compile(
        str(plain),
        cfile=str(plain) + "c",
        dfile=f"{MOUNT}/{name}",
        doraise=True,
        optimize=2,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    made = Path(str(plain) + "c").read_bytes()
    code = marshal.loads(made[PYC_HEADER:])  # noqa: S302 (compiled on the line before)
    if not isinstance(code, CodeType):
        raise TypeError(name)
    return made[:PYC_HEADER] + marshal.dumps(line_table.without_columns(code))


def members(sources: list[str], scratch: Path) -> dict[str, bytes]:
    """What the zips `sources` become in the archive. The first one to bring a name wins."""
    made: dict[str, bytes] = {}
    for source in sources:
        with zipfile.ZipFile(source) as archive:
            for name in archive.namelist():
                if is_kept(name) and name not in made:
                    made.update(byte_code(name, archive.read(name), scratch))
    return made


def byte_code(name: str, content: bytes, scratch: Path) -> dict[str, bytes]:
    if not name.endswith(".py"):
        return {name: shortened(name, content)}
    made = {name + "c": compiled(name, patched(name, content), scratch)}
    if READS_ITS_SOURCE in content:
        made[name] = content
    return made


def write_archive(target: str, content: dict[str, bytes]) -> None:
    """Stored, sorted, dated alike: the same input gives the same bytes, and the host's brotli sees the content."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(content):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content[name])


def libraries(sources: list[str], folder: str) -> list[str]:
    """Unpacks the shared libraries, which no archive can hold; answers their paths in site-packages."""
    found: list[str] = []
    for source in sources:
        with zipfile.ZipFile(source) as archive:
            for name in archive.namelist():
                if name.endswith(".so"):
                    Path(folder, PurePosixPath(name).name).write_bytes(archive.read(name))
                    found.append(name)
    return sorted(found)


def imported_members(names: set[str]) -> set[str]:
    """Members of the mounted archive that sys.modules needs, with both_ends and the metadata that pydantic asks for."""
    wanted = {name for name in names if ".dist-info/" in name or name.startswith("both_ends/")}
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None) or ""
        if path.startswith(MOUNT + "/"):
            name = path.removeprefix(MOUNT + "/").removesuffix("c")
            wanted |= {name, name + "c"} & names
    return wanted
