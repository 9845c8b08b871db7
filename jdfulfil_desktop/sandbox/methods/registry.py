"""All methods that are answered, in one visible table."""

from jdfulfil_desktop.sandbox.methods import (
    goods,
    inbound,
    master,
    outbound,
    outbound_queries,
    partners,
    stock,
    tracking,
)
from jdfulfil_desktop.sandbox.methods.call import Method

METHODS: dict[str, Method] = {
    **master.METHODS,
    **partners.METHODS,
    **goods.METHODS,
    **stock.METHODS,
    **inbound.METHODS,
    **outbound.METHODS,
    **outbound_queries.METHODS,
    **tracking.METHODS,
}
