"""Tie all repositories to one transaction."""

from __future__ import annotations

import threading

from sqlalchemy import Connection

from jdfulfil_desktop.adapters.db.board import Board
from jdfulfil_desktop.adapters.db.repositories.accounts import SqlConnections
from jdfulfil_desktop.adapters.db.repositories.batches import SqlBatches
from jdfulfil_desktop.adapters.db.repositories.inbounds import SqlInbounds
from jdfulfil_desktop.adapters.db.repositories.jd_documents import SqlJdDocuments
from jdfulfil_desktop.adapters.db.repositories.labels import SqlLabels
from jdfulfil_desktop.adapters.db.repositories.ledger import SqlLedger
from jdfulfil_desktop.adapters.db.repositories.locations import SqlLocations
from jdfulfil_desktop.adapters.db.repositories.orders import SqlOrders
from jdfulfil_desktop.adapters.db.repositories.outbounds import SqlOutbounds
from jdfulfil_desktop.adapters.db.repositories.products import SqlProducts
from jdfulfil_desktop.adapters.db.repositories.records import SqlJournal, SqlSettings
from jdfulfil_desktop.adapters.db.repositories.users import SqlUsers
from jdfulfil_desktop.adapters.db.repositories.warehouses import SqlStores, SqlWarehouses
from jdfulfil_desktop.application import ports
from jdfulfil_desktop.domain.events import Event


class SqlUnitOfWork:
    """Fulfil `ports.UnitOfWork` on a connection whose transaction the writer begins and ends.

    It belongs to the thread that made it: `flush`, which comes before every commit, asserts so.
    """

    def __init__(self, connection: Connection, clock: ports.Clock) -> None:
        self._thread = threading.get_ident()
        self._board = board = Board(connection)
        ledger = SqlLedger(connection)
        self.connections: ports.Connections = SqlConnections(connection)
        self.warehouses: ports.Warehouses = SqlWarehouses(connection, board)
        self.stores: ports.Stores = SqlStores(connection)
        self.products: ports.Products = SqlProducts(connection)
        self.ledger: ports.Ledger = ledger
        self.locations: ports.Locations = SqlLocations(connection)
        self.inbounds: ports.Inbounds = SqlInbounds(connection)
        self.orders: ports.Orders = SqlOrders(connection, board)
        self.outbounds: ports.Outbounds = SqlOutbounds(connection, board)
        self.jd_documents: ports.JdDocuments = SqlJdDocuments(connection)
        self.batches: ports.Batches = SqlBatches(connection, board, ledger, clock)
        self.labels: ports.Labels = SqlLabels(connection)
        self.journal: ports.Journal = SqlJournal(connection)
        self.settings: ports.Settings = SqlSettings(connection)
        self.users: ports.Users = SqlUsers(connection)
        self.events: list[Event] = []

    def emit(self, *events: Event) -> None:
        """Collect events that are published after the commit; equal ones once."""
        self.events.extend(event for event in events if event not in self.events)

    def flush(self) -> None:
        """Write what repositories still hold back."""
        assert threading.get_ident() == self._thread, "a unit of work never leaves its thread"
        self._board.flush()
