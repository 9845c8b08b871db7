"""Tell which files of a watched download folder are whole and were not met before (R31).

Instant couriers cannot wait for a person: a user may switch on that exports are imported as they
arrive. A file counts by its content, so that the same export under another name is not imported
again; one that is still being written is left until it stands still.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from jdfulfil_desktop.application.order_files import SUFFIXES

_PIECE = 1024 * 1024
_LARGEST = 500 * 1024 * 1024
"""Larger files are no exports: reading them for their digest would keep the disk busy."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A file as a folder shows it: where it is, its size in bytes, when it was last written."""

    path: Path
    size: int
    written_ns: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found: files that are whole, and whether others are still being written."""

    whole: tuple[Standing, ...] = ()
    growing: bool = False


@dataclass(slots=True)
class Inbox:
    """Compare looks at a folder. Files that stand the same at two looks in a row are whole."""

    _before: dict[Path, Standing] = field(default_factory=dict)
    _given: set[Standing] = field(default_factory=set)

    def look(self, found: Iterable[Standing]) -> Look:
        """Look once; each state of a file is given once."""
        now = {one.path: one for one in found}
        fresh = [one for one in now.values() if one not in self._given]
        whole = tuple(one for one in fresh if one.size and self._before.get(one.path) == one)
        self._given.update(whole)
        self._given.intersection_update(now.values())
        self._before = now
        return Look(whole, growing=len(whole) < len(fresh))


def standing_in(folder: Path) -> list[Standing]:
    """List the tables of a folder, the oldest first; empty where it cannot be read just now.

    Downloads under way carry endings of their own, such as `.crdownload` and `.part`.
    """
    found = []
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~")):
                kept = _standing(path)
                found += [kept] if kept is not None else []
    except OSError:
        return []
    return sorted(found, key=lambda one: (one.written_ns, one.path.name))


def _standing(path: Path) -> Standing | None:
    try:
        state = path.stat()
    except OSError:  # it went between the two
        return None
    is_table = path.is_file() and state.st_size <= _LARGEST
    return Standing(path, state.st_size, state.st_mtime_ns) if is_table else None


def digest_of(path: Path) -> str:
    """Name a file by its content; empty where it cannot be read just now."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
