"""Say what happened, in the past tense; published after the commit that made it true."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True, slots=True)
class OrdersChanged(Event):
    """Orders or their outbound orders changed; no numbers means many: reload the list."""

    outbound_nos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportsChanged(Event):
    """An import was completed, or undone so far that `left` of its orders are still to go."""

    batch_id: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class PushQueued(Event):
    """Something may be claimed now; wakes the pusher."""


@dataclass(frozen=True, slots=True)
class InboundsChanged(Event):
    """Inbound lists changed; no numbers means many."""

    inbound_nos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StockChanged(Event):
    """Stock rows or JD's figures changed; no SKUs means many."""

    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductsChanged(Event):
    """Products, links or placements changed; no SKUs means many."""

    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocationsChanged(Event):
    """Locations or what lies there changed."""

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
    """Something wants a person (R44, anomalies, R3's 800); it lies in the alert list."""

    code: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class AlertDismissed(Event):
    """A person settled an alert; it is off the list."""

    alert_id: int


@dataclass(frozen=True, slots=True)
class GatewayAnswers(Event):
    """An account's gateway cannot be reached (`trouble` is the code), or answers again (empty)."""

    pin: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """Settings changed."""


@dataclass(frozen=True, slots=True)
class UsersChanged(Event):
    """Users or their rights changed, or another one took over (R18)."""
