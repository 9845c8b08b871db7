"""Keep shipping labels with their orders (R36, R39): by the number on them, or by hand."""

from __future__ import annotations

from collections import Counter

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.finding import find_order
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import LabelReport
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import OrdersChanged
from jdfulfil_desktop.domain.ids import outbound_number
from jdfulfil_desktop.domain.label_commands import AssignLabels, AttachLabels, RemoveLabels
from jdfulfil_desktop.domain.labels import Label, LabelPage, numbers_on, owner_of


def attach_labels(command: AttachLabels, uow: UnitOfWork, env: Env) -> LabelReport:
    """Keep pages; gives how many found their order, wait for a person, or were kept already.

    Raises RuleError where the order of `key` is not known.
    """
    known = uow.labels.known_pages(command.digest)
    pages = [page for page in command.pages if page.page not in known]
    given = find_order(uow, command.key) if command.key is not None else None
    numbers = {page.page: numbers_on(page.text) for page in pages}
    wanted = {number for found in numbers.values() for number in found}
    by_tracking, by_order = uow.labels.owners(wanted)
    made = []
    for page in pages:
        owner = owner_of(numbers[page.page], by_tracking, by_order)
        if given is not None and given.id is not None:
            owner = (given.id, "")
        made.append(_label(command, page, owner, env))
    uow.labels.add(made, pages)
    _note(uow, env, made)
    matched = sum(label.order_id is not None for label in made)
    orders = len({label.order_id for label in made if label.order_id is not None})
    return LabelReport(matched, len(made) - matched, len(command.pages) - len(pages), orders)


def assign_labels(command: AssignLabels, uow: UnitOfWork, env: Env) -> int:
    """Give pages to an order by hand; gives how many. Raises RuleError."""
    order = find_order(uow, command.key)
    found = uow.labels.get_many(command.label_ids)
    if not found or order.id is None:
        raise RuleError("label_not_found", subject=", ".join(map(str, command.label_ids)))
    uow.labels.assign([label.id for label in found if label.id is not None], order.id)
    _note_orders(uow, env, {order.id: (len(found), found[0].file)})
    return len(found)


def remove_labels(command: RemoveLabels, uow: UnitOfWork, env: Env) -> int:
    """Put pages away; gives how many there were."""
    found = uow.labels.get_many(command.label_ids)
    uow.labels.remove([label.id for label in found if label.id is not None])
    if found:
        uow.emit(OrdersChanged())
    return len(found)


def _label(
    command: AttachLabels, page: LabelPage, owner: tuple[int, str] | None, env: Env
) -> Label:
    order_id, number = owner or (None, "")
    return Label(
        file=command.file,
        digest=command.digest,
        page=page.page,
        read=" ".join(page.text.split()),
        added_at=env.now(),
        by=env.actor,
        order_id=order_id,
        matched_by=number,
    )


def _note(uow: UnitOfWork, env: Env, made: list[Label]) -> None:
    pages = Counter(label.order_id for label in made if label.order_id is not None)
    _note_orders(uow, env, {order_id: (n, made[0].file) for order_id, n in pages.items()})
    if made:
        uow.emit(OrdersChanged())


def _note_orders(uow: UnitOfWork, env: Env, given: dict[int, tuple[int, str]]) -> None:
    uow.journal.note_many(
        [
            (
                outbound_number(order.channel, order.order_no),
                "label_kept",
                env.now(),
                env.actor,
                {"file": given[order.id or 0][1], "pages": given[order.id or 0][0]},
            )
            for order in uow.orders.by_ids(list(given))
        ]
    )
    if given:
        uow.emit(OrdersChanged())
