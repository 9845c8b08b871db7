"""Grow every area by what its later pages keep: one script an area, beside this module."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    scripts = Path(__file__).with_suffix("")
    for script in sorted(scripts.glob(f"*.{op.get_bind().dialect.name}.sql")):
        for statement in script.read_text(encoding="utf-8").split(";;\n"):
            if statement.strip():
                op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    raise NotImplementedError("a copy of the file from before is kept beside it")
