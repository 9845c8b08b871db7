"""Timelines, alerts and settings in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from jdfulfil_desktop.domain.channels import RuleSettings
from jdfulfil_desktop.domain.errors import RuleError
from tests.helpers.memory_records import Repository
from tests.helpers.memory_tables import AlertEntry, NoteEntry


class MemoryJournal(Repository):
    def note(self, document: str, kind: str, at: datetime, by: str, **data: object) -> None:
        self.tables.notes.append(NoteEntry(document, kind, at, by, data))

    def note_many(
        self, notes: Sequence[tuple[str, str, datetime, str, Mapping[str, object]]]
    ) -> None:
        for document, kind, at, by, data in notes:
            self.tables.notes.append(NoteEntry(document, kind, at, by, dict(data)))

    def alert(self, code: str, subject: str, at: datetime, **data: object) -> None:
        number = self.tables.next_id()
        self.tables.alerts[number] = AlertEntry(number, code, subject, at, data)

    def dismiss(self, alert_id: int) -> None:
        self.tables.alerts.pop(alert_id, None)

    def dismiss_about(self, subject: str, codes: Collection[str]) -> list[int]:
        found = [
            number
            for number, alert in self.tables.alerts.items()
            if alert.subject == subject and alert.code in codes
        ]
        for number in found:
            self.dismiss(number)
        return found


class MemorySettings(Repository):
    def rules(self) -> RuleSettings:
        known = self.tables.settings
        plain = RuleSettings()
        couriers = known.get("instant_couriers", plain.instant_couriers)
        return RuleSettings(
            instant_push=bool(known.get("instant_push", plain.instant_push)),
            instant_couriers=tuple(couriers) if isinstance(couriers, (list, tuple)) else (),
            hold_insufficient_stock=bool(known.get("hold_insufficient_stock", False)),
            substitutes=bool(known.get("substitutes", plain.substitutes)),
        )

    def get(self, name: str, default: object = None) -> object:
        return self.tables.settings.get(name, default)

    def put(self, name: str, value: object) -> None:
        self.tables.settings[name] = value

    def check_gateway(self, gateway: str) -> None:
        if self.tables.settings.get("gateway", gateway) != gateway:
            raise RuleError("other_gateway", subject=gateway)

    def bind_gateway(self, gateway: str) -> None:
        self.check_gateway(gateway)
        self.tables.settings["gateway"] = gateway
