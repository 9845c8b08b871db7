"""Outbound orders: create and look up (PROTOCOL 2.9)."""

from typing import Any

from jdfulfil_desktop.sandbox.errors import missing
from jdfulfil_desktop.sandbox.lop.call import LopCall, Service, column, not_found, present
from jdfulfil_desktop.sandbox.methods.outbound_queries import package_numbers
from jdfulfil_desktop.sandbox.methods.stock import LEVELS
from jdfulfil_desktop.sandbox.world.entities import Outbound, OutboundLine
from jdfulfil_desktop.sandbox.world.masterdata import Department
from jdfulfil_desktop.sandbox.world.shipping import STATUS_NAMES

_HEADER = {
    "isvUUID": "erpDeliveryNo",
    "isvSource": "sourceNo",
    "departmentNo": "customerInfo.ownerNo",
    "shopNo": "customerInfo.shopNo",
    "warehouseNo": "warehouseNo",
    "orderMark": "orderMark",
    "soType": "orderType",
    "shipperNo": "carrierInfo.carrierNo",
    "expectDate": "carrierInfo.expectDate",
    "thirdWayBill": "carrierInfo.shipmentInfo.thirdWaybillNo",
    "salePlatformSource": "channelInfo.salesPlatformSource",
    "salesPlatformOrderNo": "channelInfo.salesPlatformDeliveryNo",
    "salesPlatformCreateTime": "channelInfo.salesPlatformCreateTime",
    "isvShopNo": "channelInfo.erpShopNo",
    "consigneeName": "receiverInfo.name",
    "consigneeMobile": "receiverInfo.mobile",
    "consigneePhone": "receiverInfo.phone",
    "consigneeEmail": "receiverInfo.email",
    "consigneePostcode": "receiverInfo.postCode",
    "addressProvince": "receiverInfo.province",
    "addressCity": "receiverInfo.city",
    "addressCounty": "receiverInfo.county",
    "addressTown": "receiverInfo.town",
    "consigneeAddress": "receiverInfo.detailAddress",
    "receivable": "addServices.receivable",
    "consigneeRemark": "customerRemark",
    "sellerRemark": "erpRemark",
}
_LINES = {
    "quantity": "planQuantity",
    "price": "price",
    "skuGoodsLevel": "goodsLevel",
    "goodsName": "goodsName",
    "unit": "unit",
    "remark": "remark",
}
_NAMES = {
    **_HEADER,
    **{name: f"cargoInfos.{here}" for name, here in _LINES.items()},
    "orderLine": "cargoInfos.orderLine",
    "goodsNo": "cargoInfos.goodsNo",
}
_WAYBILL_AS_ANSWERED = "carrierInfo.waybillNo"


def create(call: LopCall) -> object:
    """Create an outbound order; the sender's number may stand once for a merchant."""
    department = call.owner("customerInfo.ownerNo")
    lines = call.lines("cargoInfos")
    given = present({name: call.value(place) for name, place in _HEADER.items()})
    given.setdefault("thirdWayBill", call.value(_WAYBILL_AS_ANSWERED))
    given.setdefault("shopNo", _shop_of(call, department))
    for name in ("salesPlatformCreateTime", "expectDate"):
        if name in given:
            given[name] = call.gateway_time(_HEADER[name])
    given |= present({name: column(lines, here) for name, here in _LINES.items()})
    given["goodsNo"] = [call.goods_of(department, line, "cargoInfos").goods_no for line in lines]
    given["orderLine"] = [line.get("orderLine") or index for index, line in enumerate(lines, 1)]
    call.do("jingdong.eclp.order.addOrder", given, _NAMES)
    own = call.text("erpDeliveryNo", longest=125)
    order = call.world.outbound_by_uuid[call.merchant.pin, own]
    return {"deliveryNo": order.so_no, "erpDeliveryNo": own}


def _shop_of(call: LopCall, department: Department) -> str:
    """Return the number of the shop that is named by the sender's own; empty for none."""
    own = call.text("channelInfo.erpShopNo")
    shops = call.world.shops.values()
    return next(
        (s.shop_no for s in shops if s.dept_no == department.dept_no and s.isv_shop_no == own), ""
    )


def query(call: LopCall) -> object:
    """Return one order; lists only where their switch is 1."""
    order = _asked(call)
    row = _row(call, order)
    if call.switched_on("deliveryItemFlag"):
        row["deliveryItemList"] = [_item(call, order, line) for line in order.lines]
    if call.switched_on("deliveryPackageFlag"):
        row["packCount"] = len(package_numbers(order))
        row["deliveryPackageList"] = [_package(order, no) for no in package_numbers(order)]
    if call.switched_on("deliveryStatusFlag"):
        row["deliveryStatusList"] = [
            {
                "statusCode": step.status,
                "statusName": STATUS_NAMES.get(step.status, str(step.status)),
                "operateTime": call.time_text(step.at),
                "operateUser": "system",
            }
            for step in order.history
        ]
    for switch, name in (
        ("deliveryBatchItemFlag", "deliveryBatchItemList"),
        ("deliveryProductInfoFlag", "deliveryProductInfoList"),
        ("deliveryRejectItemFlag", "deliveryRejectItemList"),
        ("deliveryRejectPictureUrlFlag", "deliveryRejectPictureUrlList"),
        ("deliveryBoxFlag", "deliveryBoxList"),
        ("deliverySerialNoFlag", "serialNoList"),
    ):
        if call.switched_on(switch):
            row[name] = []
    return row


def _asked(call: LopCall) -> Outbound:
    departments = {department.dept_no for department in call.owners()}
    number = call.text("deliveryNo")
    own = call.text("erpDeliveryNo", longest=125)
    platform_no = call.text("salesPlatformDeliveryNo", longest=200)
    if number:
        found = call.world.outbounds.get(number)
    elif own:
        call.owner()
        found = call.world.outbound_by_uuid.get((call.merchant.pin, own))
    elif platform_no:
        found = next(
            (
                order
                for order in call.world.outbounds.values()
                if order.platform_order_no == platform_no and order.dept_no in departments
            ),
            None,
        )
    else:
        raise missing("deliveryNo")
    if found is None or found.dept_no not in departments:
        raise not_found("订单", "outbound order")
    return found


def _row(call: LopCall, order: Outbound) -> dict[str, Any]:
    fields = order.fields
    return {
        "deliveryNo": order.so_no,
        "erpDeliveryNo": order.isv_uuid,
        "customerInfo": {"shopNo": order.shop_no, "ownerNo": order.dept_no},
        "warehouseNo": order.warehouse_no,
        "carrierInfo": {
            "carrierNo": order.shipper_no,
            "carrierName": call.world.master.shippers.get(order.shipper_no, ""),
            "waybillNo": order.waybill,
        },
        "channelInfo": {
            "salesPlatformDeliveryNo": order.platform_order_no,
            "salesPlatformSource": fields.get("salePlatformSource", ""),
        },
        "receiverInfo": {
            here.partition(".")[2]: fields.get(name, "")
            for name, here in _HEADER.items()
            if here.startswith("receiverInfo.")
        },
        "customerRemark": fields.get("consigneeRemark", ""),
        "orderMark": fields.get("orderMark", ""),
        "pinAccount": order.pin,
        "isSplit": "1" if order.children else "0",
        "splitDeliveryNos": ",".join(order.children),
        "status": str(order.status),
    }


def _item(call: LopCall, order: Outbound, line: OutboundLine) -> dict[str, object]:
    row: dict[str, object] = {
        "goodsNo": line.goods_no,
        "erpGoodsNo": call.world.goods[line.goods_no].isv_goods_no,
        "planQuantity": line.quantity,
        "goodsLevel": LEVELS[line.stock_status],
        "orderLine": line.order_line,
    }
    # As JD has it, what left is not told before anything did.
    return row | {"realQuantity": line.shipped} if order.shipped else row


def _package(order: Outbound, number: str) -> dict[str, object]:
    return {
        "packageNo": number,
        "packageWeight": 1,
        "packageItemList": [
            {
                "goodsNo": line.goods_no,
                "quantity": line.shipped if order.shipped else line.quantity,
            }
            for line in order.lines
        ],
        "packageMaterialList": [],
    }


SERVICES: dict[str, Service] = {
    "/integratedsupplychain/order/delivery/create/v1": create,
    "/integratedsupplychain/order/delivery/query/v1": query,
}
