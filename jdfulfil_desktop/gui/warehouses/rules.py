"""Aturan kanal: the channel table, a case to try on it, and the settings it depends on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jdfulfil_desktop.domain.channels import ChannelRule, RuleSettings
from jdfulfil_desktop.domain.couriers import INSTANT_BY_DEFAULT
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.gui._generated.ui_channel_rules_dialog import Ui_ChannelRulesDialog
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouses.rule_matrix import RuleMatrix
from jdfulfil_desktop.gui.warehouses.verdicts import Case, judge, why_words
from jdfulfil_desktop.gui.widgets import Button, ButtonKind, DialogFrame, Notice
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_COURIERS = ("SPX Standard", "J&T Express", "JNE Reguler", "GrabExpress Sameday", "SPX Instant")


class ChannelRulesDialog(DialogFrame):
    """Show the table, answer a case, and give the settings changed (R22, R36).

    `historyWanted`: what was changed on the settings before.
    """

    historyWanted = Signal()

    def __init__(self, texts: Texts, settings: RuleSettings, parent: QWidget) -> None:
        super().__init__(
            tr("Channel rules"),
            tr("Save settings"),
            intro=tr("What happens with an order, by channel and status. Try a case at the right."),
            deed_name="saveRulesButton",
            width=1080,
            parent=parent,
        )
        history = Button(
            tr("History"), name="rulesHistoryButton", icon_name="history", kind=ButtonKind.LINK
        )
        history.clicked.connect(self.historyWanted)
        self.extra.addWidget(history)
        self._texts = texts
        self._settings = settings
        self._shown: RuleSettings | None = None
        self._row: ChannelRule | None = None
        holder = QWidget(self)
        self.form = Ui_ChannelRulesDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self._add_table()
        self._add_tester()
        self._add_settings()
        self._judge()
        self.table.setCurrentCell(list(OrderStatus).index(OrderStatus.PAID), 1)
        take_room(self, 1240, 640)

    # -- the table --------------------------------------------------------------------------------

    def _add_table(self) -> None:
        self.table = RuleMatrix(self._texts)
        card = QFrame(self)
        card.setProperty("surface", "card")
        card.setProperty("table", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.table)
        card.setMinimumSize(600, 240)
        self.form.ruleLayout.addWidget(card)
        self.why = Notice(StatusKind.WAITING, parent=self)
        self.why.setObjectName("whyNotice")
        self.form.ruleLayout.addWidget(self.why)
        self.table.chosen.connect(self._look_at)

    def _look_at(self, row: ChannelRule, channel: Channel) -> None:
        """Say why a cell is as it is, and try that case."""
        self._row = row
        form = self.form
        for combo, value in ((form.channelCombo, channel), (form.statusCombo, row.status)):
            combo.setCurrentIndex(combo.findData(value.value))
        self._say_why()

    def _say_why(self) -> None:
        if self._row is not None:
            words = why_words(self._row, self.settings(), self._texts)
            self.why.show_notice(StatusKind.WAITING, f"{self._row.rule}: {words}")

    # -- the tester -------------------------------------------------------------------------------

    def _add_tester(self) -> None:
        form, texts = self.form, self._texts
        form.testerLabel.setText(tr("Try a case").upper())
        for channel in Channel:
            form.channelCombo.addItem(texts.channel(channel), channel.value)
        for status in OrderStatus:
            form.statusCombo.addItem(texts.order_status(status), status.value)
        form.statusCombo.setCurrentIndex(form.statusCombo.findData(OrderStatus.PAID.value))
        form.courierCombo.addItems(list(_COURIERS))
        form.acceptedCheck.setText(tr("Accepted here"))
        form.acceptedCheck.setAccessibleName(tr("Accepted here"))
        field_around(form.channelCombo, tr("Channel"))
        field_around(form.statusCombo, tr("Status"))
        field_around(form.courierCombo, tr("Courier"))
        field_around(form.trackingEdit, tr("Tracking number"))
        self.verdict = Notice(StatusKind.WAITING, parent=self)
        self.verdict.setObjectName("verdictNotice")
        form.verdictLayout.addWidget(self.verdict)
        form.channelCombo.currentIndexChanged.connect(self._judge)
        form.statusCombo.currentIndexChanged.connect(self._judge)
        form.courierCombo.editTextChanged.connect(self._judge)
        form.trackingEdit.textChanged.connect(self._judge)
        form.acceptedCheck.toggled.connect(self._judge)

    def case(self) -> Case:
        """Give the case as it is entered."""
        form = self.form
        return Case(
            Channel(str(form.channelCombo.currentData())),
            OrderStatus(str(form.statusCombo.currentData())),
            form.courierCombo.currentText(),
            form.trackingEdit.text(),
            form.acceptedCheck.isChecked(),
        )

    def _judge(self, *_changed: object) -> None:
        """Say the verdict on the case, with the settings as they are entered now."""
        settings = self.settings()
        if settings != self._shown:
            self._shown = settings
            self.table.show_rules(settings)
            self._say_why()
        decision = judge(self.case(), settings)
        if decision.push:
            words = tr("{0}: created and pushed.").format(decision.rule)
            self.verdict.show_notice(StatusKind.DONE, words)
            return
        reasons = ", ".join(
            f"{self._texts.reason(r.code, r.subjects).short} ({r.rule})" for r in decision.reasons
        )
        words = (
            tr("{0}: created, not pushed. {1}") if decision.create else tr("{0}: not created. {1}")
        )
        kind = StatusKind.NEEDS_YOU if decision.create else StatusKind.WAITING
        self.verdict.show_notice(kind, words.format(decision.rule, reasons))

    # -- settings ---------------------------------------------------------------------------------

    def _add_settings(self) -> None:
        form, settings = self.form, self._settings
        form.instantCheck.setText(tr("Push Shopee's paid orders at once for"))
        form.instantCheck.setChecked(settings.instant_push)
        form.couriersEdit.setText(", ".join(settings.instant_couriers))
        form.couriersEdit.setAccessibleName(tr("Couriers pushed at once"))
        form.couriersEdit.setPlaceholderText(", ".join(INSTANT_BY_DEFAULT))
        form.couriersEdit.setToolTip(
            tr("Codes with commas between them; POS stands for every service of Pos Indonesia.")
        )
        form.stockCheck.setText(
            tr("Hold orders whose stock is too low, instead of leaving that to JD")
        )
        form.stockCheck.setChecked(settings.hold_insufficient_stock)
        for box in (form.instantCheck, form.stockCheck):
            box.setAccessibleName(box.text())
            box.toggled.connect(self._judge)
        form.instantCheck.toggled.connect(form.couriersEdit.setEnabled)
        form.couriersEdit.setEnabled(settings.instant_push)
        form.couriersEdit.textChanged.connect(self._judge)

    def settings(self) -> RuleSettings:
        """Give the settings as they are entered; an empty list is R36's own."""
        form = self.form
        codes = [part.strip().upper() for part in form.couriersEdit.text().split(",")]
        return RuleSettings(
            instant_push=form.instantCheck.isChecked(),
            instant_couriers=tuple(c for c in codes if c) or INSTANT_BY_DEFAULT,
            hold_insufficient_stock=form.stockCheck.isChecked(),
            substitutes=self._settings.substitutes,
        )

    def value(self) -> Mapping[str, object]:
        """Give what was changed, by the names under which it is kept."""
        entered = self.settings()
        names = ("instant_push", "instant_couriers", "hold_insufficient_stock")
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name in names
            if (value := getattr(entered, name)) != getattr(self._settings, name)
        }
