"""Pinned notes

The second migration, for rows that are there already: the new column gets a value for them, then loses its default.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None

_INDEX = "ix_notes_owner_id_pinned_updated_at"


def upgrade() -> None:
    with op.batch_alter_table("notes") as notes:
        notes.add_column(sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("notes") as notes:
        notes.alter_column("pinned", server_default=None)
    op.create_index(_INDEX, "notes", ["owner_id", "pinned", "updated_at"])


def downgrade() -> None:
    op.drop_index(_INDEX, "notes")
    with op.batch_alter_table("notes") as notes:
        notes.drop_column("pinned")
