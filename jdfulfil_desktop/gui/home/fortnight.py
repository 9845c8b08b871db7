"""Two plots of the last fourteen days; their library is imported once the page stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Overview
from jdfulfil_desktop.domain.connection import JAKARTA
from jdfulfil_desktop.gui.theme import Role
from jdfulfil_desktop.gui.widgets.plots import PlotCard, Series
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


class Fortnight:
    """Two cards: orders and shipments a day, and hours from import to shipped."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        self._texts = texts
        self.orders = PlotCard(tr("Orders and shipments a day"), parent=parent)
        self.orders.setObjectName("ordersPlot")
        self.hours = PlotCard(tr("Hours from import to shipped"), parent=parent)
        self.hours.setObjectName("hoursPlot")

    def show(self, overview: Overview) -> None:
        """Show other days."""
        days = [date.fromisoformat(day) for day, _orders, _shipped in overview.orders_by_day]
        labels = day_labels(days, self._texts)
        counts = overview.orders_by_day
        self.orders.set_data(
            labels,
            [
                Series(tr("Orders"), Role.GOING_ON, [row[1] for row in counts]),
                Series(tr("Shipments"), Role.DONE, [row[2] for row in counts]),
            ],
        )
        hours = dict(overview.hours_to_ship)
        values = [hours.get(day.isoformat(), 0.0) for day in days]
        self.hours.set_data(labels, [Series(tr("Hours, median"), Role.ACCENT, values)])


def day_labels(days: Sequence[date], texts: Texts) -> list[str]:
    """Name days by their number, and by the month too where it begins to be another."""
    labels, month = [], 0
    for day in days:
        noon = datetime.combine(day, time(12), JAKARTA)
        labels.append(texts.formats.date(noon) if day.month != month else str(day.day))
        month = day.month
    return labels
