"""The window: the only package that knows Qt."""

from jdfulfil_desktop.gui.unread import spare_sources

spare_sources()
