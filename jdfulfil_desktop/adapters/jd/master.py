"""Ask what an account has: departments, warehouses, shops, suppliers, carriers (PROTOCOL 2.1)."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.adapters.jd import rows
from jdfulfil_desktop.adapters.jd.batches import batches
from jdfulfil_desktop.adapters.jd.client import JdClient
from jdfulfil_desktop.application.ports import Category, DepartmentFacts, SellerInfo, WarehouseFacts
from jdfulfil_desktop.wire.fields import Value, can_be_listed
from jdfulfil_desktop.wire.methods import master as methods
from jdfulfil_desktop.wire.texts import clean, shorten

SWITCHED_OFF = "0"


class MasterData:
    """The master data methods of one account."""

    def __init__(self, client: JdClient) -> None:
        self._client = client

    async def seller_info(self) -> SellerInfo:
        """Give all departments with their warehouses for the authorized PIN."""
        return await self._client.ask(
            methods.GET_SELLER_INFO,
            {},
            lambda answer: rows.seller_info(answer.record("getsellerinfo_result")),
        )

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]:
        """Give what JD knows of departments."""
        found: list[DepartmentFacts] = []
        for numbers in batches(filter(can_be_listed, department_nos), 50):
            found += await self._client.ask(
                methods.QUERY_DEPT,
                {"deptNos": numbers},
                lambda answer: [rows.department(r) for r in answer.rows("querydept_result")],
            )
        return found

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]:
        """Give a department's warehouses, those that are not enabled too."""
        return await self._client.ask(
            methods.QUERY_WAREHOUSE,
            {"deptNo": department_no},
            lambda answer: [rows.warehouse(r) for r in answer.rows("querywarehouse_result")],
        )

    async def sale_platforms(self) -> dict[str, str]:
        """Give the codes of sales platforms by their names."""
        return await self._client.ask(
            methods.QUERY_SP_SOURCE,
            {},
            lambda answer: {
                rows.text(row, "spSourceName"): rows.text(row, "spSourceNo")
                for row in answer.rows("queryspsource_result")
            },
        )

    async def shippers(self) -> dict[str, str]:
        """Give the numbers of carriers by their names, without those switched off."""
        return await self._client.ask(
            methods.QUERY_SHIPPER,
            {},
            lambda answer: {
                rows.text(row, "shipperName"): rows.text(row, "shipperNo")
                for row in answer.rows("queryshipper_result")
                if rows.text(row, "status") != SWITCHED_OFF
            },
        )

    async def find_shop(self, department_no: str, own_no: str) -> str | None:
        """Give JD's number of the shop that we know as `own_no`."""
        found = await self._client.ask(
            methods.QUERY_SHOP,
            {"deptNo": department_no, "isvShopNos": [own_no]},
            lambda answer: answer.rows("queryshop_result"),
        )
        numbers = (rows.text(r, "shopNo") for r in found if rows.text(r, "isvShopNo") == own_no)
        return next(filter(None, numbers), None)

    async def create_shop(
        self,
        department_no: str,
        own_no: str,
        name: str,
        sale_platform: str,
        contact: tuple[str, str, str],
    ) -> str:
        """Create a shop and give its number; `contact`: name, phone, address for after-sales."""
        who, phone, address = contact
        return await self._client.ask(
            methods.INSERT_SHOP,
            {
                "isvShopNo": own_no,
                "spSourceNo": sale_platform,
                "deptNo": department_no,
                "shopName": shorten(clean(name), 100),
                "afterSaleContacts": shorten(clean(who), 50),
                "afterSalePhone": shorten(clean(phone), 50),
                "afterSaleAddress": shorten(clean(address), 500),
            },
            lambda answer: answer.number("insertshop_result"),
        )

    async def update_shop(
        self, shop_no: str, name: str, contact: tuple[str, str, str] | None
    ) -> None:
        """Rename a shop; `contact`: name, phone, address for after-sales, where they change too."""
        who, phone, address = contact or ("", "", "")
        values: dict[str, Value] = {
            "shopNo": shop_no,
            "shopName": shorten(clean(name), 100),
            "afterSaleContacts": shorten(clean(who), 50),
            "afterSalePhone": shorten(clean(phone), 50),
            "afterSaleAddress": shorten(clean(address), 500),
        }
        # What JD answers is not published: that it is no refusal has to do.
        await self._client.call(methods.UPDATE_SHOP, values)

    async def categories(self, first_no: str, second_no: str) -> list[Category]:
        """Give the first level; below a first the second; below a second the third."""
        level, values = "First", {}
        method = methods.FIRST_CATEGORIES
        if second_no:
            level, method = "Third", methods.THIRD_CATEGORIES
            values = {"secondCategoryNo": second_no}
        elif first_no:
            level, method = "Second", methods.SECOND_CATEGORIES
            values = {"firstCategoryNo": first_no}
        names = f"{level.lower()}CategoryNo", f"{level.lower()}CategoryName"
        return await self._client.ask(
            method,
            values,
            lambda answer: [
                Category(rows.text(row, names[0]), rows.text(row, names[1]))
                for row in answer.rows(f"get{level.lower()}levelcategories_result")
            ],
        )

    async def first_supplier(self, department_no: str) -> str | None:
        """Give the number of the first supplier that is enabled."""
        found = await self._client.ask(
            methods.QUERY_SUPPLIER,
            {"deptNo": department_no},
            lambda answer: answer.rows("querysupplier_result"),
        )
        numbers = (
            rows.text(r, "eclpSupplierNo") for r in found if rows.text(r, "status") == rows.ENABLED
        )
        return next(filter(None, numbers), None)

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str:
        """Create a supplier and give its number."""
        return await self._client.ask(
            methods.ADD_SUPPLIER,
            {
                "deptNo": department_no,
                "isvSupplierNo": own_no,
                "supplierName": shorten(clean(name), 500),
            },
            lambda answer: answer.number("addsupplier_result"),
        )
