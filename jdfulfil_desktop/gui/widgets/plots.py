"""Plots on a card: bars over days, drawn by pyqtgraph in the theme's colours.

Not exported by the package: importing pyqtgraph brings numpy along, which a page without plots
shall not pay for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.tables import CellFormat
from jdfulfil_desktop.gui.theme import SIZE_SMALL, Role, body_font, theme
from jdfulfil_desktop.gui.widgets.cards import Card
from jdfulfil_desktop.gui.widgets.labels import TextRole, text


@dataclass(frozen=True, slots=True)
class Series:
    """Describe one set of bars: its name, its colour, one value a label."""

    name: str
    role: Role
    values: Sequence[float]


class PlotCard(Card):
    """Show bars in groups over labels (days); hovering is not needed to read it: axes are named."""

    def __init__(self, title: str, *, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._labels: Sequence[str] = ()
        self._series: Sequence[Series] = ()
        self._stacked = False
        self._legend = text(role=TextRole.SMALL, parent=self)
        self.corner.addWidget(self._legend)
        self._plot: Any = _still_plot(title, self)
        if unit:
            self._plot.setLabel("left", unit)
        self.body.addWidget(self._plot, 1)
        self._draw()
        theme().changed.connect(self._draw)

    def set_data(
        self, labels: Sequence[str], series: Sequence[Series], *, stacked: bool = False
    ) -> None:
        """Show other bars, side by side or stacked; every series has one value a label."""
        self._stacked = stacked
        self._labels = tuple(labels)
        self._series = tuple(series)
        self._draw()

    def _draw(self) -> None:
        self._plot.clear()
        self._dress()
        count = 1 if self._stacked else max(1, len(self._series))
        width = 0.7 / count
        below = [0.0] * len(self._labels)
        for at, series in enumerate(self._series):
            shift = 0.0 if self._stacked else (at - (count - 1) / 2) * width
            bars = pg.BarGraphItem(
                x=[place + shift for place in range(len(series.values))],
                y0=list(below),
                height=list(series.values),
                width=width * 0.9,
                brush=theme().color(series.role),
                pen=None,
            )
            self._plot.addItem(bars)
            if self._stacked:
                below = [low + value for low, value in zip(below, series.values, strict=True)]
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setText(
            "&nbsp;&nbsp;".join(
                f'<span style="color:{theme().tokens.get(series.role)}">■</span> {series.name}'
                for series in self._series
            )
        )

    def _dress(self) -> None:
        self._plot.setBackground(theme().color(Role.CARD))
        font = body_font(SIZE_SMALL)
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.setTickFont(font)
            axis.setTextPen(theme().color(Role.DIM))
            axis.setPen(theme().color(Role.LINE))
            axis.setStyle(tickLength=0)
            axis.setZValue(-1)  # grid lines behind the bars
        ticks = [(float(at), label) for at, label in enumerate(self._labels)]
        self._plot.getAxis("bottom").setTicks([ticks])
        self._plot.showGrid(x=False, y=True, alpha=0.15)
        highest = max((max(s.values, default=0) for s in self._series), default=0)
        if self._stacked:
            columns = zip(*(s.values for s in self._series), strict=True)
            highest = max((sum(column) for column in columns), default=0)
        self._plot.setYRange(0, max(1, highest) * 1.1, padding=0)
        self._plot.setXRange(-0.6, max(0.6, len(self._labels) - 0.4), padding=0)


class RankCard(Card):
    """Show named counts as lying bars, the largest on top; each bar carries its figure."""

    def __init__(self, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._rows: Sequence[tuple[str, int]] = ()
        self._plot: Any = _still_plot(title, self)
        self._plot.hideAxis("bottom")
        self.body.addWidget(self._plot, 1)
        self._draw()
        theme().changed.connect(self._draw)

    def set_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show other counts."""
        self._rows = tuple(rows)
        said = ", ".join(f"{name}: {count}" for name, count in rows)
        self._plot.setAccessibleDescription(said)
        self._draw()

    def _draw(self) -> None:
        self._plot.clear()
        self._plot.setBackground(theme().color(Role.CARD))
        font, formats = body_font(SIZE_SMALL), CellFormat()
        axis = self._plot.getAxis("left")
        axis.setTickFont(font)
        axis.setTextPen(theme().color(Role.TEXT))
        axis.setPen(theme().color(Role.CARD))
        axis.setStyle(tickLength=0, autoExpandTextSpace=True)
        count = len(self._rows)
        axis.setTicks([[(count - 1.0 - at, name) for at, (name, _n) in enumerate(self._rows)]])
        largest = max((n for _name, n in self._rows), default=1)
        for at, (_name, n) in enumerate(self._rows):
            place = count - 1.0 - at
            bar = pg.BarGraphItem(
                x0=[0],
                y=[place],
                width=[n],
                height=0.55,
                brush=theme().color(Role.NEEDS_YOU),
                pen=None,
            )
            self._plot.addItem(bar)
            figure = pg.TextItem(formats.number(n), color=theme().color(Role.DIM), anchor=(0, 0.5))
            figure.setFont(font)
            figure.setPos(n, place)
            self._plot.addItem(figure)
        self._plot.setXRange(0, largest * 1.18, padding=0)
        self._plot.setYRange(-0.6, max(count, 4) - 0.4, padding=0)


def _still_plot(title: str, parent: QWidget) -> Any:
    """Give a plot that is looked at only: nothing in it moves under the mouse."""
    plot = pg.PlotWidget(parent=parent)
    plot.setAccessibleName(title)
    plot.setMinimumHeight(140)
    plot.setMouseEnabled(x=False, y=False)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return plot
