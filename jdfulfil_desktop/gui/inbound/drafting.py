"""Keep a list while it is drawn up, so that a crash costs nothing: each line is written at once.

The draft in the database is the list itself, under its number. Where a new one is given up it is
deleted again; where a known one is, it becomes what it was.
"""

from __future__ import annotations

import asyncio

from jdfulfil_desktop.domain.clerk_commands import ChangeInbound
from jdfulfil_desktop.domain.commands import CreateInbound, DeleteDraftInbound
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.inbound.lines import Plan


class Drafting:
    """One list on its way from the first line to a decision; `before` is what is taken back to."""

    def __init__(self, desk: Desk, number: str = "", before: Plan | None = None) -> None:
        self._desk = desk
        self._before = before
        self._turn = asyncio.Lock()
        self._kept = self._wanted = before
        self._over = False
        self.number = number

    async def keep(self, plan: Plan) -> None:
        """Write the list as it stands; without lines it stays as it was kept last.

        Where newer lines came before it was its turn, those are written alone.
        """
        self._wanted = plan
        async with self._turn:
            if not self._over and plan.lines and self._wanted is plan:
                await self._write(plan, told=False)

    async def finish(self, plan: Plan) -> str:
        """Write what was decided; gives the list's number."""
        async with self._turn:
            self._over = True
            await self._write(plan, told=self._before is not None)
            return self.number

    async def drop(self) -> None:
        """Take back what was kept: the user turned away."""
        async with self._turn:
            self._over = True
            if self._before is not None:
                await self._write(self._before, told=False)
            elif self.number:
                await self._desk.command(DeleteDraftInbound(self.number))

    async def _write(self, plan: Plan, *, told: bool) -> None:
        lines = tuple((line.sku, line.quantity) for line in plan.lines)
        if not self.number:
            wanted = CreateInbound(plan.warehouse_no, lines, plan.note)
            self.number = str(await self._desk.command(wanted))
        elif told or _content(plan) != _content(self._kept):
            change = ChangeInbound(self.number, plan.warehouse_no, lines, plan.note, told)
            await self._desk.command(change)
        self._kept = plan


def _content(plan: Plan | None) -> object:
    return None if plan is None else (plan.warehouse_no, plan.note, plan.lines)
