"""The home page: first steps or needs and health, and below them the last fourteen days."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.domain.commands import DismissAlert
from jdfulfil_desktop.domain.events import (
    AlertDismissed,
    AlertRaised,
    ConnectionsChanged,
    Event,
    OrdersChanged,
    ProductsChanged,
    PushQueued,
    WarehousesChanged,
)
from jdfulfil_desktop.gui._generated.ui_home_page import Ui_HomePage
from jdfulfil_desktop.gui.home.first_steps import FirstSteps
from jdfulfil_desktop.gui.home.glance import Glance, take
from jdfulfil_desktop.gui.home.health import HealthCard
from jdfulfil_desktop.gui.home.leads import Lead
from jdfulfil_desktop.gui.home.needs import NeedsCard
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.widgets import Button, Card, PageFrame
from jdfulfil_desktop.gui.words import tr

_PLOT_HEIGHT = 186


def build(shell: Shell) -> HomePage:
    """Build the page."""
    return HomePage(shell)


class HomePage(PageFrame):
    """Beranda."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Home"))
        self.shell = shell
        self.desk = shell.desk
        self.fortnight: Any = None
        self._shown: Glance | None = None
        self._stale = True
        self._reading = False
        frame = QWidget(self)
        self.form = Ui_HomePage()
        self.form.setupUi(frame)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(frame, 1)
        self._add_parts()
        begin = Button(tr("Import orders"), name="homeImportButton", icon_name="file-plus-outline")
        begin.clicked.connect(self._import_orders)
        self.set_primary(begin)
        self.import_button = begin
        begin.hide()
        self.desk.watch(
            self,
            self._changed,
            OrdersChanged,
            PushQueued,
            ConnectionsChanged,
            AlertRaised,
            AlertDismissed,
            ProductsChanged,
            WarehousesChanged,
        )
        self.desk.start(self._build_plots(), self)

    def _add_parts(self) -> None:
        self.steps = FirstSteps(self)
        self.steps.hide()
        self.needs = NeedsCard(self.desk.texts, self.desk.clock.now, self)
        self.health = HealthCard(self.desk.texts, self.desk.clock.now, self)
        self.plots: list[Card] = [Card(margin=20, parent=self), Card(margin=20, parent=self)]
        self.form.needsLayout.addWidget(self.steps)
        self.form.needsLayout.addWidget(self.needs)
        self.form.healthLayout.addWidget(self.health)
        for plot in self.plots:
            plot.setMinimumHeight(_PLOT_HEIGHT)
            self.form.plotsLayout.addWidget(plot, 1)
        self.steps.wanted.connect(self._take_step)
        self.needs.led.connect(self._follow)
        self.needs.dismissed.connect(
            lambda number: self.desk.start(self.desk.command(DismissAlert(number)), self)
        )
        self.health.led.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring up to date what changed while the page was not looked at."""
        super().showEvent(event)
        self._read_again()

    async def _build_plots(self) -> None:
        """Bring the plots once the page stands: their library takes 300 ms, in a worker thread."""
        await self.desk.work(lambda: import_module("pyqtgraph"))
        module = import_module("jdfulfil_desktop.gui.home.fortnight")
        self.fortnight = module.Fortnight(self.desk.texts, self)
        for at, plot in enumerate((self.fortnight.orders, self.fortnight.hours)):
            plot.setMinimumHeight(_PLOT_HEIGHT)
            self.form.plotsLayout.replaceWidget(self.plots[at], plot)
            self.plots[at].deleteLater()
            self.plots[at] = plot
            plot.setVisible(self._shown is not None and self._shown.has_orders)
        if self._shown is not None:
            self.fortnight.show(self._shown.overview)

    def _changed(self, _events: Sequence[Event]) -> None:
        self._stale = True
        self._read_again()

    def _read_again(self) -> None:
        """Read once at a time, and only while somebody looks."""
        if self._stale and not self._reading and self.isVisible():
            self._reading = True
            self.desk.start(self._read(), self)

    async def _read(self) -> None:
        try:
            while self._stale:
                self._stale = False
                self.show_glance(await self.desk.read(take))
        finally:
            self._reading = False

    def show_glance(self, glance: Glance) -> None:
        """Show other facts; the same ones are left alone."""
        if glance == self._shown:
            return
        self._shown = glance
        self.steps.show_glance(glance)
        self.import_button.setVisible(glance.is_set_up)
        self.needs.setVisible(glance.has_orders or bool(glance.alerts))
        self.needs.show_glance(glance)
        self.health.show_glance(glance)
        for plot in self.plots:
            plot.setVisible(glance.has_orders)
        if self.fortnight is not None:
            self.fortnight.show(glance.overview)
        self._say_today(glance)

    def _say_today(self, glance: Glance) -> None:
        texts = self.desk.texts
        waiting = sum(need.count for need in glance.overview.needs)
        parts = [texts.formats.date(self.desk.clock.now())]
        if glance.has_orders:
            parts.append(tr("{0} waiting for you").format(texts.count("orders", waiting)))
            parts.append(tr("{0} at JD").format(texts.number(glance.overview.at_jd)))
        self.set_subtitle(" · ".join(parts))

    def _import_orders(self) -> None:
        self.shell.import_orders()

    def _follow(self, lead: Lead) -> None:
        if lead.page:
            self.shell.go(lead.page, lead.place)
        else:
            self._import_orders()

    def _take_step(self, key: str) -> None:
        if key == "orders":
            self._import_orders()
            return
        page, place = {
            "connect": ("authorizationTab", None),
            "products": ("productTab", Place(deed="import")),
            "stores": ("warehouseTab", Place(basket="stores")),
        }[key]
        self.shell.go(page, place)
