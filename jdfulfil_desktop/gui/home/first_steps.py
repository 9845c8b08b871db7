"""The first four steps, each with the button that takes it; gone once they are all done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jdfulfil_desktop.gui.home.glance import Glance
from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_S, StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    Card,
    StepList,
    StepSpec,
    TextRole,
    text,
)
from jdfulfil_desktop.gui.words import tr


def _steps() -> list[tuple[StepSpec, str, str]]:
    """Give each step with the words and the icon of its button."""
    return [
        (
            StepSpec(
                "connect",
                tr("Connect your JD.ID account"),
                tr("Log in on JD.ID's page; your warehouses appear by themselves."),
            ),
            tr("Authorize"),
            "key-outline",
        ),
        (
            StepSpec(
                "products",
                tr("Add your products"),
                tr("From a spreadsheet or one by one, then register them at JD."),
            ),
            tr("Add products"),
            "tag-outline",
        ),
        (
            StepSpec(
                "stores",
                tr("Bind your stores to a warehouse"),
                tr("An order goes to the warehouse that its store is bound to."),
            ),
            tr("Bind stores"),
            "storefront-outline",
        ),
        (
            StepSpec(
                "orders",
                tr("Import your orders"),
                tr("The export of your seller centre. What may go is pushed by itself."),
            ),
            tr("Import orders"),
            "file-plus-outline",
        ),
    ]


class FirstSteps(Card):
    """Show how far the setting up is; `wanted(key)` where a step's button was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=24, parent=parent)
        self.setObjectName("firstSteps")
        title = tr("Four steps to your first shipment")
        self.setAccessibleName(title)
        self.body.setSpacing(SPACE_L)
        self.body.addWidget(text(title, TextRole.TITLE, parent=self))
        self._lists: dict[str, StepList] = {}
        self._buttons: dict[str, Button] = {}
        for spec, words, icon_name in _steps():
            self.body.addLayout(self._row(spec, words, icon_name))

    def _row(self, spec: StepSpec, words: str, icon_name: str) -> QHBoxLayout:
        steps = StepList([spec], self)
        button = Button(words, name=f"{spec.key}StepButton", icon_name=icon_name, parent=self)
        button.clicked.connect(lambda: self.wanted.emit(spec.key))
        self._lists[spec.key], self._buttons[spec.key] = steps, button
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(steps, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def show_glance(self, glance: Glance) -> None:
        """Mark what is done; the first step that is not gets the primary button."""
        overview = glance.overview
        done = {
            "connect": overview.has_connection,
            "products": overview.has_products,
            "stores": glance.has_bound_store,
            "orders": glance.has_orders,
        }
        now = next((key for key, is_done in done.items() if not is_done), "")
        for key, is_done in done.items():
            kind = StatusKind.DONE if is_done else StatusKind.WAITING
            self._lists[key].set_state(key, StatusKind.GOING_ON if key == now else kind)
            button = self._buttons[key]
            button.setVisible(not is_done)
            button.set_kind(ButtonKind.PRIMARY if key == now else ButtonKind.SECONDARY)
        self.setVisible(not glance.is_set_up)
