"""Send inbound lists and ask what became of them (PROTOCOL 2.4)."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.adapters.jd import rows
from jdfulfil_desktop.adapters.jd.batches import batches
from jdfulfil_desktop.adapters.jd.client import JosClient
from jdfulfil_desktop.application.ports import InboundRequest
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.wire import methods
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import can_be_listed
from jdfulfil_desktop.wire.texts import clean, shorten

GOOD = "1"
MOST_NUMBERS = 100


class InboundLists:
    """The inbound methods of one account."""

    def __init__(self, client: JosClient) -> None:
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
        """Give status and receipts of lists by JD's numbers, 100 a call."""

        def read(answer: Answer) -> list[InboundNews]:
            good = filter(rows.is_good, answer.rows("queryPoModelList"))
            read = (rows.inbound_news(row, self._client.zone) for row in good)
            return [news for news in read if news is not None]

        found: list[InboundNews] = []
        for numbers in batches(filter(can_be_listed, jd_nos), MOST_NUMBERS):
            found += await self._client.ask(methods.QUERY_PO_ORDER, {"poOrderNo": numbers}, read)
        return found
