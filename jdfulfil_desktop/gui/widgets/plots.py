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
        self._legend = text(role=TextRole.SMALL, parent=self)
        self.corner.addWidget(self._legend)
        self._plot: Any = pg.PlotWidget(parent=self)
        self._plot.setAccessibleName(title)
        self._plot.setMinimumHeight(140)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if unit:
            self._plot.setLabel("left", unit)
        self.body.addWidget(self._plot, 1)
        self._draw()
        theme().changed.connect(self._draw)

    def set_data(self, labels: Sequence[str], series: Sequence[Series]) -> None:
        """Show other bars; every series has one value a label."""
        self._labels = tuple(labels)
        self._series = tuple(series)
        self._draw()

    def _draw(self) -> None:
        self._plot.clear()
        self._dress()
        count = max(1, len(self._series))
        width = 0.7 / count
        for at, series in enumerate(self._series):
            shift = (at - (count - 1) / 2) * width
            bars = pg.BarGraphItem(
                x=[place + shift for place in range(len(series.values))],
                height=list(series.values),
                width=width * 0.9,
                brush=theme().color(series.role),
                pen=None,
            )
            self._plot.addItem(bars)
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
        self._plot.setYRange(0, max(1, highest) * 1.1, padding=0)
        self._plot.setXRange(-0.6, max(0.6, len(self._labels) - 0.4), padding=0)
