"""Link channel SKUs to what they stand for, one product or a bundle, and take links away (R16)."""

from __future__ import annotations

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.history import note_changes, of_product, parts_in_words
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain.commands import LinkSku
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ProductsChanged
from jdfulfil_desktop.domain.house_commands import UnlinkSku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, SkuLink


def link_sku(command: LinkSku, uow: UnitOfWork, env: Env) -> SkuLink | Continued[SkuLink]:
    """Link a channel SKU to its components, or add one (a bundle); waiting orders are released."""
    if command.store:
        store = uow.stores.get(command.store)
        if store is None:
            raise RuleError("store_not_found", subject=command.store)
        if store.channel is not command.channel:
            raise RuleError("wrong_channel", subject=store.name, channel=str(store.channel))
    if not command.channel_sku.strip() or not command.components:
        raise RuleError("missing_value", subject=command.channel_sku)
    known = uow.products.get_many([part.sku for part in command.components])
    for part in command.components:
        if part.sku not in known:
            raise RuleError("product_not_found", subject=part.sku)
        if part.quantity <= 0:
            raise RuleError("quantity_invalid", subject=part.sku)
    before = _linked(uow, command.channel, command.store, command.channel_sku)
    parts = {part.sku: part for part in before} if command.add else {}
    parts.update({part.sku: part for part in command.components})
    link = SkuLink(command.channel, command.store, command.channel_sku, tuple(parts.values()))
    _write(uow, env, before, link)
    return with_redecided(f"sku:{command.channel_sku}", link, uow, env)


def unlink_sku(command: UnlinkSku, uow: UnitOfWork, env: Env) -> SkuLink | Continued[SkuLink]:
    """Take a link away; gives what was linked, so that it can be put back."""
    before = _linked(uow, command.channel, command.store, command.channel_sku)
    if not before:
        raise RuleError("link_not_found", subject=command.channel_sku)
    gone = SkuLink(command.channel, command.store, command.channel_sku, ())
    _write(uow, env, before, gone)
    was = SkuLink(command.channel, command.store, command.channel_sku, before)
    return with_redecided(f"sku:{command.channel_sku}", was, uow, env)


def _write(uow: UnitOfWork, env: Env, before: tuple[Component, ...], link: SkuLink) -> None:
    """Keep a link, and write into the history of every product that it was or is about."""
    uow.products.save_link(link)
    old, new = {"link": parts_in_words(before)}, {"link": parts_in_words(link.components)}
    skus = tuple(dict.fromkeys(part.sku for part in (*before, *link.components)))
    for sku in skus:
        note_changes(uow, env, of_product(sku), old, new, where=link.channel_sku)
    uow.emit(ProductsChanged(skus))


def _linked(
    uow: UnitOfWork, channel: Channel, store: str, channel_sku: str
) -> tuple[Component, ...]:
    wanted = (channel, store, channel_sku)
    for link in uow.products.all_links():
        if (link.channel, link.store, link.channel_sku) == wanted:
            return link.components
    return ()
