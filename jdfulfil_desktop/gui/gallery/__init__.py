"""Pictures of the toolkit: `python -m jdfulfil_desktop.gui.gallery --out DIR`."""
