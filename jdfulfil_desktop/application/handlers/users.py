"""Keep the users of this program, and let them take turns at one PC by PIN (R18)."""

from __future__ import annotations

import secrets
from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.history import note_changes, note_made
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import UsersChanged
from jdfulfil_desktop.domain.house_commands import AddUser, ChangeUser, RemoveUser, SwitchUser
from jdfulfil_desktop.domain.users import Right, Role, User, check_pin, hash_pin, named

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
    if not known and command.role is not Role.OWNER:
        raise RuleError("first_user_owner", subject=name)
    user = User(name, command.role, frozenset(command.rights), _hashed(command.pin))
    uow.users.save(user)
    note_made(uow, env, _document(name))
    uow.emit(UsersChanged())
    return user


def change_user(command: ChangeUser, uow: UnitOfWork, env: Env) -> User:
    """Change a user; the last owner stays one (`last_owner`)."""
    user = _find(uow, command.name)
    if command.role is not Role.OWNER:
        _keep_an_owner(uow, user)
    changed = replace(user, role=command.role, ticked=frozenset(command.rights))
    if command.pin:
        changed = replace(changed, pin_hash=_hashed(command.pin))
    uow.users.save(changed)
    before = {"role": user.role, "rights": _listed(user)}
    after = {"role": changed.role, "rights": _listed(changed)}
    note_changes(uow, env, _document(user.name), before, after)
    uow.emit(UsersChanged())
    return changed


def remove_user(command: RemoveUser, uow: UnitOfWork, env: Env) -> User:
    """Take a user away. The last owner goes last of all; then everybody may do everything again."""
    user = _find(uow, command.name)
    if len(uow.users.all()) > 1:
        _keep_an_owner(uow, user)
    uow.users.delete(user.name)
    uow.emit(UsersChanged())
    return user


def switch_user(command: SwitchUser, uow: UnitOfWork, env: Env) -> User:
    """Give the user whose PIN this is; raises RuleError("user_pin_wrong")."""
    user = _find(uow, command.name)
    if not user.has_pin(command.pin):
        raise RuleError("user_pin_wrong", subject=user.name)
    uow.emit(UsersChanged())
    return user


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


def _document(name: str) -> str:
    return f"user:{name}"
