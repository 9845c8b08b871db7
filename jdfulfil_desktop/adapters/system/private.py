"""Make folders and files that only this user can read: 0700 and 0600."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from jdfulfil_desktop.domain.errors import EnvironmentProblem

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(path: Path) -> Path:
    """Make a folder and its missing parents, each for this user alone, and return it.

    Folders that were there keep their rights: they may be shared on purpose.

    Raises: EnvironmentProblem `folder_unusable`.
    """
    try:
        for folder in reversed([path, *path.parents]):
            if not folder.exists():
                folder.mkdir(FOLDER_MODE, exist_ok=True)
        if not path.is_dir():
            raise NotADirectoryError(path)
    except OSError as error:
        raise EnvironmentProblem("folder_unusable", subject=str(path)) from error
    return path


def create_file(path: str | os.PathLike[str], flags: int) -> int:
    """Open a file, for this user alone where it is new; fits `open(opener=)`."""
    return os.open(path, flags, FILE_MODE)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file's content in one step: after a power cut it is the old one or the new one.

    Raises: OSError; the old content is then still there.
    """
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with open(draft, "xb", opener=create_file) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Write the folder's own entry down; Windows has no such call and does not need it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
