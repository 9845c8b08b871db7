"""A gallery of the toolkit, for looking at it: `python -m jdfulfil_desktop.gui.gallery --out DIR`."""
