"""The files that the build packs into `_resources/assets.rcc`: style sheet, logo, small glyphs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QResource

import jdfulfil_desktop


class ResourcesMissingError(RuntimeError):
    """Tell that the build's outputs are not there: `make assets` makes them."""


@lru_cache(maxsize=1)
def register_resources() -> None:
    """Make `:/icons/...` and `:/qss/...` readable; once a process.

    Raises:
        ResourcesMissingError: the build hook has not run.
    """
    # Not importlib.resources: it brings tempfile along, and 8 ms of the start with it.
    path = Path(str(jdfulfil_desktop.__file__)).parent / "_resources" / "assets.rcc"
    if not path.is_file() or not QResource.registerResource(str(path)):
        raise ResourcesMissingError(f"{path} is missing or damaged: run `make assets`")


def read_text(name: str) -> str:
    """Return the text of a packed file such as `:/qss/app.qss`."""
    register_resources()
    file = QFile(name)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise ResourcesMissingError(f"{name} is not among the packed files")
    try:
        return bytes(file.readAll().data()).decode("utf-8")
    finally:
        file.close()
