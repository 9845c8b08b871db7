"""Know the export layouts of the marketplaces, one module each, as data."""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.blibli import BLIBLI
from jdfulfil_desktop.adapters.sheets.profiles.bukalapak import BUKALAPAK
from jdfulfil_desktop.adapters.sheets.profiles.layout import Layout, RefusedLayout
from jdfulfil_desktop.adapters.sheets.profiles.lazada import LAZADA
from jdfulfil_desktop.adapters.sheets.profiles.shopee import PICK_LIST, SHOPEE
from jdfulfil_desktop.adapters.sheets.profiles.tokopedia_old import TOKOPEDIA_V1, TOKOPEDIA_V2
from jdfulfil_desktop.adapters.sheets.profiles.tokopedia_v3 import TOKOPEDIA_V3
from jdfulfil_desktop.adapters.sheets.profiles.webshops import SHOPIFY, WOOCOMMERCE

LAYOUTS: tuple[Layout, ...] = (
    SHOPEE,
    TOKOPEDIA_V3,
    TOKOPEDIA_V2,
    TOKOPEDIA_V1,
    LAZADA,
    BLIBLI,
    BUKALAPAK,
    SHOPIFY,
    WOOCOMMERCE,
)
"""Where two layouts score the same, the earlier one is taken."""

REFUSED: tuple[RefusedLayout, ...] = (PICK_LIST,)

__all__ = ["LAYOUTS", "REFUSED", "Layout", "RefusedLayout"]
