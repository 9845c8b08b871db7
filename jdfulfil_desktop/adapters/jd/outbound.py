"""Send outbound orders, ask what became of them, and take them back (PROTOCOL 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from jdfulfil_desktop.adapters.jd import rows
from jdfulfil_desktop.adapters.jd.batches import batches
from jdfulfil_desktop.adapters.jd.client import JosClient
from jdfulfil_desktop.adapters.jd.fitting import fit
from jdfulfil_desktop.application.ports import CancelAnswer, OutboundRequest
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.wire import methods
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Value, can_be_listed
from jdfulfil_desktop.wire.scalars import as_int, pick
from jdfulfil_desktop.wire.stamps import wire_time

MOST_NUMBERS = 100
TO_CONSUMER = "1"
NO_MARKS = "0" * 50
"""Fifty flags, all off; the first one on would mean cash on delivery (PROTOCOL 10)."""
BEING_SHIPPED = "70"


class OutboundOrders:
    """The outbound methods of one account."""

    def __init__(self, client: JosClient, isv_source: str) -> None:
        self._client = client
        self._isv_source = isv_source

    async def create(self, request: OutboundRequest) -> str:
        """Send an outbound order and give JD's number of it; free texts are shortened for JD.

        Raises: Refused without a call where a number is missing or too long, or where ours could
        never be asked for again.
        """
        if not can_be_listed(request.outbound_no):
            words = "isvUUID: field invalid"
            raise Refused("field_invalid", subject=request.outbound_no, field="isvUUID", en=words)
        return await self._client.ask(
            methods.ADD_ORDER, self._values(fit(request)), lambda answer: answer.number("eclpSoNo")
        )

    def _values(self, request: OutboundRequest) -> dict[str, Value]:
        return {
            "isvUUID": request.outbound_no,
            "isvSource": self._isv_source,
            "shopNo": request.shop_no,
            "departmentNo": request.department_no,
            "warehouseNo": request.warehouse_no,
            "shipperNo": request.shipper_no,
            "salesPlatformOrderNo": request.order_no,
            "salePlatformSource": request.sale_platform,
            "salesPlatformCreateTime": self._created_at(request.created_at),
            "soType": TO_CONSUMER,
            "consigneeName": request.consignee_name,
            "consigneeMobile": request.consignee_mobile,
            "consigneeAddress": request.consignee_address,
            "addressProvince": request.province,
            "addressCity": request.city,
            "addressCounty": request.county,
            "addressTown": request.town,
            "consigneePostcode": request.postcode,
            "consigneeRemark": request.remark,
            "receivable": 0,
            "orderMark": NO_MARKS,
            "thirdWayBill": request.tracking_no,
            "goodsNo": [goods_no for goods_no, _ in request.lines],
            "quantity": [units for _, units in request.lines],
        }

    def _created_at(self, text: str) -> str:
        """Give the order's time in the gateway's zone; empty lets JD put its own."""
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return ""
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return wire_time(aware, self._client.zone)

    async def news(self, department_no: str, outbound_nos: Sequence[str]) -> list[OutboundNews]:
        """Give the status of orders by our numbers, 100 a call; unknown numbers give none."""

        def read(answer: Answer) -> list[OutboundNews]:
            good = filter(rows.is_good, answer.rows("queryorder_result"))
            read = (rows.outbound_news(row, self._client.zone) for row in good)
            return [news for news in read if news is not None]

        found: list[OutboundNews] = []
        for numbers in batches(filter(can_be_listed, outbound_nos), MOST_NUMBERS):
            values: dict[str, Value] = {
                "isvUUID": numbers,
                "isvSource": self._isv_source,
                "departmentNo": department_no,
            }
            found += await self._client.ask(methods.EXT_QUERY_ORDER, values, read)
        return found

    async def history(self, jd_no: str) -> list[OutboundNews]:
        """Give all statuses of one order as JD lists them."""
        return await self._client.ask(
            methods.QUERY_ORDER_STATUS,
            {"eclpSoNo": jd_no},
            lambda answer: rows.outbound_history(
                answer.record("queryorderstatus_result"), self._client.zone
            ),
        )

    async def cancel(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel; gives its answer and its words. 70: it is being shipped already."""

        def read(answer: Answer) -> tuple[CancelAnswer, str]:
            result = answer.record("cancelorder_result")
            code = as_int(pick(result, "code"), CancelAnswer.OPEN)
            known = code in (CancelAnswer.DONE, CancelAnswer.REFUSED)
            return CancelAnswer(code) if known else CancelAnswer.OPEN, rows.text(result, "msg")

        try:
            return await self._client.ask(methods.CANCEL_ORDER, {"eclpSoNo": jd_no}, read)
        except Refused as error:
            if error.jd_code == BEING_SHIPPED:
                return CancelAnswer.REFUSED, error.zh or error.en
            raise
