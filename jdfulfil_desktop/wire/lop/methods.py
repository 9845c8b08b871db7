"""Name the methods of the newer platform that the program uses (PROTOCOL 2.9).

Lengths are those of the older platform's fields where no page gives others. Names with a dot lie
in a record of their own; `lines` make a list of records.
"""

from __future__ import annotations

from jdfulfil_desktop.wire.fields import Method, lines, may, need, some

_ROOT = "/integratedsupplychain"
_OWNER = (need("ownerNo", 50), need("pin", 50))
FLAGS = (
    "deliveryItemFlag",
    "deliveryPackageFlag",
    "deliveryStatusFlag",
    "deliveryBatchItemFlag",
    "deliveryProductInfoFlag",
    "deliveryRejectItemFlag",
    "deliveryRejectPictureUrlFlag",
    "deliveryBoxFlag",
    "deliverySerialNoFlag",
)

QUERY_WAREHOUSES = Method(f"{_ROOT}/basicinfo/warehouse/query/v1", _OWNER)
QUERY_GOODS = Method(
    f"{_ROOT}/basicinfo/goods/query/v1",
    (
        *_OWNER,
        need("queryType", 4),
        may("erpGoodsNo", 60),
        may("barCode", 100),
        need("currentPage"),
        need("pageSize"),
    ),
)
QUERY_STOCK = Method(
    f"{_ROOT}/stock/query/v1",
    (
        *_OWNER,
        need("warehouseNo", 50),
        need("stockIndexes", 1),
        some("goodsNo", 50, most=100),
        need("currentPage"),
        need("pageSize"),
    ),
)
CREATE_DELIVERY = Method(
    f"{_ROOT}/order/delivery/create/v1",
    (
        need("sourceNo", 50),
        need("erpDeliveryNo", 125),
        need("orderType", 4),
        need("warehouseNo", 50),
        need("orderMark", 50),
        need("pin", 50),
        may("customerRemark", 500),
        need("channelInfo.salesPlatformSource", 20),
        need("channelInfo.salesPlatformDeliveryNo", 200),
        need("customerInfo.ownerNo", 50),
        need("customerInfo.shopNo", 50),
        need("receiverInfo.name", 20),
        need("receiverInfo.mobile", 30),
        may("receiverInfo.province", 100),
        may("receiverInfo.city", 100),
        may("receiverInfo.county", 100),
        may("receiverInfo.town", 100),
        need("receiverInfo.detailAddress", 100),
        may("receiverInfo.postCode", 20),
        need("carrierInfo.carrierNo", 50),
        may("carrierInfo.shipmentInfo.thirdWaybillNo", 200),
        lines("cargoInfos.goodsNo", 50),
        lines("cargoInfos.planQuantity", 11),
        lines("cargoInfos.orderLine", 50),
        lines("cargoInfos.goodsLevel", 4),
    ),
    writes=True,
)
QUERY_DELIVERY = Method(
    f"{_ROOT}/order/delivery/query/v1",
    (*_OWNER, may("deliveryNo", 50), may("erpDeliveryNo", 125), *(may(flag) for flag in FLAGS)),
)
CANCEL = Method(
    f"{_ROOT}/order/cancel/v1",
    (
        need("orderType", 4),
        may("orderNo", 50),
        may("ownerNo", 50),
        may("erpOrderNo", 125),
        need("pin", 50),
    ),
    writes=True,
)
ALL: dict[str, Method] = {
    method.name: method
    for method in (
        QUERY_WAREHOUSES,
        QUERY_GOODS,
        QUERY_STOCK,
        CREATE_DELIVERY,
        QUERY_DELIVERY,
        CANCEL,
    )
}
"""Every method by its path."""
