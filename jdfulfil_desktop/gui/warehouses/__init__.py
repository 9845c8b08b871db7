"""Manajemen Gudang: warehouses, stores and how they are bound, and the rules of the channels."""
