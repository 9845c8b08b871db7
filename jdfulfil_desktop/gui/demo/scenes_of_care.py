"""Dialogs of the user's menu that care for the data and the program."""

from __future__ import annotations

from jdfulfil_desktop.gui.demo.scene import Scene
from jdfulfil_desktop.gui.demo.stage import Stage


def _data(stage: Stage) -> None:
    stage.window.support.data_action.trigger()


def _diagnostics(stage: Stage) -> None:
    stage.window.support.diagnostics_action.trigger()


SCENES = (
    Scene("data", "", _data),
    Scene("diagnostics", "", _diagnostics),
)
