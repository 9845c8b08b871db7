"""Look at connections the way a doctor does: whether JD answers and the clocks agree (R10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jdfulfil_desktop.application.ports import SecretStore
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.rights import greet
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FulfilError, RuleError

_CLOCK_MAY_DIFFER_S = 300.0
"""JD refuses calls that are ten minutes off (PROTOCOL 1.2); half of that is worth a word."""


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: `verdict` is `ok warning failed`, `data` fills its words.

    A `failure` in the data is the FulfilError that was met.
    """

    name: str
    verdict: str
    data: Mapping[str, object]


def check_secrets(secrets: SecretStore) -> Check:
    """Look where secrets lie: the system's keyring is best, an encrypted file is said openly."""
    try:
        return Check("secrets", "ok" if secrets.place == "keyring" else "warning", {})
    except EnvironmentProblem as failure:
        return Check("secrets", "failed", {"failure": failure})


async def check_connections(office: Office) -> list[Check]:
    """Ask JD once for each connection; changes nothing but what every call writes down."""
    known = await office.write(lambda uow: uow.connections.all())
    found = [Check("connections", "ok" if known else "warning", {"count": len(known)})]
    return found + [await _check(office, connection) for connection in known]


async def check_account(office: Office, pin: str) -> Check:
    """Ask JD once in the name of an account, so that its card of health is of now (R10)."""
    known = await office.write(lambda uow: uow.connections.by_pin(pin))
    if known is None or known.archived:
        raise RuleError("pin_not_connected", subject=pin)
    return await _check(office, known)


async def _check(office: Office, connection: Connection) -> Check:
    about: dict[str, object] = {"pin": connection.pin}
    try:
        async with office.gateway(connection, waits=False) as gateway:
            await greet(gateway, connection)
            offset = round(gateway.clock_offset_s, 1)
    except FulfilError as failure:
        return Check("connection", "failed", {**about, "failure": failure})
    fits = abs(offset) <= _CLOCK_MAY_DIFFER_S
    about |= {"offset": offset, "until": connection.token_expires_at}
    return Check("connection", "ok" if fits else "warning", about)
