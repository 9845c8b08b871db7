"""Master data: departments, warehouses, shops, suppliers, carriers, categories (PROTOCOL 2.1)."""

from __future__ import annotations

from jdfulfil_desktop.wire.fields import Method, may, need, some

GET_SELLER_INFO = Method("jingdong.eclp.master.getSellerInfo")
QUERY_DEPT = Method("jingdong.eclp.master.queryDept", (some("deptNos", most=50),))
QUERY_WAREHOUSE = Method(
    "jingdong.eclp.master.queryWarehouse",
    (need("deptNo", 50), some("warehouseNos", most=50), some("status", 1, most=3)),
)
QUERY_SP_SOURCE = Method("jingdong.eclp.master.querySpSource")
QUERY_SHIPPER = Method("jingdong.eclp.master.queryShipper", (some("shipperNos", most=50),))
QUERY_SHOP = Method(
    "jingdong.eclp.master.queryShop",
    (need("deptNo", 16), some("shopNos", 50, most=50), some("isvShopNos", 50, most=50)),
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
UPDATE_SHOP = Method(
    "jingdong.eclp.master.updateShop",
    (
        need("shopNo", 50),
        may("shopName", 100),
        may("afterSaleContacts", 50),
        may("afterSaleAddress", 500),
        may("afterSalePhone", 50),
    ),
    writes=True,
)
QUERY_SUPPLIER = Method(
    "jingdong.eclp.master.querySupplier", (need("deptNo", 16), some("supplierNos", 100, most=50))
)
ADD_SUPPLIER = Method(
    "jingdong.eclp.master.addSupplier",
    (need("deptNo", 16), need("isvSupplierNo", 100), need("supplierName", 500)),
    writes=True,
)
FIRST_CATEGORIES = Method("jingdong.eclp.category.getFirstLevelCategories")
SECOND_CATEGORIES = Method(
    "jingdong.eclp.category.getSecondLevelCategories", (need("firstCategoryNo"),)
)
THIRD_CATEGORIES = Method(
    "jingdong.eclp.category.getThirdLevelCategories", (need("secondCategoryNo"),)
)
