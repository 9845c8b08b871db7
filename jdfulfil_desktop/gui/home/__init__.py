"""Beranda: what needs a hand, whether all is well, and how the last fourteen days went."""
