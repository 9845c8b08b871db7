"""Say where an import's orders come from: a file on this PC, or any other source of orders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from jdfulfil_desktop.application.handlers.columns import SETTING, column_maps
from jdfulfil_desktop.application.ports import ColumnMap, OrderSource
from jdfulfil_desktop.gui.desk import Desk


class Origin(Protocol):
    """What an import can open. `name` is what messages call it; `stem` names files made of it."""

    @property
    def name(self) -> str: ...

    @property
    def stem(self) -> str: ...

    async def source(self, desk: Desk, said: ColumnMap | None) -> OrderSource:
        """Give the source, read with what is known of its columns and what is `said` now."""


@dataclass(frozen=True, slots=True)
class FileOrigin:
    """A file."""

    path: Path

    @property
    def name(self) -> str:
        """Give the file's name."""
        return self.path.name

    @property
    def stem(self) -> str:
        """Give the name without its ending."""
        return self.path.stem

    async def source(self, desk: Desk, said: ColumnMap | None) -> OrderSource:
        """Open it with all that users said of columns."""
        settings = await desk.read(lambda q: q.settings())
        known = column_maps(settings.get(SETTING))
        return desk.program.sheets.orders_in(self.path, known=known, said=said)


@dataclass(frozen=True, slots=True)
class LiveOrigin:
    """A source that needs no columns: it knows its fields itself."""

    orders: OrderSource

    @property
    def name(self) -> str:
        """Give the source's name."""
        return self.orders.name

    @property
    def stem(self) -> str:
        """Give the source's name."""
        return self.orders.name

    async def source(self, desk: Desk, said: ColumnMap | None) -> OrderSource:
        """Give it as it is."""
        return self.orders
