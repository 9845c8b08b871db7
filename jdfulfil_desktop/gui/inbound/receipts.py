"""Show the receipts of a list: when, under which document, and what each added line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import ReceiptRow
from jdfulfil_desktop.gui.theme import SPACE_S, StatusKind, code_font, status_look
from jdfulfil_desktop.gui.widgets import ElidedLabel, IconLabel, TextRole, text
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


def receipt_list(receipts: Sequence[ReceiptRow], texts: Texts, parent: QWidget) -> QWidget:
    """Give the receipts, the newest first."""
    box = QWidget(parent)
    box.setObjectName("receiptList")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_S + 2)
    for receipt in reversed(receipts):
        column.addWidget(_one(receipt, texts, box))
    return box


def _one(receipt: ReceiptRow, texts: Texts, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    head = QHBoxLayout()
    head.setSpacing(SPACE_S)
    kind = StatusKind.DONE if receipt.document else StatusKind.GOING_ON
    look = status_look(kind)
    head.addWidget(IconLabel(look.icon, look.role, 16, box))
    title = ElidedLabel(_title(receipt, texts), middle=True, parent=box)
    if receipt.document:
        title.setFont(code_font())
    head.addWidget(title, 1)
    when = text(texts.time(receipt.at), TextRole.DIM, parent=box)
    when.setToolTip(texts.time_in_full(receipt.at))
    head.addWidget(when)
    column.addLayout(head)
    column.addWidget(_under(booked_words(receipt, texts), TextRole.DIM, box))
    for sku, units, kinds in receipt.parts:
        column.addWidget(_under(f"{sku}   {part_words(units, kinds, texts)}", TextRole.BODY, box))
    box.setAccessibleName(f"{_title(receipt, texts)}: {booked_words(receipt, texts)}")
    return box


def _title(receipt: ReceiptRow, texts: Texts) -> str:
    """Name the document; before there is one, JD's status with its code."""
    status = f"{texts.inbound_status(receipt.jd_status)} ({receipt.jd_status})"
    return receipt.document or status


def booked_words(receipt: ReceiptRow, texts: Texts) -> str:
    """Say what went into stock under it."""
    if not receipt.document:
        return tr("Counted so far, not booked yet")
    return tr("{0} booked into stock").format(_signed(receipt.booked, texts))


def part_words(units: int, kinds: Mapping[str, int], texts: Texts) -> str:
    """Say what a receipt added to a line: good units, and others by kind."""
    said = [tr("{0} good").format(_signed(units, texts))] if units else []
    said += [f"{texts.difference(kind)} {_signed(n, texts)}" for kind, n in kinds.items()]
    return ", ".join(said)


def _signed(units: int, texts: Texts) -> str:
    return f"+{texts.number(units)}" if units > 0 else texts.number(units)


def _under(words: str, role: TextRole, parent: QWidget) -> QWidget:
    """Give a line that stands below the head's words."""
    box = QWidget(parent)
    row = QHBoxLayout(box)
    row.setContentsMargins(16 + SPACE_S, 0, 0, 0)
    label = ElidedLabel(words, role, parent=box)
    row.addWidget(label, 1)
    return box
