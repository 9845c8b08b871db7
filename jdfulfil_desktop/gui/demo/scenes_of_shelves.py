"""Dialogs of Lokasi and Inbound, filled as a clerk at work would have them."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QDialog

from jdfulfil_desktop.application.queries import Filter, InboundRow, LocationRow, Sort
from jdfulfil_desktop.gui.demo.scene import Scene
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.inbound.drafting import Drafting
from jdfulfil_desktop.gui.inbound.lines import Plan, PlannedLine
from jdfulfil_desktop.gui.inbound.page import InboundPage
from jdfulfil_desktop.gui.locations.bulk import BindBulkDialog
from jdfulfil_desktop.gui.locations.dialogs import LocationDialog, LocationsDialog
from jdfulfil_desktop.gui.locations.labels import print_undo_labels
from jdfulfil_desktop.gui.locations.moving import MoveDialog
from jdfulfil_desktop.gui.locations.page import LocationPage
from jdfulfil_desktop.gui.locations.scan_dialog import ScanDialog
from jdfulfil_desktop.gui.locations.single import BindSingleDialog
from jdfulfil_desktop.gui.sounds import Sounds
from jdfulfil_desktop.gui.widgets import ask

_PLACES, _LISTS = "locationTab", "inboundTab"
_LINES = 4


def _places(stage: Stage) -> LocationPage:
    page = stage.window.show_page(_PLACES)
    assert isinstance(page, LocationPage)
    return page


def _lists(stage: Stage) -> InboundPage:
    page = stage.window.show_page(_LISTS)
    assert isinstance(page, InboundPage)
    return page


def _begin(stage: Stage, work: Coroutine[Any, Any, object]) -> None:
    stage.desk.start(work, stage.window)


def _show(stage: Stage, dialog: QDialog) -> None:
    _begin(stage, ask(dialog))


async def _lying(stage: Stage) -> list[LocationRow]:
    every = Filter(basket="used")
    return await stage.desk.read(lambda q: q.location_page(every, Sort("code"), 0, 20))


async def _newest(stage: Stage) -> InboundRow:
    rows = await stage.desk.read(lambda q: q.inbound_page(Filter(basket="done"), Sort(), 0, 1))
    return rows[0]


def _one(stage: Stage) -> None:
    page = _places(stage)
    dialog = LocationDialog(page.houses, page.house(), page)
    dialog.code.setText("B-01-1")
    _show(stage, dialog)


def _several(stage: Stage) -> None:
    page = _places(stage)
    dialog = LocationsDialog(stage.desk, page.houses, page.house(), page)
    dialog.codes.setPlainText("A-{01-12}-{1-4}")
    _show(stage, dialog)


def _single(stage: Stage) -> None:
    async def work() -> None:
        page, rows = _places(stage), await _lying(stage)
        sku = rows[0].skus[0]
        await ask(BindSingleDialog(stage.desk, page.houses, page, house=page.house(), sku=sku))

    _begin(stage, work())


def _bulk(stage: Stage) -> None:
    async def work() -> None:
        page, rows = _places(stage), await _lying(stage)
        skus = [row.skus[0] for row in rows]
        dialog = BindBulkDialog(stage.window, page.houses, rows[0].warehouse_no, page)
        pairs = [
            (rows[0].code, skus[0]),
            (rows[0].code, skus[1]),
            (rows[1].code, skus[2]),
            ("Z-99", skus[3]),
            (rows[2].code, "TIDAK-ADA"),
            (rows[2].code, skus[3]),
        ]
        dialog.lines.setPlainText("\n".join("\t".join(pair) for pair in pairs))
        await ask(dialog)

    _begin(stage, work())


def _scan(stage: Stage) -> None:
    async def work() -> None:
        page, rows = _places(stage), await _lying(stage)
        sounds = Sounds()
        sounds.on = False
        dialog = ScanDialog(stage.window, page.houses, rows[0].warehouse_no, page, sounds)
        for code in (rows[0].code, rows[0].skus[0], "TIDAK-ADA"):
            await dialog.answer(code)
        await ask(dialog)

    _begin(stage, work())


def _move(stage: Stage) -> None:
    async def work() -> None:
        page, rows = _places(stage), await _lying(stage)
        dialog = MoveDialog(stage.desk, rows[0], rows[0].skus[:1], page)
        dialog.target.setText(rows[1].code)
        await ask(dialog)

    _begin(stage, work())


def _labels(stage: Stage) -> None:
    _begin(stage, print_undo_labels(stage.window, _places(stage)))


def _list(stage: Stage, *, counts: bool) -> None:
    async def work() -> None:
        page, row = _lists(stage), await _newest(stage)
        lines = tuple(PlannedLine(x.sku, x.name, x.planned) for x in row.lines[:_LINES])
        plan = Plan(row.warehouse_no, "Kontainer 7", lines)
        await page.deeds.draw_up(Drafting(stage.desk), plan=plan, counts=counts)

    _begin(stage, work())


def _report(stage: Stage) -> None:
    async def work() -> None:
        await _lists(stage).deeds.report([await _newest(stage)])

    _begin(stage, work())


def _paper(stage: Stage) -> None:
    async def work() -> None:
        await _lists(stage).deeds.of("note", await _newest(stage))

    _begin(stage, work())


def _cancel(stage: Stage) -> None:
    async def work() -> None:
        await _lists(stage).deeds.of("cancel", await _newest(stage))

    _begin(stage, work())


SCENES = (
    Scene("location", _PLACES, _one),
    Scene("locations", _PLACES, _several),
    Scene("bind-single", _PLACES, _single),
    Scene("bind-bulk", _PLACES, _bulk),
    Scene("scan-mode", _PLACES, _scan),
    Scene("move-products", _PLACES, _move),
    Scene("labels", _PLACES, _labels),
    Scene("inbound-list", _LISTS, lambda stage: _list(stage, counts=False)),
    Scene("inbound-counting", _LISTS, lambda stage: _list(stage, counts=True)),
    Scene("inbound-report", _LISTS, _report),
    Scene("inbound-cancel", _LISTS, _cancel),
    Scene("delivery-note", _LISTS, _paper),
)
