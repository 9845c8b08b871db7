"""Choose what a program does otherwise where several PCs share its database."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from jdfulfil_desktop.adapters.system.one_at_a_time import FileAccountLock, NoTurns
from jdfulfil_desktop.application.ports import AccountLock, Clock, Errands, SecretStore
from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RuleError


class Turns(AccountLock, Protocol):
    """The turns to sync accounts, and whether one is surely still ours."""

    def holds(self, pin: str) -> bool: ...


def secrets_for(database: Any, local: SecretStore) -> SecretStore:
    """Give where tokens lie: on this PC, or as ciphertext in the database that is shared."""
    if database.sharing is None:
        return local
    from jdfulfil_desktop.adapters.secrets.shared import SharedSecrets

    shared = SharedSecrets(database.sharing.url, local)
    database.sharing.also.append(shared.close)
    return shared


def turns_for(database: Any, folder: Path) -> Turns:
    """Give the lock that lets one process, of this PC or of all, sync an account."""
    if database.sharing is None:
        return NoTurns() if database.moved_to else FileAccountLock(folder)
    turns: Turns = database.sharing.turns
    return turns


def more_for(database: Any, secrets: SecretStore) -> dict[str, Any]:
    """Give what an office has beside its database: the installed app, the way to who syncs."""
    from jdfulfil_desktop.adapters.secrets.app_identity import KeptIdentity

    return {"identities": KeptIdentity(secrets), "errands": errands_for(database)}


def errands_for(database: Any) -> Errands | None:
    """Give the way to the PC that syncs, where several share the database."""
    if database.sharing is None:
        return None
    from jdfulfil_desktop.adapters.db.shared.errands import SharedErrands

    errands = SharedErrands(database.sharing.url, database.sharing.turns.holder)
    database.sharing.also.append(errands.close)
    return errands


def back_up(database: Any, target: Path) -> None:
    """Copy the database to a file of 0600 that this program opens, and look the copy through."""
    from jdfulfil_desktop.adapters.db.safekeeping import back_up_soundly

    if database.sharing is None:
        back_up_soundly(database.path, target)
        return
    from jdfulfil_desktop.adapters.db.shared.backups import copy_soundly

    copy_soundly(database.sharing.url, target)


def check(database: Any) -> Check:
    """Look an open database through (`doctor`)."""
    if database.sharing is None:
        from jdfulfil_desktop.adapters.db.safekeeping import check_database

        return check_database(database.path)
    from jdfulfil_desktop.adapters.db.shared.backups import check_server

    return check_server(database)


def export_key(secrets: SecretStore) -> str:
    """Give the key of a shared database's tokens. Raises RuleError `key_not_shared`."""
    from jdfulfil_desktop.adapters.secrets.shared import SharedSecrets

    if not isinstance(secrets, SharedSecrets):
        raise RuleError("key_not_shared")
    return secrets.export_key()


def import_key(secrets: SecretStore, key: str) -> None:
    """Take such a key from another PC. Raises RuleError `key_not_shared`, `key_wrong`."""
    from jdfulfil_desktop.adapters.secrets.shared import SharedSecrets

    if not isinstance(secrets, SharedSecrets):
        raise RuleError("key_not_shared")
    secrets.import_key(key)


def move_to(database: Any, secrets: SecretStore, target: str, clock: Clock) -> dict[str, int]:
    """Carry an open file over to an empty shared database, with its tokens; gives the counts.

    The file stays, and syncs no more. Raises RuleError, EnvironmentProblem.
    """
    from jdfulfil_desktop.adapters.db.shared.carrying import carry

    if database.sharing is not None:
        raise RuleError("move_from_shared", subject=str(database.path))
    try:
        return carry(database, secrets, target, clock.now())
    except OSError as error:
        raise EnvironmentProblem("disk", subject=str(database.path), reason=str(error)) from error
