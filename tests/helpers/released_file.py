"""Write a database as the present release does: kept under tests/data, one file a schema.

Run it at the revision that is released, before the next one is begun:
`python -m tests.helpers.released_file tests/data/schemas/schema-NNNN.db`
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from jdfulfil_desktop.adapters.db.store import open_database
from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.ids import OrderNo, Sku
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.product import Component, Product
from tests.helpers.fakes import FakeClock, RecordingNotifier

STORE, HOUSE, ORDER = "Toko Lama", "OWN-01", "LAMA-1"


def fill(bus: Bus, clock: FakeClock) -> None:
    """Do a little of everything a merchant does without JD."""
    order = OrderSnapshot(
        Channel.SHOPEE,
        OrderNo(ORDER),
        OrderStatus.READY_TO_SHIP,
        "Perlu Dikirim",
        tracking_no="SPX1",
        lines=(OrderLine("ch-kopi", "Kopi", 2),),
    )
    steps: list[c.Command] = [
        c.AddStore(STORE, Channel.SHOPEE),
        c.AddOwnWarehouse("Gudang Lama"),
        c.BindStore(STORE, HOUSE),
        c.SaveProducts((Product(Sku("KOPI"), "Kopi", barcode="8991", weight_g=250),)),
        c.LinkSku(Channel.SHOPEE, STORE, "ch-kopi", (Component(Sku("KOPI")),)),
        c.SetOwnStock(HOUSE, {"KOPI": 12}),
        c.CreateLocations(HOUSE, ("A-1",)),
        c.ChangeSettings({"substitutes": True}),
    ]
    for step in steps:
        bus.submit(step).result(30)
    begin = c.BeginImport("lama.xlsx", Channel.SHOPEE, STORE, clock.now())
    batch = bus.submit(begin).result(30)
    bus.submit(c.ImportOrders(batch, (order,))).result(30)
    bus.submit(c.CompleteImport(batch)).result(30)


def make(path: Path) -> None:
    """Make the file, in one piece and as small as it can be."""
    clock = FakeClock()
    database = open_database(path, RecordingNotifier(), clock)
    fill(Bus(database.writer, Env(clock, "Ani")), clock)
    database.close()
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode = DELETE")
        made.execute("VACUUM")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
