"""Manajemen Inbound: lists of goods on their way to JD's warehouses (R27-R30)."""
