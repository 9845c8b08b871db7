"""First act: an account, products, stores, locations, and goods on their way to JD's shelves."""

from __future__ import annotations

from jdfulfil_desktop.application.product_table import products_import
from jdfulfil_desktop.application.queries import Filter, ProductRow, Sort
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.domain.commands import (
    AddStore,
    BindLocations,
    BindStore,
    CreateInbound,
    CreateLocations,
)
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.authorization.page import AuthorizationPage
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.words import tr

SHOPEE_STORE, TOKOPEDIA_STORE = "Rempah Nusantara", "Rempah Nusantara Tokopedia"
STORES = ((SHOPEE_STORE, Channel.SHOPEE), (TOKOPEDIA_STORE, Channel.TOKOPEDIA))
PLANNED = 40
SHORT = 3
_EVERYTHING = Filter()


async def authorize(stage: Stage) -> None:
    """Connect the first merchant quickly, with Subscribe ticked (R1-R6, R9)."""
    merchant = stage.room.merchant
    stage.step(tr("Authorize quickly: department, warehouse, PIN; log in and tick Subscribe"))
    await stage.show("authorizationTab", "authorize")
    page = stage.window.show_page("authorizationTab")
    assert isinstance(page, AuthorizationPage)
    await page.authorize(
        ConnectRequest(
            mode=Mode.QUICK,
            gateway_url=str(stage.room.info["gateway_url"]),
            department_no=merchant["department_no"],
            warehouse_no=merchant["warehouse_nos"][0],
            pin=merchant["pin"],
        )
    )
    accounts = await stage.desk.read(lambda q: q.connections())
    news = stage.desk.texts.news(accounts[0].news)
    stage.note(tr("{0} account connected, news: {1}").format(len(accounts), news))
    await stage.show("authorizationTab", "account")


async def register_products(stage: Stage) -> list[ProductRow]:
    """Import master products and register them at JD (R16, R17, R19)."""
    stage.step(tr("Import master products and register them at JD"))
    path = stage.setting.samples / "products.xlsx"
    report = await stage.blocking(
        lambda program: products_import(program.bus, program.sheets, path)
    )
    stage.note(tr("{0} products from {1}").format(report.new, path.name))
    pushed = await stage.desk.remote(lambda office: push_products(office, confirmed=True))
    words = tr("{0} registered, {1} adopted, {2} failed")
    stage.note(words.format(pushed.pushed, pushed.adopted, pushed.failed))
    await stage.show("productTab", "products")
    return await stage.desk.read(lambda q: q.product_page(_EVERYTHING, Sort("sku"), 0, 100))


async def open_stores(stage: Stage) -> None:
    """Add two stores and bind them to the warehouse (R12)."""
    stage.step(tr("Add two stores and bind them to the JD warehouse"))
    house = stage.room.merchant["warehouse_nos"][0]
    for name, channel in STORES:
        await stage.desk.command(AddStore(name, channel))
        await stage.desk.command(BindStore(name, house))
        stage.note(f"{name} → {house}")
    await stage.show("warehouseTab", "warehouses")


async def bind_locations(stage: Stage, products: list[ProductRow]) -> None:
    """Make bin locations and bind SKUs to them in bulk (R23-R26)."""
    stage.step(tr("Create bin locations and bind SKUs to them in bulk"))
    house = stage.room.merchant["warehouse_nos"][0]
    codes = tuple(f"A-{shelf:02d}-{level}" for shelf in range(1, 6) for level in (1, 2))
    await stage.desk.command(CreateLocations(house, codes))
    pairs = tuple(
        (line, code, product.sku)
        for line, (code, product) in enumerate(zip(codes, products, strict=False), 1)
    )
    report = await stage.desk.command(BindLocations(house, pairs))
    stage.note(tr("{0} locations, {1} SKUs bound").format(len(codes), report.bound))
    await stage.show("locationTab", "locations")


async def receive_goods(stage: Stage, products: list[ProductRow]) -> None:
    """Send an inbound list; JD receives it with a difference and stock rises once (R27-R30)."""
    stage.step(tr("Send an inbound list; JD receives it, some pieces short"))
    house = stage.room.merchant["warehouse_nos"][0]
    lines = tuple((product.sku, PLANNED) for product in products)
    number = await stage.desk.command(CreateInbound(house, lines, note="Kiriman pertama"))
    await stage.desk.remote(lambda office: submit_inbound(office, number))
    stage.note(tr("{0}: {1} products, {2} pieces each").format(number, len(lines), PLANNED))
    received = {products[0].goods_no: PLANNED - SHORT}
    await stage.away(lambda: stage.room.advance(document=number, status=50))
    await stage.away(lambda: stage.room.advance(document=number, status=70, received=received))
    await stage.desk.remote(lambda office: refresh_inbounds(office, [number]))
    stock = await stage.stock()
    on_hand = sum(row.on_hand for row in stock)
    words = tr("Completed: {0} of {1} pieces received, stock {2}")
    planned = PLANNED * len(lines)
    stage.note(words.format(planned - SHORT, planned, stage.desk.texts.number(on_hand)))
    await stage.show("inboundTab", "inbound", Place(key=number))
    await stage.show("stockTab", "stock-before")
