"""Outbound orders, their way, and what holds documents up (PROTOCOL 2.5).

Where a field that JD requires may be empty for us, ours is the stricter reading: a carrier that is
left out would let JD ship the parcel itself (PROTOCOL 10).
"""

from __future__ import annotations

from jdfulfil_desktop.wire.fields import Method, lines, may, need, some

_ORDER = (
    need("isvUUID", 125),
    need("isvSource", 50),
    need("shopNo", 50),
    need("departmentNo", 50),
    need("warehouseNo", 50),
    need("shipperNo", 50),
    need("salesPlatformOrderNo", 200),
    need("salePlatformSource", 20),
    may("salesPlatformCreateTime"),
    need("soType", 4),
    need("consigneeName", 20),
    need("consigneeMobile", 30),
    may("addressProvince", 100),
    may("addressCity", 100),
    may("addressCounty", 100),
    may("addressTown", 100),
    need("consigneeAddress", 100),
    may("consigneePostcode", 20),
    may("consigneeRemark", 500),
    need("receivable"),
    need("orderMark", 50),
    may("thirdWayBill", 200),
    lines("goodsNo", 50),
    lines("quantity", 11),
)
ADD_ORDER = Method("jingdong.eclp.order.addOrder", _ORDER, writes=True)
ASYN_ADD_ORDER = Method("jingdong.eclp.order.asynAddOrder", _ORDER, writes=True)
"""The older way to send an order: JD says only that it took it, not under which number."""
EXT_QUERY_ORDER = Method(
    "jingdong.eclp.order.ext.queryOrder",
    (some("isvUUID", 125, most=100, required=True), may("isvSource"), need("departmentNo")),
)
QUERY_ORDER_STATUS = Method("jingdong.eclp.order.queryOrderStatus", (need("eclpSoNo", 50),))
CANCEL_ORDER = Method("jingdong.eclp.order.cancelOrder", (need("eclpSoNo", 50),), writes=True)
CANCEL_SO_ORDER = Method(
    "jingdong.eclp.order.cancelSoOrder",
    (may("orderNo", 50), may("sellerNo", 50), need("deptNo", 50), may("isvOrderNo", 125)),
    writes=True,
)
QUERY_ORDER = Method("jingdong.eclp.order.queryOrder", (need("eclpSoNo", 50),))
QUERY_ORDER_PACKS = Method(
    "jingdong.eclp.order.queryOrderPacks", (some("eclpSoNo", 50, most=50, required=True),)
)
QUERY_ORDER_PACKS_BY_SO_NO = Method(
    "jingdong.eclp.order.queryOrderPacksBySoNo",
    (need("soNo", 50), need("pageNo"), need("pageSize")),
)
QUERY_ORDER_LIST_BY_STATUS = Method(
    "jingdong.eclp.order.queryOrderListByStatus",
    (
        need("deptNo"),
        need("soStatus"),
        need("startDate"),
        need("endDate"),
        need("pageNo"),
        need("pageSize"),
    ),
)
QUERY_ORDER_LIST = Method(
    "jingdong.eclp.order.queryOrderList",
    (
        need("deptNo"),
        need("shopNo"),
        need("startDate"),
        need("endDate"),
        need("pageNo"),
        need("pageSize"),
        may("salePlatformOrderNo", 200),
        may("orderStatus"),
    ),
)
TRACK_MESSAGE = Method(
    "jingdong.eclp.order.getTrackMessagePlusByOrder",
    (need("customerCode"), need("bizCode", 125), need("type")),
)
ORDER_TRACE = Method(
    "jingdong.eclp.trace.service.jos.OrderTraceByOrderService",
    (need("orderId", 50), need("role"), need("userId")),
)
QUERY_EXCEPTION_LIST = Method(
    "jingdong.eclp.exception.queryExceptionList",
    (
        need("orderType"),
        may("deptNo"),
        some("orderNos", 50, most=100),
        some("isvOrderNos", 125, most=100),
        may("pageNo"),
        may("pageSize"),
    ),
)
