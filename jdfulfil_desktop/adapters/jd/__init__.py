"""The HTTP client to JD, the gateway port on it, and the one error seam."""
