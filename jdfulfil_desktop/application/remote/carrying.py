"""Let the PC that syncs an account do what another PC's user wants of JD.

One PC at a time speaks for an account: it keeps within the quota and renews the token. What a user
of another PC asks for is written down as an errand, done there, and its answer or failure read
here, as if it had been done on the spot.
"""

from __future__ import annotations

import asyncio
import functools
import json
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import asdict
from typing import Any, Concatenate, ParamSpec, TypeVar

from jdfulfil_desktop.application.ports import Errands
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import CancelReport, Problem, PushReport, RefreshReport
from jdfulfil_desktop.domain import errors
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FulfilError, GatewayError
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.domain.users import Right

P = ParamSpec("P")
T = TypeVar("T")
LOOK_EVERY_S = 0.2

UseCase = Callable[Concatenate[Office, P], Coroutine[Any, Any, T]]


def carried(
    read: Callable[[Office, Any], Awaitable[T]], right: Right | None = None
) -> Callable[[UseCase[P, T]], UseCase[P, T]]:
    """Dress a use case so that it is done by the PC that syncs, where that is another one.

    `read` makes its answer of what was written there; `right`: what its user has to be allowed.
    """

    def dress(use_case: UseCase[P, T]) -> UseCase[P, T]:
        @functools.wraps(use_case)
        async def run(office: Office, /, *args: P.args, **kwargs: P.kwargs) -> T:
            errands = office.errands
            if errands is None or office.env.by_itself:
                return await use_case(office, *args, **kwargs)
            pin = await asyncio.to_thread(errands.elsewhere)
            if not pin:
                return await use_case(office, *args, **kwargs)
            if right is not None:
                await office.need(right)
            words = json.dumps([args, kwargs], default=list)
            actor, task = office.asking.actor, use_case.__name__
            number = await asyncio.to_thread(errands.post, pin, task, words, actor)
            text = await _answer(errands, number)
            if text is None:  # who had the turn is gone, and has not begun it
                return await use_case(office, *args, **kwargs)
            return await read(office, result_of(text))

        return run

    return dress


async def _answer(errands: Errands, number: int) -> str | None:
    """Wait for an errand's answer; None where nobody took it and nobody is left to.

    Raises EnvironmentProblem `errand_unanswered` where its doer died: nobody knows how far it came.
    """
    while True:
        text = await asyncio.to_thread(errands.answer, number)
        if text:
            return text
        if not await asyncio.to_thread(errands.elsewhere):
            if await asyncio.to_thread(errands.withdraw, number):
                return None
            text = await asyncio.to_thread(errands.answer, number)
            if not text:
                raise EnvironmentProblem("errand_unanswered")
            return text
        await asyncio.sleep(LOOK_EVERY_S)


def answered(result: object) -> str:
    """Write what a use case gave."""
    if isinstance(result, Inbound):
        return json.dumps({"result": result.inbound_no})
    return json.dumps({"result": asdict(result)})  # type: ignore[call-overload]  # reports are dataclasses


def failed(failure: FulfilError) -> str:
    """Write why it could not be done."""
    said: dict[str, object] = {"subject": failure.subject, **failure.data}
    if isinstance(failure, GatewayError):
        said |= {"jd_code": failure.jd_code, "zh": failure.zh, "en": failure.en}
    kept = {"kind": type(failure).__name__, "code": failure.code, "said": said}
    return json.dumps({"failure": kept}, default=str)


def result_of(text: str) -> Any:
    """Read an answer. Raises the failure that was written."""
    document = json.loads(text)
    if "failure" not in document:
        return document["result"]
    kept = document["failure"]
    kind = getattr(errors, kept["kind"], FulfilError)
    raise kind(kept["code"], **kept["said"])


async def refreshed(office: Office, data: Any) -> RefreshReport:
    """Read the answer of a refresh."""
    return RefreshReport(**data)


async def cancelled(office: Office, data: Any) -> CancelReport:
    """Read the answer of a cancel."""
    return CancelReport(**data)


async def pushed(office: Office, data: Any) -> PushReport:
    """Read the answer of registering products."""
    problems = tuple(Problem(**problem) for problem in data["problems"])
    return PushReport(**{**data, "problems": problems})


async def sent_list(office: Office, inbound_no: Any) -> Inbound:
    """Read the inbound list as it lies in the database that both PCs share."""
    found = await office.write(lambda uow: uow.inbounds.get(inbound_no))
    if found is None:
        raise EnvironmentProblem("errand_unanswered", subject=str(inbound_no))
    return found
