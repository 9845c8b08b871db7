"""Name the methods that the program uses, with their parameters (PROTOCOL 2.1 to 2.5).

Lengths are in characters. Where a field that JD requires may be empty for us, ours is the stricter
reading: a carrier that is left out would let JD ship the parcel itself (PROTOCOL 10).
"""

from __future__ import annotations

from jdfulfil_desktop.wire.fields import Method, lines, may, need, some

GET_SELLER_INFO = Method("jingdong.eclp.master.getSellerInfo")
QUERY_DEPT = Method("jingdong.eclp.master.queryDept", (some("deptNos", most=50),))
QUERY_WAREHOUSE = Method(
    "jingdong.eclp.master.queryWarehouse", (need("deptNo", 50), some("warehouseNos", most=50))
)
QUERY_SP_SOURCE = Method("jingdong.eclp.master.querySpSource")
QUERY_SHIPPER = Method("jingdong.eclp.master.queryShipper")
QUERY_SHOP = Method(
    "jingdong.eclp.master.queryShop", (need("deptNo", 16), some("isvShopNos", 50, most=50))
)
INSERT_SHOP = Method(
    "jingdong.eclp.master.insertShop",
    (
        need("isvShopNo", 50),
        need("spSourceNo", 20),
        need("deptNo", 16),
        need("shopName", 100),
        need("afterSaleContacts", 50),
        need("afterSaleAddress", 500),
        need("afterSalePhone", 50),
    ),
    writes=True,
)
QUERY_SUPPLIER = Method("jingdong.eclp.master.querySupplier", (need("deptNo", 16),))
ADD_SUPPLIER = Method(
    "jingdong.eclp.master.addSupplier",
    (need("deptNo", 16), need("isvSupplierNo", 100), need("supplierName", 500)),
    writes=True,
)

TRANSPORT_GOODS_INFO = Method(
    "jingdong.eclp.goods.transportGoodsInfo",
    (
        need("deptNo", 50),
        need("isvGoodsNo", 60),
        need("barcodes", 100),
        need("thirdCategoryNo", 20),
        need("goodsName", 500),
        need("safeDays", 11),
        may("instoreThreshold", 20),
        may("outstoreThreshold", 20),
        may("grossWeight", 20),
        may("length", 20),
        may("width", 20),
        may("height", 20),
    ),
    writes=True,
)
QUERY_GOODS_INFO = Method(
    "jingdong.eclp.goods.queryGoodsInfo",
    (
        need("deptNo", 50),
        need("queryType", 4),
        some("isvGoodsNos", 60, most=50),
        some("barcodes", 100, most=50),
        may("pageNo", 4),
        may("pageSize", 4),
    ),
)

QUERY_STOCK = Method(
    "jingdong.eclp.stock.queryStock",
    (
        need("deptNo", 50),
        need("warehouseNo", 50),
        may("stockStatus"),
        may("stockType"),
        may("goodsNo", 50),
        may("currentPage"),
        may("pageSize"),
        may("returnZeroStock"),
    ),
)

ADD_PO_ORDER = Method(
    "jingdong.eclp.po.addPoOrder",
    (
        need("spPoOrderNo", 50),
        need("deptNo", 50),
        need("whNo", 100),
        need("supplierNo", 50),
        may("inboundRemark", 200),
        lines("deptGoodsNo", 50),
        lines("numApplication", 11),
        lines("goodsStatus", 4),
    ),
    writes=True,
)
QUERY_PO_NO = Method("jingdong.eclp.po.queryPoNo", (need("deptNo", 50), need("outPoNo", 50)))
QUERY_PO_ORDER = Method(
    "jingdong.eclp.po.queryPoOrder", (some("poOrderNo", 50, most=100, required=True),)
)

ADD_ORDER = Method(
    "jingdong.eclp.order.addOrder",
    (
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
    ),
    writes=True,
)
EXT_QUERY_ORDER = Method(
    "jingdong.eclp.order.ext.queryOrder",
    (some("isvUUID", 125, most=100, required=True), may("isvSource"), need("departmentNo")),
)
QUERY_ORDER_STATUS = Method("jingdong.eclp.order.queryOrderStatus", (need("eclpSoNo", 50),))
CANCEL_ORDER = Method("jingdong.eclp.order.cancelOrder", (need("eclpSoNo", 50),), writes=True)
