"""Remember what users say of columns that no layout knows (R31)."""

from __future__ import annotations

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import ColumnMap, UnitOfWork
from jdfulfil_desktop.domain.commands import RememberColumns
from jdfulfil_desktop.domain.errors import UsageError
from jdfulfil_desktop.domain.events import SettingsChanged
from jdfulfil_desktop.domain.order import Channel

SETTING = "column_maps"
"""Setting: fingerprint -> {channel, fields}, the newest last."""


def remember_columns(command: RememberColumns, uow: UnitOfWork, env: Env) -> None:
    """Keep a word, in the place of an older one about the same headers."""
    if not command.fingerprint:
        raise UsageError("columns_unknown")
    known = _kept(uow.settings.get(SETTING))
    known.pop(command.fingerprint, None)
    if command.fields:
        known[command.fingerprint] = {
            "channel": str(command.channel),
            "fields": dict(command.fields),
            "by": env.actor,
            "at": env.now().isoformat(),
        }
    uow.settings.put(SETTING, known)
    uow.emit(SettingsChanged())


def column_maps(setting: object) -> dict[str, ColumnMap]:
    """Read the setting; what does not look like a word of ours is left out."""
    found: dict[str, ColumnMap] = {}
    for mark, one in _kept(setting).items():
        if isinstance(one, dict) and isinstance(one.get("fields"), dict):
            channel = str(one.get("channel", ""))
            if channel in set(Channel):
                fields = {str(header): str(name) for header, name in one["fields"].items()}
                found[mark] = ColumnMap(Channel(channel), fields)
    return found


def known_columns(uow: UnitOfWork) -> dict[str, ColumnMap]:
    """Give all that users said, by fingerprint."""
    return column_maps(uow.settings.get(SETTING))


def _kept(setting: object) -> dict[str, object]:
    return {str(key): value for key, value in setting.items()} if isinstance(setting, dict) else {}
