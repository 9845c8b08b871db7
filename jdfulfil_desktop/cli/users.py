"""`user add`, `user change`, `user remove`, `user list` (R18). PINs come on standard input.

With the global option `--user` its PIN is the first line; a new user's PIN is the line after it.
"""

from __future__ import annotations

from jdfulfil_desktop.cli.calls import command, read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.cli.standard_input import next_line
from jdfulfil_desktop.domain.house_commands import AddUser, ChangeUser, RemoveUser
from jdfulfil_desktop.domain.users import GRANTABLE, Right, Role, User
from jdfulfil_desktop.texts import Texts

_ROLES = [role.value for role in Role]
_RIGHTS = [right.value for right in GRANTABLE]


def add(desk: Desk, args: Arguments) -> Outcome:
    """Add a user; the first one is an owner."""
    pin = next_line(args.streams)
    user = command(desk, AddUser(args.name, pin, Role(args.role), _rights(args)))
    return _one(desk, user)


def change(desk: Desk, args: Arguments) -> Outcome:
    """Give a user another role, other rights, or a new PIN."""
    pin = next_line(args.streams) if args.new_pin else ""
    user = command(desk, ChangeUser(args.name, Role(args.role), _rights(args), pin))
    return _one(desk, user)


def remove(desk: Desk, args: Arguments) -> Outcome:
    """Take a user away."""
    return _one(desk, command(desk, RemoveUser(args.name)))


def list_users(desk: Desk, args: Arguments) -> Outcome:
    """List who works here and what each may do."""
    users = read(desk, lambda q: q.users())
    document = {"users": [_document(user) for user in users]}
    return Outcome(document, _lines(users, desk.texts) or [desk.texts.say("cli.user.none")])


def _rights(args: Arguments) -> tuple[Right, ...]:
    return tuple(Right(right) for right in args.right)


def _one(desk: Desk, user: User) -> Outcome:
    return Outcome(_document(user), _lines([user], desk.texts))


def _document(user: User) -> dict[str, object]:
    rights = [right.value for right in Right if user.may(right)]
    return {"name": user.name, "role": user.role.value, "rights": rights}


def _lines(users: list[User], texts: Texts) -> list[str]:
    if not users:
        return []
    head = [texts.say(f"col.{name}") for name in ("name", "role", "rights")]
    cells = [
        [
            user.name,
            texts.role(user.role),
            ", ".join(texts.right(right) for right in Right if user.may(right)),
        ]
        for user in users
    ]
    return table(head, cells)


def _takes_name(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME")


def _takes_rights(parser: Parser) -> None:
    parser.add_argument("--right", action="append", default=[], choices=_RIGHTS)


def _takes_add(parser: Parser) -> None:
    parser.add_argument("--name", required=True, metavar="N")
    parser.add_argument("--role", choices=_ROLES, default=Role.CLERK.value)
    _takes_rights(parser)


def _takes_change(parser: Parser) -> None:
    _takes_name(parser)
    parser.add_argument("--role", choices=_ROLES, required=True)
    _takes_rights(parser)
    parser.add_argument("--new-pin", action="store_true")


COMMANDS = (
    Command("user add", add, _takes_add),
    Command("user change", change, _takes_change),
    Command("user remove", remove, _takes_name),
    Command("user list", list_users),
)
