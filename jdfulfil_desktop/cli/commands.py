"""Every command in one table. The window needs none of it: it is imported when a command is."""

from __future__ import annotations

from collections.abc import Callable

from jdfulfil_desktop.cli import (
    accounts,
    adopting,
    after_jd,
    connections,
    importing,
    inbounds,
    labels,
    locations,
    order_imports,
    orders,
    outbounds,
    product_care,
    products,
    receipts,
    reports,
    stock,
    stock_care,
    stores,
    syncing,
    upkeep,
    users,
)
from jdfulfil_desktop.cli.parser import Command, Parser

COMMANDS: tuple[Command, ...] = (
    *connections.COMMANDS,
    *accounts.COMMANDS,
    *stores.COMMANDS,
    *products.COMMANDS,
    *adopting.COMMANDS,
    *product_care.COMMANDS,
    *locations.COMMANDS,
    *inbounds.COMMANDS,
    *receipts.COMMANDS,
    *importing.COMMANDS,
    *order_imports.COMMANDS,
    *orders.COMMANDS,
    *labels.COMMANDS,
    *outbounds.COMMANDS,
    *after_jd.COMMANDS,
    *stock.COMMANDS,
    *reports.COMMANDS,
    *stock_care.COMMANDS,
    *syncing.COMMANDS,
    *upkeep.COMMANDS,
    *users.COMMANDS,
)
CLOSED = upkeep.CLOSED
"""Commands that care for a program that is not open."""
CLOSED_TAKE: tuple[tuple[str, Callable[[Parser], None]], ...] = (
    ("restore", upkeep.takes_file),
    ("doctor", lambda parser: None),
    ("key export", lambda parser: None),
    ("key import", lambda parser: None),
)
"""What they take."""
