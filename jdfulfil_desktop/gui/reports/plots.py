"""The plots of the report page; their library is imported once the page stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Report, ReportWish
from jdfulfil_desktop.gui.home.fortnight import day_labels
from jdfulfil_desktop.gui.reports.figures import Split, days_of, sparse, split_by, totals
from jdfulfil_desktop.gui.theme import Role
from jdfulfil_desktop.gui.widgets.plots import PlotCard, RankCard, Series
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_ROLES = (
    Role.GOING_ON,
    Role.ACCENT,
    Role.NEEDS_YOU,
    Role.UNKNOWN,
    Role.DONE,
    Role.WAITING,
    Role.FAILED,
)
_MOST_REASONS = 7


class Plots:
    """Three cards: orders and shipments, hours, and what is held for what."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        self._texts = texts
        self.days = PlotCard(tr("Orders and shipments a day"), parent=parent)
        self.days.setObjectName("reportDaysPlot")
        self.hours = PlotCard(tr("Hours from import to shipped"), parent=parent)
        self.hours.setObjectName("reportHoursPlot")
        self.held = RankCard(tr("Held, by reason"), parent=parent)
        self.held.setObjectName("reportHeldPlot")

    def show(
        self, report: Report, wish: ReportWish, split: Split, house: Callable[[str], str]
    ) -> None:
        """Show other figures."""
        days = days_of(wish)
        labels = sparse(day_labels(days, self._texts))
        self.days.set_data(
            labels, self._series(report, wish, split, house), stacked=split != "total"
        )
        hours = {day: (middle, slow) for day, middle, slow in report.hours_by_day}
        middles = [hours.get(day, (0.0, 0.0))[0] for day in days]
        slowest = [hours.get(day, (0.0, 0.0))[1] for day in days]
        self.hours.set_data(
            labels,
            [
                Series(tr("Median"), Role.ACCENT, middles),
                Series(tr("Nine of ten within"), Role.WAITING, slowest),
            ],
        )
        reasons = [(self._texts.reason(row.code).short, row.count) for row in report.held]
        self.held.set_rows(reasons[:_MOST_REASONS])

    def _series(
        self, report: Report, wish: ReportWish, split: Split, house: Callable[[str], str]
    ) -> Sequence[Series]:
        if split is Split.TOTAL:
            orders, shipped = totals(report, wish)
            return [
                Series(tr("Orders"), Role.GOING_ON, orders.values),
                Series(tr("Shipments"), Role.DONE, shipped.values),
            ]
        say = self._texts.channel if split is Split.CHANNELS else house
        lines = split_by(report, wish, split)
        return [
            Series(say(line.name), _ROLES[at % len(_ROLES)], line.values)
            for at, line in enumerate(lines)
        ]
