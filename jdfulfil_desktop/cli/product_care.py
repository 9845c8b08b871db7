"""`product links unlink archive restore`: what products stand for, and putting them away."""

from __future__ import annotations

from jdfulfil_desktop.cli.calls import command, read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.house_commands import ArchiveProducts, UnlinkSku
from jdfulfil_desktop.domain.order import Channel


def links(desk: Desk, args: Arguments) -> Outcome:
    """List what channel SKUs stand for; several products of one are a bundle (R16)."""
    rows = read(desk, lambda q: q.linked(args.sku))
    document = {
        "links": [
            {
                "channel": row.channel,
                "store": row.store,
                "channel_sku": row.channel_sku,
                "components": [{"sku": sku, "quantity": units} for sku, units in row.parts],
            }
            for row in rows
        ]
    }
    texts = desk.texts
    if not rows:
        return Outcome(document, [texts.say("cli.product.no_links")])
    head = [texts.say(f"col.{name}") for name in ("channel", "store", "sku", "skus")]
    cells = [
        [
            texts.channel(row.channel),
            row.store,
            row.channel_sku,
            ", ".join(f"{units} × {sku}" for sku, units in row.parts),
        ]
        for row in rows
    ]
    return Outcome(document, table(head, cells))


def unlink(desk: Desk, args: Arguments) -> Outcome:
    """Take a channel SKU's link away; its orders are held again."""
    store = next((s for s in read(desk, lambda q: q.stores()) if s.name == args.store), None)
    if store is None:
        raise RuleError("store_not_found", subject=args.store)
    was = command(desk, UnlinkSku(Channel(store.channel), store.name, args.channel_sku))
    parts = [{"sku": part.sku, "quantity": part.quantity} for part in was.components]
    document = {
        "channel": store.channel,
        "store": store.name,
        "channel_sku": args.channel_sku,
        "was": parts,
    }
    return Outcome(document, [desk.texts.say("cli.product.unlinked", of=args.channel_sku)])


def archive(desk: Desk, args: Arguments) -> Outcome:
    """Put products away; nothing is ever deleted."""
    return _put_away(desk, args, archived=True)


def restore(desk: Desk, args: Arguments) -> Outcome:
    """Bring products back as they were."""
    return _put_away(desk, args, archived=False)


def _put_away(desk: Desk, args: Arguments, *, archived: bool) -> Outcome:
    changed = command(desk, ArchiveProducts(tuple(args.skus), archived))
    key = "cli.product.archived" if archived else "cli.product.restored"
    count = desk.texts.count("products", len(changed))
    return Outcome({"archived": archived, "changed": changed}, [desk.texts.say(key, count=count)])


def _takes_links(parser: Parser) -> None:
    parser.add_argument("--sku", nargs="+", action="extend", default=[], metavar="S")


def _takes_unlink(parser: Parser) -> None:
    parser.add_argument("--store", required=True, metavar="S")
    parser.add_argument("--channel-sku", required=True, metavar="A")


def _takes_skus(parser: Parser) -> None:
    parser.add_argument("skus", nargs="+", metavar="SKU")


COMMANDS = (
    Command("product links", links, _takes_links),
    Command("product unlink", unlink, _takes_unlink),
    Command("product archive", archive, _takes_skus),
    Command("product restore", restore, _takes_skus),
)
