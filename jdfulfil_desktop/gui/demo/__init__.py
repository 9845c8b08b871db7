"""The main job end to end in practice mode, in the real window (CONTRACT `jdfulfil demo`)."""
