"""JD Fulfil Desktop: marketplace orders to JD fulfillment warehouses, each exactly once."""

from time import perf_counter

__version__ = "0.1.0"

BEGAN = perf_counter()
"""When the program began, by `perf_counter`: this is the first of its own lines that runs."""
