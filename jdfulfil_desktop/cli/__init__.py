"""The command line: one module for each command group, the window's own handlers."""
