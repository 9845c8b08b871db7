"""`connection pause|resume|remove|restore|check`, `department offers`, `identity …`, `history …`.

What comes and goes is put away, never deleted: `store archive|restore`, `user restore` (R8-R12).
"""

from __future__ import annotations

from pathlib import Path

from jdfulfil_desktop.application.history import (
    SETTINGS,
    of_account,
    of_product,
    of_store,
    of_user,
    of_warehouse,
)
from jdfulfil_desktop.application.ports import InstalledApp
from jdfulfil_desktop.application.remote.checkup import check_account
from jdfulfil_desktop.application.remote.extending import offers
from jdfulfil_desktop.application.remote.leaving import remove_account
from jdfulfil_desktop.cli.calls import command, read, remote
from jdfulfil_desktop.cli.connections import one_connection
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.account_commands import (
    ArchiveStore,
    PauseAccount,
    RestoreAccount,
    RestoreUser,
)
from jdfulfil_desktop.domain.errors import FulfilError, UsageError
from jdfulfil_desktop.texts import masked

_RECORDS = {
    "account": of_account,
    "store": of_store,
    "warehouse": of_warehouse,
    "product": of_product,
    "user": of_user,
}


def pause(desk: Desk, args: Arguments) -> Outcome:
    """Stop speaking to JD for an account; its queue keeps its place (R10)."""
    command(desk, PauseAccount(args.pin))
    return one_connection(desk, args.pin)


def resume(desk: Desk, args: Arguments) -> Outcome:
    """Go on with a paused account."""
    command(desk, PauseAccount(args.pin, paused=False))
    return one_connection(desk, args.pin)


def remove(desk: Desk, args: Arguments) -> Outcome:
    """Put an account away and forget its secrets; refused while documents of it are open."""
    remote(desk, lambda office: remove_account(office, args.pin))
    words = desk.texts.say("cli.connection.removed", pin=masked(args.pin))
    return Outcome({"pin": args.pin, "removed": True}, [words])


def restore(desk: Desk, args: Arguments) -> Outcome:
    """Bring a removed account back; it has to be authorized again."""
    command(desk, RestoreAccount(args.pin))
    return one_connection(desk, args.pin)


def check(desk: Desk, args: Arguments) -> Outcome:
    """Ask JD once, and say token, clock and last contact as they are now (R10)."""
    found = remote(desk, lambda office: check_account(office, args.pin))
    failure = found.data.get("failure")
    if isinstance(failure, FulfilError):
        raise failure
    return one_connection(desk, args.pin)


def list_offers(desk: Desk, args: Arguments) -> Outcome:
    """List the departments and warehouses that JD has for a PIN and that are not kept yet (R7)."""
    found = remote(desk, lambda office: offers(office, args.pin))
    document = {
        "offers": [
            {
                "department_no": offer.department_no,
                "known": offer.known,
                "warehouses": [{"warehouse_no": no, "name": name} for no, name in offer.warehouses],
            }
            for offer in found
        ]
    }
    rows = [
        [offer.department_no, ", ".join(f"{no} {name}" for no, name in offer.warehouses)]
        for offer in found
    ]
    head = [desk.texts.say(f"col.{name}") for name in ("departments", "warehouses")]
    return Outcome(document, table(head, rows))


def identity_load(desk: Desk, args: Arguments) -> Outcome:
    """Install a distributor's app-identity file, so that Quick works at its gateway (R3)."""
    installed = desk.office.identities.install(args.file)
    return _identity(desk, installed)


def identity_show(desk: Desk, args: Arguments) -> Outcome:
    """Say which app a distributor installed here; never its secret."""
    return _identity(desk, desk.office.identities.installed())


def identity_remove(desk: Desk, args: Arguments) -> Outcome:
    """Delete the installed app; accounts that use it keep their own copy."""
    desk.office.identities.uninstall()
    return _identity(desk, None)


def _identity(desk: Desk, installed: InstalledApp | None) -> Outcome:
    if installed is None:
        return Outcome({"identity": None}, [desk.texts.say("cli.identity.none")])
    app = {
        "distributor": installed.distributor,
        "gateway_url": installed.gateway_url,
        "oauth_url": installed.oauth_url,
        "app_key": installed.app.app_key,
        "isv_source": installed.app.isv_source,
    }
    words = desk.texts.say("cli.identity.installed", gateway=installed.gateway_url)
    return Outcome({"identity": app}, [words])


def store_archive(desk: Desk, args: Arguments) -> Outcome:
    """Put a store away; its bindings and history stay."""
    store = command(desk, ArchiveStore(args.name))
    return Outcome({"name": store.name, "archived": True}, [_archived(desk, store.name)])


def store_restore(desk: Desk, args: Arguments) -> Outcome:
    """Bring a store back."""
    store = command(desk, ArchiveStore(args.name, archived=False))
    words = desk.texts.say("cli.restored", name=store.name)
    return Outcome({"name": store.name, "archived": False}, [words])


def user_restore(desk: Desk, args: Arguments) -> Outcome:
    """Let somebody work here again, with the rights and the PIN of then."""
    user = command(desk, RestoreUser(args.name))
    words = desk.texts.say("cli.restored", name=user.name)
    return Outcome({"name": user.name, "role": user.role.value}, [words])


def list_removed(desk: Desk, args: Arguments) -> Outcome:
    """List what was removed or put away and may come back."""
    found = read(desk, lambda q: q.removed())
    document = {
        "connections": [row.pin for row in found.connections],
        "stores": [row.name for row in found.stores],
        "users": [user.name for user in found.users],
    }
    lines = [
        *(masked(row.pin) for row in found.connections),
        *document["stores"],
        *document["users"],
    ]
    return Outcome(document, lines or [desk.texts.say("cli.archive.none")])


def _archived(desk: Desk, name: str) -> str:
    return desk.texts.say("cli.archived", name=name)


def history(desk: Desk, args: Arguments) -> Outcome:
    """Say what people changed on a record: the value before, the value now, who and when."""
    if args.kind == SETTINGS:
        record = SETTINGS
    elif not args.name:
        raise UsageError("usage", detail=f"history {args.kind} NAME")
    else:
        record = _RECORDS[args.kind](args.name)
    notes = read(desk, lambda q: q.notes(record))
    document = {
        "history": [
            {"at": note.at, "by": note.by, "kind": note.kind, **note.data} for note in notes
        ]
    }
    texts = desk.texts
    rows = [[texts.time(n.at), n.by, texts.note(n.kind, n.data)] for n in notes]
    head = [texts.say(f"col.{name}") for name in ("at", "by", "change")]
    return Outcome(document, table(head, rows) if rows else [texts.say("cli.history.none")])


def _takes_pin(parser: Parser) -> None:
    parser.add_argument("--pin", required=True, metavar="P")


def _takes_file(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _takes_name(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME")


def _takes_record(parser: Parser) -> None:
    parser.add_argument("kind", choices=[*_RECORDS, SETTINGS])
    parser.add_argument("name", nargs="?", default="", metavar="NAME")


COMMANDS = (
    Command("connection pause", pause, _takes_pin),
    Command("connection resume", resume, _takes_pin),
    Command("connection remove", remove, _takes_pin),
    Command("connection restore", restore, _takes_pin),
    Command("connection check", check, _takes_pin),
    Command("department offers", list_offers, _takes_pin),
    Command("identity load", identity_load, _takes_file),
    Command("identity show", identity_show),
    Command("identity remove", identity_remove),
    Command("store archive", store_archive, _takes_name),
    Command("store restore", store_restore, _takes_name),
    Command("user restore", user_restore, _takes_name),
    Command("archive list", list_removed),
    Command("history", history, _takes_record),
)
