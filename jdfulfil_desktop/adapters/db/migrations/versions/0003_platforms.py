"""Know which of JD's platforms an account speaks to, and JD's own way bills of an order."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    script = Path(__file__).with_suffix(f".{op.get_bind().dialect.name}.sql")
    for statement in script.read_text(encoding="utf-8").split(";;\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    raise NotImplementedError("a copy of the file from before is kept beside it")
