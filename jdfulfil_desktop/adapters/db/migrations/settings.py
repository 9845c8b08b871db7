"""Configure Alembic from code: there is no alembic.ini to lose."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from sqlalchemy import Connection


def alembic_config(connection: Connection) -> Config:
    """Give the configuration that runs steps on an open connection, in its transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
