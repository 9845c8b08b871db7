"""Describe virtual bin locations: JD.ID has none, so these live here only (R23-R26)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo

_CODE = re.compile(r"[A-Z0-9][A-Z0-9._/-]{0,49}")


@dataclass(frozen=True, slots=True)
class Location:
    """A shelf or bin of a warehouse; the code is upper case, 1-50 of `A-Z 0-9 . _ / -`."""

    warehouse_no: WarehouseNo
    code: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class LocationBinding:
    """A master SKU that lies at a location."""

    warehouse_no: WarehouseNo
    code: str
    sku: Sku


def location_code(text: str) -> str:
    """Clean a typed or scanned code.

    Raises RuleError("location_code_invalid") where it cannot be one.
    """
    code = "".join(text.split()).upper()
    if not _CODE.fullmatch(code):
        raise RuleError("location_code_invalid", subject=text)
    return code
