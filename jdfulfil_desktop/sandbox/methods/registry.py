"""All methods that are answered, in one visible table."""

from jdfulfil_desktop.sandbox.methods import (
    batch_stock,
    goods,
    inbound,
    master,
    outbound,
    outbound_queries,
    partners,
    shop_stock,
    stock,
    tracking,
)
from jdfulfil_desktop.sandbox.methods.call import Method

METHODS: dict[str, Method] = {
    **master.METHODS,
    **partners.METHODS,
    **goods.METHODS,
    **stock.METHODS,
    **batch_stock.METHODS,
    **shop_stock.METHODS,
    **inbound.METHODS,
    **outbound.METHODS,
    **outbound_queries.METHODS,
    **tracking.METHODS,
}
