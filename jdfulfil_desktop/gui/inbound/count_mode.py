"""Count by scanner in the dialog that draws a list up: large word, tone, one scan after another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.inbound.counting import ScanCount
from jdfulfil_desktop.gui.inbound.lines import PlannedLine
from jdfulfil_desktop.gui.locations.scan_parts import ScanSign
from jdfulfil_desktop.gui.sounds import Sounds
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr


class CountMode:
    """Answer scans in their order; `counted(lines, sku)` gets what each made of the lines."""

    def __init__(
        self,
        desk: Desk,
        sign: ScanSign,
        counted: Callable[[list[PlannedLine], str], None],
        sounds: Sounds | None = None,
    ) -> None:
        self._desk, self._sign, self._counted = desk, sign, counted
        self._sounds = sounds
        self._round, self._turn = ScanCount(), asyncio.Lock()
        sign.show_sign(StatusKind.WAITING, tr("Scan a product"), tr("Each scan is one unit of it."))

    async def take(self, text: str, lines: Callable[[], Sequence[PlannedLine]]) -> None:
        """Count one more of what was scanned; a person's Enter counts the same."""
        code = "".join(c for c in text if c.isprintable()).strip()
        if not code:
            return
        async with self._turn:  # scans come faster than they are looked up
            found = await self._desk.read(lambda q: q.goods_named([code]).get(code))
            done = self._round.take(code, found, lines())
            self._counted(done.lines, found.sku if found else "")
        self._sign.show_sign(done.kind, done.word, done.about)
        if self._sounds is None:
            self._sounds = Sounds()
        self._sounds.play(done.tone)

    def close(self) -> None:
        """Remove the tones."""
        if self._sounds is not None:
            self._sounds.close()
