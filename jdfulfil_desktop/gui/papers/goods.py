"""Print labels of products: the barcode where there is one, else the master SKU."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import GoodsName
from jdfulfil_desktop.gui.papers.label_dialog import print_labels
from jdfulfil_desktop.gui.papers.labels import Label, LabelStyle
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.words import tr


def goods_labels(goods: Sequence[GoodsName]) -> list[Label]:
    """Make a label each; the SKU is told beside a barcode."""
    return [
        Label(
            one.barcode or one.sku,
            one.name,
            one.sku if one.barcode and one.barcode != one.sku else "",
            LabelStyle.GOODS,
        )
        for one in goods
    ]


async def print_goods_labels(shell: Shell, parent: QWidget, skus: Collection[str]) -> bool:
    """Ask how, and print or save labels of these products; tells whether that happened."""
    wanted = sorted(set(skus))
    found = await shell.desk.read(lambda q: q.goods_named(wanted))
    labels = goods_labels([found[sku] for sku in wanted if sku in found])
    if not labels:
        return False
    return await print_labels(shell, parent, labels, tr("product labels") + ".pdf")
