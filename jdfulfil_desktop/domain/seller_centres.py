"""Know where merchants accept and arrange orders on each marketplace: the program cannot (R39)."""

from __future__ import annotations

from collections.abc import Mapping

from jdfulfil_desktop.domain.order import Channel

SELLER_CENTRES: Mapping[Channel, str] = {
    Channel.SHOPEE: "https://seller.shopee.co.id/portal/sale/order",
    Channel.TOKOPEDIA: "https://seller.tokopedia.com/myorder",
    Channel.LAZADA: "https://sellercenter.lazada.co.id/apps/order/list",
    Channel.BLIBLI: "https://seller.blibli.com/",
    Channel.BUKALAPAK: "https://seller.bukalapak.com/",
}
"""The page of orders where its address is known to stand still, else the front door."""
