"""Dialogs of Pesanan Outbound: filters, views, tracking numbers, handover, papers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.gui.demo.scene import Scene
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.outbound.loose_labels import LooseLabelsDialog
from jdfulfil_desktop.gui.outbound.page import BASKETS, OutboundPage
from jdfulfil_desktop.gui.papers.paper_dialog import PaperDialog
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr

_ORDERS = "outboundTab"
_FEW = 6


def _page(stage: Stage) -> OutboundPage:
    page = stage.window.show_page(_ORDERS)
    assert isinstance(page, OutboundPage)
    return page


def _begun(work: Callable[[OutboundPage], Coroutine[Any, Any, Any]]) -> Callable[[Stage], object]:
    def begin(stage: Stage) -> None:
        page = _page(stage)
        stage.desk.start(work(page), page)

    return begin


def _filter(stage: Stage) -> None:
    _page(stage).narrowing.filter_button.click()


async def _arrange(page: OutboundPage) -> None:
    """Ask for the numbers of what waits for one."""
    wanted = Filter("tracking")
    ids = await page.desk.read(lambda q: q.outbound_ids(wanted, Sort()))
    await page.many.do("arrange", ids[:_FEW])


async def _hand_over(page: OutboundPage) -> None:
    ids = await page.desk.read(lambda q: q.outbound_ids(Filter(), Sort()))
    await page.papers.hand_over(lambda: ids[:_FEW])


async def _loose(page: OutboundPage) -> None:
    rows = await page.desk.read(lambda q: q.loose_labels())
    await ask(LooseLabelsDialog(page.desk, rows, page.window()))


async def _paper(page: OutboundPage) -> None:
    await ask(PaperDialog(tr("Packing slips"), tr("{0} papers").format(_FEW), 1, page.window()))


SCENES = (
    Scene("filter-orders", _ORDERS, _filter),
    Scene("save-view", _ORDERS, _begun(lambda page: page.narrowing.save())),
    Scene("arrange-many", _ORDERS, _begun(_arrange)),
    Scene("handover", _ORDERS, _begun(_hand_over)),
    Scene("loose-labels", _ORDERS, _begun(_loose)),
    Scene("packing-slips", _ORDERS, _begun(_paper)),
)


def _basket(name: str) -> Callable[[Stage], Awaitable[None]]:
    """Show the list narrowed to a basket."""

    async def show(stage: Stage) -> None:
        stage.window.go(_ORDERS, Place(basket=name))

    return show


VIEWS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = tuple(
    (f"outbound-{name}", _basket(name)) for name in ("due", *BASKETS, "all")
)
"""Every basket; the last leaves the list as it was."""
