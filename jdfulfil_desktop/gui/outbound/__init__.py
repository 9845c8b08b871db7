"""Pesanan Outbound: every order, why it waits, and what mends it (R31-R46)."""
