"""Hand commands to their handlers: one visible table, one transaction a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, InvalidStateError
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers import (
    accounts,
    after_jd,
    archiving,
    columns,
    deciding,
    importing,
    inbound,
    labels,
    linking,
    locations,
    orders,
    outbounds,
    printing,
    products,
    settings,
    stock,
    users,
    warehouses,
    watched_files,
)
from jdfulfil_desktop.application.ports import Priority, UnitOfWork, Writer
from jdfulfil_desktop.application.results import Continued, KeptRefusal
from jdfulfil_desktop.domain import account_commands as a
from jdfulfil_desktop.domain import after_jd_commands as j
from jdfulfil_desktop.domain import clerk_commands as k
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain import house_commands as h
from jdfulfil_desktop.domain import label_commands as lc
from jdfulfil_desktop.domain.users import Right, User, refusal

Handler = Callable[[Any, UnitOfWork, Env], object]

HANDLERS: Mapping[type[c.Command], Handler] = {
    a.PauseAccount: accounts.pause_account,
    a.RemoveAccount: accounts.remove_account,
    a.RestoreAccount: accounts.restore_account,
    a.ArchiveStore: warehouses.archive_store,
    a.RestoreUser: users.restore_user,
    c.AddStore: warehouses.add_store,
    c.BindStore: warehouses.bind_store,
    c.UnbindStore: warehouses.unbind_store,
    c.AddOwnWarehouse: warehouses.add_own_warehouse,
    c.SetWarehouseActive: warehouses.set_warehouse_active,
    c.SaveProducts: products.save_products,
    c.LinkSku: linking.link_sku,
    c.PlaceProducts: products.place_products,
    c.ConfirmShelfLife: products.confirm_shelf_life,
    h.UnlinkSku: linking.unlink_sku,
    h.ArchiveProducts: archiving.archive_products,
    h.SetPicture: products.set_picture,
    c.CreateLocations: locations.create_locations,
    c.BindLocations: locations.bind_locations,
    c.UnbindLocation: locations.unbind_location,
    k.MoveProducts: locations.move_products,
    k.DeleteLocations: locations.delete_locations,
    c.CreateInbound: inbound.create_inbound,
    c.DeleteDraftInbound: inbound.delete_draft_inbound,
    k.ChangeInbound: inbound.change_inbound,
    k.CopyInbound: inbound.copy_inbound,
    k.NotePrinted: printing.note_printed,
    c.BeginImport: importing.begin_import,
    c.ImportOrders: importing.import_orders,
    c.CompleteImport: importing.complete_import,
    c.UndoImport: importing.undo_import,
    c.RememberColumns: columns.remember_columns,
    c.NoteWatchedFile: watched_files.note_watched_file,
    c.AcceptOrders: orders.accept_orders,
    c.ArrangeShipment: orders.arrange_shipment,
    c.HoldOrders: orders.hold_orders,
    c.ReleaseOrders: orders.release_orders,
    c.SplitOrder: orders.split_order,
    lc.AttachLabels: labels.attach_labels,
    lc.AssignLabels: labels.assign_labels,
    lc.RemoveLabels: labels.remove_labels,
    c.RetryOutbound: outbounds.retry_outbound,
    j.BookReturn: after_jd.book_return,
    j.ConfirmShipment: after_jd.confirm_shipment,
    c.RedecideOrders: deciding.redecide_orders,
    c.SetOwnStock: stock.set_own_stock,
    c.AdoptDifference: stock.adopt_difference,
    h.CountStock: stock.count_stock,
    h.SetThreshold: stock.set_threshold,
    h.AddUser: users.add_user,
    h.ChangeUser: users.change_user,
    h.RemoveUser: users.remove_user,
    h.SwitchUser: users.switch_user,
    c.ChangeSettings: settings.change_settings,
    c.DismissAlert: settings.dismiss_alert,
}
"""Every command and the one function that carries it out."""

RIGHTS: Mapping[type[c.Command], Right | None] = {
    a.PauseAccount: Right.CONNECTIONS,
    a.RemoveAccount: Right.CONNECTIONS,
    a.RestoreAccount: Right.CONNECTIONS,
    a.ArchiveStore: Right.WAREHOUSES,
    a.RestoreUser: Right.USERS,
    c.AddStore: Right.WAREHOUSES,
    c.BindStore: Right.WAREHOUSES,
    c.UnbindStore: Right.WAREHOUSES,
    c.AddOwnWarehouse: Right.WAREHOUSES,
    c.SetWarehouseActive: Right.WAREHOUSES,
    c.SaveProducts: Right.PRODUCTS,
    c.LinkSku: Right.PRODUCTS,
    c.PlaceProducts: Right.PRODUCTS,
    c.ConfirmShelfLife: Right.PRODUCTS,
    h.UnlinkSku: Right.PRODUCTS,
    h.ArchiveProducts: Right.PRODUCTS,
    h.SetPicture: Right.PRODUCTS,
    c.CreateLocations: Right.LOCATIONS,
    c.BindLocations: Right.LOCATIONS,
    c.UnbindLocation: Right.LOCATIONS,
    k.MoveProducts: Right.LOCATIONS,
    k.DeleteLocations: Right.LOCATIONS,
    c.CreateInbound: Right.INBOUND,
    c.DeleteDraftInbound: Right.INBOUND,
    k.ChangeInbound: Right.INBOUND,
    k.CopyInbound: Right.INBOUND,
    k.NotePrinted: None,
    c.BeginImport: Right.ORDERS,
    c.ImportOrders: Right.ORDERS,
    c.CompleteImport: Right.ORDERS,
    c.UndoImport: Right.ORDERS,
    c.RememberColumns: Right.ORDERS,
    c.NoteWatchedFile: Right.ORDERS,
    c.AcceptOrders: Right.ORDERS,
    c.ArrangeShipment: Right.ORDERS,
    c.HoldOrders: Right.ORDERS,
    c.ReleaseOrders: Right.ORDERS,
    c.SplitOrder: Right.ORDERS,
    lc.AttachLabels: Right.ORDERS,
    lc.AssignLabels: Right.ORDERS,
    lc.RemoveLabels: Right.ORDERS,
    c.RetryOutbound: Right.ORDERS,
    j.BookReturn: Right.STOCK,
    j.ConfirmShipment: Right.ORDERS,
    c.RedecideOrders: None,
    c.SetOwnStock: Right.STOCK,
    c.AdoptDifference: Right.STOCK,
    h.CountStock: Right.STOCK,
    h.SetThreshold: Right.STOCK,
    h.AddUser: Right.USERS,
    h.ChangeUser: Right.USERS,
    h.RemoveUser: Right.USERS,
    h.SwitchUser: None,
    c.ChangeSettings: Right.SETTINGS,
    c.DismissAlert: None,
}
"""The right that each command needs once there are users (R18); None: everybody's."""


def handle(command: c.Command, uow: UnitOfWork, env: Env) -> object:
    """Carry a command out in a transaction; a `Continued` result names what has to follow.

    Raises RuleError `no_right` or `not_signed_in`, naming who may, before anything is done.
    """
    right = RIGHTS[type(command)]
    if right is not None:
        require(uow, env, right)
    return HANDLERS[type(command)](command, uow, env)


def require(uow: UnitOfWork, env: Env, right: Right) -> None:
    """Raise RuleError `no_right` or `not_signed_in` where who acts may not do this (R18)."""
    found = None if env.by_itself else refusal(uow.users.all(), env.user, right)
    if found is not None:
        raise found


class Bus:
    """Queue commands at the writer and give their results as futures, from any thread."""

    def __init__(self, writer: Writer, env: Env) -> None:
        self._writer = writer
        self._env = env
        self._account = env.actor
        self._importing: set[object] = set()

    @property
    def writer(self) -> Writer:
        """Give the writer, for work that is no command."""
        return self._writer

    @property
    def env(self) -> Env:
        """Give the clock and the name under which commands are carried out."""
        return self._env

    @property
    def importing(self) -> bool:
        """Tell whether this process imports orders now."""
        return bool(self._importing)

    @contextmanager
    def importing_now(self) -> Iterator[None]:
        """Note that an import begins, before its batch is there, and that it has ended."""
        mark = object()
        self._importing.add(mark)
        try:
            yield
        finally:
            self._importing.discard(mark)

    def become(self, user: str) -> None:
        """Act in a user's name from now on; empty: in that of the PC's account again (R18)."""
        self._env = replace(self._env, user=user, actor=user or self._account)

    def require(self, right: Right) -> Future[None]:
        """Ask whether who acts has a right: for work that is no command."""
        env = self._env
        return self._writer.submit(lambda uow: require(uow, env, right))

    def submit(
        self,
        command: c.Command,
        priority: Priority = Priority.PERSON,
        *,
        actor: str = "",
        by_itself: bool = False,
    ) -> Future[Any]:
        """Queue a command; the future gives its result, or raises its FulfilError.

        What a command leaves to further transactions (`Continued`) is queued by itself, behind
        people's work; the future is done when the last of them is. `actor` overrides the name that
        goes into ledger and timelines; what the program does `by_itself` needs no right.
        """
        env = replace(self._env, actor=actor or self._env.actor, by_itself=by_itself)
        outer: Future[Any] = Future()
        self._send(command, priority, env, outer, None)
        return outer

    def resume(self) -> list[Future[Any]]:
        """Queue what a crash left of chunked work; call it once at start."""
        work = self._writer.submit(deciding.unfinished, Priority.BULK)
        return [self.submit(command, Priority.BULK, by_itself=True) for command in work.result()]

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
            if isinstance(result, KeptRefusal):
                _settle(partial(outer.set_exception, result.error))
                return
            if isinstance(result, User):
                self._follow(command, result, env)
            _settle(partial(outer.set_result, first[0] if first else result))

        inner.add_done_callback(done)

    def _follow(self, command: c.Command, user: User, env: Env) -> None:
        """Become who signed in; whoever makes the first user is that user."""
        if isinstance(command, h.SwitchUser) or (isinstance(command, h.AddUser) and not env.user):
            self.become(user.name)
        elif isinstance(command, h.RemoveUser) and user.name == env.user:
            self.become("")


def _settle(finish: Callable[[], None]) -> None:
    """Finish a future; whoever cancelled it meanwhile does not want the result."""
    try:
        finish()
    except InvalidStateError:
        return


__all__ = ["HANDLERS", "RIGHTS", "Bus", "Env", "Handler", "handle", "require"]
