"""Send inbound lists, end them, and ask what became of them (PROTOCOL 2.4)."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.adapters.jd import rows
from jdfulfil_desktop.adapters.jd.batches import batches
from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.adapters.jd.ending import ask_to_end
from jdfulfil_desktop.application.ports import CancelAnswer, InboundRequest
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Method, Value, can_be_listed
from jdfulfil_desktop.wire.methods import inbound as methods
from jdfulfil_desktop.wire.texts import clean, shorten

GOOD = "1"
MOST_NUMBERS = 100


class InboundLists:
    """The inbound methods of one account."""

    def __init__(self, client: JdClient) -> None:
        self._client = client

    async def create(self, request: InboundRequest) -> str:
        """Send an inbound list and give JD's number of it."""
        return await self._client.ask(
            methods.ADD_PO_ORDER,
            {
                "spPoOrderNo": request.inbound_no,
                "deptNo": request.department_no,
                "whNo": request.warehouse_no,
                "supplierNo": request.supplier_no,
                "inboundRemark": shorten(clean(request.note), 200),
                "deptGoodsNo": [goods_no for goods_no, _ in request.lines],
                "numApplication": [units for _, units in request.lines],
                "goodsStatus": [GOOD] * len(request.lines),
            },
            lambda answer: answer.number("poOrderNo"),
        )

    async def find(self, department_no: str, inbound_no: str) -> str | None:
        """Give JD's number of the list that we know as `inbound_no`; None where JD has none.

        Raises: Refused `method_not_offered` at a gateway without this question.
        """
        found = await self._client.ask(
            methods.QUERY_PO_NO,
            {"deptNo": department_no, "outPoNo": inbound_no},
            lambda answer: answer.rows("querypono_result"),
        )
        numbers = (rows.text(r, "poNo") for r in found if rows.text(r, "outPoNo") == inbound_no)
        return next(filter(None, numbers), None)

    async def news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        """Give status and receipts of lists by JD's numbers, 100 a call.

        A gateway without the usual question is asked in the other way, where the lines of a list
        come only when they are wished for.
        """
        try:
            return await self._news(methods.QUERY_PO_ORDER, {}, jd_nos)
        except Refused as refusal:
            if refusal.code != "method_not_offered":
                raise
        return await self._news(methods.EXT_QUERY_PO_ORDER, {"queryItemFlag": True}, jd_nos)

    async def cancel(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel a list; gives its answer and its words."""
        return await ask_to_end(
            self._client, methods.CANCEL_PO_ORDER, {"poOrderNo": jd_no}, "poResult"
        )

    async def close(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to end a list with what has arrived; gives its answer and its words."""
        return await ask_to_end(
            self._client, methods.CLOSE_PO, {"poOrderNo": jd_no}, "poCloseJosResponse"
        )

    async def _news(
        self, method: Method, wishes: dict[str, Value], jd_nos: Sequence[str]
    ) -> list[InboundNews]:

        def read(answer: Answer) -> list[InboundNews]:
            good = filter(rows.is_good, answer.rows("queryPoModelList"))
            read = (rows.inbound_news(row, self._client.zone) for row in good)
            return [news for news in read if news is not None]

        found: list[InboundNews] = []
        for numbers in batches(filter(can_be_listed, jd_nos), MOST_NUMBERS):
            found += await self._client.ask(method, {"poOrderNo": numbers, **wishes}, read)
        return found
