"""Know where data, settings, caches and logs lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from jdfulfil_desktop.adapters.system.private import make_folder

NAME = "jdfulfil"
DATA_DIR = "JDFULFIL_DATA_DIR"
DATABASE = "JDFULFIL_DATABASE"
LOG_FILE = "jdfulfil.log"


@dataclass(frozen=True, slots=True)
class Places:
    """The program's folders; each exists, and those made here are for this user alone."""

    data: Path
    config: Path
    cache: Path
    logs: Path

    @property
    def database(self) -> Path:
        """Give the file of the default database."""
        return self.data / "jdfulfil.db"


PRACTICE = "practice"
"""The folder of practice mode below the data directory: practice and business never meet."""


def places_for(
    environment: Mapping[str, str], data_dir: Path | None, *, practice: bool = False
) -> Places:
    """Find the folders of one way to work; practice mode has its own below the data directory."""
    places = find_places(environment, data_dir)
    return find_places(environment, places.data / PRACTICE) if practice else places


def find_places(environment: Mapping[str, str], data_dir: Path | str | None = None) -> Places:
    """Find the folders, and make those that are missing.

    `data_dir`, else `JDFULFIL_DATA_DIR`, else the platform's places. A given folder holds
    everything, so that two of them never meet.

    Raises: EnvironmentProblem where one cannot be made.
    """
    given = data_dir or environment.get(DATA_DIR)
    if given:
        base = Path(given).expanduser().absolute()
        places = Places(base, base / "config", base / "cache", base / "logs")
    else:
        dirs = PlatformDirs(NAME, appauthor=False)
        places = Places(
            dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path
        )
    for folder in (places.data, places.config, places.cache, places.logs):
        make_folder(folder)
    return places


def database_for(
    given: str, file: Path, environment: Mapping[str, str], *, practice: bool
) -> str | Path:
    """Choose the database: the one given, else `JDFULFIL_DATABASE`, else the file of the folder.

    Practice has a file of its own unless one is given: it never meets the shop's database.
    """
    return given or ("" if practice else environment.get(DATABASE, "")) or file
