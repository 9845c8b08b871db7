"""Master data: departments, warehouses, couriers, platforms, categories (PROTOCOL 2.1)."""

from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result

_RESERVES = {f"reserve{number}": "" for number in range(1, 6)}


def query_warehouse(call: Call) -> Result:
    """Return the department's warehouses, by number and status where asked."""
    department = call.department()
    wanted, statuses = call.items("warehouseNos"), call.items("status")
    rows = [call.world.master.warehouses[number] for number in department.warehouse_nos]
    return {
        "querywarehouse_result": [
            {**row, **_RESERVES, "isvWarehouseNo": ""}
            for row in rows
            if (not wanted or row["warehouseNo"] in wanted)
            and (not statuses or row["status"] in statuses)
        ]
    }


def query_dept(call: Call) -> Result:
    """Return the merchant's departments."""
    wanted = call.items("deptNos")
    return {
        "querydept_result": [
            {
                "deptNo": dept.dept_no,
                "deptName": dept.name,
                "sellerNo": call.merchant.seller_no,
                "sellerName": call.merchant.seller_name,
                "enableTemplate": "1",
                "managerFax": "",
                **dept.manager,
                "settlementMode": "1",
                "settlementBody": "",
                "resultsSection": "",
                "accountData": "",
                "qualification": "",
                "billingConditions": "",
                "status": "1",
                **_RESERVES,
            }
            for dept in call.merchant.departments
            if not wanted or dept.dept_no in wanted
        ]
    }


def get_seller_info(call: Call) -> Result:
    """Return everything that belongs to the authorised PIN at once."""
    return {
        "getsellerinfo_result": {
            "sellerNo": call.merchant.seller_no,
            "sellerName": call.merchant.seller_name,
            "shopWarehouseInfoList": [
                {
                    "deptNo": dept.dept_no,
                    "shopNos": [
                        shop.shop_no
                        for shop in call.world.shops.values()
                        if shop.dept_no == dept.dept_no
                    ],
                    "warehouseNos": list(dept.warehouse_nos),
                }
                for dept in call.merchant.departments
            ],
        }
    }


def query_sp_source(call: Call) -> Result:
    """Return the sales platforms."""
    return {
        "queryspsource_result": [
            {"spSourceNo": number, "spSourceName": name, "website": "", **_RESERVES}
            for number, name in call.world.master.sources.items()
        ]
    }


def query_shipper(call: Call) -> Result:
    """Return the couriers."""
    wanted = call.items("shipperNos")
    return {
        "queryshipper_result": [
            {
                "shipperNo": number,
                "shipperName": name,
                "contacts": "",
                "phone": "",
                **_RESERVES,
                "status": "1",
                "type": "1" if index == 0 else "2",
                "isCod": "1" if index == 0 else "0",
                "isTemplate": "0",
            }
            for index, (number, name) in enumerate(call.world.master.shippers.items())
            if not wanted or number in wanted
        ]
    }


def first_level_categories(call: Call) -> Result:
    """Return the categories of the first level."""
    return {
        "getfirstlevelcategories_result": [
            {"firstCategoryNo": int(number), "firstCategoryName": name}
            for number, name, _ in call.world.master.categories
        ]
    }


def second_level_categories(call: Call) -> Result:
    """Return the categories below one of the first level."""
    only = call.given.get("secondCategoryNo")
    return {
        "getsecondlevelcategories_result": [
            {"secondCategoryNo": int(number), "secondCategoryName": name}
            for first, _, below in call.world.master.categories
            if int(first) == call.number("firstCategoryNo")
            for number, name, _ in below
            if only is None or int(number) == only
        ]
    }


def third_level_categories(call: Call) -> Result:
    """Return the categories below one of the second level."""
    only = call.given.get("thirdCategoryNo")
    return {
        "getthirdlevelcategories_result": [
            {"thirdCategoryNo": int(number), "thirdCategoryName": name}
            for _, _, seconds in call.world.master.categories
            for second, _, below in seconds
            if int(second) == call.number("secondCategoryNo")
            for number, name in below
            if only is None or int(number) == only
        ]
    }


METHODS: dict[str, Method] = {
    "jingdong.eclp.master.queryWarehouse": query_warehouse,
    "jingdong.eclp.master.queryDept": query_dept,
    "jingdong.eclp.master.getSellerInfo": get_seller_info,
    "jingdong.eclp.master.querySpSource": query_sp_source,
    "jingdong.eclp.master.queryShipper": query_shipper,
    "jingdong.eclp.category.getFirstLevelCategories": first_level_categories,
    "jingdong.eclp.category.getSecondLevelCategories": second_level_categories,
    "jingdong.eclp.category.getThirdLevelCategories": third_level_categories,
}
