"""Reports: what came in, what left, how long it took, what is held for what."""
