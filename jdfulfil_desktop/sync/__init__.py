"""The background thread that pushes, asks and listens."""
