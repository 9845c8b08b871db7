"""Page queries: flat rows of one committed state, read on reader threads."""

from __future__ import annotations

from jdfulfil_desktop.adapters.db.queries.finding import Finding
from jdfulfil_desktop.adapters.db.queries.goods_details import GoodsDetails
from jdfulfil_desktop.adapters.db.queries.inbound_pages import InboundPages
from jdfulfil_desktop.adapters.db.queries.masters import Masters
from jdfulfil_desktop.adapters.db.queries.order_details import OrderDetails
from jdfulfil_desktop.adapters.db.queries.picking import Picking
from jdfulfil_desktop.adapters.db.queries.places import Places
from jdfulfil_desktop.adapters.db.queries.records import Records
from jdfulfil_desktop.adapters.db.queries.reports import Reports
from jdfulfil_desktop.adapters.db.queries.stock_pages import StockPages


class SqlQueries(
    Reports,
    Places,
    OrderDetails,
    Masters,
    GoodsDetails,
    StockPages,
    InboundPages,
    Records,
    Finding,
    Picking,
):
    """Fulfil `application.queries.Queries` within one read transaction."""


__all__ = ["SqlQueries"]
