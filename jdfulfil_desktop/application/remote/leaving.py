"""Remove an account: put it away here, and delete what signs and calls for it (R8, R10)."""

from __future__ import annotations

from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.account_commands import RemoveAccount


async def remove_account(office: Office, pin: str) -> None:
    """Put an account away and forget its secrets; a token that JD still knows ends by itself.

    Raises RuleError `account_busy` while documents of it are open, and EnvironmentProblem where the
    secrets cannot be deleted: the account is put away all the same.
    """
    await office.command(RemoveAccount(pin))
    office.gateways.forget(pin)
