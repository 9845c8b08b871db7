"""Say how transactions are run: one writer thread, reader threads, priorities."""

from __future__ import annotations

from collections.abc import (
    Callable,
)
from concurrent.futures import Future
from enum import IntEnum
from typing import Protocol, TypeVar

from jdfulfil_desktop.application.ports.labels import Labels
from jdfulfil_desktop.application.ports.order_repositories import (
    Batches,
    JdDocuments,
    Orders,
    Outbounds,
)
from jdfulfil_desktop.application.ports.repositories import (
    Connections,
    Inbounds,
    Journal,
    Ledger,
    Locations,
    Products,
    Settings,
    Stores,
    Users,
    Warehouses,
)
from jdfulfil_desktop.application.queries import Queries
from jdfulfil_desktop.domain.events import Event

T = TypeVar("T")


class UnitOfWork(Protocol):
    """One transaction over all repositories.

    `emit` collects events that are published after the commit.
    """

    @property
    def connections(self) -> Connections: ...

    @property
    def warehouses(self) -> Warehouses: ...

    @property
    def stores(self) -> Stores: ...

    @property
    def products(self) -> Products: ...

    @property
    def ledger(self) -> Ledger: ...

    @property
    def locations(self) -> Locations: ...

    @property
    def inbounds(self) -> Inbounds: ...

    @property
    def orders(self) -> Orders: ...

    @property
    def outbounds(self) -> Outbounds: ...

    @property
    def jd_documents(self) -> JdDocuments: ...

    @property
    def batches(self) -> Batches: ...

    @property
    def labels(self) -> Labels: ...

    @property
    def journal(self) -> Journal: ...

    @property
    def settings(self) -> Settings: ...

    @property
    def users(self) -> Users: ...

    def emit(self, *events: Event) -> None: ...


class Priority(IntEnum):
    """Order the writer's queue: JD's answers before people, people before imports."""

    ANSWER = 0
    PERSON = 1
    BULK = 2


class Writer(Protocol):
    """Own all writing: one thread, one transaction a piece of work, in the order of priority."""

    def submit(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> Future[T]:
        """Queue work. Its exception rolls the transaction back and comes out of the future."""


class Reader(Protocol):
    """Read committed pages on reader threads, never in the caller's."""

    def submit(self, work: Callable[[Queries], T]) -> Future[T]: ...
