"""Manajemen Lokasi Produk: virtual shelves, and what lies on them (R23-R26)."""
