"""Dialogs of imports: unknown columns, pasted rows, the history, the watched folder; a split."""

from __future__ import annotations

from pathlib import Path

from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.demo.scene import Scene
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.importing.columns import ColumnsDialog, FileTable
from jdfulfil_desktop.gui.importing.dialogs import HistoryDialog, PasteDialog, WatchedFolderDialog
from jdfulfil_desktop.gui.outbound.page import OutboundPage
from jdfulfil_desktop.gui.outbound.splitting import Goods, SplitDialog
from jdfulfil_desktop.gui.widgets import ask

_ORDERS = "outboundTab"
_HEADERS = ("Kode", "Keadaan", "Tanggal pesan", "Barang", "Berapa", "Nomor kirim", "Ekspedisi")
_ROWS = tuple(
    (f"B-{n}", "dibayar", f"2026-08-0{n} 09:00", "KOPI-GAYO-250", str(n), f"JX0726{n}", "J&T REG")
    for n in (1, 2, 3)
)


def _page(stage: Stage) -> OutboundPage:
    page = stage.window.show_page(_ORDERS)
    assert isinstance(page, OutboundPage)
    return page


def _columns(stage: Stage) -> None:
    page = _page(stage)
    said = {"Kode": "order_no", "Barang": "sku", "Nomor kirim": "tracking_no"}
    table = FileTable("laporan lapak.csv", _HEADERS, _ROWS, said, Channel.BUKALAPAK)
    layouts = stage.desk.program.sheets.layouts()
    dialog = ColumnsDialog(table, layouts, stage.desk.texts, page.window())
    stage.desk.start(ask(dialog), page)


def _paste(stage: Stage) -> None:
    page = _page(stage)
    dialog = PasteDialog(stage.desk.texts, page.window())
    dialog.rows.setPlainText("\n".join("\t".join(row) for row in (_HEADERS, *_ROWS)))
    stage.desk.start(ask(dialog), page)


async def _show_history(page: OutboundPage) -> None:
    rows = await page.desk.read(lambda q: q.imports())
    await ask(HistoryDialog(rows, page.desk.texts, page.window()))


def _history(stage: Stage) -> None:
    page = _page(stage)
    stage.desk.start(_show_history(page), page)


def _watch(stage: Stage) -> None:
    page = _page(stage)
    folder = Path.home() / "Downloads"
    dialog = WatchedFolderDialog(stage.desk, "", folder, page.window())
    stage.desk.start(ask(dialog), page)


async def _show_split(page: OutboundPage) -> None:
    [order] = await page.desk.read(lambda q: q.order_details(limit=1))
    houses = [row.warehouse_no for row in await page.desk.read(lambda q: q.warehouses())][:2]
    goods = [Goods("KOPI-GAYO-250", 5, tuple(houses)), Goods("TEH-MELATI-50", 2, tuple(houses[1:]))]
    await ask(SplitDialog(order, goods, page.window()))


def _split(stage: Stage) -> None:
    page = _page(stage)
    stage.desk.start(_show_split(page), page)


SCENES = (
    Scene("map-columns", _ORDERS, _columns),
    Scene("paste-orders", _ORDERS, _paste),
    Scene("import-history", _ORDERS, _history),
    Scene("watched-folder", _ORDERS, _watch),
    Scene("split-order", _ORDERS, _split),
)
