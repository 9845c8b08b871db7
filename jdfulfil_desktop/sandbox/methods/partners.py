"""Shops and suppliers of a department (PROTOCOL 2.1)."""

from jdfulfil_desktop.sandbox.errors import already_exists, invalid
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.world.entities import Shop, Supplier

_SHOP_COLUMNS = (
    "spSourceNo", "spShopNo", "shopName", "contacts", "phone", "address", "email", "fax",
    "afterSaleContacts", "afterSaleAddress", "afterSalePhone", "bdOwnerNo",
    *(f"reserve{number}" for number in range(1, 11)),
)  # fmt: skip
_SUPPLIER_COLUMNS = (
    "supplierName", "contacts", "phone", "fax", "email", "province", "city", "county", "town",
    "address", *(f"ext{number}" for number in range(1, 6)),
)  # fmt: skip


def query_shop(call: Call) -> Result:
    """Return the department's shops, by JD's or the sender's numbers where asked."""
    department = call.department()
    numbers, own = call.items("shopNos"), call.items("isvShopNos")
    return {
        "queryshop_result": [
            {
                "shopNo": shop.shop_no,
                "isvShopNo": shop.isv_shop_no,
                "deptNo": shop.dept_no,
                "type": "1",
                "status": "1",
                **{name: shop.fields.get(name, "") for name in _SHOP_COLUMNS},
                "outstoreRules": "",
                "bizType": "1",
            }
            for shop in call.world.shops.values()
            if shop.dept_no == department.dept_no
            and (not numbers or shop.shop_no in numbers)
            and (not own or shop.isv_shop_no in own)
        ]
    }


def insert_shop(call: Call) -> Result:
    """Add a shop; its own number may stand once in a department (code 17)."""
    department = call.department()
    own = call.text("isvShopNo")
    _known_source(call)
    for shop in call.world.shops.values():
        if shop.dept_no == department.dept_no and shop.isv_shop_no == own:
            raise already_exists("isvShopNo", own)
    shop = Shop(
        shop_no=call.world.next_number("ESP"),
        dept_no=department.dept_no,
        isv_shop_no=own,
        fields={name: call.text(name) for name in _SHOP_COLUMNS if name in call.given},
    )
    call.world.save(shop)
    return {"insertshop_result": shop.shop_no}


def update_shop(call: Call) -> Result:
    """Change what is given of a shop."""
    shop = call.world.shops.get(call.text("shopNo"))
    if shop is None or call.merchant.department(shop.dept_no) is None:
        raise invalid("shopNo", "店铺不存在", f"unknown shop {call.text('shopNo')}")
    _known_source(call)
    shop.fields.update({name: call.text(name) for name in _SHOP_COLUMNS if name in call.given})
    call.world.save(shop)
    return {"updateshop_result": True}


def _known_source(call: Call) -> None:
    source = call.text("spSourceNo")
    if source and source not in call.world.master.sources:
        raise invalid("spSourceNo", "销售平台不存在", f"unknown sales platform {source}")


def query_supplier(call: Call) -> Result:
    """Return the department's suppliers."""
    department = call.department()
    numbers = call.items("supplierNos")
    return {
        "querysupplier_result": [
            {
                "deptNo": supplier.dept_no,
                "deptName": department.name,
                "eclpSupplierNo": supplier.supplier_no,
                "isvSupplierNo": supplier.isv_supplier_no,
                "supplierType": "1",
                "status": "2",
                **{name: supplier.fields.get(name, "") for name in _SUPPLIER_COLUMNS},
            }
            for supplier in call.world.suppliers.values()
            if supplier.dept_no == department.dept_no
            and (not numbers or supplier.supplier_no in numbers)
        ]
    }


def add_supplier(call: Call) -> Result:
    """Add a supplier; its own number may stand once in a department (code 17)."""
    department = call.department()
    own = call.text("isvSupplierNo")
    for supplier in call.world.suppliers.values():
        if supplier.dept_no == department.dept_no and supplier.isv_supplier_no == own:
            raise already_exists("isvSupplierNo", own)
    supplier = Supplier(
        supplier_no=call.world.next_number("EMS"),
        dept_no=department.dept_no,
        isv_supplier_no=own,
        fields={name: call.text(name) for name in _SUPPLIER_COLUMNS if name in call.given},
    )
    call.world.save(supplier)
    return {"addsupplier_result": supplier.supplier_no}


METHODS: dict[str, Method] = {
    "jingdong.eclp.master.queryShop": query_shop,
    "jingdong.eclp.master.insertShop": insert_shop,
    "jingdong.eclp.master.updateShop": update_shop,
    "jingdong.eclp.master.querySupplier": query_supplier,
    "jingdong.eclp.master.addSupplier": add_supplier,
}
