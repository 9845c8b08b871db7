"""Ask what became of a parcel: the assistant for late cancels, and what came back (R43, R44)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import OrderDetail, OutboundDetail
from jdfulfil_desktop.domain.after_jd_commands import CameBack
from jdfulfil_desktop.gui.outbound.deeds import cancellable
from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_M, SPACE_S, StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, Notice, text
from jdfulfil_desktop.gui.widgets.labels import TextRole
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

CANCEL = "cancel"


class LateCancelDialog(DialogFrame):
    """Say what JD says of a cancelled order, and what each choice does; gives the choice.

    `cancel`, or where the parcel is: `stopped left delivered`.
    """

    def __init__(
        self, order: OrderDetail, outbound: OutboundDetail, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Cancelled after it was sent to JD"),
            tr("Do this"),
            intro=tr("{0} was cancelled, or is to be, at the marketplace.").format(order.order_no),
            deed_name="lateCancelDeedButton",
            width=560,
            parent=parent,
        )
        can = cancellable(outbound)
        said = texts.outbound_status(outbound.jd_status, outbound.jd_words)
        word = (
            tr("JD says: {0}. It can still be cancelled there.")
            if can
            else tr("JD says: {0}. It was picked already: JD cannot cancel it any more (R44).")
        )
        notice = Notice(StatusKind.WAITING if can else StatusKind.NEEDS_YOU, parent=self)
        notice.show_notice(
            StatusKind.WAITING if can else StatusKind.NEEDS_YOU, word.format(said or "-")
        )
        self.body.addWidget(notice)
        self.choices: dict[str, QRadioButton] = {}
        column = QVBoxLayout()
        column.setSpacing(SPACE_M)
        for name, words, does in _choices():
            column.addWidget(self._choice(name, words))
            column.addWidget(text(does, TextRole.DIM, wrap=True, parent=self))
        self.body.addLayout(column)
        self.choices[CANCEL].setEnabled(can)
        self.choices[CANCEL if can else "left"].setChecked(True)

    def _choice(self, name: str, words: str) -> QRadioButton:
        radio = QRadioButton(words, self)
        radio.setObjectName(f"choice_{name}")
        radio.setAccessibleName(words)
        self.choices[name] = radio
        return radio

    def value(self) -> str:
        """Give the choice."""
        return next(name for name, radio in self.choices.items() if radio.isChecked())


def _choices() -> list[tuple[str, str, str]]:
    return [
        (
            CANCEL,
            tr("Cancel it at JD"),
            tr("JD keeps the goods, and the order is held here. JD's answer decides."),
        ),
        (
            "stopped",
            tr("JD's people stopped the parcel"),
            tr("Kept here as your word. Stock follows JD's status: nothing is booked by this."),
        ),
        (
            "left",
            tr("The parcel is on its way"),
            tr("It comes back undelivered: book what came back once it is there."),
        ),
        (
            "delivered",
            tr("The buyer keeps the parcel"),
            tr("Settle the payment at the marketplace. The goods stay deducted."),
        ),
    ]


class ReturnDialog(DialogFrame):
    """Ask how much came back, good and damaged; gives the lines."""

    def __init__(self, outbound: OutboundDetail, parent: QWidget) -> None:
        super().__init__(
            tr("Book what came back"),
            tr("Book"),
            intro=tr(
                "Good pieces of {0} are in stock again; damaged ones are written down. "
                "This is booked once."
            ).format(outbound.outbound_no),
            deed_name="bookReturnDeedButton",
            width=520,
            parent=parent,
        )
        self.spins: dict[tuple[str, str], QSpinBox] = {}
        self._items = outbound.items
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(0, 1)
        grid.addWidget(text(tr("Good"), TextRole.DIM, parent=self), 0, 1)
        grid.addWidget(text(tr("Damaged"), TextRole.DIM, parent=self), 0, 2)
        for row, (sku, sent) in enumerate(self._items, 1):
            label = text(tr("{0}, sent {1}").format(sku, sent), TextRole.STRONG, parent=self)
            grid.addWidget(label, row, 0)
            grid.addWidget(self._spin(sku, "good", sent, sent), row, 1)
            grid.addWidget(self._spin(sku, "damaged", sent, 0), row, 2)
        self.body.addLayout(grid)

    def _spin(self, sku: str, kind: str, most: int, units: int) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setObjectName(f"{kind}_{sku}")
        spin.setAccessibleName(f"{sku}: {tr('Good') if kind == 'good' else tr('Damaged')}")
        spin.setRange(0, most)
        spin.setValue(units)
        self.spins[sku, kind] = spin
        return spin

    def validate(self) -> bool:
        """Refuse more than was sent, and nothing at all."""
        lines = self.value()
        sent = dict(self._items)
        wrong = next((x.sku for x in lines if x.good + x.damaged > sent[x.sku]), "")
        if wrong:
            self.show_error(tr("More of {0} would come back than was sent.").format(wrong))
        elif not lines:
            self.show_error(tr("Say how much came back."))
        return bool(lines) and not wrong

    def value(self) -> tuple[CameBack, ...]:
        """Give the lines of which something came back."""
        lines = (
            CameBack(sku, self.spins[sku, "good"].value(), self.spins[sku, "damaged"].value())
            for sku, _sent in self._items
        )
        return tuple(line for line in lines if line.good or line.damaged)
