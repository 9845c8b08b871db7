"""Remember what was met in a watched folder, and say what of it wants a person (R31)."""

from __future__ import annotations

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.commands import NoteWatchedFile
from jdfulfil_desktop.domain.events import AlertRaised

SETTING = "watched_files"
"""Setting: digests of the newest files that were met, the newest last."""
_KEPT = 2_000


def note_watched_file(command: NoteWatchedFile, uow: UnitOfWork, env: Env) -> None:
    """Keep a file's digest, so that its content is never imported twice; alert where it waits."""
    if command.digest:
        known = [one for one in met_files(uow.settings.get(SETTING)) if one != command.digest]
        uow.settings.put(SETTING, [*known, command.digest][-_KEPT:])
    if command.problem:
        uow.journal.alert("watched_file_waits", command.file, env.now(), problem=command.problem)
        uow.emit(AlertRaised("watched_file_waits", command.file))


def met_files(setting: object) -> list[str]:
    """Read the setting."""
    return [str(one) for one in setting] if isinstance(setting, list) else []
