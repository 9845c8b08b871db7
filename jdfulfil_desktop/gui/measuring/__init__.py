"""Measure the window from inside: how soon it stands, and how it moves while a file is imported."""
