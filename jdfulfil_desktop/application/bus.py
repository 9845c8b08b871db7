"""Hand commands to their handlers: one visible table, one transaction a message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, InvalidStateError
from dataclasses import replace
from functools import partial
from typing import Any

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers import (
    deciding,
    importing,
    inbound,
    locations,
    orders,
    outbounds,
    products,
    settings,
    stock,
    warehouses,
)
from jdfulfil_desktop.application.ports import Priority, UnitOfWork, Writer
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain import commands as c

Handler = Callable[[Any, UnitOfWork, Env], object]

HANDLERS: Mapping[type[c.Command], Handler] = {
    c.AddStore: warehouses.add_store,
    c.BindStore: warehouses.bind_store,
    c.UnbindStore: warehouses.unbind_store,
    c.AddOwnWarehouse: warehouses.add_own_warehouse,
    c.SetWarehouseActive: warehouses.set_warehouse_active,
    c.SaveProducts: products.save_products,
    c.LinkSku: products.link_sku,
    c.PlaceProducts: products.place_products,
    c.ConfirmShelfLife: products.confirm_shelf_life,
    c.CreateLocations: locations.create_locations,
    c.BindLocations: locations.bind_locations,
    c.UnbindLocation: locations.unbind_location,
    c.CreateInbound: inbound.create_inbound,
    c.DeleteDraftInbound: inbound.delete_draft_inbound,
    c.BeginImport: importing.begin_import,
    c.ImportOrders: importing.import_orders,
    c.CompleteImport: importing.complete_import,
    c.UndoImport: importing.undo_import,
    c.AcceptOrders: orders.accept_orders,
    c.ArrangeShipment: orders.arrange_shipment,
    c.HoldOrders: orders.hold_orders,
    c.ReleaseOrders: orders.release_orders,
    c.SplitOrder: orders.split_order,
    c.RetryOutbound: outbounds.retry_outbound,
    c.RedecideOrders: deciding.redecide_orders,
    c.SetOwnStock: stock.set_own_stock,
    c.AdoptDifference: stock.adopt_difference,
    c.ChangeSettings: settings.change_settings,
    c.DismissAlert: settings.dismiss_alert,
}
"""Every command and the one function that carries it out."""


def handle(command: c.Command, uow: UnitOfWork, env: Env) -> object:
    """Carry a command out in a transaction; a `Continued` result names what has to follow."""
    return HANDLERS[type(command)](command, uow, env)


class Bus:
    """Queue commands at the writer and give their results as futures, from any thread."""

    def __init__(self, writer: Writer, env: Env) -> None:
        self._writer = writer
        self._env = env

    @property
    def writer(self) -> Writer:
        """Give the writer, for work that is no command."""
        return self._writer

    @property
    def env(self) -> Env:
        """Give the clock and the name under which commands are carried out."""
        return self._env

    def submit(
        self, command: c.Command, priority: Priority = Priority.PERSON, *, actor: str = ""
    ) -> Future[Any]:
        """Queue a command; the future gives its result, or raises its FulfilError.

        What a command leaves to further transactions (`Continued`) is queued by itself, behind
        people's work; the future is done when the last of them is. `actor` overrides the name that
        goes into ledger and timelines.
        """
        env = replace(self._env, actor=actor) if actor else self._env
        outer: Future[Any] = Future()
        self._send(command, priority, env, outer, None)
        return outer

    def resume(self) -> list[Future[Any]]:
        """Queue what a crash left of chunked work; call it once at start."""
        work = self._writer.submit(deciding.unfinished, Priority.BULK)
        return [self.submit(command, Priority.BULK) for command in work.result()]

    def _send(
        self,
        command: c.Command,
        priority: Priority,
        env: Env,
        outer: Future[Any],
        first: tuple[object] | None,
    ) -> None:
        """Queue one transaction; `first` holds the result of the command that began it all."""
        inner = self._writer.submit(lambda uow: handle(command, uow, env), priority)

        def done(finished: Future[object]) -> None:
            if finished.cancelled():
                outer.cancel()
                return
            failure = finished.exception()
            if failure is not None:
                _settle(partial(outer.set_exception, failure))
                return
            result = finished.result()
            if isinstance(result, Continued):
                kept = first or (result.result,)
                self._send(result.command, Priority.BULK, env, outer, kept)
                return
            _settle(partial(outer.set_result, first[0] if first else result))

        inner.add_done_callback(done)


def _settle(finish: Callable[[], None]) -> None:
    """Finish a future; whoever cancelled it meanwhile does not want the result."""
    try:
        finish()
    except InvalidStateError:
        return


__all__ = ["HANDLERS", "Bus", "Env", "Handler", "handle"]
