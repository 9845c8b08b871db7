"""Manajemen Stok: our figures as the sum of a ledger, JD's beside them (R20, R22)."""
