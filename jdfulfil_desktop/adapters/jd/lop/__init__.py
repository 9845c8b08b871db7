"""Speak JD's newer platform (LOP) behind the same port, as far as it reaches (PROTOCOL 2.9)."""
