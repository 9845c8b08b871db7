"""Otorisasi: connect JD accounts, see their health, add departments and warehouses (R1-R10)."""
