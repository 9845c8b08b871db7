"""Change settings and put alerts away."""

from __future__ import annotations

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.history import SETTINGS, note_changes
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain.commands import ChangeSettings, DismissAlert
from jdfulfil_desktop.domain.events import AlertDismissed, SettingsChanged


def change_settings(command: ChangeSettings, uow: UnitOfWork, env: Env) -> Continued[None] | None:
    """Store settings; where verdicts depend on them, orders are decided anew (R22, R36)."""
    before = uow.settings.rules()
    old = {name: uow.settings.get(name) for name in command.values}
    note_changes(uow, env, SETTINGS, old, command.values)
    for name, value in command.values.items():
        uow.settings.put(name, value)
    uow.emit(SettingsChanged())
    if uow.settings.rules() == before:
        return None
    return with_redecided("all", None, uow, env)


def dismiss_alert(command: DismissAlert, uow: UnitOfWork, env: Env) -> None:
    """Put an alert away."""
    uow.journal.dismiss(command.alert_id)
    uow.emit(AlertDismissed(command.alert_id))
