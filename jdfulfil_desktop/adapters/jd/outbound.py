"""Send outbound orders and take them back (PROTOCOL 2.5)."""

from __future__ import annotations

from datetime import UTC, datetime

from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.adapters.jd.ending import ask_to_end
from jdfulfil_desktop.adapters.jd.fitting import fit
from jdfulfil_desktop.application.ports import CancelAnswer, OutboundRequest
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.wire.fields import Value, can_be_listed
from jdfulfil_desktop.wire.methods import outbound as methods
from jdfulfil_desktop.wire.stamps import wire_time

TO_CONSUMER = "1"
NO_MARKS = "0" * 50
"""Fifty flags, all off; the first one on would mean cash on delivery (PROTOCOL 10)."""


class OutboundOrders:
    """The outbound methods of one account that change something at JD."""

    def __init__(self, client: JdClient, isv_source: str) -> None:
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

    async def cancel(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel by its number; gives its answer and its words."""
        return await ask_to_end(
            self._client, methods.CANCEL_ORDER, {"eclpSoNo": jd_no}, "cancelorder_result"
        )

    async def cancel_by_own(self, department_no: str, outbound_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel by our number."""
        values: dict[str, Value] = {"deptNo": department_no, "isvOrderNo": outbound_no}
        return await ask_to_end(
            self._client, methods.CANCEL_SO_ORDER, values, "cancelsoorder_result"
        )
