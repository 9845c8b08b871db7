"""Create everything: the schema of the first release, frozen as SQL beside this file."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    script = Path(__file__).with_suffix(f".{op.get_bind().dialect.name}.sql")
    for statement in script.read_text(encoding="utf-8").split(";;\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    raise NotImplementedError("there is nothing before the first release")
