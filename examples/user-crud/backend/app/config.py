"""Settings from the environment and from backend/.env. A wrong one stops the server and is named, its value is not."""

from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _name_the_driver(url: str) -> str:
    """Hosts hand out `postgres://…`, which SQLAlchemy does not know; psycopg is the driver we install."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return f"postgresql+psycopg://{url.removeprefix(prefix)}"
    return url


DatabaseUrl = Annotated[str, Field(pattern=r"^[a-z0-9+]+://"), AfterValidator(_name_the_driver)]


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    database_url: DatabaseUrl = "sqlite:///user-crud.db"
    # Where a pooler stands before the database (Neon, PgBouncer), migrations need the direct address.
    migration_database_url: DatabaseUrl | None = None
    # For tests and places without Alembic. Elsewhere `alembic upgrade head` makes the tables.
    create_tables: bool = False
    seed_demo: bool = False
    # Connections, and with them how many requests may use the database at once; others wait without a thread.
    pool_size: int = Field(default=5, ge=1, le=50)

    # Required, so that nobody runs with a secret that others know. .env.example says how to make one.
    jwt_secret: SecretStr = Field(min_length=32)
    session_minutes: int = Field(default=30, ge=1, le=24 * 60)

    # The floor that OWASP names. More memory is safer and makes parallel sign-ins larger: 5 at once use 5 times this.
    argon2_memory_kib: int = Field(default=19 * 1024, ge=8)
    argon2_time_cost: int = Field(default=2, ge=1)

    sign_in_attempts: int = Field(default=5, ge=1)
    sign_in_window_seconds: int = Field(default=60, ge=1)

    # Empty: only Next's server calls, and a server needs no CORS.
    cors_origins: list[str] = []


settings = Settings()
