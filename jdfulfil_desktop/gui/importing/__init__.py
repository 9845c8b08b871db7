"""Bring orders in: files, folders, pasted rows, a watched folder; look first, and take back."""
