"""All services that are answered, by their paths, in one visible table."""

from jdfulfil_desktop.sandbox.lop import basic_info, deliveries, documents, purchases, stock
from jdfulfil_desktop.sandbox.lop.call import Service

LOP_PATH = "/integratedsupplychain"
"""What all their paths begin with."""

SERVICES: dict[str, Service] = {
    **basic_info.SERVICES,
    **stock.SERVICES,
    **deliveries.SERVICES,
    **documents.SERVICES,
    **purchases.SERVICES,
}
