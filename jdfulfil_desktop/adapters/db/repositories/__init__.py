"""Repositories: each reads and writes domain records inside one unit of work's transaction."""
