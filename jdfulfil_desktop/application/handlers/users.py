"""Keep the users of this program, and let them take turns at one PC by PIN (R18)."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.history import note_changes, note_made, of_user
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import KeptRefusal
from jdfulfil_desktop.domain.account_commands import RestoreUser
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import UsersChanged
from jdfulfil_desktop.domain.house_commands import AddUser, ChangeUser, RemoveUser, SwitchUser
from jdfulfil_desktop.domain.users import (
    TRIES,
    Right,
    Role,
    User,
    check_pin,
    hash_pin,
    named,
)

_SALT_BYTES = 16


def add_user(command: AddUser, uow: UnitOfWork, env: Env) -> User:
    """Add a user.

    Raises RuleError `name_missing`, `user_exists`, `user_pin_invalid`, and `first_user_owner` where
    there would be no owner.
    """
    name, known = command.name.strip(), uow.users.all()
    if not name:
        raise RuleError("name_missing")
    if named(known, name) is not None:
        raise RuleError("user_exists", subject=name)
    if (gone := named(uow.users.removed(), name)) is not None:
        raise RuleError("user_removed", subject=gone.name)
    if not known and command.role is not Role.OWNER:
        raise RuleError("first_user_owner", subject=name)
    user = User(name, command.role, frozenset(command.rights), _hashed(command.pin))
    uow.users.save(user)
    note_made(uow, env, of_user(name))
    uow.emit(UsersChanged())
    return user


def change_user(command: ChangeUser, uow: UnitOfWork, env: Env) -> User:
    """Change a user; the last owner stays one (`last_owner`)."""
    user = _find(uow, command.name)
    if command.role is not Role.OWNER:
        _keep_an_owner(uow, user)
    changed = replace(user, role=command.role, ticked=frozenset(command.rights))
    if command.pin:
        changed = replace(changed, pin_hash=_hashed(command.pin)).unlocked()
    uow.users.save(changed)
    before = {"role": user.role, "rights": _listed(user)}
    after = {"role": changed.role, "rights": _listed(changed)}
    note_changes(uow, env, of_user(user.name), before, after)
    if command.pin:
        uow.journal.note(of_user(user.name), "new_pin", env.now(), env.actor)
    uow.emit(UsersChanged())
    return changed


def remove_user(command: RemoveUser, uow: UnitOfWork, env: Env) -> User:
    """Take a user away, to be brought back at will.

    The last owner goes last of all; then everybody may do everything again.
    """
    user = _find(uow, command.name)
    if len(uow.users.all()) > 1:
        _keep_an_owner(uow, user)
    return _archive(uow, env, user, archived=True)


def restore_user(command: RestoreUser, uow: UnitOfWork, env: Env) -> User:
    """Bring somebody back who was taken away; the first to come back has to be an owner."""
    user = named(uow.users.removed(), command.name)
    if user is None:
        raise RuleError("user_not_found", subject=command.name)
    if not uow.users.all() and user.role is not Role.OWNER:
        raise RuleError("first_user_owner", subject=user.name)
    return _archive(uow, env, user.unlocked(), archived=False)


def _archive(uow: UnitOfWork, env: Env, user: User, *, archived: bool) -> User:
    changed = replace(user, archived=archived)
    uow.users.save(changed)
    before, after = {"archived": user.archived}, {"archived": archived}
    note_changes(uow, env, of_user(user.name), before, after)
    uow.emit(UsersChanged())
    return changed


def switch_user(command: SwitchUser, uow: UnitOfWork, env: Env) -> User | KeptRefusal:
    """Give the user whose PIN this is.

    Refuses `user_pin_wrong`, and `user_locked` after five wrong ones in a row: for a minute, then
    longer. A wrong PIN is kept count of, so that its refusal is no error of the transaction.
    """
    user, now = _find(uow, command.name), env.now()
    if user.is_locked(now):
        return KeptRefusal(_locked(user, now))
    if not user.has_pin(command.pin):
        failed = user.failed(now)
        uow.users.save(failed)
        if not failed.is_locked(now):
            left = TRIES - failed.failures
            return KeptRefusal(RuleError("user_pin_wrong", subject=user.name, left=left))
        uow.journal.note(of_user(user.name), "locked", now, env.actor, failures=failed.failures)
        return KeptRefusal(_locked(failed, now))
    if user.failures:
        user = user.unlocked()
        uow.users.save(user)
    uow.emit(UsersChanged())
    return user


def _locked(user: User, now: datetime) -> RuleError:
    left = user.locked_until - now if user.locked_until else timedelta(0)
    minutes = max(1, -(-int(left.total_seconds()) // 60))
    return RuleError("user_locked", subject=user.name, minutes=minutes)


def _keep_an_owner(uow: UnitOfWork, user: User) -> None:
    owners = [other for other in uow.users.all() if other.role is Role.OWNER]
    if owners == [user]:
        raise RuleError("last_owner", subject=user.name)


def _find(uow: UnitOfWork, name: str) -> User:
    user = named(uow.users.all(), name)
    if user is None:
        raise RuleError("user_not_found", subject=name)
    return user


def _hashed(pin: str) -> str:
    return hash_pin(check_pin(pin), secrets.token_bytes(_SALT_BYTES))


def _listed(user: User) -> str:
    return ", ".join(right.value for right in Right if right in user.rights)
