"""Describe the people who work at one program, and what each may do (R18).

While no user was made there is nobody to ask: whoever sits at the PC may do everything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from jdfulfil_desktop.domain.errors import RuleError

SHORTEST_PIN, LONGEST_PIN = 4, 12
TRIES = 5
"""Wrong PINs in a row after which a name is locked for a while."""
LOCKED_FIRST, LOCKED_LONGEST = timedelta(minutes=1), timedelta(minutes=15)
_COST, _BLOCK = 2**14, 8
"""scrypt: 16 MiB and some 50 ms a try."""


class Right(StrEnum):
    """An area of work. `users` belongs to owners alone."""

    ORDERS = "orders"
    PRODUCTS = "products"
    WAREHOUSES = "warehouses"
    LOCATIONS = "locations"
    INBOUND = "inbound"
    STOCK = "stock"
    CONNECTIONS = "connections"
    SETTINGS = "settings"
    USERS = "users"


class Role(StrEnum):
    """A bundle of rights; `custom` has those that were ticked."""

    OWNER = "owner"
    CLERK = "clerk"
    CUSTOM = "custom"


GRANTABLE = tuple(right for right in Right if right is not Right.USERS)
"""What can be ticked, in the order of the window's tabs."""
_OF_CLERKS = frozenset({Right.ORDERS, Right.LOCATIONS, Right.INBOUND, Right.STOCK})


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who works here; `ticked` counts for the role `custom` alone.

    `failures`: wrong PINs since the last right one; `archived`: taken away, and may come back.
    """

    name: str
    role: Role
    ticked: frozenset[Right] = frozenset()
    pin_hash: str = field(default="", repr=False)
    failures: int = 0
    locked_until: datetime | None = None
    archived: bool = False

    @property
    def rights(self) -> frozenset[Right]:
        """Give what the user may do."""
        if self.role is Role.OWNER:
            return frozenset(Right)
        return _OF_CLERKS if self.role is Role.CLERK else self.ticked - {Right.USERS}

    def may(self, right: Right) -> bool:
        """Tell whether the user has a right."""
        return right in self.rights

    def has_pin(self, pin: str) -> bool:
        """Tell whether this is the user's PIN."""
        salt = bytes.fromhex(self.pin_hash.partition(":")[0])
        return hash_pin(pin, salt) == self.pin_hash

    def is_locked(self, now: datetime) -> bool:
        """Tell whether too many wrong PINs keep everybody out under this name.

        A clock that was set back must not keep somebody out for longer than the longest wait.
        """
        until = self.locked_until
        return until is not None and now < until <= now + LOCKED_LONGEST

    def failed(self, now: datetime) -> User:
        """Give the user after a wrong PIN: five in a row lock for a minute, each further doubles.

        At most a quarter of an hour: a name can be guessed at, and its owner has work to do.
        """
        failures = self.failures + 1
        if failures < TRIES:
            return replace(self, failures=failures)
        wait = min(LOCKED_FIRST * 2 ** min(failures - TRIES, 10), LOCKED_LONGEST)
        return replace(self, failures=failures, locked_until=now + wait)

    def unlocked(self) -> User:
        """Give the user with no wrong PIN held against them."""
        return replace(self, failures=0, locked_until=None)


def check_pin(pin: str) -> str:
    """Give a PIN that may be used; raises RuleError("user_pin_invalid")."""
    wanted = pin.strip()
    if not (wanted.isascii() and wanted.isdigit() and SHORTEST_PIN <= len(wanted) <= LONGEST_PIN):
        raise RuleError("user_pin_invalid", shortest=SHORTEST_PIN, longest=LONGEST_PIN)
    return wanted


def hash_pin(pin: str, salt: bytes) -> str:
    """Give salt and scrypt hash of a PIN as `SALT:HASH` in hex."""
    made = hashlib.scrypt(pin.strip().encode(), salt=salt, n=_COST, r=_BLOCK, p=1)
    return f"{salt.hex()}:{made.hex()}"


def named(users: Sequence[User], name: str) -> User | None:
    """Give the user of this name, in whatever case it is written."""
    wanted = name.strip().casefold()
    return next((user for user in users if user.name.casefold() == wanted), None)


def who_may(users: Sequence[User], right: Right) -> tuple[str, ...]:
    """Give the names of those who have a right, owners first."""
    able = [user for user in users if user.may(right)]
    return tuple(u.name for u in sorted(able, key=lambda u: (u.role is not Role.OWNER, u.name)))


def refusal(users: Sequence[User], name: str, right: Right) -> RuleError | None:
    """Give what keeps somebody from a right; None where nothing does, as without any users."""
    if not users:
        return None
    who = ", ".join(who_may(users, right))
    user = named(users, name)
    if user is None:
        return RuleError("not_signed_in", subject=name, right=right.value, who=who)
    if user.may(right):
        return None
    return RuleError("no_right", subject=user.name, right=right.value, who=who)
