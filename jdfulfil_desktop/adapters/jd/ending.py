"""Ask JD to end a document, and read its answer: done, refused, or still open."""

from __future__ import annotations

from collections.abc import Mapping

from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.adapters.jd.rows import text
from jdfulfil_desktop.application.ports import CancelAnswer
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Method, Value
from jdfulfil_desktop.wire.scalars import as_int, pick

BEING_SHIPPED = "70"
"""JD's code where it is too late: the order is being shipped already."""


async def ask_to_end(
    client: JdClient, method: Method, values: Mapping[str, Value], result: str
) -> tuple[CancelAnswer, str]:
    """Call one of the cancelling methods; anything but 1 and 2 means that JD has not decided."""

    def read(answer: Answer) -> tuple[CancelAnswer, str]:
        row = answer.record(result)
        code = as_int(pick(row, "code"), CancelAnswer.OPEN)
        known = code in (CancelAnswer.DONE, CancelAnswer.REFUSED)
        return CancelAnswer(code) if known else CancelAnswer.OPEN, text(row, "msg")

    try:
        return await client.ask(method, values, read)
    except Refused as error:
        if error.jd_code == BEING_SHIPPED:
            return CancelAnswer.REFUSED, error.zh or error.en
        raise
