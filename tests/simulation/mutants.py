"""Bugs planted in the program as it runs, to show that the simulation bites.

Each one puts something else in the place of one function or constant for as long as lives are
lived; no file is edited. A mutant that nothing finds would be a hole in the oracle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import true

from jdfulfil_desktop.adapters.db.repositories import due, ledger
from jdfulfil_desktop.application import reserving
from jdfulfil_desktop.application.handlers import importing, pushing
from jdfulfil_desktop.application.handlers.push_answers import retry_later
from jdfulfil_desktop.application.handlers.push_following import settle
from jdfulfil_desktop.application.handlers.push_requests import Frozen, build_request
from jdfulfil_desktop.domain import channels, inbound, outbound
from jdfulfil_desktop.domain.order import OrderStatus
from jdfulfil_desktop.domain.stock import LedgerKind
from jdfulfil_desktop.sync import follower, pusher, supervisor
from tests.simulation import process
from tests.simulation.life import live

DAYS_A_LIFE = 5
Plant = tuple[Any, str, Any]
"""Where, which name, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A planted bug. `plants` is called when it is planted, so that it sees the real code."""

    name: str
    about: str
    plants: Callable[[], Sequence[Plant]]


@dataclass(frozen=True, slots=True)
class Found:
    """After how many days which oracle found it; `wrong` is empty where none did."""

    days: int
    wrong: str


@contextmanager
def planted(mutant: Mutant) -> Iterator[None]:
    """Plant a bug for a while."""
    with ExitStack() as stack:
        for place, name, instead in mutant.plants():
            stack.callback(setattr, place, name, getattr(place, name))
            setattr(place, name, instead)
        yield


def hunt(mutant: Mutant, most_days: int, seed: int = 1) -> Found:
    """Live with a bug until something is found, or the days are over."""
    days = 0
    with planted(mutant):
        while days < most_days:
            verdict = live(seed, DAYS_A_LIFE)
            days += verdict.counts.days
            if verdict.wrong:
                return Found(days, verdict.wrong)
            seed += 1
    return Found(days, "")


# ------------------------------------------------------------------------------- the sending


async def _queue_again(self: Any, number: str, doubt: Any) -> None:
    account = self.account
    account.lacking.add(number)
    work = partial(retry_later, number, doubt.code, "", account.now())
    await account.write(lambda uow: work(uow, account.env))


async def _settle_unasked(self: Any, department_no: str, numbers: Sequence[str]) -> None:
    account = self.account
    again_at = {number: self._again_at(number) for number in numbers}
    done = await account.write(lambda uow: settle(numbers, [], again_at, uow, account.env))
    account.lacking.update(done.again)
    account.work_due.set()


class _Everything:
    def __contains__(self, _number: object) -> bool:
        return True


def _claim_unmarked(uow: Any, connection: Any, row: Any, orders: Any, env: Any) -> Any:
    request = build_request(uow, connection, row, orders[row.order_id])
    uow.outbounds.freeze_request(row.outbound_no, Frozen(request, env.now()).dump())
    return request


def _claim_renumbered(real: Any, uow: Any, connection: Any, row: Any, *more: Any) -> Any:
    request = real(uow, connection, row, *more)
    number = f"{row.outbound_no}-{row.attempts + 1}" if row.attempts else row.outbound_no
    return replace(request, outbound_no=number)


def _claim_asking_nobody(real: Any, number: int, limit: int, _asked: Any, *more: Any) -> Any:
    return real(number, limit, _Everything(), *more)


# ----------------------------------------------------------------------------- what may go


def _reasons_without(real: Any, code: str, order: Any, facts: Any) -> Any:
    return [reason for reason in real(order, facts) if reason.code != code]


def _merge_no_cancel(real: Any, order: Any, newer: Any, file_time: Any) -> Any:
    return order if newer.status is OrderStatus.CANCELLED else real(order, newer, file_time)


# ------------------------------------------------------------------------- news and the ledger


def _path_backwards(real: Any, row: Any, news: Any) -> Any:
    return real(replace(row, rank=0) if row.rank < outbound.SHIPPED_RANK else row, news)


def _ranked_by_number() -> dict[int, Any]:
    return {code: (code, state) for code, (_, state) in outbound.PATH.items()}


def _released_twice(real: Any, env: Any, row: Any, kind: Any) -> Any:
    found = real(env, row, kind)
    if kind is LedgerKind.RELEASED:
        found = [*found, *(replace(entry, document=f"{entry.document}~") for entry in found)]
    return found


def _add_without_key(real: Any, self: Any, entries: Any) -> Any:
    entries = list(entries)
    written = real(self, entries)
    left_out = [entry for entry in entries if entry not in written]
    return [*written, *real(self, [replace(e, document=f"{e.document}~") for e in left_out])]


def _book_again(_real: Any, row: Any, news: Any, *, takes_back_plan: bool) -> Any:
    fresh = replace(row, lines=tuple(replace(line, booked=0) for line in row.lines))
    return _real(fresh, news, takes_back_plan=takes_back_plan)


def _wrapped(place: Any, name: str, instead: Callable[..., Any]) -> Plant:
    """Put a function in the place of another that gets the real one first."""
    real = getattr(place, name)

    def call(*given: Any, **named: Any) -> Any:
        return instead(real, *given, **named)

    return place, name, call


def _one(place: Any, name: str, instead: Any) -> Callable[[], Sequence[Plant]]:
    return lambda: [(place, name, instead)]


def _wrap(place: Any, name: str, instead: Callable[..., Any]) -> Callable[[], Sequence[Plant]]:
    return lambda: [_wrapped(place, name, instead)]


def _without(code: str) -> Callable[[], Sequence[Plant]]:
    def instead(real: Any, order: Any, facts: Any) -> Any:
        return _reasons_without(real, code, order, facts)

    return _wrap(channels, "_mark_reasons", instead)


MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        "no doubt",
        "an unclear answer queues the order again, `uncertain` is dropped",
        _one(pusher.Pusher, "_in_doubt", _queue_again),
    ),
    Mutant(
        "retry unasked",
        "what is in doubt is sent again without asking JD",
        _one(follower.Follower, "_ask", _settle_unasked),
    ),
    Mutant(
        "first unasked",
        "JD is not asked before a first sending",
        _wrap(pusher, "claim", _claim_asking_nobody),
    ),
    Mutant(
        "two claims",
        "a claim marks nothing, and no lock keeps a second process out",
        lambda: [
            (pushing, "_claim_one", _claim_unmarked),
            (process.ProcessLock, "acquire", lambda *_given: True),
        ],
    ),
    Mutant(
        "new number",
        "a second try goes out under a number of its own",
        _wrap(pushing, "_claim_one", _claim_renumbered),
    ),
    Mutant(
        "forgotten outbox",
        "what a crash left `sending` is not taken up",
        _one(supervisor, "recover_sending", lambda *_given: 0),
    ),
    Mutant(
        "half imports",
        "orders of an import under way are claimed",
        _one(due, "_batch_is_complete", true),
    ),
    Mutant("held goes", "the user's hold holds nothing", _without("on_hold_by_user")),
    Mutant(
        "wish ignored", "a wish to cancel in a file holds nothing", _without("cancel_requested")
    ),
    Mutant(
        "cancel ignored",
        "CANCELLED in a file changes nothing",
        _wrap(importing, "merge", _merge_no_cancel),
    ),
    Mutant(
        "status by number",
        "JD's codes are ranked by their number",
        lambda: [
            (outbound, "PATH", _ranked_by_number()),
            (outbound, "PICKED_RANK", 10016),
            (outbound, "SHIPPED_RANK", 10019),
        ],
    ),
    Mutant(
        "backwards",
        "late news move an order back",
        _wrap(outbound, "_apply_path", _path_backwards),
    ),
    Mutant(
        "released twice",
        "a reservation is given back twice",
        _wrap(reserving, "_entries", _released_twice),
    ),
    Mutant(
        "ledger without key",
        "a second entry of one document is written",
        _wrap(ledger.SqlLedger, "add", _add_without_key),
    ),
    Mutant(
        "received twice",
        "a receipt that is told twice is booked twice",
        _wrap(inbound, "_book", _book_again),
    ),
)
