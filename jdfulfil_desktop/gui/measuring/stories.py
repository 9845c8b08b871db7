"""What happens in a window that is measured; each prints one JSON document and ends.

Pages are imported by the stories themselves: a start that is measured must not do more than others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import TextIO

from jdfulfil_desktop.domain.errors import ActionCancelled
from jdfulfil_desktop.gui.app import Story
from jdfulfil_desktop.gui.measuring.memory import peak_mib
from jdfulfil_desktop.gui.measuring.stalls import StallWatch
from jdfulfil_desktop.gui.window import MainWindow

PAGE = "outboundTab"
"""The page that a measured window opens on."""


class Start:
    """Measure how soon the window, then its first rows or its empty state, are painted.

    `began`, `imported`: readings of `perf_counter` when the program began and when the window's
    modules were there; every figure counts from `began`. The database is opened after the window.
    """

    def __init__(self, began: float, imported: float, out: TextIO) -> None:
        self._began = began
        self._imported = imported
        self._stood = imported
        self._out = out

    def stood(self) -> None:
        """Take note that the window is on the screen."""
        self._stood = perf_counter()

    async def story(self, window: MainWindow) -> int:
        """Wait for the rows and print the figures."""
        from jdfulfil_desktop.gui.measuring.painting import rows_painted

        await rows_painted(window.show_page(PAGE))
        rows = perf_counter()
        figures = {
            "import_ms": (self._imported - self._began) * 1000,
            "window_ms": (self._stood - self._began) * 1000,
            "first_rows_ms": (rows - self._began) * 1000,
            "rss_mib": peak_mib(),
        }
        _print(figures, self._out)
        return 0


def importing(path: Path, out: TextIO) -> Story:
    """Measure how the window moves while a file of orders is imported as its users import it."""

    async def story(window: MainWindow) -> int:
        from jdfulfil_desktop.gui.measuring.painting import rows_painted
        from jdfulfil_desktop.gui.outbound.page import OutboundPage

        page = window.show_page(PAGE)
        assert isinstance(page, OutboundPage)
        await rows_painted(page)
        window.build_all()
        await window.desk.quiet()
        watch = StallWatch()
        watch.start()
        began = perf_counter()
        report = await page.imports.one(path, ask_first=False)
        seconds = perf_counter() - began
        watch.stop()
        if report is None:
            raise ActionCancelled(subject=path.name)
        figures = {
            "rows": report.rows_read,
            "seconds": seconds,
            "worst_stall_ms": watch.worst(),
            "p99_stall_ms": watch.percentile(0.99),
            "rss_mib": peak_mib(),
        }
        _print(figures, out)
        return 0

    return story


def _print(figures: Mapping[str, float], out: TextIO) -> None:
    rounded = {name: round(value, 2) for name, value in figures.items()}
    out.write(json.dumps(rounded) + "\n")
    out.flush()
