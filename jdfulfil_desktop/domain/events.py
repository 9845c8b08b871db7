"""Say what happened, in the past tense. Events are published after the commit that made them true."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True, slots=True)
class OrdersChanged(Event):
    """Orders or their outbound orders changed; `outbound_nos` empty means many (reload the view)."""

    outbound_nos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PushQueued(Event):
    """Something may be claimed now; wakes the pusher."""


@dataclass(frozen=True, slots=True)
class InboundsChanged(Event):
    inbound_nos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StockChanged(Event):
    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductsChanged(Event):
    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocationsChanged(Event):
    warehouse_no: str = ""


@dataclass(frozen=True, slots=True)
class WarehousesChanged(Event):
    """Warehouses, stores or bindings changed."""


@dataclass(frozen=True, slots=True)
class ConnectionsChanged(Event):
    """A connection's state, token, clock, news or departments changed."""

    pin: str = ""


@dataclass(frozen=True, slots=True)
class AlertRaised(Event):
    """Something wants a person (R44, anomalies, quick limit from 800); it lies in the alert list."""

    code: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class AlertDismissed(Event):
    """A person settled an alert; it is off the list."""

    alert_id: int


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    pass
