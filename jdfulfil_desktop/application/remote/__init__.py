"""Use cases that speak to JD: coroutines over the ports, for the sync thread and the CLI alike."""
