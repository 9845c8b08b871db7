"""Send outbound orders to the newer platform, ask for them, take them back (PROTOCOL 2.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.adapters.jd.ending import BEING_SHIPPED
from jdfulfil_desktop.adapters.jd.fitting import fit
from jdfulfil_desktop.adapters.jd.lop import rows
from jdfulfil_desktop.adapters.jd.outbound import NO_MARKS, TO_CONSUMER
from jdfulfil_desktop.adapters.jd.rows import text
from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    DocumentKind,
    OutboundPacks,
    OutboundRequest,
    OutboundWhole,
)
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Value
from jdfulfil_desktop.wire.lop import methods
from jdfulfil_desktop.wire.lop.envelope import record_of
from jdfulfil_desktop.wire.scalars import Malformed, Row, as_int, as_text, pick

T = TypeVar("T")

GOOD_LEVEL = "100"
_OPEN = 1
_ANSWERS = {0: CancelAnswer.DONE, _OPEN: CancelAnswer.OPEN, 2: CancelAnswer.REFUSED}
NO_SUCH_ORDER = "2342"
"""The business domain's code where the one order that was asked for is not there."""
_UNKNOWN = re.compile("不存在|unknown|not exist|not found")
"""How other codes may say the same, next to the number."""


class LopOrders:
    """The outbound orders of one account."""

    def __init__(
        self, client: JdClient, pin: str, isv_source: str, departments: Sequence[str]
    ) -> None:
        self._client = client
        self._pin = pin
        self._isv_source = isv_source
        self._departments = departments
        self._owners: dict[str, str] = {}

    async def create(self, request: OutboundRequest) -> str:
        """Send an outbound order and give JD's number of it; free texts are shortened for JD."""

        def read(answer: Answer) -> str:
            number = as_text(pick(record_of(answer) or {}, "deliveryNo"))
            if not number:
                raise Malformed("no_result")
            return number

        values = self._values(fit(request))
        number = await self._client.ask(methods.CREATE_DELIVERY, values, read)
        self._owners[number] = request.department_no
        return number

    def _values(self, request: OutboundRequest) -> dict[str, Value]:
        places = range(1, len(request.lines) + 1)
        return {
            "sourceNo": self._isv_source,
            "erpDeliveryNo": request.outbound_no,
            "orderType": TO_CONSUMER,
            "warehouseNo": request.warehouse_no,
            "orderMark": NO_MARKS,
            "pin": self._pin,
            "customerRemark": request.remark,
            "channelInfo.salesPlatformSource": request.sale_platform,
            "channelInfo.salesPlatformDeliveryNo": request.order_no,
            "customerInfo.ownerNo": request.department_no,
            "customerInfo.shopNo": request.shop_no,
            "receiverInfo.name": request.consignee_name,
            "receiverInfo.mobile": request.consignee_mobile,
            "receiverInfo.province": request.province,
            "receiverInfo.city": request.city,
            "receiverInfo.county": request.county,
            "receiverInfo.town": request.town,
            "receiverInfo.detailAddress": request.consignee_address,
            "receiverInfo.postCode": request.postcode,
            "carrierInfo.carrierNo": request.shipper_no,
            # `carrierInfo.waybillNo` is JD's own number, and stands in answers only.
            "carrierInfo.shipmentInfo.thirdWaybillNo": request.tracking_no,
            "cargoInfos.goodsNo": [goods_no for goods_no, _ in request.lines],
            "cargoInfos.planQuantity": [units for _, units in request.lines],
            "cargoInfos.orderLine": [str(place) for place in places],
            "cargoInfos.goodsLevel": [GOOD_LEVEL for _ in places],
        }

    async def news(self, department_no: str, outbound_no: str) -> OutboundNews | None:
        """Give the newest status of an order by our number; None where JD has none.

        A record that stands for another order is no answer to ours.
        """

        def read(row: Row) -> OutboundNews | None:
            found = rows.news(row, self._client.zone)
            return found if found and found.outbound_no == outbound_no else None

        news = await self._ask(department_no, "erpDeliveryNo", outbound_no, read)
        if news is not None and news.jd_no:
            self._owners[news.jd_no] = department_no
        return news

    async def whole(self, jd_no: str) -> OutboundWhole:
        """Give all that JD has of one order. Raises: Refused where it has none of that number."""
        found = await self._whole(jd_no)
        if found is None:
            raise Refused(subject=jd_no)
        return found

    async def packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        """Give the packages of orders, one a call; unknown numbers give none."""
        found = [await self._whole(number) for number in dict.fromkeys(jd_nos)]
        return [rows.packs(order) for order in found if order is not None]

    async def cancel(self, kind: DocumentKind, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel a document by its number; gives its answer and its words."""
        return await self._cancel({"orderType": kind.value, "orderNo": jd_no})

    async def cancel_by_own(self, department_no: str, outbound_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an outbound order by our number."""
        kind = DocumentKind.OUTBOUND.value
        return await self._cancel(
            {"orderType": kind, "ownerNo": department_no, "erpOrderNo": outbound_no}
        )

    async def _whole(self, jd_no: str) -> OutboundWhole | None:
        """Ask in the department that the order is known to be of, else in each of the account."""
        known = self._owners.get(jd_no)
        for department_no in [known] if known else self._departments:
            found = await self._ask(
                department_no, "deliveryNo", jd_no, lambda row: rows.whole(row, self._client.zone)
            )
            if found is not None and found.jd_no == jd_no:
                self._owners[jd_no] = department_no
                return found
        return None

    async def _ask(
        self, department_no: str, name: str, number: str, read: Callable[[Row], T | None]
    ) -> T | None:
        values: dict[str, Value] = {
            "ownerNo": department_no,
            "pin": self._pin,
            name: number,
            **dict.fromkeys(methods.FLAGS, 1),
        }

        def take(answer: Answer) -> T | None:
            row = record_of(answer)
            return read(row) if row else None

        try:
            return await self._client.ask(methods.QUERY_DELIVERY, values, take)
        except Refused as refusal:
            if _says_unknown(refusal, number):
                return None
            raise

    async def _cancel(self, values: dict[str, Value]) -> tuple[CancelAnswer, str]:
        def read(answer: Answer) -> tuple[CancelAnswer, str]:
            row = record_of(answer) or {}
            code = as_int(pick(row, "resultType"), _OPEN)
            return _ANSWERS.get(code, CancelAnswer.OPEN), text(row, "message", "msg", "reason")

        try:
            return await self._client.ask(methods.CANCEL, {**values, "pin": self._pin}, read)
        except Refused as error:
            if error.jd_code == BEING_SHIPPED:
                return CancelAnswer.REFUSED, error.zh or error.en
            raise


def _says_unknown(refusal: Refused, number: str) -> bool:
    """Tell whether a refusal says that JD has no order of this number: an answer, not a failure."""
    if refusal.jd_code == NO_SUCH_ORDER:
        return True
    words = f"{refusal.zh} {refusal.en}".lower()
    return number.lower() in words and bool(_UNKNOWN.search(words))
