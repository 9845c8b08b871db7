"""Look at this PC: program, Python, data folder, free space."""

from __future__ import annotations

import platform
import shutil
import tempfile
from pathlib import Path

from jdfulfil_desktop import __version__
from jdfulfil_desktop.application.remote.checkup import Check

_LOW_MIB = 500


def check_program() -> Check:
    """Say which program runs on what."""
    about = {"version": __version__, "python": platform.python_version()}
    return Check("program", "ok", {**about, "system": f"{platform.system()} {platform.release()}"})


def check_folder(folder: Path) -> Check:
    """Write a file into the data folder and look at the space that is left."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"doctor")
        free = shutil.disk_usage(folder).free // (1024 * 1024)
    except OSError:
        return Check("folder", "failed", {"folder": str(folder)})
    verdict = "ok" if free >= _LOW_MIB else "warning"
    return Check("folder", verdict, {"folder": str(folder), "free": free})
