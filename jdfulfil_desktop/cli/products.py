"""`product link`, `product push`, `product list` (R16, R19, R34)."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import ProductRow
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.cli.calls import command, pages, read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, REFUSED, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser, whole
from jdfulfil_desktop.domain.commands import LinkSku
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.texts import Texts


def link(desk: Desk, args: Arguments) -> Outcome:
    """Link a channel SKU to a master SKU; a further link of the same one makes a bundle."""
    store = next((s for s in read(desk, lambda q: q.stores()) if s.name == args.store), None)
    if store is None:
        raise RuleError("store_not_found", subject=args.store)
    part = Component(Sku(args.sku), args.quantity)
    wanted = LinkSku(Channel(store.channel), store.name, args.channel_sku, (part,), add=True)
    made = command(desk, wanted)
    components = [{"sku": c.sku, "quantity": c.quantity} for c in made.components]
    document = {
        "channel": str(made.channel),
        "store": made.store,
        "channel_sku": made.channel_sku,
        "components": components,
    }
    parts = [f"{c.quantity} × {c.sku}" for c in made.components]
    return Outcome(document, [desk.texts.say("cli.product.linked", of=args.channel_sku, to=parts)])


def push(desk: Desk, args: Arguments) -> Outcome:
    """Register products at JD and wait for the answers (R19)."""
    report = remote(
        desk,
        lambda office: push_products(office, args.warehouse_no, args.sku, confirmed=args.yes),
    )
    texts = desk.texts
    problems, lines = [], []
    for problem in report.problems:
        message = problem.message
        if problem.code != "gateway_rejected" or not message:
            message = texts.message(problem.code, problem.subject)
        problems.append({"sku": problem.subject, "code": problem.code, "message": message})
        lines.append(f"{problem.subject}: {message} {texts.fix(problem.code, problem.subject)}")
    said = texts.say(
        "cli.product.pushed",
        pushed=texts.number(report.pushed),
        adopted=texts.number(report.adopted),
        failed=texts.number(report.failed),
    )
    done = report.pushed + report.adopted
    code = DONE if not report.failed else IN_PART if done else REFUSED
    document = {
        "pushed": report.pushed,
        "adopted": report.adopted,
        "failed": report.failed,
        "problems": problems,
    }
    return Outcome(document, [said, *lines], code)


def list_products(desk: Desk, args: Arguments) -> Outcome:
    """List the master products and where they are."""
    rows = pages(desk, lambda q, f, s, offset, limit: q.product_page(f, s, offset, limit))
    lines = _lines(rows, desk.texts) or [desk.texts.say("cli.product.none")]
    return Outcome({"products": [_document(row) for row in rows]}, lines)


def _document(row: ProductRow) -> dict[str, object]:
    return {
        "sku": row.sku,
        "name": row.name,
        "barcode": row.barcode,
        "goods_no": row.goods_no or None,
        "push_state": row.push_state or None,
        "warehouses": row.warehouses,
        "weight_g": row.weight_g,
        "length_mm": row.length_mm,
        "width_mm": row.width_mm,
        "height_mm": row.height_mm,
        "shelf_life_days": row.shelf_life_days,
        "inbound_limit_days": row.inbound_limit_days,
        "outbound_limit_days": row.outbound_limit_days,
        "shelf_life_confirmed": row.shelf_life_confirmed,
        "links": row.links,
        "last_error": {"code": row.error_code, "message": row.error_text}
        if row.error_code
        else None,
    }


def _lines(rows: list[ProductRow], texts: Texts) -> list[str]:
    if not rows:
        return []
    names = ("sku", "name", "barcode", "weight", "state", "goods_no", "warehouses")
    cells = [
        [
            row.sku,
            row.name,
            row.barcode,
            texts.formats.weight(row.weight_g) if row.weight_g else "",
            texts.placement_state(row.push_state),
            row.goods_no,
            ", ".join(row.warehouses),
        ]
        for row in rows
    ]
    return table([texts.say(f"col.{name}") for name in names], cells, right="   r")


def _takes_link(parser: Parser) -> None:
    parser.add_argument("--store", required=True, metavar="S")
    parser.add_argument("--channel-sku", required=True, metavar="A")
    parser.add_argument("--sku", required=True, metavar="B")
    parser.add_argument("--quantity", type=whole, default=1, metavar="N")


def _takes_push(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", default="", metavar="W")
    parser.add_argument("--sku", nargs="+", action="extend", default=[], metavar="S")


COMMANDS = (
    Command("product link", link, _takes_link),
    Command("product push", push, _takes_push),
    Command("product list", list_products),
)
