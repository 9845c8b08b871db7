"""The second dialect, of JD's logistics platform (LOP), on the same state (PROTOCOL 1.5, 2.9)."""
