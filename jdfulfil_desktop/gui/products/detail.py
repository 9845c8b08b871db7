"""Fill the pane beside the product list: what JD has of it, figures, links, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget

from jdfulfil_desktop.application.history import of_product
from jdfulfil_desktop.application.queries import (
    Filter,
    LinkedRow,
    NoteRow,
    ProductRow,
    Queries,
    Sort,
    StockListRow,
)
from jdfulfil_desktop.gui.changes import add_changes
from jdfulfil_desktop.gui.products.columns import life_words
from jdfulfil_desktop.gui.products.links import LinkDeed, LinkList
from jdfulfil_desktop.gui.tables.pictures import pixmap_of
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    CalloutSpec,
    CopyableCode,
    DetailPane,
    Item,
    ItemList,
    KeyValueGrid,
    TextRole,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_HOUSES = 50
_VARIANTS = 100
_PLACED = {
    "own": StatusKind.DONE,
    "pushed": StatusKind.DONE,
    "waiting": StatusKind.GOING_ON,
    "uncertain": StatusKind.UNKNOWN,
    "failed": StatusKind.FAILED,
}
Deed = Callable[[str, ProductRow], None]
"""Do `edit push link stock archive restore` with the product shown."""
_PICTURE = 120
"""Longest side of the picture in the pane, in logical pixels."""


@dataclass(frozen=True, slots=True)
class Story:
    """A product whole: row, figures by warehouse, channel SKUs, history, picture, family."""

    row: ProductRow
    stock: tuple[StockListRow, ...]
    links: tuple[LinkedRow, ...]
    notes: tuple[NoteRow, ...] = ()
    picture: bytes = b""
    family: tuple[ProductRow, ...] = ()


def read_story(q: Queries, sku: str) -> Story | None:
    """Read a product whole; None where it is gone."""
    here = {"sku": sku}
    baskets = (Filter(equals=here), Filter("archived", equals=here))
    rows = [row for wanted in baskets for row in q.product_page(wanted, Sort("sku"), 0, 1)]
    if not rows:
        return None
    figures = q.stock_page(Filter(equals={"sku": sku}), Sort("warehouse_no"), 0, _HOUSES)
    notes = q.notes(of_product(sku))
    row = rows[0]
    return Story(
        row,
        tuple(figures),
        tuple(q.linked([sku])),
        tuple(notes),
        q.picture(sku) if row.thumbnail else b"",
        tuple(_family(q, row)),
    )


def _family(q: Queries, row: ProductRow) -> list[ProductRow]:
    """Give the variants beside this one."""
    if not row.family:
        return []
    found = q.product_page(Filter(equals={"family": row.family}), Sort("sku"), 0, _VARIANTS)
    return [other for other in found if other.sku != row.sku]


def show_product(
    pane: DetailPane, story: Story, texts: Texts, deed: Deed, link_deed: LinkDeed
) -> None:
    """Show one product; buttons call `deed`, those of its links `link_deed`."""
    row = story.row
    pane.begin(row.sku, row.name)
    _add_callout(pane, row, texts, deed)
    _add_picture(pane, story)
    pane.add_section(tr("Product"), _facts(row, texts))
    places = tr("Warehouses ({0})").format(len(row.warehouses))
    if story.stock:
        pane.add_section(places, ItemList([_place(x, texts) for x in story.stock], parent=pane))
    else:
        pane.add_section(places, KeyValueGrid(pane))
        pane.add_text(tr("In no warehouse yet: its orders wait."), TextRole.DIM)
    _add_links(pane, story, texts, deed, link_deed)
    if story.family:
        title = tr("Variants of {0} ({1})").format(row.family, len(story.family) + 1)
        pane.add_section(title, ItemList([_variant(x) for x in story.family], parent=pane))
    add_changes(pane, story.notes, texts)
    _add_actions(pane, row, deed)


def _add_picture(pane: DetailPane, story: Story) -> None:
    """Show the product's picture, where it has one."""
    found = pixmap_of(story.picture, _PICTURE, pane.devicePixelRatioF())
    if not found.isNull():
        label = QLabel(pane)
        label.setObjectName("productPicture")
        label.setPixmap(found)
        label.setAccessibleName(tr("Picture of the product"))
        label.setToolTip(story.row.picture)
        pane.add_widget(label)


def _add_links(
    pane: DetailPane, story: Story, texts: Texts, deed: Deed, link_deed: LinkDeed
) -> None:
    """Show what stands for the product, with a way to link more."""
    row = story.row
    title = tr("Channel SKUs ({0})").format(len(story.links))
    shown: QWidget = KeyValueGrid(pane)
    if story.links:
        shown = LinkList(story.links, row.sku, texts, link_deed, pane)
    head = pane.add_section(title, shown)
    if not story.links:
        pane.add_text(tr("No channel SKU stands for it yet."), TextRole.DIM)
    head.link.setText(tr("Link"))
    head.link.setObjectName("addLinkButton")
    head.link.setAccessibleName(tr("Link channel SKU"))
    head.link.setVisible(not row.archived)
    head.link.clicked.connect(lambda: deed("link", row))


def _variant(row: ProductRow) -> Item:
    return Item(row.sku, row.name, row.variant, StatusKind.WAITING, icon="tag-outline")


def _add_callout(pane: DetailPane, row: ProductRow, texts: Texts, deed: Deed) -> None:
    """Say the one thing that keeps the product from JD, with the button that mends it."""
    if row.archived:
        words = tr("It is in no list and no search. Restore it and it is as it was.")
        pane.add_callout(CalloutSpec(StatusKind.WAITING, tr("Archived"), words, rule="R16"))
        return
    spec = _what_keeps_it(row, texts)
    if spec is not None:
        pane.add_callout(spec).acted.connect(lambda: deed("push", row))


def _what_keeps_it(row: ProductRow, texts: Texts) -> CalloutSpec | None:
    """Describe what stands between the product and JD; None where nothing does."""
    if row.push_state == "failed":
        words = row.error_text or texts.message(row.error_code, row.sku)
        return CalloutSpec(
            StatusKind.FAILED,
            tr("JD refused it"),
            words,
            rule="R19",
            action=tr("Register again"),
            action_name="registerAgainButton",
        )
    if row.push_state in ("", "waiting"):
        unsure = bool(row.shelf_life_days) and not row.shelf_life_confirmed
        words = tr("Its orders are held until JD knows it.")
        if unsure:
            words = tr("{0} Its shelf life is asked for first, for JD never changes it.").format(
                words
            )
        return CalloutSpec(
            StatusKind.NEEDS_YOU if row.push_state == "" else StatusKind.WAITING,
            tr("Not registered at JD"),
            words,
            rule="R17" if unsure else "R19",
            action=tr("Register at JD"),
            action_icon="upload-outline",
            action_name="registerButton",
        )
    if row.push_state == "uncertain":
        return CalloutSpec(
            StatusKind.UNKNOWN,
            tr("Not certain whether JD has it"),
            tr("The answer was lost. Registering again asks JD first: nothing is made twice."),
            action=tr("Ask JD"),
            action_name="askJdButton",
        )
    return None


def _facts(row: ProductRow, texts: Texts) -> KeyValueGrid:
    grid = KeyValueGrid()
    if row.barcode:
        grid.add(tr("Barcode"), CopyableCode(row.barcode))
    if row.goods_no:
        grid.add(tr("JD goods no."), CopyableCode(row.goods_no))
    if row.weight_g:
        grid.add(tr("Weight"), texts.formats.weight(row.weight_g))
    for words, value in (
        (tr("Family of variants"), row.family),
        (tr("Colour"), row.colour),
        (tr("Size of the variant"), row.size),
    ):
        if value:
            grid.add(words, value)
    sides = (row.length_mm, row.width_mm, row.height_mm)
    if any(sides):
        grid.add(tr("Size"), " × ".join(texts.formats.length(side) for side in sides))
    grid.add(tr("Shelf life"), life_words(row, texts) or tr("none"))
    if row.shelf_life_days:
        grid.add(
            tr("Limits"),
            tr("in {0}, out {1}").format(
                texts.count("days", row.inbound_limit_days or 0),
                texts.count("days", row.outbound_limit_days or 0),
            ),
        )
    return grid


def _place(stock: StockListRow, texts: Texts) -> Item:
    """Say what lies in a warehouse, and JD's own figure where it is another."""
    state = texts.placement_state(stock.push_state)
    number = texts.number
    words = tr("{0} · {1} reserved").format(state, number(stock.reserved))
    if stock.incoming:
        words = tr("{0} · {1} incoming").format(words, number(stock.incoming))
    note = ""
    if stock.jd_figure is not None and stock.jd_figure != stock.on_hand:
        note = tr("JD counts {0}").format(number(stock.jd_figure))
    kind = _PLACED.get(stock.push_state, StatusKind.WAITING)
    shown = StatusKind.NEEDS_YOU if note else kind
    return Item(stock.warehouse_no, words, number(stock.on_hand), shown, note=note)


def _add_actions(pane: DetailPane, row: ProductRow, deed: Deed) -> None:
    offers: Sequence[tuple[str, str, str]] = (
        ("edit", tr("Edit"), "editProductButton"),
        ("push", tr("Add to warehouse"), "addToWarehouseButton"),
        ("stock", tr("Show stock"), "productStockButton"),
        ("archive", tr("Archive"), "archiveProductButton"),
    )
    if row.archived:
        offers = (("restore", tr("Restore"), "restoreProductButton"),)
    for name, words, object_name in offers:
        button = Button(words, name=object_name)
        button.clicked.connect(lambda _checked=False, name=name: deed(name, row))
        pane.add_action(button)
