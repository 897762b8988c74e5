"""Settings from the environment and from backend/.env. A wrong one stops the server and is named, its value is not."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _name_the_driver(url: str) -> str:
    """Hosts hand out `postgres://…`, which SQLAlchemy does not know; psycopg is the driver we install."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return f"postgresql+psycopg://{url.removeprefix(prefix)}"
    return url


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    database_url: Annotated[str, AfterValidator(_name_the_driver)] = Field(
        default="sqlite:///directory.db", pattern=r"^[a-z0-9+]+://"
    )
    seed_demo_people: bool = True


settings = Settings()
