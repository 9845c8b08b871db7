"""Ask what became of outbound orders: statuses, packages, splits, pauses (PROTOCOL 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jdfulfil_desktop.adapters.jd import parcel_rows, rows
from jdfulfil_desktop.adapters.jd.batches import Page, batches, every_page
from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.application.ports import (
    DocumentException,
    DocumentKind,
    OutboundPacks,
    OutboundWhole,
    TraceStep,
)
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.wire.envelope import Answer, read_json
from jdfulfil_desktop.wire.fields import Value, can_be_listed
from jdfulfil_desktop.wire.methods import outbound as methods
from jdfulfil_desktop.wire.scalars import Malformed, as_rows, as_words, pick
from jdfulfil_desktop.wire.stamps import wire_time

MOST_NUMBERS = 100
MOST_PACK_NUMBERS = 50
PAGE = 100
SELLER = "seller"


class OutboundQueries:
    """The questions about outbound orders of one account."""

    def __init__(self, client: JdClient, isv_source: str) -> None:
        self._client = client
        self._isv_source = isv_source

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

    async def packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        """Give the packages of orders by JD's numbers, 50 a call; unknown numbers give none."""
        found: list[OutboundPacks] = []
        for numbers in batches(filter(can_be_listed, jd_nos), MOST_PACK_NUMBERS):
            found += await self._client.ask(
                methods.QUERY_ORDER_PACKS,
                {"eclpSoNo": numbers},
                lambda answer: [
                    parcel_rows.packs(row) for row in answer.rows("queryorderpacks_result")
                ],
            )
        return [packs for packs in found if packs.jd_no]

    async def whole(self, jd_no: str) -> OutboundWhole:
        """Give all that JD has of one order."""
        return await self._client.ask(
            methods.QUERY_ORDER,
            {"eclpSoNo": jd_no},
            lambda answer: parcel_rows.whole(answer.record("queryorder_result"), self._client.zone),
        )

    async def numbers(
        self, department_no: str, status: int, since: datetime, until: datetime
    ) -> list[str]:
        """Give JD's numbers of orders in a status that were created in a time, 100 a call."""
        zone = self._client.zone

        async def ask(number: int) -> Page[str]:
            values: dict[str, Value] = {
                "deptNo": department_no,
                "soStatus": status,
                "startDate": wire_time(since, zone),
                "endDate": wire_time(until, zone),
                "pageNo": number,
                "pageSize": PAGE,
            }
            return await self._client.ask(methods.QUERY_ORDER_LIST_BY_STATUS, values, _numbers)

        return await every_page(ask, PAGE)

    async def exceptions(
        self, department_no: str, own_numbers: Sequence[str], kind: DocumentKind, most: int
    ) -> list[DocumentException]:
        """Give paused documents: those of a department, or those among our numbers, 100 a call."""
        found: list[DocumentException] = []
        groups = list(batches(filter(can_be_listed, own_numbers), MOST_NUMBERS))
        for numbers in groups or ([] if own_numbers else [[]]):
            found += await self._exceptions(department_no, numbers, kind, most)
        return found

    async def _exceptions(
        self, department_no: str, own_numbers: list[str], kind: DocumentKind, most: int
    ) -> list[DocumentException]:
        def read(answer: Answer) -> Page[DocumentException]:
            part = answer.rows("queryexceptionlist_result")
            paused = (parcel_rows.exception(row, kind, self._client.zone) for row in part)
            return Page([one for one in paused if one.jd_no or one.own_no], len(part))

        async def ask(number: int) -> Page[DocumentException]:
            values: dict[str, Value] = {
                "orderType": kind.value,
                "deptNo": department_no,
                "isvOrderNos": own_numbers,
                "pageNo": number,
                "pageSize": PAGE,
            }
            return await self._client.ask(methods.QUERY_EXCEPTION_LIST, values, read)

        return await every_page(ask, PAGE, most=most)

    async def trace(self, department_no: str, jd_no: str) -> list[TraceStep]:
        """Give the steps of an order's way; JD gives them as a text that holds JSON."""

        def read(answer: Answer) -> list[TraceStep]:
            steps = answer.value("getordertracebyorderid_result")
            if isinstance(steps, str) and steps:
                steps = read_json(steps.encode("utf-8", "replace"))
            return [parcel_rows.trace_step(row, self._client.zone) for row in as_rows(steps)]

        values: dict[str, Value] = {"orderId": jd_no, "role": SELLER, "userId": department_no}
        return await self._client.ask(methods.ORDER_TRACE, values, read)


def _numbers(answer: Answer) -> Page[str]:
    result = answer.record("orderQueryResult")
    if not rows.is_good(result):
        raise Refused(
            subject=methods.QUERY_ORDER_LIST_BY_STATUS.name,
            jd_code=rows.text(result, "resultCode"),
            zh=rows.text(result, "errMsg"),
        )
    listed = pick(result, "soNoList")
    if listed is not None and not isinstance(listed, list | str):
        raise Malformed("not_a_list")
    numbers = list(as_words(listed))
    return Page(numbers, len(numbers))
