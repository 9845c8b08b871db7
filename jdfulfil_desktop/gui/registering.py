"""Register products at JD from any page: the one dialog that asks what R13 and R17 ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.products.placing import Placing
from jdfulfil_desktop.gui.shell import Shell

SHELF_LIFE, OTHER_HOUSE = "shelf_life_unconfirmed", "sku_in_other_warehouse"


async def register(shell: Shell, parent: QWidget, warehouse_no: str, skus: Sequence[str]) -> bool:
    """Register `skus` for a JD warehouse and tell what came of it; True where all are there.

    Asks first where something has to be agreed to. Raises GatewayError and RuleError.
    """
    return await Placing(shell, parent).register(warehouse_no, skus)


async def agree(shell: Shell, parent: QWidget, warehouse_no: str, skus: Sequence[str]) -> bool:
    """Ask what R13 and R17 ask before products are put into a warehouse; True where agreed."""
    return await Placing(shell, parent).agreed(warehouse_no, skus)
