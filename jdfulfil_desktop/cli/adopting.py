"""`product adopt`: take over the goods that JD already has, all at once (R20)."""

from __future__ import annotations

from jdfulfil_desktop.application.remote.adopting import adopt_goods, count_goods
from jdfulfil_desktop.cli.calls import read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, Outcome
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.errors import UsageError
from jdfulfil_desktop.domain.warehouse import WarehouseKind


def adopt(desk: Desk, args: Arguments) -> Outcome:
    """Make or find the product of everything JD has; `--dry-run` only counts it."""
    house = args.warehouse_no or _only(desk)
    if args.dry_run:
        count = remote(desk, lambda office: count_goods(office, house))
        words = desk.texts.say("cli.product.adoptable", n=desk.texts.number(count))
        return Outcome({"warehouse_no": house, "found": count}, [words])
    done = remote(desk, lambda office: adopt_goods(office, house, confirmed=args.yes))
    texts = desk.texts
    problems = [
        {"sku": p.subject, "code": p.code, "message": texts.message(p.code, p.subject)}
        for p in done.problems
    ]
    document = {
        "warehouse_no": house,
        "found": done.found,
        "adopted": done.adopted,
        "new": done.new,
        "known": done.known,
        "elsewhere": done.elsewhere,
        "problems": problems,
    }
    words = texts.say(
        "cli.product.adopted", n=texts.number(done.adopted), new=texts.number(done.new)
    )
    lines = [words, *(f"{p['sku']}: {p['message']}" for p in problems)]
    return Outcome(document, lines, IN_PART if problems else DONE)


def _only(desk: Desk) -> str:
    rows = read(desk, lambda q: q.warehouses())
    numbers = [row.warehouse_no for row in rows if row.kind == WarehouseKind.JD and row.active]
    if len(numbers) != 1:
        raise UsageError("warehouse_needed", known=", ".join(numbers))
    return numbers[0]


def _takes(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", default="", metavar="W")
    parser.add_argument("--dry-run", action="store_true")


COMMANDS = (Command("product adopt", adopt, _takes),)
