from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import library_patches

MODELS = "fastapi/openapi/models.py"


def installed(name: str) -> bytes:
    return Path(str(distribution("fastapi").locate_file(name))).read_bytes()


def test_the_models_of_an_openapi_document_are_built_when_they_are_used() -> None:
    module = ModuleType("patched_models")
    exec(compile(library_patches.patched(MODELS, installed(MODELS)), MODELS, "exec"), module.__dict__)  # noqa: S102
    models: list[Any] = [value for value in vars(module).values() if isinstance(value, type)]
    ready = [model.__pydantic_complete__ for model in models if issubclass(model, module.BaseModelWithConfig)]
    assert len(ready) > 30
    assert not any(ready)


def test_a_place_that_is_gone_is_an_error() -> None:
    with pytest.raises(ValueError, match="found 0 times"):
        library_patches.patched(MODELS, b"")


def test_other_files_stay_as_they_are() -> None:
    assert library_patches.patched("fastapi/applications.py", b"x") == b"x"
