"""Changes to libraries that can only be made in their source, before it is compiled. Each place must be there once."""

from __future__ import annotations

_OPENAPI_MODELS = "fastapi/openapi/models.py"

# Forty models of an OpenAPI document are built when FastAPI is imported, a quarter of what its import takes here.
# So marked, pydantic builds each when it is first used, as its documentation says of `defer_build`.
PATCHES: dict[str, list[tuple[bytes, bytes]]] = {
    _OPENAPI_MODELS: [
        (b'model_config = {"extra": "allow"}', b'model_config = {"extra": "allow", "defer_build": True}'),
        (b"\nSchema.model_rebuild()\nOperation.model_rebuild()\nEncoding.model_rebuild()\n", b"\n"),
    ],
}


def patched(name: str, source: bytes) -> bytes:
    """`name` is the member's path in its wheel.

    Raises ValueError when a place is missing or found twice: another version of the library needs another patch.
    """
    for before, after in PATCHES.get(name, []):
        if source.count(before) != 1:
            raise ValueError(f"{name}: {before!r} was found {source.count(before)} times, not once.")
        source = source.replace(before, after)
    return source
