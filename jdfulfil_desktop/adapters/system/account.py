"""Name the account that works at this PC."""

from __future__ import annotations

import getpass


def account_name() -> str:
    """Name who works at this PC; ledger and timelines show it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "PC"
