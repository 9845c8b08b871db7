"""JD Fulfil Desktop: marketplace orders to JD fulfillment warehouses, each exactly once."""

__version__ = "0.1.0"
